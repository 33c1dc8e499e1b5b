/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"
#include "model/sf-vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is said in one person's performance management in one cycle: three meetings (set, mid-year,
 * final), objectives, the person's words and the reviewer's kept apart, a judgement of each
 * objective and of the whole, and both signatures; of a head, also the panel and the way of the
 * statement.
 *
 * It is confidential. In the file it is one sealed value, so it is a document and not a table: no
 * column, no search, no draft and no history ever holds a word of it. This is the document opened,
 * in memory; sf_performance_free() wipes its texts.
 *
 * Texts are in fields, named by the enumerations below. Blank text is %NULL. Dates are ISO 8601. */

/* Most objectives of one person in one cycle: more than anybody can work on. */
#define SF_PERFORMANCE_MAX_OBJECTIVES 40
/* The longest text of a field, in bytes. */
#define SF_PERFORMANCE_MAX_TEXT (256 * 1024)

/**
 * SfPerformanceField:
 *
 * What is said once. SET, MID and FINAL are the three meetings: when it is planned, when it was
 * held, what was said. SELF_REVIEW is the person's, REVIEW the reviewer's. A signature is a name
 * and a day; objectives are signed after the first meeting, the review after the last. PANEL to
 * DRAFT_TO_HEAD_ON are for a head: who sits on the panel, the external adviser, and the statement
 * that goes to the chair first and then to the head.
 */
typedef enum
{
  SF_PERFORMANCE_SET_PLANNED_ON,
  SF_PERFORMANCE_SET_HELD_ON,
  SF_PERFORMANCE_SET_NOTES,
  SF_PERFORMANCE_SET_PERSON_SIGNED_BY,
  SF_PERFORMANCE_SET_PERSON_SIGNED_ON,
  SF_PERFORMANCE_SET_REVIEWER_SIGNED_BY,
  SF_PERFORMANCE_SET_REVIEWER_SIGNED_ON,
  SF_PERFORMANCE_MID_PLANNED_ON,
  SF_PERFORMANCE_MID_HELD_ON,
  SF_PERFORMANCE_MID_NOTES,
  SF_PERFORMANCE_FINAL_PLANNED_ON,
  SF_PERFORMANCE_FINAL_HELD_ON,
  SF_PERFORMANCE_FINAL_NOTES,
  SF_PERFORMANCE_SELF_REVIEW,
  SF_PERFORMANCE_REVIEW,
  SF_PERFORMANCE_OVERALL,
  SF_PERFORMANCE_DEVELOPMENT,
  SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY,
  SF_PERFORMANCE_FINAL_PERSON_SIGNED_ON,
  SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_BY,
  SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_ON,
  SF_PERFORMANCE_PANEL,
  SF_PERFORMANCE_ADVISER,
  SF_PERFORMANCE_DRAFT,
  SF_PERFORMANCE_DRAFT_TO_CHAIR_ON,
  SF_PERFORMANCE_DRAFT_TO_HEAD_ON,
} SfPerformanceField;

#define SF_N_PERFORMANCE_FIELDS 26

/**
 * SfObjectiveField:
 *
 * What is said of one objective. STATEMENT_CODES are those that it serves, a space between two;
 * PRIORITY is the UUID, as text, of the development plan's priority that it serves; CARRIED_FROM
 * that of the objective of the cycle before which was not finished.
 */
typedef enum
{
  SF_OBJECTIVE_TYPE,
  SF_OBJECTIVE_TITLE,
  SF_OBJECTIVE_STATEMENT_CODES,
  SF_OBJECTIVE_PRIORITY,
  SF_OBJECTIVE_CRITERIA,
  SF_OBJECTIVE_EVIDENCE_EXPECTED,
  SF_OBJECTIVE_ACTIONS,
  SF_OBJECTIVE_DUE_ON,
  SF_OBJECTIVE_SELF_REVIEW,
  SF_OBJECTIVE_REVIEW,
  SF_OBJECTIVE_JUDGEMENT,
  SF_OBJECTIVE_CARRIED_FROM,
} SfObjectiveField;

#define SF_N_OBJECTIVE_FIELDS 12

/**
 * SfPerformanceStage:
 * @SF_PERFORMANCE_SETTING: objectives are being agreed
 * @SF_PERFORMANCE_RUNNING: both have signed the objectives
 * @SF_PERFORMANCE_CLOSED: both have signed the review
 *
 * How far it is, by its signatures.
 */
typedef enum
{
  SF_PERFORMANCE_SETTING,
  SF_PERFORMANCE_RUNNING,
  SF_PERFORMANCE_CLOSED,
} SfPerformanceStage;

typedef struct _SfPerformance SfPerformance;

SfPerformance *sf_performance_new (void);
SfPerformance *sf_performance_copy (const SfPerformance *self);
void sf_performance_free (SfPerformance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPerformance, sf_performance_free)

