/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-vocabulary.h"
#include "ui/sf-field.h"

G_BEGIN_DECLS

/**
 * SfFieldKind:
 * @SF_FIELD_LINE: one line of text
 * @SF_FIELD_PROSE: text of any length
 * @SF_FIELD_DATE: a date
 * @SF_FIELD_NUMBER: a number
 * @SF_FIELD_MONEY: pounds and pence
 * @SF_FIELD_WORD: one word of a vocabulary
 * @SF_FIELD_GROUPS: groups of families, several of them
 */
typedef enum
{
  SF_FIELD_LINE,
  SF_FIELD_PROSE,
  SF_FIELD_DATE,
  SF_FIELD_NUMBER,
  SF_FIELD_MONEY,
  SF_FIELD_WORD,
  SF_FIELD_GROUPS,
} SfFieldKind;

/**
 * SfFieldItem:
 * @kind: what sort of control
 * @column: the column it is tied to
 * @label: its label, marked for translation, not translated
 * @beside: stands beside the item before it where there is room; that one stands alone
 * @placeholder: (nullable): said in the empty field
 * @hint: (nullable): a line under the label
 * @vocabulary: of %SF_FIELD_WORD
 * @nothing: (nullable): of %SF_FIELD_WORD, how it is called where the column is empty
 */
typedef struct
{
  SfFieldKind kind;
  guint column;
  const char *label;
  gboolean beside;
  const char *placeholder;
  const char *hint;
  SfVocabulary vocabulary;
  const char *nothing;
} SfFieldItem;

/**
 * SfFieldSet:
 *
 * Fields of one record, one under the other, in the order of a table.
 */
#define SF_TYPE_FIELD_SET (sf_field_set_get_type ())
G_DECLARE_FINAL_TYPE (SfFieldSet, sf_field_set, SF, FIELD_SET, GtkBox)

GtkWidget *sf_field_set_new (SfContext *context, const SfFieldItem *items, guint n_items);

/* Shows @record (nullable) in all of them; cheap if it is shown already. */
void sf_field_set_show (SfFieldSet *self, gpointer record);

/* Puts @widget under the line with the field of @column. */
void sf_field_set_put_under (SfFieldSet *self, guint column, GtkWidget *widget);

/* The field of @column, NULL if the set has none. */
SfField *sf_field_set_get_field (SfFieldSet *self, guint column);

/* A date that was refused beside another is tried again after that other changed; not while it is
 * being typed in. */
void sf_field_set_try_again (SfFieldSet *self, const guint *columns, guint n_columns);

G_END_DECLS
