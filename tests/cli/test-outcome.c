/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What a target promised, and outcome data, from the command line. Today is 22 November 2026. */

/* A settled target says what it promised before, and why it no longer does. */
static void
test_promise (Cli *cli, gconstpointer data)
{
  cli_good (cli, "target", "add", cli->file, "Fathers in journals", "--statement", "LLD-S5",
            "--unit", "%", "--baseline", "11", "--goal", "30", "--starts", "2026-04-20", "--due",
            "2027-03-31");
  /* on its first day it is still being written down */
  cli_good (cli, "set", cli->file, "target:Fathers", "goal", "32");
  cli_good (cli, "target", "review", cli->file, "Fathers", "--on", "2026-09-30", "--value", "12");
  cli_bad (cli, 3, "with a reason", "set", cli->file, "target:Fathers", "goal", "20");
  cli_bad (cli, 3, "reason", "target", "change", cli->file, "Fathers", "goal", "20");
  cli_good (cli, "target", "change", cli->file, "Fathers", "goal", "20", "--because",
            "The Saturday crèche has closed.");
  cli_good (cli, "target", "milestone", cli->file, "Fathers", "A room is found", "--due",
            "2026-06-30");
  cli_good (cli, "target", "milestone", cli->file, "Fathers", "A room is found", "--reached",
            "2026-06-03");
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].goal", "20");
  cli_assert_json (cli, "$.targets[0].changes[0].field", "goal");
  cli_assert_json (cli, "$.targets[0].changes[0].before", "32%");
  cli_assert_json (cli, "$.targets[0].changes[0].after", "20%");
  cli_assert_json (cli, "$.targets[0].changes[0].on", "2026-11-22");
  cli_assert_json (cli, "$.targets[0].changes[0].because", "The Saturday crèche has closed.");
  cli_assert_json (cli, "$.targets[0].changes[0].office", "Head of centre");
  cli_assert_json (cli, "$.targets[0].milestones[0].reached_on", "2026-06-03");
  /* the change and what is told of it go together */
  for (guint i = 0; i < 3; i++)
    cli_good (cli, "undo", cli->file);
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].goal", "32");
  cli_assert_says (cli->out, "\"changes\": []");
}

/* A target is tied to a measure and a group, and to none again; undo knows of it. */
static void
test_about (Cli *cli, gconstpointer data)
{
  cli_good (cli, "measure", "add", cli->file, "Reach", "--period", "year");
  cli_good (cli, "group", "add", cli->file, "fathers", "--shipped");
  cli_bad (cli, 2, "--outcome-measure", "target", "add", cli->file, "Dads come", "--group",
           "Fathers");
  cli_bad (cli, 3, "Nothing", "target", "add", cli->file, "Dads come", "--outcome-measure",
           "Nothing");
  cli_good (cli, "target", "add", cli->file, "Dads come", "--outcome-measure", "Reach", "--group",
            "Fathers");
  cli_good (cli, "target", "list", cli->file);
  cli_assert_says (cli->out, "\n  Outcome data: Reach, Fathers\n");
  cli_good (cli, "target", "about", cli->file, "Dads", "--measure", "Reach");
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].outcome_measure", "Reach");
  cli_assert_json (cli, "$.targets[0].family_group", NULL);
  cli_bad (cli, 3, "the measure that the group", "target", "about", cli->file, "Dads", "--group",
           "Fathers");
  cli_good (cli, "target", "about", cli->file, "Dads");
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].outcome_measure", NULL);
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].family_group", "Fathers");
  cli_good (cli, "check", cli->file);
}

