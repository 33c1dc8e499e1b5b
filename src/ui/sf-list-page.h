/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"
#include "ui/sf-record-list.h"

G_BEGIN_DECLS

/**
 * SfListPage:
 *
 * A page that is a list of records beside the form of the one that is chosen. A subclass says
 * which records there are and fills the form; folding, selection, waiting for a record that was
 * asked for, and the empty page are done here.
 */
#define SF_TYPE_LIST_PAGE (sf_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SfListPage, sf_list_page, SF, LIST_PAGE, SfPage)

/**
 * SfListPageClass:
 * @list: (transfer full): the records that the filters let through and @keep, in order;
 *   sets @any to whether there would be some without filters
 * @describe: what a row says
 * @show: fills the form from a record, or, with %NULL, empties it. Called when another is
 *   chosen, and with the same one after each change of the model
 * @show_view: (nullable): fills the other view, see sf_list_page_add_view()
 * @clear_filters: takes all filters away, so that a record that was asked for can be shown
 */
struct _SfListPageClass
{
  SfPageClass parent_class;

  GPtrArray *(*list) (SfListPage *self, gpointer keep, gboolean *any);
  void (*describe) (SfListPage *self, gpointer record, SfRecordText *text);
  void (*show) (SfListPage *self, gpointer record);
  void (*show_view) (SfListPage *self);
  void (*clear_filters) (SfListPage *self);
};

/**
 * sf_list_page_build:
 * @label: the list's name for a screen reader
 * @tools: (nullable): what stands above the list: filters, the button that adds
 * @main: the form
 * @aside: (nullable): what stands beside or under it
 * @empty: what is shown while there is nothing at all
 *
 * Puts the page together; once, in constructed().
 */
void sf_list_page_build (SfListPage *self,
                         const char *label,
                         GtkWidget *tools,
                         GtkWidget *main,
                         GtkWidget *aside,
                         GtkWidget *empty);

/**
 * sf_list_page_add_view:
 * @bar: stands above the list and above @view
 * @views: the SfViewSwitch in it that chooses between them
 * @view: another view of the same records
 *
 * Once, after sf_list_page_build(). The view is refreshed with the page while it is shown, by
 * SfListPageClass.show_view. Where a record is asked for, the list comes back.
 */
void sf_list_page_add_view (SfListPage *self, GtkWidget *bar, GtkWidget *views, GtkWidget *view);

/* Shows that view without choosing it, so that a page that is not seen can be laid out with it
 * beforehand; and the list again. Nothing happens on a page that has none or shows it already. */
void sf_list_page_peek_view (SfListPage *self, gboolean other);

/* Whether the list is seen beside the form; where there is only one record it need not be. */
void sf_list_page_set_list_visible (SfListPage *self, gboolean visible);

/* A filter or the order was changed: lists anew, and lets go of what it does not let through. */
void sf_list_page_filter_changed (SfListPage *self);

/* A record was asked for and is shown, with the focus in its form, as soon as it is there. */
void sf_list_page_wait_for (SfListPage *self, const SfUuid *uuid);

/* What the form shows; NULL if nothing. */
gpointer sf_list_page_get_shown (SfListPage *self);
/* Selects @record; FALSE if it is not in the list. */
gboolean sf_list_page_select (SfListPage *self, gpointer record);
/* The number of rows that are listed. */
guint sf_list_page_get_n_listed (SfListPage *self);

G_END_DECLS
