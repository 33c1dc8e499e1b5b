/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers that somebody wrote, held against the figures that a report does not show. */
#include <string.h>

#include "model/sf-model-private.h"
#include "model/sf-outcome-published.h"
#include "model/sf-target-published.h"
#include "outcome-helpers.h"
#include "report-test-util.h"
#include "report/sf-compose-plan.h"
#include "report/sf-layout.h"
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
    const char *title; /* NULL: nothing is said */
  } cases[] = {
    { "Only 3 fathers came. It rained.", "3 in “Only 3 fathers came.”" },
    { "Three of them came twice.", "Three in “Three of them came twice.”" },
    { "We asked. Of all the fathers who were there on the first of these Saturdays 3 stayed to "
      "help "
      "with the garden, and all of them were glad of it in the end.",
      "3 in “…there on the first of these Saturdays 3 stayed to help with the garden, and all of "
      "them were glad…”" },
    { "They were 7.3% of all.", "7.3 in “They were 7.3% of all.”" },
    /* nothing says what it counts, but the text is about fathers */
    { "Fathers: 3", "3 in “Fathers: 3”" },
    { "It was 3 after all.", NULL },
    { "They were 7% of all.", NULL },
    /* what is left */
    { "38 fathers did not come", "38 in “38 fathers did not come”" },
    { "92.7 per cent stayed away", "92.7 in “92.7 per cent stayed away”" },
    { "33 fathers, 3.5 hours, the 3rd visit, 1,003 leaflets", NULL },
    { "On 3 May, on 2027-03-03, from 3 to 5 June, within three weeks", NULL },
    { "3% of the budget, LLD-S3, page 3, NI 3, £3 a head", NULL },
    { "3 rooms, three new posts, one family in three, 3 sessions for fathers", NULL },
    /* a ratio only if both of its numbers are the figure's */
    { "3 fathers in 41", "3 in “3 fathers in 41”" },
    { "396 of 640 families", NULL },
    { "Fathers are thirty-three.", NULL },
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
      g_assert_cmpuint (items->len, ==, cases[i].title != NULL ? 1 : 0);
      if (cases[i].title != NULL)
        {
          item = items->pdata[0];
          g_assert_cmpint (item->kind, ==, SF_AGENDA_SMALL_NUMBER);
          g_assert_cmpstr (item->title, ==, cases[i].title);
          test_assert_has (item->detail, "“What is strong” of ");
          test_assert_has (item->detail, ": Families reached, Fathers, 2026–27. If it tells");
          /* to the very field */
          g_assert_cmpstr (item->page, ==, SF_PAGE_AREA);
          g_assert_cmpstr (item->statement_code, ==, "SFC-S1");
          g_assert_true (SF_IS_JUDGEMENT (item->record));
          g_assert_cmpstr (item->column, ==, "strengths");
        }
      test_centre_clear (&centre);
    }
}

static void
assert_item (GPtrArray *items, guint nth, const char *title, GType type, const char *column)
{
  const SfAgendaItem *item = items->pdata[nth];

  g_assert_cmpstr (item->title, ==, title);
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (item->record, type));
  g_assert_cmpstr (item->column, ==, column);
}

