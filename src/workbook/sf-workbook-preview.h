/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-attachment.h"
#include "workbook/sf-workbook-extract.h"

G_BEGIN_DECLS

/*
 * Showing attached files inside the window. They are taken apart in a sandbox, and only there;
 * where there is none, a sentence says so. Nothing of them is kept on disk outside the centre file.
 */

/* Larger files are neither shown nor searched, and open in their own program all the same. */
#define SF_PREVIEW_LIMIT (G_GINT64_CONSTANT (256) << 20)

/* SfWorkbook has a signal "extracted" (const char *digest): the small picture and the words of a
 * content came into the centre file, so lists load the picture again. */

/**
 * SfPreviewKind:
 * @SF_PREVIEW_NONE: nothing can be shown; the reason says why
 * @SF_PREVIEW_PICTURE: a page or a picture
 * @SF_PREVIEW_TEXT: its words
 *
 * What to show of a file.
 */
typedef enum
{
  SF_PREVIEW_NONE,
  SF_PREVIEW_PICTURE,
  SF_PREVIEW_TEXT,
} SfPreviewKind;

/**
 * SfPreview:
 * @kind: what to show
 * @page: which page it is, from 0
 * @n_pages: how many there are; 1 unless the file has pages
 * @picture: (nullable): the page or picture; for a text, the small picture that lay in the file
 * @text: (nullable): the words, or those of the page, for screen readers
 * @reason: (nullable): where nothing can be shown, a sentence that says why
 *
 * What a file looks like.
 */
typedef struct
{
  SfPreviewKind kind;
  guint page;
  guint n_pages;
  SfPicture *picture;
  char *text;
  char *reason;
} SfPreview;

void sf_preview_free (SfPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPreview, sf_preview_free)

/* @size: the longest side in pixels that the picture shall have, at most 2400. */
void sf_workbook_load_preview (SfWorkbook *self,
                               SfAttachment *attachment,
                               guint page,
                               guint size,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* Returns: (transfer full) (nullable): what can be shown, which may be nothing; NULL with @error
 * set where the contents could not be had or it was cancelled */
SfPreview *sf_workbook_load_preview_finish (SfWorkbook *self, GAsyncResult *result, GError **error);

G_END_DECLS
