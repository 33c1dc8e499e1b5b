/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* evidence due, erase and verify, as a script would use them. */

#define TITLE "Letter about Zwetschge"

static gboolean
file_holds (Cli *cli, const char *words)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (cli->file, &bytes, &length, NULL));
  return memmem (bytes, length, words, strlen (words)) != NULL;
}

static void
add_evidence (Cli *cli, const char *title, const char *name, const char *text)
{
  g_autofree char *path = cli_write (cli, name, text);

  cli_good (cli, "evidence", "add", cli->file, title, "--kind", "document");
  cli_good (cli, "evidence", "attach", cli->file, title, path);
}

static void
test_due (Cli *cli, gconstpointer data)
{
  add_evidence (cli, TITLE, "letter.txt", "dear");
  cli_good (cli, "evidence", "due", cli->file);
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "set", cli->file, "evidence:" TITLE, "keep_until", "2026-11-21");
  cli_good (cli, "evidence", "due", cli->file);
  cli_assert_says (cli->out, TITLE);
  cli_assert_says (cli->out, "21 November 2026");
  cli_good (cli, "retire", cli->file, "evidence:" TITLE);
  cli_good (cli, "evidence", "due", cli->file, "--json");
  cli_assert_json (cli, "$.due[0].title", TITLE);
  cli_assert_json (cli, "$.due[0].keep_until", "2026-11-21");
  cli_assert_json (cli, "$.due[0].retired", "1");
}

static void
test_erase (Cli *cli, gconstpointer data)
{
  add_evidence (cli, TITLE, "letter.txt", "both have this");
  add_evidence (cli, "Minutes", "minutes.txt", "both have this");
  cli_bad (cli, 2, "--reason", "evidence", "erase", cli->file, TITLE);
  cli_bad (cli, 3, "names", "evidence", "erase", cli->file, TITLE, "--reason",
           "letter about zwetschge", "--yes");
  cli_good (cli, "evidence", "erase", cli->file, TITLE, "--reason", "The parent asked for it");
  cli_assert_says (cli->out, "1 piece of evidence; 1 file; linked to no statement.");
  cli_assert_says (cli->out, "The contents of 1 file stay");
  cli_assert_says (cli->out, "Nothing was done.");
  g_assert_true (file_holds (cli, "Zwetschge"));
  cli_good (cli, "evidence", "list", cli->file);
  cli_assert_says (cli->out, TITLE);
  cli_good (cli, "evidence", "erase", cli->file, TITLE, "--reason", "The parent asked for it",
            "--by", "J. Hill", "--yes");
  cli_assert_says (cli->out, "Erased: 1 piece of evidence; 1 file");
  g_assert_false (file_holds (cli, "Zwetschge"));
  g_assert_false (file_holds (cli, "letter.txt"));
  g_assert_true (file_holds (cli, "The parent asked for it"));
  cli_bad (cli, 3, "", "evidence", "erase", cli->file, TITLE, "--reason", "again", "--yes");
  cli_bad (cli, 3, "undo", "undo", cli->file);
  cli_good (cli, "check", cli->file);
  cli_assert_says (cli->out, "Erased for data protection on 22 November 2026");
  cli_good (cli, "evidence", "verify", cli->file);
  cli_assert_says (cli->out, "Checked: 1 file.");
}

/* Where files were written out to is told before they are erased. */
static void
test_export (Cli *cli, gconstpointer data)
{
  g_autofree char *out = g_build_filename (cli->folder, "PlaceSanddorn", NULL);

  add_evidence (cli, TITLE, "letter.txt", "dear");
  g_assert_cmpint (g_mkdir_with_parents (out, 0700), ==, 0);
  cli_good (cli, "evidence", "export", cli->file, TITLE, out);
  cli_good (cli, "evidence", "erase", cli->file, TITLE, "--reason", "The parent asked for it");
  cli_assert_says (cli->out, "Copies that have left");
  cli_assert_says (cli->out, "PlaceSanddorn/letter.txt");
}

/* (transfer full): where the next backup of the one file would lie */
static char *
make_bad_backup (Cli *cli)
{
  g_autofree char *backups = cli_path (cli, "home/sixfold/backups");
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  char *path;

  g_assert_nonnull (dir);
  path = g_build_filename (backups, g_dir_read_name (dir), "2026-01-01-0900.sixfold", NULL);
  g_assert_true (g_file_set_contents (path, "no centre file", -1, NULL));
  return path;
}

