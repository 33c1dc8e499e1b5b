/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-targets-page.h"

#include "model/sf-target-status.h"
#include "ui/sf-add-button.h"
#include "ui/sf-button.h"
#include "ui/sf-columns.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "ui/sf-target-board.h"
#include "ui/sf-target-editor.h"
#include "ui/sf-target-reviews.h"
#include "ui/sf-view-switch.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfTargetsPage
{
  SfListPage parent_instance;

  GtkWidget *tools;   /* over the list */
  GtkWidget *filters; /* in them, or over the board */
  GtkWidget *search;
  GtkWidget *status;
  GtkWidget *area;
  GtkWidget *owner;
  char *owners; /* what the owners' list says, a line each */
  GtkWidget *add;
  GtkWidget *editor;
  GtkWidget *reviews;
  GtkWidget *bar;
  GtkWidget *count;
  GtkWidget *show_all;
  GtkWidget *views;
  GtkWidget *other; /* the board, and the filters while it is shown */
  GtkWidget *board;
};

G_DEFINE_FINAL_TYPE (SfTargetsPage, sf_targets_page, SF_TYPE_LIST_PAGE)

/* --- the list ---------------------------------------------------------------------------- */

/* The first entry stands for all areas. */
static gboolean
is_in_area (SfTargetsPage *self, SfTarget *target)
{
  SfFramework *framework = sf_context_get_framework (sf_page_get_context (SF_PAGE (self)));
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->area));
  const char *code = sf_target_get_statement_code (target);
  SfStatement *statement = code != NULL ? sf_framework_find_statement (framework, code) : NULL;

  if (n == 0 || n == GTK_INVALID_LIST_POSITION)
    return TRUE;
  return statement != NULL && sf_key_area_get_index (sf_statement_get_area (statement)) == n - 1;
}

/* The first entry stands for everybody. */
static gboolean
is_led_by_chosen (SfTargetsPage *self, SfTarget *target)
{
  GtkDropDown *owner = GTK_DROP_DOWN (self->owner);
  guint n = gtk_drop_down_get_selected (owner);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (owner));

  return n == 0 || n == GTK_INVALID_LIST_POSITION
         || g_strcmp0 (gtk_string_list_get_string (names, n), sf_target_get_owner (target)) == 0;
}

static GPtrArray *
sf_targets_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (page);
  SfContext *context = sf_page_get_context (SF_PAGE (page));
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  GPtrArray *targets;
  SfModel *model = sf_context_get_model (context);
  const char *today = sf_context_get_today (context);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  SfTargetFilter filter = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  if (evaluation == NULL)
    return g_ptr_array_new ();
  targets = sf_model_list_targets (model, evaluation, NULL);
  *any = targets->len > 0;
  for (guint i = targets->len; i > 0; i--)
    {
      SfTarget *target = targets->pdata[i - 1];

      if (target != keep
          && (!is_in_area (self, target) || !is_led_by_chosen (self, target)
              || !sf_target_matches (model, target, filter, words, today)))
        g_ptr_array_remove_index (targets, i - 1);
    }
  sf_target_sort (model, targets, today);
  return targets;
}

static void
sf_targets_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  SfContext *context = sf_page_get_context (SF_PAGE (page));
  SfTarget *target = record;
  SfTargetStatus status = sf_target_get_status (sf_context_get_model (context), target,
                                                sf_context_get_today (context));

  text->title = g_strdup (sf_target_get_title (target));
  text->subtitle = sf_held_list_find (sf_context_get_held (context), SF_RECORD (target), NULL, NULL)
                       ? g_strdup (_ ("A change waits for its reason"))
                       : sf_target_when_to_text (sf_context_get_model (context), target,
                                                 sf_context_get_today (context));
  text->chip = g_strdup (sf_target_status_get_label (status));
  text->shape = sf_mark_shape_of_status (status);
  text->tone = sf_mark_tone_of_status (status);
}

/* Where the form is long and how the target goes lies under it. */
static void
update_way (SfTargetsPage *self, SfTarget *target)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  SfTargetStatus status = sf_target_get_status (sf_context_get_model (context), target,
                                                sf_context_get_today (context));
  g_autofree char *label
      /* Translators: a button that leads to how a target goes; the status follows */
      = g_strdup_printf (_ ("Progress and reviews: %s"), sf_target_status_get_label (status));

  sf_columns_set_way (SF_COLUMNS (sf_page_get_columns (SF_PAGE (self))), label);
}

