/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "performance-helpers.h"

#include "crypt/sf-sealed.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-store-task.h"

/* Who signs, who may read no longer, and another recovery key. */

#define GOVERNOR "Governor Tull"
#define GOVERNOR_PHRASE "lanterns over the estuary"
#define SECOND "Governor Ames"
#define SECOND_PHRASE "geese above the boatyard"

static void
let_read (Centre *centre, const char *name, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_let_read_sync (centre->workbook, the_record (centre), name, passphrase, &cheap,
                             &error);
  g_assert_no_error (error);
}

/* --- signing -----------------------------------------------------------------------------------
 */

static gboolean
signs (Centre *centre, gboolean final, gboolean reviewer, const char *passphrase, GError **error)
{
  const SfPerformanceSignature signature
      = { .final = final, .reviewer = reviewer, .on = "2026-09-20", .passphrase = passphrase };

  return sf_workbook_sign_performance_sync (centre->workbook, the_record (centre), &signature,
                                            error);
}

static void
make_ready (Centre *centre)
{
  g_autoptr (SfPerformance) copy = copy_of (centre);

  g_assert_true (sf_performance_add_objective (copy, "Lead the welcome group", NULL, NULL));
  g_assert_true (sf_performance_set (copy, SF_PERFORMANCE_SET_HELD_ON, "2026-09-18", NULL));
  save (centre, copy);
}

