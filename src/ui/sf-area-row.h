/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfAreaRow:
 *
 * A key area on the overview: its colour and title, one line on how it stands, its progress and
 * its grade.
 */
#define SF_TYPE_AREA_ROW (sf_area_row_get_type ())
G_DECLARE_FINAL_TYPE (SfAreaRow, sf_area_row, SF, AREA_ROW, GtkListBoxRow)

GtkWidget *sf_area_row_new (SfFramework *framework, SfKeyArea *area);
SfKeyArea *sf_area_row_get_area (SfAreaRow *self);

/* Shows how the area stands in @evaluation. */
void sf_area_row_update (SfAreaRow *self, SfModel *model, SfEvaluation *evaluation);

G_END_DECLS
