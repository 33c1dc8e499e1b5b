/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-columns.h"

#include "ui/sf-beside.h"

struct _SfColumns
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *beside;
  GtkWidget *way; /* NULL where none was asked for */
  guint list_chars;
  guint main_chars;
  guint aside_chars;
  gboolean folded;
  gboolean showing_main;
  guint notify_id;
};

G_DEFINE_FINAL_TYPE (SfColumns, sf_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_LIST = 1,
  PROP_MAIN,
  PROP_ASIDE,
  PROP_FOLDED,
  PROP_SHOWING_MAIN,
  PROP_LIST_CHARS,
  PROP_MAIN_CHARS,
  PROP_ASIDE_CHARS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Of all columns, in pixels; they scroll. */
#define LEAST_HEIGHT 200

/* An ordinary sentence says better how wide text runs than the font's metrics, which count every
 * script that its fallbacks have. Measured once for each font of a widget. */
static const char sentence[] = "the quick brown fox jumps over the lazy dog";

typedef struct
{
  guint serial; /* of the Pango context when it was measured */
  int width;    /* in Pango units */
} SentenceWidth;

static int
get_sentence_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  SentenceWidth *known = g_object_get_data (G_OBJECT (context), "sf-sentence-width");

  if (known == NULL)
    {
      known = g_new0 (SentenceWidth, 1);
      g_object_set_data_full (G_OBJECT (context), "sf-sentence-width", known, g_free);
    }
  if (known->serial != pango_context_get_serial (context))
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, sentence);

      pango_layout_get_size (layout, &known->width, NULL);
      known->serial = pango_context_get_serial (context);
    }
  return known->width;
}

int
sf_chars_to_pixels (GtkWidget *widget, guint chars)
{
  return (int)(((gint64)get_sentence_width (widget) * chars / (int)(sizeof sentence - 1)
                + PANGO_SCALE - 1)
               / PANGO_SCALE);
}

GtkWidget *
sf_columns_new (void)
{
  return g_object_new (SF_TYPE_COLUMNS, NULL);
}

void
sf_columns_set_list (SfColumns *self, GtkWidget *list)
{
  g_return_if_fail (SF_IS_COLUMNS (self));

  if (self->list == list)
    return;
  g_clear_pointer (&self->list, gtk_widget_unparent);
  self->list = list;
  if (list)
    gtk_widget_insert_before (list, GTK_WIDGET (self), self->scroller);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}

void
sf_columns_set_main (SfColumns *self, GtkWidget *main)
{
  g_return_if_fail (SF_IS_COLUMNS (self));

  sf_beside_set_main (SF_BESIDE (self->beside), main);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAIN]);
}

void
sf_columns_set_aside (SfColumns *self, GtkWidget *aside)
{
  g_return_if_fail (SF_IS_COLUMNS (self));

  sf_beside_set_aside (SF_BESIDE (self->beside), aside);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASIDE]);
}

GtkWidget *
sf_columns_get_list (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), NULL);
  return self->list;
}

GtkWidget *
sf_columns_get_main (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), NULL);
  return sf_beside_get_main (SF_BESIDE (self->beside));
}

GtkWidget *
sf_columns_get_aside (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), NULL);
  return sf_beside_get_aside (SF_BESIDE (self->beside));
}

static void
set_chars (SfColumns *self, guint *where, guint chars, guint property)
{
  if (*where == chars)
    return;
  *where = chars;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
sf_columns_set_chars (SfColumns *self, guint list, guint main, guint aside)
{
  g_return_if_fail (SF_IS_COLUMNS (self));

  set_chars (self, &self->list_chars, list, PROP_LIST_CHARS);
  set_chars (self, &self->main_chars, main, PROP_MAIN_CHARS);
  set_chars (self, &self->aside_chars, aside, PROP_ASIDE_CHARS);
}

gboolean
sf_columns_get_folded (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), FALSE);
  return self->folded;
}

gboolean
sf_columns_get_showing_main (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), FALSE);
  return self->showing_main;
}

/* Which of the two is to be seen. */
static void
show_children (SfColumns *self)
{
  gboolean both = !self->folded || !self->list;

  if (self->list)
    gtk_widget_set_child_visible (self->list, both || !self->showing_main);
  gtk_widget_set_child_visible (self->scroller, both || self->showing_main);
}

