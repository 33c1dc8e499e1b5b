/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"

G_BEGIN_DECLS

/**
 * SfSummaryPage:
 *
 * What the committee is told on one page: the grade of the whole centre, what improved, what did
 * not, and the decisions that are asked for.
 */
#define SF_TYPE_SUMMARY_PAGE (sf_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (SfSummaryPage, sf_summary_page, SF, SUMMARY_PAGE, SfPage)

G_END_DECLS
