/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-layout.h"

#include <glib/gi18n-lib.h>

#include "report/sf-layout-private.h"

/* Writes the page numbers that the contents list was waiting for, the last first, so that places on
 * a page stay right. */
static void
fill_contents (SfLayout *self)
{
  SfTextStyle style = { self->sheet->size, FALSE, self->sheet->ink, SF_ALIGN_END };

  for (guint i = self->refs->len; i > 0; i--)
    {
      const SfPageRef *ref = &g_array_index (self->refs, SfPageRef, i - 1);
      const SfAnchor *anchor = sf_display_list_find_anchor (self->list, ref->entry);
      SfOrigin origin = { .block = ref->contents,
                          .role = SF_ROLE_ENTRY_PAGE,
                          .index = ref->entry_index,
                          .heading = ref->entry };
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      g_autofree char *text = NULL;
      GPtrArray *page;

      if (anchor == NULL)
        continue;
      text = g_strdup_printf ("%u", anchor->page + 1);
      sf_layout_put_text (self, items, text, &style, self->left, 0, self->width, &origin);
      page = sf_display_list_get_page (self->list, ref->page);
      for (guint j = 0; j < items->len; j++)
        {
          SfItem *item = g_ptr_array_index (items, j);

          item->y = ref->baseline;
          g_ptr_array_insert (page, ref->place + j, item);
        }
    }
}

static gboolean
has_title (GPtrArray *page)
{
  for (guint i = 0; i < page->len; i++)
    {
      const SfItem *item = g_ptr_array_index (page, i);

      if (item->origin.block != NULL && item->origin.block->kind == SF_BLOCK_TITLE)
        return TRUE;
    }
  return FALSE;
}

/* As many of the head's parts, which " · " divides, as there is room for. */
static char *
fit_head (SfLayout *self, const char *head, const SfTextStyle *style, double width)
{
  g_autofree char *fitting = g_strdup (head);
  char *divider;

  for (;;)
    {
      g_autoptr (SfProse) prose = sf_prose_new (fitting);

      if (sf_layout_measure (self, prose, style) <= width)
        break;
      divider = g_strrstr (fitting, " · ");
      if (divider == NULL)
        break;
      *divider = '\0';
    }
  return g_steal_pointer (&fitting);
}

/* The running head at the left and the page's number at the right, on every page but a title. */
static void
add_furniture (SfLayout *self)
{
  guint n = sf_display_list_get_n_pages (self->list);
  SfTextStyle style = { self->sheet->furniture_size, FALSE, self->sheet->quiet, SF_ALIGN_START };
  SfOrigin origin = sf_layout_furniture (NULL);
  const char *head = sf_document_get_running_head (sf_display_list_get_document (self->list));

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *page = sf_display_list_get_page (self->list, i);
      /* Translators: at the top of a printed page. */
      g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), i + 1, n);
      g_autoptr (SfProse) prose = sf_prose_new (number);
      double width = sf_layout_measure (self, prose, &style) + 1;
      g_autofree char *fitting = NULL;

      if (has_title (page))
        continue;
      style.align = SF_ALIGN_END;
      sf_layout_put_text (self, page, number, &style, self->left + self->width - width,
                          self->sheet->margin_top, width, &origin);
      style.align = SF_ALIGN_START;
      if (head == NULL || *head == '\0')
        continue;
      fitting = fit_head (self, head, &style, self->width - width - style.size);
      pango_layout_set_ellipsize (self->pango, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->pango, TRUE);
      sf_layout_put_text (self, page, fitting, &style, self->left, self->sheet->margin_top,
                          self->width - width - style.size, &origin);
      pango_layout_set_ellipsize (self->pango, PANGO_ELLIPSIZE_NONE);
      pango_layout_set_single_paragraph_mode (self->pango, FALSE);
    }
}

