/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include <string.h>
#include <unistd.h>

/* Every operation of the public interface, at random, against a simple model. The list below is
 * held against the header, so that a new operation fails this test until it is in it. */

typedef gboolean (*Operation) (Walk *walk);

static const struct
{
  const char *name;
  Operation run;
} operations[] = {
  { "sf_workbook_set_text", random_set_text },
  { "sf_workbook_set_int", random_set_int },
  { "sf_workbook_set_real", random_set_real },
  { "sf_workbook_set_date", random_set_date },
  { "sf_workbook_edit_many", random_edit_many },
  { "sf_workbook_set_null", random_set_null },
  { "sf_workbook_add_centre", random_add_centre },
  { "sf_workbook_add_contributor", random_add_contributor },
  { "sf_workbook_retire", random_retire },
  { "sf_workbook_restore", random_restore },
  { "sf_workbook_add_evaluation", random_add_evaluation },
  { "sf_workbook_close_evaluation", random_close_evaluation },
  { "sf_workbook_reopen_evaluation", random_reopen_evaluation },
  { "sf_workbook_set_level", random_set_level },
  { "sf_workbook_set_not_applicable", random_set_not_applicable },
  { "sf_workbook_clear_judgement", random_clear_judgement },
  { "sf_workbook_add_judgement", random_add_judgement },
  { "sf_workbook_remove_judgement", random_remove_judgement },
  { "sf_workbook_propose_grade", random_propose_grade },
  { "sf_workbook_agree_grade", random_agree_grade },
  { "sf_workbook_withdraw_agreement", random_withdraw_agreement },
  { "sf_workbook_add_evidence", random_add_evidence },
  { "sf_workbook_add_web_link", random_add_web_link },
  { "sf_workbook_link_evidence", random_link_evidence },
  { "sf_workbook_unlink_evidence", random_unlink_evidence },
  { "sf_workbook_link_many", random_link_many },
  { "sf_workbook_retire_many", random_retire_many },
  { "sf_workbook_restore_many", random_restore_many },
  { "sf_workbook_set_paper", random_set_paper },
  { "sf_workbook_remove_attachment", random_remove_attachment },
  { "sf_workbook_add_target", random_add_target },
  { "sf_workbook_set_target_measure", random_set_target_measure },
  { "sf_workbook_tie_target", random_tie_target },
  { "sf_workbook_end_target", random_end_target },
  { "sf_workbook_reopen_target", random_reopen_target },
  { "sf_workbook_add_review", random_add_review },
  { "sf_workbook_remove_review", random_remove_review },
  { "sf_workbook_add_priority", random_add_priority },
  { "sf_workbook_add_action", random_add_action },
  { "sf_workbook_move_priority", random_move_priority },
  { "sf_workbook_move_action", random_move_action },
  { "sf_workbook_draft_actions", random_draft_actions },
  { "sf_workbook_set_money", random_set_money },
  { "sf_workbook_set_action_statements", random_set_action_statements },
  { "sf_workbook_link_action_target", random_link_action_target },
  { "sf_workbook_unlink_action_target", random_unlink_action_target },
  { "sf_workbook_review_action", random_review_action },
  { "sf_workbook_remove_action_review", random_remove_action_review },
  { "sf_workbook_finish_action", random_finish_action },
  { "sf_workbook_drop_action", random_drop_action },
  { "sf_workbook_reopen_action", random_reopen_action },
  { "sf_workbook_change_target", random_change_target },
  { "sf_workbook_add_milestone", random_add_milestone },
  { "sf_workbook_reach_milestone", random_reach_milestone },
  { "sf_workbook_remove_milestone", random_remove_milestone },
  { "sf_workbook_set_further_statements", random_set_further_statements },
  { "sf_workbook_set_target_statements", random_set_target_statements },
  { "sf_workbook_add_measure", random_add_measure },
  { "sf_workbook_take_measure", random_take_measure },
  { "sf_workbook_add_family_group", random_add_family_group },
  { "sf_workbook_set_reading", random_set_reading },
  { "sf_workbook_set_readings", random_set_readings },
  { "attach", random_attach },
  { "type", random_type_text },
};

static void
test_all_operations_known (void)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(sf_workbook_[a-z_]+) \\(", 0, 0, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *header = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    g_hash_table_add (known, (gpointer)operations[i].name);
  g_file_get_contents (g_getenv ("SIXFOLD_EDIT_HEADER"), &header, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, header, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      /* what a comment refers to is no operation */
      if (g_str_equal (name, "sf_workbook_sync") || g_str_equal (name, "sf_workbook_submit"))
        continue;
      if (!g_hash_table_contains (known, name))
        g_error ("%s is not in this test", name);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (operations) - 2);
}

