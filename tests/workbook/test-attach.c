/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "store/sf-content.h"
#include "workbook/sf-attach.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-erase.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Many files at once: folders, what is left out, what was here already, being cancelled. */

static void
write_file (Centre *centre, const char *name, gsize length, guint32 seed)
{
  g_autofree char *path = g_build_filename (centre->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *bytes = g_malloc (length + 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char)g_rand_int (rand);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

static GFile *
child_of (Centre *centre, const char *name)
{
  g_autofree char *path = g_build_filename (centre->folder, name, NULL);

  return g_file_new_for_path (path);
}

static SfAttachOutcome *
attach (Centre *centre, const char *name, const char *code, GError **error)
{
  g_autoptr (GFile) file = child_of (centre, name);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files,
                              .centre = centre->centre,
                              .evaluation = code != NULL ? centre->evaluation : NULL,
                              .statement_code = code };

  return sf_workbook_attach_outcome_sync (centre->workbook, &request, error);
}

static gint64
ask (Centre *centre, const char *query)
{
  g_autoptr (GError) error = NULL;
  SfSql *sql = sf_sql_open (centre->path, SQLITE_OPEN_READONLY, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  sf_sql_get_int (sql, query, &value, &error);
  g_assert_no_error (error);
  sf_sql_close (sql, NULL);
  return value;
}

static SfAttachment *
find_attachment (Centre *centre, const char *name)
{
  GListModel *list
      = sf_model_get_list (sf_workbook_get_model (centre->workbook), SF_TYPE_ATTACHMENT);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SfAttachment) attachment = g_list_model_get_item (list, i);

      if (g_str_equal (sf_attachment_get_name (attachment), name))
        return attachment;
    }
  return NULL;
}

