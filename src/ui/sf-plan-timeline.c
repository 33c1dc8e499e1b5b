/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plan-timeline.h"

#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "ui/sf-timeline-row.h"

#include <glib/gi18n-lib.h>

struct _SfPlanTimeline
{
  GtkWidget parent_instance;

  SfContext *context;
  SfTimeline *timeline;
  GListStore *items; /* of SfPriority, SfAction, and GtkStringObject for a heading in words */
  GHashTable *rows;  /* item → SfTimelineRow, of those that have one */
  GtkWidget *box;
  GtkWidget *summary;
  GtkWidget *months;
  GtkWidget *view;
  gboolean changed; /* something did, since it was described */
  char *today;      /* on which it was described */
};

G_DEFINE_FINAL_TYPE (SfPlanTimeline, sf_plan_timeline, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- rows --------------------------------------------------------------------------------------
 */

static void
describe (SfPlanTimeline *self, gpointer item, SfTimelineRow *row)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  if (SF_IS_ACTION (item))
    sf_timeline_row_set_action (row, self->timeline, item);
  else if (SF_IS_PRIORITY (item))
    sf_timeline_row_set_heading (row, sf_priority_get_title (item));
  else
    sf_timeline_row_set_heading (row, gtk_string_object_get_string (item));
  /* what a screen reader meets is the list item around the row */
  if (parent != NULL)
    sf_part_set_name (parent, sf_timeline_row_get_name (row));
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item, SfPlanTimeline *self)
{
  gtk_list_item_set_child (item, sf_timeline_row_new (self->context));
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item, SfPlanTimeline *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  gpointer record = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (row), "sf-item", record);
  g_hash_table_insert (self->rows, record, row);
  describe (self, record, SF_TIMELINE_ROW (row));
}

static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, SfPlanTimeline *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  gpointer record = gtk_list_item_get_item (item);

  if (row != NULL)
    g_object_set_data (G_OBJECT (row), "sf-item", NULL);
  if (g_hash_table_lookup (self->rows, record) == row)
    g_hash_table_remove (self->rows, record);
}

static void
open_item (SfPlanTimeline *self, gpointer item)
{
  if (SF_IS_RECORD (item))
    g_signal_emit (self, signals[OPEN], 0, item);
}

static void
on_activate_cb (GtkListView *view, guint position, SfPlanTimeline *self)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  open_item (self, item);
}

static void
on_released_cb (GtkGestureClick *gesture, int n, double x, double y, SfPlanTimeline *self)
{
  GtkWidget *at = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  if (at != NULL && !SF_IS_TIMELINE_ROW (at))
    at = gtk_widget_get_first_child (at);
  if (SF_IS_TIMELINE_ROW (at))
    open_item (self, g_object_get_data (G_OBJECT (at), "sf-item"));
}

/* --- what it shows -------------------------------------------------------------------------------
 */

/* (transfer container): what the rows are about; @all are the actions of the plan */
static GPtrArray *
list_items (SfPlanTimeline *self, GPtrArray *all)
{
  SfModel *model = sf_context_get_model (self->context);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  SfPriority *under = NULL;
  guint n_dated;

  for (guint i = 0; i < all->len; i++)
    {
      SfPriority *own = sf_plan_get_priority (model, all->pdata[i]);

      if (sf_action_get_due_on (all->pdata[i]) == NULL)
        continue;
      if (own != under)
        g_ptr_array_add (items, g_object_ref (own));
      under = own;
      g_ptr_array_add (items, g_object_ref (all->pdata[i]));
    }
  n_dated = items->len;
  for (guint i = 0; i < all->len; i++)
    if (sf_action_get_due_on (all->pdata[i]) == NULL)
      {
        if (items->len == n_dated)
          g_ptr_array_add (items, gtk_string_object_new (_ ("Without a date")));
        g_ptr_array_add (items, g_object_ref (all->pdata[i]));
      }
  return items;
}

static gboolean
is_listed (SfPlanTimeline *self, GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (self->items);

  if (g_list_model_get_n_items (model) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item != items->pdata[i] && !GTK_IS_STRING_OBJECT (item))
        return FALSE;
    }
  return TRUE;
}

