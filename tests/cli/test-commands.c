/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Every command once, and what it leaves in the file. */

static void
test_itself (Cli *cli, gconstpointer data)
{
  cli_good (cli, "--version");
  g_assert_true (g_str_has_prefix (cli->out, "sixfold-cli "));
  cli_good (cli, "--help");
  cli_assert_says (cli->out, "evidence add");
  cli_assert_says (cli->out, "Exit codes");
  cli_good (cli, "judge", "--help");
  cli_assert_says (cli->out, "judge FILE CODE");
  cli_assert_says (cli->out, "--improvements");
  cli_assert_says (cli->out, "--evaluation");
  cli_good (cli, "framework", "list", "--help");
  g_assert_null (strstr (cli->out, "FILE"));
}

/* Each command that the help names has help of its own. */
static void
test_help_of_all (Cli *cli, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  cli_good (cli, "--help");
  lines = g_strsplit (cli->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_auto (GStrv) words = NULL;

      if (!g_str_has_prefix (lines[i], "  ") || strlen (lines[i]) < 22 || lines[i][20] != ' '
          || strstr (lines[i], "COMMAND") != NULL)
        continue;
      name = g_strstrip (g_strndup (lines[i], 20));
      words = g_strsplit (name, " ", 2);
      n++;
      cli_good (cli, words[0], words[1] != NULL ? words[1] : "--help", "--help");
      cli_assert_says (cli->out, name);
    }
  g_assert_cmpuint (n, >, 35);
}

static void
test_new (Cli *cli, gconstpointer data)
{
  g_autofree char *other = cli_path (cli, "other.sixfold");

  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.centre", "Elm Road");
  cli_assert_json (cli, "$.evaluation.title", "April 2026 to March 2027");
  cli_assert_json (cli, "$.evaluation.framework", "national-standards-2007");
  cli_assert_json (cli, "$.progress.total", "49");
  cli_assert_json (cli, "$.counts.judgements", "0");
  cli_assert_json (cli, "$.grade.level", NULL);
  cli_assert_json (cli, "$.read_only", "0");
  cli_good (cli, "new", other, "--centre", "Ash", "--framework", "every-child-matters-2013");
  cli_good (cli, "info", other, "--json");
  cli_assert_json (cli, "$.evaluation.framework", "every-child-matters-2013");
  cli_assert_json (cli, "$.evaluation.starts_on", "2026-04-01");
  cli_good (cli, "info", other);
  cli_assert_says (cli->out, "Ash\n");
  cli_assert_says (cli->out, "\nWhole centre: Not graded yet\n");
}

static void
test_judge (Cli *cli, gconstpointer data)
{
  sqlite3 *database;

  cli_good (cli, "judge", cli->file, "lld-s1", "--level", "2", "--strengths", "Seen each term.",
            "--improvements", "Crèche.", "--difference", "A gap of 14 points.");
  cli_good (cli, "judge", "--level", "requires improvement", cli->file, "LLD-S5");
  cli_good (cli, "judge", cli->file, "LLD-S6", "--not-applicable", "There is a college next door.");
  cli_good (cli, "contributor", "add", cli->file, "Parents’ forum", "--kind", "parents", "--role",
            "Twelve parents");
  cli_good (cli, "judge", cli->file, "LLD-S5", "--as", "parents", "--level", "1");
  cli_good (cli, "judge", cli->file, "LLD-S2", "--level", "4");
  cli_good (cli, "judge", cli->file, "LLD-S2", "--clear", "--strengths", "Only this.");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.areas[0].progress.text", "3 of 8 standards");
  cli_assert_json (cli, "$.areas[0].spread.text",
                   "1 good, 1 requires improvement, 5 not judged yet, 1 not applicable");
  database = cli_open_database (cli->file);
  g_assert_cmpint (cli_sql_int (database,
                                "SELECT count(*) FROM judgement WHERE statement_code = 'LLD-S1'"
                                " AND level = 2 AND strengths = 'Seen each term.'"
                                " AND improvements = 'Crèche.'"
                                " AND difference = 'A gap of 14 points.'"),
                   ==, 1);
  g_assert_cmpint (cli_sql_int (database,
                                "SELECT count(*) FROM judgement WHERE statement_code = 'LLD-S5'"
                                " AND level = 1 AND contributor IS NOT NULL"),
                   ==, 1);
  g_assert_cmpint (cli_sql_int (database,
                                "SELECT count(*) FROM judgement WHERE statement_code = 'LLD-S2'"
                                " AND level IS NULL AND strengths = 'Only this.'"),
                   ==, 1);
  sqlite3_close (database);
  cli_good (cli, "contributor", "list", cli->file);
  g_assert_cmpstr (cli->out, ==, "Parents’ forum · Parents · Twelve parents\n");
  cli_good (cli, "history", cli->file, "--json", "-n", "100");
  g_assert_nonnull (strstr (cli->out, "\"contributor\": \"Parents’ forum\""));
}