/**
 * sf_performance_get:
 *
 * Returns: (nullable): what is said there
 */
const char *sf_performance_get (const SfPerformance *self, SfPerformanceField field);
guint sf_performance_get_n_objectives (const SfPerformance *self);
const SfUuid *sf_performance_get_objective (const SfPerformance *self, guint nth);
const char *sf_performance_get_of_objective (const SfPerformance *self,
                                             const SfUuid *objective,
                                             SfObjectiveField field);

/**
 * sf_performance_set:
 * @text: (nullable): what shall be said; blank is nothing
 * @error: %SF_ERROR_INVALID and a sentence: no date, no word of the list, too long, or signed
 *
 * What was signed does not change under a signature: from the first signature on objectives, the
 * objectives as they were agreed are refused; from the first on the review, everything is but the
 * other signature. Taking the signature back (setting it to nothing) opens it again.
 */
gboolean sf_performance_set (SfPerformance *self,
                             SfPerformanceField field,
                             const char *text,
                             GError **error);
gboolean sf_performance_set_of_objective (SfPerformance *self,
                                          const SfUuid *objective,
                                          SfObjectiveField field,
                                          const char *text,
                                          GError **error);
gboolean sf_performance_add_objective (SfPerformance *self,
                                       const char *title,
                                       SfUuid *objective,
                                       GError **error);
gboolean
sf_performance_remove_objective (SfPerformance *self, const SfUuid *objective, GError **error);

/**
 * sf_performance_sign:
 * @final: the review, or else the objectives
 * @reviewer: by the reviewer, or else by the person
 * @name: who signs, as it is printed
 * @on: the day
 * @error: %SF_ERROR_INVALID and a sentence: there is nothing to sign yet
 *
 * Objectives can be signed where there is one and the first meeting was held; the review where the
 * last was held, the objectives were signed by both, and each of them and the whole is judged.
 */
gboolean sf_performance_sign (SfPerformance *self,
                              gboolean final,
                              gboolean reviewer,
                              const char *name,
                              const char *on,
                              GError **error);

SfPerformanceStage sf_performance_get_stage (const SfPerformance *self);
/* "setting", for a script; and what a person reads */
const char *sf_performance_stage_get_id (SfPerformanceStage stage);
const char *sf_performance_stage_get_label (SfPerformanceStage stage);

/**
 * sf_performance_carry_forward:
 *
 * The next cycle's beginning: the objectives that were judged anything but met, or were not judged,
 * as they were agreed, without what was said and judged of them.
 *
 * Returns: (transfer full): a new document
 */
SfPerformance *sf_performance_carry_forward (const SfPerformance *self);

/**
 * sf_performance_reviews_to_text:
 * @n_held: for how many the review was held
 * @n_people: of how many
 *
 * What may be told outside of it: that all were held, or that not all were. Of fewer than five
 * people not even that, for it would tell of one of them.
 *
 * Returns: (nullable): a sentence in the user's language; %NULL if nothing may be said
 */
const char *sf_performance_reviews_to_text (guint n_held, guint n_people);

/**
 * sf_performance_pack:
 *
 * Returns: (transfer full): the document as bytes, to be sealed, wiped when they are freed. The
 * same document gives the same.
 */
GBytes *sf_performance_pack (const SfPerformance *self);

/**
 * sf_performance_unpack:
 * @bytes: what sf_performance_pack() gave, after opening its seal
 * @error: %SF_ERROR_DAMAGED, %SF_ERROR_TOO_NEW
 *
 * A seal says who wrote it, not that they wrote it well: all is checked as hostile.
 */
SfPerformance *sf_performance_unpack (GBytes *bytes, GError **error);

/* What a person reads, in the user's language. */
const char *sf_performance_field_get_label (SfPerformanceField field);
const char *sf_objective_field_get_label (SfObjectiveField field);

/**
 * SfPerformanceKind:
 *
 * How a field is filled in.
 */
typedef enum
{
  SF_PERFORMANCE_LINE,
  SF_PERFORMANCE_PROSE,
  SF_PERFORMANCE_DATE,
  SF_PERFORMANCE_CHOICE,
} SfPerformanceKind;

SfPerformanceKind sf_performance_field_get_kind (SfPerformanceField field);
SfPerformanceKind sf_objective_field_get_kind (SfObjectiveField field);
/* Of a %SF_PERFORMANCE_CHOICE: the words that it chooses from. */
SfVocabulary sf_performance_field_get_words (SfPerformanceField field);
SfVocabulary sf_objective_field_get_words (SfObjectiveField field);

/* What a script calls a field ("set-held-on"); -1 where there is none of that name. */
const char *sf_performance_field_get_id (SfPerformanceField field);
const char *sf_objective_field_get_id (SfObjectiveField field);
int sf_performance_find_field (const char *id);
int sf_objective_find_field (const char *id);

G_END_DECLS
