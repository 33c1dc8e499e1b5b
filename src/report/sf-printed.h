/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/**
 * SfPrinted:
 *
 * The words of a document, to look others up in: whether something that somebody wrote stands in
 * it, in any case and with whatever space between its words.
 */
typedef struct _SfPrinted SfPrinted;

/* @but: (nullable): a line of a title page that is passed over */
SfPrinted *sf_printed_new (SfDocument *document, const char *but);
void sf_printed_free (SfPrinted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPrinted, sf_printed_free)

/* Whether the line may be in it, whole or cut short at its end: quick, and right unless another
 * text begins with the same letters. */
gboolean sf_printed_may_have_line (const SfPrinted *self, const char *line);

/* The same of any line of a text. */
gboolean sf_printed_may_have_text (const SfPrinted *self, const char *text);

/* How often these very words are in it. */
guint sf_printed_count (const SfPrinted *self, const char *words, gssize length);

/* (transfer full): words as they are compared: in lower case, with one space between them */
char *sf_printed_fold (const char *text, gssize length);

G_END_DECLS
