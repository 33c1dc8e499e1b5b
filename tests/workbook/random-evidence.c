/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include <string.h>

/* --- evidence -------------------------------------------------------------------------------- */

static void
expect_evidence (Walk *walk,
                 const SfUuid *uuid,
                 SfCentre *centre,
                 const char *title,
                 const char *kind,
                 const char *dated_on)
{
  g_autofree char *today = sf_clock_today ();

  simple_add (walk->simple, SF_TYPE_EVIDENCE, uuid);
  simple_put_ref (walk->simple, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_CENTRE, UUID (centre));
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_TITLE, title);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_KIND, kind);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_DATED_ON, dated_on);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_ADDED_ON, today);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, uuid, SF_EVIDENCE_SENSITIVITY, "centre");
}

gboolean
random_add_evidence (Walk *walk)
{
  static const char *const kinds[] = { "data", "document", "external", "hearsay" };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = walk_make_title (walk);
  SfCentre *centre = walk_pick (walk, SF_TYPE_CENTRE);
  const char *kind = kinds[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (kinds))];
  const char *dated_on = walk_chance (walk, 2) ? NULL : walk_pick_date (walk);
  gboolean done;
  SfUuid uuid;

  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_EVIDENCE) >= 12)
    return FALSE;
  done = sf_workbook_add_evidence (walk->centre.workbook, centre, title, kind, dated_on, &uuid,
                                   &error);
  walk_assert_answer (done, !g_str_equal (kind, "hearsay"), &error);
  if (done)
    expect_evidence (walk, &uuid, centre, title, kind, dated_on);
  return TRUE;
}

static void
expect_link (Walk *walk,
             const SfUuid *uuid,
             const SfUuid *evidence,
             SfEvaluation *evaluation,
             const char *code,
             const char *note)
{
  simple_add (walk->simple, SF_TYPE_EVIDENCE_LINK, uuid);
  simple_put_ref (walk->simple, SF_TYPE_EVIDENCE_LINK, uuid, SF_EVIDENCE_LINK_EVIDENCE, evidence);
  simple_put_ref (walk->simple, SF_TYPE_EVIDENCE_LINK, uuid, SF_EVIDENCE_LINK_EVALUATION,
                  UUID (evaluation));
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE_LINK, uuid, SF_EVIDENCE_LINK_STATEMENT_CODE,
                   code);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE_LINK, uuid, SF_EVIDENCE_LINK_NOTE, note);
}

static gboolean
is_linked (Walk *walk, SfEvidence *evidence, SfEvaluation *evaluation, const char *code)
{
  GListModel *links = sf_model_get_list (MODEL (walk), SF_TYPE_EVIDENCE_LINK);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (SfEvidenceLink) link = g_list_model_get_item (links, i);

      if (sf_uuid_equal (sf_evidence_link_get_evidence (link), UUID (evidence))
          && sf_uuid_equal (sf_evidence_link_get_evaluation (link), UUID (evaluation))
          && g_str_equal (sf_evidence_link_get_statement_code (link), code))
        return TRUE;
    }
  return FALSE;
}

gboolean
random_link_evidence (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence = walk_pick (walk, SF_TYPE_EVIDENCE);
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);
  const char *code = walk_pick_code (walk), *note = walk_pick_text (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (evidence == NULL || evaluation == NULL)
    return FALSE;
  expected = walk_is_open (walk, evaluation) && !is_linked (walk, evidence, evaluation, code);
  done = sf_workbook_link_evidence (walk->centre.workbook, evidence, evaluation, code, note, &uuid,
                                    &error);
  walk_assert_answer (done, expected, &error);
  if (done)
    expect_link (walk, &uuid, UUID (evidence), evaluation, code, note);
  return TRUE;
}

gboolean
random_unlink_evidence (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidenceLink *link = walk_pick (walk, SF_TYPE_EVIDENCE_LINK);
  gboolean done;

  if (link == NULL)
    return FALSE;
  done = sf_workbook_unlink_evidence (walk->centre.workbook, link, &error);
  walk_assert_answer (done, walk_is_open (walk, link), &error);
  if (done)
    simple_remove (walk->simple, SF_RECORD (link));
  return TRUE;
}

/* Which links there should be is known beforehand; which UUIDs the new ones have only the model
 * says. */
