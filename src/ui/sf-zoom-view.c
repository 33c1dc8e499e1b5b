/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-zoom-view.h"

#define STEP 1.25
#define LEAST 100.0 /* pixels of the longest side */
#define MOST 6000.0

struct _SfZoomView
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *picture;
  double longest; /* of the picture's sides on the screen, in pixels; 0: as there is room */
};

G_DEFINE_FINAL_TYPE (SfZoomView, sf_zoom_view, ADW_TYPE_BIN)

static guint zoomed_signal;

static GdkPaintable *
get_paintable (SfZoomView *self)
{
  return gtk_picture_get_paintable (GTK_PICTURE (self->picture));
}

/* The longest side as it is on the screen now. */
static double
get_longest (SfZoomView *self)
{
  GdkPaintable *paintable = get_paintable (self);
  double width, height, factor;

  if (self->longest > 0 || paintable == NULL)
    return self->longest;
  width = MAX (gdk_paintable_get_intrinsic_width (paintable), 1);
  height = MAX (gdk_paintable_get_intrinsic_height (paintable), 1);
  factor = MIN (gtk_widget_get_width (self->scroller) / width,
                gtk_widget_get_height (self->scroller) / height);
  return MAX (width, height) * MIN (factor, 1.0);
}

static void
apply (SfZoomView *self)
{
  GdkPaintable *paintable = get_paintable (self);
  gboolean fit = self->longest <= 0 || paintable == NULL;
  GtkPolicyType policy = fit ? GTK_POLICY_EXTERNAL : GTK_POLICY_AUTOMATIC;
  int width = -1, height = -1;

  if (!fit)
    {
      double w = MAX (gdk_paintable_get_intrinsic_width (paintable), 1);
      double h = MAX (gdk_paintable_get_intrinsic_height (paintable), 1);
      double factor = self->longest / MAX (w, h);

      width = MAX (1, (int)(w * factor));
      height = MAX (1, (int)(h * factor));
    }
  gtk_picture_set_content_fit (GTK_PICTURE (self->picture),
                               fit ? GTK_CONTENT_FIT_SCALE_DOWN : GTK_CONTENT_FIT_CONTAIN);
  gtk_widget_set_size_request (self->picture, width, height);
  gtk_widget_set_halign (self->picture, fit ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->picture, fit ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), policy, policy);
}

static void
zoom_to (SfZoomView *self, double longest)
{
  self->longest = CLAMP (longest, LEAST, MOST);
  apply (self);
  g_signal_emit (self, zoomed_signal, 0, (guint)self->longest);
}

void
sf_zoom_view_zoom_in (SfZoomView *self)
{
  g_return_if_fail (SF_IS_ZOOM_VIEW (self));

  zoom_to (self, get_longest (self) * STEP);
}

void
sf_zoom_view_zoom_out (SfZoomView *self)
{
  g_return_if_fail (SF_IS_ZOOM_VIEW (self));

  zoom_to (self, get_longest (self) / STEP);
}

void
sf_zoom_view_fit (SfZoomView *self)
{
  g_return_if_fail (SF_IS_ZOOM_VIEW (self));

  self->longest = 0;
  apply (self);
}

void
sf_zoom_view_go_top (SfZoomView *self)
{
  g_return_if_fail (SF_IS_ZOOM_VIEW (self));

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (self->scroller)),
                            0);
}

void
sf_zoom_view_show (SfZoomView *self, GdkTexture *texture)
{
  g_return_if_fail (SF_IS_ZOOM_VIEW (self));

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  apply (self);
}

void
sf_zoom_view_describe (SfZoomView *self, const char *name, const char *text)
{
  g_return_if_fail (SF_IS_ZOOM_VIEW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static gboolean
sf_zoom_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SF_ZOOM_VIEW (widget)->scroller);
}

static void
sf_zoom_view_class_init (SfZoomViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = sf_zoom_view_grab_focus;
  zoomed_signal = g_signal_new ("zoomed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sf_zoom_view_init (SfZoomView *self)
{
  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "preview-ground");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->picture);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  apply (self);
}

GtkWidget *
sf_zoom_view_new (void)
{
  return g_object_new (SF_TYPE_ZOOM_VIEW, NULL);
}
