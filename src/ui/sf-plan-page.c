/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plan-page.h"

#include "ui/sf-action-editor.h"
#include "ui/sf-action-reviews.h"
#include "ui/sf-add-button.h"
#include "ui/sf-button.h"
#include "ui/sf-columns.h"
#include "ui/sf-draft-dialog.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-plan-bar.h"
#include "ui/sf-plan-move.h"
#include "ui/sf-plan-print.h"
#include "ui/sf-plan-timeline.h"
#include "ui/sf-priority-editor.h"
#include "ui/sf-serves.h"
#include "ui/sf-view-switch.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfPlanPage
{
  SfListPage parent_instance;

  GtkWidget *bar;
  GtkWidget *timeline;
  GtkWidget *search;
  GtkWidget *which;
  GtkWidget *add_action;
  GtkWidget *add_priority;
  GtkWidget *action_editor;
  GtkWidget *priority_editor;
  GtkWidget *reviews;
  GtkWidget *serves;
};

G_DEFINE_FINAL_TYPE (SfPlanPage, sf_plan_page, SF_TYPE_LIST_PAGE)

static SfContext *
get_context (gpointer self)
{
  return sf_page_get_context (SF_PAGE (self));
}

/* --- the list -------------------------------------------------------------------------------- */

static gboolean
is_filtered (SfPlanPage *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->which)) != SF_ACTIONS_ALL
         || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

/* A priority stands above those of its actions that are let through; without any it is there as
 * long as nothing is looked for. */
static void
list_priority (SfPlanPage *self, GPtrArray *list, SfPriority *priority, gpointer keep)
{
  SfModel *model = sf_context_get_model (get_context (self));
  const char *today = sf_context_get_today (get_context (self));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  SfActionFilter filter = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->which));
  g_autoptr (GPtrArray) actions = sf_plan_list_actions (model, priority);
  guint place = list->len;

  for (guint i = 0; i < actions->len; i++)
    if (actions->pdata[i] == keep
        || sf_action_matches (model, actions->pdata[i], filter, words, today))
      g_ptr_array_add (list, actions->pdata[i]);
  if (list->len > place || (gpointer)priority == keep || !is_filtered (self))
    g_ptr_array_insert (list, (int)place, priority);
}

static GPtrArray *
sf_plan_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfContext *context = get_context (page);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GPtrArray) priorities = NULL;

  if (evaluation == NULL)
    return list;
  priorities = sf_plan_list_priorities (sf_context_get_model (context), evaluation);
  *any = priorities->len > 0;
  for (guint i = 0; i < priorities->len; i++)
    list_priority (SF_PLAN_PAGE (page), list, priorities->pdata[i], keep);
  return list;
}

static void
describe_priority (SfContext *context, SfPriority *priority, SfRecordText *text)
{
  SfModel *model = sf_context_get_model (context);
  g_autoptr (GPtrArray) actions = sf_plan_list_actions (model, priority);
  SfPlanTotals totals;

  sf_plan_count (model, actions, sf_context_get_today (context), &totals);
  text->title = g_strdup (sf_priority_get_title (priority));
  text->subtitle = sf_plan_totals_to_text (&totals);
  text->is_heading = TRUE;
}

static void
sf_plan_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  SfContext *context = get_context (page);
  const char *today = sf_context_get_today (context);
  g_autofree char *when = NULL;
  const char *lead;
  SfActionState state;

  if (SF_IS_PRIORITY (record))
    {
      describe_priority (context, record, text);
      return;
    }
  when = sf_action_when_to_text (record);
  lead = sf_action_get_lead (record);
  state = sf_action_get_state (sf_context_get_model (context), record, today);
  text->title = g_strdup (sf_action_get_title (record));
  text->subtitle = lead != NULL ? g_strdup_printf ("%s · %s", when, lead) : g_steal_pointer (&when);
  text->chip = g_strdup (sf_action_state_get_label (state));
  text->shape = sf_mark_shape_of_action (state);
  text->tone = sf_mark_tone_of_action (state);
}

static void
sf_plan_page_show (SfListPage *page, gpointer record)
{
  SfPlanPage *self = SF_PLAN_PAGE (page);
  gpointer action = SF_IS_ACTION (record) ? record : NULL;
  gpointer priority = SF_IS_PRIORITY (record) ? record : NULL;

  sf_action_editor_show (SF_ACTION_EDITOR (self->action_editor), action);
  sf_action_reviews_show (SF_ACTION_REVIEWS (self->reviews), action);
  sf_serves_show (SF_SERVES (self->serves), action);
  sf_priority_editor_show (SF_PRIORITY_EDITOR (self->priority_editor), priority);
  sf_columns_set_way (SF_COLUMNS (sf_page_get_columns (SF_PAGE (page))),
                      action != NULL ? _ ("Reviews, and what it serves") : NULL);
  gtk_widget_set_visible (self->action_editor, action != NULL);
  gtk_widget_set_visible (self->reviews, action != NULL);
  gtk_widget_set_visible (self->serves, action != NULL);
  gtk_widget_set_visible (self->priority_editor, priority != NULL);
}

