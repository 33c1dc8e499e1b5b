/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-published.h"

#include "model/sf-outcome-text.h"
#include "model/sf-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _SfPublished
{
  SfOutcome *outcome;   /* what may be shown */
  GPtrArray *periods;   /* of char * */
  GHashTable *withheld; /* keys of the figures that are not */
  GHashTable *had;      /* numbers of the groups that have a figure */
  GHashTable *tables;   /* first days of periods → SfShown: all that is decided on, none marked */
  SfDisclosure *decision;
};

static gboolean
is_mean (SfMeasure *measure)
{
  return strcmp (sf_measure_get_kind (measure), "mean") == 0;
}

/* 0 is all families, then come the groups in their order. */
static guint
get_number (SfOutcome *outcome, SfFamilyGroup *group)
{
  guint place = 0;

  if (group == NULL)
    return 0;
  g_return_val_if_fail (g_ptr_array_find (sf_outcome_get_groups (outcome), group, &place), 0);
  return place + 1;
}

static SfFamilyGroup *
get_group (SfOutcome *outcome, guint number)
{
  return number > 0 ? sf_outcome_get_groups (outcome)->pdata[number - 1] : NULL;
}

static char *
make_key (guint number, const char *starts_on)
{
  return g_strdup_printf ("%u %s", number, starts_on);
}

static void
take_periods (SfPublished *self, const char *until, guint n_periods)
{
  GPtrArray *all = sf_outcome_get_periods (self->outcome);
  guint end = all->len;

  while (end > 0 && until != NULL && strcmp (all->pdata[end - 1], until) > 0)
    end--;
  for (guint i = end - MIN (end, n_periods); i < end; i++)
    g_ptr_array_add (self->periods, g_strdup (all->pdata[i]));
}

static void
add_to_table (SfPublished *self, guint number, const char *starts_on, gint64 count, gint64 of)
{
  SfFamilyGroup *group = get_group (self->outcome, number);
  SfShown *table = g_hash_table_lookup (self->tables, starts_on);

  if (table == NULL)
    {
      table = sf_shown_new (sf_record_get_uuid (SF_RECORD (sf_outcome_get_measure (self->outcome))),
                            starts_on);
      g_hash_table_insert (self->tables, table->starts_on, table);
    }
  sf_shown_add (table, group != NULL ? sf_record_get_uuid (SF_RECORD (group)) : NULL, count, of,
                FALSE);
}

/* One cell of the table that is decided on. What is not complete is part of it too: its count is.
 */
static void
add_cell (SfPublished *self, guint number, const char *starts_on)
{
  SfReading *reading
      = sf_outcome_get_reading (self->outcome, get_group (self->outcome, number), starts_on);
  g_autofree char *key = NULL, *all = NULL;
  gint64 of;

  if (reading == NULL || is_mean (sf_outcome_get_measure (self->outcome))
      || sf_reading_get_count (reading) == SF_NULL_INT || sf_reading_get_count (reading) < 0)
    return;
  key = make_key (number, starts_on);
  of = sf_reading_get_denominator (reading);
  if (of == SF_NULL_INT || of < 0)
    of = SF_DISCLOSURE_NONE;
  sf_disclosure_add (self->decision, key, sf_reading_get_count (reading), of);
  add_to_table (self, number, starts_on, sf_reading_get_count (reading), of);
  if (number == 0)
    return;
  all = make_key (0, starts_on);
  sf_disclosure_add_group (self->decision, all, key);
}

/* (transfer full): a key as make_key() makes it; of a group that is gone one of its own */
static char *
find_key (SfPublished *self, const SfUuid *group, const char *starts_on)
{
  GPtrArray *groups = sf_outcome_get_groups (self->outcome);
  g_autofree char *uuid = NULL;

  if (sf_uuid_is_nil (group))
    return make_key (0, starts_on);
  for (guint i = 0; i < groups->len; i++)
    if (sf_uuid_equal (sf_record_get_uuid (groups->pdata[i]), group))
      return make_key (i + 1, starts_on);
  uuid = sf_uuid_to_string (group);
  return g_strdup_printf ("gone %s %s", uuid, starts_on);
}

/* A figure as a report held it that has left. */
static void
add_earlier (SfPublished *self, guint edition, const char *starts_on, const SfShownFigure *figure)
{
  g_autofree char *key = find_key (self, &figure->group, starts_on);
  g_autofree char *all = make_key (0, starts_on);

  sf_disclosure_add_earlier (self->decision, edition, key, SF_FIGURE_COUNT, figure->count,
                             figure->is_shown);
  if (figure->denominator != SF_DISCLOSURE_NONE)
    sf_disclosure_add_earlier (self->decision, edition, key, SF_FIGURE_DENOMINATOR,
                               figure->denominator, figure->is_shown);
  if (!sf_uuid_is_nil (&figure->group))
    sf_disclosure_add_group (self->decision, all, key);
}

/* The nth report of one period has nothing to do with the nth of another, but may have its number.
 */