static void
test_readings (Cli *cli, gconstpointer data)
{
  g_autofree char *table = NULL;

  cli_good (cli, "measure", "add", cli->file, "Reach", "--kind", "proportion", "--period", "year",
            "--aim", "0.65");
  cli_good (cli, "group", "add", cli->file, "fathers", "--shipped");
  cli_bad (cli, 3, "", "measure", "add", cli->file, "Other", "--kind", "guess", "--period", "year");
  /* what is refused leaves nothing behind */
  cli_bad (cli, 2, "up or down", "measure", "add", cli->file, "Left", "--direction", "sideways");
  cli_bad (cli, 2, "fraction of 1", "measure", "add", cli->file, "Left", "--aim", "65");
  cli_good (cli, "measure", "list", cli->file);
  g_assert_null (strstr (cli->out, "Left"));
  cli_good (cli, "reading", "set", cli->file, "Reach", "2025-26", "--count", "52", "--out-of",
            "100");
  cli_good (cli, "reading", "list", cli->file, "Reach", "--json");
  cli_assert_json (cli, "$.readings[0].count", "52");
  cli_assert_json (cli, "$.readings[0].figure", "0.52");
  table = cli_write (cli, "readings.csv",
                     "\xef\xbb\xbfMeasure;Group;Period;Count;Out of\r\n"
                     "Reach;;2026-27;60;100\r\n"
                     "Reach;Fathers;2026-27;41;40\r\n"
                     "Reach;Cousins;2026-27;1;40\r\n"
                     "Reach;Fathers;2025-26;12;40\r\n");
  cli_good (cli, "readings", "import", cli->file, table, "--dry-run", "--json");
  cli_assert_json (cli, "$.taken", "0");
  cli_good (cli, "readings", "import", cli->file, table, "--json");
  cli_assert_json (cli, "$.rows", "4");
  cli_assert_json (cli, "$.good", "2");
  cli_assert_json (cli, "$.left_out[0].line", "3");
  cli_assert_json (cli, "$.left_out[0].reason", "count-over");
  cli_assert_json (cli, "$.left_out[1].line", "4");
  cli_assert_json (cli, "$.left_out[1].reason", "unknown-group");
  cli_good (cli, "reading", "list", cli->file, "Reach", "--json");
  cli_assert_json (cli, "$.readings[2].figure", "0.3");
  /* one undo takes all of it back */
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "reading", "list", cli->file, "Reach", "--json");
  cli_assert_json (cli, "$.readings[0].count", "52");
  g_assert_null (strstr (cli->out, "\"count\": 60"));
  cli_good (cli, "check", cli->file);
}

/* What may be seen outside: the same as in the report. */
static void
test_published (Cli *cli, gconstpointer data)
{
  g_autofree char *pdf = cli_path (cli, "report.pdf");

  cli_good (cli, "measure", "add", cli->file, "Reach", "--kind", "proportion", "--period", "year");
  cli_good (cli, "group", "add", cli->file, "fathers", "--shipped");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--count", "52", "--out-of",
            "100");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--group", "Fathers", "--count",
            "3", "--out-of", "37");
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_assert_says (cli->out, "2026–27 · All families · 52%: 52 of 100");
  cli_assert_says (cli->out, "2026–27 · Fathers · not shown");
  g_assert_null (strstr (cli->out, "37"));
  /* a report that says it all the same is written, and the place is told */
  cli_good (cli, "judge", cli->file, "SFC-S1", "--level", "2", "--strengths", "3 fathers came.");
  cli_run (cli, "report", cli->file, "-o", pdf, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "Before you print: 3 in “3 fathers came.”. “What is strong” of ");
  cli_assert_says (cli->err, "Reach, Fathers, 2026–27");
  /* so is a plan */
  cli_good (cli, "priority", "add", cli->file, "Fathers", "--objective", "The 34 others come too.");
  cli_run (cli, "plan", "print", cli->file, pdf, NULL);
  g_assert_cmpint (cli->code, ==, 0);
  cli_assert_says (cli->err, "Before you print: 34 in “The 34 others come too.”. “What it is for”");
  cli_assert_says (cli->err, "of Fathers. It may be a figure that is not shown: Reach, Fathers");
  cli_bad (cli, 2, "choose", "reading", "list", cli->file, "Reach", "--published", "--json");
}

