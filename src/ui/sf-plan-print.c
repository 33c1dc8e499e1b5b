/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plan-print.h"

#include "report/sf-compose-plan.h"
#include "report/sf-layout.h"
#include "report/sf-report-check.h"
#include "ui/sf-agenda-card.h"
#include "ui/sf-columns.h"
#include "ui/sf-message.h"
#include "ui/sf-report-export.h"
#include "ui/sf-report-print.h"

#include <glib/gi18n-lib.h>

/* More than that scrolls. */
#define LIST_HEIGHT 320
#define LIST_CHARS 52

/* @width, @height: of the paper in points; 0 for A4 */
static SfDisplayList *
compose (SfContext *context, double width, double height, GError **error)
{
  g_autoptr (SfFonts) fonts = sf_fonts_new (NULL, error);
  g_autoptr (SfDocument) document = NULL;
  SfStyleSheet sheet;

  if (fonts == NULL)
    return NULL;
  document
      = sf_plan_make_document (sf_context_get_model (context), sf_context_get_evaluation (context),
                               sf_context_get_today (context), error);
  if (document == NULL)
    return NULL;
  sf_plan_init_sheet (&sheet, FALSE);
  if (width > 0)
    sf_style_sheet_set_paper (&sheet, width, height);
  return sf_layout_run (document, &sheet, fonts);
}

static SfDisplayList *
compose_for_paper (double width, double height, gpointer data, GError **error)
{
  return compose (data, width, height, error);
}

static void
on_printed_cb (const GError *error, gpointer data)
{
  if (error != NULL)
    sf_context_report (data, error);
}

static void
print (GtkWidget *parent, SfContext *context)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  SfEvaluation *evaluation = sf_context_get_evaluation (context);

  sf_report_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                   &(SfPrintJob){ .title = sf_evaluation_get_title (evaluation),
                                  .across = TRUE,
                                  .compose = compose_for_paper,
                                  .done = on_printed_cb,
                                  .data = g_object_ref (context),
                                  .destroy = g_object_unref });
}

static void export(GtkWidget *parent, SfContext *context, SfDisplayList *list)
{
  sf_report_export (parent, context, _ ("The plan"), _ ("Save the plan as a PDF"),
                    _ ("development plan"), SF_REPORT_PDF, list);
}

/* --- before it leaves ------------------------------------------------------------------------ */

/* A plan that is asked about. */
typedef struct
{
  GtkWidget *parent;
  SfContext *context;
  SfDisplayList *list; /* to be saved; NULL: to be printed */
} Leaving;

static void
leaving_free (Leaving *leaving)
{
  g_object_unref (leaving->parent);
  g_object_unref (leaving->context);
  g_clear_object (&leaving->list);
  g_free (leaving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leaving, leaving_free)

static void
leave (Leaving *leaving)
{
  if (leaving->list != NULL)
    export(leaving->parent, leaving->context, leaving->list);
  else
    print (leaving->parent, leaving->context);
}

static void
on_answered_cb (const char *answer, gpointer data)
{
  g_autoptr (Leaving) leaving = data;

  if (g_str_equal (answer, "leave"))
    leave (leaving);
}

/* What was chosen lies in the window beneath. */
static void
on_went_cb (GtkWidget *card)
{
  GtkRoot *root = gtk_widget_get_root (card);

  if (GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}

static void
ask (Leaving *leaving, GPtrArray *items)
{
  gboolean saved = leaving->list != NULL;
  const SfAnswer answers[]
      = { { "close", _ ("Cancel"), SF_ANSWER_PLAIN },
          { "leave", saved ? _ ("Save it") : _ ("Print it"), SF_ANSWER_SUGGESTED } };
  GtkWidget *card
      = sf_agenda_card_new (leaving->context, _ ("Worth a look"), _ ("Nothing stands out."));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  sf_agenda_card_set_items (SF_AGENDA_CARD (card), items);
  g_signal_connect (card, "went", G_CALLBACK (on_went_cb), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_widget_set_size_request (scrolled, sf_chars_to_pixels (leaving->parent, LIST_CHARS), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), card);
  sf_message_ask (leaving->parent, saved ? _ ("Before it is saved") : _ ("Before it is printed"),
                  _ ("Please look at these texts of the plan. Each line leads to its text."),
                  scrolled, answers, G_N_ELEMENTS (answers), on_answered_cb, leaving);
}

/* What stands out is shown first; nothing of it keeps the plan from being printed. */
static void
begin (GtkWidget *parent, SfContext *context, gboolean save)
{
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Leaving) leaving = NULL;

  if (sf_context_get_evaluation (context) == NULL)
    return;
  list = compose (context, 0, 0, &error);
  if (list == NULL)
    {
      sf_context_report (context, error);
      return;
    }
  items = sf_plan_list_checks (sf_context_get_model (context), sf_context_get_evaluation (context),
                               sf_context_get_today (context), list);
  leaving = g_new0 (Leaving, 1);
  leaving->parent = g_object_ref (parent);
  leaving->context = g_object_ref (context);
  leaving->list = save ? g_steal_pointer (&list) : NULL;
  if (items->len == 0)
    leave (leaving);
  else
    ask (g_steal_pointer (&leaving), g_steal_pointer (&items));
}

void
sf_plan_print (GtkWidget *parent, SfContext *context)
{
  begin (parent, context, FALSE);
}

void
sf_plan_export (GtkWidget *parent, SfContext *context)
{
  begin (parent, context, TRUE);
}
