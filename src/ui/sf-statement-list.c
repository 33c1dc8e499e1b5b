/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-statement-list.h"

#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-performance-told.h"
#include "model/sf-progress.h"
#include "model/sf-support.h"
#include "ui/sf-chip.h"
#include "ui/sf-evidence-drag.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-statement-row.h"
#include "ui/sf-string.h"
#include "ui/sf-unlock-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfStatementList
{
  AdwBin parent_instance;

  GtkWidget *grade;
  GtkWidget *grade_chip;
  GtkWidget *grade_text;
  GtkWidget *groups;
  GtkWidget *scroller;
  GtkWidget *rows;
  GtkWidget *hint;

  SfContext *context;
  SfKeyArea *area;
  guint group; /* whose statements are shown */
  char *item;
  gboolean selecting; /* by the page, not by hand */
  guint scroll_id;
  gboolean pressed;    /* by the pointer, since the last key */
  gboolean by_pointer; /* while ENTERED is emitted */
};

enum
{
  CHOSEN,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfStatementList, sf_statement_list, ADW_TYPE_BIN)

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  SfStatementList *self = data;
  SfStatement *statement = sf_statement_row_get_statement (SF_STATEMENT_ROW (row));

  return sf_group_get_index (sf_statement_get_group (statement)) == self->group;
}

static GtkListBoxRow *
find_row (SfStatementList *self, const char *code)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i)) != NULL; i++)
    if (g_str_equal (
            sf_statement_get_code (sf_statement_row_get_statement (SF_STATEMENT_ROW (row))), code))
      return row;
  return NULL;
}

/* --- the groups ---------------------------------------------------------------------------------
 */

/* Titles that begin with the same word are told apart by the rest: there is little room. */
static char *
dup_group_label (SfKeyArea *area, SfGroup *group)
{
  const char *title = sf_group_get_title (group);
  const char *space = strchr (title, ' ');
  GPtrArray *groups = sf_key_area_get_groups (area);
  guint same = 0;

  for (guint i = 0; space != NULL && i < groups->len; i++)
    if (strncmp (sf_group_get_title (groups->pdata[i]), title, (gsize)(space - title) + 1) == 0)
      same++;
  if (same < 2)
    return g_strdup (title);
  return sf_text_upper_first (space + 1);
}

static void
show_group (SfStatementList *self, guint group)
{
  GtkWidget *button = gtk_widget_get_first_child (self->groups);

  self->group = group;
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->rows));
  for (guint i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == group);
}

static void
on_group_toggled_cb (GtkToggleButton *button, SfStatementList *self)
{
  guint group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "group"));

  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (button), -1);
  if (gtk_toggle_button_get_active (button) && group != self->group)
    show_group (self, group);
}

static void
build_groups (SfStatementList *self)
{
  GPtrArray *groups = sf_key_area_get_groups (self->area);
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *text = dup_group_label (self->area, groups->pdata[i]);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_set_tooltip_text (button, sf_group_get_title (groups->pdata[i]));
      gtk_widget_add_css_class (button, "flat");
      sf_part_set_name (button, text);
      g_object_set_data (G_OBJECT (button), "group", GUINT_TO_POINTER (i));
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      else
        first = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_group_toggled_cb), self, 0);
      sf_line_append (SF_LINE (self->groups), button);
    }
  gtk_widget_set_visible (self->groups, groups->len > 1);
}

/* --- choosing -----------------------------------------------------------------------------------
 */

static void
choose (SfStatementList *self, const char *item)
{
  if (!self->selecting && g_strcmp0 (item, self->item) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
on_row_selected_cb (GtkListBox *rows, GtkListBoxRow *row, SfStatementList *self)
{
  if (row != NULL)
    choose (self, sf_statement_get_code (sf_statement_row_get_statement (SF_STATEMENT_ROW (row))));
}

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfStatementList *self)
{
  gboolean pressed = self->pressed;

  self->pressed = FALSE;
  self->by_pointer = pressed;
  on_row_selected_cb (rows, row, self);
  g_signal_emit (self, signals[ENTERED], 0);
  self->by_pointer = FALSE;
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, SfStatementList *self)
{
  self->pressed = TRUE;
}

/* Whether what is entered now was clicked: then the focus stays in the list. */
gboolean
sf_statement_list_is_by_pointer (SfStatementList *self)
{
  return self->by_pointer;
}

/* The list is one stop for Tab, not one for each row. */
static gboolean
on_rows_key_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                SfStatementList *self)
{
  self->pressed = FALSE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    {
      GtkWidget *before = self->grade;

      for (GtkWidget *button = gtk_widget_get_first_child (self->groups);
           button != NULL && gtk_widget_get_visible (self->groups);
           button = gtk_widget_get_next_sibling (button))
        before = button;
      gtk_widget_grab_focus (before);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ENTERED], 0);
  return GDK_EVENT_STOP;
}

