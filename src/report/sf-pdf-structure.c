/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-pdf-structure.h"

#include <string.h>

#include "report/sf-pdf-syntax.h"

typedef enum
{
  KID_ELEMENT,
  KID_PIECE,
  KID_OBJECT,
} KidKind;

typedef struct
{
  KidKind kind;
  guint page;   /* its object */
  guint number; /* of the piece among those of the page, or of the object */
  SfPdfElement *element;
} SfPdfKid;

struct _SfPdfStructure
{
  guint64 drop;
  GPtrArray *elements; /* of SfPdfElement: all */
  SfPdfElement *root;  /* the document */
  GHashTable *places;  /* SfOrigin -> SfPdfElement */
  GPtrArray *named;    /* of SfPdfElement with an id, in order */
  GHashTable *targets; /* id -> heading that stands on a page */
  guint object;        /* of the root of the tree */
  SfOrigin last;       /* asked for */
  SfPdfElement *found; /* for it */
};

static guint
place_hash (gconstpointer data)
{
  const SfOrigin *place = data;

  return g_direct_hash (place->block) ^ (place->role << 27) ^ (place->in_header ? 1u << 26 : 0)
         ^ (place->row * 8191) ^ (place->cell * 131) ^ place->index;
}

static gboolean
place_equal (gconstpointer a, gconstpointer b)
{
  const SfOrigin *first = a, *second = b;

  return first->block == second->block && first->role == second->role
         && first->in_header == second->in_header && first->row == second->row
         && first->cell == second->cell && first->index == second->index;
}

static void
element_free (gpointer data)
{
  SfPdfElement *self = data;

  g_array_unref (self->kids);
  if (self->entries != NULL)
    g_string_free (self->entries, TRUE);
  if (self->attributes != NULL)
    g_string_free (self->attributes, TRUE);
  g_free ((char *)self->id);
  g_free (self);
}

SfPdfElement *
sf_pdf_element_new (SfPdfStructure *self, SfPdfElement *parent, const char *type)
{
  SfPdfElement *element = g_new0 (SfPdfElement, 1);

  element->type = type;
  element->parent = parent;
  element->kids = g_array_new (FALSE, FALSE, sizeof (SfPdfKid));
  g_ptr_array_add (self->elements, element);
  if (parent != NULL)
    {
      SfPdfKid kid = { .kind = KID_ELEMENT, .element = element };

      g_array_append_val (parent->kids, kid);
    }
  return element;
}

static void
find_targets (SfPdfStructure *self, SfDisplayList *list)
{
  const SfAnchor *anchors;
  guint n;

  self->targets = g_hash_table_new (g_str_hash, g_str_equal);
  anchors = sf_display_list_get_anchors (list, &n);
  for (guint i = 0; i < n; i++)
    if (anchors[i].heading->id != NULL)
      g_hash_table_insert (self->targets, anchors[i].heading->id, (gpointer)anchors[i].heading);
}

SfPdfStructure *
sf_pdf_structure_new (SfDisplayList *list, guint64 drop)
{
  SfPdfStructure *self = g_new0 (SfPdfStructure, 1);

  self->drop = drop;
  self->elements = g_ptr_array_new_with_free_func (element_free);
  self->places = g_hash_table_new_full (place_hash, place_equal, g_free, NULL);
  self->named = g_ptr_array_new ();
  self->root = sf_pdf_element_new (self, NULL, "Document");
  self->root->keep = TRUE;
  find_targets (self, list);
  sf_pdf_structure_add_blocks (self, sf_display_list_get_document (list));
  return self;
}

void
sf_pdf_structure_free (SfPdfStructure *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->named);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->targets);
  g_free (self);
}

SfPdfElement *
sf_pdf_structure_get_root (SfPdfStructure *self)
{
  return self->root;
}

guint64
sf_pdf_structure_get_drop (SfPdfStructure *self)
{
  return self->drop;
}

void
sf_pdf_element_add_entry (SfPdfElement *self, const char *key, const char *text)
{
  if (self->entries == NULL)
    self->entries = g_string_new (NULL);
  g_string_append_printf (self->entries, "/%s", key);
  sf_pdf_add_text (self->entries, text);
}

void
sf_pdf_element_add_attributes (SfPdfElement *self, const char *attributes)
{
  if (self->attributes == NULL)
    self->attributes = g_string_new (NULL);
  g_string_append_printf (self->attributes, "<<%s>>", attributes);
}

void
sf_pdf_element_set_id (SfPdfStructure *self, SfPdfElement *element)
{
  /* Such names sort as they are numbered. */
  element->id = g_strdup_printf ("note-%05u", self->named->len + 1);
  g_ptr_array_add (self->named, element);
}

void
sf_pdf_structure_add_place (SfPdfStructure *self, SfOrigin origin, SfPdfElement *element)
{
  g_hash_table_insert (self->places, g_memdup2 (&origin, sizeof origin), element);
}

