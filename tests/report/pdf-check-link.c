/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Links: what they say, where they lead, where one can press. */
#include "pdf-check.h"

#include <math.h>
#include <string.h>

static double
get_number (Check *self, qpdf_oh array, int i)
{
  return qpdf_oh_get_numeric_value (self->qpdf, qpdf_oh_get_array_item (self->qpdf, array, i));
}

#define SLACK 0.6 /* glyphs that are drawn closer together than they are wide */

/* One of the link's lines is around the glyph. */
static gboolean
is_inside (Check *self, qpdf_oh quads, const CheckGlyph *glyph)
{
  for (int i = 0; i + 7 < qpdf_oh_get_array_n_items (self->qpdf, quads); i += 8)
    if (glyph->x > get_number (self, quads, i) - SLACK
        && glyph->x + glyph->width < get_number (self, quads, i + 2) + SLACK
        && glyph->y < get_number (self, quads, i + 1) && glyph->y > get_number (self, quads, i + 5))
      return TRUE;
  return FALSE;
}

static void
check_place (Check *self, qpdf_oh link, const char *text, guint page, GPtrArray *pieces)
{
  qpdf_oh quads = check_key (self, link, "/QuadPoints");
  guint outside = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const CheckPiece *piece = pieces->pdata[i];

      for (guint k = 0; piece->page == page && k < piece->glyphs->len; k++)
        outside += !is_inside (self, quads, &g_array_index (piece->glyphs, CheckGlyph, k));
    }
  /* A link of characters that are not seen has no place. */
  if (outside > 0)
    check_complain (self, "link: “%s” cannot be pressed everywhere on page %u", text, page + 1);
}

static void
check_target (Check *self, qpdf_oh link, const char *contents)
{
  qpdf_oh to = check_key (self, link, "/Dest");
  const SfAnchor *anchors;
  guint n, page;

  if (check_has (self, link, "/A"))
    {
      if (g_strcmp0 (check_text (self, check_key (self, link, "/A"), "/URI"), contents) != 0)
        check_complain (self, "link: it leads elsewhere than “%s”", contents);
      return;
    }
  page = qpdf_oh_is_array (self->qpdf, to)
             ? check_find_page (self, qpdf_oh_get_array_item (self->qpdf, to, 0))
             : G_MAXUINT;
  anchors = sf_display_list_get_anchors (self->list, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("%s, page %u", sf_prose_get_text (anchors[i].heading->prose),
                             anchors[i].page + 1);

      if (strcmp (name, contents) == 0 && anchors[i].page == page
          && fabs (get_number (self, to, 3)
                   - (sf_display_list_get_sheet (self->list)->page_height - anchors[i].y))
                 < 0.01)
        return;
    }
  check_complain (self, "link: it does not lead to “%s”", contents);
}

static void
check_link (Check *self, qpdf_oh link, const char *text, GPtrArray *pieces, qpdf_oh page)
{
  const char *contents = check_text (self, link, "/Contents");

  if (!check_is_name (self, link, "/Subtype", "/Link"))
    check_complain (self, "link: “%s” has another object", text);
  if (contents == NULL || *contents == '\0')
    check_complain (self, "Contents: “%s” does not say where it leads", text);
  else
    check_target (self, link, contents);
  if ((qpdf_oh_get_int_value_as_int (self->qpdf, check_key (self, link, "/F")) & 4) == 0)
    check_complain (self, "link: “%s” is not printed", text);
  check_place (self, link, text, check_find_page (self, page), pieces);
}

void
check_links (Check *self, qpdf_oh element, const char *text, GPtrArray *pieces)
{
  qpdf_oh kids = check_key (self, element, "/K");
  guint n = 0;

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, kids); i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->qpdf, kids, i);

      if (!check_is_name (self, kid, "/Type", "/OBJR"))
        continue;
      n++;
      check_link (self, check_key (self, kid, "/Obj"), text, pieces, check_key (self, kid, "/Pg"));
    }
  if (n == 0)
    check_complain (self, "OBJR: the link “%s” has no object", text);
}
