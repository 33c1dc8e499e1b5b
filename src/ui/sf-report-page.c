/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-report-page.h"

#include "exchange/sf-identity-list.h"
#include "ui/sf-agenda-card.h"
#include "ui/sf-button.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-identity-card.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-questions-view.h"
#include "ui/sf-report-accepted.h"
#include "ui/sf-report-bar.h"
#include "ui/sf-report-choice-card.h"
#include "ui/sf-report-export.h"
#include "ui/sf-report-find.h"
#include "ui/sf-report-print.h"
#include "ui/sf-report-send.h"
#include "ui/sf-sheet-view.h"

#include <glib/gi18n-lib.h>

struct _SfReportPage
{
  SfPage parent_instance;

  GtkWidget *scrolled;
  GtkWidget *sheets;
  GtkWidget *choice;
  GtkWidget *before;
  GtkWidget *identities;
  GtkWidget *questions_card;
  GtkWidget *questions;
  GtkWidget *accepted;
  GtkWidget *find;
  GtkWidget *bar;

  SfReportWork *work;
};

G_DEFINE_FINAL_TYPE (SfReportPage, sf_report_page, SF_TYPE_PAGE)

/* --- the pages ----------------------------------------------------------------------------- */

/* As many sheets as pages; those that are there are kept, and with them the focus. */
static void
show_pages (SfReportPage *self, SfDisplayList *pages)
{
  guint n_pages = pages != NULL ? sf_display_list_get_n_pages (pages) : 0;
  GtkWidget *sheet = gtk_widget_get_first_child (self->sheets);

  for (guint i = 0; i < n_pages; i++)
    {
      if (sheet == NULL)
        {
          sheet = sf_sheet_view_new ();
          gtk_box_append (GTK_BOX (self->sheets), sheet);
        }
      sf_sheet_view_set_page (SF_SHEET_VIEW (sheet), pages, i);
      sheet = gtk_widget_get_next_sibling (sheet);
    }
  while (sheet != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (sheet);
      gtk_box_remove (GTK_BOX (self->sheets), sheet);
      sheet = next;
    }
  sf_report_find_set_pages (SF_REPORT_FIND (self->find), pages, self->sheets);
}

static void
sf_report_page_refresh (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  g_autoptr (GError) error = NULL;
  SfAudience audience;

  if (sf_context_get_evaluation (context) == NULL || self->sheets == NULL)
    return;
  audience = sf_report_choice_card_get_audience (SF_REPORT_CHOICE_CARD (self->choice));
  g_clear_object (&self->work);
  self->work = sf_report_work_new (context, audience);
  sf_report_work_refresh (self->work, &error);
  sf_report_choice_card_show (SF_REPORT_CHOICE_CARD (self->choice), self->work,
                              error != NULL ? error->message : NULL);
  sf_agenda_card_set_items (SF_AGENDA_CARD (self->before), sf_report_work_list_checks (self->work));
  sf_identity_card_show (SF_IDENTITY_CARD (self->identities), self->work);
  sf_questions_view_refresh (SF_QUESTIONS_VIEW (self->questions));
  gtk_widget_set_visible (self->questions_card, audience == SF_AUDIENCE_GOVERNORS);
  sf_report_accepted_show (SF_REPORT_ACCEPTED (self->accepted), self->work);
  show_pages (self, sf_report_work_get_pages (self->work));
  sf_report_bar_set_sensitive (SF_REPORT_BAR (self->bar),
                               sf_report_work_get_pages (self->work) != NULL);
}

static void
on_found_cb (SfReportPage *self, guint page, double fraction)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkWidget *sheet = gtk_widget_get_first_child (self->sheets);
  graphene_rect_t bounds;

  while (sheet != NULL && page-- > 0)
    sheet = gtk_widget_get_next_sibling (sheet);
  if (sheet == NULL || !gtk_widget_compute_bounds (sheet, self->scrolled, &bounds))
    return;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y
                                            + bounds.size.height * fraction
                                            - gtk_adjustment_get_page_size (adjustment) / 3);
}

/* --- before it leaves ------------------------------------------------------------------------ */

