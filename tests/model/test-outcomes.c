/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "base/sf-error.h"
#include "model/sf-outcome-standing.h"
#include "model/sf-outcome-text.h"
#include "model/sf-outcome.h"
#include "model/sf-period.h"

#include <stdlib.h>

/* Outcome data: periods, intervals, gaps, reach. With the arguments "interval C N" or
 * "difference C N C N" it only prints one interval, for outcomes-check.py. */

static void
test_periods (void)
{
  static const struct
  {
    const char *period, *day, *start, *end, *label;
  } cases[] = {
    { "month", "2026-02-28", "2026-02-01", "2026-02-28", "February 2026" },
    { "quarter", "2026-06-30", "2026-04-01", "2026-06-30", "Quarter from April 2026" },
    { "quarter", "2026-12-31", "2026-10-01", "2026-12-31", "Quarter from October 2026" },
    { "term", "2026-08-31", "2026-04-01", "2026-08-31", "Summer term 2026" },
    { "term", "2026-09-01", "2026-09-01", "2026-12-31", "Autumn term 2026" },
    { "term", "2026-03-31", "2026-01-01", "2026-03-31", "Spring term 2026" },
    { "year", "2026-03-31", "2025-04-01", "2026-03-31", "2025–26" },
    { "year", "1999-04-01", "1999-04-01", "2000-03-31", "1999–00" },
    { "school-year", "2026-08-31", "2025-09-01", "2026-08-31", "School year 2025–26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *period = cases[i].period;
      g_autofree char *start = sf_period_get_start (period, cases[i].day);
      g_autofree char *next = sf_period_move (period, start, 1);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (start, ==, cases[i].start);
      assert_text (sf_period_get_end (period, start), cases[i].end);
      assert_text (sf_period_format (period, start), cases[i].label);
      assert_text (sf_period_parse (period, cases[i].label, &error), cases[i].start);
      g_assert_no_error (error);
      assert_text (sf_period_move (period, next, -1), cases[i].start);
    }
  assert_text (sf_period_move ("term", "2026-09-01", -7), "2024-04-01");
}

static void
test_period_texts (void)
{
  static const struct
  {
    const char *period, *text, *start;
  } cases[] = {
    { "year", "2025/26", "2025-04-01" },
    { "year", "2025-2026", "2025-04-01" },
    { "year", " 2025–26 ", "2025-04-01" },
    { "year", "2025-27", NULL },
    { "year", "1/4/2025", "2025-04-01" },
    { "school-year", "2025/26", "2025-09-01" },
    { "month", "2025/26", NULL },
    { "month", "Apr 2026", "2026-04-01" },
    { "term", "autumn 2025", "2025-09-01" },
    { "term", "winter 2025", NULL },
    { "quarter", "May 2026", "2026-04-01" },
    { "quarter", "", NULL },
    { "year", "2025", "2025-04-01" },
    { "school-year", "2025", "2025-09-01" },
    { "year", "202", NULL },
    { "year", "20255", NULL },
    { "year", "2015-01", NULL },
    { "month", "2025", NULL },
    { "year", "31/4/2025", NULL },
    { "fortnight", "1/4/2025", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *start = sf_period_parse (cases[i].period, cases[i].text, &error);

      g_assert_cmpstr (start, ==, cases[i].start);
      if (start == NULL)
        g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
    }
}

/* What was no period is told in the measure's own: how it is counted, and what to write. */
static void
test_period_refusals (void)
{
  static const struct
  {
    const char *period, *text, *sentence;
  } cases[] = {
    { "year", "2015-01",
      "“2015-01” is not a year. This measure is by year, from April to March: write “2015-16” or "
      "“2015”." },
    { "school-year", "autumn 2015",
      "“autumn 2015” is not a school year. This measure is by school year, from September to "
      "August: write “2026-27” or “2026”." },
    { "month", "2015-16",
      "“2015-16” is not a month. This measure is by month: write “April 2015”." },
    { "quarter", "Q1",
      "“Q1” is not a quarter. This measure is by quarter: write its first month, "
      "“April 2026”." },
    { "term", "winter 2015",
      "“winter 2015” is not a term. This measure is by term: write “Autumn 2026”." },
    { "fortnight", "1", "“1” is not a period of this measure." },
    { "year", "1999-1999",
      "“1999-1999” is not a year. This measure is by year, from April to March: write “1999-00” or "
      "“1999”." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sf_period_parse (cases[i].period, cases[i].text, &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

/* The four examples of Newcombe (1998a), table I, method 3: as printed there, to four places. */
static void
test_wilson (void)
{
  static const struct
  {
    gint64 count, denominator;
    double low, high;
  } cases[] = {
    { 81, 263, 0.2553, 0.3662 },
    { 15, 148, 0.0624, 0.1605 },
    { 0, 20, 0.0000, 0.1611 },
    { 1, 29, 0.0061, 0.1718 },
  };
  SfInterval interval;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (sf_interval_of_proportion (cases[i].count, cases[i].denominator, &interval));
      g_assert_cmpfloat_with_epsilon (interval.low, cases[i].low, 0.00005);
      g_assert_cmpfloat_with_epsilon (interval.high, cases[i].high, 0.00005);
    }
  g_assert_false (sf_interval_of_proportion (1, 0, &interval));
  g_assert_false (sf_interval_of_proportion (3, 2, &interval));
  g_assert_false (sf_interval_of_proportion (-1, 2, &interval));
  g_assert_false (sf_interval_of_proportion (SF_NULL_INT, 2, &interval));
}

/* The eight examples of Newcombe (1998b), table II, method 10. */
static void
test_newcombe (void)
{
  static const struct
  {
    gint64 a, m, b, n;
    double low, high;
  } cases[] = {
    { 56, 70, 48, 80, 0.0524, 0.3339 }, { 9, 10, 3, 10, 0.1705, 0.8090 },
    { 6, 7, 2, 7, 0.0582, 0.8062 },     { 5, 56, 0, 29, -0.0381, 0.1926 },
    { 0, 10, 0, 20, -0.1611, 0.2775 },  { 0, 10, 0, 10, -0.2775, 0.2775 },
    { 10, 10, 0, 20, 0.6791, 1.0000 },  { 10, 10, 0, 10, 0.6075, 1.0000 },
  };
  SfInterval interval;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (
          sf_interval_of_difference (cases[i].a, cases[i].m, cases[i].b, cases[i].n, &interval));
      g_assert_cmpfloat_with_epsilon (interval.low, cases[i].low, 0.00005);
      g_assert_cmpfloat_with_epsilon (interval.high, cases[i].high, 0.00005);
    }
}

/* --- with readings --------------------------------------------------------------------------- */

static SfMeasure *
make_measure (Fixture *f, const char *kind, const char *direction, double aim)
{
  return make (f->model, SF_TYPE_MEASURE, "centre", f->centre, "title", "Reach", "kind", kind,
               "unit", "families", "direction", direction, "period", "year", "full_count", 0, "aim",
               aim, "position", 1, NULL);
}

static SfFamilyGroup *
make_group (Fixture *f, const char *title, int position)
{
  return make (f->model, SF_TYPE_FAMILY_GROUP, "centre", f->centre, "title", title, "position",
               position, NULL);
}

static SfReading *
read_figure (
    Fixture *f, SfMeasure *measure, SfFamilyGroup *group, const char *on, int count, int of)
{
  SfReading *reading = make (f->model, SF_TYPE_READING, "measure", measure, "starts_on", on,
                             "count", count, "denominator", of, NULL);

  if (group != NULL)
    change (f->model, reading, "family_group", group);
  return reading;
}

/* How many periods one sees of a measure at first: since its first figure. */
static void
test_window (Fixture *f, gconstpointer data)
{
  SfMeasure *measure = make_measure (f, "proportion", "up", 0.65);
  g_autoptr (SfOutcome) empty = sf_outcome_new (f->model, measure), outcome = NULL;

  g_assert_cmpuint (sf_outcome_count_window (empty, "2026-11-28", 8), ==, 0);
  read_figure (f, measure, NULL, "2023-04-01", 40, 100);
  read_figure (f, measure, make_group (f, "Fathers", 1), "2024-04-01", 4, 10);
  outcome = sf_outcome_new (f->model, measure);
  /* 2023-24 to 2026-27, whether the last has a figure or not */
  g_assert_cmpuint (sf_outcome_count_window (outcome, "2026-11-28", 8), ==, 4);
  g_assert_cmpuint (sf_outcome_count_window (outcome, "2026-11-28", 3), ==, 3);
  g_assert_cmpuint (sf_outcome_count_window (outcome, "2023-11-28", 8), ==, 2);
  g_assert_cmpuint (sf_outcome_count_window (outcome, "2036-11-28", 8), ==, 8);
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *direction;
    double aim;
    int count, of;
    gint64 missing;
  } cases[] = {
    { "up", 0.65, 302, 500, 23 },
    { "up", 0.65, 325, 500, 0 },
    { "up", 0.65, 324, 500, 1 },
    { "up", 0.65, 0, 1, 1 },
    { "up", 0.65, 13, 20, 0 },
    { "up", 0.07, 6, 100, 1 },
    { "up", 0.07, 7, 100, 0 },
    { "up", 0.29, 28, 100, 1 },
    { "up", 0.57, 57, 100, 0 },
    { "up", 1.0, 99, 100, 1 },
    { "down", 0.10, 15, 100, 5 },
    { "down", 0.10, 10, 100, 0 },
    { "down", 0.10, 2, 15, 1 },
    { "up", NAN, 3, 10, -1 },
    { "up", 65, 3, 10, -1 },
    { "up", 0.65, 3, 0, -1 },
    { "up", 0.65, 500000000, 1000000000, 150000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfMeasure *measure = make_measure (f, "proportion", cases[i].direction, cases[i].aim);
      SfReading *reading
          = read_figure (f, measure, NULL, "2026-04-01", cases[i].count, cases[i].of);

      g_assert_cmpint (sf_reading_get_missing (measure, reading), ==, cases[i].missing);
    }
}

static void
test_stale (Fixture *f, gconstpointer data)
{
  SfMeasure *measure = make_measure (f, "proportion", "up", 0.65);
  SfReading *reading = read_figure (f, measure, NULL, "2025-04-01", 3, 10);

  g_assert_false (sf_reading_is_stale (measure, reading));
  change (f->model, reading, "denominator_on", "2024-09-29");
  g_assert_false (sf_reading_is_stale (measure, reading));
  change (f->model, reading, "denominator_on", "2024-09-28");
  g_assert_true (sf_reading_is_stale (measure, reading));
}

/* 100 families, 20 of them the group's: in the first year the group is far behind. */
static void
test_gap (Fixture *f, gconstpointer data)
{
  SfMeasure *measure = make_measure (f, "proportion", "up", 0.65);
  SfFamilyGroup *fathers = make_group (f, "Fathers", 2);
  SfFamilyGroup *other = make_group (f, "Lone parents", 1);
  g_autoptr (SfOutcome) outcome = NULL;
  SfDifference gap;

  read_figure (f, measure, NULL, "2024-04-01", 500, 1000);
  read_figure (f, measure, fathers, "2024-04-01", 20, 200);
  read_figure (f, measure, NULL, "2025-04-01", 560, 1000);
  read_figure (f, measure, fathers, "2025-04-01", 96, 200);
  outcome = sf_outcome_new (f->model, measure);

  g_assert_cmpuint (sf_outcome_get_periods (outcome)->len, ==, 2);
  g_assert_true (sf_outcome_get_groups (outcome)->pdata[0] == other);
  /* Others: 480 of 800. */
  g_assert_true (sf_outcome_get_gap (outcome, fathers, "2024-04-01", &gap));
  g_assert_cmpfloat_with_epsilon (gap.value, 0.1 - 0.6, 1e-12);
  g_assert_cmpint (gap.verdict, ==, SF_VERDICT_LOWER);
  g_assert_false (gap.peers_are_all);
  g_assert_true (gap.has_interval && gap.interval.low < -0.5 && gap.interval.high > -0.5);
  g_assert_true (sf_outcome_get_gap_change (outcome, fathers, "2024-04-01", "2025-04-01", &gap));
  g_assert_cmpfloat_with_epsilon (gap.value, 0.1 - 0.5, 1e-12);
  g_assert_cmpint (gap.verdict, ==, SF_VERDICT_LOWER);
  assert_text (sf_outcome_gap_to_text (outcome, fathers),
               "Fathers: 10 points below other families in 2025–26. The gap closed by 40 points "
               "since 2024–25.");
  assert_text (sf_outcome_trend_to_text (outcome, NULL),
               "All families: 56% in 2025–26, 6 points more than in 2024–25.");
  assert_text (sf_outcome_reach_to_text (outcome), "90 more families to 65%.");
  g_assert_false (sf_outcome_get_gap (outcome, other, "2025-04-01", &gap));
  g_assert_null (sf_outcome_gap_to_text (outcome, other));
}

/* The same percentages of few people may be chance, and of a full count they are not. */
static void
test_chance (Fixture *f, gconstpointer data)
{
  SfMeasure *measure = make_measure (f, "proportion", "up", 0.65);
  SfFamilyGroup *fathers = make_group (f, "Fathers", 1);
  g_autoptr (SfOutcome) outcome = NULL;
  SfInterval interval;
  SfReading *reading = read_figure (f, measure, NULL, "2024-04-01", 20, 40);
  SfDifference gap;

  read_figure (f, measure, fathers, "2024-04-01", 3, 8);
  read_figure (f, measure, NULL, "2025-04-01", 22, 40);
  read_figure (f, measure, fathers, "2025-04-01", 4, 8);
  outcome = sf_outcome_new (f->model, measure);

  g_assert_true (sf_reading_get_interval (measure, reading, &interval));
  assert_text (sf_outcome_gap_to_text (outcome, fathers),
               "Fathers: the difference from other families in 2025–26 is too small to tell from "
               "chance. How the gap changed since 2024–25 is too small to tell from chance.");
  assert_text (sf_outcome_trend_to_text (outcome, NULL),
               "All families: 55% in 2025–26, the change since 2024–25 is too small to tell from "
               "chance.");
  change (f->model, measure, "full_count", 1);
  g_assert_false (sf_reading_get_interval (measure, reading, &interval));
  g_assert_true (sf_outcome_get_gap (outcome, fathers, "2025-04-01", &gap));
  g_assert_false (gap.has_interval);
  g_assert_cmpint (gap.verdict, ==, SF_VERDICT_LOWER);
}

/* A group that is no part of what is called all is held against all, without an interval. */
static void
test_peers (Fixture *f, gconstpointer data)
{
  SfMeasure *measure = make_measure (f, "proportion", "up", 0.65);
  SfFamilyGroup *group = make_group (f, "Fathers", 1);
  g_autoptr (SfOutcome) outcome = NULL;
  SfDifference gap;

  read_figure (f, measure, NULL, "2024-04-01", 20, 40);
  read_figure (f, measure, group, "2024-04-01", 10, 40);
  read_figure (f, measure, NULL, "2025-04-01", 20, 40);
  read_figure (f, measure, group, "2025-04-01", 0, 15);
  outcome = sf_outcome_new (f->model, measure);
  g_assert_true (sf_outcome_get_gap (outcome, group, "2024-04-01", &gap));
  g_assert_true (gap.peers_are_all && !gap.has_interval);
  g_assert_cmpfloat_with_epsilon (gap.value, -0.25, 1e-12);
  /* With 20 of 25 the others are known: not to be compared with the year before. */
  g_assert_true (sf_outcome_get_gap (outcome, group, "2025-04-01", &gap));
  g_assert_false (gap.peers_are_all);
  g_assert_false (sf_outcome_get_gap_change (outcome, group, "2024-04-01", "2025-04-01", &gap));
}

static int
print_interval (int n, char **words)
{
  SfInterval interval;
  gint64 numbers[4] = { 0 };
  gboolean known;

  for (int i = 1; i < n && i <= 4; i++)
    numbers[i - 1] = g_ascii_strtoll (words[i], NULL, 10);
  known = n == 3 ? sf_interval_of_proportion (numbers[0], numbers[1], &interval)
                 : sf_interval_of_difference (numbers[0], numbers[1], numbers[2], numbers[3],
                                              &interval);
  if (known)
    g_print ("%.15g %.15g\n", interval.low, interval.high);
  return known ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc > 3 && (g_str_equal (argv[1], "interval") || g_str_equal (argv[1], "difference")))
    return print_interval (argc - 1, argv + 1);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcomes/periods", test_periods);
  g_test_add_func ("/outcomes/period-texts", test_period_texts);
  g_test_add_func ("/outcomes/period-refusals", test_period_refusals);
  g_test_add_func ("/outcomes/wilson", test_wilson);
  g_test_add_func ("/outcomes/newcombe", test_newcombe);
  g_test_add ("/outcomes/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/outcomes/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/outcomes/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add ("/outcomes/gap", Fixture, NULL, set_up, test_gap, tear_down);
  g_test_add ("/outcomes/chance", Fixture, NULL, set_up, test_chance, tear_down);
  g_test_add ("/outcomes/peers", Fixture, NULL, set_up, test_peers, tear_down);
  return g_test_run ();
}
