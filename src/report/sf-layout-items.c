/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Items of the display list: text with its origin, rules, fills, paths. */
#include "report/sf-layout-private.h"

#define PICTURE_DPI 150
#define PICTURE_SHARE 0.6 /* of a page's height, so that it has room for some text */

void
sf_line_free (SfLine *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

SfOrigin
sf_layout_furniture (const SfBlock *block)
{
  return (SfOrigin){ .block = block, .furniture = TRUE };
}

/* --- what was laid out before --------------------------------------------------------------- */

static void
lines_free (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
shaped_free (gpointer data)
{
  sf_shaped_free (data);
}

static guint
key_hash (gconstpointer data)
{
  return g_string_hash (data);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  return g_string_equal (a, b);
}

static void
key_free (gpointer data)
{
  g_string_free (data, TRUE);
}

SfLayoutCache *
sf_layout_cache_new (void)
{
  SfLayoutCache *self = g_new0 (SfLayoutCache, 1);

  self->lines = g_hash_table_new_full (key_hash, key_equal, key_free, lines_free);
  self->shaped = g_hash_table_new_full (key_hash, key_equal, key_free, shaped_free);
  self->key = g_string_new (NULL);
  return self;
}

void
sf_layout_cache_free (SfLayoutCache *self)
{
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->shaped);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* All that the look of the lines depends on; good until the next key is made. */
static GString *
make_key (SfLayout *self, const SfProse *prose, const SfTextStyle *style, double width)
{
  const double numbers[]
      = { style->size, width, style->color.red, style->color.green, style->color.blue };
  GString *key = g_string_truncate (self->cache->key, 0);

  g_string_append_len (key, (const char *)numbers, sizeof numbers);
  g_string_append_c (key, style->bold ? 'b' : '-');
  g_string_append_c (key, 'a' + style->align);
  for (guint i = 0; i < sf_prose_get_n_spans (prose); i++)
    {
      const SfSpan *span = sf_prose_get_span (prose, i);
      const guint8 looks[] = { span->kind, span->shape, span->tone };

      g_string_append_len (key, (const char *)looks, sizeof looks);
      if (span->language != NULL)
        g_string_append (key, span->language);
      /* No text holds a control character, so spans cannot run into one another. */
      g_string_append_c (key, '\002');
      g_string_append (key, span->text);
      g_string_append_c (key, '\001');
    }
  return key;
}

static GString *
keep_key (const GString *key)
{
  return g_string_new_len (key->str, key->len);
}

static const SfShaped *
get_shaped (SfLayout *self, const SfProse *prose, const SfTextStyle *style)
{
  const SfTextStyle unaligned = { style->size, style->bold, style->color, SF_ALIGN_START };
  GString *key = make_key (self, prose, &unaligned, -1);
  SfShaped *known = g_hash_table_lookup (self->cache->shaped, key);

  if (known == NULL)
    {
      known = sf_layout_shape (self, prose, &unaligned);
      g_hash_table_insert (self->cache->shaped, keep_key (key), known);
    }
  return known;
}

static SfLine *
copy_line (const SfLine *line, const SfOrigin *origin, const SfProse *prose, double x)
{
  SfLine *copy = g_memdup2 (line, sizeof *line);

  copy->items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);
  copy->right += x;
  for (guint i = 0; i < line->items->len; i++)
    {
      SfItem *item = sf_item_copy (g_ptr_array_index (line->items, i));
      gboolean furniture = item->origin.furniture;

      item->x += x;
      item->origin = *origin;
      item->origin.furniture = furniture || origin->furniture;
      item->origin.prose = prose;
      g_ptr_array_add (copy->items, item);
    }
  return copy;
}

static GPtrArray *
make_lines (SfLayout *self, const SfProse *prose, const SfTextStyle *style, double width)
{
  const SfShaped *shaped = get_shaped (self, prose, style);
  gboolean cut = pango_layout_get_ellipsize (self->pango) != PANGO_ELLIPSIZE_NONE
                 && sf_shaped_get_width (shaped) > width;
  GPtrArray *lines = cut ? NULL : sf_layout_break_lines (self, shaped, style, width);

  return lines != NULL ? lines : sf_layout_make_lines (self, prose, style, width);
}

/* Lays prose out from x on in the given width; each item says that it is of that origin. */
GPtrArray *
sf_layout_lines (SfLayout *self,
                 const SfProse *prose,
                 const SfTextStyle *style,
                 double x,
                 double width,
                 const SfOrigin *origin)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_line_free), *known;
  GString *key;

  if (*sf_prose_get_text (prose) == '\0')
    return lines;
  key = make_key (self, prose, style, width);
  known = g_hash_table_lookup (self->cache->lines, key);
  if (known == NULL)
    {
      key = keep_key (key);
      known = make_lines (self, prose, style, width);
      g_hash_table_insert (self->cache->lines, key, known);
    }
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (lines, copy_line (g_ptr_array_index (known, i), origin, prose, x));
  return lines;
}

double
sf_layout_measure (SfLayout *self, const SfProse *prose, const SfTextStyle *style)
{
  return sf_shaped_get_width (get_shaped (self, prose, style));
}

