/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfZoomView:
 *
 * A picture, as large as there is room for or as large as it was zoomed; then it scrolls, with the
 * arrows too.
 *
 * Signal: "zoomed" (pixels): its longest side shall be so large; who has a finer picture may show
 * that.
 */
#define SF_TYPE_ZOOM_VIEW (sf_zoom_view_get_type ())
G_DECLARE_FINAL_TYPE (SfZoomView, sf_zoom_view, SF, ZOOM_VIEW, AdwBin)

GtkWidget *sf_zoom_view_new (void);

/* @texture: (nullable). The size on the screen stays, where the picture has the same shape. */
void sf_zoom_view_show (SfZoomView *self, GdkTexture *texture);
/* What a screen reader says: what it is, and (nullable) the words in it. */
void sf_zoom_view_describe (SfZoomView *self, const char *name, const char *text);

void sf_zoom_view_zoom_in (SfZoomView *self);
void sf_zoom_view_zoom_out (SfZoomView *self);
void sf_zoom_view_fit (SfZoomView *self);
/* Back to the beginning of a page. */
void sf_zoom_view_go_top (SfZoomView *self);

G_END_DECLS
