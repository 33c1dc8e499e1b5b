/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The pages of the example's report as cairo paints them, which is how the screen and a printer get
 * them, against our PDF: every letter must be the same, in the same place. Poppler reads
 * both. */
#include <cairo-pdf.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "pdf-sample.h"
#include "report/sf-compose-governors.h"
#include "report/sf-paint-cairo.h"
#include "report/sf-report-pdf.h"
#include "workbook/sf-workbook.h"

#define BAR 0.5 /* points */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

static cairo_status_t
on_write_cb (void *data, const unsigned char *bytes, unsigned length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
paint (SfDisplayList *list)
{
  const SfStyleSheet *sheet = sf_display_list_get_sheet (list);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (on_write_cb, bytes, sheet->page_width,
                                             sheet->page_height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    {
      sf_paint_cairo_page (list, i, cr);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
write_pdf (SfDisplayList *list)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sf_report_write_pdf (list, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* A letter and its box. */
typedef struct
{
  gunichar c;
  PopplerRectangle box;
} Letter;

static GArray *
list_letters (PopplerPage *page)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  const char *at = text;
  guint n = 0;

  poppler_page_get_text_layout (page, &boxes, &n);
  for (guint i = 0; i < n && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      Letter letter = { g_utf8_get_char (at), boxes[i] };

      /* Where words part is poppler's to say, and has no ink. */
      if (!g_unichar_isspace (letter.c) && g_unichar_isdefined (letter.c))
        g_array_append_val (letters, letter);
    }
  return letters;
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  const Letter *first = a, *second = b;

  if (first->c != second->c)
    return first->c < second->c ? -1 : 1;
  if (fabs (first->box.y2 - second->box.y2) > BAR)
    return first->box.y2 < second->box.y2 ? -1 : 1;
  return first->box.x1 < second->box.x1 ? -1 : first->box.x1 > second->box.x1;
}

static double
get_distance (const Letter *a, const Letter *b)
{
  double x = MAX (fabs (a->box.x1 - b->box.x1), fabs (a->box.x2 - b->box.x2));

  return a->c == b->c ? MAX (x, fabs (a->box.y2 - b->box.y2)) : G_MAXDOUBLE;
}

/* Returns the largest distance of a letter to itself. In which order poppler finds the columns of a
 * page hangs on hundredths of a point, so each is looked for where it should be; the order of what
 * is read is held against the document by the test of the tags. */
static double
compare_page (PopplerDocument *ours, PopplerDocument *painted, guint number)
{
  g_autoptr (PopplerPage) first = poppler_document_get_page (ours, number);
  g_autoptr (PopplerPage) second = poppler_document_get_page (painted, number);
  g_autoptr (GArray) letters = list_letters (first), others = list_letters (second);
  double largest = 0;

  g_assert_cmpuint (letters->len, >, 0);
  g_assert_cmpuint (letters->len, ==, others->len);
  g_array_sort (letters, compare_letters);
  g_array_sort (others, compare_letters);
  for (guint i = 0; i < letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters, Letter, i);
      const Letter *other = &g_array_index (others, Letter, i);
      double distance = get_distance (letter, other);

      if (distance >= BAR)
        g_error ("page %u: U+%04X at %g, %g and U+%04X at %g, %g", number + 1, letter->c,
                 letter->box.x1, letter->box.y1, other->c, other->box.x1, other->box.y1);
      largest = MAX (largest, distance);
    }
  return largest;
}

static void
assert_places (SfDisplayList *list)
{
  g_autoptr (GBytes) written = write_pdf (list), drawn = paint (list);
  g_autoptr (PopplerDocument) ours = open_pdf (written), painted = open_pdf (drawn);
  guint n = sf_display_list_get_n_pages (list);

  g_assert_cmpint (poppler_document_get_n_pages (ours), ==, n);
  g_assert_cmpint (poppler_document_get_n_pages (painted), ==, n);
  for (guint i = 0; i < n; i++)
    {
      double largest = compare_page (ours, painted, i);

      g_test_message ("page %u: %.3f pt", i + 1, largest);
    }
}

static void
test_example (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, &error);
  SfGovernorsOptions options = { .annex = TRUE, .today = "2026-11-22" };
  g_autoptr (SfWorkbook) workbook
      = sf_workbook_open (g_getenv ("SIXFOLD_EXAMPLE"), SF_OPEN_READ_ONLY, &error);
  const SfStyleSheet *sheets[]
      = { sf_style_sheet_get_standard (), sf_style_sheet_get_large_print () };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      SfModel *model = sf_workbook_get_model (workbook);
      g_autoptr (SfDisplayList) list
          = sf_compose_governors (model, sf_model_get_latest_evaluation (model, NULL), &options,
                                  sheets[i], fonts, &error);

      g_assert_no_error (error);
      assert_places (list);
    }
  g_assert_true (sf_workbook_close (workbook, &error));
}

/* --- ink -------------------------------------------------------------------------------------- */

/* How much of a page differs in a picture of it, as a share of its ink. */
static double
compare_ink (PopplerDocument *ours, SfDisplayList *list, guint number)
{
  enum
  {
    WIDTH = 596,
    HEIGHT = 842
  };
  cairo_surface_t *surfaces[2];
  double ink = 0, different = 0;

  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
      cr = cairo_create (surfaces[i]);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      if (i == 0)
        {
          g_autoptr (PopplerPage) page = poppler_document_get_page (ours, number);

          poppler_page_render (page, cr);
        }
      else
        sf_paint_cairo_page (list, number, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
    }
  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH * 4; x++)
      {
        gsize at = y * cairo_image_surface_get_stride (surfaces[0]) + x;
        int a = cairo_image_surface_get_data (surfaces[0])[at];
        int b = cairo_image_surface_get_data (surfaces[1])[at];

        if (x % 4 == 3)
          continue;
        ink += 255 - b;
        different += ABS (a - b);
      }
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  return ink > 0 ? different / ink : 0;
}

/* All that is drawn is drawn in both: rules, fills, marks, charts, boxes of missing letters, all
 * scripts. */
static void
test_ink (void)
{
  SfDocument *documents[] = { test_make_sample (), test_make_hard (5, 5) };
  g_autoptr (SfFonts) fonts = test_fonts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (SfDisplayList) list
          = sf_layout_run (documents[i], sf_style_sheet_get_standard (), fonts);
      g_autoptr (GBytes) written = write_pdf (list);
      g_autoptr (PopplerDocument) ours = open_pdf (written);

      for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
        {
          double different = compare_ink (ours, list, page);

          g_test_message ("page %u: %.1f %%", page + 1, different * 100);
          g_assert_cmpfloat (different, <, 0.12);
        }
      g_object_unref (documents[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf-places/example", test_example);
  g_test_add_func ("/report/pdf-places/ink", test_ink);
  return g_test_run ();
}
