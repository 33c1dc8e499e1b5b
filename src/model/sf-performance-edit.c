/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-private.h"

#include "base/sf-error.h"
#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* People who hold fewer reviews than this are not told of. */
#define FEWEST_PEOPLE 5

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
is_signed (const SfPerformance *self, gboolean final, gboolean reviewer)
{
  if (final)
    return self->texts[reviewer ? SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_ON
                                : SF_PERFORMANCE_FINAL_PERSON_SIGNED_ON]
           != NULL;
  return self->texts[reviewer ? SF_PERFORMANCE_SET_REVIEWER_SIGNED_ON
                              : SF_PERFORMANCE_SET_PERSON_SIGNED_ON]
         != NULL;
}

/* By anybody. */
static gboolean
has_signature (const SfPerformance *self, gboolean final)
{
  return is_signed (self, final, FALSE) || is_signed (self, final, TRUE);
}

SfPerformanceStage
sf_performance_get_stage (const SfPerformance *self)
{
  g_return_val_if_fail (self != NULL, SF_PERFORMANCE_SETTING);

  if (is_signed (self, TRUE, FALSE) && is_signed (self, TRUE, TRUE))
    return SF_PERFORMANCE_CLOSED;
  if (is_signed (self, FALSE, FALSE) && is_signed (self, FALSE, TRUE))
    return SF_PERFORMANCE_RUNNING;
  return SF_PERFORMANCE_SETTING;
}

static const struct
{
  const char *id;
  const char *label;
} stages[] = { [SF_PERFORMANCE_SETTING] = { "setting", N_ ("Setting objectives") },
               [SF_PERFORMANCE_RUNNING] = { "running", N_ ("Running") },
               [SF_PERFORMANCE_CLOSED] = { "closed", N_ ("Closed") } };

const char *
sf_performance_stage_get_id (SfPerformanceStage stage)
{
  g_return_val_if_fail ((guint)stage < G_N_ELEMENTS (stages), "");

  return stages[stage].id;
}

const char *
sf_performance_stage_get_label (SfPerformanceStage stage)
{
  g_return_val_if_fail ((guint)stage < G_N_ELEMENTS (stages), "");

  return _ (stages[stage].label);
}

static gboolean
is_signature (SfPerformanceField field, gboolean final)
{
  if (final)
    return field >= SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY
           && field <= SF_PERFORMANCE_FINAL_REVIEWER_SIGNED_ON;
  return field >= SF_PERFORMANCE_SET_PERSON_SIGNED_BY
         && field <= SF_PERFORMANCE_SET_REVIEWER_SIGNED_ON;
}

/* What the first signatures are under: the first meeting, and each objective as agreed. */
static gboolean
is_agreed_field (SfObjectiveField field)
{
  return field != SF_OBJECTIVE_SELF_REVIEW && field != SF_OBJECTIVE_REVIEW
         && field != SF_OBJECTIVE_JUDGEMENT;
}

static gboolean
check_open (const SfPerformance *self, gboolean agreed, GError **error)
{
  if (has_signature (self, TRUE))
    return refuse (error, _ ("The review is signed. Take the signature back first, so that nobody "
                             "has signed what was changed later."));
  if (agreed && has_signature (self, FALSE))
    return refuse (error, _ ("The objectives are signed. Take the signature back first, so that "
                             "nobody has signed what was changed later."));
  return TRUE;
}

/* The statement of a head is written after the review, and goes its own way. */
static gboolean
is_afterwards (SfPerformanceField field)
{
  return field == SF_PERFORMANCE_DRAFT || field == SF_PERFORMANCE_DRAFT_TO_CHAIR_ON
         || field == SF_PERFORMANCE_DRAFT_TO_HEAD_ON;
}

static gboolean
check_field_open (const SfPerformance *self, SfPerformanceField field, GError **error)
{
  if (is_signature (field, TRUE) || is_afterwards (field))
    return TRUE;
  if (is_signature (field, FALSE))
    return check_open (self, FALSE, error);
  return check_open (self, field <= SF_PERFORMANCE_SET_NOTES, error);
}

gboolean
sf_performance_set (SfPerformance *self, SfPerformanceField field, const char *text, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint)field < SF_N_PERFORMANCE_FIELDS, FALSE);

  if ((is_signature (field, TRUE) || is_signature (field, FALSE)) && !sf_text_is_blank (text))
    return refuse (error, _ ("A signature needs a name and a day together."));
  if (!check_field_open (self, field, error)
      || !sf_performance_check_text (&sf_performance_infos[field], text, error))
    return FALSE;
  sf_performance_put (&self->texts[field], text);
  /* name and day go together */
  if (is_signature (field, TRUE) || is_signature (field, FALSE))
    {
      guint first = is_signature (field, TRUE) ? SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY
                                               : SF_PERFORMANCE_SET_PERSON_SIGNED_BY;
      guint pair = first + ((guint)field - first) / 2 * 2;

      sf_performance_put (&self->texts[pair], NULL);
      sf_performance_put (&self->texts[pair + 1], NULL);
    }
  return TRUE;
}

gboolean
sf_performance_set_of_objective (SfPerformance *self,
                                 const SfUuid *objective,
                                 SfObjectiveField field,
                                 const char *text,
                                 GError **error)
{
  SfObjective *found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint)field < SF_N_OBJECTIVE_FIELDS, FALSE);

  found = sf_performance_find (self, objective);
  if (found == NULL)
    return refuse (error, _ ("There is no such objective."));
  if (field == SF_OBJECTIVE_TITLE && sf_text_is_blank (text))
    return refuse (error, _ ("Please say what the objective is."));
  if (!check_open (self, is_agreed_field (field), error)
      || !sf_performance_check_text (&sf_objective_infos[field], text, error))
    return FALSE;
  sf_performance_put (&found->texts[field], text);
  return TRUE;
}

