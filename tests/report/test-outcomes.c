/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Outcome data in the report: what it says, and what nobody can work out from it. */
#include <stdio.h>
#include <string.h>

#include "model/sf-outcome-published.h"
#include "outcome-helpers.h"
#include "report-test-util.h"
#include "report/sf-compose-governors.h"

#define TODAY "2027-03-31"
#define N_YEARS 3
#define MAX_GROUPS 5

static const char *const starts[N_YEARS] = { "2024-04-01", "2025-04-01", "2026-04-01" };
static const char *const names[N_YEARS] = { "2024–25", "2025–26", "2026–27" };

static SfDisplayList *
compose (TestCentre *centre, gboolean annex)
{
  return test_compose_governors (centre, annex, TODAY, sf_style_sheet_get_standard ());
}

/* From the section's heading to the first area's. */
static char *
get_section (SfDisplayList *list)
{
  g_autofree char *all = test_document_text (sf_display_list_get_document (list), "LLD");
  const char *heading = strstr (all, "Outcomes for children and families\n");

  return g_strdup (heading != NULL ? heading : "");
}

static void
test_section (void)
{
  TestCentre centre;
  SfMeasure *reach, *old;
  SfFamilyGroup *dell, *fathers;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL, *all = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  reach = test_add_measure (&centre, "Families reached", "proportion", 1);
  old = test_add_measure (&centre, "Long ago", "proportion", 2);
  dell = test_add_group (&centre, "The Dell", 1);
  fathers = test_add_group (&centre, "Fathers", 2);
  test_add_group (&centre, "Nobody counted", 3);
  test_add_reading (&centre, reach, NULL, starts[1], 391, 652);
  test_add_reading (&centre, reach, NULL, starts[2], 396, 640);
  test_add_reading (&centre, reach, dell, starts[1], 52, 118);
  test_add_reading (&centre, reach, dell, starts[2], 74, 118);
  test_add_reading (&centre, reach, fathers, starts[1], 11, 44);
  test_add_reading (&centre, reach, fathers, starts[2], 3, 41);
  test_add_reading (&centre, old, NULL, starts[0], 50, 100);
  list = compose (&centre, FALSE);
  test_assert_nothing_lost (list);
  text = get_section (list);
  test_assert_has (text, "\nFamilies reached\nGroup\n2025–26\n2026–27\n"
                         "All families\n60%\n391 of 652\n61.9%\n396 of 640\n"
                         "The Dell\n44.1%\n52 of 118\n62.7%\n74 of 118\n"
                         "Fathers\n25%\n11 of 44\nnot shown\n");
  test_assert_has (text,
                   "All families: 61.9% in 2026–27, the change since 2025–26 is too small to tell "
                   "from chance. 20 more families to 65%.\n");
  test_assert_has (text,
                   "The Dell: the difference from other families in 2026–27 is too small to tell "
                   "from chance. The gap closed by");
  /* the last gap that can be told is that of the year before */
  test_assert_has (text, "Fathers: 37.5 points below other families in 2025–26.\n");
  test_assert_has (text, "“not shown” stands where a number is so small");
  test_assert_lacks (text, "7.3%");
  test_assert_lacks (text, "41");
  test_assert_lacks (text, "Nobody counted");
  all = test_document_text (sf_display_list_get_document (list), NULL);
  test_assert_lacks (all, "Long ago");
  test_centre_clear (&centre);
}

/* Without readings of the year there is no section; a group's average is not shown. */
static void
test_nothing (void)
{
  TestCentre centre;
  SfMeasure *mean;
  SfFamilyGroup *group;
  g_autoptr (SfDisplayList) before = NULL, list = NULL;
  g_autofree char *without = NULL, *with = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  mean = test_add_measure (&centre, "Visits", "mean", 1);
  group = test_add_group (&centre, "Fathers", 1);
  before = compose (&centre, FALSE);
  without = test_document_text (sf_display_list_get_document (before), NULL);
  test_assert_lacks (without, "Outcomes for children");
  test_add (centre.model, SF_TYPE_READING, SF_READING_MEASURE, 'u', mean, SF_READING_STARTS_ON, 't',
            starts[2], SF_READING_VALUE, 'r', 3.5, -1);
  test_add (centre.model, SF_TYPE_READING, SF_READING_MEASURE, 'u', mean, SF_READING_FAMILY_GROUP,
            'u', group, SF_READING_STARTS_ON, 't', starts[2], SF_READING_VALUE, 'r', 2.25, -1);
  list = compose (&centre, FALSE);
  with = get_section (list);
  test_assert_has (with, "All families\n3.5\nFathers\nnot shown\n");
  test_assert_lacks (with, "2.");
  test_centre_clear (&centre);
}

