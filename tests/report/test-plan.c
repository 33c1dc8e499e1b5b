/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The printed development plan. */
#include <string.h>

#include "report-test-model.h"
#include "report-test-util.h"
#include "report/sf-compose-plan.h"
#include "report/sf-layout.h"

#define TODAY "2026-11-22"

static SfDocument *
compose (TestCentre *centre)
{
  g_autoptr (GError) error = NULL;
  SfDocument *document = sf_plan_make_document (centre->model, centre->now, TODAY, &error);

  g_assert_no_error (error);
  return document;
}

static SfAction *
add_action (TestCentre *centre, SfPriority *priority, const char *title, const char *codes)
{
  return test_add (centre->model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority,
                   SF_ACTION_TITLE, 't', title, SF_ACTION_STATEMENT_CODES, 't', codes,
                   SF_ACTION_POSITION, 'i', G_GINT64_CONSTANT (0), SF_ACTION_COST, 'i',
                   G_GINT64_CONSTANT (125050), SF_ACTION_SPENT, 'i', G_GINT64_CONSTANT (140000),
                   SF_ACTION_DUE_ON, 't', "2026-11-10", SF_ACTION_LEAD, 't', "Tom Ellison",
                   SF_ACTION_CRITERIA, 't', "Thirteen journals", SF_ACTION_PROGRESS, 't',
                   "Seven so far", SF_ACTION_IMPACT, 't', "Children talk of it", -1);
}

static SfPriority *
add_priority (TestCentre *centre)
{
  return test_add (centre->model, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, 'u', centre->now,
                   SF_PRIORITY_TITLE, 't', "Fathers", SF_PRIORITY_OBJECTIVE, 't',
                   "Fathers take part", SF_PRIORITY_POSITION, 'i', G_GINT64_CONSTANT (0), -1);
}

static void
test_says (void)
{
  TestCentre centre;
  g_autoptr (SfDocument) document = NULL;
  g_autofree char *text = NULL;
  SfPriority *priority;
  SfAction *action;
  SfStatement *statement;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  priority = add_priority (&centre);
  action = add_action (&centre, priority, "Ask fathers", "LLD-S5 LLD-S8");
  add_action (&centre, priority, TEST_SECRET, "LLD-S8");
  test_add (centre.model, SF_TYPE_ACTION_REVIEW, SF_ACTION_REVIEW_ACTION, 'u', action,
            SF_ACTION_REVIEW_REVIEWED_ON, 't', "2026-10-01", SF_ACTION_REVIEW_STATUS, 't',
            "at-risk", SF_ACTION_REVIEW_COMMENT, 't', "Two came", -1);
  document = compose (&centre);
  text = test_document_text (document, NULL);
  test_assert_has (text, "Priority 1: Fathers");
  test_assert_has (text, "Fathers take part");
  test_assert_has (text, "Ask fathers");
  test_assert_has (text, "Late by 12 days");
  test_assert_has (text, "£1,250.50 planned, £1,400 spent, £149.50 more than planned");
  test_assert_has (text, "Thirteen journals");
  test_assert_has (text, "Seven so far");
  test_assert_has (text, "At risk. Two came");
  test_assert_has (text, "Children talk of it");
  test_assert_has (text, "1 action, 1 late.");
  statement = sf_framework_find_statement (centre.framework, "LLD-S5");
  test_assert_has (text, sf_statement_get_title (statement));
  /* By title, not by code; and nothing that is the head's own. */
  g_assert_null (strstr (text, "LLD-S5"));
  g_assert_null (strstr (text, TEST_SECRET));
  statement = sf_framework_find_statement (centre.framework, "LLD-S8");
  g_assert_null (strstr (text, sf_statement_get_title (statement)));
  test_centre_clear (&centre);
}

static void
test_pages (gconstpointer large_print)
{
  TestCentre centre;
  g_autoptr (SfDocument) document = NULL;
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  SfPriority *priority;
  SfStyleSheet sheet;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  priority = add_priority (&centre);
  for (guint i = 0; i < 12; i++)
    add_action (&centre, priority, "Ask the fathers who come on Saturdays", "LLD-S5");
  document = compose (&centre);
  sf_plan_init_sheet (&sheet, large_print != NULL);
  g_assert_cmpfloat (sheet.page_width, >, sheet.page_height);
  list = sf_layout_run (document, &sheet, fonts);
  g_assert_cmpuint (sf_display_list_get_n_pages (list), >, 1);
  test_assert_nothing_lost (list);
  test_assert_inside (list);
  test_centre_clear (&centre);
}

static void
test_empty (void)
{
  TestCentre centre;
  g_autoptr (SfDocument) document = NULL;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  document = compose (&centre);
  text = test_document_text (document, NULL);
  test_assert_has (text, "The plan has no priority yet.");
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/says", test_says);
  g_test_add_data_func ("/plan/pages", NULL, test_pages);
  g_test_add_data_func ("/plan/pages-large", GINT_TO_POINTER (1), test_pages);
  g_test_add_func ("/plan/empty", test_empty);
  return g_test_run ();
}
