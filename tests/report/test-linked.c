/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What nobody can work out of measures that count the same: months and their quarter, twins. */
#include <string.h>

#include "model/sf-model-private.h"
#include "model/sf-outcome-published.h"
#include "outcome-helpers.h"
#include "report-test-util.h"

#define N_MONTHS 3
#define QUARTER N_MONTHS
#define TWIN (N_MONTHS + 1)
#define N_TABLES (N_MONTHS + 2)
#define MAX_CELLS 3
#define N_SEEDS 30

static const char *const starts[N_TABLES]
    = { "2027-01-01", "2027-02-01", "2027-03-01", "2027-01-01", "2027-01-01" };

static SfMeasure *
add_measure (TestCentre *centre, const char *title, const char *period, gint64 position)
{
  SfMeasure *measure = test_add_measure (centre, title, "proportion", position);
  SfValue value = { .type = SF_VALUE_TEXT, .text = (char *)period };

  sf_model_apply (centre->model, SF_RECORD (measure), SF_MEASURE_PERIOD, &value);
  return measure;
}

static void
add_months (TestCentre *centre, SfMeasure *measure, SfFamilyGroup *group, const int (*values)[2])
{
  for (guint i = 0; i < N_MONTHS; i++)
    test_add_reading (centre, measure, group, starts[i], values[i][0], values[i][1]);
}

static gboolean
is_told (SfPublished *published, SfFamilyGroup *group, const char *starts_on)
{
  return sf_outcome_get_reading (sf_published_get_outcome (published), group, starts_on) != NULL;
}

static SfPublished *
publish (TestCentre *centre, SfMeasure *measure)
{
  return sf_published_new (centre->model, measure, NULL, G_MAXUINT);
}

static gboolean
tells (TestCentre *centre, SfMeasure *measure, SfFamilyGroup *group, const char *starts_on)
{
  g_autoptr (SfPublished) published = publish (centre, measure);

  return is_told (published, group, starts_on);
}

/* --- worked cases ----------------------------------------------------------------------------- */

/* 10 and 10 in two months; 2 in the third are not shown, and 22 of the quarter would say so. */
static void
test_quarter (void)
{
  static const int all[][2] = { { 10, 20 }, { 10, 20 }, { 2, 20 } };
  TestCentre centre;
  SfMeasure *monthly, *quarterly;
  g_autoptr (GPtrArray) list = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  quarterly = add_measure (&centre, "By quarters", "quarter", 1);
  monthly = add_measure (&centre, "By months", "month", 2);
  add_months (&centre, monthly, NULL, all);
  test_add_reading (&centre, quarterly, NULL, starts[QUARTER], 22, 60);
  g_assert_true (tells (&centre, monthly, NULL, starts[0]));
  g_assert_true (tells (&centre, monthly, NULL, starts[1]));
  g_assert_false (tells (&centre, monthly, NULL, starts[2]));
  g_assert_false (tells (&centre, quarterly, NULL, starts[QUARTER]));
  /* the report decides alike */
  list = sf_published_list (centre.model, centre.now);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (is_told (list->pdata[0], NULL, starts[QUARTER]));
  g_assert_true (is_told (list->pdata[1], NULL, starts[0]));
  test_centre_clear (&centre);
}

/* Where nothing is small, or the sum is another, nothing is hidden. */
static void
test_harmless (void)
{
  static const int all[][2] = { { 10, 20 }, { 10, 20 }, { 12, 20 } };
  static const int few[][2] = { { 10, 20 }, { 10, 20 }, { 2, 20 } };
  TestCentre centre;
  SfMeasure *monthly, *quarterly;
  SfFamilyGroup *group;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  quarterly = add_measure (&centre, "By quarters", "quarter", 1);
  monthly = add_measure (&centre, "By months", "month", 2);
  group = test_add_group (&centre, "Fathers", 1);
  add_months (&centre, monthly, NULL, all);
  test_add_reading (&centre, quarterly, NULL, starts[QUARTER], 32, 60);
  g_assert_true (tells (&centre, monthly, NULL, starts[2]));
  g_assert_true (tells (&centre, quarterly, NULL, starts[QUARTER]));
  /* the same fathers every month: who subtracts is wrong */
  add_months (&centre, monthly, group, few);
  test_add_reading (&centre, quarterly, group, starts[QUARTER], 11, 20);
  g_assert_true (tells (&centre, quarterly, group, starts[QUARTER]));
  test_centre_clear (&centre);
}

