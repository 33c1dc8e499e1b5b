/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person can ask of the window, by menu, button or key. */

#include "model/sf-target-settled.h"
#include "ui/sf-application.h"
#include "ui/sf-bar.h"
#include "ui/sf-cell-grid.h"
#include "ui/sf-columns.h"
#include "ui/sf-fingerprint-window.h"
#include "ui/sf-help.h"
#include "ui/sf-preferences.h"
#include "ui/sf-seal-dialog.h"
#include "ui/sf-shell.h"
#include "ui/sf-sidebar.h"
#include "ui/sf-window-private.h"
#include "workbook/sf-workbook-seal.h"

#include <glib/gi18n-lib.h>

static void
set_enabled (SfWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (SfWindow *self, const char *name, gpointer record)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);
  g_autofree char *uuid = record ? sf_uuid_to_string (sf_record_get_uuid (record)) : g_strdup ("");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (uuid));
}

/* --- going ------------------------------------------------------------------------------- */

typedef struct
{
  SfWindow *window;
  char *page_id;
} Going;

static void
going_free (gpointer data)
{
  Going *going = data;

  g_object_unref (going->window);
  g_free (going->page_id);
  g_free (going);
}

static gboolean
on_going_cb (gpointer data)
{
  Going *going = data;

  if (going->window->context)
    sf_window_show_page (going->window, going->page_id, NULL, TRUE);
  return G_SOURCE_REMOVE;
}

/* A menu gives the focus back to its button when it closes, after the action: the page takes it
 * once that is over. */
static void
go_soon (SfWindow *self, const char *page_id)
{
  Going *going = g_new (Going, 1);

  *going = (Going){ g_object_ref (self), g_strdup (page_id) };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_going_cb, going, going_free);
}

/* "go-history" and the like, for menus whose items hide where there is no such page */
static void
on_go_named_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  go_soon (SF_WINDOW (data), name + strlen ("go-"));
}

static void
on_go_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  go_soon (SF_WINDOW (data), g_variant_get_string (parameter, NULL));
}

static void
on_nth_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);
  const char *page_id;

  if (!self->sidebar)
    return;
  page_id = sf_sidebar_get_nth_page (SF_SIDEBAR (self->sidebar),
                                     (guint)g_variant_get_int32 (parameter));
  if (page_id)
    sf_window_show_page (self, page_id, NULL, TRUE);
}

static void
on_back_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  if (self->page == NULL || !sf_page_get_can_go_back (self->page))
    return;
  sf_page_go_back (self->page);
  sf_page_focus_list (self->page);
}

static void
on_print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  if (self->page)
    sf_page_print (self->page);
}

static void
on_search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  if (self->context)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->search_button));
}

static void
on_next_region_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_window_walk_regions (SF_WINDOW (data), 1);
}

static void
on_previous_region_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_window_walk_regions (SF_WINDOW (data), -1);
}

/* --- files ------------------------------------------------------------------------------- */

static void
on_open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_application_choose_file (SF_WINDOW (data));
}

static void
on_open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_application_open_path (SF_WINDOW (data), g_variant_get_string (parameter, NULL));
}

static void
on_back_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_window_back_up (SF_WINDOW (data));
}

static void
on_save_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_window_save_copy (SF_WINDOW (data));
}

static void
on_check_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_window_check (SF_WINDOW (data));
}

static void
on_cancel_job_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  if (self->job)
    g_cancellable_cancel (self->job);
}

static void
on_retry_save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_workbook_retry (sf_window_get_workbook (SF_WINDOW (data)));
}

/* --- which evaluation, who writes -------------------------------------------------------- */

static gpointer
find_record (SfWindow *self, GVariant *uuid)
{
  SfUuid parsed;

  if (!self->context || !sf_uuid_parse (g_variant_get_string (uuid, NULL), &parsed))
    return NULL;
  return sf_model_find (sf_context_get_model (self->context), &parsed);
}

