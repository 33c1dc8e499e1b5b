/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The pager: strips become pages. */
#include "report/sf-layout-private.h"

#define ROW_RULE 0.5
#define NOTE_EDGE 3

struct _SfPager
{
  SfLayout *layout;
  guint next;      /* of the strips, the first that is not on a page */
  GPtrArray *page; /* of SfItem: the page being filled; NULL before the first */
  guint number;    /* of that page, from 0 */
  double y;
  double top;
  double bottom;
  double after;  /* wanted below the last strip */
  gboolean used; /* something of the text stands on the page */
  const SfBlock *box;
  SfItem *box_fill;
  SfItem *box_edge;
  SfStrip *into; /* where a flattened strip collects anchors; NULL on pages */
  guint known;   /* how many pages and anchors the layout's check has seen */
};

static double
get_gap (const SfPager *self, const SfStrip *strip)
{
  return self->used ? MAX (self->after, strip->before) : 0;
}

/* --- rows ----------------------------------------------------------------------------------- */

static double
get_lines_height (const GPtrArray *lines)
{
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SfLine *line = g_ptr_array_index (lines, i);

      height += line->height + (i > 0 ? line->gap : 0);
    }
  return height;
}

double
sf_row_height (const SfLayout *self, const SfStrip *row)
{
  double height = self->sheet->table_size * self->sheet->leading;

  for (guint i = 0; i < row->cells->len; i++)
    height = MAX (height, get_lines_height (g_ptr_array_index (row->cells, i)));
  return height + 2 * self->sheet->cell_pad_y;
}

/* How many of the first lines fit; a single last line is not left behind. */
static guint
count_fitting (const GPtrArray *lines, double room)
{
  double height = 0;
  guint n;

  for (n = 0; n < lines->len; n++)
    {
      const SfLine *line = g_ptr_array_index (lines, n);

      height += line->height + (n > 0 ? line->gap : 0);
      if (height > room)
        break;
    }
  if (n + 1 == lines->len && n > 2)
    n--;
  return n;
}

static void
put_row_lines (SfPager *self, GPtrArray *lines, guint n, double y)
{
  for (guint i = 0; i < n; i++)
    {
      SfLine *line = g_ptr_array_index (lines, i);

      if (i > 0)
        y += line->gap;
      sf_layout_take_items (self->page, line->items, y);
      y += line->height;
    }
}

static void
put_row_rule (SfPager *self, const SfStrip *row)
{
  SfOrigin origin = sf_layout_furniture (row->block);

  sf_layout_add_line (self->page, &origin, self->layout->left, self->y, self->layout->width, 0,
                      ROW_RULE, self->layout->sheet->rule);
}

static void
put_row (SfPager *self, SfStrip *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (row->cells, i);

      put_row_lines (self, lines, lines->len, self->y + self->layout->sheet->cell_pad_y);
    }
  self->y += row->height;
  put_row_rule (self, row);
}

/* Puts as much of the row on the page as there is room for and takes it off the row. At least one
 * line is put if the page is otherwise empty, so that this ends. */
static void
put_part_of_row (SfPager *self, SfStrip *row)
{
  double pad = self->layout->sheet->cell_pad_y, room = self->bottom - self->y - 2 * pad,
         tallest = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      GPtrArray *lines = g_ptr_array_index (row->cells, i);
      guint n = count_fitting (lines, room);
      double height = 0;

      if (n == 0 && lines->len > 0 && !self->used)
        n = 1;
      for (guint j = 0; j < n; j++)
        height += ((SfLine *)g_ptr_array_index (lines, j))->height
                  + (j > 0 ? ((SfLine *)g_ptr_array_index (lines, j))->gap : 0);
      put_row_lines (self, lines, n, self->y + pad);
      if (n > 0)
        g_ptr_array_remove_range (lines, 0, n);
      tallest = MAX (tallest, height);
    }
  self->y += tallest + 2 * pad;
  self->used = TRUE;
  put_row_rule (self, row);
  row->height = sf_row_height (self->layout, row);
}

