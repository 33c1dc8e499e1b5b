/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome.h"

#include "base/sf-date.h"
#include "model/sf-period.h"
#include "model/sf-record-private.h"

#include <math.h>
#include <string.h>

struct _SfOutcome
{
  SfModel *model;       /* borrowed */
  SfMeasure *measure;   /* owned */
  GPtrArray *periods;   /* of char * */
  GPtrArray *groups;    /* of SfFamilyGroup, owned */
  GHashTable *readings; /* of SfReading, owned, by group and period */
};

/* --- the lists ------------------------------------------------------------------------------- */

/* Both classes have a place and can be retired; only the numbers of their columns differ. */
static GPtrArray *
list_in_order (GPtrArray *records, guint position, guint retired)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      SfRecord *record = records->pdata[i];
      guint at = list->len;

      if (sf_record_get_int (record, retired) != SF_NULL_INT)
        continue;
      while (at > 0
             && sf_record_get_int (list->pdata[at - 1], position)
                    > sf_record_get_int (record, position))
        at--;
      g_ptr_array_insert (list, (int)at, g_object_ref (record));
    }
  return list;
}

GPtrArray *
sf_model_list_measures (SfModel *model, SfCentre *centre)
{
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (model, SF_TYPE_MEASURE, SF_MEASURE_CENTRE, centre);

  return list_in_order (all, SF_MEASURE_POSITION, SF_MEASURE_RETIRED_AT);
}

GPtrArray *
sf_model_list_family_groups (SfModel *model, SfCentre *centre)
{
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (model, SF_TYPE_FAMILY_GROUP, SF_FAMILY_GROUP_CENTRE, centre);

  return list_in_order (all, SF_FAMILY_GROUP_POSITION, SF_FAMILY_GROUP_RETIRED_AT);
}

/* --- the table ------------------------------------------------------------------------------- */

/* A key of the table; lives as long as the group's UUID and the date that it points to. */
typedef struct
{
  SfUuid group;
  char starts_on[11];
} Cell;

static void
make_cell (Cell *cell, const SfUuid *group, const char *starts_on)
{
  memset (cell, 0, sizeof *cell);
  if (group != NULL)
    cell->group = *group;
  g_strlcpy (cell->starts_on, starts_on, sizeof cell->starts_on);
}

static guint
hash_cell (gconstpointer data)
{
  const Cell *cell = data;

  return sf_uuid_hash (&cell->group) ^ g_str_hash (cell->starts_on);
}

static gboolean
same_cell (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Cell)) == 0;
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
take_readings (SfOutcome *self, GHashTable *used)
{
  g_autoptr (GPtrArray) readings
      = sf_model_list_referring (self->model, SF_TYPE_READING, SF_READING_MEASURE, self->measure);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < readings->len; i++)
    {
      SfReading *reading = readings->pdata[i];
      const SfUuid *group = sf_reading_get_family_group (reading);
      const char *starts_on = sf_reading_get_starts_on (reading);
      Cell *cell = g_new (Cell, 1);

      make_cell (cell, group, starts_on);
      g_hash_table_insert (self->readings, cell, g_object_ref (reading));
      if (group != NULL)
        g_hash_table_add (used, (gpointer)group);
      if (g_hash_table_add (seen, (gpointer)starts_on))
        g_ptr_array_add (self->periods, g_strdup (starts_on));
    }
  g_ptr_array_sort (self->periods, compare_text);
}

static void
take_groups (SfOutcome *self, GHashTable *used)
{
  SfCentre *centre = sf_model_find (self->model, sf_measure_get_centre (self->measure));
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (self->model, SF_TYPE_FAMILY_GROUP, SF_FAMILY_GROUP_CENTRE, centre);

  self->groups = sf_model_list_family_groups (self->model, centre);
  for (guint i = 0; i < all->len; i++)
    if (sf_family_group_get_retired_at (all->pdata[i]) != SF_NULL_INT
        && g_hash_table_contains (used, sf_record_get_uuid (all->pdata[i])))
      g_ptr_array_add (self->groups, g_object_ref (all->pdata[i]));
}

/**
 * sf_outcome_new:
 * @model: a model; outlives it
 * @measure: one of its measures
 *
 * Returns: (transfer full): the table of its readings
 */
SfOutcome *
sf_outcome_new (SfModel *model, SfMeasure *measure)
{
  SfOutcome *self = g_new0 (SfOutcome, 1);
  g_autoptr (GHashTable) used = g_hash_table_new (sf_uuid_hash, sf_uuid_equal);

  self->model = model;
  self->measure = g_object_ref (measure);
  self->periods = g_ptr_array_new_with_free_func (g_free);
  self->readings = g_hash_table_new_full (hash_cell, same_cell, g_free, g_object_unref);
  take_readings (self, used);
  take_groups (self, used);
  return self;
}

void
sf_outcome_free (SfOutcome *self)
{
  g_clear_pointer (&self->readings, g_hash_table_unref);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_object (&self->measure);
  g_free (self);
}

SfMeasure *
sf_outcome_get_measure (SfOutcome *self)
{
  return self->measure;
}

GPtrArray *
sf_outcome_get_periods (SfOutcome *self)
{
  return self->periods;
}

GPtrArray *
sf_outcome_get_groups (SfOutcome *self)
{
  return self->groups;
}

SfReading *
sf_outcome_get_reading (SfOutcome *self, SfFamilyGroup *group, const char *starts_on)
{
  Cell cell;

  make_cell (&cell, group != NULL ? sf_record_get_uuid (SF_RECORD (group)) : NULL, starts_on);
  return g_hash_table_lookup (self->readings, &cell);
}

