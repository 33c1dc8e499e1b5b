/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store-helpers.h"

#include "model/sf-vocabulary.h"
#include "store/sf-history.h"

#include <math.h>
#include <string.h>

/* Rows to records and back; steps, their undo, their chain; drafts. */

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const SfUuid nobody;

/* --- rows ---------------------------------------------------------------------------------------
 */

/* Digests, keys and signatures have their sizes. */
static gsize
size_of_blob (SfRecordClass *klass, const char *column)
{
  if (!g_str_equal (klass->table, "seal"))
    return 16;
  return g_str_equal (column, "signature") ? 64 : 32;
}

static void
fill (SfChange *change, SfUuid *references, guint round)
{
  SfRecordClass *klass = g_type_class_peek (change->type);

  for (guint i = 0; i < klass->n_columns; i++)
    {
      const SfColumn *column = &klass->columns[i];
      gboolean empty = (column->flags & SF_COLUMN_NULLABLE) != 0 && round % 2 == 1;
      guint parent = 0;
      SfVocabulary vocabulary;
      g_autoptr (GBytes) bytes
          = g_bytes_new ("a\0b bytes of 16.and of 64, for a signature that nobody has ever given",
                         size_of_blob (klass, column->name));
      static const char *const words[][3]
          = { { "judgement", "not_applicable", NULL },
              { "action", "no_date_reason", NULL },
              { "action", "dropped_reason", NULL },
              { "attachment", "digest", DIGEST },
              { "identity_check", "digest", DIGEST },
              { "seal", "framework_digest", DIGEST },
              { "seal", "pdf_digest", DIGEST },
              { "seal", "fingerprint", "K7QM-4R2T-0C9F-XW3E-18HB-6NPD" } };

      if (empty)
        continue;
      switch (column->type)
        {
        case SF_COLUMN_REF:
          while (!g_str_equal (((SfRecordClass *)g_type_class_peek (
                                    sf_model_get_record_types (&(guint){ 0 })[parent]))
                                   ->table,
                               column->references))
            parent++;
          if (!g_str_equal (column->references, klass->table))
            sf_value_set_uuid (&change->row[i], &references[parent]);
          break;
        case SF_COLUMN_REAL:
          sf_value_set_real (&change->row[i], 0.1 + round);
          break;
        case SF_COLUMN_BLOB:
          sf_value_set_blob (&change->row[i], bytes);
          break;
        case SF_COLUMN_DATE:
          sf_value_set_text (&change->row[i], "2024-02-29");
          break;
        case SF_COLUMN_TEXT:
          if (sf_vocabulary_of_column (klass->table, column->name, &vocabulary))
            {
              sf_value_set_text (&change->row[i], sf_vocabulary_get_nth_id (vocabulary, 0));
              break;
            }
          sf_value_set_text (&change->row[i], "Nó‑ní “ſ” 🌻 عربي e\xcc\x81\nline two");
          for (guint k = 0; k < G_N_ELEMENTS (words); k++)
            if (g_str_equal (words[k][0], klass->table) && g_str_equal (words[k][1], column->name))
              sf_value_set_text (&change->row[i], words[k][2]);
          break;
        case SF_COLUMN_BOOLEAN:
          sf_value_set_int (&change->row[i], 1);
          break;
        default:
          sf_value_set_int (&change->row[i], 2);
          break;
        }
    }
}

/* One record of every class, once with every field, once with as few as it can have. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  /* what an attachment names must be there */
  run_sql (fixture->store, "INSERT INTO content (digest, size, complete) VALUES"
                           " ('0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',"
                           " 0, 1)");
  for (guint round = 0; round < 2; round++)
    {
      SfChangeSet *set = sf_change_set_new ("everything", "edit");
      g_autofree SfUuid *uuids = g_new0 (SfUuid, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (SfModel) model = NULL;

      for (guint i = 0; i < n; i++)
        {
          sf_uuid_init_v7 (&uuids[i]);
          fill (sf_change_set_add (set, SF_CHANGE_INSERT, types[i], &uuids[i]), uuids, round);
        }
      sf_step_write (fixture->store, set, &error);
      g_assert_no_error (error);
      reopen (fixture);
      model = load (fixture->store);
      for (guint i = 0; i < n; i++)
        {
          SfRecord *record = sf_model_find (model, &uuids[i]);
          SfChange *change = set->changes->pdata[i];

          g_assert_true (G_OBJECT_TYPE (record) == types[i]);
          for (guint c = 0; c < SF_RECORD_GET_CLASS (record)->n_columns; c++)
            g_assert_true (sf_value_equal (sf_record_get_nth (record, c), &change->row[c]));
        }
      sf_change_set_free (set);
    }
}

