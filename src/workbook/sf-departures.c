/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-departures.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "store/sf-backup-folder.h"
#include "store/sf-rescued.h"
#include "workbook/sf-store-task.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gi18n-lib.h>

/* One note for the writer, or one list that somebody waits for. */
typedef struct
{
  GTask *task;      /* NULL for a note */
  GArray *evidence; /* of SfUuid */
  char *way;
  char *place;
  gint64 at;
  GPtrArray *departures;
} SfLeaving;

void
sf_departure_free (SfDeparture *departure)
{
  g_free (departure->way);
  g_free (departure->place);
  g_free (departure);
}

static SfLeaving *
leaving_new (GPtrArray *evidence)
{
  SfLeaving *leaving = g_new0 (SfLeaving, 1);

  leaving->evidence = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  for (guint i = 0; i < evidence->len; i++)
    g_array_append_val (leaving->evidence, *sf_record_get_uuid (evidence->pdata[i]));
  return leaving;
}

static void
leaving_free (SfLeaving *leaving)
{
  g_clear_object (&leaving->task);
  g_array_unref (leaving->evidence);
  g_clear_pointer (&leaving->departures, g_ptr_array_unref);
  g_free (leaving->way);
  g_free (leaving->place);
  g_free (leaving);
}

/* A file of schema 1 that may only be read has no such table. */
static gboolean
has_table (SfStore *store)
{
  return sqlite3_table_column_metadata (sf_sql_get_handle (sf_store_get_sql (store)), "main",
                                        "departure", "id", NULL, NULL, NULL, NULL, NULL)
         == SQLITE_OK;
}

/* --- noting ----------------------------------------------------------------------------------- */

static gboolean
insert_rows (SfStore *store, SfLeaving *leaving, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  for (guint i = 0; i < leaving->evidence->len; i++)
    {
      /* not of what was erased meanwhile: the place may name it */
      sqlite3_stmt *insert
          = sf_sql_prepare (sql,
                            "INSERT INTO departure (evidence, at, way, place)"
                            " SELECT uuid, ?2, ?3, ?4 FROM evidence WHERE uuid = ?1 UNION ALL"
                            " SELECT uuid, ?2, ?3, ?4 FROM seal WHERE uuid = ?1",
                            error);

      if (insert == NULL)
        return FALSE;
      sf_sql_bind_uuid (insert, 1, &g_array_index (leaving->evidence, SfUuid, i));
      sf_sql_bind_value (insert, 2, &(SfValue){ .type = SF_VALUE_INT, .integer = leaving->at });
      sf_sql_bind_text (insert, 3, leaving->way);
      sf_sql_bind_text (insert, 4, leaving->place);
      if (!sf_sql_run (sql, insert, error))
        return FALSE;
    }
  return TRUE;
}

static SfJobResult
note (SfStore *store, gpointer data, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return SF_JOB_FAILED;
  if (sf_store_mark_open (store, error) && insert_rows (store, data, error))
    return sf_sql_commit (sql, error) ? SF_JOB_DONE : SF_JOB_FAILED;
  sf_sql_rollback (sql);
  return SF_JOB_FAILED;
}

/* The copy is made all the same. */
static void
on_noted (gpointer data, const GError *error)
{
  if (error != NULL)
    g_message ("It was not noted that a copy was made: %s", error->message);
  leaving_free (data);
}

void
sf_workbook_note_departure (SfWorkbook *self,
                            GPtrArray *evidence,
                            const char *way,
                            const char *place)
{
  SfLeaving *leaving;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  if (self->read_only || self->writer == NULL || evidence->len == 0)
    return;
  leaving = leaving_new (evidence);
  leaving->way = g_strdup (way);
  leaving->place = g_utf8_make_valid (place, -1);
  leaving->at = sf_clock_now ();
  sf_writer_push (self->writer, SF_JOB_STEP, note, on_noted, leaving);
}

/* --- listing ---------------------------------------------------------------------------------- */

static SfDeparture *
add_row (GPtrArray *departures, sqlite3_stmt *select)
{
  SfDeparture *departure = g_new0 (SfDeparture, 1);

  departure->at = sqlite3_column_int64 (select, 0);
  departure->way = g_strdup ((const char *)sqlite3_column_text (select, 1));
  departure->place = g_strdup ((const char *)sqlite3_column_text (select, 2));
  g_ptr_array_add (departures, departure);
  return departure;
}

