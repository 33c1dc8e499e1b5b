/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-sidebar.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-counts.h"
#include "model/sf-progress.h"
#include "ui/sf-evidence-drag.h"
#include "ui/sf-line.h"
#include "ui/sf-mark.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-page.h"
#include "ui/sf-parts.h"
#include "ui/sf-swatch.h"

#include <glib/gi18n-lib.h>

/* how long what was done stays said */
#define STATUS_SECONDS 15

struct _SfSidebar
{
  GtkWidget parent_instance;

  SfContext *context;
  GtkWidget *box;
  GtkWidget *list;
  GtkWidget *foot;
  GtkWidget *evaluation_button;
  GtkWidget *writer_button;
  GtkWidget *status;
  guint refresh_id;
  guint status_id;
  gboolean selecting;
  gboolean has_performance; /* its section is there */
};

G_DEFINE_FINAL_TYPE (SfSidebar, sf_sidebar, GTK_TYPE_WIDGET)

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
page_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "page-id");
}

/* --- rows -------------------------------------------------------------------------------- */

static void
set_row_count (GtkWidget *row, const char *count, const char *description)
{
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "count");
  const char *title = g_object_get_data (G_OBJECT (row), "title");
  g_autofree char *name = NULL;

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), count) != 0)
    gtk_label_set_label (GTK_LABEL (label), count);
  gtk_widget_set_visible (label, *count != 0);
  name = description && *description ? g_strdup_printf ("%s, %s", title, description)
                                     : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_row (SfSidebar *self, const char *page_id, const char *title, GtkWidget *picture)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = sf_line_new (10);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *count = gtk_label_new ("");
  GtkWidget *mark;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "caption");
  sf_line_append (SF_LINE (box), picture);
  sf_line_append (SF_LINE (box), label);
  /* the grade of an area, once it has one */
  mark = sf_mark_image_new (SF_SHAPE_NONE);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_opacity (mark, 0);
  gtk_box_append (GTK_BOX (end), mark);
  gtk_box_append (GTK_BOX (end), count);
  sf_line_append (SF_LINE (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "page-id", g_strdup (page_id), g_free);
  g_object_set_data_full (G_OBJECT (row), "title", g_strdup (title), g_free);
  g_object_set_data (G_OBJECT (row), "count", count);
  g_object_set_data (G_OBJECT (row), "mark", mark);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  set_row_count (row, "", NULL);
  if (g_str_has_prefix (page_id, "area:"))
    sf_evidence_drag_open_page (row, self->context, page_of (row));
  return row;
}

static void
add_section (SfSidebar *self, const char *page_id, const char *title, const char *icon)
{
  if (sf_pages_exists (page_id))
    add_row (self, page_id, title, gtk_image_new_from_icon_name (icon));
}

/* The sections, always in this order. */
static void
fill_list (SfSidebar *self)
{
  SfFramework *framework = sf_context_get_framework (self->context);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  add_section (self, "overview", _ ("Overview"), "go-home-symbolic");
  if (framework)
    {
      GPtrArray *areas = sf_framework_get_areas (framework);

      for (guint i = 0; i < areas->len; i++)
        {
          SfKeyArea *area = areas->pdata[i];
          g_autofree char *page_id = g_strconcat ("area:", sf_key_area_get_code (area), NULL);

          if (sf_pages_exists (page_id))
            add_row (self, page_id, sf_key_area_get_title (area),
                     sf_swatch_new (sf_key_area_get_colour (area),
                                    sf_key_area_get_dark_colour (area)));
        }
    }
  add_section (self, "evidence", _ ("Evidence"), "mail-attachment-symbolic");
  add_section (self, "targets", _ ("Targets"), "object-select-symbolic");
  add_section (self, "plan", _ ("Development plan"), "view-list-bullet-symbolic");
  self->has_performance = sf_context_uses_performance (self->context);
  if (self->has_performance)
    add_section (self, "performance", _ ("Performance management"), "channel-secure-symbolic");
  add_section (self, "outcomes", _ ("Outcomes"), "power-profile-performance-symbolic");
  add_section (self, "meetings", _ ("Meetings"), "x-office-calendar-symbolic");
  add_section (self, "report", _ ("Report"), "x-office-document-symbolic");
}

static gboolean
is_area (GtkListBoxRow *row)
{
  return row && g_str_has_prefix (page_of (row), "area:");
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *header = NULL;

  if (is_area (row) && !is_area (before))
    {
      header = gtk_label_new (_ ("Key areas"));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "sidebar-heading");
    }
  else if (!is_area (row) && is_area (before))
    {
      header = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    }
  gtk_list_box_row_set_header (row, header);
}