static void
on_grade_clicked_cb (GtkButton *button, SfStatementList *self)
{
  choose (self, SF_ITEM_GRADE);
  g_signal_emit (self, signals[ENTERED], 0);
}

/* Only as far as is needed, as a list does when one moves in it. */
static gboolean
on_scroll_cb (gpointer data)
{
  SfStatementList *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->rows));
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  self->scroll_id = 0;
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), self->rows, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* After the rows of another group have their places. */
static void
queue_scroll (SfStatementList *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add (on_scroll_cb, self);
}

/* The window became smaller, or the text bigger. */
static void
on_page_size_cb (GtkAdjustment *adjustment, GParamSpec *pspec, SfStatementList *self)
{
  queue_scroll (self);
}

void
sf_statement_list_select (SfStatementList *self, const char *item)
{
  gboolean grade = g_strcmp0 (item, SF_ITEM_GRADE) == 0;
  GtkListBoxRow *row;

  g_return_if_fail (SF_IS_STATEMENT_LIST (self));

  sf_string_set (&self->item, item);
  self->selecting = TRUE;
  row = grade ? NULL : find_row (self, item);
  if (row != NULL)
    {
      SfStatement *statement = sf_statement_row_get_statement (SF_STATEMENT_ROW (row));

      show_group (self, sf_group_get_index (sf_statement_get_group (statement)));
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->rows), row);
  if (grade)
    gtk_widget_add_css_class (self->grade, "chosen");
  else
    gtk_widget_remove_css_class (self->grade, "chosen");
  self->selecting = FALSE;
  queue_scroll (self);
}

void
sf_statement_list_focus (SfStatementList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SF_IS_STATEMENT_LIST (self));

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->rows));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->grade);
}

/* --- what it shows ------------------------------------------------------------------------------
 */

static void
refresh_grade (SfStatementList *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  SfLevel *level = sf_area_grade_get_level (model, evaluation, self->area);
  SfAreaJudgement *area = sf_area_grade_find (model, evaluation, self->area);
  SfSpread spread;
  g_autofree char *state = NULL, *beneath = NULL, *text = NULL, *name = NULL;

  if (level != NULL)
    sf_chip_set_level (SF_CHIP (self->grade_chip), level);
  else
    sf_chip_set (SF_CHIP (self->grade_chip), SF_SHAPE_DOTTED_RING, SF_TONE_NONE,
                 _ ("Not graded yet"));
  sf_spread_of_area (model, evaluation, self->area, &spread);
  beneath = sf_spread_to_text (&spread, sf_key_area_get_scale (self->area));
  state = level != NULL ? sf_area_judgement_state_to_text (area) : g_strdup ("");
  if (*state != '\0')
    {
      g_autofree char *capital = sf_text_upper_first (state);

      text = *beneath != '\0' ? g_strdup_printf ("%s · %s", capital, beneath)
                              : g_steal_pointer (&capital);
    }
  else
    text = *beneath != '\0' ? g_strdup (beneath)
                            : g_strdup (_ ("A grade and two sentences are enough to begin with."));
  sf_part_set_text (self->grade_text, text);
  name = g_strdup_printf ("%s, %s, %s", _ ("Area grade"),
                          sf_chip_get_text (SF_CHIP (self->grade_chip)), text);
  sf_part_set_name (self->grade, name);
}

static const SfSupportMark *
find_mark (GPtrArray *marks, SfStatement *statement)
{
  for (guint i = 0; i < marks->len; i++)
    if (((SfSupportMark *)marks->pdata[i])->statement == statement)
      return marks->pdata[i];
  return NULL;
}