/* At the foot of every page, in the margin: whoever has one page can check it. */
static void
add_fingerprint (SfLayout *self)
{
  const char *fingerprint = sf_document_get_fingerprint (sf_display_list_get_document (self->list));
  SfTextStyle style = { self->sheet->furniture_size, FALSE, self->sheet->quiet, SF_ALIGN_START };
  SfOrigin origin = sf_layout_furniture (NULL);
  double height = style.size * self->sheet->leading;
  g_autofree char *text = NULL;
  g_autoptr (SfProse) prose = NULL;

  if (fingerprint == NULL)
    return;
  /* Translators: at the foot of a printed page */
  text = g_strdup_printf (_ ("Sealed report · Fingerprint %s"), fingerprint);
  prose = sf_prose_new (text);
  if (sf_layout_measure (self, prose, &style) > self->width)
    {
      /* in large print it is one line, too */
      g_free (text);
      text = g_strdup_printf (_ ("Fingerprint %s"), fingerprint);
    }
  for (guint i = 0; i < sf_display_list_get_n_pages (self->list); i++)
    sf_layout_put_text (self, sf_display_list_get_page (self->list, i), text, &style, self->left,
                        self->sheet->page_height - (self->sheet->margin_bottom + height) / 2,
                        self->width, &origin);
}

/* Makes the pages, but not yet what only the last page tells. Returns whether the check let it. */
static gboolean
make_pages (SfLayout *self, GPtrArray *blocks)
{
  g_autoptr (SfPager) pager = sf_pager_new (self);
  gboolean new_page = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      sf_layout_block (self, g_ptr_array_index (blocks, i), &new_page);
      if (!sf_pager_take_strips (pager, FALSE))
        return FALSE;
    }
  return sf_pager_take_strips (pager, TRUE);
}

SfDisplayList *
sf_layout_run_checked (SfDocument *document,
                       const SfStyleSheet *sheet,
                       SfFonts *fonts,
                       SfLayoutCache *cache,
                       SfLayoutCheck check,
                       gpointer data)
{
  SfLayout self = { .cache = cache, .check = check, .check_data = data };

  self.list = sf_display_list_new (document, fonts, sheet);
  self.sheet = sheet;
  self.context = sf_fonts_create_context (fonts, sf_document_get_language (document));
  self.pango = pango_layout_new (self.context);
  pango_layout_set_wrap (self.pango, PANGO_WRAP_WORD_CHAR);
  self.left = sheet->margin_side;
  self.width = sheet->page_width - 2 * sheet->margin_side;
  self.top = sheet->margin_top + sheet->furniture_size * sheet->leading + sheet->head_gap;
  self.bottom = sheet->page_height - sheet->margin_bottom;
  self.strips = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_strip_free);
  self.refs = g_array_new (FALSE, FALSE, sizeof (SfPageRef));

  if (make_pages (&self, sf_document_get_blocks (document)))
    {
      fill_contents (&self);
      add_furniture (&self);
      add_fingerprint (&self);
    }
  else
    g_clear_object (&self.list);

  g_array_unref (self.refs);
  g_ptr_array_unref (self.strips);
  g_object_unref (self.pango);
  g_object_unref (self.context);
  return self.list;
}

SfDisplayList *
sf_layout_run_cached (SfDocument *document,
                      const SfStyleSheet *sheet,
                      SfFonts *fonts,
                      SfLayoutCache *cache)
{
  return sf_layout_run_checked (document, sheet, fonts, cache, NULL, NULL);
}

SfDisplayList *
sf_layout_run (SfDocument *document, const SfStyleSheet *sheet, SfFonts *fonts)
{
  g_autoptr (SfLayoutCache) cache = NULL;

  g_return_val_if_fail (SF_IS_DOCUMENT (document) && sheet != NULL && SF_IS_FONTS (fonts), NULL);

  cache = sf_layout_cache_new ();
  return sf_layout_run_cached (document, sheet, fonts, cache);
}
