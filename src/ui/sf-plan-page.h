/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfPlanPage:
 *
 * The development plan of the evaluation: its priorities with their actions beneath, beside the
 * form of the one that is chosen; or the year across, as a timeline.
 */
#define SF_TYPE_PLAN_PAGE (sf_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (SfPlanPage, sf_plan_page, SF, PLAN_PAGE, SfListPage)

G_END_DECLS
