/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/*
 * Plain geometry that every painter understands: colours and paths. No cairo here, so that a
 * painter without cairo and a widget can use it alike.
 */

G_BEGIN_DECLS

/**
 * SfColor:
 *
 * Red, green and blue, each from 0 to 1. Paper has no transparency: what is drawn is opaque.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} SfColor;

#define SF_COLOR(rgb)                                                                              \
  {                                                                                                \
    (((rgb) >> 16) & 0xff) / 255.0, (((rgb) >> 8) & 0xff) / 255.0, ((rgb)&0xff) / 255.0            \
  }

/**
 * sf_color_parse:
 * @text: "#rrggbb"
 * @color: (out): set only on success
 *
 * Returns: %FALSE if @text is not six hexadecimal digits after a number sign
 */
gboolean sf_color_parse (const char *text, SfColor *color);

/**
 * sf_color_mix:
 * @share: how much of @other, from 0 to 1
 *
 * Returns: @color with a share of @other, for instance a pale fill on white paper
 */
SfColor sf_color_mix (SfColor color, SfColor other, double share);

/**
 * SfPathVerb:
 * @SF_PATH_MOVE: to x[0], y[0]
 * @SF_PATH_LINE: to x[0], y[0]
 * @SF_PATH_CURVE: a cubic Bézier with controls 0 and 1, ending in 2
 * @SF_PATH_CLOSE: back to the last move
 */
typedef enum
{
  SF_PATH_MOVE,
  SF_PATH_LINE,
  SF_PATH_CURVE,
  SF_PATH_CLOSE,
} SfPathVerb;

typedef struct
{
  SfPathVerb verb;
  double x[3];
  double y[3];
} SfPathElement;

typedef struct _SfPath SfPath;

/**
 * sf_path_new:
 *
 * Returns: (transfer full): an empty path, freed with sf_path_free()
 */
SfPath *sf_path_new (void);
SfPath *sf_path_copy (const SfPath *self);
void sf_path_free (SfPath *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPath, sf_path_free)

void sf_path_move_to (SfPath *self, double x, double y);
void sf_path_line_to (SfPath *self, double x, double y);
void
sf_path_curve_to (SfPath *self, double x1, double y1, double x2, double y2, double x3, double y3);
void sf_path_close (SfPath *self);

/**
 * sf_path_add_circle:
 *
 * Adds a closed circle of four curves.
 */
void sf_path_add_circle (SfPath *self, double x, double y, double radius);
void sf_path_add_rect (SfPath *self, double x, double y, double width, double height);

/**
 * sf_path_get_elements:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the elements in drawing order
 */
const SfPathElement *sf_path_get_elements (const SfPath *self, gsize *n);

G_END_DECLS