void
sf_columns_show_main (SfColumns *self, gboolean main)
{
  g_return_if_fail (SF_IS_COLUMNS (self));

  main = !!main;
  if (self->showing_main == main)
    return;
  self->showing_main = main;
  show_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->folded)
    gtk_widget_child_focus (main ? self->scroller : self->list, GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWING_MAIN]);
}

static int
least_width (GtkWidget *child)
{
  int minimum = 0;

  if (child && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
list_need (SfColumns *self)
{
  if (!self->list || !gtk_widget_get_visible (self->list))
    return 0;
  return MAX (least_width (self->list), sf_chars_to_pixels (GTK_WIDGET (self), self->list_chars))
         + SF_COLUMNS_GAP;
}

static int
main_need (SfColumns *self)
{
  return MAX (least_width (self->scroller),
              sf_chars_to_pixels (GTK_WIDGET (self), self->main_chars));
}

int
sf_columns_get_wide_width (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), 0);
  return list_need (self) + main_need (self);
}

/* --- the way to the aside --------------------------------------------------------------------- */

static void
on_way_cb (SfColumns *self)
{
  GtkWidget *aside = sf_columns_get_aside (self);
  graphene_rect_t bounds;

  if (aside == NULL || !gtk_widget_compute_bounds (aside, self->beside, &bounds))
    return;
  gtk_widget_child_focus (aside, GTK_DIR_TAB_FORWARD);
  /* its beginning is seen, not only what took the focus */
  gtk_adjustment_set_value (sf_columns_get_vadjustment (self), bounds.origin.y);
}

static void
create_way (SfColumns *self)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "go-down-symbolic");
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  self->way = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->way), content);
  g_signal_connect_swapped (self->way, "clicked", G_CALLBACK (on_way_cb), self);
  sf_beside_set_way (SF_BESIDE (self->beside), self->way);
}

void
sf_columns_set_way (SfColumns *self, const char *label)
{
  g_return_if_fail (SF_IS_COLUMNS (self));

  if (label != NULL && self->way == NULL)
    create_way (self);
  if (self->way == NULL)
    return;
  if (label != NULL)
    adw_button_content_set_label (ADW_BUTTON_CONTENT (
                                      gtk_button_get_child (GTK_BUTTON (self->way))),
                                  label);
  gtk_widget_set_visible (self->way, label != NULL);
}

/* --- widths ----------------------------------------------------------------------------------- */

GtkAdjustment *
sf_columns_get_vadjustment (SfColumns *self)
{
  g_return_val_if_fail (SF_IS_COLUMNS (self), NULL);
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
update_widths (SfColumns *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  sf_beside_set_widths (SF_BESIDE (self->beside), sf_chars_to_pixels (widget, self->main_chars),
                        sf_chars_to_pixels (widget, self->aside_chars));
}

static void
sf_columns_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  SfColumns *self = SF_COLUMNS (widget);
  int list_min = 0, main_min = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* what is scrolled says how high it is when it is given its width, not before: asked without
       * one, every text in it would be laid out at its least width */
      *minimum = *natural = LEAST_HEIGHT;
      return;
    }
  if (self->list)
    gtk_widget_measure (self->list, orientation, -1, &list_min, NULL, NULL, NULL);
  gtk_widget_measure (self->scroller, orientation, -1, &main_min, NULL, NULL, NULL);
  *minimum = MAX (list_min, main_min);
  *natural = MAX (*minimum, sf_columns_get_wide_width (self));
}

