/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-plan-draft.h"

#include "base/sf-text.h"

#include <string.h>

/* --- one text into its parts ----------------------------------------------------------------- */

static gboolean
is_bullet (gunichar c)
{
  return c == '-' || c == '*' || c == 0x2022 || c == 0xb7 || c == 0x2013 || c == 0x2014
         || c == 0x25aa || c == 0x25e6;
}

/* After "1.", "12)", "(a)", "b)"; @line itself if it does not begin so. */
static const char *
skip_number (const char *line)
{
  const char *p = line;
  gboolean bracket = *p == '(';
  gsize n = 0;

  p += bracket;
  if (g_ascii_isdigit (*p))
    while (n < 3 && g_ascii_isdigit (p[n]))
      n++;
  else if (g_ascii_isalpha (*p))
    n = 1;
  if (n == 0 || (p[n] != ')' && (bracket || p[n] != '.' || g_ascii_isalpha (*p))))
    return line;
  return p[n + 1] == ' ' || p[n + 1] == '\t' ? p + n + 1 : line;
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_marker (const char *line)
{
  const char *p = skip_space (line);
  const char *after = *p != '\0' ? g_utf8_next_char (p) : p;

  if (is_bullet (g_utf8_get_char (p)) && (*after == '\0' || skip_space (after) != after))
    return skip_space (after);
  return skip_space (skip_number (p));
}

/* Whether the full stop at @stop ends a word of more than three letters or figures. */
static gboolean
ends_long_word (const char *start, const char *stop)
{
  guint n = 0;

  for (const char *p = g_utf8_find_prev_char (start, stop); p != NULL && n <= 3;
       p = g_utf8_find_prev_char (start, p), n++)
    if (!g_unichar_isalnum (g_utf8_get_char (p)))
      return n == 0;
  return n > 3;
}

/* The end of the first sentence of @text: its end, or where the space begins before the next. */
static const char *
find_sentence_end (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *after = p + 1;
      const char *next;

      if (*p != '.' && *p != '!' && *p != '?')
        continue;
      next = skip_space (after);
      if (next != after && *next != '\0' && g_unichar_isupper (g_utf8_get_char (next))
          && (*p != '.' || ends_long_word (text, p)))
        return after;
    }
  return text + strlen (text);
}

static void
add_part (GPtrArray *parts, const char *start, const char *end)
{
  g_autofree char *text = g_strstrip (g_strndup (start, (gsize)(end - start)));
  gsize n = strlen (text);

  if (n > 0 && text[n - 1] == '.' && !g_str_has_suffix (text, ".."))
    text[n - 1] = '\0';
  if (sf_text_is_blank (text) || g_ptr_array_find_with_equal_func (parts, text, g_str_equal, NULL))
    return;
  g_ptr_array_add (parts, g_steal_pointer (&text));
}

GStrv
sf_improvements_split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new ();
  g_auto (GStrv) lines = g_strsplit_set (text != NULL ? text : "", "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    for (const char *p = skip_marker (lines[i]); *p != '\0';)
      {
        const char *end = find_sentence_end (p);

        add_part (parts, p, end);
        p = skip_space (end);
      }
  g_ptr_array_add (parts, NULL);
  return (GStrv)g_ptr_array_free (parts, FALSE);
}

/* --- what there is to take -------------------------------------------------------------------- */

void
sf_draft_line_free (SfDraftLine *self)
{
  g_object_unref (self->judgement);
  g_free (self->text);
  g_clear_object (&self->taken);
  g_free (self);
}

SfAction *
sf_plan_find_drafted (SfModel *model, SfJudgement *judgement, const char *text)
{
  g_autoptr (GPtrArray) made
      = sf_model_list_referring (model, SF_TYPE_ACTION, SF_ACTION_JUDGEMENT, judgement);

  for (guint i = 0; i < made->len; i++)
    if (sf_action_get_retired_at (made->pdata[i]) == SF_NULL_INT
        && g_strcmp0 (sf_action_get_improvement (made->pdata[i]), text) == 0)
      return made->pdata[i];
  return NULL;
}

static void
add_lines (SfModel *model, SfJudgement *judgement, SfStatement *statement, GPtrArray *lines)
{
  g_auto (GStrv) parts = sf_improvements_split (sf_judgement_get_improvements (judgement));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      SfDraftLine *line = g_new0 (SfDraftLine, 1);
      SfAction *taken = sf_plan_find_drafted (model, judgement, parts[i]);

      line->judgement = g_object_ref (judgement);
      line->statement = statement;
      line->text = g_strdup (parts[i]);
      line->taken = taken != NULL ? g_object_ref (taken) : NULL;
      g_ptr_array_add (lines, line);
    }
}

/* The place of its level in the scale, best first; what has none comes before all. */
static int
get_rank (SfDraftLine *line)
{
  SfLevel *level = sf_scale_find_level (sf_statement_get_scale (line->statement),
                                        sf_judgement_get_level (line->judgement));

  return level != NULL ? (int)sf_level_get_rank (level) : -1;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return get_rank (*(SfDraftLine **)b) - get_rank (*(SfDraftLine **)a);
}

static void
add_area (SfModel *model, GHashTable *agreed, SfKeyArea *area, GPtrArray *lines)
{
  GPtrArray *statements = sf_key_area_get_statements (area);

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];
      SfJudgement *judgement = g_hash_table_lookup (agreed, sf_statement_get_code (statement));

      if (sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE && judgement != NULL)
        add_lines (model, judgement, statement, lines);
    }
}

GPtrArray *
sf_plan_list_draft_lines (SfModel *model, SfEvaluation *evaluation)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_draft_line_free);
  SfFramework *framework;
  g_autoptr (GHashTable) agreed = NULL;
  GPtrArray *areas;

  g_return_val_if_fail (SF_IS_MODEL (model), lines);
  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), lines);

  framework = sf_model_get_framework (model, evaluation);
  if (framework == NULL)
    return lines;
  agreed = sf_model_index_judgements (model, evaluation);
  areas = sf_framework_get_areas (framework);
  for (guint i = 0; i < areas->len; i++)
    add_area (model, agreed, areas->pdata[i], lines);
  /* what is equal keeps its order */
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}
