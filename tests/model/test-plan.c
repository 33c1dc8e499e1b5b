/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-helpers.h"

#include "base/sf-money.h"
#include "model/sf-agenda.h"
#include "model/sf-plan-draft.h"
#include "model/sf-plan.h"

/* The development plan: where actions stand, what they come to, what they are drafted from. */

static SfPriority *
put_first (Fixture *f, const char *title, int position)
{
  return make (f->model, SF_TYPE_PRIORITY, "evaluation", f->evaluation, "title", title, "position",
               position, NULL);
}

static SfAction *
act (Fixture *f, SfPriority *priority, const char *title, int position)
{
  return make (f->model, SF_TYPE_ACTION, "priority", priority, "title", title, "position", position,
               NULL);
}

static void
look (Fixture *f, SfAction *action, const char *on)
{
  make (f->model, SF_TYPE_ACTION_REVIEW, "action", action, "reviewed_on", on, NULL);
}

/* --- states ---------------------------------------------------------------------------------- */

static void
test_states (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *starts, *due, *reason, *progress;
    int spent; /* -1 for nothing */
    const char *reviewed, *done, *dropped;
    SfActionState state;
    const char *text;
  } cases[] = {
    { NULL, "2026-06-01", NULL, NULL, -1, NULL, NULL, NULL, SF_ACTION_NOT_BEGUN, "Not begun" },
    { "2026-05-15", "2026-06-01", NULL, NULL, -1, NULL, NULL, NULL, SF_ACTION_NOT_BEGUN,
      "Not begun" },
    /* Each of four things begins it. */
    { TODAY, "2026-06-01", NULL, NULL, -1, NULL, NULL, NULL, SF_ACTION_UNDER_WAY, "Under way" },
    { NULL, "2026-06-01", NULL, "Two asked.", -1, NULL, NULL, NULL, SF_ACTION_UNDER_WAY,
      "Under way" },
    { NULL, "2026-06-01", NULL, NULL, 1, NULL, NULL, NULL, SF_ACTION_UNDER_WAY, "Under way" },
    { NULL, "2026-06-01", NULL, NULL, -1, TODAY, NULL, NULL, SF_ACTION_UNDER_WAY, "Under way" },
    /* Nothing spent is no beginning, nor is a review to come, nor blank progress. */
    { NULL, "2026-06-01", NULL, " ", 0, "2026-05-15", NULL, NULL, SF_ACTION_NOT_BEGUN,
      "Not begun" },
    /* On the due date there is still time. */
    { NULL, TODAY, NULL, NULL, -1, NULL, NULL, NULL, SF_ACTION_NOT_BEGUN, "Not begun" },
    { NULL, "2026-05-13", NULL, NULL, -1, NULL, NULL, NULL, SF_ACTION_LATE, "Late by 1 day" },
    { "2026-04-01", "2026-05-02", NULL, "x", -1, NULL, NULL, NULL, SF_ACTION_LATE,
      "Late by 12 days" },
    { "2026-04-01", NULL, "the lease is not signed", NULL, -1, NULL, NULL, NULL, SF_ACTION_NO_DATE,
      "No date: the lease is not signed" },
    { NULL, NULL, NULL, NULL, -1, NULL, NULL, NULL, SF_ACTION_NO_DATE, "No date yet" },
    { NULL, "2026-05-02", NULL, NULL, -1, NULL, "2026-05-10", NULL, SF_ACTION_DONE,
      "Done on 10 May 2026" },
    { NULL, NULL, "waiting", NULL, -1, NULL, "2026-05-10", NULL, SF_ACTION_DONE,
      "Done on 10 May 2026" },
    { NULL, "2026-05-02", NULL, NULL, 5, NULL, NULL, "no money came", SF_ACTION_DROPPED,
      "Dropped: no money came" },
  };
  SfPriority *priority = put_first (f, "Fathers", 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfAction *action = act (f, priority, "Ask fathers", (int)i);

      change (f->model, action, "starts_on", cases[i].starts);
      change (f->model, action, "due_on", cases[i].due);
      change (f->model, action, "no_date_reason", cases[i].reason);
      change (f->model, action, "progress", cases[i].progress);
      change (f->model, action, "done_on", cases[i].done);
      change (f->model, action, "dropped_reason", cases[i].dropped);
      if (cases[i].spent >= 0)
        change (f->model, action, "spent", cases[i].spent);
      if (cases[i].reviewed != NULL)
        look (f, action, cases[i].reviewed);
      g_test_message ("case %u", i);
      g_assert_cmpint (sf_action_get_state (f->model, action, TODAY), ==, cases[i].state);
      assert_text (sf_action_state_to_text (f->model, action, TODAY), cases[i].text);
      g_assert_cmpint (sf_action_is_open (action), ==,
                       cases[i].state != SF_ACTION_DONE && cases[i].state != SF_ACTION_DROPPED);
      g_assert_cmpint (sf_action_get_days_late (action, TODAY) > 0, ==,
                       cases[i].state == SF_ACTION_LATE);
    }
}

