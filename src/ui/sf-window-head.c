/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window is built of: the head bar with its menu, the bars beneath it, the shell. */

#include "ui/sf-bar.h"
#include "ui/sf-library.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-shell.h"
#include "ui/sf-window-private.h"

#include <glib/gi18n-lib.h>

/* --- the menu ---------------------------------------------------------------------------- */

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (SfWindow *self)
{
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) care = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append (places, _ ("_Centre profile"), "win.go-centre");
  append (places, _ ("C_ontributors"), "win.go-contributors");
  append (places, _ ("_Evaluations"), "win.go-evaluations");
  append (places, _ ("Performance _management"), "win.go-performance");
  append (places, _ ("_History"), "win.go-history");
  append (files, _ ("_New centre…"), "app.new-centre");
  append (files, _ ("_Open…"), "win.open");
  g_menu_append_submenu (files, _ ("Open _recent"), G_MENU_MODEL (self->recent_menu));
  append (care, _ ("_Back up now"), "win.back-up");
  append (care, _ ("_Save a copy…"), "win.save-copy");
  append (care, _ ("Chec_k this file"), "win.check");
  append (care, _ ("Check a _fingerprint…"), "win.check-fingerprint");
  append (program, _ ("_Preferences"), "win.preferences");
  append (program, _ ("Ke_yboard shortcuts"), "win.shortcuts");
  append (program, _ ("He_lp"), "win.show-help");
  append (program, _ ("_About Sixfold"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (care));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  return G_MENU_MODEL (menu);
}

void
sf_window_update_recent (SfWindow *self)
{
  g_auto (GStrv) paths = sf_library_list_recent (self->settings);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i]; i++)
    {
      g_autofree char *title = sf_library_dup_title (paths[i]);
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = g_strsplit (title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

/* --- the head bar ------------------------------------------------------------------------ */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  set_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_head_bar (SfWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  g_autoptr (GMenuModel) menu = make_menu (self);

  self->title = adw_window_title_new (_ ("Sixfold"), NULL);
  self->sidebar_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->sidebar_button), "view-list-symbolic");
  set_name (self->sidebar_button, _ ("Show the sections"));
  self->back_button = make_button ("go-previous-symbolic", _ ("Back to the list"), "win.back");
  self->undo_button = make_button ("edit-undo-symbolic", _ ("Undo"), "win.undo");
  self->redo_button = make_button ("edit-redo-symbolic", _ ("Redo"), "win.redo");
  self->search_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->search_button), "edit-find-symbolic");
  gtk_widget_set_tooltip_text (self->search_button, _ ("Search the centre file"));
  sf_menu_button_set_name (self->search_button, _ ("Search the centre file"));
  sf_menu_button_keep_focus (self->search_button);
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (self->menu_button), TRUE);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("Main menu"));
  sf_menu_button_set_name (self->menu_button, _ ("Main menu"));

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->sidebar_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->undo_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->redo_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->menu_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->search_button);
  gtk_widget_set_visible (self->sidebar_button, FALSE);
  gtk_widget_set_visible (self->back_button, FALSE);
  return bar;
}

/* --- the bars under it ------------------------------------------------------------------- */

static void
make_bars (SfWindow *self, GtkWidget *box)
{
  self->save_bar = sf_bar_new ("dialog-warning-symbolic", "error");
  sf_bar_add_button (SF_BAR (self->save_bar), _ ("_Try again"), "win.retry-save");
  sf_bar_add_button (SF_BAR (self->save_bar), _ ("Save a copy _elsewhere…"), "win.save-copy");
  self->reading_bar = sf_bar_new ("changes-prevent-symbolic", "warning");
  self->closed_bar = sf_bar_new ("changes-prevent-symbolic", NULL);
  sf_bar_add_button (SF_BAR (self->closed_bar), _ ("E_valuations"), "win.go-evaluations");
  self->job_bar = sf_bar_new ("emblem-synchronizing-symbolic", NULL);
  sf_bar_add_button (SF_BAR (self->job_bar), _ ("_Cancel"), "win.cancel-job");
  gtk_box_append (GTK_BOX (box), self->save_bar);
  gtk_box_append (GTK_BOX (box), self->reading_bar);
  gtk_box_append (GTK_BOX (box), self->closed_bar);
  self->sealed_bar = sf_bar_new ("changes-prevent-symbolic", NULL);
  sf_bar_add_button (SF_BAR (self->sealed_bar), _ ("Begin a c_orrection…"), "win.begin-correction");
  gtk_box_append (GTK_BOX (box), self->sealed_bar);
  gtk_box_append (GTK_BOX (box), self->job_bar);
}

void
sf_window_build (SfWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->recent_menu = g_menu_new ();
  gtk_box_append (GTK_BOX (box), make_head_bar (self));
  make_bars (self, box);
  self->shell = sf_shell_new ();
  self->page_stack = gtk_stack_new ();
  /* not of one width: a page may need less than another; of one height, for a GtkStack measures
   * the width for its least height otherwise, which is that of the widest layout */
  gtk_stack_set_hhomogeneous (GTK_STACK (self->page_stack), FALSE);
  gtk_widget_add_css_class (self->page_stack, "pages");
  sf_shell_set_content (SF_SHELL (self->shell), self->page_stack);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->shell, "workbook");
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts),
                               sf_window_build_drop (self, self->stack));
  gtk_widget_set_vexpand (self->toasts, TRUE);
  gtk_box_append (GTK_BOX (box), self->attach_place);
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);
  g_object_bind_property (self->sidebar_button, "active", self->shell, "showing-sidebar",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}
