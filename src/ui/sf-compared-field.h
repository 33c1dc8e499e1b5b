/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfComparedField:
 *
 * A prose field with what was written there in the evaluation before beneath it, when that is asked
 * for. "Use This Text" adds it to the field; nothing is ever copied silently.
 */
#define SF_TYPE_COMPARED_FIELD (sf_compared_field_get_type ())
G_DECLARE_FINAL_TYPE (SfComparedField, sf_compared_field, SF, COMPARED_FIELD, AdwBin)

GtkWidget *sf_compared_field_new (SfContext *context, guint column, const char *label);
SfField *sf_compared_field_get_field (SfComparedField *self);

/**
 * sf_compared_field_set_last:
 * @when: the title of the evaluation before
 * @text: (nullable): what was written then; nothing is shown for %NULL
 */
void sf_compared_field_set_last (SfComparedField *self, const char *when, const char *text);
void sf_compared_field_set_comparing (SfComparedField *self, gboolean comparing);

G_END_DECLS
