/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "base/sf-error.h"
#include "model/sf-model-private.h"
#include "model/sf-record-private.h"
#include "store/sf-mapper.h"
#include "workbook/sf-workbook-helpers.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A workbook that somebody else is writing: read along with, and taken over when they let it go. */

#define RELOAD_AFTER_MS 250
#define TAKE_OVER_SECONDS 3

typedef struct
{
  GFileMonitor *monitor;
  guint reload_id;
  guint take_over_id;
  gboolean reloading;
  gboolean again; /* something came while it was reloading */
  gint64 version; /* SQLite's data_version when it was last read; 0 before */
  guint64 inode;  /* which file it is that is open */
} SfFollowing;

static void
following_free (gpointer data)
{
  SfFollowing *following = data;

  g_clear_object (&following->monitor);
  g_clear_handle_id (&following->reload_id, g_source_remove);
  g_clear_handle_id (&following->take_over_id, g_source_remove);
  g_free (following);
}

static SfFollowing *
get_following (SfWorkbook *self)
{
  return g_object_get_data (G_OBJECT (self), "sf-following");
}

static guint64
read_inode (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (guint64)info.st_ino : 0;
}

/* --- the model follows ------------------------------------------------------------------------ */

static void
follow_record (SfModel *model, SfRecord *fresh, gboolean *changed)
{
  SfRecord *record = sf_model_find (model, sf_record_get_uuid (fresh));

  if (record == NULL)
    {
      sf_model_add (model, fresh);
      *changed = TRUE;
      return;
    }
  for (guint i = 0; i < SF_RECORD_GET_CLASS (record)->n_columns; i++)
    if (!sf_value_equal (sf_record_get_nth (record, i), sf_record_get_nth (fresh, i)))
      {
        sf_model_apply (model, record, i, sf_record_get_nth (fresh, i));
        *changed = TRUE;
      }
}

static void
drop_gone (SfModel *model, SfModel *fresh, GType type, gboolean *changed)
{
  GListModel *list = sf_model_get_list (model, type);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (SfRecord) record = g_list_model_get_item (list, i - 1);

      if (sf_model_find (fresh, sf_record_get_uuid (record)) == NULL)
        {
          sf_model_remove (model, record);
          *changed = TRUE;
        }
    }
}

/* Makes the model what @fresh is, touching only what is otherwise. */
static void
follow_model (SfWorkbook *self, SfModel *fresh)
{
  gboolean changed = FALSE;
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = n; i > 0; i--)
    drop_gone (self->model, fresh, types[i - 1], &changed);
  for (guint i = 0; i < n; i++)
    {
      GListModel *list = sf_model_get_list (fresh, types[i]);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (SfRecord) record = g_list_model_get_item (list, k);
          follow_record (self->model, record, &changed);
        }
    }
  sf_model_add_all_shown (self->model, fresh);
  if (changed)
    sf_model_emit_changed (self->model);
}

/* --- reading along -----------------------------------------------------------------------------
 */

typedef struct
{
  SfWorkbook *workbook; /* borrowed: closing waits for jobs */
  gint64 version;
  SfModel *fresh; /* NULL where nothing was written since */
} SfReload;

static void schedule_reload (SfWorkbook *self);

static SfJobResult
run_reload (SfStore *store, gpointer data, GError **error)
{
  SfReload *reload = data;
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (SfModel) fresh = NULL;
  gint64 before, after;

  if (!sf_sql_get_int (sql, "PRAGMA data_version", &before, error))
    return SF_JOB_FAILED;
  if (before == reload->version)
    return SF_JOB_DONE;
  /* table by table, so that the other program's commits wait for none of it; if one came between,
   * it is read again */
  fresh = sf_model_new ();
  if (!sf_mapper_load (store, fresh, G_TYPE_INVALID, error)
      || !sf_sql_get_int (sql, "PRAGMA data_version", &after, error))
    return SF_JOB_FAILED;
  if (before != after)
    return SF_JOB_AGAIN;
  reload->version = after;
  reload->fresh = g_steal_pointer (&fresh);
  return SF_JOB_DONE;
}

static void
on_reloaded (gpointer data, const GError *error)
{
  SfReload *reload = data;
  SfWorkbook *self = reload->workbook;
  SfFollowing *following = get_following (self);

  if (following != NULL)
    {
      following->reloading = FALSE;
      following->version = reload->version;
    }
  if (error != NULL)
    g_debug ("what another program wrote was not read yet: %s", error->message);
  if (reload->fresh != NULL && following != NULL)
    follow_model (self, reload->fresh);
  if (following != NULL && (following->again || error != NULL) && self->writer != NULL)
    {
      following->again = FALSE;
      schedule_reload (self);
    }
  g_clear_object (&reload->fresh);
  g_free (reload);
}

/* Another file lies there now (a backup was put in its place): that one is read from here on. */
static void
reopen_if_replaced (SfWorkbook *self, SfFollowing *following)
{
  guint64 inode = read_inode (self->path);
  g_autoptr (GError) error = NULL;
  SfStore *store;

  if (inode == 0 || inode == following->inode)
    return;
  store = sf_store_open (self->path, TRUE, &error);
  if (store == NULL)
    {
      g_debug ("what lies there now is not read: %s", error->message);
      return;
    }
  sf_store_close (sf_writer_stop (g_steal_pointer (&self->writer)), NULL);
  self->writer = sf_writer_new (store);
  following->inode = inode;
  following->version = 0;
}