static void
assert_same_bytes (Centre *centre, const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *in = g_build_filename (centre->folder, name, NULL);
  g_autofree char *out = g_build_filename (centre->folder, "out", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize before_length, after_length;

  sf_workbook_export_attachment_sync (centre->workbook, find_attachment (centre, base), out,
                                      &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (in, &before, &before_length, NULL));
  g_assert_true (g_file_get_contents (out, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
}

static gboolean
tells (GPtrArray *sentences, const char *name)
{
  for (guint i = 0; i < sentences->len; i++)
    if (strstr (sentences->pdata[i], name) != NULL)
      return TRUE;
  return FALSE;
}

/* --- folders ----------------------------------------------------------------------------- */

static void
make_folder (Centre *centre)
{
  g_autofree char *hidden = g_build_filename (centre->folder, "drop", ".hidden", NULL);
  g_autofree char *link = g_build_filename (centre->folder, "drop", "link.txt", NULL);
  g_autofree char *round = g_build_filename (centre->folder, "drop", "more", "round", NULL);
  g_autofree char *pipe = g_build_filename (centre->folder, "drop", "pipe", NULL);
  g_autofree char *pictures = g_build_filename (centre->folder, "drop", "Thumbs.db", NULL);

  write_file (centre, "drop/a.txt", 3000, 1);
  write_file (centre, "drop/b.mp4", 3 * 1024 * 1024 + 17, 2);
  write_file (centre, "drop/c.pdf", 1024 * 1024, 3);
  write_file (centre, "drop/empty.txt", 0, 0);
  write_file (centre, "drop/more/d.odt", 256 * 1024, 4);
  write_file (centre, "drop/more/deep/e.odt", 700000, 5);
  /* told, not taken; and what nobody put there: neither */
  g_assert_true (g_file_set_contents (hidden, "x", 1, NULL));
  g_assert_true (g_file_set_contents (pictures, "x", 1, NULL));
  g_assert_cmpint (symlink ("/etc/hostname", link), ==, 0);
  g_assert_cmpint (symlink ("..", round), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
}

static void
test_folder (Centre *centre, gconstpointer data)
{
  static const char *const names[]
      = { "drop/a.txt",     "drop/b.mp4",      "drop/c.pdf",
          "drop/empty.txt", "drop/more/d.odt", "drop/more/deep/e.odt" };
  static const char *const others[] = { "link.txt", "round", "pipe", ".hidden" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome = NULL;

  make_folder (centre);
  outcome = attach (centre, "drop", sf_judgement_get_statement_code (centre->judgement), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->attachments->len, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (outcome->evidence->len, ==, G_N_ELEMENTS (names));
  g_assert_cmpuint (outcome->known->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_same_bytes (centre, names[i]);
  g_assert_cmpuint (outcome->left_out->len, ==, G_N_ELEMENTS (others));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (tells (outcome->left_out, others[i]));
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE_LINK), ==, G_N_ELEMENTS (names));
  /* one act: one undo takes all of it, one redo brings it back */
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 0);
  sf_workbook_redo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, G_N_ELEMENTS (names));
  assert_sound (centre->workbook);
}

/* A hidden file that a person picks comes in under its own name, and goes out so. */
static void
test_picked_hidden (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) file = child_of (centre, ".notes of may.txt");
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome = NULL;
  SfAttachment *made;

  write_file (centre, ".notes of may.txt", 10, 1);
  outcome = sf_workbook_attach_outcome_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->attachments->len, ==, 1);
  made = first_of (centre->workbook, SF_TYPE_ATTACHMENT);
  g_assert_cmpstr (sf_attachment_get_name (made), ==, ".notes of may.txt");
}

/* One that cannot be read does not cost the others. */
static void
test_one_unreadable (Centre *centre, gconstpointer data)
{
  g_autofree char *dangling = g_build_filename (centre->folder, "gone.txt", NULL);
  g_autoptr (GFile) good = child_of (centre, "good.txt");
  g_autoptr (GFile) bad = g_file_new_for_path (dangling);
  g_autoptr (GFile) other = child_of (centre, "other.txt");
  GFile *const files[] = { good, bad, other, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome = NULL;

  write_file (centre, "good.txt", 10, 1);
  write_file (centre, "other.txt", 20, 2);
  outcome = sf_workbook_attach_outcome_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->attachments->len, ==, 2);
  g_assert_cmpuint (outcome->left_out->len, ==, 1);
  g_assert_true (tells (outcome->left_out, "gone.txt"));
}

static void
test_empty_folder (Centre *centre, gconstpointer data)
{
  g_autofree char *path = g_build_filename (centre->folder, "nothing", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  outcome = attach (centre, "nothing", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->attachments->len + outcome->left_out->len, ==, 0);
}

/* --- what was here ----------------------------------------------------------------------- */

static void
test_known (Centre *centre, gconstpointer data)
{
  const char *code = sf_judgement_get_statement_code (centre->judgement);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) first = NULL, again = NULL, linked = NULL, twice = NULL;
  SfKnownFile *known;

  write_file (centre, "survey.pdf", 2 * 1024 * 1024, 7);
  write_file (centre, "copy of survey.pdf", 2 * 1024 * 1024, 7);
  first = attach (centre, "survey.pdf", NULL, &error);
  g_assert_no_error (error);
  again = attach (centre, "copy of survey.pdf", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->attachments->len, ==, 0);
  g_assert_cmpuint (again->known->len, ==, 1);
  g_assert_cmpuint (again->linked, ==, 0);
  known = again->known->pdata[0];
  g_assert_cmpstr (known->name, ==, "copy of survey.pdf");
  g_assert_true (known->evidence == first_of (centre->workbook, SF_TYPE_EVIDENCE));
  /* at a statement the piece that is there is linked, once */
  linked = attach (centre, "copy of survey.pdf", code, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (linked->linked, ==, 1);
  twice = attach (centre, "survey.pdf", code, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (twice->linked, ==, 0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE_LINK), ==, 1);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 1);
  g_assert_cmpint (ask (centre, "SELECT count (*) FROM content"), ==, 1);
  assert_sound (centre->workbook);
}

/* A retired piece is not to be seen, so its file makes a new one. */
static void
test_known_but_retired (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) first = NULL, again = NULL;

  write_file (centre, "plan.odt", 5000, 7);
  first = attach (centre, "plan.odt", NULL, &error);
  g_assert_true (
      sf_workbook_retire (centre->workbook, first_of (centre->workbook, SF_TYPE_EVIDENCE), &error));
  sync_workbook (centre->workbook);
  again = attach (centre, "plan.odt", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->evidence->len, ==, 1);
  g_assert_cmpint (ask (centre, "SELECT count (*) FROM content"), ==, 1);
}

