/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-published.h"

#include "model/sf-outcome-linked.h"
#include "model/sf-outcome-offer.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _SfPublished
{
  SfOutcome *outcome;     /* what may be shown */
  GPtrArray *periods;     /* of char * */
  GHashTable *offers;     /* first days of periods → SfOffer */
  GHashTable *withheld;   /* keys of the figures that are not */
  GHashTable *given_away; /* keys of those that earlier reports of another measure tell */
  GHashTable *held;       /* keys of those that stand as they were reported before */
  GHashTable *had;        /* numbers of the groups that have a figure */
  SfDisclosure *decision;
};

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

/* What is not shown because of other measures that count the same. */
static void
add_linked (SfPublished *self, SfOffer *offer, const char *starts_on, SfLinked *linked)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);

  for (guint number = 0; number <= sf_outcome_get_groups (self->outcome)->len; number++)
    {
      SfFamilyGroup *group = get_group (self->outcome, number);
      g_autofree char *key = sf_offer_make_key (number, starts_on);

      if (sf_offer_get_cell (offer, number) == NULL)
        continue;
      if (sf_linked_hides (linked, measure, group, starts_on))
        sf_disclosure_withhold (self->decision, key);
      if (sf_linked_is_given_away (linked, measure, group, starts_on))
        g_hash_table_add (self->given_away, g_steal_pointer (&key));
    }
}

static void
decide (SfPublished *self, SfModel *model, SfLinked *linked)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      char *starts_on = self->periods->pdata[i];
      SfOffer *offer = sf_offer_new (model, self->outcome, starts_on);

      sf_offer_add_to (offer, "", self->decision);
      add_linked (self, offer, starts_on, linked);
      g_hash_table_insert (self->offers, starts_on, offer);
    }
  sf_disclosure_decide (self->decision);
}

static gboolean
may_show (SfPublished *self, guint number, const char *key)
{
  if (sf_measure_is_mean (sf_outcome_get_measure (self->outcome)))
    return number == 0;
  return sf_disclosure_may_compare (self->decision, key, key);
}

/* The average of three says very nearly what one of them is, to the other two. */
static gboolean
is_mean_of_few (SfPublished *self, guint number, const char *starts_on)
{
  SfReading *reading
      = sf_outcome_get_reading (self->outcome, get_group (self->outcome, number), starts_on);
  gint64 of = reading != NULL ? sf_reading_get_denominator (reading) : SF_NULL_INT;

  return sf_measure_is_mean (sf_outcome_get_measure (self->outcome)) && of != SF_NULL_INT
         && of < SF_DISCLOSURE_LEAST;
}

/* A reading that is there: whether it is shown, and as it was reported before. */
static void
look_at_cell (SfPublished *self, guint number, const char *starts_on)
{
  const SfOfferCell *cell
      = sf_offer_get_cell (g_hash_table_lookup (self->offers, starts_on), number);
  g_autofree char *key = sf_offer_make_key (number, starts_on);

  g_hash_table_add (self->had, GUINT_TO_POINTER (number));
  if (!may_show (self, number, key) || is_mean_of_few (self, number, starts_on))
    g_hash_table_add (self->withheld, g_steal_pointer (&key));
  else if (cell != NULL && cell->way == SF_OFFER_BEFORE)
    {
      sf_outcome_put (self->outcome, get_group (self->outcome, number), starts_on,
                      cell->values[SF_FIGURE_COUNT], cell->values[SF_FIGURE_DENOMINATOR]);
      g_hash_table_add (self->held, g_steal_pointer (&key));
    }
}

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

        if (reading != NULL && isfinite (sf_reading_get_figure (measure, reading)))
          look_at_cell (self, number, self->periods->pdata[i]);
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
  key = sf_offer_make_key (get_number (outcome, group), starts_on);
  return !g_hash_table_contains (self->withheld, key);
}

/* (transfer full): with its periods, nothing of it decided */
static SfPublished *
begin (SfModel *model, SfMeasure *measure, const char *until, guint n_periods)
{
  SfPublished *self = g_new0 (SfPublished, 1);

  self->outcome = sf_outcome_new (model, measure);
  self->periods = g_ptr_array_new_with_free_func (g_free);
  self->withheld = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->given_away = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->had = g_hash_table_new (NULL, NULL);
  self->offers
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)sf_offer_free);
  self->decision = sf_disclosure_new ();
  take_periods (self, until, n_periods);
  return self;
}