static gboolean
on_notify_cb (gpointer data)
{
  SfColumns *self = SF_COLUMNS (data);

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

static void
set_folded (SfColumns *self, gboolean folded)
{
  if (self->folded != folded)
    {
      self->folded = folded;
      /* not during an allocation: what listens would ask for another */
      if (self->notify_id == 0)
        self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_notify_cb, self, NULL);
    }
  show_children (self);
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
sf_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfColumns *self = SF_COLUMNS (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int list = list_need (self), rest, spare;

  set_folded (self, list > 0 && width < list + main_need (self));
  if (self->folded || list == 0)
    {
      if (self->list && gtk_widget_get_visible (self->list))
        allocate_at (self->list, 0, MAX (width, least_width (self->list)), height);
      allocate_at (self->scroller, 0, MAX (width, least_width (self->scroller)), height);
      return;
    }
  spare = width - list - main_need (self);
  list += MIN (spare / 6, list / 4);
  rest = width - list;
  allocate_at (self->list, rtl ? rest + SF_COLUMNS_GAP : 0, list - SF_COLUMNS_GAP, height);
  allocate_at (self->scroller, rtl ? 0 : list, rest, height);
}

static void
sf_columns_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sf_columns_parent_class)->css_changed (widget, change);
  update_widths (SF_COLUMNS (widget));
}

static void
sf_columns_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sf_columns_parent_class)->system_setting_changed (widget, setting);
  update_widths (SF_COLUMNS (widget));
  gtk_widget_queue_resize (widget);
}

static void
sf_columns_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sf_columns_parent_class)->root (widget);
  update_widths (SF_COLUMNS (widget));
}

static void
sf_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfColumns *self = SF_COLUMNS (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_MAIN:
      g_value_set_object (value, sf_beside_get_main (SF_BESIDE (self->beside)));
      break;
    case PROP_ASIDE:
      g_value_set_object (value, sf_beside_get_aside (SF_BESIDE (self->beside)));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOWING_MAIN:
      g_value_set_boolean (value, self->showing_main);
      break;
    case PROP_LIST_CHARS:
      g_value_set_uint (value, self->list_chars);
      break;
    case PROP_MAIN_CHARS:
      g_value_set_uint (value, self->main_chars);
      break;
    case PROP_ASIDE_CHARS:
      g_value_set_uint (value, self->aside_chars);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SfColumns *self = SF_COLUMNS (object);

  switch (id)
    {
    case PROP_LIST:
      sf_columns_set_list (self, g_value_get_object (value));
      break;
    case PROP_MAIN:
      sf_columns_set_main (self, g_value_get_object (value));
      break;
    case PROP_ASIDE:
      sf_columns_set_aside (self, g_value_get_object (value));
      break;
    case PROP_SHOWING_MAIN:
      sf_columns_show_main (self, g_value_get_boolean (value));
      break;
    case PROP_LIST_CHARS:
      set_chars (self, &self->list_chars, g_value_get_uint (value), id);
      break;
    case PROP_MAIN_CHARS:
      set_chars (self, &self->main_chars, g_value_get_uint (value), id);
      break;
    case PROP_ASIDE_CHARS:
      set_chars (self, &self->aside_chars, g_value_get_uint (value), id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_columns_dispose (GObject *object)
{
  SfColumns *self = SF_COLUMNS (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_columns_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GType widget = GTK_TYPE_WIDGET;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, widget, flags);
  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, widget, flags);
  properties[PROP_ASIDE] = g_param_spec_object ("aside", NULL, NULL, widget, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWING_MAIN] = g_param_spec_boolean ("showing-main", NULL, NULL, FALSE, flags);
  properties[PROP_LIST_CHARS] = g_param_spec_uint ("list-chars", NULL, NULL, 0, 200, 40, flags);
  properties[PROP_MAIN_CHARS] = g_param_spec_uint ("main-chars", NULL, NULL, 0, 200, 54, flags);
  properties[PROP_ASIDE_CHARS] = g_param_spec_uint ("aside-chars", NULL, NULL, 0, 200, 34, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sf_columns_class_init (SfColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_columns_dispose;
  object_class->get_property = sf_columns_get_property;
  object_class->set_property = sf_columns_set_property;
  widget_class->measure = sf_columns_measure;
  widget_class->size_allocate = sf_columns_size_allocate;
  widget_class->css_changed = sf_columns_css_changed;
  widget_class->system_setting_changed = sf_columns_system_setting_changed;
  widget_class->root = sf_columns_root;
  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "sfcolumns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sf_columns_init (SfColumns *self)
{
  self->list_chars = 40;
  self->main_chars = 54;
  self->aside_chars = 34;
  self->beside = sf_beside_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->beside);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
