/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-erase.h"

G_BEGIN_DECLS

/* Judgements that go behind a lock: which there are and were, and how what they said is erased
 * wherever it stands in the open. */

/**
 * sf_erase_list_judged:
 * @evaluation: an evaluation
 * @codes: (array zero-terminated=1): statements of it
 *
 * Returns: (transfer full) (element-type SfUuid): every judgement of these that is there, or that
 *   history tells of
 */
GArray *sf_erase_list_judged (SfStore *store,
                              const SfUuid *evaluation,
                              const char *const *codes,
                              GError **error);

/* In the transaction that inserts @erasure: of what else it is, until it is finished. */
gboolean
sf_erase_note_records (SfStore *store, const SfUuid *erasure, GArray *records, GError **error);
/* Of what else each of @rows (element-type SfErasureRow) is. */
gboolean sf_erase_read_records (SfSql *sql, GPtrArray *rows, GError **error);

/* Takes away, in a file or in a copy of a backup, what the judgements among temp.erased say, and
 * the labels of steps that tell of it. */
gboolean sf_erase_judgements (SfSql *sql, GError **error);

G_END_DECLS
