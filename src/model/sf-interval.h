/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest count and denominator of a reading: more than the people of any country. Products of
 * two of them stay within 64 bits. */
#define SF_INTERVAL_MOST G_GINT64_CONSTANT (1000000000)

/**
 * SfInterval:
 * @low: its lower end
 * @high: its upper end
 *
 * A 95 % confidence interval, of a proportion as a fraction of 1.
 */
typedef struct
{
  double low;
  double high;
} SfInterval;

/**
 * sf_interval_of_proportion:
 * @count: from 0 to @denominator
 * @denominator: at least 1
 * @interval: (out): set only on success
 *
 * The score interval of Wilson, without correction for continuity: the proportions p for which
 * |count/denominator − p| is at most z √(p (1 − p) / denominator), z = 1.95996…. It stays within 0
 * and 1 and holds for small numbers too.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * J. American Statistical Association 22 (1927) 209–212; as method 3 in R. G. Newcombe, Two-sided
 * confidence intervals for the single proportion, Statistics in Medicine 17 (1998) 857–872.
 *
 * Returns: %FALSE if they are no count and denominator
 */
gboolean sf_interval_of_proportion (gint64 count, gint64 denominator, SfInterval *interval);

/**
 * sf_interval_of_difference:
 * @interval: (out): of count/denominator minus other_count/other_denominator
 *
 * Of two separate groups of people, square and add of the two Wilson intervals: the lower end is
 * d − √((p₁ − l₁)² + (u₂ − p₂)²), the upper d + √((u₁ − p₁)² + (p₂ − l₂)²).
 *
 * Source: method 10 in R. G. Newcombe, Interval estimation for the difference between independent
 * proportions, Statistics in Medicine 17 (1998) 873–890.
 *
 * Returns: %FALSE if they are no counts and denominators
 */
gboolean sf_interval_of_difference (gint64 count,
                                    gint64 denominator,
                                    gint64 other_count,
                                    gint64 other_denominator,
                                    SfInterval *interval);

/**
 * sf_interval_subtract:
 * @value: an estimate
 * @interval: its interval
 * @other: another estimate, made of other people
 * @other_interval: its interval
 * @difference: (out): the interval of @value − @other
 *
 * The same square and add for any two estimates with intervals of the same confidence.
 *
 * Source: G. Y. Zou and A. Donner, Construction of confidence limits about effect measures,
 * Statistics in Medicine 27 (2008) 1693–1702.
 */
void sf_interval_subtract (double value,
                           const SfInterval *interval,
                           double other,
                           const SfInterval *other_interval,
                           SfInterval *difference);

G_END_DECLS
