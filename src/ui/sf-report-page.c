/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-page.h"

#include "model/sf-agenda.h"
#include "model/sf-outcome-published.h"
#include "report/sf-compose-governors.h"
#include "report/sf-report-check.h"
#include "ui/sf-agenda-card.h"
#include "ui/sf-button.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-parts.h"
#include "ui/sf-report-export.h"
#include "ui/sf-report-print.h"
#include "ui/sf-sheet-view.h"

#include <glib/gi18n-lib.h>

struct _SfReportPage
{
  SfPage parent_instance;

  GtkWidget *sheets;
  GtkWidget *annex;
  GtkWidget *large_print;
  GtkWidget *count;
  GtkWidget *before;
  GtkWidget *print;

  SfFonts *fonts;
  SfDisplayList *list;
};

G_DEFINE_FINAL_TYPE (SfReportPage, sf_report_page, SF_TYPE_PAGE)

static gboolean
is_ticked (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static SfGovernorsOptions
get_options (SfReportPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  SfGovernorsOptions options
      = { .annex = is_ticked (self->annex), .today = sf_context_get_today (context) };

  return options;
}

/* --- the pages ----------------------------------------------------------------------------- */

static SfDisplayList *
compose (SfReportPage *self, GPtrArray *outcomes, GError **error)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  SfGovernorsOptions options = get_options (self);

  options.outcomes = outcomes;
  if (self->fonts == NULL)
    self->fonts = sf_fonts_new (NULL, error);
  if (self->fonts == NULL)
    return NULL;
  return sf_compose_governors (sf_context_get_model (context), sf_context_get_evaluation (context),
                               &options,
                               is_ticked (self->large_print) ? sf_style_sheet_get_large_print ()
                                                             : sf_style_sheet_get_standard (),
                               self->fonts, error);
}

/* As many sheets as pages; those that are there are kept, and with them the focus. */
static void
show_pages (SfReportPage *self)
{
  guint n_pages = sf_display_list_get_n_pages (self->list);
  GtkWidget *sheet = gtk_widget_get_first_child (self->sheets);

  for (guint i = 0; i < n_pages; i++)
    {
      if (sheet == NULL)
        {
          sheet = sf_sheet_view_new ();
          gtk_box_append (GTK_BOX (self->sheets), sheet);
        }
      sf_sheet_view_set_page (SF_SHEET_VIEW (sheet), self->list, i);
      sheet = gtk_widget_get_next_sibling (sheet);
    }
  while (sheet != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (sheet);
      gtk_box_remove (GTK_BOX (self->sheets), sheet);
      sheet = next;
    }
}

static void
show_count (SfReportPage *self)
{
  guint n_pages = sf_display_list_get_n_pages (self->list);
  guint body = sf_governors_count_body_pages (self->list);
  g_autofree char *text = NULL;

  if (body < n_pages)
    text = g_strdup_printf (ngettext ("%u page, and an annex of %u", "%u pages, and an annex of %u",
                                      body),
                            body, n_pages - body);
  else
    text = g_strdup_printf (ngettext ("%u page", "%u pages", body), body);
  sf_part_set_text (self->count, text);
}

static void
sf_report_page_refresh (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GError) error = NULL;

  if (evaluation == NULL || self->sheets == NULL)
    return;
  outcomes = sf_published_list (sf_context_get_model (context), evaluation);
  list = compose (self, outcomes, &error);
  if (list == NULL)
    {
      sf_part_set_text (self->count, error->message);
      return;
    }
  g_set_object (&self->list, list);
  sf_agenda_card_set_items (SF_AGENDA_CARD (self->before),
                            sf_report_list_checks (sf_context_get_model (context), evaluation,
                                                   sf_context_get_today (context), outcomes, list));
  show_pages (self);
  show_count (self);
}

/* --- printing and exporting ------------------------------------------------------------------ */

/* What a print needs until it is over: the page may be gone by then. */
typedef struct
{
  SfContext *context;
  SfEvaluation *evaluation;
  SfFonts *fonts;
  SfDisplayList *list; /* what is on the paper, once it is laid out */
  char *today;
  gboolean annex;
  gboolean large_print;
} Printed;

static void
printed_free (gpointer data)
{
  Printed *printed = data;

  g_object_unref (printed->context);
  g_object_unref (printed->evaluation);
  g_object_unref (printed->fonts);
  g_clear_object (&printed->list);
  g_free (printed->today);
  g_free (printed);
}

static SfDisplayList *
compose_for_paper (double width, double height, gpointer data, GError **error)
{
  Printed *printed = data;
  SfGovernorsOptions options = { .annex = printed->annex, .today = printed->today };
  SfStyleSheet sheet
      = printed->large_print ? *sf_style_sheet_get_large_print () : *sf_style_sheet_get_standard ();

  sf_style_sheet_set_paper (&sheet, width, height);
  g_clear_object (&printed->list);
  printed->list
      = sf_compose_governors (sf_context_get_model (printed->context), printed->evaluation,
                              &options, &sheet, printed->fonts, error);
  return printed->list != NULL ? g_object_ref (printed->list) : NULL;
}

