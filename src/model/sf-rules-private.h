/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What the rules of this room share. */

char *sf_rules_count (guint n);
gboolean sf_rules_is_standard (SfStatement *statement);
GPtrArray *sf_rules_list_statements (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area);

G_END_DECLS
