/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfCentrePage:
 *
 * The profile of a centre; where one head leads several, of each of them.
 */
#define SF_TYPE_CENTRE_PAGE (sf_centre_page_get_type ())
G_DECLARE_FINAL_TYPE (SfCentrePage, sf_centre_page, SF, CENTRE_PAGE, SfListPage)

G_END_DECLS
