/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-main.h"
#include "cli/sf-cli-report.h"

#include "base/sf-error.h"
#include "cli/sf-cli.h"
#include "sf-config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <stdio.h>
#include <string.h>

/* In the order of the help. */
static const SfCommand commands[] = {
  { "new", NULL, N_ ("Make a centre file, with its first evaluation"), SF_CLI_MAKES, 0, 0,
    sf_cli_new },
  { "info", NULL, N_ ("Say where the centre stands: progress, grades, what is due"), SF_CLI_READS,
    0, 0, sf_cli_info },
  { "check", NULL, N_ ("Look the whole file over: database, files and history"), SF_CLI_READS_WHOLE,
    0, 0, sf_cli_check },
  { "judge", N_ ("CODE"), N_ ("Judge a statement"), SF_CLI_WRITES, 1, 1, sf_cli_judge },
  { "grade", N_ ("AREA|whole"), N_ ("Grade a key area or the whole centre"), SF_CLI_WRITES, 1, 1,
    sf_cli_grade },
  { "attach", N_ ("CODE PATH…"),
    N_ ("Add files as evidence for a statement, each as a piece of its own"), SF_CLI_WRITES, 2, -1,
    sf_cli_attach },
  { "evidence add", N_ ("TITLE"), N_ ("Add a piece of evidence"), SF_CLI_WRITES, 1, 1,
    sf_cli_evidence_add },
  { "evidence list", NULL, N_ ("List the evidence"), SF_CLI_READS, 0, 0, sf_cli_evidence_list },
  { "evidence support", NULL, N_ ("Tell what judgements rest on"), SF_CLI_READS, 0, 0,
    sf_cli_evidence_support },
  { "evidence link", N_ ("TITLE CODE"), N_ ("Say that evidence speaks for a statement"),
    SF_CLI_WRITES, 2, 2, sf_cli_evidence_link },
  { "evidence unlink", N_ ("TITLE CODE"), N_ ("Take evidence from a statement"), SF_CLI_WRITES, 2,
    2, sf_cli_evidence_unlink },
  { "evidence attach", N_ ("TITLE PATH…"), N_ ("Add files to a piece of evidence"), SF_CLI_WRITES,
    2, -1, sf_cli_evidence_attach },
  { "evidence export", N_ ("TITLE FOLDER"),
    N_ ("Write the files of a piece of evidence, restricted or not, as they are"), SF_CLI_READS, 2,
    2, sf_cli_evidence_export },
  { "evidence read", NULL, N_ ("Look into the files: titles, dates, pictures and words"),
    SF_CLI_WRITES, 0, 0, sf_cli_evidence_read },
  { "evidence search", N_ ("WORDS…"), N_ ("Find evidence, by the text inside its files too"),
    SF_CLI_READS, 1, -1, sf_cli_evidence_search },
  { "evidence pack", NULL, N_ ("Write the evidence for an inspector: index, files, checksums"),
    SF_CLI_READS, 0, 0, sf_cli_evidence_pack },
  { "pack verify", N_ ("PATH"), N_ ("Read an evidence pack, and compare it with its checksums"),
    SF_CLI_NO_FILE, 1, 1, sf_cli_pack_verify },
  { "evidence due", NULL, N_ ("List what was to be kept until a day that is past"),
    SF_CLI_READS_WHOLE, 0, 0, sf_cli_evidence_due },
  { "evidence erase", N_ ("TITLE"), N_ ("Erase a piece of evidence for good, for data protection"),
    SF_CLI_WRITES_WHOLE, 1, 1, sf_cli_evidence_erase },
  { "evidence verify", NULL, N_ ("Read every attached file and compare it with its digest"),
    SF_CLI_READS_WHOLE, 0, 0, sf_cli_evidence_verify },
  { "target add", N_ ("TITLE"), N_ ("Set a target"), SF_CLI_WRITES, 1, 1, sf_cli_target_add },
  { "target list", NULL, N_ ("List the targets and where they stand"), SF_CLI_READS, 0, 0,
    sf_cli_target_list },
  { "target about", N_ ("TITLE"), N_ ("What of the outcome data a target is about"), SF_CLI_WRITES,
    1, 1, sf_cli_target_about },
  { "target review", N_ ("TITLE"), N_ ("Write down how a target stands"), SF_CLI_WRITES, 1, 1,
    sf_cli_target_review },
  { "target end", N_ ("TITLE met|not-met|dropped"), N_ ("End a target"), SF_CLI_WRITES, 2, 2,
    sf_cli_target_end },
  { "target reopen", N_ ("TITLE"), N_ ("Take a target up again"), SF_CLI_WRITES, 1, 1,
    sf_cli_target_reopen },
  { "plan list", NULL, N_ ("List the actions of the development plan"), SF_CLI_READS, 0, 0,
    sf_cli_plan_list },
  { "plan status", NULL, N_ ("Say what each priority and the plan come to"), SF_CLI_READS, 0, 0,
    sf_cli_plan_status },
  { "plan draft", N_ ("[PRIORITY NUMBER|CODE…]"),
    N_ ("List what is to be improved, or make actions of it"), SF_CLI_WRITES, 0, -1,
    sf_cli_plan_draft },
  { "plan print", N_ ("PDF"), N_ ("Print the development plan on pages that lie across"),
    SF_CLI_READS, 1, 1, sf_cli_plan_print },
  { "priority add", N_ ("TITLE"), N_ ("Add a priority to the development plan"), SF_CLI_WRITES, 1,
    1, sf_cli_priority_add },
  { "action add", N_ ("PRIORITY TITLE"), N_ ("Add an action to a priority"), SF_CLI_WRITES, 2, 2,
    sf_cli_action_add },
  { "action change", N_ ("TITLE"), N_ ("Fill in or change an action"), SF_CLI_WRITES, 1, 1,
    sf_cli_action_change },
  { "action review", N_ ("TITLE"), N_ ("Write down how an action goes"), SF_CLI_WRITES, 1, 1,
    sf_cli_action_review },
  { "action done", N_ ("TITLE"), N_ ("An action is done"), SF_CLI_WRITES, 1, 1,
    sf_cli_action_done },
  { "action drop", N_ ("TITLE REASON"), N_ ("Give an action up"), SF_CLI_WRITES, 2, 2,
    sf_cli_action_drop },
  { "action reopen", N_ ("TITLE"), N_ ("Take an action up again"), SF_CLI_WRITES, 1, 1,
    sf_cli_action_reopen },
  { "target change", N_ ("TITLE FIELD VALUE"),
    N_ ("Change what a settled target promises, with the reason"), SF_CLI_WRITES, 3, 3,
    sf_cli_target_change },
  { "target milestone", N_ ("TITLE MILESTONE"), N_ ("Add a milestone, or say that it is reached"),
    SF_CLI_WRITES, 2, 2, sf_cli_target_milestone },
  { "target serves", N_ ("TITLE CODES"), N_ ("Which further statements a target serves"),
    SF_CLI_WRITES, 2, 2, sf_cli_target_serves },
  { "measure add", N_ ("TITLE"), N_ ("Add a measure of outcome data"), SF_CLI_WRITES_WHOLE, 1, 1,
    sf_cli_measure_add },
  { "measure list", NULL, N_ ("List the measures, their trend and their gaps"), SF_CLI_READS_WHOLE,
    0, 0, sf_cli_measure_list },
  { "group add", N_ ("TITLE"), N_ ("Add a group of families to measure"), SF_CLI_WRITES_WHOLE, 1, 1,
    sf_cli_group_add },
  { "reading set", N_ ("MEASURE PERIOD"), N_ ("Write down a reading of a measure"),
    SF_CLI_WRITES_WHOLE, 2, 2, sf_cli_reading_set },
  { "reading list", N_ ("MEASURE"), N_ ("List the readings of a measure"), SF_CLI_READS_WHOLE, 1, 1,
    sf_cli_reading_list },
  { "readings import", N_ ("FILE.csv"), N_ ("Take readings from a table"), SF_CLI_WRITES_WHOLE, 1,
    1, sf_cli_readings_import },
  { "meeting list", NULL, N_ ("List the year’s meetings, and what was asked in them"), SF_CLI_READS,
    0, 0, sf_cli_meeting_list },
  { "meeting add", N_ ("TITLE"), N_ ("Add a meeting of the committee"), SF_CLI_WRITES, 1, 1,
    sf_cli_meeting_add },
  { "meeting set", N_ ("MEETING"), N_ ("Fill in or change a meeting"), SF_CLI_WRITES, 1, 1,
    sf_cli_meeting_set },
  { "meeting attend", N_ ("MEETING OFFICE"), N_ ("Note who came, or sent apologies"), SF_CLI_WRITES,
    2, 2, sf_cli_meeting_attend },
  { "meeting challenge add", N_ ("MEETING QUESTION"), N_ ("Note what the committee asked"),
    SF_CLI_WRITES, 2, 2, sf_cli_meeting_challenge_add },
  { "meeting challenge answer", N_ ("QUESTION REPLY"), N_ ("Note what was replied"), SF_CLI_WRITES,
    2, 2, sf_cli_meeting_challenge_answer },
  { "meeting challenge change", N_ ("QUESTION"), N_ ("Fill in or change what was asked"),
    SF_CLI_WRITES, 1, 1, sf_cli_meeting_challenge_change },
  { "meeting calendar", NULL, N_ ("Say which key area is on no meeting, and propose some"),
    SF_CLI_READS, 0, 0, sf_cli_meeting_calendar },
  { "meeting plan", NULL, N_ ("Plan the meetings that “meeting calendar” proposes"), SF_CLI_WRITES,
    0, 0, sf_cli_meeting_plan },
  { "question list", NULL, N_ ("List the questions for the committee"), SF_CLI_READS, 0, 0,
    sf_cli_question_list },
  { "question answer", N_ ("QUESTION ANSWER"), N_ ("Answer a question before the meeting"),
    SF_CLI_WRITES, 2, 2, sf_cli_question_answer },
  { "question withdraw", N_ ("QUESTION REASON"), N_ ("Withdraw a question; the paper says so"),
    SF_CLI_WRITES, 2, 2, sf_cli_question_withdraw },
  { "question restore", N_ ("QUESTION"), N_ ("Ask a withdrawn question after all"), SF_CLI_WRITES,
    1, 1, sf_cli_question_restore },
  { "performance list", NULL, N_ ("List whose performance management there is"), SF_CLI_READS_WHOLE,
    0, 0, sf_cli_performance_list },
  { "performance recovery", NULL, N_ ("Make the employer’s recovery key, or replace it"),
    SF_CLI_WRITES_WHOLE, 0, 0, sf_cli_performance_recovery },
  { "performance begin", N_ ("PERSON"), N_ ("Begin a person’s cycle, locked by passphrases"),
    SF_CLI_WRITES_WHOLE, 1, 1, sf_cli_performance_begin },
  { "performance lock-head", NULL, N_ ("Lock what is judged of the head in an evaluation"),
    SF_CLI_WRITES, 0, 0, sf_cli_performance_lock_head },
  { "performance judge-head", N_ ("CODE"), N_ ("Judge a statement about the head, behind the lock"),
    SF_CLI_WRITES, 1, 1, sf_cli_performance_judge_head },
  { "performance show", N_ ("PERSON"), N_ ("Show what a record says"), SF_CLI_READS_WHOLE, 1, 1,
    sf_cli_performance_show },
  { "performance set", N_ ("PERSON FIELD [VALUE]"), N_ ("Set a field of a record"),
    SF_CLI_WRITES_WHOLE, 2, 3, sf_cli_performance_set },
  { "performance objective add", N_ ("PERSON [TITLE]"), N_ ("Add an objective"),
    SF_CLI_WRITES_WHOLE, 1, 2, sf_cli_performance_objective_add },
  { "performance objective set", N_ ("PERSON NUMBER FIELD [VALUE]"),
    N_ ("Set a field of an objective"), SF_CLI_WRITES_WHOLE, 3, 4,
    sf_cli_performance_objective_set },
  { "performance objective remove", N_ ("PERSON NUMBER"), N_ ("Take an objective away"),
    SF_CLI_WRITES_WHOLE, 2, 2, sf_cli_performance_objective_remove },
  { "performance sign", N_ ("PERSON objectives|review person|reviewer"),
    N_ ("Sign by one’s own passphrase"), SF_CLI_WRITES_WHOLE, 3, 3, sf_cli_performance_sign },
  { "performance passphrase", N_ ("PERSON"), N_ ("Change a passphrase"), SF_CLI_WRITES_WHOLE, 1, 1,
    sf_cli_performance_passphrase },
  { "performance let-read", N_ ("PERSON NAME"), N_ ("Let another person read a record"),
    SF_CLI_WRITES_WHOLE, 2, 2, sf_cli_performance_let_read },
  { "performance withdraw", N_ ("PERSON NAME"), N_ ("Let a further reader read no longer"),
    SF_CLI_WRITES_WHOLE, 2, 2, sf_cli_performance_withdraw },
  { "performance recover", N_ ("PERSON READER"),
    N_ ("Set a forgotten passphrase anew by the employer’s key"), SF_CLI_WRITES_WHOLE, 2, 2,
    sf_cli_performance_recover },
  { "performance retire", N_ ("PERSON"), N_ ("Take a record off the list"), SF_CLI_WRITES_WHOLE, 1,
    1, sf_cli_performance_retire },
  { "performance restore", N_ ("PERSON"), N_ ("Put a record back on the list"), SF_CLI_WRITES_WHOLE,
    1, 1, sf_cli_performance_restore },
  { "performance erase", N_ ("PERSON"), N_ ("Erase a record for good"), SF_CLI_WRITES_WHOLE, 1, 1,
    sf_cli_performance_erase },
  { "performance print", N_ ("PERSON PDF"), N_ ("Print the statement of a person’s cycle"),
    SF_CLI_READS_WHOLE, 2, 2, sf_cli_performance_print },
  { "contributor add", N_ ("NAME"), N_ ("Add a person or group that judges"), SF_CLI_WRITES_WHOLE,
    1, 1, sf_cli_contributor_add },
  { "contributor list", NULL, N_ ("List those who judge"), SF_CLI_READS_WHOLE, 0, 0,
    sf_cli_contributor_list },
  { "evaluation add", NULL, N_ ("Begin an evaluation"), SF_CLI_WRITES_WHOLE, 0, 0,
    sf_cli_evaluation_add },
  { "evaluation list", NULL, N_ ("List the evaluations"), SF_CLI_READS_WHOLE, 0, 0,
    sf_cli_evaluation_list },
  { "evaluation close", NULL, N_ ("Close an evaluation: it can be read, not changed"),
    SF_CLI_WRITES, 0, 0, sf_cli_evaluation_close },
  { "evaluation reopen", NULL, N_ ("Open a closed evaluation again"), SF_CLI_WRITES, 0, 0,
    sf_cli_evaluation_reopen },
  { "set", N_ ("RECORD FIELD VALUE"), N_ ("Set one field of a record"), SF_CLI_WRITES, 3, 3,
    sf_cli_set },
  { "retire", N_ ("RECORD"), N_ ("Put a record away; nothing of it is lost"), SF_CLI_WRITES, 1, 1,
    sf_cli_retire },
  { "restore", N_ ("RECORD"), N_ ("Bring a retired record back"), SF_CLI_WRITES, 1, 1,
    sf_cli_restore },
  { "history", NULL, N_ ("List what was changed, newest first"), SF_CLI_READS_WHOLE, 0, 0,
    sf_cli_history },
  { "undo", NULL, N_ ("Take back the last change"), SF_CLI_WRITES_WHOLE, 0, 0, sf_cli_undo },
  { "redo", NULL, N_ ("Do again what was taken back"), SF_CLI_WRITES_WHOLE, 0, 0, sf_cli_redo },
  { "search", N_ ("WORDS…"), N_ ("Find words in the whole file and inside the files in it"),
    SF_CLI_READS, 1, -1, sf_cli_search },
  { "backup", N_ ("[PATH]"), N_ ("Make a backup, and read it back"), SF_CLI_WRITES_WHOLE, 0, 1,
    sf_cli_backup },
  { "identity list", NULL, N_ ("List what may identify somebody in a report"), SF_CLI_READS, 0, 0,
    sf_cli_identity_list },
  { "identity confirm", N_ ("DIGEST…"), N_ ("Confirm that words of a report identify nobody"),
    SF_CLI_WRITES, 1, -1, sf_cli_identity_confirm },
  { "identity ask", N_ ("DIGEST…"), N_ ("Ask about such words again"), SF_CLI_WRITES, 1, -1,
    sf_cli_identity_ask },
  { "report audiences", NULL, N_ ("List for whom reports can be made, and of what sections"),
    SF_CLI_NO_FILE, 0, 0, sf_cli_report_audiences },
  { "report choices", NULL, N_ ("Show what the file keeps of what was chosen for a report"),
    SF_CLI_READS, 0, 0, sf_cli_report_choices },
  { "report choose", NULL, N_ ("Choose sections, covering note and statements of a report"),
    SF_CLI_WRITES, 0, 0, sf_cli_report_choose },
  { "report", NULL, N_ ("Write the report of an evaluation"), SF_CLI_READS, 0, 0, sf_cli_report },
  { "seal list", NULL, N_ ("List the sealed reports"), SF_CLI_READS_WHOLE, 0, 0, sf_cli_seal_list },
  { "seal export", N_ ("PDF"), N_ ("Write a sealed report as it was sealed, to the letter"),
    SF_CLI_READS, 1, 1, sf_cli_seal_export },
  { "seal correct", N_ ("REASON"), N_ ("Begin a correction of a sealed evaluation"), SF_CLI_WRITES,
    1, 1, sf_cli_seal_correct },
  { "seal", NULL, N_ ("Seal the report that a meeting accepted"), SF_CLI_WRITES, 0, 0,
    sf_cli_seal },
  { "verify", NULL, N_ ("Say whether sealed reports, paper and PDF are what was signed"),
    SF_CLI_READS_WHOLE, 0, 0, sf_cli_verify },
  { "return key", N_ ("PRIVATE-KEY"),
    N_ ("Make an authority’s key for returns: the private half goes to the file"), SF_CLI_NO_FILE,
    1, 1, sf_cli_return_key },
  { "return seal", N_ ("SEALED"), N_ ("Seal the exact counts of the year for the authority"),
    SF_CLI_READS, 1, 1, sf_cli_return_seal },
  { "return open", N_ ("SEALED"), N_ ("Open sealed counts, as a table"), SF_CLI_NO_FILE, 1, 1,
    sf_cli_return_open },
  { "framework check", N_ ("PATH"), N_ ("Say what is wrong with a framework file"), SF_CLI_NO_FILE,
    1, 1, sf_cli_framework_check },
  { "framework list", NULL, N_ ("List the frameworks that come with the program"), SF_CLI_NO_FILE,
    0, 0, sf_cli_framework_list },
  { "batch", N_ ("SCRIPT"), N_ ("Do the commands of a script, one after the other"), SF_CLI_MAKES,
    1, 1, sf_cli_batch },
};

