/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Dates are ISO 8601 text ("2026-04-01"), in the file and in memory: they sort as text. */

gboolean sf_date_is_valid (const char *iso);
char *sf_date_parse (const char *text, GError **error);
char *sf_date_format (const char *iso);
char *sf_date_format_short (const char *iso);
char *sf_date_format_brief (const char *iso);
char *sf_date_format_period (const char *first, const char *last);
char *sf_date_add_days (const char *iso, int days);
char *sf_date_add_months (const char *iso, int months);
int sf_date_days_between (const char *from, const char *to);
char *sf_date_of_instant (gint64 unix_ms);
char *sf_date_format_instant (gint64 unix_ms);

G_END_DECLS
