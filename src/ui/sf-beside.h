/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfBeside:
 *
 * The inside of an SfColumns: main part and aside, next to each other or one under the other.
 * Private to it.
 */
#define SF_TYPE_BESIDE (sf_beside_get_type ())
G_DECLARE_FINAL_TYPE (SfBeside, sf_beside, SF, BESIDE, GtkWidget)

#define SF_COLUMNS_GAP 18

GtkWidget *sf_beside_new (void);
void sf_beside_set_main (SfBeside *self, GtkWidget *main);
void sf_beside_set_aside (SfBeside *self, GtkWidget *aside);
GtkWidget *sf_beside_get_main (SfBeside *self);
GtkWidget *sf_beside_get_aside (SfBeside *self);
/* What stands above the main part while the aside lies under it, and leads there. */
void sf_beside_set_way (SfBeside *self, GtkWidget *way);
/* the widths from which on they stand side by side, in pixels */
void sf_beside_set_widths (SfBeside *self, int main, int aside);

G_END_DECLS