static void
test_reviews (Fixture *f, gconstpointer data)
{
  SfAction *action = act (f, put_first (f, "Fathers", 0), "Ask fathers", 0);

  /* From the evaluation's first day, 1 April 2026; from its own start; from the latest look. */
  assert_text (sf_action_get_review_due (f->model, action, TODAY), "2026-07-30");
  change (f->model, action, "starts_on", "2026-05-01");
  assert_text (sf_action_get_review_due (f->model, action, TODAY), "2026-08-29");
  look (f, action, "2026-05-10");
  look (f, action, "2026-05-04");
  look (f, action, "2026-05-15");
  assert_text (sf_action_get_review_due (f->model, action, TODAY), "2026-09-07");
  change (f->model, action, "done_on", TODAY);
  assert_text (sf_action_get_review_due (f->model, action, TODAY), NULL);
}

/* An action that was written on the day @on. */
static SfAction *
write_on (Fixture *f, SfPriority *priority, const char *on)
{
  SfAction *action;

  set_day (on);
  action = act (f, priority, "Ask fathers", 0);
  set_day ("2025-04-01");
  return action;
}

/* Nobody missed a review of what was not yet there. */
static void
test_reviews_of_new (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *written, *starts, *reviewed, *due;
  } cases[] = {
    /* The evaluation began on 1 April 2026: from there, or from the day of writing. */
    { "2026-03-01", NULL, NULL, "2026-07-30" },
    { "2026-04-01", NULL, NULL, "2026-07-30" },
    { "2026-05-14", NULL, NULL, "2026-09-11" },
    /* Its own start, where that is later; not where it was before there was an action. */
    { "2026-03-01", "2026-05-01", NULL, "2026-08-29" },
    { "2026-05-14", "2026-07-01", NULL, "2026-10-29" },
    { "2026-05-14", "2025-09-01", NULL, "2026-09-11" },
    { "2026-03-01", "2025-09-01", NULL, "2026-06-29" },
    /* A review counts on from its day; one that was written down later no sooner than that. */
    { "2026-03-01", "2025-09-01", "2026-05-04", "2026-09-01" },
    { "2026-05-14", "2025-09-01", "2025-11-01", "2026-09-11" },
    /* A day of writing that is still to come tells nothing. */
    { "2031-01-01", "2025-09-01", NULL, "2025-12-30" },
  };
  SfPriority *priority = put_first (f, "Fathers", 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SfAction *action = write_on (f, priority, cases[i].written);

      change (f->model, action, "starts_on", cases[i].starts);
      if (cases[i].reviewed != NULL)
        look (f, action, cases[i].reviewed);
      g_test_message ("case %u", i);
      assert_text (sf_action_get_review_due (f->model, action, TODAY), cases[i].due);
    }
}

/* --- money ------------------------------------------------------------------------------------ */

