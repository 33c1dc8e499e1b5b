/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-choice-card.h"

#include "report/sf-compose-report.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-report-sections.h"
#include "ui/sf-report-statements.h"
#include "ui/sf-said-field.h"
#include "workbook/sf-workbook-report.h"

#include <glib/gi18n-lib.h>

struct _SfReportChoiceCard
{
  AdwBin parent_instance;

  SfContext *context;
  SfReportWork *work;
  gboolean filling;

  GtkWidget *audience;
  GtkWidget *description;
  GtkWidget *count;
  GtkWidget *summary;
  GtkWidget *annex;
  GtkWidget *large_print;
  GtkWidget *area_box;
  GtkWidget *area;
  GtkWidget *statements;
  GtkWidget *sections;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (SfReportChoiceCard, sf_report_choice_card, ADW_TYPE_BIN)

enum
{
  AUDIENCE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

SfAudience
sf_report_choice_card_get_audience (SfReportChoiceCard *self)
{
  return (SfAudience)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->audience));
}

void
sf_report_choice_card_set_audience (SfReportChoiceCard *self, SfAudience audience)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->audience), audience);
}

/* --- writing ---------------------------------------------------------------------------------- */

static const char *
get_word (SfReportChoiceCard *self)
{
  return sf_audience_get_id (sf_report_work_get_audience (self->work));
}

static void
write_switch (SfReportChoiceCard *self, guint column, GtkWidget *check)
{
  GError *error = NULL;
  gboolean done;

  if (self->filling || self->work == NULL)
    return;
  done = sf_workbook_set_report_switch (sf_context_get_workbook (self->context),
                                        sf_report_work_get_evaluation (self->work), get_word (self),
                                        column,
                                        gtk_check_button_get_active (GTK_CHECK_BUTTON (check)),
                                        &error);
  sf_context_check (self->context, done, error);
}

static void
on_annex_cb (SfReportChoiceCard *self)
{
  write_switch (self, SF_REPORT_CHOICE_ANNEX, self->annex);
}

static void
on_large_print_cb (SfReportChoiceCard *self)
{
  write_switch (self, SF_REPORT_CHOICE_LARGE_PRINT, self->large_print);
}

static void
on_area_cb (SfReportChoiceCard *self)
{
  guint nth = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->area));
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));
  const char *code
      = nth > 0 && nth <= areas->len ? sf_key_area_get_code (areas->pdata[nth - 1]) : NULL;
  GError *error = NULL;
  gboolean done;

  if (self->filling || self->work == NULL)
    return;
  done = sf_workbook_set_report_text (sf_context_get_workbook (self->context),
                                      sf_report_work_get_evaluation (self->work), get_word (self),
                                      SF_REPORT_CHOICE_AREA_CODE, code, &error);
  sf_context_check (self->context, done, error);
}

static gboolean
write_note (SfSaidField *field, const char *text, gpointer data, GError **error)
{
  SfReportChoiceCard *self = data;

  return self->work == NULL
         || sf_workbook_set_report_text (sf_context_get_workbook (self->context),
                                         sf_report_work_get_evaluation (self->work),
                                         get_word (self), SF_REPORT_CHOICE_COVERING_NOTE, text,
                                         error);
}

static void
on_audience_cb (SfReportChoiceCard *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[AUDIENCE_CHANGED], 0);
}

static void
on_summary_clicked_cb (SfReportChoiceCard *self)
{
  sf_context_go (self->context, "summary", NULL);
}

static void
on_statements_clicked_cb (SfReportChoiceCard *self)
{
  sf_report_statements_present (GTK_WIDGET (self), self->work);
}

/* --- showing ---------------------------------------------------------------------------------- */

static void
show_area (SfReportChoiceCard *self, const char *code)
{
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));
  guint nth = 0;

  for (guint i = 0; i < areas->len; i++)
    if (g_strcmp0 (sf_key_area_get_code (areas->pdata[i]), code) == 0)
      nth = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->area), nth);
}

static void
show_statements (SfReportChoiceCard *self, const SfReportOptions *options)
{
  guint n = options->statements != NULL ? options->statements->len : 0;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->statements, sf_audience_has_statements (options->audience));
  label = n > 0 ? g_strdup_printf (ngettext ("Cho_ose statements… (%u chosen)",
                                             "Cho_ose statements… (%u chosen)", n),
                                   n)
                : g_strdup (_ ("Cho_ose statements… (all of them)"));
  sf_button_set_label (self->statements, label);
}

void
sf_report_choice_card_show (SfReportChoiceCard *self, SfReportWork *work, const char *problem)
{
  const SfReportOptions *options = sf_report_work_get_options (work);
  SfAudience audience = sf_report_work_get_audience (work);
  SfDisplayList *pages = sf_report_work_get_pages (work);
  g_autofree char *count = pages != NULL ? sf_report_length_to_text (pages, options) : NULL;

  if (self->work != NULL && sf_report_work_get_audience (self->work) != audience)
    sf_said_field_forget (SF_SAID_FIELD (self->note));
  g_set_object (&self->work, work);
  self->filling = TRUE;
  sf_part_set_text (self->description, sf_audience_get_description (audience));
  sf_part_set_text (self->count, count != NULL ? count : problem);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->annex), options->annex);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->large_print), options->large_print);
  gtk_widget_set_visible (self->annex, sf_audience_has_annex (audience));
  gtk_widget_set_visible (self->summary, audience == SF_AUDIENCE_GOVERNORS);
  gtk_widget_set_visible (self->area_box, sf_audience_has_area (audience));
  if (sf_audience_has_area (audience))
    show_area (self, options->area_code);
  show_statements (self, options);
  sf_report_sections_show (SF_REPORT_SECTIONS (self->sections), work);
  sf_said_field_show (SF_SAID_FIELD (self->note), options->covering_note,
                      !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
  self->filling = FALSE;
}

