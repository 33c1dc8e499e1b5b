/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "disclosure-attack.h"

#include "model/sf-disclosure.h"

#include <string.h>

#define MAX_CELLS 12
#define MAX_VERSIONS 3
#define COUNT 0
#define DENOMINATOR 1

/* Cell 0 is all; then come parts that add up, and after them groups that overlap. */
typedef struct
{
  GRand *rand;
  guint n_parts;
  guint n_groups;
  gboolean has_denominators;
  gboolean is_public;
  guint n_versions;
  int values[MAX_VERSIONS][MAX_CELLS][2];
  int not_stated[MAX_VERSIONS][2];
  gboolean shown[MAX_VERSIONS][MAX_CELLS][2];
  Year *year;
} Maker;

static guint
count_cells (Maker *maker)
{
  return 1 + maker->n_parts + maker->n_groups;
}

static char *
get_key (guint cell)
{
  return cell == 0 ? g_strdup ("all") : g_strdup_printf ("cell-%u", cell);
}

/* Many are small. */
static int
draw_any (Maker *maker)
{
  switch (g_rand_int_range (maker->rand, 0, 4))
    {
    case 0:
      return g_rand_int_range (maker->rand, 0, 5);
    case 1:
      return g_rand_int_range (maker->rand, 0, 10);
    default:
      return g_rand_int_range (maker->rand, 0, 60);
    }
}

/* At most so many. */
static int
draw_up_to (Maker *maker, int most)
{
  int drawn = draw_any (maker);

  return MIN (drawn, most);
}

static int
draw (Maker *maker)
{
  return draw_up_to (maker, G_MAXINT);
}

static void
add_up (Maker *maker, guint version)
{
  for (guint figure = COUNT; figure <= DENOMINATOR; figure++)
    {
      int sum = maker->not_stated[version][figure];

      for (guint i = 1; i <= maker->n_parts; i++)
        sum += maker->values[version][i][figure];
      maker->values[version][0][figure] = sum;
    }
}

static void
draw_group (Maker *maker, guint version, guint cell)
{
  const int *all = maker->values[version][0];
  int (*mine)[2] = &maker->values[version][cell];

  (*mine)[COUNT] = draw_up_to (maker, all[COUNT]);
  if (g_rand_int_range (maker->rand, 0, 6) == 0)
    (*mine)[COUNT] = all[COUNT] - draw_up_to (maker, MIN (all[COUNT], 4));
  (*mine)[DENOMINATOR] = (*mine)[COUNT] + draw_up_to (maker, all[DENOMINATOR] - all[COUNT]);
}

static gboolean
is_group_possible (Maker *maker, guint version, guint cell)
{
  const int *all = maker->values[version][0];
  const int *mine = maker->values[version][cell];

  return mine[COUNT] <= all[COUNT]
         && mine[DENOMINATOR] - mine[COUNT] <= all[DENOMINATOR] - all[COUNT];
}

static void
draw_first (Maker *maker)
{
  for (guint i = 1; i <= maker->n_parts; i++)
    {
      maker->values[0][i][COUNT] = draw (maker);
      maker->values[0][i][DENOMINATOR] = maker->values[0][i][COUNT] + draw (maker);
    }
  if (g_rand_int_range (maker->rand, 0, 3) == 0)
    {
      maker->not_stated[0][COUNT] = draw (maker);
      maker->not_stated[0][DENOMINATOR] = maker->not_stated[0][COUNT] + draw (maker);
    }
  add_up (maker, 0);
  for (guint i = 1 + maker->n_parts; i < count_cells (maker); i++)
    draw_group (maker, 0, i);
}

/* Most stay as they were. */
static void
revise (Maker *maker, guint version)
{
  memcpy (maker->values[version], maker->values[version - 1], sizeof maker->values[0]);
  memcpy (maker->not_stated[version], maker->not_stated[version - 1], sizeof maker->not_stated[0]);
  for (guint i = 1; i <= maker->n_parts; i++)
    {
      int by = g_rand_int_range (maker->rand, -3, 4);
      int *mine = maker->values[version][i];

      if (g_rand_int_range (maker->rand, 0, 4) > 0 || mine[COUNT] + by < 0)
        continue;
      mine[COUNT] += by;
      mine[DENOMINATOR] = MAX (mine[DENOMINATOR], mine[COUNT]);
    }
  add_up (maker, version);
  for (guint i = 1 + maker->n_parts; i < count_cells (maker); i++)
    if (!is_group_possible (maker, version, i))
      draw_group (maker, version, i);
}

static guint
count_figures (Maker *maker)
{
  return maker->has_denominators ? 2 : 1;
}

static void
add_relations (Maker *maker, SfDisclosure *made)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= maker->n_parts; i++)
    g_ptr_array_add (parts, get_key (i));
  g_ptr_array_add (parts, NULL);
  sf_disclosure_add_sum (made, "all", (const char *const *)parts->pdata);
  for (guint i = 1 + maker->n_parts; i < count_cells (maker); i++)
    {
      g_autofree char *key = get_key (i);

      sf_disclosure_add_group (made, "all", key);
    }
}

