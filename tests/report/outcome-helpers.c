/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "outcome-helpers.h"

#include <string.h>

SfMeasure *
test_add_measure (TestCentre *centre, const char *title, const char *kind, gint64 position)
{
  return test_add (centre->model, SF_TYPE_MEASURE, SF_MEASURE_CENTRE, 'u', centre->centre,
                   SF_MEASURE_TITLE, 't', title, SF_MEASURE_KIND, 't', kind, SF_MEASURE_PERIOD, 't',
                   "year", SF_MEASURE_FULL_COUNT, 'i', (gint64)0, SF_MEASURE_AIM, 'r', 0.65,
                   SF_MEASURE_POSITION, 'i', position, -1);
}

SfFamilyGroup *
test_add_group (TestCentre *centre, const char *title, gint64 position)
{
  return test_add (centre->model, SF_TYPE_FAMILY_GROUP, SF_FAMILY_GROUP_CENTRE, 'u', centre->centre,
                   SF_FAMILY_GROUP_TITLE, 't', title, SF_FAMILY_GROUP_POSITION, 'i', position, -1);
}

SfReading *
test_add_reading (TestCentre *centre,
                  SfMeasure *measure,
                  SfFamilyGroup *group,
                  const char *starts_on,
                  gint64 count,
                  gint64 of)
{
  if (group == NULL)
    return test_add (centre->model, SF_TYPE_READING, SF_READING_MEASURE, 'u', measure,
                     SF_READING_STARTS_ON, 't', starts_on, SF_READING_COUNT, 'i', count,
                     SF_READING_DENOMINATOR, 'i', of, -1);
  return test_add (centre->model, SF_TYPE_READING, SF_READING_MEASURE, 'u', measure,
                   SF_READING_FAMILY_GROUP, 'u', group, SF_READING_STARTS_ON, 't', starts_on,
                   SF_READING_COUNT, 'i', count, SF_READING_DENOMINATOR, 'i', of, -1);
}

/* --- what somebody works out ------------------------------------------------------------------ */

static guint
find (Year *year, const char *name, int value)
{
  g_autofree char *full = g_strdup_printf ("%s=%d", name, value);
  Unknown *it = &year->unknowns[year->n_unknowns];

  for (guint i = 0; i < year->n_unknowns; i++)
    if (strcmp (year->unknowns[i].name, full) == 0)
      return i;
  g_assert_cmpuint (year->n_unknowns, <, MAX_UNKNOWNS);
  g_strlcpy (it->name, full, sizeof it->name);
  it->value = value;
  return year->n_unknowns++;
}

guint
year_find_figure (Year *year, guint group, guint figure, int value)
{
  g_autofree char *name = g_strdup_printf ("%u/%u", group, figure);

  return find (year, name, value);
}

static Equation *
add_equation (Year *year)
{
  g_assert_cmpuint (year->n_equations, <, MAX_EQUATIONS);
  return &year->equations[year->n_equations++];
}

void
year_learn (Year *year, guint unknown)
{
  Equation *known = add_equation (year);

  known->factors[unknown] = 1.0;
  known->factors[MAX_UNKNOWNS] = year->unknowns[unknown].value;
}

/* whole = part + what is left, which is a count of its own */
static guint
split (Year *year, guint whole, guint part, const char *name)
{
  guint left = find (year, name, year->unknowns[whole].value - year->unknowns[part].value);
  Equation *sum = add_equation (year);

  sum->factors[whole] = 1.0;
  sum->factors[part] = -1.0;
  sum->factors[left] = -1.0;
  return left;
}

void
year_add_table (Year *year, guint first, const int (*values)[2], guint n)
{
  guint all[2] = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = g_strdup_printf ("%u/not", first + i);
      guint mine[2], rest[2];

      for (guint figure = 0; figure < 2; figure++)
        {
          g_autofree char *beside = g_strdup_printf ("all-%u/%u", first + i, figure);

          mine[figure] = year_find_figure (year, first + i, figure, values[i][figure]);
          if (i > 0)
            rest[figure] = split (year, all[figure], mine[figure], beside);
        }
      split (year, mine[1], mine[0], own);
      if (i > 0)
        {
          g_autofree char *others = g_strdup_printf ("all-%u/not", first + i);

          split (year, rest[1], rest[0], others);
        }
      else
        memcpy (all, mine, sizeof all);
    }
}

void
year_excuse (Year *year, guint group)
{
  g_autofree char *own = g_strdup_printf ("%u/", group);
  g_autofree char *rest = g_strdup_printf ("all-%u/", group);

  for (guint i = 0; i < year->n_unknowns; i++)
    if (g_str_has_prefix (year->unknowns[i].name, own)
        || g_str_has_prefix (year->unknowns[i].name, rest))
      year->unknowns[i].excused = TRUE;
}