/* The words of a PDF, without the space between them; NULL where no program reads it. */
static char *
read_pdf (Cli *cli, const char *path)
{
  const char *pdftotext = g_getenv ("PDFTOTEXT");

  if (pdftotext == NULL || *pdftotext == '\0')
    return NULL;
  cli_run_other (cli, (const char *const[]){ pdftotext, "-layout", path, "-", NULL });
  g_assert_cmpint (cli->code, ==, 0);
  return g_strdup (cli->out);
}

/* Who has both reports takes 37 of 74 from 40 of 80 and knows of the 3 of 6 who live elsewhere:
 * that is not to be had, neither from a second report nor from the list. */
static void
test_two_reports (Cli *cli, gconstpointer data)
{
  g_autofree char *one = cli_path (cli, "one.pdf"), *two = cli_path (cli, "two.pdf");
  g_autofree char *first = NULL, *second = NULL;

  cli_good (cli, "measure", "add", cli->file, "Reach", "--kind", "proportion", "--period", "year");
  cli_good (cli, "group", "add", cli->file, "The Dell");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--count", "40", "--out-of",
            "80");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--group", "The Dell", "--count",
            "30", "--out-of", "60");
  cli_good (cli, "report", cli->file, "-o", one);
  cli_good (cli, "report", cli->file, "-o", one);
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--group", "The Dell", "--count",
            "37", "--out-of", "74");
  cli_good (cli, "report", cli->file, "-o", two);
  first = read_pdf (cli, one);
  second = read_pdf (cli, two);
  if (first != NULL)
    {
      cli_assert_says (first, "40 of 80");
      cli_assert_says (first, "30 of 60");
      cli_assert_says (second, "40 of 80");
      cli_assert_says (second, "not shown");
      g_assert_null (strstr (second, "37 of 74"));
    }
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_assert_says (cli->out, "2026–27 · The Dell · not shown");
  /* no undo calls a report back */
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_assert_says (cli->out, "30 of 60");
  cli_good (cli, "redo", cli->file);
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_assert_says (cli->out, "2026–27 · The Dell · not shown");
  cli_good (cli, "check", cli->file);
}

/* A list that was handed out counts like a report; a file that can only be read makes reports, and
 * says that it does not keep what they show. */
static void
test_list_is_out (Cli *cli, gconstpointer data)
{
  g_autofree char *pdf = cli_path (cli, "report.pdf");

  cli_good (cli, "measure", "add", cli->file, "Reach", "--kind", "proportion", "--period", "year");
  cli_good (cli, "group", "add", cli->file, "The Dell");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--count", "40", "--out-of",
            "80");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--group", "The Dell", "--count",
            "30", "--out-of", "60");
  g_assert_cmpint (g_chmod (cli->file, 0444), ==, 0);
  if (g_access (cli->file, W_OK) != 0)
    {
      cli_run (cli, "report", cli->file, "-o", pdf, NULL);
      g_assert_cmpint (cli->code, ==, 0);
      cli_assert_says (cli->err, "does not keep which figures the report shows");
    }
  g_assert_cmpint (g_chmod (cli->file, 0644), ==, 0);
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--count", "33", "--out-of",
            "66");
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_assert_says (cli->out, "2026–27 · All families · not shown");
  cli_assert_says (cli->out, "30 of 60");
  /* one more than was told: what was told */
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--count", "41", "--out-of",
            "81");
  cli_good (cli, "reading", "list", cli->file, "Reach", "--published");
  cli_assert_says (cli->out, "40 of 80");
  cli_assert_says (cli->out, "as reported before: a later change");
}

