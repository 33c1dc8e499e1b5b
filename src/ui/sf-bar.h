/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfBar:
 *
 * A bar under the head bar that says what must not be missed (not saved, only to read) or how far
 * long work has come, with what can be done about it.
 */
#define SF_TYPE_BAR (sf_bar_get_type ())
G_DECLARE_FINAL_TYPE (SfBar, sf_bar, SF, BAR, GtkWidget)

/* @css_class: "warning", "error" or NULL */
GtkWidget *sf_bar_new (const char *icon, const char *css_class);
/* A button, from left to right; @action as in gtk_actionable_set_detailed_action_name(). */
void sf_bar_add_button (SfBar *self, const char *label, const char *action);
/* NULL or "" puts the bar away. */
void sf_bar_set_text (SfBar *self, const char *text);
/* 0 to 1; less than 0: there is no saying. Without a call there is no progress bar. */
void sf_bar_set_fraction (SfBar *self, double fraction);

G_END_DECLS
