/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-seal-dialog.h"

#include "keys/sf-signing-keys.h"
#include "report/sf-fingerprint.h"
#include "report/sf-report-pdf.h"
#include "ui/sf-ask-dialog.h"
#include "ui/sf-message.h"
#include "ui/sf-report-export.h"
#include "workbook/sf-workbook-seal.h"

#include <glib/gi18n-lib.h>

/* First who and when, and where the key lives; then, where it lies in the file, its passphrase. */

enum
{
  MEETING,
  ACCEPTED_BY,
  SEALED_BY,
  OFFICE,
  ROAD,
  N_QUESTIONS,
};

typedef struct
{
  gatomicrefcount references;
  GtkWidget *parent;
  SfContext *context;
  SfEvaluation *evaluation;
  char *audience;
  SfSealCompose compose;
  gpointer compose_data;
  GDestroyNotify destroy;
  /* what was answered */
  char *meeting_on;
  char *accepted_by;
  char *sealed_by;
  char *office;
  /* while it is sealed */
  SfAskDialog *dialog;
  SfSecret *key;
  SfSealBegun *begun;
  SfDisplayList *pages;
} Sealing;

static void
sealing_unref (gpointer data)
{
  Sealing *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->key, sf_secret_unref);
  g_clear_pointer (&self->begun, sf_seal_begun_free);
  g_clear_object (&self->pages);
  if (self->destroy != NULL)
    self->destroy (self->compose_data);
  g_object_unref (self->parent);
  g_object_unref (self->context);
  g_object_unref (self->evaluation);
  g_free (self->audience);
  g_free (self->meeting_on);
  g_free (self->accepted_by);
  g_free (self->sealed_by);
  g_free (self->office);
  g_free (self);
}

static Sealing *
sealing_ref (Sealing *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static SfWorkbook *
get_workbook (Sealing *self)
{
  return sf_context_get_workbook (self->context);
}

/* Fields and bars of the evaluation look at its state anew. */
static void
tell_state (SfEvaluation *evaluation)
{
  g_object_notify (G_OBJECT (evaluation), "closed-at");
}

/* --- from the key to the end ------------------------------------------------------------------ */

static void
end (Sealing *self, const GError *error)
{
  SfAskDialog *dialog = g_steal_pointer (&self->dialog);

  g_clear_pointer (&self->key, sf_secret_unref);
  g_clear_pointer (&self->begun, sf_seal_begun_free);
  g_clear_object (&self->pages);
  sf_ask_dialog_end (dialog, error);
  g_object_unref (dialog);
  sealing_unref (self);
}

static void
on_sealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sealing *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!sf_workbook_seal_finish (SF_WORKBOOK (source), result, NULL, &error))
    {
      end (self, error);
      return;
    }
  sf_report_note_shown (self->context, self->pages, "report");
  tell_state (self->evaluation);
  text = g_strdup_printf (
      /* Translators: a fingerprint */
      _ ("Its fingerprint is %s. It stands at the foot of every page; write it into the minutes, "
         "too. Print and save the report from the Report page: what is printed now is what was "
         "sealed, to the letter."),
      sf_seal_begun_get_fingerprint (self->begun));
  sf_message_tell (self->parent, _ ("The report is sealed"), text);
  end (self, NULL);
}

static void
on_begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sealing *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *words = NULL;

  self->begun = sf_workbook_begin_seal_finish (SF_WORKBOOK (source), result, &error);
  if (self->begun != NULL)
    self->pages = self->compose (sf_seal_begun_get_fingerprint (self->begun), self->meeting_on,
                                 self->accepted_by, self->compose_data, &error);
  if (self->pages == NULL || !sf_report_write_pdf (self->pages, memory, NULL, &error)
      || !g_output_stream_close (memory, NULL, &error))
    {
      end (self, error);
      return;
    }
  pdf = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  words = sf_fingerprint_dup_words (self->pages);
  sf_workbook_seal (SF_WORKBOOK (source), self->begun, pdf, words, self->key, on_sealed_cb, self);
}

