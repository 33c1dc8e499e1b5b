/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* The contents of attachments: in pieces, kept once by digest, complete or not there. */

#define SF_CHUNK_SIZE (256 * 1024)
#define SF_CHUNKS_PER_TRANSACTION 4 /* 1 MB, so that steps slip between */

gboolean sf_content_begin (SfStore *store, gint64 *content, GError **error);
/* One transaction for up to SF_CHUNKS_PER_TRANSACTION pieces from piece number @sequence on. */
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
gboolean sf_content_discard (SfStore *store, gint64 content, GError **error);
gboolean sf_content_remove_incomplete (SfStore *store, GError **error);

gboolean
sf_content_find (SfStore *store, const char *digest, gint64 *content, gint64 *size, GError **error);
/* (transfer full) (nullable): piece number @sequence; NULL without error past the last */
GBytes *sf_content_read (SfStore *store, gint64 content, guint sequence, GError **error);

G_END_DECLS
