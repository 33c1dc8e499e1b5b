/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "random-walk.h"

#include "base/sf-clock.h"
#include "model/sf-period.h"
#include "model/sf-shipped-measure.h"

#include <math.h>

/* --- measures and groups --------------------------------------------------------------------- */

/* Places begin at 1 in each centre and go on after the last. */
static gint64
next_position (Walk *walk, GType type, guint centre_column, guint column, SfCentre *centre)
{
  GListModel *list = sf_model_get_list (MODEL (walk), type);
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfRecord) record = g_list_model_get_item (list, i);

      if (sf_uuid_equal (sf_record_get_ref (record, centre_column), UUID (centre)))
        last = MAX (last, sf_record_get_int (record, column));
    }
  return last + 1;
}

static void
put_measure (Walk *walk, const SfUuid *uuid, SfCentre *centre, const char *title, gint64 position)
{
  simple_add (walk->simple, SF_TYPE_MEASURE, uuid);
  simple_put_ref (walk->simple, SF_TYPE_MEASURE, uuid, SF_MEASURE_CENTRE, UUID (centre));
  simple_put_text (walk->simple, SF_TYPE_MEASURE, uuid, SF_MEASURE_TITLE, title);
  simple_put_int (walk->simple, SF_TYPE_MEASURE, uuid, SF_MEASURE_FULL_COUNT, 0);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, uuid, SF_MEASURE_DIRECTION, "up");
  simple_put_int (walk->simple, SF_TYPE_MEASURE, uuid, SF_MEASURE_POSITION, position);
}

gboolean
random_add_measure (Walk *walk)
{
  static const char *const kinds[] = { "proportion", "count", "mean", "guess" };
  static const char *const periods[] = { "month", "quarter", "term", "year", "fortnight" };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = walk_make_title (walk);
  SfCentre *centre;
  const char *kind = kinds[g_rand_int_range (walk->rand, 0, 4)];
  const char *period = periods[g_rand_int_range (walk->rand, 0, 5)];
  gint64 position;
  gboolean done;
  SfUuid uuid;

  sync_workbook (walk->centre.workbook);
  centre = walk_pick (walk, SF_TYPE_CENTRE);
  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_MEASURE) >= 8)
    return FALSE;
  position = next_position (walk, SF_TYPE_MEASURE, SF_MEASURE_CENTRE, SF_MEASURE_POSITION, centre);
  done
      = sf_workbook_add_measure (walk->centre.workbook, centre, title, kind, period, &uuid, &error);
  walk_assert_answer (done, !g_str_equal (kind, "guess") && !g_str_equal (period, "fortnight"),
                      &error);
  if (!done)
    return TRUE;
  put_measure (walk, &uuid, centre, title, position);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_KIND, kind);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_PERIOD, period);
  return TRUE;
}

gboolean
random_take_measure (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = sf_shipped_measures_list ();
  const SfShippedMeasure *shipped
      = list->pdata[g_rand_int_range (walk->rand, 0, (gint32)list->len)];
  SfCentre *centre;
  gboolean known = !walk_chance (walk, 6);
  gint64 position;
  SfUuid uuid;

  sync_workbook (walk->centre.workbook);
  centre = walk_pick (walk, SF_TYPE_CENTRE);
  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_MEASURE) >= 8)
    return FALSE;
  position = next_position (walk, SF_TYPE_MEASURE, SF_MEASURE_CENTRE, SF_MEASURE_POSITION, centre);
  walk_assert_answer (sf_workbook_take_measure (walk->centre.workbook, centre,
                                                known ? shipped->id : "none", &uuid, &error),
                      known, &error);
  if (!known)
    return TRUE;
  put_measure (walk, &uuid, centre, shipped->title, position);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_SHIPPED, shipped->id);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_EXPLANATION,
                   shipped->explanation);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_KIND, shipped->kind);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_PERIOD, shipped->period);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_UNIT, shipped->unit);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_DIRECTION, shipped->direction);
  simple_put_text (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_SOURCE, shipped->source);
  simple_put_int (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_FULL_COUNT, shipped->full_count);
  simple_put_real (walk->simple, SF_TYPE_MEASURE, &uuid, SF_MEASURE_AIM, shipped->aim);
  return TRUE;
}

