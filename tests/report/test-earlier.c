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

/* 15 of 30 of The Dell and 20 of 40 in all were told. Then it is found that The Dell were 18 of 36:
 * who has the first report would take them from the 40 and know of 2 others. */
static void
test_revised (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  world_begin (&world);
  world_add (&world, NULL, 20, 40);
  world_add (&world, "The Dell", 15, 30);
  first = get_table (&world);
  test_assert_has (first, "50%\n20 of 40\nThe Dell\n50%\n15 of 30\n");
  set_reading (&world, 1, 18, 36);
  second = get_table (&world);
  test_assert_has (second, "50%\n20 of 40\nThe Dell\nnot shown\n");
  /* harmless now, but it would say what the second report did not */
  set_reading (&world, 0, 60, 120);
  third = get_table (&world);
  test_assert_has (third, "50%\n60 of 120\nThe Dell\nnot shown\n");
  world_clear (&world);
}

/* All families revised to what leaves few beside the group that was told. */
static void
test_revised_total (void)
{
  World world;
  g_autofree char *first = NULL, *second = NULL;

  world_begin (&world);
  world_add (&world, NULL, 20, 40);
  world_add (&world, "The Dell", 15, 30);
  first = get_table (&world);
  set_reading (&world, 0, 17, 34);
  second = get_table (&world);
  /* the group cannot be called back, so the total goes */
  test_assert_has (second, "not shown\nThe Dell\n50%\n15 of 30\n");
  test_assert_lacks (second, "17 of 34");
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
  world_add (&world, NULL, 30, 60);
  world_add (&world, "The Dell", 18, 36);
  first = get_table (&world);
  items = list_numbers (&world);
  g_assert_cmpuint (items->len, ==, 0);
  g_clear_pointer (&items, g_ptr_array_unref);
  set_reading (&world, 0, 20, 40);
  set_reading (&world, 1, 15, 30);
  second = get_table (&world);
  set_reading (&world, 1, 18, 36);
  third = get_table (&world);
  /* both were told before, and nobody pretends that they were not */
  test_assert_has (third, "20 of 40\nThe Dell\n50%\n18 of 36\n");
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
    if (at == 0 || !is_group_of (values[0], values[i]) || g_rand_int_range (world->rand, 0, 3) == 0)
      draw_group (world, values[0], values[i]);
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

      world->told[at][i]
          = sf_outcome_get_reading (sf_published_get_outcome (published), group, START) != NULL;
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
      year_add_table (year, world->values[at], world->n);
      for (guint i = 0; i < world->n; i++)
        for (guint figure = 0; figure < 2 && world->told[at][i]; figure++)
          year_learn (year, year_find_figure (year, i, figure, world->values[at][i][figure]));
    }
  for (guint i = 0; i < world->n; i++)
    if (world->excused[i])
      year_excuse (year, i);
  return year_attack (year, tell);
}

static void
test_attack (void)
{
  guint lost = 0, excused = 0, told = 0, all = 0;

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
        if (remember && found > 0)
          for (guint at = 0; at < N_REPORTS; at++)
            for (guint i = 0; i < world.n; i++)
              g_test_message ("seed %u report %u group %u: %d of %d%s", seed, at, i,
                              world.values[at][i][0], world.values[at][i][1],
                              world.told[at][i] ? "" : " (not told)");
        if (remember)
          g_assert_cmpuint (found, ==, 0);
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
  g_test_message ("%u of %u cells told, %u given away; %u of %u years are lost where nobody "
                  "remembers",
                  told, all, excused, lost, N_SEEDS);
  /* it would be easy to show nothing, or to call everything given away */
  g_assert_cmpuint (told * 3, >, all);
  g_assert_cmpuint (excused * 20, <, all);
  g_assert_cmpuint (lost * 4, >, N_SEEDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/earlier/revised", test_revised);
  g_test_add_func ("/report/earlier/revised-total", test_revised_total);
  g_test_add_func ("/report/earlier/given-away", test_given_away);
  g_test_add_func ("/report/earlier/shown", test_shown);
  g_test_add_func ("/report/earlier/attack", test_attack);
  return g_test_run ();
}
