/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework.h"
#include "model/sf-action-review.h"
#include "model/sf-action-target.h"
#include "model/sf-action.h"
#include "model/sf-area-judgement.h"
#include "model/sf-attachment.h"
#include "model/sf-attendance.h"
#include "model/sf-centre.h"
#include "model/sf-challenge.h"
#include "model/sf-contributor.h"
#include "model/sf-erasure.h"
#include "model/sf-evaluation.h"
#include "model/sf-evidence-link.h"
#include "model/sf-evidence.h"
#include "model/sf-family-group.h"
#include "model/sf-framework-edition.h"
#include "model/sf-identity-check.h"
#include "model/sf-judgement.h"
#include "model/sf-measure.h"
#include "model/sf-meeting-area.h"
#include "model/sf-meeting.h"
#include "model/sf-milestone.h"
#include "model/sf-performance-record.h"
#include "model/sf-priority.h"
#include "model/sf-question-decision.h"
#include "model/sf-reading.h"
#include "model/sf-report-choice.h"
#include "model/sf-report-section.h"
#include "model/sf-report-statement.h"
#include "model/sf-review.h"
#include "model/sf-seal.h"
#include "model/sf-shown.h"
#include "model/sf-target-change.h"
#include "model/sf-target.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The area code under which the grade of the whole centre is kept. */
#define SF_WHOLE_CENTRE "*"

/**
 * SfModel:
 *
 * All records of a workbook in memory: a list for each class, found by UUID, and by what they
 * refer to. It changes only after a change is on disk; "changed" is emitted once after each
 * step. It belongs to one thread.
 */
#define SF_TYPE_MODEL (sf_model_get_type ())
G_DECLARE_FINAL_TYPE (SfModel, sf_model, SF, MODEL, GObject)

const GType *sf_model_get_record_types (guint *n_types);
GType sf_model_find_record_type (const char *table);

SfModel *sf_model_new (void);
GListModel *sf_model_get_list (SfModel *self, GType type);
gpointer sf_model_find (SfModel *self, const SfUuid *uuid);
GPtrArray *sf_model_list_referring (SfModel *self, GType type, guint column, gpointer other);

SfFramework *sf_model_get_framework (SfModel *self, SfEvaluation *evaluation);
SfCentre *sf_model_get_centre (SfModel *self, SfEvaluation *evaluation);
SfEvaluation *sf_model_get_predecessor (SfModel *self, SfEvaluation *evaluation);
SfEvaluation *sf_model_get_evaluation_of (SfModel *self, SfRecord *record);
SfEvaluation *sf_model_get_latest_evaluation (SfModel *self, SfCentre *centre);
GPtrArray *sf_model_list_evaluations (SfModel *self, SfCentre *centre);

SfJudgement *sf_model_find_judgement (SfModel *self,
                                      SfEvaluation *evaluation,
                                      const char *statement_code,
                                      SfContributor *contributor);
GPtrArray *
sf_model_list_judgements (SfModel *self, SfEvaluation *evaluation, const char *statement_code);
GHashTable *sf_model_index_judgements (SfModel *self, SfEvaluation *evaluation);
SfAreaJudgement *
sf_model_find_area_judgement (SfModel *self, SfEvaluation *evaluation, const char *area_code);
GPtrArray *
sf_model_list_evidence_links (SfModel *self, SfEvaluation *evaluation, const char *statement_code);
SfEvidence *sf_model_get_evidence (SfModel *self, SfEvidenceLink *link);
GPtrArray *sf_model_list_attachments (SfModel *self, SfEvidence *evidence);
GPtrArray *sf_model_list_versions (SfModel *self, SfAttachment *attachment);
SfAttachment *sf_model_get_newer_version (SfModel *self, SfAttachment *attachment);
GPtrArray *
sf_model_list_targets (SfModel *self, SfEvaluation *evaluation, const char *statement_code);
gboolean sf_target_serves (SfTarget *target, const char *code);
/* (transfer container) (element-type SfStatement): its statement first, then its further ones */
GPtrArray *sf_target_list_statements (SfModel *model, SfTarget *target);
GPtrArray *sf_model_list_reviews (SfModel *self, SfTarget *target);
GPtrArray *sf_model_list_milestones (SfModel *self, SfTarget *target);
GPtrArray *sf_model_list_target_changes (SfModel *self, SfTarget *target);
/* (transfer none) (nullable) (element-type SfShown): what reports that left held of a measure in
 * the period that begins on that day, the oldest first */
GPtrArray *sf_model_list_shown (SfModel *self, const SfUuid *measure, const char *starts_on);

G_END_DECLS
