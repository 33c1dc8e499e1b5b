/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-retention.h"

#include <string.h>

gboolean
sf_evidence_is_due_for_deletion (SfEvidence *self, const char *today)
{
  const char *until;

  g_return_val_if_fail (SF_IS_EVIDENCE (self), FALSE);
  g_return_val_if_fail (today != NULL, FALSE);

  until = sf_evidence_get_keep_until (self);
  return until != NULL && strcmp (until, today) < 0;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  SfEvidence *one = *(SfEvidence *const *)a, *two = *(SfEvidence *const *)b;
  int order = strcmp (sf_evidence_get_keep_until (one), sf_evidence_get_keep_until (two));

  return order != 0 ? order : strcmp (sf_evidence_get_title (one), sf_evidence_get_title (two));
}

GPtrArray *
sf_model_list_due_for_deletion (SfModel *model, SfCentre *centre, const char *today)
{
  GPtrArray *due = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all;

  g_return_val_if_fail (SF_IS_MODEL (model), due);

  all = sf_model_get_list (model, SF_TYPE_EVIDENCE);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SfEvidence) evidence = g_list_model_get_item (all, i);

      if (sf_evidence_is_due_for_deletion (evidence, today)
          && (centre == NULL
              || sf_record_refers_to (SF_RECORD (evidence), SF_EVIDENCE_CENTRE, centre)))
        g_ptr_array_add (due, g_steal_pointer (&evidence));
    }
  g_ptr_array_sort (due, compare_dates);
  return due;
}
