/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Prose is shaped once, then measured, and cut into lines of any width.
 *
 * Pango shapes a paragraph as a whole and then once more line by line. Here it shapes each
 * paragraph as one long line, which is cut at the breaks that Pango names. What is not as simple as
 * that goes Pango's way (sf-layout-text.c). */
#include "report/sf-layout-private.h"

/* Pango shapes a broken word anew for each of its lines, which of a word without end takes as long
 * as its length squared. A word of more characters is broken here. */
#define LONG_WORD 250

#define EN_DASH 0x2013

typedef struct
{
  int top; /* above the baseline is negative */
  int bottom;
} Height;

/* What stands between line ends. */
typedef struct
{
  PangoLayoutLine *line;
  int start; /* characters of the text before it */
  int end;
  guint run;     /* its first one among all heights */
  Height height; /* if it is empty */
} Paragraph;

struct _SfShaped
{
  double width;
  double word;        /* the longest piece that is not broken */
  GArray *paragraphs; /* or NULL if something runs from right to left */
  SfTextBuild build;
  PangoLogAttr *breaks;  /* before each character and at the end */
  gboolean *clusters;    /* whether glyphs begin with the character */
  gboolean breaks_words; /* here, not by Pango */
  int *widths;           /* of each character */
  GArray *heights;       /* of Height, of each run */
};

static void
paragraph_clear (gpointer data)
{
  pango_layout_line_unref (((Paragraph *)data)->line);
}

void
sf_shaped_free (SfShaped *self)
{
  if (self->paragraphs != NULL)
    {
      g_array_unref (self->paragraphs);
      g_array_unref (self->heights);
      sf_text_build_clear (&self->build);
    }
  g_free (self->breaks);
  g_free (self->clusters);
  g_free (self->widths);
  g_free (self);
}

double
sf_shaped_get_width (const SfShaped *self)
{
  return self->width;
}

/* The width of the longest piece that is not broken. */
double
sf_shaped_get_word (const SfShaped *self)
{
  return self->word;
}

static gboolean
runs_rightwards (PangoLayout *layout)
{
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      PangoLayoutLine *line = l->data;

      if (line->resolved_dir == PANGO_DIRECTION_RTL)
        return FALSE;
      for (GSList *k = line->runs; k != NULL; k = k->next)
        if ((((PangoGlyphItem *)k->data)->item->analysis.level & 1) != 0)
          return FALSE;
    }
  return TRUE;
}

static Height
get_height (const PangoRectangle *logical, int baseline)
{
  return (Height){ logical->y - baseline, logical->y - baseline + logical->height };
}

static void
add_paragraph (SfShaped *self, PangoLayoutIter *iter)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  const char *text = self->build.text->str;
  Paragraph paragraph = { pango_layout_line_ref (line), 0, 0, self->heights->len, { 0, 0 } };
  PangoRectangle logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  paragraph.height = get_height (&logical, pango_layout_iter_get_baseline (iter));
  paragraph.start = paragraph.end = g_utf8_pointer_to_offset (text, text + line->start_index);
  g_array_append_val (self->paragraphs, paragraph);
}

/* The run goes from left to right: its glyphs are in the order of its characters. */
static void
note_clusters (SfShaped *self, const PangoGlyphItem *run, int at)
{
  const char *begin = self->build.text->str + run->item->offset, *p = begin;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const char *cluster = begin + run->glyphs->log_clusters[i];

      for (; p < cluster; p = g_utf8_next_char (p))
        at++;
      self->clusters[at] = TRUE;
    }
}

static void
add_run (SfShaped *self, PangoLayoutIter *iter, PangoGlyphItem *run)
{
  Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1);
  PangoRectangle logical;
  Height height;

  pango_layout_iter_get_run_extents (iter, NULL, &logical);
  height = get_height (&logical, pango_layout_iter_get_baseline (iter));
  g_array_append_val (self->heights, height);
  pango_glyph_item_get_logical_widths (run, self->build.text->str, self->widths + paragraph->end);
  note_clusters (self, run, paragraph->end);
  paragraph->end += run->item->num_chars;
}

