/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-path.h"

G_BEGIN_DECLS

/**
 * SfShape:
 * @SF_SHAPE_NONE: no mark, the word alone
 * @SF_SHAPE_STAR: the best level
 * @SF_SHAPE_DISC: a good one; also a target on track
 * @SF_SHAPE_HALF_DISC: one that needs work; also a target at risk
 * @SF_SHAPE_CROSSED_RING: the lowest; also a target off track
 * @SF_SHAPE_DOTTED_RING: not judged yet, not known
 * @SF_SHAPE_TICK: met, done
 * @SF_SHAPE_CROSS: not met, dropped
 * @SF_SHAPE_DASH: not applicable
 * @SF_SHAPE_UP: better than before
 * @SF_SHAPE_DOWN: worse than before
 * @SF_SHAPE_LEVEL: as before
 *
 * The shape beside the word of a chip, so that no meaning hangs on colour.
 */
typedef enum
{
  SF_SHAPE_NONE,
  SF_SHAPE_STAR,
  SF_SHAPE_DISC,
  SF_SHAPE_HALF_DISC,
  SF_SHAPE_CROSSED_RING,
  SF_SHAPE_DOTTED_RING,
  SF_SHAPE_TICK,
  SF_SHAPE_CROSS,
  SF_SHAPE_DASH,
  SF_SHAPE_UP,
  SF_SHAPE_DOWN,
  SF_SHAPE_LEVEL,
} SfShape;

#define SF_N_SHAPES (SF_SHAPE_LEVEL + 1)

/**
 * SfShapeParts:
 * @fill: (nullable): what is filled
 * @stroke: (nullable): what is drawn as a line
 * @line_width: of @stroke, as a share of the mark's size
 * @dotted: whether the line is dotted
 *
 * A mark as paths in a unit square.
 */
typedef struct
{
  SfPath *fill;
  SfPath *stroke;
  double line_width;
  gboolean dotted;
} SfShapeParts;

/**
 * sf_shape_get_parts:
 * @parts: (out caller-allocated): cleared with sf_shape_parts_clear(); lines stay inside the square
 */
void sf_shape_get_parts (SfShape shape, SfShapeParts *parts);
void sf_shape_parts_clear (SfShapeParts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SfShapeParts, sf_shape_parts_clear)

G_END_DECLS
