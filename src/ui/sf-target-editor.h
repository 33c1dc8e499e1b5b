/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetEditor:
 *
 * The form of a target: what is to be reached, how one knows, by whom and when; how it ended.
 */
#define SF_TYPE_TARGET_EDITOR (sf_target_editor_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetEditor, sf_target_editor, SF, TARGET_EDITOR, GtkBox)

GtkWidget *sf_target_editor_new (SfContext *context);

/* Shows @target (nullable), or shows it again after a change. */
void sf_target_editor_show (SfTargetEditor *self, SfTarget *target);

G_END_DECLS
