/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance-side.h"
#include "ui/sf-context.h"
#include "ui/sf-said-field.h"
#include "workbook/sf-workbook-performance.h"

G_BEGIN_DECLS

/* Whose a field of a confidential record is, on the screen. */

/**
 * sf_said_side_show:
 * @side: who writes the field
 * @text: (nullable): what is said there
 * @open: no signature stands over it
 *
 * Shows a field to be written by whom it belongs to, and to be read by everybody else, with a line
 * that says whose it is.
 */
void sf_said_side_show (SfSaidField *field,
                        SfContext *context,
                        SfPerformanceRecord *record,
                        SfPerformanceSide side,
                        const char *text,
                        gboolean open);

/* Whether what is agreed may be written: no file that is only read, no recovery key. */
gboolean sf_said_side_may_agree (SfContext *context, SfPerformanceRecord *record);

/* (transfer full): that only this one of the two writes, or signs, and how */
char *sf_said_side_explain (SfPerformanceRecord *record, gboolean reviewer, gboolean signs);

G_END_DECLS
