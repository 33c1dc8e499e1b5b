/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-mark.h"

G_BEGIN_DECLS

/**
 * SfSpanKind:
 * @SF_SPAN_PLAIN: as the style sheet sets it
 * @SF_SPAN_STRONG: bold
 * @SF_SPAN_EMPHASIS: italic
 * @SF_SPAN_SMALL: smaller and quieter; in large print as large as the rest
 * @SF_SPAN_CHIP: a grade or a status: a mark and its word
 * @SF_SPAN_LINK: leads to the heading whose id is the span's target
 * @SF_SPAN_WEB: leads to the address of the web that is the span's target
 * @SF_SPAN_FILE: leads to the file beside the document whose path is the span's target
 */
typedef enum
{
  SF_SPAN_PLAIN,
  SF_SPAN_STRONG,
  SF_SPAN_EMPHASIS,
  SF_SPAN_SMALL,
  SF_SPAN_CHIP,
  SF_SPAN_LINK,
  SF_SPAN_WEB,
  SF_SPAN_FILE,
} SfSpanKind;

/**
 * SfChipTone:
 *
 * How the style sheet colours a chip. The word and the mark say the same without colour.
 */
typedef enum
{
  SF_CHIP_TONE_NEUTRAL,
  SF_CHIP_TONE_BEST,
  SF_CHIP_TONE_GOOD,
  SF_CHIP_TONE_WARN,
  SF_CHIP_TONE_POOR,
} SfChipTone;

#define SF_N_CHIP_TONES (SF_CHIP_TONE_POOR + 1)

/**
 * SfSpan:
 * @kind: what it is
 * @text: the words, valid UTF-8 without control characters but line feeds
 * @shape: of a chip
 * @tone: of a chip
 * @target: (nullable): of a link, where it leads
 * @language: (nullable): where it is not the document's, "cy" for instance
 *
 * A run of text of one kind. Painters read it; only the functions of #SfProse make one.
 */
typedef struct
{
  SfSpanKind kind;
  char *text;
  SfShape shape;
  SfChipTone tone;
  char *target;
  char *language;
} SfSpan;

/**
 * SfProse:
 *
 * The text of a paragraph, a heading, a list item or a part of a table cell: spans in order. It is
 * user text: nothing in it is markup.
 */
typedef struct _SfProse SfProse;

/**
 * sf_prose_new:
 * @text: (nullable): a first plain span
 *
 * Returns: (transfer full): freed with sf_prose_free(), or given away to a block
 */
SfProse *sf_prose_new (const char *text);
SfProse *sf_prose_copy (const SfProse *self);
void sf_prose_free (SfProse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfProse, sf_prose_free)

/**
 * sf_prose_add:
 * @kind: not a chip or a link, which have functions of their own
 *
 * Adds a span; an empty text adds nothing.
 *
 * Returns: (transfer none): @self, so that calls can be chained
 */
SfProse *sf_prose_add (SfProse *self, SfSpanKind kind, const char *text);
SfProse *
sf_prose_add_in_language (SfProse *self, SfSpanKind kind, const char *text, const char *language);

/**
 * sf_prose_add_chip:
 * @word: what the mark means; never empty
 *
 * Returns: (transfer none): @self
 */
SfProse *sf_prose_add_chip (SfProse *self, SfShape shape, SfChipTone tone, const char *word);

/**
 * sf_prose_add_link:
 * @target: the id of a heading of the same document
 *
 * Returns: (transfer none): @self
 */
SfProse *sf_prose_add_link (SfProse *self, const char *text, const char *target);

/**
 * sf_prose_add_web_link:
 * @address: where it leads; what is not of the web (http or https) is no link, and its text is
 *   added as it is
 *
 * A page of paper shows the text as a link that leads nowhere, so the text had better be the
 * address.
 *
 * Returns: (transfer none): @self
 */
SfProse *sf_prose_add_web_link (SfProse *self, const char *text, const char *address);

/**
 * sf_prose_add_file_link:
 * @path: of a file that lies with the document, relative to its folder, with "/" between the
 *   parts; what leads out of the folder is no link
 *
 * Returns: (transfer none): @self
 */
SfProse *sf_prose_add_file_link (SfProse *self, const char *text, const char *path);

guint sf_prose_get_n_spans (const SfProse *self);
const SfSpan *sf_prose_get_span (const SfProse *self, guint index);

/**
 * sf_prose_get_text:
 *
 * Returns: (transfer none): the text of all spans, one after the other; source ranges of the
 *   display list are bytes of this string
 */
const char *sf_prose_get_text (const SfProse *self);

G_END_DECLS
