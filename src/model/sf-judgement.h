/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_JUDGEMENT_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, STATEMENT_CODE, statement_code, TEXT, N_ ("statement"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, CONTRIBUTOR, contributor, REF, N_ ("contributor"), "contributor", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, LEVEL, level, INT, N_ ("level"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, NOT_APPLICABLE, not_applicable, TEXT, N_ ("not applicable because"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, STRENGTHS, strengths, TEXT, N_ ("what is strong"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, IMPROVEMENTS, improvements, TEXT, N_ ("what to improve"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, DIFFERENCE, difference, TEXT, N_ ("what difference it made"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfJudgement:
 *
 * What one contributor says of one statement; without a contributor it is the agreed
 * judgement, which the centre stands by.
 */
#define SF_TYPE_JUDGEMENT (sf_judgement_get_type ())
G_DECLARE_FINAL_TYPE (SfJudgement, sf_judgement, SF, JUDGEMENT, SfRecord)

SF_RECORD_COLUMNS (SfJudgement, sf_judgement, SF_JUDGEMENT, SF_JUDGEMENT_COLUMNS)

G_END_DECLS
