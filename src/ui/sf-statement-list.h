/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The item that stands for the grade of the area, beside the codes of its statements. */
#define SF_ITEM_GRADE "grade"

/**
 * SfStatementList:
 *
 * The grade of a key area and its statements, one group of them at a time. It shows the
 * judgements of whoever is writing.
 *
 * Signals: "chosen" (const char *item): somebody chose a statement or the grade; "entered": and
 * wants to go to work on it (Enter, or a click).
 */
#define SF_TYPE_STATEMENT_LIST (sf_statement_list_get_type ())
G_DECLARE_FINAL_TYPE (SfStatementList, sf_statement_list, SF, STATEMENT_LIST, AdwBin)

GtkWidget *sf_statement_list_new (SfContext *context, SfKeyArea *area);

/* Shows which item is in the editor, switching the group and scrolling to it if need be. */
void sf_statement_list_select (SfStatementList *self, const char *item);
/* The model or the writer changed. */
void sf_statement_list_refresh (SfStatementList *self);
/* Puts the focus on the selected item. */
void sf_statement_list_focus (SfStatementList *self);

gboolean sf_statement_list_is_by_pointer (SfStatementList *self);

G_END_DECLS
