/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-web-buttons.h"

#include "model/sf-web-links.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

#define TEXT_KEY "sf-text"
#define ADDRESS_KEY "sf-address"

static void
on_clicked_cb (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (GTK_IS_WINDOW (root))
    gtk_show_uri (GTK_WINDOW (root), g_object_get_data (G_OBJECT (button), ADDRESS_KEY),
                  GDK_CURRENT_TIME);
}

static GtkWidget *
create_button (const char *address)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = sf_line_new (8);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = sf_web_links_to_text (address);
  g_autofree char *said = g_strdup_printf (_ ("Open %s"), text);

  gtk_label_set_label (GTK_LABEL (label), said);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  sf_line_append (SF_LINE (line), gtk_image_new_from_icon_name ("web-browser-symbolic"));
  sf_line_append (SF_LINE (line), label);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-action");
  gtk_widget_set_tooltip_text (button, address);
  sf_part_set_name (button, said);
  g_object_set_data_full (G_OBJECT (button), ADDRESS_KEY, g_strdup (address), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked_cb), NULL);
  return button;
}

void
sf_web_buttons_show (GtkWidget *buttons, const char *text)
{
  g_auto (GStrv) addresses = NULL;

  if (g_strcmp0 (g_object_get_data (G_OBJECT (buttons), TEXT_KEY), text) == 0)
    return;
  g_object_set_data_full (G_OBJECT (buttons), TEXT_KEY, g_strdup (text), g_free);
  sf_part_clear (buttons);
  addresses = sf_web_links_parse (text);
  for (char **address = addresses; *address != NULL; address++)
    gtk_box_append (GTK_BOX (buttons), create_button (*address));
  gtk_widget_set_visible (buttons, addresses[0] != NULL);
}

GtkWidget *
sf_web_buttons_new (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_visible (buttons, FALSE);
  return buttons;
}