/* "2023–24" is one word, though a line may be broken after other dashes. Pango would not know. */
static void
keep_years_together (SfShaped *self, int n)
{
  gunichar before = 0, last = 0;
  const char *p = self->build.text->str;

  for (int i = 0; i < n && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (last == EN_DASH && g_unichar_isdigit (before) && g_unichar_isdigit (c))
        {
          self->breaks[i].is_line_break = FALSE;
          self->breaks_words = TRUE;
        }
      before = last;
      last = c;
    }
}

static void
read_runs (SfShaped *self, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoLayoutLine *line = NULL;
  const PangoLogAttr *breaks;
  int n;

  breaks = pango_layout_get_log_attrs_readonly (layout, &n);
  self->breaks = g_memdup2 (breaks, n * sizeof *breaks);
  keep_years_together (self, n);
  self->widths = g_new0 (int, n);
  self->clusters = g_new0 (gboolean, n);
  self->heights = g_array_new (FALSE, FALSE, sizeof (Height));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, paragraph_clear);
  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);

      if (pango_layout_iter_get_line_readonly (iter) != line)
        {
          line = pango_layout_iter_get_line_readonly (iter);
          add_paragraph (self, iter);
        }
      if (run != NULL)
        add_run (self, iter, run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static int
get_space_before (const SfShaped *self, int end)
{
  return self->breaks[end - 1].is_white ? self->widths[end - 1] : 0;
}

/* The space before a break takes no room. */
static int
get_hanging (const SfShaped *self, const Paragraph *paragraph, int end)
{
  return end < paragraph->end ? get_space_before (self, end) : 0;
}

/* The width of the longest piece; notes whether one is too long for Pango. */
static double
measure_pieces (SfShaped *self)
{
  gint64 longest = 0; /* of a word without end an int would not do */

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (self->paragraphs, Paragraph, i);
      gint64 piece = 0;
      int begin = paragraph->start;

      for (int k = paragraph->start + 1; k <= paragraph->end; k++)
        {
          piece += self->widths[k - 1];
          if (k < paragraph->end && !self->breaks[k].is_line_break)
            continue;
          longest = MAX (longest, piece - get_hanging (self, paragraph, k));
          self->breaks_words = self->breaks_words || k - begin > LONG_WORD;
          piece = 0;
          begin = k;
        }
    }
  return (double)longest / PANGO_SCALE;
}

/* The same with a line for each piece. */
static double
measure_broken (SfLayout *self)
{
  PangoRectangle logical;

  pango_layout_set_width (self->pango, 0);
  pango_layout_set_wrap (self->pango, PANGO_WRAP_WORD);
  pango_layout_get_extents (self->pango, NULL, &logical);
  pango_layout_set_wrap (self->pango, PANGO_WRAP_WORD_CHAR);
  return (double)logical.width / PANGO_SCALE;
}

SfShaped *
sf_layout_shape (SfLayout *self, const SfProse *prose, const SfTextStyle *style)
{
  SfShaped *shaped = g_new0 (SfShaped, 1);
  PangoRectangle logical;

  sf_layout_build_text (self, prose, style, &shaped->build);
  pango_layout_set_width (self->pango, -1);
  pango_layout_set_alignment (self->pango, PANGO_ALIGN_LEFT);
  pango_layout_get_extents (self->pango, NULL, &logical);
  shaped->width = (double)logical.width / PANGO_SCALE;
  if (runs_rightwards (self->pango))
    {
      read_runs (shaped, self->pango);
      shaped->word = measure_pieces (shaped);
    }
  else
    {
      shaped->word = measure_broken (self);
      sf_text_build_clear (&shaped->build);
    }
  return shaped;
}

/* --- and cut into lines -------------------------------------------------------------------------
 */