/* --- building --------------------------------------------------------------------------------- */

static GtkWidget *
create_check (SfReportChoiceCard *self, const char *label, GCallback callback)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (check, "toggled", callback, self);
  return check;
}

static void
create_audience (SfReportChoiceCard *self, GtkWidget *inside)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_For whom"));
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < SF_N_AUDIENCES; i++)
    gtk_string_list_append (names, sf_audience_get_name ((SfAudience)i));
  self->audience = sf_drop_down_new (names);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sf-field-label");
  sf_part_set_labelled_by (self->audience, label);
  g_signal_connect_swapped (self->audience, "notify::selected", G_CALLBACK (on_audience_cb), self);
  gtk_box_append (GTK_BOX (inside), label);
  gtk_box_append (GTK_BOX (inside), self->audience);
  self->description = sf_part_label (NULL, "sf-row-subtitle");
  gtk_box_append (GTK_BOX (inside), self->description);
  self->count = sf_part_label (NULL, NULL);
  gtk_box_append (GTK_BOX (inside), self->count);
}

static void
create_area (SfReportChoiceCard *self, GtkWidget *inside)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Key area"));
  GtkStringList *names = gtk_string_list_new (NULL);
  SfFramework *framework = sf_context_get_framework (self->context);
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;

  gtk_string_list_append (names, _ ("All of them"));
  for (guint i = 0; areas != NULL && i < areas->len; i++)
    gtk_string_list_append (names, sf_key_area_get_title (areas->pdata[i]));
  self->area = sf_drop_down_new (names);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sf-field-label");
  sf_part_set_labelled_by (self->area, label);
  g_signal_connect_swapped (self->area, "notify::selected", G_CALLBACK (on_area_cb), self);
  self->area_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->area_box), label);
  gtk_box_append (GTK_BOX (self->area_box), self->area);
  gtk_box_append (GTK_BOX (inside), self->area_box);
}

static void
create (SfReportChoiceCard *self)
{
  GtkWidget *card = sf_part_card (_ ("The report"), NULL);
  GtkWidget *inside = sf_pile_new (8);

  gtk_widget_add_css_class (inside, "sf-card-text");
  create_audience (self, inside);
  self->annex = create_check (self, _ ("With the annex: every statement, all evidence"),
                              G_CALLBACK (on_annex_cb));
  self->large_print
      = create_check (self, _ ("Large print, 18 point"), G_CALLBACK (on_large_print_cb));
  gtk_box_append (GTK_BOX (inside), self->annex);
  gtk_box_append (GTK_BOX (inside), self->large_print);
  create_area (self, inside);
  self->statements = sf_button_new (_ ("Cho_ose statements…"));
  gtk_widget_set_halign (self->statements, GTK_ALIGN_START);
  g_signal_connect_swapped (self->statements, "clicked", G_CALLBACK (on_statements_clicked_cb),
                            self);
  gtk_box_append (GTK_BOX (inside), self->statements);
  self->summary = sf_button_new (_ ("Write the s_ummary of the year"));
  gtk_widget_set_halign (self->summary, GTK_ALIGN_START);
  g_signal_connect_swapped (self->summary, "clicked", G_CALLBACK (on_summary_clicked_cb), self);
  gtk_box_append (GTK_BOX (inside), self->summary);
  self->sections = sf_report_sections_new ();
  gtk_box_append (GTK_BOX (inside), self->sections);
  self->note = sf_said_field_new (self->context, _ ("Covering note"), SF_PERFORMANCE_PROSE);
  sf_said_field_set_hint (SF_SAID_FIELD (self->note),
                          _ ("Your words to these readers, printed at the beginning."));
  sf_said_field_set_func (SF_SAID_FIELD (self->note), write_note, self);
  gtk_box_append (GTK_BOX (inside), self->note);
  gtk_box_append (GTK_BOX (card), inside);
  adw_bin_set_child (ADW_BIN (self), card);
}

static void
sf_report_choice_card_dispose (GObject *object)
{
  SfReportChoiceCard *self = SF_REPORT_CHOICE_CARD (object);

  g_clear_object (&self->work);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_report_choice_card_parent_class)->dispose (object);
}

static void
sf_report_choice_card_class_init (SfReportChoiceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_report_choice_card_dispose;
  signals[AUDIENCE_CHANGED] = g_signal_new ("audience-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_report_choice_card_init (SfReportChoiceCard *self)
{
}

GtkWidget *
sf_report_choice_card_new (SfContext *context)
{
  SfReportChoiceCard *self = g_object_new (SF_TYPE_REPORT_CHOICE_CARD, NULL);

  self->context = g_object_ref (context);
  self->filling = TRUE;
  create (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}
