/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-question-private.h"

#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-outcome-published.h"
#include "model/sf-target-status.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* In the order of SfQuestionRule. The second wording is for the second question of a rule. All are
 * open: none can be answered by yes or no, none says whose fault it was. */
static const struct
{
  const char *id;
  const char *label;
  const char *wordings[2];
} rules[SF_N_QUESTION_RULES] = {
  { "target-behind",
    N_ ("A target is behind"),
    { N_ ("What would it take to reach “%s”?"), N_ ("What stands in the way of “%s”?") } },
  { "gap-growing",
    N_ ("A gap is growing"),
    { N_ ("What do we know of why this gap has grown: %s?"),
      N_ ("What would show us that this gap closes: %s?") } },
  { "lower-grade",
    N_ ("A lower grade, with its reason"),
    { N_ ("What did we learn about “%s”?"),
      N_ ("What did we learn about “%s”, and what comes next?") } },
  { "thin-evidence",
    N_ ("A high grade on thin evidence"),
    { N_ ("What would show us that “%s” is as good as we say?"),
      N_ ("Whose view of “%s” have we not heard yet?") } },
  { "target-changed",
    N_ ("A target was changed"),
    { N_ ("What did we learn that made us change “%s”?"),
      N_ ("What is different for families since “%s” was changed?") } },
  { "what-worked",
    N_ ("What worked"),
    { N_ ("What made the difference to “%s”?"),
      N_ ("Where else could we use what worked in “%s”?") } },
};

const char *
sf_question_rule_get_id (SfQuestionRule rule)
{
  g_return_val_if_fail ((guint)rule < SF_N_QUESTION_RULES, "");

  return rules[rule].id;
}

const char *
sf_question_rule_get_label (SfQuestionRule rule)
{
  g_return_val_if_fail ((guint)rule < SF_N_QUESTION_RULES, "");

  return _ (rules[rule].label);
}

SfQuestion *
sf_question_copy (const SfQuestion *self)
{
  SfQuestion *copy = g_memdup2 (self, sizeof *self);

  copy->about = g_strdup (self->about);
  copy->text = g_strdup (self->text);
  copy->ground = g_strdup (self->ground);
  copy->fact = g_strdup (self->fact);
  copy->record = NULL;
  copy->decision = NULL;
  return copy;
}

void
sf_question_free (SfQuestion *self)
{
  g_free (self->about);
  g_free (self->text);
  g_free (self->ground);
  g_free (self->fact);
  g_free (self);
}

/* --- choosing --------------------------------------------------------------------------------- */

static guint
count_on_area (GPtrArray *chosen, SfKeyArea *area)
{
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += ((SfQuestion *)chosen->pdata[i])->area == area;
  return n;
}

static gboolean
is_asked (GPtrArray *chosen, const char *about)
{
  for (guint i = 0; i < chosen->len; i++)
    if (strcmp (((SfQuestion *)chosen->pdata[i])->about, about) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @one comes before @other in its rule's turn. */
static gboolean
comes_before (GPtrArray *chosen, SfQuestion *one, SfQuestion *other)
{
  guint mine = count_on_area (chosen, one->area), its = count_on_area (chosen, other->area);

  if (mine != its)
    return mine < its;
  if (one->weight != other->weight)
    return one->weight > other->weight;
  return one->order < other->order;
}

/* (transfer full) (nullable): the next of a rule */
static SfQuestion *
take_next (GPtrArray *found, GPtrArray *chosen)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < found->len; i++)
    {
      SfQuestion *question = found->pdata[i];

      if (!is_asked (chosen, question->about)
          && count_on_area (chosen, question->area) < SF_QUESTIONS_PER_AREA
          && (best == G_MAXUINT || comes_before (chosen, question, found->pdata[best])))
        best = i;
    }
  return best != G_MAXUINT ? g_ptr_array_steal_index (found, best) : NULL;
}