/* Whether all that may identify somebody is settled; says where it is not. */
static gboolean
may_leave (SfReportPage *self)
{
  GPtrArray *items = sf_report_work_get_identities (self->work);
  guint open = items != NULL ? sf_identity_count_open (items) : 0;
  g_autofree char *text = NULL;

  if (open == 0)
    return TRUE;
  text = g_strdup_printf (
      ngettext ("%u place may identify somebody. Please mend it or confirm that it does not; then "
                "the report can leave.",
                "%u places may identify somebody. Please mend each or confirm that it does not; "
                "then the report can leave.",
                open),
      open);
  sf_context_say (sf_page_get_context (SF_PAGE (self)), text, FALSE);
  sf_identity_card_focus_open (SF_IDENTITY_CARD (self->identities));
  return FALSE;
}

static gboolean
is_for_committee (SfReportPage *self)
{
  return sf_report_work_get_audience (self->work) == SF_AUDIENCE_GOVERNORS;
}

/* --- printing ----------------------------------------------------------------------------------
 */

/* What a print needs until it is over: the page may be gone by then. */
typedef struct
{
  SfReportWork *work;
  SfDisplayList *list; /* what is on the paper, once it is laid out */
} Printed;

static void
printed_free (gpointer data)
{
  Printed *printed = data;

  g_object_unref (printed->work);
  g_clear_object (&printed->list);
  g_free (printed);
}

static SfDisplayList *
compose_for_paper (double width, double height, gpointer data, GError **error)
{
  Printed *printed = data;

  g_clear_object (&printed->list);
  printed->list = sf_report_work_compose (printed->work, width, height, error);
  return printed->list != NULL ? g_object_ref (printed->list) : NULL;
}

static void
on_printed_cb (const GError *error, gpointer data)
{
  Printed *printed = data;
  SfContext *context = sf_report_work_get_context (printed->work);

  if (error != NULL)
    sf_context_report (context, error);
  else
    sf_report_note_shown (context, printed->list, "print");
}

static void
sf_report_page_print (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  Printed *printed;

  if (self->work == NULL || sf_report_work_get_pages (self->work) == NULL)
    return;
  /* what was sealed is never laid out again */
  if (is_for_committee (self) && sf_report_accepted_print (SF_REPORT_ACCEPTED (self->accepted)))
    return;
  if (!may_leave (self))
    return;
  title = sf_report_work_dup_title (self->work);
  printed = g_new0 (Printed, 1);
  printed->work = g_object_ref (self->work);
  sf_report_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                   &(SfPrintJob){ .title = title,
                                  .compose = compose_for_paper,
                                  .done = on_printed_cb,
                                  .data = printed,
                                  .destroy = printed_free });
}

/* --- exporting and sending ---------------------------------------------------------------------
 */

static void
on_export_cb (SfReportPage *self, guint format)
{
  g_autofree char *kind = NULL;

  if (self->work == NULL || sf_report_work_get_pages (self->work) == NULL)
    return;
  if (format == SF_REPORT_PDF && is_for_committee (self)
      && sf_report_accepted_save (SF_REPORT_ACCEPTED (self->accepted)))
    return;
  if (!may_leave (self))
    return;
  kind = sf_report_work_dup_title (self->work);
  sf_report_export (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)), _ ("The report"),
                    _ ("Save the report"), kind, (SfReportFormat)format,
                    sf_report_work_get_pages (self->work));
}

static void
on_sent_cb (gpointer data)
{
  SfReportWork *work = data;

  sf_report_note_shown (sf_report_work_get_context (work), sf_report_work_get_pages (work),
                        "report");
}

static void
on_send_cb (SfReportPage *self)
{
  g_autofree char *kind = NULL;
  g_autoptr (GBytes) sealed = NULL;

  if (self->work == NULL || sf_report_work_get_pages (self->work) == NULL)
    return;
  if (is_for_committee (self))
    sealed = sf_report_accepted_dup_pages (SF_REPORT_ACCEPTED (self->accepted));
  if (sealed == NULL && !may_leave (self))
    return;
  kind = sf_report_work_dup_title (self->work);
  sf_report_send (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)), kind,
                  sf_report_work_get_pages (self->work), sealed, on_sent_cb,
                  g_object_ref (self->work), g_object_unref);
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
on_audience_cb (SfReportPage *self)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  sf_page_queue_refresh (SF_PAGE (self));
  sf_page_moved (SF_PAGE (self));
  gtk_adjustment_set_value (adjustment, 0);
}

