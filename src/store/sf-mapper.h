/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "store/sf-change-set.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/* Rows to records and back, from the column tables. No queries, joins or relations: a reference
 * is an id in the file and a UUID everywhere else, and this is where the one becomes the other.
 * All but loading run inside a transaction that the caller has begun. */

gboolean sf_mapper_load (SfStore *store, SfModel *model, GType later, GError **error);
GPtrArray *
sf_mapper_read_some (SfStore *store, GType type, gint64 *after, guint most, GError **error);

/* Fills change->old_value, or change->row for a DELETE. */
gboolean sf_mapper_read_old (SfStore *store, SfChange *change, GError **error);

gboolean sf_mapper_insert (SfStore *store, const SfChange *change, GError **error);
/* @changes: SETs of one record: one UPDATE, so that the file's checks see them together. */
gboolean
sf_mapper_update (SfStore *store, SfChange *const *changes, guint n_changes, GError **error);
gboolean sf_mapper_delete (SfStore *store, const SfChange *change, GError **error);

G_END_DECLS
