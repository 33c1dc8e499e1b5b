/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* The readings of measures, which are most of the records of a long file and of which the first
 * page shows none. Where it was opened with %SF_OPEN_READINGS_LATER they come into the model after
 * the window is there. */

/* Begins, where it has not; they come piece by piece, and SfModel::changed once at the end. */
void sf_workbook_load_readings (SfWorkbook *self);

/* Whether all of them are in the model. */
gboolean sf_workbook_has_readings (SfWorkbook *self);

/**
 * sf_workbook_wait_for_readings:
 * @error: return location for an #SfError: they cannot be read
 *
 * For what must know all of them: to write one of a measure, say.
 *
 * Returns: whether they are there
 */
gboolean sf_workbook_wait_for_readings (SfWorkbook *self, GError **error);

G_END_DECLS
