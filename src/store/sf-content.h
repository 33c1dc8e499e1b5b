/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* The contents of attachments: in pieces, kept once by digest, complete or not there. */

#define SF_CHUNK_SIZE (256 * 1024)
#define SF_CHUNKS_PER_TRANSACTION 4 /* 1 MB, so that steps slip between */
/* What is added: 4 MB, for each transaction waits for the disk several times, whatever its size.
 * New pages need no journal. A step that is asked for meanwhile waits for one such transaction. */
#define SF_CONTENT_TRANSACTION ((gsize)SF_CHUNK_SIZE * 16)

/**
 * SfContentPart:
 * @content: 0 for the beginning of a content; its number afterwards, 0 where it was there already
 * @sequence: the number of the first chunk
 * @data: the bytes: full chunks, unless they are the last
 * @length: how many
 * @digest: (nullable): SHA-256 of all of it, with the last part
 * @size: of all of it, with the last part
 * @kept: with the last part: whether it is kept; %FALSE where the same contents were there
 *   already. What came of it before, under @content, is to be discarded then.
 *
 * A part of a content, or all of it.
 */
typedef struct
{
  gint64 content;
  guint sequence;
  gconstpointer data;
  gsize length;
  const char *digest;
  gint64 size;
  gboolean kept;
} SfContentPart;

/* All parts in one transaction; they are together at most %SF_CONTENT_TRANSACTION bytes. */
gboolean sf_content_write (SfStore *store, SfContentPart *parts, guint n_parts, GError **error);
/* What is there: adds to the sets of digests (char *) and sizes (gint64 *), which own their keys */
gboolean sf_content_list (SfStore *store, GHashTable *digests, GHashTable *sizes, GError **error);

gboolean sf_content_begin (SfStore *store, gint64 *content, GError **error);
/* One transaction, from piece number @sequence on. */
gboolean sf_content_append (SfStore *store,
                            gint64 content,
                            guint sequence,
                            gconstpointer data,
                            gsize length,
                            GError **error);
/* Says what it was. @kept FALSE: the same contents are there already; discard these. */
gboolean sf_content_finish (SfStore *store,
                            gint64 content,
                            const char *digest,
                            gint64 size,
                            gboolean *kept,
                            GError **error);
gboolean
sf_content_discard_some (SfStore *store, gint64 content, gboolean *finished, GError **error);
/* As many of @contents, from the end, as make up to 1 MB, in one transaction. They leave the array.
 */
gboolean sf_content_discard_many (SfStore *store, GArray *contents, GError **error);
gboolean sf_content_disown (SfStore *store, GArray *contents, GArray *going, GError **error);
gboolean sf_content_discard (SfStore *store, gint64 content, GError **error);
GArray *sf_content_list_leftovers (SfStore *store, GError **error);
gboolean sf_content_remove_leftovers (SfStore *store, GError **error);

gboolean
sf_content_find (SfStore *store, const char *digest, gint64 *content, gint64 *size, GError **error);
/* (transfer full) (nullable): piece number @sequence; NULL without error past the last */
GBytes *sf_content_read (SfStore *store, gint64 content, guint sequence, GError **error);

G_END_DECLS