gboolean
random_add_family_group (Walk *walk)
{
  static const char *const words[] = { "fathers", "disabled", "cousins", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = walk_chance (walk, 3) ? NULL : walk_make_title (walk);
  SfCentre *centre;
  const char *word = words[g_rand_int_range (walk->rand, 0, 4)];
  gboolean known = word == NULL || !g_str_equal (word, "cousins");
  gboolean expected = known && (word != NULL || title != NULL);
  gint64 position;
  gboolean done;
  SfUuid uuid;

  sync_workbook (walk->centre.workbook);
  centre = walk_pick (walk, SF_TYPE_CENTRE);
  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_FAMILY_GROUP) >= 8)
    return FALSE;
  position = next_position (walk, SF_TYPE_FAMILY_GROUP, SF_FAMILY_GROUP_CENTRE,
                            SF_FAMILY_GROUP_POSITION, centre);
  done = sf_workbook_add_family_group (walk->centre.workbook, centre, word, title, &uuid, &error);
  walk_assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_FAMILY_GROUP, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_FAMILY_GROUP, &uuid, SF_FAMILY_GROUP_CENTRE, UUID (centre));
  simple_put_text (walk->simple, SF_TYPE_FAMILY_GROUP, &uuid, SF_FAMILY_GROUP_SHIPPED, word);
  simple_put_text (walk->simple, SF_TYPE_FAMILY_GROUP, &uuid, SF_FAMILY_GROUP_TITLE,
                   title != NULL                   ? title
                   : g_str_equal (word, "fathers") ? "Fathers"
                                                   : "Disabled children and parents");
  simple_put_int (walk->simple, SF_TYPE_FAMILY_GROUP, &uuid, SF_FAMILY_GROUP_POSITION, position);
  return TRUE;
}

/* --- readings -------------------------------------------------------------------------------- */

static SfReading *
find_reading (Walk *walk, const SfReadingEdit *edit)
{
  GListModel *list = sf_model_get_list (MODEL (walk), SF_TYPE_READING);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfReading) reading = g_list_model_get_item (list, i);
      const SfUuid *group = sf_reading_get_family_group (reading);

      if (sf_uuid_equal (sf_reading_get_measure (reading), UUID (edit->measure))
          && g_str_equal (sf_reading_get_starts_on (reading), edit->starts_on)
          && (group == NULL) == (edit->group == NULL)
          && (group == NULL || sf_uuid_equal (group, UUID (edit->group))))
        return reading; /* the model keeps it */
    }
  return NULL;
}

/* Of the first day of its period mostly, of all or of a group of its centre. */
static SfReadingEdit *
make_edit (Walk *walk, gboolean *good)
{
  SfMeasure *measure = walk_pick (walk, SF_TYPE_MEASURE);
  SfFamilyGroup *group = walk_chance (walk, 2) ? walk_pick (walk, SF_TYPE_FAMILY_GROUP) : NULL;
  g_autofree char *start = NULL, *today = sf_clock_today ();
  SfReadingEdit *edit;

  if (measure == NULL)
    return NULL;
  start = sf_period_get_start (sf_measure_get_period (measure), walk_pick_date (walk));
  edit = sf_reading_edit_new (measure, group, walk_chance (walk, 12) ? "2026-04-02" : start);
  edit->sets = SF_READING_SETS_COUNT | SF_READING_SETS_DENOMINATOR | SF_READING_SETS_VALUE;
  edit->count = walk_chance (walk, 5) ? SF_NULL_INT : g_rand_int_range (walk->rand, -1, 30);
  edit->denominator = walk_chance (walk, 5) ? SF_NULL_INT : g_rand_int_range (walk->rand, 10, 40);
  edit->value = walk_chance (walk, 2) ? (double)NAN : 0.25;
  *good
      = start != NULL && g_str_equal (edit->starts_on, start)
        && sf_period_has_begun (start, today, NULL) && edit->count != -1
        && (group == NULL
            || sf_uuid_equal (sf_family_group_get_centre (group), sf_measure_get_centre (measure)))
        && (edit->count == SF_NULL_INT || edit->denominator == SF_NULL_INT
            || edit->count <= edit->denominator);
  return edit;
}