static SfDisclosure *
decide (Maker *maker, guint version)
{
  SfDisclosure *made = sf_disclosure_new ();

  for (guint i = 0; i < count_cells (maker); i++)
    {
      g_autofree char *key = get_key (i);
      const int *now = maker->values[version][i];

      sf_disclosure_add (made, key, now[COUNT],
                         maker->has_denominators ? now[DENOMINATOR] : SF_DISCLOSURE_NONE);
      if (maker->is_public && maker->has_denominators)
        sf_disclosure_set_public (made, key, SF_FIGURE_DENOMINATOR);
      for (guint v = 0; v < version; v++)
        for (guint figure = 0; figure < count_figures (maker); figure++)
          sf_disclosure_add_earlier (made, v, key, figure, maker->values[v][i][figure],
                                     maker->shown[v][i][figure]);
    }
  add_relations (maker, made);
  sf_disclosure_decide (made);
  return made;
}

static guint
find_unknown (Maker *maker, const char *name, int value)
{
  Year *year = maker->year;
  g_autofree char *full = g_strdup_printf ("%s=%d", name, value);

  for (guint i = 0; i < year->n_unknowns; i++)
    if (strcmp (year->unknowns[i].name, full) == 0)
      return i;
  g_assert_cmpuint (year->n_unknowns, <, MAX_UNKNOWNS);
  g_strlcpy (year->unknowns[year->n_unknowns].name, full, sizeof year->unknowns[0].name);
  year->unknowns[year->n_unknowns].value = value;
  return year->n_unknowns++;
}

/* What has the same value in two versions is the same for who guesses so. */
static guint
find_figure (Maker *maker, guint version, guint cell, guint figure)
{
  g_autofree char *name = g_strdup_printf ("%u/%u", cell, figure);

  return find_unknown (maker, name, maker->values[version][cell][figure]);
}

static Equation *
add_equation (Maker *maker, double right)
{
  Equation *equation = &maker->year->equations[maker->year->n_equations++];

  g_assert_cmpuint (maker->year->n_equations, <=, MAX_EQUATIONS);
  equation->factors[MAX_UNKNOWNS] = right;
  return equation;
}

static void
learn (Maker *maker, guint unknown)
{
  add_equation (maker, maker->year->unknowns[unknown].value)->factors[unknown] = 1.0;
}

/* whole = a + b */
static void
tie_two (Maker *maker, guint whole, guint a, guint b)
{
  Equation *equation = add_equation (maker, 0.0);

  equation->factors[whole] += 1.0;
  equation->factors[a] -= 1.0;
  equation->factors[b] -= 1.0;
}

static void
tie_complement (Maker *maker, guint count, guint denominator, const char *name)
{
  const Unknown *unknowns = maker->year->unknowns;

  tie_two (maker, denominator, count,
           find_unknown (maker, name, unknowns[denominator].value - unknowns[count].value));
}

/* A cell's own complement, and what is left of all beside a group. */
static void
know_cell (Maker *maker, guint version, guint cell)
{
  g_autofree char *name = g_strdup_printf ("%u/not", cell);
  guint rests[2];

  if (maker->has_denominators)
    tie_complement (maker, find_figure (maker, version, cell, COUNT),
                    find_figure (maker, version, cell, DENOMINATOR), name);
  if (cell <= maker->n_parts)
    return;
  for (guint figure = 0; figure < count_figures (maker); figure++)
    {
      g_autofree char *rest = g_strdup_printf ("all-%u/%u", cell, figure);

      rests[figure]
          = find_unknown (maker, rest,
                          maker->values[version][0][figure] - maker->values[version][cell][figure]);
      tie_two (maker, find_figure (maker, version, 0, figure),
               find_figure (maker, version, cell, figure), rests[figure]);
    }
  if (maker->has_denominators)
    {
      g_autofree char *rest = g_strdup_printf ("all-%u/not", cell);

      tie_complement (maker, rests[COUNT], rests[DENOMINATOR], rest);
    }
}

/* All is the sum of the parts and, where there are such, of those whose part is not known. */
static void
know_sum (Maker *maker, guint version)
{
  const int *left = maker->not_stated[version];
  gboolean has_rest = left[COUNT] > 0 || (maker->has_denominators && left[DENOMINATOR] > 0);
  guint rests[2] = { 0, 0 };

  for (guint figure = 0; figure < count_figures (maker); figure++)
    {
      g_autofree char *name = g_strdup_printf ("left/%u", figure);
      Equation *equation = add_equation (maker, 0.0);

      equation->factors[find_figure (maker, version, 0, figure)] = 1.0;
      for (guint i = 1; i <= maker->n_parts; i++)
        equation->factors[find_figure (maker, version, i, figure)] -= 1.0;
      if (!has_rest)
        continue;
      rests[figure] = find_unknown (maker, name, left[figure]);
      equation->factors[rests[figure]] -= 1.0;
    }
  if (has_rest && maker->has_denominators)
    tie_complement (maker, rests[COUNT], rests[DENOMINATOR], "left/not");
}

