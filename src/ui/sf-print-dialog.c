/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Printing where the program sees the printers. */
#include "report/sf-paint-cairo.h"
#include "ui/sf-print-private.h"

#include <unistd.h>

/* --- sending ---------------------------------------------------------------------------------- */

typedef struct
{
  SfPrint *print;
  int fd;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  if (sending->fd >= 0)
    close (sending->fd);
  g_free (sending);
}

static void
on_sent_cb (GtkPrintJob *job, gpointer data, const GError *error)
{
  Sending *sending = data;

  sf_print_finish (sending->print, error != NULL ? g_error_copy (error) : NULL);
}

/* Whether the file itself does what was asked for: another format, or some of the pages only, is
 * painted anew. What is sealed is printed whole or not at all. */
static gboolean
takes_file (SfPrint *print, GtkPrinter *printer, GtkPrintSettings *settings)
{
  const char *format = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT);

  if (print->list == NULL)
    return TRUE;
  if (gtk_printer_is_virtual (printer) && format != NULL && g_strcmp0 (format, "pdf") != 0)
    return FALSE;
  return gtk_printer_accepts_pdf (printer)
         && gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_ALL;
}

static gboolean
is_wanted (GtkPrintSettings *settings, int page)
{
  int n_ranges = 0;
  g_autofree GtkPageRange *ranges = NULL;

  if (gtk_print_settings_get_print_pages (settings) != GTK_PRINT_PAGES_RANGES)
    return TRUE;
  ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    if (page >= ranges[i].start && (page <= ranges[i].end || ranges[i].end < 0))
      return TRUE;
  return FALSE;
}

static gboolean
paint (SfPrint *print, GtkPrintJob *job, GtkPrintSettings *settings, GError **error)
{
  cairo_surface_t *surface = gtk_print_job_get_surface (job, error);
  cairo_t *cr;

  if (surface == NULL)
    return FALSE;
  cr = cairo_create (surface);
  for (guint i = 0; i < sf_display_list_get_n_pages (print->list); i++)
    if (is_wanted (settings, (int)i))
      {
        sf_paint_cairo_page (print->list, i, cr);
        cairo_show_page (cr);
      }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error_literal (error, GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL,
                       cairo_status_to_string (cairo_surface_status (surface)));
  return FALSE;
}

void
sf_print_send (SfPrint *self, GtkPrinter *printer, GtkPrintSettings *settings, GtkPageSetup *setup)
{
  Sending *sending;
  GtkPrintJob *job;
  GError *error = NULL;
  gboolean ready;

  if (!sf_print_make (self, setup, &error))
    {
      sf_print_finish (self, error);
      return;
    }
  sending = g_new (Sending, 1);
  sending->print = self;
  sending->fd = -1;
  job = gtk_print_job_new (self->job.title, printer, settings, setup);
  if (takes_file (self, printer, settings))
    {
      sending->fd = sf_print_open_pdf (self, &error);
      ready = sending->fd >= 0 && gtk_print_job_set_source_fd (job, sending->fd, &error);
    }
  else
    ready = paint (self, job, settings, &error);
  if (ready)
    gtk_print_job_send (job, on_sent_cb, sending, sending_free);
  else
    {
      sending_free (sending);
      sf_print_finish (self, error);
    }
  g_object_unref (job);
}

/* --- asking ----------------------------------------------------------------------------------- */

static void
on_response_cb (GtkPrintUnixDialog *dialog, int response, gpointer data)
{
  SfPrint *self = data;
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (dialog);

  if (response == GTK_RESPONSE_OK && printer != NULL)
    {
      g_autoptr (GtkPrinter) chosen = g_object_ref (printer);
      g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
      g_autoptr (GtkPageSetup) setup = g_object_ref (gtk_print_unix_dialog_get_page_setup (dialog));

      gtk_window_destroy (GTK_WINDOW (dialog));
      sf_print_send (self, chosen, settings, setup);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  sf_print_cancel (self);
}

void
sf_print_by_dialog (SfPrint *self)
{
  GtkWidget *widget = gtk_print_unix_dialog_new (NULL, self->parent);
  GtkPrintUnixDialog *dialog = GTK_PRINT_UNIX_DIALOG (widget);
  g_autoptr (GtkPageSetup) setup = sf_print_make_a4 (self);

  gtk_print_unix_dialog_set_manual_capabilities (dialog, GTK_PRINT_CAPABILITY_GENERATE_PDF
                                                             | GTK_PRINT_CAPABILITY_GENERATE_PS);
  gtk_print_unix_dialog_set_page_setup (dialog, setup);
  gtk_print_unix_dialog_set_embed_page_setup (dialog, self->job.sealed == NULL);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}
