/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

/*
 * The parts of a framework. Each is a small final GObject, made while the framework is read and
 * never changed afterwards. The framework owns them all: whatever a getter here or in
 * sf-framework.h returns is borrowed and valid as long as the SfFramework lives, so who keeps a
 * statement or an area beyond one function keeps a reference to the framework.
 */

G_BEGIN_DECLS

/**
 * SfSubject:
 * @SF_SUBJECT_CENTRE: judged by its effect on the centre's work
 * @SF_SUBJECT_HEAD: the head's own practice; never part of an area's grade, progress or report
 *
 * Whom a statement is about.
 */
typedef enum
{
  SF_SUBJECT_CENTRE,
  SF_SUBJECT_HEAD,
} SfSubject;

/**
 * SfScaleStyle:
 * @SF_SCALE_NUMERAL: levels are named by numeral and word: "2 Good"
 * @SF_SCALE_WORDS: levels are named by word alone: "Secure"; no numeral is ever shown
 */
typedef enum
{
  SF_SCALE_NUMERAL,
  SF_SCALE_WORDS,
} SfScaleStyle;

/**
 * SfMark:
 *
 * The shape that stands for a level in the window, the icon and the report, so that no meaning
 * hangs on colour alone. A scale of the head's practice has none.
 */
typedef enum
{
  SF_MARK_NONE,
  SF_MARK_STAR,
  SF_MARK_DISC,
  SF_MARK_HALF_DISC,
  SF_MARK_CROSSED_RING,
} SfMark;

/**
 * SfTone:
 *
 * How a level is coloured. The colours themselves belong to the style sheet and the report.
 */
typedef enum
{
  SF_TONE_NONE,
  SF_TONE_BEST,
  SF_TONE_GOOD,
  SF_TONE_WARN,
  SF_TONE_POOR,
} SfTone;

/**
 * SfEvidenceKind:
 * @SF_EVIDENCE_KIND_DATA: figures; "data" in a file
 * @SF_EVIDENCE_KIND_OBSERVATION: what was seen; "observation"
 * @SF_EVIDENCE_KIND_USERS_VIEWS: what families and other users said; "users-views"
 * @SF_EVIDENCE_KIND_DOCUMENT: a plan, minute, policy or record; "document"
 * @SF_EVIDENCE_KIND_EXTERNAL: the words of somebody outside the centre; "external"
 *
 * The five kinds of evidence, for suggestions here and for items of evidence in a workbook.
 */
typedef enum
{
  SF_EVIDENCE_KIND_DATA,
  SF_EVIDENCE_KIND_OBSERVATION,
  SF_EVIDENCE_KIND_USERS_VIEWS,
  SF_EVIDENCE_KIND_DOCUMENT,
  SF_EVIDENCE_KIND_EXTERNAL,
} SfEvidenceKind;

#define SF_N_EVIDENCE_KINDS 5

/**
 * sf_evidence_kind_to_string:
 *
 * Returns: the word that files use: "data", "observation", "users-views", "document", "external"
 */
const char *sf_evidence_kind_to_string (SfEvidenceKind kind);

/**
 * sf_evidence_kind_from_string:
 * @kind: (out): set only on success
 *
 * Returns: %FALSE if @text is none of the five words
 */
gboolean sf_evidence_kind_from_string (const char *text, SfEvidenceKind *kind);

/**
 * sf_evidence_kind_get_label:
 *
 * Returns: the kind in the user's language, for the screen and the report
 */
const char *sf_evidence_kind_get_label (SfEvidenceKind kind);

/**
 * SfSuggestedEvidence:
 * @kind: the kind
 * @text: an example of it for this statement
 */
typedef struct
{
  SfEvidenceKind kind;
  char *text;
} SfSuggestedEvidence;

/**
 * SfCrosswalk:
 * @framework: the id of another framework
 * @code: the code there of what asks much the same; it may be an area's or a statement's
 */
typedef struct
{
  char *framework;
  char *code;
} SfCrosswalk;

