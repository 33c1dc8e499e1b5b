/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "base/sf-clock.h"
#include "workbook/sf-place.h"
#include "workbook/sf-workbook-private.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that cannot be opened or written, each with its sentence; two programs at one file; what
 * operations refuse; edits that wait. */

/* A sentence for a person: it begins with a capital or a quotation mark and ends with a stop. */
static void
assert_sentence (const GError *error, SfError code)
{
  const char *message;

  g_assert_error (error, SF_ERROR, (int)code);
  message = error->message;
  g_test_message ("%s", message);
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (message))
                 || g_utf8_get_char (message) == 0x201c);
  g_assert_true (g_str_has_suffix (message, "."));
}

static char *
read_all (const char *path, gsize *length)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Refused, and left as it was. */
static void
assert_refused (const char *path, SfOpenFlags flags, SfError code)
{
  g_autoptr (GError) error = NULL;
  gsize before_length, after_length;
  g_autofree char *before = read_all (path, &before_length);
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, flags, &error);
  g_autofree char *after = NULL;

  g_assert_null (workbook);
  assert_sentence (error, code);
  after = read_all (path, &after_length);
  g_assert_cmpmem (before, before_length, after, after_length);
}

/* --- not ours, damaged, too new
 * ------------------------------------------------------------------------ */

static void
test_not_ours (Centre *centre, gconstpointer data)
{
  static const char *const contents[]
      = { "", "Dear committee,\n", "SQLite format 3", "PK\3\4 and so on" };
  g_autofree char *path = g_build_filename (centre->folder, "other.sixfold", NULL);
  g_autofree char *missing = g_build_filename (centre->folder, "missing.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  SfSql *sql;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      assert_refused (path, SF_OPEN_FALL_BACK, SF_ERROR_NOT_OURS);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  sql = sf_sql_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_true (sf_sql_exec (sql, "CREATE TABLE recipes (id INTEGER PRIMARY KEY)", &error));
  sf_sql_close (sql, NULL);
  assert_refused (path, SF_OPEN_FALL_BACK, SF_ERROR_NOT_OURS);
  g_assert_null (sf_workbook_open (missing, SF_OPEN_FALL_BACK, &error));
  assert_sentence (error, SF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sf_workbook_create (path, &error));
  assert_sentence (error, SF_ERROR_INVALID);
}

#define NEXT_VERSION 13

static void
test_newer (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  G_STATIC_ASSERT (NEXT_VERSION == SF_STORE_VERSION + 1);
  close_workbook (centre);
  run_sql (centre, "PRAGMA user_version = " G_STRINGIFY (NEXT_VERSION));
  assert_refused (centre->path, SF_OPEN_DEFAULT, SF_ERROR_TOO_NEW);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_FALL_BACK, &error);
  g_assert_no_error (error);
  g_assert_true (sf_workbook_get_read_only (centre->workbook));
  g_assert_nonnull (strstr (sf_workbook_get_read_only_reason (centre->workbook), "newer"));
  find_records (centre);
  g_assert_cmpstr (sf_centre_get_name (centre->centre), ==, "Beech Road");
  close_workbook (centre);
  run_sql (centre, "UPDATE workbook SET least_reader = " G_STRINGIFY (NEXT_VERSION));
  assert_refused (centre->path, SF_OPEN_FALL_BACK, SF_ERROR_TOO_NEW);
}