static void
sf_targets_page_show (SfListPage *page, gpointer record)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (page);

  if (record != NULL)
    update_way (self, record);
  sf_target_editor_show (SF_TARGET_EDITOR (self->editor), record);
  sf_target_reviews_show (SF_TARGET_REVIEWS (self->reviews), record);
}

static void
sf_targets_page_clear_filters (SfListPage *page)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->area), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->owner), 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char **)a, *(const char **)b);
}

/* Everybody who leads a target of this evaluation, once. */
static GPtrArray *
list_owners (SfContext *context)
{
  g_autoptr (GPtrArray) targets = sf_model_list_targets (sf_context_get_model (context),
                                                         sf_context_get_evaluation (context), NULL);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < targets->len; i++)
    {
      const char *owner = sf_target_get_owner (targets->pdata[i]);

      if (owner != NULL && sf_target_get_retired_at (targets->pdata[i]) == SF_NULL_INT
          && !g_ptr_array_find_with_equal_func (names, owner, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer)owner);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void on_filter_changed_cb (SfTargetsPage *self);

/* Made anew only if others lead; who was chosen stays so. */
static void
update_owners (SfTargetsPage *self)
{
  GtkDropDown *owner = GTK_DROP_DOWN (self->owner);
  g_autoptr (GPtrArray) names = list_owners (sf_page_get_context (SF_PAGE (self)));
  g_autofree char *chosen = NULL, *state = NULL;
  GtkStringList *words;
  guint n = gtk_drop_down_get_selected (owner);

  g_ptr_array_add (names, NULL);
  state = g_strjoinv ("\n", (char **)names->pdata);
  if (!sf_string_set (&self->owners, state))
    return;
  if (n > 0 && n != GTK_INVALID_LIST_POSITION)
    chosen = g_strdup (
        gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (owner)), n));
  words = gtk_string_list_new (NULL);
  gtk_string_list_append (words, _ ("Whoever leads"));
  gtk_string_list_splice (words, 1, 0, (const char *const *)names->pdata);
  /* the lists are made after this, once */
  g_signal_handlers_block_by_func (owner, on_filter_changed_cb, self);
  gtk_drop_down_set_model (owner, G_LIST_MODEL (words));
  for (guint i = 0; chosen != NULL && i + 1 < names->len; i++)
    if (g_str_equal (names->pdata[i], chosen))
      gtk_drop_down_set_selected (owner, i + 1);
  g_signal_handlers_unblock_by_func (owner, on_filter_changed_cb, self);
  g_object_unref (words);
}

/* --- the board ----------------------------------------------------------------------------- */

static gboolean
is_filtered (SfTargetsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0'
         || gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status)) != SF_TARGETS_ALL
         || gtk_drop_down_get_selected (GTK_DROP_DOWN (self->area)) != 0
         || gtk_drop_down_get_selected (GTK_DROP_DOWN (self->owner)) != 0;
}

/* What the filters of the list let through. */
static void
sf_targets_page_show_view (SfListPage *page)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (page);
  gboolean any = FALSE;
  g_autoptr (GPtrArray) targets = sf_targets_page_list (page, NULL, &any);

  sf_target_board_show (SF_TARGET_BOARD (self->board), targets);
}

static gboolean
shows_board (SfTargetsPage *self)
{
  return sf_view_switch_get_other (SF_VIEW_SWITCH (self->views));
}

/* The same filters hold for both views, and stand where they are seen. */
static void
on_switched_cb (SfTargetsPage *self)
{
  gboolean board = shows_board (self);
  GtkWidget *before = gtk_widget_get_parent (self->filters);
  GtkWidget *place = board ? self->other : self->tools;

  if (before == place)
    return;
  g_object_ref (self->filters);
  gtk_box_remove (GTK_BOX (before), self->filters);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  board ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  if (board)
    {
      gtk_widget_add_css_class (self->filters, "sf-board-filters");
      gtk_box_prepend (GTK_BOX (place), self->filters);
    }
  else
    {
      gtk_widget_remove_css_class (self->filters, "sf-board-filters");
      gtk_box_append (GTK_BOX (place), self->filters);
    }
  g_object_unref (self->filters);
}

