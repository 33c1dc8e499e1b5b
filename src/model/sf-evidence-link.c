/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evidence-link.h"

SF_RECORD_DEFINE (SfEvidenceLink,
                  sf_evidence_link,
                  SF_EVIDENCE_LINK,
                  SF_EVIDENCE_LINK_COLUMNS,
                  "evidence_link",
                  N_ ("a link to evidence"))
