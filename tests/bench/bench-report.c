/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include "report/sf-compose-governors.h"
#include "report/sf-report-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* The report of the example with its annex, composed, laid out and written as PDF, beside a bare
 * loop that gives the same words to Pango and paints them with cairo on as many pages; and the same
 * with ten times the words. */

#define ROUNDS 7

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *)closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static SfDisplayList *
compose (SfModel *model, SfFonts *fonts)
{
  SfGovernorsOptions options = { .annex = TRUE, .today = "2026-11-22" };
  g_autoptr (GError) error = NULL;
  SfDisplayList *list
      = sf_compose_governors (model, sf_model_get_latest_evaluation (model, NULL), &options,
                              sf_style_sheet_get_standard (), fonts, &error);

  bench_must (list != NULL, error);
  return list;
}

static double
time_ours (SfModel *model, SfFonts *fonts)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SfDisplayList) list = compose (model, fonts);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  bench_must (sf_report_write_pdf (list, stream, NULL, &error), error);
  return (double)(g_get_monotonic_time () - start) / 1e3;
}

/* What stands on a page, a paragraph for each run of the same prose. */
static GPtrArray *
collect_words (SfDisplayList *list, guint page)
{
  GPtrArray *items = sf_display_list_get_page (list, page);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  const SfProse *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      SfItem *item = items->pdata[i];

      if (item->kind != SF_ITEM_GLYPHS || item->text == NULL)
        continue;
      if (item->origin.prose != last && text->len > 0)
        {
          g_ptr_array_add (paragraphs, g_strdup (text->str));
          g_string_truncate (text, 0);
        }
      g_string_append (text, item->text);
      g_string_append_c (text, ' ');
      last = item->origin.prose;
    }
  g_ptr_array_add (paragraphs, g_strdup (text->str));
  return paragraphs;
}

static double
time_bare (GPtrArray *pages, SfFonts *fonts)
{
  const SfStyleSheet *sheet = sf_style_sheet_get_standard ();
  gint64 start = g_get_monotonic_time ();
  PangoContext *context = sf_fonts_create_context (fonts, "en-GB");
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  gsize bytes = 0;
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (count_bytes, &bytes, sheet->page_width,
                                             sheet->page_height);
  cairo_t *cr = cairo_create (surface);

  pango_font_description_set_family (font, sheet->family);
  pango_font_description_set_size (font, (int)(sheet->size * PANGO_SCALE));
  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *paragraphs = pages->pdata[i];
      double y = sheet->margin_top;

      for (guint k = 0; k < paragraphs->len; k++)
        {
          g_autoptr (PangoLayout) layout = pango_layout_new (context);
          int height;

          pango_layout_set_font_description (layout, font);
          pango_layout_set_width (layout, (int)((sheet->page_width - 2 * sheet->margin_side)
                                                * PANGO_SCALE));
          pango_layout_set_text (layout, paragraphs->pdata[k], -1);
          pango_layout_get_size (layout, NULL, &height);
          cairo_move_to (cr, sheet->margin_side, y);
          pango_cairo_show_layout (cr, layout);
          y += (double)height / PANGO_SCALE;
        }
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return (double)(g_get_monotonic_time () - start) / 1e3;
}

static double
measure (const char *name, SfModel *model, SfFonts *fonts)
{
  g_autoptr (SfDisplayList) list = compose (model, fonts);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  double ours[ROUNDS], bare[ROUNDS];
  double each;

  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    g_ptr_array_add (pages, collect_words (list, i));
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = time_bare (pages, fonts);
      ours[i] = time_ours (model, fonts);
    }
  each = bench_median (ours, ROUNDS);
  bench_print (name, each, bench_median (bare, ROUNDS), "ms", 1.5);
  return each / pages->len;
}

/* Every text of every judgement ten times over. */
static void
multiply_words (SfWorkbook *workbook)
{
  static const guint columns[]
      = { SF_JUDGEMENT_STRENGTHS, SF_JUDGEMENT_IMPROVEMENTS, SF_JUDGEMENT_DIFFERENCE };
  SfModel *model = sf_workbook_get_model (workbook);
  g_autoptr (GPtrArray) judgements
      = sf_model_list_judgements (model, sf_model_get_latest_evaluation (model, NULL), NULL);
  SfStep *step = sf_step_new ("ten times");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < judgements->len; i++)
    for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
      {
        SfRecord *record = judgements->pdata[i];
        const char *text = sf_record_get_text (record, columns[c]);
        g_autoptr (GString) ten = g_string_new (NULL);

        for (guint k = 0; text != NULL && k < 10; k++)
          g_string_append_printf (ten, "%s ", text);
        if (text != NULL)
          sf_step_set_text (step, SF_TYPE_JUDGEMENT, sf_record_get_uuid (record), columns[c],
                            ten->str);
      }
  sf_workbook_submit (workbook, step);
  bench_must (sf_workbook_sync (workbook, &error), error);
}

int
main (void)
{
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *path = g_build_filename (folder, "example.sixfold", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("SIXFOLD_EXAMPLE"));
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (SfWorkbook) workbook = NULL;
  g_autoptr (SfFonts) fonts = NULL;
  g_autoptr (GError) error = NULL;
  double one, ten;

  bench_must (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
  workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  bench_must (workbook != NULL, error);
  fonts = sf_fonts_new (NULL, &error);
  bench_must (fonts != NULL, error);
  one = measure ("report-example", sf_workbook_get_model (workbook), fonts);
  multiply_words (workbook);
  ten = measure ("report-ten-times", sf_workbook_get_model (workbook), fonts);
  bench_print ("report-a-page-linear", ten, one, "ms", 1.5);
  bench_must (sf_workbook_close (workbook, &error), error);
  bench_remove_folder (folder);
  return 0;
}
