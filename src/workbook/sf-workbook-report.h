/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* What is chosen for the report of one evaluation to one audience, as operations with history and
 * undo. Each is one step, which makes the choice's record if it is the first. They may be made of a
 * closed evaluation too: a report of it can be printed in another form. What an audience's sections
 * are is known to report/sf-audience.h alone; here they are words. */

/**
 * SfReportPlace:
 * @section: a section's identifier
 * @shown: whether it is in the report
 *
 * A section in its place.
 */
typedef struct
{
  const char *section;
  gboolean shown;
} SfReportPlace;

/**
 * sf_workbook_set_report_text:
 * @audience: a word of %SF_VOCABULARY_AUDIENCE
 * @column: %SF_REPORT_CHOICE_COVERING_NOTE or %SF_REPORT_CHOICE_AREA_CODE
 * @text: (nullable): what it says then; an area by its code
 *
 * The head's own review keeps no covering note: what it is about may be behind a lock.
 */
gboolean sf_workbook_set_report_text (SfWorkbook *self,
                                      SfEvaluation *evaluation,
                                      const char *audience,
                                      guint column,
                                      const char *text,
                                      GError **error);

/**
 * sf_workbook_set_report_switch:
 * @column: %SF_REPORT_CHOICE_ANNEX or %SF_REPORT_CHOICE_LARGE_PRINT
 */
gboolean sf_workbook_set_report_switch (SfWorkbook *self,
                                        SfEvaluation *evaluation,
                                        const char *audience,
                                        guint column,
                                        gboolean on,
                                        GError **error);

/**
 * sf_workbook_set_report_sections:
 * @places: (array length=n_places): the sections in their order, in place of what was chosen
 * before; none: as the audience has them
 */
gboolean sf_workbook_set_report_sections (SfWorkbook *self,
                                          SfEvaluation *evaluation,
                                          const char *audience,
                                          const SfReportPlace *places,
                                          guint n_places,
                                          GError **error);

/**
 * sf_workbook_choose_report_statement:
 * @code: a statement of the evaluation's framework
 * @requirement: (nullable): a word of %SF_VOCABULARY_REQUIREMENT
 * @assessed_by: (nullable) (array zero-terminated=1): words of %SF_VOCABULARY_ASSESSMENT
 *
 * Chooses a statement, or says of a chosen one anew what is required and how that is assessed.
 */
gboolean sf_workbook_choose_report_statement (SfWorkbook *self,
                                              SfEvaluation *evaluation,
                                              const char *audience,
                                              const char *code,
                                              const char *requirement,
                                              const char *const *assessed_by,
                                              GError **error);

/* One that is not chosen is refused. */
gboolean sf_workbook_drop_report_statement (SfWorkbook *self,
                                            SfEvaluation *evaluation,
                                            const char *audience,
                                            const char *code,
                                            GError **error);

G_END_DECLS