/* From what it is about to the question. */
static void
word (SfQuestion *question, GPtrArray *chosen)
{
  guint n = 0;
  g_autofree char *subject = g_steal_pointer (&question->text);

  for (guint i = 0; i < chosen->len; i++)
    n += ((SfQuestion *)chosen->pdata[i])->rule == question->rule;
  question->text = g_strdup_printf (_ (rules[question->rule].wordings[n % 2]), subject);
}

static void
choose (SfQuestionDraw *draw, GPtrArray *chosen)
{
  guint before;

  do
    {
      before = chosen->len;
      for (guint rule = 0; rule < SF_N_QUESTION_RULES && chosen->len < SF_QUESTIONS_MOST; rule++)
        {
          SfQuestion *question = take_next (draw->found[rule], chosen);

          if (question == NULL)
            continue;
          word (question, chosen);
          g_ptr_array_add (chosen, question);
        }
    }
  while (chosen->len > before && chosen->len < SF_QUESTIONS_MOST);
}

/* What a judgement is about is called by the framework, which names nobody. */
static gboolean
is_subject_allowed (SfQuestionGuard *guard, SfQuestion *question)
{
  return question->place == SF_QUESTION_AT_AREA || sf_question_guard_allows (guard, question->text);
}

/* What may not be asked goes before anything is chosen, so that it takes no other's place. */
static void
keep_allowed (SfQuestionDraw *draw)
{
  g_autoptr (SfQuestionGuard) guard
      = sf_question_guard_new (draw->model, draw->framework, draw->outcomes);

  for (guint rule = 0; rule < SF_N_QUESTION_RULES; rule++)
    for (guint i = draw->found[rule]->len; i > 0; i--)
      {
        SfQuestion *question = draw->found[rule]->pdata[i - 1];

        if (!is_subject_allowed (guard, question)
            || !sf_question_guard_allows (guard, question->ground))
          g_ptr_array_remove_index (draw->found[rule], i - 1);
      }
}

/* (transfer full): the codes of the statements that targets which are asked about serve */
static GHashTable *
list_served (SfQuestionDraw *draw)
{
  GHashTable *served = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint rule = 0; rule < SF_N_QUESTION_RULES; rule++)
    for (guint i = 0; i < draw->found[rule]->len; i++)
      {
        SfQuestion *question = draw->found[rule]->pdata[i];
        g_autoptr (GPtrArray) statements = NULL;

        if (!SF_IS_TARGET (question->record))
          continue;
        statements = sf_target_list_statements (draw->model, SF_TARGET (question->record));
        for (guint k = 0; k < statements->len; k++)
          g_hash_table_add (served, (gpointer)sf_statement_get_code (statements->pdata[k]));
      }
  return served;
}

/* A statement and a target that serves it are one matter: the target's figures are asked about. */
static void
keep_one_of_a_matter (SfQuestionDraw *draw)
{
  g_autoptr (GHashTable) served = list_served (draw);

  for (guint rule = 0; rule < SF_N_QUESTION_RULES; rule++)
    for (guint i = draw->found[rule]->len; i > 0; i--)
      if (g_hash_table_contains (served, ((SfQuestion *)draw->found[rule]->pdata[i - 1])->about))
        g_ptr_array_remove_index (draw->found[rule], i - 1);
}

static SfQuestionDecision *
find_decision (SfModel *model, SfEvaluation *evaluation, SfQuestion *question)
{
  g_autoptr (GPtrArray) decisions
      = sf_model_list_referring (model, SF_TYPE_QUESTION_DECISION, SF_QUESTION_DECISION_EVALUATION,
                                 evaluation);

  for (guint i = 0; i < decisions->len; i++)
    if (strcmp (sf_question_decision_get_rule (decisions->pdata[i]), rules[question->rule].id) == 0
        && strcmp (sf_question_decision_get_about (decisions->pdata[i]), question->about) == 0)
      return decisions->pdata[i];
  return NULL;
}

