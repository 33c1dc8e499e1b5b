/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tree of elements, held against the document's blocks. */
#include "pdf-check.h"

#include <string.h>

typedef struct
{
  Check *check;
  qpdf_oh root;
  GHashTable *parents; /* number -> qpdf_oh */
  GString *found;      /* an element a line */
  GHashTable *ids;     /* of notes */
  guint level;         /* of the last heading */
} Walk;

typedef struct
{
  GString *text;
  GPtrArray *pieces; /* of CheckPiece */
} Words;

static void walk_element (Walk *self, qpdf_oh element, guint depth);

static const char *
get_type (Check *check, qpdf_oh element)
{
  qpdf_oh type = check_key (check, element, "/S");

  return g_string_chunk_insert_const (check->strings, qpdf_oh_is_name (check->qpdf, type)
                                                          ? qpdf_oh_get_name (check->qpdf, type) + 1
                                                          : "");
}

static gboolean
is_inline (const char *type)
{
  return strcmp (type, "Span") == 0 || strcmp (type, "Link") == 0
         || strcmp (type, "Reference") == 0;
}

/* The value of an attribute, as words; NULL if it has none. */
static char *
get_attribute (Check *check, qpdf_oh element, const char *key)
{
  qpdf_oh attributes = check_key (check, element, "/A");

  for (int i = 0; i < qpdf_oh_get_array_n_items (check->qpdf, attributes); i++)
    {
      qpdf_oh each = qpdf_oh_get_array_item (check->qpdf, attributes, i);

      if (check_has (check, each, key)
          && qpdf_oh_is_name (check->qpdf, check_key (check, each, key)))
        return g_strdup (qpdf_oh_get_name (check->qpdf, check_key (check, each, key)) + 1);
      if (check_has (check, each, key))
        return check_text (check, each, key) != NULL
                   ? g_strdup (check_text (check, each, key))
                   : g_strdup (qpdf_oh_unparse (check->qpdf, check_key (check, each, key)));
    }
  return NULL;
}

/* --- pieces ----------------------------------------------------------------------------------- */

/* The tree of parents must lead from the piece back to its element. */
static void
check_parent (Walk *self, guint page, guint mark, qpdf_oh element)
{
  Check *check = self->check;
  qpdf_oh of_page
      = check_key (check, g_array_index (check->pages, qpdf_oh, page), "/StructParents");
  qpdf_oh parents = GPOINTER_TO_UINT (g_hash_table_lookup (
      self->parents, GINT_TO_POINTER (qpdf_oh_is_integer (check->qpdf, of_page)
                                          ? qpdf_oh_get_int_value_as_int (check->qpdf, of_page)
                                          : -1)));

  if (parents == 0
      || qpdf_oh_get_object_id (check->qpdf, qpdf_oh_get_array_item (check->qpdf, parents, mark))
             != qpdf_oh_get_object_id (check->qpdf, element))
    check_complain (check, "ParentTree: piece %u of page %u does not lead to its element", mark,
                    page + 1);
}

static void
add_piece (Walk *self, qpdf_oh element, qpdf_oh page_object, guint mark, Words *words)
{
  guint page = check_find_page (self->check, page_object);
  CheckPiece *piece = page != G_MAXUINT ? check_find_piece (self->check, page, mark) : NULL;

  if (piece == NULL)
    {
      check_complain (self->check, "structure: there is no piece %u on page %u", mark, page + 1);
      return;
    }
  if (piece->used)
    check_complain (self->check, "structure: two elements have piece %u of page %u", mark,
                    page + 1);
  if (!piece->actual && strcmp (piece->tag + 1, get_type (self->check, element)) != 0)
    check_complain (self->check, "structure: a piece of %s is marked as %s",
                    get_type (self->check, element), piece->tag);
  piece->used = TRUE;
  check_parent (self, page, mark, element);
  g_string_append (words->text, piece->text->str);
  g_ptr_array_add (words->pieces, piece);
}

/* --- words ------------------------------------------------------------------------------------ */

static void collect (Walk *self, qpdf_oh element, Words *words);

static void
collect_inline (Walk *self, qpdf_oh element, Words *words)
{
  const char *type = get_type (self->check, element);
  const char *language = check_text (self->check, element, "/Lang");
  Words inner = { g_string_new (NULL), g_ptr_array_new () };

  collect (self, element, &inner);
  if (strcmp (type, "Link") == 0)
    {
      check_links (self->check, element, inner.text->str, inner.pieces);
      g_string_append (words->text, "[link:");
    }
  if (language != NULL)
    g_string_append_printf (words->text, "[%s:", language);
  g_string_append (words->text, inner.text->str);
  if (language != NULL)
    g_string_append_c (words->text, ']');
  if (strcmp (type, "Link") == 0)
    g_string_append_c (words->text, ']');
  g_string_free (inner.text, TRUE);
  g_ptr_array_unref (inner.pieces);
}

