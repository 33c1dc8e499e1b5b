/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers that somebody wrote, held against the figures that a report does not show. */
#include <string.h>

#include "model/sf-outcome-published.h"
#include "outcome-helpers.h"
#include "report-test-util.h"
#include "report/sf-report-check.h"

#define TODAY "2027-03-31"
#define START "2026-04-01"

static SfDisplayList *
compose (TestCentre *centre, gboolean annex)
{
  return test_compose_governors (centre, annex, TODAY, sf_style_sheet_get_standard ());
}

/* --- numbers in texts ------------------------------------------------------------------------- */

/* A centre that must not show that three of 41 fathers came. */
static void
init_with_fathers (TestCentre *centre)
{
  SfMeasure *reach;

  test_centre_init (centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  reach = test_add_measure (centre, "Families reached", "proportion", 1);
  test_add_reading (centre, reach, NULL, START, 396, 640);
  test_add_reading (centre, reach, test_add_group (centre, "Fathers", 1), START, 3, 41);
}

static GPtrArray *
list_numbers (TestCentre *centre)
{
  g_autoptr (GPtrArray) outcomes = sf_published_list (centre->model, centre->now);

  return sf_report_list_numbers (centre->model, centre->now, TODAY, outcomes);
}

static void
add_strength (TestCentre *centre, const char *code, const char *text)
{
  test_add (centre->model, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, 'u', centre->now,
            SF_JUDGEMENT_STATEMENT_CODE, 't', code, SF_JUDGEMENT_LEVEL, 'i', (gint64)2,
            SF_JUDGEMENT_STRENGTHS, 't', text, -1);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } cases[] = {
    { "Only 3 fathers came.", TRUE },
    { "Three of them came twice.", TRUE },
    { "They were 7.3% of all.", TRUE },
    { "33 fathers, 3.5 hours, the 3rd visit, 1,003 leaflets", FALSE },
    { "On 3 May, on 2027-03-03, from 3 to 5 June, within three weeks", FALSE },
    { "3% of the budget, LLD-S3, page 3, NI 3, £3 a head", FALSE },
    { "396 of 640 families", FALSE },
    { "Fathers are thirty-three.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCentre centre;
      g_autoptr (GPtrArray) items = NULL;
      const SfAgendaItem *item;

      g_test_message ("%s", cases[i].text);
      init_with_fathers (&centre);
      add_strength (&centre, "SFC-S1", cases[i].text);
      items = list_numbers (&centre);
      g_assert_cmpuint (items->len, ==, cases[i].found ? 1 : 0);
      if (cases[i].found)
        {
          item = items->pdata[0];
          g_assert_cmpint (item->kind, ==, SF_AGENDA_SMALL_NUMBER);
          g_assert_cmpstr (item->page, ==, SF_PAGE_AREA);
          g_assert_cmpstr (item->statement_code, ==, "SFC-S1");
          test_assert_has (item->detail, "“what is strong”");
          test_assert_has (item->detail, "Families reached, Fathers, 2026–27");
          /* not more than is needed to find it */
          test_assert_lacks (item->detail, "3 ");
          test_assert_lacks (item->detail, "came");
          test_assert_lacks (item->detail, "7.3");
        }
      test_centre_clear (&centre);
    }
}

/* Wherever a report shows a text, and nowhere else: one item, that leads from one to the next. */
static void
test_numbers_places (void)
{
  TestCentre centre;
  SfTarget *target;
  SfEvidence *open, *secret;
  const SfAgendaItem *item;
  g_autoptr (GPtrArray) items = NULL, checks = NULL, outcomes = NULL;
  g_autoptr (SfDisplayList) list = NULL;
  const char *const pages[] = { SF_PAGE_AREA, SF_PAGE_TARGETS, SF_PAGE_TARGETS, SF_PAGE_EVIDENCE };

  init_with_fathers (&centre);
  test_add_grade (&centre, centre.now, "SFC", 2, "3 fathers", FALSE);
  /* the head's own is in no report */
  test_add_judgement (&centre, "LLD-K1", 2, "3 fathers");
  target = test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                     SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "More come",
                     SF_TARGET_UNIT, 't', "%", SF_TARGET_GOAL, 'r', 20.0, -1);
  test_add (centre.model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON, 't',
            "2027-03-01", SF_REVIEW_VALUE, 'r', 7.3, SF_REVIEW_COMMENT, 't', "Three came.", -1);
  open = test_add (centre.model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, 'u', centre.centre,
                   SF_EVIDENCE_TITLE, 't', "Register", SF_EVIDENCE_KIND, 't', "data",
                   SF_EVIDENCE_SENSITIVITY, 't', "open", SF_EVIDENCE_SHOWS, 't', "3 fathers", -1);
  secret = test_add (centre.model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, 'u', centre.centre,
                     SF_EVIDENCE_TITLE, 't', "3 letters", SF_EVIDENCE_KIND, 't', "data",
                     SF_EVIDENCE_SENSITIVITY, 't', "centre", -1);
  test_add (centre.model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVALUATION, 'u', centre.now,
            SF_EVIDENCE_LINK_EVIDENCE, 'u', open, SF_EVIDENCE_LINK_STATEMENT_CODE, 't', "SFC-S1",
            -1);
  test_add (centre.model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVALUATION, 'u', centre.now,
            SF_EVIDENCE_LINK_EVIDENCE, 'u', secret, SF_EVIDENCE_LINK_STATEMENT_CODE, 't', "SFC-S1",
            -1);
  items = list_numbers (&centre);
  g_assert_cmpuint (items->len, ==, 1);
  item = items->pdata[0];
  test_assert_has (item->title, "5 texts have a number");
  test_assert_has (item->detail,
                   "Families reached, Fathers, 2026–27: “what is strong” of Stronger");
  test_assert_has (item->detail, "; “value” of More come and 2 more. If it tells of these");
  g_assert_cmpstr (item->page, ==, SF_PAGE_AREA);
  g_assert_cmpuint (item->further->len, ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpstr (((SfAgendaItem *)item->further->pdata[i])->page, ==, pages[i]);
  /* they open the list of what is to be looked at before it is printed */
  list = compose (&centre, FALSE);
  outcomes = sf_published_list (centre.model, centre.now);
  checks = sf_report_list_checks (centre.model, centre.now, TODAY, outcomes, list);
  g_assert_cmpint (((SfAgendaItem *)checks->pdata[0])->kind, ==, SF_AGENDA_SMALL_NUMBER);
  test_centre_clear (&centre);
}

/* Figures that the same texts may tell are one item; others are their own. */
static void
test_numbers_figures (void)
{
  TestCentre centre;
  SfMeasure *reach;
  g_autoptr (GPtrArray) items = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  reach = test_add_measure (&centre, "Families reached", "proportion", 1);
  test_add_reading (&centre, reach, NULL, START, 396, 640);
  test_add_reading (&centre, reach, test_add_group (&centre, "Fathers", 1), START, 3, 41);
  test_add_reading (&centre, reach, test_add_group (&centre, "Carers", 2), START, 3, 55);
  test_add_reading (&centre, reach, test_add_group (&centre, "Travellers", 3), START, 4, 60);
  add_strength (&centre, "SFC-S1", "3 came, and 4 stayed.");
  add_strength (&centre, "SFC-S2", "3 came, 3 stayed.");
  items = list_numbers (&centre);
  g_assert_cmpuint (items->len, ==, 2);
  test_assert_has (((SfAgendaItem *)items->pdata[0])->title, "2 texts have a number");
  test_assert_has (((SfAgendaItem *)items->pdata[0])->detail,
                   "Families reached, Fathers, 2026–27; Families reached, Carers, 2026–27: ");
  test_assert_has (((SfAgendaItem *)items->pdata[1])->title, "1 text has a number");
  test_assert_has (((SfAgendaItem *)items->pdata[1])->detail,
                   "Families reached, Travellers, 2026–27: “what is strong” of ");
  test_centre_clear (&centre);
}

/* --- values of targets ------------------------------------------------------------------------ */

/* A target about fathers whose values are what the report does not show of them. */
static void
add_fathers_target (TestCentre *centre, const char *title, const char *measure)
{
  SfTarget *target = test_add (centre->model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre->centre,
                               SF_TARGET_EVALUATION, 'u', centre->now, SF_TARGET_TITLE, 't', title,
                               SF_TARGET_MEASURE, 't', measure, SF_TARGET_UNIT, 't', "%",
                               SF_TARGET_BASELINE, 'r', 25.0, SF_TARGET_GOAL, 'r', 30.0, -1);

  test_add (centre->model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON,
            't', "2027-03-01", SF_REVIEW_VALUE, 'r', 7.3, -1);
  test_add (centre->model, SF_TYPE_TARGET_CHANGE, SF_TARGET_CHANGE_TARGET, 'u', target,
            SF_TARGET_CHANGE_FIELD, 't', "goal", SF_TARGET_CHANGE_OLD_VALUE, 't', "7.3%",
            SF_TARGET_CHANGE_NEW_VALUE, 't', "30%", SF_TARGET_CHANGE_CHANGED_ON, 't', "2027-01-10",
            SF_TARGET_CHANGE_REASON, 't', "It was too easy.", -1);
}

static void
test_targets (void)
{
  static const struct
  {
    const char *title, *measure;
    gboolean hidden;
  } cases[] = {
    { "More fathers come", "Who was seen", TRUE },      /* its group */
    { "Dads come", "Families reached: FATHERS", TRUE }, /* both */
    { "More of them come", "Families reached", TRUE },  /* its measure, and no group */
    { "More carers come", "Families reached", FALSE },  /* its measure, of another group */
    { "Fatherswell is open", "Days with sun", FALSE },  /* part of a word */
    { "The roof holds", "Dry days", FALSE },            /* by chance */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCentre centre;
      g_autoptr (SfDisplayList) list = NULL;
      g_autoptr (GPtrArray) items = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].title);
      init_with_fathers (&centre);
      test_add_group (&centre, "Carers", 2);
      add_fathers_target (&centre, cases[i].title, cases[i].measure);
      list = compose (&centre, TRUE);
      text = test_document_text (sf_display_list_get_document (list), NULL);
      items = list_numbers (&centre);
      /* in the table of progress, at its area or in the annex: now, where it began, what was
       * changed */
      test_assert_has (text, "\n25%\n30%\n");
      if (cases[i].hidden)
        {
          test_assert_lacks (text, "7.3%");
          test_assert_has (text, "\n25%\n30%\nnot shown\n");
          test_assert_has (text, ": not shown before, 30% since 10 January 2027");
          g_assert_cmpuint (items->len, ==, 0);
        }
      else
        {
          test_assert_has (text, "\n25%\n30%\n7.3%\n");
          test_assert_has (text, ": 7.3% before, 30% since");
          g_assert_cmpuint (items->len, ==, 1);
        }
      test_centre_clear (&centre);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/numbers/texts", test_numbers);
  g_test_add_func ("/report/numbers/places", test_numbers_places);
  g_test_add_func ("/report/numbers/figures", test_numbers_figures);
  g_test_add_func ("/report/numbers/targets", test_targets);
  return g_test_run ();
}
