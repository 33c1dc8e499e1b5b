/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-prose-view.h"

#include <graphene.h>

#define MARGIN 10

struct _SfProseView
{
  GtkTextView parent_instance;

  char *placeholder;
  guint least_lines;
  guint follow_idle;

  int text_width; /* the text's height below was measured for it; 0 for none */
  int text_height;
};

G_DEFINE_FINAL_TYPE (SfProseView, sf_prose_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (SfProseView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static gboolean
is_empty (SfProseView *self)
{
  return gtk_text_buffer_get_char_count (get_buffer (self)) == 0;
}

/* --- the placeholder and the least height ---------------------------------------------------- */

static PangoLayout *
create_placeholder (SfProseView *self, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, width - 2 * MARGIN) * PANGO_SCALE);
  return layout;
}

static int
measure_least_height (SfProseView *self, int width)
{
  g_autoptr (PangoLayout) line = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  int height, hint = 0;

  pango_layout_get_pixel_size (line, NULL, &height);
  if (self->placeholder != NULL && width > 0 && is_empty (self))
    {
      g_autoptr (PangoLayout) layout = create_placeholder (self, width);

      pango_layout_get_pixel_size (layout, NULL, &hint);
    }
  return MAX (height * (int)self->least_lines, hint) + 2 * MARGIN;
}

/* How high the text stands at a width, a paragraph at a time as the view lays it out. The view
 * itself says so only after an idle, for the width that it has already: too late, and a line is cut
 * meanwhile. */
static int
measure_text_height (SfProseView *self, int width)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  GtkTextIter start, end;

  if (width == self->text_width)
    return self->text_height;
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
  paragraphs = g_strsplit (text, "\n", -1);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, width - 2 * MARGIN) * PANGO_SCALE);
  self->text_width = width;
  self->text_height = 2 * MARGIN;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      int height;

      pango_layout_set_text (layout, paragraphs[i], -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      self->text_height += height;
    }
  return self->text_height;
}

static void
forget_text_height (SfProseView *self)
{
  self->text_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkSizeRequestMode
sf_prose_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sf_prose_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SfProseView *self = SF_PROSE_VIEW (widget);
  int width;

  GTK_WIDGET_CLASS (sf_prose_view_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  width = for_size > 0 ? for_size : gtk_widget_get_width (widget);
  *minimum = measure_least_height (self, width);
  if (width > 0)
    *minimum = MAX (*minimum, measure_text_height (self, width));
  *natural = *minimum;
}

static void
sf_prose_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sf_prose_view_parent_class)->css_changed (widget, change);
  forget_text_height (SF_PROSE_VIEW (widget));
}

static void
sf_prose_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sf_prose_view_parent_class)->system_setting_changed (widget, setting);
  forget_text_height (SF_PROSE_VIEW (widget));
}

static void
sf_prose_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  SfProseView *self = SF_PROSE_VIEW (view);
  GdkRGBA color;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->placeholder == NULL || !is_empty (self))
    return;
  g_autoptr (PangoLayout) layout
      = create_placeholder (self, gtk_widget_get_width (GTK_WIDGET (view)));

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (view)), &color);
  color.alpha *= 0.62f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, 0));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* --- the cursor stays in sight ---------------------------------------------------------------- */

static GtkWidget *
find_scrolled_window (SfProseView *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
}

/* Where the cursor's line stands in the scrolled window. */
static gboolean
find_cursor (SfProseView *self, GtkWidget *window, double *top, double *bottom)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter cursor;
  GdkRectangle line;
  int x, y;
  double at_x, at_y;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  gtk_text_view_get_iter_location (view, &cursor, &line);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, line.x, line.y, &x, &y);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self), window, x, y, &at_x, &at_y))
    return FALSE;
  *top = at_y - MARGIN;
  *bottom = at_y + line.height + MARGIN;
  return TRUE;
}

static gboolean
on_follow_cb (gpointer data)
{
  SfProseView *self = data;
  GtkWidget *window = find_scrolled_window (self);
  double top, bottom;

  self->follow_idle = 0;
  if (window == NULL || !gtk_widget_has_focus (GTK_WIDGET (self))
      || !find_cursor (self, window, &top, &bottom))
    return G_SOURCE_REMOVE;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  double height = gtk_widget_get_height (window);
  double value = gtk_adjustment_get_value (adjustment);

  if (top < 0)
    gtk_adjustment_set_value (adjustment, value + top);
  else if (bottom > height)
    gtk_adjustment_set_value (adjustment, value + bottom - height);
  return G_SOURCE_REMOVE;
}

static void
follow_cursor (SfProseView *self)
{
  if (self->follow_idle == 0 && gtk_widget_has_focus (GTK_WIDGET (self)))
    self->follow_idle = g_idle_add (on_follow_cb, self);
}

static void
on_cursor_moved_cb (GtkTextBuffer *buffer, GParamSpec *pspec, SfProseView *self)
{
  follow_cursor (self);
}

static void
on_changed_cb (GtkTextBuffer *buffer, SfProseView *self)
{
  forget_text_height (self);
}

static void
sf_prose_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (sf_prose_view_parent_class)->size_allocate (widget, width, height, baseline);
  follow_cursor (SF_PROSE_VIEW (widget));
}

static void
sf_prose_view_dispose (GObject *object)
{
  SfProseView *self = SF_PROSE_VIEW (object);

  g_clear_handle_id (&self->follow_idle, g_source_remove);
  G_OBJECT_CLASS (sf_prose_view_parent_class)->dispose (object);
}

static void
sf_prose_view_finalize (GObject *object)
{
  g_free (SF_PROSE_VIEW (object)->placeholder);
  G_OBJECT_CLASS (sf_prose_view_parent_class)->finalize (object);
}

static void
sf_prose_view_class_init (SfProseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_prose_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_prose_view_finalize;
  widget_class->get_request_mode = sf_prose_view_get_request_mode;
  widget_class->measure = sf_prose_view_measure;
  widget_class->css_changed = sf_prose_view_css_changed;
  widget_class->system_setting_changed = sf_prose_view_system_setting_changed;
  widget_class->size_allocate = sf_prose_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = sf_prose_view_snapshot_layer;
}

static void
sf_prose_view_init (SfProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->least_lines = 2;
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, MARGIN);
  gtk_text_view_set_bottom_margin (view, MARGIN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "prose");
  g_signal_connect_object (get_buffer (self), "notify::cursor-position",
                           G_CALLBACK (on_cursor_moved_cb), self, 0);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_changed_cb), self, 0);
}

/**
 * sf_prose_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
sf_prose_view_new (void)
{
  return g_object_new (SF_TYPE_PROSE_VIEW, NULL);
}

void
sf_prose_view_set_placeholder (SfProseView *self, const char *text)
{
  g_return_if_fail (SF_IS_PROSE_VIEW (self));

  if (g_strcmp0 (self->placeholder, text) == 0)
    return;
  g_free (self->placeholder);
  self->placeholder = g_strdup (text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                    text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sf_prose_view_set_least_lines (SfProseView *self, guint lines)
{
  g_return_if_fail (SF_IS_PROSE_VIEW (self));

  self->least_lines = lines;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

char *
sf_prose_view_dup_text (SfProseView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (SF_IS_PROSE_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

void
sf_prose_view_set_text (SfProseView *self, const char *text)
{
  g_return_if_fail (SF_IS_PROSE_VIEW (self));

  gtk_text_buffer_set_text (get_buffer (self), text != NULL ? text : "", -1);
}
