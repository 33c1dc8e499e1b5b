/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-document.h"

G_BEGIN_DECLS

/* What the writers of files (HTML, ODT) share. */

/* (transfer full): valid UTF-8 of characters that XML has; for texts that are no prose */
char *sf_write_clean (const char *text);

/* (transfer full): a path as a reference: everything but letters, digits and "-._~/" is escaped */
char *sf_write_escape_path (const char *path);

/* (transfer full): "#rrggbb" */
char *sf_write_color (SfColor color);

/* (transfer full) (nullable): a figure's chart as a table: a file that is edited has no painter.
 * %NULL for petals without words: they are grades, which no share of the whole stands for, and the
 * figure's alternative text has them all */
SfBlock *sf_write_tabulate_chart (const SfBlock *figure);

/* (transfer full): a block's picture, encoded anew, as base64 of a PNG */
char *sf_write_encode_picture (const SfPicture *picture);

/* Whether it is the heading that stands in place of a title page: the document's name. */
gboolean sf_write_is_name (SfDocument *document, const SfBlock *block);

/* The headings that a contents list names, in reading order, those of pairs too.
 * (transfer full) (element-type SfBlock) */
GPtrArray *sf_write_list_headings (SfDocument *document, guint deepest);

/* (transfer full): the heading's id, or one made of its place among all headings of the document */
char *sf_write_get_id (SfDocument *document, const SfBlock *heading);

G_END_DECLS
