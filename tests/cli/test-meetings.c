/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli-test-util.h"

#include <string.h>

/* Meetings, what was asked in them, and the questions for the committee, as scripts write them. */

static void
test_meetings (Cli *cli, gconstpointer data)
{
  cli_good (cli, "meeting", "add", cli->file, "Committee, autumn", "--on", "28 September 2026",
            "--at", "7 pm", "--place", "the hall", "--area", "LLD", "-a", "sfc", "--held",
            "--minutes", "Minutes 2026/3");
  g_assert_cmpstr (cli->out, ==,
                   "Committee, autumn: 28 September 2026, 7 pm, the hall · Leading Learning and "
                   "Development and Stronger Families, Stronger Communities\n");
  cli_bad (cli, 2, "on which day", "meeting", "add", cli->file, "Another");
  cli_bad (cli, 2, "no key area", "meeting", "add", cli->file, "Another", "--on", "2026-12-14",
           "-a", "XYZ");
  cli_bad (cli, 2, "has come", "meeting", "add", cli->file, "Another", "--on", "2026-12-14",
           "--held");
  cli_bad (cli, 2, "not both", "meeting", "set", cli->file, "Committee", "--held", "--planned");
  cli_good (cli, "meeting", "add", cli->file, "Committee, winter", "--on", "2026-12-14",
            "--presented", "April 2026");
  cli_good (cli, "meeting", "set", cli->file, "2026-12-14", "--area", "SPF", "--agenda", "Grades");
  cli_good (cli, "meeting", "attend", cli->file, "Committee, autumn", "Chair", "--name", "Ann Lee");
  cli_good (cli, "meeting", "attend", cli->file, "28/9/2026", "Parent governor", "--apologies");
  cli_good (cli, "target", "add", cli->file, "Fathers in journals", "--statement", "LLD-S5");
  cli_good (cli, "meeting", "challenge", "add", cli->file, "Committee, autumn",
            "Why so few fathers?", "--by", "a parent governor", "--minute", "7.2", "-s", "lld-s5",
            "-t", "Fathers");
  g_assert_cmpstr (cli->out, ==, "Why so few fathers?: no reply yet\n");
  cli_good (cli, "meeting", "challenge", "answer", cli->file, "why so", "They work on weekdays.",
            "--changed", "Saturdays", "--on", "2026-10-05");
  cli_good (cli, "meeting", "challenge", "change", cli->file, "why so", "--minute", "7.3");
  cli_bad (cli, 3, "about the head", "meeting", "challenge", "change", cli->file, "why", "-s",
           "LLD-K1");
  cli_good (cli, "meeting", "list", cli->file, "--json");
  cli_assert_json (cli, "$.meetings[0].state", "held");
  cli_assert_json (cli, "$.meetings[0].areas[1]", "SFC");
  cli_assert_json (cli, "$.meetings[0].attendance[0].name", "Ann Lee");
  cli_assert_json (cli, "$.meetings[0].attendance[1].presence", "apologies");
  cli_assert_json (cli, "$.meetings[0].challenges[0].statement", "LLD-S5");
  cli_assert_json (cli, "$.meetings[0].challenges[0].target", "Fathers in journals");
  cli_assert_json (cli, "$.meetings[0].challenges[0].minute", "7.3");
  cli_assert_json (cli, "$.meetings[0].challenges[0].answered_on", "2026-10-05");
  cli_assert_json (cli, "$.meetings[1].presented", "April 2026 to March 2027");
  cli_assert_json (cli, "$.meetings[1].state", "planned");
  cli_good (cli, "meeting", "list", cli->file);
  cli_assert_says (cli->out,
                   "  1 present, 1 apology\n  Asked: Why so few fathers?\n    Reply: They "
                   "work on weekdays.\n    Changed: Saturdays\n");
  cli_good (cli, "search", cli->file, "saturdays");
  cli_assert_says (cli->out, "Committee, autumn");
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "meeting", "list", cli->file, "--json");
  cli_assert_json (cli, "$.meetings[0].challenges[0].minute", "7.2");
  cli_good (cli, "retire", cli->file, "meeting:Committee, winter");
  cli_good (cli, "meeting", "list", cli->file, "--all", "--json");
  g_assert_null (strstr (cli->out, "winter"));
}