static void
expect_new_link (Walk *walk, SfEvidence *evidence, SfEvaluation *evaluation, const char *code)
{
  GListModel *links = sf_model_get_list (MODEL (walk), SF_TYPE_EVIDENCE_LINK);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (SfEvidenceLink) link = g_list_model_get_item (links, i);

      if (sf_uuid_equal (sf_evidence_link_get_evidence (link), UUID (evidence))
          && sf_uuid_equal (sf_evidence_link_get_evaluation (link), UUID (evaluation))
          && g_str_equal (sf_evidence_link_get_statement_code (link), code))
        {
          expect_link (walk, UUID (link), UUID (evidence), evaluation, code, NULL);
          return;
        }
    }
  g_assert_not_reached ();
}

/* On the web, with a statement or without one; one code in eight is of no framework. */
gboolean
random_add_web_link (Walk *walk)
{
  const char *address = "https://www.example.org/weights/2026";
  g_autoptr (GError) error = NULL;
  g_autofree char *today = sf_clock_today ();
  SfCentre *centre = walk_pick (walk, SF_TYPE_CENTRE);
  SfEvaluation *evaluation = walk_chance (walk, 2) ? walk_pick (walk, SF_TYPE_EVALUATION) : NULL;
  gboolean unknown = evaluation != NULL && walk_chance (walk, 8);
  const char *code = unknown ? "XYZ-S1" : walk_pick_code (walk);
  gboolean done;
  SfUuid uuid;

  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_EVIDENCE) >= 12)
    return FALSE;
  done = sf_workbook_add_web_link (walk->centre.workbook, centre, address, evaluation, code, &uuid,
                                   &error);
  walk_assert_answer (done, evaluation == NULL || (walk_is_open (walk, evaluation) && !unknown),
                      &error);
  if (!done)
    return TRUE;
  expect_evidence (walk, &uuid, centre, "www.example.org/2026", "document", today);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, &uuid, SF_EVIDENCE_WEB_LINK, address);
  g_assert_true (sf_workbook_sync (walk->centre.workbook, &error));
  if (evaluation != NULL)
    expect_new_link (walk, sf_model_find (MODEL (walk), &uuid), evaluation, code);
  return TRUE;
}

static void
forget_link (Walk *walk, SfEvidence *evidence, SfEvaluation *evaluation, const char *code)
{
  g_autoptr (GPtrArray) links = sf_model_list_referring (MODEL (walk), SF_TYPE_EVIDENCE_LINK,
                                                         SF_EVIDENCE_LINK_EVIDENCE, evidence);

  for (guint i = 0; i < links->len; i++)
    if (sf_record_refers_to (links->pdata[i], SF_EVIDENCE_LINK_EVALUATION, evaluation)
        && g_str_equal (sf_evidence_link_get_statement_code (links->pdata[i]), code))
      simple_remove (walk->simple, links->pdata[i]);
}

static GPtrArray *
pick_some_evidence (Walk *walk)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < 3; i++)
    {
      gpointer one = walk_pick (walk, SF_TYPE_EVIDENCE);

      if (one != NULL && !g_ptr_array_find (some, one, NULL))
        g_ptr_array_add (some, one);
    }
  return some;
}

gboolean
random_link_many (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = pick_some_evidence (walk);
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);
  const char *const link[] = { walk_pick_code (walk), NULL };
  const char *const unlink[] = { walk_pick_code (walk), NULL };
  gboolean new[3] = { FALSE };
  gboolean done;
  guint n = 0, expected = 0;

  if (evidence->len == 0 || evaluation == NULL || g_str_equal (link[0], unlink[0]))
    return FALSE;
  for (guint i = 0; i < evidence->len; i++)
    {
      new[i] = !is_linked (walk, evidence->pdata[i], evaluation, link[0]);
      expected += new[i] + is_linked (walk, evidence->pdata[i], evaluation, unlink[0]);
    }
  done = sf_workbook_link_many (walk->centre.workbook, evidence, evaluation, link, unlink, &n,
                                &error);
  walk_assert_answer (done, walk_is_open (walk, evaluation), &error);
  if (!done)
    return TRUE;
  g_assert_cmpuint (n, ==, expected);
  for (guint i = 0; i < evidence->len; i++)
    forget_link (walk, evidence->pdata[i], evaluation, unlink[0]);
  g_assert_true (sf_workbook_sync (walk->centre.workbook, &error));
  for (guint i = 0; i < evidence->len; i++)
    if (new[i])
      expect_new_link (walk, evidence->pdata[i], evaluation, link[0]);
  return TRUE;
}

