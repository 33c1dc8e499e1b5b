/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-judgement-state.h"

#include "base/sf-text.h"
#include "model/sf-rules-private.h"

SfJudgementState
sf_judgement_get_state (SfJudgement *self)
{
  if (self == NULL)
    return SF_STATE_NOT_JUDGED;
  if (sf_judgement_get_level (self) != SF_NULL_INT)
    return SF_STATE_JUDGED;
  return sf_text_is_blank (sf_judgement_get_not_applicable (self)) ? SF_STATE_NOT_JUDGED
                                                                   : SF_STATE_NOT_APPLICABLE;
}

SfLevel *
sf_judgement_find_level (SfJudgement *self, SfScale *scale)
{
  return sf_judgement_get_state (self) == SF_STATE_JUDGED
             ? sf_scale_find_level (scale, sf_judgement_get_level (self))
             : NULL;
}

char *
sf_judgement_to_text (SfJudgement *self, SfScale *scale)
{
  switch (sf_judgement_get_state (self))
    {
    case SF_STATE_JUDGED:
      return sf_level_value_to_text (scale, sf_judgement_get_level (self));
    case SF_STATE_NOT_APPLICABLE:
      return g_strdup (_ ("Not applicable"));
    case SF_STATE_NOT_JUDGED:
    default:
      return sf_level_value_to_text (scale, SF_NULL_INT);
    }
}

gboolean
sf_judgement_has_text (SfJudgement *self)
{
  return self != NULL
         && !(sf_text_is_blank (sf_judgement_get_strengths (self))
              && sf_text_is_blank (sf_judgement_get_improvements (self))
              && sf_text_is_blank (sf_judgement_get_difference (self)));
}

char *
sf_level_value_to_text (SfScale *scale, gint64 value)
{
  SfLevel *level;

  g_return_val_if_fail (SF_IS_SCALE (scale), NULL);

  if (value == SF_NULL_INT)
    return g_strdup (_ ("Not judged yet"));
  level = sf_scale_find_level (scale, value);
  if (level != NULL)
    return g_strdup (sf_level_get_label (level));
  return g_strdup_printf (_ ("Level %d"), (int)value);
}

char *
sf_level_value_to_word (SfScale *scale, gint64 value)
{
  SfLevel *level = value != SF_NULL_INT ? sf_scale_find_level (scale, value) : NULL;
  g_autofree char *text = NULL;

  if (level != NULL)
    return sf_text_lower_first (sf_level_get_name (level));
  text = sf_level_value_to_text (scale, value);
  return sf_text_lower_first (text);
}

gboolean
sf_level_value_is_strong (SfScale *scale, gint64 value)
{
  g_return_val_if_fail (SF_IS_SCALE (scale), FALSE);

  return value != SF_NULL_INT && value * 2 < (gint64)sf_scale_get_n_levels (scale) + 1;
}
