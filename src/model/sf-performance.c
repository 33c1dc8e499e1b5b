/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-private.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE SF_PERFORMANCE_LINE, SF_VOCABULARY_CONTRIBUTOR_KIND
#define PROSE SF_PERFORMANCE_PROSE, SF_VOCABULARY_CONTRIBUTOR_KIND
#define DATE SF_PERFORMANCE_DATE, SF_VOCABULARY_CONTRIBUTOR_KIND
#define CHOICE(words) SF_PERFORMANCE_CHOICE, SF_VOCABULARY_OBJECTIVE_##words

/* In the order of SfPerformanceField. */
const SfPerformanceInfo sf_performance_infos[SF_N_PERFORMANCE_FIELDS] = {
  { "set-planned-on", N_ ("First meeting, planned for"), DATE },
  { "set-held-on", N_ ("First meeting, held on"), DATE },
  { "set-notes", N_ ("What was said in the first meeting"), PROSE },
  { "set-person-signed-by", N_ ("Objectives signed by"), LINE },
  { "set-person-signed-on", N_ ("Objectives signed on"), DATE },
  { "set-reviewer-signed-by", N_ ("Objectives signed by the reviewer"), LINE },
  { "set-reviewer-signed-on", N_ ("Objectives signed by the reviewer on"), DATE },
  { "mid-planned-on", N_ ("Mid-year meeting, planned for"), DATE },
  { "mid-held-on", N_ ("Mid-year meeting, held on"), DATE },
  { "mid-notes", N_ ("What was said in the mid-year meeting"), PROSE },
  { "final-planned-on", N_ ("Last meeting, planned for"), DATE },
  { "final-held-on", N_ ("Last meeting, held on"), DATE },
  { "final-notes", N_ ("What was said in the last meeting"), PROSE },
  { "self-review", N_ ("Self-review"), PROSE },
  { "review", N_ ("The reviewer’s words"), PROSE },
  { "overall", N_ ("The whole"), CHOICE (JUDGEMENT) },
  { "development", N_ ("Professional development agreed"), PROSE },
  { "final-person-signed-by", N_ ("Review signed by"), LINE },
  { "final-person-signed-on", N_ ("Review signed on"), DATE },
  { "final-reviewer-signed-by", N_ ("Review signed by the reviewer"), LINE },
  { "final-reviewer-signed-on", N_ ("Review signed by the reviewer on"), DATE },
  { "panel", N_ ("Governors on the panel"), PROSE },
  { "adviser", N_ ("External adviser"), LINE },
  { "draft", N_ ("Draft statement"), PROSE },
  { "draft-to-chair-on", N_ ("Draft sent to the chair on"), DATE },
  { "draft-to-head-on", N_ ("Draft sent to the head on"), DATE },
};

/* In the order of SfObjectiveField. */
const SfPerformanceInfo sf_objective_infos[SF_N_OBJECTIVE_FIELDS] = {
  { "type", N_ ("Kind of objective"), CHOICE (TYPE) },
  { "title", N_ ("Objective"), LINE },
  { "statement-codes", N_ ("Statements that it serves"), LINE },
  { "priority", N_ ("Priority that it serves"), LINE },
  { "criteria", N_ ("How we shall know"), PROSE },
  { "evidence-expected", N_ ("Evidence expected"), PROSE },
  { "actions", N_ ("Actions"), PROSE },
  { "due-on", N_ ("Due"), DATE },
  { "self-review", N_ ("Self-review"), PROSE },
  { "review", N_ ("The reviewer’s words"), PROSE },
  { "judgement", N_ ("Judgement"), CHOICE (JUDGEMENT) },
  { "carried-from", N_ ("Carried forward from"), LINE },
};

#undef LINE
#undef PROSE
#undef DATE
#undef CHOICE

const char *
sf_performance_field_get_label (SfPerformanceField field)
{
  g_return_val_if_fail ((guint)field < SF_N_PERFORMANCE_FIELDS, "");

  return _ (sf_performance_infos[field].label);
}

const char *
sf_objective_field_get_label (SfObjectiveField field)
{
  g_return_val_if_fail ((guint)field < SF_N_OBJECTIVE_FIELDS, "");

  return _ (sf_objective_infos[field].label);
}

SfPerformanceKind
sf_performance_field_get_kind (SfPerformanceField field)
{
  g_return_val_if_fail ((guint)field < SF_N_PERFORMANCE_FIELDS, SF_PERFORMANCE_LINE);

  return sf_performance_infos[field].kind;
}

SfPerformanceKind
sf_objective_field_get_kind (SfObjectiveField field)
{
  g_return_val_if_fail ((guint)field < SF_N_OBJECTIVE_FIELDS, SF_PERFORMANCE_LINE);

  return sf_objective_infos[field].kind;
}

SfVocabulary
sf_performance_field_get_words (SfPerformanceField field)
{
  g_return_val_if_fail ((guint)field < SF_N_PERFORMANCE_FIELDS, SF_VOCABULARY_OBJECTIVE_JUDGEMENT);

  return sf_performance_infos[field].words;
}