/* The width of the longest piece that is not broken. */
double
sf_layout_measure_word (SfLayout *self, const SfProse *prose, const SfTextStyle *style)
{
  return sf_shaped_get_word (get_shaped (self, prose, style));
}

/* --- items ---------------------------------------------------------------------------------- */

/* Moves all items of one array to another, downwards by dy. */
void
sf_layout_take_items (GPtrArray *to, GPtrArray *from, double dy)
{
  gsize n;
  gpointer *items = g_ptr_array_steal (from, &n);

  for (gsize i = 0; i < n; i++)
    {
      ((SfItem *)items[i])->y += dy;
      g_ptr_array_add (to, items[i]);
    }
  g_free (items);
}

/* Sets text that is no prose of the document: a page number, a chart's label. Returns its height.
 */
double
sf_layout_put_text (SfLayout *self,
                    GPtrArray *items,
                    const char *text,
                    const SfTextStyle *style,
                    double x,
                    double y,
                    double width,
                    const SfOrigin *origin)
{
  g_autoptr (SfProse) prose = sf_prose_new (text);
  g_autoptr (GPtrArray) lines = sf_layout_lines (self, prose, style, x, width, origin);
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      SfLine *line = g_ptr_array_index (lines, i);

      for (guint j = 0; j < line->items->len; j++)
        ((SfItem *)g_ptr_array_index (line->items, j))->origin.prose = NULL;
      sf_layout_take_items (items, line->items, y + height);
      height += line->height;
    }
  return height;
}

SfItem *
sf_layout_add_rect (GPtrArray *items,
                    const SfOrigin *origin,
                    double x,
                    double y,
                    double width,
                    double height,
                    SfColor color)
{
  SfItem *item = sf_item_new (SF_ITEM_RECT, origin);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  item->color = color;
  g_ptr_array_add (items, item);
  return item;
}

SfItem *
sf_layout_add_line (GPtrArray *items,
                    const SfOrigin *origin,
                    double x,
                    double y,
                    double width,
                    double height,
                    double line_width,
                    SfColor color)
{
  SfItem *item = sf_layout_add_rect (items, origin, x, y, width, height, color);

  item->kind = SF_ITEM_LINE;
  item->line_width = line_width;
  return item;
}

SfItem *
sf_layout_add_path (GPtrArray *items,
                    const SfOrigin *origin,
                    SfPath *path,
                    double x,
                    double y,
                    double line_width,
                    SfColor color)
{
  SfItem *item = sf_item_new (SF_ITEM_PATH, origin);

  item->x = x;
  item->y = y;
  item->path = path;
  item->line_width = line_width;
  item->color = color;
  g_ptr_array_add (items, item);
  return item;
}

SfPath *
sf_layout_scale_path (const SfPath *path, double scale)
{
  SfPath *scaled = sf_path_new ();
  const SfPathElement *elements;
  gsize n;

  elements = sf_path_get_elements (path, &n);
  for (gsize i = 0; i < n; i++)
    {
      const double *x = elements[i].x, *y = elements[i].y;

      if (elements[i].verb == SF_PATH_MOVE)
        sf_path_move_to (scaled, x[0] * scale, y[0] * scale);
      else if (elements[i].verb == SF_PATH_LINE)
        sf_path_line_to (scaled, x[0] * scale, y[0] * scale);
      else if (elements[i].verb == SF_PATH_CURVE)
        sf_path_curve_to (scaled, x[0] * scale, y[0] * scale, x[1] * scale, y[1] * scale,
                          x[2] * scale, y[2] * scale);
      else
        sf_path_close (scaled);
    }
  return scaled;
}

void
sf_layout_add_shape (GPtrArray *items,
                     const SfOrigin *origin,
                     SfShape shape,
                     double x,
                     double y,
                     double size,
                     SfColor color)
{
  g_auto (SfShapeParts) parts = { NULL, NULL, 0, FALSE };

  sf_shape_get_parts (shape, &parts);
  if (parts.fill != NULL)
    sf_layout_add_path (items, origin, sf_layout_scale_path (parts.fill, size), x, y, 0, color);
  if (parts.stroke != NULL)
    sf_layout_add_path (items, origin, sf_layout_scale_path (parts.stroke, size), x, y,
                        parts.line_width * size, color)
        ->dash
        = parts.dotted ? SF_DASH_DOTTED : SF_DASH_SOLID;
}

/* Sets a picture in the middle of the strip, in its shape. Returns its height. */
double
sf_layout_picture (SfLayout *self, const SfBlock *block, GPtrArray *items)
{
  SfOrigin origin = { .block = block, .role = SF_ROLE_FIGURE };
  SfItem *item = sf_item_new (SF_ITEM_IMAGE, &origin);
  double width = sf_picture_get_width (block->picture) * 72.0 / PICTURE_DPI;
  double shape
      = (double)sf_picture_get_height (block->picture) / sf_picture_get_width (block->picture);

  item->picture = sf_picture_ref (block->picture);
  item->height = MIN (MIN (width, self->width) * shape, (self->bottom - self->top) * PICTURE_SHARE);
  item->width = item->height / shape;
  item->x = self->left + (self->width - item->width) / 2;
  g_ptr_array_add (items, item);
  return item->height;
}