static void
on_evaluation_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);
  gpointer evaluation = find_record (self, parameter);

  if (SF_IS_EVALUATION (evaluation))
    sf_context_set_evaluation (self->context, evaluation);
}

static void
on_writer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);
  gpointer contributor = find_record (self, parameter);

  if (!self->context)
    return;
  if (!SF_IS_CONTRIBUTOR (contributor))
    contributor = NULL;
  sf_workbook_commit_all_drafts (sf_context_get_workbook (self->context));
  sf_workbook_set_writer (sf_context_get_workbook (self->context), contributor);
  if (self->settings)
    g_settings_set_string (self->settings, "writing-as",
                           contributor ? sf_contributor_get_name (contributor) : "");
}

/* --- undo -------------------------------------------------------------------------------- */

/* What waits for its reason was typed after the last step: it goes before that. */
static gboolean
take_back_held (SfWindow *self)
{
  SfHeldList *held = sf_context_get_held (self->context);
  SfRecord *record;
  guint column;
  g_autofree char *text = NULL;

  if (!sf_held_list_find (held, NULL, &record, &column))
    return FALSE;
  text = g_strdup_printf (_ ("Taken back: the change of “%s” that waited for its reason"),
                          sf_target_promise_get_label (column));
  self->walking = TRUE;
  g_object_ref (record);
  sf_held_list_take_back (held, record, column);
  sf_context_go_record (self->context, record);
  g_object_unref (record);
  sf_window_say (self, text, FALSE);
  return TRUE;
}

static void
on_undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWorkbook *workbook = sf_window_get_workbook (SF_WINDOW (data));

  SF_WINDOW (data)->redoing = FALSE;
  sf_workbook_commit_all_drafts (workbook);
  if (take_back_held (SF_WINDOW (data)))
    return;
  sf_workbook_undo (workbook);
}

static void
on_redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWorkbook *workbook = sf_window_get_workbook (SF_WINDOW (data));

  SF_WINDOW (data)->redoing = TRUE;
  sf_workbook_commit_all_drafts (workbook);
  sf_workbook_redo (workbook);
}

/* After the control with the focus had its chance: a text field's own undo is used up, and the
 * window's would change something else, so nothing is done there. */
static gboolean
on_undo_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  SfWindow *self = SF_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean redo = g_variant_get_boolean (args);

  if (!self->context)
    return FALSE;
  if (focus && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
      && gtk_widget_get_sensitive (focus))
    sf_window_say (self,
                   redo ? _ ("There is nothing more to redo in this field.")
                        : _ ("There is nothing more to undo in this field. The Undo button at the "
                             "top takes back the last change of all."),
                   FALSE);
  else
    gtk_widget_activate_action (widget, redo ? "win.redo" : "win.undo", NULL);
  return TRUE;
}

/* A change waits for its reason, and nothing was typed since where the focus is. */
static gboolean
waits_elsewhere (SfWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return self->context != NULL
         && sf_held_list_find (sf_context_get_held (self->context), NULL, NULL, NULL)
         && (self->typed_in == NULL || self->typed_in != focus);
}

/* The last step may have led into a field, which would take these keys for its own text: until
 * something is typed, one goes on through the steps. */
static gboolean
on_key_before_fields_cb (GtkEventControllerKey *controller,
                         guint keyval,
                         guint keycode,
                         GdkModifierType state,
                         SfWindow *self)
{
  guint lower = gdk_keyval_to_lower (keyval);
  gboolean redo = lower == GDK_KEY_y || (state & GDK_SHIFT_MASK) != 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && gdk_keyval_to_unicode (keyval) != 0)
    {
      self->walking = FALSE;
      g_set_weak_pointer (&self->typed_in, gtk_window_get_focus (GTK_WINDOW (self)));
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != GDK_CONTROL_MASK
      || (lower != GDK_KEY_z && lower != GDK_KEY_y))
    return GDK_EVENT_PROPAGATE;
  if (!self->walking && (redo || !waits_elsewhere (self)))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys, const char *trigger, gboolean redo)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (on_undo_key_cb, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (redo));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
