/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Small pieces that pages are put together from. All return floating references. */

/* Text that wraps, at the start of its line; @css_class nullable. */
GtkWidget *sf_part_label (const char *text, const char *css_class);

/* The same for a row: it takes the room that what stands beside it leaves. */
GtkWidget *sf_part_row_label (const char *text, const char *css_class);

/* A level-2 heading. */
GtkWidget *sf_part_heading (const char *text);

/**
 * sf_part_card:
 * @heading: (nullable): its title
 * @header: (out) (optional) (transfer none): a box at the end of the title's line, for a chip or a
 *   button
 *
 * Returns: (transfer floating) (type GtkBox): a card that its caller fills
 */
GtkWidget *sf_part_card (const char *heading, GtkWidget **header);

/* A GtkListBox for the rows of a card; rows can be pressed. Its name is @label. */
GtkWidget *sf_part_rows (const char *label);

/**
 * sf_part_row:
 * @title: the first line
 * @subtitle: (nullable): the second, smaller one
 * @end: (nullable): what stands at the end
 *
 * Returns: (transfer floating) (type GtkListBoxRow): a row, named after both lines
 */
GtkWidget *sf_part_row (const char *title, const char *subtitle, GtkWidget *end);

/* The same with something before both lines: @start (nullable), a small picture. */
GtkWidget *
sf_part_row_with (GtkWidget *start, const char *title, const char *subtitle, GtkWidget *end);

/**
 * sf_part_empty:
 * @icon: a symbolic icon's name
 * @title: what belongs here
 * @text: what it is for and how to begin
 * @button: (nullable): what is pressed to begin
 *
 * Returns: (transfer floating): what stands on an empty page
 */
GtkWidget *sf_part_empty (const char *icon, const char *title, const char *text, GtkWidget *button);

/* Whether the focus is on @widget (nullable) or in it. */
gboolean sf_part_has_focus (GtkWidget *widget);

/* A button with an icon alone; @name is its tooltip and its name for a screen reader. */
GtkWidget *sf_part_icon_button (const char *icon, const char *name);

/* A button with an icon and a word. */
GtkWidget *sf_part_button (const char *icon, const char *label);

/* What a screen reader calls @widget. */
void sf_part_set_name (GtkWidget *widget, const char *name);

/* Names @widget after @label, which is seen beside it, and gives @label's mnemonic to it. */
void sf_part_set_labelled_by (GtkWidget *widget, GtkWidget *label);

/* Gives @label's mnemonic to @widget, and its text as a name that can be changed later. */
void sf_part_set_mnemonic (GtkWidget *label, GtkWidget *widget);

/* Escape closes @window. */
void sf_part_close_by_escape (GtkWidget *window);

/* How wide @window shall be that is @width pixels wide with letters of the ordinary size: with
 * larger ones so much wider, as far as an office screen goes. */
int sf_part_window_width (GtkWidget *window, int width);

/* A page's contents: scrolled, no wider than reads well, with room around it. */
GtkWidget *sf_part_scrolled (GtkWidget *child, int maximum_width);

/* For the focus() of a widget with Tab: its children in their order, not by where their middles
 * lie, which GTK goes by and which is another order where columns differ in height. */
gboolean sf_part_focus_in_order (GtkWidget *widget, GtkDirectionType direction);

/**
 * sf_part_focus_list:
 * @list: a list whose rows show something when they are chosen
 * @after: (nullable): what comes after it in @widget
 *
 * For the focus() of @widget: the list is one stop for Tab, at its chosen row, not one for each
 * row; the arrows move in it.
 */
gboolean sf_part_focus_list (GtkWidget *widget,
                             GtkListBox *list,
                             GtkWidget *after,
                             GtkDirectionType direction);

/* Takes every child of a GtkBox or a GtkListBox away. */
void sf_part_clear (GtkWidget *container);

/* Sets a label only if it says something else, so that a screen reader is not told again. */
void sf_part_set_text (GtkWidget *label, const char *text);

/* A line that is seen while two dates are the wrong way round. */
GtkWidget *sf_part_dates_note_new (void);
/* @starts_on, @due_on: (nullable): ISO 8601 */
void sf_part_dates_note_show (GtkWidget *note, const char *starts_on, const char *due_on);

/* Names the buttons that libadwaita makes below @widget: a screen reader would say the word of each
 * twice, and call one with a picture alone after that picture. @without_word: (nullable): what such
 * a one is called. */
void sf_part_name_buttons (GtkWidget *widget, const char *without_word);

G_END_DECLS
