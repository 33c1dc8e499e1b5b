/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What nobody can work out who holds this report against those that left before it. */
#include <string.h>

#include "model/sf-model-private.h"
#include "model/sf-outcome-published.h"
#include "outcome-helpers.h"
#include "report-test-util.h"
#include "report/sf-report-check.h"

#define TODAY "2027-03-31"
#define START "2026-04-01"
#define MAX_GROUPS 5
#define N_REPORTS 4
#define N_SEEDS 60
#define N_COMPOSED 6

/* A centre whose figures of one year are revised between its reports. */
typedef struct
{
  GRand *rand;
  TestCentre centre;
  SfMeasure *measure;
  SfReading *readings[MAX_GROUPS + 1]; /* the first is of all families */
  guint n;
  int values[N_REPORTS][MAX_GROUPS + 1][2];
  gboolean told[N_REPORTS][MAX_GROUPS + 1];
  int said[N_REPORTS][MAX_GROUPS + 1][2]; /* what was told: not always what is so now */
  gboolean excused[MAX_GROUPS + 1];
} World;

static void
set_reading (World *world, guint group, int count, int of)
{
  SfValue value = { .type = SF_VALUE_INT, .integer = count };

  sf_model_apply (world->centre.model, SF_RECORD (world->readings[group]), SF_READING_COUNT,
                  &value);
  value.integer = of;
  sf_model_apply (world->centre.model, SF_RECORD (world->readings[group]), SF_READING_DENOMINATOR,
                  &value);
}

static void
world_begin (World *world)
{
  memset (world, 0, sizeof *world);
  test_centre_init (&world->centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  world->measure = test_add_measure (&world->centre, "Reach", "proportion", 1);
}

static void
world_add (World *world, const char *title, int count, int of)
{
  SfFamilyGroup *group = world->n > 0 ? test_add_group (&world->centre, title, world->n) : NULL;

  world->readings[world->n++]
      = test_add_reading (&world->centre, world->measure, group, START, count, of);
}

static void
world_clear (World *world)
{
  g_clear_pointer (&world->rand, g_rand_free);
  test_centre_clear (&world->centre);
}

static SfPublished *
get_published (World *world)
{
  return sf_published_new (world->centre.model, world->measure, NULL, G_MAXUINT);
}

/* The report leaves: what stands in it is kept, as sf_workbook_note_shown() keeps it. */
static void
let_out (World *world, GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    sf_model_add_shown (world->centre.model, sf_shown_copy (shown->pdata[i]));
}

static SfDisplayList *
compose (World *world)
{
  return test_compose_governors (&world->centre, FALSE, TODAY, sf_style_sheet_get_standard ());
}

static GPtrArray *
list_numbers (World *world)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (world->centre.model, world->centre.now);

  return sf_report_list_numbers (world->centre.model, world->centre.now, TODAY, outcomes);
}

/* --- worked cases ----------------------------------------------------------------------------- */

static char *
get_table (World *world)
{
  g_autoptr (SfDisplayList) list = compose (world);
  g_autofree char *all = test_document_text (sf_display_list_get_document (list), NULL);
  const char *heading = strstr (all, "\nAll families\n");

  let_out (world, sf_document_get_shown (sf_display_list_get_document (list)));
  g_assert_nonnull (heading);
  return g_strdup (heading);
}

/* 30 of 60 of The Dell and 40 of 80 in all were told. Then it is found that The Dell were 37 of 74:
 * who has the first report would take them from the 80 and know of 3 others. */
static void
test_revised (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  world_begin (&world);
  world_add (&world, NULL, 40, 80);
  world_add (&world, "The Dell", 30, 60);
  first = get_table (&world);
  test_assert_has (first, "50%\n40 of 80\nThe Dell\n50%\n30 of 60\n");
  set_reading (&world, 1, 37, 74);
  second = get_table (&world);
  test_assert_has (second, "50%\n40 of 80\nThe Dell\nnot shown\n");
  /* harmless now, but it would say what the second report did not */
  set_reading (&world, 0, 90, 180);
  third = get_table (&world);
  test_assert_has (third, "50%\n90 of 180\nThe Dell\nnot shown\n");
  world_clear (&world);
}

/* All families revised to what leaves few beside the group that was told. */
static void
test_revised_total (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL;

  world_begin (&world);
  world_add (&world, NULL, 40, 80);
  world_add (&world, "The Dell", 30, 60);
  first = get_table (&world);
  set_reading (&world, 0, 33, 66);
  second = get_table (&world);
  /* the group cannot be called back, so the total goes */
  test_assert_has (second, "not shown\nThe Dell\n50%\n30 of 60\n");
  test_assert_lacks (second, "33 of 66");
  world_clear (&world);
}

