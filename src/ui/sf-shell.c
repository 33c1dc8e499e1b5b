/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-shell.h"

#include "ui/sf-columns.h"

struct _SfShell
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *sidebar;
  GtkWidget *columns; /* weak */
  gboolean folded;
  gboolean showing_sidebar;
  guint notify_id;
};

G_DEFINE_FINAL_TYPE (SfShell, sf_shell, GTK_TYPE_WIDGET)

enum
{
  PROP_FOLDED = 1,
  PROP_SHOWING_SIDEBAR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The sidebar's width, and what a page without columns wants, in characters. */
#define SIDEBAR_CHARS 40
#define CONTENT_CHARS 80
/* of the page around its columns, in the style sheet */
#define CONTENT_PADDING 44
/* of the whole, in pixels */
#define LEAST_HEIGHT 300

GtkWidget *
sf_shell_new (void)
{
  return g_object_new (SF_TYPE_SHELL, NULL);
}

void
sf_shell_set_sidebar (SfShell *self, GtkWidget *sidebar)
{
  g_return_if_fail (SF_IS_SHELL (self));

  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  self->sidebar = sidebar;
  /* before the content in reading order, but drawn over it */
  if (sidebar)
    gtk_widget_insert_after (sidebar, GTK_WIDGET (self), NULL);
}

void
sf_shell_set_content (SfShell *self, GtkWidget *content)
{
  g_return_if_fail (SF_IS_SHELL (self));

  g_clear_pointer (&self->content, gtk_widget_unparent);
  self->content = content;
  if (content)
    gtk_widget_insert_before (content, GTK_WIDGET (self), NULL);
}

void
sf_shell_set_columns (SfShell *self, GtkWidget *columns)
{
  g_return_if_fail (SF_IS_SHELL (self));

  if (g_set_weak_pointer (&self->columns, columns))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
sf_shell_get_folded (SfShell *self)
{
  g_return_val_if_fail (SF_IS_SHELL (self), FALSE);
  return self->folded;
}

gboolean
sf_shell_get_showing_sidebar (SfShell *self)
{
  g_return_val_if_fail (SF_IS_SHELL (self), FALSE);
  return self->showing_sidebar;
}

static void
show_children (SfShell *self)
{
  gboolean over = self->folded && self->showing_sidebar;

  if (self->sidebar)
    {
      gtk_widget_set_child_visible (self->sidebar, !self->folded || self->showing_sidebar);
      if (over)
        gtk_widget_add_css_class (self->sidebar, "over");
      else
        gtk_widget_remove_css_class (self->sidebar, "over");
    }
  /* what lies under the sidebar takes neither focus nor clicks */
  if (self->content)
    {
      gtk_widget_set_can_focus (self->content, !over);
      gtk_widget_set_can_target (self->content, !over);
    }
}

void
sf_shell_show_sidebar (SfShell *self, gboolean show)
{
  g_return_if_fail (SF_IS_SHELL (self));

  show = !!show;
  if (self->showing_sidebar == show)
    return;
  self->showing_sidebar = show;
  show_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->folded && self->sidebar && show)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
  else if (self->folded && self->content)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWING_SIDEBAR]);
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
sidebar_need (SfShell *self)
{
  return MAX (least_width (self->sidebar), sf_chars_to_pixels (GTK_WIDGET (self), SIDEBAR_CHARS));
}

static int
content_need (SfShell *self)
{
  if (self->columns)
    return sf_columns_get_wide_width (SF_COLUMNS (self->columns)) + CONTENT_PADDING;
  return MAX (least_width (self->content), sf_chars_to_pixels (GTK_WIDGET (self), CONTENT_CHARS));
}

static void
sf_shell_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  SfShell *self = SF_SHELL (widget);
  int sidebar_min = 0, content_min = 0, content_nat = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      /* everything in it scrolls: asking would lay every text out at a width it never has */
      *minimum = *natural = LEAST_HEIGHT;
      return;
    }

  if (self->sidebar)
    gtk_widget_measure (self->sidebar, orientation, -1, &sidebar_min, NULL, NULL, NULL);
  if (self->content)
    gtk_widget_measure (self->content, orientation, -1, &content_min, &content_nat, NULL, NULL);
  *minimum = MAX (sidebar_min, content_min);
  *natural = MAX (*minimum, sidebar_need (self) + content_nat);
}

static gboolean
on_notify_cb (gpointer data)
{
  SfShell *self = SF_SHELL (data);

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

static void
set_folded (SfShell *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  self->showing_sidebar = FALSE;
  show_children (self);
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_notify_cb, self, NULL);
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
sf_shell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfShell *self = SF_SHELL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sidebar = sidebar_need (self), content;

  if (!self->sidebar || !self->content)
    return;
  set_folded (self, width < sidebar + content_need (self));
  sidebar = MIN (sidebar, width);
  content = self->folded ? width : width - sidebar;
  allocate_at (self->content, rtl || self->folded ? 0 : sidebar,
               MAX (content, least_width (self->content)), height);
  if (!self->folded || self->showing_sidebar)
    allocate_at (self->sidebar, rtl ? width - sidebar : 0, sidebar, height);
}

static void
sf_shell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfShell *self = SF_SHELL (widget);

  if (self->content)
    gtk_widget_snapshot_child (widget, self->content, snapshot);
  if (self->sidebar)
    gtk_widget_snapshot_child (widget, self->sidebar, snapshot);
}

static void
sf_shell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sf_shell_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

/* A press beside the sidebar that lies over the page puts it away. */
static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SfShell *self)
{
  graphene_rect_t bounds;

  if (!self->folded || !self->showing_sidebar
      || !gtk_widget_compute_bounds (self->sidebar, GTK_WIDGET (self), &bounds)
      || graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float)x, (float)y)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  sf_shell_show_sidebar (self, FALSE);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  SfShell *self = SF_SHELL (widget);

  if (!self->folded || !self->showing_sidebar)
    return FALSE;
  sf_shell_show_sidebar (self, FALSE);
  return TRUE;
}

static void
sf_shell_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfShell *self = SF_SHELL (object);

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOWING_SIDEBAR:
      g_value_set_boolean (value, self->showing_sidebar);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_shell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWING_SIDEBAR)
    sf_shell_show_sidebar (SF_SHELL (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sf_shell_dispose (GObject *object)
{
  SfShell *self = SF_SHELL (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_weak_pointer (&self->columns);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_shell_parent_class)->dispose (object);
}

static void
sf_shell_class_init (SfShellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_shell_dispose;
  object_class->get_property = sf_shell_get_property;
  object_class->set_property = sf_shell_set_property;
  widget_class->measure = sf_shell_measure;
  widget_class->size_allocate = sf_shell_size_allocate;
  widget_class->snapshot = sf_shell_snapshot;
  widget_class->system_setting_changed = sf_shell_system_setting_changed;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWING_SIDEBAR]
      = g_param_spec_boolean ("showing-sidebar", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "sfshell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
sf_shell_init (SfShell *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}
