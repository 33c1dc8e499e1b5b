/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-erase.h"

G_BEGIN_DECLS

/* What the commands of sixfold-cli share: the command line, the file, what it is called. */

#define SF_CLI_NAME "sixfold-cli"

/**
 * SfCliExit:
 *
 * The exit codes, as the man page promises them to scripts.
 */
typedef enum
{
  SF_CLI_EXIT_DONE = 0,
  SF_CLI_EXIT_FAILED = 1,
  SF_CLI_EXIT_USAGE = 2,
  SF_CLI_EXIT_INVALID = 3,   /* not found, or not allowed */
  SF_CLI_EXIT_IN_USE = 4,    /* another program has the file */
  SF_CLI_EXIT_DAMAGED = 5,   /* or a check found something */
  SF_CLI_EXIT_NOT_OURS = 6,  /* or from a newer program */
  SF_CLI_EXIT_NO_WRITING = 7 /* read only, or the disk is full */
} SfCliExit;

#define SF_CLI_ERROR (sf_cli_error_quark ())

/**
 * SfCliError:
 * @SF_CLI_ERROR_USAGE: the command line is not one
 * @SF_CLI_ERROR_HELPED: nothing is wrong: help was asked for and given
 */
typedef enum
{
  SF_CLI_ERROR_USAGE,
  SF_CLI_ERROR_HELPED,
} SfCliError;

GQuark sf_cli_error_quark (void);

/**
 * SfCliAccess:
 *
 * What a command wants of the centre file.
 */
typedef enum
{
  SF_CLI_NO_FILE,     /* takes no centre file */
  SF_CLI_MAKES,       /* makes it */
  SF_CLI_READS,       /* reads it, also while another program has it */
  SF_CLI_READS_WHOLE, /* likewise; needs no evaluation in it */
  SF_CLI_WRITES,      /* writes it, and is refused while another program has it */
  SF_CLI_WRITES_WHOLE /* likewise; needs no evaluation in it */
} SfCliAccess;

typedef struct _SfCli SfCli;

/**
 * SfCommand:
 * @name: one word or two: "judge", "target add"
 * @words: what follows the file, for the help; (nullable)
 * @summary: what it does, untranslated
 * @access: what it wants of the file
 * @n_least: how many words at least follow the file
 * @n_most: how many at most; -1 for any number
 * @run: does it; gets the words and options after the name
 */
typedef struct
{
  const char *name;
  const char *words;
  const char *summary;
  SfCliAccess access;
  int n_least;
  int n_most;
  gboolean (*run) (SfCli *cli, char **arguments, GError **error);
} SfCommand;

/**
 * SfCli:
 *
 * One command under way. In a batch the workbook stays open from one to the next.
 */
struct _SfCli
{
  const SfCommand *command;
  char **words; /* what follows the file */
  guint n_words;

  char *path;
  SfWorkbook *workbook;     /* NULL until sf_cli_begin() */
  SfModel *model;           /* borrowed from it */
  SfEvaluation *evaluation; /* borrowed: the one named by -e, or the latest */
  char *today;

  gboolean quiet; /* what was done is not said */
  char *said;     /* what was done, in a line, once it is on disk */
  guint n_steps;  /* how many steps of the command are on disk */

  gboolean in_batch;
  char *folder; /* of the script: its paths are relative to it */
};

/* --- main.c: finding and doing a command --------------------------------------------------- */

/* Does what a command line says, without the program's name. */
gboolean sf_cli_run (SfCli *cli, char **line, GError **error);
void sf_cli_clear (SfCli *cli);

/* --- sf-cli.c: beginning a command --------------------------------------------------------- */

/**
 * sf_cli_begin:
 * @arguments: what followed the command's name
 * @options: its own options, terminated by G_OPTION_ENTRY_NULL; --help, --quiet, and -e where there
 *   is an evaluation, are added
 *
 * Reads the options, counts the words, opens the file, finds the evaluation. Each command calls
 * this first.
 *
 * Returns: %FALSE with an error, which is %SF_CLI_ERROR_HELPED if help was asked for
 */
gboolean sf_cli_begin (SfCli *cli, char **arguments, const GOptionEntry *options, GError **error);

/* Waits for what was asked for, then the record of that identity. (transfer none) */
gpointer sf_cli_wait_for (SfCli *cli, const SfUuid *uuid, GError **error);
gboolean sf_cli_usage (SfCli *cli, GError **error, const char *sentence);
SfCliExit sf_cli_exit_for (const GError *error);
/* A path of the command line; one of a script is relative to the script. (transfer full) */
char *sf_cli_path (SfCli *cli, const char *path);

/* Always UTF-8: what reads it may not have our locale. */
void sf_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void sf_cli_say (const char *sentence);
/* Of an erasure that goes on with this command: a handler of SfWorkbook::erased. */
void sf_cli_tell_resumed (SfWorkbook *workbook, SfErasureReport *report, SfCli *cli);

/**
 * sf_cli_done:
 *
 * Takes the line that says what was done. It is printed when the command has ended well and all is
 * on disk; not with --quiet, and not in a script, which says one line for all.
 *
 * Returns: %TRUE, so that a command can end with it
 */
