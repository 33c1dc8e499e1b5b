/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-added-item.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfAddedRow:
 *
 * A row of the list of what was added: its file, and title, date and kind, written straight into
 * its item.
 */
#define SF_TYPE_ADDED_ROW (sf_added_row_get_type ())
G_DECLARE_FINAL_TYPE (SfAddedRow, sf_added_row, SF, ADDED_ROW, GtkBox)

/* The last of the fields: title, date, kind. */
#define SF_ADDED_KIND_FIELD 2

GtkWidget *sf_added_row_new (SfContext *context);
/* @item: (nullable): NULL lets go of the one it shows */
void sf_added_row_show (SfAddedRow *self, SfAddedItem *item);

/* (nullable): what it shows */
SfAddedItem *sf_added_row_get_item (SfAddedRow *self);
/* Which of its fields has the focus, from the left; -1 for none. */
int sf_added_row_get_field (SfAddedRow *self);
/* Puts the focus on that field; the last where there are not so many. */
void sf_added_row_focus_field (SfAddedRow *self, guint field);

/* A drop-down of the kinds of evidence; @first: (nullable): what stands above them */
GtkWidget *sf_added_row_new_kinds (const char *first);

G_END_DECLS