static gboolean
read_copies (SfStore *store, const SfUuid *evidence, GPtrArray *departures, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT at, way, place FROM departure WHERE evidence = ?", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, evidence);
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      add_row (departures, select)->evidence = *evidence;
    }
}

/* A UUID of version 7 begins with the time. */
static gint64
get_beginning (GArray *evidence)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < evidence->len; i++)
    {
      const guint8 *bytes = g_array_index (evidence, SfUuid, i).bytes;
      gint64 at = 0;

      for (guint b = 0; b < 6; b++)
        at = at << 8 | bytes[b];
      first = MIN (first, at);
    }
  return first;
}

/* Whole copies of the file that somebody put elsewhere: they hold what was there then. */
static gboolean
read_backups (SfStore *store, GArray *evidence, GPtrArray *departures, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *folder = sf_backup_folder_of (sf_store_get_uuid (store));
  g_autofree char *ours = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
  sqlite3_stmt *select
      = sf_sql_prepare (sql,
                        "SELECT made_at, 'backup', path FROM backup WHERE made_at >= ? AND"
                        " substr (path, 1, length (?2)) <> ?2",
                        error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1,
                     &(SfValue){ .type = SF_VALUE_INT, .integer = get_beginning (evidence) });
  sf_sql_bind_text (select, 2, ours);
  for (;;)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      add_row (departures, select);
    }
}

/* What a rescue has left of it. */
static void
read_rescued (SfStore *store, GArray *evidence, GPtrArray *departures)
{
  sqlite3 *handle = sf_sql_get_handle (sf_store_get_sql (store));
  g_autoptr (GPtrArray) all
      = sf_rescued_list (sf_store_get_uuid (store), sqlite3_db_filename (handle, "main"));
  gint64 first = get_beginning (evidence);

  for (guint i = 0; i < all->len; i++)
    {
      const SfRescued *rescued = all->pdata[i];
      SfDeparture *departure;

      if (rescued->at < first)
        continue;
      departure = g_new0 (SfDeparture, 1);
      departure->at = rescued->at;
      departure->way = g_strdup ("backup");
      departure->place = g_utf8_make_valid (rescued->path, -1);
      g_ptr_array_add (departures, departure);
    }
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const SfDeparture *one = *(const SfDeparture *const *)a, *two = *(const SfDeparture *const *)b;

  return one->at != two->at ? (one->at < two->at ? 1 : -1) : g_strcmp0 (one->place, two->place);
}

gboolean
sf_departures_read (SfStore *store, GArray *evidence, GPtrArray *departures, GError **error)
{
  for (guint i = 0; has_table (store) && i < evidence->len; i++)
    if (!read_copies (store, &g_array_index (evidence, SfUuid, i), departures, error))
      return FALSE;
  if (!read_backups (store, evidence, departures, error))
    return FALSE;
  read_rescued (store, evidence, departures);
  g_ptr_array_sort (departures, compare_newest_first);
  return TRUE;
}

static SfJobResult
list (SfStore *store, gpointer data, GError **error)
{
  SfLeaving *leaving = data;

  leaving->departures = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_departure_free);
  return sf_departures_read (store, leaving->evidence, leaving->departures, error) ? SF_JOB_DONE
                                                                                   : SF_JOB_FAILED;
}

static void
on_listed (gpointer data, const GError *error)
{
  SfLeaving *leaving = data;

  if (error != NULL)
    g_task_return_error (leaving->task, g_error_copy (error));
  else
    g_task_return_pointer (leaving->task, g_steal_pointer (&leaving->departures),
                           (GDestroyNotify)g_ptr_array_unref);
  leaving_free (leaving);
}

void
sf_workbook_list_departures (SfWorkbook *self,
                             GPtrArray *evidence,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  SfLeaving *leaving;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  g_task_set_source_tag (task, sf_workbook_list_departures);
  if (self->writer == NULL)
    {
      g_task_return_new_error (task, SF_ERROR, SF_ERROR_CANCELLED,
                               _ ("The centre file is closed."));
      return;
    }
  leaving = leaving_new (evidence);
  leaving->task = g_steal_pointer (&task);
  sf_writer_push (self->writer, SF_JOB_STEP, list, on_listed, leaving);
}

GPtrArray *
sf_workbook_list_departures_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
sf_workbook_list_departures_sync (SfWorkbook *self, GPtrArray *evidence, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_list_departures (self, evidence, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_list_departures_finish (self, result, error);
}
