/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-sealed.h"

#include "base/sf-date.h"

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  SfSeal *one = *(SfSeal **)a, *two = *(SfSeal **)b;
  gint64 first = sf_seal_get_sealed_at (one), second = sf_seal_get_sealed_at (two);

  if (first != second)
    return first < second ? 1 : -1;
  first = sf_seal_get_version (one);
  second = sf_seal_get_version (two);
  return first < second ? 1 : first > second ? -1 : 0;
}

GPtrArray *
sf_model_list_seals (SfModel *self, SfEvaluation *evaluation)
{
  GListModel *all = sf_model_get_list (self, SF_TYPE_SEAL);
  GPtrArray *seals;

  if (evaluation != NULL)
    seals = sf_model_list_referring (self, SF_TYPE_SEAL, SF_SEAL_EVALUATION, evaluation);
  else
    {
      seals = g_ptr_array_new ();
      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (SfSeal) seal = g_list_model_get_item (all, i);

          g_ptr_array_add (seals, seal); /* the model keeps it */
        }
    }
  g_ptr_array_sort (seals, compare_newest_first);
  return seals;
}

SfSeal *
sf_model_get_seal (SfModel *self, SfEvaluation *evaluation)
{
  g_autoptr (GPtrArray) seals = NULL;
  SfSeal *newest = NULL;

  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), NULL);

  seals = sf_model_list_referring (self, SF_TYPE_SEAL, SF_SEAL_EVALUATION, evaluation);
  for (guint i = 0; i < seals->len; i++)
    if (newest == NULL || sf_seal_get_version (seals->pdata[i]) > sf_seal_get_version (newest))
      newest = seals->pdata[i];
  return newest;
}

static gboolean
has_size (GBytes *bytes, gsize size)
{
  return bytes != NULL && g_bytes_get_size (bytes) == size;
}

gboolean
sf_seal_is_whole (SfSeal *seal)
{
  return sf_seal_get_evaluation (seal) != NULL && sf_seal_get_meeting_on (seal) != NULL
         && sf_seal_get_fingerprint (seal) != NULL && sf_seal_get_pdf_digest (seal) != NULL
         && sf_seal_get_framework_digest (seal) != NULL
         && has_size (sf_seal_get_chain_head (seal), 32)
         && has_size (sf_seal_get_data_root (seal), 32)
         && has_size (sf_seal_get_public_key (seal), 32)
         && has_size (sf_seal_get_signature (seal), 64);
}

SfSealState
sf_seal_get_state (SfModel *model, SfSeal *seal)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_seal_get_evaluation (seal));

  if (evaluation != NULL && sf_model_get_seal (model, evaluation) != seal)
    return SF_SEAL_SUPERSEDED;
  return sf_seal_get_corrected_at (seal) != SF_NULL_INT ? SF_SEAL_IN_CORRECTION : SF_SEAL_CURRENT;
}

SfSeal *
sf_model_get_shut_seal (SfModel *self, SfEvaluation *evaluation)
{
  SfSeal *seal = sf_model_get_seal (self, evaluation);

  return seal != NULL && sf_seal_get_corrected_at (seal) == SF_NULL_INT ? seal : NULL;
}

guint
sf_model_get_next_version (SfModel *self, SfEvaluation *evaluation)
{
  SfSeal *seal = sf_model_get_seal (self, evaluation);

  return seal != NULL ? (guint)sf_seal_get_version (seal) + 1 : 1;
}

static char *
tell_day (gint64 instant)
{
  g_autofree char *iso = sf_date_of_instant (instant);

  return sf_date_format (iso);
}

/* Of the seal whose correction the report at hand is: the newest if it is being corrected; what is
 * composed of a sealed evaluation is that version again. */
