/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* What may identify somebody in a report for one audience ("governors"): that the words of @digest
 * (#SfIdentityItem) were looked at and identify nobody, and that they are asked about again. Each
 * is one step; a closed evaluation can still be printed, so it does not stand in the way. FALSE
 * with %SF_ERROR_INVALID and a sentence. */
gboolean sf_workbook_confirm_identity (SfWorkbook *self,
                                       SfEvaluation *evaluation,
                                       const char *audience,
                                       const char *digest,
                                       GError **error);
gboolean sf_workbook_ask_identity_again (SfWorkbook *self,
                                         SfEvaluation *evaluation,
                                         const char *audience,
                                         const char *digest,
                                         GError **error);

G_END_DECLS
