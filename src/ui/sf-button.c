/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-button.h"

void
sf_button_set_label (GtkWidget *button, const char *label)
{
  GtkWidget *child = gtk_label_new_with_mnemonic (label);

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "text-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (child)), -1);
}

GtkWidget *
sf_button_new (const char *label)
{
  GtkWidget *button = gtk_button_new ();

  sf_button_set_label (button, label);
  return button;
}
