/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "erase-grep.h"
#include "workbook-helpers.h"

#include "base/sf-digest.h"
#include "store/sf-content.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-private.h"

#include <string.h>

/* What was half added when the program ended: it goes beside the work, and nothing waits for it. */

#define N_PIECES 12u /* of 1 MB, of a file that was being added */
#define MB ((gsize)1 << 20)
#define FILE_SIZE (2 * MB + 17)
#define MARK 64

typedef struct
{
  Centre centre;
  guint8 *bytes; /* of a file that the user has: outside/plan.odt */
  char *file;
} Bench;

static void
set_up (Bench *bench, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *outside = NULL;

  set_up_centre (&bench->centre, data);
  bench->bytes = g_malloc (FILE_SIZE);
  for (gsize i = 0; i < FILE_SIZE; i++)
    bench->bytes[i] = (guint8)g_rand_int (rand);
  outside = g_build_filename (bench->centre.folder, "outside", NULL);
  bench->file = g_build_filename (outside, "plan.odt", NULL);
  g_assert_cmpint (g_mkdir (outside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (bench->file, (char *)bench->bytes, (gssize)FILE_SIZE, NULL));
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "sixfold", NULL);

  tear_down_centre (&bench->centre, data);
  if (g_file_test (backups, G_FILE_TEST_EXISTS))
    remove_folder (backups);
  g_free (bench->bytes);
  g_free (bench->file);
}

