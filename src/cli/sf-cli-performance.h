/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/sf-cli.h"
#include "workbook/sf-workbook-head.h"

G_BEGIN_DECLS

/* What the commands of performance management share. No secret is a word of the command line or in
 * the environment, where other programs see it. */

/**
 * sf_cli_read_secret:
 * @source: (nullable): a path, "-" for the standard input or "fd:3"; %NULL asks at the terminal
 * @question: what is asked for there
 *
 * One line, without its end. Two that come from the same descriptor are two lines of it.
 *
 * Returns: (transfer full): the secret; %NULL with %SF_CLI_ERROR_USAGE where there is no terminal
 */
SfSecret *sf_cli_read_secret (SfCli *cli, const char *source, const char *question, GError **error);
/* The secret as text. */
const char *sf_cli_tell_secret (SfSecret *secret);

/**
 * SfCliRecordOptions:
 * @from: the cycle's first day; otherwise the person's latest cycle
 * @passphrase: where the passphrase comes from
 *
 * Which record, and what opens it: options of every command on one.
 */
typedef struct
{
  char *from;
  char *passphrase;
} SfCliRecordOptions;

void sf_cli_record_options_clear (SfCliRecordOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfCliRecordOptions, sf_cli_record_options_clear)

#define SF_CLI_FROM_OPTION(options)                                                                \
  {                                                                                                \
    "from", 0, 0, G_OPTION_ARG_STRING, &(options).from,                                            \
        N_ ("The cycle’s first day; otherwise the latest"), N_ ("DATE")                            \
  }
#define SF_CLI_PASSPHRASE_OPTION(options)                                                          \
  {                                                                                                \
    "passphrase-file", 0, 0, G_OPTION_ARG_STRING, &(options).passphrase,                           \
        N_ ("Where the passphrase is: a file, - or fd:NUMBER; otherwise it is asked for"),         \
        N_ ("FILE")                                                                                \
  }
#define SF_CLI_LIGHT_OPTION(light)                                                                 \
  {                                                                                                \
    "light", 0, 0, G_OPTION_ARG_NONE, &(light),                                                    \
        N_ ("Make passphrases quick to try: for examples and tests, never for real people"), NULL  \
  }
/* What trying a passphrase costs: the usual is NULL. */
const SfKeyringCost *sf_cli_cost (gboolean light);
#define SF_CLI_SECRET_OPTION(name, place, what)                                                    \
  {                                                                                                \
    name, 0, 0, G_OPTION_ARG_STRING, &(place), what, N_ ("FILE")                                   \
  }

/* Instead of a person's name: what is judged of the head in an evaluation that is locked. */
#define SF_CLI_HEAD "@head"

/* By the person's name, or its beginning; by %SF_CLI_HEAD the evaluation that began @from, or the
 * latest that is locked. (transfer none) */
SfPerformanceRecord *
sf_cli_find_performance (SfCli *cli, const char *person, const char *from, GError **error);
/* The same, unlocked; in a script it may be already, and stays with whoever has it unless another
 * passphrase is given. */
SfPerformanceRecord *sf_cli_unlock (SfCli *cli, const SfCliRecordOptions *options, GError **error);
/* Unlocks @record by the passphrase that comes from @source (nullable), or else leaves it as it is
 * where it is open already. */
gboolean
sf_cli_unlock_record (SfCli *cli, SfPerformanceRecord *record, const char *source, GError **error);
/* What an erasure could not clean, and why. */
void sf_cli_print_troubles (const SfErasureReport *report);
/* Writes what was changed in @changed, a copy of what the record says. */
gboolean sf_cli_save_performance (SfCli *cli,
                                  SfPerformanceRecord *record,
                                  SfPerformance *changed,
                                  GError **error);
/* What is judged of the head, once it is unlocked. */
void sf_cli_print_judged (SfCli *cli,
                          SfPerformanceRecord *record,
                          const SfPerformance *document,
                          gboolean as_json);
/* "Priya Nair, September 2026 to August 2027" (transfer full) */
char *sf_cli_name_performance (SfPerformanceRecord *record);

/* The word at @n; where it was left out, all of the standard input. (transfer full) */
char *sf_cli_dup_value (SfCli *cli, guint n, GError **error);

G_END_DECLS
