/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfFaultList:
 *
 * What was not taken and why, one sentence a line, however many there are: it scrolls, and can be
 * copied whole.
 */
#define SF_TYPE_FAULT_LIST (sf_fault_list_get_type ())
G_DECLARE_FINAL_TYPE (SfFaultList, sf_fault_list, SF, FAULT_LIST, GtkBox)

/* @name: for a screen reader. Returns: (transfer floating): a list without lines, which is hidden
 */
GtkWidget *sf_fault_list_new (const char *name);

/* @lines: (element-type utf8): shown in place of those before; without any the list is hidden */
void sf_fault_list_set (SfFaultList *self, GPtrArray *lines);

G_END_DECLS
