/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-beside.h"

struct _SfBeside
{
  GtkWidget parent_instance;

  GtkWidget *way; /* seen only where the aside lies under the main part */
  GtkWidget *main;
  GtkWidget *aside;
  int main_width;
  int aside_width;
};

G_DEFINE_FINAL_TYPE (SfBeside, sf_beside, GTK_TYPE_WIDGET)

GtkWidget *
sf_beside_new (void)
{
  return g_object_new (SF_TYPE_BESIDE, NULL);
}

static void
replace_child (SfBeside *self, GtkWidget **where, GtkWidget *child)
{
  if (*where == child)
    return;
  g_clear_pointer (where, gtk_widget_unparent);
  *where = child;
  if (child)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
sf_beside_set_main (SfBeside *self, GtkWidget *main)
{
  replace_child (self, &self->main, main);
  if (main && self->aside)
    gtk_widget_insert_before (main, GTK_WIDGET (self), self->aside);
}

void
sf_beside_set_aside (SfBeside *self, GtkWidget *aside)
{
  replace_child (self, &self->aside, aside);
}

void
sf_beside_set_way (SfBeside *self, GtkWidget *way)
{
  replace_child (self, &self->way, way);
  if (way)
    gtk_widget_insert_after (way, GTK_WIDGET (self), NULL);
}

GtkWidget *
sf_beside_get_main (SfBeside *self)
{
  return self->main;
}

GtkWidget *
sf_beside_get_aside (SfBeside *self)
{
  return self->aside;
}

void
sf_beside_set_widths (SfBeside *self, int main, int aside)
{
  if (self->main_width == main && self->aside_width == aside)
    return;
  self->main_width = main;
  self->aside_width = aside;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
is_shown (GtkWidget *child)
{
  return child && gtk_widget_get_visible (child);
}

static int
least_width (GtkWidget *child)
{
  int minimum = 0;

  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* How @width is shared out. Returns FALSE if the aside goes under the main part. */
static gboolean
share (SfBeside *self, int width, int *main_width, int *aside_width)
{
  int main_need = MAX (self->main_width, least_width (self->main));
  int aside_need = MAX (self->aside_width, least_width (self->aside));
  int spare = width - main_need - SF_COLUMNS_GAP - aside_need;

  *main_width = *aside_width = width;
  if (!is_shown (self->main) || !is_shown (self->aside) || spare < 0)
    return FALSE;
  *aside_width = aside_need + MIN (spare / 4, aside_need / 2);
  *main_width = width - SF_COLUMNS_GAP - *aside_width;
  return TRUE;
}

static int
height_for (GtkWidget *child, int width, int *natural)
{
  int minimum = 0;

  *natural = 0;
  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, natural, NULL, NULL);
  return minimum;
}

/* What lies one under the other: the way, the main part, the aside, as far as they are there. */
static void
list_pile (SfBeside *self, GtkWidget *pile[3])
{
  pile[0] = is_shown (self->main) && is_shown (self->aside) ? self->way : NULL;
  pile[1] = self->main;
  pile[2] = self->aside;
}

static int
height_of_pile (SfBeside *self, int width, int *natural)
{
  int minimum = 0, child_natural;
  GtkWidget *pile[3];

  *natural = 0;
  list_pile (self, pile);
  for (guint i = 0; i < G_N_ELEMENTS (pile); i++)
    if (is_shown (pile[i]))
      {
        int gap = *natural > 0 ? SF_COLUMNS_GAP : 0;

        minimum += gap + height_for (pile[i], width, &child_natural);
        *natural += gap + child_natural;
      }
  return minimum;
}

static void
sf_beside_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SfBeside *self = SF_BESIDE (widget);
  int main_width, aside_width, main_min, aside_min, main_nat, aside_nat;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (least_width (self->main), least_width (self->aside));
      *natural = MAX (*minimum, self->main_width + SF_COLUMNS_GAP + self->aside_width);
      return;
    }
  if (for_size < 0)
    for_size = MAX (least_width (self->main), least_width (self->aside));
  if (share (self, for_size, &main_width, &aside_width))
    {
      main_min = height_for (self->main, main_width, &main_nat);
      aside_min = height_for (self->aside, aside_width, &aside_nat);
      *minimum = MAX (main_min, aside_min);
      *natural = MAX (main_nat, aside_nat);
    }
  else
    *minimum = height_of_pile (self, for_size, natural);
}

static void
allocate_at (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

/* The last takes what is left. */
static void
allocate_pile (SfBeside *self, int width, int height)
{
  GtkWidget *pile[3];
  int y = 0;

  list_pile (self, pile);
  for (guint i = 0; i < G_N_ELEMENTS (pile); i++)
    {
      gboolean last = i == 2 || (i == 1 && !is_shown (pile[2]));
      int natural, rest = MAX (height - y, 0);

      if (!is_shown (pile[i]))
        continue;
      height_for (pile[i], width, &natural);
      allocate_at (pile[i], 0, y, width, last ? rest : MIN (natural, rest));
      y += MIN (natural, rest) + SF_COLUMNS_GAP;
    }
}

static void
sf_beside_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfBeside *self = SF_BESIDE (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int main_width, aside_width;
  gboolean beside = share (self, width, &main_width, &aside_width);

  if (self->way)
    gtk_widget_set_child_visible (self->way,
                                  !beside && is_shown (self->main) && is_shown (self->aside));
  if (beside)
    {
      allocate_at (self->main, rtl ? width - main_width : 0, 0, main_width, height);
      allocate_at (self->aside, rtl ? 0 : width - aside_width, 0, aside_width, height);
    }
  else
    allocate_pile (self, width, height);
}

static GtkSizeRequestMode
sf_beside_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sf_beside_dispose (GObject *object)
{
  SfBeside *self = SF_BESIDE (object);

  g_clear_pointer (&self->way, gtk_widget_unparent);
  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->aside, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_beside_parent_class)->dispose (object);
}

static void
sf_beside_class_init (SfBesideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_beside_dispose;
  widget_class->measure = sf_beside_measure;
  widget_class->size_allocate = sf_beside_size_allocate;
  widget_class->get_request_mode = sf_beside_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "sfbeside");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sf_beside_init (SfBeside *self)
{
}
