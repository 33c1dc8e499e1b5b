/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action-state.h"
#include "model/sf-area-grade.h"
#include "model/sf-target-status.h"
#include "report/sf-compose-report.h"

G_BEGIN_DECLS

/* The ids of the headings that the composer itself looks for. */
#define SF_ID_SUMMARY "summary"
#define SF_ID_PROGRESS "progress"
#define SF_ID_OUTCOMES "outcomes"
#define SF_ID_ANNEX "annex"
#define SF_ID_PLAN "plan"
#define SF_ID_RESOURCES "resources"

/* How much is left out; see sf_compose_governors(). */
typedef enum
{
  SF_DETAIL_ALL,
  SF_DETAIL_WEAK_ONLY,
  SF_DETAIL_NAMES,
  SF_DETAIL_FACTS,
  SF_DETAIL_SHORT,
  SF_DETAIL_SHORTEST,
  SF_DETAIL_LEAST,
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
  GHashTable *agreed;             /* judgements by their statement's code */
  GPtrArray *outcomes;            /* of SfPublished */
  const SfReportOptions *options; /* NULL where no report is made, only looked at */
  SfAudience audience;
  GPtrArray *sections; /* of const SfSection, in their order */
  const char *title;   /* of the document, beneath or beside the centre's name */
  const char *today;
  gboolean annex;
  const char *fingerprint; /* or NULL */
  GHashTable *pages;       /* of headings by their ids, once they are known; or NULL */
  SfDetail detail;
  guint summary_words; /* 0 for all */
  SfDocument *document;
  GPtrArray *cut; /* of SfCutText */
} SfComposer;

/* What a section of a report is, beside its place in the list (sf-compose-sections.c). */
enum
{
  SF_SECTION_REQUIRED = 1 << 0, /* may not be left out: #SfSectionInfo says why */
  SF_SECTION_PINNED = 1 << 1,   /* stands at the end */
  SF_SECTION_PAGE = 1 << 2,     /* has pages of its own */
  SF_SECTION_FIRST = 1 << 3,    /* stands at the beginning */
};

typedef struct
{
  const char *id;
  const char *title;
  guint audiences; /* a bit for each */
  guint flags;
  void (*add) (SfComposer *self);
} SfSection;

GPtrArray *sf_sections_choose (const SfReportOptions *options);
gboolean sf_section_is_shown (const SfReportOptions *options, const SfSection *section);
char *sf_compose_tell_left_out (SfComposer *self);
void sf_compose_sections (SfComposer *self);

/* Makes the whole document of a composer (sf-compose-begin.c). */
void sf_compose_document (SfComposer *self);
void sf_compose_covering_note (SfComposer *self, gboolean heading);

/* Statements by their titles in place of codes, up to the annex (sf-compose-plain.c). */
void sf_compose_name_codes (SfDocument *document, SfFramework *framework);

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
gboolean sf_compose_list_area_targets (SfComposer *self, SfKeyArea *area, SfBlock *list);
void sf_compose_area_targets (SfComposer *self, SfKeyArea *area);

/* What the printed plan has of a priority, of all with NULL (sf-compose-plan.c). */
GPtrArray *sf_compose_list_actions (SfComposer *self, SfPriority *priority);
SfProse *sf_compose_action_chip (SfActionState state);

/* How many words of a text a report that has to be short prints; 0: all (sf-compose-areas.c). */
guint sf_compose_get_word_limit (SfComposer *self);
/* How an area came by its grade, how it moved, what lies beneath it; the grades of all. */
void sf_compose_add_standing (SfComposer *self, SfKeyArea *area);
void sf_compose_add_grades (SfComposer *self);
/* The statements about the centre that are on safeguarding. */
GPtrArray *sf_compose_list_safeguarding (SfComposer *self);
/* (transfer full): the publication that the standards come from */
char *sf_compose_tell_source (SfComposer *self);
/* A heading of level 3 that no contents list has, and a text beneath it; nothing where it is blank.
 */
gboolean sf_compose_add_titled (SfComposer *self, const char *title, const char *text);
/* "Label: text" as paragraphs; nothing where it is blank. */
void sf_compose_add_labelled (SfComposer *self, const char *label, const char *text);

/* The sections, and what stands before them. */
const char *sf_compose_get_meeting (SfComposer *self);
void sf_compose_title (SfComposer *self);
gboolean sf_compose_is_brief (SfComposer *self);
void sf_compose_front (SfComposer *self);
void sf_compose_reading (SfComposer *self);
void sf_compose_summary (SfComposer *self);
void sf_compose_safeguarding (SfComposer *self);
void sf_compose_progress (SfComposer *self);
void sf_compose_outcomes (SfComposer *self);
void sf_compose_outcomes_in_full (SfComposer *self);
void sf_compose_areas (SfComposer *self);
void sf_compose_not_judged (SfComposer *self);
void sf_compose_sign_off (SfComposer *self);
void sf_compose_annex (SfComposer *self);
void sf_compose_plan (SfComposer *self);
void sf_compose_resources (SfComposer *self);
void sf_compose_short_forms (SfComposer *self);
void sf_compose_grades (SfComposer *self);
void sf_compose_area_words (SfComposer *self);
void sf_compose_all_statements (SfComposer *self);
void sf_compose_safeguarding_section (SfComposer *self);
void sf_compose_evidence (SfComposer *self);
void sf_compose_centre_facts (SfComposer *self);
void sf_compose_thanks (SfComposer *self);
/* for parents */
void sf_compose_what_for (SfComposer *self);
void sf_compose_went_well (SfComposer *self);
void sf_compose_working_on (SfComposer *self);
void sf_compose_heard (SfComposer *self);
void sf_compose_reach (SfComposer *self);
void sf_compose_how_we_do (SfComposer *self);
void sf_compose_safe (SfComposer *self);
void sf_compose_have_your_say (SfComposer *self);
/* of the head */
void sf_compose_practice (SfComposer *self);
void sf_compose_own_targets (SfComposer *self);
void sf_compose_own_evidence (SfComposer *self);
/* for who applies */
void sf_compose_purpose (SfComposer *self);
void sf_compose_post (SfComposer *self);
void sf_compose_duties (SfComposer *self);
void sf_compose_knowledge (SfComposer *self);
void sf_compose_qualities (SfComposer *self);
void sf_compose_source (SfComposer *self);
/* on paper */
void sf_compose_forms (SfComposer *self);

G_END_DECLS
