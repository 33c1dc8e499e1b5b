/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-page.h"

#include "model/sf-agenda.h"
#include "report/sf-report-check.h"
#include "report/sf-report-pdf.h"
#include "ui/sf-agenda-card.h"
#include "ui/sf-button.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-parts.h"
#include "ui/sf-report-print.h"
#include "ui/sf-sheet-view.h"
#include "workbook/sf-workbook-safety.h"

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
compose (SfReportPage *self, GError **error)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  SfGovernorsOptions options = get_options (self);

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
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GError) error = NULL;

  if (evaluation == NULL || self->sheets == NULL)
    return;
  list = compose (self, &error);
  if (list == NULL)
    {
      sf_part_set_text (self->count, error->message);
      return;
    }
  g_set_object (&self->list, list);
  sf_agenda_card_set_items (SF_AGENDA_CARD (self->before),
                            sf_report_list_checks (sf_context_get_model (context), evaluation,
                                                   sf_context_get_today (context), list));
  show_pages (self);
  show_count (self);
}

/* --- printing and exporting ------------------------------------------------------------------ */

static void
on_printed_cb (const GError *error, gpointer data)
{
  g_autoptr (SfReportPage) self = data;

  if (error != NULL)
    sf_context_report (sf_page_get_context (SF_PAGE (self)), error);
}

static void
sf_report_page_print (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  SfGovernorsOptions options = get_options (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->list == NULL)
    return;
  sf_report_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                   GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL, sf_context_get_model (context),
                   sf_context_get_evaluation (context), &options, is_ticked (self->large_print),
                   self->fonts, on_printed_cb, g_object_ref (self));
}

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  g_autoptr (SfReportPage) self = data;
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *name = NULL, *place = NULL, *said = NULL;
  g_autoptr (GFile) folder = NULL;
  gboolean done;

  if (files == NULL || files[0] == NULL || self->list == NULL)
    return;
  path = g_file_get_path (files[0]);
  if (path != NULL)
    done = sf_workbook_check_output (sf_context_get_workbook (context), path, &error)
           && sf_report_write_pdf_file (self->list, path, NULL, &error);
  else
    {
      stream
          = g_file_replace (files[0], NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error);
      done = stream != NULL
             && sf_report_write_pdf (self->list, G_OUTPUT_STREAM (stream), NULL, &error)
             && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
    }
  if (!done)
    {
      sf_context_report (context, error);
      return;
    }
  name = g_file_get_basename (files[0]);
  folder = g_file_get_parent (files[0]);
  place = folder != NULL ? g_file_get_basename (folder) : g_strdup ("/");
  said = g_strdup_printf (_ ("The report was saved as “%s” in the folder “%s”."), name, place);
  sf_context_say (context, said, FALSE);
}

/* "Millbrook Children's Centre, report 2026-11-22.pdf", without what a file name cannot hold */
static char *
propose_name (SfReportPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  SfCentre *centre = sf_context_get_centre (context);
  char *name = g_strdup_printf (_ ("%s, report %s.pdf"),
                                centre != NULL ? sf_centre_get_name (centre) : _ ("Centre"),
                                sf_context_get_today (context));

  return g_strdelimit (name, "/\\:*?\"<>|", '-');
}

static void
on_export_clicked_cb (SfReportPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  g_autoptr (GFile) file
      = g_file_new_for_path (sf_workbook_get_path (sf_context_get_workbook (context)));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = propose_name (self);

  sf_choose_destination (GTK_WIDGET (self), _ ("Save the report as a PDF"), SF_FILES_PDF, folder,
                         name, on_destination_cb, g_object_ref (self));
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
