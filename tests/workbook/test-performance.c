/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "erase-grep.h"
#include "performance-helpers.h"

#include "store/sf-backup-folder.h"
#include "workbook/sf-workbook-private.h"

/* Confidential records: what a file tells of them without a passphrase, and who opens them. */

/* Every field of a side says the secret. */
static void
say_it (Centre *centre, SfPerformanceSide side)
{
  g_autoptr (SfPerformance) copy = copy_of (centre);
  g_autoptr (GError) error = NULL;
  SfUuid objective;

  if (sf_performance_get_n_objectives (copy) == 0)
    sf_performance_add_objective (copy, SECRET " objective", &objective, &error);
  g_assert_no_error (error);
  objective = *sf_performance_get_objective (copy, 0);
  for (guint i = 0; i < SF_N_PERFORMANCE_FIELDS; i++)
    if (sf_performance_field_get_kind (i) == SF_PERFORMANCE_PROSE
        && sf_performance_field_get_side (i) == side)
      {
        sf_performance_set (copy, i, SECRET " prose", &error);
        g_assert_no_error (error);
      }
  for (guint i = 0; i < SF_N_OBJECTIVE_FIELDS; i++)
    if (sf_objective_field_get_kind (i) == SF_PERFORMANCE_PROSE
        && sf_objective_field_get_side (i) == side)
      {
        sf_performance_set_of_objective (copy, &objective, i, SECRET " of objective", &error);
        g_assert_no_error (error);
      }
  save (centre, copy);
  sync_workbook (centre->workbook);
}

static void
say_it_everywhere (Centre *centre)
{
  say_it (centre, SF_PERFORMANCE_BOTHS);
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  say_it (centre, SF_PERFORMANCE_REVIEWERS);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  say_it (centre, SF_PERFORMANCE_PERSONS);
}

static void
assert_nowhere (Centre *centre, const char *what)
{
  g_autofree char *backups = sf_backup_folder_of (&centre->workbook->uuid);
  g_autofree char *in_file = find_bytes (centre->folder, what, strlen (what));
  g_autofree char *in_backup = find_bytes (backups, what, strlen (what));

  g_assert_cmpstr (in_file, ==, NULL);
  g_assert_cmpstr (in_backup, ==, NULL);
}

static void
assert_history_silent (Centre *centre)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history
      = sf_workbook_load_history_sync (centre->workbook, NULL, 0, 100, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      SfHistoryEntry *entry = history->pdata[i];

      g_assert_null (strstr (entry->label, SECRET));
      g_assert_null (strstr (entry->label, "Amina"));
      for (guint k = 0; k < entry->changes->len; k++)
        {
          SfHistoryChange *change = entry->changes->pdata[k];

          if (g_strcmp0 (change->field, "sealed") == 0)
            g_assert_true (change->old_text == NULL && change->new_text == NULL);
        }
    }
}

/* While it is unlocked, and with nothing closed: the file, its journal, drafts, history, backup. */
static void
test_silent (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = NULL;

  say_it_everywhere (centre);
  say (centre, SECRET " again");
  assert_nowhere (centre, SECRET);
  sync_workbook (centre->workbook);
  backup = sf_workbook_back_up_sync (centre->workbook, NULL, "asked", &error);
  g_assert_no_error (error);
  /* the grep does find what is not sealed, in the file and in the backup */
  {
    g_autofree char *folder = sf_backup_folder_of (&centre->workbook->uuid);
    g_autofree char *file = find_bytes (centre->folder, "Amina Okoro", 11);
    g_autofree char *copy = find_bytes (folder, "Amina Okoro", 11);

    g_assert_nonnull (file);
    g_assert_nonnull (copy);
  }
  assert_nowhere (centre, SECRET);
  assert_nowhere (centre, PERSON_PHRASE);
  assert_nowhere (centre, REVIEWER_PHRASE);
  assert_history_silent (centre);
  reopen_workbook (centre);
  assert_nowhere (centre, SECRET);
  assert_sound (centre->workbook);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  assert_says (centre, SECRET " again");
}

