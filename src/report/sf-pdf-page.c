/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-page.h"

#include <string.h>

#include "report/sf-pdf-canvas.h"
#include "report/sf-pdf-link.h"
#include "report/sf-pdf-syntax.h"

struct _SfPdfPages
{
  SfDisplayList *list;
  SfPdfFile *file;
  SfPdfFonts *fonts;
  SfPdfStructure *structure;
  guint64 drop;
  guint resources;
  guint tree;        /* number of the list of pages */
  GArray *objects;   /* of guint: each page's number */
  GPtrArray *pieces; /* of GPtrArray of SfPdfElement: of each page, by mark */
  SfPdfLinks *links;
  PangoFont *font;      /* any of the document's; or NULL */
  GString *images;      /* entries of the dictionary that names them */
  GHashTable *pictures; /* SfPicture -> its number */

  /* the page that is being written */
  SfPdfCanvas *canvas;
  guint page;
  GPtrArray *marks;      /* of SfPdfElement: its pieces */
  SfPdfElement *element; /* that is open; or NULL */
  const char *artifact;  /* that is open; or NULL */
};

static PangoFont *
find_font (SfDisplayList *list)
{
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);

          if (item->kind == SF_ITEM_GLYPHS)
            return item->glyphs->item->analysis.font;
        }
    }
  return NULL;
}

SfPdfPages *
sf_pdf_pages_new (SfDisplayList *list,
                  SfPdfFile *file,
                  SfPdfFonts *fonts,
                  SfPdfStructure *structure,
                  guint resources,
                  guint64 drop)
{
  SfPdfPages *self = g_new0 (SfPdfPages, 1);

  self->list = list;
  self->file = file;
  self->fonts = fonts;
  self->structure = structure;
  self->drop = drop;
  self->resources = resources;
  self->tree = sf_pdf_file_reserve (file);
  self->objects = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->font = find_font (list);
  self->images = g_string_new (NULL);
  self->pictures = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    {
      guint object = sf_pdf_file_reserve (file);

      g_array_append_val (self->objects, object);
    }
  self->links = sf_pdf_links_new (list, file, self->objects->len, drop);
  return self;
}

void
sf_pdf_pages_free (SfPdfPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->objects);
  g_ptr_array_unref (self->pieces);
  sf_pdf_links_free (self->links);
  g_string_free (self->images, TRUE);
  g_hash_table_unref (self->pictures);
  g_free (self);
}

static guint
get_object (const SfPdfPages *self, guint page)
{
  return g_array_index (self->objects, guint, page);
}

void
sf_pdf_pages_add_destination (SfPdfPages *self, GString *out, const SfAnchor *anchor)
{
  sf_pdf_links_add_destination (self->links, out, get_object (self, anchor->page), anchor);
}

const char *
sf_pdf_pages_get_images (SfPdfPages *self)
{
  return self->images->str;
}

/* --- order ------------------------------------------------------------------------------------ */

