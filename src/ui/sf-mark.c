/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-mark.h"

struct _SfMarkImage
{
  GtkWidget parent_instance;

  SfShape shape;
};

G_DEFINE_FINAL_TYPE (SfMarkImage, sf_mark_image, GTK_TYPE_WIDGET)

/* A mark is as high as a capital letter with a little more. */
static int
measure_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int ascent = pango_font_metrics_get_ascent (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (8, PANGO_PIXELS (ascent * 0.82));
}

static void
sf_mark_image_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = measure_size (widget);
  *minimum_baseline = *natural_baseline = -1;
}

static void
trace_path (cairo_t *cr, const SfPath *path)
{
  gsize n;
  const SfPathElement *elements = sf_path_get_elements (path, &n);

  for (gsize i = 0; i < n; i++)
    {
      const SfPathElement *e = &elements[i];

      switch (e->verb)
        {
        case SF_PATH_MOVE:
          cairo_move_to (cr, e->x[0], e->y[0]);
          break;
        case SF_PATH_LINE:
          cairo_line_to (cr, e->x[0], e->y[0]);
          break;
        case SF_PATH_CURVE:
          cairo_curve_to (cr, e->x[0], e->y[0], e->x[1], e->y[1], e->x[2], e->y[2]);
          break;
        case SF_PATH_CLOSE:
          cairo_close_path (cr);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static void
draw_shape (cairo_t *cr, SfShape shape)
{
  g_auto (SfShapeParts) parts = { NULL };

  sf_shape_get_parts (shape, &parts);
  if (parts.fill != NULL)
    {
      trace_path (cr, parts.fill);
      cairo_fill (cr);
    }
  if (parts.stroke == NULL)
    return;
  trace_path (cr, parts.stroke);
  cairo_set_line_width (cr, parts.line_width);
  if (parts.dotted)
    {
      const double dash[] = { 0.0, parts.line_width * 1.9 };

      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
    }
  cairo_stroke (cr);
}

void
sf_mark_snapshot (GtkSnapshot *snapshot,
                  SfShape shape,
                  const graphene_rect_t *bounds,
                  const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, bounds->size.width, bounds->size.height);
  gdk_cairo_set_source_rgba (cr, colour);
  draw_shape (cr, shape);
  cairo_destroy (cr);
}

static void
sf_mark_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfMarkImage *self = SF_MARK_IMAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int size = MIN (measure_size (widget), MIN (width, height));
  GdkRGBA colour;

  if (self->shape == SF_SHAPE_NONE || size <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  sf_mark_snapshot (snapshot, self->shape,
                    &GRAPHENE_RECT_INIT ((float)((width - size) / 2), (float)((height - size) / 2),
                                         (float)size, (float)size),
                    &colour);
}

static void
sf_mark_image_class_init (SfMarkImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sf_mark_image_measure;
  widget_class->snapshot = sf_mark_image_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sf_mark_image_init (SfMarkImage *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * sf_mark_image_new:
 * @shape: the shape
 *
 * Returns: (transfer floating): the mark
 */
GtkWidget *
sf_mark_image_new (SfShape shape)
{
  SfMarkImage *self = g_object_new (SF_TYPE_MARK_IMAGE, NULL);

  sf_mark_image_set_shape (self, shape);
  return GTK_WIDGET (self);
}

/**
 * sf_mark_image_set_shape:
 * @shape: the shape; %SF_SHAPE_NONE hides the mark
 */
void
sf_mark_image_set_shape (SfMarkImage *self, SfShape shape)
{
  g_return_if_fail (SF_IS_MARK_IMAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), shape != SF_SHAPE_NONE);
  if (self->shape == shape)
    return;
  self->shape = shape;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SfShape
sf_mark_image_get_shape (SfMarkImage *self)
{
  g_return_val_if_fail (SF_IS_MARK_IMAGE (self), SF_SHAPE_NONE);

  return self->shape;
}

SfShape
sf_mark_shape_of_level (SfLevel *level)
{
  if (level == NULL)
    return SF_SHAPE_DOTTED_RING;
  switch (sf_level_get_mark (level))
    {
    case SF_MARK_STAR:
      return SF_SHAPE_STAR;
    case SF_MARK_DISC:
      return SF_SHAPE_DISC;
    case SF_MARK_HALF_DISC:
      return SF_SHAPE_HALF_DISC;
    case SF_MARK_CROSSED_RING:
      return SF_SHAPE_CROSSED_RING;
    case SF_MARK_NONE:
    default:
      return SF_SHAPE_NONE;
    }
}

static SfShape
find_shape (SfStatusMark mark)
{
  switch (mark)
    {
    case SF_STATUS_MARK_DISC:
      return SF_SHAPE_DISC;
    case SF_STATUS_MARK_HALF:
      return SF_SHAPE_HALF_DISC;
    case SF_STATUS_MARK_CROSS:
      return SF_SHAPE_CROSS;
    case SF_STATUS_MARK_CHECK:
      return SF_SHAPE_TICK;
    case SF_STATUS_MARK_DASH:
      return SF_SHAPE_DASH;
    case SF_STATUS_MARK_RING:
    default:
      return SF_SHAPE_DOTTED_RING;
    }
}

SfShape
sf_mark_shape_of_status (SfTargetStatus status)
{
  return find_shape (sf_target_status_get_mark (status));
}

SfShape
sf_mark_shape_of_action (SfActionState state)
{
  return find_shape (sf_action_state_get_mark (state));
}

SfTone
sf_mark_tone_of_action (SfActionState state)
{
  switch (state)
    {
    case SF_ACTION_DONE:
      return SF_TONE_BEST;
    case SF_ACTION_UNDER_WAY:
      return SF_TONE_GOOD;
    case SF_ACTION_NO_DATE:
      return SF_TONE_WARN;
    case SF_ACTION_LATE:
      return SF_TONE_POOR;
    case SF_ACTION_NOT_BEGUN:
    case SF_ACTION_DROPPED:
    default:
      return SF_TONE_NONE;
    }
}

SfTone
sf_mark_tone_of_status (SfTargetStatus status)
{
  switch (status)
    {
    case SF_TARGET_MET:
      return SF_TONE_BEST;
    case SF_TARGET_ON_TRACK:
      return SF_TONE_GOOD;
    case SF_TARGET_AT_RISK:
      return SF_TONE_WARN;
    case SF_TARGET_OFF_TRACK:
    case SF_TARGET_NOT_MET:
      return SF_TONE_POOR;
    case SF_TARGET_NO_READING:
    case SF_TARGET_NOT_READ:
    case SF_TARGET_DROPPED:
    default:
      return SF_TONE_NONE;
    }
}

static const char *const tone_classes[] = {
  [SF_TONE_NONE] = NULL,        [SF_TONE_BEST] = "tone-best", [SF_TONE_GOOD] = "tone-good",
  [SF_TONE_WARN] = "tone-warn", [SF_TONE_POOR] = "tone-poor",
};

const char *
sf_mark_class_of_tone (SfTone tone)
{
  g_return_val_if_fail ((guint)tone < G_N_ELEMENTS (tone_classes), NULL);

  return tone_classes[tone];
}

void
sf_mark_mix_tone (GdkRGBA *colour, SfTone tone)
{
  /* as in style-form.css */
  static const struct
  {
    const char *pure;
    float part; /* the rest is the text's */
  } mixes[] = {
    [SF_TONE_BEST] = { "#26a269", 0.58f },
    [SF_TONE_GOOD] = { "#1c71d8", 0.62f },
    [SF_TONE_WARN] = { "#c88800", 0.55f },
    [SF_TONE_POOR] = { "#c01c28", 0.7f },
  };
  GdkRGBA pure;

  g_return_if_fail ((guint)tone < G_N_ELEMENTS (mixes));

  if (mixes[tone].pure == NULL)
    return;
  gdk_rgba_parse (&pure, mixes[tone].pure);
  colour->red += (pure.red - colour->red) * mixes[tone].part;
  colour->green += (pure.green - colour->green) * mixes[tone].part;
  colour->blue += (pure.blue - colour->blue) * mixes[tone].part;
}

void
sf_mark_set_tone (GtkWidget *widget, SfTone tone)
{
  const char *wanted = sf_mark_class_of_tone (tone);

  for (guint i = 0; i < G_N_ELEMENTS (tone_classes); i++)
    if (tone_classes[i] != NULL && tone_classes[i] != wanted)
      gtk_widget_remove_css_class (widget, tone_classes[i]);
  if (wanted != NULL)
    gtk_widget_add_css_class (widget, wanted);
}
