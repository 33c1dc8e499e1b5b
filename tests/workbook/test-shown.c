/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook-helpers.h"

#include "model/sf-outcome-published.h"
#include "workbook/sf-workbook-shown.h"

#include <glib/gstdio.h>

/* What a report showed is kept beside history: nothing calls a report back. */

#define START "2026-04-01"

static SfMeasure *
get_measure (Centre *centre)
{
  return first_of (centre->workbook, SF_TYPE_MEASURE);
}

static void
set_reading (Centre *centre, SfFamilyGroup *group, gint64 count, gint64 of)
{
  SfReadingEdit *edit = sf_reading_edit_new (get_measure (centre), group, START);
  g_autoptr (GError) error = NULL;

  edit->sets = SF_READING_SETS_COUNT | SF_READING_SETS_DENOMINATOR;
  edit->count = count;
  edit->denominator = of;
  sf_workbook_set_reading (centre->workbook, edit, &error);
  g_assert_no_error (error);
  sf_reading_edit_free (edit);
  sync_workbook (centre->workbook);
}

/* 40 of 80 families, of whom 30 of 60 in one group. */
static void
set_up (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_centre (centre, data);
  sf_workbook_add_measure (centre->workbook, centre->centre, "Reach", "proportion", "year", NULL,
                           &error);
  g_assert_no_error (error);
  sf_workbook_add_family_group (centre->workbook, centre->centre, NULL, "The Dell", NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  set_reading (centre, NULL, 40, 80);
  set_reading (centre, first_of (centre->workbook, SF_TYPE_FAMILY_GROUP), 30, 60);
}

static SfPublished *
get_published (Centre *centre)
{
  return sf_published_new (sf_workbook_get_model (centre->workbook), get_measure (centre), NULL,
                           G_MAXUINT);
}

static gboolean
note (Centre *centre, GError **error)
{
  g_autoptr (SfPublished) published = get_published (centre);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);

  sf_published_note_all (published, shown);
  return sf_workbook_note_shown_sync (centre->workbook, shown, "report", error);
}

static void
note_well (Centre *centre)
{
  g_autoptr (GError) error = NULL;

  note (centre, &error);
  g_assert_no_error (error);
}

static guint
count_shown (Centre *centre)
{
  GPtrArray *shown
      = sf_model_list_shown (sf_workbook_get_model (centre->workbook),
                             sf_record_get_uuid (SF_RECORD (get_measure (centre))), START);

  return shown != NULL ? shown->len : 0;
}

/* The Dell becomes 37 of 74: beside the first report it would tell of 3 others. */
static void
assert_protected (Centre *centre, gboolean is_protected)
{
  g_autoptr (SfPublished) published = get_published (centre);
  SfFamilyGroup *group = first_of (centre->workbook, SF_TYPE_FAMILY_GROUP);

  g_assert_cmpint (sf_published_is_withheld (published, group, START), ==, is_protected);
}

static void
test_kept (Centre *centre, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    note_well (centre);
  g_assert_cmpuint (count_shown (centre), ==, 1);
  /* printing ten times costs nothing */
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM shown"), ==, 1);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM shown_figure WHERE is_shown"), ==, 2);
  g_assert_cmpuint (count_shown (centre), ==, 1);
  note_well (centre);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM shown"), ==, 1);
  set_reading (centre, first_of (centre->workbook, SF_TYPE_FAMILY_GROUP), 37, 74);
  assert_protected (centre, TRUE);
  note_well (centre);
  g_assert_cmpuint (count_shown (centre), ==, 2);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM shown"), ==, 2);
  assert_sound (centre->workbook);
}

