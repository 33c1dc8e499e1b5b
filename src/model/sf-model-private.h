/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* Only model, store and workbook may include this, and tests that build a model in memory. */

void sf_model_add (SfModel *self, SfRecord *record);
void sf_model_remove (SfModel *self, SfRecord *record);
gboolean sf_model_apply (SfModel *self, SfRecord *record, guint column, const SfValue *value);
void sf_model_emit_changed (SfModel *self);
/* Takes @shown. Whether it told something that was not there yet; otherwise it is let go. */
gboolean sf_model_add_shown (SfModel *self, SfShown *shown);
/* Adds what @other has beside; the records are left alone. */
void sf_model_add_all_shown (SfModel *self, SfModel *other);
GPtrArray *sf_model_peek_referring (SfModel *self, GType type, guint column, gpointer other);

G_END_DECLS