/* Cut at seeded places: refused, and what can be read of it is salvaged. */
static void
test_cut_short (Centre *centre, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autofree char *to = g_build_filename (centre->folder, "new.sixfold", NULL);
  g_autofree char *bytes = NULL;
  guint salvaged = 0;
  g_autofree char *long_text = g_strnfill (200000, 'w');
  g_autoptr (GError) refused = NULL;
  gsize length;

  /* so that the tables' own pages are not nearly all there is */
  sf_workbook_set_text (centre->workbook, first_of (centre->workbook, SF_TYPE_JUDGEMENT),
                        SF_JUDGEMENT_IMPROVEMENTS, long_text, &refused);
  g_assert_no_error (refused);
  close_workbook (centre);
  bytes = read_all (centre->path, &length);
  for (guint i = 0; i < 20; i++)
    {
      /* every other one behind the tables' own pages */
      gsize first = i % 2 == 0 ? 100 : length / 10 * 9;
      gsize cut = (gsize)g_rand_int_range (rand, (gint32)first, (gint32)length - 1);
      g_autoptr (GError) error = NULL;

      g_test_message ("cut at %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, cut, length);
      g_assert_true (g_file_set_contents (centre->path, bytes, (gssize)cut, NULL));
      assert_refused (centre->path, SF_OPEN_FALL_BACK, SF_ERROR_DAMAGED);
      if (sf_workbook_salvage (centre->path, NULL, to, NULL, &error))
        {
          g_autoptr (SfWorkbook) made = sf_workbook_open (to, SF_OPEN_DEFAULT, &error);

          g_assert_no_error (error);
          assert_sound (made);
          g_assert_true (sf_workbook_close (made, &error));
          g_test_message ("salvaged");
          g_assert_cmpint (g_unlink (to), ==, 0);
          salvaged++;
        }
      else
        assert_sentence (error, SF_ERROR_DAMAGED);
    }
  g_test_message ("%u of 20 salvaged", salvaged);
  g_assert_cmpuint (salvaged, >=, 10);
}

/* Triggers and views that would run at the first edit. */
static void
test_hostile (Centre *centre, gconstpointer data)
{
  static const char *const parts[][2] = {
    { "CREATE TRIGGER t AFTER INSERT ON step BEGIN DELETE FROM judgement; END", "DROP TRIGGER t" },
    { "CREATE VIEW v AS SELECT load_extension ('x')", "DROP VIEW v" },
    { "CREATE TEMP TABLE x (a); CREATE VIRTUAL TABLE s USING fts5 (a)", "DROP TABLE s" },
  };
  g_autofree char *to = g_build_filename (centre->folder, "new.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) made = NULL;

  close_workbook (centre);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      run_sql (centre, parts[i][0]);
      assert_refused (centre->path, SF_OPEN_FALL_BACK, SF_ERROR_HOSTILE);
      run_sql (centre, parts[i][1]);
    }
  /* a table that is not what its name says: its rows go through our schema */
  run_sql (centre, "PRAGMA foreign_keys = OFF; DROP TABLE review; DROP TABLE target;"
                   "CREATE TABLE target (id INTEGER PRIMARY KEY, uuid, title);"
                   "INSERT INTO target (uuid, title) VALUES ('no uuid', x'00')");
  g_assert_true (sf_workbook_salvage (centre->path, NULL, to, NULL, &error));
  g_assert_no_error (error);
  made = sf_workbook_open (to, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_sound (made);
  g_assert_cmpuint (count_of (made, SF_TYPE_TARGET), ==, 0);
  g_assert_cmpuint (count_of (made, SF_TYPE_CENTRE), ==, 1);
  g_assert_true (sf_workbook_close (made, &error));
}

/* --- read only
 * --------------------------------------------------------------------------------------------- */

/* Root may write everything: then somebody else looks. */
static void
be_nobody (gboolean nobody)
{
  static int is_root = -1;

  if (is_root < 0)
    is_root = getuid () == 0;
  if (is_root)
    g_assert_cmpint (setresuid (nobody ? 65534 : 0, nobody ? 65534 : 0, 0), ==, 0);
}

static void
assert_read_only (Centre *centre)
{
  g_autoptr (GError) error = NULL;

  be_nobody (TRUE);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_null (centre->workbook);
  assert_sentence (error, SF_ERROR_READ_ONLY);
  g_clear_error (&error);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_FALL_BACK, &error);
  g_assert_no_error (error);
  g_assert_true (sf_workbook_get_read_only (centre->workbook));
  g_assert_nonnull (sf_workbook_get_read_only_reason (centre->workbook));
  find_records (centre);
  g_assert_cmpstr (sf_centre_get_name (centre->centre), ==, "Beech Road");
  g_assert_false (
      sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES, "x", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_READ_ONLY);
  close_workbook (centre);
  be_nobody (FALSE);
}

static void
test_read_only_file (Centre *centre, gconstpointer data)
{
  close_workbook (centre);
  g_assert_cmpint (chmod (centre->path, 0444), ==, 0);
  g_assert_cmpint (chmod (centre->folder, 0777), ==, 0);
  assert_read_only (centre);
}

static void
test_read_only_folder (Centre *centre, gconstpointer data)
{
  g_autofree char *lock = g_build_filename (centre->folder, ".centre.sixfold.lock", NULL);

  close_workbook (centre);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (chmod (centre->path, 0666), ==, 0);
  g_assert_cmpint (chmod (centre->folder, 0555), ==, 0);
  assert_read_only (centre);
  g_assert_cmpint (chmod (centre->folder, 0755), ==, 0);
}

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sf_place_check ("/tmp/centre.sixfold", &error));
  g_assert_no_error (error);
  g_assert_false (sf_place_check ("/run/user/1000/doc/1a2b3c4d/centre.sixfold", &error));
  assert_sentence (error, SF_ERROR_IO);
  g_assert_true (sf_place_is_behind_portal ("/run/user/1000/doc/1a2b3c4d/letter.pdf"));
  g_assert_true (sf_place_is_behind_portal ("/run/flatpak/doc/1a2b3c4d/letter.pdf"));
  g_assert_false (sf_place_is_behind_portal ("/run/media/doc/letter.pdf"));
}

