/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "model/sf-period.h"
#include "model/sf-record-private.h"
#include "workbook/sf-workbook-readings.h"

/* A window that opens a long file shows its first page before the readings of measures are there.
 * However steps come between, the model ends as the file is. */

#define MONTHS 400
#define GROUPS 3
#define READINGS (MONTHS * GROUPS) /* two pieces */

static SfMeasure *
add_measure (Centre *centre)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_add_measure (centre->workbook, centre->centre, "Fathers at the group", "count",
                           "month", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < GROUPS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Group %u", i);
      sf_workbook_add_family_group (centre->workbook, centre->centre, NULL, title, NULL, &error);
      g_assert_no_error (error);
    }
  sync_workbook (centre->workbook);
  return first_of (centre->workbook, SF_TYPE_MEASURE);
}

static SfReadingEdit *
make_edit (Centre *centre, guint group, guint month, gint64 count)
{
  g_autoptr (SfFamilyGroup) of = g_list_model_get_item (
      sf_model_get_list (sf_workbook_get_model (centre->workbook), SF_TYPE_FAMILY_GROUP), group);
  g_autofree char *start = sf_period_move ("month", "1950-01-01", (int)month);
  SfReadingEdit *edit
      = sf_reading_edit_new (first_of (centre->workbook, SF_TYPE_MEASURE), of, start);

  edit->sets = SF_READING_SETS_COUNT;
  edit->count = count;
  return edit;
}

static void
set_up_long (Centre *centre, gconstpointer data)
{
  g_autoptr (GPtrArray) edits
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_reading_edit_free);
  g_autoptr (GError) error = NULL;

  set_up_centre (centre, data);
  add_measure (centre);
  for (guint group = 0; group < GROUPS; group++)
    for (guint month = 0; month < MONTHS; month++)
      g_ptr_array_add (edits, make_edit (centre, group, month, month));
  sf_workbook_set_readings (centre->workbook, edits, "All months", &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_READING), ==, READINGS);
}

static void
open_as (Centre *centre, SfOpenFlags flags)
{
  g_autoptr (GError) error = NULL;

  if (centre->workbook != NULL)
    close_workbook (centre);
  centre->workbook = sf_workbook_open (centre->path, flags, &error);
  g_assert_no_error (error);
  find_records (centre);
}

static void
wait_for_readings (Centre *centre)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_wait_for_readings (centre->workbook, &error);
  g_assert_no_error (error);
  g_assert_true (sf_workbook_has_readings (centre->workbook));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char **)a, *(const char **)b);
}

/* Each reading as a line, in an order that does not depend on how they came. */
static GPtrArray *
describe_readings (Centre *centre)
{
  GListModel *list = sf_model_get_list (sf_workbook_get_model (centre->workbook), SF_TYPE_READING);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfReading) reading = g_list_model_get_item (list, i);
      g_autofree char *uuid = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (reading)));

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %" G_GINT64_FORMAT, uuid,
                                               sf_reading_get_starts_on (reading),
                                               sf_reading_get_count (reading)));
    }
  g_ptr_array_sort (lines, compare_texts);
  return lines;
}

/* What the model has is what is in the file, and nothing is there twice. */
static void
assert_as_in_file (Centre *centre, guint n)
{
  g_autoptr (GPtrArray) later = NULL, sooner = NULL;

  sync_workbook (centre->workbook);
  wait_for_readings (centre);
  later = describe_readings (centre);
  open_as (centre, SF_OPEN_DEFAULT);
  sooner = describe_readings (centre);
  g_assert_cmpuint (later->len, ==, n);
  g_assert_cmpuint (sooner->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (later->pdata[i], ==, sooner->pdata[i]);
}

/* --- what comes later ---------------------------------------------------------------------- */

static void
count_cb (SfModel *model, guint *n)
{
  (*n)++;
}

static void
test_later (Centre *centre, gconstpointer data)
{
  guint changed = 0;

  open_as (centre, SF_OPEN_READINGS_LATER);
  g_assert_false (sf_workbook_has_readings (centre->workbook));
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_READING), ==, 0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_MEASURE), ==, 1);
  g_signal_connect (sf_workbook_get_model (centre->workbook), "changed", G_CALLBACK (count_cb),
                    &changed);
  sf_workbook_load_readings (centre->workbook);
  while (!sf_workbook_has_readings (centre->workbook))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (changed, ==, 1);
  assert_as_in_file (centre, READINGS);
}

