/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-list.h"

#include "ui/sf-evidence-drag.h"
#include "ui/sf-evidence-row.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-contents.h"

struct _SfEvidenceList
{
  GtkWidget parent_instance;

  SfContext *context;
  SfEvidenceModel *model;
  SfThumbnails *thumbnails;
  GtkWidget *scrolled;
  GtkWidget *view;
  GtkSelectionModel *selection;
  GHashTable *rows;     /* SfEvidence → SfEvidenceRow, of those that have one */
  GPtrArray *selected;  /* of SfEvidence, owned */
  guint selected_place; /* of the first of them */
  gboolean restoring;   /* what is selected is being set by us */
  gboolean opens_on_click;
  GCancellable *cancellable; /* of excerpts */
};

G_DEFINE_FINAL_TYPE (SfEvidenceList, sf_evidence_list, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- rows ---------------------------------------------------------------------------------------
 */

static SfEvidence *
get_evidence (SfEvidenceRow *row)
{
  return g_object_get_data (G_OBJECT (row), "sf-evidence");
}

static void
describe (SfEvidenceList *self, SfEvidence *evidence, SfEvidenceRow *row)
{
  g_auto (SfEvidenceText) text = { 0 };
  g_autofree char *name = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));

  sf_evidence_text_describe (&text, sf_evidence_model_get_index (self->model), evidence);
  name = sf_evidence_text_to_name (&text);
  sf_evidence_row_set_text (row, &text);
  sf_evidence_row_set_excerpt (row, NULL, NULL, 0);
  sf_evidence_row_want_excerpt (row, sf_evidence_model_get_extract (self->model, evidence) != 0);
  /* what a screen reader meets is the list item around the row */
  if (parent != NULL)
    sf_part_set_name (parent, name);
}

static void
on_described_cb (SfEvidenceModel *model, SfEvidence *evidence, SfEvidenceList *self)
{
  SfEvidenceRow *row = g_hash_table_lookup (self->rows, evidence);

  if (row != NULL)
    describe (self, evidence, row);
}

static void
on_picture_loaded_cb (SfThumbnails *thumbnails, const char *digest, SfEvidenceList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (g_strcmp0 (sf_evidence_row_get_digest (row), digest) == 0)
      gtk_widget_queue_draw (row);
}

/* A line of a file for one row, which may show something else by the time it is there. */
typedef struct
{
  SfEvidenceList *list;
  SfEvidence *evidence;
} Excerpt;

static void
on_excerpt_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Excerpt *excerpt = data;
  g_autoptr (SfContentHit) hit
      = sf_workbook_load_excerpt_finish (SF_WORKBOOK (source), result, NULL);
  SfEvidenceRow *row = g_hash_table_lookup (excerpt->list->rows, excerpt->evidence);

  if (hit != NULL && row != NULL
      && sf_evidence_model_get_extract (excerpt->list->model, excerpt->evidence) != 0)
    sf_evidence_row_set_excerpt (row, hit->snippet, hit->ranges, hit->n_ranges);
  g_object_unref (excerpt->list);
  g_object_unref (excerpt->evidence);
  g_free (excerpt);
}

static void
on_excerpt_wanted_cb (SfEvidenceRow *row, SfEvidenceList *self)
{
  SfEvidence *evidence = get_evidence (row);
  Excerpt *excerpt;

  if (evidence == NULL || sf_evidence_model_get_words (self->model) == NULL)
    return;
  excerpt = g_new0 (Excerpt, 1);
  excerpt->list = g_object_ref (self);
  excerpt->evidence = g_object_ref (evidence);
  sf_workbook_load_excerpt (sf_context_get_workbook (self->context),
                            sf_evidence_model_get_extract (self->model, evidence),
                            sf_evidence_model_get_words (self->model), self->cancellable,
                            on_excerpt_cb, excerpt);
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *item, SfEvidenceList *self)
{
  GtkWidget *row = sf_evidence_row_new (self->thumbnails, GTK_WIDGET (self));

  g_signal_connect (row, "excerpt-wanted", G_CALLBACK (on_excerpt_wanted_cb), self);
  gtk_list_item_set_child (item, row);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *item, SfEvidenceList *self)
{
  SfEvidence *evidence = gtk_list_item_get_item (item);
  SfEvidenceRow *row = SF_EVIDENCE_ROW (gtk_list_item_get_child (item));

  g_object_set_data (G_OBJECT (row), "sf-evidence", evidence);
  g_hash_table_insert (self->rows, evidence, row);
  describe (self, evidence, row);
}

static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, SfEvidenceList *self)
{
  gpointer evidence = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    g_object_set_data (G_OBJECT (row), "sf-evidence", NULL);
  if (g_hash_table_lookup (self->rows, evidence) == row)
    g_hash_table_remove (self->rows, evidence);
}

