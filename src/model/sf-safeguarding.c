/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-safeguarding.h"

#include "base/sf-date.h"
#include "model/sf-rules-private.h"
#include "model/sf-target-status.h"

void
sf_safeguarding_item_free (SfSafeguardingItem *self)
{
  g_free (self->text);
  g_free (self);
}

/* The open target of a statement that is due first; those without a date come last. */
static SfTarget *
find_action (SfModel *model, SfEvaluation *evaluation, const char *code, const char *today)
{
  g_autoptr (GPtrArray) targets = sf_model_list_targets (model, evaluation, code);

  sf_target_sort (model, targets, today);
  return targets->len > 0 && sf_target_is_open (model, targets->pdata[0], today) ? targets->pdata[0]
                                                                                 : NULL;
}

static char *
tell (SfStatement *statement, SfJudgement *judgement, SfTarget *action)
{
  g_autofree char *level = sf_judgement_to_text (judgement, sf_statement_get_scale (statement));
  g_autofree char *due = action != NULL ? sf_date_format (sf_target_get_due_on (action)) : NULL;
  const char *title = sf_statement_get_title (statement);

  if (action == NULL)
    /* Translators: a statement, its level */
    return g_strdup_printf (_ ("%s: %s. No action is set."), title, level);
  if (*due == '\0')
    /* Translators: a statement, its level, a target */
    return g_strdup_printf (_ ("%s: %s. Action: %s, without a date."), title, level,
                            sf_target_get_title (action));
  /* Translators: a statement, its level, a target, a day */
  return g_strdup_printf (_ ("%s: %s. Action: %s, by %s."), title, level,
                          sf_target_get_title (action), due);
}

static gboolean
must_be_told (SfStatement *statement, SfJudgement *judgement)
{
  if (!sf_statement_get_safeguarding (statement)
      || sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
    return FALSE;
  switch (sf_judgement_get_state (judgement))
    {
    case SF_STATE_NOT_APPLICABLE:
      return FALSE;
    case SF_STATE_JUDGED:
      return !sf_level_value_is_strong (sf_statement_get_scale (statement),
                                        sf_judgement_get_level (judgement));
    case SF_STATE_NOT_JUDGED:
    default:
      return TRUE;
    }
}

GPtrArray *
sf_safeguarding_list (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_safeguarding_item_free);
  g_autoptr (GHashTable) agreed = NULL;
  GPtrArray *statements;

  g_return_val_if_fail (SF_IS_MODEL (model), items);
  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), items);

  agreed = sf_model_index_judgements (model, evaluation);
  statements = sf_rules_list_statements (model, evaluation, NULL);
  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];
      const char *code = sf_statement_get_code (statement);
      SfJudgement *judgement = g_hash_table_lookup (agreed, code);
      SfSafeguardingItem *item;

      if (!must_be_told (statement, judgement))
        continue;
      item = g_new0 (SfSafeguardingItem, 1);
      item->statement = statement;
      item->state = sf_judgement_get_state (judgement);
      item->level = sf_judgement_find_level (judgement, sf_statement_get_scale (statement));
      item->action = find_action (model, evaluation, code, today);
      item->text = tell (statement, judgement, item->action);
      g_ptr_array_add (items, item);
    }
  return items;
}