gboolean sf_cli_done (SfCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Whether all is on disk, so that the model can be asked what came of it. */
gboolean sf_cli_settle (SfCli *cli, GError **error);

/* Says what is to be looked at before pages are handed out. @items: (element-type SfAgendaItem) */
void sf_cli_warn_before_print (GPtrArray *items);

/* What a report shows that has left is kept; where it cannot be, that is said. */
void sf_cli_note_shown (SfCli *cli, GPtrArray *shown, const char *way);

/* Takes up the model of the workbook that was opened or made, and counts its steps. */
void sf_cli_take_model (SfCli *cli);

/* Takes away what a file that was never finished left behind. */
void sf_cli_sweep (const char *path);

/* --- sf-cli-find.c: what things are called ------------------------------------------------- */

/* By title or name: the whole of it, or a beginning that only one has. Capitals make no
 * difference. (transfer none) */
SfEvaluation *sf_cli_find_evaluation (SfCli *cli, const char *title, GError **error);
SfContributor *sf_cli_find_contributor (SfCli *cli, const char *name, GError **error);
SfEvidence *sf_cli_find_evidence (SfCli *cli, const char *title, GError **error);
SfTarget *sf_cli_find_target (SfCli *cli, const char *title, GError **error);
SfPriority *sf_cli_find_priority (SfCli *cli, const char *title, GError **error);
SfAction *sf_cli_find_action (SfCli *cli, const char *title, GError **error);
SfMeasure *sf_cli_find_measure (SfCli *cli, const char *title, GError **error);
SfFamilyGroup *sf_cli_find_family_group (SfCli *cli, const char *title, GError **error);
/* The same; or by its day, if only one is on it. */
SfMeeting *sf_cli_find_meeting (SfCli *cli, const char *title, GError **error);
/* By the question, or its beginning. */
SfChallenge *sf_cli_find_challenge (SfCli *cli, const char *question, GError **error);
SfCentre *sf_cli_find_centre (SfCli *cli, GError **error);
SfStatement *sf_cli_find_statement (SfCli *cli, const char *code, GError **error);
/* "centre", "evaluation", "area:LLD", "judgement:LLD-S1", "target:TITLE", "evidence:TITLE",
 * "contributor:NAME", "priority:TITLE", "action:TITLE" */
SfRecord *sf_cli_find_record (SfCli *cli, const char *name, GError **error);

/* --- values; NULL text gives NULL, NaN or SF_NULL_INT --------------------------------------- */

gboolean sf_cli_parse_date (const char *text, char **iso, GError **error);
gboolean sf_cli_parse_number (const char *text, double *number, GError **error);
/* a number of the scale, a level's name, or "none" */
gboolean sf_cli_parse_level (const char *text, SfScale *scale, gint64 *level, GError **error);
/* Sets a text field if @text is not NULL. */
gboolean
sf_cli_set_text (SfCli *cli, gpointer record, guint column, const char *text, GError **error);
gboolean
sf_cli_set_date (SfCli *cli, gpointer record, guint column, const char *text, GError **error);

/* --- the commands ---------------------------------------------------------------------------- */

gboolean sf_cli_new (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_info (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_check (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_backup (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_judge (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_grade (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_attach (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_support (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_link (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_unlink (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_attach (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_due (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_erase (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_verify (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_export (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_read (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_search (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evidence_pack (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_pack_verify (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_about (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_review (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_end (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_reopen (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_plan_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_plan_print (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_plan_status (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_plan_draft (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_priority_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_action_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_action_change (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_action_review (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_action_done (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_action_drop (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_action_reopen (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_change (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_milestone (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_target_serves (SfCli *cli, char **arguments, GError **error);
/* Says where @target stands once all is on disk. */
gboolean sf_cli_settle_and_tell (SfCli *cli, SfTarget *target, GError **error);
/* As "set" finds a field by its name; those of a command of their own are refused. */
gboolean sf_cli_find_column (SfRecord *record, const char *field, guint *column, GError **error);
gboolean sf_cli_measure_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_measure_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_group_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_reading_set (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_reading_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_readings_import (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_set (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_attend (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_challenge_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_challenge_answer (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_challenge_change (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_calendar (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_meeting_plan (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_question_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_question_answer (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_question_withdraw (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_question_restore (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_recovery (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_begin (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_lock_head (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_judge_head (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_show (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_set (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_objective_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_objective_set (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_objective_remove (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_sign (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_passphrase (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_let_read (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_withdraw (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_recover (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_retire (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_restore (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_erase (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_performance_print (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_contributor_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_contributor_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evaluation_add (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evaluation_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evaluation_close (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_evaluation_reopen (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_set (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_retire (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_restore (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_history (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_undo (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_redo (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_search (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_identity_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_identity_confirm (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_identity_ask (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_report (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_seal (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_seal_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_seal_export (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_seal_correct (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_verify (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_return_key (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_return_seal (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_return_open (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_framework_check (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_framework_list (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_batch (SfCli *cli, char **arguments, GError **error);

G_END_DECLS