static void
add_all_earlier (SfPublished *self, SfModel *model, const char *starts_on)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);
  GPtrArray *shown
      = sf_model_list_shown (model, sf_record_get_uuid (SF_RECORD (measure)), starts_on);

  for (guint i = 0; shown != NULL && i < shown->len; i++)
    {
      GArray *figures = ((SfShown *)shown->pdata[i])->figures;

      for (guint k = 0; k < figures->len; k++)
        add_earlier (self, i, starts_on, &g_array_index (figures, SfShownFigure, k));
    }
}

static void
decide (SfPublished *self, SfModel *model)
{
  guint n_groups = sf_outcome_get_groups (self->outcome)->len;

  for (guint i = 0; i < self->periods->len; i++)
    {
      for (guint number = 0; number <= n_groups; number++)
        add_cell (self, number, self->periods->pdata[i]);
      if (!is_mean (sf_outcome_get_measure (self->outcome)))
        add_all_earlier (self, model, self->periods->pdata[i]);
    }
  sf_disclosure_decide (self->decision);
}

static gboolean
may_show (SfPublished *self, guint number, const char *key)
{
  if (is_mean (sf_outcome_get_measure (self->outcome)))
    return number == 0;
  return sf_disclosure_may_compare (self->decision, key, key);
}

/* Notes what there is, and what of it is not shown. */
static void
look_at_cells (SfPublished *self)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);
  guint n_groups = sf_outcome_get_groups (self->outcome)->len;

  for (guint i = 0; i < self->periods->len; i++)
    for (guint number = 0; number <= n_groups; number++)
      {
        SfReading *reading
            = sf_outcome_get_reading (self->outcome, get_group (self->outcome, number),
                                      self->periods->pdata[i]);
        g_autofree char *key = make_key (number, self->periods->pdata[i]);

        if (reading == NULL || !isfinite (sf_reading_get_figure (measure, reading)))
          continue;
        g_hash_table_add (self->had, GUINT_TO_POINTER (number));
        if (!may_show (self, number, key))
          g_hash_table_add (self->withheld, g_steal_pointer (&key));
      }
}

/* Whether a reading stays in what is shown: one of the periods, complete, not withheld. */
static gboolean
is_shown (SfOutcome *outcome, SfReading *reading, gpointer data)
{
  SfPublished *self = data;
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  const char *starts_on = sf_reading_get_starts_on (reading);
  SfFamilyGroup *group = NULL;
  g_autofree char *key = NULL;

  if (!isfinite (sf_reading_get_figure (measure, reading))
      || !g_ptr_array_find_with_equal_func (self->periods, starts_on, g_str_equal, NULL))
    return FALSE;
  for (guint i = 0; i < sf_outcome_get_groups (outcome)->len && group == NULL; i++)
    if (sf_reading_get_family_group (reading) != NULL
        && sf_uuid_equal (sf_reading_get_family_group (reading),
                          sf_record_get_uuid (
                              SF_RECORD (sf_outcome_get_groups (outcome)->pdata[i]))))
      group = sf_outcome_get_groups (outcome)->pdata[i];
  key = make_key (get_number (outcome, group), starts_on);
  return !g_hash_table_contains (self->withheld, key);
}

SfPublished *
sf_published_new (SfModel *model, SfMeasure *measure, const char *until, guint n_periods)
{
  SfPublished *self = g_new0 (SfPublished, 1);

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_MEASURE (measure), NULL);

  self->outcome = sf_outcome_new (model, measure);
  self->periods = g_ptr_array_new_with_free_func (g_free);
  self->withheld = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->had = g_hash_table_new (NULL, NULL);
  self->tables
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)sf_shown_free);
  self->decision = sf_disclosure_new ();
  take_periods (self, until, n_periods);
  decide (self, model);
  look_at_cells (self);
  sf_outcome_filter (self->outcome, is_shown, self);
  return self;
}

void
sf_published_free (SfPublished *self)
{
  sf_outcome_free (self->outcome);
  g_ptr_array_unref (self->periods);
  g_hash_table_unref (self->withheld);
  g_hash_table_unref (self->had);
  g_hash_table_unref (self->tables);
  sf_disclosure_free (self->decision);
  g_free (self);
}

/* Whether the last of its periods reaches into the year. */
static gboolean
is_of_year (SfPublished *self, SfEvaluation *evaluation)
{
  const char *begin = sf_evaluation_get_starts_on (evaluation);
  g_autofree char *end = NULL;

  if (self->periods->len == 0 || g_hash_table_size (self->had) == 0)
    return FALSE;
  end = sf_period_get_end (sf_measure_get_period (sf_outcome_get_measure (self->outcome)),
                           self->periods->pdata[self->periods->len - 1]);
  return begin == NULL || end == NULL || strcmp (end, begin) >= 0;
}

GPtrArray *
sf_published_list (SfModel *model, SfEvaluation *evaluation)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_published_free);
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) measures
      = centre != NULL ? sf_model_list_measures (model, centre) : g_ptr_array_new ();

  for (guint i = 0; i < measures->len; i++)
    {
      g_autoptr (SfPublished) one
          = sf_published_new (model, measures->pdata[i], sf_evaluation_get_ends_on (evaluation),
                              SF_PUBLISHED_PERIODS);

      if (is_of_year (one, evaluation))
        g_ptr_array_add (list, g_steal_pointer (&one));
    }
  return list;
}