static void
sf_plan_page_clear_filters (SfListPage *page)
{
  SfPlanPage *self = SF_PLAN_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->which), SF_ACTIONS_ALL);
}

static void
sf_plan_page_refresh (SfPage *page)
{
  SfPlanPage *self = SF_PLAN_PAGE (page);
  SfContext *context = get_context (page);
  gboolean can_edit = sf_context_get_evaluation (context) != NULL
                      && !sf_workbook_get_read_only (sf_context_get_workbook (context));

  SF_PAGE_CLASS (sf_plan_page_parent_class)->refresh (page);
  gtk_widget_set_sensitive (self->add_action, can_edit);
  gtk_widget_set_sensitive (self->add_priority, can_edit);
  sf_plan_bar_refresh (SF_PLAN_BAR (self->bar));
}

/* --- the timeline ---------------------------------------------------------------------------- */

static void
sf_plan_page_show_view (SfListPage *page)
{
  sf_plan_timeline_refresh (SF_PLAN_TIMELINE (SF_PLAN_PAGE (page)->timeline));
}

static void
on_open_cb (SfPlanTimeline *timeline, SfRecord *record, SfPlanPage *self)
{
  sf_list_page_wait_for (SF_LIST_PAGE (self), sf_record_get_uuid (record));
}

static void
sf_plan_page_focus_first (SfPage *page)
{
  SfPlanPage *self = SF_PLAN_PAGE (page);

  if (sf_view_switch_get_other (SF_VIEW_SWITCH (sf_plan_bar_get_views (SF_PLAN_BAR (self->bar)))))
    sf_plan_timeline_focus (SF_PLAN_TIMELINE (self->timeline), NULL);
  else
    SF_PAGE_CLASS (sf_plan_page_parent_class)->focus_first (page);
}

/* --- drafting -------------------------------------------------------------------------------- */

static void
on_drafted_cb (const SfUuid *uuid, gpointer data)
{
  sf_list_page_wait_for (data, uuid);
}

static void
on_draft_cb (SfPlanPage *self)
{
  if (sf_context_get_evaluation (get_context (self)) != NULL)
    sf_draft_dialog_present (GTK_WIDGET (self), get_context (self), on_drafted_cb,
                             g_object_ref (self), g_object_unref);
}

/* --- adding ---------------------------------------------------------------------------------- */

static gboolean
wait_if (SfPlanPage *self, gboolean ok, GError *error, const SfUuid *uuid)
{
  if (!sf_context_check (get_context (self), ok, error))
    return FALSE;
  sf_list_page_wait_for (SF_LIST_PAGE (self), uuid);
  return TRUE;
}

static gboolean
add_priority (const char *title, gpointer data)
{
  SfContext *context = get_context (data);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok
      = sf_workbook_add_priority (sf_context_get_workbook (context),
                                  sf_context_get_evaluation (context), title, &uuid, &error);

  return wait_if (data, ok, error, &uuid);
}

/* The priority that is chosen, or that of the action that is; else the last. */
static SfPriority *
find_priority (SfPlanPage *self)
{
  SfContext *context = get_context (self);
  SfModel *model = sf_context_get_model (context);
  gpointer shown = sf_list_page_get_shown (SF_LIST_PAGE (self));
  g_autoptr (GPtrArray) all = NULL;

  if (SF_IS_PRIORITY (shown))
    return shown;
  if (SF_IS_ACTION (shown))
    return sf_plan_get_priority (model, shown);
  all = sf_plan_list_priorities (model, sf_context_get_evaluation (context));
  return all->len > 0 ? all->pdata[all->len - 1] : NULL;
}

static gboolean
add_action (const char *title, gpointer data)
{
  SfPriority *priority = find_priority (data);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok = priority != NULL
                && sf_workbook_add_action (sf_context_get_workbook (get_context (data)), priority,
                                           title, &uuid, &error);

  return wait_if (data, ok, error, &uuid);
}

/* --- moving ---------------------------------------------------------------------------------- */

static void
on_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_plan_move_step (get_context (data), sf_list_page_get_shown (data), -1);
}

static void
on_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  sf_plan_move_step (get_context (data), sf_list_page_get_shown (data), 1);
}

static void
on_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gpointer shown = sf_list_page_get_shown (data);
  SfUuid uuid;
  gpointer priority = sf_uuid_parse (g_variant_get_string (parameter, NULL), &uuid)
                          ? sf_model_find (sf_context_get_model (get_context (data)), &uuid)
                          : NULL;

  if (SF_IS_ACTION (shown) && SF_IS_PRIORITY (priority))
    sf_plan_move_to (get_context (data), shown, priority);
}

