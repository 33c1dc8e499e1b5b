/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* The operations: what a person does, in the product's words. Each checks what it is given
 * (FALSE with %SF_ERROR_INVALID and a sentence, nothing changed; %SF_ERROR_READ_ONLY on a
 * workbook that cannot be written), then submits one labelled step and returns without waiting.
 * New records reach the model when they are on disk; @uuid (nullable) says which they will be.
 * Blank text is NULL. Levels are those of the statement's scale. Dates are ISO 8601. */

/* any field of any record, by a form; the label is made from the field and the record */
gboolean sf_workbook_set_text (
    SfWorkbook *self, gpointer record, guint column, const char *text, GError **error);
gboolean
sf_workbook_set_int (SfWorkbook *self, gpointer record, guint column, gint64 value, GError **error);
gboolean sf_workbook_set_real (
    SfWorkbook *self, gpointer record, guint column, double value, GError **error);
gboolean sf_workbook_set_date (
    SfWorkbook *self, gpointer record, guint column, const char *iso, GError **error);
gboolean sf_workbook_set_null (SfWorkbook *self, gpointer record, guint column, GError **error);

/**
 * SfFieldEdit:
 * @record: a record
 * @column: one of its TEXT or DATE columns
 * @text: (nullable): what it shall say; a date in ISO 8601; blank is nothing
 *
 * One of the fields that sf_workbook_edit_many() sets.
 */
typedef struct
{
  SfRecord *record;
  guint column;
  char *text;
} SfFieldEdit;

SfFieldEdit *sf_field_edit_new (gpointer record, guint column, const char *text);
void sf_field_edit_free (SfFieldEdit *edit);
/* all of them in one step, or none; of two for one field the later counts */
gboolean
sf_workbook_edit_many (SfWorkbook *self, GPtrArray *edits, const char *label, GError **error);

/* centres, contributors */
gboolean sf_workbook_add_centre (SfWorkbook *self, const char *name, SfUuid *uuid, GError **error);
gboolean sf_workbook_add_contributor (SfWorkbook *self,
                                      const char *name,
                                      const char *role,
                                      const char *kind,
                                      SfUuid *uuid,
                                      GError **error);

/* retire and bring back: centre, contributor, evidence, target, priority, action */
gboolean sf_workbook_retire (SfWorkbook *self, gpointer record, GError **error);
gboolean sf_workbook_restore (SfWorkbook *self, gpointer record, GError **error);
/* the same for many in one step */
gboolean sf_workbook_retire_many (SfWorkbook *self, GPtrArray *records, GError **error);
gboolean sf_workbook_restore_many (SfWorkbook *self, GPtrArray *records, GError **error);

/* evaluations: one agreed judgement for each statement and one grade for each area and the whole
 * centre come with it, empty. */
typedef enum
{
  SF_CARRY_NOTHING = 0,
  SF_CARRY_LEVELS = 1 << 0,
  SF_CARRY_EVIDENCE = 1 << 1,
} SfCarryFlags;
gboolean sf_workbook_add_evaluation (SfWorkbook *self,
                                     SfCentre *centre,
                                     SfFramework *framework,
                                     const char *title,
                                     const char *starts_on,
                                     const char *ends_on,
                                     SfEvaluation *predecessor,
                                     SfCarryFlags carry,
                                     SfUuid *uuid,
                                     GError **error);
gboolean sf_workbook_close_evaluation (SfWorkbook *self, SfEvaluation *evaluation, GError **error);
gboolean sf_workbook_reopen_evaluation (SfWorkbook *self, SfEvaluation *evaluation, GError **error);

/* judgements: @level SF_NULL_INT is "not judged yet"; setting a level takes "not applicable" away
 */
gboolean
sf_workbook_set_level (SfWorkbook *self, SfJudgement *judgement, gint64 level, GError **error);
gboolean sf_workbook_set_not_applicable (SfWorkbook *self,
                                         SfJudgement *judgement,
                                         const char *reason,
                                         GError **error);
gboolean sf_workbook_clear_judgement (SfWorkbook *self, SfJudgement *judgement, GError **error);
/* another contributor's view of a statement, empty; fails if there is one */
gboolean sf_workbook_add_judgement (SfWorkbook *self,
                                    SfEvaluation *evaluation,
                                    const char *statement_code,
                                    SfContributor *contributor,
                                    SfUuid *uuid,
                                    GError **error);
gboolean sf_workbook_remove_judgement (SfWorkbook *self, SfJudgement *judgement, GError **error);

/* area grades: proposing a grade takes an agreement to another grade back */
gboolean
sf_workbook_propose_grade (SfWorkbook *self, SfAreaJudgement *area, gint64 level, GError **error);
gboolean sf_workbook_agree_grade (SfWorkbook *self,
                                  SfAreaJudgement *area,
                                  const char *agreed_by,
                                  const char *agreed_on,
                                  GError **error);
