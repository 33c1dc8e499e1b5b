/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "model/sf-agenda.h"
#include "model/sf-counts.h"
#include "model/sf-evidence-order.h"
#include "model/sf-retention.h"
#include "model/sf-safeguarding.h"

/* Safeguarding, what is due, what is missing, and the next step. */

static void
test_safeguarding (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) items = sf_safeguarding_list (f->model, f->evaluation, TODAY);
  guint n_all = items->len;
  SfSafeguardingItem *first;
  SfTarget *later, *undated, *ended, *action;

  /* All marked statements of the centre, none of the head's. */
  g_assert_cmpuint (n_all, >=, 4);
  for (guint i = 0; i < n_all; i++)
    {
      first = items->pdata[i];
      g_assert_cmpint (sf_statement_get_subject (first->statement), ==, SF_SUBJECT_CENTRE);
      g_assert_cmpint (first->state, ==, SF_STATE_NOT_JUDGED);
      g_assert_null (first->level);
    }
  first = items->pdata[0];
  g_assert_cmpstr (sf_statement_get_code (first->statement), ==, "LLD-S3");
  g_assert_true (g_str_has_suffix (first->text, ": Not judged yet. No action is set."));

  judge (f, "LLD-S3", 3);
  judge (f, "SFC-S7", 2);
  change (f->model, judge (f, "BAR-S3", 0), "not_applicable", "Another centre does it.");
  ended = aim (f, "LLD-S3", "Old locks");
  change (f->model, ended, "due_on", "2026-04-15");
  change (f->model, ended, "outcome", "met");
  undated = aim (f, "LLD-S3", "Talk about locks");
  later = aim (f, "LLD-S3", "Change the gate");
  change (f->model, later, "due_on", "2026-08-31");
  action = aim (f, "LLD-S3", "New locks");
  change (f->model, action, "due_on", "2026-07-31");
  g_clear_pointer (&items, g_ptr_array_unref);
  items = sf_safeguarding_list (f->model, f->evaluation, TODAY);
  g_assert_cmpuint (items->len, ==, n_all - 2);
  first = items->pdata[0];
  g_assert_cmpint (first->state, ==, SF_STATE_JUDGED);
  g_assert_cmpint (sf_level_get_value (first->level), ==, 3);
  g_assert_true (first->action == action);
  g_assert_true (
      g_str_has_suffix (first->text,
                        ": 3 Requires improvement. Action: New locks, by 31 July 2026."));
  change (f->model, action, "retired_at", 1);
  change (f->model, later, "retired_at", 1);
  g_clear_pointer (&items, g_ptr_array_unref);
  items = sf_safeguarding_list (f->model, f->evaluation, TODAY);
  first = items->pdata[0];
  g_assert_true (first->action == undated);
  g_assert_true (g_str_has_suffix (first->text, "Action: Talk about locks, without a date."));
}

static void
assert_item (GPtrArray *items, guint n, SfAgendaKind kind, const char *title, const char *detail)
{
  SfAgendaItem *item;

  g_assert_cmpuint (n, <, items->len);
  item = items->pdata[n];
  g_assert_cmpstr (item->title, ==, title);
  g_assert_cmpstr (item->detail, ==, detail);
  g_assert_cmpint (item->kind, ==, kind);
}

