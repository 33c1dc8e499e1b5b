/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-performance-ask.h"

#include "ui/sf-ask-dialog.h"
#include "ui/sf-message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a window is about, until it is gone. */
typedef struct
{
  SfContext *context;
  SfPerformanceRecord *record;
  char *name; /* who is withdrawn */
  gboolean final;
  gboolean reviewer;
  gboolean was_open; /* when it was asked whether to erase it */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->context);
  g_object_unref (asked->record);
  g_free (asked->name);
  g_free (asked);
}

static Asked *
asked_new (SfContext *context, SfPerformanceRecord *record)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->context = g_object_ref (context);
  asked->record = g_object_ref (record);
  return asked;
}

static SfWorkbook *
workbook_of (Asked *asked)
{
  return sf_context_get_workbook (asked->context);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAskDialog) dialog = data;
  g_autoptr (GError) error = NULL;

  sf_workbook_performance_finish (SF_WORKBOOK (source), result, &error);
  sf_ask_dialog_end (dialog, error);
}

static SfAskDialog *
add_names (SfAskDialog *dialog, SfPerformanceRecord *record)
{
  sf_ask_dialog_add_known (dialog, sf_performance_record_get_person (record));
  sf_ask_dialog_add_known (dialog, sf_performance_record_get_reviewer (record));
  return dialog;
}

/* What is said, and then what happens if a passphrase is forgotten. (transfer full) */
static char *
with_forgetting (const char *text)
{
  return g_strdup_printf ("%s\n\n%s", text, sf_performance_explain_forgetting ());
}

/* --- another passphrase ------------------------------------------------------------------------
 */

static void
change_passphrase (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;

  sf_workbook_change_passphrase (workbook_of (asked), asked->record,
                                 sf_ask_dialog_get_text (dialog, 0),
                                 sf_ask_dialog_get_text (dialog, 1), NULL, on_done_cb,
                                 g_object_ref (dialog));
}

void
sf_performance_ask_passphrase (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record)
{
  const SfAskItem items[] = { { SF_ASK_PASSPHRASE, _ ("Your passphrase until _now") },
                              { SF_ASK_NEW_PASSPHRASE, _ ("Your _new passphrase") } };
  g_autofree char *text = with_forgetting (
      _ ("The other readers keep theirs. Only this record is changed; other cycles have their "
         "own."));

  add_names (sf_ask_dialog_present (parent, _ ("Change your passphrase"), text, _ ("_Change"),
                                    FALSE, items, G_N_ELEMENTS (items), change_passphrase,
                                    asked_new (context, record), asked_free),
             record);
}

/* --- further readers ---------------------------------------------------------------------------
 */

static void
let_read (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;

  sf_workbook_let_read (workbook_of (asked), asked->record, sf_ask_dialog_get_text (dialog, 0),
                        sf_ask_dialog_get_text (dialog, 1), NULL, on_done_cb,
                        g_object_ref (dialog));
}

void
sf_performance_ask_let_read (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record)
{
  const SfAskItem items[]
      = { { SF_ASK_LINE, _ ("_Who") }, { SF_ASK_NEW_PASSPHRASE, _ ("Their _passphrase") } };
  g_autofree char *text = with_forgetting (
      sf_performance_record_get_evaluation (record) != NULL
          ? _ ("A governor of your panel, say. They choose their own passphrase here and now, read "
               "all that is judged of you in this evaluation, and write nothing.")
          : _ ("Another governor of the panel, say, or a new line manager. They choose their own "
               "passphrase here and now, read all of this record, and write what the reviewer "
               "writes."));

  add_names (sf_ask_dialog_present (parent, _ ("Let another person read"), text, _ ("_Let read"),
                                    FALSE, items, G_N_ELEMENTS (items), let_read,
                                    asked_new (context, record), asked_free),
             record);
}

/* Person, reviewer and the others, but @without. (element-type utf8) (transfer container) */
static GPtrArray *
list_readers (SfPerformanceRecord *record, const char *without)
{
  const char *further = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (further != NULL ? further : "", "\n", -1);
  GPtrArray *readers = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (readers, g_strdup (sf_performance_record_get_person (record)));
  if (sf_performance_record_get_reviewer (record) != NULL)
    g_ptr_array_add (readers, g_strdup (sf_performance_record_get_reviewer (record)));
  for (char **name = names; *name != NULL; name++)
    if (**name != '\0' && g_strcmp0 (*name, without) != 0)
      g_ptr_array_add (readers, g_strdup (*name));
  return readers;
}

