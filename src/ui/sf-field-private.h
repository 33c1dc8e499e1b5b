/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-field.h"

G_BEGIN_DECLS

/* What the kinds of fields share; nobody else includes this. */

/**
 * sf_field_new:
 * @row: (transfer floating): what stands under the label: the control, or a box with it in it
 * @control: what takes the focus and holds the text
 * @type: how to speak to @control
 */
GtkWidget *sf_field_new (SfContext *context,
                         guint column,
                         const char *label,
                         GtkWidget *row,
                         GtkWidget *control,
                         const SfBindingControl *type);
SfBinding *sf_field_get_binding (SfField *self);

/* An entry that tells @field when it was typed in, left, or Enter was pressed. */
GtkWidget *sf_field_entry_new (void);
void sf_field_connect_entry (SfField *self, GtkWidget *entry);
char *sf_field_entry_dup_text (gpointer control);
void sf_field_entry_set_text (gpointer control, const char *text);

G_END_DECLS