/* Wherever a report shows a text, and nowhere else: each leads to its field. */
static void
test_numbers_places (void)
{
  TestCentre centre;
  SfTarget *target;
  SfEvidence *open, *secret;
  g_autoptr (GPtrArray) items = NULL, checks = NULL, outcomes = NULL;
  g_autoptr (SfDisplayList) list = NULL;

  init_with_fathers (&centre);
  test_change_text (centre.centre, SF_CENTRE_SERVICES, "A group for 3 dads");
  test_change_text (centre.now, SF_EVALUATION_DECISIONS, "Visit the 3 fathers");
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
                     SF_EVIDENCE_TITLE, 't', "3 fathers", SF_EVIDENCE_KIND, 't', "data",
                     SF_EVIDENCE_SENSITIVITY, 't', "centre", -1);
  test_add (centre.model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVALUATION, 'u', centre.now,
            SF_EVIDENCE_LINK_EVIDENCE, 'u', open, SF_EVIDENCE_LINK_STATEMENT_CODE, 't', "SFC-S1",
            -1);
  test_add (centre.model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVALUATION, 'u', centre.now,
            SF_EVIDENCE_LINK_EVIDENCE, 'u', secret, SF_EVIDENCE_LINK_STATEMENT_CODE, 't', "SFC-S1",
            -1);
  items = list_numbers (&centre);
  g_assert_cmpuint (items->len, ==, 7);
  /* what counts people in a text about fathers comes first */
  assert_item (items, 0, "3 in “Visit the 3 fathers”", SF_TYPE_EVALUATION, "decisions");
  assert_item (items, 1, "3 in “Strong: 3 fathers”", SF_TYPE_AREA_JUDGEMENT, "strengths");
  assert_item (items, 2, "3 in “To be better: 3 fathers”", SF_TYPE_AREA_JUDGEMENT, "improvements");
  assert_item (items, 3, "3 in “3 fathers”", SF_TYPE_EVIDENCE, "shows");
  assert_item (items, 4, "3 in “A group for 3 dads”", SF_TYPE_CENTRE, "services");
  assert_item (items, 5, "Three in “Three came.”", SF_TYPE_REVIEW, "comment");
  assert_item (items, 6, "7.3 in “7.3%”", SF_TYPE_REVIEW, "value");
  /* they open the list of what is to be looked at before it is printed */
  list = compose (&centre, FALSE);
  outcomes = sf_published_list (centre.model, centre.now);
  checks = sf_report_list_checks (centre.model, centre.now, TODAY, outcomes, list);
  g_assert_cmpint (((SfAgendaItem *)checks->pdata[0])->kind, ==, SF_AGENDA_SMALL_NUMBER);
  test_centre_clear (&centre);
}

/* A number may be one of several figures; the same number of one text is told once. */
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
  add_strength (&centre, "SFC-S2", "3 came, 3 carers stayed.");
  items = list_numbers (&centre);
  g_assert_cmpuint (items->len, ==, 3);
  assert_item (items, 0, "3 in “3 came, 3 carers stayed.”", SF_TYPE_JUDGEMENT, "strengths");
  assert_item (items, 1, "3 in “3 came, and 4 stayed.”", SF_TYPE_JUDGEMENT, "strengths");
  test_assert_has (((SfAgendaItem *)items->pdata[1])->detail,
                   "Families reached, Fathers, 2026–27; Families reached, Carers, 2026–27. If");
  assert_item (items, 2, "4 in “3 came, and 4 stayed.”", SF_TYPE_JUDGEMENT, "strengths");
  test_assert_has (((SfAgendaItem *)items->pdata[2])->detail,
                   ": Families reached, Travellers, 2026–27. If");
  test_centre_clear (&centre);
}

/* --- values of targets ------------------------------------------------------------------------ */

/* A target about fathers whose values are what the report does not show of them. */
static SfTarget *
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
  return target;
}

/* Whether the report hides what the target has of it, and then the list before printing is empty.
 */
static void
assert_target (TestCentre *centre, gboolean hidden)
{
  g_autoptr (SfDisplayList) list = compose (centre, TRUE);
  g_autofree char *text = test_document_text (sf_display_list_get_document (list), NULL);
  g_autoptr (GPtrArray) items = list_numbers (centre);

  /* in the table of progress, at its area or in the annex: now, where it began, what was changed */
  test_assert_has (text, "\n25%\n30%\n");
  if (hidden)
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
      /* the value, and what was changed; each may be the figure by its one decimal alone */
      g_assert_cmpuint (items->len, ==, 2);
    }
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

      g_test_message ("%s", cases[i].title);
      init_with_fathers (&centre);
      test_add_group (&centre, "Carers", 2);
      add_fathers_target (&centre, cases[i].title, cases[i].measure);
      assert_target (&centre, cases[i].hidden);
      test_centre_clear (&centre);
    }
}

static void
tie (TestCentre *centre, SfTarget *target, guint column, gpointer record)
{
  SfValue value = SF_VALUE_INIT;

  sf_value_set_uuid (&value, sf_record_get_uuid (SF_RECORD (record)));
  sf_model_apply (centre->model, SF_RECORD (target), column, &value);
}

/* The first of its kind is the one that init_with_fathers() made. */
static SfRecord *
find_first (TestCentre *centre, GType type)
{
  g_autoptr (SfRecord) record = g_list_model_get_item (sf_model_get_list (centre->model, type), 0);

  return record;
}