static void
collect_kid (Walk *self, qpdf_oh element, qpdf_oh kid, Words *words)
{
  Check *check = self->check;

  if (qpdf_oh_is_integer (check->qpdf, kid))
    add_piece (self, element, check_key (check, element, "/Pg"),
               qpdf_oh_get_int_value_as_int (check->qpdf, kid), words);
  else if (check_is_name (check, kid, "/Type", "/MCR"))
    add_piece (self, element, check_key (check, kid, "/Pg"),
               qpdf_oh_get_int_value_as_int (check->qpdf, check_key (check, kid, "/MCID")), words);
  else if (check_is_name (check, kid, "/Type", "/StructElem"))
    {
      if (qpdf_oh_get_object_id (check->qpdf, check_key (check, kid, "/P"))
          != qpdf_oh_get_object_id (check->qpdf, element))
        check_complain (check, "structure: an element does not know its parent");
      if (is_inline (get_type (check, kid)))
        collect_inline (self, kid, words);
    }
}

static void
collect (Walk *self, qpdf_oh element, Words *words)
{
  qpdf_oh kids = check_key (self->check, element, "/K");

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->check->qpdf, kids); i++)
    collect_kid (self, element, qpdf_oh_get_array_item (self->check->qpdf, kids, i), words);
}

/* --- what each kind must have ----------------------------------------------------------------- */

static guint
count_columns (Check *check, qpdf_oh row)
{
  qpdf_oh kids = check_key (check, row, "/K");
  guint n = 0;

  for (int i = 0; i < qpdf_oh_get_array_n_items (check->qpdf, kids); i++)
    {
      qpdf_oh cell = qpdf_oh_get_array_item (check->qpdf, kids, i);
      g_autofree char *span = get_attribute (check, cell, "/ColSpan");

      n += span != NULL ? strtoul (span, NULL, 10) : 1;
    }
  return n;
}

static void
check_table (Walk *self, qpdf_oh table)
{
  Check *check = self->check;
  qpdf_oh parts = check_key (check, table, "/K");
  guint columns = 0;

  for (int i = 0; i < qpdf_oh_get_array_n_items (check->qpdf, parts); i++)
    {
      qpdf_oh rows = check_key (check, qpdf_oh_get_array_item (check->qpdf, parts, i), "/K");

      for (int j = 0; j < qpdf_oh_get_array_n_items (check->qpdf, rows); j++)
        {
          guint n = count_columns (check, qpdf_oh_get_array_item (check->qpdf, rows, j));

          if (columns != 0 && n != columns)
            check_complain (check, "table: a row of %u columns among rows of %u", n, columns);
          columns = n;
        }
    }
}

static void
check_figure (Walk *self, qpdf_oh figure)
{
  g_autofree char *box = get_attribute (self->check, figure, "/BBox");
  const char *alternative = check_text (self->check, figure, "/Alt");

  if (alternative == NULL || *alternative == '\0')
    check_complain (self->check, "Alt: a figure has no words");
  if (box == NULL)
    check_complain (self->check, "BBox: a figure has no place");
}

static void
check_note (Walk *self, qpdf_oh note)
{
  const char *id = check_text (self->check, note, "/ID");

  if (id == NULL || !g_hash_table_add (self->ids, (gpointer)id))
    check_complain (self->check, "Note: one has no name of its own");
  else if (!check_has (self->check, self->root, "/IDTree"))
    check_complain (self->check, "Note: the tree of names is missing");
}

static void
check_kind (Walk *self, qpdf_oh element, const char *type)
{
  if (strcmp (type, "Table") == 0)
    check_table (self, element);
  else if (strcmp (type, "Figure") == 0)
    check_figure (self, element);
  else if (strcmp (type, "Note") == 0)
    check_note (self, element);
  else if (strcmp (type, "TH") == 0)
    {
      g_autofree char *scope = get_attribute (self->check, element, "/Scope");

      if (scope == NULL)
        check_complain (self->check, "Scope: a header cell does not say what it heads");
    }
  else if (type[0] == 'H' && g_ascii_isdigit (type[1]))
    {
      guint level = type[1] - '0';

      if (level > self->level + 1)
        check_complain (self->check, "headings: level %u comes after level %u", level, self->level);
      self->level = level;
    }
}

/* --- the walk --------------------------------------------------------------------------------- */