static void
on_scrolled_cb (SfEvidenceList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    sf_evidence_row_scrolled (row);
}

/* --- what is selected ---------------------------------------------------------------------------
 */

static GPtrArray *
read_selection (SfEvidenceList *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (self->selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      SfEvidence *evidence = sf_evidence_model_peek (self->model, position);

      if (evidence != NULL)
        g_ptr_array_add (list, g_object_ref (evidence));
    }
  return list;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/* @list: (transfer full) */
static void
take_selected (SfEvidenceList *self, GPtrArray *list)
{
  g_autoptr (GPtrArray) old = self->selected;

  self->selected = list;
  if (list->len > 0)
    self->selected_place = sf_evidence_model_find (self->model, list->pdata[0]);
  if (!is_same (old, list))
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
on_selection_changed_cb (SfEvidenceList *self)
{
  if (!self->restoring)
    take_selected (self, read_selection (self));
}

/* Shift and the arrows go on from where GTK thinks that the selection began, which only its own
 * action tells it. */
static void
set_selection (SfEvidenceList *self, GtkBitset *set)
{
  g_autoptr (GtkBitset) all
      = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

  self->restoring = TRUE;
  if (!gtk_bitset_is_empty (set))
    gtk_widget_activate_action (self->view, "list.select-item", "(ubb)",
                                gtk_bitset_get_minimum (set), FALSE, FALSE);
  gtk_selection_model_set_selection (self->selection, set, all);
  self->restoring = FALSE;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* A row that goes while it has the focus leaves its ancestors believing that it is there, and Tab
 * would pass them over: what is selected gets the focus, or nobody believes so any more. */
static void
mend_focus (SfEvidenceList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || gtk_widget_get_focus_child (widget) == NULL || has_focus_inside (widget))
    return;
  if (gtk_root_get_focus (root) == NULL && sf_evidence_list_focus (self))
    return;
  for (; widget != NULL && !has_focus_inside (widget); widget = gtk_widget_get_parent (widget))
    gtk_widget_set_focus_child (widget, NULL);
}

/* What is listed anew is no longer selected for GTK. Where nothing is left of what was, what
 * came after it is, as when one row is taken away. */
static void
on_items_changed_cb (SfEvidenceList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty ();
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->selected->len; i++)
    g_hash_table_add (wanted, self->selected->pdata[i]);
  for (guint i = 0; i < n && self->selected->len > 0; i++)
    if (g_hash_table_contains (wanted, sf_evidence_model_peek (self->model, i)))
      gtk_bitset_add (set, i);
  if (gtk_bitset_is_empty (set) && self->selected->len > 0 && n > 0)
    gtk_bitset_add (set, MIN (self->selected_place, n - 1));
  set_selection (self, set);
  take_selected (self, read_selection (self));
  mend_focus (self);
}

GPtrArray *
sf_evidence_list_get_selected (SfEvidenceList *self)
{
  g_return_val_if_fail (SF_IS_EVIDENCE_LIST (self), NULL);

  return self->selected;
}

gboolean
sf_evidence_list_select (SfEvidenceList *self, GPtrArray *evidence)
{
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty ();

  g_return_val_if_fail (SF_IS_EVIDENCE_LIST (self), FALSE);

  for (guint i = 0; i < evidence->len; i++)
    {
      guint position = sf_evidence_model_find (self->model, evidence->pdata[i]);

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (set, position);
    }
  if (gtk_bitset_is_empty (set))
    return FALSE;
  set_selection (self, set);
  take_selected (self, read_selection (self));
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", gtk_bitset_get_minimum (set));
  /* the arrow keys go on from what is selected */
  if (gtk_widget_get_focus_child (self->view) != NULL)
    sf_evidence_list_focus (self);
  return TRUE;
}

gboolean
sf_evidence_list_select_one (SfEvidenceList *self, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, evidence);
  return sf_evidence_list_select (self, one);
}

void
sf_evidence_list_select_all (SfEvidenceList *self)
{
  g_return_if_fail (SF_IS_EVIDENCE_LIST (self));

  gtk_selection_model_select_all (self->selection);
}

gboolean
sf_evidence_list_focus (SfEvidenceList *self)
{
  gpointer evidence;
  GtkWidget *row;

  g_return_val_if_fail (SF_IS_EVIDENCE_LIST (self), FALSE);

  evidence = self->selected->len > 0 ? self->selected->pdata[0]
                                     : sf_evidence_model_peek (self->model, 0);
  if (evidence == NULL)
    return FALSE;
  row = g_hash_table_lookup (self->rows, evidence);
  if (row != NULL && gtk_widget_grab_focus (gtk_widget_get_parent (row)))
    return TRUE;
  return gtk_widget_grab_focus (self->view);
}

