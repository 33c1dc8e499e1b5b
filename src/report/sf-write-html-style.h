/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-mark.h"

G_BEGIN_DECLS

/* How a web page looks: the style sheet that is written into it, and the marks of chips. */

extern const char *const sf_write_html_style;

/* Adds the mark as a drawing that is not read out: the word beside it says the same. */
void sf_write_html_mark (GString *out, SfShape shape);

G_END_DECLS
