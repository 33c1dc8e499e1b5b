/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Spelling of what is written in a text view. Words are looked up in slices while nothing else
 * is to be done; the word at the cursor is left alone while it is being typed. */

/**
 * sf_spell_attach:
 * @view: a text view; spelling lives as long as it does
 * @settings: (nullable): the program's settings, whose "spell-check" and "spell-language" are
 *   followed; without them English of Britain is checked
 *
 * Underlines words that the dictionary lacks and offers others in the view's own menu. Without a
 * dictionary nothing is underlined and nothing is said.
 */
void sf_spell_attach (GtkTextView *view, GSettings *settings);

/**
 * sf_spell_is_available:
 * @language: for instance "en_GB"
 *
 * Returns: whether this computer has a dictionary for it
 */
gboolean sf_spell_is_available (const char *language);

/* Loads the dictionary of @settings (nullable, as above) and keeps it, for those who will ask. */
void sf_spell_load (GSettings *settings);

/* For a view that it is attached to, whose words are confidential: none is added to the dictionary,
 * which is a file of the person's. */
void sf_spell_keep_dictionary (GtkTextView *view);

G_END_DECLS