/* --- two programs
 * -------------------------------------------------------------------------------------------- */

static void
test_second_instance (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) second = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);

  g_assert_null (second);
  assert_sentence (error, SF_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_clear_error (&error);
  second = sf_workbook_open (centre->path, SF_OPEN_FALL_BACK, &error);
  g_assert_no_error (error);
  g_assert_true (sf_workbook_get_read_only (second));
  g_assert_true (sf_workbook_close (second, &error));
  g_assert_no_error (error);
  /* the first one writes on */
  g_assert_true (sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES,
                                       "Stay and play", &error));
  sync_workbook (centre->workbook);
}

static gboolean
iterate_until (gboolean (*holds) (gpointer), gpointer data, guint seconds)
{
  gint64 until = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  while (!holds (data) && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  return holds (data);
}

static gboolean
shows_services (gpointer workbook)
{
  return g_strcmp0 (sf_centre_get_services (first_of (workbook, SF_TYPE_CENTRE)), "New words") == 0
         && count_of (workbook, SF_TYPE_CONTRIBUTOR) == 1;
}

static gboolean
is_writable (gpointer workbook)
{
  return !sf_workbook_get_read_only (workbook);
}

static void
on_notify_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *)data)++;
}

/* The second reads along, and takes over when the first has gone. */
static void
test_following (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) second = sf_workbook_open (centre->path, SF_OPEN_FALL_BACK, &error);
  SfCentre *same = first_of (second, SF_TYPE_CENTRE);
  guint notified = 0;

  g_assert_no_error (error);
  g_signal_connect (second, "notify::read-only", G_CALLBACK (on_notify_cb), &notified);
  g_assert_true (sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES,
                                       "New words", &error));
  g_assert_true (sf_workbook_add_contributor (centre->workbook, "Jo", NULL, "staff", NULL, &error));
  sync_workbook (centre->workbook);
  g_assert_true (iterate_until (shows_services, second, 20));
  /* the objects stay, so that what shows them follows */
  g_assert_true (same == first_of (second, SF_TYPE_CENTRE));
  g_assert_true (sf_workbook_get_read_only (second));
  sf_workbook_undo (centre->workbook);
  close_workbook (centre);
  g_assert_true (iterate_until (is_writable, second, 20));
  g_assert_cmpuint (notified, ==, 1);
  g_assert_null (sf_workbook_get_read_only_reason (second));
  g_assert_cmpuint (count_of (second, SF_TYPE_CONTRIBUTOR), ==, 0);
  g_assert_true (sf_workbook_get_can_redo (second));
  g_assert_true (sf_workbook_set_text (second, same, SF_CENTRE_SERVICES, "Mine now", &error));
  sync_workbook (second);
  assert_sound (second);
  g_assert_true (sf_workbook_close (second, &error));
  g_assert_no_error (error);
}

/* --- refusals
 * -------------------------------------------------------------------------------------------------
 */

