/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "store-helpers.h"

#include "store/sf-backup-copy.h"
#include "store/sf-backup-folder.h"
#include "store/sf-content.h"
#include "store/sf-file-check.h"
#include "store/sf-migrate.h"
#include "store/sf-salvage.h"

#include <string.h>

/* Contents, the check of a file, backups, migration, salvage. */

static char *
digest_of (const guint8 *data, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
}

static guint8 *
make_data (gsize length, guint seed)
{
  guint8 *data = g_malloc (length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8)g_rand_int_range (rand, 0, 256);
  return data;
}

static gint64
add_content (SfStore *store, const guint8 *data, gsize length, gboolean *kept)
{
  g_autofree char *digest = digest_of (data, length);
  const gsize piece = SF_CHUNK_SIZE * SF_CHUNKS_PER_TRANSACTION;
  g_autoptr (GError) error = NULL;
  gint64 content;

  g_assert_true (sf_content_begin (store, &content, &error));
  for (gsize at = 0; at < length; at += piece)
    g_assert_true (sf_content_append (store, content, (guint)(at / SF_CHUNK_SIZE), data + at,
                                      MIN (piece, length - at), &error));
  g_assert_true (sf_content_finish (store, content, digest, (gint64)length, kept, &error));
  g_assert_no_error (error);
  return content;
}

/* Evidence with an attachment of these bytes. */
static void
attach (SfStore *store, const SfUuid *centre, const guint8 *data, gsize length)
{
  g_autofree char *digest = digest_of (data, length);
  SfChangeSet *set = sf_change_set_new ("Attached", "edit");
  SfUuid evidence, attachment;
  SfChange *change;

  sf_uuid_init_v7 (&evidence);
  sf_uuid_init_v7 (&attachment);
  change = sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_EVIDENCE, &evidence);
  sf_value_set_uuid (&change->row[SF_EVIDENCE_CENTRE], centre);
  sf_value_set_text (&change->row[SF_EVIDENCE_TITLE], "Survey");
  sf_value_set_text (&change->row[SF_EVIDENCE_KIND], "document");
  sf_value_set_text (&change->row[SF_EVIDENCE_ADDED_ON], "2026-04-01");
  sf_value_set_text (&change->row[SF_EVIDENCE_SENSITIVITY], "centre");
  change = sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_ATTACHMENT, &attachment);
  sf_value_set_uuid (&change->row[SF_ATTACHMENT_EVIDENCE], &evidence);
  sf_value_set_text (&change->row[SF_ATTACHMENT_NAME], "survey.pdf");
  sf_value_set_text (&change->row[SF_ATTACHMENT_MEDIA_TYPE], "application/pdf");
  sf_value_set_int (&change->row[SF_ATTACHMENT_SIZE], (gint64)length);
  sf_value_set_text (&change->row[SF_ATTACHMENT_DIGEST], digest);
  sf_value_set_int (&change->row[SF_ATTACHMENT_ADDED_AT], 1);
  write_set (store, set);
}

static void
add_attached (SfStore *store, gsize length, guint seed)
{
  g_autofree guint8 *data = make_data (length, seed);
  gboolean kept;
  SfUuid centre;

  add_centre (store, "One", &centre);
  add_content (store, data, length, &kept);
  g_assert_true (kept);
  attach (store, &centre, data, length);
}

static void
test_content (Fixture *fixture, gconstpointer data)
{
  const gsize length = 3 * 1024 * 1024 + 17;
  g_autofree guint8 *bytes = make_data (length, 1);
  g_autofree char *digest = digest_of (bytes, length);
  g_autoptr (GError) error = NULL;
  gint64 content, found, size;
  gboolean kept;
  gsize at = 0;

  content = add_content (fixture->store, bytes, length, &kept);
  g_assert_true (kept);
  g_assert_true (sf_content_find (fixture->store, digest, &found, &size, &error));
  g_assert_cmpint (found, ==, content);
  g_assert_cmpint (size, ==, length);
  for (guint i = 0;; i++)
    {
      g_autoptr (GBytes) piece = sf_content_read (fixture->store, content, i, &error);

      g_assert_no_error (error);
      if (piece == NULL)
        break;
      g_assert_cmpmem (bytes + at, g_bytes_get_size (piece), g_bytes_get_data (piece, NULL),
                       g_bytes_get_size (piece));
      at += g_bytes_get_size (piece);
    }
  g_assert_cmpuint (at, ==, length);
}

