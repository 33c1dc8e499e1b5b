/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfAudience:
 * @SF_AUDIENCE_GOVERNORS: the governing body: the accountability report
 * @SF_AUDIENCE_PARENTS: parents and community, and so everybody
 * @SF_AUDIENCE_AUTHORITY: the local authority, at the annual conversation
 * @SF_AUDIENCE_STAFF: those who work at the centre
 * @SF_AUDIENCE_HEAD: the head alone: what is judged of the head
 * @SF_AUDIENCE_JOB_DESCRIPTION: who applies to be head: what the post answers for
 * @SF_AUDIENCE_PERSON_SPECIFICATION: who applies to be head: what is asked of them
 * @SF_AUDIENCE_FORMS: who judges on paper: blank forms
 *
 * For whom a report is made. What each of them may see:
 *
 * - Prose of the file is shown as its column says (#SfColumnFlags): LEAVES_BOARD to the governing
 *   body, LEAVES_AUTHORITY to the authority, LEAVES_OPEN to parents. Staff have of it what the
 *   governing body has, but nothing on finance and staffing.
 * - What is judged of the head, targets for it, and evidence that is linked to nothing else: the
 *   head alone.
 * - Figures of outcome data: as sf-outcome-published.h lets them out, whoever reads them. Exact
 *   counts leave in a sealed return only.
 * - Evidence is named to the governing body and the authority if its sensitivity is "open" or
 *   "board"; to the head, unless it is "restricted"; to nobody else.
 * - What a contributor judged, and records of performance management: nobody; what contributors
 *   said of the head, the head.
 * - A job description and a person specification have nothing that was judged, of anybody, and not
 *   the name of who holds the post. Forms are blank.
 */
typedef enum
{
  SF_AUDIENCE_GOVERNORS,
  SF_AUDIENCE_PARENTS,
  SF_AUDIENCE_AUTHORITY,
  SF_AUDIENCE_STAFF,
  SF_AUDIENCE_HEAD,
  SF_AUDIENCE_JOB_DESCRIPTION,
  SF_AUDIENCE_PERSON_SPECIFICATION,
  SF_AUDIENCE_FORMS,
} SfAudience;

#define SF_N_AUDIENCES 8

/* The word of files and of the command line: that of %SF_VOCABULARY_AUDIENCE. */
const char *sf_audience_get_id (SfAudience self);
/* Whether @id (nullable) is one; @self (out) is set only then. */
gboolean sf_audience_find (const char *id, SfAudience *self);

/* In the user's language: "Governing body", and a sentence. */
const char *sf_audience_get_name (SfAudience self);
const char *sf_audience_get_description (SfAudience self);

/* How many pages at most, without an annex; 0: as many as it takes. */
guint sf_audience_get_max_pages (SfAudience self);
/* A file of it is for the eyes of who writes it alone. */
gboolean sf_audience_is_confidential (SfAudience self);
gboolean sf_audience_has_annex (SfAudience self);
/* Whether it is made of statements that somebody chooses; whether each is essential or not. */
gboolean sf_audience_has_statements (SfAudience self);
gboolean sf_audience_has_requirements (SfAudience self);
/* Whether it can be of one key area. */
gboolean sf_audience_has_area (SfAudience self);
/* Whether figures of outcome data may stand in it, were it as values of targets only. */
gboolean sf_audience_has_outcomes (SfAudience self);
/* Whether statements are told by their codes in it, an annex apart. */
gboolean sf_audience_has_codes (SfAudience self);
/* Whether evidence of that sensitivity may be named in it. */
gboolean sf_audience_may_name (SfAudience self, const char *sensitivity);

/**
 * SfSectionInfo:
 * @id: stable: the file keeps it
 * @title: in the user's language
 * @required: may not be left out: without it the report would be more favourable than the
 *   evaluation is. That is so of the summary with its grades, safeguarding, progress on what was
 *   agreed, what was not judged, and of what a document consists of. What is left out is named at
 *   the beginning, so that no reader takes a part for the whole.
 * @pinned: stands at the beginning or at the end whatever the order
 */
typedef struct
{
  const char *id;
  const char *title;
  gboolean required;
  gboolean pinned;
} SfSectionInfo;

/**
 * sf_audience_list_sections:
 *
 * Returns: (transfer full) (element-type SfSectionInfo): the sections of its report in the usual
 *   order; the array frees its elements
 */
GPtrArray *sf_audience_list_sections (SfAudience self);

G_END_DECLS