static void
on_activate_cb (GtkListView *view, guint position, SfEvidenceList *self)
{
  SfEvidence *evidence = sf_evidence_model_peek (self->model, position);

  if (evidence != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, evidence);
}

/* --- the pointer --------------------------------------------------------------------------------
 */

static SfEvidence *
pick (SfEvidenceList *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  if (at != NULL && !SF_IS_EVIDENCE_ROW (at))
    at = gtk_widget_get_first_child (at);
  return SF_IS_EVIDENCE_ROW (at) ? get_evidence (SF_EVIDENCE_ROW (at)) : NULL;
}

static void
on_released_cb (GtkGestureClick *gesture, int n, double x, double y, SfEvidenceList *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SfEvidence *evidence = self->opens_on_click ? pick (self, x, y) : NULL;

  if (evidence != NULL && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[ACTIVATED], 0, evidence);
}

/* All that is selected if the one under the pointer is among it, else that one. */
static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, SfEvidenceList *self)
{
  SfEvidence *evidence = pick (self, x, y);
  g_autoptr (GPtrArray) list = NULL;

  if (evidence == NULL)
    return NULL;
  if (g_ptr_array_find (self->selected, evidence, NULL))
    list = g_ptr_array_ref (self->selected);
  else
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (list, g_object_ref (evidence));
    }
  g_object_set_data_full (G_OBJECT (source), "sf-dragged", g_ptr_array_ref (list),
                          (GDestroyNotify)g_ptr_array_unref);
  return sf_evidence_drag_new_content (list);
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SfEvidenceList *self)
{
  GPtrArray *list = g_object_get_data (G_OBJECT (source), "sf-dragged");

  if (list != NULL)
    gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)),
                             sf_evidence_drag_create_icon (list));
}

static void
add_pointer (SfEvidenceList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "prepare", G_CALLBACK (on_drag_prepare_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (drag));
}

void
sf_evidence_list_set_opens_on_click (SfEvidenceList *self, gboolean opens)
{
  g_return_if_fail (SF_IS_EVIDENCE_LIST (self));

  self->opens_on_click = opens;
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_evidence_list_dispose (GObject *object)
{
  SfEvidenceList *self = SF_EVIDENCE_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->thumbnails != NULL)
    g_signal_handlers_disconnect_by_data (self->thumbnails, self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (sf_evidence_list_parent_class)->dispose (object);
}

static void
sf_evidence_list_finalize (GObject *object)
{
  SfEvidenceList *self = SF_EVIDENCE_LIST (object);

  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->selected);
  G_OBJECT_CLASS (sf_evidence_list_parent_class)->finalize (object);
}

/* The list is one stop for Tab, not one for each row; the arrows move in it. */
static gboolean
sf_evidence_list_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SfEvidenceList *self = SF_EVIDENCE_LIST (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (sf_evidence_list_parent_class)->focus (widget, direction);
  return !has_focus_inside (widget) && sf_evidence_list_focus (self);
}

static void
sf_evidence_list_class_init (SfEvidenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sf_evidence_list_dispose;
  object_class->finalize = sf_evidence_list_finalize;
  widget_class->focus = sf_evidence_list_move_focus;
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, SF_TYPE_EVIDENCE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sf-evidence-list");
}

static void
sf_evidence_list_init (SfEvidenceList *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->selected = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

static void
build (SfEvidenceList *self, const char *label)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), self);
  self->selection
      = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model))));
  g_signal_connect_swapped (self->selection, "selection-changed",
                            G_CALLBACK (on_selection_changed_cb), self);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  /* after the view has followed the model */
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (on_items_changed_cb),
                            self);
  sf_part_set_name (self->view, label);
  gtk_widget_add_css_class (self->view, "sf-evidence-rows");
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (self->scrolled, FALSE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (
                               GTK_SCROLLED_WINDOW (self->scrolled)),
                           "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  add_pointer (self);
}

GtkWidget *
sf_evidence_list_new (SfContext *context, SfEvidenceModel *model, const char *label)
{
  SfEvidenceList *self = g_object_new (SF_TYPE_EVIDENCE_LIST, NULL);

  self->context = g_object_ref (context);
  self->model = g_object_ref (model);
  self->thumbnails = sf_thumbnails_new (sf_context_get_workbook (context));
  g_signal_connect (model, "described", G_CALLBACK (on_described_cb), self);
  g_signal_connect (self->thumbnails, "loaded", G_CALLBACK (on_picture_loaded_cb), self);
  build (self, label);
  return GTK_WIDGET (self);
}
