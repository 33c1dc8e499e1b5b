/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfChooser:
 *
 * A button that lets one look for one of many things by its words. It writes nothing: "chosen"
 * (key, or NULL for what stands for none) tells which it was.
 */
#define SF_TYPE_CHOOSER (sf_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SfChooser, sf_chooser, SF, CHOOSER, AdwBin)

/* Called each time it opens: appends what may be chosen, or leaves what is there. */
typedef void (*SfChooserFill) (SfChooser *self, gpointer data);

/**
 * sf_chooser_new:
 * @label: what the button says, with a mnemonic
 * @search: what is asked for in the entry
 * @list: the list's name for a screen reader
 * @nothing: what is said when nothing has the words
 * @fill: fills the list
 * @data: (transfer full): for @fill
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *sf_chooser_new (const char *label,
                           const char *search,
                           const char *list,
                           const char *nothing,
                           SfChooserFill fill,
                           gpointer data,
                           GDestroyNotify destroy);

gboolean sf_chooser_is_empty (SfChooser *self);
void sf_chooser_clear (SfChooser *self);

/**
 * sf_chooser_append:
 * @key: (nullable): what "chosen" tells; %NULL stands for none of them
 * @title: the first line
 * @subtitle: (nullable): the second
 * @header: (nullable): stands above the first of those that have the same
 * @words: (nullable): what is looked through; %NULL is shown only while nothing is looked for
 */
void sf_chooser_append (SfChooser *self,
                        const char *key,
                        const char *title,
                        const char *subtitle,
                        const char *header,
                        const char *words);

G_END_DECLS