/* What a target is tied to counts; its words only where it is tied to no group. */
static void
test_tied_targets (void)
{
  static const struct
  {
    const char *title;
    const char *measure, *group; /* NULL for none */
    gboolean hidden;
  } cases[] = {
    { "More dads come", NULL, NULL, FALSE },
    { "More dads come", "Families reached", "Fathers", TRUE },
    { "More dads come", "Families reached", "Carers", FALSE },
    { "More dads come", "Families reached", NULL, FALSE },
    { "More fathers come", "Families reached", NULL, TRUE },
    { "More fathers come", "Families reached", "Carers", FALSE },
    { "More dads come", "Days with sun", "Fathers", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCentre centre;
      SfTarget *target;
      gpointer carers, sun;
      gboolean other;

      g_test_message ("case %u", i);
      init_with_fathers (&centre);
      carers = test_add_group (&centre, "Carers", 2);
      sun = test_add_measure (&centre, "Days with sun", "count", 2);
      target = add_fathers_target (&centre, cases[i].title, "Who was seen");
      other = g_strcmp0 (cases[i].measure, "Days with sun") == 0;
      if (cases[i].measure != NULL)
        tie (&centre, target, SF_TARGET_OUTCOME_MEASURE,
             other ? sun : find_first (&centre, SF_TYPE_MEASURE));
      other = g_strcmp0 (cases[i].group, "Carers") == 0;
      if (cases[i].group != NULL)
        tie (&centre, target, SF_TARGET_FAMILY_GROUP,
             other ? carers : find_first (&centre, SF_TYPE_FAMILY_GROUP));
      assert_target (&centre, cases[i].hidden);
      test_centre_clear (&centre);
    }
}

/* What says as much as a figure that is not shown, as the value of a target about it: what is left
 * of its denominator, and the rounded percentage of either. */
static void
test_target_values (void)
{
  static const struct
  {
    const char *unit;
    double value;
    const char *shown;
  } cases[] = {
    { "fathers", 3, NULL },
    { "fathers", 38, NULL },
    { "%", 7, NULL },
    { "%", 7.3, NULL },
    { "%", 93, NULL },
    { "%", 92.7, NULL },
    { NULL, 7, NULL },
    { NULL, 93, NULL },
    { NULL, 38, NULL },
    { "%", 8, "8%" },
    { "fathers", 93, "93\u00a0fathers" },
    { "fathers", 37, "37\u00a0fathers" },
    { "sessions", 3, "3\u00a0sessions" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestCentre centre;
      SfTarget *target;
      g_autoptr (GPtrArray) outcomes = NULL;
      g_autofree char *text = NULL;

      init_with_fathers (&centre);
      target = test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                         SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't',
                         "Fathers come", SF_TARGET_UNIT, 't', cases[i].unit, -1);
      outcomes = sf_published_list (centre.model, centre.now);
      text = sf_target_publish_value (target, outcomes, cases[i].value);
      g_test_message ("%g %s: %s", cases[i].value, cases[i].unit, text);
      g_assert_cmpstr (text, ==, cases[i].shown != NULL ? cases[i].shown : "not shown");
      test_centre_clear (&centre);
    }
}

/* --- the plan --------------------------------------------------------------------------------- */

/* Every text that the printed plan shows, and none of what is the head's own. */
static void
test_plan (void)
{
  TestCentre centre;
  SfPriority *priority;
  SfAction *action, *own, *undated, *dropped;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (SfDocument) document = NULL;
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  const char *const columns[]
      = { "title",    "objective", "title",   "lead",           "money_source",   "criteria",
          "progress", "impact",    "comment", "no_date_reason", "dropped_reason", "title" };

  init_with_fathers (&centre);
  priority = test_add (centre.model, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, 'u', centre.now,
                       SF_PRIORITY_TITLE, 't', "Our 3 fathers", SF_PRIORITY_OBJECTIVE, 't',
                       "3 fathers come", SF_PRIORITY_POSITION, 'i', G_GINT64_CONSTANT (0), -1);
  action = test_add (centre.model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority,
                     SF_ACTION_TITLE, 't', "Ask 3 fathers", SF_ACTION_LEAD, 't', "3 fathers",
                     SF_ACTION_MONEY_SOURCE, 't', "3 fathers pay", SF_ACTION_CRITERIA, 't',
                     "3 fathers say so", SF_ACTION_PROGRESS, 't', "3 fathers asked",
                     SF_ACTION_IMPACT, 't', "3 fathers more", SF_ACTION_POSITION, 'i',
                     G_GINT64_CONSTANT (0), SF_ACTION_DUE_ON, 't', "2027-05-01", -1);
  test_add (centre.model, SF_TYPE_ACTION_REVIEW, SF_ACTION_REVIEW_ACTION, 'u', action,
            SF_ACTION_REVIEW_REVIEWED_ON, 't', "2026-10-01", SF_ACTION_REVIEW_COMMENT, 't',
            "3 fathers were there", -1);
  undated = test_add (centre.model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority,
                      SF_ACTION_TITLE, 't', "Wait", SF_ACTION_NO_DATE_REASON, 't',
                      "3 fathers are away", SF_ACTION_POSITION, 'i', G_GINT64_CONSTANT (1), -1);
  dropped = test_add (centre.model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority,
                      SF_ACTION_TITLE, 't', "Stop", SF_ACTION_DROPPED_REASON, 't',
                      "3 fathers moved", SF_ACTION_POSITION, 'i', G_GINT64_CONSTANT (2), -1);
  own = test_add (centre.model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority, SF_ACTION_TITLE,
                  't', "Read of 3 fathers", SF_ACTION_STATEMENT_CODES, 't', "LLD-S8",
                  SF_ACTION_POSITION, 'i', G_GINT64_CONSTANT (3), -1);
  g_assert_true (SF_IS_ACTION (own) && SF_IS_ACTION (undated) && SF_IS_ACTION (dropped));
  test_add (centre.model, SF_TYPE_ACTION_TARGET, SF_ACTION_TARGET_ACTION, 'u', action,
            SF_ACTION_TARGET_TARGET, 'u',
            test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                      SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "Keep 3 fathers",
                      -1),
            -1);
  document = sf_plan_make_document (centre.model, centre.now, TODAY, NULL);
  list = sf_layout_run (document, sf_style_sheet_get_standard (), fonts);
  items = sf_plan_list_checks (centre.model, centre.now, TODAY, list);
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (columns));
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpstr (((SfAgendaItem *)items->pdata[i])->column, ==, columns[i]);
  assert_item (items, 2, "3 in “Ask 3 fathers”", SF_TYPE_ACTION, "title");
  assert_item (items, 11, "3 in “Keep 3 fathers”", SF_TYPE_TARGET, "title");
  test_centre_clear (&centre);
}

