/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/*
 * The geometry of the petal chart, shared by the report and the window's overview. Everything lies
 * in a unit square: x to the right, y downwards, the middle at (0.5, 0.5), the outermost ring
 * touching the sides. The first petal points upwards; the others follow clockwise.
 */

G_BEGIN_DECLS

/**
 * SF_PETALS_HUB:
 *
 * Where petals begin: this share of the way from the middle to the outermost ring.
 */
#define SF_PETALS_HUB 0.10

/**
 * SF_PETALS_MAX:
 *
 * The most petals that a chart may have.
 */
#define SF_PETALS_MAX 12

/**
 * SfPetal:
 * @x, @y: seven points of two cubic Bézier curves, from the base of the petal along its left side
 *   to the tip (points 0 to 3) and back along its right side to the base (points 3 to 6)
 */
typedef struct
{
  double x[7];
  double y[7];
} SfPetal;

/**
 * sf_petals_get_petal:
 * @n: number of petals, 1 to %SF_PETALS_MAX
 * @index: which, from 0
 * @value: how far out the tip lies: 1 is the outermost ring; kept between the hub and 1
 * @petal: (out caller-allocated): the outline
 */
void sf_petals_get_petal (guint n, guint index, double value, SfPetal *petal);

/**
 * sf_petals_contains:
 * @x, @y: a point of the unit square
 *
 * Returns: whether the point lies inside that petal
 */
gboolean sf_petals_contains (guint n, guint index, double value, double x, double y);

/**
 * sf_petals_find:
 * @x, @y: a point of the unit square
 *
 * Which petal's sector a point lies in, however far its petal reaches: what a pointer means.
 *
 * Returns: the index, or -1 outside the outermost ring
 */
int sf_petals_find (guint n, double x, double y);

/**
 * sf_petals_get_label:
 * @distance: from the middle, where 1 is the outermost ring
 * @x: (out): the point on the petal's axis
 * @y: (out): the point on the petal's axis
 */
void sf_petals_get_label (guint n, guint index, double distance, double *x, double *y);

/**
 * sf_petals_value_of_rank:
 * @rank: a level's place in its scale, 0 for the best
 * @n_levels: how many levels the scale has
 *
 * Returns: how far out the petal of that level reaches: the best to the outermost ring, the last
 *   to the innermost
 */
double sf_petals_value_of_rank (guint rank, guint n_levels);

G_END_DECLS