char *
sf_model_tell_version (SfModel *self, SfEvaluation *evaluation)
{
  SfSeal *seal = sf_model_get_seal (self, evaluation), *from = seal;
  g_autofree char *day = NULL;
  gint64 version;

  if (seal != NULL && sf_seal_get_corrected_at (seal) == SF_NULL_INT)
    from = sf_model_find (self, sf_seal_get_predecessor (seal));
  if (from == NULL || sf_seal_get_corrected_at (from) == SF_NULL_INT)
    return NULL;
  version = sf_seal_get_version (from) + 1;
  day = tell_day (sf_seal_get_corrected_at (from));
  /* Translators: the version's number, the day, the reason that somebody gave */
  return g_strdup_printf (_ ("Version %1$d, corrected on %2$s: %3$s"), (int)version, day,
                          sf_seal_get_correction (from));
}

char *
sf_seal_tell (SfModel *model, SfSeal *seal)
{
  g_autofree char *meeting = sf_date_format (sf_seal_get_meeting_on (seal));
  g_autofree char *sealed = tell_day (sf_seal_get_sealed_at (seal));
  const char *by = sf_seal_get_sealed_by (seal);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Version %d."), (int)sf_seal_get_version (seal));
  g_string_append_c (text, ' ');
  if (by != NULL)
    /* Translators: two days, and a name */
    g_string_append_printf (text, _ ("Accepted at the meeting of %1$s, sealed on %2$s by %3$s."),
                            meeting, sealed, by);
  else
    g_string_append_printf (text, _ ("Accepted at the meeting of %1$s, sealed on %2$s."), meeting,
                            sealed);
  if (sf_seal_get_redacted_at (seal) != SF_NULL_INT)
    {
      g_autofree char *day = tell_day (sf_seal_get_redacted_at (seal));

      g_string_append_c (text, ' ');
      /* Translators: a day, and a reason that somebody gave */
      g_string_append_printf (text,
                              sf_seal_get_pdf_gone_at (seal) != SF_NULL_INT
                                  ? _ ("Redacted on %1$s, and its pages were destroyed: %2$s.")
                                  : _ ("Redacted on %1$s: %2$s."),
                              day, sf_seal_get_redaction (seal));
    }
  if (sf_seal_get_corrected_at (seal) != SF_NULL_INT)
    {
      g_autofree char *day = tell_day (sf_seal_get_corrected_at (seal));

      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              sf_seal_get_state (model, seal) == SF_SEAL_SUPERSEDED
                                  ? _ ("A later version took its place. Correction begun on %1$s: "
                                       "%2$s.")
                                  : _ ("A correction was begun on %1$s: %2$s."),
                              day, sf_seal_get_correction (seal));
    }
  return g_string_free (text, FALSE);
}

static gboolean
rests_on (SfModel *model, SfSeal *seal, GPtrArray *evidence)
{
  SfEvaluation *evaluation = sf_model_find (model, sf_seal_get_evaluation (seal));
  g_autoptr (GPtrArray) links = evaluation != NULL
                                    ? sf_model_list_evidence_links (model, evaluation, NULL)
                                    : g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    if (g_ptr_array_find (evidence,
                          sf_model_find (model, sf_evidence_link_get_evidence (links->pdata[i])),
                          NULL))
      return TRUE;
  return FALSE;
}

char *
sf_seal_tell_erasing (SfModel *model, GPtrArray *evidence)
{
  g_autoptr (GPtrArray) seals = sf_model_list_seals (model, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < seals->len; i++)
    {
      SfSeal *seal = seals->pdata[i];
      g_autofree char *day = NULL;

      if (!rests_on (model, seal, evidence))
        continue;
      day = tell_day (sf_seal_get_sealed_at (seal));
      g_string_append_printf (
          text,
          /* Translators: the day a report was sealed, its version, its fingerprint */
          _ ("%1$sThe report sealed on %2$s (version %3$d, fingerprint %4$s) rests on it. The seal "
             "will "
             "say that something was erased; pages that print its words are destroyed, and copies "
             "of them that left the centre are for you to see to."),
          text->len > 0 ? " " : "", day, (int)sf_seal_get_version (seal),
          sf_seal_get_fingerprint (seal));
    }
  return g_string_free (text, text->len == 0);
}
