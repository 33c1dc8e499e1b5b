/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-overview-page.h"

#include "base/sf-date.h"
#include "model/sf-agenda.h"
#include "model/sf-area-grade.h"
#include "model/sf-counts.h"
#include "model/sf-spread.h"
#include "ui/sf-agenda-card.h"
#include "ui/sf-area-row.h"
#include "ui/sf-button.h"
#include "ui/sf-chip.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-petal-chart.h"
#include "ui/sf-pile.h"

#include <glib/gi18n-lib.h>

#define DAYS_AHEAD 60

struct _SfOverviewPage
{
  SfPage parent_instance;

  GtkWidget *welcome;
  GtkWidget *chart;
  GtkWidget *caption;
  GtkWidget *next_title;
  GtkWidget *next_detail;
  GtkWidget *next_button;
  SfNextStep *next;
  GtkWidget *whole_row;
  GtkWidget *whole_state;
  GtkWidget *whole_chip;
  GtkWidget *meeting;
  GPtrArray *area_rows; /* borrowed from the widget tree */
  GtkWidget *due;
  GtkWidget *missing;
};

G_DEFINE_FINAL_TYPE (SfOverviewPage, sf_overview_page, SF_TYPE_PAGE)

static void
go_to_area (SfOverviewPage *self, SfKeyArea *area)
{
  g_autofree char *page_id = g_strconcat ("area:", sf_key_area_get_code (area), NULL);

  sf_context_go (sf_page_get_context (SF_PAGE (self)), page_id, NULL);
}

static void
on_petal_activated_cb (SfPetalChart *chart, SfKeyArea *area, SfOverviewPage *self)
{
  go_to_area (self, area);
}

static void
on_area_activated_cb (GtkListBox *box, GtkListBoxRow *row, SfOverviewPage *self)
{
  go_to_area (self, sf_area_row_get_area (SF_AREA_ROW (row)));
}

static void
on_next_clicked_cb (SfOverviewPage *self)
{
  if (self->next != NULL)
    sf_agenda_go (sf_page_get_context (SF_PAGE (self)), self->next->page, self->next->area_code,
                  self->next->statement_code, NULL);
}

static void
on_summary_activated_cb (GtkListBox *box, GtkListBoxRow *row, SfOverviewPage *self)
{
  sf_context_go (sf_page_get_context (SF_PAGE (self)), "summary",
                 GTK_WIDGET (row) == self->whole_row ? "grade" : NULL);
}

static void
on_begin_clicked_cb (SfOverviewPage *self)
{
  sf_context_go (sf_page_get_context (SF_PAGE (self)), "evaluations", NULL);
}

/* --- refresh ----------------------------------------------------------------------------- */

static void
update_petal (SfOverviewPage *self, SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  SfLevel *level = sf_area_grade_get_level (model, evaluation, area);
  SfLevel *last = sf_area_grade_get_last_level (model, evaluation, area);
  g_autofree char *grade = sf_area_grade_to_text (model, evaluation, area);
  g_autofree char *name
      = last != NULL ? g_strdup_printf (_ ("%s, %s, last time %s"), sf_key_area_get_title (area),
                                        grade, sf_level_get_label (last))
                     : g_strdup_printf ("%s, %s", sf_key_area_get_title (area), grade);

  sf_petal_chart_set_area (SF_PETAL_CHART (self->chart), area, level, last, name);
}

static void
update_areas (SfOverviewPage *self, SfModel *model, SfEvaluation *evaluation)
{
  for (guint i = 0; i < self->area_rows->len; i++)
    {
      SfAreaRow *row = g_ptr_array_index (self->area_rows, i);

      update_petal (self, model, evaluation, sf_area_row_get_area (row));
      sf_area_row_update (row, model, evaluation);
    }
  sf_part_set_text (self->caption,
                    sf_model_get_predecessor (model, evaluation) != NULL
                        ? _ ("Petals reach further out for a higher grade. The dashed outline is "
                             "the evaluation before.")
                        : _ ("Petals reach further out for a higher grade. A dotted outline is an "
                             "area without a grade."));
}

