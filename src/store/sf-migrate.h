/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* From the schema of an older program to this one's: a backup first, then every migration that is
 * needed in one transaction, so that a file is of the old version or of the new one and never
 * between. Version 1 is the first; data/schema/NNN.sql of a later one brings its entry. */

/**
 * SfMigration:
 * @from: the version it begins with; it leaves the next one
 * @run: what it does, in a transaction; @to is the next version
 */
typedef struct
{
  guint from;
  gboolean (*run) (SfSql *sql, guint to, GError **error);
} SfMigration;

gboolean sf_migrate_store (SfStore *store, guint version, GError **error);

/* The same with a table of migrations of one's own; for tests. @backup_path: where the backup
 * that is made first shall lie. */
gboolean sf_migrate_with (SfStore *store,
                          guint version,
                          guint target,
                          const SfMigration *migrations,
                          guint n_migrations,
                          const char *backup_path,
                          GError **error);

G_END_DECLS
