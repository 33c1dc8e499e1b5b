/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-window-private.h"

#include "ui/sf-application.h"
#include "ui/sf-columns.h"
#include "ui/sf-field.h"
#include "ui/sf-library.h"
#include "ui/sf-message.h"
#include "ui/sf-search-popover.h"
#include "ui/sf-shell.h"
#include "ui/sf-sidebar.h"
#include "ui/sf-welcome.h"
#include "workbook/sf-workbook-reading.h"
#include "workbook/sf-workbook-readings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SfWindow, sf_window, ADW_TYPE_APPLICATION_WINDOW)

/* How long after a page is asked for it is remembered, and after a workbook is shown the rest of
 * what goes with opening one is done. */
#define REMEMBER_MSEC 250
#define SETTLE_MSEC 500
#define STAY_MSEC 1500

/* --- the title --------------------------------------------------------------------------- */

static char *
describe_place (SfWindow *self)
{
  SfCentre *centre = sf_context_get_centre (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);

  if (!centre)
    return g_strdup ("");
  return g_strdup_printf ("%s · %s", sf_centre_get_name (centre),
                          sf_evaluation_get_title (evaluation));
}

static void
update_title (SfWindow *self)
{
  const char *title = self->page ? sf_page_get_title (self->page) : NULL;
  const char *subtitle = self->page ? sf_page_get_subtitle (self->page) : NULL;
  SfCentre *centre = sf_context_get_centre (self->context);
  g_autofree char *place = describe_place (self);
  g_autofree char *whole = NULL;

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title ? title : "");
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle ? subtitle : place);
  whole = centre ? g_strdup_printf ("%s – %s", title ? title : "", sf_centre_get_name (centre))
                 : g_strdup (_ ("Sixfold"));
  gtk_window_set_title (GTK_WINDOW (self), whole);
}

static void
update_back (SfWindow *self)
{
  gboolean back = self->page && sf_page_get_can_go_back (self->page);

  gtk_widget_set_visible (self->back_button, back);
  gtk_widget_set_visible (self->sidebar_button,
                          sf_shell_get_folded (SF_SHELL (self->shell)) && !back);
}

/* --- pages ------------------------------------------------------------------------------- */

void
sf_window_remember (SfWindow *self)
{
  g_autofree char *item = self->page ? sf_page_dup_item (self->page) : NULL;

  g_clear_handle_id (&self->remember_id, g_source_remove);
  if (!self->settings)
    return;
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      int width, height;

      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set_int (self->settings, "window-width", CLAMP (width, 320, 32767));
      g_settings_set_int (self->settings, "window-height", CLAMP (height, 240, 32767));
    }
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->context)
    {
      SfWorkbook *workbook = sf_context_get_workbook (self->context);

      g_settings_set_string (self->settings, "last-file", sf_workbook_get_path (workbook));
      g_settings_set_string (self->settings, "last-page",
                             self->page ? sf_page_get_page_id (self->page) : "");
      g_settings_set_string (self->settings, "last-statement", item ? item : "");
    }
}

static gboolean
on_remember_cb (gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  self->remember_id = 0;
  sf_window_remember (self);
  return G_SOURCE_REMOVE;
}

/* Once the page is seen: where settings are a file, each is written to the disk. */
static void
queue_remember (SfWindow *self)
{
  g_clear_handle_id (&self->remember_id, g_source_remove);
  self->remember_id
      = g_timeout_add_full (G_PRIORITY_LOW, REMEMBER_MSEC, on_remember_cb, self, NULL);
}

/* Once one stays somewhere: who walks through the statements does not wait for the disk. */
static void
on_moved_cb (SfWindow *self)
{
  g_clear_handle_id (&self->remember_id, g_source_remove);
  self->remember_id = g_timeout_add_full (G_PRIORITY_LOW, STAY_MSEC, on_remember_cb, self, NULL);
}

/* Without an evaluation (its making was undone) there is nothing to judge or to print: the Overview
 * says so, and how to begin one. */
static const char *
find_possible_page (SfWindow *self, const char *page_id)
{
  static const char *const always[]
      = { "overview", "centre", "contributors", "evaluations", "history", NULL };

  if (sf_context_get_evaluation (self->context) || g_strv_contains (always, page_id))
    return page_id;
  return "overview";
}