SfOutcome *
sf_published_get_outcome (SfPublished *self)
{
  return self->outcome;
}

GPtrArray *
sf_published_get_periods (SfPublished *self)
{
  return self->periods;
}

gboolean
sf_published_is_withheld (SfPublished *self, SfFamilyGroup *group, const char *starts_on)
{
  g_autofree char *key = make_key (get_number (self->outcome, group), starts_on);

  return g_hash_table_contains (self->withheld, key);
}

gboolean
sf_published_has_group (SfPublished *self, SfFamilyGroup *group)
{
  return g_hash_table_contains (self->had, GUINT_TO_POINTER (get_number (self->outcome, group)));
}

guint
sf_published_count_withheld (SfPublished *self)
{
  return g_hash_table_size (self->withheld);
}

/* Of one group, or with NULL of all families. */
static void
add_lines (SfPublished *self, SfFamilyGroup *group, GPtrArray *lines)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);
  const char *who = group != NULL ? sf_family_group_get_title (group) : _ ("All families");

  for (guint i = 0; i < self->periods->len; i++)
    {
      const char *starts_on = self->periods->pdata[i];
      SfReading *reading = sf_outcome_get_reading (self->outcome, group, starts_on);
      g_autofree char *period = NULL, *text = NULL;

      if (reading == NULL && !sf_published_is_withheld (self, group, starts_on))
        continue;
      period = sf_period_format (sf_measure_get_period (measure), starts_on);
      text = reading != NULL ? sf_reading_to_text (measure, reading)
                             : g_strdup (sf_disclosure_get_mark ());
      g_ptr_array_add (lines, g_strdup_printf ("%s · %s · %s", period, who, text));
    }
}

GPtrArray *
sf_published_list_lines (SfPublished *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *groups = sf_outcome_get_groups (self->outcome);

  add_lines (self, NULL, lines);
  for (guint i = 0; i < groups->len; i++)
    add_lines (self, groups->pdata[i], lines);
  return lines;
}

SfDisclosure *
sf_published_get_disclosure (SfPublished *self)
{
  return self->decision;
}

SfFamilyGroup *
sf_published_get_cell_group (SfPublished *self, const char *key)
{
  return get_group (self->outcome, (guint)g_ascii_strtoull (key, NULL, 10));
}

char *
sf_published_tell_cell (SfPublished *self, const char *key)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);
  SfFamilyGroup *group = sf_published_get_cell_group (self, key);
  g_autofree char *period
      = sf_period_format (sf_measure_get_period (measure), strchr (key, ' ') + 1);

  /* Translators: a measure, a group of families, a period */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), sf_measure_get_title (measure),
                          group != NULL ? sf_family_group_get_title (group) : _ ("all families"),
                          period);
}

GPtrArray *
sf_published_list_given_away (SfPublished *self)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  guint n_groups = sf_outcome_get_groups (self->outcome)->len;

  for (guint i = 0; i < self->periods->len; i++)
    for (guint number = 0; number <= n_groups; number++)
      {
        g_autofree char *key = make_key (number, self->periods->pdata[i]);

        if (sf_disclosure_is_given_away (self->decision, key))
          g_ptr_array_add (cells, sf_published_tell_cell (self, key));
      }
  return cells;
}

/* --- what a report that leaves has shown ------------------------------------------------------ */

static SfShown *
ensure_shown (GPtrArray *shown, const SfShown *table)
{
  SfShown *copy;

  for (guint i = 0; i < shown->len; i++)
    {
      SfShown *it = shown->pdata[i];

      if (sf_uuid_equal (&it->measure, &table->measure)
          && strcmp (it->starts_on, table->starts_on) == 0)
        return it;
    }
  copy = sf_shown_copy (table);
  g_ptr_array_add (shown, copy);
  return copy;
}

void
sf_published_note (SfPublished *self, SfFamilyGroup *group, const char *starts_on, GPtrArray *shown)
{
  const SfShown *table = g_hash_table_lookup (self->tables, starts_on);

  /* an average has no count that could be worked out */
  if (table == NULL || sf_outcome_get_reading (self->outcome, group, starts_on) == NULL)
    return;
  sf_shown_mark (ensure_shown (shown, table),
                 group != NULL ? sf_record_get_uuid (SF_RECORD (group)) : NULL);
}

void
sf_published_note_all (SfPublished *self, GPtrArray *shown)
{
  GPtrArray *groups = sf_outcome_get_groups (self->outcome);

  for (guint i = 0; i < self->periods->len; i++)
    {
      const SfShown *table = g_hash_table_lookup (self->tables, self->periods->pdata[i]);

      if (table != NULL)
        ensure_shown (shown, table);
      sf_published_note (self, NULL, self->periods->pdata[i], shown);
      for (guint k = 0; k < groups->len; k++)
        sf_published_note (self, groups->pdata[k], self->periods->pdata[i], shown);
    }
}