/* Every operation on a workbook that cannot be written says so and changes nothing. */
static void
test_everything_refused (Centre *centre, gconstpointer data)
{
  SfUuid target_uuid, evidence_uuid, contributor_uuid;
  SfWorkbook *workbook = centre->workbook;
  g_autoptr (GError) error = NULL;
  SfTarget *target;
  SfEvidence *evidence;
  SfContributor *contributor;
  const char *code = sf_judgement_get_statement_code (centre->judgement);
  g_autofree char *today = sf_clock_today ();
  guint refused = 0;

  sf_workbook_add_target (workbook, centre->evaluation, NULL, "T", &target_uuid, &error);
  sf_workbook_add_evidence (workbook, centre->centre, "E", "data", NULL, &evidence_uuid, &error);
  sf_workbook_add_contributor (workbook, "C", NULL, "staff", &contributor_uuid, &error);
  sync_workbook (workbook);
  sf_workbook_link_evidence (workbook,
                             sf_model_find (sf_workbook_get_model (workbook), &evidence_uuid),
                             centre->evaluation, code, NULL, NULL, &error);
  sf_workbook_add_review (workbook, sf_model_find (sf_workbook_get_model (workbook), &target_uuid),
                          today, 1, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  close_workbook (centre);
  centre->workbook = workbook = sf_workbook_open (centre->path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  find_records (centre);
  code = sf_judgement_get_statement_code (centre->judgement);
  target = first_of (workbook, SF_TYPE_TARGET);
  evidence = first_of (workbook, SF_TYPE_EVIDENCE);
  contributor = first_of (workbook, SF_TYPE_CONTRIBUTOR);
#define REFUSED(...)                                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_false (__VA_ARGS__);                                                                  \
    assert_sentence (error, SF_ERROR_READ_ONLY);                                                   \
    g_clear_error (&error);                                                                        \
    refused++;                                                                                     \
  }                                                                                                \
  G_STMT_END
  REFUSED (sf_workbook_set_text (workbook, centre->centre, SF_CENTRE_NAME, "x", &error));
  REFUSED (sf_workbook_set_int (workbook, centre->centre, SF_CENTRE_FAMILIES_IN_REACH, 1, &error));
  REFUSED (sf_workbook_set_real (workbook, target, SF_TARGET_GOAL, 1, &error));
  REFUSED (sf_workbook_set_date (workbook, target, SF_TARGET_DUE_ON, "2026-05-01", &error));
  REFUSED (sf_workbook_set_null (workbook, target, SF_TARGET_DUE_ON, &error));
  REFUSED (sf_workbook_add_centre (workbook, "x", NULL, &error));
  REFUSED (sf_workbook_add_contributor (workbook, "x", NULL, "staff", NULL, &error));
  REFUSED (sf_workbook_retire (workbook, target, &error));
  REFUSED (sf_workbook_restore (workbook, target, &error));
  REFUSED (sf_workbook_add_evaluation (workbook, centre->centre, centre->framework, "x",
                                       "2026-05-01", "2026-05-02", NULL, 0, NULL, &error));
  REFUSED (sf_workbook_close_evaluation (workbook, centre->evaluation, &error));
  REFUSED (sf_workbook_reopen_evaluation (workbook, centre->evaluation, &error));
  REFUSED (sf_workbook_set_level (workbook, centre->judgement, 1, &error));
  REFUSED (sf_workbook_set_not_applicable (workbook, centre->judgement, "x", &error));
  REFUSED (sf_workbook_clear_judgement (workbook, centre->judgement, &error));
  REFUSED (
      sf_workbook_add_judgement (workbook, centre->evaluation, code, contributor, NULL, &error));
  REFUSED (sf_workbook_remove_judgement (workbook, centre->judgement, &error));
  REFUSED (sf_workbook_propose_grade (workbook, centre->area, 1, &error));
  REFUSED (sf_workbook_agree_grade (workbook, centre->area, "x", "2026-05-01", &error));
  REFUSED (sf_workbook_withdraw_agreement (workbook, centre->area, &error));
  REFUSED (sf_workbook_add_evidence (workbook, centre->centre, "x", "data", NULL, NULL, &error));
  REFUSED (
      sf_workbook_link_evidence (workbook, evidence, centre->evaluation, code, NULL, NULL, &error));
  REFUSED (
      sf_workbook_unlink_evidence (workbook, first_of (workbook, SF_TYPE_EVIDENCE_LINK), &error));
  REFUSED (sf_workbook_set_paper (workbook, evidence, "x", NULL, NULL, &error));
  REFUSED (sf_workbook_add_target (workbook, centre->evaluation, NULL, "x", NULL, &error));
  REFUSED (sf_workbook_set_target_measure (workbook, target, "x", NULL, 1, 2, &error));
  REFUSED (sf_workbook_end_target (workbook, target, "met", NULL, &error));
  REFUSED (sf_workbook_reopen_target (workbook, target, &error));
  REFUSED (
      sf_workbook_add_review (workbook, target, "2026-05-01", 1, NULL, NULL, NULL, NULL, &error));
  REFUSED (sf_workbook_remove_review (workbook, first_of (workbook, SF_TYPE_REVIEW), &error));
#undef REFUSED
  g_assert_cmpuint (refused, ==, 30); /* all but removing an attachment, of which there is none */
  g_assert_false (sf_workbook_get_can_undo (workbook));
}

static void
test_invalid (Centre *centre, gconstpointer data)
{
  SfWorkbook *workbook = centre->workbook;
  g_autoptr (GError) error = NULL;
  guint pending;

#define INVALID(...)                                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_false (__VA_ARGS__);                                                                  \
    assert_sentence (error, SF_ERROR_INVALID);                                                     \
    g_clear_error (&error);                                                                        \
  }                                                                                                \
  G_STMT_END
  INVALID (sf_workbook_set_level (workbook, centre->judgement, 0, &error));
  INVALID (sf_workbook_set_level (workbook, centre->judgement, 99, &error));
  INVALID (sf_workbook_propose_grade (workbook, centre->area, -1, &error));
  INVALID (sf_workbook_agree_grade (workbook, centre->area, "x", "2026-05-01", &error));
  INVALID (sf_workbook_set_text (workbook, centre->centre, SF_CENTRE_NAME, " \n ", &error));
  INVALID (sf_workbook_set_text (workbook, centre->centre, SF_CENTRE_NAME, "\xff", &error));
  INVALID (sf_workbook_set_date (workbook, centre->evaluation, SF_EVALUATION_ENDS_ON, "2025-01-01",
                                 &error));
  INVALID (sf_workbook_set_date (workbook, centre->evaluation, SF_EVALUATION_STARTS_ON, "1/4/26",
                                 &error));
  INVALID (sf_workbook_add_evaluation (workbook, centre->centre, centre->framework, "x",
                                       "2026-05-02", "2026-05-01", NULL, 0, NULL, &error));
  INVALID (sf_workbook_add_evaluation (workbook, centre->centre, centre->framework, "",
                                       "2026-05-01", "2026-05-02", NULL, 0, NULL, &error));
  INVALID (sf_workbook_add_centre (workbook, NULL, NULL, &error));
  INVALID (sf_workbook_add_contributor (workbook, "x", NULL, NULL, NULL, &error));
  INVALID (sf_workbook_remove_judgement (workbook, centre->judgement, &error));
  INVALID (sf_workbook_retire (workbook, centre->judgement, &error));
  INVALID (sf_workbook_add_target (workbook, centre->evaluation, "none", "x", NULL, &error));
#undef INVALID
  pending = sf_workbook_count_pending (workbook);
  g_assert_cmpuint (pending, ==, 0);
}