static void
step_back_or_forth (Walk *walk)
{
  if (walk_chance (walk, 3))
    {
      simple_redo (walk->simple);
      sf_workbook_redo (walk->centre.workbook);
    }
  else
    {
      simple_undo (walk->simple);
      sf_workbook_undo (walk->centre.workbook);
    }
}

static void
undo_all_redo_all (Walk *walk)
{
  guint n = 0;

  while (simple_undo (walk->simple))
    {
      g_assert_true (sf_workbook_get_can_undo (walk->centre.workbook));
      sf_workbook_undo (walk->centre.workbook);
      sync_workbook (walk->centre.workbook);
      if (n++ % 20 == 0)
        simple_assert_equal (walk->simple, MODEL (walk));
    }
  g_assert_false (sf_workbook_get_can_undo (walk->centre.workbook));
  g_assert_cmpuint (g_hash_table_size (walk->simple->values), ==, 0);
  simple_assert_equal (walk->simple, MODEL (walk));
  while (simple_redo (walk->simple))
    {
      g_assert_true (sf_workbook_get_can_redo (walk->centre.workbook));
      sf_workbook_redo (walk->centre.workbook);
      sync_workbook (walk->centre.workbook);
      if (n++ % 20 == 0)
        simple_assert_equal (walk->simple, MODEL (walk));
    }
  g_assert_false (sf_workbook_get_can_redo (walk->centre.workbook));
}

static void
sync_named (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_sync (walk->centre.workbook, &error))
    g_error ("%s was not written: %s", walk_operation, error->message);
}

static void
do_one (Walk *walk)
{
  gboolean done = FALSE;

  while (!done)
    {
      guint i = (guint)g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (operations));

      walk_operation = operations[i].name;
      simple_begin (walk->simple);
      done = operations[i].run (walk);
      sync_named (walk);
      simple_end (walk->simple);
    }
}

static void
check_equal (Walk *walk)
{
  SfWorkbook *workbook = walk->centre.workbook;

  simple_assert_equal (walk->simple, MODEL (walk));
  g_assert_cmpint (sf_workbook_get_can_undo (workbook), ==, walk->simple->undo->len > 0);
  g_assert_cmpint (sf_workbook_get_can_redo (workbook), ==, walk->simple->redo->len > 0);
  g_assert_cmpuint (sf_workbook_count_pending (workbook), ==, 0);
  g_assert_null (sf_workbook_get_save_error (workbook));
}

static void
walk_at_random (guint32 seed, guint n_operations)
{
  Walk walk = { .simple = simple_model_new (), .rand = g_rand_new_with_seed (seed) };

  g_test_message ("seed %u, %u operations", seed, n_operations);
  sf_clock_set_for_test (G_GINT64_CONSTANT (1776000000000));
  set_up_empty (&walk.centre, NULL);
  for (guint i = 1; i <= n_operations; i++)
    {
      sf_clock_set_for_test (G_GINT64_CONSTANT (1776000000000) + i * 1000);
      if (walk_chance (&walk, 8))
        step_back_or_forth (&walk);
      else
        do_one (&walk);
      sync_workbook (walk.centre.workbook);
      check_equal (&walk);
      if (i % 500 == 0)
        undo_all_redo_all (&walk);
      if (i % 50 == 0)
        {
          reopen_workbook (&walk.centre);
          check_equal (&walk);
        }
    }
  assert_sound (walk.centre.workbook);
  tear_down_centre (&walk.centre, NULL);
  simple_model_free (walk.simple);
  g_rand_free (walk.rand);
  sf_clock_set_for_test (0);
}

static void
test_random (void)
{
  const char *given = g_getenv ("SIXFOLD_SEED");
  gboolean full = g_strcmp0 (g_getenv ("SIXFOLD_FULL"), "1") == 0;

  if (given != NULL)
    walk_at_random ((guint32)g_ascii_strtoull (given, NULL, 10), full ? 10000 : 1500);
  else if (full)
    for (guint32 seed = 1; seed <= 4; seed++)
      walk_at_random (seed, 2500);
  else
    for (guint32 seed = 1; seed <= 2; seed++)
      walk_at_random (seed, 750);
}

int
main (int argc, char **argv)
{
  /* what is synced to memory is synced quickly; the tests of faults use a disk */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/random/known", test_all_operations_known);
  g_test_add_func ("/workbook/random/edits", test_random);
  return run_tests_in_own_home ();
}
