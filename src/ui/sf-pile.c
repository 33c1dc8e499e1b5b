/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-pile.h"

struct _SfPileLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (SfPileLayout, sf_pile_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The heights of the children at @width; without @width, at what each wants. */
static GArray *
list_heights (GtkWidget *widget, int width)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize height = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height.minimum_size,
                          &height.natural_size, NULL, NULL);
      g_array_append_val (heights, height);
    }
  return heights;
}

static int
all_spacing (SfPileLayout *self, GArray *heights)
{
  return heights->len > 1 ? self->spacing * (int)(heights->len - 1) : 0;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
measure_height (SfPileLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  g_autoptr (GArray) heights = list_heights (widget, width);

  *minimum = *natural = all_spacing (self, heights);
  for (guint i = 0; i < heights->len; i++)
    {
      GtkRequestedSize *height = &g_array_index (heights, GtkRequestedSize, i);

      *minimum += height->minimum_size;
      *natural += height->natural_size;
    }
}

static void
sf_pile_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    measure_height (SF_PILE_LAYOUT (manager), widget, for_size, minimum, natural);
}

/* What is left over goes to the children that expand. */
static void
expand (GArray *heights, int rest)
{
  int expanding = 0;

  for (guint i = 0; i < heights->len; i++)
    expanding += gtk_widget_compute_expand (g_array_index (heights, GtkRequestedSize, i).data,
                                            GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; i < heights->len && expanding > 0; i++)
    {
      GtkRequestedSize *height = &g_array_index (heights, GtkRequestedSize, i);

      if (gtk_widget_compute_expand (height->data, GTK_ORIENTATION_VERTICAL))
        {
          height->minimum_size += rest / expanding;
          rest -= rest / expanding;
          expanding--;
        }
    }
}

static void
sf_pile_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  SfPileLayout *self = SF_PILE_LAYOUT (manager);
  g_autoptr (GArray) heights = list_heights (widget, width);
  int y = 0, rest = height - all_spacing (self, heights);

  for (guint i = 0; i < heights->len; i++)
    rest -= g_array_index (heights, GtkRequestedSize, i).minimum_size;
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), heights->len,
                                            (GtkRequestedSize *)(void *)heights->data);
  expand (heights, rest);
  for (guint i = 0; i < heights->len; i++)
    {
      GtkRequestedSize *own = &g_array_index (heights, GtkRequestedSize, i);
      GtkAllocation allocation = { 0, y, width, own->minimum_size };

      gtk_widget_size_allocate (own->data, &allocation, -1);
      y += own->minimum_size + self->spacing;
    }
}

static GtkSizeRequestMode
sf_pile_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sf_pile_layout_class_init (SfPileLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = sf_pile_layout_measure;
  manager_class->allocate = sf_pile_layout_allocate;
  manager_class->get_request_mode = sf_pile_layout_get_request_mode;
}

static void
sf_pile_layout_init (SfPileLayout *self)
{
}

GtkWidget *
sf_pile_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  SfPileLayout *layout = g_object_new (SF_TYPE_PILE_LAYOUT, NULL);

  layout->spacing = spacing;
  gtk_widget_set_layout_manager (box, GTK_LAYOUT_MANAGER (layout));
  return box;
}
