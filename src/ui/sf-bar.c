/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-bar.h"

#include "ui/sf-button.h"

struct _SfBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *box;
  GtkWidget *image;
  GtkWidget *label;
  GtkWidget *progress;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (SfBar, sf_bar, GTK_TYPE_WIDGET)

GtkWidget *
sf_bar_new (const char *icon, const char *css_class)
{
  SfBar *self = g_object_new (SF_TYPE_BAR, NULL);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), icon);
  if (css_class)
    gtk_widget_add_css_class (self->box, css_class);
  return GTK_WIDGET (self);
}

void
sf_bar_add_button (SfBar *self, const char *label, const char *action)
{
  GtkWidget *button;

  g_return_if_fail (SF_IS_BAR (self));

  button = sf_button_new (label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

void
sf_bar_set_text (SfBar *self, const char *text)
{
  gboolean shown = text && *text;

  g_return_if_fail (SF_IS_BAR (self));

  if (shown && g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), text) != 0)
    {
      gtk_label_set_label (GTK_LABEL (self->label), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), shown);
}

void
sf_bar_set_fraction (SfBar *self, double fraction)
{
  g_return_if_fail (SF_IS_BAR (self));

  gtk_widget_set_visible (self->progress, TRUE);
  if (fraction < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), MIN (fraction, 1));
}

static void
on_child_revealed_cb (SfBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer))
                              || gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)));
}

static void
sf_bar_dispose (GObject *object)
{
  SfBar *self = SF_BAR (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_bar_parent_class)->dispose (object);
}

static void
sf_bar_class_init (SfBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sfbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
sf_bar_init (SfBar *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->revealer = gtk_revealer_new ();
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "bar");
  self->image = gtk_image_new ();
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_visible (self->progress, FALSE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (middle), self->label);
  gtk_box_append (GTK_BOX (middle), self->progress);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->image);
  gtk_box_append (GTK_BOX (self->box), middle);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->revealer, "notify::reveal-child",
                            G_CALLBACK (on_child_revealed_cb), self);
  g_signal_connect_swapped (self->revealer, "notify::child-revealed",
                            G_CALLBACK (on_child_revealed_cb), self);
}
