/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook-helpers.h"

#include "store/sf-backup-folder.h"
#include "workbook/sf-attach-name.h"
#include "workbook/sf-workbook-private.h"

#include <string.h>
#include <unistd.h>

/* Attachments in and out; backups, checks, salvage of a workbook. */

static GFile *
write_file (Centre *centre, const char *name, gsize length, guint8 fill)
{
  g_autofree char *path = g_build_filename (centre->folder, name, NULL);
  g_autofree char *bytes = g_malloc (length + 1);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char)(fill + i / 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, &error));
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static GArray *
attach (Centre *centre, GFile *file, const char *code)
{
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files,
                              .centre = centre->centre,
                              .evaluation = code != NULL ? centre->evaluation : NULL,
                              .statement_code = code };
  g_autoptr (GError) error = NULL;
  GArray *made = sf_workbook_attach_sync (centre->workbook, &request, &error);

  g_assert_no_error (error);
  return made;
}

/* --- names ----------------------------------------------------------------------------- */

static void
test_names (void)
{
  static const char *const names[][3] = {
    { "Parents_survey.pdf", "Parents_survey.pdf", "Parents survey" },
    { "../../etc/passwd", "passwd", "Passwd" },
    { "C:\\secret\\plan.odt", "plan.odt", "Plan" },
    { "two\nlines.txt", "two lines.txt", "Two lines" },
    { "evil\xe2\x80\xaeｆdp.exe", "evilｆdp.exe", "Evilｆdp" },
    { "..", "File", "File" },
    { ".hidden", ".hidden", "Hidden" },
    { ".notes of may.txt", ".notes of may.txt", "Notes of may" },
    { "...dots", "dots", "Dots" },
    { ". .x", "x", "X" },
    { ".", "File", "File" },
    { "", "File", "File" },
    { "a<b>:\"|?*.csv", "a_b______.csv", "A b" },
    { "bad\xff\xfeutf8.doc", "bad\xef\xbf\xbd\xef\xbf\xbdutf8.doc",
      "Bad\xef\xbf\xbd\xef\xbf\xbdutf8" },
    { "ärger.jpeg", "ärger.jpeg", "Ärger" },
    { "   ", "File", "File" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *safe = sf_attach_safe_name (names[i][0]);
      g_autofree char *title = sf_attach_guess_title (safe);

      g_assert_cmpstr (safe, ==, names[i][1]);
      g_assert_cmpstr (title, ==, names[i][2]);
    }
}

static void
test_long_name (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *safe = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (name, "ü");
  g_string_append (name, ".pdf");
  safe = sf_attach_safe_name (name->str);
  title = sf_attach_guess_title (safe);
  g_assert_true (g_utf8_validate (safe, -1, NULL));
  g_assert_cmpuint (strlen (safe), <=, 240);
  g_assert_true (g_str_has_suffix (safe, ".pdf"));
  g_assert_true (g_utf8_validate (title, -1, NULL));
}

static void
test_kinds (void)
{
  static const char *const files[][4]
      = { { "a.pdf", "%PDF-1.7\n", "application/pdf", "document" },
          { "a.jpg", "\xff\xd8\xff\xe0", "image/jpeg", "observation" },
          { "a.csv", "x,y\n1,2\n", "text/csv", "data" },
          { "a.ods", "PK\3\4", "application/vnd.oasis.opendocument.spreadsheet", "data" },
          { "a.odt", "PK\3\4", "application/vnd.oasis.opendocument.text", "document" },
          { "a.txt", "words", "text/plain", "document" } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *type
          = sf_attach_guess_media_type (files[i][0], files[i][1], strlen (files[i][1]));

      g_assert_cmpstr (type, ==, files[i][2]);
      g_assert_cmpstr (sf_attach_guess_kind (type), ==, files[i][3]);
    }
}

/* --- versions -------------------------------------------------------------------------- */

static GArray *
replace (Centre *centre, SfAttachment *old, GFile *file, GError **error)
{
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .replaces = old };

  request.evidence
      = sf_model_find (sf_workbook_get_model (centre->workbook), sf_attachment_get_evidence (old));
  return sf_workbook_attach_sync (centre->workbook, &request, error);
}

