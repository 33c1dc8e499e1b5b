/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* What was made of the contents of files: a small picture, what a file says of itself, its words.
 * One row for each content, also where nothing could be made; the index of words goes with it. */

#define SF_EXTRACT_PICTURE_LIMIT 512       /* pixels, either way; the schema's */
#define SF_EXTRACT_TEXT_LIMIT (256 * 1024) /* bytes; more is cut, so that no step waits long */

/**
 * SfExtract:
 * @made: whether anything could be made of the content
 * @title: (nullable): what the file says that it is called
 * @dated_on: (nullable): the date that it says, ISO 8601
 * @text: (nullable): its words
 * @width: of the picture; 0 where there is none
 * @height: of the picture
 * @picture: (nullable): rows of red, green and blue bytes without gaps
 *
 * What the preview helper made of one content.
 */
typedef struct
{
  gboolean made;
  char *title;
  char *dated_on;
  char *text;
  guint width;
  guint height;
  GBytes *picture;
} SfExtract;

void sf_extract_free (SfExtract *extract);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfExtract, sf_extract_free)

/* Puts, in a transaction of its own, what was made in the place of what was there. A content that
 * has gone meanwhile gets nothing, and that is no error. */
gboolean
sf_extract_put (SfStore *store, const char *digest, const SfExtract *extract, GError **error);
/* Within an open transaction, before the content goes. Nothing where there is nothing. */
gboolean sf_extract_remove (SfStore *store, gint64 content, GError **error);
/* After an erasure: the words themselves leave the index. In pieces; call it until @finished. */
gboolean sf_extract_optimize_some (SfStore *store, gboolean *finished, GError **error);

/* Returns: (transfer full) (nullable): all but the text; NULL without error where there is none */
SfExtract *sf_extract_get (SfStore *store, const char *digest, GError **error);
/* Returns: (transfer full) (nullable): the text alone */
char *sf_extract_get_text (SfStore *store, gint64 extract, GError **error);

/**
 * SfExtractLack:
 *
 * A content that nobody has looked into yet, and the name under which it was attached.
 */
typedef struct
{
  gint64 content; /* 0: there is none */
  gint64 size;
  char *digest;
  char *name;
} SfExtractLack;

void sf_extract_lack_clear (SfExtractLack *lack);
/* The first content after number @after that lacks an extract. */
gboolean sf_extract_find_lack (SfStore *store, gint64 after, SfExtractLack *lack, GError **error);

/**
 * SfExtractMatch:
 * @extract: for sf_extract_get_text()
 * @digest: SHA-256 of the content
 */
typedef struct
{
  gint64 extract;
  char *digest;
} SfExtractMatch;

/* Returns: (transfer full) (element-type SfExtractMatch): the best first */
GPtrArray *sf_extract_search (SfStore *store, const char *query, guint limit, GError **error);

/* Whether the index says what the texts say; DAMAGED where it does not. */
gboolean sf_extract_check_index (SfStore *store, GError **error);
/* Makes the index anew from the texts. */
gboolean sf_extract_rebuild_index (SfStore *store, GError **error);

G_END_DECLS
