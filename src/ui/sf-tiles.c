/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-tiles.h"

struct _SfTiles
{
  GtkWidget parent_instance;

  int gap;
};

G_DEFINE_FINAL_TYPE (SfTiles, sf_tiles, GTK_TYPE_WIDGET)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The widest of the children's least or natural widths; and how many children there are. */
static int
find_widest (SfTiles *self, gboolean natural, int *n)
{
  int widest = 0;

  *n = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
       child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      widest = MAX (widest, natural ? wanted : least);
      (*n)++;
    }
  return widest;
}

/* How many stand side by side in @width, and how wide each is. */
static int
find_columns (SfTiles *self, int width, int *tile_width)
{
  int n, least = find_widest (self, FALSE, &n);
  int columns = CLAMP ((width + self->gap) / MAX (1, least + self->gap), 1, MAX (1, n));

  *tile_width = MAX (least, (width - (columns - 1) * self->gap) / columns);
  return columns;
}

/* The next row of children: where it ends, and how high it is. */
static GtkWidget *
measure_row (GtkWidget *first, int columns, int tile_width, int *height)
{
  GtkWidget *child = first;

  *height = 0;
  for (int i = 0; i < columns && child != NULL; i++)
    {
      int wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, tile_width, NULL, &wanted, NULL, NULL);
      *height = MAX (*height, wanted);
      child = next_shown (gtk_widget_get_next_sibling (child));
    }
  return child;
}

static int
measure_height (SfTiles *self, int width)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int tile_width, columns = find_columns (self, width, &tile_width);
  int height = 0, row;

  while (child != NULL)
    {
      child = measure_row (child, columns, tile_width, &row);
      height += row + (child != NULL ? self->gap : 0);
    }
  return height;
}

static void
sf_tiles_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  SfTiles *self = SF_TILES (widget);
  int n;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = find_widest (self, FALSE, &n);
      *natural = n * (find_widest (self, TRUE, &n) + self->gap);
      return;
    }
  *minimum = *natural
      = measure_height (self, for_size >= 0 ? for_size : find_widest (self, FALSE, &n));
}

static void
sf_tiles_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfTiles *self = SF_TILES (widget);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  gboolean turned = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int tile_width, columns = find_columns (self, width, &tile_width);
  int y = 0, row;

  while (child != NULL)
    {
      measure_row (child, columns, tile_width, &row);
      for (int i = 0; i < columns && child != NULL; i++)
        {
          int place = turned ? columns - 1 - i : i, own;
          GtkAllocation allocation = { place * (tile_width + self->gap), y, tile_width, 0 };

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, tile_width, NULL, &own, NULL, NULL);
          allocation.height = own;
          gtk_widget_size_allocate (child, &allocation, -1);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      y += row + self->gap;
    }
}

static GtkSizeRequestMode
sf_tiles_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sf_tiles_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sf_tiles_parent_class)->dispose (object);
}

static void
sf_tiles_class_init (SfTilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_tiles_dispose;
  widget_class->measure = sf_tiles_measure;
  widget_class->size_allocate = sf_tiles_size_allocate;
  widget_class->get_request_mode = sf_tiles_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "sf-tiles");
}

static void
sf_tiles_init (SfTiles *self)
{
}

void
sf_tiles_append (SfTiles *self, GtkWidget *child)
{
  g_return_if_fail (SF_IS_TILES (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

GtkWidget *
sf_tiles_new (int gap)
{
  SfTiles *self = g_object_new (SF_TYPE_TILES, NULL);

  self->gap = gap;
  return GTK_WIDGET (self);
}