static void
test_totals (Fixture *f, gconstpointer data)
{
  SfPriority *priority = put_first (f, "Fathers", 0);
  SfAction *saved = act (f, priority, "Saved", 0), *over = act (f, priority, "Over", 1);
  SfAction *dropped = act (f, priority, "Dropped", 2), *open = act (f, priority, "Open", 3);
  SfAction *unplanned = act (f, priority, "Unplanned", 4), *gone = act (f, priority, "Gone", 5);
  g_autoptr (GPtrArray) actions = NULL;
  SfPlanTotals totals;

  change (f->model, saved, "cost", 100000);
  change (f->model, saved, "spent", 40000);
  change (f->model, over, "cost", 125050);
  change (f->model, over, "spent", 140000);
  change (f->model, over, "done_on", TODAY);
  change (f->model, dropped, "cost", 999);
  change (f->model, dropped, "spent", 500);
  change (f->model, dropped, "dropped_reason", "No money came.");
  change (f->model, open, "due_on", "2026-05-02");
  change (f->model, unplanned, "spent", 300);
  change (f->model, gone, "cost", 5000);
  change (f->model, gone, "retired_at", 1);

  g_assert_cmpint (sf_action_get_overspend (over), ==, 14950);
  g_assert_cmpint (sf_action_get_overspend (saved), ==, 0);
  g_assert_cmpint (sf_action_get_overspend (unplanned), ==, 0);
  assert_text (sf_action_money_to_text (over),
               "£1,250.50 planned, £1,400 spent, £149.50 more than planned");
  assert_text (sf_action_money_to_text (unplanned), "£3 spent");
  assert_text (sf_action_money_to_text (open), NULL);

  actions = sf_plan_list_all_actions (f->model, f->evaluation);
  sf_plan_count (f->model, actions, TODAY, &totals);
  g_assert_cmpuint (totals.n_actions, ==, 5);
  g_assert_cmpuint (totals.n_in[SF_ACTION_DONE], ==, 1);
  g_assert_cmpuint (totals.n_in[SF_ACTION_LATE], ==, 1);
  g_assert_cmpuint (totals.n_in[SF_ACTION_DROPPED], ==, 1);
  g_assert_cmpuint (totals.n_in[SF_ACTION_NO_DATE], ==, 2);
  g_assert_cmpuint (totals.n_uncosted, ==, 2);
  g_assert_cmpuint (totals.n_over, ==, 1);
  g_assert_cmpint (totals.cost, ==, 225050);
  g_assert_cmpint (totals.spent, ==, 180800);
  g_assert_cmpint (totals.over, ==, 14950);
  assert_text (sf_plan_totals_to_text (&totals),
               "5 actions, 1 done, 1 late. £2,250.50 planned, £1,808 spent; 1 action cost £149.50 "
               "more than planned.");
}

