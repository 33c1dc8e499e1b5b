/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-binding.h"

G_BEGIN_DECLS

/**
 * SfField:
 *
 * A labelled control for one column of a record, with a note beneath it where something is to be
 * said. Every kind is made by one of the functions below, shows a record with
 * sf_field_set_record() and may be given another record at any time: what was typed for the one
 * before is committed first. Nothing else needs to be called to save.
 *
 * The label is a mnemonic label ("_What is strong"); the control's name for a screen reader is the
 * label. Where a page has several fields of the same label, sf_field_set_about() tells them apart.
 */
#define SF_TYPE_FIELD (sf_field_get_type ())
G_DECLARE_FINAL_TYPE (SfField, sf_field, SF, FIELD, GtkWidget)

/* One line of text, drafted while it is typed. */
GtkWidget *sf_field_text_new (SfContext *context, guint column, const char *label);
/* Text of any length that grows with what is written: spell-checked, drafted. */
GtkWidget *sf_field_prose_new (SfContext *context, guint column, const char *label);
/* A date, typed as people write it ("1 Apr 2026", "1/4/26", ISO) or chosen from a calendar. */
GtkWidget *sf_field_date_new (SfContext *context, guint column, const char *label);
/* Pounds and pence; the column is whole pence. */
GtkWidget *sf_field_money_new (SfContext *context, guint column, const char *label);
/* A number with or without decimals, as the column is INT or REAL. */
GtkWidget *sf_field_number_new (SfContext *context, guint column, const char *label);
/* A fraction of 1 in a REAL column, typed and shown in per cent. */
GtkWidget *sf_field_percent_new (SfContext *context, guint column, const char *label);

/**
 * SfFieldChoice:
 * @value: what the column stores; %NULL for nothing, where the column allows it
 * @label: what is shown, already translated
 */
typedef struct
{
  const char *value;
  const char *label;
} SfFieldChoice;

/* One of a few words. @choices is copied. */
GtkWidget *sf_field_choice_new (SfContext *context,
                                guint column,
                                const char *label,
                                const SfFieldChoice *choices,
                                guint n_choices);

/* Groups of families (%SF_VOCABULARY_TARGET_GROUP), several of them. */
GtkWidget *sf_field_groups_new (SfContext *context, guint column, const char *label);

/**
 * sf_field_set_record:
 * @record: (nullable) (type SfRecord): whose column is shown; %NULL empties and disables the field
 *   unless it has a maker
 */
void sf_field_set_record (SfField *self, gpointer record);
gpointer sf_field_get_record (SfField *self);
/* (transfer none) (nullable): the field in @widget, or deeper, that shows @column of @record */
SfField *sf_field_find (GtkWidget *widget, gpointer record, guint column);
void sf_field_set_maker (SfField *self, SfRecordMaker maker, gpointer data);

/* Said in an empty prose or text field, in grey; also its description for a screen reader. */
void sf_field_set_placeholder (SfField *self, const char *text);
/* A line between label and control that says what is wanted. */
void sf_field_set_hint (SfField *self, const char *text);
/* What the name for a screen reader says after the label: "What is strong, LLD-S5". */
void sf_field_set_about (SfField *self, const char *about);
void sf_field_set_label (SfField *self, const char *label);
/* Whether the label is seen; it is always heard. */
void sf_field_set_label_visible (SfField *self, gboolean visible);

/* Where that question stands, instead of under the control. @place outlives the field's changes. */
void sf_field_set_reason_place (SfField *self, GtkBox *place);
/* Puts the focus on the question that a change waits for (sf_binding_get_held()), if one does. */
void sf_field_ask_reason (SfField *self);

/* Commits what is typed. FALSE if it cannot be stored as it stands (the note says why). */
gboolean sf_field_commit (SfField *self);
/* Puts @text at the cursor, or at the end, as if it were typed. Prose and text fields only. */
void sf_field_insert (SfField *self, const char *text);
/* What the control holds now. (transfer full) */
char *sf_field_dup_text (SfField *self);
/* The control itself: GtkEntry, SfProseView, GtkDropDown. */
GtkWidget *sf_field_get_control (SfField *self);

G_END_DECLS