static gboolean
change_many_retired (Walk *walk,
                     gint64 at,
                     gboolean (*change) (SfWorkbook *, GPtrArray *, GError **))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) evidence = pick_some_evidence (walk);

  if (evidence->len == 0)
    return FALSE;
  walk_assert_answer (change (walk->centre.workbook, evidence, &error), TRUE, &error);
  for (guint i = 0; i < evidence->len; i++)
    if (at != SF_NULL_INT)
      simple_put_int (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence->pdata[i]),
                      SF_EVIDENCE_RETIRED_AT, at);
    else
      simple_put_null (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence->pdata[i]),
                       SF_EVIDENCE_RETIRED_AT);
  return TRUE;
}

gboolean
random_retire_many (Walk *walk)
{
  return change_many_retired (walk, sf_clock_now (), sf_workbook_retire_many);
}

gboolean
random_restore_many (Walk *walk)
{
  return change_many_retired (walk, SF_NULL_INT, sf_workbook_restore_many);
}

gboolean
random_set_paper (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence = walk_pick (walk, SF_TYPE_EVIDENCE);
  const char *place = walk_pick_text (walk), *by = walk_pick_text (walk);
  const char *on = walk_chance (walk, 5)   ? "31/12"
                   : walk_chance (walk, 3) ? NULL
                                           : walk_pick_date (walk);
  gboolean done;

  if (evidence == NULL)
    return FALSE;
  done = sf_workbook_set_paper (walk->centre.workbook, evidence, place, by, on, &error);
  walk_assert_answer (done, g_strcmp0 (on, "31/12") != 0, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence), SF_EVIDENCE_PLACE, place);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence), SF_EVIDENCE_SIGHTED_BY, by);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence), SF_EVIDENCE_SIGHTED_ON, on);
  return TRUE;
}

gboolean
random_remove_attachment (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAttachment *attachment = walk_pick (walk, SF_TYPE_ATTACHMENT);
  g_autoptr (GPtrArray) versions = NULL;
  gboolean current;

  if (attachment == NULL)
    return FALSE;
  current = sf_model_get_newer_version (MODEL (walk), attachment) == NULL;
  versions = sf_model_list_versions (MODEL (walk), attachment);
  walk_assert_answer (sf_workbook_remove_attachment (walk->centre.workbook, attachment, &error),
                      current, &error);
  for (guint i = 0; current && i < versions->len; i++)
    simple_remove (walk->simple, versions->pdata[i]);
  return TRUE;
}

/* Not in that header, but a person does it all the same. */
gboolean
random_attach (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence = walk_pick (walk, SF_TYPE_EVIDENCE);
  g_autofree char *path = g_build_filename (walk->centre.folder, "minutes.txt", NULL);
  g_autofree char *text
      = g_strdup_printf ("Minutes of meeting %d", g_rand_int_range (walk->rand, 0, 6));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .evidence = evidence };
  g_autoptr (GPtrArray) files_before = NULL;
  g_autoptr (GArray) made = NULL;
  gboolean is_there = FALSE;
  const SfUuid *uuid;

  if (evidence == NULL || count_of (walk->centre.workbook, SF_TYPE_ATTACHMENT) >= 10)
    return FALSE;
  files_before = sf_model_list_attachments (MODEL (walk), evidence);
  if (files_before->len > 0 && walk_chance (walk, 2))
    request.replaces = files_before->pdata[0];
  for (guint i = 0; request.replaces == NULL && i < files_before->len; i++)
    is_there = is_there || g_str_equal (sf_attachment_get_digest (files_before->pdata[i]), digest);
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  made = sf_workbook_attach_sync (walk->centre.workbook, &request, &error);
  g_assert_no_error (error);
  /* the evidence has a file of the same contents: there is nothing to add */
  if (is_there)
    {
      g_assert_cmpuint (made->len, ==, 0);
      return TRUE;
    }
  g_assert_cmpuint (made->len, ==, 1);
  uuid = &g_array_index (made, SfUuid, 0);
  simple_add (walk->simple, SF_TYPE_ATTACHMENT, uuid);
  simple_put_ref (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_EVIDENCE, UUID (evidence));
  simple_put_text (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_NAME, "minutes.txt");
  simple_put_text (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_MEDIA_TYPE, "text/plain");
  simple_put_int (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_SIZE,
                  (gint64)strlen (text));
  simple_put_text (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_DIGEST, digest);
  simple_put_int (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_ADDED_AT, sf_clock_now ());
  if (request.replaces != NULL)
    simple_put_ref (walk->simple, SF_TYPE_ATTACHMENT, uuid, SF_ATTACHMENT_REPLACES,
                    UUID (request.replaces));
  return TRUE;
}
