/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-paste-key.h"

gboolean
sf_paste_key_has_files (GtkWidget *widget)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (widget));

  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_mime_type (formats, "text/uri-list");
}

static gboolean
on_files_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkShortcutFunc paste = (GtkShortcutFunc)data;

  return sf_paste_key_has_files (widget) && paste (widget, arguments, NULL);
}

static void
add (GtkWidget *widget, GtkPropagationPhase phase, GtkShortcutFunc func, gpointer data)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_callback_action_new (func, data, NULL)));
  gtk_widget_add_controller (widget, controller);
}

void
sf_paste_key_add_for_files (GtkWidget *widget, GtkShortcutFunc paste)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  add (widget, GTK_PHASE_CAPTURE, on_files_cb, (gpointer)paste);
}

void
sf_paste_key_add (GtkWidget *widget, GtkShortcutFunc paste)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  /* before a text takes it, and after */
  add (widget, GTK_PHASE_CAPTURE, on_files_cb, (gpointer)paste);
  add (widget, GTK_PHASE_BUBBLE, paste, NULL);
}
