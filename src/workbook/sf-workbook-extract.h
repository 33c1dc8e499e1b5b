/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-search.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* What is known of the contents of attached files: a small picture of each, and the words in them.
 * All of it is read by the writer between two steps. */

/**
 * SfPicture:
 * @width: in pixels
 * @height: in pixels
 * @pixels: rows of red, green and blue bytes without gaps
 *
 * A picture as GdkMemoryTexture takes it.
 */
typedef struct
{
  guint width;
  guint height;
  GBytes *pixels;
} SfPicture;

void sf_picture_free (SfPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPicture, sf_picture_free)

void sf_workbook_load_picture (SfWorkbook *self,
                               const char *digest,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* Returns: (transfer full) (nullable): NULL without error where there is no picture */
SfPicture *sf_workbook_load_picture_finish (SfWorkbook *self, GAsyncResult *result, GError **error);

/**
 * SfContentHit:
 * @digest: SHA-256 of a content; SfAttachment:digest of those whose file it is
 * @snippet: a line of its text around the first match
 * @ranges: the matches in @snippet, in order, not overlapping
 * @n_ranges: how many
 *
 * A file in which all words occur.
 */
typedef struct
{
  char *digest;
  char *snippet;
  SfSearchRange *ranges;
  guint n_ranges;
} SfContentHit;

void sf_content_hit_free (SfContentHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfContentHit, sf_content_hit_free)

void sf_workbook_search_contents (SfWorkbook *self,
                                  const char *query,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
/* Returns: (transfer full) (element-type SfContentHit): the best first */
GPtrArray *
sf_workbook_search_contents_finish (SfWorkbook *self, GAsyncResult *result, GError **error);

/* The same, waiting; for the command line and tests. */
SfPicture *sf_workbook_load_picture_sync (SfWorkbook *self, const char *digest, GError **error);
GPtrArray *
sf_workbook_search_contents_sync (SfWorkbook *self, const char *query, guint limit, GError **error);

G_END_DECLS
