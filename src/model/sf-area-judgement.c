/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-area-judgement.h"

SF_RECORD_DEFINE (SfAreaJudgement,
                  sf_area_judgement,
                  SF_AREA_JUDGEMENT,
                  SF_AREA_JUDGEMENT_COLUMNS,
                  "area_judgement",
                  N_ ("an area's grade"))
