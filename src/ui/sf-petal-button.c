/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-petal-button.h"

#include "report/sf-petals.h"

#include <adwaita.h>
#include <math.h>

/* How far from the middle labels begin, where 1 is the outermost ring. */
#define LABEL_DISTANCE 1.06

struct _SfPetalButton
{
  GtkButton parent_instance;

  SfFramework *framework;
  SfKeyArea *area;
  SfLevel *level;
  SfLevel *last;
  guint n;
  guint index;
  PangoLayout *label;
  /* the unit square and the label, in the button's own coordinates */
  double x;
  double y;
  double size;
  double label_x;
  double label_y;
};

G_DEFINE_FINAL_TYPE (SfPetalButton, sf_petal_button, GTK_TYPE_BUTTON)

static double
value_of (SfPetalButton *self, SfLevel *level)
{
  SfScale *scale = sf_key_area_get_scale (self->area);

  return sf_petals_value_of_rank (sf_level_get_rank (level), sf_scale_get_n_levels (scale));
}

static gboolean
is_dark (SfPetalButton *self)
{
  return adw_style_manager_get_dark (
      adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))));
}

static GdkRGBA
colour_of (SfPetalButton *self)
{
  GdkRGBA colour;

  if (!gdk_rgba_parse (&colour, is_dark (self) ? sf_key_area_get_dark_colour (self->area)
                                               : sf_key_area_get_colour (self->area)))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  return colour;
}

static void
append_petal (SfPetalButton *self, cairo_t *cr, double value)
{
  SfPetal petal;

  sf_petals_get_petal (self->n, self->index, value, &petal);
  cairo_move_to (cr, petal.x[0], petal.y[0]);
  for (int i = 1; i < 7; i += 3)
    cairo_curve_to (cr, petal.x[i], petal.y[i], petal.x[i + 1], petal.y[i + 1], petal.x[i + 2],
                    petal.y[i + 2]);
  cairo_close_path (cr);
}

/* The outline is drawn in pixels, so that lines and dashes do not grow with the chart. */
static void
stroke_petal (SfPetalButton *self, cairo_t *cr, double value, double width, double dash)
{
  double dashes[2] = { dash > 1 ? dash : 0.01, dash > 1 ? dash * 0.8 : width * 2.2 };

  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->size, self->size);
  append_petal (self, cr, value);
  cairo_restore (cr);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, dash < 1 ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, dash > 0 ? 2 : 0, 0);
  cairo_stroke (cr);
}

static void
fill_petal (SfPetalButton *self, cairo_t *cr, double value)
{
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->size, self->size);
  append_petal (self, cr, value);
  cairo_restore (cr);
  cairo_fill (cr);
}

static void
draw_label (SfPetalButton *self, cairo_t *cr, const GdkRGBA *text)
{
  cairo_move_to (cr, self->label_x, self->label_y);
  gdk_cairo_set_source_rgba (cr, text);
  pango_cairo_show_layout (cr, self->label);
}

static void
sf_petal_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfPetalButton *self = SF_PETAL_BUTTON (widget);
  GtkStateFlags state = gtk_widget_get_state_flags (widget);
  gboolean hover = (state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE)) != 0;
  GdkRGBA colour = colour_of (self), text, faint;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-4, -4, gtk_widget_get_width (widget) + 8,
                                               gtk_widget_get_height (widget) + 8);
  cairo_t *cr;

  if (self->n == 0 || self->size <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->level != NULL)
    {
      faint = colour;
      faint.alpha = hover ? 1.0f : 0.88f;
      gdk_cairo_set_source_rgba (cr, &faint);
      fill_petal (self, cr, value_of (self, self->level));
    }
  else
    {
      gdk_cairo_set_source_rgba (cr, &colour);
      stroke_petal (self, cr, self->last != NULL ? value_of (self, self->last) : 0.7,
                    hover ? 2.8 : 2.2, 0.5);
    }
  if (self->last != NULL && self->level != NULL)
    {
      faint = text;
      faint.alpha *= 0.65f;
      gdk_cairo_set_source_rgba (cr, &faint);
      stroke_petal (self, cr, value_of (self, self->last), 1.4, 5);
    }
  if (state & GTK_STATE_FLAG_FOCUS_VISIBLE)
    {
      gdk_cairo_set_source_rgba (cr, &text);
      stroke_petal (self, cr, 1.0, 2.2, 0);
    }
  draw_label (self, cr, &text);
  cairo_destroy (cr);
}

static gboolean
sf_petal_button_contains (GtkWidget *widget, double x, double y)
{
  SfPetalButton *self = SF_PETAL_BUTTON (widget);
  int width, height;

  if (self->n == 0 || self->size <= 0)
    return FALSE;
  sf_petal_button_measure_label (self, &width, &height);
  if (x >= self->label_x && x < self->label_x + width && y >= self->label_y
      && y < self->label_y + height)
    return TRUE;
  return sf_petals_find (self->n, (x - self->x) / self->size, (y - self->y) / self->size)
         == (int)self->index;
}

