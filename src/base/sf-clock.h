/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program takes for now. The environment variable SIXFOLD_NOW, an ISO 8601 instant or
 * date, stands in for the clock where a result must repeat: the example centre, tests. */

gint64 sf_clock_now (void);
char *sf_clock_today (void);
void sf_clock_set_for_test (gint64 unix_ms);

G_END_DECLS
