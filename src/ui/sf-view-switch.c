/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-view-switch.h"

#include "ui/sf-button.h"

#include <glib/gi18n-lib.h>

struct _SfViewSwitch
{
  GtkBox parent_instance;

  GtkWidget *list;
  GtkWidget *other;
};

G_DEFINE_FINAL_TYPE (SfViewSwitch, sf_view_switch, GTK_TYPE_BOX)

enum
{
  SWITCHED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

gboolean
sf_view_switch_get_other (SfViewSwitch *self)
{
  g_return_val_if_fail (SF_IS_VIEW_SWITCH (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->other));
}

void
sf_view_switch_set_other (SfViewSwitch *self, gboolean other)
{
  g_return_if_fail (SF_IS_VIEW_SWITCH (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other ? self->other : self->list), TRUE);
}

static void
on_toggled_cb (SfViewSwitch *self)
{
  g_signal_emit (self, signals[SWITCHED], 0);
}

static void
sf_view_switch_class_init (SfViewSwitchClass *klass)
{
  signals[SWITCHED] = g_signal_new ("switched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_view_switch_init (SfViewSwitch *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
}

static GtkWidget *
append_toggle (SfViewSwitch *self, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  sf_button_set_label (toggle, label);
  gtk_box_append (GTK_BOX (self), toggle);
  return toggle;
}

GtkWidget *
sf_view_switch_new (const char *label)
{
  SfViewSwitch *self = g_object_new (SF_TYPE_VIEW_SWITCH, NULL);

  self->list = append_toggle (self, _ ("_List"));
  self->other = append_toggle (self, label);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->other), GTK_TOGGLE_BUTTON (self->list));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list), TRUE);
  g_signal_connect_swapped (self->other, "toggled", G_CALLBACK (on_toggled_cb), self);
  return GTK_WIDGET (self);
}
