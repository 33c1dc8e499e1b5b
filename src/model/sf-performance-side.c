/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-side.h"

#include "base/sf-error.h"
#include "model/sf-performance-judged.h"

#include <glib/gi18n-lib.h>

SfPerformanceSide
sf_performance_field_get_side (SfPerformanceField field)
{
  switch (field)
    {
    case SF_PERFORMANCE_SELF_REVIEW:
      return SF_PERFORMANCE_PERSONS;
    case SF_PERFORMANCE_REVIEW:
    case SF_PERFORMANCE_OVERALL:
    case SF_PERFORMANCE_DRAFT:
    case SF_PERFORMANCE_DRAFT_TO_CHAIR_ON:
    case SF_PERFORMANCE_DRAFT_TO_HEAD_ON:
      return SF_PERFORMANCE_REVIEWERS;
    default:
      return SF_PERFORMANCE_BOTHS;
    }
}

SfPerformanceSide
sf_objective_field_get_side (SfObjectiveField field)
{
  switch (field)
    {
    case SF_OBJECTIVE_SELF_REVIEW:
      return SF_PERFORMANCE_PERSONS;
    case SF_OBJECTIVE_REVIEW:
    case SF_OBJECTIVE_JUDGEMENT:
      return SF_PERFORMANCE_REVIEWERS;
    default:
      return SF_PERFORMANCE_BOTHS;
    }
}

gboolean
sf_performance_may_write (SfPerformanceOpener opener, SfPerformanceSide side)
{
  switch (side)
    {
    case SF_PERFORMANCE_PERSONS:
      return opener == SF_PERFORMANCE_BY_PERSON;
    case SF_PERFORMANCE_REVIEWERS:
      return opener == SF_PERFORMANCE_BY_REVIEWER || opener == SF_PERFORMANCE_BY_FURTHER;
    default:
      return opener != SF_PERFORMANCE_BY_RECOVERY;
    }
}

gboolean
sf_performance_may_sign (SfPerformanceOpener opener, gboolean reviewer)
{
  return opener == SF_PERFORMANCE_BY_BOTH
         || opener == (reviewer ? SF_PERFORMANCE_BY_REVIEWER : SF_PERFORMANCE_BY_PERSON);
}

static gboolean
check_text (const char *before,
            const char *after,
            SfPerformanceOpener opener,
            SfPerformanceSide side,
            const char *label,
            GError **error)
{
  const char *sentence;

  if (g_strcmp0 (before, after) == 0 || sf_performance_may_write (opener, side))
    return TRUE;
  if (opener == SF_PERFORMANCE_BY_RECOVERY)
    sentence = _ ("“%s” was not changed: the employer’s recovery key opens a record for reading. "
                  "Who writes unlocks it with their own passphrase.");
  else if (side == SF_PERFORMANCE_PERSONS)
    sentence = _ ("“%s” is the person’s own: only they write it, after unlocking the record with "
                  "their passphrase.");
  else
    sentence = _ ("“%s” is the reviewer’s: only they write it, after unlocking the record with "
                  "their passphrase.");
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, sentence, label);
  return FALSE;
}

/* Of the objectives of @one; one that the other has not says nothing there. */
static gboolean
check_objectives (const SfPerformance *one,
                  const SfPerformance *other,
                  SfPerformanceOpener opener,
                  GError **error)
{
  for (guint i = 0; i < sf_performance_get_n_objectives (one); i++)
    {
      const SfUuid *uuid = sf_performance_get_objective (one, i);

      for (guint k = 0; k < SF_N_OBJECTIVE_FIELDS; k++)
        if (!check_text (sf_performance_get_of_objective (one, uuid, k),
                         sf_performance_get_of_objective (other, uuid, k), opener,
                         sf_objective_field_get_side (k), sf_objective_field_get_label (k), error))
          return FALSE;
    }
  return TRUE;
}

/* What is judged of the head is the head's to write; who is let in reads it. */
static gboolean
check_judged (const SfPerformance *one,
              const SfPerformance *other,
              SfPerformanceOpener opener,
              GError **error)
{
  for (guint i = 0; i < sf_performance_get_n_judged (one); i++)
    {
      int nth
          = sf_performance_find_judged (other,
                                        sf_performance_get_judged (one, i,
                                                                   SF_JUDGED_STATEMENT_CODE),
                                        sf_performance_get_judged (one, i, SF_JUDGED_CONTRIBUTOR));

      for (guint k = SF_JUDGED_LEVEL; k < SF_N_JUDGED_FIELDS; k++)
        if (!check_text (sf_performance_get_judged (one, i, k),
                         nth >= 0 ? sf_performance_get_judged (other, (guint)nth, k) : NULL, opener,
                         SF_PERFORMANCE_PERSONS, sf_judged_field_get_label (k), error))
          return FALSE;
    }
  return TRUE;
}

gboolean
sf_performance_check_written (const SfPerformance *before,
                              const SfPerformance *after,
                              SfPerformanceOpener opener,
                              GError **error)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (!check_text (sf_performance_get (before, i), sf_performance_get (after, i), opener,
                     sf_performance_field_get_side (i), sf_performance_field_get_label (i), error))
      return FALSE;
  return check_objectives (before, after, opener, error)
         && check_objectives (after, before, opener, error)
         && check_judged (before, after, opener, error)
         && check_judged (after, before, opener, error);
}