/* One more family, a father: each report is harmless alone, and both shown would tell of one. */
static void
test_one_more (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autoptr (GPtrArray) items = NULL;

  world_begin (&world);
  world_add (&world, NULL, 50, 100);
  world_add (&world, "Fathers", 20, 40);
  first = get_table (&world);
  test_assert_has (first, "50%\n50 of 100\nFathers\n50%\n20 of 40\n");
  set_reading (&world, 0, 51, 101);
  set_reading (&world, 1, 21, 41);
  second = get_table (&world);
  test_assert_has (second, "50%*\n50 of 100\nFathers\n50%*\n20 of 40\n");
  test_assert_has (second, "* As reported before");
  test_assert_lacks (second, "51");
  test_assert_lacks (second, "21 of");
  items = list_numbers (&world);
  g_assert_cmpuint (items->len, ==, 2);
  test_assert_has (
      ((SfAgendaItem *)items->pdata[0])->detail,
      "Reach, all families, 2026–27: 50 of 100 is printed, as an earlier report showed "
      "it; 51 of 101 stands in the file");
  /* and by a neighbour's way: six more families, of whom all but one are fathers */
  set_reading (&world, 0, 56, 106);
  set_reading (&world, 1, 25, 45);
  third = get_table (&world);
  test_assert_has (third, "52.8%\n56 of 106\nFathers\n50%*\n20 of 40\n");
  world_clear (&world);
}

/* What was reported before may be more than there are now of all families. */
static void
test_contradiction (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL;

  world_begin (&world);
  world_add (&world, NULL, 50, 100);
  world_add (&world, "Fathers", 40, 60);
  first = get_table (&world);
  set_reading (&world, 0, 38, 80);
  set_reading (&world, 1, 37, 57);
  second = get_table (&world);
  test_assert_has (second, "38 of 80\nFathers\nnot shown\n");
  test_assert_lacks (second, "As reported before");
  world_clear (&world);
}

/* Two reports of which each was harmless then, and which are not together. */
static void
test_given_away (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  g_autoptr (GPtrArray) items = NULL;
  const SfAgendaItem *item;

  world_begin (&world);
  world_add (&world, NULL, 60, 120);
  world_add (&world, "The Dell", 38, 76);
  first = get_table (&world);
  items = list_numbers (&world);
  g_assert_cmpuint (items->len, ==, 0);
  g_clear_pointer (&items, g_ptr_array_unref);
  set_reading (&world, 0, 40, 80);
  set_reading (&world, 1, 30, 60);
  second = get_table (&world);
  set_reading (&world, 1, 38, 76);
  third = get_table (&world);
  /* both were told before, and nobody pretends that they were not */
  test_assert_has (third, "40 of 80\nThe Dell\n50%\n38 of 76\n");
  items = list_numbers (&world);
  g_assert_cmpuint (items->len, ==, 1);
  item = items->pdata[0];
  g_assert_cmpint (item->kind, ==, SF_AGENDA_SMALL_NUMBER);
  g_assert_cmpstr (item->page, ==, SF_PAGE_OUTCOMES);
  test_assert_has (item->detail, "Reach, The Dell, 2026–27");
  world_clear (&world);
}

