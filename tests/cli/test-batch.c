/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <string.h>

static void
test_script (Cli *cli, gconstpointer data)
{
  g_autofree char *note = cli_write (cli, "note.txt", "42");
  g_autofree char *script = cli_write (cli, "year.sfx",
                                       "# a year\n"
                                       "at 2026-04-12\n"
                                       "new --centre 'Elm Road'\n"
                                       "set centre services \"Nursery,\n"
                                       "    stay and play.\n"
                                       "\n"
                                       "    Courses.\"\n"
                                       "at 2026-05-02T14:30\n"
                                       "judge LLD-S1 --level 2 \\\n"
                                       "  --strengths \"Seen.\"\n"
                                       "evidence add Note --kind data --file note.txt\n");
  sqlite3 *database;
  g_autofree char *services = NULL;

  cli_good (cli, "batch", cli->file, script);
  cli_good (cli, "history", cli->file, "--json");
  cli_assert_json (cli, "$.history[#-1].at", "2026-04-12T09:00:00Z");
  cli_assert_json (cli, "$.history[0].at", "2026-05-02T13:31:00Z");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.evaluation.starts_on", "2026-04-01");
  cli_assert_json (cli, "$.counts.files", "1");
  database = cli_open_database (cli->file);
  services = cli_sql_text (database, "SELECT services FROM centre");
  g_assert_cmpstr (services, ==, "Nursery, stay and play.\nCourses.");
  /* days that only a script has seen make no daily backups */
  g_assert_cmpint (cli_sql_int (database, "SELECT count(*) FROM backup"), ==, 0);
  sqlite3_close (database);
}

static void
test_first_error (Cli *cli, gconstpointer data)
{
  g_autofree char *script = cli_write (cli, "wrong.sfx",
                                       "judge LLD-S1 --level 2\n"
                                       "\n"
                                       "judge LLD-S2 \\\n"
                                       "  --level 9\n"
                                       "judge LLD-S3 --level 2\n");

  cli_bad (cli, 3, "wrong.sfx:3: There is no level “9”", "batch", cli->file, script);
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.progress.judged", "1");
}

static void
test_wrong_scripts (Cli *cli, gconstpointer data)
{
  g_autofree char *quote = cli_write (cli, "quote.sfx", "info\nset a 'b\n");
  g_autofree char *word = cli_write (cli, "word.sfx", "fly\n");
  g_autofree char *nested = cli_write (cli, "nested.sfx", "batch word.sfx\n");
  g_autofree char *list = cli_write (cli, "list.sfx", "framework list\n");
  g_autofree char *day = cli_write (cli, "day.sfx", "at noon\n");
  g_autofree char *late = cli_write (cli, "late.sfx", "info\nnew --centre X\n");
  g_autofree char *latin = cli_write (cli, "latin.sfx", "set centre name \xe9\n");

  cli_bad (cli, 3, "line 2", "batch", cli->file, quote);
  cli_bad (cli, 2, "word.sfx:1: ", "batch", cli->file, word);
  cli_bad (cli, 2, "cannot stand in a script", "batch", cli->file, nested);
  cli_bad (cli, 2, "cannot stand in a script", "batch", cli->file, list);
  cli_bad (cli, 3, "at 2026-04-12", "batch", cli->file, day);
  cli_bad (cli, 2, "late.sfx:2: ", "batch", cli->file, late);
  cli_bad (cli, 3, "UTF-8", "batch", cli->file, latin);
  cli_bad (cli, 3, "missing.sfx", "batch", cli->file, "missing.sfx");
}

static gboolean
lies_there (Cli *cli, const char *name)
{
  g_autofree char *path = cli_path (cli, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_replace (Cli *cli, gconstpointer data)
{
  g_autofree char *good = cli_write (cli, "good.sfx", "new --centre 'Ash Lane'\n");
  g_autofree char *bad = cli_write (cli, "bad.sfx", "new --centre 'Oak'\njudge X --level 1\n");

  cli_bad (cli, 3, "bad.sfx:2: ", "batch", "--replace", cli->file, bad);
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.centre", "Elm Road");
  cli_good (cli, "batch", "--replace", cli->file, good);
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.centre", "Ash Lane");
  g_assert_false (lies_there (cli, "elm.sixfold.part"));
  g_assert_false (lies_there (cli, ".elm.sixfold.part.lock"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/batch/script", Cli, NULL, cli_setup, test_script, cli_teardown);
  g_test_add ("/cli/batch/first-error", Cli, NULL, cli_setup_file, test_first_error, cli_teardown);
  g_test_add ("/cli/batch/wrong-scripts", Cli, NULL, cli_setup_file, test_wrong_scripts,
              cli_teardown);
  g_test_add ("/cli/batch/replace", Cli, NULL, cli_setup_file, test_replace, cli_teardown);
  return g_test_run ();
}