/* NaN is no number that SQLite keeps: it comes back as nothing. */
static void
test_nan (Fixture *fixture, gconstpointer data)
{
  SfSql *sql = sf_store_get_sql (fixture->store);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *insert;

  run_sql (fixture->store, "CREATE TABLE number (x REAL) STRICT");
  insert = sf_sql_prepare (sql, "INSERT INTO number (x) VALUES (?)", &error);
  g_assert_no_error (error);
  sf_sql_bind_value (insert, 1, &(SfValue){ .type = SF_VALUE_REAL, .real = (double)NAN });
  g_assert_true (sf_sql_run (sql, insert, &error));
  g_assert_cmpint (get_int (fixture->store, "SELECT x IS NULL FROM number"), ==, 1);
}

static void
test_missing_reference (Fixture *fixture, gconstpointer data)
{
  SfChangeSet *set = sf_change_set_new ("an orphan", "edit");
  g_autoptr (GError) error = NULL;
  SfUuid uuid, nowhere;
  SfChange *change;

  sf_uuid_init_v7 (&uuid);
  sf_uuid_init_v7 (&nowhere);
  change = sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_REVIEW, &uuid);
  sf_value_set_uuid (&change->row[SF_REVIEW_TARGET], &nowhere);
  sf_value_set_text (&change->row[SF_REVIEW_REVIEWED_ON], "2026-04-01");
  g_assert_false (sf_step_write (fixture->store, set, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_NOT_FOUND);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM step"), ==, 0);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM review"), ==, 0);
  sf_change_set_free (set);
}

/* --- steps
 * ---------------------------------------------------------------------------------------- */

static void
assert_name (SfStore *store, const SfUuid *uuid, const char *name)
{
  g_autoptr (SfModel) model = load (store);
  SfCentre *centre = sf_model_find (model, uuid);

  g_assert_cmpstr (centre != NULL ? sf_centre_get_name (centre) : NULL, ==, name);
}

static void
test_nothing_to_change (Fixture *fixture, gconstpointer data)
{
  SfChangeSet *set = sf_change_set_new ("the same", "edit");
  g_autoptr (GError) error = NULL;
  SfChange *change;
  SfUuid uuid;

  add_centre (fixture->store, "Beech Road", &uuid);
  change = sf_change_set_add (set, SF_CHANGE_SET, SF_TYPE_CENTRE, &uuid);
  change->column = SF_CENTRE_NAME;
  sf_value_set_text (&change->new_value, "Beech Road");
  g_assert_true (sf_step_write (fixture->store, set, &error));
  g_assert_cmpint (set->id, ==, 0);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM step"), ==, 1);
  sf_change_set_free (set);
}

static void
undo (SfStore *store, gint64 step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfChangeSet) set = sf_step_undo (store, step, &nobody, &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
}

static void
redo (SfStore *store, gint64 step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfChangeSet) set = sf_step_redo (store, step, &nobody, &error);

  g_assert_no_error (error);
  g_assert_nonnull (set);
}

