/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Prints a document by the program's own road, without a person: to a named printer ("PRINTER
 * PDF"), or through the portal ("--portal PDF"). What it laid out is written to PDF as well, so
 * that its bytes can be held against those that arrive. Says how it ended. */
#include "report/sf-layout.h"
#include "report/sf-report-pdf.h"
#include "ui/sf-print-private.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *printer;
  const char *path;
  SfFonts *fonts;
  GMainLoop *loop;
  GtkPrinter *found;
  int code;
} Driver;

static SfDocument *
make_document (void)
{
  SfDocument *document = sf_document_new ("A report", "en-GB", "2026-11-29");

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Part %u", i + 1);

      sf_document_add_heading (document, 1, heading, NULL);
      sf_document_add_text (document, "Families told us what helped, and what did not. We changed "
                                      "the times of two sessions because of it.");
    }
  return document;
}

/* Also keeps what is printed. */
static SfDisplayList *
compose (double width, double height, gpointer data, GError **error)
{
  Driver *driver = data;
  g_autoptr (SfDocument) document = make_document ();
  SfStyleSheet sheet = *sf_style_sheet_get_standard ();
  SfDisplayList *list;

  sf_style_sheet_set_paper (&sheet, width, height);
  list = sf_layout_run (document, &sheet, driver->fonts);
  if (!sf_report_write_pdf_file (list, driver->path, NULL, error))
    g_clear_object (&list);
  return list;
}

static void
on_done_cb (const GError *error, gpointer data)
{
  Driver *driver = data;

  g_print ("%s\n", error != NULL ? error->message : "printed");
  driver->code = error != NULL ? 1 : 0;
  g_main_loop_quit (driver->loop);
}

static void
on_destroyed_cb (gpointer data)
{
  Driver *driver = data;

  g_main_loop_quit (driver->loop); /* cancelled: nobody else says so */
}

static SfPrint *
make_print (Driver *driver)
{
  SfPrint *print = g_new0 (SfPrint, 1);

  print->job.title = g_strdup ("A report");
  print->job.compose = compose;
  print->job.done = on_done_cb;
  print->job.data = driver;
  print->job.destroy = on_destroyed_cb;
  return print;
}

static gboolean
on_printer_cb (GtkPrinter *printer, gpointer data)
{
  Driver *driver = data;

  if (strcmp (gtk_printer_get_name (printer), driver->printer) != 0)
    return FALSE;
  driver->found = g_object_ref (printer);
  g_main_loop_quit (driver->loop);
  return TRUE;
}

static void
print_to_printer (Driver *driver)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  SfPrint *print = make_print (driver);

  setup = sf_print_make_a4 (print);
  if (g_getenv ("SIXFOLD_TEST_PAGES") != NULL)
    {
      GtkPageRange range = { 1, 1 };

      gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
      gtk_print_settings_set_page_ranges (settings, &range, 1);
    }
  sf_print_send (print, driver->found, settings, setup);
}

int
main (int argc, char **argv)
{
  Driver driver = { .code = 2 };
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return EXIT_FAILURE;
  adw_init ();
  driver.printer = argv[1];
  driver.path = argv[2];
  driver.loop = g_main_loop_new (NULL, FALSE);
  driver.fonts = sf_fonts_new (NULL, &error);
  g_assert_no_error (error);
  if (strcmp (argv[1], "--portal") == 0)
    sf_print_by_portal (make_print (&driver));
  else
    {
      gtk_enumerate_printers (on_printer_cb, &driver, NULL, FALSE);
      g_main_loop_run (driver.loop);
      print_to_printer (&driver);
    }
  if (driver.code == 2)
    g_main_loop_run (driver.loop);
  g_clear_object (&driver.found);
  g_clear_object (&driver.fonts);
  g_main_loop_unref (driver.loop);
  return driver.code;
}
