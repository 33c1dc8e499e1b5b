/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What an audience may not have, and what each has. */
#include <string.h>
#include <zip.h>

#include "audience-helpers.h"
#include "audience-secrets.h"
#include "base/sf-error.h"
#include "model/sf-performance-judged.h"
#include "report-test-util.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

/* --- secrets ---------------------------------------------------------------------------------- */

#define SEALED_SECRET "zqsealedqz"

static char *
read_odt (SfDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_write_odt (document, &error);
  GString *text = g_string_new (NULL);
  zip_source_t *source;
  zip_t *zip;

  g_assert_no_error (error);
  source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0,
                                     NULL);
  zip = zip_open_from_source (source, ZIP_RDONLY, NULL);
  g_assert_nonnull (zip);
  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++)
    {
      zip_file_t *file = zip_fopen_index (zip, (zip_uint64_t)i, 0);
      char piece[4096];
      zip_int64_t n;

      while ((n = zip_fread (file, piece, sizeof piece)) > 0)
        g_string_append_len (text, piece, n);
      zip_fclose (file);
    }
  zip_discard (zip);
  return g_string_free (text, FALSE);
}

static char *
read_pages (SfDisplayList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    for (guint furniture = 0; furniture < 2; furniture++)
      {
        g_autofree char *page = test_page_text (list, i, furniture == 1);

        g_string_append (text, page);
        g_string_append_c (text, '\n');
      }
  return g_string_free (text, FALSE);
}

/* A record of every class that @write_much lacks. */
static void
add_the_rest (TestCentre *centre)
{
  SfContributor *other = test_add (centre->model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, 't',
                                   "Robin", SF_CONTRIBUTOR_KIND, 't', "partner", -1);
  GListModel *targets = sf_model_get_list (centre->model, SF_TYPE_TARGET);

  test_change_text (centre->centre, SF_CENTRE_HEAD_NAME, "Alex Head");
  test_add (centre->model, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, 'u', centre->now,
            SF_JUDGEMENT_STATEMENT_CODE, 't', "LLD-K2", SF_JUDGEMENT_CONTRIBUTOR, 'u', other,
            SF_JUDGEMENT_LEVEL, 'i', (gint64)2, SF_JUDGEMENT_STRENGTHS, 't', "Said of the head.",
            -1);
  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (SfTarget) target = g_list_model_get_item (targets, i);

      test_add (centre->model, SF_TYPE_MILESTONE, SF_MILESTONE_TARGET, 'u', target,
                SF_MILESTONE_TITLE, 't', "A milestone", -1);
      test_add (centre->model, SF_TYPE_TARGET_CHANGE, SF_TARGET_CHANGE_TARGET, 'u', target,
                SF_TARGET_CHANGE_FIELD, 't', "due_on", SF_TARGET_CHANGE_OLD_VALUE, 't',
                "2027-01-01", SF_TARGET_CHANGE_NEW_VALUE, 't', "2027-03-01",
                SF_TARGET_CHANGE_CHANGED_ON, 't', "2026-10-01", SF_TARGET_CHANGE_REASON, 't',
                "A reason.", -1);
    }
  test_add (centre->model, SF_TYPE_PERFORMANCE_RECORD, SF_PERFORMANCE_RECORD_CENTRE, 'u',
            centre->centre, SF_PERFORMANCE_RECORD_PERSON, 't', "Dana Reed",
            SF_PERFORMANCE_RECORD_KIND, 't', "staff", SF_PERFORMANCE_RECORD_REVIEWER, 't',
            "Alex Head", SF_PERFORMANCE_RECORD_STARTS_ON, 't', "2025-09-01",
            SF_PERFORMANCE_RECORD_ENDS_ON, 't', "2026-08-31", SF_PERFORMANCE_RECORD_REVIEW_HELD,
            'i', (gint64)1, SF_PERFORMANCE_RECORD_POSITION, 'i', (gint64)1, -1);
  for (guint i = 0; i < SF_N_AUDIENCES; i++)
    test_add (centre->model, SF_TYPE_REPORT_CHOICE, SF_REPORT_CHOICE_EVALUATION, 'u', centre->now,
              SF_REPORT_CHOICE_AUDIENCE, 't', sf_audience_get_id (i), SF_REPORT_CHOICE_ANNEX, 'i',
              (gint64)(i == 0), SF_REPORT_CHOICE_LARGE_PRINT, 'i', (gint64)0,
              SF_REPORT_CHOICE_COVERING_NOTE, 't', "A note.", -1);
}