/* --- being cancelled --------------------------------------------------------------------- */

typedef struct
{
  GCancellable *cancellable;
  GAsyncResult *result;
  gint64 at;           /* cancelled when so many bytes are in; 0: at the first word */
  gboolean first_file; /* is in the file */
} Cancelling;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Cancelling *)data)->result = g_object_ref (result);
}

static void
on_progress (const SfAttachProgress *progress, gpointer data)
{
  Cancelling *cancelling = data;

  g_assert_true ((progress->name != NULL) == (progress->bytes_done > 0));
  if (progress->bytes_done >= cancelling->at)
    g_cancellable_cancel (cancelling->cancellable);
}

static void
on_first_file (const SfAttachProgress *progress, gpointer data)
{
  ((Cancelling *)data)->first_file = progress->files_done > 0;
}

/* While looking, at the first piece, between pieces, at the last. */
static void
test_cancelled (Centre *centre, gconstpointer data)
{
  static const gint64 points[] = { -1, 0, 1, 4 << 20, 9 << 20, 18 << 20 };
  g_autoptr (GFile) folder = child_of (centre, "drop");
  GFile *const files[] = { folder, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("drop/%02u.bin", i);
      write_file (centre, name, i % 10 == 0 ? 3 << 20 : 200000, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Cancelling cancelling = { .cancellable = cancellable, .at = points[i] };
      g_autoptr (SfAttachOutcome) outcome = NULL;
      g_autoptr (GError) error = NULL;

      sf_workbook_attach (centre->workbook, &request, cancellable, on_progress, &cancelling,
                          on_done_cb, &cancelling);
      if (points[i] < 0)
        g_cancellable_cancel (cancellable);
      while (cancelling.result == NULL)
        g_main_context_iteration (NULL, TRUE);
      outcome = sf_workbook_attach_finish_outcome (centre->workbook, cancelling.result, &error);
      g_object_unref (cancelling.result);
      g_assert_null (outcome);
      g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
      g_assert_cmpint (ask (centre, "SELECT count (*) FROM content"), ==, 0);
      g_assert_cmpint (ask (centre, "SELECT count (*) FROM chunk"), ==, 0);
      g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 0);
      g_assert_cmpint (ask (centre, "SELECT freelist_count FROM pragma_freelist_count"), <=, 256);
    }
  assert_sound (centre->workbook);
}

/* --- beside others ------------------------------------------------------------------------ */

/* One large file that takes a while, and a small one before it. */
static void
make_large_folder (Centre *centre)
{
  g_autofree char *path = g_build_filename (centre->folder, "large", "b.mp4", NULL);

  write_file (centre, "large/aconite.txt", 5000, 7);
  write_file (centre, "large/b.mp4", 1, 1);
  g_assert_cmpint (truncate (path, 120 << 20), ==, 0);
}

