/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-evidence-index.h"
#include "model/sf-search.h"
#include "ui/sf-mark.h"
#include "ui/sf-thumbnails.h"

G_BEGIN_DECLS

#define SF_EVIDENCE_ROW_MARKS 4

/**
 * SfEvidenceText:
 * @title: its title
 * @line: its kind and date
 * @use: the codes of its statements, or that it is not used yet
 * @ending: (nullable): of its first file: "PDF"
 * @icon: a symbolic icon's name, for where there is no picture
 * @digest: (nullable): of its first file
 * @unused: it has no statement
 * @marks: what has to be known of it, each a shape, a tone and a word (borrowed)
 * @n_marks: how many
 *
 * What a row says.
 */
typedef struct
{
  char *title;
  char *line;
  char *use;
  char *ending;
  const char *icon;
  char *digest;
  gboolean unused;
  struct
  {
    SfShape shape;
    SfTone tone;
    const char *word;
  } marks[SF_EVIDENCE_ROW_MARKS];
  guint n_marks;
} SfEvidenceText;

void sf_evidence_text_clear (SfEvidenceText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfEvidenceText, sf_evidence_text_clear)
void sf_evidence_text_describe (SfEvidenceText *self, SfEvidenceIndex *index, SfEvidence *evidence);
/* Returns: (transfer full): all of it in one line, for a screen reader */
char *sf_evidence_text_to_name (const SfEvidenceText *self);

/* What is said when @evidence (element-type SfEvidence) went off the list, or @back onto it. */
char *sf_evidence_text_tell_retired (GPtrArray *evidence, gboolean back);

/**
 * SfEvidenceRow:
 *
 * One piece of evidence in a long list: a small picture, three lines and marks. It draws itself and
 * is as high as its font asks for, whatever it says, so that rows that are not seen cost next to
 * nothing. It has no name of its own: the list names what it lies in.
 *
 * Signal: "excerpt-wanted": it is drawn and would show a line from its file.
 */
#define SF_TYPE_EVIDENCE_ROW (sf_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidenceRow, sf_evidence_row, SF, EVIDENCE_ROW, GtkWidget)

/* @gauge: a widget of the same font that outlives the row, by which all rows are measured. */
GtkWidget *sf_evidence_row_new (SfThumbnails *thumbnails, GtkWidget *gauge);

/* @text: (transfer full): taken over and left empty */
void sf_evidence_row_set_text (SfEvidenceRow *self, SfEvidenceText *text);
const char *sf_evidence_row_get_digest (SfEvidenceRow *self);

/* The list was scrolled: it may be near enough now to be drawn. */
void sf_evidence_row_scrolled (SfEvidenceRow *self);

/* Whether it shows a line from its file, and asks for it when it is drawn. */
void sf_evidence_row_want_excerpt (SfEvidenceRow *self, gboolean wanted);
/* A line with matches in bold in the place of its second line; NULL takes it away. */
void sf_evidence_row_set_excerpt (SfEvidenceRow *self,
                                  const char *excerpt,
                                  const SfSearchRange *ranges,
                                  guint n_ranges);

G_END_DECLS
