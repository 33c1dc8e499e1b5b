/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Writing a pack: file by file through the workbook, the rest in a thread, its name last. */
#include "exchange/sf-evidence-pack.h"

#include "base/sf-clock.h"
#include "base/sf-error.h"
#include "exchange/sf-pack-private.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"
#include "workbook/sf-departures.h"
#include "workbook/sf-workbook-leave.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  SfWorkbook *workbook;
  SfPackPlan *plan;
  GCancellable *cancellable;
  SfProgressFunc progress;
  gpointer progress_data;
  char *path;
  char *staging; /* a folder beside it, which goes whatever happens */
  int lock;      /* on that folder */
  char *folder;  /* in it: the pack as a folder */
  mode_t mode;   /* of files, as the user wants theirs */
  guint next;
  gint64 done;
  SfDocument *index;
  SfPackReport *report;
} Pack;

static void write_next (GTask *task);

static void
pack_free (gpointer data)
{
  Pack *pack = data;

  if (pack->staging != NULL)
    sf_pack_remove (pack->staging);
  sf_pack_unlock (pack->lock);
  g_clear_object (&pack->workbook);
  g_clear_object (&pack->cancellable);
  g_clear_object (&pack->index);
  g_clear_pointer (&pack->report, sf_pack_report_free);
  g_free (pack->path);
  g_free (pack->staging);
  g_free (pack->folder);
  g_free (pack);
}

static gboolean
is_zip (const char *path)
{
  gsize length = strlen (path);

  return length > 4 && g_ascii_strcasecmp (path + length - 4, ".zip") == 0;
}

/* --- in a thread: the index, the checksums, reading back ----------------------------------------
 */

static gboolean
add_sum (GString *sums, const char *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_string_append_printf (sums, "%s  %s\n", digest, name);
  return sf_pack_write_file (path, bytes, error);
}

/* What the list of checksums has to hold, and all names in the order of a ZIP. */
static void
list_expected (Pack *pack, const char *sums, GHashTable *expected, GPtrArray *names)
{
  g_auto (GStrv) lines = g_strsplit (sums, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char *name = g_strdup (lines[i] + 66);

      g_ptr_array_add (names, g_strdup (name));
      g_hash_table_insert (expected, name, g_strndup (lines[i], 64));
    }
  g_ptr_array_insert (names, 2, g_strdup (SF_PACK_CHECKSUMS));
}

static gboolean
write_index (Pack *pack, GString *sums, GError **error)
{
  g_autoptr (GBytes) html = sf_write_html (pack->index);
  g_autoptr (GBytes) odt = sf_write_odt (pack->index, error);
  g_autoptr (GBytes) list = NULL;
  g_autofree char *path = g_build_filename (pack->folder, SF_PACK_CHECKSUMS, NULL);

  if (odt == NULL || !add_sum (sums, pack->folder, SF_PACK_INDEX_HTML, html, error)
      || !add_sum (sums, pack->folder, SF_PACK_INDEX_ODT, odt, error))
    return FALSE;
  for (guint i = 0; i < pack->plan->files->len; i++)
    {
      const SfPackFile *file = pack->plan->files->pdata[i];
      g_autofree char *written = g_build_filename (pack->folder, file->path, NULL);

      if (file->reason != NULL)
        continue;
      g_chmod (written, (int)pack->mode);
      g_string_append_printf (sums, "%s  %s\n", file->digest, file->path);
    }
  list = g_bytes_new (sums->str, sums->len);
  return sf_pack_write_file (path, list, error);
}

static gboolean
check_report (Pack *pack, GError **error)
{
  if (pack->report == NULL)
    return FALSE;
  if (pack->report->problems->len == 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_DAMAGED,
               _ ("The evidence pack was read back and is not sound, so it was not kept: %s "
                  "Perhaps the disk fails; please choose another place."),
               (const char *)pack->report->problems->pdata[0]);
  return FALSE;
}

static gboolean
finish_pack (Pack *pack, GError **error)
{
  g_autoptr (GString) sums = g_string_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *made = is_zip (pack->path) ? g_build_filename (pack->staging, "pack.zip", NULL)
                                              : g_strdup (pack->folder);

  if (!write_index (pack, sums, error))
    return FALSE;
  list_expected (pack, sums->str, expected, names);
  if (is_zip (pack->path)
      && !sf_pack_zip_folder (pack->folder, names, made, pack->cancellable, error))
    return FALSE;
  if (!is_zip (pack->path))
    sf_pack_sync_folder (made);
  pack->report = sf_pack_verify_against (made, expected, pack->cancellable, error);
  return check_report (pack, error) && !sf_pack_set_cancelled (pack->cancellable, error)
         && sf_pack_publish (made, pack->path, error);
}

