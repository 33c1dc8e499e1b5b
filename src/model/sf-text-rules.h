/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"

G_BEGIN_DECLS

/* What the text columns of records take. What stands in a file already may be otherwise: it is
 * shown as it is, and held to this when it is changed. */

/**
 * sf_text_rules_get_most:
 * @column: of @klass
 *
 * Returns: how many characters it may have: %SF_TEXT_MAX_LINE for titles, names and what else is
 *   one line; 0 where one writes as much as one likes
 */
guint sf_text_rules_get_most (SfRecordClass *klass, guint column);

/**
 * sf_text_rules_check:
 * @column: a TEXT column of @klass
 * @text: (nullable): what it shall say; blank is nothing, which every column is asked about
 *   elsewhere
 * @error: return location for an #SfError
 *
 * A line is not longer than that, and a reason (for no date, for what does not apply, for what was
 * dropped) says something: sf_text_says_something().
 *
 * Returns: whether the column takes it
 */
gboolean sf_text_rules_check (SfRecordClass *klass, guint column, const char *text, GError **error);

G_END_DECLS
