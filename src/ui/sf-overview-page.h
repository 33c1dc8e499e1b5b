/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"

G_BEGIN_DECLS

/**
 * SfOverviewPage:
 *
 * Where the centre stands, what is due, what is worth a look, and the next thing to do.
 */
#define SF_TYPE_OVERVIEW_PAGE (sf_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SfOverviewPage, sf_overview_page, SF, OVERVIEW_PAGE, SfPage)

G_END_DECLS
