/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-page.h"

G_BEGIN_DECLS

/**
 * SfHistoryPage:
 *
 * Every step, newest first, by day; or, with a record's UUID as its item, those of one record.
 */
#define SF_TYPE_HISTORY_PAGE (sf_history_page_get_type ())
G_DECLARE_FINAL_TYPE (SfHistoryPage, sf_history_page, SF, HISTORY_PAGE, SfPage)

G_END_DECLS
