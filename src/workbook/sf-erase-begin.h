/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-step-private.h"
#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* What every erasure begins with, whatever is erased: a reason that may stay on record, and the
 * record that something was erased. sf-erasing.h does the rest. */

/* Whether it may begin. The reason stays, so it may not have one of @names (element-type utf8; may
 * hold %NULL) in it. Refused with a sentence. */
gboolean
sf_erase_begin_check (SfWorkbook *self, GPtrArray *names, const char *reason, GError **error);

/* Records that @subject is erased, with so many files. It is deleted by the same step. */
void sf_erase_begin_add_record (
    SfStep *step, gpointer subject, const char *reason, const char *by, guint files);

G_END_DECLS