/* A quarter that is out already: of the months one more goes. */
static void
test_quarter_is_out (void)
{
  static const int all[][2] = { { 10, 20 }, { 10, 20 }, { 2, 20 } };
  TestCentre centre;
  SfMeasure *monthly, *quarterly;
  g_autoptr (SfPublished) first = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  quarterly = add_measure (&centre, "By quarters", "quarter", 1);
  monthly = add_measure (&centre, "By months", "month", 2);
  test_add_reading (&centre, quarterly, NULL, starts[QUARTER], 22, 60);
  first = publish (&centre, quarterly);
  g_assert_true (is_told (first, NULL, starts[QUARTER]));
  sf_published_note_all (first, shown);
  sf_model_add_shown (centre.model, sf_shown_copy (shown->pdata[0]));
  add_months (&centre, monthly, NULL, all);
  g_assert_cmpint (tells (&centre, monthly, NULL, starts[0])
                       + tells (&centre, monthly, NULL, starts[1]),
                   ==, 1);
  g_assert_true (tells (&centre, quarterly, NULL, starts[QUARTER]));
  test_centre_clear (&centre);
}

/* Year and quarters, year and months, year and terms; whole, and while the year is not over. */
static void
test_sums (void)
{
  static const struct
  {
    const char *period;
    guint n;
    const char *starts[12];
  } cases[] = {
    { "quarter", 4, { "2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01" } },
    { "term", 3, { "2026-04-01", "2026-09-01", "2027-01-01" } },
    { "month",
      12,
      { "2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01",
        "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01" } },
    { "quarter", 3, { "2026-04-01", "2026-07-01", "2026-10-01" } },
    { "month", 2, { "2026-04-01", "2026-05-01" } },
    { "month", 2, { "2026-04-01", "2026-08-01" } },
    { "year", 1, { "2026-04-01" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCentre centre;
      SfMeasure *yearly, *fine;
      SfFamilyGroup *group;
      guint n = cases[i].n;

      test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
      fine = add_measure (&centre, "By parts", cases[i].period, 1);
      yearly = add_measure (&centre, "By years", "year", 2);
      group = test_add_group (&centre, "Fathers", 1);
      for (guint k = 0; k < n; k++)
        test_add_reading (&centre, fine, group, cases[i].starts[k], k == 0 ? 3 : 30, 70);
      g_assert_false (tells (&centre, fine, group, cases[i].starts[0]));
      test_add_reading (&centre, yearly, group, "2026-04-01", 3 + 30 * (n - 1), 70 * n);
      g_assert_false (tells (&centre, yearly, group, "2026-04-01"));
      g_assert_false (tells (&centre, fine, group, cases[i].starts[0]));
      g_assert_cmpint (tells (&centre, fine, group, cases[i].starts[n - 1]), ==, n > 1);
      test_centre_clear (&centre);
    }
}

/* --- the attack ------------------------------------------------------------------------------- */

/* A centre with a quarter, its months, and a twin of the quarter. */
typedef struct
{
  TestCentre centre;
  SfMeasure *measures[3]; /* by months, by quarters, the twin */
  SfFamilyGroup *groups[MAX_CELLS];
  guint n;
  int values[N_TABLES][MAX_CELLS][2];
  gboolean told[N_TABLES][MAX_CELLS];
  gboolean excused[N_TABLES][MAX_CELLS];
} World;

static SfMeasure *
get_measure (World *world, guint table)
{
  return world->measures[table < QUARTER ? 0 : table - QUARTER + 1];
}

/* A few, all but a few, or any. */
static int
draw_part (GRand *rand, int most)
{
  int few = g_rand_int_range (rand, 0, 8);
  int any = g_rand_int_range (rand, 0, most + 1);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return MIN (most, few);
    case 1:
      return most - MIN (most, few);
    default:
      return any;
    }
}

/* Months whose figures add up to the quarter's; groups are parts of all. */
static void
draw_values (World *world, GRand *rand)
{
  for (guint i = 0; i < N_MONTHS; i++)
    for (guint k = 0; k < world->n; k++)
      {
        int most[] = { k == 0 ? 60 : world->values[i][0][0],
                       k == 0 ? 60 : world->values[i][0][1] - world->values[i][0][0] };
        int drawn[2];

        for (guint part = 0; part < 2; part++)
          drawn[part] = draw_part (rand, most[part]);
        world->values[i][k][0] = MAX (drawn[0], MIN (1, most[0]));
        world->values[i][k][1] = world->values[i][k][0] + drawn[1];
      }
  for (guint k = 0; k < world->n; k++)
    for (guint figure = 0; figure < 2; figure++)
      for (guint i = 0; i < N_MONTHS; i++)
        {
          world->values[QUARTER][k][figure] += world->values[i][k][figure];
          world->values[TWIN][k][figure] += world->values[i][k][figure];
        }
}

static void
add_table (World *world, guint table)
{
  for (guint k = 0; k < world->n; k++)
    if (world->values[table][k][1] > 0)
      test_add_reading (&world->centre, get_measure (world, table), world->groups[k], starts[table],
                        world->values[table][k][0], world->values[table][k][1]);
}

static gboolean
is_excused (SfPublished *published, guint cell, const char *starts_on)
{
  g_autofree char *key = g_strdup_printf ("%u %s", cell, starts_on);
  g_autofree char *place = sf_published_tell_cell (published, key);
  g_autoptr (GPtrArray) given_away = sf_published_list_given_away (published);

  return g_ptr_array_find_with_equal_func (given_away, place, g_str_equal, NULL);
}

/* A report of one measure, or of one as if there were no other. */
static void
publish_measure (World *world, guint which, gboolean remember)
{
  g_autoptr (SfPublished) published = publish (&world->centre, world->measures[which]);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);

  for (guint i = 0; i < N_TABLES; i++)
    for (guint k = 0; k < world->n && get_measure (world, i) == world->measures[which]; k++)
      {
        world->told[i][k] = world->told[i][k] || is_told (published, world->groups[k], starts[i]);
        world->excused[i][k] = world->excused[i][k] || is_excused (published, k, starts[i]);
      }
  sf_published_note_all (published, shown);
  for (guint i = 0; remember && i < shown->len; i++)
    sf_model_add_shown (world->centre.model, sf_shown_copy (shown->pdata[i]));
}

