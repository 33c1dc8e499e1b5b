/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-window.h"

G_BEGIN_DECLS

/* Between the files of the window: sf-window.c (pages and going to them), sf-window-head.c (what
 * it is built of), sf-window-actions.c (what a person can ask), sf-window-care.c (saving, backups,
 * closing), sf-window-say.c (toasts), sf-window-drop.c (files dropped and pasted),
 * sf-window-regions.c (F6), sf-window-prepare.c (pages made before they are gone to). */

struct _SfWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  SfContext *context;
  GHashTable *pages; /* page id to SfPage, owned by page_stack */
  GSignalGroup *page_signals;
  SfPage *page;
  GCancellable *job;
  char *job_name;
  gboolean may_close;
  gboolean may_stop_adding; /* somebody said so */
  guint settle_id;          /* what can wait until the window is seen */
  guint remember_id;
  guint prepare_id;
  guint prepared;   /* pieces of that work that are done */
  gint64 used_at;   /* when a key or a button was pressed last, by the monotonic clock */
  gboolean redoing; /* what was asked last: for what is said when it is done */

  GtkWidget *toasts;
  AdwToast *toast;       /* weak: what is being said */
  gboolean toast_offers; /* its button is its own */
  GtkWidget *toast_undo; /* weak: then Undo is another one */
  char *toast_step;      /* the label of the step that its Undo is of, once it is written */
  GtkWidget *typed_in;   /* weak: what had the focus when something was typed last */
  gboolean walking;      /* back or forth through the steps: nothing was typed since the last */
  GtkWidget *stack;      /* "welcome", "workbook" */
  GtkWidget *welcome;    /* only where no workbook is shown */
  GtkWidget *title;
  GtkWidget *sidebar_button;
  GtkWidget *back_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *search_button;
  GtkWidget *menu_button;
  GtkWidget *save_bar;
  GtkWidget *reading_bar;
  GtkWidget *closed_bar;
  GtkWidget *sealed_bar;
  GtkWidget *job_bar;
  GtkWidget *attach_place; /* of the attacher, once there is a workbook */
  GtkWidget *attacher;
  GtkWidget *drop_overlay;
  GtkWidget *drop_text;
  GtkWidget *drop_row; /* weak: of the statement that is dropped on */
  GtkWidget *shell;
  GtkWidget *sidebar;
  GtkWidget *page_stack;
  GMenu *recent_menu;
};

void sf_window_build (SfWindow *self);
void sf_window_add_actions (SfWindow *self);
void sf_window_watch_undo (SfWindow *self);
/* @step: 1: the next, -1: the one before */
void sf_window_walk_regions (SfWindow *self, int step);
/* (nullable) (transfer none): the message on the screen whose button is its own */
GtkWidget *sf_window_find_offer (SfWindow *self);
void sf_window_follow_toast (SfWindow *self, const char *undo_label);
void sf_window_watch_saving (SfWindow *self);
void sf_window_check_if_due (SfWindow *self);
void sf_window_update_recent (SfWindow *self);
void sf_window_update_places (SfWindow *self);

void sf_window_show_page (SfWindow *self, const char *page_id, const char *item, gboolean focus);
/* (nullable) (transfer none): the page, made and filled if it was not there */
SfPage *sf_window_make_page (SfWindow *self, const char *page_id);
/* Begins to make the pages that are slow to make, while nobody does anything. */
void sf_window_prepare_pages (SfWindow *self);
void sf_window_watch_use (SfWindow *self);
void sf_window_say (SfWindow *self, const char *text, gboolean with_undo);
void sf_window_connect_saying (SfWindow *self);
void sf_window_remember (SfWindow *self);

/* (transfer floating): @child, and over it what is said while files are dragged */
GtkWidget *sf_window_build_drop (SfWindow *self, GtkWidget *child);
void sf_window_accept_drops (SfWindow *self);

/* TRUE if the window may go now; otherwise somebody is being asked. */
gboolean sf_window_prepare_close (SfWindow *self);
void sf_window_back_up (SfWindow *self);
void sf_window_save_copy (SfWindow *self);
void sf_window_check (SfWindow *self);

G_END_DECLS
