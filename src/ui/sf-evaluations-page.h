/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfEvaluationsPage:
 *
 * The evaluations of a centre, newest first.
 */
#define SF_TYPE_EVALUATIONS_PAGE (sf_evaluations_page_get_type ())
G_DECLARE_FINAL_TYPE (SfEvaluationsPage, sf_evaluations_page, SF, EVALUATIONS_PAGE, SfListPage)

G_END_DECLS
