/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "fault-head.h"

#include "crypt/sf-recovery.h"
#include "store/sf-store.h"
#include "workbook/sf-workbook-private.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "fault-bench.h"

/* Runs the driver again and again, each time killed or starved at another call that changes a
 * file, and looks at what it left. */

static void
write_source (Bench *bench, const char *folder, const char *name, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (bench->source, folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree guint8 *bytes = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    bytes[i] = (guint8)g_rand_int (bench->rand);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (char *)bytes, (gssize)size, &error));
}

/* Small ones, one of several pieces between them, one in a folder in the folder. */
static void
write_sources (Bench *bench)
{
  static const char *const folders[] = { "1", "2" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      write_source (bench, folders[i], "first.txt", 5000);
      write_source (bench, folders[i], "film.mp4", SOURCE_SIZE);
      write_source (bench, folders[i], "plan.odt", 300000);
      write_source (bench, folders[i], "survey.pdf", 200000);
      write_source (bench, folders[i], "more/notes.txt", 70000);
    }
}

static void
take_piece (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->source, "1", "film.mp4", NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  memcpy (bench->piece, bytes + SOURCE_SIZE / 2, PIECE);
}

static void
bench_init (Bench *bench, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  Centre centre = { 0 };

  set_up_centre (&centre, NULL);
  close_workbook (&centre);
  bench->home = g_dir_make_tmp ("sixfold-fault-XXXXXX", &error);
  g_assert_no_error (error);
  bench->base = g_build_filename (bench->home, "base", NULL);
  bench->path = g_build_filename (bench->home, "run", "centre.sixfold", NULL);
  bench->source = g_build_filename (bench->home, "source", NULL);
  bench->rand = g_rand_new_with_seed (seed);
  write_sources (bench);
  take_piece (bench);
  for (guint i = 0; i < G_N_ELEMENTS (bench->papers); i++)
    {
      g_autoptr (SfSecret) key = sf_recovery_new ();

      bench->papers[i] = sf_recovery_to_text (key);
    }
  g_assert_cmpint (g_rename (centre.path, bench->base), ==, 0);
  tear_down_centre (&centre, NULL);
}

static void
bench_clear (Bench *bench)
{
  remove_folder (bench->home);
  g_rand_free (bench->rand);
  for (guint i = 0; i < G_N_ELEMENTS (bench->papers); i++)
    sf_secret_unref (bench->papers[i]);
  g_free (bench->home);
  g_free (bench->base);
  g_free (bench->path);
  g_free (bench->source);
}

static void
begin_anew (Bench *bench)
{
  g_autofree char *folder = g_path_get_dirname (bench->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    remove_folder (folder);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (bench->base, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (bench->path, bytes, (gssize)length, &error));
}

static char **
make_environment (Bench *bench, const char *kind, long at)
{
  g_autofree char *folder = g_path_get_dirname (bench->path);
  g_autofree char *number = g_strdup_printf ("%ld", at);
  g_autofree char *asan
      = g_strdup_printf ("%s:verify_asan_link_order=0:detect_leaks=0",
                         g_getenv ("ASAN_OPTIONS") != NULL ? g_getenv ("ASAN_OPTIONS")
                                                           : "halt_on_error=1");
  char **environment = g_get_environ ();

  environment = g_environ_setenv (environment, "LD_PRELOAD", g_getenv ("SIXFOLD_FAULT_SHIM"), TRUE);
  environment = g_environ_setenv (environment, "ASAN_OPTIONS", asan, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_UNDER", folder, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_KIND", kind, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_AT", number, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_SOURCE", bench->source, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_TITLE", TITLE, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_OLD", OLD_PHRASE, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_NEW", NEW_PHRASE, TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_OLD_PAPER",
                                  (char *)sf_secret_get_data (bench->papers[0]), TRUE);
  environment = g_environ_setenv (environment, "SIXFOLD_FAULT_NEW_PAPER",
                                  (char *)sf_secret_get_data (bench->papers[1]), TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", folder, TRUE);
  return environment;
}

static void
read_answers (Run *run, const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "ack "))
        run->acknowledged = atol (lines[i] + strlen ("ack "));
      else if (g_str_has_prefix (lines[i], "count "))
        run->count = atol (lines[i] + strlen ("count "));
      else if (g_str_has_prefix (lines[i], "starved "))
        run->starved = TRUE;
      else if (g_str_has_prefix (lines[i], "end "))
        run->ended = TRUE;
    }
}

