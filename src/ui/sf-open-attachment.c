/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-open-attachment.h"

#include "base/sf-error.h"
#include "workbook/sf-workbook-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FOLDER_KEY "sf-copies"

typedef struct
{
  GtkWindow *window; /* weak */
  SfContext *context;
  GFile *file;
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->context);
  g_clear_object (&self->file);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

/* The copies go when the workbook does. A program that still shows one keeps what it has read. */
static void
remove_folder (gpointer data)
{
  g_autofree char *path = data;
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *sub = g_build_filename (path, name, NULL);
      g_autoptr (GDir) inner = g_dir_open (sub, 0, NULL);
      const char *file;

      while (inner != NULL && (file = g_dir_read_name (inner)) != NULL)
        {
          g_autofree char *copy = g_build_filename (sub, file, NULL);

          g_unlink (copy);
        }
      g_rmdir (sub);
    }
  g_rmdir (path);
}

static const char *
ensure_folder (SfWorkbook *workbook, GError **error)
{
  const char *known = g_object_get_data (G_OBJECT (workbook), FOLDER_KEY);
  char *path;

  if (known != NULL)
    return known;
  path = g_dir_make_tmp ("sixfold-XXXXXX", error);
  if (path != NULL)
    g_object_set_data_full (G_OBJECT (workbook), FOLDER_KEY, path, remove_folder);
  return path;
}

/* One folder for each attachment: two may have the same name. */
static GFile *
choose_place (SfContext *context, SfAttachment *attachment, GError **error)
{
  g_autofree char *id = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (attachment)));
  g_autofree char *name = g_path_get_basename (sf_attachment_get_name (attachment));
  const char *folder = ensure_folder (sf_context_get_workbook (context), error);
  g_autofree char *sub = NULL;

  if (folder == NULL)
    return NULL;
  sub = g_build_filename (folder, id, NULL);
  if (g_mkdir_with_parents (sub, 0700) != 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_IO,
                   _ ("“%s” could not be opened, because no copy of it could be made. The file in "
                      "the centre file is safe."),
                   name);
      return NULL;
    }
  return g_file_new_build_filename (sub, name, NULL);
}

static void
on_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) failed = NULL, error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &failed)
      || g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  error = g_error_new (SF_ERROR, SF_ERROR_FAILED,
                       _ ("This computer has no program that opens “%s”. The file itself is safe "
                          "in the centre file."),
                       name);
  sf_context_report (self->context, error);
}

static void
show (Opening *self)
{
  g_autofree char *path = g_file_get_path (self->file), *uri = g_file_get_uri (self->file);

  g_chmod (path, 0400);
  if (self->window == NULL)
    {
      opening_free (self);
      return;
    }
  gtk_show_uri_full (self->window, uri, GDK_CURRENT_TIME, NULL, on_shown_cb, self);
}

static void
on_exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) self = data;
  g_autoptr (GError) error = NULL;

  if (sf_workbook_export_attachment_finish (SF_WORKBOOK (source), result, &error))
    show (g_steal_pointer (&self));
  else
    sf_context_report (self->context, error);
}

void
sf_open_attachment (GtkWidget *parent, SfContext *context, SfAttachment *attachment)
{
  g_autoptr (Opening) self = g_new0 (Opening, 1);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SF_IS_ATTACHMENT (attachment));

  g_set_weak_pointer (&self->window, GTK_WINDOW (gtk_widget_get_root (parent)));
  self->context = g_object_ref (context);
  self->file = choose_place (context, attachment, &error);
  if (self->file == NULL)
    sf_context_report (context, error);
  else if (g_file_query_exists (self->file, NULL))
    show (g_steal_pointer (&self));
  else
    {
      GFile *file = self->file;

      sf_workbook_export_attachment (sf_context_get_workbook (context), attachment, file, NULL,
                                     on_exported_cb, g_steal_pointer (&self));
    }
}
