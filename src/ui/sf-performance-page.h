/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfPerformancePage:
 *
 * Performance management: the people and their cycles beside the record of the one chosen. Keys and
 * the mouse on it keep unlocked records open.
 */
#define SF_TYPE_PERFORMANCE_PAGE (sf_performance_page_get_type ())
G_DECLARE_FINAL_TYPE (SfPerformancePage, sf_performance_page, SF, PERFORMANCE_PAGE, SfListPage)

G_END_DECLS