GPtrArray *
sf_question_list (SfModel *model, SfEvaluation *evaluation, GPtrArray *outcomes, const char *today)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_question_free);
  g_autoptr (GPtrArray) published = NULL;
  SfQuestionDraw draw = { .model = model, .evaluation = evaluation, .today = today };

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), chosen);

  draw.framework = sf_model_get_framework (model, evaluation);
  if (draw.framework == NULL)
    return chosen;
  published = outcomes != NULL ? g_ptr_array_ref (outcomes) : sf_published_list (model, evaluation);
  draw.outcomes = published;
  sf_question_draw_all (&draw);
  keep_allowed (&draw);
  keep_one_of_a_matter (&draw);
  choose (&draw, chosen);
  for (guint i = 0; i < chosen->len; i++)
    ((SfQuestion *)chosen->pdata[i])->decision
        = find_decision (model, evaluation, chosen->pdata[i]);
  for (guint i = 0; i < SF_N_QUESTION_RULES; i++)
    g_ptr_array_unref (draw.found[i]);
  return chosen;
}

/* --- one question ----------------------------------------------------------------------------- */

char *
sf_question_get_id (SfQuestion *self)
{
  return g_strdup_printf ("%s:%s", rules[self->rule].id, self->about);
}

SfQuestion *
sf_question_find (GPtrArray *questions, const char *id)
{
  char *end;
  guint64 number = g_ascii_strtoull (id, &end, 10);

  if (end != id && *end == '\0')
    return number >= 1 && number <= questions->len ? questions->pdata[number - 1] : NULL;
  for (guint i = 0; i < questions->len; i++)
    {
      g_autofree char *mine = sf_question_get_id (questions->pdata[i]);

      if (strcmp (mine, id) == 0)
        return questions->pdata[i];
    }
  return NULL;
}

gboolean
sf_question_is_withdrawn (SfQuestion *self)
{
  return self->decision != NULL
         && !sf_text_is_blank (sf_question_decision_get_withdrawn (self->decision));
}

const char *
sf_question_get_answer (SfQuestion *self)
{
  const char *answer
      = self->decision != NULL ? sf_question_decision_get_answer (self->decision) : NULL;

  return sf_text_is_blank (answer) ? NULL : answer;
}

gboolean
sf_question_is_stale (SfQuestion *self)
{
  return sf_question_get_answer (self) != NULL
         && g_strcmp0 (sf_question_decision_get_ground (self->decision), self->ground) != 0;
}

const char *
sf_question_get_printed_answer (SfQuestion *self)
{
  return sf_question_is_stale (self) ? NULL : sf_question_get_answer (self);
}

guint
sf_question_count_withdrawn (GPtrArray *questions)
{
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    n += sf_question_is_withdrawn (questions->pdata[i]);
  return n;
}

GPtrArray *
sf_question_list_unasked (SfModel *model, SfEvaluation *evaluation, GPtrArray *questions)
{
  GPtrArray *list = sf_model_list_referring (model, SF_TYPE_QUESTION_DECISION,
                                             SF_QUESTION_DECISION_EVALUATION, evaluation);

  for (guint i = list->len; i > 0; i--)
    {
      gboolean drop = sf_text_is_blank (sf_question_decision_get_answer (list->pdata[i - 1]));

      for (guint k = 0; k < questions->len; k++)
        drop = drop || ((SfQuestion *)questions->pdata[k])->decision == list->pdata[i - 1];
      if (drop)
        g_ptr_array_remove_index (list, i - 1);
    }
  return list;
}

GPtrArray *
sf_question_list_not_agreed (SfModel *model, SfEvaluation *evaluation)
{
  SfFramework *framework = sf_model_get_framework (model, evaluation);
  GPtrArray *areas = framework != NULL ? sf_framework_get_areas (framework) : NULL;
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; areas != NULL && i < areas->len; i++)
    if (sf_area_judgement_get_grade_state (sf_area_grade_find (model, evaluation, areas->pdata[i]))
        != SF_GRADE_AGREED)
      g_ptr_array_add (list, areas->pdata[i]);
  return list;
}
