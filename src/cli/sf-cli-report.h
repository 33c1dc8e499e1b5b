/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cli/sf-cli.h"
#include "report/sf-report-options.h"

G_BEGIN_DECLS

/* What the commands on reports share. */

/**
 * SfCliReportWords:
 * @audience: for whom
 * @annex, @large: what is wished
 * @sections: those that come first, in that order
 * @without: those that are left out
 * @note: the covering note
 * @area: of which key area
 *
 * What a command line says of a report; what it leaves out is as the file keeps it.
 */
typedef struct
{
  char *audience;
  gboolean annex;
  gboolean large;
  char **sections;
  char **without;
  char *note;
  char *area;
} SfCliReportWords;

void sf_cli_report_words_clear (SfCliReportWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfCliReportWords, sf_cli_report_words_clear)

/* clang-format off */
#define SF_CLI_REPORT_OPTIONS(words)                                                               \
  { "audience", 'a', 0, G_OPTION_ARG_STRING, &(words).audience,                                    \
    N_ ("For whom; governors if it is left out"), N_ ("WORD") },                                   \
  { "annex", 0, 0, G_OPTION_ARG_NONE, &(words).annex,                                              \
    N_ ("With the annex: each statement, and the evidence"), NULL },                               \
  { "large-print", 0, 0, G_OPTION_ARG_NONE, &(words).large, N_ ("In large print"), NULL },         \
  { "section", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(words).sections,                                 \
    N_ ("A section that comes first; given again, the next"), N_ ("WORD") },                       \
  { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(words).without,                                  \
    N_ ("A section that is left out"), N_ ("WORD") },                                              \
  { "note", 0, 0, G_OPTION_ARG_STRING, &(words).note, N_ ("A covering note"), N_ ("TEXT") },       \
  { "area", 0, 0, G_OPTION_ARG_STRING, &(words).area,                                              \
    N_ ("Of which key area forms are; of all if it is left out"), N_ ("CODE") }
/* clang-format on */

/* The audience of that word; governors for %NULL. */
gboolean sf_cli_find_audience (SfCli *cli, const char *word, SfAudience *audience, GError **error);

/* What the command line says, over what is in @options. */
gboolean sf_cli_take_report_words (SfCli *cli,
                                   const SfCliReportWords *words,
                                   SfReportOptions *options,
                                   GError **error);

gboolean sf_cli_report_audiences (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_report_choices (SfCli *cli, char **arguments, GError **error);
gboolean sf_cli_report_choose (SfCli *cli, char **arguments, GError **error);

G_END_DECLS