static gboolean
row_is_done (const SfStrip *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (((GPtrArray *)g_ptr_array_index (row->cells, i))->len > 0)
      return FALSE;
  return TRUE;
}

/* --- strips --------------------------------------------------------------------------------- */

/* The box of a note grows with the strips that stand in it. */
static void
extend_box (SfPager *self, const SfStrip *strip, double y, double height)
{
  SfOrigin origin = sf_layout_furniture (strip->box);
  const SfStyleSheet *sheet = self->layout->sheet;

  if (strip->box == NULL || strip->box != self->box)
    self->box_fill = self->box_edge = NULL;
  self->box = strip->box;
  if (strip->box == NULL)
    return;
  if (self->box_fill == NULL)
    {
      self->box_fill = sf_layout_add_rect (self->page, &origin, self->layout->left, y,
                                           self->layout->width, 0, sheet->note_fill);
      self->box_edge = sf_layout_add_rect (self->page, &origin, self->layout->left, y, NOTE_EDGE, 0,
                                           sheet->note_edge);
    }
  self->box_fill->height = y + height - self->box_fill->y;
  self->box_edge->height = self->box_fill->height;
}

static void
put_anchors (SfPager *self, const SfStrip *strip)
{
  if (strip->anchors == NULL)
    return;
  for (guint i = 0; i < strip->anchors->len; i++)
    {
      SfStripAnchor anchor = g_array_index (strip->anchors, SfStripAnchor, i);

      anchor.y += self->y;
      if (self->into == NULL)
        {
          sf_display_list_add_anchor (self->layout->list, anchor.heading, self->number, anchor.y);
          continue;
        }
      if (self->into->anchors == NULL)
        self->into->anchors = g_array_new (FALSE, FALSE, sizeof (SfStripAnchor));
      g_array_append_val (self->into->anchors, anchor);
    }
}

static void
put_ref (SfPager *self, const SfStrip *strip, double y)
{
  SfPageRef ref = { strip->block, strip->entry,    strip->entry_index,
                    self->number, self->page->len, y + strip->entry_baseline };

  if (strip->entry != NULL)
    g_array_append_val (self->layout->refs, ref);
}

static void
put_strip (SfPager *self, SfStrip *strip)
{
  double gap = get_gap (self, strip);

  self->y += gap;
  if (strip->at_foot)
    self->y = MAX (self->y, self->bottom - strip->height);
  extend_box (self, strip, self->y, strip->height);
  put_anchors (self, strip);
  if (strip->cells != NULL)
    put_row (self, strip);
  else
    {
      sf_layout_take_items (self->page, strip->items, self->y);
      put_ref (self, strip, self->y);
      self->y += strip->height;
    }
  self->after = strip->after;
  self->used = TRUE;
}

/* --- pages ---------------------------------------------------------------------------------- */

static void
repeat_header (SfPager *self, const GPtrArray *header)
{
  for (guint i = 0; i < header->len; i++)
    {
      const SfStrip *strip = g_ptr_array_index (header, i);

      for (guint j = 0; j < strip->items->len; j++)
        {
          SfItem *copy = sf_item_copy (g_ptr_array_index (strip->items, j));

          copy->origin.furniture = TRUE;
          copy->y += self->y;
          g_ptr_array_add (self->page, copy);
        }
      self->y += strip->height;
    }
}

static void
new_page (SfPager *self, const SfStrip *next)
{
  self->page = sf_display_list_add_page (self->layout->list);
  self->number = sf_display_list_get_n_pages (self->layout->list) - 1;
  self->y = self->top;
  self->after = 0;
  self->used = FALSE;
  self->box = NULL;
  if (next != NULL && next->header != NULL)
    repeat_header (self, next->header);
}

static void
break_row (SfPager *self, SfStrip *row)
{
  self->y += get_gap (self, row);
  while (row->height > self->bottom - self->y)
    {
      put_part_of_row (self, row);
      if (row_is_done (row))
        return;
      new_page (self, row);
    }
  put_row (self, row);
  self->used = TRUE;
  self->after = row->after;
}