SfPage *
sf_window_make_page (SfWindow *self, const char *page_id)
{
  SfPage *page = g_hash_table_lookup (self->pages, page_id);

  if (page)
    return page;
  page = sf_pages_create (self->context, page_id);
  if (!page)
    return NULL;
  gtk_stack_add_child (GTK_STACK (self->page_stack), GTK_WIDGET (page));
  /* filled before it is measured, not after */
  sf_page_refresh (page);
  g_hash_table_insert (self->pages, g_strdup (page_id), page);
  return page;
}

void
sf_window_show_page (SfWindow *self, const char *page_id, const char *item, gboolean focus)
{
  const char *possible = find_possible_page (self, page_id);
  SfPage *page = sf_window_make_page (self, possible);

  if (!page)
    return;
  if (possible != page_id)
    item = NULL;
  page_id = possible;
  if (focus)
    sf_shell_show_sidebar (SF_SHELL (self->shell), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  gtk_stack_set_visible_child (GTK_STACK (self->page_stack), GTK_WIDGET (page));
  /* a page that is not shown is not there for a screen reader either */
  if (self->page && self->page != page)
    gtk_widget_set_visible (GTK_WIDGET (self->page), FALSE);
  self->page = page;
  g_signal_group_set_target (self->page_signals, page);
  sf_shell_set_columns (SF_SHELL (self->shell), sf_page_get_columns (page));
  sf_sidebar_select (SF_SIDEBAR (self->sidebar), page_id);
  if (item)
    sf_page_show_item (page, item);
  else if (focus)
    sf_page_focus_first (page);
  update_title (self);
  update_back (self);
  queue_remember (self);
}

static void
on_go_cb (SfWindow *self, const char *page_id, const char *item)
{
  if (g_str_equal (page_id, "help"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.help", "s", item ? item : "");
  else
    sf_window_show_page (self, page_id, item, TRUE);
}

/* On the page that was gone to. */
static void
on_go_field_cb (SfWindow *self, SfRecord *record, guint column)
{
  SfField *field
      = self->page != NULL ? sf_field_find (GTK_WIDGET (self->page), record, column) : NULL;

  if (field != NULL)
    gtk_widget_grab_focus (sf_field_get_control (field));
}

static void
on_selected_cb (SfWindow *self, const char *page_id)
{
  if (!self->page || !g_str_equal (page_id, sf_page_get_page_id (self->page)))
    sf_window_show_page (self, page_id, NULL, FALSE);
}

static void
on_activated_cb (SfWindow *self, const char *page_id)
{
  sf_window_show_page (self, page_id, NULL, TRUE);
}

/* Another evaluation, or another wording: every page is built anew. */
static void
rebuild_pages (SfWindow *self)
{
  g_autofree char *page_id = self->page ? g_strdup (sf_page_get_page_id (self->page)) : NULL;
  g_autofree char *item = self->page ? sf_page_dup_item (self->page) : NULL;
  GtkWidget *child;

  sf_workbook_commit_all_drafts (sf_context_get_workbook (self->context));
  g_signal_group_set_target (self->page_signals, NULL);
  sf_shell_set_columns (SF_SHELL (self->shell), NULL);
  self->page = NULL;
  g_hash_table_remove_all (self->pages);
  while ((child = gtk_widget_get_first_child (self->page_stack)))
    gtk_stack_remove (GTK_STACK (self->page_stack), child);
  if (page_id && sf_pages_exists (page_id))
    sf_window_show_page (self, page_id, item, FALSE);
  else
    sf_window_show_page (self, "overview", NULL, FALSE);
  sf_window_update_places (self);
  sf_window_prepare_pages (self);
}

static void
on_wording_cb (SfWindow *self)
{
  if (self->page)
    rebuild_pages (self);
}

static void
on_folded_cb (SfWindow *self)
{
  update_back (self);
}

static void
on_changed_cb (SfWindow *self)
{
  update_title (self);
  sf_window_update_places (self);
}

/* --- the workbook ------------------------------------------------------------------------ */

static void
restore_place (SfWindow *self)
{
  const char *path = sf_workbook_get_path (sf_context_get_workbook (self->context));
  g_autofree char *file = NULL;
  g_autofree char *page_id = NULL;
  g_autofree char *item = NULL;

  if (self->settings)
    {
      file = g_settings_get_string (self->settings, "last-file");
      page_id = g_settings_get_string (self->settings, "last-page");
      item = g_settings_get_string (self->settings, "last-statement");
    }
  if (g_strcmp0 (file, path) == 0 && sf_pages_exists (page_id))
    sf_window_show_page (self, page_id, item && *item ? item : NULL, TRUE);
  if (!self->page)
    sf_window_show_page (self, "overview", NULL, TRUE);
  if (!self->page)
    sf_window_show_page (self, "history", NULL, TRUE);
}

/* The contributor whose name the settings remember. */
static void
restore_writer (SfWindow *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  GListModel *list = sf_model_get_list (sf_workbook_get_model (workbook), SF_TYPE_CONTRIBUTOR);
  g_autofree char *name
      = self->settings ? g_settings_get_string (self->settings, "writing-as") : NULL;

  if (!name || !*name)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfContributor) contributor = g_list_model_get_item (list, i);

      if (g_strcmp0 (sf_contributor_get_name (contributor), name) == 0
          && sf_record_is_null (SF_RECORD (contributor), SF_CONTRIBUTOR_RETIRED_AT))
        {
          sf_workbook_set_writer (workbook, contributor);
          return;
        }
    }
}

static void
connect_context (SfWindow *self)
{
  g_signal_connect_object (self->context, "go", G_CALLBACK (on_go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "go-field", G_CALLBACK (on_go_field_cb), self,
                           G_CONNECT_SWAPPED);
  sf_window_connect_saying (self);
  g_signal_connect_object (self->context, "notify::evaluation", G_CALLBACK (rebuild_pages), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::wording-pack", G_CALLBACK (on_wording_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sf_context_get_model (self->context), "changed",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

/* What need not be done before the window is seen. */
static void
settle (SfWindow *self)
{
  if (self->settle_id == 0)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  sf_library_add_recent (self->settings, sf_workbook_get_path (sf_window_get_workbook (self)));
  sf_window_check_if_due (self);
  sf_workbook_load_readings (sf_window_get_workbook (self));
  sf_workbook_start_reading (sf_window_get_workbook (self));
  sf_window_prepare_pages (self);
}

static gboolean
on_settle_cb (gpointer data)
{
  settle (SF_WINDOW (data));
  return G_SOURCE_REMOVE;
}

void
sf_window_set_workbook (SfWindow *self, SfWorkbook *workbook)
{
  g_return_if_fail (SF_IS_WINDOW (self));
  g_return_if_fail (SF_IS_WORKBOOK (workbook));
  g_return_if_fail (self->context == NULL);

  self->context = sf_context_new (workbook);
  restore_writer (self);
  connect_context (self);
  self->sidebar = sf_sidebar_new (self->context);
  g_signal_connect_swapped (self->sidebar, "selected", G_CALLBACK (on_selected_cb), self);
  g_signal_connect_swapped (self->sidebar, "activated", G_CALLBACK (on_activated_cb), self);
  sf_shell_set_sidebar (SF_SHELL (self->shell), self->sidebar);
  sf_window_accept_drops (self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->search_button),
                               sf_search_popover_new (self->context));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "workbook");
  if (self->welcome)
    gtk_stack_remove (GTK_STACK (self->stack), self->welcome);
  self->welcome = NULL;
  sf_window_watch_undo (self);
  sf_window_watch_saving (self);
  sf_window_update_places (self);
  restore_place (self);
  self->settle_id = g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MSEC, on_settle_cb, self, NULL);
}

SfWorkbook *
sf_window_get_workbook (SfWindow *self)
{
  g_return_val_if_fail (SF_IS_WINDOW (self), NULL);
  return self->context ? sf_context_get_workbook (self->context) : NULL;
}

SfContext *
sf_window_get_context (SfWindow *self)
{
  g_return_val_if_fail (SF_IS_WINDOW (self), NULL);
  return self->context;
}

SfPage *
sf_window_get_page (SfWindow *self)
{
  g_return_val_if_fail (SF_IS_WINDOW (self), NULL);
  return self->page;
}

/* --- the first page ---------------------------------------------------------------------- */

static void
on_create_cb (SfWindow *self, const char *name, const char *framework_id)
{
  sf_application_create_centre (self, name, framework_id);
}

static void
on_open_cb (SfWindow *self)
{
  sf_application_choose_file (self);
}

static void
on_example_cb (SfWindow *self)
{
  sf_application_open_example (self);
}

static void
on_open_recent_cb (SfWindow *self, const char *path)
{
  sf_application_open_path (self, path);
}

/* The first page reads the shipped frameworks: a window that opens with a workbook does without. */
static void
make_welcome (SfWindow *self)
{
  self->welcome = sf_welcome_new (self->settings);
  gtk_stack_add_named (GTK_STACK (self->stack), self->welcome, "welcome");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "welcome");
  g_signal_connect_swapped (self->welcome, "create", G_CALLBACK (on_create_cb), self);
  g_signal_connect_swapped (self->welcome, "open", G_CALLBACK (on_open_cb), self);
  g_signal_connect_swapped (self->welcome, "example", G_CALLBACK (on_example_cb), self);
  g_signal_connect_swapped (self->welcome, "open-recent", G_CALLBACK (on_open_recent_cb), self);
}