/* How many of the first words of @line a command's name has; 0 if it is another command. */
static guint
match_name (const char *name, char **line)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = 0;

  for (; words[n] != NULL; n++)
    if (line[n] == NULL || strcmp (words[n], line[n]) != 0)
      return 0;
  return n;
}

static const SfCommand *
find_command (char **line, guint *n_used)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      *n_used = match_name (commands[i].name, line);
      if (*n_used > 0)
        return &commands[i];
    }
  return NULL;
}

/* What became of a command that could not write: of several steps the first may be on disk. */
static const char *
tell_unwritten (SfCli *cli, gboolean full)
{
  gboolean part = cli->n_steps > 0 && cli->command->access != SF_CLI_MAKES;

  if (full && part)
    return _ ("The disk is full. A part was written, which “history” shows; the rest was not kept. "
              "Make room on the disk, then give the command again.");
  if (full)
    return _ ("The disk is full. Nothing was written and the text was not kept; make room on the "
              "disk, then give the command again.");
  if (part)
    return _ (
        "Another program is using the centre file. A part was written, which “history” shows; "
        "the rest was not kept. Please give the command again.");
  return _ ("Another program is using the centre file. Nothing was written and the text was not "
            "kept; please give the command again.");
}

/* The window writes by itself what a full disk kept back; a command ends, and keeps nothing. */
static void
retell (SfCli *cli, GError **error)
{
  SfCliAccess access = cli->command->access;
  gboolean writes
      = access == SF_CLI_WRITES || access == SF_CLI_WRITES_WHOLE || access == SF_CLI_MAKES;
  gboolean full = g_error_matches (*error, SF_ERROR, SF_ERROR_NO_SPACE);
  gboolean busy = g_error_matches (*error, SF_ERROR, SF_ERROR_IN_USE) && cli->workbook != NULL;

  if (!writes || (!full && !busy) || cli->command->run == sf_cli_backup
      || cli->command->run == sf_cli_batch)
    return;
  if (cli->workbook != NULL)
    sf_workbook_give_up (cli->workbook);
  g_clear_error (error);
  g_set_error_literal (error, SF_ERROR, full ? SF_ERROR_NO_SPACE : SF_ERROR_IN_USE,
                       tell_unwritten (cli, full));
}