static void
update_next (SfOverviewPage *self, SfModel *model, SfEvaluation *evaluation, const char *today)
{
  g_clear_pointer (&self->next, sf_next_step_free);
  self->next = sf_agenda_get_next (model, evaluation, today);
  if (self->next == NULL)
    return;
  sf_part_set_text (self->next_title, self->next->title);
  sf_part_set_text (self->next_detail, self->next->detail);
  gtk_widget_set_visible (self->next_detail, self->next->detail != NULL);
  gtk_button_set_label (GTK_BUTTON (self->next_button), self->next->button);
}

static void
update_whole (SfOverviewPage *self, SfModel *model, SfEvaluation *evaluation)
{
  SfAreaJudgement *whole = sf_area_grade_find (model, evaluation, NULL);
  const char *meeting_on = sf_evaluation_get_meeting_on (evaluation);
  g_autofree char *state = whole != NULL ? sf_area_judgement_state_to_text (whole) : NULL;
  g_autofree char *date = meeting_on != NULL ? sf_date_format (meeting_on) : NULL;
  g_autofree char *name = NULL, *meeting = NULL;

  sf_part_set_text (self->whole_state, state);
  gtk_widget_set_visible (self->whole_state, state != NULL);
  sf_chip_set_level (SF_CHIP (self->whole_chip), sf_area_grade_get_level (model, evaluation, NULL));
  name
      = g_strdup_printf (_ ("The whole centre, %s, %s"),
                         sf_chip_get_text (SF_CHIP (self->whole_chip)), state != NULL ? state : "");
  sf_part_set_name (self->whole_row, name);
  meeting = date != NULL ? g_strdup_printf (_ ("The meeting is on %s."), date) : NULL;
  sf_part_set_text (self->meeting, meeting);
  gtk_widget_set_visible (self->meeting, meeting != NULL);
}

static void
update_welcome (SfOverviewPage *self, SfModel *model, SfEvaluation *evaluation, const char *today)
{
  SfCounts counts;
  SfSpread grades;

  sf_counts_of (model, evaluation, today, &counts);
  sf_spread_of_grades (model, evaluation, &grades);
  gtk_widget_set_visible (self->welcome,
                          counts.judgements == 0 && sf_spread_get_n_judged (&grades) == 0);
}

static void
sf_overview_page_refresh (SfPage *page)
{
  SfOverviewPage *self = SF_OVERVIEW_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  SfModel *model = sf_context_get_model (context);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  const char *today;

  if (evaluation == NULL || self->chart == NULL)
    return;
  today = sf_context_get_today (context);
  update_areas (self, model, evaluation);
  update_next (self, model, evaluation, today);
  update_whole (self, model, evaluation);
  update_welcome (self, model, evaluation, today);
  sf_agenda_card_set_items (SF_AGENDA_CARD (self->due),
                            sf_agenda_list_due (model, evaluation, today, DAYS_AHEAD));
  sf_agenda_card_set_items (SF_AGENDA_CARD (self->missing),
                            sf_agenda_list_missing (model, evaluation, today));
}

static void
sf_overview_page_show_item (SfPage *page, const char *item)
{
  if (g_str_equal (item, "grade"))
    sf_context_go (sf_page_get_context (page), "summary", item);
}