static void
test_content_once (Fixture *fixture, gconstpointer data)
{
  g_autofree guint8 *bytes = make_data (300000, 2);
  g_autoptr (GError) error = NULL;
  gboolean kept;
  gint64 second;

  add_content (fixture->store, bytes, 300000, &kept);
  g_assert_true (kept);
  second = add_content (fixture->store, bytes, 300000, &kept);
  g_assert_false (kept);
  g_assert_true (sf_content_discard (fixture->store, second, &error));
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM content"), ==, 1);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM chunk"), ==, 2);
}

static void
test_empty_content (Fixture *fixture, gconstpointer data)
{
  gboolean kept;

  add_content (fixture->store, (const guint8 *)"", 0, &kept);
  g_assert_true (kept);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM content WHERE complete"), ==, 1);
}

static void
remove_leftovers (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  reopen (fixture);
  sf_content_remove_leftovers (fixture->store, &error);
  g_assert_no_error (error);
}

/* Opening leaves what nothing names where it is, and so does listing it; but nobody finds it from
 * then on. What history names stays. */
static void
test_left_over (Fixture *fixture, gconstpointer data)
{
  g_autofree guint8 *bytes = make_data (2000000, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfChangeSet) undone = NULL;
  g_autoptr (GArray) left = NULL;
  gboolean kept;
  gint64 half;

  g_assert_true (sf_content_begin (fixture->store, &half, &error));
  g_assert_true (sf_content_append (fixture->store, half, 0, bytes, 1024 * 1024, &error));
  add_content (fixture->store, bytes, 2000000, &kept);
  reopen (fixture);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM chunk"), ==, 4 + 8);
  left = sf_content_list_leftovers (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM chunk"), ==, 4 + 8);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM content WHERE complete = 1"), ==,
                   0);
  remove_leftovers (fixture);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM content"), ==, 0);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM chunk"), ==, 0);
  add_attached (fixture->store, 2000000, 3);
  undone = sf_step_undo (fixture->store, 2, &(SfUuid){ { 0 } }, &error);
  g_assert_no_error (error);
  remove_leftovers (fixture);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM attachment"), ==, 0);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM content"), ==, 1);
}

/* --- check
 * ---------------------------------------------------------------------------------------- */

static SfFileCheck *
check (SfStore *store)
{
  SfFileCheck *check = sf_file_check_new ();
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;

  while (!finished)
    {
      sf_file_check_run (check, store, &finished, &error);
      g_assert_no_error (error);
    }
  return check;
}

static void
assert_sound (SfStore *store)
{
  g_autoptr (SfFileCheck) found = check (store);

  for (guint i = 0; i < found->problems->len; i++)
    g_test_message ("%s", (char *)found->problems->pdata[i]);
  g_assert_cmpuint (found->problems->len, ==, 0);
  g_assert_cmpint (found->done, ==, found->total);
}

/* What is erased, or taken back, while it is looked at is not damaged. */
static void
test_check_beside_discarding (Fixture *fixture, gconstpointer data)
{
  const gsize length = 5 << 20;
  g_autofree guint8 *bytes = make_data (length, 3);
  g_autoptr (SfFileCheck) looking = sf_file_check_new ();
  g_autoptr (GError) error = NULL;
  gboolean kept, finished = FALSE, gone = FALSE;
  gint64 content = add_content (fixture->store, bytes, length, &kept);

  while (looking->done == 0)
    g_assert_true (sf_file_check_run (looking, fixture->store, &finished, &error));
  g_assert_true (sf_content_discard_some (fixture->store, content, &gone, &error));
  g_assert_false (gone);
  while (!finished)
    g_assert_true (sf_file_check_run (looking, fixture->store, &finished, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (looking->problems->len, ==, 0);
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE chunk SET data = zeroblob (length (data)) WHERE sequence = 1",
    "DELETE FROM chunk WHERE sequence = 2",
    "UPDATE content SET size = size + 1",
    "DELETE FROM chunk; DELETE FROM content",
    "UPDATE attachment SET digest = replace (digest, '1', '2')",
    "UPDATE step SET label = 'other'",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TRIGGER t AFTER INSERT ON centre BEGIN SELECT 1; END",
  };

  add_attached (fixture->store, 1000000, 4);
  {
    g_autoptr (SfFileCheck) found = check (fixture->store);
    g_assert_cmpuint (found->problems->len, ==, 0);
    g_assert_cmpuint (found->files, ==, 1);
    g_assert_cmpuint (found->steps, ==, 2);
  }
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (SfFileCheck) found = NULL;

      g_test_message ("%s", damages[i]);
      run_sql (fixture->store, "SAVEPOINT act");
      run_sql (fixture->store, damages[i]);
      found = check (fixture->store);
      g_assert_cmpuint (found->problems->len, >, 0);
      run_sql (fixture->store, "ROLLBACK TO act; RELEASE act");
    }
  assert_sound (fixture->store);
}