#define SF_TYPE_LEVEL (sf_level_get_type ())
G_DECLARE_FINAL_TYPE (SfLevel, sf_level, SF, LEVEL, GObject)

#define SF_TYPE_SCALE (sf_scale_get_type ())
G_DECLARE_FINAL_TYPE (SfScale, sf_scale, SF, SCALE, GObject)

#define SF_TYPE_KEY_AREA (sf_key_area_get_type ())
G_DECLARE_FINAL_TYPE (SfKeyArea, sf_key_area, SF, KEY_AREA, GObject)

#define SF_TYPE_GROUP (sf_group_get_type ())
G_DECLARE_FINAL_TYPE (SfGroup, sf_group, SF, GROUP, GObject)

#define SF_TYPE_STATEMENT (sf_statement_get_type ())
G_DECLARE_FINAL_TYPE (SfStatement, sf_statement, SF, STATEMENT, GObject)

/* --- level ------------------------------------------------------------------------------- */

/**
 * sf_level_get_value:
 *
 * Returns: the number that a judgement stores; 1 is the best, the others follow without a gap
 */
gint64 sf_level_get_value (SfLevel *self);

/**
 * sf_level_get_rank:
 *
 * Returns: the place in the scale, 0 for the best
 */
guint sf_level_get_rank (SfLevel *self);

const char *sf_level_get_name (SfLevel *self);

/**
 * sf_level_get_label:
 *
 * Returns: what is shown: "2 Good" in a scale of numerals, "Secure" in one of words
 */
const char *sf_level_get_label (SfLevel *self);

/**
 * sf_level_get_descriptor:
 *
 * Returns: one or two sentences that say when this level is the right one
 */
const char *sf_level_get_descriptor (SfLevel *self);
SfMark sf_level_get_mark (SfLevel *self);
SfTone sf_level_get_tone (SfLevel *self);

/* --- scale ------------------------------------------------------------------------------- */

const char *sf_scale_get_id (SfScale *self);
const char *sf_scale_get_title (SfScale *self);
SfScaleStyle sf_scale_get_style (SfScale *self);

/**
 * sf_scale_get_levels:
 *
 * Returns: (transfer none) (element-type SfLevel): the levels, best first; 2 to 7 of them
 */
GPtrArray *sf_scale_get_levels (SfScale *self);
guint sf_scale_get_n_levels (SfScale *self);

/**
 * sf_scale_find_level:
 *
 * Returns: (transfer none) (nullable): the level of that value, or %NULL if the scale lacks it
 */
SfLevel *sf_scale_find_level (SfScale *self, gint64 value);

/* --- key area ---------------------------------------------------------------------------- */

const char *sf_key_area_get_code (SfKeyArea *self);

/**
 * sf_key_area_get_section:
 *
 * Returns: the section of the publication, as the file writes it ("05")
 */
const char *sf_key_area_get_section (SfKeyArea *self);
const char *sf_key_area_get_title (SfKeyArea *self);

/**
 * sf_key_area_get_short_title:
 *
 * Returns: a word or two for the sidebar and the chart ("Learning")
 */
const char *sf_key_area_get_short_title (SfKeyArea *self);
const char *sf_key_area_get_introduction (SfKeyArea *self);

/**
 * sf_key_area_get_colour:
 *
 * Returns: "#rrggbb" for light backgrounds and paper
 */
const char *sf_key_area_get_colour (SfKeyArea *self);

/**
 * sf_key_area_get_dark_colour:
 *
 * Returns: "#rrggbb" for dark backgrounds
 */
const char *sf_key_area_get_dark_colour (SfKeyArea *self);

/**
 * sf_key_area_get_index:
 *
 * Returns: the area's place in the framework, from 0
 */
guint sf_key_area_get_index (SfKeyArea *self);

/**
 * sf_key_area_get_groups:
 *
 * Returns: (transfer none) (element-type SfGroup): at least one, in the file's order
 */
GPtrArray *sf_key_area_get_groups (SfKeyArea *self);

