/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-performance-judged.h"

#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-performance-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE SF_PERFORMANCE_LINE, SF_VOCABULARY_CONTRIBUTOR_KIND
#define PROSE SF_PERFORMANCE_PROSE, SF_VOCABULARY_CONTRIBUTOR_KIND

/* In the order of SfJudgedField. */
const SfPerformanceInfo sf_judged_infos[SF_N_JUDGED_FIELDS] = {
  { "statement-code", N_ ("Statement"), LINE },
  { "contributor", N_ ("Contributor"), LINE },
  { "name", N_ ("Name"), LINE },
  { "level", N_ ("Level"), LINE },
  { "not-applicable", N_ ("Not applicable because"), PROSE },
  { "strengths", N_ ("What is strong"), PROSE },
  { "improvements", N_ ("What to improve"), PROSE },
  { "difference", N_ ("What difference it made"), PROSE },
};

#undef LINE
#undef PROSE

const char *
sf_judged_field_get_label (SfJudgedField field)
{
  g_return_val_if_fail ((guint)field < SF_N_JUDGED_FIELDS, "");

  return _ (sf_judged_infos[field].label);
}

const char *
sf_judged_field_get_id (SfJudgedField field)
{
  g_return_val_if_fail ((guint)field < SF_N_JUDGED_FIELDS, "");

  return sf_judged_infos[field].id;
}

int
sf_judged_find_field (const char *id)
{
  for (guint i = SF_JUDGED_LEVEL; i < SF_N_JUDGED_FIELDS; i++)
    if (strcmp (sf_judged_infos[i].id, id) == 0)
      return (int)i;
  return -1;
}

static void
judged_free (SfJudged *judged)
{
  for (guint i = 0; i < SF_N_JUDGED_FIELDS; i++)
    sf_performance_put (&judged->texts[i], NULL);
  g_free (judged);
}

GPtrArray *
sf_performance_new_judged (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)judged_free);
}

SfJudged *
sf_performance_append_judged (SfPerformance *self, char *const *texts)
{
  SfJudged *judged = g_new0 (SfJudged, 1);

  for (guint i = 0; texts != NULL && i < SF_N_JUDGED_FIELDS; i++)
    sf_performance_put (&judged->texts[i], texts[i]);
  g_ptr_array_add (self->judged, judged);
  return judged;
}

gboolean
sf_performance_check_judged (const SfPerformance *self, const SfJudged *judged)
{
  const char *code = judged->texts[SF_JUDGED_STATEMENT_CODE];
  const char *level = judged->texts[SF_JUDGED_LEVEL];

  return code != NULL && (level == NULL || (g_ascii_isdigit (level[0]) && level[1] == '\0'))
         && (level == NULL || judged->texts[SF_JUDGED_NOT_APPLICABLE] == NULL)
         && sf_performance_find_judged (self, code, judged->texts[SF_JUDGED_CONTRIBUTOR]) < 0;
}

/* --- reading ---------------------------------------------------------------------------------- */

guint
sf_performance_get_n_judged (const SfPerformance *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->judged->len;
}

const char *
sf_performance_get_judged (const SfPerformance *self, guint nth, SfJudgedField field)
{
  g_return_val_if_fail (nth < sf_performance_get_n_judged (self), NULL);
  g_return_val_if_fail ((guint)field < SF_N_JUDGED_FIELDS, NULL);

  return ((SfJudged *)self->judged->pdata[nth])->texts[field];
}

int
sf_performance_find_judged (const SfPerformance *self, const char *code, const char *contributor)
{
  g_return_val_if_fail (self != NULL && code != NULL, -1);

  for (guint i = 0; i < self->judged->len; i++)
    {
      const SfJudged *judged = self->judged->pdata[i];

      if (g_strcmp0 (judged->texts[SF_JUDGED_STATEMENT_CODE], code) == 0
          && g_strcmp0 (judged->texts[SF_JUDGED_CONTRIBUTOR], contributor) == 0)
        return (int)i;
    }
  return -1;
}

const char *
sf_performance_get_own (const SfPerformance *self, const char *code, SfJudgedField field)
{
  int nth = sf_performance_find_judged (self, code, NULL);

  return nth >= 0 ? sf_performance_get_judged (self, (guint)nth, field) : NULL;
}

/* --- writing ---------------------------------------------------------------------------------- */

static gboolean
check_text (SfJudgedField field, const char *text, GError **error)
{
  if (field == SF_JUDGED_LEVEL && !sf_text_is_blank (text)
      && (!g_ascii_isdigit (text[0]) || text[1] != '\0'))
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not a level."), text);
      return FALSE;
    }
  return sf_performance_check_text (&sf_judged_infos[field], text, error);
}

gboolean
sf_performance_add_judged (SfPerformance *self, const char *const *texts, GError **error)
{
  gboolean any = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (!sf_text_is_blank (texts[SF_JUDGED_STATEMENT_CODE]), FALSE);

  for (guint i = 0; i < SF_N_JUDGED_FIELDS; i++)
    {
      if (!check_text (i, texts[i], error))
        return FALSE;
      any = any || (i >= SF_JUDGED_LEVEL && !sf_text_is_blank (texts[i]));
    }
  if (any)
    sf_performance_append_judged (self, (char *const *)texts);
  return TRUE;
}

gboolean
sf_performance_set_own (
    SfPerformance *self, const char *code, SfJudgedField field, const char *text, GError **error)
{
  int nth;
  SfJudged *judged;

  g_return_val_if_fail (self != NULL && code != NULL, FALSE);
  g_return_val_if_fail (field >= SF_JUDGED_LEVEL && field < SF_N_JUDGED_FIELDS, FALSE);

  if (!check_text (field, text, error))
    return FALSE;
  nth = sf_performance_find_judged (self, code, NULL);
  if (nth < 0 && sf_text_is_blank (text))
    return TRUE;
  judged = nth >= 0 ? self->judged->pdata[nth] : sf_performance_append_judged (self, NULL);
  sf_performance_put (&judged->texts[SF_JUDGED_STATEMENT_CODE], code);
  sf_performance_put (&judged->texts[field], text);
  if (!sf_text_is_blank (text) && field <= SF_JUDGED_NOT_APPLICABLE)
    sf_performance_put (
        &judged->texts[field == SF_JUDGED_LEVEL ? SF_JUDGED_NOT_APPLICABLE : SF_JUDGED_LEVEL],
        NULL);
  return TRUE;
}