static void
test_grade (Cli *cli, gconstpointer data)
{
  cli_good (cli, "grade", cli->file, "LLD", "--level", "good", "--strengths", "Well taught.",
            "--improvements", "Fathers.");
  cli_good (cli, "grade", cli->file, "whole", "--level", "3", "--agreed-by", "the committee",
            "--agreed-on", "19/11/2026");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.areas[0].grade.text", "2 Good");
  cli_assert_json (cli, "$.areas[0].grade.state", "proposed");
  cli_assert_json (cli, "$.areas[1].grade.level", NULL);
  cli_assert_json (cli, "$.grade.level", "3");
  cli_assert_json (cli, "$.grade.state_text", "agreed by the committee on 19 November 2026");
  cli_good (cli, "grade", cli->file, "whole", "--level", "2");
  cli_good (cli, "grade", cli->file, "LLD", "--level", "none");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.grade.state", "proposed");
  cli_assert_json (cli, "$.areas[0].grade.state", "none");
}

/* What "evidence list" lets through, in which order. */
static void
assert_listed (Cli *cli)
{
  cli_good (cli, "evidence", "list", cli->file, "--kind", "data", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "County figures");
  cli_good (cli, "evidence", "list", cli->file, "--area", "SPF", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "Minutes, September");
  cli_good (cli, "evidence", "list", cli->file, "--unused", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "Letter");
  cli_good (cli, "evidence", "list", cli->file, "--from", "2026-09-28", "--to", "28 September 2026",
            "--sensitivity", "board", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "Minutes, September");
  cli_good (cli, "evidence", "list", cli->file, "--from", "2026-09-29");
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "evidence", "list", cli->file, "--missing");
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "evidence", "list", cli->file, "--retired");
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "evidence", "list", cli->file, "--sort", "title", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "County figures");
  cli_good (cli, "evidence", "list", cli->file, "--sort", "used", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "Minutes, September");
  cli_bad (cli, 3, "is no order", "evidence", "list", cli->file, "--sort", "colour");
  cli_bad (cli, 3, "no key area", "evidence", "list", cli->file, "--area", "QQQ");
}

