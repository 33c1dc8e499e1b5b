/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfContributorsPage:
 *
 * The people and groups that judge and write, and who of them is writing now.
 */
#define SF_TYPE_CONTRIBUTORS_PAGE (sf_contributors_page_get_type ())
G_DECLARE_FINAL_TYPE (SfContributorsPage, sf_contributors_page, SF, CONTRIBUTORS_PAGE, SfListPage)

G_END_DECLS
