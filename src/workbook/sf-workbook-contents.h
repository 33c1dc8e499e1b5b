/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-extract.h"

G_BEGIN_DECLS

/* Search in the words of files for a list that is seen a few rows at a time: first which files
 * there are, which is quick however many, then a line of one file when its row is seen. */

/**
 * SfContentMatch:
 * @extract: for sf_workbook_load_excerpt()
 * @digest: SHA-256 of the content
 */
typedef struct
{
  gint64 extract;
  char *digest;
} SfContentMatch;

void sf_content_match_free (SfContentMatch *match);

void sf_workbook_list_contents (SfWorkbook *self,
                                const char *query,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* Returns: (transfer full) (element-type SfContentMatch): the best first */
GPtrArray *
sf_workbook_list_contents_finish (SfWorkbook *self, GAsyncResult *result, GError **error);

void sf_workbook_load_excerpt (SfWorkbook *self,
                               gint64 extract,
                               const char *query,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* Returns: (transfer full): without a digest */
SfContentHit *
sf_workbook_load_excerpt_finish (SfWorkbook *self, GAsyncResult *result, GError **error);

G_END_DECLS
