/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type utf8): statements whose judgements no seal covers: what is
 * judged of the head */
GHashTable *sf_seal_list_left_out (SfModel *model, SfEvaluation *evaluation);

G_END_DECLS