static gboolean
may_leave_cb (gpointer data)
{
  return may_leave (data);
}

static GtkWidget *
create_questions (SfReportPage *self)
{
  GtkWidget *inside = sf_pile_new (8);
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_Questions in this report"));

  sf_part_set_name (expander, _ ("Questions in this report"));
  self->questions_card = sf_part_card (_ ("Questions for the committee"), NULL);
  self->questions = sf_questions_view_new (sf_page_get_context (SF_PAGE (self)));
  gtk_widget_add_css_class (inside, "sf-card-text");
  gtk_expander_set_child (GTK_EXPANDER (expander), self->questions);
  gtk_box_append (GTK_BOX (inside),
                  sf_part_label (_ ("Answer them beforehand, and the paper shows both; or withdraw "
                                    "one, and it says that one was withdrawn."),
                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (inside), expander);
  gtk_box_append (GTK_BOX (self->questions_card), inside);
  return self->questions_card;
}

static GtkWidget *
create_side (SfReportPage *self)
{
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->choice = sf_report_choice_card_new (context);
  g_signal_connect_swapped (self->choice, "audience-changed", G_CALLBACK (on_audience_cb), self);
  self->identities = sf_identity_card_new ();
  self->before
      = sf_agenda_card_new (context, _ ("Before it is printed"), _ ("Nothing stands out."));
  self->accepted = sf_report_accepted_new (context, may_leave_cb, self);
  gtk_box_append (GTK_BOX (side), self->choice);
  gtk_box_append (GTK_BOX (side), self->identities);
  gtk_box_append (GTK_BOX (side), self->before);
  gtk_box_append (GTK_BOX (side), create_questions (self));
  gtk_box_append (GTK_BOX (side), self->accepted);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  return side;
}

static void
sf_report_page_focus_first (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);

  if (self->bar != NULL)
    sf_report_bar_focus_print (SF_REPORT_BAR (self->bar));
}

/* An item is the word of an audience: for whom the report is shown. */
static void
sf_report_page_show_item (SfPage *page, const char *item)
{
  SfReportPage *self = SF_REPORT_PAGE (page);
  SfAudience audience;

  if (self->choice != NULL && sf_audience_find (item, &audience))
    sf_report_choice_card_set_audience (SF_REPORT_CHOICE_CARD (self->choice), audience);
  sf_report_page_focus_first (page);
}

static char *
sf_report_page_dup_item (SfPage *page)
{
  SfReportPage *self = SF_REPORT_PAGE (page);

  return self->work != NULL
             ? g_strdup (sf_audience_get_id (sf_report_work_get_audience (self->work)))
             : NULL;
}

static void
sf_report_page_constructed (GObject *object)
{
  SfReportPage *self = SF_REPORT_PAGE (object);
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GtkWidget *side, *page;

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
  self->scrolled = sf_part_scrolled (sf_fold_box_new (side, self->sheets, 26, 36, 18), 1280);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  self->find = sf_report_find_new ();
  g_signal_connect_swapped (self->find, "found", G_CALLBACK (on_found_cb), self);
  self->bar = sf_report_bar_new (self->find);
  g_signal_connect_swapped (self->bar, "print", G_CALLBACK (sf_page_print), self);
  g_signal_connect_swapped (self->bar, "export", G_CALLBACK (on_export_cb), self);
  g_signal_connect_swapped (self->bar, "send", G_CALLBACK (on_send_cb), self);
  gtk_box_append (GTK_BOX (page), self->scrolled);
  gtk_box_append (GTK_BOX (page), self->bar);
  adw_bin_set_child (ADW_BIN (self), page);
}

static void
sf_report_page_dispose (GObject *object)
{
  SfReportPage *self = SF_REPORT_PAGE (object);

  g_clear_object (&self->work);
  G_OBJECT_CLASS (sf_report_page_parent_class)->dispose (object);
}

static void
sf_report_page_class_init (SfReportPageClass *klass)
{
  SfPageClass *page_class = SF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_report_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sf_report_page_dispose;
  page_class->refresh = sf_report_page_refresh;
  page_class->show_item = sf_report_page_show_item;
  page_class->dup_item = sf_report_page_dup_item;
  page_class->focus_first = sf_report_page_focus_first;
  page_class->print = sf_report_page_print;
}

static void
sf_report_page_init (SfReportPage *self)
{
}
