/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-display-list.h"

struct _SfRun
{
  char *text;
  PangoGlyphItem *glyphs;
};

struct _SfDisplayList
{
  GObject parent_instance;

  SfDocument *document;
  SfFonts *fonts;
  SfStyleSheet sheet;
  GPtrArray *pages;       /* of GPtrArray of SfItem */
  GArray *anchors;        /* of SfAnchor */
  GHashTable *by_heading; /* heading -> index in anchors + 1 */
};

G_DEFINE_FINAL_TYPE (SfDisplayList, sf_display_list, G_TYPE_OBJECT)

SfItem *
sf_item_new (SfItemKind kind, const SfOrigin *origin)
{
  SfItem *self = g_new0 (SfItem, 1);

  self->kind = kind;
  self->origin = *origin;
  return self;
}

static void
run_clear (gpointer data)
{
  SfRun *run = data;

  g_clear_pointer (&run->glyphs, pango_glyph_item_free);
  g_free (run->text);
}

void
sf_item_set_run (SfItem *self, char *text, PangoGlyphItem *glyphs)
{
  g_return_if_fail (self != NULL && self->run == NULL && text != NULL);

  self->run = g_atomic_rc_box_new (SfRun);
  self->run->text = self->text = text;
  self->run->glyphs = self->glyphs = glyphs;
}

SfItem *
sf_item_copy (const SfItem *self)
{
  SfItem *copy = g_memdup2 (self, sizeof *self);

  copy->path = self->path != NULL ? sf_path_copy (self->path) : NULL;
  if (self->picture != NULL)
    sf_picture_ref (self->picture);
  if (self->run != NULL)
    g_atomic_rc_box_acquire (self->run);
  return copy;
}

void
sf_item_free (SfItem *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->path, sf_path_free);
  g_clear_pointer (&self->picture, sf_picture_unref);
  if (self->run != NULL)
    g_atomic_rc_box_release_full (self->run, run_clear);
  g_free (self);
}

static void
sf_display_list_finalize (GObject *object)
{
  SfDisplayList *self = SF_DISPLAY_LIST (object);

  /* The fonts go last: the runs hold fonts of their map. */
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->anchors, g_array_unref);
  g_clear_pointer (&self->by_heading, g_hash_table_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->fonts);
  G_OBJECT_CLASS (sf_display_list_parent_class)->finalize (object);
}

static void
sf_display_list_class_init (SfDisplayListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_display_list_finalize;
}

static void
sf_display_list_init (SfDisplayList *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->anchors = g_array_new (FALSE, TRUE, sizeof (SfAnchor));
  self->by_heading = g_hash_table_new (NULL, NULL);
}

SfDisplayList *
sf_display_list_new (SfDocument *document, SfFonts *fonts, const SfStyleSheet *sheet)
{
  SfDisplayList *self;

  g_return_val_if_fail (SF_IS_DOCUMENT (document) && SF_IS_FONTS (fonts) && sheet != NULL, NULL);

  self = g_object_new (SF_TYPE_DISPLAY_LIST, NULL);
  self->document = g_object_ref (document);
  self->fonts = g_object_ref (fonts);
  self->sheet = *sheet;
  return self;
}

SfDocument *
sf_display_list_get_document (SfDisplayList *self)
{
  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self), NULL);

  return self->document;
}

const SfStyleSheet *
sf_display_list_get_sheet (SfDisplayList *self)
{
  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self), NULL);

  return &self->sheet;
}

guint
sf_display_list_get_n_pages (SfDisplayList *self)
{
  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self), 0);

  return self->pages->len;
}

GPtrArray *
sf_display_list_get_page (SfDisplayList *self, guint page)
{
  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self), NULL);
  g_return_val_if_fail (page < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, page);
}

GPtrArray *
sf_display_list_add_page (SfDisplayList *self)
{
  GPtrArray *page;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self), NULL);

  page = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_item_free);
  g_ptr_array_add (self->pages, page);
  return page;
}

void
sf_display_list_add_anchor (SfDisplayList *self, const SfBlock *heading, guint page, double y)
{
  SfAnchor anchor = { heading, page, y };

  g_return_if_fail (SF_IS_DISPLAY_LIST (self) && heading != NULL);

  g_array_append_val (self->anchors, anchor);
  g_hash_table_insert (self->by_heading, (gpointer)heading, GUINT_TO_POINTER (self->anchors->len));
}

const SfAnchor *
sf_display_list_get_anchors (SfDisplayList *self, guint *n)
{
  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self) && n != NULL, NULL);

  *n = self->anchors->len;
  return (const SfAnchor *)self->anchors->data;
}

const SfAnchor *
sf_display_list_find_anchor (SfDisplayList *self, const SfBlock *heading)
{
  guint place;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (self), NULL);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_heading, heading));
  return place > 0 ? &g_array_index (self->anchors, SfAnchor, place - 1) : NULL;
}
