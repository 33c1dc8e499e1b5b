/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

/* What the window is measured against. "window": an empty libadwaita window. "list": one with a
 * GtkListView of as many plain rows as the standards have statements, the focus in it. */

#define N_ROWS 122

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_list (void)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (int i = 1; i <= N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Statement %d", i);
      gtk_string_list_append (rows, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (
                                                        G_LIST_MODEL (rows))),
                                                    factory));
  return scroller;
}

static void
on_activate_cb (GtkApplication *application, gpointer data)
{
  const char *kind = data;
  GtkWidget *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application,
                                    "default-width", 1180, "default-height", 720, NULL);

  if (g_str_equal (kind, "list"))
    {
      GtkWidget *scroller = make_list ();

      adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scroller);
      gtk_window_present (GTK_WINDOW (window));
      gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)));
    }
  else
    {
      gtk_window_present (GTK_WINDOW (window));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application
      = adw_application_new ("io.github.sixfold_app.Sixfold.Bench", G_APPLICATION_NON_UNIQUE);
  char *kind = argc > 1 ? argv[1] : (char *)"window";

  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), kind);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
