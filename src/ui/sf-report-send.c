/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-send.h"

#include "base/sf-error.h"
#include "report/sf-report-pdf.h"
#include "ui/sf-report-export.h"
#include "workbook/sf-private-copies.h"

#include <glib/gi18n-lib.h>
#include <libportal-gtk4/portal-gtk4.h>

typedef struct
{
  SfContext *context;
  XdpPortal *portal;
  XdpParent *parent;
  SfSentFunc sent;
  gpointer data;
  GDestroyNotify destroy;
} Sending;

static void
sending_free (Sending *sending)
{
  if (sending->destroy != NULL)
    sending->destroy (sending->data);
  g_clear_pointer (&sending->parent, xdp_parent_free);
  g_object_unref (sending->portal);
  g_object_unref (sending->context);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

static void
on_composed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Sending) sending = data;
  g_autoptr (GError) error = NULL, told = NULL;

  if (xdp_portal_compose_email_finish (sending->portal, result, &error))
    {
      if (sending->sent != NULL)
        sending->sent (sending->data);
      sf_context_say (sending->context, _ ("Your e-mail program has the report."), FALSE);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_debug ("send: %s", error->message);
  g_set_error_literal (&told, SF_ERROR, SF_ERROR_FAILED,
                       _ ("No e-mail program could be opened here. Export the report as a PDF, and "
                          "attach that file to a letter of your own."));
  sf_context_report_as (sending->context, _ ("The report was not sent"), told);
}

static gboolean
write_pages (SfDisplayList *list, GBytes *sealed, const char *path, GError **error)
{
  if (sealed == NULL)
    return sf_report_write_pdf_file (list, path, NULL, error);
  return g_file_set_contents_full (path, g_bytes_get_data (sealed, NULL),
                                   (gssize)g_bytes_get_size (sealed),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

void
sf_report_send (GtkWidget *parent,
                SfContext *context,
                const char *kind,
                SfDisplayList *list,
                GBytes *sealed,
                SfSentFunc sent,
                gpointer data,
                GDestroyNotify destroy)
{
  Sending *sending = g_new0 (Sending, 1);
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autofree char *name = sf_report_propose_name (context, kind, SF_REPORT_PDF);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  const char *nobody[] = { NULL }, *attachments[] = { NULL, NULL };

  sending->context = g_object_ref (context);
  sending->portal = xdp_portal_new ();
  sending->parent = GTK_IS_WINDOW (root) ? xdp_parent_new_gtk (GTK_WINDOW (root)) : NULL;
  sending->sent = sent;
  sending->data = data;
  sending->destroy = destroy;
  path = sf_private_copies_place_new (sf_context_get_workbook (context), name, &error);
  if (path == NULL || !write_pages (list, sealed, path, &error))
    {
      sf_context_report (context, error);
      sending_free (sending);
      return;
    }
  sf_private_copies_seal (path);
  attachments[0] = path;
  xdp_portal_compose_email (sending->portal, sending->parent, nobody, nobody, nobody,
                            sf_document_get_title (sf_display_list_get_document (list)), NULL,
                            attachments, XDP_EMAIL_FLAG_NONE, NULL, on_composed_cb, sending);
}
