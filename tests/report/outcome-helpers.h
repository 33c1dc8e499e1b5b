/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../model/disclosure-attack.h"
#include "report-test-model.h"

/* Outcome data of a centre in memory, and what somebody works out of the figures that are told. */

SfMeasure *
test_add_measure (TestCentre *centre, const char *title, const char *kind, gint64 position);
SfFamilyGroup *test_add_group (TestCentre *centre, const char *title, gint64 position);
/* @group: NULL for all families */
SfReading *test_add_reading (TestCentre *centre,
                             SfMeasure *measure,
                             SfFamilyGroup *group,
                             const char *starts_on,
                             gint64 count,
                             gint64 of);

/* The rules of a table that everybody knows, told or not: all families first, then groups of them
 * that may overlap. @first: the number of all families, to tell tables apart; groups count on from
 * it. @values: count and denominator of each of @n. */
void year_add_table (Year *year, guint first, const int (*values)[2], guint n);
/* A figure of such a table; the same value is the same figure, for who guesses so. */
guint year_find_figure (Year *year, guint group, guint figure, int value);
/* Figures of the group, and what is left of all families beside it, need not be hidden. */
void year_excuse (Year *year, guint group);
void year_learn (Year *year, guint unknown);