static void
test_money (void)
{
  static const struct
  {
    const char *typed;
    gint64 pence; /* -1: refused */
    const char *shown;
  } cases[] = {
    { "£1,250.50", 125050, "£1,250.50" },
    { "1250.5", 125050, "£1,250.50" },
    { " £ 800 ", 80000, "£800" },
    { "0", 0, "£0" },
    { "0.07", 7, "£0.07" },
    { "12.", 1200, "£12" },
    { "1,234,567", 123456700, "£1,234,567" },
    { "999999999.99", 99999999999, "£999,999,999.99" },
    { "1000000000", -1, NULL },
    { "99999999999999999999999999", -1, NULL },
    { "", -1, NULL },
    { "£", -1, NULL },
    { ".50", -1, NULL },
    { "-5", -1, NULL },
    { "12,50", -1, NULL },
    { "1,2345", -1, NULL },
    { "1234,567", -1, NULL },
    { "12,,345", -1, NULL },
    { ",123", -1, NULL },
    { "1.234", -1, NULL },
    { "1.2.3", -1, NULL },
    { "1.5,0", -1, NULL },
    { "5 £", -1, NULL },
    { "about 50", -1, NULL },
    { "1e3", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pence = -1;
      gboolean read = sf_money_parse (cases[i].typed, &pence, &error);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (read, ==, cases[i].pence >= 0);
      g_assert_cmpint (pence, ==, cases[i].pence);
      g_assert_true (read == (error == NULL));
      if (read)
        assert_text (sf_money_format (pence), cases[i].shown);
      /* what is only too much is told by how much there may be */
      else if (strspn (cases[i].typed, "0123456789") > 9)
        g_assert_nonnull (strstr (error->message, "£999,999,999.99 is the most"));
      else
        g_assert_null (strstr (error->message, "too large"));
    }
  g_assert_cmpint (sf_money_add (G_MAXINT64 - 1, 5), ==, G_MAXINT64);
}

/* --- order and filter ------------------------------------------------------------------------- */

static int
by_plan (gconstpointer a, gconstpointer b, gpointer model)
{
  return sf_action_compare (model, *(SfAction **)a, *(SfAction **)b);
}

static int
by_due (gconstpointer a, gconstpointer b, gpointer model)
{
  return sf_action_compare_due (model, *(SfAction **)a, *(SfAction **)b);
}

static void
assert_order (GPtrArray *actions, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    g_string_append (titles, sf_action_get_title (actions->pdata[i]));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_order (Fixture *f, gconstpointer data)
{
  SfPriority *second = put_first (f, "Second", 1), *first = put_first (f, "First", 0);
  SfPriority *retired = put_first (f, "Retired", -1);
  SfAction *d = act (f, second, "d", 7), *b = act (f, first, "b", 5), *a = act (f, first, "a", 2);
  SfAction *c = act (f, second, "c", 3);
  g_autoptr (GPtrArray) all = NULL;

  act (f, retired, "x", 0);
  change (f->model, retired, "retired_at", 1);
  change (f->model, d, "due_on", "2026-05-02");
  change (f->model, b, "due_on", "2026-06-02");
  change (f->model, a, "due_on", "2026-01-02");
  change (f->model, a, "done_on", "2026-01-02");
  change (f->model, c, "lead", "Priya Nair");
  change (f->model, b, "cost", 1);
  change (f->model, b, "spent", 2);
  all = sf_plan_list_all_actions (f->model, f->evaluation);
  assert_order (all, "abcd");
  g_ptr_array_sort_with_data (all, by_due, f->model);
  assert_order (all, "dbca");
  g_ptr_array_sort_with_data (all, by_plan, f->model);
  assert_order (all, "abcd");
  g_assert_cmpint (sf_plan_get_last_position (f->model, second), ==, 7);
  g_assert_cmpint (sf_plan_get_last_position (f->model, f->evaluation), ==, 1);
  g_assert_cmpint (sf_plan_get_last_position (f->model, f->last), ==, -1);

  g_assert_true (sf_action_matches (f->model, c, SF_ACTIONS_ALL, "nair pri", TODAY));
  g_assert_false (sf_action_matches (f->model, d, SF_ACTIONS_ALL, "nair", TODAY));
  for (guint i = 0; i < 4; i++)
    {
      SfAction *action = ((SfAction *[]){ a, b, c, d })[i];

#define PASSES(filter) sf_action_matches (f->model, action, SF_ACTIONS_##filter, NULL, TODAY)
      g_assert_true (PASSES (ALL));
      g_assert_cmpint (PASSES (OPEN), ==, action != a);
      g_assert_cmpint (PASSES (ENDED), ==, action == a);
      g_assert_cmpint (PASSES (LATE), ==, action == d);
      g_assert_cmpint (PASSES (UNDATED), ==, action == c);
      g_assert_cmpint (PASSES (OVER), ==, action == b);
#undef PASSES
    }
}

static void
test_serves (Fixture *f, gconstpointer data)
{
  SfAction *action = act (f, put_first (f, "Fathers", 0), "Ask fathers", 0);
  SfTarget *target = aim (f, "LLD-S5", "Fathers write"), *gone = aim (f, NULL, "Gone");
  g_autoptr (GPtrArray) targets = NULL, statements = NULL;

  make (f->model, SF_TYPE_ACTION_TARGET, "action", action, "target", target, NULL);
  make (f->model, SF_TYPE_ACTION_TARGET, "action", action, "target", gone, NULL);
  change (f->model, gone, "retired_at", 1);
  change (f->model, action, "statement_codes", "SFC-S1  none LLD-S5 SFC-S1");
  targets = sf_plan_list_targets (f->model, action);
  g_assert_cmpuint (targets->len, ==, 1);
  g_assert_true (targets->pdata[0] == target);
  statements = sf_plan_list_statements (f->model, action);
  g_assert_cmpuint (statements->len, ==, 2);
  g_assert_cmpstr (sf_statement_get_code (statements->pdata[0]), ==, "SFC-S1");
}

/* --- the agenda ------------------------------------------------------------------------------- */

static void
test_agenda (Fixture *f, gconstpointer data)
{
  SfPriority *priority = put_first (f, "Fathers", 0);
  g_autoptr (GPtrArray) items = NULL;
  SfAgendaItem *item;

  change (f->model, act (f, priority, "Late", 0), "due_on", "2026-05-11");
  change (f->model, act (f, priority, "Soon", 1), "due_on", "2026-06-13");
  change (f->model, act (f, priority, "Much later", 2), "due_on", "2026-06-14");
  change (f->model, act (f, priority, "To look at", 3), "starts_on", "2026-01-20");
  change (f->model, act (f, priority, "Done", 4), "due_on", "2026-05-11");
  items = sf_plan_list_actions (f->model, priority);
  change (f->model, items->pdata[4], "done_on", "2026-05-11");
  g_clear_pointer (&items, g_ptr_array_unref);

  items = sf_agenda_list_due (f->model, f->evaluation, TODAY, 30);
  g_assert_cmpuint (items->len, ==, 3);
  item = items->pdata[0];
  g_assert_cmpint (item->kind, ==, SF_AGENDA_ACTION);
  g_assert_cmpstr (item->title, ==, "Late");
  g_assert_cmpstr (item->detail, ==, "Action of the plan · 3 days late");
  g_assert_cmpstr (item->page, ==, SF_PAGE_PLAN);
  g_assert_true (SF_IS_ACTION (item->record));
  item = items->pdata[1];
  g_assert_cmpint (item->kind, ==, SF_AGENDA_ACTION_REVIEW);
  g_assert_cmpstr (item->detail, ==, "Review of the plan · 20 May");
  item = items->pdata[2];
  g_assert_cmpstr (item->title, ==, "Soon");
}

/* --- drafting --------------------------------------------------------------------------------- */

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *parts; /* with | between */
  } cases[] = {
    { NULL, "" },
    { " \n\t", "" },
    { "Few leaflets in Romanian.", "Few leaflets in Romanian" },
    { "Ask fathers. Tell them why.", "Ask fathers|Tell them why" },
    { "Ask fathers\r\nTell them why\n\n", "Ask fathers|Tell them why" },
    { "- Ask fathers\n• Tell them\n* Go\n– Stay\n—\tRest", "Ask fathers|Tell them|Go|Stay|Rest" },
    { "1. Ask\n2) Tell\n(3) Go\na) Stay\n(b) Rest\n12. Wait", "Ask|Tell|Go|Stay|Rest|Wait" },
    /* Not marks of a list. */
    { "-5 degrees in the hall", "-5 degrees in the hall" },
    { "1.5 posts are empty", "1.5 posts are empty" },
    { "2026 was hard", "2026 was hard" },
    { "A. Smith left", "A. Smith left" },
    { "(a few) families left", "(a few) families left" },
    /* No ends of sentences. */
    { "Ask Mrs. Jones at St. Mary’s, e.g. Monday", "Ask Mrs. Jones at St. Mary’s, e.g. Monday" },
    { "It cost 4.50 each", "It cost 4.50 each" },
    { "Who came? Nobody knows! Find out.", "Who came?|Nobody knows!|Find out" },
    { "It ended in 2025. Nobody came.", "It ended in 2025|Nobody came" },
    { "Ask… Then wait...", "Ask… Then wait..." },
    { "Élan fehlt. Übung hilft.", "Élan fehlt|Übung hilft" },
    /* Once is enough. */
    { "Ask fathers.\nAsk fathers\nAsk fathers.", "Ask fathers" },
    { "-\n•\n.\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = sf_improvements_split (cases[i].text);

      g_test_message ("case %u", i);
      assert_text (g_strjoinv ("|", parts), cases[i].parts);
    }
}

static void
test_draft (Fixture *f, gconstpointer data)
{
  SfJudgement *good = judge (f, "LLD-S1", 2), *weak = judge (f, "SFC-S1", 4);
  SfJudgement *none = judge (f, "LLD-S2", 0), *head = judge (f, "LLD-S8", 4);
  SfAction *action;
  g_autoptr (GPtrArray) lines = NULL;
  SfDraftLine *line;

  change (f->model, good, "improvements", "Time to read.");
  change (f->model, weak, "improvements", "Ask fathers. Tell them why.");
  change (f->model, none, "improvements", "Look at it.");
  change (f->model, head, "improvements", "The head’s own.");
  action = act (f, put_first (f, "Fathers", 0), "Ask every father", 0);
  change (f->model, action, "judgement", weak);
  change (f->model, action, "improvement", "Tell them why");

  lines = sf_plan_list_draft_lines (f->model, f->evaluation);
  g_assert_cmpuint (lines->len, ==, 4);
  line = lines->pdata[0];
  g_assert_cmpstr (line->text, ==, "Ask fathers");
  g_assert_null (line->taken);
  g_assert_true (line->judgement == weak);
  line = lines->pdata[1];
  g_assert_cmpstr (line->text, ==, "Tell them why");
  g_assert_true (line->taken == action);
  line = lines->pdata[2];
  g_assert_cmpstr (line->text, ==, "Time to read");
  line = lines->pdata[3];
  g_assert_cmpstr (line->text, ==, "Look at it");
  g_clear_pointer (&lines, g_ptr_array_unref);

  change (f->model, action, "retired_at", 1);
  lines = sf_plan_list_draft_lines (f->model, f->evaluation);
  line = lines->pdata[1];
  g_assert_null (line->taken);
}

static void
assert_place (Fixture *f, SfAction *action, int by, SfPriority *wanted, guint place)
{
  SfPriority *under = NULL;
  guint found = 99;

  g_assert_cmpint (sf_plan_find_place (f->model, action, by, &under, &found), ==, wanted != NULL);
  if (wanted == NULL)
    return;
  g_assert_true (under == wanted);
  g_assert_cmpuint (found, ==, place);
}

/* One place up or down, and on into the priority before or after, empty ones too. */
static void
test_places (Fixture *f, gconstpointer data)
{
  SfPriority *one = put_first (f, "One", 0), *empty = put_first (f, "Empty", 1);
  SfPriority *gone = put_first (f, "Gone", 2), *last = put_first (f, "Last", 3);
  SfAction *a = act (f, one, "A", 0), *b = act (f, one, "B", 1), *c = act (f, last, "C", 0);
  SfAction *off = act (f, one, "Off", 2);

  change (f->model, gone, "retired_at", 1);
  change (f->model, off, "retired_at", 1);
  assert_place (f, a, -1, NULL, 0);
  assert_place (f, a, 1, one, 1);
  assert_place (f, b, -1, one, 0);
  assert_place (f, b, 1, empty, 0);
  assert_place (f, c, -1, empty, 0);
  assert_place (f, c, 1, NULL, 0);
  assert_place (f, off, 1, NULL, 0);
  change (f->model, empty, "retired_at", 1);
  assert_place (f, c, -1, one, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/plan/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("states", test_states);
  ADD ("reviews", test_reviews);
  ADD ("reviews-of-new", test_reviews_of_new);
  ADD ("totals", test_totals);
  ADD ("order", test_order);
  ADD ("serves", test_serves);
  ADD ("agenda", test_agenda);
  ADD ("draft", test_draft);
  ADD ("places", test_places);
#undef ADD
  g_test_add_func ("/plan/money", test_money);
  g_test_add_func ("/plan/split", test_split);
  return g_test_run ();
}
