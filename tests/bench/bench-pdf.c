/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include <glib/gstdio.h>

#include "report/sf-compose-governors.h"
#include "report/sf-layout.h"
#include "report/sf-report-pdf.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

/* The example's report with its annex, from blocks to a PDF, beside what a user could take instead:
 * LibreOffice with our text document of the same blocks, WeasyPrint and Chromium with our web page.
 * Ours reads its fonts anew each time, as theirs do; their start counts, for nobody gets a PDF of
 * them without it, and is told apart as well: the time that one word takes. Then how the time grows
 * with the pages. */

#define ROUNDS 7
#define OTHER_ROUNDS 3
#define TIMES 8 /* so much faster than each */

static double
get_ms (gint64 since)
{
  return (double)(g_get_monotonic_time () - since) / 1e3;
}

static double
time_ours (SfDocument *document, guint *n_pages, gsize *size)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, &error);
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  bench_must (fonts != NULL, error);
  list = sf_layout_run (document, sf_style_sheet_get_standard (), fonts);
  bench_must (sf_report_write_pdf (list, stream, NULL, &error), error);
  *n_pages = sf_display_list_get_n_pages (list);
  *size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  return get_ms (start);
}

static double
measure_ours (SfDocument *document, guint rounds, guint *n_pages, gsize *size)
{
  double each[ROUNDS];

  for (guint i = 0; i < rounds; i++)
    each[i] = time_ours (document, n_pages, size);
  return bench_median (each, rounds);
}

/* --- the others ------------------------------------------------------------------------------- */

typedef enum
{
  OFFICE,
  WEASYPRINT,
  CHROMIUM,
  N_OTHERS,
} Other;

static const char *const names[N_OTHERS] = { "office", "weasyprint", "chromium" };

static double
time_other (Other other, const char *folder, const char *odt, const char *html)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", folder);
  g_autofree char *data = g_strdup_printf ("--user-data-dir=%s/chromium", folder);
  g_autofree char *out = g_build_filename (folder, "report.pdf", NULL); /* as the office names it */
  g_autofree char *print = g_strdup_printf ("--print-to-pdf=%s", out);
  const char *const commands[N_OTHERS][10] = {
    { "soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, odt, NULL },
    { "weasyprint", html, out, NULL },
    { "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", data, print,
      html, NULL },
  };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  int status = 0;
  gboolean done;

  done
      = g_spawn_sync (folder, (char **)commands[other], NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, NULL, NULL, &status, &error)
        && g_spawn_check_wait_status (status, &error);
  bench_must (done, error);
  bench_must (g_unlink (out) == 0, NULL); /* it may end well and write nothing */
  return get_ms (start);
}

static char *
write_file (const char *folder, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  bench_must (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   &error),
              error);
  return path;
}

static double
measure_other (Other other, const char *folder, SfDocument *document, guint rounds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) odt = sf_write_odt (document, &error), html = sf_write_html (document);
  g_autofree char *odt_path = NULL, *html_path = NULL;
  double each[OTHER_ROUNDS];

  bench_must (odt != NULL, error);
  odt_path = write_file (folder, "report.odt", odt);
  html_path = write_file (folder, "report.html", html);
  for (guint i = 0; i < rounds; i++)
    each[i] = time_other (other, folder, odt_path, html_path);
  return bench_median (each, rounds);
}

static void
compare_with (const char *folder, SfDocument *document, double ours)
{
  g_autoptr (SfDocument) word = sf_document_new ("Word", "en-GB", "2026-11-22");

  sf_document_add_text (word, "word");
  for (Other other = 0; other < N_OTHERS; other++)
    {
      g_autofree char *name = g_strdup_printf ("pdf-to-%s", names[other]);
      double start, whole;

      /* The first run makes a profile, which is nobody's usual case. */
      measure_other (other, folder, word, 1);
      start = measure_other (other, folder, word, OTHER_ROUNDS);
      whole = measure_other (other, folder, document, OTHER_ROUNDS);
      bench_print (name, ours, whole, "ms", 1.0 / TIMES);
      printf ("bench: %s-without-start %.3f ms reference %.3f ms ratio %.2f limit -\n", name, ours,
              whole - start, ours / (whole - start));
    }
}

