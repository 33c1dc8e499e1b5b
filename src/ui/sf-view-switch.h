/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfViewSwitch:
 *
 * Two buttons side by side, one of which is pressed: the list, or another view of what is in it.
 *
 * Signal: "switched": the other one is pressed now.
 */
#define SF_TYPE_VIEW_SWITCH (sf_view_switch_get_type ())
G_DECLARE_FINAL_TYPE (SfViewSwitch, sf_view_switch, SF, VIEW_SWITCH, GtkBox)

/* @label: what the other view is called, with a mnemonic */
GtkWidget *sf_view_switch_new (const char *label);

/* Whether the other view is chosen, not the list. */
gboolean sf_view_switch_get_other (SfViewSwitch *self);
void sf_view_switch_set_other (SfViewSwitch *self, gboolean other);

G_END_DECLS
