/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-support.h"

#include "model/sf-rules-private.h"

#include <string.h>

void
sf_support_of_statement (SfModel *model,
                         SfEvaluation *evaluation,
                         const char *statement_code,
                         SfSupport *support)
{
  g_autoptr (GPtrArray) links = NULL;

  g_return_if_fail (SF_IS_MODEL (model));
  g_return_if_fail (statement_code != NULL);

  *support = (SfSupport){ 0 };
  links = sf_model_list_evidence_links (model, evaluation, statement_code);
  for (guint i = 0; i < links->len; i++)
    {
      SfEvidence *evidence = sf_model_get_evidence (model, links->pdata[i]);
      const char *dated_on = sf_evidence_get_dated_on (evidence);
      SfEvidenceKind kind;

      support->n_items++;
      if (sf_evidence_kind_from_string (sf_evidence_get_kind (evidence), &kind))
        support->kinds |= 1u << kind;
      if (dated_on == NULL)
        support->n_undated++;
      else if (strcmp (dated_on, support->newest) > 0)
        g_strlcpy (support->newest, dated_on, sizeof support->newest);
    }
  for (guint kind = 0; kind < SF_N_EVIDENCE_KINDS; kind++)
    support->n_kinds += (support->kinds >> kind) & 1;
}

static SfSupportConcern
find_concern (SfModel *model,
              SfEvaluation *evaluation,
              SfStatement *statement,
              SfJudgement *judgement)
{
  SfSupport support;

  if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE
      || sf_judgement_get_state (judgement) != SF_STATE_JUDGED
      || !sf_level_value_is_strong (sf_statement_get_scale (statement),
                                    sf_judgement_get_level (judgement)))
    return SF_SUPPORT_FINE;
  sf_support_of_statement (model, evaluation, sf_statement_get_code (statement), &support);
  if (support.n_items == 0)
    return SF_SUPPORT_NO_EVIDENCE;
  if (support.n_kinds <= 1)
    return SF_SUPPORT_ONE_KIND;
  if (support.n_undated == 0
      && strcmp (support.newest, sf_evaluation_get_starts_on (evaluation)) < 0)
    return SF_SUPPORT_OLD;
  return SF_SUPPORT_FINE;
}

SfSupportConcern
sf_support_get_concern (SfModel *model, SfEvaluation *evaluation, SfStatement *statement)
{
  g_return_val_if_fail (SF_IS_MODEL (model), SF_SUPPORT_FINE);
  g_return_val_if_fail (SF_IS_STATEMENT (statement), SF_SUPPORT_FINE);

  return find_concern (model, evaluation, statement,
                       sf_model_find_judgement (model, evaluation,
                                                sf_statement_get_code (statement), NULL));
}

void
sf_support_count_concerns (SfModel *model,
                           SfEvaluation *evaluation,
                           SfKeyArea *area,
                           guint counts[SF_N_SUPPORT_CONCERNS])
{
  g_autoptr (GHashTable) agreed = NULL;
  GPtrArray *statements;

  g_return_if_fail (SF_IS_MODEL (model));

  memset (counts, 0, SF_N_SUPPORT_CONCERNS * sizeof *counts);
  agreed = sf_rules_index_agreed (model, evaluation);
  statements = sf_rules_list_statements (model, evaluation, area);
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];

      if (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE)
        counts[find_concern (model, evaluation, statement,
                             g_hash_table_lookup (agreed, sf_statement_get_code (statement)))]++;
    }
}

char *
sf_support_to_text (const SfSupport *support)
{
  g_autofree char *items = NULL;

  if (support->n_items == 0)
    return g_strdup (_ ("no evidence yet"));
  items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", support->n_items),
                           support->n_items);
  if (support->n_items == 1 || support->n_kinds == 0)
    return g_steal_pointer (&items);
  /* Translators: "3 items of 2 kinds" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %u kind", "%s of %u kinds",
                                       support->n_kinds),
                          items, support->n_kinds);
}

static char *
tell_one_kind (const SfSupport *support)
{
  static const char *const texts[SF_N_EVIDENCE_KINDS] = {
    N_ ("rests on figures only"),
    N_ ("rests on observation only"),
    N_ ("rests on users’ views only"),
    N_ ("rests on documents only"),
    N_ ("rests on views from outside only"),
  };

  for (guint kind = 0; support != NULL && kind < SF_N_EVIDENCE_KINDS; kind++)
    if (support->kinds == 1u << kind)
      return g_strdup (_ (texts[kind]));
  return g_strdup (_ ("rests on one kind of evidence"));
}

char *
sf_support_concern_to_text (SfSupportConcern concern, const SfSupport *support)
{
  switch (concern)
    {
    case SF_SUPPORT_NO_EVIDENCE:
      return g_strdup (_ ("rests on no evidence"));
    case SF_SUPPORT_ONE_KIND:
      return tell_one_kind (support);
    case SF_SUPPORT_OLD:
      return g_strdup (_ ("rests on evidence from before this evaluation"));
    case SF_SUPPORT_FINE:
    default:
      return g_strdup ("");
    }
}
