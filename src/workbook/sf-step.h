/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfStep:
 *
 * A change that is asked for: built by a form or an operation, handed to
 * sf_workbook_submit(), written by the writer as one transaction. It knows records by class and
 * UUID only. Old values are read by the writer, so two steps may be asked for one after the
 * other without waiting. Setting a field to what it is already is no change; a step without
 * changes is not written.
 */
typedef struct _SfStep SfStep;

SfStep *sf_step_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;
void sf_step_free (SfStep *step);
const char *sf_step_get_label (SfStep *step);
/* For a label that says what the step turned out to do. */
void sf_step_set_label (SfStep *step, const char *label);

/* Adds a record; its columns are set by what follows. @uuid receives its identity. */
void sf_step_insert (SfStep *step, GType type, SfUuid *uuid);
void sf_step_delete (SfStep *step, SfRecord *record);

void sf_step_set (SfStep *step, GType type, const SfUuid *uuid, guint column, const SfValue *value);
void sf_step_set_null (SfStep *step, GType type, const SfUuid *uuid, guint column);
void sf_step_set_int (SfStep *step, GType type, const SfUuid *uuid, guint column, gint64 value);
void sf_step_set_real (SfStep *step, GType type, const SfUuid *uuid, guint column, double value);
void
sf_step_set_text (SfStep *step, GType type, const SfUuid *uuid, guint column, const char *value);
void sf_step_set_ref (SfStep *step, GType type, const SfUuid *uuid, guint column, gpointer record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfStep, sf_step_free)

G_END_DECLS