static void
test_signing (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const SfPerformance *now;

  g_assert_false (signs (centre, FALSE, FALSE, PERSON_PHRASE, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "no objective"));
  g_clear_error (&error);
  make_ready (centre);
  let_read (centre, GOVERNOR, GOVERNOR_PHRASE);
  /* nobody for another, and no further reader */
  g_assert_false (signs (centre, FALSE, FALSE, REVIEWER_PHRASE, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "their own"));
  g_clear_error (&error);
  g_assert_false (signs (centre, FALSE, TRUE, GOVERNOR_PHRASE, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (signs (centre, FALSE, FALSE, PERSON_PHRASE, &error));
  g_assert_no_error (error);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpstr (sf_performance_get (now, SF_PERFORMANCE_SET_PERSON_SIGNED_BY), ==,
                   "Amina Okoro");
  g_assert_cmpint (sf_performance_get_stage (now), ==, SF_PERFORMANCE_SETTING);
  /* from locked, too: who signs has the passphrase at hand */
  sync_workbook (centre->workbook);
  reopen_workbook (centre);
  g_assert_true (signs (centre, FALSE, TRUE, REVIEWER_PHRASE, &error));
  g_assert_no_error (error);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpint (sf_performance_get_stage (now), ==, SF_PERFORMANCE_RUNNING);
  g_assert_false (signs (centre, FALSE, TRUE, REVIEWER_PHRASE, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

static gboolean
takes_back (Centre *centre, gboolean reviewer, const char *passphrase, GError **error)
{
  const SfPerformanceSignature signature
      = { .reviewer = reviewer, .back = TRUE, .passphrase = passphrase };

  return sf_workbook_sign_performance_sync (centre->workbook, the_record (centre), &signature,
                                            error);
}

/* What both agreed is opened by neither alone: not by an edit, not by undo, not by the other. */
static void
test_taking_back (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPerformance) changed = NULL;
  const SfPerformance *now;

  make_ready (centre);
  g_assert_true (signs (centre, FALSE, FALSE, PERSON_PHRASE, &error));
  g_assert_true (signs (centre, FALSE, TRUE, REVIEWER_PHRASE, &error));
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  changed = sf_performance_copy (now);
  sf_performance_set (changed, SF_PERFORMANCE_SET_REVIEWER_SIGNED_BY, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      sf_workbook_edit_performance (centre->workbook, the_record (centre), changed, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sf_workbook_get_can_undo (centre->workbook));
  g_assert_false (takes_back (centre, TRUE, PERSON_PHRASE, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpint (sf_performance_get_stage (now), ==, SF_PERFORMANCE_RUNNING);
  g_assert_true (takes_back (centre, TRUE, REVIEWER_PHRASE, &error));
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpint (sf_performance_get_stage (now), ==, SF_PERFORMANCE_SETTING);
  g_assert_null (sf_performance_get (now, SF_PERFORMANCE_SET_REVIEWER_SIGNED_ON));
  g_assert_nonnull (sf_performance_get (now, SF_PERFORMANCE_SET_PERSON_SIGNED_BY));
}

static gboolean
recovers (Centre *centre, SfSecret *paper)
{
  return sf_workbook_recover_performance_sync (centre->workbook, the_record (centre),
                                               (char *)sf_secret_get_data (paper), "Amina Okoro",
                                               PERSON_PHRASE, &cheap, NULL);
}

/* --- whose words -------------------------------------------------------------------------------
 */

/* Something that the record does not say yet, there; of the first objective where @of_objective. */
static gboolean
writes (Centre *centre, gboolean of_objective, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPerformance) copy = copy_of (centre);
  gboolean done;

  if (of_objective)
    sf_performance_set_of_objective (copy, sf_performance_get_objective (copy, 0), field, text,
                                     &error);
  else
    sf_performance_set (copy, field, text, &error);
  g_assert_no_error (error);
  done = sf_workbook_edit_performance (centre->workbook, the_record (centre), copy, &error);
  if (!done)
    g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  return done;
}

static void
assert_writes (Centre *centre, gboolean persons, gboolean reviewers, gboolean boths)
{
  static guint n = 0;
  g_autofree char *fresh = g_strdup_printf ("text %u", n++);
  const char *word = n % 2 == 0 ? "met" : "not-met";

  g_assert_cmpint (writes (centre, FALSE, SF_PERFORMANCE_SELF_REVIEW, fresh), ==, persons);
  g_assert_cmpint (writes (centre, TRUE, SF_OBJECTIVE_SELF_REVIEW, fresh), ==, persons);
  g_assert_cmpint (writes (centre, FALSE, SF_PERFORMANCE_REVIEW, fresh), ==, reviewers);
  g_assert_cmpint (writes (centre, FALSE, SF_PERFORMANCE_OVERALL, word), ==, reviewers);
  g_assert_cmpint (writes (centre, FALSE, SF_PERFORMANCE_DRAFT, fresh), ==, reviewers);
  g_assert_cmpint (writes (centre, TRUE, SF_OBJECTIVE_REVIEW, fresh), ==, reviewers);
  g_assert_cmpint (writes (centre, TRUE, SF_OBJECTIVE_JUDGEMENT, word), ==, reviewers);
  g_assert_cmpint (writes (centre, FALSE, SF_PERFORMANCE_SET_NOTES, fresh), ==, boths);
  g_assert_cmpint (writes (centre, TRUE, SF_OBJECTIVE_CRITERIA, fresh), ==, boths);
  sync_workbook (centre->workbook);
}

static void
test_whose_words (Centre *centre, gconstpointer data)
{
  g_autoptr (SfSecret) paper = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  set_up_recovery (centre, &paper);
  begin (centre, NULL);
  make_ready (centre);
  assert_writes (centre, FALSE, FALSE, TRUE);
  let_read (centre, GOVERNOR, GOVERNOR_PHRASE);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  assert_writes (centre, TRUE, FALSE, TRUE);
  /* who signs at the other's does not take it over */
  g_assert_true (signs (centre, FALSE, TRUE, REVIEWER_PHRASE, &error));
  g_assert_cmpint (sf_workbook_get_opener (centre->workbook, the_record (centre)), ==,
                   SF_PERFORMANCE_BY_PERSON);
  g_assert_true (takes_back (centre, TRUE, REVIEWER_PHRASE, &error));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  assert_writes (centre, FALSE, TRUE, TRUE);
  g_assert_true (unlocks (centre, GOVERNOR_PHRASE));
  assert_writes (centre, FALSE, TRUE, TRUE);
  name = sf_workbook_dup_opener_name (centre->workbook, the_record (centre));
  g_assert_cmpstr (name, ==, GOVERNOR);
  sf_workbook_lock_performance (centre->workbook, NULL);
  g_assert_true (recovers (centre, paper));
  assert_writes (centre, FALSE, FALSE, FALSE);
  /* an objective goes with what is said of it: not by who may not say it */
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  {
    g_autoptr (SfPerformance) copy = copy_of (centre);

    g_assert_true (
        sf_performance_remove_objective (copy, sf_performance_get_objective (copy, 0), NULL));
    g_assert_false (
        sf_workbook_edit_performance (centre->workbook, the_record (centre), copy, &error));
    g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "reviewer’s"));
  }
}

static void
assert_undo (Centre *centre, gboolean can)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_undo (centre->workbook);
  g_assert_cmpint (sf_workbook_sync (centre->workbook, &error), ==, can);
  if (!can)
    g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

/* Undo does not take back what the other wrote, nor bring it again. */
static void
test_undo_of_others (Centre *centre, gconstpointer data)
{
  const SfPerformance *now;

  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  g_assert_true (writes (centre, FALSE, SF_PERFORMANCE_REVIEW, "first"));
  g_assert_true (writes (centre, FALSE, SF_PERFORMANCE_REVIEW, "second"));
  sync_workbook (centre->workbook);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  assert_undo (centre, FALSE);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpstr (sf_performance_get (now, SF_PERFORMANCE_REVIEW), ==, "second");
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  assert_undo (centre, TRUE);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpstr (sf_performance_get (now, SF_PERFORMANCE_REVIEW), ==, "first");
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  sf_workbook_redo (centre->workbook);
  g_assert_false (sf_workbook_sync (centre->workbook, NULL));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  sf_workbook_redo (centre->workbook);
  sync_workbook (centre->workbook);
  now = sf_workbook_get_performance (centre->workbook, the_record (centre), NULL);
  g_assert_cmpstr (sf_performance_get (now, SF_PERFORMANCE_REVIEW), ==, "second");
}

/* --- withdrawing -------------------------------------------------------------------------------
 */

static gboolean
withdraw (Centre *centre, const char *name, const char *const *passphrases, GError **error)
{
  return sf_workbook_withdraw_reader_sync (centre->workbook, the_record (centre), name, passphrases,
                                           &cheap, error);
}

static void
assert_not_withdrawn (Centre *centre, const char *name, const char *const *passphrases)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (withdraw (centre, name, passphrases, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_true (unlocks (centre, GOVERNOR_PHRASE));
  assert_says (centre, "before");
}

static void
test_withdrawing (Centre *centre, gconstpointer data)
{
  const char *const all[] = { REVIEWER_PHRASE, SECOND_PHRASE, PERSON_PHRASE, NULL };
  const char *const without_one[] = { PERSON_PHRASE, REVIEWER_PHRASE, NULL };
  const char *const one_wrong[] = { PERSON_PHRASE, REVIEWER_PHRASE, "geese above the boat", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed_before = NULL;

  say (centre, "before");
  let_read (centre, GOVERNOR, GOVERNOR_PHRASE);
  let_read (centre, SECOND, SECOND_PHRASE);
  sync_workbook (centre->workbook);
  assert_not_withdrawn (centre, GOVERNOR, without_one);
  assert_not_withdrawn (centre, GOVERNOR, one_wrong);
  assert_not_withdrawn (centre, "Amina Okoro", all);
  sealed_before = g_bytes_ref (sf_performance_record_get_sealed (the_record (centre)));
  g_assert_true (withdraw (centre, GOVERNOR, all, &error));
  g_assert_no_error (error);
  assert_says (centre, "before");
  say (centre, "after");
  sync_workbook (centre->workbook);
  reopen_workbook (centre);
  assert_sound (centre->workbook);
  g_assert_cmpstr (sf_performance_record_get_further_readers (the_record (centre)), ==, SECOND);
  g_assert_false (unlocks (centre, GOVERNOR_PHRASE));
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  g_assert_true (unlocks (centre, SECOND_PHRASE));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  assert_says (centre, "after");
  /* the key is another: what the old one sealed does not open */
  {
    SfSecret *key = sf_opened_get_key (centre->workbook,
                                       sf_record_get_uuid (SF_RECORD (the_record (centre))), NULL);
    g_autoptr (SfSecret) plain
        = sf_sealed_open (key, sf_record_get_uuid (SF_RECORD (the_record (centre))), "sealed",
                          sealed_before, &error);

    g_assert_null (plain);
    g_assert_error (error, SF_ERROR, SF_ERROR_DAMAGED);
    g_clear_error (&error);
  }
  /* undo goes back to the barrier, not behind it */
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  assert_says (centre, "before");
  g_assert_false (sf_workbook_get_can_undo (centre->workbook));
}

/* Somebody types on while the locks are changed: it is refused, not lost in another key. */
static void
test_edit_meanwhile (Centre *centre, gconstpointer data)
{
  const char *const both[] = { PERSON_PHRASE, REVIEWER_PHRASE, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPerformance) copy = NULL;

  let_read (centre, GOVERNOR, GOVERNOR_PHRASE);
  say (centre, "pending");
  copy = copy_of (centre);
  sf_performance_set (copy, SF_PERFORMANCE_SET_NOTES, "too soon", NULL);
  sf_workbook_withdraw_reader (centre->workbook, the_record (centre), GOVERNOR, both, &cheap,
                               sf_sync_cb, &result);
  g_assert_false (
      sf_workbook_edit_performance (centre->workbook, the_record (centre), copy, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_BUSY);
  g_clear_error (&error);
  while (result == NULL)
    {
      assert_says (centre, "pending");
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (sf_workbook_performance_finish (centre->workbook, result, &error));
  assert_says (centre, "pending");
  save (centre, copy);
  sync_workbook (centre->workbook);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  assert_says (centre, "too soon");
}

/* --- another recovery key ----------------------------------------------------------------------
 */

static void
test_replacing (Centre *centre, gconstpointer data)
{
  g_autoptr (SfSecret) old = NULL, other = sf_recovery_new (), new_key = sf_recovery_new ();
  g_autoptr (SfSecret) other_text = sf_recovery_to_text (other), paper = NULL;
  g_autoptr (GError) error = NULL;
  SfPerformanceRecord *next;

  set_up_recovery (centre, &old);
  begin (centre, NULL);
  say (centre, "of the first");
  begin (centre, the_record (centre));
  sync_workbook (centre->workbook);
  g_assert_null (sf_workbook_replace_recovery_sync (centre->workbook,
                                                    (char *)sf_secret_get_data (other_text), NULL,
                                                    &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (recovers (centre, old));
  paper = sf_workbook_replace_recovery_sync (centre->workbook, (char *)sf_secret_get_data (old),
                                             new_key, &error);
  g_assert_no_error (error);
  reopen_workbook (centre);
  g_assert_false (recovers (centre, old));
  g_assert_true (recovers (centre, paper));
  assert_says (centre, "of the first");
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  /* what begins now is locked for the new one, too */
  next = begin (centre, NULL);
  sf_workbook_lock_performance (centre->workbook, NULL);
  g_assert_true (sf_workbook_recover_performance_sync (centre->workbook, next,
                                                       (char *)sf_secret_get_data (paper),
                                                       "Amina Okoro", PERSON_PHRASE, &cheap,
                                                       &error));
  g_assert_no_error (error);
}

#define ADD(name, up, test) g_test_add ("/readers/" name, Centre, NULL, up, test, tear_down_centre)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("signing", set_up_record, test_signing);
  ADD ("taking-back", set_up_record, test_taking_back);
  ADD ("whose-words", set_up_centre, test_whose_words);
  ADD ("undo-of-others", set_up_record, test_undo_of_others);
  ADD ("withdrawing", set_up_record, test_withdrawing);
  ADD ("edit-meanwhile", set_up_record, test_edit_meanwhile);
  ADD ("replacing", set_up_centre, test_replacing);
  return run_tests_in_own_home ();
}