/* Only what stands in the report is shown by it; and a group that is gone still was shown. */
static void
test_shown (void)
{
  World world;
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (SfPublished) published = NULL;
  const SfShown *shown;
  guint n_shown = 0;

  world_begin (&world);
  world_add (&world, NULL, 200, 400);
  world_add (&world, "The Dell", 15, 30);
  world_add (&world, "Fathers", 3, 41);
  list = compose (&world);
  g_assert_cmpuint (sf_document_get_shown (sf_display_list_get_document (list))->len, ==, 1);
  shown = sf_document_get_shown (sf_display_list_get_document (list))->pdata[0];
  g_assert_cmpuint (shown->figures->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    n_shown += g_array_index (shown->figures, SfShownFigure, i).is_shown;
  g_assert_cmpuint (n_shown, ==, 2);
  g_assert_false (g_array_index (shown->figures, SfShownFigure, 2).is_shown);
  let_out (&world, sf_document_get_shown (sf_display_list_get_document (list)));
  sf_model_remove (world.centre.model, SF_RECORD (world.readings[1]));
  /* 12 of 27 are all families now, of whom The Dell's 15 of 30 were said to be a part: no sense in
   * it, and no crash */
  set_reading (&world, 0, 12, 27);
  published = get_published (&world);
  g_assert_cmpuint (sf_published_get_periods (published)->len, ==, 1);
  world_clear (&world);
}

/* --- the attack ------------------------------------------------------------------------------- */

static int
draw_up_to (World *world, int most)
{
  int drawn = g_rand_int_range (world->rand, 0, 40);

  return MIN (drawn, most);
}

/* A group of which few are left beside it, or any. */
static void
draw_group (World *world, const int *all, int *mine)
{
  int missed = all[1] - all[0];

  do
    {
      gboolean most = g_rand_int_range (world->rand, 0, 2) == 0;

      mine[0] = most ? all[0] - MIN (all[0], g_rand_int_range (world->rand, 0, 9))
                     : draw_up_to (world, all[0]);
      mine[1] = mine[0]
                + (most ? missed - MIN (missed, g_rand_int_range (world->rand, 0, 9))
                        : draw_up_to (world, missed));
    }
  while (mine[1] == 0);
}

static gboolean
is_group_of (const int *all, const int *mine)
{
  return mine[0] <= all[0] && mine[1] - mine[0] <= all[1] - all[0];
}

/* A few more or fewer, counted or not. */
static void
nudge (World *world, int *mine)
{
  int counted = mine[0] + g_rand_int_range (world->rand, -3, 8);
  int missed = mine[1] - mine[0] + g_rand_int_range (world->rand, -3, 8);

  mine[0] = MAX (1, counted);
  mine[1] = mine[0] + MAX (0, missed);
}

static void
draw_table (World *world, guint at)
{
  int (*values)[2] = world->values[at];

  if (at > 0)
    memcpy (values, world->values[at - 1], sizeof world->values[0]);
  if (at == 0 || g_rand_int_range (world->rand, 0, 3) == 0)
    {
      int by = at == 0 ? 30 + g_rand_int_range (world->rand, 0, 40)
                       : values[0][0] + g_rand_int_range (world->rand, -4, 5);

      values[0][0] = by;
      values[0][1] = by + 20 + g_rand_int_range (world->rand, 0, 20);
    }
  for (guint i = 1; i < world->n; i++)
    {
      if (at > 0 && g_rand_int_range (world->rand, 0, 3) == 0)
        nudge (world, values[i]);
      if (at == 0 || !is_group_of (values[0], values[i])
          || g_rand_int_range (world->rand, 0, 5) == 0)
        draw_group (world, values[0], values[i]);
    }
}

static void
world_init (World *world, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n = 2 + (guint)g_rand_int_range (rand, 0, MAX_GROUPS);

  world_begin (world);
  world->rand = g_steal_pointer (&rand);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Group %c", 'A' + (int)i);

      world_add (world, title, 0, 0);
    }
}

/* The words of the report's table: what is not the mark is told. */
static void
read_report (World *world, guint at, SfDisplayList *list)
{
  GPtrArray *blocks = sf_document_get_blocks (sf_display_list_get_document (list));
  const SfBlock *table = NULL;

  for (guint i = 0; i < blocks->len; i++)
    if (g_strcmp0 (((SfBlock *)blocks->pdata[i])->alternative, "Reach") == 0)
      table = blocks->pdata[i];
  g_assert_nonnull (table);
  for (guint i = 0; i < world->n; i++)
    {
      const SfTableRow *row = table->rows->pdata[i];
      const SfTableCell *cell = row->cells->pdata[1];
      const char *text = sf_prose_get_text (cell->paragraphs->pdata[0]);

      g_assert_cmpint (world->told[at][i], ==, strcmp (text, sf_disclosure_get_mark ()) != 0);
    }
}

/* One report leaves. @remember: whether it is known to the next one. */
static void
publish (World *world, guint at, gboolean remember, gboolean composed)
{
  g_autoptr (SfPublished) published = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);
  g_autoptr (SfDisplayList) list = NULL;
  GPtrArray *groups;

  for (guint i = 0; i < world->n; i++)
    set_reading (world, i, world->values[at][i][0], world->values[at][i][1]);
  published = get_published (world);
  groups = sf_outcome_get_groups (sf_published_get_outcome (published));
  for (guint i = 0; i < world->n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u %s", i, START);
      SfFamilyGroup *group = i > 0 ? groups->pdata[i - 1] : NULL;

      SfReading *reading
          = sf_outcome_get_reading (sf_published_get_outcome (published), group, START);

      world->told[at][i] = reading != NULL;
      if (reading != NULL)
        {
          world->said[at][i][0] = (int)sf_reading_get_count (reading);
          world->said[at][i][1] = (int)sf_reading_get_denominator (reading);
        }
      if (sf_disclosure_is_given_away (sf_published_get_disclosure (published), key))
        world->excused[i] = TRUE;
    }
  list = composed ? compose (world) : NULL;
  if (list != NULL)
    read_report (world, at, list);
  sf_published_note_all (published, shown);
  if (remember)
    let_out (world,
             list != NULL ? sf_document_get_shown (sf_display_list_get_document (list)) : shown);
}

