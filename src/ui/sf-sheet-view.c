/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-sheet-view.h"

#include "report/sf-paint-cairo.h"

#include <glib/gi18n-lib.h>

struct _SfSheetView
{
  GtkWidget parent_instance;

  SfDisplayList *list;
  guint page;
  GArray *hits; /* what was looked for */
  guint current;
};

G_DEFINE_FINAL_TYPE (SfSheetView, sf_sheet_view, GTK_TYPE_WIDGET)

#define NATURAL_WIDTH 560
#define LEAST_WIDTH 220

static double
get_aspect (SfSheetView *self)
{
  const SfStyleSheet *sheet;

  if (self->list == NULL)
    return 1.414;
  sheet = sf_display_list_get_sheet (self->list);
  return sheet->page_height / sheet->page_width;
}

static GtkSizeRequestMode
sf_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sf_sheet_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  double aspect = get_aspect (SF_SHEET_VIEW (widget));

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (int)((for_size > 0 ? for_size : LEAST_WIDTH) * aspect + 0.5);
}

/* Over the words, as a marker pen does; the one that is shown has a frame as well. */
static void
mark_hits (SfSheetView *self, cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_MULTIPLY);
  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const SfPageHit *hit = &g_array_index (self->hits, SfPageHit, i);

      if (hit->page != self->page)
        continue;
      cairo_rectangle (cr, hit->x - 1, hit->y, hit->width + 2, hit->height);
      cairo_set_source_rgb (cr, 1, i == self->current ? 0.72 : 0.93, 0.4);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 0.55, 0.3, 0);
      cairo_set_line_width (cr, 1);
      if (i == self->current)
        cairo_stroke (cr);
      cairo_new_path (cr);
    }
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
sf_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfSheetView *self = SF_SHEET_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  cairo_t *cr;
  double scale;

  /* paper is white, whatever the colours of the window */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &area);
  if (self->list == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  scale = width / sf_display_list_get_sheet (self->list)->page_width;
  cairo_scale (cr, scale, scale);
  sf_paint_cairo_page (self->list, self->page, cr);
  mark_hits (self, cr);
  cairo_destroy (cr);
}

static void
sf_sheet_view_dispose (GObject *object)
{
  g_clear_object (&SF_SHEET_VIEW (object)->list);
  g_clear_pointer (&SF_SHEET_VIEW (object)->hits, g_array_unref);
  G_OBJECT_CLASS (sf_sheet_view_parent_class)->dispose (object);
}

static void
sf_sheet_view_class_init (SfSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_sheet_view_dispose;
  widget_class->get_request_mode = sf_sheet_view_get_request_mode;
  widget_class->measure = sf_sheet_view_measure;
  widget_class->snapshot = sf_sheet_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sf_sheet_view_init (SfSheetView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sf-sheet");
}

GtkWidget *
sf_sheet_view_new (void)
{
  return g_object_new (SF_TYPE_SHEET_VIEW, NULL);
}

/* The words of a page in their order, without running head and page number. */
static char *
get_words (SfDisplayList *list, guint page)
{
  GPtrArray *items = sf_display_list_get_page (list, page);
  GString *words = g_string_new (NULL);
  const SfBlock *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      SfItem *item = items->pdata[i];

      if (item->origin.furniture || item->text == NULL)
        continue;
      if (last != NULL && last != item->origin.block)
        g_string_append (words, ". ");
      else if (words->len > 0 && !g_str_has_suffix (words->str, " "))
        g_string_append_c (words, ' ');
      g_string_append (words, item->text);
      last = item->origin.block;
    }
  return g_string_free (words, FALSE);
}

/**
 * sf_sheet_view_set_page:
 * @self: a view
 * @list: a report's pages
 * @page: which, from 0
 */
void
sf_sheet_view_set_page (SfSheetView *self, SfDisplayList *list, guint page)
{
  guint n_pages = sf_display_list_get_n_pages (list);
  g_autofree char *name = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  g_autofree char *words = get_words (list, page);

  g_set_object (&self->list, list);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sf_sheet_view_set_hits (SfSheetView *self, GArray *hits, guint current)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
