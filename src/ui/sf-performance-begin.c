/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "model/sf-performance-told.h"
#include "ui/sf-ask-dialog.h"
#include "ui/sf-performance-ask.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* The window that begins a record. */

enum
{
  PERSON,
  ROLE,
  KIND,
  REVIEWER,
  STARTS,
  ENDS,
  CARRY,
  PERSON_PASSPHRASE,
  REVIEWER_PASSPHRASE,
  N_QUESTIONS,
};

typedef struct
{
  SfContext *context;
  GPtrArray *cycles; /* of SfPerformanceRecord: those that are unlocked */
  SfBegunFunc func;
  GWeakRef data;
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *self = data;

  g_object_unref (self->context);
  g_ptr_array_unref (self->cycles);
  g_weak_ref_clear (&self->data);
  g_free (self);
}

/* Where what was refused is put right. */
static guint
find_fault (SfAskDialog *dialog)
{
  if (sf_performance_is_same_name (sf_ask_dialog_get_text (dialog, PERSON),
                                   sf_ask_dialog_get_text (dialog, REVIEWER)))
    return REVIEWER;
  if (g_strcmp0 (sf_ask_dialog_get_text (dialog, STARTS), sf_ask_dialog_get_text (dialog, ENDS))
      > 0)
    return ENDS;
  if (g_strcmp0 (sf_ask_dialog_get_text (dialog, PERSON_PASSPHRASE),
                 sf_ask_dialog_get_text (dialog, REVIEWER_PASSPHRASE))
      == 0)
    return REVIEWER_PASSPHRASE;
  return PERSON;
}

static void
on_begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfAskDialog) dialog = data;
  Beginning *self = g_object_get_data (G_OBJECT (dialog), "sf-beginning");
  g_autoptr (GError) error = NULL;
  SfPerformanceRecord *record
      = sf_workbook_begin_performance_finish (SF_WORKBOOK (source), result, &error);
  g_autoptr (GObject) who = record != NULL ? g_weak_ref_get (&self->data) : NULL;

  if (who != NULL)
    self->func (record, who);
  if (error != NULL)
    sf_ask_dialog_point_at (dialog, find_fault (dialog));
  sf_ask_dialog_end (dialog, error);
}

static void
begin (SfAskDialog *dialog, gpointer data)
{
  Beginning *self = data;
  guint carried = sf_ask_dialog_get_chosen (dialog, CARRY);
  const SfPerformanceWish wish
      = { .centre = sf_context_get_centre (self->context),
          .person = sf_ask_dialog_get_text (dialog, PERSON),
          .role = sf_ask_dialog_get_text (dialog, ROLE),
          .kind = sf_vocabulary_get_nth_id (SF_VOCABULARY_PERFORMANCE_KIND,
                                            sf_ask_dialog_get_chosen (dialog, KIND)),
          .reviewer = sf_ask_dialog_get_text (dialog, REVIEWER),
          .starts_on = sf_ask_dialog_get_text (dialog, STARTS),
          .ends_on = sf_ask_dialog_get_text (dialog, ENDS),
          .person_passphrase = sf_ask_dialog_get_text (dialog, PERSON_PASSPHRASE),
          .reviewer_passphrase = sf_ask_dialog_get_text (dialog, REVIEWER_PASSPHRASE),
          .carried_from = carried > 0 ? self->cycles->pdata[carried - 1] : NULL };

  g_object_set_data (G_OBJECT (dialog), "sf-beginning", self);
  sf_workbook_begin_performance (sf_context_get_workbook (self->context), &wish, on_begun_cb,
                                 g_object_ref (dialog));
}

/* --- what is proposed ---------------------------------------------------------------------------
 */

static GPtrArray *
list_unlocked (SfContext *context)
{
  GPtrArray *records = sf_performance_list_records (sf_context_get_model (context),
                                                    sf_context_get_centre (context), FALSE);

  for (guint i = records->len; i > 0; i--)
    if (!sf_workbook_is_unlocked (sf_context_get_workbook (context), records->pdata[i - 1]))
      g_ptr_array_remove_index (records, i - 1);
  return records;
}

static char *
name_cycles (GPtrArray *records)
{
  GString *names = g_string_new (_ ("Nothing"));

  for (guint i = 0; i < records->len; i++)
    {
      SfPerformanceRecord *record = records->pdata[i];
      g_autofree char *cycle = sf_date_format_period (sf_performance_record_get_starts_on (record),
                                                      sf_performance_record_get_ends_on (record));

      g_string_append_printf (names, "\n%s, %s", sf_performance_record_get_person (record), cycle);
    }
  return g_string_free (names, FALSE);
}

/* The school year that @today is in, or that begins within two months. */
static void
propose_cycle (const char *today, char **starts, char **ends)
{
  int year = 0, month = 0;

  sscanf (today, "%4d-%2d", &year, &month);
  if (month < 7)
    year--;
  *starts = g_strdup_printf ("%04d-09-01", year);
  *ends = g_strdup_printf ("%04d-08-31", year + 1);
}

void
sf_performance_ask_begin (GtkWidget *parent, SfContext *context, SfBegunFunc func, gpointer data)
{
  Beginning *self = g_new0 (Beginning, 1);
  g_autofree char *starts = NULL, *ends = NULL, *cycles = NULL, *kinds = NULL, *text = NULL;

  self->context = g_object_ref (context);
  self->cycles = list_unlocked (context);
  self->func = func;
  g_weak_ref_init (&self->data, data);
  propose_cycle (sf_context_get_today (context), &starts, &ends);
  cycles = name_cycles (self->cycles);
  kinds
      = g_strdup_printf ("%s\n%s", sf_vocabulary_get_nth_label (SF_VOCABULARY_PERFORMANCE_KIND, 0),
                         sf_vocabulary_get_nth_label (SF_VOCABULARY_PERFORMANCE_KIND, 1));
  text = g_strdup_printf (
      "%s\n\n%s",
      _ ("Both are here, the person and the reviewer, and each chooses a passphrase of their own. "
         "Name, role and cycle are seen by everybody who opens the centre file; nothing else is."),
      sf_performance_explain_forgetting ());
  {
    const SfAskItem items[N_QUESTIONS]
        = { [PERSON] = { SF_ASK_LINE, _ ("_Person") },
            [ROLE] = { SF_ASK_LINE, _ ("Their r_ole") },
            [KIND] = { SF_ASK_CHOICE, _ ("_Staff or head"), kinds },
            [REVIEWER] = { SF_ASK_LINE, _ ("_Reviewer"), NULL,
                           _ ("Of the head: who speaks for the panel of governors.") },
            [STARTS] = { SF_ASK_DATE, _ ("_First day of the cycle"), starts },
            [ENDS] = { SF_ASK_DATE, _ ("_Last day"), ends },
            [CARRY] = { SF_ASK_CHOICE, _ ("_Carry forward what was not finished in"), cycles,
                        _ ("A cycle is offered here while it is unlocked.") },
            [PERSON_PASSPHRASE] = { SF_ASK_NEW_PASSPHRASE, _ ("The person’s passphr_ase") },
            [REVIEWER_PASSPHRASE] = { SF_ASK_NEW_PASSPHRASE, _ ("The reviewer’s pass_phrase") } };

    sf_ask_dialog_present (parent, _ ("Begin a record"), text, _ ("_Begin"), FALSE, items,
                           N_QUESTIONS, begin, self, beginning_free);
  }
}
