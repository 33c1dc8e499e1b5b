/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSaidField:
 *
 * A label and its control for a text of a confidential record. Unlike an SfField it is tied to no
 * column: it has no draft, keeps nothing once its text is taken away, and adds no word to the
 * dictionary. What is typed is handed on when the field is left, and within three seconds of the
 * first key; what is refused stays, with the reason beneath. Where it cannot be written there is no
 * control: what is said stands there as text.
 */
#define SF_TYPE_SAID_FIELD (sf_said_field_get_type ())
G_DECLARE_FINAL_TYPE (SfSaidField, sf_said_field, SF, SAID_FIELD, GtkBox)

/* Writes @text (nullable); a date as ISO 8601, a choice as its word. */
typedef gboolean (*SfSaidFunc) (SfSaidField *field,
                                const char *text,
                                gpointer data,
                                GError **error);

GtkWidget *sf_said_field_new (SfContext *context, const char *label, SfPerformanceKind kind);
/* One of some: @ids and @labels are as long, and end with %NULL. */
GtkWidget *
sf_said_field_new_choice (const char *label, const char *const *ids, const char *const *labels);
/* The same with the words of a vocabulary. */
GtkWidget *sf_said_field_new_words (const char *label, SfVocabulary words);

void sf_said_field_set_func (SfSaidField *self, SfSaidFunc func, gpointer data);
/* A line between label and control that says what is wanted. */
void sf_said_field_set_hint (SfSaidField *self, const char *hint);
/* Why it cannot be written, or whose it is; %NULL: nothing is told. */
void sf_said_field_set_whose (SfSaidField *self, const char *whose);
/* What a screen reader says after the label, of several fields that are labelled alike. */
void sf_said_field_set_about (SfSaidField *self, const char *about);
/* Shows @text (nullable), unless something else is being typed. */
void sf_said_field_show (SfSaidField *self, const char *text, gboolean editable);
/* Takes the text out of the control, also one that is being typed. */
void sf_said_field_forget (SfSaidField *self);
/* Hands on what is typed. */
void sf_said_field_commit (SfSaidField *self);
/* What is shown or typed, as it would be written. (transfer full) (nullable) */
char *sf_said_field_dup_text (SfSaidField *self);
/* Puts a word at the end, and hands it on. */
void sf_said_field_append (SfSaidField *self, const char *word);

G_END_DECLS