static void
begin_large (Centre *centre, Cancelling *cancelling)
{
  g_autoptr (GFile) folder = child_of (centre, "large");
  GFile *const files[] = { folder, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };

  sf_workbook_attach (centre->workbook, &request, cancelling->cancellable, on_first_file,
                      cancelling, on_done_cb, cancelling);
  while (!cancelling->first_file)
    {
      g_assert_null (cancelling->result);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
wait_for (Cancelling *waiting)
{
  while (waiting->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What another request found there and named is its own; @undone: also while only redo names it. */
static void
cancel_beside_same (Centre *centre, gboolean undone)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling first = { .cancellable = cancellable }, second = { .cancellable = NULL };
  g_autoptr (GFile) file = child_of (centre, "other/copy.txt");
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (SfAttachOutcome) outcome = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  make_large_folder (centre);
  write_file (centre, "other/copy.txt", 5000, 7);
  begin_large (centre, &first);
  sf_workbook_attach (centre->workbook, &request, NULL, NULL, NULL, on_done_cb, &second);
  wait_for (&second);
  outcome = sf_workbook_attach_finish_outcome (centre->workbook, second.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->attachments->len, ==, 1);
  if (undone)
    sf_workbook_undo (centre->workbook);
  while (sf_workbook_count_pending (centre->workbook) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for (&first);
  none = sf_workbook_attach_finish_outcome (centre->workbook, first.result, &error);
  g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
  g_assert_null (none);
  if (undone)
    sf_workbook_redo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpint (ask (centre, "SELECT count (*) FROM content"), ==, 1);
  assert_same_bytes (centre, "other/copy.txt");
  assert_sound (centre->workbook);
  g_object_unref (first.result);
  g_object_unref (second.result);
}

static void
test_cancelled_beside_same (Centre *centre, gconstpointer data)
{
  cancel_beside_same (centre, FALSE);
}

static void
test_cancelled_beside_undone (Centre *centre, gconstpointer data)
{
  cancel_beside_same (centre, TRUE);
}

/* Half a file is nobody else's, whatever else is being attached. */
static void
test_cancelled_beside_other (Centre *centre, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling first = { .cancellable = cancellable }, second = { .cancellable = NULL };
  g_autoptr (GFile) file = child_of (centre, "other/film.mp4");
  g_autofree char *path = g_file_get_path (file);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (SfAttachOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  make_large_folder (centre);
  write_file (centre, "other/film.mp4", 1, 1);
  g_assert_cmpint (truncate (path, 130 << 20), ==, 0);
  begin_large (centre, &first);
  sf_workbook_attach (centre->workbook, &request, NULL, NULL, NULL, on_done_cb, &second);
  g_cancellable_cancel (cancellable);
  wait_for (&first);
  wait_for (&second);
  outcome = sf_workbook_attach_finish_outcome (centre->workbook, second.result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (centre, "SELECT count (*) FROM content WHERE complete = 0"), ==, 0);
  g_assert_cmpint (ask (centre, "SELECT sum (length (data)) FROM chunk"), <=, (130 << 20) + 5000);
  assert_sound (centre->workbook);
  g_object_unref (first.result);
  g_object_unref (second.result);
}

/* Contents that were here when they were read, and are erased before the step names them. */
static void
test_known_is_erased (Centre *centre, gconstpointer data)
{
  Cancelling attaching = { .cancellable = NULL }, erasing = { .cancellable = NULL };
  g_autoptr (SfAttachOutcome) before = NULL, none = NULL;
  g_autoptr (SfErasureReport) report = NULL;
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  make_large_folder (centre);
  before = attach (centre, "large/aconite.txt", NULL, &error);
  g_assert_no_error (error);
  begin_large (centre, &attaching);
  g_ptr_array_add (evidence, first_of (centre->workbook, SF_TYPE_EVIDENCE));
  sf_workbook_erase (centre->workbook, evidence, "It was asked for", NULL, NULL, NULL, on_done_cb,
                     &erasing);
  wait_for (&erasing);
  report = sf_workbook_erase_finish (centre->workbook, erasing.result, &error);
  g_assert_no_error (error);
  wait_for (&attaching);
  none = sf_workbook_attach_finish_outcome (centre->workbook, attaching.result, &error);
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_null (none);
  g_assert_cmpint (ask (centre, "SELECT count (*) FROM content"), ==, 0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 0);
  assert_sound (centre->workbook);
  g_object_unref (attaching.result);
  g_object_unref (erasing.result);
}

/* Pieces are smaller where a step would wait long for one to be written. */
static void
test_pace (Centre *centre, gconstpointer data)
{
  const SfAttachRequest request = { .centre = centre->centre };
  g_autoptr (SfAttach) attach = sf_attach_new (centre->workbook, &request);
  gsize whole = sf_attach_get_room (attach);

  g_assert_cmpuint (whole, ==, SF_CONTENT_TRANSACTION);
  sf_attach_follow_pace (attach, 100000);
  g_assert_cmpuint (sf_attach_get_room (attach), <, whole);
  g_assert_cmpuint (sf_attach_get_room (attach) % SF_CHUNK_SIZE, ==, 0);
  sf_attach_follow_pace (attach, 30000);
  g_assert_cmpuint (sf_attach_get_room (attach), <, whole);
  sf_attach_follow_pace (attach, 1000);
  g_assert_cmpuint (sf_attach_get_room (attach), ==, whole);
}

/* --- many ---------------------------------------------------------------------------------- */

static void
on_changed_cb (SfModel *model, guint *n)
{
  (*n)++;
}

/* More than the model takes at once: told once, when all of it is there. */
static void
test_many (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) folder = child_of (centre, "many");
  GFile *const files[] = { folder, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  Cancelling waiting = { .cancellable = NULL };
  g_autoptr (SfAttachOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%03u.txt", i);
      write_file (centre, name, 20, i + 1);
    }
  g_signal_connect (sf_workbook_get_model (centre->workbook), "changed", G_CALLBACK (on_changed_cb),
                    &n);
  sf_workbook_attach (centre->workbook, &request, NULL, NULL, NULL, on_done_cb, &waiting);
  while (waiting.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  outcome = sf_workbook_attach_finish_outcome (centre->workbook, waiting.result, &error);
  g_object_unref (waiting.result);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->evidence->len, ==, 1000);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 1000);
  /* what is asked for while the model follows waits, and is done */
  sf_workbook_undo (centre->workbook);
  sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES, "After", NULL);
  while (sf_workbook_count_pending (centre->workbook) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 0);
  g_assert_cmpstr (sf_centre_get_services (centre->centre), ==, "After");
  assert_sound (centre->workbook);
}

static void
test_edit_many (Centre *centre, gconstpointer data)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  g_autoptr (SfAttachOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  SfEvidence *one, *two;

  write_file (centre, "drop/one.txt", 20, 1);
  write_file (centre, "drop/two.txt", 20, 2);
  outcome = attach (centre, "drop", NULL, &error);
  one = sf_model_find (sf_workbook_get_model (centre->workbook),
                       &g_array_index (outcome->evidence, SfUuid, 0));
  two = sf_model_find (sf_workbook_get_model (centre->workbook),
                       &g_array_index (outcome->evidence, SfUuid, 1));
  g_ptr_array_add (edits, sf_field_edit_new (one, SF_EVIDENCE_TITLE, "First"));
  g_ptr_array_add (edits, sf_field_edit_new (one, SF_EVIDENCE_DATED_ON, "2026-03-01"));
  g_ptr_array_add (edits, sf_field_edit_new (two, SF_EVIDENCE_TITLE, "Second"));
  g_ptr_array_add (edits, sf_field_edit_new (two, SF_EVIDENCE_KIND, "data"));
  g_assert_true (sf_workbook_edit_many (centre->workbook, edits, "Checked two", &error));
  sync_workbook (centre->workbook);
  g_assert_cmpstr (sf_evidence_get_title (one), ==, "First");
  g_assert_cmpstr (sf_evidence_get_dated_on (one), ==, "2026-03-01");
  g_assert_cmpstr (sf_evidence_get_kind (two), ==, "data");
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpstr (sf_evidence_get_title (one), ==, "One");
  g_assert_cmpstr (sf_evidence_get_title (two), ==, "Two");
  g_assert_cmpstr (sf_evidence_get_kind (two), ==, "document");
  /* one that is refused refuses all */
  g_ptr_array_add (edits, sf_field_edit_new (two, SF_EVIDENCE_DATED_ON, "2026-02-30"));
  g_assert_false (sf_workbook_edit_many (centre->workbook, edits, "Checked two", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  sync_workbook (centre->workbook);
  g_assert_cmpstr (sf_evidence_get_title (one), ==, "One");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/workbook/attach/" name, Centre, NULL, set_up_centre, function, tear_down_centre)
  ADD ("folder", test_folder);
  ADD ("picked-hidden", test_picked_hidden);
  ADD ("one-unreadable", test_one_unreadable);
  ADD ("empty-folder", test_empty_folder);
  ADD ("known", test_known);
  ADD ("known-but-retired", test_known_but_retired);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-beside-same", test_cancelled_beside_same);
  ADD ("cancelled-beside-undone", test_cancelled_beside_undone);
  ADD ("cancelled-beside-other", test_cancelled_beside_other);
  ADD ("pace", test_pace);
  ADD ("known-is-erased", test_known_is_erased);
  ADD ("many", test_many);
  ADD ("edit-many", test_edit_many);
#undef ADD
  return run_tests_in_own_home ();
}
