/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sf-text.h"
#include "report/sf-paint-cairo.h"
#include "report/sf-write-private.h"

static gboolean
is_in_xml (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7f && c < 0xfffe)
         || (c >= 0x10000 && (c & 0xfffe) != 0xfffe);
}

static cairo_status_t
on_png_cb (void *data, const unsigned char *bytes, unsigned length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

char *
sf_write_encode_picture (const SfPicture *picture)
{
  cairo_surface_t *surface = sf_paint_cairo_make_surface (picture);
  g_autoptr (GByteArray) png = g_byte_array_new ();

  if (cairo_surface_write_to_png_stream (surface, on_png_cb, png) != CAIRO_STATUS_SUCCESS)
    g_warning ("a picture was not encoded");
  cairo_surface_destroy (surface);
  return g_base64_encode (png->data, png->len);
}

char *
sf_write_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (is_in_xml (g_utf8_get_char (at)))
      g_string_append_unichar (clean, g_utf8_get_char (at));
  return g_string_free (clean, FALSE);
}

char *
sf_write_escape_path (const char *path)
{
  return g_uri_escape_string (path, "/", FALSE);
}

char *
sf_write_color (SfColor color)
{
  return g_strdup_printf ("#%02x%02x%02x", (guint)(color.red * 255 + 0.5),
                          (guint)(color.green * 255 + 0.5), (guint)(color.blue * 255 + 0.5));
}

/* --- charts ----------------------------------------------------------------------------------- */

static void
add_head (SfBlock *table, const char *first, const char *second)
{
  SfTableRow *row = sf_block_add_header_row (table);

  sf_block_add_column (table, 3, SF_ALIGN_START);
  sf_block_add_column (table, 2, SF_ALIGN_START);
  sf_table_row_add_cell (row, sf_prose_new (first), SF_SCOPE_COLUMN);
  sf_table_row_add_cell (row, sf_prose_new (second), SF_SCOPE_COLUMN);
}

static void
add_pair (SfBlock *table, const char *label, const char *value)
{
  SfTableRow *row = sf_block_add_row (table);

  sf_table_row_add_cell (row, sf_prose_new (label), SF_SCOPE_ROW);
  sf_table_row_add_cell (row, sf_prose_new (value), SF_SCOPE_NONE);
}

static void
add_item (SfBlock *table, const SfChartItem *item)
{
  g_autofree char *share = NULL;

  if (item->value_text == NULL && !isnan (item->value))
    share = g_strdup_printf ("%.0f %%", item->value * 100);
  add_pair (table, item->label,
            item->value_text != NULL ? item->value_text
            : share != NULL          ? share
                                     : "–");
}

static void
add_points (SfBlock *table, const GArray *points, const char *word)
{
  for (guint i = 0; i < points->len; i++)
    {
      const SfChartPoint *point = &g_array_index (points, SfChartPoint, i);
      g_autofree char *value = sf_text_format_number (point->y);

      add_pair (table, word, point->label != NULL ? point->label : value);
    }
}

SfBlock *
sf_write_tabulate_chart (const SfBlock *figure)
{
  const SfChart *chart = figure->chart;
  SfBlock *table;

  if (chart->kind == SF_CHART_PETALS
      && (chart->items->len == 0
          || g_array_index (chart->items, SfChartItem, 0).value_text == NULL))
    return NULL;
  table = sf_block_new_table ();
  sf_block_set_name (table, figure->alternative);
  if (chart->kind == SF_CHART_LINE)
    {
      add_head (table, _ ("What"), _ ("Value"));
      add_points (table, chart->plan, _ ("Baseline and target"));
      add_points (table, chart->points, _ ("Reading"));
      return table;
    }
  add_head (table, _ ("What"), _ ("Value"));
  for (guint i = 0; i < chart->items->len; i++)
    add_item (table, &g_array_index (chart->items, SfChartItem, i));
  return table;
}

/* --- headings --------------------------------------------------------------------------------- */

static void
collect_headings (GPtrArray *blocks, GPtrArray *headings)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      SfBlock *block = blocks->pdata[i];

      if (block->kind == SF_BLOCK_HEADING)
        g_ptr_array_add (headings, block);
      if (block->kind != SF_BLOCK_PAIR)
        continue;
      collect_headings (block->first, headings);
      collect_headings (block->second, headings);
    }
}

static GPtrArray *
list_all_headings (SfDocument *document)
{
  GPtrArray *headings = g_ptr_array_new ();

  collect_headings (sf_document_get_blocks (document), headings);
  return headings;
}

gboolean
sf_write_is_name (SfDocument *document, const SfBlock *block)
{
  GPtrArray *blocks = sf_document_get_blocks (document);

  return block->kind == SF_BLOCK_HEADING && block == blocks->pdata[0]
         && g_strcmp0 (block->id, "title") == 0;
}

GPtrArray *
sf_write_list_headings (SfDocument *document, guint deepest)
{
  GPtrArray *headings = list_all_headings (document);

  for (guint i = headings->len; i > 0; i--)
    {
      const SfBlock *heading = headings->pdata[i - 1];

      if (!heading->in_contents || heading->level > deepest)
        g_ptr_array_remove_index (headings, i - 1);
    }
  return headings;
}

char *
sf_write_get_id (SfDocument *document, const SfBlock *heading)
{
  g_autoptr (GPtrArray) headings = NULL;
  guint place = 0;

  if (heading->id != NULL)
    return g_strdup (heading->id);
  headings = list_all_headings (document);
  g_ptr_array_find (headings, heading, &place);
  return g_strdup_printf ("heading-%u", place + 1);
}