static gboolean
is_same_text (const SfItem *a, const SfItem *b)
{
  return a->origin.prose == b->origin.prose && a->origin.prose != NULL
         && a->origin.block == b->origin.block && a->origin.role == b->origin.role
         && a->origin.index == b->origin.index;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const SfItem *first = *(SfItem *const *)a, *second = *(SfItem *const *)b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The pieces of one text in the order in which it is read, which differs from that on the line
 * where it runs from right to left; its marks before it. */
static void
add_text_in_order (
    const SfPdfPages *self, GPtrArray *ordered, GPtrArray *items, guint from, guint to)
{
  guint first;

  for (guint i = from; i < to; i++)
    if (((SfItem *)items->pdata[i])->text == NULL)
      g_ptr_array_add (ordered, items->pdata[i]);
  first = ordered->len;
  for (guint i = from; i < to; i++)
    if (((SfItem *)items->pdata[i])->text != NULL)
      g_ptr_array_add (ordered, items->pdata[i]);
  if (!SF_PDF_DROPS (self->drop, LOGICAL_ORDER))
    qsort (ordered->pdata + first, ordered->len - first, sizeof (gpointer), compare_starts);
}

static GPtrArray *
get_in_order (const SfPdfPages *self, guint page)
{
  GPtrArray *items = sf_display_list_get_page (self->list, page);
  GPtrArray *ordered = g_ptr_array_sized_new (items->len);
  guint to;

  for (guint from = 0; from < items->len; from = to)
    {
      for (to = from + 1; to < items->len && is_same_text (items->pdata[from], items->pdata[to]);)
        to++;
      if (to == from + 1)
        g_ptr_array_add (ordered, items->pdata[from]);
      else
        add_text_in_order (self, ordered, items, from, to);
    }
  return ordered;
}

/* --- marks ------------------------------------------------------------------------------------ */

static void
close_mark (SfPdfPages *self)
{
  if (self->element != NULL || self->artifact != NULL)
    sf_pdf_canvas_end (self->canvas);
  self->element = NULL;
  self->artifact = NULL;
}

static guint
on_add_piece_cb (gpointer data)
{
  SfPdfPages *self = data;

  sf_pdf_element_add_piece (self->element, self->page, get_object (self, self->page),
                            self->marks->len);
  g_ptr_array_add (self->marks, self->element);
  return self->marks->len - 1;
}

static void
open_element (SfPdfPages *self, SfPdfElement *element)
{
  if (self->element == element)
    return;
  close_mark (self);
  if (SF_PDF_DROPS (self->drop, MARKING) && element->type[0] == 'P')
    return;
  sf_pdf_canvas_begin (self->canvas, element->type);
  self->element = element;
}

/* What kind of artifact an item is, as entries of its dictionary. */
static const char *
get_artifact (const SfPdfPages *self, const SfItem *item)
{
  if (item->text == NULL || SF_PDF_DROPS (self->drop, PAGINATION))
    return "/Type/Layout";
  if (item->origin.block != NULL)
    return "/Type/Pagination";
  if (item->y > sf_display_list_get_sheet (self->list)->page_height / 2)
    return "/Type/Pagination/Subtype/Footer";
  return "/Type/Pagination/Subtype/Header";
}

static void
open_artifact (SfPdfPages *self, const SfItem *item)
{
  const char *artifact = get_artifact (self, item);

  if (self->artifact != NULL && strcmp (self->artifact, artifact) == 0)
    return;
  close_mark (self);
  if (SF_PDF_DROPS (self->drop, ARTIFACTS))
    return;
  sf_pdf_canvas_begin_artifact (self->canvas, artifact);
  self->artifact = artifact;
}

/* --- items ------------------------------------------------------------------------------------ */

static void
extend (double box[4], double x, double y, double by)
{
  box[0] = MIN (box[0], x - by);
  box[1] = MIN (box[1], y - by);
  box[2] = MAX (box[2], x + by);
  box[3] = MAX (box[3], y + by);
}

/* The figure's box takes in this part of it. */
static void
extend_figure (SfPdfPages *self, SfPdfElement *element, const SfItem *item)
{
  double height = sf_display_list_get_sheet (self->list)->page_height, y = height - item->y;
  double box[4] = { item->x, y, item->x, y }, half = item->line_width / 2;

  if (item->path != NULL)
    {
      const SfPathElement *elements;
      gsize n;

      elements = sf_path_get_elements (item->path, &n);
      box[0] = box[1] = G_MAXDOUBLE;
      box[2] = box[3] = -G_MAXDOUBLE;
      for (gsize i = 0; i < n; i++)
        for (guint k = 0; k < (elements[i].verb == SF_PATH_CURVE ? 3 : 1); k++)
          if (elements[i].verb != SF_PATH_CLOSE)
            extend (box, item->x + elements[i].x[k], y - elements[i].y[k], half);
      if (box[2] < box[0])
        return;
    }
  else if (item->text != NULL)
    {
      extend (box, item->x, y + item->height * 1.2, 0);
      extend (box, item->x + item->width, y - item->height * 0.4, 0);
    }
  else
    extend (box, item->x + item->width, y - item->height, half);
  sf_pdf_element_extend (element, box);
}

/* Whether something that is not drawn stands between this text and what was written before: the end
 * of a line that the text itself has, or a shift to the other end of the line. */
static gboolean
has_gap (const SfItem *item)
{
  if (item->origin.prose == NULL || item->origin.role == SF_ROLE_TRAILING)
    return (item->origin.role == SF_ROLE_TRAILING && item->start == 0)
           || item->origin.role == SF_ROLE_ENTRY_PAGE;
  return item->start > 0 && sf_prose_get_text (item->origin.prose)[item->start - 1] == '\n';
}

/* Writes a picture when it is first met; returns the number in its name. */
static guint
get_picture (SfPdfPages *self, SfPicture *picture)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->pictures, picture));
  guint width = sf_picture_get_width (picture), height = sf_picture_get_height (picture), id;
  g_autofree char *entries = NULL;

  if (number != 0)
    return number;
  number = g_hash_table_size (self->pictures) + 1;
  g_hash_table_insert (self->pictures, picture, GUINT_TO_POINTER (number));
  id = sf_pdf_file_reserve (self->file);
  entries = g_strdup_printf ("/Type/XObject/Subtype/Image/Width %u/Height %u/ColorSpace/DeviceRGB"
                             "/BitsPerComponent 8",
                             width, height);
  sf_pdf_file_add_stream (self->file, id, entries, sf_picture_get_pixels (picture),
                          (gsize)width * height * 3, SF_PDF_DEFLATED);
  g_string_append_printf (self->images, "/I%u %u 0 R", number, id);
  return number;
}

