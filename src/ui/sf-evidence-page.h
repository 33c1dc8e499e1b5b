/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"

G_BEGIN_DECLS

/**
 * SfEvidencePage:
 *
 * All evidence of the centre: files, links, and paper in folders.
 */
#define SF_TYPE_EVIDENCE_PAGE (sf_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidencePage, sf_evidence_page, SF, EVIDENCE_PAGE, SfPage)

G_END_DECLS