static void
sf_overview_page_focus_first (SfPage *page)
{
  SfOverviewPage *self = SF_OVERVIEW_PAGE (page);

  if (self->next_button == NULL || !gtk_widget_grab_focus (self->next_button))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* --- building ---------------------------------------------------------------------------- */

static GtkWidget *
create_welcome (SfOverviewPage *self)
{
  GtkWidget *card = sf_part_card (_ ("Welcome to a new evaluation"), NULL);
  GtkWidget *text = sf_part_label (
      _ ("Begin where you like. A first evaluation can be a grade for each key area with two "
         "sentences: what is strong, what to improve. That already prints a complete report. The "
         "statements beneath can come later, a few at a time and in any order. Everything is saved "
         "as you type."),
      NULL);

  gtk_widget_add_css_class (text, "sf-card-text");
  gtk_box_append (GTK_BOX (card), text);
  self->welcome = card;
  return card;
}

static GtkWidget *
create_chart_card (SfOverviewPage *self, SfFramework *framework)
{
  GtkWidget *card = sf_part_card (_ ("Where the centre stands"), NULL);

  gtk_widget_add_css_class (card, "sf-plain-header");
  self->chart = sf_petal_chart_new ();
  sf_petal_chart_set_framework (SF_PETAL_CHART (self->chart), framework);
  sf_part_set_name (self->chart, _ ("Where the centre stands: grades of the key areas"));
  g_signal_connect (self->chart, "area-activated", G_CALLBACK (on_petal_activated_cb), self);
  self->caption = sf_part_label (NULL, "sf-row-subtitle");
  gtk_label_set_justify (GTK_LABEL (self->caption), GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (self->caption), 12);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0.5f);
  gtk_widget_add_css_class (self->caption, "sf-card-text");
  gtk_box_append (GTK_BOX (card), self->chart);
  gtk_box_append (GTK_BOX (card), self->caption);
  return card;
}

static GtkWidget *
create_next_card (SfOverviewPage *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *line = sf_line_new (12);
  GtkWidget *words = sf_pile_new (2);

  gtk_widget_add_css_class (line, "sf-card-text");
  self->next_title = sf_part_heading (NULL);
  self->next_detail = sf_part_label (NULL, "sf-row-subtitle");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->next_title);
  gtk_box_append (GTK_BOX (words), self->next_detail);
  self->next_button = gtk_button_new_with_label (_ ("Continue"));
  gtk_widget_add_css_class (self->next_button, "suggested-action");
  gtk_widget_set_valign (self->next_button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->next_button, "clicked", G_CALLBACK (on_next_clicked_cb), self);
  sf_line_append (SF_LINE (line), words);
  sf_line_append (SF_LINE (line), self->next_button);
  gtk_box_append (GTK_BOX (card), line);
  return card;
}

static GtkWidget *
create_committee_card (SfOverviewPage *self)
{
  GtkWidget *card = sf_part_card (_ ("For the committee"), NULL);
  GtkWidget *rows = sf_part_rows (_ ("For the committee"));
  GtkWidget *line = sf_line_new (12);
  GtkWidget *words = sf_pile_new (2);

  self->whole_row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (self->whole_row, "sf-row");
  gtk_box_append (GTK_BOX (words), sf_part_row_label (_ ("The whole centre"), "sf-row-title"));
  self->whole_state = sf_part_row_label (NULL, "sf-row-subtitle");
  gtk_box_append (GTK_BOX (words), self->whole_state);
  gtk_widget_set_hexpand (words, TRUE);
  self->whole_chip = sf_chip_new ();
  gtk_widget_set_valign (self->whole_chip, GTK_ALIGN_CENTER);
  sf_line_append (SF_LINE (line), words);
  sf_line_append (SF_LINE (line), self->whole_chip);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->whole_row), line);
  gtk_list_box_append (GTK_LIST_BOX (rows), self->whole_row);
  gtk_list_box_append (
      GTK_LIST_BOX (rows),
      sf_part_row (_ ("Summary for the committee"),
                   _ ("What improved, what did not, and the decisions you ask for"), NULL));
  g_signal_connect (rows, "row-activated", G_CALLBACK (on_summary_activated_cb), self);
  self->meeting = sf_part_label (NULL, "sf-row-subtitle");
  gtk_widget_add_css_class (self->meeting, "sf-nothing");
  gtk_box_append (GTK_BOX (card), rows);
  gtk_box_append (GTK_BOX (card), self->meeting);
  return card;
}