/* --- backup
 * ----------------------------------------------------------------------------------------- */

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.sixfold", NULL);
  g_autoptr (SfBackupCopy) copy = sf_backup_copy_new (path, "asked");
  g_autoptr (GError) error = NULL;
  gboolean finished = FALSE;
  guint rounds = 0;
  SfStore *made;
  SfUuid uuid;

  add_attached (fixture->store, 5000000, 5);
  while (!finished)
    {
      sf_backup_copy_run (copy, fixture->store, &finished, &error);
      g_assert_no_error (error);
      /* a step that slips between is in the copy */
      if (rounds++ == 2)
        add_centre (fixture->store, "Late", &uuid);
      g_assert_cmpint (copy->done, <=, copy->total);
    }
  g_assert_cmpuint (rounds, >, 8);
  g_assert_cmpuint (copy->files, ==, 1);
  made = sf_store_open (path, TRUE, &error);
  g_assert_no_error (error);
  assert_sound (made);
  g_assert_true (sf_store_was_clean (made));
  g_assert_cmpint (get_int (made, "SELECT count (*) FROM centre WHERE name = 'Late'"), ==, 1);
  g_assert_cmpint (get_int (made, "SELECT count (*) FROM backup WHERE reason = 'asked'"), ==, 1);
  sf_store_close (made, &error);
  g_assert_no_error (error);
}

/* Given up halfway, it leaves nothing; a damaged source is noticed when the copy is read back. */
static void
test_backup_given_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.sixfold", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "copy.sixfold", NULL);
  g_autoptr (SfBackupCopy) copy = sf_backup_copy_new (path, "asked");
  g_autoptr (SfBackupCopy) lost = NULL;
  g_autoptr (GError) error = NULL;
  gboolean finished;
  GDir *dir;

  add_attached (fixture->store, 3000000, 6);
  for (guint i = 0; i < 3; i++)
    g_assert_true (sf_backup_copy_run (copy, fixture->store, &finished, &error));
  sf_backup_copy_free (g_steal_pointer (&copy));
  lost = sf_backup_copy_make (fixture->store, nowhere, "asked", &error);
  g_assert_error (error, SF_ERROR, SF_ERROR_IO);
  g_assert_null (lost);
  g_clear_error (&error);
  run_sql (fixture->store, "UPDATE chunk SET data = zeroblob (length (data)) WHERE sequence = 0");
  lost = sf_backup_copy_make (fixture->store, path, "asked", &error);
  g_assert_error (error, SF_ERROR, SF_ERROR_DAMAGED);
  dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_assert_true (g_str_has_prefix (name, "centre.sixfold"));
  g_dir_close (dir);
}

static SfBackupFile *
backup_file (const char *day, guint time, gint64 size)
{
  SfBackupFile *file = g_new0 (SfBackupFile, 1);

  file->path = g_strdup_printf ("/backups/%s-%04u.sixfold", day, time);
  file->day = g_strdup (day);
  file->size = size;
  return file;
}

static GPtrArray *
two_years_of_backups (gint64 size)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_backup_file_free);
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 6, 17, 0, 0, 0);

  for (int i = 0; i < 730; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (today, -i);
      g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

      g_ptr_array_add (files, backup_file (text, 1700, size));
      if (i == 0)
        g_ptr_array_add (files, backup_file (text, 900, size));
    }
  return files;
}

static guint
count_kept (gint64 size, gint64 budget, gboolean *newest_kept)
{
  g_autoptr (GPtrArray) files = two_years_of_backups (size);
  g_autoptr (GPtrArray) old = sf_backup_folder_choose_old (files, budget);

  *newest_kept = !g_ptr_array_find (old, files->pdata[0], NULL);
  return files->len - old->len;
}