static void
finish (SfPublished *self, SfModel *model, SfLinked *linked)
{
  decide (self, model, linked);
  look_at_cells (self);
  sf_outcome_filter (self->outcome, is_shown, self);
}

/* (transfer full) (nullable): the last day of its periods */
static char *
get_last_day (SfPublished *self)
{
  return self->periods->len > 0
             ? sf_period_get_end (sf_measure_get_period (sf_outcome_get_measure (self->outcome)),
                                  self->periods->pdata[self->periods->len - 1])
             : NULL;
}

/* (transfer full): what is linked with the periods of any of these */
static SfLinked *
link_all (SfModel *model, SfCentre *centre, GPtrArray *list)
{
  g_autofree char *first = g_strdup ("9999-12-31"), *last = g_strdup ("");

  for (guint i = 0; i < list->len; i++)
    {
      SfPublished *one = list->pdata[i];
      g_autofree char *end = get_last_day (one);

      if (one->periods->len > 0 && strcmp (one->periods->pdata[0], first) < 0)
        {
          g_free (first);
          first = g_strdup (one->periods->pdata[0]);
        }
      if (end != NULL && strcmp (end, last) > 0)
        {
          g_free (last);
          last = g_steal_pointer (&end);
        }
    }
  return sf_linked_new (model, centre, first, last);
}

SfPublished *
sf_published_new (SfModel *model, SfMeasure *measure, const char *until, guint n_periods)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (SfLinked) linked = NULL;
  SfPublished *self;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_MEASURE (measure), NULL);

  self = begin (model, measure, until, n_periods);
  g_ptr_array_add (list, self);
  linked = link_all (model, sf_model_find (model, sf_measure_get_centre (measure)), list);
  finish (self, model, linked);
  return self;
}

void
sf_published_free (SfPublished *self)
{
  sf_outcome_free (self->outcome);
  g_ptr_array_unref (self->periods);
  g_hash_table_unref (self->withheld);
  g_hash_table_unref (self->had);
  g_hash_table_unref (self->given_away);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->offers);
  sf_disclosure_free (self->decision);
  g_free (self);
}

/* Whether the last of its periods reaches into the year. */
static gboolean
is_of_year (SfPublished *self, SfEvaluation *evaluation)
{
  const char *begin_on = sf_evaluation_get_starts_on (evaluation);
  g_autofree char *end = get_last_day (self);

  if (self->periods->len == 0 || g_hash_table_size (self->had) == 0)
    return FALSE;
  return begin_on == NULL || end == NULL || strcmp (end, begin_on) >= 0;
}

GPtrArray *
sf_published_list (SfModel *model, SfEvaluation *evaluation)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_published_free);
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) measures
      = centre != NULL ? sf_model_list_measures (model, centre) : g_ptr_array_new ();
  g_autoptr (SfLinked) linked = NULL;

  for (guint i = 0; i < measures->len; i++)
    g_ptr_array_add (list, begin (model, measures->pdata[i], sf_evaluation_get_ends_on (evaluation),
                                  SF_PUBLISHED_PERIODS));
  if (list->len == 0)
    return list;
  linked = link_all (model, centre, list);
  for (guint i = 0; i < list->len; i++)
    finish (list->pdata[i], model, linked);
  for (guint i = list->len; i > 0; i--)
    if (!is_of_year (list->pdata[i - 1], evaluation))
      g_ptr_array_remove_index (list, i - 1);
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
  g_autofree char *key = sf_offer_make_key (get_number (self->outcome, group), starts_on);

  return g_hash_table_contains (self->withheld, key);
}

gboolean
sf_published_is_held (SfPublished *self, SfFamilyGroup *group, const char *starts_on)
{
  g_autofree char *key = sf_offer_make_key (get_number (self->outcome, group), starts_on);

  return g_hash_table_contains (self->held, key);
}

guint
sf_published_count_held (SfPublished *self)
{
  return g_hash_table_size (self->held);
}

gboolean
sf_published_is_whole (SfPublished *self)
{
  return g_hash_table_size (self->withheld) == 0 && g_hash_table_size (self->held) == 0;
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
      g_ptr_array_add (lines,
                       sf_published_is_held (self, group, starts_on)
                           ? g_strdup_printf ("%s · %s · %s · %s", period, who, text,
                                              _ ("as reported before: a later change would tell "
                                                 "of very few families"))
                           : g_strdup_printf ("%s · %s · %s", period, who, text));
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
        g_autofree char *key = sf_offer_make_key (number, self->periods->pdata[i]);

        if (sf_disclosure_is_given_away (self->decision, key)
            || g_hash_table_contains (self->given_away, key))
          g_ptr_array_add (cells, sf_published_tell_cell (self, key));
      }
  return cells;
}