gboolean
sf_performance_add_objective (SfPerformance *self,
                              const char *title,
                              SfUuid *objective,
                              GError **error)
{
  SfUuid made;

  g_return_val_if_fail (self != NULL, FALSE);

  if (sf_text_is_blank (title))
    return refuse (error, _ ("Please say what the objective is."));
  if (self->objectives->len >= SF_PERFORMANCE_MAX_OBJECTIVES)
    return refuse (error, _ ("There are too many objectives already."));
  if (!check_open (self, TRUE, error)
      || !sf_performance_check_text (&sf_objective_infos[SF_OBJECTIVE_TITLE], title, error))
    return FALSE;
  sf_uuid_init_v7 (&made);
  sf_performance_put (&sf_performance_append (self, &made)->texts[SF_OBJECTIVE_TITLE], title);
  if (objective != NULL)
    *objective = made;
  return TRUE;
}

gboolean
sf_performance_remove_objective (SfPerformance *self, const SfUuid *objective, GError **error)
{
  SfObjective *found;

  g_return_val_if_fail (self != NULL, FALSE);

  found = sf_performance_find (self, objective);
  if (found == NULL)
    return refuse (error, _ ("There is no such objective."));
  return check_open (self, TRUE, error) && g_ptr_array_remove (self->objectives, found);
}

/* --- signatures --------------------------------------------------------------------------------
 */

static gboolean
check_judged (const SfPerformance *self, GError **error)
{
  for (guint i = 0; i < self->objectives->len; i++)
    {
      const SfObjective *objective = self->objectives->pdata[i];

      if (objective->texts[SF_OBJECTIVE_JUDGEMENT] == NULL)
        {
          g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("The objective “%s” is not judged yet."),
                       objective->texts[SF_OBJECTIVE_TITLE]);
          return FALSE;
        }
    }
  if (self->texts[SF_PERFORMANCE_OVERALL] == NULL)
    return refuse (error, _ ("The whole is not judged yet."));
  return TRUE;
}

static gboolean
check_ready (const SfPerformance *self, gboolean final, GError **error)
{
  if (!final && self->objectives->len == 0)
    return refuse (error, _ ("There is no objective to sign yet."));
  if (!final && self->texts[SF_PERFORMANCE_SET_HELD_ON] == NULL)
    return refuse (error, _ ("Please say when the first meeting was held."));
  if (!final)
    return TRUE;
  if (sf_performance_get_stage (self) == SF_PERFORMANCE_SETTING)
    return refuse (error, _ ("The objectives have to be signed by both first."));
  if (self->texts[SF_PERFORMANCE_FINAL_HELD_ON] == NULL)
    return refuse (error, _ ("Please say when the last meeting was held."));
  return check_judged (self, error);
}

gboolean
sf_performance_sign (SfPerformance *self,
                     gboolean final,
                     gboolean reviewer,
                     const char *name,
                     const char *on,
                     GError **error)
{
  guint by = final ? SF_PERFORMANCE_FINAL_PERSON_SIGNED_BY : SF_PERFORMANCE_SET_PERSON_SIGNED_BY;

  g_return_val_if_fail (self != NULL, FALSE);

  if (reviewer)
    by += 2;
  if (sf_text_is_blank (name) || sf_text_is_blank (on))
    return refuse (error, _ ("A signature needs a name and a day together."));
  if (is_signed (self, final, reviewer))
    return refuse (error, _ ("This is signed already."));
  if (!final && has_signature (self, TRUE))
    return check_open (self, FALSE, error);
  if (!check_ready (self, final, error)
      || !sf_performance_check_text (&sf_performance_infos[by], name, error)
      || !sf_performance_check_text (&sf_performance_infos[by + 1], on, error))
    return FALSE;
  sf_performance_put (&self->texts[by], name);
  sf_performance_put (&self->texts[by + 1], on);
  return TRUE;
}

/* --- the next cycle, and what is told -------------------------------------------------------- */

SfPerformance *
sf_performance_carry_forward (const SfPerformance *self)
{
  SfPerformance *next = sf_performance_new ();

  g_return_val_if_fail (self != NULL, next);

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const SfObjective *from = self->objectives->pdata[i];
      g_autofree char *origin = sf_uuid_to_string (&from->uuid);
      SfObjective *to;
      SfUuid uuid;

      if (g_strcmp0 (from->texts[SF_OBJECTIVE_JUDGEMENT], "met") == 0)
        continue;
      sf_uuid_init_v7 (&uuid);
      to = sf_performance_append (next, &uuid);
      for (guint k = 0; k < SF_N_OBJECTIVE_FIELDS; k++)
        if (is_agreed_field (k) && k != SF_OBJECTIVE_DUE_ON)
          sf_performance_put (&to->texts[k], from->texts[k]);
      sf_performance_put (&to->texts[SF_OBJECTIVE_CARRIED_FROM], origin);
    }
  return next;
}

const char *
sf_performance_reviews_to_text (guint n_held, guint n_people)
{
  g_return_val_if_fail (n_held <= n_people, NULL);

  if (n_people < FEWEST_PEOPLE)
    return NULL;
  return n_held == n_people ? _ ("Reviews held: all") : _ ("Reviews held: not all");
}
