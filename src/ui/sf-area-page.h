/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"

G_BEGIN_DECLS

/**
 * SfAreaPage:
 *
 * A key area: the list of its statements, the editor of the one that is chosen, and what belongs
 * to it beside. Page id "area:LLD"; items are statement codes and "grade". The page "area:*" is the
 * grade of the whole centre alone.
 */
#define SF_TYPE_AREA_PAGE (sf_area_page_get_type ())
G_DECLARE_FINAL_TYPE (SfAreaPage, sf_area_page, SF, AREA_PAGE, SfPage)

G_END_DECLS
