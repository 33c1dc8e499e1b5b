/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-fold-box.h"
#include "ui/sf-parts.h"

#include "ui/sf-columns.h"

struct _SfFoldBox
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  guint start_chars;
  guint end_chars;
  int spacing;
};

G_DEFINE_FINAL_TYPE (SfFoldBox, sf_fold_box, GTK_TYPE_WIDGET)

static int
get_minimum (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_height (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL,
                      MAX (width, get_minimum (child, GTK_ORIENTATION_HORIZONTAL, -1)), NULL,
                      &natural, NULL, NULL);
  return natural;
}

/* How the room is shared; FALSE if the parts have to lie one under the other. */
static gboolean
split_width (SfFoldBox *self, int width, int *start_width, int *end_width)
{
  int room = width - self->spacing;

  *start_width = *end_width = width;
  if (!gtk_widget_should_layout (self->start) || !gtk_widget_should_layout (self->end))
    return FALSE;
  if (room < sf_chars_to_pixels (GTK_WIDGET (self), self->start_chars + self->end_chars))
    return FALSE;
  *start_width = room * (int)self->start_chars / (int)(self->start_chars + self->end_chars);
  *end_width = room - *start_width;
  if (*start_width >= get_minimum (self->start, GTK_ORIENTATION_HORIZONTAL, -1)
      && *end_width >= get_minimum (self->end, GTK_ORIENTATION_HORIZONTAL, -1))
    return TRUE;
  *start_width = *end_width = width;
  return FALSE;
}

static int
measure_height (SfFoldBox *self, int width)
{
  gboolean start = gtk_widget_should_layout (self->start);
  gboolean end = gtk_widget_should_layout (self->end);
  int start_width, end_width;

  if (split_width (self, width, &start_width, &end_width))
    return MAX (get_height (self->start, start_width), get_height (self->end, end_width));
  return (start ? get_height (self->start, width) : 0) + (end ? get_height (self->end, width) : 0)
         + (start && end ? self->spacing : 0);
}

static void
sf_fold_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  SfFoldBox *self = SF_FOLD_BOX (widget);
  int least = MAX (get_minimum (self->start, GTK_ORIENTATION_HORIZONTAL, -1),
                   get_minimum (self->end, GTK_ORIENTATION_HORIZONTAL, -1));

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, sf_chars_to_pixels (widget, self->start_chars + self->end_chars)
                                 + self->spacing);
    }
  else
    *minimum = *natural = measure_height (self, for_size >= 0 ? MAX (for_size, least) : least);
}

static void
sf_fold_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfFoldBox *self = SF_FOLD_BOX (widget);
  GtkAllocation start = { 0, 0, width, height }, end = { 0, 0, width, height };

  if (split_width (self, width, &start.width, &end.width))
    end.x = start.width + self->spacing;
  else if (gtk_widget_should_layout (self->start) && gtk_widget_should_layout (self->end))
    {
      start.height = get_height (self->start, width);
      end.y = start.height + self->spacing;
      end.height = MAX (height - end.y, get_height (self->end, width));
    }
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && end.x > 0)
    {
      end.x = 0;
      start.x = end.width + self->spacing;
    }
  if (gtk_widget_should_layout (self->start))
    gtk_widget_size_allocate (self->start, &start, -1);
  if (gtk_widget_should_layout (self->end))
    gtk_widget_size_allocate (self->end, &end, -1);
}

static GtkSizeRequestMode
sf_fold_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sf_fold_box_dispose (GObject *object)
{
  SfFoldBox *self = SF_FOLD_BOX (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_fold_box_parent_class)->dispose (object);
}

static gboolean
sf_fold_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return sf_part_focus_in_order (widget, direction);
  return GTK_WIDGET_CLASS (sf_fold_box_parent_class)->focus (widget, direction);
}

static void
sf_fold_box_class_init (SfFoldBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_fold_box_dispose;
  widget_class->focus = sf_fold_box_focus;
  widget_class->measure = sf_fold_box_measure;
  widget_class->size_allocate = sf_fold_box_size_allocate;
  widget_class->get_request_mode = sf_fold_box_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "sf-fold-box");
}

static void
sf_fold_box_init (SfFoldBox *self)
{
}

GtkWidget *
sf_fold_box_new (GtkWidget *start, GtkWidget *end, guint start_chars, guint end_chars, int spacing)
{
  SfFoldBox *self = g_object_new (SF_TYPE_FOLD_BOX, NULL);

  self->start = start;
  self->end = end;
  self->start_chars = start_chars;
  self->end_chars = end_chars;
  self->spacing = spacing;
  gtk_widget_set_parent (start, GTK_WIDGET (self));
  gtk_widget_set_parent (end, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
