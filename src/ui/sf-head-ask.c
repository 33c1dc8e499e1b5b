/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-head-ask.h"

#include "ui/sf-ask-dialog.h"
#include "ui/sf-message.h"
#include "ui/sf-recovery-ask.h"
#include "workbook/sf-workbook-head.h"

#include <glib/gi18n-lib.h>

enum
{
  NAME,
  PASSPHRASE,
  UNDERSTOOD,
  N_QUESTIONS,
};

#define CONTEXT "sf-head-ask-context"

/* What could not be cleaned is told after the window is gone; it is locked in any case. */
static void
on_locked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAskDialog) dialog = data;
  g_autoptr (SfContext) context = g_object_ref (g_object_get_data (G_OBJECT (dialog), CONTEXT));
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report
      = sf_workbook_lock_head_finish (SF_WORKBOOK (source), result, &error);

  if (report != NULL && report->troubles->len > 0)
    sf_message_tell (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))),
                     _ ("Not everything could be cleaned"),
                     ((SfErasureTrouble *)report->troubles->pdata[0])->why);
  else if (report != NULL)
    sf_context_say (context, _ ("What is judged of you is behind your passphrase now."), FALSE);
  sf_ask_dialog_end (dialog, error);
}

static void
lock (SfAskDialog *dialog, gpointer data)
{
  SfContext *context = data;
  const SfHeadWish wish = { .evaluation = sf_context_get_evaluation (context),
                            .head = sf_ask_dialog_get_text (dialog, NAME),
                            .passphrase = sf_ask_dialog_get_text (dialog, PASSPHRASE) };

  g_object_set_data (G_OBJECT (dialog), CONTEXT, context);
  sf_workbook_lock_head (sf_context_get_workbook (context), &wish, on_locked_cb,
                         g_object_ref (dialog));
}

static void
ask (GtkWidget *parent, SfContext *context)
{
  SfCentre *centre = sf_context_get_centre (context);
  const SfAskItem items[N_QUESTIONS]
      = { [NAME] = { SF_ASK_LINE, _ ("Your n_ame"),
                     centre != NULL ? sf_centre_get_head_name (centre) : NULL,
                     _ ("Seen by everybody who opens the centre file; nothing else is.") },
          [PASSPHRASE] = { SF_ASK_NEW_PASSPHRASE, _ ("Your _passphrase") },
          [UNDERSTOOD] = { SF_ASK_CHECK, _ ("I _understand that the lock stays") } };
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", sf_head_explain_locking (),
                                           sf_performance_explain_forgetting ());

  sf_ask_dialog_present (parent, _ ("Lock what is judged of you"), text, _ ("_Lock"), FALSE, items,
                         N_QUESTIONS, lock, g_object_ref (context), g_object_unref);
}

/* --- the employer's key first -------------------------------------------------------------------
 */

static void
on_key_made (gpointer data)
{
  ask (data, g_object_get_data (data, CONTEXT));
}

static void
on_recovery_known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) parent = data;
  SfContext *context = g_object_get_data (G_OBJECT (parent), CONTEXT);
  GError *error = NULL;
  gboolean has = sf_workbook_has_recovery_finish (SF_WORKBOOK (source), result, &error);

  if (!sf_context_check (context, error == NULL, error) || gtk_widget_get_root (parent) == NULL)
    return;
  if (has)
    ask (parent, context);
  else
    sf_recovery_ask (parent, context, FALSE, on_key_made, parent);
}

void
sf_head_ask_lock (GtkWidget *parent, SfContext *context)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  g_object_set_data_full (G_OBJECT (parent), CONTEXT, g_object_ref (context), g_object_unref);
  sf_workbook_has_recovery (sf_context_get_workbook (context), on_recovery_known_cb,
                            g_object_ref (parent));
}