static void
test_calendar (Cli *cli, gconstpointer data)
{
  cli_good (cli, "meeting", "add", cli->file, "Committee", "--on", "2026-12-14", "--area", "LLD");
  cli_good (cli, "meeting", "calendar", cli->file);
  cli_assert_says (cli->out, "5 key areas are on no meeting of this year: ");
  cli_assert_says (cli->out, "14 December 2026, planned already: Stronger Families");
  cli_good (cli, "meeting", "calendar", cli->file, "--json");
  cli_assert_json (cli, "$.areas[0].cover", "planned");
  cli_assert_json (cli, "$.areas[5].cover", "none");
  cli_assert_json (cli, "$.proposals[0].areas[0]", "SFC");
  cli_assert_json (cli, "$.proposals[1].planned", "0");
  cli_good (cli, "meeting", "plan", cli->file);
  g_assert_cmpstr (cli->out, ==, "Every key area is on a meeting of this year.\n");
  cli_bad (cli, 3, "nothing to plan", "meeting", "plan", cli->file);
  cli_good (cli, "undo", cli->file);
  cli_good (cli, "meeting", "list", cli->file, "--json");
  cli_assert_json (cli, "$.meetings[0].areas[0]", "LLD");
}

static void
test_questions (Cli *cli, gconstpointer data)
{
  cli_good (cli, "question", "list", cli->file);
  g_assert_cmpstr (cli->out, ==, "");
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "2");
  cli_good (cli, "grade", cli->file, "LLD", "--level", "2");
  cli_good (cli, "question", "list", cli->file, "--json");
  cli_assert_json (cli, "$.not_agreed[0]", "LLD");
  cli_good (cli, "grade", cli->file, "LLD", "--agreed-by", "the committee");
  cli_good (cli, "question", "list", cli->file, "--json");
  cli_assert_json (cli, "$.questions[0].id", "thin-evidence:LLD-S1");
  cli_assert_json (cli, "$.questions[0].ground",
                   "The judgement is “good”, and it rests on no evidence.");
  cli_assert_json (cli, "$.questions[0].answer", NULL);
  cli_bad (cli, 3, "no question “2”", "question", "answer", cli->file, "2", "So.");
  cli_good (cli, "question", "answer", cli->file, "1", "We shall ask parents.");
  cli_good (cli, "question", "withdraw", cli->file, "thin-evidence:LLD-S1", "Asked in May");
  cli_good (cli, "question", "list", cli->file);
  cli_assert_says (cli->out, "Withdrawn: Asked in May\n   Answered beforehand: We shall ask");
  cli_good (cli, "question", "restore", cli->file, "1");
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "1");
  cli_good (cli, "question", "list", cli->file, "--json");
  cli_assert_json (cli, "$.questions[0].withdrawn", "0");
  cli_assert_json (cli, "$.questions[0].stale", "1");
  cli_assert_json (cli, "$.questions[0].answer", "We shall ask parents.");
  cli_good (cli, "judge", cli->file, "LLD-S1", "--level", "none");
  cli_good (cli, "question", "list", cli->file, "--json");
  cli_assert_json (cli, "$.no_longer_asked[0]", "We shall ask parents.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/meetings", Cli, NULL, cli_setup_file, test_meetings, cli_teardown);
  g_test_add ("/cli/calendar", Cli, NULL, cli_setup_file, test_calendar, cli_teardown);
  g_test_add ("/cli/questions", Cli, NULL, cli_setup_file, test_questions, cli_teardown);
  return g_test_run ();
}
