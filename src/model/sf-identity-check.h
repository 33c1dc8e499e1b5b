/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_IDENTITY_CHECK_COLUMNS(X, T, p, P) \
  X (T, p, P, EVALUATION, evaluation, REF, N_ ("evaluation"), "evaluation", \
     SF_COLUMN_STAYS) \
  X (T, p, P, AUDIENCE, audience, TEXT, N_ ("for whom"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, DIGEST, digest, TEXT, N_ ("which words"), NULL, \
     SF_COLUMN_STAYS) \
  X (T, p, P, CONFIRMED_ON, confirmed_on, DATE, N_ ("confirmed on"), NULL, \
     SF_COLUMN_STAYS)
/* clang-format on */

/**
 * SfIdentityCheck:
 *
 * That some words of a report for one audience, by their digest, were looked at and identify
 * nobody.
 */
#define SF_TYPE_IDENTITY_CHECK (sf_identity_check_get_type ())
G_DECLARE_FINAL_TYPE (SfIdentityCheck, sf_identity_check, SF, IDENTITY_CHECK, SfRecord)

SF_RECORD_COLUMNS (SfIdentityCheck, sf_identity_check, SF_IDENTITY_CHECK, SF_IDENTITY_CHECK_COLUMNS)

G_END_DECLS
