/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-link.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/sf-pdf-syntax.h"

/* How far a line of text reaches above and below its baseline, in heights of a capital. */
#define ABOVE 1.4
#define BELOW 0.4

/* A line of a link: left, bottom, right, top. */
typedef struct
{
  double box[4];
} Area;

typedef struct
{
  SfPdfElement *element;
  GArray *areas; /* of Area */
} PageLink;

struct _SfPdfLinks
{
  SfDisplayList *list;
  SfPdfFile *file;
  guint64 drop;
  guint first;
  GPtrArray *elements; /* of SfPdfElement: of each annotation */
  GArray *on_page;     /* of PageLink */
};

static void
page_link_clear (gpointer data)
{
  g_array_unref (((PageLink *)data)->areas);
}

SfPdfLinks *
sf_pdf_links_new (SfDisplayList *list, SfPdfFile *file, guint first, guint64 drop)
{
  SfPdfLinks *self = g_new0 (SfPdfLinks, 1);

  self->list = list;
  self->file = file;
  self->first = first;
  self->drop = drop;
  self->elements = g_ptr_array_new ();
  self->on_page = g_array_new (FALSE, FALSE, sizeof (PageLink));
  g_array_set_clear_func (self->on_page, page_link_clear);
  return self;
}

void
sf_pdf_links_free (SfPdfLinks *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->elements);
  g_array_unref (self->on_page);
  g_free (self);
}

static GArray *
get_areas (SfPdfLinks *self, SfPdfElement *element)
{
  PageLink link = { element, NULL };

  for (guint i = 0; i < self->on_page->len; i++)
    if (g_array_index (self->on_page, PageLink, i).element == element)
      return g_array_index (self->on_page, PageLink, i).areas;
  link.areas = g_array_new (FALSE, FALSE, sizeof (Area));
  g_array_append_val (self->on_page, link);
  return link.areas;
}

static void
join (double to[4], const double box[4])
{
  to[0] = MIN (to[0], box[0]);
  to[1] = MIN (to[1], box[1]);
  to[2] = MAX (to[2], box[2]);
  to[3] = MAX (to[3], box[3]);
}

void
sf_pdf_links_add_area (SfPdfLinks *self, SfPdfElement *element, const SfItem *item)
{
  double y = sf_display_list_get_sheet (self->list)->page_height - item->y;
  Area area
      = { { item->x, y - item->height * BELOW, item->x + item->width, y + item->height * ABOVE } };
  GArray *areas = get_areas (self, element);

  for (guint i = 0; i < areas->len; i++)
    {
      Area *line = &g_array_index (areas, Area, i);

      if (fabs (line->box[1] - area.box[1]) < item->height)
        {
          join (line->box, area.box);
          return;
        }
    }
  g_array_append_val (areas, area);
}

void
sf_pdf_links_add_destination (SfPdfLinks *self,
                              GString *out,
                              guint page_object,
                              const SfAnchor *anchor)
{
  const SfStyleSheet *sheet = sf_display_list_get_sheet (self->list);

  g_string_append_c (out, '[');
  sf_pdf_add_reference (out, page_object);
  g_string_append (out, "/XYZ");
  sf_pdf_add_number (out, 0);
  sf_pdf_add_number (out, sheet->page_height - anchor->y);
  g_string_append (out, " null]");
}

/* --- annotations ------------------------------------------------------------------------------ */

static void
add_box (GString *out, const double box[4])
{
  for (guint i = 0; i < 4; i++)
    sf_pdf_add_number (out, box[i]);
}

static void
add_places (const SfPdfLinks *self, GString *out, const GArray *areas)
{
  Area all = g_array_index (areas, Area, 0);
  guint n = SF_PDF_DROPS (self->drop, LINK_LINES) ? 1 : areas->len;

  for (guint i = 1; i < n; i++)
    join (all.box, g_array_index (areas, Area, i).box);
  g_string_append (out, "/Rect[");
  add_box (out, all.box);
  g_string_append (out, "]/QuadPoints[");
  for (guint i = 0; i < n; i++)
    {
      const double *box = g_array_index (areas, Area, i).box;
      const double corners[] = { box[0], box[3], box[2], box[3], box[0], box[1], box[2], box[1] };

      for (guint k = 0; k < G_N_ELEMENTS (corners); k++)
        sf_pdf_add_number (out, corners[k]);
    }
  g_string_append_c (out, ']');
}

static void
add_contents (const SfPdfLinks *self, GString *out, const char *contents)
{
  if (SF_PDF_DROPS (self->drop, LINK_CONTENTS))
    return;
  g_string_append (out, "/Contents");
  sf_pdf_add_text (out, contents);
}

static void
add_target (SfPdfLinks *self, GString *out, const SfPdfElement *element, const GArray *pages)
{
  const SfAnchor *anchor = element->heading != NULL
                               ? sf_display_list_find_anchor (self->list, element->heading)
                               : NULL;
  g_autofree char *contents = NULL;

  if (anchor == NULL)
    {
      g_autoptr (GString) action = g_string_new ("/A<</S/URI/URI");
      g_autofree char *address
          = g_uri_escape_string (element->span->target, ":/?#[]@!$&'()*+,;=%", FALSE);

      add_contents (self, out, element->span->target);
      sf_pdf_add_text (action, address);
      if (!SF_PDF_DROPS (self->drop, LINK_DESTINATION))
        g_string_append_printf (out, "%s>>", action->str);
      return;
    }
  /* Translators: what is heard of a link within a report: the name of a heading, and its page. */
  contents = g_strdup_printf (_ ("%s, page %u"), sf_prose_get_text (element->heading->prose),
                              anchor->page + 1);
  add_contents (self, out, contents);
  if (SF_PDF_DROPS (self->drop, LINK_DESTINATION))
    return;
  g_string_append (out, "/Dest");
  sf_pdf_links_add_destination (self, out, g_array_index (pages, guint, anchor->page), anchor);
}

static void
write_link (
    SfPdfLinks *self, const PageLink *link, guint id, guint page_object, const GArray *pages)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/P");

  sf_pdf_add_reference (out, page_object);
  add_places (self, out, link->areas);
  add_target (self, out, link->element, pages);
  g_string_append_printf (out, "/StructParent %u>>", self->first + self->elements->len);
  g_ptr_array_add (self->elements, link->element);
  if (!SF_PDF_DROPS (self->drop, LINK_OBJECT))
    sf_pdf_element_add_object (link->element, page_object, id);
  sf_pdf_file_add (self->file, id, out);
}

void
sf_pdf_links_write (SfPdfLinks *self, guint page_object, const GArray *pages, GString *out)
{
  if (self->on_page->len == 0)
    return;
  g_string_append (out, "/Annots[");
  for (guint i = 0; i < self->on_page->len; i++)
    {
      guint id = sf_pdf_file_reserve (self->file);

      write_link (self, &g_array_index (self->on_page, PageLink, i), id, page_object, pages);
      sf_pdf_add_reference (out, id);
    }
  g_string_append_c (out, ']');
  g_array_set_size (self->on_page, 0);
}

guint
sf_pdf_links_add_parents (SfPdfLinks *self, GString *parents)
{
  for (guint i = 0; i < self->elements->len; i++)
    g_string_append_printf (parents, " %u %u 0 R", self->first + i,
                            ((SfPdfElement *)g_ptr_array_index (self->elements, i))->object);
  return self->first + self->elements->len;
}