/* A full disk is told of the place that was chosen, not of what was half made there. */
static void
name_place (Pack *pack, GError **error)
{
  if (!g_error_matches (*error, SF_ERROR, SF_ERROR_NO_SPACE))
    return;
  g_clear_error (error);
  sf_pack_fail (ENOSPC, pack->path, error);
}

static void
finish_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (finish_pack (data, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  name_place (data, &error);
  g_task_return_error (task, error);
}

/* --- in the workbook's thread -------------------------------------------------------------------
 */

static void
note_departure (Pack *pack)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();

  for (guint i = 0; i < pack->plan->items->len; i++)
    g_ptr_array_add (evidence, ((SfPackItem *)pack->plan->items->pdata[i])->evidence);
  if (evidence->len > 0)
    sf_workbook_note_departure (pack->workbook, evidence, "pack", pack->path);
}

static void
on_finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Pack *pack = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  note_departure (pack);
  g_task_return_pointer (task, g_steal_pointer (&pack->report),
                         (GDestroyNotify)sf_pack_report_free);
}

static void
finish (GTask *task)
{
  Pack *pack = g_task_get_task_data (task);
  SfContributor *writer = sf_workbook_get_writer (pack->workbook);
  g_autoptr (GTask) inner = g_task_new (pack->workbook, NULL, on_finished_cb, g_object_ref (task));

  pack->index
      = sf_pack_index_new (pack->plan, writer != NULL ? sf_contributor_get_name (writer) : NULL,
                           sf_clock_now ());
  g_task_set_task_data (inner, pack, NULL);
  g_task_run_in_thread (inner, finish_in_thread);
}

static void
tell_progress (Pack *pack, const SfPackFile *file)
{
  pack->done += sf_attachment_get_size (file->attachment);
  if (pack->progress != NULL)
    pack->progress (pack->done, pack->plan->bytes, pack->progress_data);
}

static SfPackFile *
get_current (Pack *pack)
{
  return pack->plan->files->pdata[pack->next];
}

static char *
get_current_path (Pack *pack)
{
  return g_build_filename (pack->folder, get_current (pack)->path, NULL);
}

/* What tells of a place could not be taken out of this one: it stays, the others go. */
static gboolean
is_about_the_file (const GError *error)
{
  return g_error_matches (error, SF_ERROR, SF_ERROR_HOSTILE)
         || g_error_matches (error, SF_ERROR, SF_ERROR_NOT_FOUND)
         || g_error_matches (error, SF_ERROR, SF_ERROR_INVALID)
         || g_error_matches (error, SF_ERROR, SF_ERROR_BUSY)
         || g_error_matches (error, SF_ERROR, SF_ERROR_TOO_LARGE);
}

/* Takes @digest and @error; the next file follows, unless the pack has failed. */
static void
go_on (GTask *task, char *digest, GError *error)
{
  Pack *pack = g_task_get_task_data (task);
  SfPackFile *file = get_current (pack);
  g_autofree char *path = get_current_path (pack);
  GStatBuf status;

  if (error != NULL
      && (file->original || !sf_attachment_may_tell_place (file->attachment)
          || !is_about_the_file (error)))
    {
      name_place (pack, &error);
      g_task_return_error (task, error);
      return;
    }
  if (error != NULL)
    file->reason
        = g_strdup_printf (_ ("It cannot be made sure that “%s” does not tell where it was taken, "
                              "so it is not part of the pack."),
                           sf_attachment_get_name (file->attachment));
  else
    {
      file->digest = digest;
      file->size = g_stat (path, &status) == 0 ? status.st_size : 0;
    }
  g_clear_error (&error);
  tell_progress (pack, file);
  pack->next++;
  write_next (task);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Pack *pack = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = sf_workbook_export_attachment_finish (pack->workbook, result, &error);

  go_on (task, done ? g_strdup (sf_attachment_get_digest (get_current (pack)->attachment)) : NULL,
         error);
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Pack *pack = g_task_get_task_data (task);
  g_autofree char *digest = NULL;
  GError *error = NULL;

  sf_workbook_copy_to_leave_finish (pack->workbook, result, &digest, &error);
  go_on (task, g_steal_pointer (&digest), error);
}

