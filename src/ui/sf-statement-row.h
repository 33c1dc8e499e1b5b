/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework-parts.h"
#include "model/sf-judgement.h"
#include "model/sf-support.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfStatementRow:
 *
 * One statement in the list of its area: code, title, what was judged.
 */
#define SF_TYPE_STATEMENT_ROW (sf_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (SfStatementRow, sf_statement_row, SF, STATEMENT_ROW, GtkListBoxRow)

/* @statement's framework must outlive the row. */
GtkWidget *sf_statement_row_new (SfStatement *statement);
SfStatement *sf_statement_row_get_statement (SfStatementRow *self);

/**
 * sf_statement_row_show:
 * @judgement: (nullable): what is judged of it
 * @mark: (nullable): what there is to say of what that rests on
 * @lock: (nullable): where what is judged of the head lies behind a lock, "locked" or "open": of
 * such a statement nothing else is said
 */
void sf_statement_row_show (SfStatementRow *self,
                            SfJudgement *judgement,
                            const SfSupportMark *mark,
                            const char *lock);

G_END_DECLS
