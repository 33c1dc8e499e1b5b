/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "ui/sf-editor-place.h"
#include "workbook/sf-workbook-head.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfHeadForm:
 *
 * What is judged of the head on one statement, where it lies behind a lock: the passphrase, or,
 * once it is unlocked, level and texts for the head to write and for who was let in to read.
 * Locked, its texts are in no widget.
 */
#define SF_TYPE_HEAD_FORM (sf_head_form_get_type ())
G_DECLARE_FINAL_TYPE (SfHeadForm, sf_head_form, SF, HEAD_FORM, GtkBox)

GtkWidget *sf_head_form_new (SfContext *context);
/* @record: (nullable): where it lies; %NULL shows that it is locked, to who does not open it. What
 * is typed is handed on before. */
void sf_head_form_show (SfHeadForm *self, SfPerformanceRecord *record, SfStatement *statement);

/* As of the form that is not locked. */
SfEditorPlace sf_head_form_get_place (SfHeadForm *self);
gboolean sf_head_form_focus_place (SfHeadForm *self, SfEditorPlace place);
gboolean sf_head_form_choose_level (SfHeadForm *self, guint nth);

G_END_DECLS
