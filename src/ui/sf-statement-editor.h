/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "ui/sf-editor-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfStatementEditor:
 *
 * The form in which one statement is judged, by the centre (the agreed judgement) or by whoever
 * is writing. It is built once for an area and shows one statement after the other.
 */
#define SF_TYPE_STATEMENT_EDITOR (sf_statement_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfStatementEditor, sf_statement_editor, SF, STATEMENT_EDITOR, AdwBin)

GtkWidget *sf_statement_editor_new (SfContext *context);

/* What was typed for the statement before is committed first. */
void sf_statement_editor_show (SfStatementEditor *self, SfStatement *statement);
/* The model or the writer changed. */
void sf_statement_editor_refresh (SfStatementEditor *self);

SfEditorPlace sf_statement_editor_get_place (SfStatementEditor *self);
gboolean sf_statement_editor_focus_place (SfStatementEditor *self, SfEditorPlace place);
/* The level of that place in the scale, from 0. FALSE if there is none, or nothing can be written.
 */
gboolean sf_statement_editor_choose_level (SfStatementEditor *self, guint nth);

G_END_DECLS
