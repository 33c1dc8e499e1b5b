/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-search.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfFinder:
 *
 * A popover in which something is found while words are typed, and chosen from a list: what is
 * written is there at once, what stands inside files comes below it. Down leads into the list, Esc
 * and Up from the first row back to the words; Enter takes the first. When it closes and
 * nothing was chosen, the focus is where it was before, in a text at the same letter.
 */
#define SF_TYPE_FINDER (sf_finder_get_type ())
G_DECLARE_DERIVABLE_TYPE (SfFinder, sf_finder, SF, FINDER, GtkPopover)

/**
 * SfFinderClass:
 * @find: (transfer full) (element-type SfSearchHit): what is written with @words in it, which may
 *   be blank
 * @wants: whether a hit inside a file is shown; by default all are
 * @create_row: (transfer floating): a GtkListBoxRow for a hit, which lives at least as long
 * @choose: a row was chosen, and the popover is closed
 * @choose_more: Ctrl+Enter on a row; whether that means something, by default not
 * @tell: says what was found, with sf_finder_say(), whenever there is something new to say
 */
struct _SfFinderClass
{
  GtkPopoverClass parent_class;

  GPtrArray *(*find) (SfFinder *self, const char *words);
  gboolean (*wants) (SfFinder *self, const SfSearchHit *hit);
  GtkWidget *(*create_row) (SfFinder *self, SfSearchHit *hit);
  void (*choose) (SfFinder *self, GtkListBoxRow *row);
  gboolean (*choose_more) (SfFinder *self, GtkListBoxRow *row);
  void (*tell) (SfFinder *self);
};

/**
 * sf_finder_set_up:
 * @entry_name: what a screen reader calls the field for the words
 * @list_name: the same for the list
 * @width_chars: how wide it is, in letters of the present text size
 *
 * To be called once, when a popover has been made.
 */
void sf_finder_set_up (SfFinder *self,
                       SfContext *context,
                       const char *entry_name,
                       const char *list_name,
                       int width_chars);

/* For subclasses. All borrowed. */
SfContext *sf_finder_get_context (SfFinder *self);
GtkWidget *sf_finder_get_entry (SfFinder *self);
GtkWidget *sf_finder_get_list (SfFinder *self);
SfSearchHit *sf_finder_get_hit (GtkListBoxRow *row);

/* How many rows there are, and how many of them are of files looked into. */
guint sf_finder_count_rows (SfFinder *self);
guint sf_finder_count_inside (SfFinder *self);
/* Whether files are being looked into. */
gboolean sf_finder_is_looking (SfFinder *self);

/* What stands under the words; nothing if it is empty. */
void sf_finder_say (SfFinder *self, const char *text);

/* Puts something under the list. */
void sf_finder_append (SfFinder *self, GtkWidget *widget);

/* A line of a row, and one of a hit's snippet with the words in bold. */
GtkWidget *sf_finder_make_label (SfFinder *self, const char *text, const char *css_class);
GtkWidget *sf_finder_make_snippet (SfFinder *self, const SfSearchHit *hit);

G_END_DECLS
