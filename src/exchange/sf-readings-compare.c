/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-readings-compare.h"

#include "model/sf-outcome-text.h"
#include "model/sf-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- words ----------------------------------------------------------------------------------- */

static char *
format_figure (SfMeasure *measure, gint64 count, gint64 denominator, double value)
{
  const char *kind = sf_measure_get_kind (measure);

  if (strcmp (kind, "mean") == 0)
    return isfinite (value) ? sf_outcome_format_figure (measure, value) : g_strdup (_ ("nothing"));
  if (strcmp (kind, "proportion") != 0)
    return count != SF_NULL_INT ? sf_outcome_format_figure (measure, (double)count)
                                : g_strdup (_ ("nothing"));
  if (count == SF_NULL_INT)
    return g_strdup_printf (_ ("no count of %" G_GINT64_FORMAT), denominator);
  if (denominator == SF_NULL_INT)
    return g_strdup_printf (_ ("%" G_GINT64_FORMAT " of an unknown number"), count);
  return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " of %2$" G_GINT64_FORMAT), count, denominator);
}

char *
sf_reading_edit_format_figure (const SfReadingEdit *edit)
{
  return format_figure (edit->measure, edit->count, edit->denominator, edit->value);
}

char *
sf_reading_edit_tell_place (const SfReadingEdit *edit)
{
  g_autofree char *period
      = sf_period_format (sf_measure_get_period (edit->measure), edit->starts_on);

  return g_strdup_printf (_ ("%1$s, %2$s"),
                          edit->group != NULL ? sf_family_group_get_title (edit->group)
                                              : _ ("All families"),
                          period);
}

char *
sf_replaced_reading_to_text (const SfReplacedReading *self)
{
  const SfReadingEdit *edit = self->edit;
  guint sets = edit->sets;
  g_autofree char *before
      = format_figure (edit->measure, self->count, self->denominator, self->value);
  g_autofree char *after
      = format_figure (edit->measure, sets & SF_READING_SETS_COUNT ? edit->count : self->count,
                       sets & SF_READING_SETS_DENOMINATOR ? edit->denominator : self->denominator,
                       sets & SF_READING_SETS_VALUE ? edit->value : self->value);

  /* Translators: the figure of a file, the figure that it overwrites */
  return g_strdup_printf (_ ("%1$s in place of %2$s"), after, before);
}

/* --- what is there --------------------------------------------------------------------------- */

static char *
make_key (const SfUuid *measure, const SfUuid *group, const char *starts_on)
{
  g_autofree char *of = sf_uuid_to_string (measure);
  g_autofree char *who = group != NULL ? sf_uuid_to_string (group) : g_strdup ("all");

  return g_strdup_printf ("%s %s %s", of, who, starts_on);
}

/* The readings of a measure, the first time that it is named. */
static void
add_readings (SfModel *model, SfMeasure *measure, GHashTable *measures, GHashTable *readings)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!g_hash_table_add (measures, measure))
    return;
  all = sf_model_list_referring (model, SF_TYPE_READING, SF_READING_MEASURE, SF_RECORD (measure));
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (readings,
                         make_key (sf_record_get_uuid (SF_RECORD (measure)),
                                   sf_reading_get_family_group (all->pdata[i]),
                                   sf_reading_get_starts_on (all->pdata[i])),
                         all->pdata[i]);
}

static gboolean
is_same_value (double one, double two)
{
  return isfinite (one) ? isfinite (two) && one == two : !isfinite (two);
}

static gboolean
says_another (const SfReplacedReading *one)
{
  const SfReadingEdit *edit = one->edit;

  return (edit->sets & SF_READING_SETS_COUNT && edit->count != one->count)
         || (edit->sets & SF_READING_SETS_DENOMINATOR && edit->denominator != one->denominator)
         || (edit->sets & SF_READING_SETS_VALUE && !is_same_value (edit->value, one->value));
}

static void
compare_one (SfReadingsCompared *self, SfReadingEdit *edit, SfReading *before)
{
  SfReplacedReading one = { .edit = edit };

  if (before == NULL)
    {
      self->n_new++;
      return;
    }
  one.count = sf_reading_get_count (before);
  one.denominator = sf_reading_get_denominator (before);
  one.value = sf_reading_get_value (before);
  if (says_another (&one))
    g_array_append_val (self->replaced, one);
  else
    self->n_same++;
}

SfReadingsCompared *
sf_readings_compare (SfModel *model, GPtrArray *edits)
{
  SfReadingsCompared *self = g_new0 (SfReadingsCompared, 1);
  g_autoptr (GHashTable) measures = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (SF_IS_MODEL (model) && edits != NULL, NULL);

  self->replaced = g_array_new (FALSE, FALSE, sizeof (SfReplacedReading));
  for (guint i = 0; i < edits->len; i++)
    {
      SfReadingEdit *edit = edits->pdata[i];
      g_autofree char *key
          = make_key (sf_record_get_uuid (SF_RECORD (edit->measure)),
                      edit->group != NULL ? sf_record_get_uuid (SF_RECORD (edit->group)) : NULL,
                      edit->starts_on);

      add_readings (model, edit->measure, measures, readings);
      compare_one (self, edit, g_hash_table_lookup (readings, key));
    }
  return self;
}

void
sf_readings_compared_free (SfReadingsCompared *self)
{
  g_array_unref (self->replaced);
  g_free (self);
}