static void
describe_all (SfPlanTimeline *self)
{
  GHashTableIter iter;
  gpointer item, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, &row))
    describe (self, item, row);
}

static void
on_changed_cb (SfPlanTimeline *self)
{
  self->changed = TRUE;
}

void
sf_plan_timeline_refresh (SfPlanTimeline *self)
{
  SfModel *model;
  SfEvaluation *evaluation;
  g_autoptr (GPtrArray) actions = NULL, items = NULL;
  g_autoptr (SfTimeline) before = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SF_IS_PLAN_TIMELINE (self));

  model = sf_context_get_model (self->context);
  evaluation = sf_context_get_evaluation (self->context);
  if (evaluation == NULL
      || (!sf_string_set (&self->today, sf_context_get_today (self->context)) && !self->changed))
    return;
  self->changed = FALSE;
  actions = sf_plan_list_all_actions (model, evaluation);
  before = g_steal_pointer (&self->timeline);
  self->timeline = sf_timeline_new (evaluation, actions);
  items = list_items (self, actions);
  text = sf_timeline_to_text (self->timeline, model, actions, sf_context_get_today (self->context));
  sf_part_set_text (self->summary, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  sf_timeline_row_set_months (SF_TIMELINE_ROW (self->months), self->timeline);
  /* rows that are made anew are described as they are made */
  if (is_listed (self, items))
    describe_all (self);
  else
    g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                         items->pdata, items->len);
}

void
sf_plan_timeline_focus (SfPlanTimeline *self, gpointer record)
{
  GtkWidget *row;
  guint place = 0;

  g_return_if_fail (SF_IS_PLAN_TIMELINE (self));

  if (record == NULL || !g_list_store_find (self->items, record, &place))
    place = 0;
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", place);
  row = record != NULL ? g_hash_table_lookup (self->rows, record) : NULL;
  if (row == NULL || !gtk_widget_grab_focus (gtk_widget_get_parent (row)))
    gtk_widget_grab_focus (self->view);
}

/* --- the object ----------------------------------------------------------------------------------
 */

/* The list is one stop for Tab, not one for each row; the arrows move in it. */
static gboolean
sf_plan_timeline_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SfPlanTimeline *self = SF_PLAN_TIMELINE (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (sf_plan_timeline_parent_class)->focus (widget, direction);
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (self->view);
}

static void
sf_plan_timeline_dispose (GObject *object)
{
  SfPlanTimeline *self = SF_PLAN_TIMELINE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_plan_timeline_parent_class)->dispose (object);
}

static void
sf_plan_timeline_finalize (GObject *object)
{
  SfPlanTimeline *self = SF_PLAN_TIMELINE (object);

  g_hash_table_unref (self->rows);
  g_free (self->today);
  g_clear_pointer (&self->timeline, sf_timeline_free);
  G_OBJECT_CLASS (sf_plan_timeline_parent_class)->finalize (object);
}

static void
sf_plan_timeline_class_init (SfPlanTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_plan_timeline_dispose;
  object_class->finalize = sf_plan_timeline_finalize;
  widget_class->focus = sf_plan_timeline_move_focus;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, SF_TYPE_RECORD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sf-timeline");
}

static void
sf_plan_timeline_init (SfPlanTimeline *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->items = g_list_store_new (G_TYPE_OBJECT);
}

static void
build_view (SfPlanTimeline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind_cb), self, 0);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (
                                      G_LIST_MODEL (g_object_ref (self->items)))),
                                  factory);
  sf_part_set_name (self->view, _ ("Timeline of the plan"));
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
}

static void
build (SfPlanTimeline *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "sf-timeline-card");
  self->summary = sf_part_label (NULL, "sf-card-text");
  self->months = sf_timeline_row_new (self->context);
  gtk_widget_add_css_class (self->months, "months");
  build_view (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), self->months);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sf_plan_timeline_new (SfContext *context)
{
  SfPlanTimeline *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_PLAN_TIMELINE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (sf_context_get_model (context), "changed", G_CALLBACK (on_changed_cb),
                           self, G_CONNECT_SWAPPED);
  build (self);
  return GTK_WIDGET (self);
}