static void
add_line (Walk *self, qpdf_oh element, const char *type, const char *text, guint depth)
{
  static const char *const attributes[] = { "/Scope", "/ColSpan", "/ListNumbering", "/Summary" };
  const char *alternative = check_text (self->check, element, "/Alt");

  g_string_append_printf (self->found, "%*s%s", (int)depth * 2, "", type);
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *value = get_attribute (self->check, element, attributes[i]);

      if (value != NULL)
        g_string_append_printf (self->found, " %s=%s", attributes[i] + 1, value);
    }
  if (alternative != NULL)
    g_string_append_printf (self->found, " Alt=%s", alternative);
  else if (*text != '\0')
    g_string_append_printf (self->found, ": %s", text);
  g_string_append_c (self->found, '\n');
}

static void
walk_element (Walk *self, qpdf_oh element, guint depth)
{
  Check *check = self->check;
  const char *type = get_type (check, element);
  qpdf_oh kids = check_key (check, element, "/K");
  Words words = { g_string_new (NULL), g_ptr_array_new () };

  collect (self, element, &words);
  if (depth == 0 && words.pieces->len > 0)
    check_complain (check, "furniture: “%s” is in the tree", words.text->str);
  check_kind (self, element, type);
  add_line (self, element, type, words.text->str, depth);
  for (int i = 0; i < qpdf_oh_get_array_n_items (check->qpdf, kids); i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (check->qpdf, kids, i);

      if (check_is_name (check, kid, "/Type", "/StructElem") && !is_inline (get_type (check, kid)))
        walk_element (self, kid, depth + 1);
    }
  g_string_free (words.text, TRUE);
  g_ptr_array_unref (words.pieces);
}

static void
read_parents (Walk *self)
{
  Check *check = self->check;
  qpdf_oh numbers;

  if (!check_has (check, self->root, "/ParentTree"))
    {
      check_complain (check, "ParentTree: there is none");
      return;
    }
  numbers = check_key (check, check_key (check, self->root, "/ParentTree"), "/Nums");
  for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (check->qpdf, numbers); i += 2)
    g_hash_table_insert (self->parents,
                         GINT_TO_POINTER (qpdf_oh_get_int_value_as_int (
                             check->qpdf, qpdf_oh_get_array_item (check->qpdf, numbers, i))),
                         GUINT_TO_POINTER (qpdf_oh_get_array_item (check->qpdf, numbers, i + 1)));
}

/* Says where two texts part. */
static void
compare (Check *check, const char *found, const char *expected)
{
  g_auto (GStrv) first = g_strsplit (found, "\n", -1), second = g_strsplit (expected, "\n", -1);
  guint i;

  for (i = 0; first[i] != NULL && g_strcmp0 (first[i], second[i]) == 0; i++)
    ;
  if (first[i] != NULL || second[i] != NULL)
    check_complain (check, "structure: line %u is\n%s\nand should be\n%s", i + 1,
                    first[i] != NULL ? first[i] : "(none)",
                    second[i] != NULL ? second[i] : "(none)");
}

/* Each link of a page is an element's. */
static void
check_annotations (Walk *self)
{
  Check *check = self->check;

  for (guint page = 0; page < check->pages->len; page++)
    {
      qpdf_oh all = check_key (check, g_array_index (check->pages, qpdf_oh, page), "/Annots");

      for (int i = 0; i < qpdf_oh_get_array_n_items (check->qpdf, all); i++)
        {
          qpdf_oh number
              = check_key (check, qpdf_oh_get_array_item (check->qpdf, all, i), "/StructParent");
          qpdf_oh element = GPOINTER_TO_UINT (g_hash_table_lookup (
              self->parents,
              GINT_TO_POINTER (qpdf_oh_is_integer (check->qpdf, number)
                                   ? qpdf_oh_get_int_value_as_int (check->qpdf, number)
                                   : -1)));

          if (element == 0 || strcmp (get_type (check, element), "Link") != 0)
            check_complain (check, "ParentTree: a link of page %u has no element", page + 1);
        }
    }
}

void
check_structure (Check *check)
{
  Walk self = { .check = check };
  g_autofree char *expected = check_expect_structure (check->list);

  self.root = check_key (check, qpdf_get_root (check->qpdf), "/StructTreeRoot");
  self.parents = g_hash_table_new (NULL, NULL);
  self.ids = g_hash_table_new (NULL, NULL);
  self.found = g_string_new (NULL);
  read_parents (&self);
  walk_element (&self, qpdf_oh_get_array_item (check->qpdf, check_key (check, self.root, "/K"), 0),
                0);
  check_annotations (&self);
  compare (check, self.found->str, expected);
  for (guint i = 0; i < check->pieces->len; i++)
    if (!((CheckPiece *)check->pieces->pdata[i])->used)
      check_complain (check, "structure: a piece of page %u is no element's",
                      ((CheckPiece *)check->pieces->pdata[i])->page + 1);
  g_hash_table_unref (self.parents);
  g_hash_table_unref (self.ids);
  g_string_free (self.found, TRUE);
}