static void
on_key_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sealing *self = data;
  SfSealTerms terms
      = { self->audience, self->sealed_by, self->office, self->accepted_by, self->meeting_on };
  g_autoptr (GError) error = NULL;

  self->key = sf_signing_keys_open_finish (SF_WORKBOOK (source), result, &error);
  if (self->key == NULL)
    end (self, error);
  else
    sf_workbook_begin_seal (SF_WORKBOOK (source), self->evaluation, &terms, on_begun_cb, self);
}

/* Takes a reference of @self until it ends. */
static void
begin (Sealing *self, SfAskDialog *dialog, SfSigningRoad road, const char *passphrase)
{
  self->dialog = g_object_ref (dialog);
  sf_signing_keys_open (get_workbook (self), road, passphrase, NULL, on_key_cb, sealing_ref (self));
}

/* --- the passphrase -----------------------------------------------------------------------------
 */

static void
seal_by_passphrase (SfAskDialog *dialog, gpointer data)
{
  begin (data, dialog, SF_SIGNING_FILE, sf_ask_dialog_get_text (dialog, 0));
}

static void
ask_passphrase (Sealing *self, gboolean there)
{
  const SfAskItem known = { SF_ASK_PASSPHRASE, _ ("_Passphrase of the signing key") };
  const SfAskItem made = { SF_ASK_NEW_PASSPHRASE, _ ("_Passphrase of the signing key") };
  SfAskDialog *dialog = sf_ask_dialog_present (
      self->parent, _ ("The signing key"),
      there ? _ ("The key lies in this centre file, behind a passphrase.")
            : _ ("A key is made for this centre file and kept in it, behind a passphrase that you "
                 "choose now. It is asked for each time a report is sealed. If it is forgotten, "
                 "reports that are sealed can still be verified; for the next a new key is made."),
      _ ("_Seal"), FALSE, there ? &known : &made, 1, seal_by_passphrase, sealing_ref (self),
      sealing_unref);

  sf_ask_dialog_add_known (dialog, self->sealed_by);
}

/* --- who and when -------------------------------------------------------------------------------
 */

static void
keep_answers (Sealing *self, SfAskDialog *dialog)
{
  g_free (self->meeting_on);
  g_free (self->accepted_by);
  g_free (self->sealed_by);
  g_free (self->office);
  self->meeting_on = g_strdup (sf_ask_dialog_get_text (dialog, MEETING));
  self->accepted_by = g_strdup (sf_ask_dialog_get_text (dialog, ACCEPTED_BY));
  self->sealed_by = g_strdup (sf_ask_dialog_get_text (dialog, SEALED_BY));
  self->office = g_strdup (sf_ask_dialog_get_text (dialog, OFFICE));
}

static void
on_answered (SfAskDialog *dialog, gpointer data)
{
  Sealing *self = data;
  g_autoptr (GError) error = NULL;
  gboolean there = FALSE;
  SfSealTerms terms;

  keep_answers (self, dialog);
  terms = (SfSealTerms){ self->audience, self->sealed_by, self->office, self->accepted_by,
                         self->meeting_on };
  if (!sf_workbook_check_seal (get_workbook (self), self->evaluation, &terms, &error))
    {
      sf_ask_dialog_end (dialog, error);
      return;
    }
  if (sf_ask_dialog_get_chosen (dialog, ROAD) == 0)
    {
      begin (self, dialog, SF_SIGNING_KEYRING, NULL);
      return;
    }
  if (!sf_signing_keys_is_in_file (get_workbook (self), &there, &error))
    {
      sf_ask_dialog_end (dialog, error);
      return;
    }
  sealing_ref (self);
  sf_ask_dialog_end (dialog, NULL);
  ask_passphrase (self, there);
  sealing_unref (self);
}

static char *
explain (Sealing *self)
{
  guint version
      = sf_model_get_next_version (sf_context_get_model (self->context), self->evaluation);

  return g_strdup_printf (
      "%s\n\n%s",
      _ ("When the meeting has accepted the report, seal it. The pages are kept to the letter and "
         "signed, with what they rest on. From then on the grades, judgements and evidence links "
         "of this evaluation cannot be changed; targets, plan, evidence and outcomes go on. To "
         "correct it later, a correction is begun: it leads to a new version, and this one stays."),
      version > 1
          ? _ ("This is a corrected version; it says so on its first page, with the reason.")
          : _ ("Sealing cannot be undone."));
}

