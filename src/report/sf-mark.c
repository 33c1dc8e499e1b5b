/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-mark.h"

#include <math.h>

#define LINE 0.13
#define RING (0.5 - LINE / 2)

static SfPath *
make_star (void)
{
  SfPath *path = sf_path_new ();

  for (guint i = 0; i < 10; i++)
    {
      double angle = -G_PI / 2 + i * G_PI / 5, radius = i % 2 == 0 ? 0.53 : 0.225;
      double x = 0.5 + radius * cos (angle), y = 0.53 + radius * sin (angle);

      if (i == 0)
        sf_path_move_to (path, x, y);
      else
        sf_path_line_to (path, x, y);
    }
  sf_path_close (path);
  return path;
}

static SfPath *
make_circle (double radius)
{
  SfPath *path = sf_path_new ();

  sf_path_add_circle (path, 0.5, 0.5, radius);
  return path;
}

/* The right half of the disc; the ring closes it. */
static SfPath *
make_half (void)
{
  SfPath *path = sf_path_new ();
  double k = RING * 0.5522847498;

  sf_path_move_to (path, 0.5, 0.5 - RING);
  sf_path_curve_to (path, 0.5 + k, 0.5 - RING, 0.5 + RING, 0.5 - k, 0.5 + RING, 0.5);
  sf_path_curve_to (path, 0.5 + RING, 0.5 + k, 0.5 + k, 0.5 + RING, 0.5, 0.5 + RING);
  sf_path_close (path);
  return path;
}

static SfPath *
make_line (const double (*points)[2], guint n)
{
  SfPath *path = sf_path_new ();

  sf_path_move_to (path, points[0][0], points[0][1]);
  for (guint i = 1; i < n; i++)
    sf_path_line_to (path, points[i][0], points[i][1]);
  return path;
}

static SfPath *
make_cross (double from, double to)
{
  SfPath *path = sf_path_new ();

  sf_path_move_to (path, from, from);
  sf_path_line_to (path, to, to);
  sf_path_move_to (path, to, from);
  sf_path_line_to (path, from, to);
  return path;
}

static SfPath *
make_crossed_ring (void)
{
  SfPath *path = make_cross (0.30, 0.70);

  sf_path_add_circle (path, 0.5, 0.5, RING);
  return path;
}

static SfPath *
make_triangle (gboolean up)
{
  SfPath *path = sf_path_new ();
  double tip = up ? 0.12 : 0.88, foot = up ? 0.82 : 0.18;

  sf_path_move_to (path, 0.5, tip);
  sf_path_line_to (path, 0.95, foot);
  sf_path_line_to (path, 0.05, foot);
  sf_path_close (path);
  return path;
}

void
sf_shape_get_parts (SfShape shape, SfShapeParts *parts)
{
  static const double tick[][2] = { { 0.10, 0.55 }, { 0.38, 0.84 }, { 0.92, 0.16 } };
  static const double dash[][2] = { { 0.15, 0.5 }, { 0.85, 0.5 } };

  *parts = (SfShapeParts){ NULL, NULL, LINE, FALSE };
  switch (shape)
    {
    case SF_SHAPE_NONE:
      break;
    case SF_SHAPE_STAR:
      parts->fill = make_star ();
      break;
    case SF_SHAPE_DISC:
      parts->fill = make_circle (0.46);
      break;
    case SF_SHAPE_HALF_DISC:
      parts->fill = make_half ();
      parts->stroke = make_circle (RING);
      break;
    case SF_SHAPE_CROSSED_RING:
      parts->stroke = make_crossed_ring ();
      break;
    case SF_SHAPE_DOTTED_RING:
      parts->stroke = make_circle (RING);
      parts->dotted = TRUE;
      break;
    case SF_SHAPE_TICK:
      parts->stroke = make_line (tick, G_N_ELEMENTS (tick));
      parts->line_width = 0.17;
      break;
    case SF_SHAPE_CROSS:
      parts->stroke = make_cross (0.15, 0.85);
      parts->line_width = 0.17;
      break;
    case SF_SHAPE_DASH:
      parts->stroke = make_line (dash, G_N_ELEMENTS (dash));
      parts->line_width = 0.17;
      break;
    case SF_SHAPE_UP:
      parts->fill = make_triangle (TRUE);
      break;
    case SF_SHAPE_DOWN:
      parts->fill = make_triangle (FALSE);
      break;
    case SF_SHAPE_LEVEL:
      parts->fill = sf_path_new ();
      sf_path_add_rect (parts->fill, 0.08, 0.24, 0.84, 0.18);
      sf_path_add_rect (parts->fill, 0.08, 0.58, 0.84, 0.18);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
sf_shape_parts_clear (SfShapeParts *parts)
{
  g_clear_pointer (&parts->fill, sf_path_free);
  g_clear_pointer (&parts->stroke, sf_path_free);
}