static void
test_evidence (Cli *cli, gconstpointer data)
{
  g_autofree char *one = cli_write (cli, "parents_survey.txt", "31 of 44");
  g_autofree char *two = cli_write (cli, "minutes.txt", "Agreed.");
  g_autofree char *folder = cli_path (cli, "written");
  g_autofree char *written = g_build_filename (folder, "minutes.txt", NULL);
  g_autofree char *text = NULL;

  cli_good (cli, "attach", cli->file, "LLD-S5", one);
  cli_good (cli, "evidence", "add", cli->file, "Minutes, September", "--kind", "document",
            "--dated", "28 September 2026", "--shows", "Five questions.", "--sensitivity", "board",
            "--keep-until", "2029-09-30", "--statement", "BAR-S1", "--statement", "SPF-S9",
            "--note", "Look here.", "--file", two);
  cli_good (cli, "evidence", "add", cli->file, "County figures", "--kind", "data", "--link",
            "https://www.example.org/");
  cli_good (cli, "evidence", "add", cli->file, "Letter", "--kind", "external", "--place", "Shelf",
            "--sighted-by", "Ada", "--sighted-on", "2026-11-02");
  cli_good (cli, "evidence", "link", cli->file, "county", "SFC-S1", "--note", "42%");
  cli_good (cli, "evidence", "link", cli->file, "County figures", "SFC-S2");
  cli_good (cli, "evidence", "unlink", cli->file, "County figures", "SFC-S2");
  cli_good (cli, "evidence", "attach", cli->file, "Letter", one);
  cli_good (cli, "evidence", "list", cli->file, "-s", "BAR-S1", "--json");
  cli_assert_json (cli, "$.evidence[0].title", "Minutes, September");
  cli_assert_json (cli, "$.evidence[0].dated_on", "2026-09-28");
  cli_assert_json (cli, "$.evidence[0].sensitivity", "board");
  cli_assert_json (cli, "$.evidence[0].statements[1].code", "SPF-S9");
  cli_assert_json (cli, "$.evidence[0].statements[1].note", "Look here.");
  cli_assert_json (cli, "$.evidence[0].files[0].size", "7");
  cli_good (cli, "evidence", "list", cli->file, "--statement", "SFC-S1");
  g_assert_true (g_str_has_prefix (cli->out, "County figures\n"));
  cli_good (cli, "evidence", "list", cli->file, "--statement", "SFC-S2");
  g_assert_cmpstr (cli->out, ==, "");
  assert_listed (cli);
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.counts.evidence", "4");
  cli_assert_json (cli, "$.counts.files", "3");
  cli_bad (cli, 3, "written", "evidence", "export", cli->file, "Minutes", folder);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  cli_good (cli, "evidence", "export", cli->file, "Minutes", folder);
  g_assert_true (g_file_get_contents (written, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Agreed.");
  cli_bad (cli, 3, "already", "evidence", "export", cli->file, "Minutes", folder);
  cli_bad (cli, 3, "no file called", "evidence", "attach", cli->file, "Minutes", one, "--replaces",
           "nothing.txt");
  cli_good (cli, "evidence", "attach", cli->file, "Minutes", one, "--replaces", "minutes.txt");
  cli_good (cli, "evidence", "list", cli->file, "-s", "BAR-S1", "--json");
  cli_assert_json (cli, "$.evidence[0].files[0].older_versions[0].size", "7");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.counts.files", "3");
  cli_good (cli, "retire", cli->file, "evidence:Letter");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.counts.evidence", "3");
  cli_good (cli, "restore", cli->file, "evidence:Letter");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.counts.evidence", "4");
}

static void
test_target (Cli *cli, gconstpointer data)
{
  cli_good (cli, "target", "add", cli->file, "Fathers in journals", "--statement", "LLD-S5",
            "--measure", "Journals", "--unit", "%", "--baseline", "11", "--goal", "30", "--starts",
            "2026-04-20", "--due", "31 March 2027", "--owner", "Tom", "--criteria", "13 of 44",
            "--support", "Saturdays");
  cli_good (cli, "target", "add", cli->file, "Seats filled", "--starts", "2026-05-11", "--due",
            "2026-11-20");
  cli_good (cli, "target", "review", cli->file, "fathers", "--on", "2026-11-13", "--value", "16",
            "--comment", "7 of 44", "--by", "Tom");
  cli_good (cli, "target", "review", cli->file, "Seats filled", "--on", "2026-11-02", "--status",
            "on-track");
  cli_good (cli, "target", "list", cli->file, "--json");
  cli_assert_json (cli, "$.targets[0].title", "Seats filled");
  cli_assert_json (cli, "$.targets[0].status", "not-met");
  cli_assert_json (cli, "$.targets[0].days_late", "2");
  cli_assert_json (cli, "$.targets[0].baseline", NULL);
  cli_assert_json (cli, "$.targets[1].status", "off-track");
  cli_assert_json (cli, "$.targets[1].reading", "16");
  cli_assert_json (cli, "$.targets[1].reviews[0].comment", "7 of 44");
  cli_good (cli, "target", "end", cli->file, "Seats filled", "dropped", "--reason", "Later.");
  cli_good (cli, "target", "list", cli->file, "--filter", "ended", "--json");
  cli_assert_json (cli, "$.targets[0].outcome_reason", "Later.");
  cli_good (cli, "target", "list", cli->file, "--filter", "open");
  g_assert_cmpstr (cli->out, ==,
                   "Fathers in journals\n"
                   "  Off track · 11% → 30% by 31 March 2027 · 16% on 13 November 2026\n");
  cli_good (cli, "target", "reopen", cli->file, "Seats filled");
  cli_good (cli, "target", "list", cli->file, "--filter", "late");
  cli_assert_says (cli->out, "Not met · 2 days late");
}

static void
test_plan (Cli *cli, gconstpointer data)
{
  g_autofree char *pdf = cli_path (cli, "plan.pdf");

  cli_good (cli, "judge", cli->file, "SFC-S1", "--level", "4", "--improvements",
            "Ask the fathers. Tell them why.");
  cli_good (cli, "priority", "add", cli->file, "Fathers", "--objective", "They take part");
  cli_good (cli, "plan", "draft", cli->file);
  g_assert_cmpstr (cli->out, ==, "1  SFC-S1  Ask the fathers\n2  SFC-S1  Tell them why\n");
  cli_good (cli, "plan", "draft", cli->file, "fathers", "1");
  cli_bad (cli, 3, "in the plan already", "plan", "draft", cli->file, "fathers", "1");
  cli_bad (cli, 3, "neither", "plan", "draft", cli->file, "fathers", "LLD-S1");
  cli_good (cli, "plan", "draft", cli->file);
  cli_assert_says (cli->out, "Ask the fathers (in the plan as “Ask the fathers”)");
  cli_good (cli, "target", "add", cli->file, "Fathers in journals");
  cli_good (cli, "action", "add", cli->file, "Fathers", "A group on Saturdays", "--lead", "Tom",
            "--starts", "2026-06-01", "--due", "2026-11-10", "--cost", "£1,250.50", "--money",
            "County grant", "-s", "LLD-S5", "-s", "SFC-S1", "-t", "Fathers in journals");
  cli_bad (cli, 2, "not both", "action", "add", cli->file, "Fathers", "X", "--due", "2026-11-10",
           "--no-date", "waiting");
  cli_bad (cli, 3, "in pounds", "action", "change", cli->file, "A group", "--spent", "12,50");
  cli_good (cli, "action", "change", cli->file, "A group", "--spent", "1400");
  cli_good (cli, "action", "review", cli->file, "A group", "--status", "at-risk", "--comment",
            "Two came");
  cli_good (cli, "action", "change", cli->file, "Ask the", "--due", "2026-12-10");
  cli_good (cli, "action", "change", cli->file, "Ask the", "--no-date", "no room yet");
  cli_good (cli, "plan", "list", cli->file, "--json", "--by-due");
  cli_assert_json (cli, "$.actions[0].title", "A group on Saturdays");
  cli_assert_json (cli, "$.actions[0].state", "late");
  cli_assert_json (cli, "$.actions[0].over_pence", "14950");
  cli_assert_json (cli, "$.actions[0].statements[1]", "SFC-S1");
  cli_assert_json (cli, "$.actions[0].targets[0]", "Fathers in journals");
  cli_assert_json (cli, "$.actions[0].reviews[0].comment", "Two came");
  cli_assert_json (cli, "$.actions[1].due_on", NULL);
  cli_assert_json (cli, "$.actions[1].no_date_reason", "no room yet");
  cli_assert_json (cli, "$.actions[1].improvement", "Ask the fathers");
  cli_good (cli, "plan", "list", cli->file, "--filter", "undated");
  g_assert_cmpstr (cli->out, ==, "Ask the fathers\n  No date: no room yet\n");
  cli_good (cli, "action", "done", cli->file, "A group", "--on", "2026-11-20");
  cli_good (cli, "action", "drop", cli->file, "Ask the", "They came by themselves");
  cli_good (cli, "plan", "status", cli->file);
  cli_assert_says (cli->out, "The plan: 2 actions, 1 done. £1,250.50 planned, £1,400 spent; 1 "
                             "action cost £149.50 more than planned.");
  cli_good (cli, "action", "reopen", cli->file, "Ask the");
  cli_good (cli, "plan", "print", cli->file, pdf);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (g_unlink (pdf), ==, 0);
}

static void
test_evaluation (Cli *cli, gconstpointer data)
{
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "2", "--strengths", "Then.");
  cli_good (cli, "evaluation", "add", cli->file, "--starts", "2027-04-01", "--ends", "2028-03-31",
            "--carry", "levels,evidence");
  cli_good (cli, "evaluation", "list", cli->file);
  g_assert_cmpstr (cli->out, ==,
                   "April 2027 to March 2028 · April 2027 to March 2028\n"
                   "April 2026 to March 2027 · April 2026 to March 2027\n");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.evaluation.title", "April 2027 to March 2028");
  cli_assert_json (cli, "$.progress.judged", "1");
  cli_good (cli, "evaluation", "close", cli->file, "-e", "April 2026");
  cli_bad (cli, 7, "closed", "judge", cli->file, "LLD-S1", "-e", "April 2026", "--level", "3");
  cli_good (cli, "evaluation", "list", cli->file, "--json");
  cli_assert_json (cli, "$.evaluations[1].closed", "1");
  cli_good (cli, "evaluation", "reopen", cli->file, "-e", "April 2026");
  cli_good (cli, "judge", cli->file, "LLD-S1", "-e", "april 2026 to march 2027", "--level", "3");
}

static void
test_set (Cli *cli, gconstpointer data)
{
  sqlite3 *database;

  cli_good (cli, "set", cli->file, "centre", "head-name", "Ada Hill");
  cli_good (cli, "set", cli->file, "centre", "families-in-reach", "640");
  cli_good (cli, "set", cli->file, "evaluation", "meeting_on", "14 December 2026");
  cli_good (cli, "set", cli->file, "evaluation", "improved", "Much.");
  cli_good (cli, "set", cli->file, "area:LLD", "strengths", "Taught.");
  cli_good (cli, "set", cli->file, "judgement:LLD-S1", "improvements", "Crèche.");
  cli_good (cli, "target", "add", cli->file, "Seats");
  cli_good (cli, "set", cli->file, "target:Seats", "baseline", "1.5");
  cli_good (cli, "set", cli->file, "evaluation", "improved", "");
  database = cli_open_database (cli->file);
  g_assert_cmpint (cli_sql_int (database, "SELECT count(*) FROM centre WHERE head_name = 'Ada Hill'"
                                          " AND families_in_reach = 640"),
                   ==, 1);
  g_assert_cmpint (cli_sql_int (database,
                                "SELECT count(*) FROM evaluation WHERE meeting_on = '2026-12-14'"
                                " AND improved IS NULL"),
                   ==, 1);
  g_assert_cmpint (cli_sql_int (database, "SELECT count(*) FROM target WHERE baseline = 1.5"), ==,
                   1);
  g_assert_cmpint (cli_sql_int (database, "SELECT count(*) FROM area_judgement"
                                          " WHERE strengths = 'Taught.'"),
                   ==, 1);
  sqlite3_close (database);
  cli_bad (cli, 3, "command of its own", "set", cli->file, "judgement:LLD-S1", "level", "2");
  cli_bad (cli, 3, "no field", "set", cli->file, "centre", "colour", "red");
  cli_bad (cli, 3, "names no record", "set", cli->file, "moon", "name", "x");
  cli_bad (cli, 3, "whole number", "set", cli->file, "centre", "families-in-reach", "1.5");
  cli_bad (cli, 3, "cannot be left empty", "set", cli->file, "centre", "name", " ");
  cli_bad (cli, 3, "retired", "retire", cli->file, "evaluation");
}

static void
test_history (Cli *cli, gconstpointer data)
{
  g_autofree char *undone = NULL;

  /* what the file was made with is where its history begins */
  cli_bad (cli, 3, "nothing to undo", "undo", cli->file);
  cli_bad (cli, 3, "nothing to redo", "redo", cli->file);
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "2");
  cli_good (cli, "undo", cli->file);
  undone = g_strdup (cli->out);
  cli_assert_says (undone, "Undone: ");
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.progress.judged", "0");
  cli_good (cli, "redo", cli->file);
  g_assert_cmpstr (cli->out + strlen ("Redone: "), ==, undone + strlen ("Undone: "));
  cli_good (cli, "info", cli->file, "--json");
  cli_assert_json (cli, "$.progress.judged", "1");
  cli_good (cli, "history", cli->file, "--limit", "3", "--json");
  cli_assert_json (cli, "$.history[0].kind", "redo");
  cli_assert_json (cli, "$.history[1].kind", "undo");
  cli_assert_json (cli, "$.history[2].kind", "edit");
  cli_assert_json (cli, "$.history[2].changes[0].field", "level");
  cli_assert_json (cli, "$.history[2].at", "2026-11-22T12:00:00Z");
  cli_good (cli, "history", cli->file, "-n", "1");
  cli_assert_says (cli->out, "22 November 2026, 12:00 · Redone: ");
  cli_bad (cli, 2, "limit", "history", cli->file, "-n", "0");
}

