/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The milestones of a target, and the statements that it serves. */
#include "workbook/sf-edit-private.h"

#include "base/sf-text.h"

#include <string.h>

/**
 * sf_workbook_add_milestone:
 * @self: a workbook
 * @target: a target
 * @title: what will have been reached
 * @due_on: (nullable): by when, ISO 8601
 * @uuid: (out) (optional): its identity
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_add_milestone (SfWorkbook *self,
                           SfTarget *target,
                           const char *title,
                           const char *due_on,
                           SfUuid *uuid,
                           GError **error)
{
  g_autofree char *label = NULL, *clean = NULL;
  g_autoptr (GPtrArray) others = NULL;
  GType type = SF_TYPE_MILESTONE;
  gint64 position = 0;
  SfUuid made;
  SfStep *step;

  if (!sf_edit_allowed (self, target, error)
      || !sf_edit_check_line (title, _ ("the milestone a title"), error)
      || !sf_edit_check_date (due_on, FALSE, error))
    return FALSE;
  others = sf_model_list_milestones (self->model, target);
  for (guint i = 0; i < others->len; i++)
    position = MAX (position, sf_milestone_get_position (others->pdata[i]) + 1);
  clean = sf_text_clean (title);
  label = g_strdup_printf (_ ("Added the milestone %s"), clean);
  step = sf_step_new (label);
  sf_step_insert (step, type, &made);
  sf_step_set_ref (step, type, &made, SF_MILESTONE_TARGET, target);
  sf_step_set_text (step, type, &made, SF_MILESTONE_TITLE, clean);
  sf_step_set_text (step, type, &made, SF_MILESTONE_DUE_ON, due_on);
  sf_step_set_int (step, type, &made, SF_MILESTONE_POSITION, position);
  sf_workbook_submit (self, step);
  if (uuid != NULL)
    *uuid = made;
  return TRUE;
}

/**
 * sf_workbook_reach_milestone:
 * @self: a workbook
 * @milestone: a milestone
 * @reached_on: (nullable): when it was reached, ISO 8601; %NULL: it was not, after all
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_reach_milestone (SfWorkbook *self,
                             SfMilestone *milestone,
                             const char *reached_on,
                             GError **error)
{
  g_autofree char *label = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, milestone, error) || !sf_edit_check_date (reached_on, FALSE, error))
    return FALSE;
  label = g_strdup_printf (reached_on != NULL ? _ ("Reached the milestone %s")
                                              : _ ("The milestone %s is still to be reached"),
                           sf_milestone_get_title (milestone));
  step = sf_step_new (label);
  sf_edit_text (step, milestone, SF_MILESTONE_REACHED_ON, reached_on);
  sf_workbook_submit (self, step);
  return TRUE;
}

gboolean
sf_workbook_remove_milestone (SfWorkbook *self, SfMilestone *milestone, GError **error)
{
  g_autofree char *label
      = g_strdup_printf (_ ("Removed the milestone %s"), sf_milestone_get_title (milestone));
  SfStep *step;

  if (!sf_edit_allowed (self, milestone, error))
    return FALSE;
  step = sf_step_new (label);
  sf_step_delete (step, SF_RECORD (milestone));
  sf_workbook_submit (self, step);
  return TRUE;
}

/* --- what a target serves -------------------------------------------------------------------- */

GPtrArray *
sf_edit_keep_statements (SfWorkbook *self,
                         SfEvaluation *evaluation,
                         const char *const *codes,
                         const char *but,
                         GError **error)
{
  SfFramework *framework
      = evaluation != NULL ? sf_model_get_framework (self->model, evaluation) : NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      if (*codes[i] == '\0' || g_strcmp0 (codes[i], but) == 0
          || g_ptr_array_find_with_equal_func (kept, codes[i], g_str_equal, NULL))
        continue;
      if (framework == NULL || sf_framework_find_statement (framework, codes[i]) == NULL)
        {
          sf_edit_refuse (error, _ ("The framework of this evaluation has no such statement."));
          return NULL;
        }
      g_ptr_array_add (kept, (gpointer)codes[i]);
    }
  return g_steal_pointer (&kept);
}

char *
sf_edit_join_statements (GPtrArray *kept, guint first)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < kept->len; i++)
    g_string_append_printf (joined, "%s%s", i > first ? " " : "", (char *)kept->pdata[i]);
  return g_string_free (joined, FALSE);
}

static SfStep *
begin_serving (SfTarget *target)
{
  g_autofree char *label
      = g_strdup_printf (_ ("What the target %s serves"), sf_target_get_title (target));

  return sf_step_new (label);
}

/**
 * sf_workbook_set_further_statements:
 * @self: a workbook
 * @target: a target
 * @codes: (nullable): the statements that it serves beside its own, with spaces between; each once
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_further_statements (SfWorkbook *self,
                                    SfTarget *target,
                                    const char *codes,
                                    GError **error)
{
  SfEvaluation *evaluation = sf_model_find (self->model, sf_target_get_evaluation (target));
  g_auto (GStrv) words = g_strsplit (codes != NULL ? codes : "", " ", -1);
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *text = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  kept = sf_edit_keep_statements (self, evaluation, (const char *const *)words,
                                  sf_target_get_statement_code (target), error);
  if (kept == NULL)
    return FALSE;
  text = sf_edit_join_statements (kept, 0);
  step = begin_serving (target);
  sf_edit_text (step, target, SF_TARGET_FURTHER_STATEMENTS, text);
  sf_workbook_submit (self, step);
  return TRUE;
}

/**
 * sf_workbook_set_target_statements:
 * @self: a workbook
 * @target: a target
 * @codes: (nullable) (array zero-terminated=1): the statements it serves, and no others; the first
 *   is its own, without one it is of the centre as a whole
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_target_statements (SfWorkbook *self,
                                   SfTarget *target,
                                   const char *const *codes,
                                   GError **error)
{
  SfEvaluation *evaluation = sf_model_find (self->model, sf_target_get_evaluation (target));
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *text = NULL;
  SfStep *step;

  if (!sf_edit_allowed (self, target, error))
    return FALSE;
  kept = sf_edit_keep_statements (self, evaluation, codes, NULL, error);
  if (kept == NULL)
    return FALSE;
  text = sf_edit_join_statements (kept, 1);
  step = begin_serving (target);
  sf_edit_text (step, target, SF_TARGET_STATEMENT_CODE, kept->len > 0 ? kept->pdata[0] : NULL);
  sf_edit_text (step, target, SF_TARGET_FURTHER_STATEMENTS, text);
  sf_workbook_submit (self, step);
  return TRUE;
}