static void
test_only_read (Centre *centre, gconstpointer data)
{
  open_as (centre, SF_OPEN_READINGS_LATER | SF_OPEN_READ_ONLY);
  g_assert_true (sf_workbook_has_readings (centre->workbook));
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_READING), ==, READINGS);
}

/* --- with steps between -------------------------------------------------------------------- */

static void
test_undone_first (Centre *centre, gconstpointer data)
{
  open_as (centre, SF_OPEN_READINGS_LATER);
  sf_workbook_undo (centre->workbook);
  assert_as_in_file (centre, 0);
  open_as (centre, SF_OPEN_READINGS_LATER);
  sf_workbook_redo (centre->workbook);
  assert_as_in_file (centre, READINGS);
}

/* Steps that are asked for while pieces come. */
static void
test_undone_between (Centre *centre, gconstpointer data)
{
  for (guint pieces = 0; pieces < 3; pieces++)
    {
      open_as (centre, SF_OPEN_READINGS_LATER);
      sf_workbook_load_readings (centre->workbook);
      for (guint i = 0; i < pieces && !sf_workbook_has_readings (centre->workbook); i++)
        g_main_context_iteration (NULL, TRUE);
      if (pieces % 2 == 0)
        sf_workbook_undo (centre->workbook);
      else
        sf_workbook_redo (centre->workbook);
      assert_as_in_file (centre, pieces % 2 == 0 ? 0 : READINGS);
    }
}

/* A reading that is in the file and not yet in the model is changed, not written a second time. */
static void
test_set_at_once (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfReadingEdit *edit;

  open_as (centre, SF_OPEN_READINGS_LATER);
  edit = make_edit (centre, 1, MONTHS - 1, 7777);
  sf_workbook_set_reading (centre->workbook, edit, &error);
  g_assert_no_error (error);
  sf_reading_edit_free (edit);
  assert_as_in_file (centre, READINGS);
}

static void
test_closed_between (Centre *centre, gconstpointer data)
{
  open_as (centre, SF_OPEN_READINGS_LATER);
  sf_workbook_load_readings (centre->workbook);
  open_as (centre, SF_OPEN_READINGS_LATER);
  assert_as_in_file (centre, READINGS);
}

/* --- what cannot be read ------------------------------------------------------------------- */

static void
test_damaged (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfReadingEdit *edit;

  close_workbook (centre);
  run_sql (centre, "PRAGMA ignore_check_constraints = ON;"
                   "UPDATE reading SET uuid = x'00' WHERE id = 1150");
  open_as (centre, SF_OPEN_READINGS_LATER);
  edit = make_edit (centre, 0, 0, 5);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*were not read*");
  g_assert_false (sf_workbook_set_reading (centre->workbook, edit, &error));
  g_test_assert_expected_messages ();
  g_assert_error (error, SF_ERROR, SF_ERROR_IO);
  g_assert_false (sf_workbook_has_readings (centre->workbook));
  sf_reading_edit_free (edit);
}

int
main (int argc, char **argv)
{
#define ADD(path, function)                                                                        \
  g_test_add ("/workbook/readings-later/" path, Centre, NULL, set_up_long, function,               \
              tear_down_centre)
  g_test_init (&argc, &argv, NULL);
  ADD ("later", test_later);
  ADD ("only-read", test_only_read);
  ADD ("undone-first", test_undone_first);
  ADD ("undone-between", test_undone_between);
  ADD ("set-at-once", test_set_at_once);
  ADD ("closed-between", test_closed_between);
  ADD ("damaged", test_damaged);
  return run_tests_in_own_home ();
}