static void
test_search (Cli *cli, gconstpointer data)
{
  cli_good (cli, "judge", cli->file, "LLD-S1", "--strengths", "Kiln and clay on Fridays.");
  cli_good (cli, "search", cli->file, "clay", "kiln");
  cli_assert_says (cli->out, "Kiln and clay");
  cli_good (cli, "search", cli->file, "--json", "kil");
  cli_assert_json (cli, "$.hits[0].statement", "LLD-S1");
  cli_assert_json (cli, "$.hits[0].area", "LLD");
}

static void
test_check_and_backup (Cli *cli, gconstpointer data)
{
  g_autofree char *file = cli_write (cli, "note.txt", "42");
  g_autofree char *copy = cli_path (cli, "copy.sixfold");

  cli_good (cli, "attach", cli->file, "LLD-S1", file);
  cli_good (cli, "check", cli->file);
  cli_assert_says (cli->out, "Checked: ");
  cli_assert_says (cli->out, ", 1 file, ");
  cli_good (cli, "backup", cli->file, copy);
  cli_assert_says (cli->out, copy);
  cli_assert_says (cli->out, "Checked: ");
  cli_good (cli, "info", copy, "--json");
  cli_assert_json (cli, "$.counts.files", "1");
  cli_good (cli, "backup", cli->file);
  cli_assert_says (cli->out, "/home/");
}