typedef struct
{
  const SfShaped *shaped;
  const Paragraph *paragraph;
  const GSList *run; /* where the next line begins: the run */
  guint index;       /* its height's place */
  int first;         /* its characters before the line */
  int byte;          /* their bytes */
  int glyph;         /* their glyphs */
  int at;            /* characters of the text before the line */
} Cutter;

/* The same within a word: as many whole letters as there is room for, and at least one. */
static int
find_letter_end (const Cutter *self, int room)
{
  const SfShaped *shaped = self->shaped;
  int end = -1, width = 0;

  for (int i = self->at + 1; i <= self->paragraph->end; i++)
    {
      width += shaped->widths[i - 1];
      if (end >= 0 && width > room)
        break;
      if (i == self->paragraph->end
          || (shaped->clusters[i] && shaped->breaks[i].is_cursor_position))
        end = i;
    }
  return end;
}

/* The end of the line that begins where the cutter stands, or -1 if a word is broken in it that is
 * left to Pango. */
static int
find_line_end (const Cutter *self, int room)
{
  const SfShaped *shaped = self->shaped;
  int end = -1, width = 0, stop = self->paragraph->end;
  gboolean last = shaped->build.text->len
                  == (gsize)(self->paragraph->line->start_index + self->paragraph->line->length);

  for (int i = self->at + 1; i <= stop; i++)
    {
      width += shaped->widths[i - 1];
      if (i < stop && !shaped->breaks[i].is_line_break)
        {
          /* nothing that ends further on has room */
          if (width > room)
            break;
          continue;
        }
      /* Pango lets the last space of all hang, but not one before a line end. */
      if (width - (i < stop || last ? get_space_before (shaped, i) : 0) > room)
        break;
      end = i;
    }
  return end < 0 && shaped->breaks_words ? find_letter_end (self, room) : end;
}

/* Copies glyphs and characters of the run where the cutter stands, and moves it past them. */
static PangoGlyphItem *
cut_piece (Cutter *self, int chars)
{
  const PangoGlyphItem *run = self->run->data;
  const PangoGlyphString *from = run->glyphs;
  const char *text = self->shaped->build.text->str + run->item->offset + self->byte;
  int byte = self->byte + (int)(g_utf8_offset_to_pointer (text, chars) - text);
  int glyph = self->glyph;
  PangoGlyphItem *piece = g_slice_dup (PangoGlyphItem, run);

  while (glyph < from->num_glyphs && from->log_clusters[glyph] < byte)
    glyph++;
  piece->item = pango_item_copy (run->item);
  piece->item->offset += self->byte;
  piece->item->length = byte - self->byte;
  piece->item->num_chars = chars;
  piece->glyphs = pango_glyph_string_new ();
  pango_glyph_string_set_size (piece->glyphs, glyph - self->glyph);
  for (int i = 0; i < piece->glyphs->num_glyphs; i++)
    {
      piece->glyphs->glyphs[i] = from->glyphs[self->glyph + i];
      piece->glyphs->log_clusters[i] = from->log_clusters[self->glyph + i] - self->byte;
    }
  self->byte = byte;
  self->glyph = glyph;
  self->first += chars;
  return piece;
}

/* As Pango does: the space at which a line is broken stays, but cannot be seen. */
static void
hide_last_space (PangoGlyphString *glyphs)
{
  int last = glyphs->num_glyphs - 1;

  if (last < 0 || (last > 0 && glyphs->log_clusters[last] == glyphs->log_clusters[last - 1]))
    return;
  glyphs->glyphs[last].geometry.width = 0;
  glyphs->glyphs[last].glyph = PANGO_GLYPH_EMPTY;
}

