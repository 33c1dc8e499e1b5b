/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-performance.h"

#include "base/sf-clock.h"
#include "base/sf-text.h"
#include "crypt/sf-sealed.h"
#include "workbook/sf-edit-private.h"
#include "workbook/sf-key-making.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-step-private.h"

#include <string.h>

const char *
sf_performance_explain_forgetting (void)
{
  return _ ("Nobody can read a forgotten passphrase out of the file: not the other reader, not the "
            "authority, not whoever wrote this program. Whoever else may read the record still "
            "opens it with theirs. A forgotten one is set anew with the employer’s recovery key, "
            "which is "
            "printed once and kept in a sealed envelope. If all passphrases and the envelope are "
            "lost, what the record says is lost. A backup opens with the passphrases of its day.");
}

GBytes *
sf_key_work_seal (SfSecret *key,
                  const SfUuid *record,
                  const SfPerformance *document,
                  GError **error)
{
  g_autoptr (GBytes) packed = sf_performance_pack (document);
  gsize size;
  gconstpointer data = g_bytes_get_data (packed, &size);

  return sf_sealed_new (key, record, "sealed", data, size, error);
}

void
sf_key_work_set_sealed (SfStep *step,
                        const SfUuid *record,
                        GBytes *sealed,
                        const SfPerformance *document)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  sf_value_set_blob (&value, sealed);
  sf_step_set (step, SF_TYPE_PERFORMANCE_RECORD, record, SF_PERFORMANCE_RECORD_SEALED, &value);
  sf_step_set_int (step, SF_TYPE_PERFORMANCE_RECORD, record, SF_PERFORMANCE_RECORD_REVIEW_HELD,
                   sf_performance_get (document, SF_PERFORMANCE_FINAL_HELD_ON) != NULL);
}

/* --- editing --------------------------------------------------------------------------------- */

static gboolean
is_same (const SfPerformance *one, const SfPerformance *two)
{
  g_autoptr (GBytes) a = sf_performance_pack (one);
  g_autoptr (GBytes) b = sf_performance_pack (two);

  return g_bytes_equal (a, b);
}

static gboolean
check_signatures (const SfPerformance *now, const SfPerformance *changed, GError **error)
{
  static const SfPerformanceField fields[]
      = { SF_PERFORMANCE_SET_PERSON_SIGNED_BY,     SF_PERFORMANCE_SET_PERSON_SIGNED_ON,
          SF_PERFORMANCE_SET_REVIEWER_SIGNED_BY,   SF_PERFORMANCE_SET_REVIEWER_SIGNED_ON,
          SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY,   SF_PERFORMANCE_FINAL_PERSON_SIGNED_ON,
          SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_BY, SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_ON };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (sf_performance_get (now, fields[i]), sf_performance_get (changed, fields[i]))
        != 0)
      {
        g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                             _ ("A signature is given and taken back only by the passphrase of who "
                                "signs."));
        return FALSE;
      }
  return TRUE;
}

gboolean
sf_key_work_write (SfWorkbook *self,
                   SfPerformanceRecord *record,
                   const SfPerformance *changed,
                   gboolean signing,
                   GError **error)
{
  const SfUuid *uuid = sf_record_get_uuid (SF_RECORD (record));
  const SfPerformance *now;
  g_autoptr (GBytes) sealed = NULL;
  SfStep *step;

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  now = sf_workbook_get_performance (self, record, error);
  if (now == NULL)
    return FALSE;
  sf_workbook_keep_unlocked (self);
  if (is_same (now, changed))
    return TRUE;
  if (!signing
      && (!check_signatures (now, changed, error)
          || !sf_performance_check_written (now, changed, sf_workbook_get_opener (self, record),
                                            error)))
    return FALSE;
  if (self->changing_key)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_BUSY,
                           _ ("Who may read this record is being changed. Please wait a moment."));
      return FALSE;
    }
  sealed = sf_key_work_seal (sf_opened_get_key (self, uuid, NULL), uuid, changed, error);
  if (sealed == NULL)
    return FALSE;
  step = sf_step_new (_ ("Changed a confidential record"));
  sf_key_work_set_sealed (step, uuid, sealed, changed);
  if (signing)
    sf_workbook_enqueue (self, sf_step_steal_barrier (step), "edit");
  else
    sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_edit_performance (SfWorkbook *self,
                              SfPerformanceRecord *record,
                              const SfPerformance *changed,
                              GError **error)
{
  return sf_key_work_write (self, record, changed, FALSE, error);
}

