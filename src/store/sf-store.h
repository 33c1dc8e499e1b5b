/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-sql.h"

G_BEGIN_DECLS

/* The centre file: made, opened with the pragmas that were measured, its version judged. */

#define SF_STORE_APPLICATION_ID 0x53784664 /* "SxFd" */
#define SF_STORE_VERSION 12                /* the schema this program writes */
#define SF_STORE_READER 12                 /* what a program must be able to read to read it */

/**
 * SfStore:
 *
 * One connection to a centre file.
 */
typedef struct _SfStore SfStore;

SfStore *sf_store_create (const char *path, GError **error);
SfStore *sf_store_open (const char *path, gboolean read_only, GError **error);
gboolean sf_store_close (SfStore *store, GError **error);

SfSql *sf_store_get_sql (SfStore *store);
gboolean sf_store_get_read_only (SfStore *store);
const SfUuid *sf_store_get_uuid (SfStore *store);
const SfUuid *sf_store_get_copy (SfStore *store);

/* Whether the last program that wrote it closed it; FALSE asks for a check in the background. */
gboolean sf_store_was_clean (SfStore *store);
gboolean sf_store_mark_open (SfStore *store, GError **error);
gboolean sf_store_mark_clean (SfStore *store, GError **error);

gboolean sf_store_apply_schema (SfSql *sql, guint version, GError **error);
gboolean sf_store_apply_pragmas (SfSql *sql, gboolean read_only, GError **error);

/* What the header says, without opening it as a database: NOT_OURS, TOO_NEW, or the version. */
gboolean sf_store_probe (const char *path, guint *version, GError **error);

G_END_DECLS