static void
on_printed_cb (const GError *error, gpointer data)
{
  Printed *printed = data;

  if (error != NULL)
    sf_context_report (printed->context, error);
  else
    sf_report_note_shown (printed->context, printed->list, "print");
}

static void
sf_report_page_print (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Printed *printed;

  if (self->list == NULL)
    return;
  printed = g_new0 (Printed, 1);
  printed->context = g_object_ref (context);
  printed->evaluation = g_object_ref (sf_context_get_evaluation (context));
  printed->fonts = g_object_ref (self->fonts);
  printed->today = g_strdup (sf_context_get_today (context));
  printed->annex = is_ticked (self->annex);
  printed->large_print = is_ticked (self->large_print);
  sf_report_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                   &(SfPrintJob){ .title = sf_evaluation_get_title (printed->evaluation),
                                  .compose = compose_for_paper,
                                  .done = on_printed_cb,
                                  .data = printed,
                                  .destroy = printed_free });
}

static void
on_export_clicked_cb (SfReportPage *self)
{
  if (self->list != NULL)
    sf_report_export (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)), _ ("The report"),
                      _ ("Save the report as a PDF"), _ ("report"), self->list);
}

/* --- building ----------------------------------------------------------------------------------
 */

static GtkWidget *
create_check (SfReportPage *self, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (sf_page_queue_refresh), self);
  return check;
}

static void
on_summary_clicked_cb (SfReportPage *self)
{
  sf_context_go (sf_page_get_context (SF_PAGE (self)), "summary", NULL);
}

static GtkWidget *
create_options (SfReportPage *self)
{
  GtkWidget *card = sf_part_card (_ ("Report for your committee"), NULL);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (inside, "sf-card-text");
  GtkWidget *summary = sf_button_new (_ ("Write the _summary of the year"));
  GtkWidget *any_time
      = sf_part_label (_ ("It can be printed at any time: it says openly what is missing."), NULL);

  self->count = sf_part_label (NULL, "sf-row-subtitle");
  self->annex = create_check (self, _ ("With the annex: every statement, all evidence"));
  self->large_print = create_check (self, _ ("Large print, 18 point"));
  gtk_widget_set_halign (summary, GTK_ALIGN_START);
  g_signal_connect_swapped (summary, "clicked", G_CALLBACK (on_summary_clicked_cb), self);
  gtk_box_append (GTK_BOX (inside), self->count);
  gtk_box_append (GTK_BOX (inside), any_time);
  gtk_box_append (GTK_BOX (inside), self->annex);
  gtk_box_append (GTK_BOX (inside), self->large_print);
  gtk_box_append (GTK_BOX (inside), summary);
  gtk_box_append (GTK_BOX (card), inside);
  return card;
}

/* They stay in sight while the pages are read. */
static GtkWidget *
create_buttons (SfReportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *export = sf_button_new (_ ("_Export as PDF…"));

  gtk_widget_add_css_class (box, "sf-report-buttons");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->print = sf_button_new (_ ("_Print…"));
  gtk_widget_add_css_class (self->print, "suggested-action");
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (sf_page_print), self);
  g_signal_connect_swapped (export, "clicked", G_CALLBACK (on_export_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), export);
  gtk_box_append (GTK_BOX (box), self->print);
  return box;
}

static GtkWidget *
create_side (SfReportPage *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->before = sf_agenda_card_new (sf_page_get_context (SF_PAGE (self)),
                                     _ ("Before it is printed"), _ ("Nothing stands out."));
  gtk_box_append (GTK_BOX (side), create_options (self));
  gtk_box_append (GTK_BOX (side), self->before);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  return side;
}

static void
sf_report_page_focus_first (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);

  if (self->print != NULL)
    gtk_widget_grab_focus (self->print);
}

static void
sf_report_page_constructed (GObject *object)
{
  SfReportPage *self = SF_REPORT_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *side, *page, *scrolled;

  G_OBJECT_CLASS (sf_report_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Report"));
  if (sf_context_get_evaluation (context) == NULL)
    {
      adw_bin_set_child (ADW_BIN (self),
                         sf_part_empty ("printer-symbolic", _ ("No report yet"),
                                        _ ("A report is made of an evaluation. Begin one first."),
                                        NULL));
      return;
    }
  self->sheets = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->sheets, "sf-sheets");
  side = create_side (self);
  page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  scrolled = sf_part_scrolled (sf_fold_box_new (side, self->sheets, 26, 36, 18), 1280);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (page), scrolled);
  gtk_box_append (GTK_BOX (page), create_buttons (self));
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
sf_report_page_dispose (GObject *object)
{
  SfReportPage *self = SF_REPORT_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->fonts);
  G_OBJECT_CLASS (sf_report_page_parent_class)->dispose (object);
}

static void
sf_report_page_class_init (SfReportPageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_report_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sf_report_page_dispose;
  page_class->refresh = sf_report_page_refresh;
  page_class->focus_first = sf_report_page_focus_first;
  page_class->print = sf_report_page_print;
}

static void
sf_report_page_init (SfReportPage *self)
{
}
