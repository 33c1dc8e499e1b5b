/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../workbook/workbook-helpers.h"

#include "exchange/sf-identity-list.h"
#include "workbook/sf-workbook-identity.h"

/* What may identify somebody in a report is listed, leads to its field, and is confirmed for one
 * audience at a time. */

static void
set_text (Centre *centre, gpointer record, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_set_text (centre->workbook, record, column, text, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
}

/* A report that says some things. */
static SfDocument *
make_report (const char *first, ...)
{
  SfDocument *document = sf_document_new ("Report", "en-GB", "2026-11-29");
  va_list texts;

  va_start (texts, first);
  for (const char *text = first; text != NULL; text = va_arg (texts, const char *))
    sf_document_add_text (document, text);
  va_end (texts);
  return document;
}

static GPtrArray *
list (Centre *centre, const char *audience, SfDocument *document)
{
  return sf_identity_list (sf_workbook_get_model (centre->workbook), centre->evaluation, audience,
                           document);
}

static SfIdentityItem *
get (GPtrArray *items, guint i)
{
  g_assert_cmpuint (i, <, items->len);
  return items->pdata[i];
}

static void
test_printed (Centre *centre, gconstpointer data)
{
  g_autoptr (SfDocument) document = NULL, other = NULL;
  g_autoptr (GPtrArray) items = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  sf_workbook_add_contributor (centre->workbook, "Margaret Osei", "Chair", "governors", NULL,
                               &error);
  g_assert_no_error (error);
  set_text (centre, centre->judgement, SF_JUDGEMENT_STRENGTHS,
            "The chair said so.\nWe thank Osei for this; ring 01632 960 123.");
  set_text (centre, centre->area, SF_AREA_JUDGEMENT_STRENGTHS,
            "Agreed by Osei, who is not printed.");
  set_text (centre, centre->centre, SF_CENTRE_HEAD_NAME, "Farida Khan");
  /* a name alone, which is not printed: what is printed is of another field */
  set_text (centre, centre->area, SF_AREA_JUDGEMENT_AGREED_BY, "Osei");
  /* as a sentence of its own, in other lines, cut short */
  document = make_report ("Head: Farida Khan",
                          "In 2026: we thank  Osei for this; ring 01632 960 123. …", NULL);
  items = list (centre, "governors", document);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpuint (sf_identity_count_open (items), ==, 2);
  g_assert_cmpint (get (items, 0)->kind, ==, SF_IDENTITY_NAME);
  g_assert_cmpstr (get (items, 0)->words, ==, "Osei");
  g_assert_cmpstr (get (items, 0)->piece, ==, "We thank Osei for this; ring 01632 960 123.");
  g_assert_true (get (items, 0)->leads->record == SF_RECORD (centre->judgement));
  g_assert_cmpstr (get (items, 0)->leads->column, ==, "strengths");
  g_assert_cmpint (get (items, 1)->kind, ==, SF_IDENTITY_TELEPHONE);
  g_assert_cmpstr (get (items, 1)->words, ==, "01632 960 123");

  /* where it is printed alone it is asked about */
  other = make_report ("In 2026: we  thank Osei for this; ring 01632 960 123.", "Agreed by Osei",
                       NULL);
  again = list (centre, "governors", other);
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_true (get (again, 2)->leads->record == SF_RECORD (centre->area));
}

static void
test_confirmed (Centre *centre, gconstpointer data)
{
  g_autoptr (SfDocument) document = make_report ("One mother helped. Her sister came.", NULL);
  g_autoptr (GPtrArray) before = NULL, after = NULL, parents = NULL, changed = NULL, undone = NULL;
  g_autoptr (SfDocument) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;

  set_text (centre, centre->judgement, SF_JUDGEMENT_STRENGTHS,
            "One mother helped. Her sister came.");
  before = list (centre, "governors", document);
  g_assert_cmpuint (before->len, ==, 2);
  digest = g_strdup (get (before, 0)->digest);
  sf_workbook_confirm_identity (centre->workbook, centre->evaluation, "governors", digest, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);

  /* what is open comes first, and another audience is asked about all */
  after = list (centre, "governors", document);
  g_assert_cmpuint (sf_identity_count_open (after), ==, 1);
  g_assert_false (get (after, 0)->confirmed);
  g_assert_cmpstr (get (after, 1)->digest, ==, digest);
  parents = list (centre, "parents", document);
  g_assert_cmpuint (sf_identity_count_open (parents), ==, 2);

  /* words before it were changed: it may be somebody else */
  set_text (centre, centre->judgement, SF_JUDGEMENT_STRENGTHS, "Only one mother helped.");
  other = make_report ("Only one mother helped.", NULL);
  changed = list (centre, "governors", other);
  g_assert_cmpuint (sf_identity_count_open (changed), ==, 1);

  sf_workbook_ask_identity_again (centre->workbook, centre->evaluation, "governors", digest,
                                  &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  set_text (centre, centre->judgement, SF_JUDGEMENT_STRENGTHS,
            "One mother helped. Her sister came.");
  undone = list (centre, "governors", document);
  g_assert_cmpuint (sf_identity_count_open (undone), ==, 2);
}

static void
test_refused (Centre *centre, gconstpointer data)
{
  static const char *const bad[] = { "", "0123", "Z", NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; bad[i] != NULL; i++)
    {
      g_assert_false (sf_workbook_confirm_identity (centre->workbook, centre->evaluation,
                                                    "governors", bad[i], &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_cmpuint (count_of (centre->workbook, SF_TYPE_IDENTITY_CHECK), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Centre, NULL, set_up_centre, test, tear_down_centre)
  ADD ("/identity/list/printed", test_printed);
  ADD ("/identity/list/confirmed", test_confirmed);
  ADD ("/identity/list/refused", test_refused);
  return run_tests_in_own_home ();
}
