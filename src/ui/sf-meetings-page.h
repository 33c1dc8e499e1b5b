/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-list-page.h"

G_BEGIN_DECLS

/**
 * SfMeetingsPage:
 *
 * The meetings of the committee: those to come, those that were held, and the questions for the
 * next. The item "questions" of the page shows these.
 */
#define SF_TYPE_MEETINGS_PAGE (sf_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (SfMeetingsPage, sf_meetings_page, SF, MEETINGS_PAGE, SfListPage)

G_END_DECLS