/* What may be made of a cell tells something too, if the program lets it. */
static void
learn_derived (Maker *maker, SfDisclosure *made, guint version, guint cell)
{
  g_autofree char *key = get_key (cell);
  const int *now = maker->values[version][cell];
  guint count = find_figure (maker, version, cell, COUNT);

  if (!maker->has_denominators)
    return;
  if (now[DENOMINATOR] > 0
      && (sf_disclosure_may_show (made, key, SF_DERIVED_RATE)
          || (sf_disclosure_may_compare (made, key, "all")
              && sf_disclosure_may_show (made, "all", SF_DERIVED_RATE))))
    {
      Equation *rate = add_equation (maker, 0.0);

      rate->factors[count] = 1.0;
      rate->factors[find_figure (maker, version, cell, DENOMINATOR)]
          = -(double)now[COUNT] / now[DENOMINATOR];
    }
  if (sf_disclosure_may_show (made, key, SF_DERIVED_COMPLEMENT))
    {
      Equation *complement = add_equation (maker, now[DENOMINATOR] - now[COUNT]);

      complement->factors[count] = -1.0;
      complement->factors[find_figure (maker, version, cell, DENOMINATOR)] = 1.0;
    }
  if (sf_disclosure_may_show (made, key, SF_DERIVED_REMAINING)
      && (maker->is_public
          || sf_disclosure_get (made, key, SF_FIGURE_DENOMINATOR) == SF_DISCLOSURE_SHOWN))
    learn (maker, count);
}

static void
excuse (Maker *maker, guint version, guint cell)
{
  Year *year = maker->year;
  g_autofree char *own = g_strdup_printf ("%u/", cell);
  g_autofree char *rest = g_strdup_printf ("all-%u/", cell);

  for (guint i = 0; i < year->n_unknowns; i++)
    if (g_str_has_prefix (year->unknowns[i].name, own)
        || g_str_has_prefix (year->unknowns[i].name, rest)
        || (cell == 0 && g_str_has_prefix (year->unknowns[i].name, "left/")))
      year->unknowns[i].excused = TRUE;
}

/* One round of reports: each shows some of what may be shown, the last year's end all of it. */
static void
publish (Maker *maker, guint version, gboolean reveal)
{
  g_autoptr (SfDisclosure) made = decide (maker, version);
  gboolean is_last = version + 1 == maker->n_versions;

  for (guint i = 0; i < count_cells (maker); i++)
    {
      g_autofree char *key = get_key (i);
      gboolean chosen = is_last || g_rand_int_range (maker->rand, 0, 3) > 0;

      know_cell (maker, version, i);
      for (guint figure = 0; figure < count_figures (maker); figure++)
        {
          SfDisclosureAnswer answer = sf_disclosure_get (made, key, figure);
          guint unknown = find_figure (maker, version, i, figure);
          Unknown *it = &maker->year->unknowns[unknown];
          gboolean protects = answer == SF_DISCLOSURE_PROTECTS;
          gboolean shown
              = chosen && (answer == SF_DISCLOSURE_SHOWN || (protects && reveal && is_last));

          maker->year->n_protecting += is_last && protects;
          maker->shown[version][i][figure] = shown;
          it->is_shown = it->is_shown || shown;
          it->is_hidden = is_last && !it->is_shown;
          if (shown || (figure == DENOMINATOR && maker->is_public))
            learn (maker, unknown);
        }
      if (chosen)
        learn_derived (maker, made, version, i);
    }
  know_sum (maker, version);
  for (guint i = 0; i < count_cells (maker); i++)
    {
      g_autofree char *key = get_key (i);

      if (sf_disclosure_is_given_away (made, key))
        excuse (maker, version, i);
    }
}

/* What is public was never hidden. */
static void
excuse_public (Maker *maker)
{
  for (guint v = 0; v < maker->n_versions; v++)
    for (guint i = 0; i < count_cells (maker); i++)
      if (maker->is_public && maker->has_denominators)
        maker->year->unknowns[find_figure (maker, v, i, DENOMINATOR)].excused = TRUE;
}

Year *
year_new (guint seed, gboolean reveal)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Year *year = g_new0 (Year, 1);
  Maker maker = { .rand = rand, .year = year };

  maker.n_parts = (guint)g_rand_int_range (rand, 2, 7);
  maker.n_groups = (guint)g_rand_int_range (rand, 0, 5);
  maker.has_denominators = g_rand_int_range (rand, 0, 3) > 0;
  maker.is_public = g_rand_int_range (rand, 0, 3) == 0;
  year->is_public = maker.is_public;
  maker.n_versions = (guint)g_rand_int_range (rand, 1, MAX_VERSIONS + 1);
  draw_first (&maker);
  for (guint v = 0; v < maker.n_versions; v++)
    {
      if (v > 0)
        revise (&maker, v);
      publish (&maker, v, reveal);
    }
  excuse_public (&maker);
  return year;
}
