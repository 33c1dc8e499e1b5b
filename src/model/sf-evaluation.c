/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evaluation.h"

SF_RECORD_DEFINE (SfEvaluation,
                  sf_evaluation,
                  SF_EVALUATION,
                  SF_EVALUATION_COLUMNS,
                  "evaluation",
                  N_ ("an evaluation"))
