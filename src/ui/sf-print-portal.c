/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Printing in a sandbox: org.freedesktop.portal.Print asks for the printer and the paper
 * (PreparePrint), then takes the file (Print with the token of the answer). */
#include "ui/sf-print-private.h"

#include <libportal-gtk4/portal-gtk4.h>
#include <unistd.h>

typedef struct
{
  SfPrint *print;
  XdpPortal *portal;
  XdpParent *parent;
  int fd;
} Asking;

static Asking *
asking_new (SfPrint *print)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->print = print;
  asking->portal = xdp_portal_new ();
  asking->parent = print->parent != NULL ? xdp_parent_new_gtk (print->parent) : NULL;
  asking->fd = -1;
  return asking;
}

static void
asking_free (Asking *asking)
{
  if (asking->fd >= 0)
    close (asking->fd);
  g_clear_pointer (&asking->parent, xdp_parent_free);
  g_object_unref (asking->portal);
  g_free (asking);
}

/* @error: (transfer full) (nullable) */
static void
end (Asking *asking, GError *error)
{
  SfPrint *print = asking->print;

  asking_free (asking);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      sf_print_finish (print, error);
      return;
    }
  g_error_free (error);
  sf_print_cancel (print);
}

static void
on_printed_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  GError *error = NULL;

  xdp_portal_print_file_finish (asking->portal, result, &error);
  end (asking, error);
}

/* The paper that was chosen; A4 where the portal says nothing of it. */
static GtkPageSetup *
read_setup (Asking *asking, GVariant *answer)
{
  g_autoptr (GVariant) value
      = g_variant_lookup_value (answer, "page-setup", G_VARIANT_TYPE_VARDICT);
  GtkPageSetup *setup = value != NULL ? gtk_page_setup_new_from_gvariant (value) : NULL;

  return setup != NULL ? setup : sf_print_make_a4 (asking->print);
}

static void
on_prepared_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  GError *error = NULL;
  g_autoptr (GVariant) answer = xdp_portal_prepare_print_finish (asking->portal, result, &error);
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *path = NULL;
  guint token = 0;

  if (answer == NULL)
    {
      end (asking, error);
      return;
    }
  setup = read_setup (asking, answer);
  g_variant_lookup (answer, "token", "u", &token);
  if (sf_print_make (asking->print, setup, &error))
    asking->fd = sf_print_open_pdf (asking->print, &error);
  if (asking->fd < 0)
    {
      end (asking, error);
      return;
    }
  path = g_strdup_printf ("/proc/self/fd/%d", asking->fd);
  xdp_portal_print_file (asking->portal, asking->parent, asking->print->job.title, token, path,
                         XDP_PRINT_FLAG_NONE, NULL, on_printed_cb, asking);
}

void
sf_print_by_portal (SfPrint *self)
{
  Asking *asking = asking_new (self);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = sf_print_make_a4 (self);

  xdp_portal_prepare_print (asking->portal, asking->parent, self->job.title,
                            gtk_print_settings_to_gvariant (settings),
                            gtk_page_setup_to_gvariant (setup), XDP_PRINT_FLAG_NONE, NULL,
                            on_prepared_cb, asking);
}