static void
test_passphrases (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *names;

  say (centre, SECRET);
  sync_workbook (centre->workbook);
  reopen_workbook (centre);
  g_assert_null (sf_workbook_get_performance (centre->workbook, the_record (centre), &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (unlocks (centre, "wet Monday paddle boat"));
  g_assert_false (unlocks (centre, ""));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  assert_says (centre, SECRET);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  g_assert_false (sf_workbook_change_passphrase_sync (centre->workbook, the_record (centre),
                                                      "not this one at all", NEW_PHRASE, &cheap,
                                                      &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sf_workbook_change_passphrase_sync (centre->workbook, the_record (centre),
                                                      PERSON_PHRASE, "Amina Okoro", &cheap,
                                                      &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  sf_workbook_change_passphrase_sync (centre->workbook, the_record (centre), PERSON_PHRASE,
                                      NEW_PHRASE, &cheap, &error);
  g_assert_no_error (error);
  g_assert_false (unlocks (centre, PERSON_PHRASE));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  g_assert_true (unlocks (centre, NEW_PHRASE));
  /* who writes the reviewer's words is not for the person to let in */
  g_assert_false (sf_workbook_let_read_sync (centre->workbook, the_record (centre), "Governor Tull",
                                             "lanterns over the estuary", &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  sf_workbook_let_read_sync (centre->workbook, the_record (centre), "Governor Tull",
                             "lanterns over the estuary", &cheap, &error);
  g_assert_no_error (error);
  reopen_workbook (centre);
  g_assert_true (unlocks (centre, "lanterns over the estuary"));
  assert_says (centre, SECRET);
  names = sf_performance_record_get_further_readers (the_record (centre));
  g_assert_cmpstr (names, ==, "Governor Tull");
  /* only who can read lets another read */
  sf_workbook_lock_performance (centre->workbook, NULL);
  g_assert_false (sf_workbook_let_read_sync (centre->workbook, the_record (centre), "A stranger",
                                             "ladders in the orchard", &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

/* What the file held of an old passphrase is overwritten: no old keyring is left to be tried. */
static void
test_no_old_keyring (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfStore *store = sf_store_open (centre->path, TRUE, &error);
  sqlite3_stmt *select;
  g_autoptr (GBytes) old = NULL;
  g_autofree char *before = NULL, *found = NULL;
  const char *wrap;
  gboolean row;

  g_assert_no_error (error);
  select = sf_sql_prepare (sf_store_get_sql (store), "SELECT bytes FROM keyring", &error);
  g_assert_true (sf_sql_step (sf_store_get_sql (store), select, &row, &error) && row);
  old = g_bytes_new (sqlite3_column_blob (select, 0), (gsize)sqlite3_column_bytes (select, 0));
  sqlite3_reset (select);
  sf_store_close (store, &error);
  g_assert_no_error (error);
  /* the wrap of the person's old passphrase, by its salt and what follows */
  g_assert_cmpuint (g_bytes_get_size (old), >, 100);
  wrap = (const char *)g_bytes_get_data (old, NULL) + 35 + 25;
  before = find_bytes (centre->folder, wrap, 40);
  g_assert_nonnull (before);
  sf_workbook_change_passphrase_sync (centre->workbook, the_record (centre), PERSON_PHRASE,
                                      NEW_PHRASE, &cheap, &error);
  g_assert_no_error (error);
  found = find_bytes (centre->folder, wrap, 40);
  g_assert_cmpstr (found, ==, NULL);
}

static void
test_idle (Centre *centre, gconstpointer data)
{
  const gint64 start = G_GINT64_CONSTANT (1800000000000);
  guint told = 0;

  sf_clock_set_for_test (start);
  g_signal_connect_swapped (centre->workbook, "lock-changed", G_CALLBACK (g_atomic_int_inc), &told);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  told = 0;
  sf_clock_set_for_test (start + SF_PERFORMANCE_IDLE_MS - 1);
  g_assert_true (sf_workbook_is_unlocked (centre->workbook, the_record (centre)));
  sf_workbook_keep_unlocked (centre->workbook);
  sf_clock_set_for_test (start + 2 * SF_PERFORMANCE_IDLE_MS - 2);
  g_assert_true (sf_workbook_is_unlocked (centre->workbook, the_record (centre)));
  say (centre, SECRET);
  sync_workbook (centre->workbook);
  sf_clock_set_for_test (start + 3 * SF_PERFORMANCE_IDLE_MS - 2);
  /* by itself: nobody asks */
  while (told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_hash_table_size (centre->workbook->opened), ==, 0);
  g_assert_false (sf_workbook_is_unlocked (centre->workbook, the_record (centre)));
  /* a clock that was turned back does not keep it open */
  g_assert_true (unlocks (centre, PERSON_PHRASE));
  sf_clock_set_for_test (start);
  g_assert_false (sf_workbook_is_unlocked (centre->workbook, the_record (centre)));
  sf_clock_set_for_test (0);
}

static gboolean
on_refused_cb (SfWorkbook *workbook, const char *sentence, char **where)
{
  g_free (*where);
  *where = g_strdup (sentence);
  return TRUE;
}

static void
test_undo (Centre *centre, gconstpointer data)
{
  g_autofree char *refused = NULL;
  g_autoptr (GError) error = NULL;

  /* its beginning is where undo stops */
  g_assert_false (sf_workbook_get_can_undo (centre->workbook));
  say (centre, "first");
  say (centre, "second");
  sync_workbook (centre->workbook);
  assert_says (centre, "second");
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  assert_says (centre, "first");
  g_signal_connect (centre->workbook, "refused", G_CALLBACK (on_refused_cb), &refused);
  sf_workbook_lock_performance (centre->workbook, NULL);
  sf_workbook_undo (centre->workbook);
  g_assert_false (sf_workbook_sync (centre->workbook, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_nonnull (strstr (refused, "locked"));
  sf_workbook_redo (centre->workbook);
  g_assert_false (sf_workbook_sync (centre->workbook, NULL));
  g_assert_true (sf_workbook_get_can_undo (centre->workbook));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  assert_says (centre, "first");
  sf_workbook_redo (centre->workbook);
  sync_workbook (centre->workbook);
  assert_says (centre, "second");
  sf_workbook_undo (centre->workbook);
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  assert_says (centre, NULL);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_PERFORMANCE_RECORD), ==, 1);
}

static void
test_recovery (Centre *centre, gconstpointer data)
{
  g_autoptr (SfSecret) paper = NULL, another = NULL;
  g_autoptr (SfSecret) other_key = NULL;
  g_autoptr (SfSecret) other_text = NULL;
  g_autoptr (GError) error = NULL;
  const SfPerformanceWish too_early = { .centre = centre->centre,
                                        .person = "A",
                                        .kind = "head",
                                        .reviewer = "B",
                                        .starts_on = "2026-09-01",
                                        .ends_on = "2027-08-31",
                                        .person_passphrase = PERSON_PHRASE,
                                        .reviewer_passphrase = REVIEWER_PHRASE,
                                        .cost = &cheap };

  g_assert_false (sf_workbook_has_recovery_sync (centre->workbook, &error));
  g_assert_no_error (error);
  g_assert_null (sf_workbook_begin_performance_sync (centre->workbook, &too_early, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  set_up_recovery (centre, &paper);
  g_assert_true (sf_workbook_has_recovery_sync (centre->workbook, &error));
  another = sf_workbook_set_up_recovery_sync (centre->workbook, NULL, &error);
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_null (another);
  g_clear_error (&error);
  begin (centre, NULL);
  say (centre, SECRET);
  sync_workbook (centre->workbook);
  reopen_workbook (centre);
  assert_nowhere (centre, (char *)sf_secret_get_data (paper));
  other_key = sf_recovery_new ();
  other_text = sf_recovery_to_text (other_key);
  g_assert_false (sf_workbook_recover_performance_sync (centre->workbook, the_record (centre),
                                                        (char *)sf_secret_get_data (other_text),
                                                        "Amina Okoro", NEW_PHRASE, &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sf_workbook_recover_performance_sync (centre->workbook, the_record (centre),
                                                        (char *)sf_secret_get_data (paper),
                                                        "A stranger", NEW_PHRASE, &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sf_workbook_recover_performance_sync (centre->workbook, the_record (centre),
                                        (char *)sf_secret_get_data (paper), "Amina Okoro",
                                        NEW_PHRASE, &cheap, &error);
  g_assert_no_error (error);
  assert_says (centre, SECRET);
  g_assert_true (unlocks (centre, NEW_PHRASE));
  g_assert_true (unlocks (centre, REVIEWER_PHRASE));
  g_assert_false (unlocks (centre, PERSON_PHRASE));
}

/* What was objectives not met goes into the next cycle, under another key. */
static void
test_carry (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfPerformanceRecord *first = the_record (centre), *next;
  const SfPerformance *document;

  say_it_everywhere (centre);
  next = begin (centre, first);
  document = sf_workbook_get_performance (centre->workbook, next, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sf_performance_get_n_objectives (document), ==, 1);
  g_assert_null (sf_performance_get (document, SF_PERFORMANCE_SET_NOTES));
  g_assert_true (sf_record_refers_to (SF_RECORD (next), SF_PERFORMANCE_RECORD_PREDECESSOR, first));
  assert_nowhere (centre, SECRET);
}

static void
assert_opening_fails (Centre *centre, SfPerformanceRecord *record, int code)
{
  g_autoptr (GError) error = NULL;

  if (sf_workbook_unlock_performance_sync (centre->workbook, record, PERSON_PHRASE, &error))
    g_assert_null (sf_workbook_get_performance (centre->workbook, record, &error));
  g_assert_error (error, SF_ERROR, code);
}

/* By somebody who can write the file and has no passphrase. */
static void
test_tampering (Centre *centre, gconstpointer data)
{
  SfPerformanceRecord *first;

  say (centre, SECRET);
  begin (centre, NULL);
  sync_workbook (centre->workbook);
  close_workbook (centre);
  run_sql (centre, "UPDATE performance SET sealed = (SELECT sealed FROM performance WHERE id = 2)"
                   " WHERE id = 1");
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, NULL);
  assert_opening_fails (centre, the_record (centre), SF_ERROR_DAMAGED);
  close_workbook (centre);
  run_sql (centre, "UPDATE keyring SET bytes = (SELECT k.bytes FROM keyring AS k WHERE"
                   " k.performance = (SELECT uuid FROM performance WHERE id = 2)) WHERE performance"
                   " = (SELECT uuid FROM performance WHERE id = 1)");
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, NULL);
  first = the_record (centre);
  assert_opening_fails (centre, first, SF_ERROR_DAMAGED);
  close_workbook (centre);
  run_sql (centre, "DELETE FROM keyring WHERE performance = (SELECT uuid FROM performance WHERE id"
                   " = 1)");
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, NULL);
  assert_opening_fails (centre, the_record (centre), SF_ERROR_NOT_FOUND);
}

/* Erased, nothing of it is anywhere: not the name, not the ciphertext, not who could open it. */
static void
test_erase (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (SfBackup) backup = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *folder = sf_backup_folder_of (&centre->workbook->uuid);
  g_autofree char *found = NULL, *in_backup = NULL;

  say (centre, SECRET);
  sync_workbook (centre->workbook);
  sealed = g_bytes_ref (sf_performance_record_get_sealed (the_record (centre)));
  backup = sf_workbook_back_up_sync (centre->workbook, NULL, "asked", &error);
  g_assert_no_error (error);
  begin (centre, the_record (centre));
  g_assert_null (sf_workbook_erase_performance_sync (centre->workbook, the_record (centre),
                                                     "Amina okoro asked for it", NULL, NULL,
                                                     &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sf_workbook_erase_performance_sync (centre->workbook, the_record (centre),
                                                     "as ruth wished", NULL, NULL, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  report = sf_workbook_erase_performance_sync (centre->workbook, the_record (centre),
                                               "Its keeping time is over", "Ruth", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  g_assert_cmpuint (report->backups, ==, 1);
  found = find_bytes (centre->folder, g_bytes_get_data (sealed, NULL), 64);
  in_backup = find_bytes (folder, g_bytes_get_data (sealed, NULL), 64);
  g_assert_cmpstr (found, ==, NULL);
  g_assert_cmpstr (in_backup, ==, NULL);
  /* the next cycle is another record, and stays */
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_PERFORMANCE_RECORD), ==, 1);
  g_assert_null (sf_performance_record_get_predecessor (the_record (centre)));
  reopen_workbook (centre);
  assert_sound (centre->workbook);
  g_assert_true (unlocks (centre, PERSON_PHRASE));
}

#define ADD(name, up, test)                                                                        \
  g_test_add ("/performance/" name, Centre, NULL, up, test, tear_down_centre)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("silent", set_up_record, test_silent);
  ADD ("passphrases", set_up_record, test_passphrases);
  ADD ("no-old-keyring", set_up_record, test_no_old_keyring);
  ADD ("idle", set_up_record, test_idle);
  ADD ("undo", set_up_record, test_undo);
  ADD ("recovery", set_up_centre, test_recovery);
  ADD ("carry", set_up_record, test_carry);
  ADD ("tampering", set_up_record, test_tampering);
  ADD ("erase", set_up_record, test_erase);
  return run_tests_in_own_home ();
}