static void
update_bar (SfTargetsPage *self)
{
  gboolean any = FALSE;
  g_autoptr (GPtrArray) targets = sf_targets_page_list (SF_LIST_PAGE (self), NULL, &any);
  gboolean filtered = any && is_filtered (self);
  g_autofree char *text
      = g_strdup_printf (filtered
                             ? ngettext ("%u target is let through by the filters",
                                         "%u targets are let through by the filters", targets->len)
                             : ngettext ("%u target", "%u targets", targets->len),
                         targets->len);

  sf_part_set_text (self->count, text);
  gtk_widget_set_visible (self->show_all, filtered);
  gtk_widget_set_visible (self->bar, any);
}

static void
on_filter_changed_cb (SfTargetsPage *self)
{
  sf_list_page_filter_changed (SF_LIST_PAGE (self));
  if (shows_board (self))
    sf_targets_page_show_view (SF_LIST_PAGE (self));
  update_bar (self);
}

static void
on_show_all_cb (SfTargetsPage *self)
{
  sf_targets_page_clear_filters (SF_LIST_PAGE (self));
  sf_page_queue_refresh (SF_PAGE (self));
}

static void
on_open_cb (SfTargetBoard *board, SfTarget *target, SfTargetsPage *self)
{
  sf_list_page_wait_for (SF_LIST_PAGE (self), sf_record_get_uuid (SF_RECORD (target)));
}

static GtkWidget *
create_bar (SfTargetsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->count = sf_part_row_label (NULL, "dim-label");
  gtk_widget_set_hexpand (self->count, TRUE);
  self->show_all = sf_button_new (_ ("Show _all"));
  g_signal_connect_swapped (self->show_all, "clicked", G_CALLBACK (on_show_all_cb), self);
  gtk_box_append (GTK_BOX (bar), self->views);
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_box_append (GTK_BOX (bar), self->show_all);
  return bar;
}

static void
sf_targets_page_focus_first (SfPage *page)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (page);

  if (!shows_board (self) || !gtk_widget_child_focus (self->board, GTK_DIR_TAB_FORWARD))
    SF_PAGE_CLASS (sf_targets_page_parent_class)->focus_first (page);
}

/* --- refreshing ---------------------------------------------------------------------------- */

static void
sf_targets_page_refresh (SfPage *page)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (page);
  SfContext *context = sf_page_get_context (page);

  if (sf_context_get_evaluation (context) != NULL)
    update_owners (self);
  SF_PAGE_CLASS (sf_targets_page_parent_class)->refresh (page);
  update_bar (self);
  gtk_widget_set_sensitive (self->add, sf_context_can_edit (context)
                                           && sf_context_get_evaluation (context) != NULL);
}

/* --- adding ------------------------------------------------------------------------------ */

static gboolean
add_target (const char *title, gpointer data)
{
  SfContext *context = sf_page_get_context (SF_PAGE (data));
  SfWorkbook *workbook = sf_context_get_workbook (context);
  GError *error = NULL;
  SfUuid uuid;
  gboolean ok = sf_workbook_add_target (workbook, sf_context_get_evaluation (context), NULL, title,
                                        &uuid, &error);

  if (!sf_context_check (context, ok, error))
    return FALSE;
  sf_list_page_wait_for (SF_LIST_PAGE (data), &uuid);
  return TRUE;
}

/* --- building ---------------------------------------------------------------------------- */

static GtkWidget *
create_area_filter (SfTargetsPage *self)
{
  SfFramework *framework = sf_context_get_framework (sf_page_get_context (SF_PAGE (self)));
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("All key areas"));
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    gtk_string_list_append (words, sf_key_area_get_short_title (areas->pdata[i]));
  return sf_drop_down_new (words);
}

static void
append_filter (SfTargetsPage *self, GtkWidget *box, GtkWidget *filter)
{
  gtk_widget_set_hexpand (filter, TRUE);
  g_signal_connect_swapped (filter, "notify::selected", G_CALLBACK (on_filter_changed_cb), self);
  gtk_box_append (GTK_BOX (box), filter);
}

