/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "report/sf-report-pdf.h"
#include "ui/sf-print-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <libportal/portal.h>
#include <sys/mman.h>
#include <unistd.h>

static void
sf_print_free (SfPrint *self)
{
  if (self->job.destroy != NULL)
    self->job.destroy (self->job.data);
  g_free ((char *)self->job.title);
  g_clear_pointer (&self->job.sealed, g_bytes_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_object (&self->parent);
  g_clear_object (&self->list);
  g_free (self);
}

gboolean
sf_print_make (SfPrint *self, GtkPageSetup *setup, GError **error)
{
  g_autoptr (GOutputStream) memory = NULL;

  if (self->job.sealed != NULL)
    {
      self->pdf = g_bytes_ref (self->job.sealed);
      return TRUE;
    }
  self->list = self->job.compose (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                  gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS),
                                  self->job.data, error);
  if (self->list == NULL)
    return FALSE;
  memory = g_memory_output_stream_new_resizable ();
  if (!sf_report_write_pdf (self->list, memory, NULL, error)
      || !g_output_stream_close (memory, NULL, error))
    return FALSE;
  self->pdf = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  return TRUE;
}

int
sf_print_open_pdf (SfPrint *self, GError **error)
{
  gsize size, done = 0;
  const char *bytes = g_bytes_get_data (self->pdf, &size);
  int fd = memfd_create ("sixfold-print", MFD_CLOEXEC);

  while (fd >= 0 && done < size)
    {
      ssize_t n = write (fd, bytes + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          close (fd);
          fd = -1;
          break;
        }
      done += (gsize)n;
    }
  if (fd < 0 || lseek (fd, 0, SEEK_SET) != 0)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                         _ ("There was no room to put the pages for the printer. Nothing was lost: "
                            "close other programs, and try again."));
  return fd;
}

GtkPageSetup *
sf_print_make_a4 (SfPrint *self)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  if (self->job.across)
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (a4);
  return setup;
}

void
sf_print_finish (SfPrint *self, GError *cause)
{
  g_autoptr (GError) error = cause;

  if (error != NULL && error->domain != SF_ERROR)
    {
      g_debug ("print: %s", error->message);
      g_clear_error (&error);
      g_set_error_literal (&error, SF_ERROR, SF_ERROR_FAILED,
                           _ ("It could not be printed. Nothing was lost: try again, or export it "
                              "as a PDF and print that."));
    }
  if (self->job.done != NULL)
    self->job.done (error, self->job.data);
  sf_print_free (self);
}

void
sf_print_cancel (SfPrint *self)
{
  sf_print_free (self);
}

/* A sandbox sees no printers. Where the user asks for portals everywhere, they are taken too. */
static gboolean
wants_portal (void)
{
  return xdp_portal_running_under_sandbox () || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

void
sf_report_print (GtkWindow *parent, const SfPrintJob *job)
{
  SfPrint *self;

  g_return_if_fail (job != NULL && (job->compose != NULL || job->sealed != NULL));

  self = g_new0 (SfPrint, 1);
  self->job = *job;
  self->job.title = g_strdup (job->title);
  if (job->sealed != NULL)
    g_bytes_ref (job->sealed);
  self->parent = parent != NULL ? g_object_ref (parent) : NULL;
  if (wants_portal ())
    sf_print_by_portal (self);
  else
    sf_print_by_dialog (self);
}