/**
 * sf_key_area_get_statements:
 *
 * Returns: (transfer none) (element-type SfStatement): those of all its groups, in order
 */
GPtrArray *sf_key_area_get_statements (SfKeyArea *self);

/**
 * sf_key_area_get_scale:
 *
 * The scale of the area's grade: that of its centre statements, which all share one. An area with
 * none of those has the scale of its first statement.
 *
 * Returns: (transfer none): never %NULL
 */
SfScale *sf_key_area_get_scale (SfKeyArea *self);

/* --- group ------------------------------------------------------------------------------- */

/**
 * sf_group_get_code:
 *
 * Returns: the letter or letters between the area and the number of a statement's code ("S")
 */
const char *sf_group_get_code (SfGroup *self);
const char *sf_group_get_title (SfGroup *self);

/**
 * sf_group_get_index:
 *
 * Returns: the group's place in its area, from 0
 */
guint sf_group_get_index (SfGroup *self);
SfKeyArea *sf_group_get_area (SfGroup *self);

/**
 * sf_group_get_statements:
 *
 * Returns: (transfer none) (element-type SfStatement): at least one, in the file's order
 */
GPtrArray *sf_group_get_statements (SfGroup *self);

/**
 * sf_group_get_subject:
 *
 * Returns: the subject of its statements, unless a statement says otherwise for itself
 */
SfSubject sf_group_get_subject (SfGroup *self);

/**
 * sf_group_get_scale:
 *
 * Returns: the scale of its statements, unless a statement says otherwise for itself
 */
SfScale *sf_group_get_scale (SfGroup *self);

/* --- statement --------------------------------------------------------------------------- */

/**
 * sf_statement_get_code:
 *
 * Returns: the stable code, unique in the framework ("LLD-S5")
 */
const char *sf_statement_get_code (SfStatement *self);

/**
 * sf_statement_get_short_code:
 *
 * Returns: the code without its area ("S5")
 */
const char *sf_statement_get_short_code (SfStatement *self);

/**
 * sf_statement_get_title:
 *
 * Returns: at most eight words, unique in the framework
 */
const char *sf_statement_get_title (SfStatement *self);

/**
 * sf_statement_get_text:
 *
 * Returns: the statement in the framework's words; for what is shown to a reader see
 *   sf_statement_get_shown_text() in sf-wording-pack.h
 */
const char *sf_statement_get_text (SfStatement *self);

/**
 * sf_statement_get_prompts:
 *
 * Returns: (transfer none) (array zero-terminated=1): two to four questions "what would we see?"
 */
const char *const *sf_statement_get_prompts (SfStatement *self);

/**
 * sf_statement_get_suggested_evidence:
 * @n: (out) (optional): how many, one to four
 *
 * Returns: (transfer none) (array length=n): suggestions in the file's order
 */
const SfSuggestedEvidence *sf_statement_get_suggested_evidence (SfStatement *self, gsize *n);

/**
 * sf_statement_get_crosswalks:
 * @n: (out) (optional): how many, often none
 *
 * Returns: (transfer none) (nullable) (array length=n): what asks the same in other frameworks
 */
const SfCrosswalk *sf_statement_get_crosswalks (SfStatement *self, gsize *n);
SfSubject sf_statement_get_subject (SfStatement *self);
SfScale *sf_statement_get_scale (SfStatement *self);
gboolean sf_statement_get_safeguarding (SfStatement *self);
SfKeyArea *sf_statement_get_area (SfStatement *self);
SfGroup *sf_statement_get_group (SfStatement *self);

/**
 * sf_statement_get_section:
 *
 * Returns: the section of the publication that it restates; its area's unless the file says more
 */
const char *sf_statement_get_section (SfStatement *self);

/**
 * sf_statement_get_position:
 *
 * Returns: its place in its group in the publication, from 1
 */
guint sf_statement_get_position (SfStatement *self);

/**
 * sf_statement_get_index:
 *
 * Returns: its place among all statements of the framework, from 0
 */
guint sf_statement_get_index (SfStatement *self);

G_END_DECLS