/* --- what belongs where ----------------------------------------------------------------------- */

static const SfSpan *
find_span (const SfItem *item)
{
  const SfProse *prose = item->origin.prose;
  gsize end = 0;

  for (guint i = 0; i < sf_prose_get_n_spans (prose); i++)
    {
      const SfSpan *span = sf_prose_get_span (prose, i);

      end += strlen (span->text);
      if (item->start < end)
        return span;
    }
  return NULL;
}

static const SfBlock *
get_target (const SfPdfStructure *self, const SfSpan *span)
{
  return span->kind == SF_SPAN_LINK ? g_hash_table_lookup (self->targets, span->target) : NULL;
}

/* A link that leads nowhere is text like other text; so is one to a file beside the document, which
 * need not lie beside a PDF. */
static gboolean
is_own (const SfPdfStructure *self, const SfSpan *span)
{
  if (span->kind == SF_SPAN_WEB || get_target (self, span) != NULL)
    return TRUE;
  return span->language != NULL && !SF_PDF_DROPS (self->drop, SPAN_LANGUAGE);
}

/* The element of a span that is one of its own: the newest kid that is of it, or a new one. */
static SfPdfElement *
get_span_element (SfPdfStructure *self, SfPdfElement *parent, const SfSpan *span)
{
  const SfBlock *target = get_target (self, span);
  gboolean link = span->kind == SF_SPAN_WEB || target != NULL;
  SfPdfElement *element;

  for (guint i = parent->kids->len; i > 0; i--)
    {
      element = g_array_index (parent->kids, SfPdfKid, i - 1).element;
      if (element != NULL && element->span == span)
        return element;
    }
  element = sf_pdf_element_new (self, parent,
                                link && !SF_PDF_DROPS (self->drop, LINK) ? "Link" : "Span");
  element->span = span;
  element->heading = target;
  if (span->language != NULL)
    sf_pdf_element_add_entry (element, "Lang", span->language);
  return element;
}

static SfPdfElement *
find_place (SfPdfStructure *self, const SfOrigin *origin)
{
  if (self->found == NULL || !place_equal (&self->last, origin))
    {
      self->last = *origin;
      self->found = g_hash_table_lookup (self->places, origin);
    }
  return self->found;
}

/* Only to see that it is noticed: what goes on over a page becomes an element of its own. */
static SfPdfElement *
tear (SfPdfStructure *self, SfPdfElement *element, const SfItem *item, guint page)
{
  SfPdfElement *torn;

  if (!SF_PDF_DROPS (self->drop, ONE_ELEMENT) || element->last_piece == 0
      || element->last_piece == page + 1)
    return element;
  torn = sf_pdf_element_new (self, element->parent, element->type);
  sf_pdf_structure_add_place (self, item->origin, torn);
  self->found = torn;
  return torn;
}

SfPdfElement *
sf_pdf_structure_find (SfPdfStructure *self, const SfItem *item, guint page)
{
  SfPdfElement *element;
  const SfSpan *span;

  if (item->origin.furniture
      && !(SF_PDF_DROPS (self->drop, REPEATED_HEADS_OUTSIDE) && item->origin.role == SF_ROLE_CELL))
    return item->origin.block == NULL && SF_PDF_DROPS (self->drop, FURNITURE_OUTSIDE) ? self->root
                                                                                      : NULL;
  element = find_place (self, &item->origin);
  if (element == NULL)
    return NULL;
  element = tear (self, element, item, page);
  if (item->text == NULL || item->origin.prose == NULL || element->heading != NULL)
    return element;
  span = find_span (item);
  if (span == NULL || !is_own (self, span))
    return element;
  return get_span_element (self, element, span);
}

void
sf_pdf_element_add_piece (SfPdfElement *self, guint page, guint page_object, guint mark)
{
  SfPdfKid kid = { .kind = KID_PIECE, .page = page_object, .number = mark };

  if (self->page == 0)
    self->page = page_object;
  self->last_piece = page + 1;
  g_array_append_val (self->kids, kid);
}

void
sf_pdf_element_add_object (SfPdfElement *self, guint page_object, guint object)
{
  SfPdfKid kid = { .kind = KID_OBJECT, .page = page_object, .number = object };

  g_array_append_val (self->kids, kid);
}

void
sf_pdf_element_extend (SfPdfElement *self, const double box[4])
{
  gboolean empty = self->box[2] <= self->box[0];

  self->box[0] = empty ? box[0] : MIN (self->box[0], box[0]);
  self->box[1] = empty ? box[1] : MIN (self->box[1], box[1]);
  self->box[2] = empty ? box[2] : MAX (self->box[2], box[2]);
  self->box[3] = empty ? box[3] : MAX (self->box[3], box[3]);
}

/* --- writing ---------------------------------------------------------------------------------- */