static void
test_due (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) items = sf_agenda_list_due (f->model, f->evaluation, TODAY, 30);
  SfTarget *late, *soon, *idle;
  SfEvidence *letter, *kept;
  SfAgendaItem *item;

  g_assert_cmpuint (items->len, ==, 0);
  late = aim (f, "LLD-S5", "Outdoor access for under-twos");
  change (f->model, late, "due_on", "2026-05-11");
  soon = aim (f, NULL, "A new roof");
  change (f->model, soon, "due_on", "2026-06-13");
  change (f->model, aim (f, NULL, "Much later"), "due_on", "2026-06-14");
  idle = aim (f, "SFC-S1", "Lone parents reached");
  change (f->model, idle, "starts_on", "2025-11-01");
  change (f->model, aim (f, NULL, "Dropped"), "outcome", "dropped");
  letter = prove (f, "LLD-S1", "external", NULL);
  change (f->model, letter, "keep_until", "2026-05-13");
  kept = prove (f, "LLD-S1", "external", NULL);
  change (f->model, kept, "keep_until", "2030-01-01");
  change (f->model, prove (f, "LLD-S1", "external", NULL), "keep_until", TODAY);
  change (f->model, f->evaluation, "meeting_on", "2026-05-14");
  g_clear_pointer (&items, g_ptr_array_unref);
  items = sf_agenda_list_due (f->model, f->evaluation, TODAY, 30);
  assert_item (items, 0, SF_AGENDA_REVIEW, "Lone parents reached", "Target review · 74 days late");
  assert_item (items, 1, SF_AGENDA_TARGET, "Outdoor access for under-twos", "Target · 3 days late");
  assert_item (items, 2, SF_AGENDA_EVIDENCE, "1 piece of evidence is due for deletion",
               "Evidence · 1 day late");
  assert_item (items, 3, SF_AGENDA_MEETING, "Governing body or committee",
               "Meeting that receives the report · today");
  assert_item (items, 4, SF_AGENDA_EVIDENCE, "Parents’ survey", "Evidence to be removed · today");
  assert_item (items, 5, SF_AGENDA_TARGET, "A new roof", "Target · 13 June");
  g_assert_cmpuint (items->len, ==, 6);
  item = items->pdata[1];
  g_assert_cmpint (item->days_late, ==, 3);
  g_assert_cmpstr (item->due_on, ==, "2026-05-11");
  g_assert_cmpstr (item->area_code, ==, "LLD");
  g_assert_cmpstr (item->statement_code, ==, "LLD-S5");
  g_assert_cmpstr (item->page, ==, SF_PAGE_TARGETS);
  g_assert_true (item->record == SF_RECORD (late));

  /* A review puts it off; a meeting that is over is not due. */
  make (f->model, SF_TYPE_REVIEW, "target", idle, "reviewed_on", "2026-05-10", NULL);
  g_clear_pointer (&items, g_ptr_array_unref);
  items = sf_agenda_list_due (f->model, f->evaluation, "2026-05-15", 7);
  assert_item (items, 0, SF_AGENDA_TARGET, "Outdoor access for under-twos", "Target · 4 days late");
  assert_item (items, 1, SF_AGENDA_EVIDENCE, "2 pieces of evidence are due for deletion",
               "Evidence · 2 days late");
  g_assert_cmpuint (items->len, ==, 2);
}

/* The rule: from the day after, whether it was taken off the list or not, the longest overdue
 * first; what has no date is never due. */
