/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfOutcomesPage:
 *
 * Outcome data: the centre's measures beside what their figures say, the figures themselves, and
 * what each measure is.
 */
#define SF_TYPE_OUTCOMES_PAGE (sf_outcomes_page_get_type ())
G_DECLARE_FINAL_TYPE (SfOutcomesPage, sf_outcomes_page, SF, OUTCOMES_PAGE, SfListPage)

G_END_DECLS