static void
show_grade (GtkWidget *row, SfLevel *level)
{
  GtkWidget *mark = g_object_get_data (G_OBJECT (row), "mark");

  /* its place is kept, so that no title wraps anew when a grade is given */
  gtk_widget_set_opacity (mark, level != NULL ? 1 : 0);
  if (level == NULL)
    return;
  sf_mark_image_set_shape (SF_MARK_IMAGE (mark), sf_mark_shape_of_level (level));
  sf_mark_set_tone (mark, sf_level_get_tone (level));
}

static void
update_row (SfSidebar *self, GtkWidget *row, const SfCounts *counts)
{
  SfModel *model = sf_context_get_model (self->context);
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  const char *page_id = page_of (row);
  g_autofree char *count = NULL;
  g_autofree char *description = NULL;

  if (is_area (GTK_LIST_BOX_ROW (row)))
    {
      SfFramework *framework = sf_context_get_framework (self->context);
      SfKeyArea *area = sf_framework_find_area (framework, page_id + strlen ("area:"));
      SfLevel *level = sf_area_grade_get_level (model, evaluation, area);
      g_autofree char *grade = sf_area_grade_to_text (model, evaluation, area);
      g_autofree char *judged = NULL;
      SfProgress progress;

      sf_progress_of (model, evaluation, area, &progress);
      count = sf_progress_to_short_text (&progress);
      judged = sf_progress_to_text (&progress);
      description = g_strdup_printf ("%s, %s", grade, judged);
      show_grade (row, level);
    }
  else if (g_str_equal (page_id, "evidence") && counts->evidence > 0)
    {
      count = g_strdup_printf ("%u", counts->evidence);
    }
  else if (g_str_equal (page_id, "targets") && counts->targets > 0)
    {
      count = sf_counts_targets_to_text (counts);
    }
  else if (g_str_equal (page_id, "plan") && counts->actions > 0)
    {
      count = sf_counts_actions_to_text (counts);
    }
  set_row_count (row, count ? count : "", description ? description : count);
}

/* --- the foot ---------------------------------------------------------------------------- */

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static void
append_record (GMenu *menu, const char *label, const char *action, gpointer record)
{
  g_autofree char *uuid = sf_uuid_to_string (sf_record_get_uuid (record));

  append_choice (menu, label, action, uuid);
}

static void
append_link (GMenu *menu, const char *label, const char *page_id)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (!sf_pages_exists (page_id))
    return;
  append_choice (section, label, "win.go", page_id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
make_evaluation_menu (SfSidebar *self)
{
  SfModel *model = sf_context_get_model (self->context);
  GListModel *centres = sf_model_get_list (model, SF_TYPE_CENTRE);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (centres); i++)
    {
      g_autoptr (SfCentre) centre = g_list_model_get_item (centres, i);
      g_autoptr (GPtrArray) evaluations = sf_model_list_evaluations (model, centre);
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint j = 0; j < evaluations->len; j++)
        append_record (section, sf_evaluation_get_title (evaluations->pdata[j]), "win.evaluation",
                       evaluations->pdata[j]);
      g_menu_append_section (menu,
                             g_list_model_get_n_items (centres) > 1 ? sf_centre_get_name (centre)
                                                                    : NULL,
                             G_MENU_MODEL (section));
    }
  append_link (menu, _ ("Evaluations…"), "evaluations");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_writer_menu (SfSidebar *self)
{
  SfModel *model = sf_context_get_model (self->context);
  GListModel *contributors = sf_model_get_list (model, SF_TYPE_CONTRIBUTOR);
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_choice (section, _ ("The head, for the centre"), "win.writer", "");
  for (guint i = 0; i < g_list_model_get_n_items (contributors); i++)
    {
      g_autoptr (SfContributor) contributor = g_list_model_get_item (contributors, i);

      if (sf_record_is_null (SF_RECORD (contributor), SF_CONTRIBUTOR_RETIRED_AT))
        append_record (section, sf_contributor_get_name (contributor), "win.writer", contributor);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  append_link (menu, _ ("Contributors…"), "contributors");
  return G_MENU_MODEL (menu);
}

static void
update_foot (SfSidebar *self)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  SfContributor *writer = sf_workbook_get_writer (sf_context_get_workbook (self->context));
  g_autoptr (GMenuModel) evaluations = make_evaluation_menu (self);
  g_autoptr (GMenuModel) writers = make_writer_menu (self);
  gboolean closed
      = evaluation && !sf_record_is_null (SF_RECORD (evaluation), SF_EVALUATION_CLOSED_AT);

  sf_menu_button_set (self->evaluation_button, _ ("Evaluation"),
                      evaluation ? sf_evaluation_get_title (evaluation) : _ ("None yet"),
                      closed ? _ ("closed") : NULL);
  sf_menu_button_set_menu (self->evaluation_button, evaluations);
  sf_menu_button_set (self->writer_button, _ ("Writing"),
                      writer ? sf_contributor_get_name (writer) : _ ("The head, for the centre"),
                      NULL);
  sf_menu_button_set_menu (self->writer_button, writers);
}

