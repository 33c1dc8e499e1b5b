/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-published.h"
#include "outcome-helpers.h"
#include "report-test-util.h"
#include "report/sf-report-gaps.h"

/* What is left open where a report is printed: each rule alone, both ways. */

#define TODAY "2026-11-29"

static void
count (TestCentre *centre, SfReportGaps *gaps)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (centre->model, centre->now);

  sf_report_count_gaps (centre->model, centre->now, TODAY, outcomes, gaps);
}

static guint
count_items (TestCentre *centre, SfAgendaKind kind)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (centre->model, centre->now);
  g_autoptr (GPtrArray) items
      = sf_report_list_dated_gaps (centre->model, centre->now, TODAY, outcomes);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((SfAgendaItem *)items->pdata[i])->kind == kind ? 1 : 0;
  return n;
}

static void
test_grades (void)
{
  TestCentre centre;
  SfReportGaps gaps;
  g_autofree char *text = NULL;

  test_centre_init (&centre, "national-standards-2007");
  count (&centre, &gaps);
  g_assert_cmpuint (gaps.ungraded, ==, 7);
  g_assert_cmpuint (gaps.unjudged, ==, 0); /* nothing was begun */
  test_add_grade (&centre, centre.now, "LLD", 2, "Good", TRUE);
  test_add_judgement (&centre, "LLD-S1", 4, "Weak");
  count (&centre, &gaps);
  g_assert_cmpuint (gaps.ungraded, ==, 6);
  g_assert_cmpuint (gaps.unjudged, ==, 7); /* eight of the centre in this area */
  g_assert_cmpuint (gaps.no_evidence, ==, 0);
  test_add_judgement (&centre, "LLD-S2", 1, "Strong");
  count (&centre, &gaps);
  g_assert_cmpuint (gaps.unjudged, ==, 6);
  g_assert_cmpuint (gaps.no_evidence, ==, 1);
  text = sf_report_gaps_to_text (&gaps);
  test_assert_has (text, "6 grades not given");
  test_assert_has (text, "1 strong judgement on no evidence");
  test_assert_lacks (text, "0 ");
  test_centre_clear (&centre);
}

static void
test_nothing (void)
{
  const SfReportGaps gaps = { 0 };
  const SfReportGaps one = { .overdue = 1 };
  g_autofree char *text = sf_report_gaps_to_text (&one);

  g_assert_null (sf_report_gaps_to_text (&gaps));
  g_assert_cmpstr (text, ==, "1 date passed");
}

static void
test_dates (void)
{
  TestCentre centre;
  SfReportGaps gaps;

  test_centre_init (&centre, "national-standards-2007");
  test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
            SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "Late",
            SF_TARGET_STARTS_ON, 't', "2026-04-01", SF_TARGET_DUE_ON, 't', "2026-11-28", -1);
  test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
            SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "In time",
            SF_TARGET_STARTS_ON, 't', "2026-11-20", SF_TARGET_DUE_ON, 't', TODAY, -1);
  count (&centre, &gaps);
  g_assert_cmpuint (gaps.overdue, ==, 1);
  g_assert_cmpuint (count_items (&centre, SF_AGENDA_TARGET), ==, 1);
  test_centre_clear (&centre);
}

static void
test_figures (void)
{
  TestCentre centre;
  SfMeasure *old, *small, *fresh;
  SfFamilyGroup *fathers;
  SfReportGaps gaps;

  test_centre_init (&centre, "national-standards-2007");
  old = test_add_measure (&centre, "Old", "proportion", 0);
  small = test_add_measure (&centre, "Small", "proportion", 1);
  fresh = test_add_measure (&centre, "Fresh", "proportion", 2);
  fathers = test_add_group (&centre, "Fathers", 0);
  test_add_reading (&centre, old, NULL, "2025-04-01", 30, 60);
  test_add_reading (&centre, small, NULL, "2026-04-01", 30, 60);
  test_add_reading (&centre, fresh, NULL, "2026-04-01", 30, 60);
  count (&centre, &gaps);
  g_assert_cmpuint (gaps.withheld, ==, 0);
  g_assert_cmpuint (gaps.stale, ==, 1);
  test_add_reading (&centre, small, fathers, "2026-04-01", 2, 30);
  count (&centre, &gaps);
  g_assert_cmpuint (gaps.withheld, >, 0);
  g_assert_cmpuint (count_items (&centre, SF_AGENDA_WITHHELD), ==, 1);
  g_assert_cmpuint (count_items (&centre, SF_AGENDA_STALE), ==, 1);
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/gaps/grades", test_grades);
  g_test_add_func ("/report/gaps/nothing", test_nothing);
  g_test_add_func ("/report/gaps/dates", test_dates);
  g_test_add_func ("/report/gaps/figures", test_figures);
  return g_test_run ();
}