static void
withdraw (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GPtrArray) readers = list_readers (asked->record, asked->name);
  g_autoptr (GPtrArray) passphrases = g_ptr_array_new ();

  for (guint i = 0; i < readers->len; i++)
    g_ptr_array_add (passphrases, (gpointer)sf_ask_dialog_get_text (dialog, i));
  g_ptr_array_add (passphrases, NULL);
  sf_workbook_withdraw_reader (workbook_of (asked), asked->record, asked->name,
                               (const char *const *)passphrases->pdata, NULL, on_done_cb,
                               g_object_ref (dialog));
}

void
sf_performance_ask_withdraw (GtkWidget *parent,
                             SfContext *context,
                             SfPerformanceRecord *record,
                             const char *name)
{
  g_autoptr (GPtrArray) readers = list_readers (record, name);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree SfAskItem *items = g_new0 (SfAskItem, readers->len);
  g_autofree char *title = g_strdup_printf (_ ("%s shall read no longer"), name);
  Asked *asked = asked_new (context, record);

  asked->name = g_strdup (name);
  for (guint i = 0; i < readers->len; i++)
    {
      g_ptr_array_add (labels,
                       g_strdup_printf (_ ("Passphrase of %s"), (const char *)readers->pdata[i]));
      items[i] = (SfAskItem){ SF_ASK_PASSPHRASE, labels->pdata[i] };
    }
  sf_ask_dialog_present (
      parent, title,
      _ ("The record gets a new lock, so everybody who goes on reading types their passphrase "
         "once.\n\nCopies and backups that were made before still open for who is withdrawn."),
      _ ("_Withdraw"), FALSE, items, readers->len, withdraw, asked, asked_free);
}

/* --- the employer's key ------------------------------------------------------------------------
 */

static void
recover (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GPtrArray) readers = list_readers (asked->record, NULL);
  guint n = sf_ask_dialog_get_chosen (dialog, 0);

  sf_workbook_recover_performance (workbook_of (asked), asked->record,
                                   sf_ask_dialog_get_text (dialog, 1), readers->pdata[n],
                                   sf_ask_dialog_get_text (dialog, 2), NULL, on_done_cb,
                                   g_object_ref (dialog));
}

void
sf_performance_ask_recover (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record)
{
  g_autoptr (GPtrArray) readers = list_readers (record, NULL);
  g_autofree char *names = NULL;
  SfAskItem items[] = { { SF_ASK_CHOICE, _ ("_Whose passphrase is set anew") },
                        { SF_ASK_LINE, _ ("The _recovery key on the paper"), NULL,
                          _ ("Eight groups of five. Capital and small letters make no "
                             "difference.") },
                        { SF_ASK_NEW_PASSPHRASE, _ ("Their _new passphrase") } };

  g_ptr_array_add (readers, NULL);
  names = g_strjoinv ("\n", (char **)readers->pdata);
  items[0].text = names;
  add_names (sf_ask_dialog_present (
                 parent, _ ("Forgotten passphrase"),
                 _ ("A passphrase cannot be looked up. With the employer’s recovery key, which is "
                    "kept in a sealed envelope, it can be set anew; the other readers keep "
                    "theirs.\n\nAfterwards put the key into a new envelope and seal it again."),
                 _ ("_Set anew"), FALSE, items, G_N_ELEMENTS (items), recover,
                 asked_new (context, record), asked_free),
             record);
}

/* --- signing -----------------------------------------------------------------------------------
 */

static void
sign (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;
  const SfPerformanceSignature signature = { .final = asked->final,
                                             .reviewer = asked->reviewer,
                                             .name = sf_ask_dialog_get_text (dialog, 0),
                                             .on = sf_ask_dialog_get_text (dialog, 1),
                                             .passphrase = sf_ask_dialog_get_text (dialog, 2) };

  sf_workbook_sign_performance (workbook_of (asked), asked->record, &signature, on_done_cb,
                                g_object_ref (dialog));
}

void
sf_performance_ask_sign (GtkWidget *parent,
                         SfContext *context,
                         SfPerformanceRecord *record,
                         gboolean final,
                         gboolean reviewer)
{
  const char *name = reviewer ? sf_performance_record_get_reviewer (record)
                              : sf_performance_record_get_person (record);
  const SfAskItem items[]
      = { { SF_ASK_LINE, _ ("_Signed by"), name },
          { SF_ASK_DATE, _ ("_On"), sf_context_get_today (context) },
          { SF_ASK_PASSPHRASE, _ ("Your _passphrase"), NULL,
            _ ("Who signs types their own, so that nobody signs for another.") } };
  Asked *asked = asked_new (context, record);

  asked->final = final;
  asked->reviewer = reviewer;
  sf_ask_dialog_present (
      parent, final ? _ ("Sign the review") : _ ("Sign the objectives"),
      final ? _ ("From the first signature on, nothing of the review changes unless the signature "
                 "is taken back.")
            : _ ("From the first signature on, the objectives stay as they were agreed unless the "
                 "signature is taken back."),
      _ ("_Sign"), FALSE, items, G_N_ELEMENTS (items), sign, asked, asked_free);
}

