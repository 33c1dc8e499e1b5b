/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_drop_down_new:
 * @words: (transfer full): a list of words
 *
 * A drop-down whose rows a screen reader can tell: in GTK 4.8 the rows that GTK makes by itself
 * have no name. Name the drop-down with sf_part_set_name() or sf_part_set_labelled_by().
 *
 * Returns: (transfer floating): the drop-down, a GtkDropDown
 */
GtkWidget *sf_drop_down_new (GtkStringList *words);

/* The same for an array that ends with NULL. */
GtkWidget *sf_drop_down_new_from_strings (const char *const *words);

G_END_DECLS