static void
add_actions (SfPlanPage *self)
{
  static const GActionEntry entries[]
      = { { "up", on_up_cb }, { "down", on_down_cb }, { "to", on_to_cb, "s" } };
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_Up, "plan.up" }, { GDK_KEY_Down, "plan.down" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "plan", G_ACTION_GROUP (group));
  /* before the list and the texts, where Shift and an arrow select */
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (shortcuts),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

/* --- building -------------------------------------------------------------------------------- */

static GtkWidget *
create_tools (SfPlanPage *self)
{
  const char *const filters[] = { [SF_ACTIONS_ALL] = _ ("All actions"),
                                  [SF_ACTIONS_OPEN] = _ ("Open"),
                                  [SF_ACTIONS_LATE] = _ ("Late"),
                                  [SF_ACTIONS_UNDATED] = _ ("Without a date"),
                                  [SF_ACTIONS_OVER] = _ ("Cost more than planned"),
                                  [SF_ACTIONS_ENDED] = _ ("Done or dropped"),
                                  NULL };
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->add_action = sf_add_button_new (_ ("_New action"), "list-add-symbolic",
                                        _ ("What will be done?"), add_action, self);
  self->add_priority = sf_add_button_new (_ ("New pr_iority"), NULL,
                                          _ ("What comes first this year?"), add_priority, self);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find an action"), NULL);
  sf_part_set_name (self->search, _ ("Find an action"));
  self->which = sf_drop_down_new_from_strings (filters);
  sf_part_set_name (self->which, _ ("Which actions"));
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (sf_list_page_filter_changed), self);
  g_signal_connect_swapped (self->which, "notify::selected",
                            G_CALLBACK (sf_list_page_filter_changed), self);
  gtk_widget_set_hexpand (self->add_action, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->add_action);
  gtk_box_append (GTK_BOX (buttons), self->add_priority);
  gtk_box_append (GTK_BOX (tools), buttons);
  gtk_box_append (GTK_BOX (tools), self->search);
  gtk_box_append (GTK_BOX (tools), self->which);
  return tools;
}

static GtkWidget *
create_empty (SfPlanPage *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *add = sf_add_button_new (_ ("Name the _first priority"), NULL,
                                      _ ("What comes first this year?"), add_priority, self);

  GtkWidget *draft = sf_button_new (_ ("_Draft it from improvements…"));

  g_signal_connect_swapped (draft, "clicked", G_CALLBACK (on_draft_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), add);
  gtk_box_append (GTK_BOX (buttons), draft);
  return sf_part_empty (
      "view-list-bullet-symbolic", _ ("No development plan yet"),
      _ ("The plan says what the centre does about what it found: three or four priorities, and "
         "under each the actions, with who leads, by when, at what cost, and what came of it."),
      buttons);
}

static GtkWidget *
create_pile (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = sf_pile_new (12);

  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static void
sf_plan_page_constructed (GObject *object)
{
  SfPlanPage *self = SF_PLAN_PAGE (object);
  SfContext *context = get_context (self);

  G_OBJECT_CLASS (sf_plan_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Development plan"));
  add_actions (self);
  self->action_editor = sf_action_editor_new (context);
  self->priority_editor = sf_priority_editor_new (context);
  self->reviews = sf_action_reviews_new (context);
  self->serves = sf_serves_new (context, TRUE);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("The plan"), create_tools (self),
                      create_pile (self->action_editor, self->priority_editor),
                      create_pile (self->reviews, self->serves), create_empty (self));
  self->bar = sf_plan_bar_new (context);
  self->timeline = sf_plan_timeline_new (context);
  g_signal_connect (self->timeline, "open", G_CALLBACK (on_open_cb), self);
  g_signal_connect_swapped (self->bar, "draft", G_CALLBACK (on_draft_cb), self);
  sf_list_page_add_view (SF_LIST_PAGE (self), self->bar,
                         sf_plan_bar_get_views (SF_PLAN_BAR (self->bar)), self->timeline);
}

static void
sf_plan_page_print (SfPage *page)
{
  sf_plan_print (GTK_WIDGET (page), get_context (page));
}

static void
sf_plan_page_class_init (SfPlanPageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_plan_page_constructed;
  SF_PAGE_CLASS (klass)->refresh = sf_plan_page_refresh;
  SF_PAGE_CLASS (klass)->print = sf_plan_page_print;
  SF_PAGE_CLASS (klass)->focus_first = sf_plan_page_focus_first;
  list_class->list = sf_plan_page_list;
  list_class->describe = sf_plan_page_describe;
  list_class->show = sf_plan_page_show;
  list_class->show_view = sf_plan_page_show_view;
  list_class->clear_filters = sf_plan_page_clear_filters;
}

static void
sf_plan_page_init (SfPlanPage *self)
{
}
