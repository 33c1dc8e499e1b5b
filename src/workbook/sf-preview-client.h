/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The one that asks the preview helper. Files from outside are taken apart in another program, in a
 * sandbox that has no network and no files but that one: bubblewrap on a PC, the portal in the
 * Flatpak. Where there is neither, nothing is taken apart at all. Everything here waits, so it is
 * called from a thread; everything ends within a known time.
 */

/**
 * SfPreviewReply:
 * @title: (nullable): what the file says that it is called, one line
 * @date: (nullable): the date that it says, ISO 8601
 * @text: (nullable): its words, or those of the page
 * @width: of the picture; 0 where there is none
 * @height: of the picture
 * @pixels: (nullable): rows of red, green and blue bytes without gaps
 * @drawn: whether the picture is what the file shows, and not a small one that lay in it
 * @n_pages: 0 where it has none
 *
 * What the helper said, checked.
 */
typedef struct
{
  char *title;
  char *date;
  char *text;
  guint width;
  guint height;
  GBytes *pixels;
  gboolean drawn;
  guint n_pages;
} SfPreviewReply;

void sf_preview_reply_free (SfPreviewReply *reply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPreviewReply, sf_preview_reply_free)

/* Whether there is a sandbox, and the helper answers in it. Tried once. */
gboolean sf_preview_client_works (void);
/* Why not, for the user. */
const char *sf_preview_client_get_excuse (void);

/* @file: open for reading; stays the caller's
 * Returns: (transfer full) (nullable): NULL with SF_ERROR_NOT_FOUND where there is no sandbox,
 * SF_ERROR_CANCELLED, SF_ERROR_HOSTILE where the helper broke over the file, or SF_ERROR_BUSY where
 * it was not done in time or was ended from outside, which need not be the file's fault */
SfPreviewReply *sf_preview_client_look (int file, GCancellable *cancellable, GError **error);
SfPreviewReply *sf_preview_client_show (
    int file, guint page, guint side, GCancellable *cancellable, GError **error);

/* Takes the next bytes of the copy; FALSE with @error set ends it. */
typedef gboolean (*SfPreviewTake) (gconstpointer bytes,
                                   gsize length,
                                   gpointer data,
                                   GError **error);
/* A copy of a picture or film without what it tells of the camera and the place. Nothing is to be
 * kept of what was taken unless this returns TRUE. SF_ERROR_INVALID: not a kind that this is known
 * for. */
gboolean sf_preview_client_strip (
    int file, SfPreviewTake take, gpointer data, GCancellable *cancellable, GError **error);

/* How long the helper may let everybody wait; 0 for what is usual. */
void sf_preview_client_set_seconds_for_test (guint seconds);

G_END_DECLS
