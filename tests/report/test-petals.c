/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The geometry of the petal chart. */
#include <math.h>

#include "report/sf-petals.h"

static void
test_points_upwards (void)
{
  SfPetal petal;

  sf_petals_get_petal (6, 0, 1, &petal);
  g_assert_cmpfloat_with_epsilon (petal.x[3], 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (petal.y[3], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (petal.y[0], 0.5 - SF_PETALS_HUB / 2, 1e-9);
  g_assert_cmpfloat (petal.x[1], <, 0.5);
  g_assert_cmpfloat (petal.x[5], >, 0.5);
}

static void
test_clockwise (void)
{
  SfPetal petal;

  sf_petals_get_petal (4, 1, 1, &petal);
  g_assert_cmpfloat_with_epsilon (petal.x[3], 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (petal.y[3], 0.5, 1e-9);
}

/* Whatever the number and the value, a petal stays in the square and touches no other. */
static void
test_apart (void)
{
  for (guint n = 1; n <= SF_PETALS_MAX; n++)
    for (double value = 0; value <= 1; value += 0.25)
      for (double x = 0; x <= 1; x += 0.02)
        for (double y = 0; y <= 1; y += 0.02)
          {
            guint inside = 0;

            for (guint i = 0; i < n; i++)
              if (sf_petals_contains (n, i, value, x, y))
                {
                  inside++;
                  g_assert_cmpfloat (hypot (x - 0.5, y - 0.5), <=, 0.5);
                  if (n >= 3)
                    g_assert_cmpint (sf_petals_find (n, x, y), ==, (int)i);
                }
            g_assert_cmpuint (inside, <=, 1);
          }
}

static void
test_contains (void)
{
  for (guint n = 1; n <= SF_PETALS_MAX; n++)
    for (guint i = 0; i < n; i++)
      {
        double x, y;

        sf_petals_get_label (n, i, 0.6, &x, &y);
        g_assert_true (sf_petals_contains (n, i, 0.75, x, y));
        sf_petals_get_label (n, i, 0.8, &x, &y);
        g_assert_false (sf_petals_contains (n, i, 0.75, x, y));
        sf_petals_get_label (n, i, 0.05, &x, &y);
        g_assert_false (sf_petals_contains (n, i, 0.75, x, y));
      }
}

static void
test_find (void)
{
  g_assert_cmpint (sf_petals_find (6, 0.5, 0.02), ==, 0);
  g_assert_cmpint (sf_petals_find (6, 0.5, 0.98), ==, 3);
  g_assert_cmpint (sf_petals_find (6, 0.48, 0.1), ==, 0);
  g_assert_cmpint (sf_petals_find (6, 0.01, 0.01), ==, -1);
  g_assert_cmpint (sf_petals_find (1, 0.5, 0.9), ==, 0);
}

static void
test_ranks (void)
{
  g_assert_cmpfloat (sf_petals_value_of_rank (0, 4), ==, 1);
  g_assert_cmpfloat (sf_petals_value_of_rank (1, 4), ==, 0.75);
  g_assert_cmpfloat (sf_petals_value_of_rank (3, 4), ==, 0.25);
  g_assert_cmpfloat (sf_petals_value_of_rank (1, 2), ==, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/petals/points-upwards", test_points_upwards);
  g_test_add_func ("/report/petals/clockwise", test_clockwise);
  g_test_add_func ("/report/petals/apart", test_apart);
  g_test_add_func ("/report/petals/contains", test_contains);
  g_test_add_func ("/report/petals/find", test_find);
  g_test_add_func ("/report/petals/ranks", test_ranks);
  return g_test_run ();
}
