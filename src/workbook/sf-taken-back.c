/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-taken-back.h"

#include "base/sf-error.h"
#include "model/sf-record-private.h"
#include "workbook/sf-store-task.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gi18n-lib.h>

/* What the writer finds; a record is made of it on the workbook's thread. */
typedef struct
{
  SfUuid uuid;
  GBytes *packed;
  gint64 at;
  guint files;
} SfFound;

typedef struct
{
  GTask *task;
  GArray *found; /* of SfFound */
} SfSearching;

/* What is known beside the record. */
typedef struct
{
  gint64 at;
  guint files;
} SfTakenBack;

static G_DEFINE_QUARK (sf - taken - back, taken_back)

    static void found_clear (gpointer data)
{
  g_bytes_unref (((SfFound *)data)->packed);
}

static void
searching_free (SfSearching *searching)
{
  g_object_unref (searching->task);
  g_array_unref (searching->found);
  g_free (searching);
}

/* --- finding ---------------------------------------------------------------------------------- */

/* The row as it was last packed, which is when it was taken back. */
static const char select_found[]
    = "SELECT h.record, h.packed, s.at, (SELECT count (DISTINCT f.record) FROM change AS f WHERE"
      " f.record_table = 'attachment' AND f.packed IS NOT NULL AND instr (f.packed, h.record) > 0),"
      " max (h.id) FROM change AS h JOIN step AS s ON s.id = h.step"
      " WHERE h.record_table = 'evidence' AND h.packed IS NOT NULL"
      " AND h.record NOT IN (SELECT uuid FROM evidence) GROUP BY h.record ORDER BY max (h.id) DESC";

static SfJobResult
find (SfStore *store, gpointer data, GError **error)
{
  SfSearching *searching = data;
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, select_found, error);
  gboolean row;

  if (select == NULL)
    return SF_JOB_FAILED;
  for (;;)
    {
      SfFound one;

      if (!sf_sql_step (sql, select, &row, error))
        return SF_JOB_FAILED;
      if (!row)
        return SF_JOB_DONE;
      sf_sql_column_uuid (select, 0, &one.uuid);
      one.packed
          = g_bytes_new (sqlite3_column_blob (select, 1), (gsize)sqlite3_column_bytes (select, 1));
      one.at = sqlite3_column_int64 (select, 2);
      one.files = (guint)sqlite3_column_int (select, 3);
      g_array_append_val (searching->found, one);
    }
}

/* A row that cannot be read to its end shows what could be read: it can be erased all the same. */
static SfRecord *
make_record (const SfFound *found)
{
  g_autoptr (SfChangeSet) set = sf_change_set_new ("", "edit");
  SfChange *change = sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_EVIDENCE, &found->uuid);
  SfRecord *record = sf_record_new (SF_TYPE_EVIDENCE, &found->uuid);
  SfTakenBack *known = g_new0 (SfTakenBack, 1);

  if (!sf_change_unpack_row (change, found->packed))
    g_debug ("the row of evidence that was taken back is damaged");
  for (guint i = 0; i < sf_change_count_columns (change); i++)
    sf_record_load (record, i, &change->row[i]);
  known->at = found->at;
  known->files = found->files;
  g_object_set_qdata_full (G_OBJECT (record), taken_back_quark (), known, g_free);
  return record;
}

static void
on_found (gpointer data, const GError *error)
{
  SfSearching *searching = data;
  GPtrArray *evidence;

  if (error != NULL)
    g_task_return_error (searching->task, g_error_copy (error));
  else
    {
      evidence = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < searching->found->len; i++)
        g_ptr_array_add (evidence, make_record (&g_array_index (searching->found, SfFound, i)));
      g_task_return_pointer (searching->task, evidence, (GDestroyNotify)g_ptr_array_unref);
    }
  searching_free (searching);
}

void
sf_workbook_list_taken_back (SfWorkbook *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  SfSearching *searching;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  g_task_set_source_tag (task, sf_workbook_list_taken_back);
  if (self->writer == NULL)
    {
      g_task_return_new_error (task, SF_ERROR, SF_ERROR_CANCELLED,
                               _ ("The centre file is closed."));
      return;
    }
  searching = g_new0 (SfSearching, 1);
  searching->task = g_steal_pointer (&task);
  searching->found = g_array_new (FALSE, FALSE, sizeof (SfFound));
  g_array_set_clear_func (searching->found, found_clear);
  sf_writer_push (self->writer, SF_JOB_STEP, find, on_found, searching);
}

GPtrArray *
sf_workbook_list_taken_back_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
sf_workbook_list_taken_back_sync (SfWorkbook *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_list_taken_back (self, sf_sync_cb, &result);
  sf_sync_wait (self, &result);
  return sf_workbook_list_taken_back_finish (self, result, error);
}

/* --- what is known of it ---------------------------------------------------------------------- */

guint
sf_taken_back_get_files (SfEvidence *evidence)
{
  SfTakenBack *known = g_object_get_qdata (G_OBJECT (evidence), taken_back_quark ());

  return known != NULL ? known->files : 0;
}

gint64
sf_taken_back_get_at (SfEvidence *evidence)
{
  SfTakenBack *known = g_object_get_qdata (G_OBJECT (evidence), taken_back_quark ());

  return known != NULL ? known->at : 0;
}