gboolean sf_workbook_withdraw_agreement (SfWorkbook *self, SfAreaJudgement *area, GError **error);

/* evidence */
gboolean sf_workbook_add_evidence (SfWorkbook *self,
                                   SfCentre *centre,
                                   const char *title,
                                   const char *kind,
                                   const char *dated_on,
                                   SfUuid *uuid,
                                   GError **error);
/**
 * sf_workbook_add_web_link:
 * @address: the only address that it has
 * @evaluation: (nullable): with @statement_code, what it is linked with
 * @uuid: (out): its identity
 *
 * A new piece of evidence that lies on the web, called after its address and dated today.
 */
gboolean sf_workbook_add_web_link (SfWorkbook *self,
                                   SfCentre *centre,
                                   const char *address,
                                   SfEvaluation *evaluation,
                                   const char *statement_code,
                                   SfUuid *uuid,
                                   GError **error);
gboolean sf_workbook_link_evidence (SfWorkbook *self,
                                    SfEvidence *evidence,
                                    SfEvaluation *evaluation,
                                    const char *statement_code,
                                    const char *note,
                                    SfUuid *uuid,
                                    GError **error);
gboolean sf_workbook_unlink_evidence (SfWorkbook *self, SfEvidenceLink *link, GError **error);
/* many pieces and many statements in one step; what is as it shall be stays */
gboolean sf_workbook_link_many (SfWorkbook *self,
                                GPtrArray *evidence,
                                SfEvaluation *evaluation,
                                const char *const *link,
                                const char *const *unlink,
                                guint *n_changed,
                                GError **error);
gboolean sf_workbook_set_paper (SfWorkbook *self,
                                SfEvidence *evidence,
                                const char *place,
                                const char *sighted_by,
                                const char *sighted_on,
                                GError **error);
gboolean sf_workbook_remove_attachment (SfWorkbook *self, SfAttachment *attachment, GError **error);

/* targets */
gboolean sf_workbook_add_target (SfWorkbook *self,
                                 SfEvaluation *evaluation,
                                 const char *statement_code,
                                 const char *title,
                                 SfUuid *uuid,
                                 GError **error);
gboolean sf_workbook_set_target_measure (SfWorkbook *self,
                                         SfTarget *target,
                                         const char *measure,
                                         const char *unit,
                                         double baseline,
                                         double goal,
                                         GError **error);
gboolean sf_workbook_tie_target (
    SfWorkbook *self, SfTarget *target, SfMeasure *measure, SfFamilyGroup *group, GError **error);
gboolean sf_workbook_end_target (
    SfWorkbook *self, SfTarget *target, const char *outcome, const char *reason, GError **error);
gboolean sf_workbook_reopen_target (SfWorkbook *self, SfTarget *target, GError **error);
gboolean sf_workbook_add_review (SfWorkbook *self,
                                 SfTarget *target,
                                 const char *reviewed_on,
                                 double value,
                                 const char *status,
                                 const char *comment,
                                 const char *reviewed_by,
                                 SfUuid *uuid,
                                 GError **error);
gboolean sf_workbook_remove_review (SfWorkbook *self, SfReview *review, GError **error);
gboolean sf_workbook_change_target (
    SfWorkbook *self, SfTarget *target, GPtrArray *edits, const char *reason, GError **error);
gboolean sf_workbook_add_milestone (SfWorkbook *self,
                                    SfTarget *target,
                                    const char *title,
                                    const char *due_on,
                                    SfUuid *uuid,
                                    GError **error);
gboolean sf_workbook_reach_milestone (SfWorkbook *self,
                                      SfMilestone *milestone,
                                      const char *reached_on,
                                      GError **error);
gboolean sf_workbook_remove_milestone (SfWorkbook *self, SfMilestone *milestone, GError **error);
gboolean sf_workbook_set_further_statements (SfWorkbook *self,
                                             SfTarget *target,
                                             const char *codes,
                                             GError **error);
gboolean sf_workbook_set_target_statements (SfWorkbook *self,
                                            SfTarget *target,
                                            const char *const *codes,
                                            GError **error);

/* the development plan; the due date of an action or the reason for none is set as a field: one
 * takes the other away */
gboolean sf_workbook_add_priority (
    SfWorkbook *self, SfEvaluation *evaluation, const char *title, SfUuid *uuid, GError **error);
gboolean sf_workbook_add_action (
    SfWorkbook *self, SfPriority *priority, const char *title, SfUuid *uuid, GError **error);