/* Writes the next file, or goes on to the index after the last. */
static void
write_next (GTask *task)
{
  Pack *pack = g_task_get_task_data (task);
  g_autofree char *path = NULL;
  g_autoptr (GFile) destination = NULL;
  GError *error = NULL;

  if (sf_pack_set_cancelled (pack->cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (pack->next >= pack->plan->files->len)
    {
      finish (task);
      return;
    }
  path = get_current_path (pack);
  destination = g_file_new_for_path (path);
  if (get_current (pack)->original)
    sf_workbook_export_attachment (pack->workbook, get_current (pack)->attachment, destination,
                                   pack->cancellable, on_exported_cb, g_object_ref (task));
  else
    sf_workbook_copy_to_leave (pack->workbook, get_current (pack)->attachment, destination,
                               pack->cancellable, on_copied_cb, g_object_ref (task));
}

static gboolean
make_folders (Pack *pack, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (pack->path);
  g_autofree char *files = NULL;
  GStatBuf status;

  pack->staging = sf_pack_make_staging (parent, &pack->lock);
  if (pack->staging == NULL)
    return sf_pack_fail (errno, pack->path, error);
  pack->folder = g_build_filename (pack->staging, "pack", NULL);
  files = g_build_filename (pack->folder, "files", NULL);
  if (g_mkdir (pack->folder, 0755) != 0 || g_mkdir (files, 0755) != 0
      || g_stat (files, &status) != 0)
    return sf_pack_fail (errno, pack->path, error);
  /* a folder that was just made says what the user's own mask takes away */
  pack->mode = status.st_mode & 0644;
  return TRUE;
}

static void
sweep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *parent = g_path_get_dirname (data);

  sf_pack_sweep (parent);
  g_task_return_boolean (task, TRUE);
}

static void
on_swept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;

  write_next (task);
}

/* First what packs that were killed have left there makes room. */
static void
begin (GTask *task)
{
  Pack *pack = g_task_get_task_data (task);
  g_autoptr (GTask) inner = g_task_new (pack->workbook, NULL, on_swept_cb, g_object_ref (task));

  g_task_set_task_data (inner, g_strdup (pack->path), g_free);
  g_task_run_in_thread (inner, sweep_in_thread);
}

/* Before anything is written; at the end it is asked once more. */
static gboolean
check_free (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  struct stat status;

  if (lstat (path, &status) != 0 && errno == ENOENT)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("There is something at “%s” already. It was left as it is; please choose another "
                  "name."),
               shown);
  return FALSE;
}

static void
forget_outcome (SfPackPlan *plan)
{
  for (guint i = 0; i < plan->files->len; i++)
    {
      SfPackFile *file = plan->files->pdata[i];

      g_clear_pointer (&file->digest, g_free);
      g_clear_pointer (&file->reason, g_free);
    }
}

void
sf_evidence_pack_write (SfWorkbook *workbook,
                        SfPackPlan *plan,
                        const char *path,
                        GCancellable *cancellable,
                        SfProgressFunc progress,
                        gpointer progress_data,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = g_task_new (workbook, NULL, callback, data);
  Pack *pack = g_new0 (Pack, 1);
  GError *error = NULL;

  g_return_if_fail (SF_IS_WORKBOOK (workbook) && plan != NULL && path != NULL);

  g_task_set_source_tag (task, sf_evidence_pack_write);
  g_task_set_task_data (task, pack, pack_free);
  pack->lock = -1;
  pack->workbook = g_object_ref (workbook);
  pack->plan = plan;
  pack->path = g_canonicalize_filename (path, NULL);
  pack->progress = progress;
  pack->progress_data = progress_data;
  g_set_object (&pack->cancellable, cancellable);
  forget_outcome (plan);
  if (check_free (pack->path, &error) && make_folders (pack, &error))
    begin (task);
  else
    g_task_return_error (task, error);
}

SfPackReport *
sf_evidence_pack_write_finish (SfWorkbook *workbook, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workbook), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_sync_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

SfPackReport *
sf_evidence_pack_write_sync (SfWorkbook *workbook,
                             SfPackPlan *plan,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_evidence_pack_write (workbook, plan, path, cancellable, NULL, NULL, on_sync_done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
  return sf_evidence_pack_write_finish (workbook, result, error);
}
