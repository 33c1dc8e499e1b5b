/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "ui/sf-editor-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfAreaGradeEditor:
 *
 * The form for the grade of a key area, or of the whole centre: proposed by the head, agreed by
 * somebody on some day, with the spread beneath it and what was said in the evaluation before.
 */
#define SF_TYPE_AREA_GRADE_EDITOR (sf_area_grade_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfAreaGradeEditor, sf_area_grade_editor, SF, AREA_GRADE_EDITOR, AdwBin)

/* @area: (nullable): the key area; %NULL for the whole centre */
GtkWidget *sf_area_grade_editor_new (SfContext *context, SfKeyArea *area);

/* The model changed. */
void sf_area_grade_editor_refresh (SfAreaGradeEditor *self);

SfEditorPlace sf_area_grade_editor_get_place (SfAreaGradeEditor *self);
gboolean sf_area_grade_editor_focus_place (SfAreaGradeEditor *self, SfEditorPlace place);
gboolean sf_area_grade_editor_choose_level (SfAreaGradeEditor *self, guint nth);

G_END_DECLS