static void
sf_window_show (GtkWidget *widget)
{
  SfWindow *self = SF_WINDOW (widget);

  if (!self->context && !self->welcome)
    make_welcome (self);
  GTK_WIDGET_CLASS (sf_window_parent_class)->show (widget);
}

static void
sf_window_map (GtkWidget *widget)
{
  SfWindow *self = SF_WINDOW (widget);

  GTK_WIDGET_CLASS (sf_window_parent_class)->map (widget);
  if (self->welcome)
    sf_welcome_focus (SF_WELCOME (self->welcome));
}

/* --- object ------------------------------------------------------------------------------ */

/**
 * sf_window_new:
 *
 * Returns: (transfer none): a window that shows the first page; the application owns it
 */
SfWindow *
sf_window_new (GtkApplication *application)
{
  return g_object_new (SF_TYPE_WINDOW, "application", application, NULL);
}

static gboolean
sf_window_close_request (GtkWindow *window)
{
  SfWindow *self = SF_WINDOW (window);

  settle (self);
  sf_window_remember (self);
  if (!sf_window_prepare_close (self))
    return TRUE;
  return GTK_WINDOW_CLASS (sf_window_parent_class)->close_request (window);
}

static void
sf_window_constructed (GObject *object)
{
  SfWindow *self = SF_WINDOW (object);
  int width = 1180, height = 720;

  G_OBJECT_CLASS (sf_window_parent_class)->constructed (object);
  g_set_object (&self->settings, sf_application_get_settings ());
  if (self->settings)
    {
      width = g_settings_get_int (self->settings, "window-width");
      height = g_settings_get_int (self->settings, "window-height");
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      g_signal_connect_object (self->settings, "changed::recent-files",
                               G_CALLBACK (sf_window_update_recent), self, G_CONNECT_SWAPPED);
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Sixfold"));
  sf_window_build (self);
  sf_window_add_actions (self);
  sf_window_watch_use (self);
  sf_window_update_recent (self);
  g_signal_connect_object (self->shell, "notify::folded", G_CALLBACK (on_folded_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sf_window_dispose (GObject *object)
{
  SfWindow *self = SF_WINDOW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->remember_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->toast_undo);
  g_clear_weak_pointer (&self->drop_row);
  g_clear_weak_pointer (&self->typed_in);
  g_clear_pointer (&self->toast_step, g_free);
  if (self->job)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->page_signals);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  self->page = NULL;
  self->sidebar = NULL;
  g_clear_object (&self->recent_menu);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sf_window_parent_class)->dispose (object);
  g_clear_object (&self->context);
}

static void
sf_window_finalize (GObject *object)
{
  g_free (SF_WINDOW (object)->job_name);
  G_OBJECT_CLASS (sf_window_parent_class)->finalize (object);
}

static void
sf_window_class_init (SfWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sf_window_constructed;
  object_class->dispose = sf_window_dispose;
  object_class->finalize = sf_window_finalize;
  GTK_WIDGET_CLASS (klass)->show = sf_window_show;
  GTK_WIDGET_CLASS (klass)->map = sf_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = sf_window_close_request;
}

static void
sf_window_init (SfWindow *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->page_signals = g_signal_group_new (SF_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify::title", G_CALLBACK (update_title),
                                  self);
  g_signal_group_connect_swapped (self->page_signals, "notify::subtitle", G_CALLBACK (update_title),
                                  self);
  g_signal_group_connect_swapped (self->page_signals, "notify::can-go-back",
                                  G_CALLBACK (update_back), self);
  g_signal_group_connect_swapped (self->page_signals, "moved", G_CALLBACK (on_moved_cb), self);
}
