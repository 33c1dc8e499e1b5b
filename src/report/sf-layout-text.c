/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Prose becomes lines, lines become glyph runs and marks. */
#include "report/sf-layout-private.h"

#include <string.h>

/* A chip's mark takes the place of one letter, so that it cannot be parted from its word. */
#define PLACE_OF_MARK "x"
#define MARK_SIZE 0.74
#define MARK_GAP 0.30

typedef struct
{
  gsize at; /* byte in the text that Pango sees */
  SfShape shape;
  double size;
} Mark;

static void
add_attribute (SfTextBuild *build, PangoAttribute *attribute, gsize from)
{
  attribute->start_index = from;
  attribute->end_index = build->text->len;
  pango_attr_list_insert (build->attributes, attribute);
}

static void
add_color (SfTextBuild *build, SfColor color, gsize from)
{
  add_attribute (build,
                 pango_attr_foreground_new (color.red * 65535 + 0.5, color.green * 65535 + 0.5,
                                            color.blue * 65535 + 0.5),
                 from);
}

static void
add_mark (SfTextBuild *build, const SfSpan *span, double size)
{
  Mark mark = { build->text->len, span->shape, size };
  PangoRectangle logical = { 0, 0, 0, 0 };

  if (span->shape == SF_SHAPE_NONE)
    return;
  logical.y = -size * MARK_SIZE * PANGO_SCALE;
  logical.width = size * (MARK_SIZE + MARK_GAP) * PANGO_SCALE;
  logical.height = size * MARK_SIZE * PANGO_SCALE;
  g_array_append_val (build->marks, mark);
  g_string_append (build->text, PLACE_OF_MARK);
  add_attribute (build, pango_attr_shape_new (&logical, &logical), mark.at);
}

static void
add_span (SfTextBuild *build,
          const SfStyleSheet *sheet,
          const SfSpan *span,
          const SfTextStyle *style)
{
  gsize from = build->text->len;

  if (span->kind == SF_SPAN_CHIP)
    add_mark (build, span, style->size);
  g_string_append (build->text, span->text);
  switch (span->kind)
    {
    case SF_SPAN_PLAIN:
      break;
    case SF_SPAN_STRONG:
      add_attribute (build, pango_attr_weight_new (PANGO_WEIGHT_BOLD), from);
      break;
    case SF_SPAN_EMPHASIS:
      add_attribute (build, pango_attr_style_new (PANGO_STYLE_ITALIC), from);
      break;
    case SF_SPAN_SMALL:
      add_attribute (build,
                     pango_attr_size_new_absolute (MIN (style->size, sheet->small_size)
                                                   * PANGO_SCALE),
                     from);
      add_color (build, sheet->quiet, from);
      break;
    case SF_SPAN_CHIP:
      add_attribute (build, pango_attr_weight_new (PANGO_WEIGHT_BOLD), from);
      add_color (build, sheet->tones[span->tone], from);
      break;
    case SF_SPAN_LINK:
    case SF_SPAN_WEB:
    case SF_SPAN_FILE:
      add_color (build, sheet->link, from);
      break;
    default:
      g_assert_not_reached ();
    }
  if (span->language != NULL)
    add_attribute (build, pango_attr_language_new (pango_language_from_string (span->language)),
                   from);
}

/* Gives the layout's PangoLayout the prose; @build is what it is then and is cleared after use. */
void
sf_layout_build_text (SfLayout *self,
                      const SfProse *prose,
                      const SfTextStyle *style,
                      SfTextBuild *build)
{
  PangoFontDescription *font = pango_font_description_new ();

  build->text = g_string_new (NULL);
  build->attributes = pango_attr_list_new ();
  build->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  for (guint i = 0; i < sf_prose_get_n_spans (prose); i++)
    add_span (build, self->sheet, sf_prose_get_span (prose, i), style);
  pango_attr_list_insert (build->attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_font_description_set_family_static (font, self->sheet->family);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->pango, font);
  pango_font_description_free (font);
  pango_layout_set_attributes (self->pango, build->attributes);
  pango_layout_set_text (self->pango, build->text->str, build->text->len);
}

void
sf_text_build_clear (SfTextBuild *build)
{
  g_string_free (build->text, TRUE);
  pango_attr_list_unref (build->attributes);
  g_array_unref (build->marks);
}

/* From a byte of the text that Pango sees to the byte of the prose. */
static gsize
to_source (const SfTextBuild *build, gsize at)
{
  gsize inserted = 0;

  for (guint i = 0; i < build->marks->len; i++)
    if (g_array_index (build->marks, Mark, i).at < at)
      inserted += strlen (PLACE_OF_MARK);
  return at - inserted;
}

static const Mark *
find_mark (const SfTextBuild *build, const PangoItem *item)
{
  for (guint i = 0; i < build->marks->len; i++)
    {
      const Mark *mark = &g_array_index (build->marks, Mark, i);

      if (mark->at == (gsize)item->offset)
        return mark;
    }
  return NULL;
}

static SfColor
get_color (const PangoItem *item, SfColor usual)
{
  for (GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          PangoColor color = ((PangoAttrColor *)attribute)->color;

          return (SfColor){ color.red / 65535.0, color.green / 65535.0, color.blue / 65535.0 };
        }
    }
  return usual;
}

