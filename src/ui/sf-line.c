/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-line.h"

struct _SfLine
{
  GtkWidget parent_instance;

  int spacing;
  gboolean homogeneous;
};

G_DEFINE_FINAL_TYPE (SfLine, sf_line, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
  PROP_HOMOGENEOUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- sharing out ------------------------------------------------------------------------------ */

typedef struct
{
  GtkWidget *child;
  GtkRequestedSize size; /* its minimum_size becomes what it has */
} Place;

static GArray *
list_places (GtkWidget *widget)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Place place = { .child = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &place.size.minimum_size,
                          &place.size.natural_size, NULL, NULL);
      g_array_append_val (places, place);
    }
  return places;
}

static Place *
nth_place (GArray *places, guint nth)
{
  return &g_array_index (places, Place, nth);
}

static int
all_spacing (SfLine *self, GArray *places)
{
  return places->len > 1 ? self->spacing * (int)(places->len - 1) : 0;
}

/* From what is there to what each wants, then the rest to those that expand. */
static void
share_by_wish (GArray *places, int room)
{
  g_autofree GtkRequestedSize *sizes = g_new (GtkRequestedSize, places->len);
  int expanding = 0, rest = room;

  for (guint i = 0; i < places->len; i++)
    {
      sizes[i] = nth_place (places, i)->size;
      rest -= sizes[i].minimum_size;
      expanding
          += gtk_widget_compute_expand (nth_place (places, i)->child, GTK_ORIENTATION_HORIZONTAL);
    }
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), places->len, sizes);
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = nth_place (places, i);

      place->size.minimum_size = sizes[i].minimum_size;
      if (gtk_widget_compute_expand (place->child, GTK_ORIENTATION_HORIZONTAL))
        {
          place->size.minimum_size += rest / expanding;
          rest -= rest / expanding;
          expanding--;
        }
    }
}

static void
share (SfLine *self, GArray *places, int width)
{
  int room = width - all_spacing (self, places);

  if (!self->homogeneous)
    {
      share_by_wish (places, room);
      return;
    }
  for (guint i = 0; i < places->len; i++)
    {
      int part = room / (int)(places->len - i);

      nth_place (places, i)->size.minimum_size = part;
      room -= part;
    }
}

/* --- the widget ------------------------------------------------------------------------------- */

static GtkSizeRequestMode
sf_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (SfLine *self, GArray *places, int *minimum, int *natural)
{
  int widest_minimum = 0, widest_natural = 0, spacing = all_spacing (self, places);

  for (guint i = 0; i < places->len; i++)
    {
      GtkRequestedSize *size = &nth_place (places, i)->size;

      *minimum += size->minimum_size;
      *natural += size->natural_size;
      widest_minimum = MAX (widest_minimum, size->minimum_size);
      widest_natural = MAX (widest_natural, size->natural_size);
    }
  if (self->homogeneous)
    {
      *minimum = widest_minimum * (int)places->len;
      *natural = widest_natural * (int)places->len;
    }
  *minimum += spacing;
  *natural += spacing;
}

static void
sf_line_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  SfLine *self = SF_LINE (widget);
  g_autoptr (GArray) places = list_places (widget);
  int width_minimum = 0, width_natural = 0;

  *minimum = *natural = 0;
  measure_width (self, places, &width_minimum, &width_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_minimum;
      *natural = width_natural;
      return;
    }
  share (self, places, for_size < 0 ? width_natural : MAX (for_size, width_minimum));
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = nth_place (places, i);
      int child_minimum, child_natural;

      gtk_widget_measure (place->child, GTK_ORIENTATION_VERTICAL, place->size.minimum_size,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
sf_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfLine *self = SF_LINE (widget);
  g_autoptr (GArray) places = list_places (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  share (self, places, width);
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = nth_place (places, i);
      int own = place->size.minimum_size;
      GtkAllocation allocation = { rtl ? width - x - own : x, 0, own, height };

      gtk_widget_size_allocate (place->child, &allocation, -1);
      x += own + self->spacing;
    }
}

static void
sf_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfLine *self = SF_LINE (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_HOMOGENEOUS)
    g_value_set_boolean (value, self->homogeneous);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sf_line_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SfLine *self = SF_LINE (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_HOMOGENEOUS)
    self->homogeneous = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
sf_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sf_line_parent_class)->dispose (object);
}

static void
sf_line_class_init (SfLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_line_dispose;
  object_class->get_property = sf_line_get_property;
  object_class->set_property = sf_line_set_property;
  widget_class->get_request_mode = sf_line_get_request_mode;
  widget_class->measure = sf_line_measure;
  widget_class->size_allocate = sf_line_size_allocate;
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "box");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sf_line_init (SfLine *self)
{
}

GtkWidget *
sf_line_new (int spacing)
{
  return g_object_new (SF_TYPE_LINE, "spacing", spacing, NULL);
}

void
sf_line_append (SfLine *self, GtkWidget *child)
{
  g_return_if_fail (SF_IS_LINE (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
sf_line_remove (SfLine *self, GtkWidget *child)
{
  g_return_if_fail (SF_IS_LINE (self));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}

void
sf_line_set_homogeneous (SfLine *self, gboolean homogeneous)
{
  g_object_set (self, "homogeneous", homogeneous, NULL);
}
