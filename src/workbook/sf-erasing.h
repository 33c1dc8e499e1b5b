/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-erase.h"

G_BEGIN_DECLS

/* The work of erasing, in pieces on the writer's thread. It does whatever the file says is not
 * finished, so that one that was interrupted goes on like one that just began. */

typedef struct _SfErasing SfErasing;

/* On the workbook's thread. @report: (transfer full): NULL where @error is set */
typedef void (*SfErasedFunc) (SfWorkbook *self,
                              SfErasureReport *report,
                              const GError *error,
                              gpointer data);

/* Returns: (transfer none): valid until @erased was called */
SfErasing *sf_erasing_start (SfWorkbook *self, SfErasedFunc erased, gpointer data);
void sf_erasing_get_progress (SfErasing *erasing, gint64 *done, gint64 *total);

G_END_DECLS
