/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* A random year of one measure: up to three versions of its figures, each published in part after
 * a decision that knows the reports before it; and what somebody knows who has them all. */

#define MAX_UNKNOWNS 220
#define MAX_EQUATIONS 320

/**
 * Unknown:
 * @value: the truth
 * @is_shown: some report showed it as it is
 * @is_hidden: a figure of the last version that is not shown, and never was
 * @excused: the program says that earlier reports or public denominators give it away
 */
typedef struct
{
  char name[32];
  int value;
  gboolean is_shown;
  gboolean is_hidden;
  gboolean excused;
} Unknown;

/* The sum of factors × unknowns is the last factor. */
typedef struct
{
  double factors[MAX_UNKNOWNS + 1];
} Equation;

/**
 * Year:
 * @is_public: denominators are known to everybody
 * @n_protecting: figures of the last version that are not shown to protect others
 */
typedef struct
{
  Unknown unknowns[MAX_UNKNOWNS];
  guint n_unknowns;
  Equation equations[MAX_EQUATIONS];
  guint n_equations;
  guint n_protecting;
  gboolean is_public;
} Year;

/* (transfer full): free with g_free(). @reveal: as if protecting figures were shown. */
Year *year_new (guint seed, gboolean reveal);

/* How many of what should be hidden can be found out; @tell: in messages of the test. */
guint year_attack (const Year *year, gboolean tell);