void
sf_seal_dialog_present (GtkWidget *parent,
                        SfContext *context,
                        SfEvaluation *evaluation,
                        const char *audience,
                        SfSealCompose compose,
                        gpointer data,
                        GDestroyNotify destroy)
{
  Sealing *self = g_new0 (Sealing, 1);
  SfCentre *centre = sf_context_get_centre (context);
  const char *meeting = sf_evaluation_get_meeting_on (evaluation);
  g_autofree char *text = NULL;
  g_autofree char *roads = g_strdup_printf ("%s\n%s", _ ("In the keyring of this PC"),
                                            _ ("In the centre file, behind a passphrase"));
  const SfAskItem items[N_QUESTIONS]
      = { [MEETING] = { SF_ASK_DATE, _ ("Accepted at the _meeting of"),
                        meeting != NULL ? meeting : sf_context_get_today (context) },
          [ACCEPTED_BY] = { SF_ASK_LINE, _ ("Accepted b_y"),
                            centre != NULL ? sf_centre_get_committee_name (centre) : NULL,
                            _ ("The governing body, committee or board.") },
          [SEALED_BY]
          = { SF_ASK_LINE, _ ("_Sealed by"),
              centre != NULL ? sf_centre_get_head_name (centre) : NULL, _ ("Your name.") },
          [OFFICE] = { SF_ASK_LINE, _ ("_Office"), _ ("Head of centre") },
          [ROAD] = { SF_ASK_CHOICE, _ ("Where the signing _key lives"), roads,
                     _ ("In the keyring there is nothing to remember, and it stays on this PC. In "
                        "the file it goes where the file goes.") } };

  g_atomic_ref_count_init (&self->references);
  self->parent = g_object_ref (parent);
  self->context = g_object_ref (context);
  self->evaluation = g_object_ref (evaluation);
  self->audience = g_strdup (audience);
  self->compose = compose;
  self->compose_data = data;
  self->destroy = destroy;
  text = explain (self);
  sf_ask_dialog_present (parent, _ ("Seal the accepted report"), text, _ ("_Seal"), FALSE, items,
                         N_QUESTIONS, on_answered, self, sealing_unref);
}

/* --- a correction -------------------------------------------------------------------------------
 */

static void
begin_correction (SfAskDialog *dialog, gpointer data)
{
  SfContext *context = data;
  SfEvaluation *evaluation = sf_context_get_evaluation (context);
  SfWorkbook *workbook = sf_context_get_workbook (context);
  g_autoptr (GError) error = NULL;

  if (sf_workbook_begin_correction (workbook, evaluation, sf_ask_dialog_get_text (dialog, 0),
                                    sf_ask_dialog_get_text (dialog, 1), &error)
      && sf_workbook_sync (workbook, &error))
    {
      tell_state (evaluation);
      sf_context_say (context,
                      _ ("The evaluation can be changed again. When the meeting has accepted the "
                         "corrected report, seal it."),
                      FALSE);
    }
  sf_ask_dialog_end (dialog, error);
}

void
sf_seal_correction_present (GtkWidget *parent, SfContext *context)
{
  SfCentre *centre = sf_context_get_centre (context);
  const SfAskItem items[]
      = { { SF_ASK_LINE, _ ("_Reason"), NULL,
            _ ("Printed on the first page of the corrected report, so name no family in it.") },
          { SF_ASK_LINE, _ ("Begun b_y"),
            centre != NULL ? sf_centre_get_head_name (centre) : NULL } };

  sf_ask_dialog_present (
      parent, _ ("Begin a correction"),
      _ ("The evaluation can be changed again, and its next report is a new version that says why. "
         "The version that was accepted stays as it is, and can be printed and verified. This "
         "cannot be undone."),
      _ ("_Begin"), FALSE, items, G_N_ELEMENTS (items), begin_correction, g_object_ref (context),
      g_object_unref);
}