static void
build_label (SfPetalButton *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *code = sf_key_area_get_code (self->area);
  g_autofree char *grade = NULL, *text = NULL;
  GdkRGBA colour = colour_of (self);
  PangoAttribute *tint
      = pango_attr_foreground_new ((guint16)(colour.red * 65535), (guint16)(colour.green * 65535),
                                   (guint16)(colour.blue * 65535));

  if (self->level == NULL)
    grade = g_strdup ("–");
  else if (sf_scale_get_style (sf_key_area_get_scale (self->area)) == SF_SCALE_NUMERAL)
    grade = g_strdup_printf ("%" G_GINT64_FORMAT, sf_level_get_value (self->level));
  else
    grade = g_strdup (sf_level_get_name (self->level));
  text = g_strdup_printf ("%s %s", code, grade);
  g_set_object (&self->label, NULL);
  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  tint->start_index = 0;
  tint->end_index = (guint)strlen (code);
  pango_attr_list_insert (attributes, tint);
  pango_layout_set_attributes (self->label, attributes);
}

static void
ensure_label (SfPetalButton *self)
{
  if (self->label == NULL)
    build_label (self);
}

void
sf_petal_button_measure_label (SfPetalButton *self, int *width, int *height)
{
  g_return_if_fail (SF_IS_PETAL_BUTTON (self));

  ensure_label (self);
  pango_layout_get_pixel_size (self->label, width, height);
}

/* The label stands beyond the tip: centred on the axis above and below, beside it left and right.
 */
static void
place_label (SfPetalButton *self)
{
  double axis_x, axis_y, dx, dy;
  int width, height;

  sf_petal_button_measure_label (self, &width, &height);
  sf_petals_get_label (self->n, self->index, LABEL_DISTANCE, &axis_x, &axis_y);
  dx = axis_x - 0.5;
  dy = axis_y - 0.5;
  self->label_x = self->x + axis_x * self->size - width / 2.0;
  self->label_y = self->y + axis_y * self->size - height / 2.0;
  if (fabs (dx) > 1e-6)
    self->label_x += width / 2.0 * dx / hypot (dx, dy);
  if (fabs (dy) > 1e-6)
    self->label_y += height / 2.0 * dy / hypot (dx, dy);
}

void
sf_petal_button_place (SfPetalButton *self, double x, double y, double size, GtkAllocation *box)
{
  SfPetal petal;
  double left, top, right, bottom;
  int width, height;

  g_return_if_fail (SF_IS_PETAL_BUTTON (self));
  g_return_if_fail (self->n > 0);

  self->x = x;
  self->y = y;
  self->size = size;
  place_label (self);
  sf_petal_button_measure_label (self, &width, &height);
  left = self->label_x;
  top = self->label_y;
  right = left + width;
  bottom = top + height;
  sf_petals_get_petal (self->n, self->index, 1.0, &petal);
  for (int i = 0; i < 7; i++)
    {
      left = MIN (left, x + petal.x[i] * size);
      top = MIN (top, y + petal.y[i] * size);
      right = MAX (right, x + petal.x[i] * size);
      bottom = MAX (bottom, y + petal.y[i] * size);
    }
  box->x = (int)floor (left);
  box->y = (int)floor (top);
  box->width = (int)ceil (right) - box->x;
  box->height = (int)ceil (bottom) - box->y;
  self->x -= box->x;
  self->y -= box->y;
  self->label_x -= box->x;
  self->label_y -= box->y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SfKeyArea *
sf_petal_button_get_area (SfPetalButton *self)
{
  g_return_val_if_fail (SF_IS_PETAL_BUTTON (self), NULL);

  return self->area;
}

void
sf_petal_button_set_levels (SfPetalButton *self, SfLevel *level, SfLevel *last)
{
  g_return_if_fail (SF_IS_PETAL_BUTTON (self));

  if (self->level == level && self->last == last)
    return;
  self->level = level;
  self->last = last;
  g_clear_object (&self->label);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sf_petal_button_set_sector (SfPetalButton *self, guint n, guint index)
{
  g_return_if_fail (SF_IS_PETAL_BUTTON (self));
  g_return_if_fail (n > 0 && n <= SF_PETALS_MAX && index < n);

  self->n = n;
  self->index = index;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
forget_label (SfPetalButton *self)
{
  g_clear_object (&self->label);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sf_petal_button_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sf_petal_button_parent_class)->css_changed (widget, change);
  forget_label (SF_PETAL_BUTTON (widget));
}

static void
sf_petal_button_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sf_petal_button_parent_class)->system_setting_changed (widget, setting);
  forget_label (SF_PETAL_BUTTON (widget));
}

static void
sf_petal_button_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sf_petal_button_dispose (GObject *object)
{
  SfPetalButton *self = SF_PETAL_BUTTON (object);

  g_clear_object (&self->label);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (sf_petal_button_parent_class)->dispose (object);
}

static void
sf_petal_button_class_init (SfPetalButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_petal_button_dispose;
  widget_class->snapshot = sf_petal_button_snapshot;
  widget_class->contains = sf_petal_button_contains;
  widget_class->measure = sf_petal_button_measure;
  widget_class->css_changed = sf_petal_button_css_changed;
  widget_class->system_setting_changed = sf_petal_button_system_setting_changed;
}

static void
sf_petal_button_init (SfPetalButton *self)
{
  /* it measures itself; a button's own layout would ask its child */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sf-petal");
}

GtkWidget *
sf_petal_button_new (SfFramework *framework, SfKeyArea *area)
{
  SfPetalButton *self;

  g_return_val_if_fail (SF_IS_FRAMEWORK (framework), NULL);
  g_return_val_if_fail (SF_IS_KEY_AREA (area), NULL);

  self = g_object_new (SF_TYPE_PETAL_BUTTON, NULL);
  self->framework = g_object_ref (framework);
  self->area = area;
  return GTK_WIDGET (self);
}
