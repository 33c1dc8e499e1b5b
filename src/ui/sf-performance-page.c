/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-performance-page.h"

#include "base/sf-date.h"
#include "model/sf-performance-told.h"
#include "ui/sf-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-performance-ask.h"
#include "ui/sf-performance-view.h"
#include "ui/sf-recovery-ask.h"
#include "ui/sf-unlock-box.h"
#include "workbook/sf-workbook-performance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SfPerformancePage
{
  SfListPage parent_instance;

  GtkWidget *add;
  GtkWidget *replace;
  GtkWidget *told; /* "Reviews held: all" */
  GtkWidget *panel;
};

G_DEFINE_FINAL_TYPE (SfPerformancePage, sf_performance_page, SF_TYPE_LIST_PAGE)

static SfWorkbook *
workbook_of (SfPerformancePage *self)
{
  return sf_context_get_workbook (sf_page_get_context (SF_PAGE (self)));
}

/* --- the list ----------------------------------------------------------------------------------
 */

static GPtrArray *
sf_performance_page_list (SfListPage *page, gpointer keep, gboolean *any)
{
  SfContext *context = sf_page_get_context (SF_PAGE (page));
  GPtrArray *records = sf_performance_list_records (sf_context_get_model (context),
                                                    sf_context_get_centre (context), FALSE);
  g_autoptr (GPtrArray) judged
      = sf_performance_list_judged_records (sf_context_get_model (context),
                                            sf_context_get_centre (context));

  g_ptr_array_extend (records, judged, NULL, NULL);
  *any = records->len > 0;
  return records;
}

static void
sf_performance_page_describe (SfListPage *page, gpointer record, SfRecordText *text)
{
  g_autofree char *cycle = sf_date_format_period (sf_performance_record_get_starts_on (record),
                                                  sf_performance_record_get_ends_on (record));
  const char *role = sf_performance_record_get_role (record), *stage;

  if (sf_performance_record_get_evaluation (record) != NULL)
    role = _ ("What is judged of the head");
  text->title = g_strdup (sf_performance_record_get_person (record));
  text->subtitle
      = role != NULL ? g_strdup_printf ("%s · %s", role, cycle) : g_steal_pointer (&cycle);
  sf_performance_describe_stage (sf_page_get_context (SF_PAGE (page)), record, &text->shape,
                                 &text->tone, &stage);
  text->chip = g_strdup (stage);
}

static void
sf_performance_page_show (SfListPage *page, gpointer record)
{
  sf_performance_view_show (SF_PERFORMANCE_VIEW (SF_PERFORMANCE_PAGE (page)->panel), record);
}

static void
sf_performance_page_refresh (SfPage *page)
{
  SfPerformancePage *self = SF_PERFORMANCE_PAGE (page);
  SfContext *context = sf_page_get_context (page);
  const char *told = sf_performance_tell_reviews (sf_context_get_model (context),
                                                  sf_context_get_centre (context),
                                                  sf_context_get_today (context));

  SF_PAGE_CLASS (sf_performance_page_parent_class)->refresh (page);
  gtk_widget_set_sensitive (self->add, sf_context_can_edit (context));
  gtk_widget_set_sensitive (self->replace, sf_context_can_edit (context));
  sf_part_set_text (self->told, told);
  gtk_widget_set_visible (self->told, told != NULL);
}

static void
sf_performance_page_print (SfPage *page)
{
  sf_performance_view_print (SF_PERFORMANCE_VIEW (SF_PERFORMANCE_PAGE (page)->panel));
}

/* --- beginning ---------------------------------------------------------------------------------
 */

static void
on_begun (SfPerformanceRecord *record, gpointer data)
{
  sf_list_page_wait_for (SF_LIST_PAGE (data), sf_record_get_uuid (SF_RECORD (record)));
}

static void
ask_begin (gpointer data)
{
  SfPerformancePage *self = data;

  sf_performance_ask_begin (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)), on_begun,
                            self);
}

static void
on_recovery_known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfPerformancePage) self = data;
  SfContext *context = sf_page_get_context (SF_PAGE (self));
  GError *error = NULL;
  gboolean has = sf_workbook_has_recovery_finish (SF_WORKBOOK (source), result, &error);

  if (!sf_context_check (context, error == NULL, error)
      || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (has)
    ask_begin (self);
  else
    sf_recovery_ask (GTK_WIDGET (self), context, FALSE, ask_begin, self);
}

/* The first time the employer's key is made before anything else. */
static void
on_begin_cb (SfPerformancePage *self)
{
  sf_workbook_has_recovery (workbook_of (self), on_recovery_known_cb, g_object_ref (self));
}

static void
on_replace_cb (SfPerformancePage *self)
{
  sf_recovery_ask (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)), TRUE, NULL, self);
}

/* --- building ----------------------------------------------------------------------------------
 */

static GtkWidget *
create_tools (SfPerformancePage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->add = sf_button_new (_ ("_Begin a record…"));
  self->replace = sf_button_new (_ ("Replace the employer’s key…"));
  self->told = sf_part_label (NULL, NULL);
  gtk_widget_add_css_class (self->replace, "flat");
  gtk_widget_set_visible (self->told, FALSE);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_begin_cb), self);
  g_signal_connect_swapped (self->replace, "clicked", G_CALLBACK (on_replace_cb), self);
  gtk_box_append (GTK_BOX (tools), self->add);
  gtk_box_append (GTK_BOX (tools), self->replace);
  gtk_box_append (GTK_BOX (tools), self->told);
  return tools;
}

static GtkWidget *
create_empty (SfPerformancePage *self)
{
  GtkWidget *begin = sf_button_new (_ ("Begin the _first record…"));

  gtk_widget_add_css_class (begin, "suggested-action");
  g_signal_connect_swapped (begin, "clicked", G_CALLBACK (on_begin_cb), self);
  return sf_part_empty (
      "channel-secure-symbolic", _ ("No performance management yet"),
      _ ("For each member of staff and for the head: objectives agreed at the beginning of a "
         "cycle, "
         "looked at in the middle, judged at its end, and signed by both. What is said is "
         "encrypted in the centre file and opens only with the passphrases of the two."),
      begin);
}

static void
sf_performance_page_constructed (GObject *object)
{
  SfPerformancePage *self = SF_PERFORMANCE_PAGE (object);

  G_OBJECT_CLASS (sf_performance_page_parent_class)->constructed (object);
  sf_page_set_title (SF_PAGE (self), _ ("Performance management"));
  self->panel = sf_performance_view_new (sf_page_get_context (SF_PAGE (self)));
  sf_list_page_build (SF_LIST_PAGE (self), _ ("People and cycles"), create_tools (self),
                      self->panel, NULL, create_empty (self));
  sf_unlock_box_watch (GTK_WIDGET (self), sf_page_get_context (SF_PAGE (self)));
  g_signal_connect_object (workbook_of (self), "lock-changed", G_CALLBACK (sf_page_refresh), self,
                           G_CONNECT_SWAPPED);
}

static void
sf_performance_page_class_init (SfPerformancePageClass *klass)
{
  SfListPageClass *list_class = SF_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sf_performance_page_constructed;
  SF_PAGE_CLASS (klass)->refresh = sf_performance_page_refresh;
  SF_PAGE_CLASS (klass)->print = sf_performance_page_print;
  list_class->list = sf_performance_page_list;
  list_class->describe = sf_performance_page_describe;
  list_class->show = sf_performance_page_show;
}

static void
sf_performance_page_init (SfPerformancePage *self)
{
}
