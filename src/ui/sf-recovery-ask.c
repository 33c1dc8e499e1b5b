/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-recovery-ask.h"

#include "base/sf-error.h"
#include "crypt/sf-recovery.h"
#include "report/sf-compose-performance.h"
#include "ui/sf-ask-dialog.h"
#include "ui/sf-button.h"
#include "ui/sf-document-print.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-performance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP_LENGTH 5
#define ASKED_GROUP 3 /* of the paper, from 1 */

typedef struct
{
  SfContext *context;
  SfSecret *recovery;
  SfSecret *text; /* as it is printed */
  gboolean replace;
  SfRecoveryFunc func;
  GWeakRef data;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_object_unref (self->context);
  sf_secret_unref (self->recovery);
  sf_secret_unref (self->text);
  g_weak_ref_clear (&self->data);
  g_free (self);
}

static const char *
get_key (Making *self)
{
  return (const char *)sf_secret_get_data (self->text);
}

/* --- printing ----------------------------------------------------------------------------------
 */

static void
on_print_cb (GtkButton *button, Making *self)
{
  SfCentre *centre = sf_context_get_centre (self->context);
  g_autoptr (SfDocument) document
      = sf_recovery_paper_new (centre != NULL ? sf_centre_get_name (centre) : "", get_key (self),
                               sf_context_get_today (self->context));

  sf_document_print (GTK_WIDGET (button), self->context, document, _ ("Sixfold: one page"));
}

/* Two groups on a line, so that no line breaks by itself where the letters are large. (transfer
 * full) */
static char *
break_key (const char *text)
{
  g_autoptr (GString) lines = g_string_new (text);

  for (gsize i = SF_RECOVERY_GROUPS - 2; i > 0; i -= 2)
    g_string_insert_c (lines, (gssize)(i * (GROUP_LENGTH + 1)), '\n');
  return g_strdup (lines->str);
}

static GtkWidget *
create_paper (Making *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *lines = break_key (get_key (self));
  GtkWidget *key = sf_part_label (lines, "title-3");
  GtkWidget *print = sf_button_new (_ ("_Print this page…"));

  gtk_label_set_xalign (GTK_LABEL (key), 0.5f);
  gtk_label_set_justify (GTK_LABEL (key), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (key, "monospace");
  gtk_widget_set_focusable (key, TRUE);
  gtk_widget_set_halign (print, GTK_ALIGN_CENTER);
  g_signal_connect (print, "clicked", G_CALLBACK (on_print_cb), self);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), print);
  return box;
}

/* --- the file takes it -------------------------------------------------------------------------
 */

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAskDialog) dialog = data;
  Making *self = g_object_get_data (G_OBJECT (dialog), "sf-making");
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSecret) text
      = sf_workbook_set_up_recovery_finish (SF_WORKBOOK (source), result, &error);
  SfRecoveryFunc func = text != NULL ? self->func : NULL;
  g_autoptr (GObject) who = func != NULL ? g_weak_ref_get (&self->data) : NULL;

  sf_ask_dialog_end (dialog, error);
  if (who != NULL)
    func (who);
}

/* As it is read from the paper: O is a nought there. */
static gboolean
is_on_paper (Making *self, const char *typed)
{
  const char *group = get_key (self) + (ASKED_GROUP - 1) * (GROUP_LENGTH + 1);
  g_autofree char *clean = g_ascii_strup (typed, -1);

  g_strstrip (clean);
  g_strdelimit (clean, "O", '0');
  g_strdelimit (clean, "IL", '1');
  return strlen (clean) == GROUP_LENGTH && strncmp (clean, group, GROUP_LENGTH) == 0;
}

static void
make (SfAskDialog *dialog, gpointer data)
{
  Making *self = data;
  SfWorkbook *workbook = sf_context_get_workbook (self->context);

  if (!is_on_paper (self, sf_ask_dialog_get_text (dialog, 0)))
    {
      g_autoptr (GError) error
          = g_error_new_literal (SF_ERROR, SF_ERROR_INVALID,
                                 _ ("That is not the third group. Please read it from the paper: "
                                    "five letters and figures between the second dash and the "
                                    "third."));

      sf_ask_dialog_end (dialog, error);
      return;
    }
  g_object_set_data (G_OBJECT (dialog), "sf-making", self);
  if (self->replace)
    sf_workbook_replace_recovery (workbook, sf_ask_dialog_get_text (dialog, 1), self->recovery,
                                  on_made_cb, g_object_ref (dialog));
  else
    sf_workbook_set_up_recovery (workbook, self->recovery, on_made_cb, g_object_ref (dialog));
}

void
sf_recovery_ask (
    GtkWidget *parent, SfContext *context, gboolean replace, SfRecoveryFunc func, gpointer data)
{
  const SfAskItem items[] = { { SF_ASK_LINE, _ ("The _third group, as the paper has it"), NULL,
                                _ ("So that it is certain that the paper can be read.") },
                              { SF_ASK_LINE, _ ("The recovery key _until now"), NULL,
                                _ ("From the paper in the old envelope, which is destroyed "
                                   "afterwards.") } };
  Making *self = g_new0 (Making, 1);
  SfAskDialog *dialog;

  self->context = g_object_ref (context);
  self->recovery = sf_recovery_new ();
  self->text = sf_recovery_to_text (self->recovery);
  self->replace = replace;
  self->func = func;
  g_weak_ref_init (&self->data, data);
  dialog = sf_ask_dialog_present (
      parent, _ ("The employer’s recovery key"),
      _ ("Performance records open with passphrases, and a passphrase can be forgotten. The "
         "employer’s recovery key opens them then, and only then: without it, what is written "
         "would "
         "be lost.\n\nIt is shown here once. Print it or write it down, put it into an envelope, "
         "seal it and give it to the employer. The file itself keeps only the half that locks."),
      _ ("_Go on"), FALSE, items, replace ? 2 : 1, make, self, making_free);
  sf_ask_dialog_insert (dialog, create_paper (self));
}