static SfStrip *
get_strip (const SfPager *self, guint i)
{
  return g_ptr_array_index (self->layout->strips, i);
}

static guint
find_chunk_end (const SfPager *self, guint first)
{
  guint last = first;

  while (last + 1 < self->layout->strips->len && get_strip (self, last)->keep_next
         && !get_strip (self, last + 1)->new_page)
    last++;
  return last;
}

static double
get_chunk_height (const SfPager *self, guint first, guint last)
{
  double height = get_gap (self, get_strip (self, first)) + get_strip (self, first)->height;

  for (guint i = first + 1; i <= last; i++)
    height += MAX (get_strip (self, i - 1)->after, get_strip (self, i)->before)
              + get_strip (self, i)->height;
  return height;
}

/* A row is broken only if it is longer than half a page, and not for less than three lines. */
static double
get_least_height (const SfPager *self, const SfStrip *row)
{
  const SfStyleSheet *sheet = self->layout->sheet;

  if (row->cells == NULL || row->height <= (self->bottom - self->top) / 2)
    return row->height;
  return 3 * sheet->table_size * sheet->leading + 2 * sheet->cell_pad_y;
}

static void
put_chunk (SfPager *self, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    {
      SfStrip *strip = get_strip (self, i);

      if (get_gap (self, strip) + strip->height <= self->bottom - self->y)
        put_strip (self, strip);
      else if (strip->cells != NULL
               && get_gap (self, strip) + get_least_height (self, strip) <= self->bottom - self->y)
        break_row (self, strip);
      else
        {
          if (self->used)
            new_page (self, strip);
          if (strip->cells != NULL)
            break_row (self, strip);
          else
            put_strip (self, strip);
        }
    }
}

static gboolean
chunk_fits (const SfPager *self, guint first, guint last)
{
  const SfStrip *strip = get_strip (self, last);
  double height = get_chunk_height (self, first, last);

  return height - strip->height + get_least_height (self, strip) <= self->bottom - self->y + 0.01;
}

SfPager *
sf_pager_new (SfLayout *layout)
{
  SfPager *self = g_new0 (SfPager, 1);

  self->layout = layout;
  self->top = layout->top;
  self->bottom = layout->bottom;
  new_page (self, NULL);
  return self;
}

void
sf_pager_free (SfPager *self)
{
  g_free (self);
}

static gboolean
may_go_on (SfPager *self)
{
  SfLayout *layout = self->layout;
  guint anchors, known;

  if (layout->check == NULL)
    return TRUE;
  sf_display_list_get_anchors (layout->list, &anchors);
  known = sf_display_list_get_n_pages (layout->list) + anchors;
  if (known == self->known)
    return TRUE;
  self->known = known;
  return layout->check (layout->list, layout->check_data);
}

/* Sets strips on pages: all, or those that do not have to stay with what is still to come. Returns
 * whether the layout may go on. */
gboolean
sf_pager_take_strips (SfPager *self, gboolean all)
{
  guint n = self->layout->strips->len;

  while (self->next < n)
    {
      guint first = self->next, last = find_chunk_end (self, first);
      const SfStrip *strip = get_strip (self, first);

      if (!all && last + 1 == n && get_strip (self, last)->keep_next)
        break;
      if (self->used && (strip->new_page || !chunk_fits (self, first, last)))
        new_page (self, strip);
      put_chunk (self, first, last);
      self->next = last + 1;
      if (!may_go_on (self))
        return FALSE;
    }
  return TRUE;
}

/* Sets strips one under the other, without pages, into one strip. Returns the height. */
double
sf_layout_flatten (SfLayout *self, GPtrArray *strips, SfStrip *into)
{
  SfPager pager = { .layout = self, .page = into->items, .bottom = G_MAXDOUBLE, .into = into };

  for (guint i = 0; i < strips->len; i++)
    put_strip (&pager, g_ptr_array_index (strips, i));
  return pager.y;
}