static void
test_rotation (void)
{
  gboolean newest;
  guint kept = count_kept (1, G_MAXINT64, &newest);

  g_assert_true (newest);
  /* 17 June back to the 11th, Sundays 7 June and 31 May, and the last days of ten months before */
  g_assert_cmpuint (kept, ==, 7 + 2 + 10);
  g_assert_cmpuint (count_kept (100, 450, &newest), ==, 4);
  g_assert_true (newest);
  g_assert_cmpuint (count_kept (100, 0, &newest), ==, 1);
  g_assert_true (newest);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  static const char *const names[]
      = { "2026-04-01-0912.sixfold", "2026-04-01-0912-2.sixfold",    "2026-04-01-0912-10.sixfold",
          "2025-12-31-2359.sixfold", "2026-04-01-0912.sixfold.part", "notes.txt",
          "2026-4-1-0912.sixfold" };
  static const char *const expected[] = { "2026-04-01-0912-10.sixfold", "2026-04-01-0912-2.sixfold",
                                          "2026-04-01-0912.sixfold", "2025-12-31-2359.sixfold" };
  const SfUuid *uuid = sf_store_get_uuid (fixture->store);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sf_backup_folder_new_path (uuid, 1000, &error);
  g_autofree char *folder = sf_backup_folder_of (uuid);
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, folder));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (folder, names[i], NULL);
      g_assert_true (g_file_set_contents (file, "x", 1, &error));
    }
  files = sf_backup_folder_list (folder);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < files->len; i++)
    {
      SfBackupFile *file = files->pdata[i];
      g_autofree char *name = g_path_get_basename (file->path);

      g_assert_cmpstr (name, ==, expected[i]);
      g_assert_cmpint (file->size, ==, 1);
    }
  g_assert_null (sf_backup_folder_find (fixture->path));
  g_assert_true (sf_backup_folder_note_origin (uuid, fixture->path, &error));
  found = sf_backup_folder_find (fixture->path);
  g_assert_cmpstr (found, ==, folder);
}

/* --- migration
 * ---------------------------------------------------------------------------------------- */

static gboolean
add_column (SfSql *sql, guint to, GError **error)
{
  return sf_sql_exec (sql,
                      "ALTER TABLE centre ADD COLUMN motto TEXT; UPDATE centre SET motto = name",
                      error);
}

static gboolean
fail_halfway (SfSql *sql, guint to, GError **error)
{
  return sf_sql_exec (sql,
                      "ALTER TABLE centre ADD COLUMN creed TEXT; INSERT INTO nowhere DEFAULT"
                      " VALUES",
                      error);
}

#define NOW SF_STORE_VERSION