/* One family more is shown to nobody who had the first report; what is kept says so. */
static void
test_held (Centre *centre, gconstpointer data)
{
  SfFamilyGroup *group = first_of (centre->workbook, SF_TYPE_FAMILY_GROUP);
  g_autoptr (SfPublished) published = NULL;
  SfReading *reading;

  note_well (centre);
  set_reading (centre, group, 31, 61);
  published = get_published (centre);
  reading = sf_outcome_get_reading (sf_published_get_outcome (published), group, START);
  g_assert_true (sf_published_is_held (published, group, START));
  g_assert_cmpint (sf_reading_get_count (reading), ==, 30);
  g_assert_cmpint (sf_reading_get_denominator (reading), ==, 60);
  note_well (centre);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM shown_figure WHERE count = 31"), ==, 1);
  g_assert_cmpint (ask_file (centre,
                             "SELECT count (*) FROM shown_figure WHERE count = 31 AND is_shown"),
                   ==, 0);
  assert_sound (centre->workbook);
}

/* Undo, deleting and what undo brings back: the report is out all the same. */
static void
test_history (Centre *centre, gconstpointer data)
{
  guint steps = 0;

  note_well (centre);
  for (; sf_workbook_get_can_undo (centre->workbook); steps++)
    {
      sf_workbook_undo (centre->workbook);
      sync_workbook (centre->workbook);
    }
  g_assert_cmpuint (steps, >=, 4);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_MEASURE), ==, 0);
  assert_sound (centre->workbook);
  reopen_workbook (centre);
  for (; steps > 0; steps--)
    {
      sf_workbook_redo (centre->workbook);
      sync_workbook (centre->workbook);
    }
  g_assert_cmpuint (count_shown (centre), ==, 1);
  set_reading (centre, first_of (centre->workbook, SF_TYPE_FAMILY_GROUP), 37, 74);
  assert_protected (centre, TRUE);
  /* and it is no step */
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  assert_protected (centre, FALSE);
  assert_sound (centre->workbook);
}

/* What can only be read cannot keep it, says so, and knows it until it is closed. */
static void
test_read_only (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  close_workbook (centre);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  find_records (centre);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (note (centre, &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_READ_ONLY);
      g_clear_error (&error);
    }
  g_assert_cmpuint (count_shown (centre), ==, 1);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM shown"), ==, 0);
  g_assert_cmpuint (count_shown (centre), ==, 0);
}

/* A backup has it, and so has what is salvaged of a file. */
static void
test_copies (Centre *centre, gconstpointer data)
{
  g_autofree char *to = g_build_filename (centre->folder, "salvaged.sixfold", NULL);
  g_autoptr (GError) error = NULL;

  note_well (centre);
  close_workbook (centre);
  g_assert_true (sf_workbook_salvage (centre->path, NULL, to, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (to, centre->path), ==, 0);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (centre);
  g_assert_cmpuint (count_shown (centre), ==, 1);
  assert_sound (centre->workbook);
}

/* Rows that no program of ours has written do no harm. */
static void
test_strange (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  note_well (centre);
  close_workbook (centre);
  run_sql (centre, "PRAGMA ignore_check_constraints = ON;"
                   "INSERT INTO shown (measure, starts_on, at, way) VALUES"
                   " (zeroblob (3), 'never', 1, 'fax'), (zeroblob (16), '2026-04-01', 2, 'list');"
                   "INSERT INTO shown_figure (shown, family_group, count, denominator, is_shown)"
                   " SELECT id, NULL, -5, -7, 9 FROM shown");
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (centre);
  assert_protected (centre, FALSE);
  note_well (centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/shown/kept", Centre, NULL, set_up, test_kept, tear_down_centre);
  g_test_add ("/shown/held", Centre, NULL, set_up, test_held, tear_down_centre);
  g_test_add ("/shown/history", Centre, NULL, set_up, test_history, tear_down_centre);
  g_test_add ("/shown/read-only", Centre, NULL, set_up, test_read_only, tear_down_centre);
  g_test_add ("/shown/copies", Centre, NULL, set_up, test_copies, tear_down_centre);
  g_test_add ("/shown/strange", Centre, NULL, set_up, test_strange, tear_down_centre);
  return run_tests_in_own_home ();
}
