/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "audience-helpers.h"

#include <string.h>

#include "outcome-helpers.h"
#include "report-test-util.h"

SfDisplayList *
test_compose_on (TestCentre *centre, const SfReportOptions *options, const SfStyleSheet *sheet)
{
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (GError) error = NULL;
  SfDisplayList *list
      = sf_compose_report (centre->model, centre->now, options, sheet, fonts, &error);

  g_assert_no_error (error);
  return list;
}

SfDisplayList *
test_compose (TestCentre *centre, const SfReportOptions *options)
{
  return test_compose_on (centre, options, sf_style_sheet_get_standard ());
}

char *
test_get_text (SfDisplayList *list)
{
  return test_document_text (sf_display_list_get_document (list), NULL);
}

SfReportOptions
test_usual (SfAudience audience)
{
  return (SfReportOptions){ .audience = audience, .today = TODAY };
}

/* --- a centre that has written much ----------------------------------------------------------- */

static void
add_plan (TestCentre *centre, guint n_priorities, guint words)
{
  for (guint i = 0; i < n_priorities; i++)
    {
      g_autofree char *title = g_strdup_printf ("Priority that is number %u", i);
      g_autofree char *objective = test_words (words, i);
      SfPriority *priority
          = test_add (centre->model, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, 'u', centre->now,
                      SF_PRIORITY_TITLE, 't', title, SF_PRIORITY_OBJECTIVE, 't', objective,
                      SF_PRIORITY_POSITION, 'i', (gint64)i, -1);

      for (guint k = 0; k < 6; k++)
        test_add (centre->model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority, SF_ACTION_TITLE,
                  't', "Something that is done for it", SF_ACTION_DUE_ON, 't',
                  k < 2 ? "2026-12-01" : "2027-09-01", SF_ACTION_STATEMENT_CODES, 't',
                  k == 5 ? "LLD-K1" : "LLD-S1", SF_ACTION_LEAD, 't', "Dana Reed, with others",
                  SF_ACTION_IMPACT, 't', objective, SF_ACTION_POSITION, 'i', (gint64)k, -1);
    }
}

void
test_write_much (TestCentre *centre, guint words)
{
  static const guint columns[]
      = { SF_EVALUATION_IMPROVED, SF_EVALUATION_NOT_IMPROVED, SF_EVALUATION_DECISIONS,
          SF_EVALUATION_FINANCE,  SF_EVALUATION_STAFFING,     SF_EVALUATION_WENT_WELL,
          SF_EVALUATION_HEARD,    SF_EVALUATION_WORKING_ON };

  test_centre_fill (centre, words);
  add_plan (centre, 10, words);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = test_words (words, 50 + i);

      test_change_text (centre->now, columns[i], text);
    }
  test_change_text (centre->centre, SF_CENTRE_SERVICES, "A nursery with 44 places.");
  test_change_text (centre->centre, SF_CENTRE_AREA_SERVED, "The mill and the dell.");
  test_add (centre->model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, 't', "Dana Reed",
            SF_CONTRIBUTOR_ROLE, 't', "Outreach lead", SF_CONTRIBUTOR_KIND, 't', "staff", -1);
}

/* A group that is so small that it may not be shown: 3 of 97. */
void
test_add_figures (TestCentre *centre)
{
  SfMeasure *measure = test_add_measure (centre, "Families who came", "proportion", 1);
  SfFamilyGroup *group = test_add_group (centre, "Fathers", 1);
  SfTarget *target;

  test_add_reading (centre, measure, NULL, "2025-04-01", 411, 733);
  test_add_reading (centre, measure, NULL, "2026-04-01", 433, 733);
  test_add_reading (centre, measure, group, "2026-04-01", 3, 97);
  /* and a target that would say it */
  target
      = test_add (centre->model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre->centre,
                  SF_TARGET_EVALUATION, 'u', centre->now, SF_TARGET_TITLE, 't', "More fathers",
                  SF_TARGET_UNIT, 't', "%", SF_TARGET_BASELINE, 'r', 3.1, SF_TARGET_GOAL, 'r', 40.0,
                  SF_TARGET_STARTS_ON, 't', "2026-04-01", SF_TARGET_DUE_ON, 't', "2027-03-31",
                  SF_TARGET_OUTCOME_MEASURE, 'u', measure, SF_TARGET_FAMILY_GROUP, 'u', group, -1);
  test_add (centre->model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON,
            't', "2027-02-01", SF_REVIEW_VALUE, 'r', 3.1, -1);
}

void
test_assert_before (const char *text, const char *first, const char *second)
{
  const char *one = strstr (text, first), *two = strstr (text, second);

  g_assert_nonnull (one);
  g_assert_nonnull (two);
  g_assert_true (one < two);
}