SfVocabulary
sf_objective_field_get_words (SfObjectiveField field)
{
  g_return_val_if_fail ((guint)field < SF_N_OBJECTIVE_FIELDS, SF_VOCABULARY_OBJECTIVE_JUDGEMENT);

  return sf_objective_infos[field].words;
}

const char *
sf_performance_field_get_id (SfPerformanceField field)
{
  g_return_val_if_fail ((guint)field < SF_N_PERFORMANCE_FIELDS, "");

  return sf_performance_infos[field].id;
}

const char *
sf_objective_field_get_id (SfObjectiveField field)
{
  g_return_val_if_fail ((guint)field < SF_N_OBJECTIVE_FIELDS, "");

  return sf_objective_infos[field].id;
}

static int
find_info (const SfPerformanceInfo *infos, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (infos[i].id, id) == 0)
      return (int)i;
  return -1;
}

int
sf_performance_find_field (const char *id)
{
  return find_info (sf_performance_infos, SF_N_PERFORMANCE_FIELDS, id);
}

int
sf_objective_find_field (const char *id)
{
  return find_info (sf_objective_infos, SF_N_OBJECTIVE_FIELDS, id);
}

/* --- memory --------------------------------------------------------------------------------- */

void
sf_performance_put (char **place, const char *text)
{
  if (*place != NULL)
    explicit_bzero (*place, strlen (*place));
  g_free (*place);
  *place = sf_text_is_blank (text) ? NULL : g_strdup (text);
}

static void
objective_free (SfObjective *objective)
{
  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    sf_performance_put (&objective->texts[i], NULL);
  g_free (objective);
}

/**
 * sf_performance_new:
 *
 * Returns: (transfer full): a document in which nothing is said
 */
SfPerformance *
sf_performance_new (void)
{
  SfPerformance *self = g_new0 (SfPerformance, 1);

  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify)objective_free);
  self->judged = sf_performance_new_judged ();
  return self;
}

SfObjective *
sf_performance_append (SfPerformance *self, const SfUuid *uuid)
{
  SfObjective *objective = g_new0 (SfObjective, 1);

  objective->uuid = *uuid;
  g_ptr_array_add (self->objectives, objective);
  return objective;
}

/**
 * sf_performance_copy:
 *
 * Returns: (transfer full): the same, of its own
 */
SfPerformance *
sf_performance_copy (const SfPerformance *self)
{
  SfPerformance *copy = sf_performance_new ();

  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    sf_performance_put (&copy->texts[i], self->texts[i]);
  for (guint i = 0; i < self->objectives->len; i++)
    {
      const SfObjective *from = self->objectives->pdata[i];
      SfObjective *to = sf_performance_append (copy, &from->uuid);

      for (guint k = 0; k < SF_N_OBJECTIVE_FIELDS; k++)
        sf_performance_put (&to->texts[k], from->texts[k]);
    }
  for (guint i = 0; i < self->judged->len; i++)
    sf_performance_append_judged (copy, ((SfJudged *)self->judged->pdata[i])->texts);
  return copy;
}

void
sf_performance_free (SfPerformance *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    sf_performance_put (&self->texts[i], NULL);
  g_ptr_array_unref (self->objectives);
  g_ptr_array_unref (self->judged);
  g_free (self);
}

/* --- reading ---------------------------------------------------------------------------------- */

const char *
sf_performance_get (const SfPerformance *self, SfPerformanceField field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint)field < SF_N_PERFORMANCE_FIELDS, NULL);

  return self->texts[field];
}

guint
sf_performance_get_n_objectives (const SfPerformance *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->objectives->len;
}

const SfUuid *
sf_performance_get_objective (const SfPerformance *self, guint nth)
{
  g_return_val_if_fail (nth < sf_performance_get_n_objectives (self), NULL);

  return &((SfObjective *)self->objectives->pdata[nth])->uuid;
}

SfObjective *
sf_performance_find (const SfPerformance *self, const SfUuid *uuid)
{
  for (guint i = 0; i < self->objectives->len; i++)
    {
      SfObjective *objective = self->objectives->pdata[i];

      if (sf_uuid_equal (&objective->uuid, uuid))
        return objective;
    }
  return NULL;
}

const char *
sf_performance_get_of_objective (const SfPerformance *self,
                                 const SfUuid *objective,
                                 SfObjectiveField field)
{
  SfObjective *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint)field < SF_N_OBJECTIVE_FIELDS, NULL);

  found = sf_performance_find (self, objective);
  return found != NULL ? found->texts[field] : NULL;
}

gboolean
sf_performance_check_text (const SfPerformanceInfo *info, const char *text, GError **error)
{
  if (sf_text_is_blank (text))
    return TRUE;
  if (strlen (text) > SF_PERFORMANCE_MAX_TEXT || !g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, _ ("That text is too long."));
  else if (info->kind == SF_PERFORMANCE_DATE && !sf_date_is_valid (text))
    g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not a date."), text);
  else if (info->kind == SF_PERFORMANCE_CHOICE && sf_vocabulary_find (info->words, text) < 0)
    g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not one of the words for this."),
                 text);
  else
    return TRUE;
  return FALSE;
}