/* @apart: each in a centre of its own, which is how they would be decided one by one. */
static void
world_init (World *world, guint seed, gboolean apart)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  static const char *const periods[] = { "month", "quarter", "quarter" };
  guint first = (guint)g_rand_int_range (rand, 0, 4);

  memset (world, 0, sizeof *world);
  test_centre_init (&world->centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    world->measures[i] = add_measure (&world->centre, "Reach", periods[i], i);
  world->n = 1 + (guint)g_rand_int_range (rand, 0, MAX_CELLS);
  for (guint k = 1; k < world->n; k++)
    world->groups[k] = test_add_group (&world->centre, "Group", k);
  draw_values (world, rand);
  /* one of them may be out before the others are counted at all */
  if (first < 3)
    {
      for (guint i = 0; i < N_TABLES; i++)
        if (get_measure (world, i) == world->measures[first])
          add_table (world, i);
      publish_measure (world, first, !apart);
    }
  for (guint which = 0; which < 3; which++)
    {
      if (apart && which != first)
        {
          test_centre_clear (&world->centre);
          test_centre_init (&world->centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
          world->measures[which] = add_measure (&world->centre, "Reach", periods[which], which);
          for (guint k = 1; k < world->n; k++)
            world->groups[k] = test_add_group (&world->centre, "Group", k);
        }
      for (guint i = 0; i < N_TABLES && which != first; i++)
        if (get_measure (world, i) == world->measures[which])
          add_table (world, i);
      if (apart && which != first)
        publish_measure (world, which, FALSE);
    }
  for (guint which = 0; which < 3 && !apart; which++)
    publish_measure (world, which, TRUE);
}

/* @whole is the sum of @parts; everybody guesses so. */
static void
add_link (Year *year, const World *world, guint whole, const guint *parts, guint n, guint cell)
{
  for (guint figure = 0; figure < 2; figure++)
    {
      Equation *sum = &year->equations[year->n_equations++];

      g_assert_cmpuint (year->n_equations, <, MAX_EQUATIONS);
      sum->factors[year_find_figure (year, whole * MAX_CELLS + cell, figure,
                                     world->values[whole][cell][figure])]
          += 1.0;
      for (guint i = 0; i < n; i++)
        sum->factors[year_find_figure (year, parts[i] * MAX_CELLS + cell, figure,
                                       world->values[parts[i]][cell][figure])]
            -= 1.0;
    }
}

static guint
attack (const World *world, gboolean tell)
{
  static const guint months[] = { 0, 1, 2 }, quarter[] = { QUARTER };
  g_autofree Year *year = g_new0 (Year, 1);

  for (guint i = 0; i < N_TABLES; i++)
    {
      year_add_table (year, i * MAX_CELLS, world->values[i], world->n);
      for (guint k = 0; k < world->n; k++)
        for (guint figure = 0; figure < 2 && world->told[i][k]; figure++)
          year_learn (year, year_find_figure (year, i * MAX_CELLS + k, figure,
                                              world->values[i][k][figure]));
    }
  for (guint k = 0; k < world->n; k++)
    {
      add_link (year, world, QUARTER, months, N_MONTHS, k);
      add_link (year, world, TWIN, quarter, 1, k);
    }
  for (guint i = 0; i < N_TABLES; i++)
    for (guint k = 0; k < world->n; k++)
      if (world->excused[i][k])
        year_excuse (year, i * MAX_CELLS + k);
  return year_attack (year, tell);
}

static void
tell_world (const World *world, guint seed)
{
  for (guint i = 0; i < N_TABLES; i++)
    for (guint k = 0; k < world->n; k++)
      g_test_message ("seed %u table %u cell %u: %d of %d%s%s", seed, i, k, world->values[i][k][0],
                      world->values[i][k][1], world->told[i][k] ? "" : " (not told)",
                      world->excused[i][k] ? " (given away)" : "");
}

static void
test_attack (void)
{
  guint told = 0, all = 0, excused = 0, lost = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    for (guint apart = 0; apart < 2; apart++)
      {
        World world;
        guint found;

        world_init (&world, seed, apart);
        found = attack (&world, !apart);
        lost += apart && found > 0;
        if (!apart && found > 0)
          tell_world (&world, seed);
        if (!apart)
          g_assert_cmpuint (found, ==, 0);
        for (guint i = 0; !apart && i < N_TABLES; i++)
          for (guint k = 0; k < world.n; k++)
            {
              told += world.told[i][k];
              excused += world.excused[i][k];
              all++;
            }
        test_centre_clear (&world.centre);
      }
  g_test_message (
      "%u of %u cells told, %u given away; %u of %u centres are lost where each measure "
      "is decided on alone",
      told, all, excused, lost, N_SEEDS);
  g_assert_cmpuint (told * 4, >, all);
  g_assert_cmpuint (excused * 20, <, all);
  g_assert_cmpuint (lost * 3, >, N_SEEDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/linked/quarter", test_quarter);
  g_test_add_func ("/report/linked/harmless", test_harmless);
  g_test_add_func ("/report/linked/quarter-is-out", test_quarter_is_out);
  g_test_add_func ("/report/linked/sums", test_sums);
  g_test_add_func ("/report/linked/attack", test_attack);
  return g_test_run ();
}
