/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfJudgementState:
 * @SF_STATE_NOT_JUDGED: no level and no reason why it does not apply
 * @SF_STATE_JUDGED: there is a level
 * @SF_STATE_NOT_APPLICABLE: there is a reason why it does not apply
 *
 * What has become of a statement. "Not applicable" without its reason is still not judged.
 */
typedef enum
{
  SF_STATE_NOT_JUDGED,
  SF_STATE_JUDGED,
  SF_STATE_NOT_APPLICABLE,
} SfJudgementState;

/**
 * sf_judgement_get_state:
 * @self: (nullable): a judgement; %NULL if there is no row for the statement
 *
 * Returns: what has become of the statement
 */
SfJudgementState sf_judgement_get_state (SfJudgement *self);

/**
 * sf_judgement_to_text:
 * @self: (nullable): a judgement
 * @scale: the scale of its statement
 *
 * Returns: (transfer full): "2 Good", "Not applicable", "Not judged yet"
 */
char *sf_judgement_to_text (SfJudgement *self, SfScale *scale);

/**
 * sf_judgement_find_level:
 * @self: (nullable): a judgement
 * @scale: the scale of its statement
 *
 * Returns: (transfer none) (nullable): its level, if it has one that the scale knows
 */
SfLevel *sf_judgement_find_level (SfJudgement *self, SfScale *scale);

/**
 * sf_judgement_has_text:
 * @self: (nullable): a judgement
 *
 * Returns: whether strengths, improvements or difference say anything
 */
gboolean sf_judgement_has_text (SfJudgement *self);

/**
 * sf_level_value_to_text:
 * @value: a level, or %SF_NULL_INT
 *
 * Returns: (transfer full): "2 Good"; "Not judged yet" for NULL; "Level 7" where the scale lacks it
 */
char *sf_level_value_to_text (SfScale *scale, gint64 value);

/**
 * sf_level_value_to_word:
 * @value: a level
 *
 * Returns: (transfer full): its name as it stands within a sentence, without numeral: "good"
 */
char *sf_level_value_to_word (SfScale *scale, gint64 value);

/**
 * sf_level_value_is_strong:
 * @value: a level, or %SF_NULL_INT
 *
 * Returns: whether the level is in the better half of the scale: 1 and 2 of four, 1 of three, 1 of
 * two. The middle of an odd scale is not. What is not strong is weak.
 */
gboolean sf_level_value_is_strong (SfScale *scale, gint64 value);

G_END_DECLS
