/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfAddFunc:
 * @text: what was typed, without blanks around it, never empty
 * @data: user data
 *
 * Returns: whether it was taken; if not, what was typed stays
 */
typedef gboolean (*SfAddFunc) (const char *text, gpointer data);

/**
 * sf_add_button_new:
 * @label: what the button says, with a mnemonic
 * @icon: (nullable): an icon before it
 * @question: what is asked for ("What shall the target be called?")
 * @func: called with the answer
 * @data: user data, has to outlive the button
 *
 * A button that asks for a name in a popover and adds something of that name.
 *
 * Returns: (transfer floating) (type GtkMenuButton): the button
 */
GtkWidget *sf_add_button_new (
    const char *label, const char *icon, const char *question, SfAddFunc func, gpointer data);

/**
 * SfAddChoice:
 * @id: what is given to the function
 * @title: what it is called
 * @subtitle: (nullable): what it is
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *subtitle;
} SfAddChoice;

/**
 * sf_add_button_set_choices:
 * @button: what sf_add_button_new() made
 * @heading: what is offered ("From the list")
 * @choices: (array length=n_choices): copied; none takes the offer away
 * @func: called with the id of the one that is chosen, with the data of the button
 *
 * Offers some things by name, before one's own is asked for.
 */
void sf_add_button_set_choices (GtkWidget *button,
                                const char *heading,
                                const SfAddChoice *choices,
                                guint n_choices,
                                SfAddFunc func);

G_END_DECLS