static void
draw (SfPdfPages *self, const SfItem *item, gboolean real)
{
  if (item->kind == SF_ITEM_GLYPHS)
    sf_pdf_canvas_add_glyphs (self->canvas, item, has_gap (item), real);
  else if (item->kind == SF_ITEM_MISSING)
    sf_pdf_canvas_add_missing (self->canvas, item, has_gap (item), self->font);
  else if (item->kind == SF_ITEM_IMAGE)
    sf_pdf_canvas_add_image (self->canvas, item, get_picture (self, item->picture));
  else
    sf_pdf_canvas_add_shape (self->canvas, item);
}

static void
add_item (SfPdfPages *self, const SfItem *item)
{
  SfPdfElement *element = sf_pdf_structure_find (self->structure, item, self->page);

  if (element == NULL)
    open_artifact (self, item);
  else
    open_element (self, element);
  draw (self, item, element != NULL);
  if (element == NULL)
    return;
  if (item->origin.role == SF_ROLE_FIGURE)
    extend_figure (self, element, item);
  if (strcmp (element->type, "Link") == 0)
    sf_pdf_links_add_area (self->links, element, item);
}

static void
add_items (SfPdfPages *self, GPtrArray *items)
{
  gboolean backwards = SF_PDF_DROPS (self->drop, ORDER);

  for (guint i = 0; i < items->len; i++)
    add_item (self, items->pdata[backwards ? items->len - 1 - i : i]);
  close_mark (self);
}

/* --- pages ------------------------------------------------------------------------------------ */

static void
write_page (SfPdfPages *self, guint contents)
{
  const SfStyleSheet *sheet = sf_display_list_get_sheet (self->list);
  g_autoptr (GString) out = g_string_new ("<</Type/Page/Parent");

  sf_pdf_add_reference (out, self->tree);
  g_string_append (out, "/MediaBox[0 0");
  sf_pdf_add_number (out, sheet->page_width);
  sf_pdf_add_number (out, sheet->page_height);
  g_string_append (out, "]/Resources");
  sf_pdf_add_reference (out, self->resources);
  g_string_append (out, "/Contents");
  sf_pdf_add_reference (out, contents);
  if (!SF_PDF_DROPS (self->drop, STRUCT_PARENTS))
    g_string_append_printf (out, "/StructParents %u", self->page);
  if (!SF_PDF_DROPS (self->drop, TABS))
    g_string_append (out, "/Tabs/S");
  sf_pdf_links_write (self->links, get_object (self, self->page), self->objects, out);
  g_string_append (out, ">>");
  sf_pdf_file_add (self->file, get_object (self, self->page), out);
}

void
sf_pdf_pages_write (SfPdfPages *self, guint page)
{
  g_autoptr (GPtrArray) items = get_in_order (self, page);
  double height = sf_display_list_get_sheet (self->list)->page_height;
  g_autoptr (SfPdfCanvas) canvas
      = sf_pdf_canvas_new (self->fonts, height, self->drop, on_add_piece_cb, self);
  guint contents = sf_pdf_file_reserve (self->file);
  GString *content;

  self->canvas = canvas;
  self->page = page;
  self->marks = g_ptr_array_new ();
  g_ptr_array_add (self->pieces, self->marks);
  add_items (self, items);
  content = sf_pdf_canvas_get_content (canvas);
  sf_pdf_file_add_stream (self->file, contents, "", content->str, content->len,
                          SF_PDF_DROPS (self->drop, DEFLATE) ? SF_PDF_PLAIN : SF_PDF_DEFLATED);
  write_page (self, contents);
}

guint
sf_pdf_pages_finish (SfPdfPages *self)
{
  g_autoptr (GString) out = g_string_new ("<</Type/Pages/Kids[");

  for (guint i = 0; i < self->objects->len; i++)
    sf_pdf_add_reference (out, get_object (self, i));
  g_string_append_printf (out, "]/Count %u>>", self->objects->len);
  sf_pdf_file_add (self->file, self->tree, out);
  return self->tree;
}

guint
sf_pdf_pages_add_parents (SfPdfPages *self, GString *parents)
{
  for (guint page = 0; page < self->pieces->len; page++)
    {
      GPtrArray *marks = g_ptr_array_index (self->pieces, page);
      g_autoptr (GString) out = g_string_new ("[");
      guint object = sf_pdf_file_reserve (self->file);

      for (guint i = 0; i < marks->len; i++)
        sf_pdf_add_reference (out, ((SfPdfElement *)g_ptr_array_index (marks, i))->object);
      g_string_append_c (out, ']');
      sf_pdf_file_add (self->file, object, out);
      g_string_append_printf (parents, " %u %u 0 R", page, object);
    }
  return sf_pdf_links_add_parents (self->links, parents);
}
