/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "model/sf-performance.h"
#include "report/sf-audience.h"

G_BEGIN_DECLS

/**
 * SfSectionChoice:
 * @id: a section's identifier
 * @shown: whether it is in the report; a required one is whatever this says
 */
typedef struct
{
  char *id;
  gboolean shown;
} SfSectionChoice;

/**
 * SfStatementChoice:
 * @code: a statement's code
 * @requirement: (nullable): a word of %SF_VOCABULARY_REQUIREMENT
 * @assessed_by: (nullable): words of %SF_VOCABULARY_ASSESSMENT with spaces between
 */
typedef struct
{
  char *code;
  char *requirement;
  char *assessed_by;
} SfStatementChoice;

/**
 * SfReportOptions:
 * @audience: for whom
 * @today: the ISO 8601 date that statuses are told for, and the report's date
 * @annex: whether the annex is printed, where the audience has one
 * @large_print: what the file keeps; who lays out chooses the sheet by it
 * @sections: (nullable) (element-type SfSectionChoice): sections in their order; those that are not
 *   named follow in the usual order, and are shown. %NULL: as the audience has them
 * @covering_note: (nullable): the head's words beforehand
 * @statements: (nullable) (element-type SfStatementChoice): what a job description or a person
 *   specification is made of; %NULL or empty: of every statement there is
 * @area_code: (nullable): of which key area forms are; %NULL: of all
 * @outcomes: (nullable) (element-type SfPublished): sf_published_list() of the evaluation, where it
 *   is there already; %NULL makes it
 * @judged: (nullable): for the head's own review: the opened document of what is judged of the
 * head, where that is locked; %NULL takes what stands in the open
 * @fingerprint: (nullable): of a report that is about to be sealed, printed on every page
 * @accepted_on: (nullable): the day of the meeting that accepted it, in place of the evaluation's
 * own
 * @accepted_by: (nullable): who accepted it there
 *
 * What a report is made with. sf_report_options_init() fills in what the file keeps, and
 * sf_report_options_clear() frees what that owns: @sections, @covering_note, @statements,
 * @area_code. The others are borrowed.
 */
typedef struct
{
  SfAudience audience;
  const char *today;
  gboolean annex;
  gboolean large_print;
  GPtrArray *sections;
  char *covering_note;
  GPtrArray *statements;
  char *area_code;
  GPtrArray *outcomes;
  const SfPerformance *judged;
  const char *fingerprint;
  const char *accepted_on;
  const char *accepted_by;
} SfReportOptions;

/**
 * sf_report_options_init:
 * @self: (out caller-allocates)
 *
 * What was chosen last for that report: in this evaluation, or in the nearest before it. Of an
 * earlier one the covering note is not taken, for it was written for another meeting.
 */
void sf_report_options_init (SfReportOptions *self,
                             SfModel *model,
                             SfEvaluation *evaluation,
                             SfAudience audience,
                             const char *today);
void sf_report_options_clear (SfReportOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfReportOptions, sf_report_options_clear)

/* Arrays that free their elements, for who fills them otherwise. */
GPtrArray *sf_section_choices_new (void);
void sf_section_choices_add (GPtrArray *self, const char *id, gboolean shown);
GPtrArray *sf_statement_choices_new (void);
void sf_statement_choices_add (GPtrArray *self,
                               const char *code,
                               const char *requirement,
                               const char *assessed_by);

/**
 * sf_report_options_show:
 * @id: a section's identifier
 *
 * Shows a section, or leaves it out; its place stays.
 */
void sf_report_options_show (SfReportOptions *self, const char *id, gboolean shown);

G_END_DECLS