static gint64
ask (const char *path, const char *query)
{
  g_autoptr (GError) error = NULL;
  SfSql *sql = sf_sql_open (path, SQLITE_OPEN_READONLY, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  sf_sql_get_int (sql, query, &value, &error);
  g_assert_no_error (error);
  sf_sql_close (sql, NULL);
  return value;
}

static gint64
count_chunks (Bench *bench)
{
  return ask (bench->centre.path, "SELECT count (*) FROM chunk");
}

/* A file of which only its beginning came in, and one that no step names yet, as a killed program
 * leaves them. */
static void
plant_half (SfStore *store, const guint8 *bytes)
{
  g_autoptr (GError) error = NULL;
  gint64 content;

  g_assert_true (sf_content_begin (store, &content, &error));
  for (guint i = 0; i < N_PIECES; i++)
    if (!sf_content_append (store, content, i * SF_CHUNKS_PER_TRANSACTION, bytes, MB, &error))
      g_error ("%s", error->message);
}

static void
plant_unnamed (SfStore *store, const guint8 *bytes)
{
  SfContentPart part = { .data = bytes, .length = FILE_SIZE, .size = FILE_SIZE };
  SfDigest *digest = sf_digest_new ();
  g_autoptr (GError) error = NULL;

  sf_digest_update (digest, bytes, FILE_SIZE);
  part.digest = sf_digest_get_string (digest);
  g_assert_true (sf_content_write (store, &part, 1, &error));
  g_assert_true (part.kept);
  sf_digest_free (digest);
}

/* The workbook is closed afterwards. */
static void
plant (Bench *bench, gboolean unnamed)
{
  g_autoptr (GError) error = NULL;
  SfStore *store;

  close_workbook (&bench->centre);
  store = sf_store_open (bench->centre.path, FALSE, &error);
  g_assert_no_error (error);
  plant_half (store, bench->bytes);
  if (unnamed)
    plant_unnamed (store, bench->bytes);
  g_assert_true (sf_store_close (store, &error));
}

static void
open_workbook (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  find_records (&bench->centre);
}

static void
wait_for_slow_work (Bench *bench)
{
  sf_writer_wait (bench->centre.workbook->writer, TRUE);
}

static void
attach_file (Bench *bench)
{
  g_autoptr (GFile) file = g_file_new_for_path (bench->file);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = bench->centre.centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = sf_workbook_attach_sync (bench->centre.workbook, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 1);
}

/* --- opening and closing ------------------------------------------------------------------- */

/* As long as somebody reads the file, nothing can be taken out of it: opening does not need to. */
static void
test_opening (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 before, value;
  SfSql *reader;

  plant (bench, TRUE);
  before = count_chunks (bench);
  /* what nothing names is marked by the first */
  open_workbook (bench);
  close_workbook (&bench->centre);
  g_assert_cmpint (count_chunks (bench), >, 0);
  before = count_chunks (bench);
  reader = sf_sql_open (bench->centre.path, SQLITE_OPEN_READONLY, &error);
  g_assert_no_error (error);
  g_assert_true (sf_sql_exec (reader, "BEGIN", &error));
  g_assert_true (sf_sql_get_int (reader, "SELECT count (*) FROM chunk", &value, &error));
  open_workbook (bench);
  g_assert_true (sf_sql_get_int (reader, "SELECT count (*) FROM chunk", &value, &error));
  g_assert_cmpint (value, ==, before);
  g_assert_true (sf_sql_exec (reader, "COMMIT", &error));
  sf_sql_close (reader, NULL);
  wait_for_slow_work (bench);
  g_assert_cmpint (count_chunks (bench), ==, 0);
  g_assert_cmpint (ask (bench->centre.path, "SELECT count (*) FROM content"), ==, 0);
}

typedef struct
{
  SfWorkbook *workbook;
  guint turns;
  gint holding; /* atomic */
} Hold;

/* Slow work takes turns: the other job had one before each of these. */
static SfJobResult
hold_until_closing (SfStore *store, gpointer data, GError **error)
{
  Hold *hold = data;

  if (++hold->turns < 4)
    return SF_JOB_AGAIN;
  g_atomic_int_set (&hold->holding, TRUE);
  while (!g_atomic_int_get (&hold->workbook->tidying_stopped))
    g_usleep (1000);
  return SF_JOB_DONE;
}

static void
on_held (gpointer data, const GError *error)
{
}

/* Closing waits for the piece that is under way. The rest goes after the next opening. */
static void
test_closing (Bench *bench, gconstpointer data)
{
  Hold hold = { 0 };
  gint64 before, after;

  plant (bench, TRUE);
  before = count_chunks (bench);
  open_workbook (bench);
  hold.workbook = bench->centre.workbook;
  sf_writer_push (bench->centre.workbook->writer, SF_JOB_SLOW, hold_until_closing, on_held, &hold);
  while (!g_atomic_int_get (&hold.holding))
    g_usleep (1000);
  close_workbook (&bench->centre);
  after = count_chunks (bench);
  g_test_message ("%" G_GINT64_FORMAT " pieces, %" G_GINT64_FORMAT " when closed", before, after);
  g_assert_cmpint (after, >, 0);
  g_assert_cmpint (after, <, before);
  open_workbook (bench);
  wait_for_slow_work (bench);
  g_assert_cmpint (count_chunks (bench), ==, 0);
  assert_sound (bench->centre.workbook);
}

/* Who may only read leaves it; who takes over when the other has gone does not. */
static void
test_read_only (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 before;

  plant (bench, TRUE);
  before = count_chunks (bench);
  bench->centre.workbook = sf_workbook_open (bench->centre.path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_sound (bench->centre.workbook);
  close_workbook (&bench->centre);
  g_assert_cmpint (count_chunks (bench), ==, before);
}

static void
test_taken_over (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) second = NULL;

  plant (bench, TRUE);
  open_workbook (bench);
  second = sf_workbook_open (bench->centre.path, SF_OPEN_FALL_BACK, &error);
  g_assert_no_error (error);
  g_assert_true (sf_workbook_get_read_only (second));
  close_workbook (&bench->centre);
  while (sf_workbook_get_read_only (second))
    g_main_context_iteration (NULL, TRUE);
  sf_writer_wait (second->writer, TRUE);
  g_assert_cmpint (count_chunks (bench), ==, 0);
  g_assert_true (sf_workbook_close (second, &error));
}

/* --- beside other work --------------------------------------------------------------------- */

/* The same file again: what is there of it is no part of that. */
static void
test_same_again (Bench *bench, gconstpointer data)
{
  plant (bench, TRUE);
  open_workbook (bench);
  attach_file (bench);
  wait_for_slow_work (bench);
  g_assert_cmpint (ask (bench->centre.path, "SELECT count (*) FROM content"), ==, 1);
  g_assert_cmpint (ask (bench->centre.path, "SELECT sum (length (data)) FROM chunk"), ==,
                   FILE_SIZE);
  assert_sound (bench->centre.workbook);
}

/* Neither is it damage, nor does a copy hold it. */
static void
test_checked_and_backed_up (Bench *bench, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = NULL;

  plant (bench, TRUE);
  open_workbook (bench);
  assert_sound (bench->centre.workbook);
  plant (bench, TRUE);
  open_workbook (bench);
  backup = sf_workbook_back_up_sync (bench->centre.workbook, NULL, "asked", &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (backup->path, "SELECT count (*) FROM content"), ==, 0);
  g_assert_cmpint (ask (backup->path, "SELECT count (*) FROM chunk"), ==, 0);
}

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report
      = sf_workbook_erase_finish (SF_WORKBOOK (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  *(gboolean *)data = TRUE;
}

/* What is half there of the file that is erased goes with it, also where the workbook is closed at
 * once: closing waits for what is being erased. */
static void
test_erased (Bench *bench, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autofree char *found = NULL;
  gboolean erased = FALSE;

  attach_file (bench);
  plant (bench, FALSE);
  open_workbook (bench);
  g_ptr_array_add (evidence, first_of (bench->centre.workbook, SF_TYPE_EVIDENCE));
  sf_workbook_erase (bench->centre.workbook, evidence, "It was asked for", NULL, NULL, NULL,
                     on_erased_cb, &erased);
  close_workbook (&bench->centre);
  while (!erased)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_unlink (bench->file), ==, 0);
  found = find_bytes (bench->centre.folder, bench->bytes + MB / 2, MARK);
  g_assert_cmpstr (found, ==, NULL);
  g_assert_cmpint (ask (bench->centre.path, "SELECT count (*) FROM erasure WHERE finished_at IS"
                                            " NULL"),
                   ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, run) g_test_add ("/leftovers/" name, Bench, NULL, set_up, run, tear_down)
  ADD ("opening", test_opening);
  ADD ("closing", test_closing);
  ADD ("read-only", test_read_only);
  ADD ("taken-over", test_taken_over);
  ADD ("same-again", test_same_again);
  ADD ("checked-and-backed-up", test_checked_and_backed_up);
  ADD ("erased", test_erased);
#undef ADD
  return run_tests_in_own_home ();
}
