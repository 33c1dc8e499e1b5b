/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_CHALLENGE_COLUMNS(X, T, p, P) \
  X (T, p, P, MEETING, meeting, REF, N_ ("meeting"), "meeting", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, QUESTION, question, TEXT, N_ ("question"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PROSE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, OFFICE, office, TEXT, N_ ("asked by"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, REPLY, reply, TEXT, N_ ("reply"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, CHANGED, changed, TEXT, N_ ("what changed because of it"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, STATEMENT_CODE, statement_code, TEXT, N_ ("statement"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, TARGET, target, REF, N_ ("target"), "target", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, MINUTE, minute, TEXT, N_ ("number in the minutes"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, ANSWERED_ON, answered_on, DATE, N_ ("answered on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfChallenge:
 *
 * A question that the committee asked in a meeting, what was replied, and what changed because of
 * it. It is asked by an office (“a parent governor”), never by a person’s name.
 */
#define SF_TYPE_CHALLENGE (sf_challenge_get_type ())
G_DECLARE_FINAL_TYPE (SfChallenge, sf_challenge, SF, CHALLENGE, SfRecord)

SF_RECORD_COLUMNS (SfChallenge, sf_challenge, SF_CHALLENGE, SF_CHALLENGE_COLUMNS)

G_END_DECLS
