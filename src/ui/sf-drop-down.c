/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-drop-down.h"

#define ROW_KEY "sf-word" /* of the row of the list that shows it */

/* A row of the list: its word, and a tick beside the one that is chosen. */
static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *control)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *word = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_widget_set_hexpand (word, TRUE);
  gtk_box_append (GTK_BOX (line), word);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, line);
}

static void
show_tick (GtkDropDown *control, GtkListItem *item)
{
  GtkWidget *line = gtk_list_item_get_child (item);

  if (line != NULL)
    gtk_widget_set_opacity (
        gtk_widget_get_last_child (line),
        gtk_drop_down_get_selected (control) == gtk_list_item_get_position (item) ? 1 : 0);
}

static void
on_selected_cb (GtkDropDown *control, GParamSpec *pspec, GtkListItem *item)
{
  show_tick (control, item);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *control)
{
  GtkWidget *line = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (line);
  const char *word = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (line)), word);
  if (row != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, word,
                                      -1);
      g_object_set_data_full (G_OBJECT (row), ROW_KEY, g_strdup (word), g_free);
    }
  show_tick (control, item);
  g_signal_connect_object (control, "notify::selected", G_CALLBACK (on_selected_cb), item, 0);
}

static void
on_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *control)
{
  g_signal_handlers_disconnect_by_func (control, on_selected_cb, item);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *word)
{
  if (g_object_get_data (G_OBJECT (widget), ROW_KEY) != NULL
      && g_strcmp0 (g_object_get_data (G_OBJECT (widget), ROW_KEY), word) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_row (child, word);

      if (row != NULL)
        return row;
    }
  return NULL;
}

/* GTK goes back to the row that had the focus last, and Return there would choose another one: the
 * one that is chosen is where one begins. */
static gboolean
on_opened_idle_cb (gpointer data)
{
  GtkDropDown *control = data;
  GtkWidget *popover = gtk_widget_get_last_child (GTK_WIDGET (control));
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (control);
  GtkWidget *row = chosen != NULL && gtk_widget_get_mapped (popover)
                       ? find_row (popover, gtk_string_object_get_string (chosen))
                       : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
on_opened_cb (GtkWidget *popover, GtkDropDown *control)
{
  /* after GTK has put the focus where it wants it */
  g_idle_add_full (G_PRIORITY_DEFAULT, on_opened_idle_cb, g_object_ref (control), g_object_unref);
}

/* --- what a screen reader hears --------------------------------------------------------------- */

/* Calls @func for @widget and all in it. */
static void
walk (GtkWidget *widget, void (*func) (GtkWidget *widget, gpointer data), gpointer data)
{
  func (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, func, data);
}

/* GTK keeps a label "(None)" for when nothing is chosen, behind the word that is seen. */
static void
empty_label (GtkWidget *widget, gpointer data)
{
  if (GTK_IS_STACK (gtk_widget_get_parent (widget)) && GTK_IS_LABEL (widget))
    gtk_label_set_label (GTK_LABEL (widget), "");
}

/* The shown word's own part has no name otherwise. */
static void
name_word (GtkWidget *widget, gpointer word)
{
  if (GTK_IS_STACK (gtk_widget_get_parent (widget)) && !GTK_IS_LABEL (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, word,
                                    -1);
}

/* The button inside takes the focus, and it is called what the control is called: what is chosen
 * is its description. */
static void
say_chosen (GtkDropDown *control)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (control);
  const char *word = chosen != NULL ? gtk_string_object_get_string (chosen) : "";
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (control));

  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  word, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  word, -1);
  walk (button, name_word, (gpointer)word);
}

GtkWidget *
sf_drop_down_new (GtkStringList *words)
{
  GtkWidget *control = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (on_setup_cb), control, 0);
  g_signal_connect_object (rows, "bind", G_CALLBACK (on_bind_cb), control, 0);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (on_unbind_cb), control, 0);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (control), rows);
  if (GTK_IS_POPOVER (gtk_widget_get_last_child (control)))
    g_signal_connect_object (gtk_widget_get_last_child (control), "map", G_CALLBACK (on_opened_cb),
                             control, 0);
  walk (gtk_widget_get_first_child (control), empty_label, NULL);
  g_signal_connect (control, "notify::selected-item", G_CALLBACK (say_chosen), NULL);
  say_chosen (GTK_DROP_DOWN (control));
  return control;
}

GtkWidget *
sf_drop_down_new_from_strings (const char *const *words)
{
  return sf_drop_down_new (gtk_string_list_new (words));
}
