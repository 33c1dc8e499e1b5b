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

SfJudgementState sf_judgement_get_state (SfJudgement *self);
char *sf_judgement_to_text (SfJudgement *self, SfScale *scale);
SfLevel *sf_judgement_find_level (SfJudgement *self, SfScale *scale);
gboolean sf_judgement_has_text (SfJudgement *self);

char *sf_level_value_to_text (SfScale *scale, gint64 value);
char *sf_level_value_to_word (SfScale *scale, gint64 value);
gboolean sf_level_value_is_strong (SfScale *scale, gint64 value);

G_END_DECLS
