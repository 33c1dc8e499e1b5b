/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-performance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSignatureRows:
 *
 * Who has signed the objectives, or the review, and when; a button to sign, and one to take the
 * signature back.
 */
#define SF_TYPE_SIGNATURE_ROWS (sf_signature_rows_get_type ())
G_DECLARE_FINAL_TYPE (SfSignatureRows, sf_signature_rows, SF, SIGNATURE_ROWS, GtkBox)

GtkWidget *sf_signature_rows_new (SfContext *context, gboolean final);
void sf_signature_rows_show (SfSignatureRows *self,
                             SfPerformanceRecord *record,
                             const SfPerformance *said);

G_END_DECLS