gboolean
sf_workbook_retire_performance (SfWorkbook *self,
                                SfPerformanceRecord *record,
                                gboolean retired,
                                GError **error)
{
  SfStep *step;

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  if (retired && !sf_workbook_is_unlocked (self, record))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This record is locked. Who can open it takes it off the list."));
      return FALSE;
    }
  step = sf_step_new (retired ? _ ("Took a confidential record off the list")
                              : _ ("Put a confidential record back on the list"));
  if (retired)
    sf_edit_int (step, record, SF_PERFORMANCE_RECORD_RETIRED_AT, sf_clock_now ());
  else
    sf_edit_null (step, record, SF_PERFORMANCE_RECORD_RETIRED_AT);
  sf_workbook_submit (self, step);
  return TRUE;
}

/* --- beginning ----------------------------------------------------------------------------------
 */

typedef struct
{
  GTask *task;
  SfChangeSet *set;
  SfUuid record;
  SfPerformance *document;
  SfSecret *key;
  gboolean holds; /* the recovery key is not replaced meanwhile */
} SfBeginning;

static void
beginning_free (SfBeginning *self)
{
  g_clear_pointer (&self->set, sf_change_set_free);
  sf_performance_free (self->document);
  g_clear_pointer (&self->key, sf_secret_unref);
  g_object_unref (self->task);
  g_free (self);
}

static void
end_beginning (SfBeginning *self, const GError *error)
{
  SfWorkbook *workbook = g_task_get_source_object (self->task);
  SfUuid both;

  if (self->holds)
    workbook->changing_keyring = FALSE;
  if (error != NULL)
    g_task_return_error (self->task, g_error_copy (error));
  else
    {
      sf_key_work_make_holder (SF_OPENED_BY_BOTH, &both);
      sf_opened_add (workbook, &self->record, self->key, &both);
      g_task_return_pointer (self->task, sf_model_find (workbook->model, &self->record), NULL);
    }
  beginning_free (self);
}

static void
on_begun (SfWorkbook *self, const GError *error, gpointer data)
{
  end_beginning (data, error);
}

static void
on_keyring_made (SfWorkbook *workbook, GBytes *keyring, const GError *error, gpointer data)
{
  SfBeginning *self = data;

  if (error != NULL)
    {
      end_beginning (self, error);
      return;
    }
  self->set->keyring = g_bytes_ref (keyring);
  self->set->keyring_of = self->record;
  sf_workbook_enqueue_once (workbook, g_steal_pointer (&self->set), on_begun, self);
}

/* (transfer full): in small letters, one space between two words */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name != NULL ? name : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  GString *plain = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (plain, "%s%s", plain->len > 0 ? " " : "", *word);
  return g_string_free (plain, FALSE);
}

gboolean
sf_performance_is_same_name (const char *name, const char *other)
{
  g_autofree char *one = fold_name (name), *two = fold_name (other);

  return *one != '\0' && g_str_equal (one, two);
}

static gboolean
check_wish (SfWorkbook *self, const SfPerformanceWish *wish, GError **error)
{
  if (!sf_workbook_check_writable (self, error)
      || !sf_edit_check_text (wish->person, _ ("the name of the person"), error)
      || !sf_edit_check_text (wish->reviewer, _ ("the name of who reviews"), error)
      || !sf_edit_check_date (wish->starts_on, TRUE, error)
      || !sf_edit_check_date (wish->ends_on, TRUE, error))
    return FALSE;
  if (sf_performance_is_same_name (wish->person, wish->reviewer))
    return sf_edit_refuse (error, _ ("Nobody reviews themselves: please name another person as the "
                                     "reviewer."));
  if (strcmp (wish->starts_on, wish->ends_on) > 0)
    return sf_edit_refuse (error, _ ("The last day of a cycle cannot be before its first."));
  if (wish->kind == NULL || sf_vocabulary_find (SF_VOCABULARY_PERFORMANCE_KIND, wish->kind) < 0)
    return sf_edit_refuse (error, _ ("It is of a member of staff or of the head."));
  if (!sf_key_work_check_passphrase (self, wish->person_passphrase, wish->person, wish->reviewer,
                                     error)
      || !sf_key_work_check_passphrase (self, wish->reviewer_passphrase, wish->person,
                                        wish->reviewer, error))
    return FALSE;
  if (g_str_equal (wish->person_passphrase, wish->reviewer_passphrase))
    return sf_edit_refuse (error, _ ("Each of the two needs a passphrase of their own."));
  if (!sf_key_work_check_free (self, error))
    return FALSE;
  return wish->carried_from == NULL
         || sf_workbook_get_performance (self, wish->carried_from, error) != NULL;
}