/* Whether the element has anything to say. Empty cells stay, so that a table stays a table. */
static gboolean
is_used (const SfPdfElement *self)
{
  if (self->keep)
    return TRUE;
  for (guint i = 0; i < self->kids->len; i++)
    {
      const SfPdfKid *kid = &g_array_index (self->kids, SfPdfKid, i);

      if (kid->kind != KID_ELEMENT || is_used (kid->element))
        return TRUE;
    }
  return FALSE;
}

/* Nothing beneath an element that is not used is used. */
static void
number_element (SfPdfElement *self, SfPdfFile *file)
{
  self->object = sf_pdf_file_reserve (file);
  for (guint i = 0; i < self->kids->len; i++)
    {
      const SfPdfKid *kid = &g_array_index (self->kids, SfPdfKid, i);

      if (kid->kind == KID_ELEMENT && is_used (kid->element))
        number_element (kid->element, file);
    }
}

guint
sf_pdf_structure_number (SfPdfStructure *self, SfPdfFile *file)
{
  self->object = sf_pdf_file_reserve (file);
  number_element (self->root, file);
  return self->object;
}

static void
add_kid (GString *out, const SfPdfElement *element, const SfPdfKid *kid)
{
  switch (kid->kind)
    {
    case KID_ELEMENT:
      if (kid->element->object != 0)
        sf_pdf_add_reference (out, kid->element->object);
      break;
    case KID_PIECE:
      if (kid->page == element->page)
        g_string_append_printf (out, " %u", kid->number);
      else
        g_string_append_printf (out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", kid->page, kid->number);
      break;
    case KID_OBJECT:
    default:
      g_string_append_printf (out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>", kid->page, kid->number);
      break;
    }
}

static void
add_box (const SfPdfStructure *self, GString *out, const SfPdfElement *element)
{
  g_string_append (out, "<</O/Layout/Placement/Block");
  if (!SF_PDF_DROPS (self->drop, BOX))
    {
      g_string_append (out, "/BBox[");
      for (guint i = 0; i < 4; i++)
        sf_pdf_add_number (out, element->box[i]);
      g_string_append_c (out, ']');
    }
  g_string_append (out, ">>");
}

static void
add_attributes (const SfPdfStructure *self, GString *out, const SfPdfElement *element)
{
  gboolean boxed = element->box[2] > element->box[0];

  if (element->attributes == NULL && !boxed)
    return;
  g_string_append (out, "/A[");
  if (element->attributes != NULL)
    g_string_append_len (out, element->attributes->str, element->attributes->len);
  if (boxed)
    add_box (self, out, element);
  g_string_append_c (out, ']');
}

static void
write_element (const SfPdfStructure *self, SfPdfFile *file, const SfPdfElement *element)
{
  g_autoptr (GString) out = g_string_new ("<</Type/StructElem");

  g_string_append_printf (out, "/S/%s/P %u 0 R", element->type,
                          element->parent != NULL ? element->parent->object : self->object);
  if (element->page != 0)
    g_string_append_printf (out, "/Pg %u 0 R", element->page);
  if (element->entries != NULL)
    g_string_append_len (out, element->entries->str, element->entries->len);
  if (element->id != NULL)
    g_string_append_printf (out, "/ID(%s)", element->id);
  add_attributes (self, out, element);
  if (element->kids->len > 0)
    g_string_append (out, "/K[");
  for (guint i = 0; i < element->kids->len; i++)
    add_kid (out, element, &g_array_index (element->kids, SfPdfKid, i));
  g_string_append (out, element->kids->len > 0 ? "]>>" : ">>");
  sf_pdf_file_add (file, element->object, out);
}

static void
add_names (const SfPdfStructure *self, GString *out)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->named->len; i++)
    {
      const SfPdfElement *element = g_ptr_array_index (self->named, i);

      if (element->object == 0)
        continue;
      g_string_append (out, any ? "" : "/IDTree<</Names[");
      g_string_append_printf (out, "(%s) %u 0 R", element->id, element->object);
      any = TRUE;
    }
  g_string_append (out, any ? "]>>" : "");
}

void
sf_pdf_structure_write (SfPdfStructure *self, SfPdfFile *file, const GString *parents, guint next)
{
  g_autoptr (GString) out = g_string_new ("<</Type/StructTreeRoot/K[");

  for (guint i = 0; i < self->elements->len; i++)
    {
      const SfPdfElement *element = g_ptr_array_index (self->elements, i);

      if (element->object != 0)
        write_element (self, file, element);
    }
  sf_pdf_add_reference (out, self->root->object);
  g_string_append (out, "]");
  if (!SF_PDF_DROPS (self->drop, PARENT_TREE))
    g_string_append_printf (out, "/ParentTree<</Nums[%s]>>/ParentTreeNextKey %u", parents->str,
                            next);
  add_names (self, out);
  g_string_append (out, ">>");
  sf_pdf_file_add (file, self->object, out);
}