set_undo_button (GtkWidget *button, const char *verb, gboolean can, const char *label)
{
  g_autofree char *text = can && label ? g_strdup_printf ("%s: %s", verb, label)
                                       : g_strdup (label && *label ? label : verb);

  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, verb,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update_undo (SfWindow *self)
{
  gboolean held = sf_held_list_find (sf_context_get_held (self->context), NULL, NULL, NULL);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gboolean can_undo, can_redo;

  g_object_get (sf_context_get_workbook (self->context), "can-undo", &can_undo, "can-redo",
                &can_redo, "undo-label", &undo, "redo-label", &redo, NULL);
  set_enabled (self, "undo", can_undo || held);
  set_enabled (self, "redo", can_redo);
  set_undo_button (self->undo_button, _ ("Undo"), can_undo || held,
                   held ? _ ("the change that waits for its reason") : undo);
  set_undo_button (self->redo_button, _ ("Redo"), can_redo, redo);
  sf_window_follow_toast (self, undo);
}

/* A figure of the measure whose cells are being written in: the cursor stays in its cell, where the
 * next that is pasted belongs. */
static gboolean
is_in_grid (SfWindow *self, SfRecord *record)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *shown = NULL, *measure = NULL;

  if (!SF_IS_READING (record) || self->page == NULL || focus == NULL
      || gtk_widget_get_ancestor (focus, SF_TYPE_CELL_GRID) == NULL
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)))
    return FALSE;
  shown = sf_page_dup_item (self->page);
  measure = sf_uuid_to_string (sf_reading_get_measure (SF_READING (record)));
  return g_strcmp0 (shown, measure) == 0;
}

static void
on_replayed_cb (
    SfWindow *self, SfRecord *record, const char *column, const char *label, GPtrArray *records)
{
  g_autofree char *text
      = g_strdup_printf (self->redoing ? _ ("Done again: %s") : _ ("Undone: %s"), label);

  self->walking = TRUE;
  if (records->len > 1 && !is_in_grid (self, records->pdata[0]))
    sf_context_go_records (self->context, records);
  else if (records->len <= 1 && !is_in_grid (self, record))
    sf_context_go_column (self->context, record, column);
  sf_window_say (self, text, FALSE);
}

void
sf_window_watch_undo (SfWindow *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  const char *properties[] = { "can-undo", "can-redo", "undo-label", "redo-label" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", properties[i], NULL);

      g_signal_connect_object (workbook, signal, G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (workbook, "replayed", G_CALLBACK (on_replayed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sf_context_get_held (self->context), "changed", G_CALLBACK (update_undo),
                           self, G_CONNECT_SWAPPED);
  update_undo (self);
}

/* --- windows of their own ---------------------------------------------------------------- */

static void
on_help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);
  const char *topic = parameter ? g_variant_get_string (parameter, NULL) : "";

  if (!*topic)
    topic = self->page ? sf_page_get_help (self->page) : "start";
  sf_help_present (GTK_WINDOW (self), topic);
}

static void
on_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SfWindow *self = SF_WINDOW (data);

  sf_preferences_present (GTK_WINDOW (self), self->context);
}

static void
on_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/io/github/sixfold_app/Sixfold/ui/sf-shortcuts.ui");
  GObject *window = gtk_builder_get_object (builder, "shortcuts");

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (data));
  gtk_window_present (GTK_WINDOW (window));
}

/* --- sealed reports ---------------------------------------------------------------------- */

static void
on_check_fingerprint_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_fingerprint_window_present (GTK_WIDGET (data), SF_WINDOW (data)->context);
}

static void
on_begin_correction_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_seal_correction_present (GTK_WIDGET (data), SF_WINDOW (data)->context);
}

/* --- all of them ------------------------------------------------------------------------- */

