/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What is refused: the exit code, one sentence, and nothing changed. */

static char *
digest_of (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
}

static void
test_usage (Cli *cli, gconstpointer data)
{
  cli_bad (cli, 2, "name a command", NULL);
  cli_bad (cli, 2, "no command", "fly", cli->file);
  cli_bad (cli, 2, "--no-such-thing", "info", cli->file, "--no-such-thing");
  cli_bad (cli, 2, "no command", "target", cli->file);
  cli_bad (cli, 2, "judge FILE CODE", "judge", cli->file);
  cli_bad (cli, 2, "judge FILE CODE", "judge", cli->file, "LLD-S1", "LLD-S2", "--level", "1");
  cli_bad (cli, 2, "what the judgement is", "judge", cli->file, "LLD-S1");
  cli_bad (cli, 2, "not both", "judge", cli->file, "LLD-S1", "--level", "1", "--not-applicable",
           "No.");
  cli_bad (cli, 2, "what the grade is", "grade", cli->file, "LLD");
  cli_bad (cli, 2, "who agreed", "grade", cli->file, "LLD", "--level", "1", "--agreed-on",
           "2026-11-01");
  cli_bad (cli, 2, "all, open, soon, late, behind or ended", "target", "list", cli->file,
           "--filter", "odd");
  /* a centre file is not written over, this one or another, by whatever name */
  cli_bad (cli, 3, "is a centre file", "report", cli->file, "-o", cli->file);
  cli_bad (cli, 3, "already", "backup", cli->file, cli->file);
  cli_bad (cli, 2, "There are: governors", "report", cli->file, "--audience", "everybody", "-o",
           "x.pdf");
  cli_bad (cli, 2, "-o", "report", cli->file, "--audience", "governors");
  cli_bad (cli, 2, "first and its last day", "evaluation", "add", cli->file);
  cli_bad (cli, 2, "levels, evidence", "evaluation", "add", cli->file, "--starts", "2027-04-01",
           "--ends", "2028-03-31", "--carry", "all");
  cli_bad (cli, 2, "name", "new", "x.sixfold");
  cli_bad (cli, 2, "or neither", "new", "x.sixfold", "--centre", "X", "--starts", "2026-04-01");
}

static void
test_not_found_or_allowed (Cli *cli, gconstpointer data)
{
  g_autofree char *before = digest_of (cli->file);
  g_autofree char *after = NULL;

  cli_bad (cli, 3, "LLD-S99", "judge", cli->file, "LLD-S99", "--level", "1");
  cli_bad (cli, 3, "The levels are 1 to 4", "judge", cli->file, "LLD-S1", "--level", "5");
  cli_bad (cli, 3, "splendid", "judge", cli->file, "LLD-S1", "--level", "splendid", "--strengths",
           "Text that must not stay behind.");
  cli_bad (cli, 3, "reason", "judge", cli->file, "LLD-S1", "--not-applicable", " ");
  cli_bad (cli, 3, "Nobody", "judge", cli->file, "LLD-S1", "--level", "1", "--as", "Nobody");
  cli_bad (cli, 3, "XYZ", "grade", cli->file, "XYZ", "--level", "1");
  cli_bad (cli, 3, "no grade yet", "grade", cli->file, "LLD", "--agreed-by", "the team");
  cli_bad (cli, 3, "1999", "info", cli->file, "-e", "1999");
  cli_bad (cli, 3, "kind", "evidence", "add", cli->file, "Minutes");
  cli_bad (cli, 3, "kind", "contributor", "add", cli->file, "Ada", "--kind", "friend");
  cli_bad (cli, 3, "soon", "target", "add", cli->file, "Seats", "--due", "soon");
  cli_bad (cli, 3, "many", "target", "add", cli->file, "Seats", "--goal", "many");
  cli_bad (cli, 3, "Seats", "target", "end", cli->file, "Seats", "met");
  cli_bad (cli, 3, "before its first", "evaluation", "add", cli->file, "--starts", "2027-04-01",
           "--ends", "2026-03-31");
  cli_bad (cli, 3, "no-such", "new", "x.sixfold", "--centre", "X", "--framework", "no-such");
  cli_bad (cli, 3, "already", "new", cli->file, "--centre", "Elm Road");
  cli_bad (cli, 3, "nothing.pdf", "attach", cli->file, "LLD-S1", "nothing.pdf");
  cli_good (cli, "history", cli->file, "--json", "-n", "100");
  cli_assert_json (cli, "$.history[#-2].kind", "barrier");
  g_assert_cmpint (cli_json_int (cli, "$.history[0].id"), ==, 2);
  after = digest_of (cli->file);
  g_assert_cmpstr (after, ==, before);
}