static void
test_migration (Fixture *fixture, gconstpointer data)
{
  const SfMigration good[] = { { NOW, add_column } };
  const SfMigration bad[] = { { NOW, add_column }, { NOW + 1, fail_halfway } };
  g_autofree char *backup = g_build_filename (fixture->folder, "before.sixfold", NULL);
  g_autofree char *second = g_build_filename (fixture->folder, "before-2.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  SfStore *store = fixture->store;
  SfUuid uuid;

  add_centre (store, "One", &uuid);
  g_assert_false (sf_migrate_with (store, NOW, NOW + 2, bad, 2, backup, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (get_int (store, "PRAGMA user_version"), ==, NOW);
  g_assert_cmpint (get_int (store, "SELECT count (*) FROM pragma_table_info ('centre') WHERE name"
                                   " IN ('motto', 'creed')"),
                   ==, 0);
  g_assert_false (sf_migrate_with (store, NOW, NOW + 2, good, 1, backup, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (sf_migrate_with (store, NOW, NOW + 1, good, 1, second, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_int (store, "PRAGMA user_version"), ==, NOW + 1);
  g_assert_cmpint (get_int (store, "SELECT motto = 'One' FROM centre"), ==, 1);
  g_assert_cmpint (get_int (store, "SELECT count (*) FROM backup WHERE reason = 'migration'"), ==,
                   1);
  g_assert_false (sf_migrate_with (store, NOW + 2, NOW + 1, good, 1, second, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_TOO_NEW);
  g_clear_error (&error);
  /* the backup that was made first is of the old version, and sound */
  sf_store_close (store, &error);
  fixture->store = sf_store_open (second, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (fixture->store, "PRAGMA user_version"), ==, NOW);
  assert_sound (fixture->store);
}

/* --- salvage
 * -------------------------------------------------------------------------------------------- */

static void
close_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sf_store_close (g_steal_pointer (&fixture->store), &error);
  g_assert_no_error (error);
}

static SfStore *
salvage (Fixture *fixture, GPtrArray *lost)
{
  g_autofree char *to = g_build_filename (fixture->folder, "new.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  SfStore *store;

  g_assert_true (sf_salvage_file (fixture->path, to, lost, &error));
  g_assert_no_error (error);
  store = sf_store_open (to, FALSE, &error);
  g_assert_no_error (error);
  assert_sound (store);
  return store;
}

static void
test_salvage_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
  const SfUuid uuid = *sf_store_get_uuid (fixture->store);

  add_attached (fixture->store, 1000000, 7);
  close_store (fixture);
  fixture->store = salvage (fixture, lost);
  g_assert_cmpuint (lost->len, ==, 0);
  g_assert_true (sf_uuid_equal (&uuid, sf_store_get_uuid (fixture->store)));
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM step"), ==, 2);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM attachment"), ==, 1);
}

/* Pages overwritten at seeded places: what comes out is always sound, and the file is not touched.
 */
static void
test_salvage_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *to = g_build_filename (fixture->folder, "new.sixfold", NULL);
  guint saved = 0;
  gsize length;
  SfUuid uuid;

  add_attached (fixture->store, 500000, 8);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("Centre %u", i);
      add_centre (fixture->store, name, &uuid);
    }
  close_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, &error));
  for (guint round = 0; round < 25; round++)
    {
      g_autofree char *bytes = g_memdup2 (whole, length);
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);
      gsize after_length;
      gboolean done;

      for (guint k = 0; k < 3; k++)
        {
          gsize page = (gsize)g_rand_int_range (rand, 1, (gint32)(length / 4096));
          memset (bytes + page * 4096 + (gsize)g_rand_int_range (rand, 0, 2048),
                  g_rand_int_range (rand, 0, 256), 2048);
        }
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize)length, &error));
      done = sf_salvage_file (fixture->path, to, lost, &error);
      if (done)
        {
          SfStore *store = sf_store_open (to, FALSE, &error);

          g_assert_no_error (error);
          assert_sound (store);
          sf_store_close (store, &error);
          g_assert_cmpint (g_unlink (to), ==, 0);
          saved++;
        }
      else
        g_assert_error (error, SF_ERROR, SF_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, &error));
      g_assert_cmpmem (after, after_length, bytes, length);
    }
  g_assert_cmpuint (saved, >, 12);
}

/* Damage to an attachment's contents takes that file, and nothing else. */
static void
test_salvage_contents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new_with_free_func (g_free);

  add_attached (fixture->store, 1000000, 9);
  run_sql (fixture->store, "UPDATE chunk SET data = zeroblob (length (data)) WHERE sequence = 1");
  close_store (fixture);
  fixture->store = salvage (fixture, lost);
  g_assert_cmpuint (lost->len, ==, 2);
  g_assert_nonnull (strstr (lost->pdata[0], "survey.pdf"));
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM centre"), ==, 1);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM evidence"), ==, 1);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM attachment"), ==, 0);
  g_assert_cmpint (get_int (fixture->store, "SELECT count (*) FROM content"), ==, 0);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add ("/store/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("content/round-trip", test_content);
  ADD ("content/once", test_content_once);
  ADD ("content/empty", test_empty_content);
  ADD ("content/left-over", test_left_over);
  ADD ("check", test_check);
  ADD ("check-beside-discarding", test_check_beside_discarding);
  ADD ("backup/made", test_backup);
  ADD ("backup/given-up", test_backup_given_up);
  g_test_add_func ("/store/backup/rotation", test_rotation);
  ADD ("backup/folder", test_folder);
  ADD ("migration", test_migration);
  ADD ("salvage/sound", test_salvage_sound);
  ADD ("salvage/damaged", test_salvage_damaged);
  ADD ("salvage/contents", test_salvage_contents);
  return run_tests_in_own_home ();
}
