/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview-helpers.h"
#include "sandbox.h"
#include "workbook/sf-reading-guess.h"
#include "workbook/sf-workbook-extract.h"
#include "workbook/sf-workbook-preview.h"
#include "workbook/sf-workbook-reading.h"

/* Files are looked into beside the work: their words are found, their pictures shown, and their
 * titles and dates taken where nobody has written any. */

static void
set_up (Centre *centre, gconstpointer data)
{
  sf_clock_set_for_test (G_GINT64_CONSTANT (1780300800000)); /* 1 June 2026 */
  set_up_centre (centre, data);
}

static guint
read_all (Centre *centre)
{
  g_autoptr (GError) error = NULL;
  guint n_read = 0;

  sf_workbook_read_all_sync (centre->workbook, &n_read, &error);
  g_assert_no_error (error);
  return n_read;
}

static guint
count_hits (Centre *centre, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits
      = sf_workbook_search_contents_sync (centre->workbook, query, 10, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
on_extracted_cb (SfWorkbook *workbook, const char *digest, GPtrArray *told)
{
  g_ptr_array_add (told, g_strdup (digest));
}

static void
test_words_and_pictures (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (2), photo = sample_jpeg ();
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SfPicture) picture = NULL;
  g_autoptr (GError) error = NULL;
  SfEvidence *first;

  if (skip_without_sandbox ())
    return;
  g_signal_connect (centre->workbook, "extracted", G_CALLBACK (on_extracted_cb), told);
  first = attach_sample (centre, pdf, "survey.pdf");
  attach_sample (centre, photo, "IMG_1.jpg");
  g_assert_cmpuint (count_hits (centre, "cats"), ==, 0);
  g_assert_cmpuint (read_all (centre), ==, 2);
  g_assert_cmpuint (told->len, ==, 2);
  g_assert_cmpstr (told->pdata[0], ==, sf_attachment_get_digest (file_of (centre, first)));
  g_assert_cmpuint (count_hits (centre, "cats"), ==, 1);
  picture = sf_workbook_load_picture_sync (centre->workbook, told->pdata[1], &error);
  g_assert_no_error (error);
  g_assert_cmpuint (picture->width, ==, 40);
  /* once is enough, also after opening again */
  g_assert_cmpuint (read_all (centre), ==, 0);
  reopen_workbook (centre);
  g_assert_cmpuint (read_all (centre), ==, 0);
  g_assert_cmpuint (count_hits (centre, "cats"), ==, 1);
  assert_sound (centre->workbook);
}

static void
test_title_and_date (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (1), odt = sample_odt ();
  SfEvidence *survey, *plan;

  if (skip_without_sandbox ())
    return;
  survey = attach_sample (centre, pdf, "scan_0012.pdf");
  plan = attach_sample (centre, odt, "x.odt");
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "Scan 0012");
  read_all (centre);
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "Parents' survey");
  g_assert_cmpstr (sf_evidence_get_dated_on (survey), ==, "2026-03-03");
  g_assert_cmpstr (sf_evidence_get_title (plan), ==, "Plan & review");
  g_assert_cmpstr (sf_evidence_get_dated_on (plan), ==, "2026-02-03");
}

static guint
count_evidence (Centre *centre)
{
  return g_list_model_get_n_items (
      sf_model_get_list (sf_workbook_get_model (centre->workbook), SF_TYPE_EVIDENCE));
}

static void
assert_read_titles (Centre *centre)
{
  GListModel *list = sf_model_get_list (sf_workbook_get_model (centre->workbook), SF_TYPE_EVIDENCE);
  const char *const titles[] = { "Parents' survey", "Plan & review" };

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (SfEvidence) evidence = g_list_model_get_item (list, i);

      g_assert_cmpstr (sf_evidence_get_title (evidence), ==, titles[i]);
    }
}

static void
undo_and_redo (Centre *centre, void (*replay) (SfWorkbook *))
{
  replay (centre->workbook);
  sync_workbook (centre->workbook);
}