/* What does not go together is refused by the workbook, whoever asks, and nothing is left behind.
 */
static void
test_targets (Cli *cli, gconstpointer data)
{
#define ADD(sentence, ...)                                                                         \
  cli_bad (cli, 3, sentence, "target", "add", cli->file, "Seats", __VA_ARGS__)
  ADD ("cannot start on 1 April 2027 and be due before", "--starts", "2027-04-01", "--due",
       "2027-03-31");
  ADD ("cannot start on 1 May 2027", "--starts", "2027-05-01"); /* the evaluation has ended */
  ADD ("between 0 and 100", "--unit", "%", "--goal", "200");
  ADD ("between 0 and 100", "--unit", "Per cent", "--baseline", "-1");
  ADD ("where it began", "--baseline", "20", "--goal", "20");
#undef ADD
  cli_good (cli, "target", "list", cli->file);
  g_assert_cmpstr (cli->out, ==, "");
  /* marks that turn the writing round, control characters and line breaks stay outside */
  cli_good (cli, "target", "add", cli->file, "Sea\u202e\u2066ts\a\nfilled", "--baseline", "20",
            "--goal", "20", "--direction", "up", "--starts", "2026-05-01");
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].title", "Seats filled");
  cli_good (cli, "history", cli->file);
  cli_assert_says (cli->out, "Set the target Seats");
  cli_bad (cli, 3, "title", "target", "add", cli->file, " \u202e\a ");
  cli_bad (cli, 3, "still to come", "target", "review", cli->file, "Seats", "--on", "2099-01-01",
           "--value", "1");
  cli_bad (cli, 3, "starts on 1 May 2026", "target", "review", cli->file, "Seats", "--on",
           "2026-04-30", "--value", "1");
  cli_good (cli, "target", "review", cli->file, "Seats", "--on", "2026-05-01", "--value", "1");
  cli_bad (cli, 3, "cannot start", "target", "change", cli->file, "Seats", "due-on", "2026-04-30",
           "--because", "Sooner.");
  cli_bad (cli, 3, "where it began", "target", "change", cli->file, "Seats", "direction", "",
           "--because", "Either.");
  cli_bad (cli, 3, "between 0 and 100", "target", "add", cli->file, "Other", "--unit", "%",
           "--baseline", "1", "--goal", "101");
  cli_good (cli, "priority", "add", cli->file, "Fathers");
  cli_bad (cli, 3, "An action cannot start", "action", "add", cli->file, "Fathers", "Ask",
           "--starts", "2027-04-01", "--due", "2027-03-31");
  /* what is refused leaves nothing behind */
  cli_bad (cli, 3, "amount", "action", "add", cli->file, "Fathers", "Half made", "--cost", "abc");
  cli_bad (cli, 3, "", "action", "add", cli->file, "Fathers", "Half made", "--statement", "XYZ");
  cli_bad (cli, 3, "", "action", "add", cli->file, "Fathers", "Half made", "--target", "No such");
  cli_good (cli, "plan", "list", cli->file);
  g_assert_null (strstr (cli->out, "Half made"));
  cli_good (cli, "action", "add", cli->file, "Fathers", "Ask", "--starts", "2026-12-01", "--due",
            "2027-01-31");
  cli_bad (cli, 3, "An action cannot start", "set", cli->file, "action:Ask", "starts-on",
           "2027-02-01");
  cli_good (cli, "action", "change", cli->file, "Ask", "--starts", "2027-02-01", "--due",
            "2027-03-31");
  cli_bad (cli, 3, "still to come", "action", "review", cli->file, "Ask", "--on", "2099-01-01",
           "--status", "met");
}

