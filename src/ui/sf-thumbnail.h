/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfThumbnail:
 *
 * The small picture of a file in a row, or the icon of its kind. It is of one size whatever it
 * shows, so that a picture that comes later moves nothing, and says nothing to a screen reader: the
 * row does.
 */
#define SF_TYPE_THUMBNAIL (sf_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (SfThumbnail, sf_thumbnail, SF, THUMBNAIL, GtkWidget)

/* @side: how wide and high, in pixels */
GtkWidget *sf_thumbnail_new (SfContext *context, int side);

/* The file (nullable) whose picture is shown; @icon where there is none. */
void sf_thumbnail_show (SfThumbnail *self, SfAttachment *attachment, const char *icon);

/* The picture of the first file of @evidence; otherwise an icon for a web link, for paper, or for
 * its lack of anything. */
void sf_thumbnail_show_evidence (SfThumbnail *self, SfEvidence *evidence);

G_END_DECLS
