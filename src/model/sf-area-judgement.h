/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_AREA_JUDGEMENT_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, AREA_CODE, area_code, TEXT, N_ ("key area"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, LEVEL, level, INT, N_ ("grade"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, STRENGTHS, strengths, TEXT, N_ ("what is strong"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, IMPROVEMENTS, improvements, TEXT, N_ ("what to improve"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, PROPOSED_ON, proposed_on, DATE, N_ ("proposed on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, AGREED_BY, agreed_by, TEXT, N_ ("agreed by"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, AGREED_ON, agreed_on, DATE, N_ ("agreed on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfAreaJudgement:
 *
 * The grade of a key area, or of the whole centre where area_code is "*": proposed by the
 * head, then agreed.
 */
#define SF_TYPE_AREA_JUDGEMENT (sf_area_judgement_get_type ())
G_DECLARE_FINAL_TYPE (SfAreaJudgement, sf_area_judgement, SF, AREA_JUDGEMENT, SfRecord)

SF_RECORD_COLUMNS (SfAreaJudgement, sf_area_judgement, SF_AREA_JUDGEMENT, SF_AREA_JUDGEMENT_COLUMNS)

G_END_DECLS