#define MOST 200 /* characters in a name */

/* The rule of a name is the workbook's, whoever asks: the window goes the same way. */
static void
test_names_of_centres (Cli *cli, gconstpointer data)
{
  g_autofree char *other = g_build_filename (cli->folder, "other.sixfold", NULL);
  g_autofree char *longest = g_strnfill (MOST, 'a');
  g_autofree char *longer = g_strconcat (longest, "b", NULL);

  cli_bad (cli, 3, "one line", "new", other, "--centre", "Harbour\nLane");
  cli_bad (cli, 3, "one line", "new", other, "--centre", "Harbour \u202eenaL");
  cli_bad (cli, 3, "too long", "new", other, "--centre", longer);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  cli_bad (cli, 3, "one line", "set", cli->file, "centre", "name", "Harbour\tLane");
  cli_bad (cli, 3, "too long", "set", cli->file, "centre", "name", longer);
  cli_good (cli, "set", cli->file, "centre", "name", longest);
}

/* Titles, and what else is one line, have an end; a reason says something. */
static void
test_lines_and_reasons (Cli *cli, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (500, 'a');
  g_autofree char *longer = g_strnfill (100000, 'b');

  cli_bad (cli, 3, "100000 characters, and 500 is the most", "target", "add", cli->file, longer);
  cli_bad (cli, 3, "500 is the most", "priority", "add", cli->file, longer);
  cli_good (cli, "target", "add", cli->file, longest);
  cli_bad (cli, 3, "500 is the most", "evidence", "add", cli->file, longer, "--kind", "data");
  cli_bad (cli, 3, "500 is the most", "target", "add", cli->file, "Seats", "--owner", longer);
  cli_bad (cli, 3, "the target a title", "target", "add", cli->file, "…");
  cli_bad (cli, 3, "the reason why this does not apply", "judge", cli->file, "LLD-S1",
           "--not-applicable", ".");
  cli_good (cli, "priority", "add", cli->file, "Fathers");
  cli_bad (cli, 3, "A reason has words", "action", "add", cli->file, "Fathers", "Ask them",
           "--no-date", ".");
  cli_good (cli, "action", "add", cli->file, "Fathers", "Ask them", "--no-date", "no room yet");
  cli_bad (cli, 3, "£999,999,999.99 is the most", "action", "change", cli->file, "Ask them",
           "--cost", "99999999999999999");
}

static void
test_half_named (Cli *cli, gconstpointer data)
{
  cli_good (cli, "target", "add", cli->file, "Fathers in journals");
  cli_good (cli, "target", "add", cli->file, "Fathers on Saturdays");
  cli_good (cli, "target", "add", cli->file, "Fathers");
  cli_bad (cli, 3, "More than one", "target", "end", cli->file, "fathers ", "met");
  cli_good (cli, "target", "end", cli->file, "Fathers", "met");
  cli_good (cli, "target", "list", cli->file, "--filter", "ended", "--json");
  cli_assert_json (cli, "$.targets[0].title", "Fathers");
}

/* Another program holds the lock beside the file. */
static void
test_in_use (Cli *cli, gconstpointer data)
{
  g_autofree char *lock = cli_path (cli, ".elm.sixfold.lock");
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int file = g_open (lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (fcntl (file, F_OFD_SETLK, &range), ==, 0);
  cli_bad (cli, 4, "open elsewhere", "judge", cli->file, "LLD-S1", "--level", "1");
  cli_bad (cli, 4, "open elsewhere", "undo", cli->file);
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.read_only", "1");
  cli_assert_json (cli, "$.progress.judged", "0");
  cli_good (cli, "info", cli->file);
  cli_assert_says (cli->out, "open elsewhere");
  cli_good (cli, "target", "list", cli->file);
  cli_good (cli, "history", cli->file);
  cli_good (cli, "check", cli->file);
  g_assert_cmpint (close (file), ==, 0);
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "1");
}

