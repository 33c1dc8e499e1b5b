/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-petals.h"

#include <math.h>

/* A petal on the x axis is one cubic and its mirror: the controls lie at these shares of its
 * length, at a height that keeps it inside its own sector. */
#define FIRST_CONTROL 0.38
#define SECOND_CONTROL 0.86
#define SHORTEST 0.06

typedef struct
{
  double base;
  double length;
  double height;
} Shape;

static Shape
get_shape (guint n, double value)
{
  double half_sector = G_PI / MAX (n, 3u);
  Shape shape = { SF_PETALS_HUB, 0, 0 };

  shape.length = MAX (MIN (value, 1.0) - SF_PETALS_HUB, SHORTEST);
  shape.height = shape.length * MIN (0.44, 0.64 * tan (half_sector));
  return shape;
}

static double
get_angle (guint n, guint index)
{
  return -G_PI / 2 + 2 * G_PI * index / n;
}

void
sf_petals_get_petal (guint n, guint index, double value, SfPetal *petal)
{
  Shape shape;
  double along[7], across[7], angle;

  g_return_if_fail (n >= 1 && n <= SF_PETALS_MAX && index < n);
  g_return_if_fail (petal != NULL);

  shape = get_shape (n, value);
  angle = get_angle (n, index);
  along[0] = along[6] = shape.base;
  along[1] = along[5] = shape.base + FIRST_CONTROL * shape.length;
  along[2] = along[4] = shape.base + SECOND_CONTROL * shape.length;
  along[3] = shape.base + shape.length;
  across[0] = across[3] = across[6] = 0;
  across[1] = across[2] = -shape.height;
  across[4] = across[5] = shape.height;
  for (guint i = 0; i < 7; i++)
    {
      petal->x[i] = 0.5 + 0.5 * (along[i] * cos (angle) - across[i] * sin (angle));
      petal->y[i] = 0.5 + 0.5 * (along[i] * sin (angle) + across[i] * cos (angle));
    }
}

static double
cubic (double a, double b, double c, double d, double t)
{
  double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

gboolean
sf_petals_contains (guint n, guint index, double value, double x, double y)
{
  Shape shape;
  double angle, dx, dy, along, across, low = 0, high = 1;

  g_return_val_if_fail (n >= 1 && n <= SF_PETALS_MAX && index < n, FALSE);

  shape = get_shape (n, value);
  angle = get_angle (n, index);
  dx = (x - 0.5) * 2;
  dy = (y - 0.5) * 2;
  along = (dx * cos (angle) + dy * sin (angle) - shape.base) / shape.length;
  across = fabs (dy * cos (angle) - dx * sin (angle));
  if (along < 0 || along > 1)
    return FALSE;
  /* The curve runs steadily outwards, so its parameter is found by halving. */
  for (guint i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      if (cubic (0, FIRST_CONTROL, SECOND_CONTROL, 1, middle) < along)
        low = middle;
      else
        high = middle;
    }
  return across <= cubic (0, shape.height, shape.height, 0, low);
}

int
sf_petals_find (guint n, double x, double y)
{
  double dx = (x - 0.5) * 2, dy = (y - 0.5) * 2, turn;

  g_return_val_if_fail (n >= 1 && n <= SF_PETALS_MAX, -1);

  if (hypot (dx, dy) > 1)
    return -1;
  turn = (atan2 (dy, dx) + G_PI / 2) / (2 * G_PI);
  return (int)floor ((turn + 1) * n + 0.5) % (int)n;
}

void
sf_petals_get_label (guint n, guint index, double distance, double *x, double *y)
{
  double angle;

  g_return_if_fail (n >= 1 && n <= SF_PETALS_MAX && index < n);

  angle = get_angle (n, index);
  *x = 0.5 + 0.5 * distance * cos (angle);
  *y = 0.5 + 0.5 * distance * sin (angle);
}

double
sf_petals_value_of_rank (guint rank, guint n_levels)
{
  g_return_val_if_fail (n_levels > 0 && rank < n_levels, 0);

  return (double)(n_levels - rank) / n_levels;
}
