/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a person or a script reads of what was done. */

static void
assert_out (Cli *cli, const char *words)
{
  g_assert_cmpstr (cli->out, ==, words);
}

static void
test_done (Cli *cli, gconstpointer data)
{
  g_autofree char *other = cli_path (cli, "other.sixfold");
  g_autofree char *made = g_strdup_printf ("Made %s: Ash, April 2026 to March 2027\n", other);
  g_autofree char *note = cli_write (cli, "note.txt", "42");
  g_autofree char *pdf = cli_path (cli, "report.pdf");

  cli_good (cli, "new", other, "--centre", "Ash");
  assert_out (cli, made);
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "2");
  assert_out (cli, "LLD-S1: 2 Good\n");
  cli_good (cli, "judge", cli->file, "LLD-S2", "--strengths", "Seen.");
  assert_out (cli, "LLD-S2: Not judged yet\n");
  cli_good (cli, "contributor", "add", cli->file, "Parents’ forum", "--kind", "parents");
  assert_out (cli, "Added: Parents’ forum\n");
  cli_good (cli, "judge", cli->file, "LLD-S1", "--as", "parents", "--level", "1");
  assert_out (cli, "LLD-S1, Parents’ forum: 1 Outstanding\n");
  cli_good (cli, "grade", cli->file, "lld", "--level", "2");
  assert_out (cli, "LLD: 2 Good, proposed by the head, not yet agreed\n");
  cli_good (cli, "attach", cli->file, "LLD-S1", note);
  assert_out (cli, "LLD-S1: 1 file attached\n");
  cli_good (cli, "target", "add", cli->file, "Fathers", "--unit", "%", "--baseline", "11", "--goal",
            "30", "--starts", "2026-04-20", "--due", "31 March 2027");
  assert_out (cli, "Fathers: No reading yet · 11% → 30% by 31 March 2027\n");
  cli_good (cli, "target", "review", cli->file, "fathers", "--on", "2026-11-13", "--value", "16");
  assert_out (cli, "Fathers: Off track · 11% → 30% by 31 March 2027 · 16% on 13 November 2026\n");
  cli_good (cli, "set", cli->file, "centre", "head-name", "Ada Hill");
  assert_out (cli, "centre, head-name: Ada Hill\n");
  cli_good (cli, "undo", cli->file);
  cli_assert_says (cli->out, "Undone: ");
  cli_good (cli, "redo", cli->file);
  cli_assert_says (cli->out, "Redone: ");
  cli_good (cli, "report", cli->file, "-o", pdf);
  g_assert_true (g_str_has_prefix (cli->out, pdf));
  cli_assert_says (cli->out, " pages\n");
}

static void
test_quiet (Cli *cli, gconstpointer data)
{
  g_autofree char *other = cli_path (cli, "other.sixfold");
  g_autofree char *copy = cli_path (cli, "copy.sixfold");
  g_autofree char *note = cli_write (cli, "note.txt", "42");
  g_autofree char *pdf = cli_path (cli, "report.pdf");
  g_autofree char *script = cli_write (cli, "two.sfx", "judge LLD-S1 --level 1\nundo\n");
  const char *const lines[][8] = {
    { "new", other, "--centre", "Ash", NULL },
    { "judge", cli->file, "LLD-S1", "--level", "2", NULL },
    { "grade", cli->file, "LLD", "--level", "2", NULL },
    { "attach", cli->file, "LLD-S1", note, NULL },
    { "target", "add", cli->file, "Seats", NULL },
    { "target", "review", cli->file, "Seats", "--status", "on-track", NULL },
    { "undo", cli->file, NULL },
    { "redo", cli->file, NULL },
    { "backup", cli->file, copy, NULL },
    { "report", cli->file, "-o", pdf, NULL },
    { "batch", cli->file, script, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cli_run_line (cli, lines[i], "--quiet");
      g_assert_cmpstr (cli->err, ==, "");
      g_assert_cmpint (cli->code, ==, 0);
      assert_out (cli, "");
    }
  /* without it a script says one line for all that it did */
  cli_good (cli, "batch", cli->file, script);
  cli_assert_says (cli->out, "elm.sixfold: 2 commands done\n");
  g_assert_true (strchr (cli->out, '\n') == cli->out + strlen (cli->out) - 1);
  /* what was asked for is said all the same */
  cli_good (cli, "target", "list", cli->file, "--quiet");
  cli_assert_says (cli->out, "Seats\n");
}

static void
test_nothing_found (Cli *cli, gconstpointer data)
{
  g_autofree char *script = cli_write (cli, "look.sfx", "search zebra\njudge LLD-S1 --level 1\n");

  cli_bad (cli, 1, "Nothing found for “zebra crossing”.", "search", cli->file, "zebra", "crossing");
  assert_out (cli, "");
  cli_bad (cli, 1, "Nothing found", "search", cli->file, "--json", "zebra");
  cli_assert_json (cli, "$.hits", "[]");
  /* a script goes on: nothing failed */
  cli_run (cli, "batch", cli->file, script, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "Nothing found");
}

/* What the preview helper makes of a file of that name. */
static void
put_text (Cli *cli, const char *name, const char *text)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO extract (content, made, text) SELECT c.id, 1, '%s' FROM content AS c"
      " JOIN attachment AS a ON a.digest = c.digest WHERE a.name = '%s';"
      "INSERT INTO extract_index (rowid, text) SELECT id, text FROM extract"
      " WHERE id = last_insert_rowid ()",
      text, name);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (cli->file, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (database), ==, 1);
  sqlite3_close (database);
}