/* The exact counts go to the authority sealed, and to nobody else. */
static void
test_return (Cli *cli, gconstpointer data)
{
  g_autofree char *key = cli_path (cli, "authority.key"), *other = cli_path (cli, "other.key");
  g_autofree char *sealed = cli_path (cli, "counts.sealed"), *line = NULL, *bytes = NULL;
  g_autofree char *wrong = cli_write (cli, "wrong.key", "K7QM4-K7QM4\n");
  GStatBuf info;
  gsize size;

  cli_good (cli, "return", "key", key);
  line = g_strchomp (g_strdup (cli->out));
  g_assert_true (g_str_has_prefix (line, "sixfold-return-1:"));
  g_assert_cmpint (g_stat (key, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  cli_bad (cli, 3, "No key was made", "return", "key", key);
  cli_good (cli, "measure", "add", cli->file, "Reach", "--kind", "proportion", "--period", "year");
  cli_bad (cli, 3, "no figure of this year", "return", "seal", cli->file, sealed);
  cli_good (cli, "group", "add", cli->file, "Quite unusual people");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--count", "52", "--out-of",
            "100");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2026-27", "--group", "Quite unusual people",
            "--count", "3", "--out-of", "37", "--source", "Register");
  cli_good (cli, "reading", "set", cli->file, "Reach", "2020-21", "--count", "50", "--out-of",
            "100");
  cli_bad (cli, 3, "ask the authority for the line", "return", "seal", cli->file, sealed);
  cli_good (cli, "set", cli->file, "centre", "return-key", "sixfold-return-1:abc:def");
  cli_bad (cli, 3, "slip in the key", "return", "seal", cli->file, sealed);
  cli_good (cli, "set", cli->file, "centre", "return-key", line);
  cli_good (cli, "return", "seal", cli->file, sealed);
  g_assert_true (g_file_get_contents (sealed, &bytes, &size, NULL));
  g_assert_null (memmem (bytes, size, "unusual", 7));
  g_assert_null (memmem (bytes, size, "Reach", 5));
  cli_good (cli, "return", "open", sealed, "--key-file", key, "--json");
  cli_assert_json (cli, "$.centre", "Elm Road");
  cli_assert_json (cli, "$.readings[0].count", "52");
  cli_assert_json (cli, "$.readings[1].group", "Quite unusual people");
  cli_assert_json (cli, "$.readings[1].count", "3");
  cli_assert_json (cli, "$.readings[1].out_of", "37");
  g_assert_null (strstr (cli->out, "2020"));
  cli_good (cli, "return", "open", sealed, "--key-file", key);
  cli_assert_says (cli->out, "\"Quite unusual people\",2026–27,2026-04-01,3,37,,Register,");
  cli_good (cli, "return", "key", other);
  cli_bad (cli, 3, "another key", "return", "open", sealed, "--key-file", other);
  cli_bad (cli, 3, "no private key", "return", "open", sealed, "--key-file", wrong);
  cli_bad (cli, 6, "no sealed return", "return", "open", cli->file, "--key-file", key);
  cli_bad (cli, 3, "could not be read", "return", "open", "nothing.sealed", "--key-file", key);
  bytes[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (sealed, bytes, (gssize)size, NULL));
  cli_bad (cli, 5, "damaged or changed", "return", "open", sealed, "--key-file", key);
  cli_good (cli, "check", cli->file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/promise", Cli, NULL, cli_setup_file, test_promise, cli_teardown);
  g_test_add ("/cli/about", Cli, NULL, cli_setup_file, test_about, cli_teardown);
  g_test_add ("/cli/readings", Cli, NULL, cli_setup_file, test_readings, cli_teardown);
  g_test_add ("/cli/published", Cli, NULL, cli_setup_file, test_published, cli_teardown);
  g_test_add ("/cli/two-reports", Cli, NULL, cli_setup_file, test_two_reports, cli_teardown);
  g_test_add ("/cli/list-is-out", Cli, NULL, cli_setup_file, test_list_is_out, cli_teardown);
  g_test_add ("/cli/return", Cli, NULL, cli_setup_file, test_return, cli_teardown);
  return g_test_run ();
}