static SfStep *
make_step (SfWorkbook *self, const SfPerformanceWish *wish, SfUuid *made)
{
  GListModel *all = sf_model_get_list (self->model, SF_TYPE_PERFORMANCE_RECORD);
  const struct
  {
    guint column;
    const char *text;
  } texts[] = { { SF_PERFORMANCE_RECORD_PERSON, wish->person },
                { SF_PERFORMANCE_RECORD_ROLE, wish->role },
                { SF_PERFORMANCE_RECORD_KIND, wish->kind },
                { SF_PERFORMANCE_RECORD_REVIEWER, wish->reviewer },
                { SF_PERFORMANCE_RECORD_STARTS_ON, wish->starts_on },
                { SF_PERFORMANCE_RECORD_ENDS_ON, wish->ends_on } };
  SfStep *step = sf_step_new (_ ("Began a confidential record"));

  sf_step_insert (step, SF_TYPE_PERFORMANCE_RECORD, made);
  sf_step_set_ref (step, SF_TYPE_PERFORMANCE_RECORD, made, SF_PERFORMANCE_RECORD_CENTRE,
                   wish->centre);
  if (wish->carried_from != NULL)
    sf_step_set_ref (step, SF_TYPE_PERFORMANCE_RECORD, made, SF_PERFORMANCE_RECORD_PREDECESSOR,
                     wish->carried_from);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = texts[i].text != NULL ? sf_text_clean (texts[i].text) : NULL;

      sf_step_set_text (step, SF_TYPE_PERFORMANCE_RECORD, made, texts[i].column, clean);
    }
  sf_step_set_int (step, SF_TYPE_PERFORMANCE_RECORD, made, SF_PERFORMANCE_RECORD_POSITION,
                   g_list_model_get_n_items (all) + 1);
  return step;
}

/* Its change set, but for the keyring; %FALSE if it cannot be sealed. */
static gboolean
make_set (SfBeginning *self, SfWorkbook *workbook, const SfPerformanceWish *wish, GError **error)
{
  SfStep *step = make_step (workbook, wish, &self->record);
  g_autoptr (GBytes) sealed = NULL;

  self->document = wish->carried_from == NULL
                       ? sf_performance_new ()
                       : sf_performance_carry_forward (
                           sf_workbook_get_performance (workbook, wish->carried_from, NULL));
  self->key = sf_secret_new_key ();
  sealed = sf_key_work_seal (self->key, &self->record, self->document, error);
  if (sealed != NULL)
    sf_key_work_set_sealed (step, &self->record, sealed, self->document);
  self->set = sf_step_steal_changes (step);
  self->set->kind = "barrier";
  return sealed != NULL;
}

void
sf_workbook_begin_performance (SfWorkbook *self,
                               const SfPerformanceWish *wish,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  SfBeginning *beginning = g_new0 (SfBeginning, 1);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SF_IS_CENTRE (wish->centre));
  g_return_if_fail (wish->person_passphrase != NULL && wish->reviewer_passphrase != NULL);

  beginning->task = g_task_new (self, NULL, callback, data);
  if (!check_wish (self, wish, &error) || !make_set (beginning, self, wish, &error))
    {
      end_beginning (beginning, error);
      return;
    }
  self->changing_keyring = beginning->holds = TRUE;
  sf_key_making_start (self, &beginning->record, beginning->key, wish->person_passphrase,
                       wish->reviewer_passphrase, wish->cost, on_keyring_made, beginning);
}

SfPerformanceRecord *
sf_workbook_begin_performance_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SfPerformanceRecord *
sf_workbook_begin_performance_sync (SfWorkbook *self, const SfPerformanceWish *wish, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sf_workbook_begin_performance (self, wish, sf_sync_cb, &result);
  sf_key_work_wait (&result);
  return sf_workbook_begin_performance_finish (self, result, error);
}
