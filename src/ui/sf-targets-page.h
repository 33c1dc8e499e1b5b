/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfTargetsPage:
 *
 * The centre's targets, those of the evaluation and those still open from before.
 */
#define SF_TYPE_TARGETS_PAGE (sf_targets_page_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetsPage, sf_targets_page, SF, TARGETS_PAGE, SfListPage)

G_END_DECLS