static char *
tell_count (const gint64 *values)
{
  if (values[SF_FIGURE_DENOMINATOR] == SF_DISCLOSURE_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, values[SF_FIGURE_COUNT]);
  /* Translators: a count and what it is out of */
  return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " of %2$" G_GINT64_FORMAT),
                          values[SF_FIGURE_COUNT], values[SF_FIGURE_DENOMINATOR]);
}

static void
tell_held (SfPublished *self, guint number, const char *starts_on, GPtrArray *held)
{
  const SfOfferCell *cell
      = sf_offer_get_cell (g_hash_table_lookup (self->offers, starts_on), number);
  g_autofree char *key = sf_offer_make_key (number, starts_on);
  g_autofree char *place = NULL, *said = NULL, *now = NULL;

  if (!g_hash_table_contains (self->held, key))
    return;
  place = sf_published_tell_cell (self, key);
  said = tell_count (cell->values);
  now = tell_count (cell->now);
  /* Translators: measure, group and period; two counts */
  g_ptr_array_add (held, g_strdup_printf (_ ("%1$s: %2$s is printed, as an earlier report showed "
                                             "it; %3$s stands in the file"),
                                          place, said, now));
}

GPtrArray *
sf_published_list_held (SfPublished *self)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_free);
  guint n_groups = sf_outcome_get_groups (self->outcome)->len;

  for (guint i = 0; i < self->periods->len; i++)
    for (guint number = 0; number <= n_groups; number++)
      tell_held (self, number, self->periods->pdata[i], held);
  return held;
}

const char *
sf_published_get_before_mark (void)
{
  return "*";
}

const char *
sf_published_get_before_note (void)
{
  return _ ("* As reported before: a later change would tell of very few families.");
}

/* --- what a report that leaves has shown ------------------------------------------------------ */

/* What @shown has of the period: the table as it is shown, and beside it the one that stands in the
 * file, if that is another; both are added if they are not there.
 * Returns: the place of the first */
static guint
ensure_shown (SfPublished *self, const char *starts_on, GPtrArray *shown)
{
  const SfUuid *measure = sf_record_get_uuid (SF_RECORD (sf_outcome_get_measure (self->outcome)));
  SfOffer *offer = g_hash_table_lookup (self->offers, starts_on);
  guint place = shown->len;

  for (guint i = 0; i < shown->len; i++)
    {
      SfShown *it = shown->pdata[i];

      if (sf_uuid_equal (&it->measure, measure) && strcmp (it->starts_on, starts_on) == 0)
        return i;
    }
  g_ptr_array_add (shown, sf_offer_make_table (offer, FALSE));
  if (sf_offer_is_held (offer))
    g_ptr_array_add (shown, sf_offer_make_table (offer, TRUE));
  return place;
}

/* An average has no count that could be worked out. */
static gboolean
has_counts (SfPublished *self, const char *starts_on)
{
  return g_hash_table_contains (self->offers, starts_on)
         && !sf_measure_is_mean (sf_outcome_get_measure (self->outcome));
}

void
sf_published_note (SfPublished *self, SfFamilyGroup *group, const char *starts_on, GPtrArray *shown)
{
  const SfUuid *uuid = group != NULL ? sf_record_get_uuid (SF_RECORD (group)) : NULL;
  guint place;

  if (!has_counts (self, starts_on)
      || sf_outcome_get_reading (self->outcome, group, starts_on) == NULL)
    return;
  place = ensure_shown (self, starts_on, shown);
  sf_shown_mark (shown->pdata[place], uuid);
  if (sf_offer_is_held (g_hash_table_lookup (self->offers, starts_on))
      && !sf_published_is_held (self, group, starts_on))
    sf_shown_mark (shown->pdata[place + 1], uuid);
}

void
sf_published_note_all (SfPublished *self, GPtrArray *shown)
{
  GPtrArray *groups = sf_outcome_get_groups (self->outcome);

  for (guint i = 0; i < self->periods->len; i++)
    {
      const char *starts_on = self->periods->pdata[i];

      if (has_counts (self, starts_on))
        ensure_shown (self, starts_on, shown);
      sf_published_note (self, NULL, starts_on, shown);
      for (guint k = 0; k < groups->len; k++)
        sf_published_note (self, groups->pdata[k], starts_on, shown);
    }
}
