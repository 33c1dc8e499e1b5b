/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfPage:
 *
 * One section of the window. A subclass builds itself in constructed() from its context, after
 * chaining up; its child is set with adw_bin_set_child().
 *
 * Properties: "context" and "page-id" (construct only), "title" (required: the head bar and the
 * page's accessible name), "subtitle" (nullable: shown in place of centre · evaluation),
 * "can-go-back" (read-only, notified: the page is folded and shows its editor, so that the
 * head bar has a back button).
 *
 * Signal: "moved", see sf_page_moved().
 */
#define SF_TYPE_PAGE (sf_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SfPage, sf_page, SF, PAGE, AdwBin)

/**
 * SfPageClass:
 * @refresh: the model changed. Called from one idle however many steps there were, and only
 *   while the page is shown (or when it is shown again). Must be cheap; never rebuilds a form that
 * has the focus, never scrolls. Also called once after constructed().
 * @show_item: shows @item (never NULL) of the page and moves the focus to it.
 * @focus_first: puts the focus where the work starts; by default the first focusable child.
 * @focus_list: puts the focus on what is chosen in the list; FALSE if nothing is listed. By default
 *   the first focusable child of the list's column.
 * @dup_item: (transfer full) (nullable): what show_item() would need to come back here.
 * @get_columns: the page's SfColumns, if it has them, so that the window can fold in order.
 * @get_help: the topic of F1 ("overview", "key-area", "evidence", …); by default the page id
 *   before its colon ("area").
 * @print: answers Ctrl+P; by default goes to the report.
 */
struct _SfPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (SfPage *self);
  void (*show_item) (SfPage *self, const char *item);
  void (*focus_first) (SfPage *self);
  gboolean (*focus_list) (SfPage *self);
  char *(*dup_item) (SfPage *self);
  GtkWidget *(*get_columns) (SfPage *self);
  const char *(*get_help) (SfPage *self);
  void (*print) (SfPage *self);
};

SfContext *sf_page_get_context (SfPage *self);
const char *sf_page_get_page_id (SfPage *self);
const char *sf_page_get_title (SfPage *self);
void sf_page_set_title (SfPage *self, const char *title);
const char *sf_page_get_subtitle (SfPage *self);
void sf_page_set_subtitle (SfPage *self, const char *subtitle);
gboolean sf_page_get_can_go_back (SfPage *self);

/* What the window calls. */
void sf_page_refresh (SfPage *self);
void sf_page_show_item (SfPage *self, const char *item);
void sf_page_focus_first (SfPage *self);
gboolean sf_page_focus_list (SfPage *self);
/* What had the focus in @widget: from there GTK would go on, instead of beginning. */
void sf_page_forget_focus (GtkWidget *widget);
char *sf_page_dup_item (SfPage *self);
GtkWidget *sf_page_get_columns (SfPage *self);
const char *sf_page_get_help (SfPage *self);
void sf_page_print (SfPage *self);
/* from a folded editor back to the list */
void sf_page_go_back (SfPage *self);

/* Asks for refresh() at the next idle, for what the model does not tell (a filter was typed). */
void sf_page_queue_refresh (SfPage *self);

/* For a page: another of its items is shown, which the next start shall come back to. */
void sf_page_moved (SfPage *self);

/* sf-pages.c: which page id is which class. */
SfPage *sf_pages_create (SfContext *context, const char *page_id);
gboolean sf_pages_exists (const char *page_id);

G_END_DECLS