/* What a target that is tied to a group counted of it is not told where it is a few, though no
 * figure of that period is there; what is aimed at is. */
static void
test_few_values (void)
{
  TestCentre centre;
  SfTarget *target;
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;

  init_with_fathers (&centre);
  target = test_add (centre.model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', centre.centre,
                     SF_TARGET_EVALUATION, 'u', centre.now, SF_TARGET_TITLE, 't', "More dads",
                     SF_TARGET_UNIT, 't', "dads", SF_TARGET_BASELINE, 'r', 2.0, SF_TARGET_GOAL, 'r',
                     4.0, -1);
  test_add (centre.model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON, 't',
            "2027-03-01", SF_REVIEW_VALUE, 'r', 1.0, -1);
  tie (&centre, target, SF_TARGET_OUTCOME_MEASURE, find_first (&centre, SF_TYPE_MEASURE));
  tie (&centre, target, SF_TARGET_FAMILY_GROUP, find_first (&centre, SF_TYPE_FAMILY_GROUP));
  list = compose (&centre, TRUE);
  text = test_document_text (sf_display_list_get_document (list), NULL);
  test_assert_has (text, "More dads\n");
  test_assert_lacks (text, "2 dads");
  test_assert_lacks (text, "1 dads");
  test_assert_lacks (text, "2\302\240dads");
  test_assert_lacks (text, "1\302\240dads");
  test_assert_has (text, "not shown\n4 dads\nnot shown\n");
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/numbers/texts", test_numbers);
  g_test_add_func ("/report/numbers/places", test_numbers_places);
  g_test_add_func ("/report/numbers/figures", test_numbers_figures);
  g_test_add_func ("/report/numbers/targets", test_targets);
  g_test_add_func ("/report/numbers/target-values", test_target_values);
  g_test_add_func ("/report/numbers/plan", test_plan);
  g_test_add_func ("/report/numbers/tied-targets", test_tied_targets);
  g_test_add_func ("/report/numbers/few-values", test_few_values);
  return g_test_run ();
}
