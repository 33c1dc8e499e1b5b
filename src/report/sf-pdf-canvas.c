/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-canvas.h"

#include <math.h>
#include <string.h>

#include "report/sf-pdf-syntax.h"

/* A shift within a line that is larger than this is said in points instead. */
#define FAR_SHIFT 30000

/* What furniture shows for more text than this is a sign that something was left out. */
#define LONG_CLUSTER 16
#define ELLIPSIS "…"

struct _SfPdfCanvas
{
  GString *out;
  SfPdfFonts *fonts;
  double height;
  guint64 drop;
  SfPdfAddPiece add_piece;
  gpointer data;

  const char *tag;   /* of the element that is open; or NULL */
  gboolean in_piece; /* of it, or in an artifact */

  /* what the operators so far have set */
  SfColor fill;
  SfColor stroke;
  double line_width;
  SfDash dash;
  double dash_unit;
  const SfPdfFont *font;
  double size;
  int mode; /* how letters are shown: 0 filled, 3 not at all */

  gboolean in_text;
  gboolean in_line;  /* within the brackets of shown text */
  gboolean in_codes; /* within its digits */
  gboolean placed;   /* pen_x and pen_y hold */
  double pen_x;
  double pen_y;
};

SfPdfCanvas *
sf_pdf_canvas_new (
    SfPdfFonts *fonts, double height, guint64 drop, SfPdfAddPiece add_piece, gpointer data)
{
  SfPdfCanvas *self = g_new0 (SfPdfCanvas, 1);

  self->out = g_string_sized_new (8192);
  self->fonts = fonts;
  self->height = height;
  self->drop = drop;
  self->add_piece = add_piece;
  self->data = data;
  self->line_width = 1;
  return self;
}

void
sf_pdf_canvas_free (SfPdfCanvas *self)
{
  if (self == NULL)
    return;
  g_string_free (self->out, TRUE);
  g_free (self);
}

GString *
sf_pdf_canvas_get_content (SfPdfCanvas *self)
{
  return self->out;
}

/* --- what is open ----------------------------------------------------------------------------- */

static void
end_codes (SfPdfCanvas *self)
{
  if (self->in_codes)
    g_string_append_c (self->out, '>');
  self->in_codes = FALSE;
}

static void
end_line (SfPdfCanvas *self)
{
  end_codes (self);
  if (self->in_line)
    g_string_append (self->out, "]TJ\n");
  self->in_line = FALSE;
}

static void
end_text (SfPdfCanvas *self)
{
  end_line (self);
  if (self->in_text)
    g_string_append (self->out, "ET\n");
  self->in_text = self->placed = FALSE;
}

static void
begin_text (SfPdfCanvas *self)
{
  if (!self->in_text)
    g_string_append (self->out, "BT\n");
  self->in_text = TRUE;
}

static void
end_piece (SfPdfCanvas *self)
{
  end_text (self);
  if (self->in_piece)
    g_string_append (self->out, "EMC\n");
  self->in_piece = FALSE;
}

/* A piece begins when there is something in it. */
static void
begin_piece (SfPdfCanvas *self)
{
  if (self->in_piece || self->tag == NULL)
    return;
  end_text (self);
  g_string_append_printf (self->out, "/%s<</MCID %u>>BDC\n", self->tag,
                          self->add_piece (self->data));
  self->in_piece = TRUE;
}

void
sf_pdf_canvas_begin (SfPdfCanvas *self, const char *tag)
{
  end_piece (self);
  self->tag = tag;
}

void
sf_pdf_canvas_begin_artifact (SfPdfCanvas *self, const char *entries)
{
  end_piece (self);
  self->tag = NULL;
  self->in_piece = TRUE;
  g_string_append_printf (self->out, "/Artifact<<%s>>BDC\n", entries);
}

void
sf_pdf_canvas_end (SfPdfCanvas *self)
{
  end_piece (self);
  self->tag = NULL;
}

static void
begin_actual_text (SfPdfCanvas *self, const char *text, gsize length)
{
  end_piece (self);
  g_string_append (self->out, "/Span<<");
  if (self->tag != NULL)
    g_string_append_printf (self->out, "/MCID %u", self->add_piece (self->data));
  g_string_append (self->out, "/ActualText<FEFF");
  sf_pdf_add_utf16 (self->out, text, length);
  g_string_append (self->out, ">>>BDC\n");
  self->in_piece = TRUE;
}

/* --- colours and lines ------------------------------------------------------------------------ */

