/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-support.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-rules-private.h"
#include "model/sf-target-groups.h"
#include "model/sf-vocabulary.h"

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
        {
          support->kinds |= 1u << kind;
          support->of_kind[kind]++;
        }
      support->target_groups
          |= sf_target_groups_parse (sf_evidence_get_target_groups (evidence), NULL);
      if (dated_on == NULL)
        support->n_undated++;
      else if (strcmp (dated_on, support->newest) > 0)
        g_strlcpy (support->newest, dated_on, sizeof support->newest);
    }
  for (guint kind = 0; kind < SF_N_EVIDENCE_KINDS; kind++)
    support->n_kinds += (support->kinds >> kind) & 1;
}

SfSupportConcern
sf_support_judge (gboolean strong, const SfSupport *support, const char *starts_on)
{
  if (!strong)
    return SF_SUPPORT_FINE;
  if (support->n_items == 0)
    return SF_SUPPORT_NO_EVIDENCE;
  if (support->n_kinds <= 1)
    return SF_SUPPORT_ONE_KIND;
  if (support->n_undated == 0 && strcmp (support->newest, starts_on) < 0)
    return SF_SUPPORT_OLD;
  return SF_SUPPORT_FINE;
}

/* @support: (out): filled in where the judgement is looked at */
static SfSupportConcern
find_concern (SfModel *model,
              SfEvaluation *evaluation,
              SfStatement *statement,
              SfJudgement *judgement,
              SfSupport *support)
{
  gboolean strong = sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE
                    && sf_judgement_get_state (judgement) == SF_STATE_JUDGED
                    && sf_level_value_is_strong (sf_statement_get_scale (statement),
                                                 sf_judgement_get_level (judgement));

  if (!strong)
    return SF_SUPPORT_FINE;
  sf_support_of_statement (model, evaluation, sf_statement_get_code (statement), support);
  return sf_support_judge (strong, support, sf_evaluation_get_starts_on (evaluation));
}

SfSupportConcern
sf_support_get_concern (SfModel *model, SfEvaluation *evaluation, SfStatement *statement)
{
  SfSupport support;

  g_return_val_if_fail (SF_IS_MODEL (model), SF_SUPPORT_FINE);
  g_return_val_if_fail (SF_IS_STATEMENT (statement), SF_SUPPORT_FINE);

  return find_concern (model, evaluation, statement,
                       sf_model_find_judgement (model, evaluation,
                                                sf_statement_get_code (statement), NULL),
                       &support);
}

/* Called for each centre statement in turn. */
typedef void (*EachFunc) (SfStatement *statement,
                          SfSupportConcern concern,
                          const SfSupport *support,
                          gpointer data);

static void
look_at_each (
    SfModel *model, SfEvaluation *evaluation, SfKeyArea *area, EachFunc each, gpointer data)
{
  g_autoptr (GHashTable) agreed = sf_model_index_judgements (model, evaluation);
  GPtrArray *statements = sf_rules_list_statements (model, evaluation, area);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];
      SfJudgement *judgement = g_hash_table_lookup (agreed, sf_statement_get_code (statement));
      SfSupport support = { 0 };

      if (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE)
        {
          SfSupportConcern concern
              = find_concern (model, evaluation, statement, judgement, &support);
          each (statement, concern, &support, data);
        }
    }
}

static void
count_one (SfStatement *statement,
           SfSupportConcern concern,
           const SfSupport *support,
           gpointer data)
{
  ((guint *)data)[concern]++;
}

void
sf_support_count_concerns (SfModel *model,
                           SfEvaluation *evaluation,
                           SfKeyArea *area,
                           guint counts[SF_N_SUPPORT_CONCERNS])
{
  g_return_if_fail (SF_IS_MODEL (model));

  memset (counts, 0, SF_N_SUPPORT_CONCERNS * sizeof *counts);
  look_at_each (model, evaluation, area, count_one, counts);
}

static void
mark_one (SfStatement *statement, SfSupportConcern concern, const SfSupport *support, gpointer data)
{
  SfSupportMark *mark;

  if (concern == SF_SUPPORT_FINE)
    return;
  mark = g_new (SfSupportMark, 1);
  *mark = (SfSupportMark){ statement, concern, *support };
  g_ptr_array_add (data, mark);
}

GPtrArray *
sf_support_list_marks (SfModel *model, SfEvaluation *evaluation, SfKeyArea *area)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (SF_IS_MODEL (model), marks);

  look_at_each (model, evaluation, area, mark_one, marks);
  return marks;
}

/* --- in words --------------------------------------------------------------------------------- */

const char *
sf_support_concern_to_id (SfSupportConcern concern)
{
  static const char *const ids[SF_N_SUPPORT_CONCERNS]
      = { "fine", "no-evidence", "one-kind", "old" };

  g_return_val_if_fail ((guint)concern < SF_N_SUPPORT_CONCERNS, ids[0]);

  return ids[concern];
}

static char *
name_kinds (const SfSupport *support)
{
  static const char *const many[SF_N_EVIDENCE_KINDS]
      = { N_ ("data"), N_ ("observations"), N_ ("users’ views"), N_ ("documents"),
          N_ ("external views") };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < SF_N_EVIDENCE_KINDS; kind++)
    if (support->of_kind[kind] > 0 && support->n_items == 1)
      g_ptr_array_add (names, sf_text_lower_first (
                                  sf_vocabulary_get_nth_label (SF_VOCABULARY_EVIDENCE_KIND, kind)));
    else if (support->of_kind[kind] > 0)
      g_ptr_array_add (names, g_strdup (_ (many[kind])));
  g_ptr_array_add (names, NULL);
  return sf_text_join_and ((const char *const *)names->pdata);
}

char *
sf_support_to_text (const SfSupport *support)
{
  g_autofree char *items = NULL, *kinds = NULL;

  if (support->n_items == 0)
    return g_strdup (_ ("no evidence yet"));
  items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", support->n_items),
                           support->n_items);
  if (support->n_kinds == 0)
    return g_steal_pointer (&items);
  kinds = name_kinds (support);
  /* Translators: "3 items: documents and users’ views" */
  return g_strdup_printf (_ ("%s: %s"), items, kinds);
}

char *
sf_support_detail_to_text (const SfSupport *support)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *newest = sf_date_format (support->newest);
  g_autofree char *groups = sf_target_groups_to_text (support->target_groups);

  if (*support->newest != '\0')
    g_ptr_array_add (parts, g_strdup_printf (_ ("Newest %s"), newest));
  if (support->n_undated > 0)
    g_ptr_array_add (parts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u without a date",
                                                          "%u without a date", support->n_undated),
                                             support->n_undated));
  if (support->target_groups != 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("About %s"), groups));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

static char *
tell_one_kind (const SfSupport *support)
{
  static const char *const texts[SF_N_EVIDENCE_KINDS] = {
    N_ ("rests on data only"),           N_ ("rests on observation only"),
    N_ ("rests on users’ views only"),   N_ ("rests on documents only"),
    N_ ("rests on external views only"),
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
