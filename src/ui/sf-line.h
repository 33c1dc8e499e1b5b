/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfLine:
 *
 * Widgets beside each other, for texts that wrap. A horizontal GtkBox asks each of its children how
 * narrow it can be at the height of the line, which makes a GtkLabel lay its text out again and
 * again in search of that width, at each change of any text of the page. A line asks how wide its
 * children want to be, shares its width out, and asks how high they are then: one layout each.
 *
 * Properties: "spacing" (pixels between the children), "homogeneous" (all of the same width).
 * Otherwise who wants to expand horizontally has what is left over.
 */
#define SF_TYPE_LINE (sf_line_get_type ())
G_DECLARE_FINAL_TYPE (SfLine, sf_line, SF, LINE, GtkWidget)

/* Returns: (transfer floating): an empty line */
GtkWidget *sf_line_new (int spacing);

/* @child: (transfer floating): at the end of the line */
void sf_line_append (SfLine *self, GtkWidget *child);

/* @child: one of the line */
void sf_line_remove (SfLine *self, GtkWidget *child);

void sf_line_set_homogeneous (SfLine *self, gboolean homogeneous);

G_END_DECLS