static SfPerformance *
make_sealed (void)
{
  const char *texts[SF_N_JUDGED_FIELDS] = { [SF_JUDGED_STATEMENT_CODE] = "LLD-K1",
                                            [SF_JUDGED_LEVEL] = "2",
                                            [SF_JUDGED_STRENGTHS] = SEALED_SECRET };
  SfPerformance *document = sf_performance_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sf_performance_add_judged (document, texts, &error));
  g_assert_no_error (error);
  return document;
}

static const char *const must_appear[SF_N_AUDIENCES][8] = {
  [SF_AUDIENCE_GOVERNORS] = { "name", "finance", "staffing", "improved", "decisions" },
  [SF_AUDIENCE_PARENTS] = { "went_well", "working_on", "heard", "services" },
  [SF_AUDIENCE_AUTHORITY] = { "finance", "staffing", "area_served" },
  [SF_AUDIENCE_STAFF] = { "name" },
  [SF_AUDIENCE_HEAD] = { "name" },
};

/* That the search finds anything: what these audiences must have is there. */
static void
assert_found (Secrets *secrets, TestCentre *centre, SfAudience audience, const char *text)
{
  for (guint i = 0; must_appear[audience][i] != NULL; i++)
    {
      const char *name = must_appear[audience][i];
      SfRecord *records[] = { SF_RECORD (centre->now), SF_RECORD (centre->centre) };

      for (guint k = 0; k < G_N_ELEMENTS (records); k++)
        {
          int column = sf_record_class_find_column (SF_RECORD_GET_CLASS (records[k]), name);

          if (column >= 0)
            test_assert_has (text, secrets_find (secrets, records[k], (guint)column));
        }
    }
}

static void
assert_no_secret (Secrets *secrets, TestCentre *centre, SfAudience audience, SfDisplayList *list)
{
  SfDocument *document = sf_display_list_get_document (list);
  g_autoptr (GBytes) html = sf_write_html (document);
  g_autofree char *blocks = test_get_text (list), *pages = read_pages (list),
                  *odt = read_odt (document);
  g_autofree char *web = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
  const struct
  {
    const char *where;
    const char *text;
  } outputs[] = { { "blocks", blocks }, { "pages", pages }, { "web page", web }, { "text", odt } };

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      guint n = secrets_check (secrets, centre->now, audience, outputs[i].where, outputs[i].text);

      g_test_message ("%s, %s: %u", sf_audience_get_id (audience), outputs[i].where, n);
      g_assert_cmpuint (n, >, 0);
      test_assert_lacks (outputs[i].text, "3 of 97");
      test_assert_lacks (outputs[i].text, "3.1%");
      if (audience != SF_AUDIENCE_HEAD)
        test_assert_lacks (outputs[i].text, SEALED_SECRET);
    }
  assert_found (secrets, centre, audience, blocks);
}

