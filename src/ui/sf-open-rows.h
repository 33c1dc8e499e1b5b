/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-field-set.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfOpenRowsKind:
 * @heading: what the card is called
 * @nothing: what stands there while there are none
 * @add_label: of the button that adds, with a mnemonic
 * @add_question: what is asked for then
 * @remove_name: what the button that removes is called, with the row's title as "%s"
 * @removed: what is said afterwards
 * @items: (array length=n_items): the fields of one that is open
 * @first_column: which of them has the focus in one that was just added
 * @describe: fills in what a row says: (transfer full)
 * @add: adds one that is called @text; @uuid: (out)
 * @remove: takes it away
 *
 * What there are rows of. Texts are marked for translation, not translated.
 */
typedef struct
{
  const char *heading;
  const char *nothing;
  const char *add_label;
  const char *add_question;
  const char *remove_name;
  const char *removed;
  const SfFieldItem *items;
  guint n_items;
  guint first_column;
  void (*describe) (gpointer record, char **title, char **subtitle, gpointer data);
  gboolean (*add) (const char *text, SfUuid *uuid, gpointer data, GError **error);
  gboolean (*remove) (gpointer record, gpointer data, GError **error);
} SfOpenRowsKind;

/**
 * SfOpenRows:
 *
 * A card with a row for each of some records that belong to what is shown. One that is pressed
 * opens its fields below the rows; a button adds another, which opens as soon as it is there.
 *
 * Signal: "opened": another one is open, or none.
 */
#define SF_TYPE_OPEN_ROWS (sf_open_rows_get_type ())
G_DECLARE_FINAL_TYPE (SfOpenRows, sf_open_rows, SF, OPEN_ROWS, GtkBox)

/* @kind: static; @data: for its functions, has to outlive the card */
GtkWidget *sf_open_rows_new (SfContext *context, const SfOpenRowsKind *kind, gpointer data);

/* @owner: (nullable): whose records they are; @records: (element-type SfRecord) */
void sf_open_rows_show (SfOpenRows *self, gpointer owner, GPtrArray *records);

/* (nullable): the one whose fields are open */
gpointer sf_open_rows_get_open (SfOpenRows *self);

/* Puts @widget under the fields; it is seen with them. */
void sf_open_rows_put_under (SfOpenRows *self, GtkWidget *widget);

/* The button that adds, an SfAddButton. */
GtkWidget *sf_open_rows_get_add (SfOpenRows *self);

/* Adds one that is called @text, as the button does. */
gboolean sf_open_rows_add (SfOpenRows *self, const char *text);

G_END_DECLS