/* On the file as it lies there. */
static void
go_on (Bench *bench, const char *phase, const char *kind, long at, Run *run)
{
  const char *argv[] = { g_getenv ("SIXFOLD_FAULT_DRIVER"), phase, bench->path, NULL };
  g_auto (GStrv) environment = make_environment (bench, kind, at);
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  memset (run, 0, sizeof *run);
  g_spawn_sync (NULL, (char **)argv, environment, G_SPAWN_DEFAULT, NULL, NULL, &output,
                &run->complaint, &run->status, &error);
  g_assert_no_error (error);
  read_answers (run, output);
}

static void
run_driver (Bench *bench, const char *phase, const char *kind, long at, Run *run)
{
  begin_anew (bench);
  go_on (bench, phase, kind, at, run);
}

static long
count_calls (Bench *bench, const char *phase)
{
  Run run;
  long count;

  run_driver (bench, phase, "kill", 0, &run);
  if (!run.ended || run.count <= 0)
    g_error ("%s does not run: %s", phase, run.complaint);
  count = run.count;
  run_clear (&run);
  return count;
}

/* --- what must hold afterwards
 * ---------------------------------------------------------------------- */

static gint64
ask (const char *path, const char *query)
{
  g_autoptr (GError) error = NULL;
  SfSql *sql = sf_sql_open (path, SQLITE_OPEN_READWRITE, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  sf_sql_get_int (sql, query, &value, &error);
  g_assert_no_error (error);
  sf_sql_close (sql, &error);
  g_assert_no_error (error);
  return value;
}

static long
read_edit (SfWorkbook *workbook)
{
  const char *text = sf_centre_get_services (first_of (workbook, SF_TYPE_CENTRE));

  return text != NULL ? atol (text + strlen ("edit ")) : 0;
}

static void
assert_no_orphans (Bench *bench)
{
  g_assert_cmpint (ask (bench->path,
                        "SELECT count (*) FROM content WHERE complete = 0 OR digest NOT"
                        " IN (SELECT digest FROM attachment)"),
                   ==, 0);
  g_assert_cmpint (ask (bench->path, "SELECT count (*) FROM chunk WHERE content NOT IN (SELECT id"
                                     " FROM content)"),
                   ==, 0);
}

static void
check_workbook (Bench *bench, const char *phase, const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (bench->path, SF_OPEN_DEFAULT, &error);
  guint attached;

  g_assert_no_error (error);
  assert_sound (workbook);
  attached = count_of (workbook, SF_TYPE_ATTACHMENT);
  /* all of a folder, or nothing of it */
  if (!g_str_equal (phase, "erase"))
    {
      g_assert_cmpuint (attached % N_SOURCES, ==, 0);
      attached /= N_SOURCES;
    }
  if (g_str_equal (phase, "attach"))
    {
      g_assert_cmpint (attached, >=, run->acknowledged);
      g_assert_cmpint (attached, <=, run->acknowledged + 1);
    }
  else if (g_str_equal (phase, "erase"))
    g_assert_cmpint (attached, ==, count_of (workbook, SF_TYPE_ERASURE) == 0);
  else if (g_str_equal (phase, "starve-attach"))
    {
      g_assert_cmpint (read_edit (workbook), ==, run->acknowledged);
      g_assert_cmpint (attached, <=, 1);
      g_assert_true (run->starved || attached == 1);
    }
  else
    {
      g_assert_cmpint (read_edit (workbook), >=, run->acknowledged);
      g_assert_cmpint (read_edit (workbook), <=, run->acknowledged + 1);
    }
  /* what was half added goes beside the work */
  sf_writer_wait (workbook->writer, TRUE);
  sf_workbook_close (workbook, &error);
  g_assert_no_error (error);
  assert_no_orphans (bench);
}

/* Every backup that has its name is whole. */
static void
check_backups (Bench *bench, const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (bench->path);
  g_autofree char *backups = g_build_filename (folder, "sixfold", "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *own = name != NULL ? g_build_filename (backups, name, NULL) : NULL;
  g_autoptr (GDir) files = own != NULL ? g_dir_open (own, 0, NULL) : NULL;
  long n = 0;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (own, name, NULL);
      g_autoptr (SfWorkbook) workbook = NULL;

      if (!g_str_has_suffix (name, SF_WORKBOOK_SUFFIX))
        continue;
      workbook = sf_workbook_open (path, SF_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
      assert_sound (workbook);
      sf_workbook_close (workbook, &error);
      g_assert_no_error (error);
      n++;
    }
  g_assert_cmpint (n, >=, run->acknowledged);
}

static void
check_migrated (Bench *bench, const Run *run)
{
  g_autofree char *backup = g_strconcat (bench->path, ".before", NULL);
  gint64 version = ask (bench->path, "PRAGMA user_version");

  g_assert_cmpint (version, >=, SF_STORE_VERSION + run->acknowledged);
  g_assert_cmpint (version, <=, SF_STORE_VERSION + 1);
  g_assert_cmpint (ask (bench->path, "SELECT count (*) FROM pragma_table_info ('centre') WHERE name"
                                     " = 'motto'"),
                   ==, version - SF_STORE_VERSION);
  g_assert_cmpint (ask (bench->path, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                   ==, 1);
  if (version > SF_STORE_VERSION)
    {
      g_assert_cmpint (ask (backup, "PRAGMA user_version"), ==, SF_STORE_VERSION);
      g_assert_cmpint (ask (backup, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
                       ==, 1);
    }
}

/* What was interrupted goes on. */
static void
open_again (Bench *bench)
{
  Run opened;

  go_on (bench, "open", "kill", 0, &opened);
  if (!opened.ended)
    g_error ("it does not open: %s", opened.complaint);
  run_clear (&opened);
}

/* Either nothing was begun and all is there, or the next opening has finished it: then no file of
 * the program's holds anything of it. */
static void
check_erased (Bench *bench, const Run *run)
{
  g_autofree char *folder = g_path_get_dirname (bench->path);
  g_autofree char *title = NULL, *piece = NULL;
  gboolean recorded;

  open_again (bench);
  recorded = ask (bench->path, "SELECT count (*) FROM erasure") == 1;
  g_assert_true (recorded || run->acknowledged == 0);
  g_assert_cmpint (ask (bench->path, "SELECT count (*) FROM evidence"), ==, recorded ? 0 : 1);
  g_assert_cmpint (ask (bench->path, "SELECT count (*) FROM erasure WHERE finished_at IS NULL"), ==,
                   0);
  title = find_bytes (folder, TITLE, strlen (TITLE));
  piece = find_bytes (folder, bench->piece, PIECE);
  g_test_message ("recorded: %d, still in %s, %s", recorded, title, piece);
  g_assert_true ((title == NULL) == recorded);
  g_assert_true ((piece == NULL) == recorded);
}

/* The old passphrase or the new one opens the record, and never both; what was acknowledged is the
 * new one. */
static void
check_passphrase (Bench *bench, const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (bench->path, SF_OPEN_DEFAULT, &error);
  SfPerformanceRecord *record;
  gboolean by_old, by_new;

  g_assert_no_error (error);
  assert_sound (workbook);
  record = first_of (workbook, SF_TYPE_PERFORMANCE_RECORD);
  by_old = sf_workbook_unlock_performance_sync (workbook, record, OLD_PHRASE, NULL);
  by_new = sf_workbook_unlock_performance_sync (workbook, record, NEW_PHRASE, NULL);
  g_assert_true (by_old != by_new);
  g_assert_true (by_new || run->acknowledged == 0);
  g_assert_nonnull (sf_workbook_get_performance (workbook, record, &error));
  sf_workbook_close (workbook, &error);
  g_assert_no_error (error);
}

/* Who is withdrawn reads or does not; who remains reads always, what was acknowledged without the
 * other: text and keyring never part. */
static void
check_withdrawn (Bench *bench, const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (bench->path, SF_OPEN_DEFAULT, &error);
  SfPerformanceRecord *record;
  gboolean withdrawn;

  g_assert_no_error (error);
  assert_sound (workbook);
  record = first_of (workbook, SF_TYPE_PERFORMANCE_RECORD);
  withdrawn = sf_performance_record_get_further_readers (record) == NULL;
  g_assert_true (withdrawn || run->acknowledged == 0);
  g_assert_true (sf_workbook_unlock_performance_sync (workbook, record, OLD_PHRASE, NULL)
                 != withdrawn);
  sf_workbook_lock_performance (workbook, NULL);
  g_assert_true (sf_workbook_unlock_performance_sync (workbook, record, NEW_PHRASE, &error));
  g_assert_nonnull (sf_workbook_get_performance (workbook, record, &error));
  sf_workbook_close (workbook, &error);
  g_assert_no_error (error);
}

static gboolean
recovers (SfWorkbook *workbook, SfPerformanceRecord *record, SfSecret *paper)
{
  const SfKeyringCost cost = { 1, SF_KEYRING_MIN_MEMORY_KIB };

  return sf_workbook_recover_performance_sync (workbook, record, (char *)sf_secret_get_data (paper),
                                               "Ruth Penhaligon", NEW_PHRASE, &cost, NULL);
}

/* The old paper opens all records or the new one does, and what was acknowledged is the new one;
 * the readers' own passphrases go on opening them, and what they say is there. */
static void
check_replaced (Bench *bench, const Run *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (bench->path, SF_OPEN_DEFAULT, &error);
  GListModel *records;
  guint by_old = 0, by_new = 0;

  g_assert_no_error (error);
  assert_sound (workbook);
  records = sf_model_get_list (sf_workbook_get_model (workbook), SF_TYPE_PERFORMANCE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (records), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SfPerformanceRecord) record = g_list_model_get_item (records, i);
      const SfPerformance *said;

      by_old += recovers (workbook, record, bench->papers[0]);
      by_new += recovers (workbook, record, bench->papers[1]);
      g_assert_true (sf_workbook_unlock_performance_sync (workbook, record, OLD_PHRASE, &error));
      said = sf_workbook_get_performance (workbook, record, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sf_performance_get (said, SF_PERFORMANCE_SET_NOTES), ==,
                       sf_performance_record_get_person (record));
    }
  g_assert_true ((by_old == 2 && by_new == 0) || (by_old == 0 && by_new == 2));
  g_assert_true (by_new == 2 || run->acknowledged == 0);
  sf_workbook_close (workbook, &error);
  g_assert_no_error (error);
}

static void
check_head (Bench *bench, const Run *run)
{
  g_autofree char *folder = g_path_get_dirname (bench->path);

  open_again (bench);
  check_head_locked (bench->path, folder, TITLE, NEW_PHRASE, run->acknowledged);
}

static const struct
{
  const char *phase;
  void (*check) (Bench *bench, const Run *run);
} own_checks[] = { { "migrate", check_migrated },
                   { "passphrase", check_passphrase },
                   { "withdraw", check_withdrawn },
                   { "replace", check_replaced },
                   { "head", check_head } };

static void
check_after (Bench *bench, const char *phase, const Run *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_checks); i++)
    if (g_str_equal (phase, own_checks[i].phase))
      {
        own_checks[i].check (bench, run);
        return;
      }
  if (g_str_equal (phase, "erase"))
    check_erased (bench, run);
  check_workbook (bench, phase, run);
  if (g_str_equal (phase, "backup") || g_str_equal (phase, "erase"))
    check_backups (bench, run);
}

/* --- kills
 * --------------------------------------------------------------------------------------------- */

static gboolean
is_full (void)
{
  return g_strcmp0 (g_getenv ("SIXFOLD_FULL"), "1") == 0;
}

/* Anywhere; of an erasure every second time early, where its rows are, for most calls write the
 * file and the backup anew. */
static long
choose_call (Bench *bench, const char *phase, guint i, long calls)
{
  gboolean erases = g_str_equal (phase, "erase") || g_str_equal (phase, "head");
  long last = erases && i % 2 == 1 ? calls / 20 : calls;

  return g_rand_int_range (bench->rand, 1, (gint32)MAX (last, 1) + 1);
}

static void
test_kills (gconstpointer data)
{
  const char *phase = data;
  guint32 seed = g_str_hash (phase);
  guint n_kills = is_full () ? 40 : 8; /* in each phase */
  Bench bench = { 0 };
  long calls;

  bench_init (&bench, seed);
  calls = count_calls (&bench, phase);
  g_test_message ("%s: seed %u, %ld calls", phase, seed, calls);
  for (guint i = 0; i < n_kills; i++)
    {
      long at = choose_call (&bench, phase, i, calls);
      const char *kind = g_rand_boolean (bench.rand) ? "kill" : "half";
      Run run;

      run_driver (&bench, phase, kind, at, &run);
      g_test_message ("%s: %s at call %ld, acknowledged %ld", phase, kind, at, run.acknowledged);
      if (!WIFSIGNALED (run.status) || WTERMSIG (run.status) != SIGKILL)
        g_error ("not killed: %s", run.complaint);
      check_after (&bench, phase, &run);
      run_clear (&run);
    }
  bench_clear (&bench);
}

/* --- a disk that is full, or broken
 * ------------------------------------------------------------------- */

static void
test_starved (gconstpointer data)
{
  const char *phase = data;
  static const char *const kinds[] = { "enospc", "eio" };
  guint n_runs = is_full () ? 30 : 6;
  guint starved = 0;
  Bench bench = { 0 };
  long calls;

  bench_init (&bench, g_str_hash (phase));
  calls = count_calls (&bench, g_str_equal (phase, "starve") ? "edit" : "attach");
  for (guint i = 0; i < n_runs; i++)
    {
      long at = g_rand_int_range (bench.rand, 1, (gint32)calls / 2 + 1);
      const char *kind = kinds[i % G_N_ELEMENTS (kinds)];
      Run run;

      run_driver (&bench, phase, kind, at, &run);
      g_test_message ("%s: %s from call %ld", phase, kind, at);
      if (!run.ended)
        g_error ("%s: %s", phase, run.complaint);
      check_workbook (&bench, phase, &run);
      starved += run.starved;
      run_clear (&run);
    }
  g_assert_cmpuint (starved, >, 0);
  bench_clear (&bench);
}

int
main (int argc, char **argv)
{
  static const char *const phases[] = { "edit",  "draft",      "attach",   "migrate", "backup",
                                        "erase", "passphrase", "withdraw", "replace", "head" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/fault/kill/%s", phases[i]);
      g_test_add_data_func (name, phases[i], test_kills);
    }
  g_test_add_data_func ("/fault/starved/edit", "starve", test_starved);
  g_test_add_data_func ("/fault/starved/attach", "starve-attach", test_starved);
  return run_tests_in_own_home ();
}