static Height
get_line_height (const Cutter *self, int end)
{
  const GSList *run = self->run;
  Height line = self->paragraph->height;
  int at = self->at - self->first;

  if (run != NULL)
    line = g_array_index (self->shaped->heights, Height, self->index);
  for (guint i = self->index; run != NULL && at < end; run = run->next, i++)
    {
      Height height = g_array_index (self->shaped->heights, Height, i);

      line.top = MIN (line.top, height.top);
      line.bottom = MAX (line.bottom, height.bottom);
      at += ((PangoGlyphItem *)run->data)->item->num_chars;
    }
  return line;
}

/* Adds what stands of the cutter's run on the line that ends at @end. Returns its width. */
static double
cut_run (Cutter *self, SfRunContext *context, int end, double x)
{
  const PangoGlyphItem *run = self->run->data;
  int chars = MIN (run->item->num_chars - self->first, end - self->at);
  gboolean broken = self->at + chars == end && end < self->paragraph->end
                    && self->shaped->breaks[end - 1].is_white;
  double width;

  if (chars == run->item->num_chars && !broken)
    {
      width = sf_layout_add_run (context, run, x);
      self->first = chars;
    }
  else
    {
      PangoGlyphItem *piece = cut_piece (self, chars);

      if (broken)
        hide_last_space (piece->glyphs);
      width = sf_layout_add_run (context, piece, x);
      pango_glyph_item_free (piece);
    }
  self->at += chars;
  if (self->first == run->item->num_chars)
    {
      self->run = self->run->next;
      self->index++;
      self->first = self->byte = self->glyph = 0;
    }
  return width;
}

static SfLine *
cut_line (SfLayout *self, Cutter *cutter, const SfTextStyle *style, int end, int room)
{
  const SfShaped *shaped = cutter->shaped;
  Height height = get_line_height (cutter, end);
  double natural = (double)(height.bottom - height.top) / PANGO_SCALE, x = 0;
  SfLine *line = g_new0 (SfLine, 1);
  SfRunContext context = { .build = &shaped->build, .style = style };
  int spare = room + get_hanging (shaped, cutter->paragraph, end);

  line->items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);
  line->height = MAX (natural, style->size * self->sheet->leading);
  line->baseline = (line->height - natural) / 2 - (double)height.top / PANGO_SCALE;
  context.items = line->items;
  context.baseline = line->baseline;
  for (int i = cutter->at; i < end; i++)
    spare -= shaped->widths[i];
  if (style->align != SF_ALIGN_START)
    x = (double)(style->align == SF_ALIGN_END ? spare : spare / 2) / PANGO_SCALE;
  while (cutter->at < end)
    x += cut_run (cutter, &context, end, x);
  line->right = x;
  return line;
}

/* Adds the lines of the paragraph; there is one even if it is empty. */
static gboolean
cut_paragraph (SfLayout *self, Cutter *cutter, const SfTextStyle *style, int room, GPtrArray *lines)
{
  const Paragraph *paragraph = cutter->paragraph;

  cutter->run = paragraph->line->runs;
  cutter->index = paragraph->run;
  cutter->at = paragraph->start;
  do
    {
      int end = paragraph->end > paragraph->start ? find_line_end (cutter, room) : paragraph->end;

      if (end < 0)
        return FALSE;
      g_ptr_array_add (lines, cut_line (self, cutter, style, end, room));
    }
  while (cutter->at < paragraph->end);
  return TRUE;
}

/* Lays shaped prose out as lines at x 0 whose items have no origin. NULL if words would have to be
 * broken, or if the lines are not as simple as that. */
GPtrArray *
sf_layout_break_lines (SfLayout *self,
                       const SfShaped *shaped,
                       const SfTextStyle *style,
                       double width)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_line_free);
  int room = MAX (width, style->size) * PANGO_SCALE;

  if (shaped->paragraphs == NULL)
    return NULL;
  for (guint i = 0; i < shaped->paragraphs->len; i++)
    {
      Cutter cutter = { shaped, &g_array_index (shaped->paragraphs, Paragraph, i) };

      if (!cut_paragraph (self, &cutter, style, room, lines))
        return NULL;
    }
  return g_steal_pointer (&lines);
}