void
sf_statement_list_refresh (SfStatementList *self)
{
  SfModel *model;
  SfEvaluation *evaluation;
  SfContributor *writer;
  GtkListBoxRow *row;
  SfPerformanceRecord *judged;
  const char *lock;
  g_autoptr (GPtrArray) marks = NULL;

  g_return_if_fail (SF_IS_STATEMENT_LIST (self));

  model = sf_context_get_model (self->context);
  evaluation = sf_context_get_evaluation (self->context);
  writer = sf_workbook_get_writer (sf_context_get_workbook (self->context));
  judged = sf_performance_find_judged_record (model, evaluation);
  lock = judged != NULL ? sf_unlock_box_tell_state (self->context, judged) : NULL;
  marks = sf_support_list_marks (model, evaluation, self->area);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i)) != NULL; i++)
    {
      SfStatement *statement = sf_statement_row_get_statement (SF_STATEMENT_ROW (row));

      sf_statement_row_show (SF_STATEMENT_ROW (row),
                             sf_model_find_judgement (model, evaluation,
                                                      sf_statement_get_code (statement), writer),
                             find_mark (marks, statement), lock);
    }
  refresh_grade (self);
}

/* While the area's grade is what is chosen, Tab passes the rows over: a list box would choose the
 * first of them, and with it another page. */
static gboolean
sf_statement_list_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  SfStatementList *self = SF_STATEMENT_LIST (widget);
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  gboolean pass = by_tab && gtk_list_box_get_selected_row (GTK_LIST_BOX (self->rows)) == NULL
                  && gtk_widget_get_focus_child (self->scroller) == NULL;
  gboolean moved;

  if (pass)
    gtk_widget_set_can_focus (self->scroller, FALSE);
  moved = GTK_WIDGET_CLASS (sf_statement_list_parent_class)->focus (widget, direction);
  if (pass)
    gtk_widget_set_can_focus (self->scroller, TRUE);
  return moved;
}

static void
sf_statement_list_dispose (GObject *object)
{
  SfStatementList *self = SF_STATEMENT_LIST (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->context);
  g_clear_pointer (&self->item, g_free);
  /* AdwBin lets its child go; the template must not do so once more */
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (sf_statement_list_parent_class)->dispose (object);
}

static void
sf_statement_list_class_init (SfStatementListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_statement_list_dispose;
  widget_class->focus = sf_statement_list_focus_vfunc;

  /**
   * SfStatementList::chosen:
   * @item: a statement's code, or %SF_ITEM_GRADE
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * SfStatementList::entered:
   *
   * Somebody wants to work on what is chosen.
   */
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SF_TYPE_CHIP);
  g_type_ensure (SF_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sixfold_app/Sixfold/ui/sf-statement-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, grade);
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, grade_chip);
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, grade_text);
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, groups);
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, scroller);
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, rows);
  gtk_widget_class_bind_template_child (widget_class, SfStatementList, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_grade_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
sf_statement_list_init (SfStatementList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_rows_key_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (self->rows, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->rows, keys);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->rows), filter_row, self, NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (
                               GTK_SCROLLED_WINDOW (self->scroller)),
                           "notify::page-size", G_CALLBACK (on_page_size_cb), self, 0);
}

/* The statement that evidence is dropped on. */
static const char *
find_code (GtkWidget *row, double y, gpointer data)
{
  return sf_statement_get_code (sf_statement_row_get_statement (SF_STATEMENT_ROW (row)));
}

GtkWidget *
sf_statement_list_new (SfContext *context, SfKeyArea *area)
{
  SfStatementList *self = g_object_new (SF_TYPE_STATEMENT_LIST, NULL);
  GPtrArray *statements = sf_key_area_get_statements (area);
  g_autofree char *hint = NULL;

  self->context = g_object_ref (context);
  self->area = area;
  g_signal_connect_object (sf_context_get_workbook (context), "lock-changed",
                           G_CALLBACK (sf_statement_list_refresh), self, G_CONNECT_SWAPPED);
  build_groups (self);
  for (guint i = 0; i < statements->len; i++)
    {
      GtkWidget *row = sf_statement_row_new (statements->pdata[i]);

      sf_evidence_drag_accept (row, context, find_code, NULL);
      gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
    }
  hint = g_strdup_printf (_ ("Alt+↓ next · Alt+↑ back · Alt+1…%u grade"),
                          sf_scale_get_n_levels (sf_key_area_get_scale (area)));
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  sf_statement_list_refresh (self);
  return GTK_WIDGET (self);
}