/* What was read belongs to the file: one undo takes the adding back, also after opening again, and
 * redo brings both. History has every step, and says whose the reading was. */
static void
test_undo_takes_the_adding (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (1), odt = sample_odt ();
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const SfHistoryEntry *entry;

  if (skip_without_sandbox ())
    return;
  attach_sample (centre, pdf, "scan_0012.pdf");
  attach_sample (centre, odt, "x.odt");
  read_all (centre);
  entries = sf_workbook_load_history_sync (centre->workbook, NULL, 0, 3, &error);
  g_assert_no_error (error);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->contributor, ==, "Sixfold itself");
  entry = entries->pdata[1];
  g_assert_null (entry->contributor);
  for (guint i = 0; i < 2; i++)
    {
      assert_read_titles (centre);
      undo_and_redo (centre, sf_workbook_undo);
      g_assert_cmpuint (count_evidence (centre), ==, 1);
      undo_and_redo (centre, sf_workbook_undo);
      g_assert_cmpuint (count_evidence (centre), ==, 0);
      if (i == 0)
        reopen_workbook (centre);
      undo_and_redo (centre, sf_workbook_redo);
      undo_and_redo (centre, sf_workbook_redo);
    }
  assert_read_titles (centre);
  g_assert_cmpuint (read_all (centre), ==, 0);
  assert_sound (centre->workbook);
}

/* What a person does afterwards is undone first, and to what was read. */
static void
test_undo_of_what_came_after (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (1);
  g_autoptr (GError) error = NULL;
  SfEvidence *survey;

  if (skip_without_sandbox ())
    return;
  survey = attach_sample (centre, pdf, "scan_0012.pdf");
  read_all (centre);
  sf_workbook_set_text (centre->workbook, survey, SF_EVIDENCE_TITLE, "What parents say", &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  undo_and_redo (centre, sf_workbook_undo);
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "Parents' survey");
  undo_and_redo (centre, sf_workbook_redo);
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "What parents say");
}

static void
test_what_was_written_stays (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (1), odt = sample_odt ();
  g_autoptr (GError) error = NULL;
  SfEvidence *survey, *plan;

  if (skip_without_sandbox ())
    return;
  survey = attach_sample (centre, pdf, "a.pdf");
  plan = attach_sample (centre, odt, "x.odt");
  sf_workbook_set_text (centre->workbook, survey, SF_EVIDENCE_TITLE, "What parents say", &error);
  g_assert_no_error (error);
  /* away from the guess and back: that was a decision too */
  sf_workbook_set_text (centre->workbook, plan, SF_EVIDENCE_TITLE, "Y", &error);
  sf_workbook_set_text (centre->workbook, plan, SF_EVIDENCE_TITLE, "X", &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  read_all (centre);
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "What parents say");
  g_assert_cmpstr (sf_evidence_get_dated_on (survey), ==, "2026-03-03");
  g_assert_cmpstr (sf_evidence_get_title (plan), ==, "X");
}

/* What was made by hand got its title by hand, though it be that of the file. */
static void
test_made_by_hand (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (1);
  g_autofree char *path = g_build_filename (centre->folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file, NULL };
  SfAttachRequest request = { .files = files };
  g_autoptr (GArray) made = NULL;
  g_autoptr (GError) error = NULL;

  if (skip_without_sandbox ())
    return;
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  sf_workbook_add_evidence (centre->workbook, centre->centre, "A", "document", NULL, NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  request.evidence = first_of (centre->workbook, SF_TYPE_EVIDENCE);
  made = sf_workbook_attach_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read_all (centre), ==, 1);
  g_assert_cmpstr (sf_evidence_get_title (request.evidence), ==, "A");
  g_assert_null (sf_evidence_get_dated_on (request.evidence));
}