static void
refresh (SfSidebar *self)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);
  SfCounts counts = { 0 };
  GtkListBoxRow *row;

  update_foot (self);
  if (!evaluation)
    return;
  sf_counts_of (sf_context_get_model (self->context), evaluation,
                sf_context_get_today (self->context), &counts);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    update_row (self, GTK_WIDGET (row), &counts);
}

/* Other sections belong to another evaluation, or where something is used for the first time. */
static void
on_evaluation_cb (SfSidebar *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  g_autofree char *page_id = selected ? g_strdup (page_of (selected)) : NULL;

  self->selecting = TRUE;
  fill_list (self);
  self->selecting = FALSE;
  refresh (self);
  if (page_id)
    sf_sidebar_select (self, page_id);
}

static gboolean
on_refresh_cb (gpointer data)
{
  SfSidebar *self = SF_SIDEBAR (data);

  self->refresh_id = 0;
  if (self->has_performance != sf_context_uses_performance (self->context))
    on_evaluation_cb (self);
  else
    refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (SfSidebar *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_cb, self);
}

static void
on_row_selected_cb (SfSidebar *self, GtkListBoxRow *row)
{
  if (row && !self->selecting)
    g_signal_emit (self, signals[SELECTED], 0, page_of (row));
}

static void
on_row_activated_cb (SfSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, page_of (row));
}

/* --- public ------------------------------------------------------------------------------ */

void
sf_sidebar_select (SfSidebar *self, const char *page_id)
{
  GtkListBoxRow *row;

  g_return_if_fail (SF_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)); i++)
    if (g_strcmp0 (page_of (row), page_id) == 0)
      break;
  if (row == gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)))
    return;
  self->selecting = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->selecting = FALSE;
}

/**
 * sf_sidebar_get_nth_page:
 * @n: from 0
 *
 * Returns: (nullable): the page id of that row
 */
const char *
sf_sidebar_get_nth_page (SfSidebar *self, guint n)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SF_IS_SIDEBAR (self), NULL);

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int)n);
  return row ? page_of (row) : NULL;
}

static gboolean
on_status_over_cb (gpointer data)
{
  SfSidebar *self = SF_SIDEBAR (data);

  self->status_id = 0;
  gtk_widget_hide (self->status);
  return G_SOURCE_REMOVE;
}

void
sf_sidebar_set_status (SfSidebar *self, const char *text)
{
  g_return_if_fail (SF_IS_SIDEBAR (self));

  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_widget_set_visible (self->status, *text != 0);
  g_clear_handle_id (&self->status_id, g_source_remove);
  if (*text != 0)
    self->status_id = g_timeout_add_seconds (STATUS_SECONDS, on_status_over_cb, self);
}

/**
 * sf_sidebar_new:
 *
 * Returns: (transfer floating): the sidebar of a window
 */
GtkWidget *
sf_sidebar_new (SfContext *context)
{
  SfSidebar *self = g_object_new (SF_TYPE_SIDEBAR, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (sf_context_get_model (context), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sf_context_get_workbook (context), "notify::writer",
                           G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::evaluation", G_CALLBACK (on_evaluation_cb), self,
                           G_CONNECT_SWAPPED);
  fill_list (self);
  refresh (self);
  return GTK_WIDGET (self);
}

static void
sf_sidebar_dispose (GObject *object)
{
  SfSidebar *self = SF_SIDEBAR (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->status_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_sidebar_parent_class)->dispose (object);
}

static gboolean
sf_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SfSidebar *self = SF_SIDEBAR (widget);

  return sf_part_focus_list (widget, GTK_LIST_BOX (self->list), self->foot, direction);
}

static void
sf_sidebar_class_init (SfSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = sf_sidebar_focus;
  G_OBJECT_CLASS (klass)->dispose = sf_sidebar_dispose;
  signals[SELECTED] = g_signal_new ("selected", SF_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", SF_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sfsidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
make_foot (SfSidebar *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->evaluation_button = sf_menu_button_new ("x-office-calendar-symbolic");
  self->writer_button = sf_menu_button_new ("document-edit-symbolic");
  self->status
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                      "xalign", 0.0, "visible", FALSE, "focusable", TRUE, NULL);
  gtk_widget_add_css_class (self->status, "caption");
  gtk_widget_add_css_class (self->status, "sidebar-status");
  gtk_widget_add_css_class (foot, "sidebar-foot");
  gtk_box_append (GTK_BOX (foot), self->evaluation_button);
  gtk_box_append (GTK_BOX (foot), self->writer_button);
  gtk_box_append (GTK_BOX (foot), self->status);
  gtk_box_append (GTK_BOX (self->box), foot);
  self->foot = foot;
}

static void
sf_sidebar_init (SfSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, NULL, NULL);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (on_row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  make_foot (self);
}
