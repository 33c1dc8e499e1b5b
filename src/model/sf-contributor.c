/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-contributor.h"

SF_RECORD_DEFINE (SfContributor,
                  sf_contributor,
                  SF_CONTRIBUTOR,
                  SF_CONTRIBUTOR_COLUMNS,
                  "contributor",
                  N_ ("a contributor"))