/* However much there is: eight pages, and all of it in the annex. */
static void
test_much (void)
{
  TestCentre centre;
  SfFamilyGroup *groups[9];
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL, *all = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_centre_fill (&centre, 320);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *title = g_strdup_printf ("Families of kind %u", i);

      groups[i] = test_add_group (&centre, title, i);
    }
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Measure number %u", i);
      SfMeasure *measure = test_add_measure (&centre, title, "proportion", i);

      for (guint year = 0; year < N_YEARS; year++)
        {
          test_add_reading (&centre, measure, NULL, starts[year], 300 + i, 600);
          for (guint k = 0; k < G_N_ELEMENTS (groups); k++)
            test_add_reading (&centre, measure, groups[k], starts[year], 20 + i + year, 60 + k);
        }
    }
  list = compose (&centre, TRUE);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
  g_assert_cmpuint (sf_governors_count_body_pages (list), <=, SF_GOVERNORS_MAX_PAGES);
  text = get_section (list);
  test_assert_has (text, "Measure number 0\n50% (2026–27)\n");
  test_assert_has (text, "stand in the annex.");
  all = test_document_text (sf_display_list_get_document (list), NULL);
  test_assert_has (all, "The outcomes in full");
  test_assert_has (all, "\nMeasure number 19\nGroup\n");
  test_centre_clear (&centre);
}

/* --- the attack ------------------------------------------------------------------------------- */

/* A random centre: all families and groups that overlap, in three years that are each on their
 * own. */
typedef struct
{
  GRand *rand;
  TestCentre centre;
  SfMeasure *measure;
  SfFamilyGroup *groups[MAX_GROUPS + 1]; /* the first is all families */
  guint n;                               /* with all families */
  int values[N_YEARS][MAX_GROUPS + 1][2];
  gboolean told[N_YEARS][MAX_GROUPS + 1]; /* the text shows it */
  guint n_told;
  guint n_marks;
} World;

static int
draw_up_to (World *world, int most)
{
  int drawn = g_rand_int_range (world->rand, 0, 3) == 0 ? g_rand_int_range (world->rand, 0, 6)
                                                        : g_rand_int_range (world->rand, 0, 50);

  return MIN (drawn, most);
}

/* Some groups are nearly all of all: who is left is few. */
static void
draw_year (World *world, guint year)
{
  int (*values)[2] = world->values[year];

  values[0][0] = 5 + g_rand_int_range (world->rand, 0, 60);
  values[0][1] = values[0][0] + 5 + g_rand_int_range (world->rand, 0, 60);
  for (guint i = 1; i < world->n; i++)
    {
      int missed = values[0][1] - values[0][0];

      values[i][0] = draw_up_to (world, values[0][0]);
      if (g_rand_int_range (world->rand, 0, 4) == 0)
        values[i][0] = values[0][0] - draw_up_to (world, MIN (values[0][0], 4));
      values[i][1] = values[i][0] + draw_up_to (world, missed);
    }
  for (guint i = 0; i < world->n; i++)
    test_add_reading (&world->centre, world->measure, world->groups[i], starts[year], values[i][0],
                      values[i][1]);
}

static void
world_init (World *world, guint seed)
{
  memset (world, 0, sizeof *world);
  world->rand = g_rand_new_with_seed (seed);
  test_centre_init (&world->centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  world->measure = test_add_measure (&world->centre, "Reach", "proportion", 1);
  world->n = 1 + (guint)g_rand_int_range (world->rand, 1, MAX_GROUPS + 1);
  for (guint i = 1; i < world->n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Group %c", 'A' + (int)i);

      world->groups[i] = test_add_group (&world->centre, title, i);
    }
  for (guint year = 0; year < N_YEARS; year++)
    draw_year (world, year);
}

static void
world_clear (World *world)
{
  g_rand_free (world->rand);
  test_centre_clear (&world->centre);
}

static const char *
get_title (World *world, guint group)
{
  return group > 0 ? sf_family_group_get_title (world->groups[group]) : "All families";
}

/* A line of the published table, or a row of the report's: "41 of 60" or the mark. */
static void
take_cell (World *world, guint year, guint group, const char *text)
{
  const char *of = strstr (text, " of ");
  int count, all;

  if (strstr (text, sf_disclosure_get_mark ()) != NULL)
    {
      world->n_marks++;
      return;
    }
  g_assert_nonnull (of);
  while (of > text && g_ascii_isdigit (of[-1]))
    of--;
  g_assert_cmpint (sscanf (of, "%d of %d", &count, &all), ==, 2);
  g_assert_cmpint (count, ==, world->values[year][group][0]);
  g_assert_cmpint (all, ==, world->values[year][group][1]);
  world->n_told += !world->told[year][group];
  world->told[year][group] = TRUE;
}

/* The words of the report's table, cell by cell, as they stand in its blocks. */
static void
read_report (World *world, SfDisplayList *list)
{
  GPtrArray *blocks = sf_document_get_blocks (sf_display_list_get_document (list));
  const SfBlock *table = NULL;

  for (guint i = 0; i < blocks->len; i++)
    if (g_strcmp0 (((SfBlock *)blocks->pdata[i])->alternative, "Reach") == 0)
      table = blocks->pdata[i];
  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows->len, ==, world->n);
  for (guint i = 0; i < world->n; i++)
    for (guint year = 0; year < N_YEARS; year++)
      {
        const SfTableRow *row = table->rows->pdata[i];
        const SfTableCell *cell = row->cells->pdata[year + 1];
        g_autoptr (GString) text = g_string_new (NULL);

        for (guint k = 0; k < cell->paragraphs->len; k++)
          g_string_append_printf (text, "%s\n", sf_prose_get_text (cell->paragraphs->pdata[k]));
        take_cell (world, year, i, text->str);
      }
}