/* Words inside files are found with what is written, and say in which file they stand. */
static void
test_inside_files (Cli *cli, gconstpointer data)
{
  g_autofree char *survey = cli_write (cli, "survey.txt", "as asked");
  g_autofree char *minutes = cli_write (cli, "minutes.txt", "as taken");
  g_autofree char *crossing = cli_write (cli, "crossing.txt", "as painted");

  cli_good (cli, "evidence", "add", cli->file, "Parents asked", "--kind", "users-views", "--source",
            "The okapi group", "--file", survey);
  cli_good (cli, "evidence", "add", cli->file, "Meeting of May", "--kind", "document", "--dated",
            "2026-05-04", "--file", minutes);
  put_text (cli, "survey.txt", "Nine families would like a zebra crossing at the gate.");
  put_text (cli, "minutes.txt", "The okapi was spoken of.");
  cli_good (cli, "search", cli->file, "zebra", "fam");
  assert_out (cli, "Inside files · Parents asked · survey.txt\n"
                   "  Nine families would like a zebra crossing at the gate.\n");
  cli_good (cli, "search", cli->file, "--json", "okapi");
  cli_assert_json (cli, "$.hits[0].kind", "Evidence");
  cli_assert_json (cli, "$.hits[1].kind", "Inside files");
  cli_assert_json (cli, "$.hits[1].detail", "minutes.txt");
  cli_good (cli, "evidence", "search", cli->file, "okapi");
  assert_out (cli, "Parents asked\n  Users’ views\n  The okapi group\n"
                   "Meeting of May\n  Document · 4 May 2026\n"
                   "  minutes.txt: The okapi was spoken of.\n");
  cli_good (cli, "evidence", "search", cli->file, "--json", "ZEBRA");
  cli_assert_json (cli, "$.hits[0].file", "survey.txt");
  cli_assert_json (cli, "$.hits[0].snippet",
                   "Nine families would like a zebra crossing at the gate.");
  /* what is found by its title is not found again by its file */
  cli_good (cli, "evidence", "add", cli->file, "Zebra crossing", "--kind", "document", "--file",
            crossing);
  put_text (cli, "crossing.txt", "The zebra is black and white.");
  cli_good (cli, "search", cli->file, "zebra");
  assert_out (cli, "Evidence · Zebra crossing\n  Zebra crossing\n"
                   "Inside files · Parents asked · survey.txt\n"
                   "  Nine families would like a zebra crossing at the gate.\n");
  cli_good (cli, "retire", cli->file, "evidence:Zebra crossing");
  cli_bad (cli, 1, "Nothing found", "evidence", "search", cli->file, "gnu");
  cli_good (cli, "retire", cli->file, "evidence:Parents asked");
  cli_bad (cli, 1, "Nothing found", "search", cli->file, "zebra");
}

static void
test_hyphens (Cli *cli, gconstpointer data)
{
  cli_good (cli, "judge", cli->file, "LLD-S1", "--strengths", "Kiln --clay on Fridays.");
  cli_good (cli, "search", cli->file, "--", "--clay");
  cli_assert_says (cli->out, "Kiln --clay");
  cli_good (cli, "search", "--", cli->file, "kiln");
  cli_assert_says (cli->out, "Kiln --clay");
  cli_good (cli, "target", "add", cli->file, "--", "-5 degrees");
  cli_assert_says (cli->out, "-5 degrees: ");
  cli_good (cli, "set", cli->file, "centre", "services", "--", "--");
  cli_assert_says (cli->out, "centre, services: --\n");
}

static void
test_mistakes_once (Cli *cli, gconstpointer data)
{
  g_autofree char *wrong = cli_write (cli, "wrong.xml", "<framework>\n</framework>\n");
  g_autofree char *hostile
      = cli_write (cli, "hostile.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");

  cli_run (cli, "framework", "check", wrong, NULL);
  cli_assert_says (cli->out, "wrong.xml:");
  g_assert_null (strstr (cli->err, cli->out));
  cli_assert_refused (cli, cli->code, " in ");
  cli_assert_says (cli->err, "wrong.xml.");
  cli_run (cli, "framework", "check", hostile, NULL);
  cli_assert_refused (cli, 6, "1 mistake");
  g_assert_null (strstr (cli->err, cli->out));
}

