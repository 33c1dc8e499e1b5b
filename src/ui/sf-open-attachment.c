/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-open-attachment.h"

#include "base/sf-error.h"
#include "workbook/sf-private-copies.h"
#include "workbook/sf-workbook-files.h"

#include <glib/gi18n-lib.h>

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

  sf_private_copies_seal (path);
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
  g_autofree char *path = NULL;

  g_return_if_fail (SF_IS_ATTACHMENT (attachment));

  g_set_weak_pointer (&self->window, GTK_WINDOW (gtk_widget_get_root (parent)));
  self->context = g_object_ref (context);
  path = sf_private_copies_place (sf_context_get_workbook (context), attachment, &error);
  self->file = path != NULL ? g_file_new_for_path (path) : NULL;
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