static void
test_redo_is_not_lost (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (1);
  g_autoptr (GError) error = NULL;
  SfEvidence *survey;

  if (skip_without_sandbox ())
    return;
  survey = attach_sample (centre, pdf, "a.pdf");
  sf_workbook_set_text (centre->workbook, centre->centre, SF_CENTRE_NAME, "Oak Road", &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  sf_workbook_undo (centre->workbook);
  sync_workbook (centre->workbook);
  read_all (centre);
  g_assert_true (sf_workbook_get_can_redo (centre->workbook));
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "A");
  sf_workbook_redo (centre->workbook);
  sync_workbook (centre->workbook);
  g_assert_cmpstr (sf_centre_get_name (centre->centre), ==, "Oak Road");
  sync_workbook (centre->workbook);
  g_assert_cmpstr (sf_evidence_get_title (survey), ==, "Parents' survey");
}

static void
test_closing_at_once (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (40);

  if (skip_without_sandbox ())
    return;
  attach_sample (centre, pdf, "a.pdf");
  sf_workbook_start_reading (centre->workbook);
  for (guint i = 0; i < 3; i++)
    g_main_context_iteration (NULL, FALSE);
  reopen_workbook (centre);
  g_assert_cmpuint (read_all (centre), ==, 1);
  g_assert_cmpuint (count_hits (centre, "cats"), ==, 1);
}

/* --- a PC that is busy --------------------------------------------------------------------------
 */

/* Another helper, which does what @line says and never answers. Undone by restore_helper(). */
static char *
replace_helper (Centre *centre, const char *line)
{
  g_autofree char *folder = g_build_filename (centre->folder, "helper", NULL);
  g_autofree char *path = g_build_filename (folder, "sixfold-preview", NULL);
  g_autofree char *script = g_strdup_printf ("#!/usr/bin/sh\n%s\n", line);
  char *before = g_strdup (g_getenv ("SIXFOLD_LIBEXECDIR"));
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
  g_setenv ("SIXFOLD_LIBEXECDIR", folder, TRUE);
  return before;
}

static void
restore_helper (char *before)
{
  g_setenv ("SIXFOLD_LIBEXECDIR", before, TRUE);
  g_free (before);
  sf_preview_client_set_seconds_for_test (0);
}

/* What was not read in time is not held against the file: it is read at the next opening. */
static void
test_put_off (Centre *centre, gconstpointer data)
{
  static const char *const lines[] = { "exec sleep 1000", "kill -KILL $$", "kill -TERM $$" };

  if (skip_without_sandbox ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *word = g_strdup_printf ("word%u of a letter", i);
      g_autofree char *first = g_strdup_printf ("word%u", i);
      g_autoptr (GBytes) text = sample_bytes (word);
      char *before;

      attach_sample (centre, text, name);
      before = replace_helper (centre, lines[i]);
      sf_preview_client_set_seconds_for_test (i == 0 ? 1 : 0);
      g_assert_cmpuint (read_all (centre), ==, 0);
      restore_helper (before);
      g_assert_cmpuint (read_all (centre), ==, 0); /* not again at this opening */
      reopen_workbook (centre);
      g_assert_cmpuint (read_all (centre), ==, 1);
      g_assert_cmpuint (count_hits (centre, first), ==, 1);
    }
}

/* The others are read meanwhile, and the third time is the last. */
static void
test_three_times (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) slow = sample_bytes ("slow words"), quick = sample_bytes ("quick words");
  char *before;

  if (skip_without_sandbox ())
    return;
  attach_sample (centre, slow, "a.txt");
  before = replace_helper (centre, "kill -KILL $$");
  g_assert_cmpuint (read_all (centre), ==, 0);
  attach_sample (centre, quick, "b.txt");
  restore_helper (g_strdup (before));
  g_assert_cmpuint (read_all (centre), ==, 1);
  g_assert_cmpuint (count_hits (centre, "quick"), ==, 1);
  for (guint i = 1; i < 3; i++)
    {
      reopen_workbook (centre);
      g_free (replace_helper (centre, "kill -KILL $$"));
      g_assert_cmpuint (read_all (centre), ==, i < 2 ? 0 : 1);
      restore_helper (g_strdup (before));
    }
  reopen_workbook (centre);
  g_assert_cmpuint (read_all (centre), ==, 0);
  g_assert_cmpuint (count_hits (centre, "slow"), ==, 0);
  g_free (before);
}