static gboolean
on_reload_cb (gpointer data)
{
  SfWorkbook *self = data;
  SfFollowing *following = get_following (self);
  SfReload *reload;

  following->reload_id = 0;
  if (following->reloading)
    {
      following->again = TRUE;
      return G_SOURCE_REMOVE;
    }
  reopen_if_replaced (self, following);
  reload = g_new0 (SfReload, 1);
  reload->workbook = self;
  reload->version = following->version;
  following->reloading = TRUE;
  sf_writer_push (self->writer, SF_JOB_SLOW, run_reload, on_reloaded, reload);
  return G_SOURCE_REMOVE;
}

static void
schedule_reload (SfWorkbook *self)
{
  SfFollowing *following = get_following (self);

  if (following->reload_id == 0)
    following->reload_id = g_timeout_add (RELOAD_AFTER_MS, on_reload_cb, self);
}

static void
on_file_changed_cb (
    GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, SfWorkbook *self)
{
  if (event != G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED && self->writer != NULL)
    schedule_reload (self);
}

/* --- taking over ----------------------------------------------------------------------------- */

/* The file as it is now, ready to be written. */
static SfStore *
open_to_write (SfWorkbook *self, SfModel *fresh, GError **error)
{
  SfStore *store = sf_store_open (self->path, FALSE, error);
  guint n_recovered;

  if (store == NULL)
    return NULL;
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
  if (sf_draft_recover (store, &n_recovered, error)
      && sf_mapper_load (store, fresh, G_TYPE_INVALID, error)
      && sf_history_load_stacks (store, self->undo, self->redo, error)
      && sf_leftovers_list (self, store, error))
    return store;
  sf_store_close (store, NULL);
  return NULL;
}

static void
notify_writable (SfWorkbook *self)
{
  static const char *const names[]
      = { "read-only", "can-undo", "can-redo", "undo-label", "redo-label" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sf_workbook_notify (self, names[i]);
}

/* It stays open to read, and says why. */
static void
stay_read_only (SfWorkbook *self, const GError *why)
{
  g_autoptr (GError) error = NULL;
  SfStore *store = sf_store_open (self->path, TRUE, &error);

  g_free (self->read_only_reason);
  self->read_only_reason = g_strdup (why->message);
  self->in_use = FALSE;
  if (store != NULL)
    self->writer = sf_writer_new (store);
  else
    sf_workbook_stop_following (self);
  sf_workbook_notify (self, "read-only");
}

/* @lock: (transfer full): the other program has let go */
static void
take_over (SfWorkbook *self, SfLock *lock)
{
  g_autoptr (SfModel) fresh = sf_model_new ();
  g_autoptr (GError) error = NULL;
  SfStore *store;

  /* first, for opening looks at the file by other means than SQLite's, which drops its locks */
  sf_store_close (sf_writer_stop (g_steal_pointer (&self->writer)), NULL);
  store = open_to_write (self, fresh, &error);
  if (store == NULL)
    {
      sf_lock_release (lock);
      stay_read_only (self, error);
      return;
    }
  sf_workbook_stop_following (self);
  self->writer = sf_writer_new (store);
  sf_leftovers_start (self);
  self->lock = lock;
  self->read_only = FALSE;
  self->in_use = FALSE;
  g_clear_pointer (&self->read_only_reason, g_free);
  follow_model (self, fresh);
  notify_writable (self);
  sf_workbook_resume_erasing (self);
}

static gboolean
on_take_over_cb (gpointer data)
{
  SfWorkbook *self = data;
  SfLock *lock = sf_lock_take (self->path, NULL);

  if (lock == NULL)
    return G_SOURCE_CONTINUE;
  get_following (self)->take_over_id = 0;
  take_over (self, lock);
  return G_SOURCE_REMOVE;
}

/* --- beginning and end ----------------------------------------------------------------------- */

/**
 * sf_workbook_start_following:
 * @self: a workbook that was just opened
 *
 * Where it is read only: watches the file and reads what changes. Where it is so because another
 * program has it: becomes writable when that one lets it go, and notifies "read-only".
 */
void
sf_workbook_start_following (SfWorkbook *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  SfFollowing *following;

  if (!self->read_only)
    return;
  following = g_new0 (SfFollowing, 1);
  following->inode = read_inode (self->path);
  following->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (following->monitor != NULL)
    g_signal_connect_object (following->monitor, "changed", G_CALLBACK (on_file_changed_cb), self,
                             0);
  if (self->in_use)
    following->take_over_id = g_timeout_add_seconds (TAKE_OVER_SECONDS, on_take_over_cb, self);
  g_object_set_data_full (G_OBJECT (self), "sf-following", following, following_free);
}

void
sf_workbook_stop_following (SfWorkbook *self)
{
  g_object_set_data (G_OBJECT (self), "sf-following", NULL);
}
