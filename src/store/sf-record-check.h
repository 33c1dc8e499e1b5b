/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-change-set.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/* Whether every record says what the last step about it made it say. The chain vouches for the
 * history (sf_step_verify_chain()); this holds the records against it, so that a value that
 * somebody changed in the file without a step is named. */

/**
 * sf_record_check_run:
 * @store: a store of this version
 * @problems: (element-type utf8): a sentence is added for each field that is not as history has it,
 *   and for each record too many or missing
 * @error: return location for an #SfError: the file could not be read
 *
 * Values that were erased are not known to history any more and are passed over.
 */
gboolean sf_record_check_run (SfStore *store, GPtrArray *problems, GError **error);

/**
 * sf_record_check_name:
 * @row: (nullable): its values; %NULL where they are not known
 *
 * Returns: (transfer full): what a record is called in such a sentence: "A judgement “LLD-S3”"
 */
char *sf_record_check_name (SfRecordClass *klass, const SfUuid *record, const SfValue *row);

G_END_DECLS
