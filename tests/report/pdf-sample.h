/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report-test-util.h"

/* Colours that run, with holes in them. */
SfPicture *test_make_picture (guint width, guint height);

/* Languages, links, pictures, long cells and tables, missing characters, a contents list. */
SfDocument *test_make_hard (guint rows, guint headings);