/* @place counts from 0 those that are not retired; beyond the last is last */
gboolean
sf_workbook_move_priority (SfWorkbook *self, SfPriority *priority, guint place, GError **error);
gboolean sf_workbook_move_action (
    SfWorkbook *self, SfAction *action, SfPriority *priority, guint place, GError **error);
/**
 * SfPlanDraft:
 * @evaluation: whose plan it is
 * @priority: (nullable): under which the actions come, last
 * @title: (nullable): what a new priority is called, if there is no @priority
 * @lead: (nullable): who leads all of them
 * @lines: (element-type SfDraftLine): what to improve, of the same evaluation
 *
 * What is made of improvements.
 */
typedef struct
{
  SfEvaluation *evaluation;
  SfPriority *priority;
  const char *title;
  const char *lead;
  GPtrArray *lines;
} SfPlanDraft;

/* @uuid is that of the first action; all in one step, or none */
gboolean sf_workbook_draft_actions (SfWorkbook *self,
                                    const SfPlanDraft *draft,
                                    SfUuid *uuid,
                                    GError **error);
/* pounds as they are typed, "£1,250.50", into cost or spent; blank is nothing */
gboolean sf_workbook_set_money (
    SfWorkbook *self, SfAction *action, guint column, const char *text, GError **error);
gboolean sf_workbook_set_action_statements (SfWorkbook *self,
                                            SfAction *action,
                                            const char *const *codes,
                                            GError **error);
gboolean sf_workbook_link_action_target (
    SfWorkbook *self, SfAction *action, SfTarget *target, SfUuid *uuid, GError **error);
gboolean sf_workbook_unlink_action_target (SfWorkbook *self, SfActionTarget *link, GError **error);
gboolean sf_workbook_review_action (SfWorkbook *self,
                                    SfAction *action,
                                    const char *reviewed_on,
                                    const char *status,
                                    const char *comment,
                                    const char *reviewed_by,
                                    SfUuid *uuid,
                                    GError **error);
gboolean
sf_workbook_remove_action_review (SfWorkbook *self, SfActionReview *review, GError **error);
/* @done_on: not after today */
gboolean
sf_workbook_finish_action (SfWorkbook *self, SfAction *action, const char *done_on, GError **error);
gboolean
sf_workbook_drop_action (SfWorkbook *self, SfAction *action, const char *reason, GError **error);
gboolean sf_workbook_reopen_action (SfWorkbook *self, SfAction *action, GError **error);

/* outcome data: measures of the centre's own or of the list that comes with the program, groups of
 * families (retired as other records are), and the readings */
gboolean sf_workbook_add_measure (SfWorkbook *self,
                                  SfCentre *centre,
                                  const char *title,
                                  const char *kind,
                                  const char *period,
                                  SfUuid *uuid,
                                  GError **error);
gboolean sf_workbook_take_measure (
    SfWorkbook *self, SfCentre *centre, const char *id, SfUuid *uuid, GError **error);
gboolean sf_workbook_add_family_group (SfWorkbook *self,
                                       SfCentre *centre,
                                       const char *shipped,
                                       const char *title,
                                       SfUuid *uuid,
                                       GError **error);

/**
 * SfReadingEdit:
 * @measure: a measure
 * @group: (nullable): a group of its centre; %NULL for all families
 * @starts_on: the first day of the period
 * @sets: which of the three numbers are set: SF_READING_SETS_COUNT and so on
 * @count: %SF_NULL_INT takes it away
 * @denominator: what it is out of; likewise
 * @value: of a mean; NaN takes it away
 * @source: (nullable): %NULL leaves what is there, blank takes it away; the dates likewise
 * @dated_on: (nullable): the day that the figure is of
 * @denominator_on: (nullable): the day that the denominator is of
 *
 * What is said of one measure, group and period: whether there is a reading already is no matter.
 */
typedef enum
{
  SF_READING_SETS_COUNT = 1 << 0,
  SF_READING_SETS_DENOMINATOR = 1 << 1,
  SF_READING_SETS_VALUE = 1 << 2,
} SfReadingSets;

typedef struct
{
  SfMeasure *measure;
  SfFamilyGroup *group;
  char *starts_on;
  guint sets;
  gint64 count;
  gint64 denominator;
  double value;
  char *source;
  char *dated_on;
  char *denominator_on;
} SfReadingEdit;

/* (transfer full): one that sets nothing yet */
SfReadingEdit *
sf_reading_edit_new (SfMeasure *measure, SfFamilyGroup *group, const char *starts_on);
void sf_reading_edit_free (SfReadingEdit *edit);
gboolean sf_workbook_set_reading (SfWorkbook *self, SfReadingEdit *edit, GError **error);
/* all of them in one step, or none; of two for one reading the later counts */
gboolean
sf_workbook_set_readings (SfWorkbook *self, GPtrArray *edits, const char *label, GError **error);

G_END_DECLS