static void
take_back (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;
  const SfPerformanceSignature signature = { .final = asked->final,
                                             .reviewer = asked->reviewer,
                                             .back = TRUE,
                                             .passphrase = sf_ask_dialog_get_text (dialog, 0) };

  sf_workbook_sign_performance (workbook_of (asked), asked->record, &signature, on_done_cb,
                                g_object_ref (dialog));
}

void
sf_performance_ask_take_back (GtkWidget *parent,
                              SfContext *context,
                              SfPerformanceRecord *record,
                              gboolean final,
                              gboolean reviewer)
{
  const SfAskItem items[] = { { SF_ASK_PASSPHRASE, _ ("Your _passphrase"), NULL,
                                _ ("Whose signature it is types their own.") } };
  Asked *asked = asked_new (context, record);
  g_autofree char *text = g_strdup_printf (
      _ ("%s takes the signature back, and what was signed can be changed again."),
      reviewer ? sf_performance_record_get_reviewer (record)
               : sf_performance_record_get_person (record));

  asked->final = final;
  asked->reviewer = reviewer;
  sf_ask_dialog_present (parent, _ ("Take the signature back"), text, _ ("_Take back"), FALSE,
                         items, G_N_ELEMENTS (items), take_back, asked, asked_free);
}

/* --- erasing -----------------------------------------------------------------------------------
 */

static void
on_erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAskDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report
      = sf_workbook_erase_performance_finish (SF_WORKBOOK (source), result, &error);

  if (report != NULL && report->troubles->len > 0)
    {
      SfErasureTrouble *trouble = report->troubles->pdata[0];

      sf_message_tell (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog))),
                       _ ("Not everything could be cleaned"), trouble->why);
    }
  sf_ask_dialog_end (dialog, error);
}

/* The person is asked for, first, where it is locked. */
enum
{
  PERSON,
  WHY,
  BY,
  SURE,
};

static void
erase (SfAskDialog *dialog, gpointer data)
{
  Asked *asked = data;
  guint skipped = asked->was_open ? WHY : PERSON;

  sf_workbook_erase_performance (workbook_of (asked), asked->record,
                                 sf_ask_dialog_get_text (dialog, WHY - skipped),
                                 sf_ask_dialog_get_text (dialog, BY - skipped),
                                 asked->was_open ? NULL : sf_ask_dialog_get_text (dialog, PERSON),
                                 on_erased_cb, g_object_ref (dialog));
}

static char *
explain_erasing (gboolean open)
{
  return g_strdup_printf (
      "%s\n\n%s",
      _ ("It is gone for good: what is said in it, who could open it, and every backup’s copy that "
         "Sixfold keeps. Nothing brings it back. The only record kept is that something was "
         "erased, when, by whom and why."),
      open ? _ ("To hide it and keep it, take it off the list instead.")
           : _ ("It is locked. Who has a passphrase opens it first. Where all passphrases and the "
                "employer’s key are lost it can still be destroyed: history then keeps that nobody "
                "opened it, on which day it was destroyed, and why."));
}

void
sf_performance_ask_erase (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record)
{
  /* nothing is filled in: what stays on record is what somebody wrote */
  const SfAskItem items[]
      = { [PERSON] = { SF_ASK_LINE, _ ("Whose _record it is"), NULL,
                       _ ("The full name of the person, typed out, for nobody has opened it.") },
          [WHY] = { SF_ASK_LINE, _ ("_Why"), NULL,
                    _ ("The reason stays on record: please name nobody in it.") },
          [BY] = { SF_ASK_LINE, _ ("Erased _by"), NULL },
          [SURE] = { SF_ASK_CHECK, _ ("I _understand that it cannot be brought back") } };
  Asked *asked = asked_new (context, record);
  g_autofree char *text = NULL;
  guint skipped;

  asked->was_open = sf_workbook_is_unlocked (workbook_of (asked), record);
  skipped = asked->was_open ? WHY : PERSON;
  text = explain_erasing (asked->was_open);
  sf_ask_dialog_present (parent, _ ("Erase a record"), text, _ ("_Erase for good"), TRUE,
                         items + skipped, G_N_ELEMENTS (items) - skipped, erase, asked, asked_free);
}
