/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include "report/sf-compose-governors.h"
#include "report/sf-report-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* The report of the example with its annex, composed, laid out and written as PDF, beside a bare
 * loop that gives the same words to Pango as they look and paints them with cairo where they stand,
 * without the rules, fills and marks; the same with fonts that are read anew on both sides, as for
 * the first report; and the same with ten times the words. */

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

static SfFonts *
make_fonts (void)
{
  g_autoptr (GError) error = NULL;
  SfFonts *fonts = sf_fonts_new (NULL, &error);

  bench_must (fonts != NULL, error);
  return fonts;
}

/* With those fonts, or with new ones if there are none. */
static double
time_ours (SfModel *model, SfFonts *known)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SfFonts) fonts = known != NULL ? g_object_ref (known) : make_fonts ();
  g_autoptr (SfDisplayList) list = compose (model, fonts);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  bench_must (sf_report_write_pdf (list, stream, NULL, &error), error);
  return (double)(g_get_monotonic_time () - start) / 1e3;
}

/* What a bare loop is given: words, how they look and where they begin. */
typedef struct
{
  char *text;
  PangoFontDescription *font;
  SfColor color;
  PangoAttrList *attributes; /* where a run looks otherwise than the first; or NULL */
  double x;
  double baseline; /* of the first line */
  double width;
} Words;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->text);
  pango_font_description_free (words->font);
  g_clear_pointer (&words->attributes, pango_attr_list_unref);
  g_free (words);
}

static void
add_attribute (Words *words, PangoAttribute *attribute, gsize from)
{
  if (words->attributes == NULL)
    words->attributes = pango_attr_list_new ();
  attribute->start_index = from;
  attribute->end_index = strlen (words->text);
  pango_attr_list_insert (words->attributes, attribute);
}

/* Adds a run to the words, or begins them with it. */
static void
add_run (Words *words, const SfItem *item)
{
  PangoFontDescription *font
      = pango_font_describe_with_absolute_size (item->glyphs->item->analysis.font);
  gsize from = words->text != NULL ? strlen (words->text) : 0;
  char *longer = g_strconcat (words->text != NULL ? words->text : "", item->text, NULL);

  g_free (words->text);
  words->text = longer;
  if (words->font == NULL)
    {
      words->font = g_steal_pointer (&font);
      words->color = item->color;
      words->x = item->x;
      words->baseline = item->y;
      words->width = item->width;
      return;
    }
  if (!pango_font_description_equal (words->font, font))
    add_attribute (words, pango_attr_font_desc_new (font), from);
  if (memcmp (&words->color, &item->color, sizeof (SfColor)) != 0)
    add_attribute (words,
                   pango_attr_foreground_new (item->color.red * 65535, item->color.green * 65535,
                                              item->color.blue * 65535),
                   from);
  words->width = MAX (words->width, item->x + item->width - words->x);
  pango_font_description_free (font);
}

/* What stands on a page: the runs of the same prose together, what is no prose run by run. */
static GPtrArray *
collect_words (SfDisplayList *list, guint page)
{
  GPtrArray *items = sf_display_list_get_page (list, page);
  GPtrArray *all = g_ptr_array_new_with_free_func (words_free);
  const SfProse *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const SfItem *item = items->pdata[i];

      if (item->kind != SF_ITEM_GLYPHS)
        continue;
      if (all->len == 0 || item->origin.prose == NULL || item->origin.prose != last)
        g_ptr_array_add (all, g_new0 (Words, 1));
      add_run (all->pdata[all->len - 1], item);
      last = item->origin.prose;
    }
  return all;
}

/* Makes a layout, has it laid out, shows it, once. */
static void
paint_words (cairo_t *cr, PangoContext *context, const Words *words)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_font_description (layout, words->font);
  pango_layout_set_attributes (layout, words->attributes);
  pango_layout_set_width (layout, (int)((words->width + 1) * PANGO_SCALE));
  pango_layout_set_text (layout, words->text, -1);
  cairo_set_source_rgb (cr, words->color.red, words->color.green, words->color.blue);
  cairo_move_to (cr, words->x,
                 words->baseline - (double)pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static double
time_bare (GPtrArray *pages, SfFonts *known)
{
  const SfStyleSheet *sheet = sf_style_sheet_get_standard ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (SfFonts) fonts = known != NULL ? g_object_ref (known) : make_fonts ();
  PangoContext *context = sf_fonts_create_context (fonts, "en-GB");
  gsize bytes = 0;
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (count_bytes, &bytes, sheet->page_width,
                                             sheet->page_height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < pages->len; i++)
    {
      GPtrArray *words = pages->pdata[i];

      for (guint k = 0; k < words->len; k++)
        paint_words (cr, context, words->pdata[k]);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return (double)(g_get_monotonic_time () - start) / 1e3;
}

/* Returns the time that a page takes. */
static double
measure (const char *name, SfModel *model, SfFonts *fonts)
{
  g_autoptr (SfFonts) first = make_fonts ();
  g_autoptr (SfDisplayList) list = compose (model, fonts != NULL ? fonts : first);
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
  g_autoptr (SfFonts) fonts = make_fonts ();
  g_autoptr (GError) error = NULL;
  double one, ten;

  bench_must (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), error);
  workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  bench_must (workbook != NULL, error);
  measure ("report-first", sf_workbook_get_model (workbook), NULL);
  one = measure ("report-example", sf_workbook_get_model (workbook), fonts);
  multiply_words (workbook);
  ten = measure ("report-ten-times", sf_workbook_get_model (workbook), fonts);
  bench_print ("report-a-page-linear", ten, one, "ms", 1.5);
  bench_must (sf_workbook_close (workbook, &error), error);
  bench_remove_folder (folder);
  return 0;
}