static void
test_not_ours (Cli *cli, gconstpointer data)
{
  g_autofree char *text = cli_write (cli, "letter.sixfold", "Dear committee, this is a letter.\n");
  g_autofree char *before = digest_of (text);
  g_autofree char *after = NULL;

  cli_bad (cli, 6, "letter.sixfold", "info", text);
  cli_bad (cli, 6, "letter.sixfold", "judge", text, "LLD-S1", "--level", "1");
  after = digest_of (text);
  g_assert_cmpstr (after, ==, before);
  cli_bad (cli, 3, "missing.sixfold", "info", "missing.sixfold");
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

static void
test_too_new (Cli *cli, gconstpointer data)
{
  run_sql (cli->file, "PRAGMA user_version = 99; UPDATE workbook SET least_reader = 99");
  cli_bad (cli, 6, "newer", "info", cli->file);
  cli_bad (cli, 6, "newer", "judge", cli->file, "LLD-S1", "--level", "1");
}

/* A value changed past the program: the chain of steps does not fit it any more. */
static void
test_tampered (Cli *cli, gconstpointer data)
{
  cli_good (cli, "judge", cli->file, "LLD-S1", "--strengths", "As it was.");
  run_sql (cli->file, "UPDATE change SET new_value = 'As it was not.' WHERE field = 'strengths'");
  cli_run (cli, "check", cli->file, NULL);
  g_assert_cmpint (cli->code, ==, 5);
  g_assert_cmpuint (strlen (cli->out), >, strlen ("Checked: \n"));
  cli_assert_refused (cli, 5, "problem");
}

static void
test_cut_short (Cli *cli, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (cli->file, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (cli->file, bytes, (gssize)(length / 2), NULL));
  cli_run (cli, "check", cli->file, NULL);
  g_assert_cmpint (cli->code, ==, 5);
  cli_run (cli, "judge", cli->file, "LLD-S1", "--level", "1", NULL);
  g_assert_cmpint (cli->code, ==, 5);
}

static void
test_read_only (Cli *cli, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_message ("the administrator may write everything: nothing to see here");
      cli_good (cli, "evaluation", "close", cli->file);
      cli_bad (cli, 7, "closed", "judge", cli->file, "LLD-S1", "--level", "1");
      return;
    }
  g_assert_cmpint (g_chmod (cli->file, 0400), ==, 0);
  cli_bad (cli, 7, "cannot be written", "judge", cli->file, "LLD-S1", "--level", "1");
  cli_good (cli, "info", cli->file);
  g_assert_cmpint (g_chmod (cli->file, 0600), ==, 0);
}

static void
test_full_output (Cli *cli, gconstpointer data)
{
  g_autofree char *command
      = g_strdup_printf ("'%s' info '%s' --json >/dev/full", g_getenv ("SIXFOLD_CLI"), cli->file);
  const char *line[] = { "sh", "-c", command, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (line, G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL);
  g_autofree char *said = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  cli_assert_says (said, "could not be written");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/cli/" name, Cli, NULL, cli_setup_file, function, cli_teardown)
  ADD ("usage", test_usage);
  ADD ("not-found-or-allowed", test_not_found_or_allowed);
  ADD ("half-named", test_half_named);
  ADD ("lines-and-reasons", test_lines_and_reasons);
  ADD ("names-of-centres", test_names_of_centres);
  ADD ("targets", test_targets);
  ADD ("in-use", test_in_use);
  ADD ("not-ours", test_not_ours);
  ADD ("too-new", test_too_new);
  ADD ("tampered", test_tampered);
  ADD ("cut-short", test_cut_short);
  ADD ("read-only", test_read_only);
  ADD ("full-output", test_full_output);
#undef ADD
  return g_test_run ();
}