SfReading *
sf_outcome_get_latest (SfOutcome *self, SfFamilyGroup *group, const char *before)
{
  for (guint i = self->periods->len; i > 0; i--)
    {
      const char *starts_on = self->periods->pdata[i - 1];
      SfReading *reading = NULL;

      if (before == NULL || strcmp (starts_on, before) < 0)
        reading = sf_outcome_get_reading (self, group, starts_on);
      if (reading != NULL && isfinite (sf_reading_get_figure (self->measure, reading)))
        return reading;
    }
  return NULL;
}

void
sf_outcome_filter (SfOutcome *self, SfOutcomeFilter keep, gpointer data)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer reading;

  g_hash_table_iter_init (&iter, self->readings);
  while (g_hash_table_iter_next (&iter, NULL, &reading))
    if (keep (self, reading, data))
      g_hash_table_add (left, (gpointer)sf_reading_get_starts_on (reading));
    else
      g_hash_table_iter_remove (&iter);
  for (guint i = self->periods->len; i > 0; i--)
    if (!g_hash_table_contains (left, self->periods->pdata[i - 1]))
      g_ptr_array_remove_index (self->periods, i - 1);
}

/* (transfer full): one of the same cell that is in no model */
static SfReading *
make_reading (SfReading *from, gint64 count, gint64 denominator)
{
  SfRecord *reading = sf_record_new (SF_TYPE_READING, sf_record_get_uuid (SF_RECORD (from)));
  g_auto (SfValue) value = { 0 };

  sf_value_set_uuid (&value, sf_reading_get_measure (from));
  sf_record_load (reading, SF_READING_MEASURE, &value);
  if (sf_reading_get_family_group (from) != NULL)
    {
      sf_value_set_uuid (&value, sf_reading_get_family_group (from));
      sf_record_load (reading, SF_READING_FAMILY_GROUP, &value);
    }
  sf_value_set_text (&value, sf_reading_get_starts_on (from));
  sf_record_load (reading, SF_READING_STARTS_ON, &value);
  /* its date is known while it is the same number */
  if (denominator == sf_reading_get_denominator (from)
      && sf_reading_get_denominator_on (from) != NULL)
    {
      sf_value_set_text (&value, sf_reading_get_denominator_on (from));
      sf_record_load (reading, SF_READING_DENOMINATOR_ON, &value);
    }
  sf_value_set_int (&value, count);
  sf_record_load (reading, SF_READING_COUNT, &value);
  if (denominator >= 0)
    {
      sf_value_set_int (&value, denominator);
      sf_record_load (reading, SF_READING_DENOMINATOR, &value);
    }
  return SF_READING (reading);
}

void
sf_outcome_put (
    SfOutcome *self, SfFamilyGroup *group, const char *starts_on, gint64 count, gint64 denominator)
{
  SfReading *there = sf_outcome_get_reading (self, group, starts_on);
  Cell *cell;

  g_return_if_fail (there != NULL);

  cell = g_new (Cell, 1);
  make_cell (cell, group != NULL ? sf_record_get_uuid (SF_RECORD (group)) : NULL, starts_on);
  g_hash_table_replace (self->readings, cell, make_reading (there, count, denominator));
}

/* --- one reading ----------------------------------------------------------------------------- */

static gboolean
is_proportion (SfMeasure *measure)
{
  return strcmp (sf_measure_get_kind (measure), "proportion") == 0;
}

double
sf_reading_get_figure (SfMeasure *measure, SfReading *reading)
{
  gint64 count = sf_reading_get_count (reading);
  gint64 denominator = sf_reading_get_denominator (reading);

  if (strcmp (sf_measure_get_kind (measure), "mean") == 0)
    return sf_reading_get_value (reading);
  if (count == SF_NULL_INT)
    return NAN;
  if (!is_proportion (measure))
    return (double)count;
  return denominator != SF_NULL_INT && denominator > 0 ? (double)count / (double)denominator : NAN;
}

gboolean
sf_reading_get_interval (SfMeasure *measure, SfReading *reading, SfInterval *interval)
{
  return is_proportion (measure) && sf_measure_get_full_count (measure) == 0
         && sf_interval_of_proportion (sf_reading_get_count (reading),
                                       sf_reading_get_denominator (reading), interval);
}

gboolean
sf_reading_is_stale (SfMeasure *measure, SfReading *reading)
{
  const char *of = sf_reading_get_denominator_on (reading);
  g_autofree char *end
      = sf_period_get_end (sf_measure_get_period (measure), sf_reading_get_starts_on (reading));

  return of != NULL && end != NULL && sf_date_days_between (of, end) > SF_OUTCOME_STALE_DAYS;
}

gint64
sf_reading_get_missing (SfMeasure *measure, SfReading *reading)
{
  gint64 count = sf_reading_get_count (reading);
  gint64 denominator = sf_reading_get_denominator (reading);
  double aim = sf_measure_get_aim (measure);
  gint64 parts;

  if (!is_proportion (measure) || !isfinite (aim) || aim < 0 || aim > 1 || count == SF_NULL_INT
      || denominator == SF_NULL_INT || denominator <= 0 || denominator > SF_INTERVAL_MOST)
    return -1;
  parts = llround (aim * 10000) * denominator;
  if (g_strcmp0 (sf_measure_get_direction (measure), "down") == 0)
    return MAX (0, count - parts / 10000);
  return MAX (0, (parts + 9999) / 10000 - count);
}
