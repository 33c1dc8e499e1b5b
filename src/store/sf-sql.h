/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite, wrapped thin: statements are prepared once and kept, every result is looked at, and an
 * error becomes a sentence. One connection belongs to one thread at a time. */

typedef struct _SfSql SfSql;

SfSql *sf_sql_open (const char *path, int flags, GError **error);
gboolean sf_sql_close (SfSql *sql, GError **error);
sqlite3 *sf_sql_get_handle (SfSql *sql);
const char *sf_sql_get_path (SfSql *sql);

gboolean sf_sql_exec (SfSql *sql, const char *text, GError **error);
/* A file of an older schema that may only be read lacks some. */
gboolean sf_sql_has_table (SfSql *sql, const char *table);
gboolean sf_sql_get_int (SfSql *sql, const char *query, gint64 *value, GError **error);

/* A kept statement, reset and without bindings; NULL with an error. Not to be finalized. Text
 * must be a literal or live as long as @sql. */
sqlite3_stmt *sf_sql_prepare (SfSql *sql, const char *text, GError **error);
/* TRUE with @row TRUE: a row is there; @row FALSE: done, and the statement is reset. */
gboolean sf_sql_step (SfSql *sql, sqlite3_stmt *statement, gboolean *row, GError **error);
/* A statement that gives no row. */
gboolean sf_sql_run (SfSql *sql, sqlite3_stmt *statement, GError **error);

void sf_sql_bind_value (sqlite3_stmt *statement, int index, const SfValue *value);
void sf_sql_bind_uuid (sqlite3_stmt *statement, int index, const SfUuid *uuid);
void sf_sql_bind_text (sqlite3_stmt *statement, int index, const char *text);
void sf_sql_bind_bytes (sqlite3_stmt *statement, int index, gconstpointer data, gsize length);
/* A BLOB comes as %SF_VALUE_BLOB; the caller knows where it is a reference. */
void sf_sql_column_value (sqlite3_stmt *statement, int index, SfValue *value);
gboolean sf_sql_column_uuid (sqlite3_stmt *statement, int index, SfUuid *uuid);

gboolean sf_sql_begin (SfSql *sql, GError **error);
gboolean sf_sql_commit (SfSql *sql, GError **error);
void sf_sql_rollback (SfSql *sql);

void sf_sql_set_error (SfSql *sql, int code, GError **error);

G_END_DECLS
