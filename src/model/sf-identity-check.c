/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-identity-check.h"

SF_RECORD_DEFINE (SfIdentityCheck,
                  sf_identity_check,
                  SF_IDENTITY_CHECK,
                  SF_IDENTITY_CHECK_COLUMNS,
                  "identity_check",
                  N_ ("a check of what may identify somebody"))
