/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_ACTION_COLUMNS(X, T, p, P) \
  X (T, p, P, PRIORITY, priority, REF, N_ ("priority"), "priority", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, JUDGEMENT, judgement, REF, N_ ("judgement from which it was drafted"), "judgement", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, IMPROVEMENT, improvement, TEXT, N_ ("words from which it was drafted"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, STATEMENT_CODES, statement_codes, TEXT, N_ ("statements"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, TITLE, title, TEXT, N_ ("action"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, LEAD, lead, TEXT, N_ ("who leads"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, STARTS_ON, starts_on, DATE, N_ ("start"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, DUE_ON, due_on, DATE, N_ ("due on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, NO_DATE_REASON, no_date_reason, TEXT, N_ ("why there is no date"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, COST, cost, INT, N_ ("planned cost"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, SPENT, spent, INT, N_ ("spent so far"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, MONEY_SOURCE, money_source, TEXT, N_ ("where the money comes from"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_SEARCHED | SF_COLUMN_LEAVES) \
  X (T, p, P, CRITERIA, criteria, TEXT, N_ ("how we shall know"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, PROGRESS, progress, TEXT, N_ ("progress"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, IMPACT, impact, TEXT, N_ ("what difference it made"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, DONE_ON, done_on, DATE, N_ ("done on"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES) \
  X (T, p, P, DROPPED_REASON, dropped_reason, TEXT, N_ ("why it was dropped"), NULL, \
     SF_COLUMN_WRITTEN | SF_COLUMN_LEAVES) \
  X (T, p, P, POSITION, position, INT, N_ ("place in the list"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, RETIRED_AT, retired_at, INSTANT, N_ ("retired"), NULL, \
     SF_COLUMN_NULLABLE | SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfAction:
 *
 * What is done for a #SfPriority of the development plan: by whom, by when or why there is no
 * date, with what money (whole pence), and what came of it.
 */
#define SF_TYPE_ACTION (sf_action_get_type ())
G_DECLARE_FINAL_TYPE (SfAction, sf_action, SF, ACTION, SfRecord)

SF_RECORD_COLUMNS (SfAction, sf_action, SF_ACTION, SF_ACTION_COLUMNS)

G_END_DECLS