static void
test_names (Cli *cli, gconstpointer data)
{
  g_autofree char *other = cli_path (cli, "other.sixfold");
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *good_name = g_strnfill (200, 'x');

  cli_bad (cli, 3, "one line", "new", other, "--centre", "Ash\nLane");
  cli_bad (cli, 3, "one line", "new", other, "--centre", "Ash \u202eenaL");
  cli_bad (cli, 3, "one line", "new", other, "--centre", "Ash\x1b[31m");
  cli_bad (cli, 3, "up to 200", "new", other, "--centre", long_name);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  cli_bad (cli, 3, "up to 200", "set", cli->file, "centre", "name", long_name);
  cli_good (cli, "new", other, "--centre", good_name);
}

static guint
count_files (Cli *cli)
{
  g_autoptr (GDir) folder = g_dir_open (cli->folder, 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    n += !g_str_equal (name, "home");
  return n;
}

static void
set_full (Cli *cli, const char *after)
{
  const char *asan = g_getenv ("ASAN_OPTIONS");
  g_autofree char *options
      = g_strdup_printf ("%s:verify_asan_link_order=0:detect_leaks=0", asan != NULL ? asan : "");

  cli_setenv (cli, "LD_PRELOAD", after != NULL ? g_getenv ("SIXFOLD_FULL_DISK") : NULL);
  cli_setenv (cli, "SIXFOLD_FULL_UNDER", cli->folder);
  cli_setenv (cli, "SIXFOLD_FULL_AFTER", after);
  cli_setenv (cli, "ASAN_OPTIONS", after != NULL ? options : asan);
}

/* The window keeps what was typed and writes it later; a command says that it keeps nothing. When
 * the disk fills between its two steps it says that too, and what it says is so. */
static void
test_full_disk (Cli *cli, gconstpointer data)
{
  guint nothing = 0, part = 0;

  for (guint calls = 0; calls < 200; calls += 5)
    {
      g_autofree char *after = g_strdup_printf ("%u", calls);
      g_autofree char *text = NULL;
      sqlite3 *database;
      gboolean half;

      set_full (cli, NULL);
      cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "2", "--strengths", "As it was.");
      set_full (cli, after);
      cli_run (cli, "judge", cli->file, "LLD-S1", "--level", "3", "--strengths", "Typed.", NULL);
      set_full (cli, NULL);
      if (cli->code == 0 || strstr (cli->err, "What was asked for is written") != NULL)
        break;
      cli_assert_refused (cli, 7, "The disk is full. ");
      assert_out (cli, "");
      g_assert_null (strstr (cli->err, "by itself"));
      half = strstr (cli->err, "A part was written") != NULL;
      if (!half)
        cli_assert_says (cli->err, "Nothing was written and the text was not kept");
      part += half;
      nothing += !half;
      /* what was broken off in writing is made good when the file is next opened to be written */
      cli_good (cli, "set", cli->file, "centre", "services", "Nursery");
      database = cli_open_database (cli->file);
      text = cli_sql_text (database, "SELECT level || ' ' || strengths FROM judgement"
                                     " WHERE statement_code = 'LLD-S1'");
      g_assert_cmpstr (text, ==, half ? "3 As it was." : "2 As it was.");
      sqlite3_close (database);
    }
  g_assert_cmpuint (nothing, >, 1);
  g_assert_cmpuint (part, >, 1);
}

/* However far it came, what was not finished leaves nothing behind. */
static void
test_failed_new (Cli *cli, gconstpointer data)
{
  g_autofree char *other = cli_path (cli, "other.sixfold");
  g_autofree char *nowhere = cli_path (cli, "nowhere/other.sixfold");
  guint before = count_files (cli), failed = 0;

  cli_run (cli, "new", nowhere, "--centre", "Ash", NULL);
  g_assert_cmpint (cli->code, !=, 0);
  g_assert_cmpuint (count_files (cli), ==, before);
  for (guint calls = 0; calls < 400; calls += calls < 10 ? 2 : 11)
    {
      g_autofree char *after = g_strdup_printf ("%u", calls);

      set_full (cli, after);
      cli_run (cli, "new", other, "--centre", "Ash", NULL);
      if (cli->code == 0)
        break;
      failed++;
      cli_assert_refused (cli, 7, "full");
      g_assert_cmpuint (count_files (cli), ==, before);
    }
  g_assert_cmpuint (failed, >, 5);
  g_assert_cmpint (cli->code, ==, 0);
}

/* What no font has is named, though the report is written. */
static void
test_characters (Cli *cli, gconstpointer data)
{
  cli_good (cli, "grade", cli->file, "LLD", "--level", "2", "--strengths", "Sunflower 龍.");
  cli_run (cli, "report", cli->file, "-o", "report.pdf", NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_refused (cli, 0, "“龍” cannot be printed");
  cli_assert_says (cli->err, "Leading Learning and Development");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/cli/words/" name, Cli, NULL, cli_setup_file, function, cli_teardown)
  ADD ("done", test_done);
  ADD ("quiet", test_quiet);
  ADD ("nothing-found", test_nothing_found);
  ADD ("inside-files", test_inside_files);
  ADD ("hyphens", test_hyphens);
  ADD ("mistakes-once", test_mistakes_once);
  ADD ("names", test_names);
  ADD ("full-disk", test_full_disk);
  ADD ("failed-new", test_failed_new);
  ADD ("characters", test_characters);
#undef ADD
  return g_test_run ();
}