static void
test_retention (Fixture *f, gconstpointer data)
{
  SfEvidence *never = prove (f, "LLD-S1", "external", NULL);
  SfEvidence *today = prove (f, "LLD-S1", "external", NULL);
  SfEvidence *yesterday = prove (f, "LLD-S1", "external", NULL);
  SfEvidence *retired = prove (f, "LLD-S1", "external", NULL);
  g_autoptr (GPtrArray) due = NULL;

  change (f->model, today, "keep_until", TODAY);
  change (f->model, yesterday, "keep_until", "2026-05-13");
  change (f->model, retired, "keep_until", "2025-12-31");
  change (f->model, retired, "retired_at", 1);
  g_assert_false (sf_evidence_is_due_for_deletion (never, TODAY));
  g_assert_false (sf_evidence_is_due_for_deletion (today, TODAY));
  g_assert_true (sf_evidence_is_due_for_deletion (yesterday, TODAY));
  g_assert_true (sf_evidence_is_due_for_deletion (retired, TODAY));
  due = sf_model_list_due_for_deletion (f->model, NULL, TODAY);
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_true (due->pdata[0] == retired);
  g_assert_true (due->pdata[1] == yesterday);
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) items = sf_agenda_list_missing (f->model, f->evaluation, TODAY);
  SfAgendaItem *item;

  g_assert_cmpuint (items->len, ==, 2);
  item = items->pdata[0];
  g_assert_cmpint (item->kind, ==, SF_AGENDA_SAFEGUARDING);
  g_assert_true (g_str_has_suffix (item->title, "safeguarding standards are not judged"));
  g_assert_cmpstr (item->statement_code, ==, "LLD-S3");
  assert_item (items, 1, SF_AGENDA_UNGRADED, "6 areas have no grade",
               "Learning, Families, Accountability, Future, Organisation and Teams");

  judge_area (f, "LLD", "22332333");
  grade (f, "LLD", 2);
  judge_area (f, "BAR", "2222");
  prove (f, "BAR-S1", "document", "2026-05-01");
  agree (f, grade (f, "BST", 2));
  g_clear_pointer (&items, g_ptr_array_unref);
  items = sf_agenda_list_missing (f->model, f->evaluation, TODAY);
  item = items->pdata[0];
  g_assert_cmpint (item->kind, ==, SF_AGENDA_SAFEGUARDING);
  g_assert_cmpstr (item->detail, ==, "Safeguarding · 3 Requires improvement · no action set");
  g_assert_cmpstr (item->statement_code, ==, "LLD-S3");
  assert_item (items, 2, SF_AGENDA_ODD_GRADE, "Grade sits oddly with its standards",
               "Learning: 2 Good, but 5 of 8 are lower: 5 requires improvement");
  /* Five centre standards, for BAR-S6 is the head's own. */
  assert_item (items, 3, SF_AGENDA_UNJUDGED, "1 standard to judge",
               "Being Accountable and Responsible");
  assert_item (items, 4, SF_AGENDA_UNGRADED, "4 areas have no grade",
               "Families, Accountability, Future and Organisation");
  assert_item (items, 5, SF_AGENDA_SUPPORT, "6 judgements rest on no evidence",
               "Most in Leading Learning and Development");
  assert_item (items, 6, SF_AGENDA_SUPPORT, "1 judgement rests on one kind of evidence",
               "Answering to all who have a stake");
  assert_item (items, 7, SF_AGENDA_PROPOSED, "1 grade is not agreed yet",
               "Leading Learning and Development");
  g_assert_cmpuint (items->len, ==, 8);
}

static void
assert_next (
    Fixture *f, const char *title, const char *page, const char *area_code, const char *code)
{
  g_autoptr (SfNextStep) step = sf_agenda_get_next (f->model, f->evaluation, TODAY);

  g_assert_nonnull (step);
  g_assert_cmpstr (step->title, ==, title);
  g_assert_cmpstr (step->page, ==, page);
  g_assert_cmpstr (step->area_code, ==, area_code);
  g_assert_cmpstr (step->statement_code, ==, code);
  g_assert_cmpuint (strlen (step->detail), >, 0);
  g_assert_cmpuint (strlen (step->button), >, 0);
}

/* A centre that grades areas and nothing else. */
static void
test_next_by_grades (Fixture *f, gconstpointer data)
{
  static const char *const codes[] = { "LLD", "SFC", "BAR", "SPF", "MTO", "BST" };
  SfAreaJudgement *judgements[7];

  assert_next (f, "Next: begin with Leading Learning and Development", SF_PAGE_AREA, "LLD", NULL);
  judgements[0] = grade (f, "LLD", 2);
  assert_next (f, "Next: grade Stronger Families, Stronger Communities", SF_PAGE_AREA, "SFC", NULL);
  for (guint i = 1; i < 6; i++)
    judgements[i] = grade (f, codes[i], 2);
  assert_next (f, "Next: the grade of the whole centre", SF_PAGE_OVERVIEW, SF_WHOLE_CENTRE, NULL);
  judgements[6] = grade (f, SF_WHOLE_CENTRE, 2);
  assert_next (f, "Next: agree the grades", SF_PAGE_AREA, "LLD", NULL);
  for (guint i = 0; i < 6; i++)
    agree (f, judgements[i]);
  assert_next (f, "Next: agree the grades", SF_PAGE_OVERVIEW, SF_WHOLE_CENTRE, NULL);
  agree (f, judgements[6]);
  assert_next (f, "Next: print the report", SF_PAGE_REPORT, NULL, NULL);
  change (f->model, f->evaluation, "closed_at", 1);
  assert_next (f, "Next: begin the next evaluation", SF_PAGE_EVALUATIONS, NULL, NULL);
}

