/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report-test-util.h"

/* Languages, links, long cells and tables, missing characters; a contents list of so many entries.
 */
SfDocument *test_make_hard (guint rows, guint headings);