static void
on_preview_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfPreview **preview = data;
  g_autoptr (GError) error = NULL;

  *preview = sf_workbook_load_preview_finish (SF_WORKBOOK (source), result, &error);
  g_assert_no_error (error);
}

static SfPreview *
show (Centre *centre, SfEvidence *evidence, guint page)
{
  SfPreview *preview = NULL;

  sf_workbook_load_preview (centre->workbook, file_of (centre, evidence), page, 500, NULL,
                            on_preview_cb, &preview);
  while (preview == NULL)
    g_main_context_iteration (NULL, TRUE);
  return preview;
}

static void
test_preview (Centre *centre, gconstpointer data)
{
  g_autoptr (GBytes) pdf = sample_pdf (3), docx = sample_docx (), film = sample_film ("vide");
  g_autoptr (SfPreview) page = NULL, text = NULL, nothing = NULL;

  if (skip_without_sandbox ())
    return;
  page = show (centre, attach_sample (centre, pdf, "a.pdf"), 2);
  g_assert_cmpint (page->kind, ==, SF_PREVIEW_PICTURE);
  g_assert_cmpuint (page->n_pages, ==, 3);
  g_assert_cmpuint (page->page, ==, 2);
  g_assert_cmpuint (page->picture->width, ==, 500);
  g_assert_nonnull (strstr (page->text, "Page 3"));
  text = show (centre, attach_sample (centre, docx, "b.docx"), 0);
  g_assert_cmpint (text->kind, ==, SF_PREVIEW_TEXT);
  g_assert_nonnull (strstr (text->text, "It was agreed"));
  nothing = show (centre, attach_sample (centre, film, "c.mp4"), 0);
  g_assert_cmpint (nothing->kind, ==, SF_PREVIEW_NONE);
  g_assert_nonnull (nothing->reason);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *said;
    const char *name;
    const char *taken;
  } cases[] = {
    { "Parents' survey", "scan1.pdf", "Parents' survey" },
    { "  Parents'\n survey", "scan1.pdf", "Parents'" },
    { "", "a.pdf", NULL },
    { NULL, "a.pdf", NULL },
    { "untitled", "a.pdf", NULL },
    { "Untitled 2", "a.pdf", NULL },
    { "Document1", "a.pdf", NULL },
    { "Documents of our year", "a.pdf", "Documents of our year" },
    { "Microsoft Word - plan.doc", "a.pdf", NULL },
    { "PowerPoint Presentation", "a.pdf", NULL },
    { "C:\\work\\plan", "a.pdf", NULL },
    { "plan_final.docx", "a.pdf", NULL },
    { "Plan for may", "plan_for_may.odt", NULL },
    { "12", "a.pdf", NULL },
    { "invoice \xe2\x80\xae"
      "fdp",
      "a.pdf", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *taken = sf_guess_take_title (cases[i].said, cases[i].name);

      g_assert_cmpstr (taken, ==, cases[i].taken);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/titles", test_titles);
#define ADD(name, func) g_test_add ("/reading/" name, Centre, NULL, set_up, func, tear_down_centre)
  ADD ("words-and-pictures", test_words_and_pictures);
  ADD ("title-and-date", test_title_and_date);
  ADD ("undo-takes-the-adding", test_undo_takes_the_adding);
  ADD ("undo-of-what-came-after", test_undo_of_what_came_after);
  ADD ("what-was-written-stays", test_what_was_written_stays);
  ADD ("made-by-hand", test_made_by_hand);
  ADD ("redo-is-not-lost", test_redo_is_not_lost);
  ADD ("closing-at-once", test_closing_at_once);
  ADD ("put-off", test_put_off);
  ADD ("three-times", test_three_times);
  ADD ("preview", test_preview);
#undef ADD
  return run_tests_in_own_home ();
}