static gboolean
run_command (SfCli *cli, char **arguments, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_clear_pointer (&cli->said, g_free);
  cli->n_steps = 0;
  if (!cli->command->run (cli, arguments, &local) || !sf_cli_settle (cli, &local))
    {
      retell (cli, &local);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (cli->said != NULL && !cli->quiet && !cli->in_batch)
    sf_cli_print ("%s\n", cli->said);
  return TRUE;
}

gboolean
sf_cli_run (SfCli *cli, char **line, GError **error)
{
  guint n_used = 0;

  cli->command = find_command (line, &n_used);
  if (cli->command == NULL)
    {
      g_autofree char *sentence = line[0] == NULL
                                      ? g_strdup (_ ("Please name a command."))
                                      : g_strdup_printf (_ ("There is no command “%s”."), line[0]);
      return sf_cli_usage (cli, error, sentence);
    }
  if (cli->in_batch
      && (cli->command->run == sf_cli_batch || cli->command->access == SF_CLI_NO_FILE))
    {
      g_autofree char *sentence
          = g_strdup_printf (_ ("“%s” cannot stand in a script."), cli->command->name);
      return sf_cli_usage (cli, error, sentence);
    }
  return run_command (cli, line + n_used, error);
}

void
sf_cli_clear (SfCli *cli)
{
  g_clear_pointer (&cli->words, g_strfreev);
  g_clear_pointer (&cli->path, g_free);
  g_clear_pointer (&cli->today, g_free);
  g_clear_pointer (&cli->folder, g_free);
  g_clear_pointer (&cli->said, g_free);
  g_clear_object (&cli->workbook);
}

static void
print_help (void)
{
  sf_cli_print (_ ("Usage:\n  %s COMMAND FILE …\n\n"), SF_CLI_NAME);
  sf_cli_print ("%s\n\n", _ ("Works on a centre file of Sixfold without a window, for scripts."));
  sf_cli_print ("%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    sf_cli_print ("  %-18s %s\n", commands[i].name, _ (commands[i].summary));
  sf_cli_print ("\n");
  sf_cli_print (_ ("“%s COMMAND --help” says more of a command.\n"), SF_CLI_NAME);
  sf_cli_print ("%s\n", _ ("What was done is said in a line; --quiet leaves it out."));
  sf_cli_print (
      "%s\n", _ ("Exit codes: 0 done, 1 failed or nothing found, 2 wrong usage, 3 not found or not "
                 "allowed, 4 in use by another program,\n5 damaged, 6 not a centre file "
                 "or from a newer version, 7 read only or disk full."));
}

/* What was asked of the program itself. */
static gboolean
answer_about_itself (const char *word)
{
  if (g_strcmp0 (word, "--help") == 0 || g_strcmp0 (word, "-h") == 0
      || g_strcmp0 (word, "help") == 0)
    print_help ();
  else if (g_strcmp0 (word, "--version") == 0)
    sf_cli_print ("%s %s\n", SF_CLI_NAME, SF_VERSION);
  else
    return FALSE;
  return TRUE;
}

static SfCliExit
tell (const GError *error)
{
  if (error != NULL && !g_error_matches (error, SF_CLI_ERROR, SF_CLI_ERROR_HELPED))
    sf_cli_say (error->message);
  return sf_cli_exit_for (error);
}

static SfCliExit
finish (SfCli *cli, SfCliExit code)
{
  g_autoptr (GError) error = NULL;

  if (cli->workbook != NULL && !sf_workbook_close (cli->workbook, &error))
    {
      sf_workbook_give_up (cli->workbook);
      /* All was on disk before: only the mark that the file was closed in order is not. */
      if (g_error_matches (error, SF_ERROR, SF_ERROR_NO_SPACE))
        {
          g_clear_error (&error);
          g_set_error_literal (&error, SF_ERROR, SF_ERROR_NO_SPACE,
                               _ ("The disk is full. What was asked for is written, but the centre "
                                  "file was not closed in order; make room on the disk."));
        }
      if (code == SF_CLI_EXIT_DONE)
        code = tell (error);
    }
  if ((fflush (stdout) != 0 || ferror (stdout) != 0) && code == SF_CLI_EXIT_DONE)
    {
      g_autofree char *sentence
          = g_strdup_printf (_ ("The output could not be written: %s."), g_strerror (errno));
      sf_cli_say (sentence);
      code = SF_CLI_EXIT_FAILED;
    }
  sf_cli_clear (cli);
  return code;
}

int
sf_cli_main (char **line)
{
  SfCli cli = { 0 };
  g_autoptr (GError) error = NULL;

  bindtextdomain (GETTEXT_PACKAGE, SF_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (SF_CLI_NAME);
  if (answer_about_itself (line[0]))
    return finish (&cli, SF_CLI_EXIT_DONE);
  sf_cli_run (&cli, line, &error);
  return finish (&cli, tell (error));
}
