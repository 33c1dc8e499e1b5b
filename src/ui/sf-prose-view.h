/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfProseView:
 *
 * A text view for prose that is as high as what is written in it, so that only the page scrolls.
 * It keeps its cursor in sight while one types or moves in it, shows a placeholder while it is
 * empty, and lets Tab go on to the next field.
 */
#define SF_TYPE_PROSE_VIEW (sf_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (SfProseView, sf_prose_view, SF, PROSE_VIEW, GtkTextView)

GtkWidget *sf_prose_view_new (void);

/**
 * sf_prose_view_set_placeholder:
 * @text: (nullable): what is said in grey while nothing is written
 */
void sf_prose_view_set_placeholder (SfProseView *self, const char *text);

/* The least height, in lines of text; 2 unless told. */
void sf_prose_view_set_least_lines (SfProseView *self, guint lines);

/* Everything that is written. (transfer full) */
char *sf_prose_view_dup_text (SfProseView *self);
/* Replaces everything, and forgets what could be undone in the view. */
void sf_prose_view_set_text (SfProseView *self, const char *text);

G_END_DECLS