static gboolean
is_same_color (SfColor a, SfColor b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void
set_color (SfPdfCanvas *self, SfColor *known, SfColor color, const char *operator)
{
  if (is_same_color (*known, color))
    return;
  end_line (self);
  sf_pdf_add_color (self->out, color);
  g_string_append_printf (self->out, " %s\n", operator);
  *known = color;
}

/* As the painter of the screen has it. */
static void
set_line (SfPdfCanvas *self, const SfItem *item)
{
  double unit = item->dash == SF_DASH_DOTTED ? item->line_width * 2.4 : 0;

  set_color (self, &self->stroke, item->color, "RG");
  if (item->line_width != self->line_width)
    {
      sf_pdf_add_number (self->out, item->line_width);
      g_string_append (self->out, " w\n");
      self->line_width = item->line_width;
    }
  if (item->dash == self->dash && unit == self->dash_unit)
    return;
  self->dash = item->dash;
  self->dash_unit = unit;
  if (item->dash == SF_DASH_DASHED)
    g_string_append (self->out, "0 J[3.5 2.5]0 d\n");
  else if (item->dash == SF_DASH_SOLID)
    g_string_append (self->out, "0 J[]0 d\n");
  else
    {
      g_string_append (self->out, "1 J[0");
      sf_pdf_add_number (self->out, unit);
      g_string_append (self->out, "]0 d\n");
    }
}

static void
add_point (SfPdfCanvas *self, double x, double y)
{
  sf_pdf_add_number (self->out, x);
  sf_pdf_add_number (self->out, self->height - y);
}

static void
add_rect (SfPdfCanvas *self, double x, double y, double width, double height)
{
  add_point (self, x, y + height);
  sf_pdf_add_number (self->out, width);
  sf_pdf_add_number (self->out, height);
  g_string_append (self->out, " re\n");
}

static void
add_path (SfPdfCanvas *self, const SfItem *item)
{
  static const char *const operators[] = { " m\n", " l\n", " c\n", "h\n" };
  static const guint points[] = { 1, 1, 3, 0 };
  const SfPathElement *elements;
  gsize n;

  elements = sf_path_get_elements (item->path, &n);
  for (gsize i = 0; i < n; i++)
    {
      for (guint k = 0; k < points[elements[i].verb]; k++)
        add_point (self, item->x + elements[i].x[k], item->y + elements[i].y[k]);
      g_string_append (self->out, operators[elements[i].verb]);
    }
}

void
sf_pdf_canvas_add_shape (SfPdfCanvas *self, const SfItem *item)
{
  gboolean drawn = item->kind == SF_ITEM_LINE || item->line_width > 0;

  end_text (self);
  begin_piece (self);
  if (drawn)
    set_line (self, item);
  else
    set_color (self, &self->fill, item->color, "rg");
  if (item->kind == SF_ITEM_RECT)
    add_rect (self, item->x, item->y, item->width, item->height);
  else if (item->kind == SF_ITEM_PATH)
    add_path (self, item);
  else
    {
      add_point (self, item->x, item->y);
      g_string_append (self->out, " m");
      add_point (self, item->x + item->width, item->y + item->height);
      g_string_append (self->out, " l\n");
    }
  g_string_append (self->out, drawn ? "S\n" : "f\n");
}

void
sf_pdf_canvas_add_image (SfPdfCanvas *self, const SfItem *item, guint number)
{
  end_text (self);
  begin_piece (self);
  g_string_append (self->out, "q\n");
  sf_pdf_add_number (self->out, item->width);
  g_string_append (self->out, " 0 0");
  sf_pdf_add_number (self->out, item->height);
  add_point (self, item->x, item->y + item->height);
  g_string_append_printf (self->out, " cm\n/I%u Do\nQ\n", number);
}

/* --- words ------------------------------------------------------------------------------------ */

static void
set_font (SfPdfCanvas *self, const SfPdfFont *font, double size)
{
  if (self->font == font && self->size == size)
    return;
  end_line (self);
  g_string_append_printf (self->out, "/F%u", sf_pdf_font_get_number (font));
  sf_pdf_add_number (self->out, size);
  g_string_append (self->out, " Tf\n");
  self->font = font;
  self->size = size;
}

static void
set_mode (SfPdfCanvas *self, int mode)
{
  if (self->mode == mode)
    return;
  end_line (self);
  g_string_append_printf (self->out, "%d Tr\n", mode);
  self->mode = mode;
}

/* Moves the pen to where the next glyph is to stand. Shifts are whole thousandths of the size; what
 * is lost is made up for by the next, since each starts from where the pen really is. */
static void
move_pen (SfPdfCanvas *self, double x, double y)
{
  long shift = self->placed ? lround ((self->pen_x - x) * 1000 / self->size) : 0;

  if (!self->placed || fabs (y - self->pen_y) > 0.0005 || labs (shift) > FAR_SHIFT)
    {
      end_line (self);
      g_string_append (self->out, "1 0 0 1");
      add_point (self, x, y);
      g_string_append (self->out, " Tm\n");
      self->pen_x = x;
      self->pen_y = y;
      self->placed = TRUE;
      shift = 0;
    }
  if (!self->in_line)
    g_string_append_c (self->out, '[');
  self->in_line = TRUE;
  if (shift == 0)
    return;
  end_codes (self);
  g_string_append_printf (self->out, "%ld", shift);
  self->pen_x -= shift * self->size / 1000;
}

static void
add_code (SfPdfCanvas *self, guint code, double x, double y)
{
  static const char digits[] = "0123456789ABCDEF";

  move_pen (self, x, y);
  if (!self->in_codes)
    g_string_append_c (self->out, '<');
  self->in_codes = TRUE;
  for (int shift = 12; shift >= 0; shift -= 4)
    g_string_append_c (self->out, digits[(code >> shift) & 15]);
  self->pen_x += sf_pdf_font_get_width (self->font, code) * self->size / 1000;
}

/* A run with its places: where each of its glyphs begins. */
typedef struct
{
  const SfItem *item;
  SfPdfFont *font;
  double size;
  double *places;
  gboolean real;
} Run;

/* Whatever was drawn before, the next glyphs are this run's. */
static void
begin_run (SfPdfCanvas *self, const Run *run)
{
  begin_piece (self);
  begin_text (self);
  set_color (self, &self->fill, run->item->color, "rg");
  set_mode (self, 0);
  set_font (self, run->font, run->size);
}

static gboolean
is_seen (const PangoGlyphInfo *glyph)
{
  return glyph->glyph != PANGO_GLYPH_EMPTY && (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0
         && glyph->glyph != 0;
}

static void
add_glyph (SfPdfCanvas *self, const Run *run, int i, const char *text, gsize length)
{
  const PangoGlyphInfo *glyph = &run->item->glyphs->glyphs->glyphs[i];

  add_code (self, sf_pdf_font_get_code (run->font, glyph->glyph, text, length),
            run->item->x + run->places[i] + (double)glyph->geometry.x_offset / PANGO_SCALE,
            run->item->y + (double)glyph->geometry.y_offset / PANGO_SCALE);
}

/* Where more than one glyph shows a text, the first has all of it and the others have none. */
static void
add_cluster_glyphs (
    SfPdfCanvas *self, const Run *run, int first, int last, const char *text, gsize length)
{
  const PangoGlyphInfo *glyphs = run->item->glyphs->glyphs->glyphs;
  gboolean begun = FALSE;

  for (int i = first; i <= last; i++)
    if (is_seen (&glyphs[i]))
      {
        if (begun)
          add_glyph (self, run, i, "\342\200\213", 3); /* a space of no width */
        else
          add_glyph (self, run, i, text, length);
        begun = TRUE;
      }
  /* What is not seen, as the space where a line is broken, is still read. */
  if (!begun && sf_pdf_font_get_space (run->font) != 0)
    add_code (self,
              sf_pdf_font_get_code (run->font, sf_pdf_font_get_space (run->font), text, length),
              run->item->x + run->places[first], run->item->y);
}

static int
count_seen (const Run *run, int first, int last)
{
  int n = 0;

  for (int i = first; i <= last; i++)
    n += is_seen (&run->item->glyphs->glyphs->glyphs[i]);
  return n;
}

static void
add_cluster (SfPdfCanvas *self, const Run *run, const PangoGlyphItemIter *cluster)
{
  const char *text = run->item->text + cluster->start_index;
  gsize length = cluster->end_index - cluster->start_index;
  /* From right to left the last glyph is named first. */
  int step = cluster->start_glyph < cluster->end_glyph ? 0 : 1;
  int first = MIN (cluster->start_glyph, cluster->end_glyph + step);
  int last = MAX (cluster->start_glyph, cluster->end_glyph - 1 + step);
  gboolean simple = cluster->end_char - cluster->start_char == 1
                    && count_seen (run, first, last) <= 1 && !sf_pdf_font_is_full (run->font);

  if (!run->real && length > LONG_CLUSTER)
    {
      text = ELLIPSIS;
      length = strlen (ELLIPSIS);
    }
  if (simple || !run->real || SF_PDF_DROPS (self->drop, ACTUAL_TEXT))
    {
      begin_run (self, run);
      add_cluster_glyphs (self, run, first, last, text, length);
      return;
    }
  begin_actual_text (self, text, length);
  begin_run (self, run);
  add_cluster_glyphs (self, run, first, last, text, length);
  end_piece (self);
}

static void
add_space (SfPdfCanvas *self, const Run *run)
{
  hb_codepoint_t space = sf_pdf_font_get_space (run->font);

  if (space == 0 || SF_PDF_DROPS (self->drop, LINE_ENDS))
    return;
  begin_run (self, run);
  add_code (self, sf_pdf_font_get_code (run->font, space, " ", 1), run->item->x, run->item->y);
}

/* Only to see that it is noticed: from left to right, whatever the script. */
static void
add_visually (SfPdfCanvas *self, const Run *run)
{
  const PangoGlyphString *glyphs = run->item->glyphs->glyphs;

  begin_run (self, run);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (is_seen (&glyphs->glyphs[i]))
      {
        const char *text = run->item->text + glyphs->log_clusters[i];

        add_glyph (self, run, i, text, g_utf8_next_char (text) - text);
      }
}

/* Clusters come in reading order, also where that is from right to left. */
void
sf_pdf_canvas_add_glyphs (SfPdfCanvas *self, const SfItem *item, gboolean gap, gboolean real)
{
  const PangoGlyphString *glyphs = item->glyphs->glyphs;
  g_autofree double *places = g_new (double, glyphs->num_glyphs + 1);
  PangoGlyphItemIter cluster;
  Run run = { .item = item, .places = places, .real = real };

  run.font = sf_pdf_fonts_get (self->fonts, item->glyphs->item->analysis.font, &run.size);
  places[0] = 0;
  for (int i = 0; i < glyphs->num_glyphs; i++)
    places[i + 1] = places[i] + (double)glyphs->glyphs[i].geometry.width / PANGO_SCALE;
  if (gap)
    add_space (self, &run);
  if (SF_PDF_DROPS (self->drop, LOGICAL_ORDER) && (item->glyphs->item->analysis.level & 1) != 0)
    {
      add_visually (self, &run);
      return;
    }
  if (pango_glyph_item_iter_init_start (&cluster, item->glyphs, item->text))
    do
      add_cluster (self, &run, &cluster);
    while (pango_glyph_item_iter_next_cluster (&cluster));
}

/* --- what no font has ------------------------------------------------------------------------- */

/* As the painter of the screen has it. */
static void
add_box (SfPdfCanvas *self, const SfItem *item)
{
  double inset = item->line_width, width = MAX (item->width - 2 * inset, 2 * inset);

  set_line (self, item);
  add_rect (self, item->x + inset, item->y - item->height, width, item->height);
  add_point (self, item->x + inset, item->y - item->height);
  g_string_append (self->out, " m");
  add_point (self, item->x + inset + width, item->y);
  g_string_append (self->out, " l\nS\n");
}

/* A letter that is not seen: not every program reads what is said of a box. */
static void
add_unseen (SfPdfCanvas *self, const SfItem *item, PangoFont *font, const char *text)
{
  double size;
  SfPdfFont *used = sf_pdf_fonts_get (self->fonts, font, &size);
  hb_codepoint_t space = sf_pdf_font_get_space (used);

  if (space == 0)
    return;
  begin_text (self);
  set_mode (self, 3);
  set_font (self, used, item->height / 0.72);
  add_code (self, sf_pdf_font_get_code (used, space, text, strlen (text)), item->x, item->y);
}

void
sf_pdf_canvas_add_missing (SfPdfCanvas *self, const SfItem *item, gboolean gap, PangoFont *font)
{
  gboolean said = !SF_PDF_DROPS (self->drop, MISSING_TEXT);

  if (gap && font != NULL && !SF_PDF_DROPS (self->drop, LINE_ENDS))
    {
      begin_piece (self);
      add_unseen (self, item, font, " ");
    }
  end_text (self);
  if (said)
    begin_actual_text (self, item->text, strlen (item->text));
  else
    begin_piece (self);
  if (!SF_PDF_DROPS (self->drop, MISSING_BOX))
    add_box (self, item);
  if (font != NULL && said)
    add_unseen (self, item, font, item->text);
  if (said)
    end_piece (self);
}
