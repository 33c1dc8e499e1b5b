/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-menu-button.h"

GtkWidget *
sf_menu_button_new (const char *icon)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new ("");

  /* the button inside of GtkMenuButton does not trade height for width: a label cannot wrap */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-up-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  /* from edge to edge, not in the middle */
  for (GtkWidget *inner = gtk_widget_get_parent (box); inner != button;
       inner = gtk_widget_get_parent (inner))
    gtk_widget_set_halign (inner, GTK_ALIGN_FILL);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  g_object_set_data (G_OBJECT (button), "label", label);
  return button;
}

void
sf_menu_button_set (GtkWidget *button, const char *what, const char *value, const char *note)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (button), "label");
  g_autofree char *shown = note ? g_strdup_printf ("%s (%s)", value, note) : g_strdup (value);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, shown);

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), shown) != 0)
    gtk_label_set_label (GTK_LABEL (label), shown);
  gtk_widget_set_tooltip_text (button, name);
  sf_menu_button_set_name (button, name);
}

/* Two menus that read alike; a menu that is open is not replaced by its equal. */
static gboolean
menus_equal (GMenuModel *a, GMenuModel *b)
{
  int n = g_menu_model_get_n_items (a);

  if (n != g_menu_model_get_n_items (b))
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      const char *attributes[] = { G_MENU_ATTRIBUTE_LABEL, G_MENU_ATTRIBUTE_TARGET };
      g_autoptr (GMenuModel) a_section = g_menu_model_get_item_link (a, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) b_section = g_menu_model_get_item_link (b, i, G_MENU_LINK_SECTION);

      if (!a_section != !b_section || (a_section && !menus_equal (a_section, b_section)))
        return FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (attributes); j++)
        {
          g_autoptr (GVariant) a_value
              = g_menu_model_get_item_attribute_value (a, i, attributes[j], NULL);
          g_autoptr (GVariant) b_value
              = g_menu_model_get_item_attribute_value (b, i, attributes[j], NULL);

          if (!a_value != !b_value || (a_value && !g_variant_equal (a_value, b_value)))
            return FALSE;
        }
    }
  return TRUE;
}

void
sf_menu_button_set_menu (GtkWidget *button, GMenuModel *menu)
{
  GMenuModel *old = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));

  if (!old || !menus_equal (old, menu))
    gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
}

void
sf_menu_button_set_name (GtkWidget *button, const char *name)
{
  /* the button inside, which takes the focus, is labelled by this one */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
sf_menu_button_keep_focus (GtkWidget *button)
{
  gtk_widget_set_focus_on_click (gtk_widget_get_first_child (button), FALSE);
}
