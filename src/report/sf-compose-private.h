/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-area-grade.h"
#include "model/sf-target-status.h"
#include "report/sf-compose-governors.h"

G_BEGIN_DECLS

/* The ids of the headings that the composer itself looks for. */
#define SF_ID_SUMMARY "summary"
#define SF_ID_PROGRESS "progress"
#define SF_ID_OUTCOMES "outcomes"
#define SF_ID_ANNEX "annex"

/* How much is left out; see sf_compose_governors(). */
typedef enum
{
  SF_DETAIL_ALL,
  SF_DETAIL_WEAK_ONLY,
  SF_DETAIL_NAMES,
  SF_DETAIL_FACTS,
  SF_DETAIL_SHORT,
  SF_DETAIL_SHORTEST,
} SfDetail;

/* A text that was cut, for the annex. */
typedef struct
{
  char *title;
  char *text;
} SfCutText;

/* What the parts of the report are made from, and where they go. */
typedef struct
{
  SfModel *model;
  SfEvaluation *evaluation;
  SfFramework *framework;
  SfCentre *centre;
  GHashTable *agreed;  /* judgements by their statement's code */
  GPtrArray *outcomes; /* of SfPublished */
  const char *today;
  gboolean annex;
  const char *fingerprint; /* or NULL */
  SfDetail detail;
  guint summary_words; /* 0 for all */
  SfDocument *document;
  GPtrArray *cut; /* of SfCutText */
} SfComposer;

/* Parts common to reports (sf-compose.c). */
void sf_cut_text_free (SfCutText *self);
SfProse *sf_compose_level_chip (SfLevel *level);
SfProse *sf_compose_state_chip (SfJudgement *judgement, SfStatement *statement);
SfProse *sf_compose_status_chip (SfTargetStatus status);
void sf_compose_add_status_chip (SfProse *prose, SfTargetStatus status);
SfColor sf_compose_area_color (SfKeyArea *area);
char *sf_compose_sentence (const char *text);
char *sf_compose_cut (SfComposer *self, const char *text, guint words, const char *title);
void sf_compose_add_paragraph (SfComposer *self, SfProse *prose);
void sf_compose_add_small (SfComposer *self, const char *text);
char *sf_compose_committee (SfComposer *self);
gboolean sf_compose_is_centre_target (SfComposer *self, SfTarget *target);
SfKeyArea *sf_compose_find_target_area (SfComposer *self, SfTarget *target);
GPtrArray *sf_compose_list_targets (SfComposer *self, SfKeyArea *area);
SfJudgement *sf_compose_find_judgement (SfComposer *self, SfStatement *statement);
SfBlock *sf_compose_new_table (const char *const *titles,
                               const double *weights,
                               const SfAlign *aligns,
                               guint n);

/* What may be named of the evidence (sf-compose-annex.c): its statements' codes go into @codes, a
 * table of evidence to GString whose values are freed by sf_compose_free_string(). */
GPtrArray *sf_compose_list_evidence (SfComposer *self, GHashTable *codes);
void sf_compose_free_string (gpointer data);

/* What is said of a target (sf-compose-targets.c). */
gboolean sf_compose_is_quiet (SfTargetStatus status);
char *sf_compose_office (SfComposer *self, const char *leader);
char *sf_compose_leader (SfComposer *self, SfTarget *target);
void sf_compose_add_target_words (SfComposer *self, SfProse *prose, SfTarget *target);
void sf_compose_area_targets (SfComposer *self, SfKeyArea *area);

/* What the printed plan has of a priority, of all with NULL (sf-compose-plan.c). */
GPtrArray *sf_compose_list_actions (SfComposer *self, SfPriority *priority);

/* Its sections, each in a file of its own. */
void sf_compose_title (SfComposer *self);
void sf_compose_front (SfComposer *self);
void sf_compose_summary (SfComposer *self);
void sf_compose_safeguarding (SfComposer *self);
void sf_compose_progress (SfComposer *self);
void sf_compose_outcomes (SfComposer *self);
void sf_compose_outcomes_in_full (SfComposer *self);
void sf_compose_areas (SfComposer *self);
void sf_compose_not_judged (SfComposer *self);
void sf_compose_annex (SfComposer *self);

G_END_DECLS
