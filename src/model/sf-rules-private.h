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

/* When a target or an action is due to be looked at: SF_TARGET_REVIEW_DAYS after @from, its latest
 * review or its start, or after the day on which it was written, whichever is later. A review that
 * fell due before there was anything to look at is none. A day of writing that is still to come (of
 * a clock that was wrong) is not believed. (transfer full) (nullable): NULL without @from */
char *sf_rules_review_due (gpointer record, const char *from, const char *today);

G_END_DECLS