static void
test_secrets (void)
{
  TestCentre centre;
  g_autoptr (Secrets) secrets = NULL;
  g_autoptr (SfPerformance) sealed = make_sealed ();

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_write_much (&centre, 8);
  add_the_rest (&centre);
  test_add_figures (&centre);
  secrets = secrets_plant (centre.model);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      g_auto (SfReportOptions) options = { 0 };
      g_autoptr (SfDisplayList) list = NULL;

      sf_report_options_init (&options, centre.model, centre.now, audience, TODAY);
      /* given by mistake, it is for the head alone all the same */
      options.judged = audience != SF_AUDIENCE_HEAD ? sealed : NULL;
      list = test_compose (&centre, &options);
      assert_no_secret (secrets, &centre, audience, list);
      g_assert_true (sf_document_is_confidential (sf_display_list_get_document (list))
                     == (audience == SF_AUDIENCE_HEAD));
    }
  test_centre_clear (&centre);
}

/* --- the head's own review -------------------------------------------------------------------- */

static void
test_head (void)
{
  TestCentre centre;
  g_autoptr (SfPerformance) sealed = make_sealed ();
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (GError) error = NULL;
  SfReportOptions options = test_usual (SF_AUDIENCE_HEAD);
  g_autoptr (SfDisplayList) open = NULL, locked = NULL;
  g_autofree char *text = NULL, *locked_text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_write_much (&centre, 8);
  open = test_compose (&centre, &options);
  text = test_get_text (open);
  test_assert_has (text, "LLD-K1  Early Years Foundation Stage and beyond\nStrong: " TEST_SECRET);
  test_assert_has (text, "\nDeveloping\n");
  test_assert_lacks (text, "LLD-S1 ");
  test_add (centre.model, SF_TYPE_PERFORMANCE_RECORD, SF_PERFORMANCE_RECORD_CENTRE, 'u',
            centre.centre, SF_PERFORMANCE_RECORD_EVALUATION, 'u', centre.now,
            SF_PERFORMANCE_RECORD_PERSON, 't', "Alex Head", SF_PERFORMANCE_RECORD_KIND, 't', "head",
            SF_PERFORMANCE_RECORD_STARTS_ON, 't', "2026-04-01", SF_PERFORMANCE_RECORD_ENDS_ON, 't',
            "2027-03-31", SF_PERFORMANCE_RECORD_POSITION, 'i', (gint64)1, -1);
  g_assert_null (sf_compose_report (centre.model, centre.now, &options,
                                    sf_style_sheet_get_standard (), fonts, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  options.judged = sealed;
  locked = test_compose (&centre, &options);
  locked_text = test_get_text (locked);
  test_assert_has (locked_text, SEALED_SECRET);
  test_assert_has (locked_text, "\nSecure\n");
  test_centre_clear (&centre);
}

/* --- parents ---------------------------------------------------------------------------------- */

static void
test_parents (void)
{
  TestCentre centre;
  SfReportOptions options = test_usual (SF_AUDIENCE_PARENTS);
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_write_much (&centre, 8);
  test_add_figures (&centre);
  test_change_text (centre.centre, SF_CENTRE_TELEPHONE, "01632 960001");
  list = test_compose (&centre, &options);
  text = test_get_text (list);
  test_assert_has (text, "Families who came: 59.1% (2026–27). The time before it was 56.1% "
                         "(2025–26). That is much the same.");
  test_assert_has (text, "Ring: 01632 960001");
  test_assert_has (text, "on 14 May 2027.");
  /* what is proposed is nobody's judgement yet */
  test_assert_has (text, "Managing the Organisation\nNot agreed yet\n");
  test_assert_has (text, "Leading Learning and Development\nOutstanding\n");
  test_assert_lacks (text, "Fathers");
  test_assert_lacks (text, TEST_SECRET);
  test_assert_lacks (text, "Dana Reed");
  g_assert_cmpuint (sf_document_get_shown (sf_display_list_get_document (list))->len, >, 0);
  test_centre_clear (&centre);
}

/* --- for who applies -------------------------------------------------------------------------- */

static void
test_post (void)
{
  TestCentre centre;
  g_auto (SfReportOptions) job = test_usual (SF_AUDIENCE_JOB_DESCRIPTION);
  g_auto (SfReportOptions) person = test_usual (SF_AUDIENCE_PERSON_SPECIFICATION);
  g_autoptr (SfDisplayList) all = NULL, list = NULL, asked = NULL;
  g_autofree char *whole = NULL, *text = NULL, *asked_text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_write_much (&centre, 8);
  all = test_compose (&centre, &job);
  whole = test_get_text (all);
  test_assert_before (whole, "\nCore purpose\n", "\nThe post\n");
  test_assert_has (whole, "\nReview learning, teaching and care. ");
  test_assert_has (whole, "\nSafe places to grow and learn. ");
  job.statements = sf_statement_choices_new ();
  sf_statement_choices_add (job.statements, "LLD-S1", NULL, NULL);
  sf_statement_choices_add (job.statements, "LLD-K1", NULL, NULL);
  sf_statement_choices_add (job.statements, "gone", NULL, NULL);
  list = test_compose (&centre, &job);
  text = test_get_text (list);
  test_assert_has (text, "\nReview learning, teaching and care. ");
  test_assert_lacks (text, "Safe places to grow and learn");
  test_assert_lacks (text, "Early Years Foundation Stage and beyond");
  test_assert_lacks (text, "Stronger Families");
  person.statements = sf_statement_choices_new ();
  sf_statement_choices_add (person.statements, "LLD-K1", "essential", "application interview");
  sf_statement_choices_add (person.statements, "LLD-Q1", "desirable", NULL);
  asked = test_compose (&centre, &person);
  asked_text = test_get_text (asked);
  test_assert_has (asked_text, "\nEssential\nApplication, interview\n");
  test_assert_has (asked_text, "\nDesirable\nTo be decided\n");
  test_assert_before (asked_text, "Early Years Foundation Stage and beyond. ",
                      "Keeps raising achievement across the centre. ");
  test_assert_lacks (asked_text, "Enthusiasm for learning");
  test_centre_clear (&centre);
}

/* --- forms ------------------------------------------------------------------------------------ */

static void
test_forms (void)
{
  TestCentre centre;
  g_auto (SfReportOptions) options = test_usual (SF_AUDIENCE_FORMS);
  g_autoptr (SfDisplayList) list = NULL, all = NULL;
  GPtrArray *statements;
  g_autofree char *text = NULL, *whole = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_write_much (&centre, 8);
  options.area_code = g_strdup ("SFC");
  list = test_compose (&centre, &options);
  text = test_get_text (list);
  statements = sf_framework_get_statements (centre.framework);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *one = statements->pdata[i];

      if (sf_statement_get_subject (one) == SF_SUBJECT_CENTRE
          && strcmp (sf_key_area_get_code (sf_statement_get_area (one)), "SFC") == 0)
        test_assert_has (text, sf_statement_get_text (one));
      else
        test_assert_lacks (text, sf_statement_get_text (one));
    }
  test_assert_has (text, "Please hand this form in at the office of Millbrook Children’s Centre.");
  test_assert_has (text, "\nCannot say\n\342\230\220\n");
  g_clear_pointer (&options.area_code, g_free);
  all = test_compose (&centre, &options);
  whole = test_get_text (all);
  test_assert_has (whole, "1  Leading Learning and Development");
  test_assert_has (whole, "6  Building and Strengthening Teams");
  /* the box that is ticked can be printed */
  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    {
      GPtrArray *items = sf_display_list_get_page (list, i);

      for (guint k = 0; k < items->len; k++)
        g_assert_cmpint (((SfItem *)items->pdata[k])->kind, !=, SF_ITEM_MISSING);
    }
  test_centre_clear (&centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/secrets/planted", test_secrets);
  g_test_add_func ("/report/secrets/head", test_head);
  g_test_add_func ("/report/secrets/parents", test_parents);
  g_test_add_func ("/report/secrets/post", test_post);
  g_test_add_func ("/report/secrets/forms", test_forms);
  return g_test_run ();
}