static gboolean
is_unknown (const PangoGlyphInfo *glyph)
{
  return glyph->glyph != PANGO_GLYPH_EMPTY && (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

/* A space that a font lacks is still a space: no box is drawn for it. */
static gboolean
is_missing (const PangoGlyphItem *run, const PangoGlyphItemIter *cluster)
{
  int step = cluster->start_glyph < cluster->end_glyph ? 1 : -1;

  if (g_unichar_isspace (g_utf8_get_char (cluster->text + cluster->start_index)))
    return FALSE;
  for (int i = cluster->start_glyph; i != cluster->end_glyph; i += step)
    if (is_unknown (&run->glyphs->glyphs[i]))
      return TRUE;
  return FALSE;
}

static void
hide_unknown (PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (is_unknown (&glyphs->glyphs[i]))
      glyphs->glyphs[i].glyph = PANGO_GLYPH_EMPTY;
}

/* Adds one piece of a run: glyphs that fonts have, or a box for those that none has. */
static double
add_piece (SfRunContext *context, const PangoGlyphItem *piece, gboolean missing, double x)
{
  const SfOrigin none = { 0 };
  double width = (double)pango_glyph_string_get_width (piece->glyphs) / PANGO_SCALE;
  SfItem *item = sf_item_new (missing ? SF_ITEM_MISSING : SF_ITEM_GLYPHS, &none);
  PangoGlyphItem *glyphs = missing ? NULL : pango_glyph_item_copy ((PangoGlyphItem *)piece);
  gsize offset = piece->item->offset;

  item->x = x;
  item->y = context->baseline;
  item->width = width;
  item->height = context->style->size * 0.72;
  item->color = get_color (piece->item, context->style->color);
  item->line_width = context->style->size * 0.06;
  item->start = to_source (context->build, offset);
  if (glyphs != NULL)
    {
      glyphs->item->offset = 0;
      hide_unknown (glyphs->glyphs);
    }
  sf_item_set_run (item, g_strndup (context->build->text->str + offset, piece->item->length),
                   glyphs);
  g_ptr_array_add (context->items, item);
  return width;
}

/* A run whose characters no font has is cut, so that each such character is a box of its own. */
static void
add_cut_run (SfRunContext *context, const PangoGlyphItem *run, double x)
{
  const char *text = context->build->text->str;
  gboolean leftwards = (run->item->analysis.level & 1) != 0;
  PangoGlyphItem *rest = pango_glyph_item_copy ((PangoGlyphItem *)run);
  PangoGlyphItemIter cluster;
  gboolean more = pango_glyph_item_iter_init_start (&cluster, (PangoGlyphItem *)run, text);

  if (leftwards)
    x += (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
  while (more)
    {
      gboolean missing = is_missing (run, &cluster);
      int start = cluster.start_index, end = cluster.end_index;
      PangoGlyphItem *piece = rest;
      double width;

      while ((more = pango_glyph_item_iter_next_cluster (&cluster)) && !missing
             && !is_missing (run, &cluster))
        end = cluster.end_index;
      if (more)
        piece = pango_glyph_item_split (rest, text, end - start);
      width = (double)pango_glyph_string_get_width (piece->glyphs) / PANGO_SCALE;
      if (leftwards)
        x -= width;
      add_piece (context, piece, missing, x);
      if (!leftwards)
        x += width;
      if (piece != rest)
        pango_glyph_item_free (piece);
    }
  pango_glyph_item_free (rest);
}

static gboolean
has_unknown (const PangoGlyphItem *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (is_unknown (&run->glyphs->glyphs[i]))
      return TRUE;
  return FALSE;
}

/* Returns the run's width. */
double
sf_layout_add_run (SfRunContext *context, const PangoGlyphItem *run, double x)
{
  const Mark *mark = find_mark (context->build, run->item);

  if (mark != NULL)
    {
      SfOrigin origin = { .furniture = TRUE };

      sf_layout_add_shape (context->items, &origin, mark->shape, x,
                           context->baseline - mark->size * (MARK_SIZE - 0.01),
                           mark->size * MARK_SIZE, get_color (run->item, context->style->color));
      return (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
  if (!has_unknown (run))
    return add_piece (context, run, FALSE, x);
  add_cut_run (context, run, x);
  return (double)pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
}

static SfLine *
make_line (SfLayout *self, SfRunContext *context, PangoLayoutIter *iter)
{
  PangoLayoutLine *pango_line = pango_layout_iter_get_line_readonly (iter);
  SfLine *line = g_new0 (SfLine, 1);
  PangoRectangle in_line, in_layout;
  double natural, x;

  pango_layout_line_get_extents (pango_line, NULL, &in_line);
  pango_layout_iter_get_line_extents (iter, NULL, &in_layout);
  natural = (double)in_line.height / PANGO_SCALE;
  line->items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);
  line->height = MAX (natural, context->style->size * self->sheet->leading);
  line->baseline = (line->height - natural) / 2 - (double)in_line.y / PANGO_SCALE;
  context->items = line->items;
  context->baseline = line->baseline;
  x = (double)in_layout.x / PANGO_SCALE;
  for (GSList *l = pango_line->runs; l != NULL; l = l->next)
    x += sf_layout_add_run (context, l->data, x);
  line->right = x;
  return line;
}

/* Lays prose out as lines at x 0 whose items have no origin. */
GPtrArray *
sf_layout_make_lines (SfLayout *self, const SfProse *prose, const SfTextStyle *style, double width)
{
  static const PangoAlignment alignments[]
      = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_line_free);
  SfRunContext context = { .style = style };
  PangoLayoutIter *iter;
  SfTextBuild build;

  sf_layout_build_text (self, prose, style, &build);
  context.build = &build;
  pango_layout_set_width (self->pango, MAX (width, style->size) * PANGO_SCALE);
  pango_layout_set_alignment (self->pango, alignments[style->align]);
  iter = pango_layout_get_iter (self->pango);
  do
    g_ptr_array_add (lines, make_line (self, &context, iter));
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  sf_text_build_clear (&build);
  return lines;
}