/* --- how it grows ----------------------------------------------------------------------------- */

static char *
make_text (guint words, guint seed)
{
  static const char *const all[] = { "families", "of",     "the",   "Dell", "came",  "again",
                                     "in",       "summer", "staff", "were", "first", "there" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words; i++)
    g_string_append_printf (text, "%s ", all[g_rand_int_range (rand, 0, G_N_ELEMENTS (all))]);
  return g_string_free (text, FALSE);
}

static void
add_table (SfDocument *document, guint seed)
{
  SfBlock *table = sf_block_new_table ();
  SfTableRow *row = sf_block_add_header_row (table);

  for (guint i = 0; i < 4; i++)
    {
      sf_block_add_column (table, 1, SF_ALIGN_START);
      sf_table_row_add_cell (row, sf_prose_new ("What it is"), SF_SCOPE_COLUMN);
    }
  for (guint i = 0; i < 12; i++)
    {
      row = sf_block_add_row (table);
      for (guint k = 0; k < 4; k++)
        {
          g_autofree char *text = make_text (3, seed * 100 + i * 4 + k);

          sf_table_row_add_cell (row, sf_prose_new (text), k == 0 ? SF_SCOPE_ROW : SF_SCOPE_NONE);
        }
    }
  sf_document_add (document, table);
}

static SfDocument *
make_long (guint parts)
{
  SfDocument *document = sf_document_new ("A long report", "en-GB", "2026-11-22");

  sf_document_add (document, sf_block_new_contents (1));
  for (guint i = 0; i < parts; i++)
    {
      g_autofree char *title = g_strdup_printf ("Part %u", i + 1);

      sf_document_add_heading (document, 1, title, NULL);
      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *text = make_text (90, i * 3 + k);

          sf_document_add_text (document, text);
        }
      add_table (document, i);
    }
  return document;
}

static void
measure_growth (void)
{
  g_autoptr (SfDocument) small = make_long (50), large = make_long (560);
  guint few, many;
  gsize size;
  double first = measure_ours (small, ROUNDS, &few, &size);
  double last = measure_ours (large, 3, &many, &size);

  printf ("%u pages in %.0f ms, %u pages in %.0f ms, %zu bytes\n", few, first, many, last, size);
  if (many < 500)
    bench_must (FALSE, g_error_new (G_IO_ERROR, 0, "only %u pages", many));
  bench_print ("pdf-a-page-linear", last / many, first / few, "ms", 1.25);
}

int
main (void)
{
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *path = g_build_filename (folder, "example.sixfold", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("SIXFOLD_EXAMPLE"));
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (SfWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, &error);
  SfGovernorsOptions options = { .annex = TRUE, .today = "2026-11-22" };
  guint n_pages;
  gsize size;

  bench_must (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
  workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  bench_must (workbook != NULL, error);
  {
    SfModel *model = sf_workbook_get_model (workbook);
    g_autoptr (SfDisplayList) list
        = sf_compose_governors (model, sf_model_get_latest_evaluation (model, NULL), &options,
                                sf_style_sheet_get_standard (), fonts, &error);
    SfDocument *document;
    double ours;

    bench_must (list != NULL, error);
    document = sf_display_list_get_document (list);
    ours = measure_ours (document, ROUNDS, &n_pages, &size);
    printf ("the example: %u pages, %zu bytes, %.1f ms\n", n_pages, size, ours);
    compare_with (folder, document, ours);
  }
  measure_growth ();
  bench_must (sf_workbook_close (workbook, &error), error);
  bench_remove_folder (folder);
  return 0;
}