/* @there: the reading before; the one after is in the model. */
static void
put_reading (Walk *walk, const SfReadingEdit *edit, SfReading *there)
{
  gboolean empty
      = edit->count == SF_NULL_INT && edit->denominator == SF_NULL_INT && isnan (edit->value);
  const SfUuid *uuid;

  if (empty && there != NULL)
    simple_remove (walk->simple, SF_RECORD (there));
  if (empty)
    return;
  sync_workbook (walk->centre.workbook);
  uuid = UUID (find_reading (walk, edit));
  if (there == NULL)
    {
      simple_add (walk->simple, SF_TYPE_READING, uuid);
      simple_put_ref (walk->simple, SF_TYPE_READING, uuid, SF_READING_MEASURE,
                      UUID (edit->measure));
      if (edit->group != NULL)
        simple_put_ref (walk->simple, SF_TYPE_READING, uuid, SF_READING_FAMILY_GROUP,
                        UUID (edit->group));
      simple_put_text (walk->simple, SF_TYPE_READING, uuid, SF_READING_STARTS_ON, edit->starts_on);
    }
  simple_put_int (walk->simple, SF_TYPE_READING, uuid, SF_READING_COUNT, edit->count);
  simple_put_int (walk->simple, SF_TYPE_READING, uuid, SF_READING_DENOMINATOR, edit->denominator);
  simple_put_real (walk->simple, SF_TYPE_READING, uuid, SF_READING_VALUE, edit->value);
}

gboolean
random_set_reading (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfReading) there = NULL;
  gboolean good;
  SfReadingEdit *edit;

  sync_workbook (walk->centre.workbook);
  edit = make_edit (walk, &good);
  if (edit == NULL)
    return FALSE;
  there = find_reading (walk, edit);
  if (there != NULL)
    g_object_ref (there);
  walk_assert_answer (sf_workbook_set_reading (walk->centre.workbook, edit, &error), good, &error);
  if (good)
    put_reading (walk, edit, there);
  sf_reading_edit_free (edit);
  return TRUE;
}

/* The same reading three times in one step: the last counts. */
gboolean
random_set_readings (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_reading_edit_free);
  g_autoptr (SfReading) there = NULL;
  gboolean good;
  SfReadingEdit *edit;

  sync_workbook (walk->centre.workbook);
  edit = make_edit (walk, &good);
  if (edit == NULL)
    return FALSE;
  there = find_reading (walk, edit);
  if (there != NULL)
    g_object_ref (there);
  for (guint i = 0; i < 2; i++)
    {
      SfReadingEdit *other = sf_reading_edit_new (edit->measure, edit->group, edit->starts_on);

      other->sets = SF_READING_SETS_COUNT | SF_READING_SETS_DENOMINATOR;
      other->count = i;
      other->denominator = 10;
      g_ptr_array_add (edits, other);
    }
  g_ptr_array_add (edits, edit);
  /* Nothing that is only made to be taken away again. */
  if (edit->count == SF_NULL_INT && edit->denominator == SF_NULL_INT)
    return FALSE;
  walk_assert_answer (sf_workbook_set_readings (walk->centre.workbook, edits, "Three at once",
                                                &error),
                      good, &error);
  if (good)
    put_reading (walk, edit, there);
  return TRUE;
}