static void
test_versions (Centre *centre, gconstpointer data)
{
  SfModel *model = sf_workbook_get_model (centre->workbook);
  g_autoptr (GFile) first = write_file (centre, "survey-1.pdf", 1000, 1);
  g_autoptr (GFile) second = write_file (centre, "survey-2.pdf", 2000, 2);
  g_autoptr (GArray) made
      = attach (centre, first, sf_judgement_get_statement_code (centre->judgement));
  SfEvidence *evidence = first_of (centre->workbook, SF_TYPE_EVIDENCE);
  SfAttachment *old = sf_model_find (model, &g_array_index (made, SfUuid, 0)), *new = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GArray) newer = replace (centre, old, second, &error);
  g_autoptr (GArray) none = NULL;
  g_autoptr (GPtrArray) files = NULL, versions = NULL, after_undo = NULL, after_removal = NULL;

  g_assert_no_error (error);
  new = sf_model_find (model, &g_array_index (newer, SfUuid, 0));
  files = sf_model_list_attachments (model, evidence);
  versions = sf_model_list_versions (model, new);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (files->pdata[0] == new);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_true (versions->pdata[0] == new && versions->pdata[1] == old);
  /* what has a newer version is neither replaced nor removed by itself */
  none = replace (centre, old, first, &refused);
  g_assert_null (none);
  g_assert_error (refused, SF_ERROR, SF_ERROR_INVALID);
  g_assert_false (sf_workbook_remove_attachment (centre->workbook, old, NULL));
  /* all versions go together and come back together */
  g_assert_true (sf_workbook_remove_attachment (centre->workbook, new, &error));
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 0);
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  after_removal = sf_model_list_attachments (model, evidence);
  g_assert_cmpuint (after_removal->len, ==, 1);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 2);
  /* undone, the old one is the file again */
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  after_undo = sf_model_list_attachments (model, evidence);
  g_assert_cmpuint (after_undo->len, ==, 1);
  g_assert_cmpstr (sf_attachment_get_name (after_undo->pdata[0]), ==, "survey-1.pdf");
  assert_sound (centre->workbook);
}

/* --- in and out ------------------------------------------------------------------------ */

static void
test_attach (Centre *centre, gconstpointer data)
{
  const gsize length = 2 * 1024 * 1024 + 5;
  g_autoptr (GFile) file = write_file (centre, "parents_survey.pdf", length, 7);
  g_autoptr (GArray) made
      = attach (centre, file, sf_judgement_get_statement_code (centre->judgement));
  g_autofree char *out = g_build_filename (centre->folder, "out.pdf", NULL);
  g_autofree char *in = g_file_get_path (file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SfAttachment *attachment = first_of (centre->workbook, SF_TYPE_ATTACHMENT);
  SfEvidence *evidence = first_of (centre->workbook, SF_TYPE_EVIDENCE);
  gsize before_length, after_length;

  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmpstr (sf_attachment_get_name (attachment), ==, "parents_survey.pdf");
  g_assert_cmpint (sf_attachment_get_size (attachment), ==, length);
  g_assert_cmpstr (sf_evidence_get_title (evidence), ==, "Parents survey");
  g_assert_cmpstr (sf_evidence_get_kind (evidence), ==, "document");
  g_assert_cmpstr (sf_evidence_get_sensitivity (evidence), ==, "centre");
  g_assert_nonnull (sf_evidence_get_dated_on (evidence));
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE_LINK), ==, 1);
  g_assert_true (sf_workbook_export_attachment_sync (centre->workbook, attachment, out, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (in, &before, &before_length, NULL));
  g_assert_true (g_file_get_contents (out, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  /* one step: one undo takes all of it away, and the contents stay for redo */
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 0);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 0);
  reopen_workbook (centre);
  sf_workbook_redo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 1);
  assert_sound (centre->workbook);
}

static void
test_same_contents_once (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) one = write_file (centre, "one.txt", 400000, 1);
  g_autoptr (GFile) two = write_file (centre, "two.txt", 400000, 1);
  g_autoptr (GFile) empty = write_file (centre, "empty.txt", 0, 0);
  GFile *const files[] = { one, two, empty, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome
      = sf_workbook_attach_outcome_sync (centre->workbook, &request, &error);
  SfKnownFile *known;

  g_assert_no_error (error);
  g_assert_cmpuint (outcome->attachments->len, ==, 2);
  g_assert_cmpuint (outcome->evidence->len, ==, 2);
  g_assert_cmpuint (outcome->known->len, ==, 1);
  known = outcome->known->pdata[0];
  g_assert_cmpstr (known->name, ==, "two.txt");
  g_assert_cmpstr (sf_evidence_get_title (known->evidence), ==, "One");
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 2);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM content"), ==, 2);
  assert_sound (centre->workbook);
}