static void
test_next_by_standards (Fixture *f, gconstpointer data)
{
  g_autoptr (SfNextStep) step = NULL;

  judge_area (f, "BAR", "222");
  assert_next (f, "Next: two standards of Being Accountable and Responsible", SF_PAGE_AREA, "BAR",
               "BAR-S4");
  change (f->model, f->evaluation, "meeting_on", "2026-06-14");
  step = sf_agenda_get_next (f->model, f->evaluation, TODAY);
  g_assert_cmpstr (step->detail, ==, "The report goes to the meeting on 14 June.");
  judge (f, "BAR-S4", 2);
  assert_next (f, "Next: one standard of Being Accountable and Responsible", SF_PAGE_AREA, "BAR",
               "BAR-S5");
  judge (f, "BAR-S5", 2);
  /* BAR-S6 is the head's own: nobody is asked for it. */
  assert_next (f, "Next: grade Being Accountable and Responsible", SF_PAGE_AREA, "BAR", NULL);
  grade (f, "BAR", 2);
  assert_next (f, "Next: begin Leading Learning and Development", SF_PAGE_AREA, "LLD", "LLD-S1");
}

static void
test_counts (Fixture *f, gconstpointer data)
{
  SfEvidence *evidence = prove (f, "LLD-S1", "document", "2026-05-01");
  SfEvidence *older = prove (f, "LLD-S2", "data", "2026-04-01");
  SfEvidence *undated = prove (f, "LLD-S2", "data", NULL);
  SfCounts counts;

  judge_area (f, "LLD", "2n0");
  make (f->model, SF_TYPE_ATTACHMENT, "evidence", evidence, "name", "Protokoll Mai.pdf",
        "media_type", "application/pdf", "size", 1, "digest", "0", "added_at", 1, NULL);
  sf_counts_of (f->model, f->evaluation, TODAY, &counts);
  g_assert_cmpuint (counts.judgements, ==, 2);
  g_assert_cmpuint (counts.evidence, ==, 3);
  g_assert_cmpuint (counts.files, ==, 1);
  assert_text (sf_evidence_to_text (evidence), "Document · 1 May 2026");
  assert_text (sf_evidence_to_text (undated), "Data");
  g_assert_cmpint (sf_evidence_compare (evidence, older), <, 0);
  g_assert_cmpint (sf_evidence_compare (undated, older), >, 0);
  g_assert_cmpint (sf_evidence_compare (older, older), ==, 0);
  g_assert_true (sf_evidence_matches (f->model, evidence, 0, "survey mai"));
  g_assert_false (sf_evidence_matches (f->model, older, 0, "survey mai"));
  g_assert_true (sf_evidence_matches (f->model, older, 1u << SF_EVIDENCE_KIND_DATA, NULL));
  g_assert_false (sf_evidence_matches (f->model, evidence, 1u << SF_EVIDENCE_KIND_DATA, NULL));
  change (f->model, evidence, "retired_at", 1);
  g_assert_false (sf_evidence_matches (f->model, evidence, 0, NULL));
  sf_counts_of (f->model, f->evaluation, TODAY, &counts);
  g_assert_cmpuint (counts.evidence, ==, 2);
  g_assert_cmpuint (counts.files, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/safeguarding", Fixture, NULL, set_up, test_safeguarding, tear_down);
  g_test_add ("/model/agenda/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/model/agenda/retention", Fixture, NULL, set_up, test_retention, tear_down);
  g_test_add ("/model/agenda/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/model/agenda/next/by-grades", Fixture, NULL, set_up, test_next_by_grades,
              tear_down);
  g_test_add ("/model/agenda/next/by-standards", Fixture, NULL, set_up, test_next_by_standards,
              tear_down);
  g_test_add ("/model/counts", Fixture, NULL, set_up, test_counts, tear_down);
  return g_test_run ();
}
