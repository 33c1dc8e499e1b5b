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
 * Who has signed the objectives, or the review, and when. A button to sign stands beside who has
 * not, insensitive with the reason where it cannot be signed; one to take a signature back beside
 * one's own.
 */
#define SF_TYPE_SIGNATURE_ROWS (sf_signature_rows_get_type ())
G_DECLARE_FINAL_TYPE (SfSignatureRows, sf_signature_rows, SF, SIGNATURE_ROWS, GtkBox)

GtkWidget *sf_signature_rows_new (SfContext *context, gboolean final);
void sf_signature_rows_show (SfSignatureRows *self,
                             SfPerformanceRecord *record,
                             const SfPerformance *said);

/* "Signed by Amina Okoro on 18 September 2026."; NULL: not signed. (transfer full) */
char *sf_signature_to_text (const SfPerformance *said, gboolean final, gboolean reviewer);

G_END_DECLS
