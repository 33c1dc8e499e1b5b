/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfColumns:
 *
 * Up to three columns that fold by the widths they need at the present text size: the list, the
 * main part (an editor), and an aside. With less room the aside comes to lie under the main part;
 * with less still, either the list or the main part is shown. Main part and aside scroll together
 * here, never inside; the list brings its own scrolled window.
 *
 * Properties: "list", "main", "aside" (widgets, each nullable), "folded" (read-only: list and
 * main part are not side by side), "showing-main" (while folded; kept otherwise), and the widths
 * asked for, in characters: "list-chars" (default 40), "main-chars" (54), "aside-chars" (34).
 * All notified.
 */
#define SF_TYPE_COLUMNS (sf_columns_get_type ())
G_DECLARE_FINAL_TYPE (SfColumns, sf_columns, SF, COLUMNS, GtkWidget)

GtkWidget *sf_columns_new (void);

void sf_columns_set_list (SfColumns *self, GtkWidget *list);
void sf_columns_set_main (SfColumns *self, GtkWidget *main);
void sf_columns_set_aside (SfColumns *self, GtkWidget *aside);
GtkWidget *sf_columns_get_list (SfColumns *self);
GtkWidget *sf_columns_get_main (SfColumns *self);
GtkWidget *sf_columns_get_aside (SfColumns *self);
void sf_columns_set_chars (SfColumns *self, guint list, guint main, guint aside);

gboolean sf_columns_get_folded (SfColumns *self);
gboolean sf_columns_get_showing_main (SfColumns *self);
/* Called by the page when something in the list is chosen (TRUE); by the back button (FALSE). */
void sf_columns_show_main (SfColumns *self, gboolean main);

/* Where the aside lies under the main part, a button that says @label stands above that and leads
 * to it; NULL: nothing is there to lead to. */
void sf_columns_set_way (SfColumns *self, const char *label);

/* The least width in which list and main part stand side by side; the shell keeps its sidebar
 * only beside that much. */
int sf_columns_get_wide_width (SfColumns *self);
/* The vertical adjustment of main part and aside, to go back to the top. */
GtkAdjustment *sf_columns_get_vadjustment (SfColumns *self);

/* Least width of @widget's text in pixels for so many characters at its present text size. */
int sf_chars_to_pixels (GtkWidget *widget, guint chars);

G_END_DECLS