static GtkWidget *
create_areas_card (SfOverviewPage *self, SfFramework *framework)
{
  GtkWidget *card = sf_part_card (_ ("Key areas"), NULL);
  GtkWidget *rows = sf_part_rows (_ ("Key areas"));
  GPtrArray *areas = sf_framework_get_areas (framework);

  for (guint i = 0; i < areas->len; i++)
    {
      GtkWidget *row = sf_area_row_new (framework, g_ptr_array_index (areas, i));

      gtk_list_box_append (GTK_LIST_BOX (rows), row);
      g_ptr_array_add (self->area_rows, row);
    }
  g_signal_connect (rows, "row-activated", G_CALLBACK (on_area_activated_cb), self);
  gtk_box_append (GTK_BOX (card), rows);
  return card;
}

static GtkWidget *
create_agenda (SfOverviewPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *agenda;

  self->due = sf_agenda_card_new (context, _ ("Due"), _ ("Nothing is due in the next two months."));
  self->missing = sf_agenda_card_new (context, _ ("Worth a look"), _ ("Nothing stands out."));
  gtk_widget_set_valign (self->due, GTK_ALIGN_START);
  gtk_widget_set_valign (self->missing, GTK_ALIGN_START);
  agenda = sf_fold_box_new (self->due, self->missing, 30, 30, 12);
  return agenda;
}

static void
build (SfOverviewPage *self, SfFramework *framework)
{
  GtkWidget *body = sf_pile_new (12);
  GtkWidget *left = sf_pile_new (12);
  GtkWidget *right = sf_pile_new (12);

  gtk_box_append (GTK_BOX (left), create_chart_card (self, framework));
  gtk_box_append (GTK_BOX (left), create_next_card (self));
  gtk_box_append (GTK_BOX (left), create_committee_card (self));
  gtk_box_append (GTK_BOX (right), create_areas_card (self, framework));
  gtk_box_append (GTK_BOX (right), create_agenda (self));
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_set_valign (right, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (body), create_welcome (self));
  gtk_box_append (GTK_BOX (body), sf_fold_box_new (left, right, 50, 70, 16));
  adw_bin_set_child (ADW_BIN (self), sf_part_scrolled (body, 1400));
}

static void
build_without_evaluation (SfOverviewPage *self)
{
  GtkWidget *button = sf_button_new (_ ("_Begin an evaluation"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_begin_clicked_cb), self);
  adw_bin_set_child (
      ADW_BIN (self),
      sf_part_scrolled (
          sf_part_empty ("view-grid-symbolic", _ ("No evaluation yet"),
                         _ ("An evaluation is one year of looking at the centre against the "
                            "standards. Begin one, and this page will show where the centre "
                            "stands."),
                         button),
          640));
}

static void
sf_overview_page_constructed (GObject *object)
{
  SfOverviewPage *self = SF_OVERVIEW_PAGE (object);
  SfFramework *framework = sf_context_get_framework (sf_page_get_context (SF_PAGE (self)));

  G_OBJECT_CLASS (sf_overview_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Overview"));
  if (framework != NULL)
    build (self, framework);
  else
    build_without_evaluation (self);
}

static void
sf_overview_page_finalize (GObject *object)
{
  SfOverviewPage *self = SF_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->next, sf_next_step_free);
  g_clear_pointer (&self->area_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (sf_overview_page_parent_class)->finalize (object);
}

static void
sf_overview_page_class_init (SfOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  object_class->constructed = sf_overview_page_constructed;
  object_class->finalize = sf_overview_page_finalize;
  page_class->refresh = sf_overview_page_refresh;
  page_class->show_item = sf_overview_page_show_item;
  page_class->focus_first = sf_overview_page_focus_first;
}

static void
sf_overview_page_init (SfOverviewPage *self)
{
  self->area_rows = g_ptr_array_new ();
}
