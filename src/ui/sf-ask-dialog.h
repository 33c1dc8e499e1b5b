/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfAskDialog:
 *
 * A window that explains something, asks a few questions and does one thing with the answers, which
 * may take a while: passphrases and what belongs to them. What went wrong is said in it, and the
 * answers stay. Passphrases are kept in memory that is wiped.
 */
#define SF_TYPE_ASK_DIALOG (sf_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfAskDialog, sf_ask_dialog, SF, ASK_DIALOG, AdwWindow)

/**
 * SfAskKind:
 * @SF_ASK_LINE: a line of text
 * @SF_ASK_DATE: a date as people write it
 * @SF_ASK_CHOICE: one of the lines of @text
 * @SF_ASK_PASSPHRASE: one that somebody knows
 * @SF_ASK_NEW_PASSPHRASE: one that is chosen: typed twice, its strength said in words
 * @SF_ASK_CHECK: something that must be ticked
 */
typedef enum
{
  SF_ASK_LINE,
  SF_ASK_DATE,
  SF_ASK_CHOICE,
  SF_ASK_PASSPHRASE,
  SF_ASK_NEW_PASSPHRASE,
  SF_ASK_CHECK,
} SfAskKind;

/**
 * SfAskItem:
 * @label: with a mnemonic
 * @text: (nullable): what is proposed; of a date ISO 8601; of a choice its words, one on a line
 * @hint: (nullable): what is wanted
 */
typedef struct
{
  SfAskKind kind;
  const char *label;
  const char *text;
  const char *hint;
} SfAskItem;

/* The answers are complete: begins what is asked for, and tells its end by sf_ask_dialog_end(). */
typedef void (*SfAskFunc) (SfAskDialog *self, gpointer data);

/**
 * sf_ask_dialog_present:
 * @title: what is done
 * @text: the explanation; an empty line between paragraphs
 * @accept: what the button says, with a mnemonic
 * @destructive: it cannot be undone
 * @destroy: (nullable): frees @data when the window is gone
 *
 * Returns: (transfer none): the window
 */
SfAskDialog *sf_ask_dialog_present (GtkWidget *parent,
                                    const char *title,
                                    const char *text,
                                    const char *accept,
                                    gboolean destructive,
                                    const SfAskItem *items,
                                    guint n_items,
                                    SfAskFunc func,
                                    gpointer data,
                                    GDestroyNotify destroy);

/* Answers, in the order of the items. (transfer none): a date as ISO 8601; valid until it ends */
const char *sf_ask_dialog_get_text (SfAskDialog *self, guint nth);
guint sf_ask_dialog_get_chosen (SfAskDialog *self, guint nth);
/* Names that a passphrase should not be made of, besides the lines that were answered. */
void sf_ask_dialog_add_known (SfAskDialog *self, const char *name);
/* Something to see between the explanation and the questions. @part: (transfer floating) */
void sf_ask_dialog_insert (SfAskDialog *self, GtkWidget *part);
/* Which question the next error is about: the focus goes there, instead of to the first. */
void sf_ask_dialog_point_at (SfAskDialog *self, guint nth);
/* It is done, or not: then @error is told and the window stays. */
void sf_ask_dialog_end (SfAskDialog *self, const GError *error);

G_END_DECLS