/* What somebody knows who has them all. */
static guint
attack (World *world, gboolean tell)
{
  g_autofree Year *year = g_new0 (Year, 1);

  for (guint at = 0; at < N_REPORTS; at++)
    {
      year_add_table (year, 0, world->values[at], world->n);
      for (guint i = 0; i < world->n; i++)
        for (guint figure = 0; figure < 2 && world->told[at][i]; figure++)
          year_learn (year, year_find_figure (year, i, figure, world->said[at][i][figure]));
    }
  for (guint i = 0; i < world->n; i++)
    if (world->excused[i])
      year_excuse (year, i);
  return year_attack (year, tell);
}

/* Two tables of counts, the second later: whether they tell of a few families more or fewer. */
static gboolean
tells_few (const int *then, const int *now)
{
  int steps[] = { now[0] - then[0], now[1] - then[1], 0 };

  steps[2] = steps[1] - steps[0];
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] != 0 && abs (steps[i]) < SF_DISCLOSURE_LEAST)
      return TRUE;
  return FALSE;
}

/* Whether two reports show that there are a few more or fewer in the group, or beside it. */
static gboolean
compare_editions (World *world, guint before, guint at, guint group)
{
  int then[2], now[2];

  if (!world->told[before][group] || !world->told[at][group])
    return FALSE;
  if (tells_few (world->said[before][group], world->said[at][group]))
    return TRUE;
  if (!world->told[before][0] || !world->told[at][0])
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      then[i] = world->said[before][0][i] - world->said[before][group][i];
      now[i] = world->said[at][0][i] - world->said[at][group][i];
    }
  return tells_few (then, now);
}

/* Each report is held against each before it. */
static guint
attack_differences (World *world, gboolean tell)
{
  guint found = 0;

  for (guint at = 1; at < N_REPORTS; at++)
    for (guint before = 0; before < at; before++)
      for (guint i = 0; i < world->n; i++)
        if (compare_editions (world, before, at, i))
          {
            found++;
            if (tell)
              g_test_message ("group %u: reports %u and %u differ by a few", i, before, at);
          }
  return found;
}

static guint
count_held (World *world)
{
  guint held = 0;

  for (guint at = 0; at < N_REPORTS; at++)
    for (guint i = 0; i < world->n; i++)
      held += world->told[at][i]
              && memcmp (world->said[at][i], world->values[at][i], sizeof world->said[at][i]) != 0;
  return held;
}

static void
tell_years (World *world)
{
  for (guint at = 0; at < N_REPORTS; at++)
    for (guint i = 0; i < world->n; i++)
      g_test_message ("report %u group %u: %d of %d, told %d of %d%s", at, i,
                      world->values[at][i][0], world->values[at][i][1], world->said[at][i][0],
                      world->said[at][i][1], world->told[at][i] ? "" : " (not told)");
}

static void
test_attack (void)
{
  guint lost = 0, excused = 0, told = 0, all = 0, held = 0, compared = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    for (guint remember = 0; remember < 2; remember++)
      {
        World world;
        guint found;

        world_init (&world, seed);
        for (guint at = 0; at < N_REPORTS; at++)
          {
            draw_table (&world, at);
            publish (&world, at, remember, remember && seed < N_COMPOSED);
          }
        found = attack (&world, remember);
        compared += !remember && attack_differences (&world, FALSE) > 0;
        if (remember)
          {
            found += attack_differences (&world, TRUE);
            held += count_held (&world);
            if (found > 0)
              tell_years (&world);
            g_assert_cmpuint (found, ==, 0);
          }
        lost += found > 0;
        for (guint i = 0; remember && i < world.n; i++)
          {
            excused += world.excused[i];
            for (guint at = 0; at < N_REPORTS; at++)
              {
                told += world.told[at][i];
                all++;
              }
          }
        world_clear (&world);
      }
  g_test_message ("%u of %u cells told, %u of them as before, %u given away; where nobody "
                  "remembers, %u of %u years are lost, %u by comparing reports",
                  told, all, held, excused, lost, N_SEEDS, compared);
  /* it would be easy to show nothing, or to call everything given away */
  g_assert_cmpuint (told * 3, >, all);
  g_assert_cmpuint (excused * 20, <, all);
  g_assert_cmpuint (held * 3, <, told);
  g_assert_cmpuint (lost * 4, >, N_SEEDS);
  g_assert_cmpuint (compared * 2, >, N_SEEDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/earlier/revised", test_revised);
  g_test_add_func ("/report/earlier/revised-total", test_revised_total);
  g_test_add_func ("/report/earlier/one-more", test_one_more);
  g_test_add_func ("/report/earlier/contradiction", test_contradiction);
  g_test_add_func ("/report/earlier/given-away", test_given_away);
  g_test_add_func ("/report/earlier/shown", test_shown);
  g_test_add_func ("/report/earlier/attack", test_attack);
  return g_test_run ();
}