static void
test_refused (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (centre->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.pdf");
  g_autoptr (GFile) large = g_file_get_child (folder, "large.mp4");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");
  const struct
  {
    GFile *file;
    SfError code;
  } refused[] = { { device, SF_ERROR_INVALID },
                  { missing, SF_ERROR_NOT_FOUND },
                  { large, SF_ERROR_TOO_LARGE } };
  g_autofree char *path = g_file_get_path (large);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  g_assert_cmpint (truncate (path, SF_ATTACHMENT_LIMIT + 1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      GFile *const files[] = { refused[i].file, NULL };
      SfAttachRequest request = { .files = files, .centre = centre->centre };
      g_autoptr (GError) error = NULL;

      g_assert_null (sf_workbook_attach_sync (centre->workbook, &request, &error));
      g_assert_error (error, SF_ERROR, (int)refused[i].code);
    }
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_EVIDENCE), ==, 0);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM content"), ==, 0);
}

static void
test_request_refused (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) good = write_file (centre, "good.txt", 1000, 1);
  GFile *const files[] = { good, NULL };
  SfAttachRequest nowhere = { .files = files };
  SfAttachRequest no_code = { .files = files,
                              .centre = centre->centre,
                              .evaluation = centre->evaluation,
                              .statement_code = "none" };
  g_autoptr (GError) error = NULL;

  g_assert_null (sf_workbook_attach_sync (centre->workbook, &nowhere, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sf_workbook_attach_sync (centre->workbook, &no_code, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

/* --- beside the work ------------------------------------------------------------------- */

typedef struct
{
  Centre *centre;
  GAsyncResult *result;
  guint reports;
  gint64 last;
  GCancellable *cancellable;
} Waiting;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->result = g_object_ref (result);
}

static void
on_progress (const SfAttachProgress *progress, gpointer data)
{
  Waiting *waiting = data;

  g_assert_cmpint (progress->bytes_done, >=, waiting->last);
  g_assert_cmpint (progress->bytes_done, <=, progress->bytes);
  g_assert_cmpuint (progress->files_done, <=, progress->files);
  if (progress->bytes_done == waiting->last)
    return;
  waiting->last = progress->bytes_done;
  waiting->reports++;
  /* a step slips between the pieces */
  if (waiting->reports == 2 && waiting->cancellable == NULL)
    sf_workbook_set_text (waiting->centre->workbook, waiting->centre->centre, SF_CENTRE_SERVICES,
                          "Slipped between", NULL);
  if (waiting->reports == 2 && waiting->cancellable != NULL)
    g_cancellable_cancel (waiting->cancellable);
}

static void
wait_for (Waiting *waiting)
{
  while (waiting->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_attach_beside (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (centre, "film.mp4", 16 * 1024 * 1024, 3);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  Waiting waiting = { .centre = centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;

  sf_workbook_attach (centre->workbook, &request, NULL, on_progress, &waiting, on_done_cb,
                      &waiting);
  wait_for (&waiting);
  made = sf_workbook_attach_finish (centre->workbook, waiting.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmpuint (waiting.reports, >=, 2);
  g_assert_cmpint (waiting.last, ==, 16 * 1024 * 1024);
  g_assert_nonnull (
      sf_model_find (sf_workbook_get_model (centre->workbook), &g_array_index (made, SfUuid, 0)));
  sync_workbook (centre->workbook);
  g_assert_cmpstr (sf_centre_get_services (centre->centre), ==, "Slipped between");
  g_assert_cmpstr (sf_evidence_get_kind (first_of (centre->workbook, SF_TYPE_EVIDENCE)), ==,
                   "observation");
  g_object_unref (waiting.result);
  assert_sound (centre->workbook);
}

static void
test_attach_cancelled (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) first = write_file (centre, "first.txt", 1000, 9);
  g_autoptr (GFile) file = write_file (centre, "film.mp4", 48 * 1024 * 1024, 3);
  GFile *const files[] = { first, file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { .centre = centre, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  sf_workbook_attach (centre->workbook, &request, cancellable, on_progress, &waiting, on_done_cb,
                      &waiting);
  wait_for (&waiting);
  g_assert_null (sf_workbook_attach_finish (centre->workbook, waiting.result, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
  g_object_unref (waiting.result);
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_ATTACHMENT), ==, 0);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM content"), ==, 0);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM chunk"), ==, 0);
}

static void
test_attach_bytes (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("pasted words", 12);
  SfAttachRequest request = { .centre = centre->centre };
  g_autofree char *path = g_build_filename (centre->folder, "out.txt", NULL);
  g_autoptr (GFile) out = g_file_new_for_path (path);
  Waiting waiting = { .centre = centre };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;
  g_autofree char *text = NULL;

  sf_workbook_attach_bytes (centre->workbook, bytes, "note.txt", &request, NULL, on_done_cb,
                            &waiting);
  wait_for (&waiting);
  made = sf_workbook_attach_finish (centre->workbook, waiting.result, &error);
  g_assert_no_error (error);
  g_clear_object (&waiting.result);
  sf_workbook_export_attachment (centre->workbook, first_of (centre->workbook, SF_TYPE_ATTACHMENT),
                                 out, NULL, on_done_cb, &waiting);
  wait_for (&waiting);
  g_assert_true (sf_workbook_export_attachment_finish (centre->workbook, waiting.result, &error));
  g_assert_no_error (error);
  g_clear_object (&waiting.result);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "pasted words");
}

/* Closing while a file comes in: it is given up, and nothing of it is left when it was opened
 * again.
 */
static void
test_close_while_attaching (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (centre, "film.mp4", 48 * 1024 * 1024, 3);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  Waiting waiting = { .centre = centre };
  g_autoptr (SfWorkbook) kept = g_object_ref (centre->workbook);
  g_autoptr (GError) error = NULL;

  sf_workbook_attach (centre->workbook, &request, NULL, on_progress, &waiting, on_done_cb,
                      &waiting);
  while (waiting.reports < 1)
    g_main_context_iteration (NULL, TRUE);
  close_workbook (centre);
  wait_for (&waiting);
  g_assert_null (sf_workbook_attach_finish (kept, waiting.result, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
  g_object_unref (waiting.result);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  sf_writer_wait (centre->workbook->writer, TRUE);
  g_assert_cmpint (ask_file (centre, "SELECT count (*) FROM content"), ==, 0);
  assert_sound (centre->workbook);
}

/* --- export ---------------------------------------------------------------------------- */

static void
test_export_refused (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (centre, "good.txt", 1000, 1);
  g_autoptr (GArray) made = attach (centre, file, NULL);
  SfAttachment *attachment = first_of (centre->workbook, SF_TYPE_ATTACHMENT);
  g_autofree char *nowhere = g_build_filename (centre->folder, "no", "out.txt", NULL);
  g_autofree char *there = g_build_filename (centre->folder, "there.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_false (
      sf_workbook_export_attachment_sync (centre->workbook, attachment, nowhere, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_IO);
  g_clear_error (&error);
  /* damaged in the file: what lies at the destination stays */
  close_workbook (centre);
  run_sql (centre, "UPDATE chunk SET data = zeroblob (length (data))");
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_true (g_file_set_contents (there, "precious", -1, NULL));
  attachment = first_of (centre->workbook, SF_TYPE_ATTACHMENT);
  g_assert_false (sf_workbook_export_attachment_sync (centre->workbook, attachment, there, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_DAMAGED);
  g_assert_true (g_file_get_contents (there, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "precious");
}

/* --- backups --------------------------------------------------------------------------- */

static void
test_backup (Centre *centre, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (centre, "good.txt", 1500000, 1);
  g_autoptr (GArray) made = attach (centre, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) none = sf_workbook_get_last_backup (centre->workbook);
  g_autoptr (SfBackup) backup = sf_workbook_back_up_sync (centre->workbook, NULL, "asked", &error);
  g_autoptr (SfBackup) last = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (SfWorkbook) copy = NULL;

  g_assert_null (none);
  g_assert_no_error (error);
  g_assert_true (backup->checked);
  g_assert_cmpuint (backup->files, ==, 1);
  g_assert_cmpuint (backup->judgements, ==, count_of (centre->workbook, SF_TYPE_JUDGEMENT));
  reopen_workbook (centre);
  last = sf_workbook_get_last_backup (centre->workbook);
  g_assert_cmpstr (last->path, ==, backup->path);
  close_workbook (centre);
  /* found even when the file itself is no more */
  g_assert_cmpint (g_unlink (centre->path), ==, 0);
  list = sf_backups_list (centre->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((SfBackup *)list->pdata[0])->path, ==, backup->path);
  g_assert_cmpstr (((SfBackup *)list->pdata[0])->reason, ==, "asked");
  copy = sf_workbook_open (backup->path, SF_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_sound (copy);
  g_assert_true (sf_workbook_close (copy, &error));
  /* and made into a file again */
  g_assert_true (sf_workbook_salvage (backup->path, NULL, centre->path, NULL, &error));
  g_assert_no_error (error);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (sf_workbook_get_can_undo (centre->workbook));
  assert_sound (centre->workbook);
}

static void
test_backup_refused (Centre *centre, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (centre->folder, "no", "copy.sixfold", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (sf_workbook_back_up_sync (centre->workbook, centre->path, "asked", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (sf_workbook_back_up_sync (centre->workbook, nowhere, "asked", &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_IO);
  assert_sound (centre->workbook);
}

/* Three days of work: a backup with the first change of each, none on the day the file was made. */
static void
test_daily (Centre *centre, gconstpointer data)
{
  const gint64 day = G_GINT64_CONSTANT (24) * 60 * 60 * 1000;
  const gint64 now = g_get_real_time () / 1000;
  g_autoptr (GPtrArray) list = NULL;

  for (int i = 0; i < 3; i++)
    {
      sf_clock_set_for_test (now + i * day);
      for (int k = 0; k < 3; k++)
        {
          g_autofree char *text = g_strdup_printf ("day %d, edit %d", i, k);
          g_autoptr (GError) error = NULL;

          g_assert_true (sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_SERVICES,
                                               text, &error));
          sync_workbook (centre->workbook);
        }
      reopen_workbook (centre);
    }
  sf_clock_set_for_test (0);
  list = sf_backups_list (centre->path, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((SfBackup *)list->pdata[i])->reason, ==, "daily");
}

/* --- checks ---------------------------------------------------------------------------- */

static void
on_problems (SfWorkbook *workbook, const SfCheckReport *report, gpointer data)
{
  *(guint *)data += report->problems->len;
}

static void
iterate_for (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
damage (Centre *centre)
{
  run_sql (centre, "UPDATE step SET label = 'other' WHERE id = 1");
}

static void
test_check_when_due (Centre *centre, gconstpointer data)
{
  guint problems = 0;

  /* closed as it should be, and young: not looked at */
  close_workbook (centre);
  damage (centre);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, NULL);
  sf_workbook_check_if_due (centre->workbook, on_problems, &problems);
  iterate_for (300);
  g_assert_cmpuint (problems, ==, 0);
  /* more than a week later it is */
  sf_clock_set_for_test (g_get_real_time () / 1000 + G_GINT64_CONSTANT (8) * 86400 * 1000);
  sf_workbook_check_if_due (centre->workbook, on_problems, &problems);
  for (guint i = 0; i < 50 && problems == 0; i++)
    iterate_for (100);
  sf_clock_set_for_test (0);
  g_assert_cmpuint (problems, ==, 1);
}

static void
reopen (Centre *centre)
{
  close_workbook (centre);
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, NULL);
  g_assert_nonnull (centre->workbook);
}

static void
test_check_is_owed (Centre *centre, gconstpointer data)
{
  guint problems = 0;

  close_workbook (centre);
  damage (centre);
  run_sql (centre, "UPDATE workbook SET clean_since = NULL");
  centre->workbook = sf_workbook_open (centre->path, SF_OPEN_DEFAULT, NULL);
  /* closed before the check could begin: the next to open it owes it still */
  reopen (centre);
  sf_workbook_check_if_due (centre->workbook, on_problems, &problems);
  for (guint i = 0; i < 50 && problems == 0; i++)
    iterate_for (100);
  g_assert_cmpuint (problems, ==, 1);
  /* what was checked is not checked again */
  reopen (centre);
  sf_workbook_check_if_due (centre->workbook, on_problems, &problems);
  iterate_for (300);
  g_assert_cmpuint (problems, ==, 1);
}

int
main (int argc, char **argv)
{
#define ADD(path, function)                                                                        \
  g_test_add ("/workbook/files/" path, Centre, NULL, set_up_centre, function, tear_down_centre)
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/files/names", test_names);
  g_test_add_func ("/workbook/files/long-name", test_long_name);
  g_test_add_func ("/workbook/files/kinds", test_kinds);
  ADD ("versions", test_versions);
  ADD ("attach", test_attach);
  ADD ("once", test_same_contents_once);
  ADD ("refused", test_refused);
  ADD ("request-refused", test_request_refused);
  ADD ("beside", test_attach_beside);
  ADD ("cancelled", test_attach_cancelled);
  ADD ("bytes", test_attach_bytes);
  ADD ("close-while-attaching", test_close_while_attaching);
  ADD ("export-refused", test_export_refused);
  ADD ("backup", test_backup);
  ADD ("backup-refused", test_backup_refused);
  ADD ("daily", test_daily);
  ADD ("check-when-due", test_check_when_due);
  ADD ("check-is-owed", test_check_is_owed);
  return run_tests_in_own_home ();
}