static GtkWidget *
create_tools (SfTargetsPage *self)
{
  const char *const statuses[] = { [SF_TARGETS_ALL] = _ ("All targets"),
                                   [SF_TARGETS_OPEN] = _ ("Open"),
                                   [SF_TARGETS_SOON] = _ ("Due in 30 days"),
                                   [SF_TARGETS_LATE] = _ ("Late"),
                                   [SF_TARGETS_BEHIND] = _ ("Behind"),
                                   [SF_TARGETS_ENDED] = _ ("Ended"),
                                   NULL };
  GtkWidget *two = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->filters = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->add = sf_add_button_new (_ ("_New target"), "list-add-symbolic",
                                 _ ("What shall be different?"), add_target, self);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Find a target"), NULL);
  sf_part_set_name (self->search, _ ("Find a target"));
  self->status = sf_drop_down_new_from_strings (statuses);
  self->area = create_area_filter (self);
  self->owner
      = sf_drop_down_new (gtk_string_list_new ((const char *[]){ _ ("Whoever leads"), NULL }));
  sf_part_set_name (self->status, _ ("Which targets"));
  sf_part_set_name (self->area, _ ("Of which key area"));
  sf_part_set_name (self->owner, _ ("Led by whom"));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_filter_changed_cb),
                            self);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_widget_set_hexpand (two, TRUE);
  gtk_box_append (GTK_BOX (self->tools), self->add);
  gtk_box_append (GTK_BOX (self->tools), self->filters);
  gtk_box_append (GTK_BOX (self->filters), self->search);
  append_filter (self, self->filters, self->status);
  append_filter (self, two, self->area);
  append_filter (self, two, self->owner);
  gtk_box_append (GTK_BOX (self->filters), two);
  return self->tools;
}

static GtkWidget *
create_empty (SfTargetsPage *self)
{
  GtkWidget *add = sf_add_button_new (_ ("Set the _first target"), NULL,
                                      _ ("What shall be different?"), add_target, self);

  return sf_part_empty (
      "object-select-symbolic", _ ("No targets yet"),
      _ ("A target says what will be different for families, how it will be known, who leads and "
         "by when. Three or four that matter are better than twenty. One can also be set from the "
         "statement that it serves."),
      add);
}

static void
sf_targets_page_constructed (GObject *object)
{
  SfTargetsPage *self = SF_TARGETS_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  G_OBJECT_CLASS (sf_targets_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Targets"));
  /* the filters ask for it, and they are made first */
  self->views = sf_view_switch_new (_ ("_Board"));
  self->editor = sf_target_editor_new (context);
  self->reviews = sf_target_reviews_new (context);
  sf_list_page_build (SF_LIST_PAGE (self), _ ("Targets"), create_tools (self), self->editor,
                      self->reviews, create_empty (self));
  self->bar = create_bar (self);
  self->other = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->board = sf_target_board_new (context);
  gtk_widget_add_css_class (self->board, "sf-board");
  g_signal_connect (self->board, "open", G_CALLBACK (on_open_cb), self);
  g_signal_connect_object (sf_context_get_held (context), "changed",
                           G_CALLBACK (sf_page_queue_refresh), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (self->board, TRUE);
  gtk_box_append (GTK_BOX (self->other), self->board);
  g_signal_connect_object (self->views, "switched", G_CALLBACK (on_switched_cb), self,
                           G_CONNECT_SWAPPED);
  sf_list_page_add_view (SF_LIST_PAGE (self), self->bar, self->views, self->other);
}

static void
sf_targets_page_finalize (GObject *object)
{
  g_free (SF_TARGETS_PAGE (object)->owners);
  G_OBJECT_CLASS (sf_targets_page_parent_class)->finalize (object);
}

static void
sf_targets_page_class_init (SfTargetsPageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_targets_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = sf_targets_page_finalize;
  SF_PAGE_CLASS (klass)->focus_first = sf_targets_page_focus_first;
  SF_PAGE_CLASS (klass)->refresh = sf_targets_page_refresh;
  list_class->list = sf_targets_page_list;
  list_class->describe = sf_targets_page_describe;
  list_class->show = sf_targets_page_show;
  list_class->show_view = sf_targets_page_show_view;
  list_class->clear_filters = sf_targets_page_clear_filters;
}

static void
sf_targets_page_init (SfTargetsPage *self)
{
}