static void
assert_stacks (Fixture *fixture, const char *expected_undo, const char *expected_redo)
{
  g_autoptr (GArray) undo_stack = g_array_new (FALSE, FALSE, sizeof (SfStepName));
  g_autoptr (GArray) redo_stack = g_array_new (FALSE, FALSE, sizeof (SfStepName));
  g_autoptr (GString) undo_text = g_string_new (NULL);
  g_autoptr (GString) redo_text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (undo_stack, (GDestroyNotify)sf_step_name_clear);
  g_array_set_clear_func (redo_stack, (GDestroyNotify)sf_step_name_clear);
  reopen (fixture);
  sf_history_load_stacks (fixture->store, undo_stack, redo_stack, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < undo_stack->len; i++)
    g_string_append_printf (undo_text, "%d ", (int)g_array_index (undo_stack, SfStepName, i).id);
  for (guint i = 0; i < redo_stack->len; i++)
    g_string_append_printf (redo_text, "%d ", (int)g_array_index (redo_stack, SfStepName, i).id);
  g_assert_cmpstr (undo_text->str, ==, expected_undo);
  g_assert_cmpstr (redo_text->str, ==, expected_redo);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  SfUuid uuid;

  add_centre (fixture->store, "One", &uuid);
  set_text (fixture->store, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, "Two");
  set_text (fixture->store, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, "Three");
  assert_stacks (fixture, "1 2 3 ", "");
  undo (fixture->store, 3);
  assert_name (fixture->store, &uuid, "Two");
  assert_stacks (fixture, "1 2 ", "3 ");
  undo (fixture->store, 2);
  undo (fixture->store, 1);
  assert_name (fixture->store, &uuid, NULL);
  assert_stacks (fixture, "", "3 2 1 ");
  redo (fixture->store, 1);
  assert_name (fixture->store, &uuid, "One");
  redo (fixture->store, 2);
  assert_name (fixture->store, &uuid, "Two");
  assert_stacks (fixture, "1 2 ", "3 ");
  set_text (fixture->store, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, "Four");
  assert_stacks (fixture, "1 2 9 ", "");
}

static void
test_barrier (Fixture *fixture, gconstpointer data)
{
  SfChangeSet *set = sf_change_set_new ("Signed off", "barrier");
  SfChange *change;
  SfUuid uuid;

  add_centre (fixture->store, "One", &uuid);
  change = sf_change_set_add (set, SF_CHANGE_SET, SF_TYPE_CENTRE, &uuid);
  change->column = SF_CENTRE_NAME;
  sf_value_set_text (&change->new_value, "Signed");
  write_set (fixture->store, set);
  assert_stacks (fixture, "", "");
  set_text (fixture->store, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, "After");
  assert_stacks (fixture, "3 ", "");
}

/* --- the chain
 * -------------------------------------------------------------------------------------- */

static guint
count_problems (SfStore *store)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_steps;

  sf_step_verify_chain (store, &n_steps, problems, &error);
  g_assert_no_error (error);
  return problems->len;
}

static void
write_three_steps (Fixture *fixture)
{
  SfUuid uuid;

  add_centre (fixture->store, "One", &uuid);
  set_text (fixture->store, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, "Two");
  set_text (fixture->store, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, "Three");
  undo (fixture->store, 3);
}

static void
test_chain_is_sound (Fixture *fixture, gconstpointer data)
{
  write_three_steps (fixture);
  g_assert_cmpuint (count_problems (fixture->store), ==, 0);
  reopen (fixture);
  g_assert_cmpuint (count_problems (fixture->store), ==, 0);
}

/* What somebody may do with a database editor, each noticed. */
static void
test_tampering (Fixture *fixture, gconstpointer data)
{
  static const char *const acts[] = {
    "UPDATE change SET old_value = 'Twp' WHERE old_value = 'Two'",
    "UPDATE change SET new_value = 'Treble' WHERE new_value = 'Three' AND step = 3",
    "UPDATE change SET packed = CAST (CAST (packed AS TEXT) || ' ' AS BLOB) WHERE step = 1",
    "UPDATE change SET salt = zeroblob (16) WHERE step = 2",
    "UPDATE change SET digest = zeroblob (32) WHERE step = 2",
    "UPDATE change SET field = 'address' WHERE step = 2",
    "UPDATE change SET record = zeroblob (16) WHERE step = 2",
    "UPDATE step SET label = 'Something else' WHERE id = 2",
    "UPDATE step SET at = at + 1 WHERE id = 2",
    "UPDATE step SET contributor = x'01010101010101010101010101010101' WHERE id = 2",
    "UPDATE step SET hash = zeroblob (32) WHERE id = 2",
    "UPDATE step SET about = 2 WHERE id = 4",
    "DELETE FROM change WHERE step = 2",
    "DELETE FROM change WHERE step = 2; DELETE FROM step WHERE id = 2",
    "DELETE FROM change WHERE step = 1; DELETE FROM step WHERE id = 1",
  };

  write_three_steps (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_test_message ("%s", acts[i]);
      run_sql (fixture->store, "SAVEPOINT act");
      run_sql (fixture->store, acts[i]);
      g_assert_cmpuint (count_problems (fixture->store), >, 0);
      run_sql (fixture->store, "ROLLBACK TO act; RELEASE act");
    }
  g_assert_cmpuint (count_problems (fixture->store), ==, 0);
}

