/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_button_new:
 * @label: with a mnemonic ("_Create")
 *
 * A button with a word whose name is that word: gtk_button_new_with_mnemonic() gives a screen
 * reader the underline as well.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *sf_button_new (const char *label);

/* Another word on such a button. */
void sf_button_set_label (GtkWidget *button, const char *label);

G_END_DECLS