/* What `sixfold-cli reading list --published` prints. */
static void
read_published_table (World *world)
{
  g_autoptr (SfPublished) published
      = sf_published_new (world->centre.model, world->measure, NULL, G_MAXUINT);
  g_autoptr (GPtrArray) lines = sf_published_list_lines (published);

  g_assert_cmpuint (lines->len, ==, world->n * N_YEARS);
  for (guint i = 0; i < world->n; i++)
    for (guint year = 0; year < N_YEARS; year++)
      {
        const char *line = lines->pdata[i * N_YEARS + year];
        g_autofree char *begin = g_strdup_printf ("%s · %s · ", names[year], get_title (world, i));

        g_assert_true (g_str_has_prefix (line, begin));
        take_cell (world, year, i, line + strlen (begin));
      }
}

/* A sentence tells of a group and of years: each must be in the table, and all families too. */
static void
check_sentence (World *world, const char *line)
{
  for (guint i = 0; i < world->n; i++)
    {
      g_autofree char *begin = g_strdup_printf ("%s: ", get_title (world, i));

      if (!g_str_has_prefix (line, begin))
        continue;
      for (guint year = 0; year < N_YEARS; year++)
        if (strstr (line, names[year]) != NULL)
          {
            g_assert_true (world->told[year][i]);
            g_assert_true (world->told[year][0]);
          }
    }
}

static void
check_sentences (World *world, SfDisplayList *list)
{
  g_autofree char *text = get_section (list);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    check_sentence (world, lines[i]);
}

/* What somebody knows of one year who has read all of it.
 * @reveal: as if what only protects other figures had been shown */
static guint
attack (World *world, guint at, SfDisclosure *made, gboolean reveal)
{
  g_autofree Year *year = g_new0 (Year, 1);

  year_add_table (year, 0, world->values[at], world->n);
  for (guint i = 0; i < world->n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u %s", i, starts[at]);

      for (guint figure = 0; figure < 2; figure++)
        {
          SfDisclosureAnswer answer = sf_disclosure_get (made, key, figure);
          guint mine = year_find_figure (year, i, figure, world->values[at][i][figure]);

          year->unknowns[mine].is_hidden = answer != SF_DISCLOSURE_SHOWN && !reveal;
          if (world->told[at][i] || (reveal && answer != SF_DISCLOSURE_SMALL))
            year_learn (year, mine);
        }
    }
  return year_attack (year, !reveal);
}

static void
test_attack (void)
{
  guint n_told = 0, n_marks = 0, protecting = 0, lost = 0;

  for (guint seed = 0; seed < 24; seed++)
    {
      World world;
      g_autoptr (SfDisplayList) list = NULL;
      g_autoptr (GPtrArray) published = NULL;

      world_init (&world, seed);
      list = compose (&world.centre, FALSE);
      read_report (&world, list);
      read_published_table (&world);
      check_sentences (&world, list);
      published = sf_published_list (world.centre.model, world.centre.now);
      g_assert_cmpuint (published->len, ==, 1);
      for (guint year = 0; year < N_YEARS; year++)
        {
          SfDisclosure *made = sf_published_get_disclosure (published->pdata[0]);
          gboolean protects = FALSE;

          g_assert_cmpuint (attack (&world, year, made, FALSE), ==, 0);
          for (guint i = 0; i < world.n * 2; i++)
            {
              g_autofree char *key = g_strdup_printf ("%u %s", i / 2, starts[year]);

              protects = protects || sf_disclosure_get (made, key, i % 2) == SF_DISCLOSURE_PROTECTS;
            }
          protecting += protects;
          lost += protects && attack (&world, year, made, TRUE) > 0;
        }
      n_told += world.n_told;
      n_marks += world.n_marks;
      world_clear (&world);
    }
  g_test_message ("%u cells told, %u marks; %u of %u years are lost without protection", n_told,
                  n_marks, lost, protecting);
  g_assert_cmpuint (n_told, >, 50);
  g_assert_cmpuint (n_marks, >, 50);
  g_assert_cmpuint (protecting, >, 5);
  g_assert_cmpuint (lost * 10, >, protecting * 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/outcomes/section", test_section);
  g_test_add_func ("/report/outcomes/nothing", test_nothing);
  g_test_add_func ("/report/outcomes/much", test_much);
  g_test_add_func ("/report/outcomes/attack", test_attack);
  return g_test_run ();
}
