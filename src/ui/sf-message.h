/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only file that knows which class asks a question in a window of its own. */

/**
 * SfAnswer:
 * @id: what the callback gets
 * @label: of the button; without a mnemonic, which a screen reader would read out
 * @look: a plain button, the suggested one, or one that loses something
 */
typedef enum
{
  SF_ANSWER_PLAIN,
  SF_ANSWER_SUGGESTED,
  SF_ANSWER_DESTRUCTIVE,
} SfAnswerLook;

typedef struct
{
  const char *id;
  const char *label;
  SfAnswerLook look;
} SfAnswer;

/* Called once; "close" if the window was closed without an answer. */
typedef void (*SfAnswerFunc) (const char *answer, gpointer data);

/**
 * sf_message_ask:
 * @parent: any widget of the window; NULL for none
 * @child: (nullable): what stands between the text and the buttons
 * @answers: (array length=n_answers): from left to right; Enter gives the last one that is not
 * destructive
 * @func: (nullable)
 */
void sf_message_ask (GtkWidget *parent,
                     const char *heading,
                     const char *body,
                     GtkWidget *child,
                     const SfAnswer *answers,
                     guint n_answers,
                     SfAnswerFunc func,
                     gpointer data);

/* One sentence and "Close". */
void sf_message_tell (GtkWidget *parent, const char *heading, const char *body);

/* The error's sentence, "Copy details" (nothing personal in them) and "Close". A cancellation is
 * passed over. @heading NULL: "That did not work". */
void sf_message_error (GtkWidget *parent, const char *heading, const GError *error);

G_END_DECLS
