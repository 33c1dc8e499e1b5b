/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-added-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfAddedRow:
 *
 * A row of the list of what was added: title, date and kind, written straight into its item.
 */
#define SF_TYPE_ADDED_ROW (sf_added_row_get_type ())
G_DECLARE_FINAL_TYPE (SfAddedRow, sf_added_row, SF, ADDED_ROW, GtkBox)

GtkWidget *sf_added_row_new (void);
/* @item: (nullable): NULL lets go of the one it shows */
void sf_added_row_show (SfAddedRow *self, SfAddedItem *item);

/* A drop-down of the kinds of evidence; @first: (nullable): what stands above them */
GtkWidget *sf_added_row_new_kinds (const char *first);

G_END_DECLS
