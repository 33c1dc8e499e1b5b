/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-change-set.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/* Steps: one transaction each, with what it changed kept for undo and chained by hash. */

/* Writes @set; fills in old values, drops what changes nothing, sets id and at. */
gboolean sf_step_write (SfStore *store, SfChangeSet *set, GError **error);

/* Takes step @about back as a new step, or takes back what took it back. (transfer full) */
SfChangeSet *sf_step_undo (SfStore *store, gint64 about, const SfUuid *contributor, GError **error);
SfChangeSet *sf_step_redo (SfStore *store, gint64 about, const SfUuid *contributor, GError **error);

/* What a field was changed from and to, or a whole record: the hash over a step's parts,
 * made again from what the file holds. Used by the check of a file. */
gboolean sf_step_verify_chain (SfStore *store, guint *n_steps, GPtrArray *problems, GError **error);

/* The changes of a step, in their order. (transfer full) */
SfChangeSet *sf_step_load (SfStore *store, gint64 id, GError **error);

G_END_DECLS