/* A value that was erased with its salt leaves a chain that verifies. */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  write_three_steps (fixture);
  run_sql (fixture->store,
           "UPDATE change SET old_value = NULL, new_value = NULL, salt = NULL WHERE step = 2;"
           "UPDATE step SET label = '', label_salt = NULL WHERE id = 2");
  g_assert_cmpuint (count_problems (fixture->store), ==, 0);
}

/* --- drafts
 * ------------------------------------------------------------------------------------------ */

static void
put_draft (SfStore *store, const SfUuid *record, const char *text)
{
  g_autoptr (GError) error = NULL;
  SfDraft draft = { SF_TYPE_CENTRE,           *record, SF_CENTRE_SERVICES, (char *)text,
                    (char *)"what it offers", nobody };

  sf_draft_put (store, &draft, &error);
  g_assert_no_error (error);
}

static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfModel) model = NULL;
  SfUuid uuid, gone;
  guint n;

  add_centre (fixture->store, "One", &uuid);
  sf_uuid_init_v7 (&gone);
  put_draft (fixture->store, &uuid, "Stay and");
  put_draft (fixture->store, &uuid, "Stay and play, ü");
  put_draft (fixture->store, &gone, "of nobody");
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM draft"), ==, 1);
  run_sql (fixture->store, "INSERT INTO draft (record_table, record, field, value, label, at)"
                           " SELECT record_table, randomblob (16), field, 'of one that is gone',"
                           " label, at FROM draft");
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM step"), ==, 1);
  reopen (fixture);
  g_assert_false (sf_store_was_clean (fixture->store));
  g_assert_true (sf_draft_recover (fixture->store, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  model = load (fixture->store);
  g_assert_cmpstr (sf_centre_get_services (sf_model_find (model, &uuid)), ==, "Stay and play, ü");
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM step"), ==, 2);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM draft"), ==, 0);
  assert_stacks (fixture, "1 2 ", "");
}

/* Deleted words are not to be found in the file. */
static void
test_deleted_words_are_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  SfUuid uuid;

  add_centre (fixture->store, "One", &uuid);
  put_draft (fixture->store, &uuid, "quixotic-hippopotamus");
  run_sql (fixture->store, "DELETE FROM draft");
  sf_store_close (g_steal_pointer (&fixture->store), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, &error));
  for (gsize i = 0; i + 21 <= length; i++)
    g_assert_false (memcmp (bytes + i, "quixotic-hippopotamus", 21) == 0);
}

static void
test_clean_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfUuid uuid;

  g_assert_true (sf_store_mark_clean (fixture->store, &error));
  reopen (fixture);
  g_assert_true (sf_store_was_clean (fixture->store));
  add_centre (fixture->store, "One", &uuid);
  reopen (fixture);
  g_assert_false (sf_store_was_clean (fixture->store));
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add ("/store/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("rows/round-trip", test_round_trip);
  ADD ("rows/nan", test_nan);
  ADD ("rows/missing-reference", test_missing_reference);
  ADD ("steps/nothing-to-change", test_nothing_to_change);
  ADD ("steps/undo-redo", test_undo_redo);
  ADD ("steps/barrier", test_barrier);
  ADD ("chain/sound", test_chain_is_sound);
  ADD ("chain/tampering", test_tampering);
  ADD ("chain/erased", test_erased);
  ADD ("drafts/recovered", test_drafts);
  ADD ("drafts/deleted-words", test_deleted_words_are_gone);
  ADD ("clean-mark", test_clean_mark);
  return run_tests_in_own_home ();
}
