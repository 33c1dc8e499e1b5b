/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

G_BEGIN_DECLS

/* A column as text, and back: what a binding knows of the workbook. Numbers are written as
 * sf_text_format_number() writes them, dates in ISO 8601; %NULL is nothing. */

/* What the column holds. (transfer full) (nullable) */
char *sf_binding_value_dup_stored (SfRecord *record, guint column);

/* The draft or pending edit where there is one, otherwise what is stored. (transfer full)
 * (nullable) */
char *sf_binding_value_dup_shown (SfWorkbook *workbook, SfRecord *record, guint column);

gboolean sf_binding_value_write (
    SfWorkbook *workbook, SfRecord *record, guint column, const char *stored, GError **error);

/* Whether @stored may not be written without a reason: sf_target_asks_reason(). */
gboolean
sf_binding_value_asks (SfContext *context, SfRecord *record, guint column, const char *stored);

/* Writes it with the reason: sf_workbook_change_target(). */
gboolean sf_binding_value_change (SfWorkbook *workbook,
                                  SfRecord *record,
                                  guint column,
                                  const char *stored,
                                  const char *reason,
                                  GError **error);

/* Whether the column may say @text: not nothing where it cannot be empty, and what
 * sf_text_rules_check() takes. What it says already is not held against anybody. */
gboolean sf_binding_value_check (SfRecord *record, guint column, const char *text, GError **error);

/* Whether both say the same, but for white space; blank is nothing. */
gboolean sf_binding_value_same (const char *a, const char *b);

G_END_DECLS
