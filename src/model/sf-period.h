/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The periods of a measure, by their first day. @period is a word of
 * SF_VOCABULARY_MEASURE_PERIOD. Quarters begin in January, April, July and October; terms on
 * 1 September (autumn), 1 January (spring) and 1 April (summer), whenever a school's holidays lie;
 * a year runs April to March, a school year September to August. */

/**
 * sf_period_has_begun:
 * @start: the first day of a period
 * @today: ISO 8601
 * @error: return location for an #SfError
 *
 * Returns: whether there can be a reading of it, or %FALSE with %SF_ERROR_INVALID
 */
gboolean sf_period_has_begun (const char *start, const char *today, GError **error);

/**
 * sf_period_get_start:
 * @iso: any day
 *
 * Returns: (transfer full) (nullable): the first day of the period that the day lies in; %NULL if
 *   @iso is no date
 */
char *sf_period_get_start (const char *period, const char *iso);

/**
 * sf_period_move:
 * @start: the first day of a period
 * @n: how many periods later; may be negative
 *
 * Returns: (transfer full) (nullable): the first day of that period
 */
char *sf_period_move (const char *period, const char *start, int n);

/**
 * sf_period_get_end:
 *
 * Returns: (transfer full) (nullable): the last day of the period that begins on @start
 */
char *sf_period_get_end (const char *period, const char *start);

/**
 * sf_period_format:
 *
 * Returns: (transfer full): what it is called: "April 2026", "Quarter from April 2026", "Autumn
 *   term 2026", "2026–27", "School year 2026–27"
 */
char *sf_period_format (const char *period, const char *start);

/**
 * sf_period_parse:
 * @text: a day in it ("1/4/2026"), or what people call it: "2026–27", "2026/27", "2026" (the year
 *   that begins in it), "April 2026", "Quarter from April 2026", "Autumn term 2026", "School year
 *   2026–27"
 * @error: return location for an #SfError, which says how the measure is counted and what to write
 *
 * Returns: (transfer full): its first day, or %NULL with %SF_ERROR_INVALID
 */
char *sf_period_parse (const char *period, const char *text, GError **error);

G_END_DECLS