static const GActionEntry entries[] = {
  { "go", on_go_cb, "s" },
  { "go-centre", on_go_named_cb },
  { "go-contributors", on_go_named_cb },
  { "go-evaluations", on_go_named_cb },
  { "go-history", on_go_named_cb },
  { "go-overview", on_go_named_cb },
  { "go-performance", on_go_named_cb },
  { "nth-page", on_nth_page_cb, "i" },
  { "back", on_back_cb },
  { "print", on_print_cb },
  { "search", on_search_cb },
  { "next-region", on_next_region_cb },
  { "previous-region", on_previous_region_cb },
  { "open", on_open_cb },
  { "open-recent", on_open_recent_cb, "s" },
  { "back-up", on_back_up_cb },
  { "save-copy", on_save_copy_cb },
  { "check", on_check_cb },
  { "check-fingerprint", on_check_fingerprint_cb },
  { "begin-correction", on_begin_correction_cb },
  { "cancel-job", on_cancel_job_cb },
  { "retry-save", on_retry_save_cb },
  { "evaluation", on_evaluation_cb, "s", "''" },
  { "writer", on_writer_cb, "s", "''" },
  { "undo", on_undo_cb },
  { "redo", on_redo_cb },
  { "help", on_help_cb, "s" },
  { "show-help", on_help_cb },
  { "preferences", on_preferences_cb },
  { "shortcuts", on_shortcuts_cb },
};

/* what there is only with a workbook */
static const char *const workbook_actions[]
    = { "go",        "go-overview", "nth-page",   "print",      "search", "back-up",
        "save-copy", "check",       "retry-save", "evaluation", "writer", "check-fingerprint" };

void
sf_window_update_places (SfWindow *self)
{
  g_autofree char *sealed = NULL;
  const char *places[] = { "centre", "contributors", "evaluations", "history" };
  SfEvaluation *evaluation = self->context ? sf_context_get_evaluation (self->context) : NULL;
  gboolean closed
      = evaluation && !sf_record_is_null (SF_RECORD (evaluation), SF_EVALUATION_CLOSED_AT);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *name = g_strconcat ("go-", places[i], NULL);

      set_enabled (self, name, self->context && sf_pages_exists (places[i]));
    }
  /* once there is a record it is in the sidebar, and not in the menu as well */
  if (self->context && sf_context_uses_performance (self->context))
    set_enabled (self, "go-performance", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (workbook_actions); i++)
    set_enabled (self, workbook_actions[i], self->context != NULL);
  gtk_widget_set_visible (self->search_button, self->context != NULL);
  gtk_widget_set_visible (self->undo_button, self->context != NULL);
  gtk_widget_set_visible (self->redo_button, self->context != NULL);
  set_state (self, "evaluation", evaluation);
  set_state (self, "writer",
             self->context ? sf_workbook_get_writer (sf_context_get_workbook (self->context))
                           : NULL);
  sealed = evaluation ? sf_workbook_tell_shut (sf_context_get_workbook (self->context), evaluation)
                      : NULL;
  set_enabled (self, "begin-correction", sealed != NULL);
  sf_bar_set_text (SF_BAR (self->sealed_bar), sealed);
  sf_bar_set_text (SF_BAR (self->closed_bar),
                   closed && !sealed
                       ? _ ("This evaluation is closed. It can be read; to change it, open it "
                            "again under Evaluations.")
                       : NULL);
}

void
sf_window_add_actions (SfWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *typing = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  add_key (keys, "<Control>z", FALSE);
  add_key (keys, "<Control><Shift>z", TRUE);
  add_key (keys, "<Control>y", TRUE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (typing, GTK_PHASE_CAPTURE);
  g_signal_connect (typing, "key-pressed", G_CALLBACK (on_key_before_fields_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), typing);
  set_enabled (self, "undo", FALSE);
  set_enabled (self, "redo", FALSE);
  set_enabled (self, "cancel-job", FALSE);
  sf_window_update_places (self);
}
