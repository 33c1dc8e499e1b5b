/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-judgement.h"

SF_RECORD_DEFINE (
    SfJudgement, sf_judgement, SF_JUDGEMENT, SF_JUDGEMENT_COLUMNS, "judgement", N_ ("a judgement"))
