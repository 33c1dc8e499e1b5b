/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-summary-page.h"

#include "ui/sf-area-grade-editor.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_DATE, SF_EVALUATION_MEETING_ON, N_ ("_Meeting that receives the report") },
  { SF_FIELD_PROSE, SF_EVALUATION_IMPROVED, N_ ("What _improved"), FALSE,
    N_ ("What is better for families than a year ago, and how is that known?") },
  { SF_FIELD_PROSE, SF_EVALUATION_NOT_IMPROVED, N_ ("What did _not improve"), FALSE,
    N_ ("What stayed as it was or got worse, and what was learnt from it?") },
  { SF_FIELD_PROSE, SF_EVALUATION_DECISIONS, N_ ("_Decisions asked for"), FALSE,
    N_ ("What does the committee have to decide, agree or support?") },
};

static const SfFieldItem resources[] = {
  { SF_FIELD_PROSE, SF_EVALUATION_FINANCE, N_ ("_Finance"), FALSE,
    N_ ("What came in, what was it spent on, and what is not certain?") },
  { SF_FIELD_PROSE, SF_EVALUATION_STAFFING, N_ ("_Staffing"), FALSE,
    N_ ("Posts, vacancies, training. Nobody by name, and nothing that tells of one person.") },
};

static const SfFieldItem for_parents[] = {
  { SF_FIELD_PROSE, SF_EVALUATION_WENT_WELL, N_ ("What _went well, for parents"), FALSE,
    N_ ("In plain words: it is the first thing that parents read.") },
  { SF_FIELD_PROSE, SF_EVALUATION_WORKING_ON, N_ ("What we are wor_king on, for parents"), FALSE,
    N_ ("What is not good enough yet, and what will be different when it is?") },
  { SF_FIELD_PROSE, SF_EVALUATION_HEARD, N_ ("What families _told us, and what we did"), FALSE,
    N_ ("For each thing that families said: what came of it, or why nothing could.") },
};

struct _SfSummaryPage
{
  SfPage parent_instance;

  GtkWidget *grade;
  GtkWidget *fields;
  GtkWidget *resources;
  GtkWidget *for_parents;
};

G_DEFINE_FINAL_TYPE (SfSummaryPage, sf_summary_page, SF_TYPE_PAGE)

static void
sf_summary_page_refresh (SfPage *page)
{
  SfSummaryPage *self = SF_SUMMARY_PAGE (page);
  SfEvaluation *evaluation = sf_context_get_evaluation (sf_page_get_context (page));

  if (self->grade == NULL)
    return;
  sf_area_grade_editor_refresh (SF_AREA_GRADE_EDITOR (self->grade));
  sf_field_set_show (SF_FIELD_SET (self->fields), evaluation);
  sf_field_set_show (SF_FIELD_SET (self->resources), evaluation);
  sf_field_set_show (SF_FIELD_SET (self->for_parents), evaluation);
}

static void
sf_summary_page_show_item (SfPage *page, const char *item)
{
  SfSummaryPage *self = SF_SUMMARY_PAGE (page);

  if (self->grade != NULL && g_str_equal (item, "grade"))
    gtk_widget_child_focus (self->grade, GTK_DIR_TAB_FORWARD);
}

static void
sf_summary_page_focus_first (SfPage *page)
{
  SfSummaryPage *self = SF_SUMMARY_PAGE (page);

  if (self->fields != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (self->fields));
  else
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static const char *
sf_summary_page_get_help (SfPage *page)
{
  return "overview";
}

/* A card with a sentence and fields. */
static GtkWidget *
add_card (GtkWidget *body,
          SfContext *context,
          const char *title,
          const char *sentence,
          const SfFieldItem *fields,
          guint n_fields)
{
  GtkWidget *card = sf_part_card (title, NULL);
  GtkWidget *set = sf_field_set_new (context, fields, n_fields);

  gtk_widget_add_css_class (set, "sf-card-form");
  gtk_box_append (GTK_BOX (card), sf_part_label (sentence, "sf-card-text"));
  gtk_box_append (GTK_BOX (card), set);
  gtk_box_append (GTK_BOX (body), card);
  return set;
}

static void
build (SfSummaryPage *self, SfContext *context)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->fields = add_card (
      body, context, _ ("What the report opens with"),
      _ ("These words stand on one page with the grades. A few honest sentences are better than "
         "many."),
      items, G_N_ELEMENTS (items));
  self->grade = sf_area_grade_editor_new (context, NULL);
  gtk_box_append (GTK_BOX (body), self->grade);
  self->resources = add_card (
      body, context, _ ("Finance and staffing"),
      _ ("Notes for the governing body and the authority. Parents and staff do not get them."),
      resources, G_N_ELEMENTS (resources));
  self->for_parents = add_card (
      body, context, _ ("For parents and the community"),
      _ ("Short sentences in plain words. Nothing that you wrote for the committee is taken over."),
      for_parents, G_N_ELEMENTS (for_parents));
  adw_bin_set_child (ADW_BIN (self), sf_part_scrolled (body, 880));
}

static void
sf_summary_page_constructed (GObject *object)
{
  SfSummaryPage *self = SF_SUMMARY_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));

  G_OBJECT_CLASS (sf_summary_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Summary for the committee"));
  if (sf_context_get_evaluation (context) != NULL)
    build (self, context);
  else
    adw_bin_set_child (
        ADW_BIN (self),
        sf_part_scrolled (sf_part_empty ("text-editor-symbolic", _ ("No evaluation yet"),
                                         _ ("The summary belongs to an evaluation. Begin one on "
                                            "the page Evaluations."),
                                         NULL),
                          640));
}

static void
sf_summary_page_class_init (SfSummaryPageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_summary_page_constructed;
  page_class->refresh = sf_summary_page_refresh;
  page_class->show_item = sf_summary_page_show_item;
  page_class->focus_first = sf_summary_page_focus_first;
  page_class->get_help = sf_summary_page_get_help;
}

static void
sf_summary_page_init (SfSummaryPage *self)
{
}
