/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-question.h"
#include "workbook/sf-workbook-edit.h"

G_BEGIN_DECLS

/* The operations on meetings and on questions for the committee. What sf-workbook-edit.h says of
 * operations holds for them. */

/* meetings of the committee; retired as other records are. Title, date, time, place, agenda,
 * minutes and state are set as fields. */
gboolean sf_workbook_add_meeting (SfWorkbook *self,
                                  SfCentre *centre,
                                  const char *title,
                                  const char *meets_on,
                                  SfUuid *uuid,
                                  GError **error);
gboolean sf_workbook_set_meeting_areas (SfWorkbook *self,
                                        SfMeeting *meeting,
                                        const char *const *codes,
                                        GError **error);
gboolean sf_workbook_set_presented (SfWorkbook *self,
                                    SfMeeting *meeting,
                                    SfEvaluation *evaluation,
                                    GError **error);
/* @proposals: (element-type SfMeetingProposal): of sf_meeting_year_propose(); all in one step */
gboolean sf_workbook_plan_meetings (SfWorkbook *self,
                                    SfCentre *centre,
                                    GPtrArray *proposals,
                                    GError **error);
gboolean sf_workbook_add_attendance (SfWorkbook *self,
                                     SfMeeting *meeting,
                                     const char *office,
                                     const char *name,
                                     const char *presence,
                                     SfUuid *uuid,
                                     GError **error);
gboolean sf_workbook_remove_attendance (SfWorkbook *self, SfAttendance *attendance, GError **error);
gboolean sf_workbook_add_challenge (SfWorkbook *self,
                                    SfMeeting *meeting,
                                    const char *question,
                                    const char *office,
                                    SfUuid *uuid,
                                    GError **error);
gboolean sf_workbook_tie_challenge (SfWorkbook *self,
                                    SfChallenge *challenge,
                                    const char *statement_code,
                                    SfTarget *target,
                                    GError **error);
gboolean sf_workbook_remove_challenge (SfWorkbook *self, SfChallenge *challenge, GError **error);

/* questions for the committee: those that sf_question_list() draws. A blank answer takes it away.
 */
gboolean sf_workbook_answer_question (SfWorkbook *self,
                                      SfEvaluation *evaluation,
                                      SfQuestion *question,
                                      const char *answer,
                                      GError **error);
gboolean sf_workbook_withdraw_question (SfWorkbook *self,
                                        SfEvaluation *evaluation,
                                        SfQuestion *question,
                                        const char *reason,
                                        GError **error);
gboolean sf_workbook_restore_question (SfWorkbook *self,
                                       SfEvaluation *evaluation,
                                       SfQuestion *question,
                                       GError **error);

G_END_DECLS
