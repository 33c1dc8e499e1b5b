/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evidence.h"

SF_RECORD_DEFINE (SfEvidence,
                  sf_evidence,
                  SF_EVIDENCE,
                  SF_EVIDENCE_COLUMNS,
                  "evidence",
                  N_ ("a piece of evidence"))