static void
test_report (Cli *cli, gconstpointer data)
{
  g_autofree char *pdf = cli_path (cli, "report.pdf");
  g_autofree char *large = cli_path (cli, "large.pdf");
  g_autofree char *bytes = NULL;
  gsize small_size, large_size;

  cli_good (cli, "grade", cli->file, "LLD", "--level", "2", "--strengths", "Well taught.");
  cli_good (cli, "report", cli->file, "-o", pdf);
  g_assert_true (g_file_get_contents (pdf, &bytes, &small_size, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  cli_good (cli, "report", cli->file, "--audience", "governors", "--annex", "--large-print",
            "--output", large);
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (large, &bytes, &large_size, NULL));
  g_assert_cmpuint (large_size, >, small_size);
}

/* What is far too large, or has no end, is not read. */
static void
test_endless (Cli *cli)
{
  g_autofree char *large = cli_write (cli, "large.xml", "<framework>");

  g_assert_cmpint (truncate (large, G_GINT64_CONSTANT (6) << 30), ==, 0);
  cli_run (cli, "framework", "check", large, NULL);
  g_assert_cmpint (cli->code, !=, 0);
  cli_assert_says (cli->err, "larger than such a file can be");
  cli_run (cli, "framework", "check", "/dev/zero", NULL);
  g_assert_cmpint (cli->code, !=, 0);
  cli_assert_says (cli->err, "not a file that can be read");
}

static void
test_framework (Cli *cli, gconstpointer data)
{
  g_autofree char *shipped = g_build_filename (g_getenv ("SIXFOLD_DATADIR"), "frameworks",
                                               "national-standards-2007.xml", NULL);
  g_autofree char *wrong = cli_write (cli, "wrong.xml", "<framework>\n</framework>\n");
  g_autofree char *hostile
      = cli_write (cli, "hostile.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");

  cli_good (cli, "framework", "list");
  cli_assert_says (cli->out, "national-standards-2007 · ");
  cli_assert_says (cli->out, "every-child-matters-2013 · ");
  cli_good (cli, "framework", "check", shipped);
  cli_assert_says (cli->out, "6 key areas, 122 statements");
  cli_run (cli, "framework", "check", wrong, NULL);
  g_assert_cmpint (cli->code, !=, 0);
  cli_assert_says (cli->out, "wrong.xml:");
  cli_run (cli, "framework", "check", hostile, NULL);
  g_assert_cmpint (cli->code, ==, 6);
  cli_bad (cli, 3, "There is no file", "framework", "check", "/no/such/file.xml");
  test_endless (cli);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, setup, function)                                                                 \
  g_test_add ("/cli/" name, Cli, NULL, setup, function, cli_teardown)
  ADD ("itself", cli_setup, test_itself);
  ADD ("help-of-all", cli_setup, test_help_of_all);
  ADD ("new", cli_setup_file, test_new);
  ADD ("judge", cli_setup_file, test_judge);
  ADD ("grade", cli_setup_file, test_grade);
  ADD ("evidence", cli_setup_file, test_evidence);
  ADD ("target", cli_setup_file, test_target);
  ADD ("plan", cli_setup_file, test_plan);
  ADD ("evaluation", cli_setup_file, test_evaluation);
  ADD ("set", cli_setup_file, test_set);
  ADD ("history", cli_setup_file, test_history);
  ADD ("search", cli_setup_file, test_search);
  ADD ("check-and-backup", cli_setup_file, test_check_and_backup);
  ADD ("report", cli_setup_file, test_report);
  ADD ("framework", cli_setup, test_framework);
#undef ADD
  return g_test_run ();
}