/* What an earlier command left is told by the next ones, until it is done. */
static void
test_resumed (Cli *cli, gconstpointer data)
{
  g_autofree char *bad = NULL;

  add_evidence (cli, TITLE, "letter.txt", "dear");
  cli_good (cli, "backup", cli->file);
  bad = make_bad_backup (cli);
  cli_run (cli, "evidence", "erase", cli->file, TITLE, "--reason", "Not needed", "--yes", NULL);
  g_assert_cmpint (cli->code, !=, 0);
  cli_assert_says (cli->out, bad);
  cli_run (cli, "evidence", "list", cli->file, "--quiet", NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "could not be cleaned.");
  cli_assert_says (cli->err, bad);
  g_assert_cmpint (g_unlink (bad), ==, 0);
  cli_run (cli, "evidence", "list", cli->file, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "is finished.");
  cli_good (cli, "evidence", "list", cli->file);
}

/* Undone, it is in no list, and still in the file. */
static void
test_taken_back (Cli *cli, gconstpointer data)
{
  g_autofree char *path = cli_write (cli, TITLE ".txt", "both have this");

  cli_good (cli, "evidence", "list", cli->file, "--taken-back");
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "evidence", "add", cli->file, TITLE, "--kind", "document");
  cli_good (cli, "evidence", "attach", cli->file, TITLE, path);
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "undo", cli->file);
  cli_bad (cli, 3, "", "evidence", "erase", cli->file, TITLE, "--reason", "Not needed", "--yes");
  g_assert_true (file_holds (cli, "both have this"));
  cli_good (cli, "evidence", "list", cli->file, "--taken-back");
  cli_assert_says (cli->out, TITLE);
  cli_assert_says (cli->out, "; 1 file");
  cli_good (cli, "evidence", "list", cli->file, "--taken-back", "--json");
  cli_assert_json (cli, "$.taken_back[0].title", TITLE);
  cli_good (cli, "evidence", "erase", cli->file, TITLE, "--taken-back", "--reason", "Not needed",
            "--yes");
  cli_assert_says (cli->out, "Erased: 1 piece of evidence; 1 file");
  g_assert_false (file_holds (cli, "both have this"));
  g_assert_false (file_holds (cli, "Zwetschge"));
  cli_bad (cli, 3, "taken back", "evidence", "erase", cli->file, TITLE, "--taken-back", "--reason",
           "Not needed", "--yes");
  cli_good (cli, "check", cli->file);
}

/* One byte of a file is another than it was. */
static void
test_verify (Cli *cli, gconstpointer data)
{
  sqlite3 *db;

  add_evidence (cli, "Minutes", "minutes.txt", "as they were");
  add_evidence (cli, "Letter", "letter.txt", "another");
  cli_good (cli, "evidence", "verify", cli->file, "--json");
  cli_assert_json (cli, "$.files[0].name", "minutes.txt");
  cli_assert_json (cli, "$.files[0].state", "sound");
  cli_assert_json (cli, "$.bad", "0");
  g_assert_cmpint (sqlite3_open (cli->file, &db), ==, SQLITE_OK);
  g_assert_cmpint (
      sqlite3_exec (db,
                    "UPDATE chunk SET data = CAST ('as they Were' AS BLOB) WHERE data ="
                    " CAST ('as they were' AS BLOB);"
                    "PRAGMA foreign_keys = OFF;"
                    "DELETE FROM chunk WHERE data = CAST ('another' AS BLOB);"
                    "UPDATE content SET digest = replace (digest, substr (digest, 1,"
                    " 8), '00000000') WHERE id NOT IN (SELECT content FROM chunk)",
                    NULL, NULL, NULL),
      ==, SQLITE_OK);
  sqlite3_close (db);
  cli_run (cli, "evidence", "verify", cli->file, "--json", NULL);
  g_assert_cmpint (cli->code, ==, 5);
  cli_assert_json (cli, "$.files[0].state", "changed");
  cli_assert_json (cli, "$.files[1].state", "missing");
  cli_assert_json (cli, "$.bad", "2");
  cli_bad (cli, 5, "2 files of 2", "evidence", "verify", cli->file);
  cli_assert_says (cli->out, "minutes.txt");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Cli, NULL, cli_setup_file, func, cli_teardown)
  ADD ("/cli/evidence/due", test_due);
  ADD ("/cli/evidence/erase", test_erase);
  ADD ("/cli/evidence/resumed", test_resumed);
  ADD ("/cli/evidence/taken-back", test_taken_back);
  ADD ("/cli/evidence/export-noted", test_export);
  ADD ("/cli/evidence/verify", test_verify);
#undef ADD
  return g_test_run ();
}