/* --- edits that wait
 * -------------------------------------------------------------------------------------------- */

/* A copy saved elsewhere meanwhile has what waits. */
static void
assert_copy_has_pending (Centre *centre)
{
  g_autofree char *path = g_build_filename (centre->folder, "copy.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = sf_workbook_back_up_sync (centre->workbook, path, "asked", &error);
  g_autoptr (SfWorkbook) copy = NULL;
  SfCentre *record;

  g_assert_no_error (error);
  g_assert_nonnull (backup);
  g_assert_true (sf_workbook_write_pending_to (centre->workbook, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sf_workbook_count_pending (centre->workbook), ==, 3);
  copy = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  record = first_of (copy, SF_TYPE_CENTRE);
  g_assert_cmpstr (sf_centre_get_services (record), ==, "Second");
  g_assert_true (sf_workbook_close (copy, &error));
}

/* While another connection holds the file, edits wait, are shown, and come in their order. */
static void
test_pending (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfSql *other = sf_sql_open (centre->path, SQLITE_OPEN_READWRITE, &error);
  g_autofree char *shown = NULL;
  SfWorkbook *workbook = centre->workbook;

  g_assert_no_error (error);
  g_assert_true (sf_sql_exec (other, "BEGIN IMMEDIATE", &error));
  g_assert_true (
      sf_workbook_set_text (workbook, centre->centre, SF_CENTRE_SERVICES, "First", NULL));
  g_assert_true (
      sf_workbook_set_text (workbook, centre->centre, SF_CENTRE_SERVICES, "Second", NULL));
  g_assert_true (sf_workbook_set_level (workbook, centre->judgement, 3, NULL));
  g_assert_false (sf_workbook_sync (workbook, &error));
  assert_sentence (error, SF_ERROR_IN_USE);
  g_assert_cmpstr (sf_workbook_get_save_error (workbook), ==, error->message);
  g_clear_error (&error);
  g_assert_cmpuint (sf_workbook_count_pending (workbook), ==, 3);
  g_assert_null (sf_centre_get_services (centre->centre));
  g_assert_cmpint (sf_workbook_get_shown_int (workbook, SF_RECORD (centre->judgement),
                                              SF_JUDGEMENT_LEVEL),
                   ==, 3);
  g_assert_true (sf_record_is_null (SF_RECORD (centre->judgement), SF_JUDGEMENT_LEVEL));
  shown = sf_workbook_dup_shown_text (workbook, SF_RECORD (centre->centre), SF_CENTRE_SERVICES);
  g_assert_cmpstr (shown, ==, "Second");
  /* closing asks: it stays open */
  g_assert_false (sf_workbook_close (workbook, &error));
  g_clear_error (&error);
  assert_copy_has_pending (centre);
  g_assert_true (sf_sql_exec (other, "ROLLBACK", &error));
  sf_sql_close (other, NULL);
  sync_workbook (workbook);
  g_assert_cmpstr (sf_centre_get_services (centre->centre), ==, "Second");
  g_assert_cmpint (sf_judgement_get_level (centre->judgement), ==, 3);
  g_assert_null (sf_workbook_get_save_error (workbook));
  sf_workbook_undo (workbook);
  sf_workbook_undo (workbook);
  sync_workbook (workbook);
  g_assert_cmpstr (sf_centre_get_services (centre->centre), ==, "First");
}

/* Who gives up what could not be written can close. */
static void
test_give_up (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfSql *other = sf_sql_open (centre->path, SQLITE_OPEN_READWRITE, &error);

  g_assert_no_error (error);
  g_assert_true (sf_sql_exec (other, "BEGIN IMMEDIATE", &error));
  g_assert_true (
      sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES, "Lost", NULL));
  g_assert_false (sf_workbook_sync (centre->workbook, NULL));
  sf_workbook_give_up (centre->workbook);
  g_assert_cmpuint (sf_workbook_count_pending (centre->workbook), ==, 0);
  g_assert_null (sf_workbook_get_save_error (centre->workbook));
  g_assert_true (sf_sql_exec (other, "ROLLBACK", &error));
  sf_sql_close (other, NULL);
  sync_workbook (centre->workbook);
  g_assert_null (sf_centre_get_services (centre->centre));
}

/* What the file refuses is not tried again, and what comes behind it is written. */
static void
test_refused_by_file (Centre *centre, gconstpointer data)
{
  SfStep *step = sf_step_new ("Two at once");
  g_autoptr (GError) error = NULL;
  SfUuid uuid;

  /* a second agreed judgement of the same statement */
  sf_step_insert (step, SF_TYPE_JUDGEMENT, &uuid);
  sf_step_set_ref (step, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_EVALUATION, centre->evaluation);
  sf_step_set_text (step, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_STATEMENT_CODE,
                    sf_judgement_get_statement_code (centre->judgement));
  sf_workbook_submit (centre->workbook, step);
  g_assert_true (sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES,
                                       "Behind", &error));
  sf_workbook_sync (centre->workbook, NULL);
  g_assert_cmpuint (sf_workbook_count_pending (centre->workbook), ==, 0);
  g_assert_cmpstr (sf_centre_get_services (centre->centre), ==, "Behind");
  assert_sound (centre->workbook);
}

int
main (int argc, char **argv)
{
#define ADD(path, function)                                                                        \
  g_test_add ("/workbook/opening/" path, Centre, NULL, set_up_centre, function, tear_down_centre)
  g_test_init (&argc, &argv, NULL);
  ADD ("not-ours", test_not_ours);
  ADD ("newer", test_newer);
  ADD ("cut-short", test_cut_short);
  ADD ("hostile", test_hostile);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  g_test_add_func ("/workbook/opening/place", test_place);
  ADD ("second-instance", test_second_instance);
  ADD ("following", test_following);
  ADD ("everything-refused", test_everything_refused);
  ADD ("invalid", test_invalid);
  ADD ("pending", test_pending);
  ADD ("give-up", test_give_up);
  ADD ("refused-by-file", test_refused_by_file);
  return run_tests_in_own_home ();
}
