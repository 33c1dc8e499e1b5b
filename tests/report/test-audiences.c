/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Every audience: how long its report is, what may be left out, and above all what it may not have.
 */
#include <math.h>
#include <string.h>
#include <zip.h>

#include "audience-secrets.h"
#include "base/sf-error.h"
#include "model/sf-performance-judged.h"
#include "outcome-helpers.h"
#include "report-test-util.h"
#include "report/sf-acronym.h"
#include "report/sf-compose-report.h"
#include "report/sf-write-html.h"
#include "report/sf-write-odt.h"

#define TODAY "2027-05-01"

static SfDisplayList *
compose_on (TestCentre *centre, const SfReportOptions *options, const SfStyleSheet *sheet)
{
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (GError) error = NULL;
  SfDisplayList *list
      = sf_compose_report (centre->model, centre->now, options, sheet, fonts, &error);

  g_assert_no_error (error);
  return list;
}

static SfDisplayList *
compose (TestCentre *centre, const SfReportOptions *options)
{
  return compose_on (centre, options, sf_style_sheet_get_standard ());
}

static char *
get_text (SfDisplayList *list)
{
  return test_document_text (sf_display_list_get_document (list), NULL);
}

static SfReportOptions
usual (SfAudience audience)
{
  return (SfReportOptions){ .audience = audience, .today = TODAY };
}

/* --- a centre that has written much ----------------------------------------------------------- */

static void
add_plan (TestCentre *centre, guint n_priorities, guint words)
{
  for (guint i = 0; i < n_priorities; i++)
    {
      g_autofree char *title = g_strdup_printf ("Priority that is number %u", i);
      g_autofree char *objective = test_words (words, i);
      SfPriority *priority
          = test_add (centre->model, SF_TYPE_PRIORITY, SF_PRIORITY_EVALUATION, 'u', centre->now,
                      SF_PRIORITY_TITLE, 't', title, SF_PRIORITY_OBJECTIVE, 't', objective,
                      SF_PRIORITY_POSITION, 'i', (gint64)i, -1);

      for (guint k = 0; k < 6; k++)
        test_add (centre->model, SF_TYPE_ACTION, SF_ACTION_PRIORITY, 'u', priority, SF_ACTION_TITLE,
                  't', "Something that is done for it", SF_ACTION_DUE_ON, 't',
                  k < 2 ? "2026-12-01" : "2027-09-01", SF_ACTION_STATEMENT_CODES, 't',
                  k == 5 ? "LLD-K1" : "LLD-S1", SF_ACTION_LEAD, 't', "Dana Reed, with others",
                  SF_ACTION_IMPACT, 't', objective, SF_ACTION_POSITION, 'i', (gint64)k, -1);
    }
}

static void
write_much (TestCentre *centre, guint words)
{
  static const guint columns[]
      = { SF_EVALUATION_IMPROVED, SF_EVALUATION_NOT_IMPROVED, SF_EVALUATION_DECISIONS,
          SF_EVALUATION_FINANCE,  SF_EVALUATION_STAFFING,     SF_EVALUATION_WENT_WELL,
          SF_EVALUATION_HEARD,    SF_EVALUATION_WORKING_ON };

  test_centre_fill (centre, words);
  add_plan (centre, 10, words);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = test_words (words, 50 + i);

      test_change_text (centre->now, columns[i], text);
    }
  test_change_text (centre->centre, SF_CENTRE_SERVICES, "A nursery with 44 places.");
  test_change_text (centre->centre, SF_CENTRE_AREA_SERVED, "The mill and the dell.");
  test_add (centre->model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, 't', "Dana Reed",
            SF_CONTRIBUTOR_ROLE, 't', "Outreach lead", SF_CONTRIBUTOR_KIND, 't', "staff", -1);
}

/* --- length ----------------------------------------------------------------------------------- */

static void
assert_length (TestCentre *centre, SfAudience audience)
{
  guint most = sf_audience_get_max_pages (audience), body;
  SfReportOptions options = usual (audience);
  g_autoptr (SfDisplayList) list = compose (centre, &options), annexed = NULL;

  test_assert_nothing_lost (list);
  test_assert_inside (list);
  body = sf_report_count_body_pages (list);
  g_assert_cmpuint (body, ==, sf_display_list_get_n_pages (list));
  if (most > 0)
    g_assert_cmpuint (body, <=, most);
  if (!sf_audience_has_annex (audience))
    return;
  options.annex = TRUE;
  annexed = compose (centre, &options);
  g_assert_cmpuint (sf_report_count_body_pages (annexed), ==, body);
  g_assert_cmpuint (sf_display_list_get_n_pages (annexed), >, body);
}

static void
test_length (void)
{
  static const guint words[] = { 0, 8, 60, 320 };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      TestCentre centre;

      test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
      if (words[i] > 0)
        write_much (&centre, words[i]);
      for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
        assert_length (&centre, audience);
      test_centre_clear (&centre);
    }
}

/* --- sections --------------------------------------------------------------------------------- */

static gboolean
has_heading (SfDisplayList *list, const char *title)
{
  GPtrArray *blocks = sf_document_get_blocks (sf_display_list_get_document (list));

  for (guint i = 0; i < blocks->len; i++)
    {
      const SfBlock *block = blocks->pdata[i];

      if (block->kind == SF_BLOCK_HEADING && strcmp (sf_prose_get_text (block->prose), title) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Each section, if it can be left out, is, and the report says so; the others stay. */
static void
test_left_out (void)
{
  TestCentre centre;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 8);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      g_autoptr (GPtrArray) infos = sf_audience_list_sections (audience);
      g_auto (SfReportOptions) options = usual (audience);
      g_autoptr (SfDisplayList) list = NULL;
      g_autofree char *text = NULL;
      guint n = 0;

      g_assert_cmpuint (infos->len, >, 0);
      for (guint i = 0; i < infos->len; i++)
        sf_report_options_show (&options, ((SfSectionInfo *)infos->pdata[i])->id, FALSE);
      list = compose (&centre, &options);
      text = get_text (list);
      for (guint i = 0; i < infos->len; i++)
        {
          const SfSectionInfo *info = infos->pdata[i];

          n += !info->required;
          if (info->required)
            continue;
          g_assert_false (has_heading (list, info->title));
          test_assert_has (text, info->title);
        }
      if (n > 0)
        test_assert_has (text, "Left out at the head’s choice: ");
      else
        test_assert_lacks (text, "Left out");
      if (audience == SF_AUDIENCE_GOVERNORS)
        {
          g_assert_true (has_heading (list, "The year on one page"));
          g_assert_true (has_heading (list, "Progress on what we agreed"));
          g_assert_true (has_heading (list, "What was not judged"));
          test_assert_has (text, "\nSafeguarding\n");
          test_assert_has (text, "received and discussed by the committee");
          test_assert_has (text, "Left out at the head’s choice: Outcomes for children and "
                                 "families; The key areas; What is planned; Finance and staffing.");
        }
    }
  test_centre_clear (&centre);
}

/* --- order and note --------------------------------------------------------------------------- */

static void
assert_before (const char *text, const char *first, const char *second)
{
  const char *one = strstr (text, first), *two = strstr (text, second);

  g_assert_nonnull (one);
  g_assert_nonnull (two);
  g_assert_true (one < two);
}

static void
test_order (void)
{
  g_auto (SfReportOptions) options = usual (SF_AUDIENCE_GOVERNORS);
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;
  TestCentre centre;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 20);
  options.sections = sf_section_choices_new ();
  sf_section_choices_add (options.sections, "sign-off", TRUE);
  sf_section_choices_add (options.sections, "resources", TRUE);
  sf_section_choices_add (options.sections, "resources", TRUE);
  sf_section_choices_add (options.sections, "from-a-newer-program", TRUE);
  sf_section_choices_add (options.sections, "plan", TRUE);
  options.covering_note = g_strdup ("Dear committee,\nthis was a good year.");
  list = compose (&centre, &options);
  g_assert_cmpuint (sf_report_count_body_pages (list), <=, 8);
  text = get_text (list);
  assert_before (text, "Dear committee,", "\nContents\n");
  test_assert_has (text, "\nthis was a good year.\n");
  assert_before (text, "\nContents\n", "\nThe year on one page\n");
  assert_before (text, "\nThe year on one page\n", "\nFinance and staffing\n");
  assert_before (text, "\nFinance and staffing\n", "\nWhat is planned\n");
  assert_before (text, "\nWhat is planned\n", "\nProgress on what we agreed\n");
  assert_before (text, "\nWhat was not judged\n", "received and discussed by the committee");
  g_assert_cmpstr (strstr (strstr (text, "\nFinance and staffing\n") + 2,
                           "\nFinance and staffing\n"),
                   ==, NULL);
  test_centre_clear (&centre);
}

/* A note stands in every audience's paper, whole. */
static void
test_note (void)
{
  TestCentre centre;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      g_auto (SfReportOptions) options = usual (audience);
      g_autoptr (SfDisplayList) list = NULL;
      g_autofree char *text = NULL;

      options.covering_note = g_strdup ("These are the words beforehand.");
      list = compose (&centre, &options);
      text = get_text (list);
      test_assert_has (text, "\nThese are the words beforehand.\n");
    }
  test_centre_clear (&centre);
}

/* --- what the file keeps ---------------------------------------------------------------------- */

static void
test_kept (void)
{
  TestCentre centre;
  SfReportChoice *before;
  SfReportChoice *now;
  g_auto (SfReportOptions) old = { 0 }, kept = { 0 }, none = { 0 };

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  before = test_add (centre.model, SF_TYPE_REPORT_CHOICE, SF_REPORT_CHOICE_EVALUATION, 'u',
                     centre.before, SF_REPORT_CHOICE_AUDIENCE, 't', "person-specification",
                     SF_REPORT_CHOICE_ANNEX, 'i', (gint64)0, SF_REPORT_CHOICE_LARGE_PRINT, 'i',
                     (gint64)1, SF_REPORT_CHOICE_COVERING_NOTE, 't', "Last year’s words", -1);
  test_add (centre.model, SF_TYPE_REPORT_STATEMENT, SF_REPORT_STATEMENT_CHOICE, 'u', before,
            SF_REPORT_STATEMENT_STATEMENT_CODE, 't', "LLD-K1", SF_REPORT_STATEMENT_REQUIREMENT, 't',
            "essential", SF_REPORT_STATEMENT_ASSESSED_BY, 't', "interview reference", -1);
  for (guint i = 0; i < 2; i++)
    test_add (centre.model, SF_TYPE_REPORT_SECTION, SF_REPORT_SECTION_CHOICE, 'u', before,
              SF_REPORT_SECTION_SECTION, 't', i == 0 ? "source" : "qualities",
              SF_REPORT_SECTION_POSITION, 'i', (gint64)(2 - i), SF_REPORT_SECTION_IS_SHOWN, 'i',
              (gint64)i, -1);
  /* until something is chosen this year, as last year, but for the note */
  sf_report_options_init (&old, centre.model, centre.now, SF_AUDIENCE_PERSON_SPECIFICATION, TODAY);
  g_assert_true (old.large_print);
  g_assert_null (old.covering_note);
  g_assert_cmpuint (old.statements->len, ==, 1);
  g_assert_cmpstr (((SfStatementChoice *)old.statements->pdata[0])->assessed_by, ==,
                   "interview reference");
  g_assert_cmpuint (old.sections->len, ==, 2);
  g_assert_cmpstr (((SfSectionChoice *)old.sections->pdata[0])->id, ==, "qualities");
  g_assert_false (((SfSectionChoice *)old.sections->pdata[1])->shown);
  now = test_add (centre.model, SF_TYPE_REPORT_CHOICE, SF_REPORT_CHOICE_EVALUATION, 'u', centre.now,
                  SF_REPORT_CHOICE_AUDIENCE, 't', "person-specification", SF_REPORT_CHOICE_ANNEX,
                  'i', (gint64)0, SF_REPORT_CHOICE_LARGE_PRINT, 'i', (gint64)0,
                  SF_REPORT_CHOICE_COVERING_NOTE, 't', "This year’s words", -1);
  g_assert_nonnull (now);
  sf_report_options_init (&kept, centre.model, centre.now, SF_AUDIENCE_PERSON_SPECIFICATION, TODAY);
  g_assert_false (kept.large_print);
  g_assert_cmpstr (kept.covering_note, ==, "This year’s words");
  g_assert_null (kept.statements);
  sf_report_options_init (&none, centre.model, centre.now, SF_AUDIENCE_STAFF, TODAY);
  g_assert_null (none.sections);
  test_centre_clear (&centre);
}

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

/* A group that is so small that it may not be shown: 3 of 97. */
static void
add_figures (TestCentre *centre)
{
  SfMeasure *measure = test_add_measure (centre, "Families who came", "proportion", 1);
  SfFamilyGroup *group = test_add_group (centre, "Fathers", 1);

  test_add_reading (centre, measure, NULL, "2025-04-01", 411, 733);
  test_add_reading (centre, measure, NULL, "2026-04-01", 433, 733);
  test_add_reading (centre, measure, group, "2026-04-01", 3, 97);
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
  g_autofree char *blocks = get_text (list), *pages = read_pages (list), *odt = read_odt (document);
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
  write_much (&centre, 8);
  add_the_rest (&centre);
  add_figures (&centre);
  secrets = secrets_plant (centre.model);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      g_auto (SfReportOptions) options = { 0 };
      g_autoptr (SfDisplayList) list = NULL;

      sf_report_options_init (&options, centre.model, centre.now, audience, TODAY);
      /* given by mistake, it is for the head alone all the same */
      options.judged = audience != SF_AUDIENCE_HEAD ? sealed : NULL;
      list = compose (&centre, &options);
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
  SfReportOptions options = usual (SF_AUDIENCE_HEAD);
  g_autoptr (SfDisplayList) open = NULL, locked = NULL;
  g_autofree char *text = NULL, *locked_text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 8);
  open = compose (&centre, &options);
  text = get_text (open);
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
  locked = compose (&centre, &options);
  locked_text = get_text (locked);
  test_assert_has (locked_text, SEALED_SECRET);
  test_assert_has (locked_text, "\nSecure\n");
  test_centre_clear (&centre);
}

/* --- large print ------------------------------------------------------------------------------ */

static double
get_size (const SfItem *item)
{
  PangoFontDescription *description
      = pango_font_describe_with_absolute_size (item->glyphs->item->analysis.font);
  double size = (double)pango_font_description_get_size (description) / PANGO_SCALE;

  pango_font_description_free (description);
  return size;
}

static void
assert_large (SfDisplayList *list)
{
  for (guint i = 0; i < sf_display_list_get_n_pages (list); i++)
    {
      GPtrArray *items = sf_display_list_get_page (list, i);

      for (guint k = 0; k < items->len; k++)
        {
          const SfItem *item = items->pdata[k];

          if (item->glyphs != NULL && get_size (item) < 17.99)
            g_error ("“%s” is %.1f pt high", item->text, get_size (item));
        }
    }
}

/* The same blocks with the same words; nothing smaller than 18 pt. */
static void
test_large_print (void)
{
  TestCentre centre;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 40);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      SfReportOptions options = usual (audience);
      g_autoptr (SfDisplayList) list = NULL, large = NULL;
      g_autofree char *text = NULL, *large_text = NULL;

      options.annex = TRUE;
      list = compose (&centre, &options);
      large = compose_on (&centre, &options, sf_style_sheet_get_large_print ());
      text = get_text (list);
      large_text = get_text (large);
      g_assert_cmpstr (text, ==, large_text);
      g_assert_cmpuint (sf_display_list_get_n_pages (large), >, sf_display_list_get_n_pages (list));
      test_assert_nothing_lost (large);
      test_assert_inside (large);
      assert_large (large);
    }
  test_centre_clear (&centre);
}

/* --- words ------------------------------------------------------------------------------------ */

/* Whatever people write: no code, and no short form that is not explained. */
static void
test_plain_words (void)
{
  static const SfAudience audiences[]
      = { SF_AUDIENCE_GOVERNORS, SF_AUDIENCE_PARENTS, SF_AUDIENCE_STAFF };
  static const char written[] = "See LLD-S5, (sfc-k1) and BAR-S2: the EYFS and the CAF. NHS, XII.";
  TestCentre centre;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 8);
  for (guint column = 0; column < SF_EVALUATION_N_COLUMNS; column++)
    if (sf_record_get_text (SF_RECORD (centre.now), column) != NULL
        && (SF_RECORD_GET_CLASS (centre.now)->columns[column].flags & SF_COLUMN_PROSE) != 0)
      test_change_text (centre.now, column, written);
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      SfReportOptions options = usual (audiences[i]);
      g_autoptr (SfDisplayList) list = NULL;
      g_autoptr (GPtrArray) unexplained = NULL;
      g_autofree char *body = NULL;

      options.annex = TRUE;
      list = compose (&centre, &options);
      body = test_document_text (sf_display_list_get_document (list), "annex");
      g_assert_false (g_regex_match_simple ("[A-Z]{3}-[SKQ][0-9]", body, G_REGEX_CASELESS, 0));
      unexplained = sf_acronym_list_unexplained (sf_display_list_get_document (list));
      g_assert_cmpuint (unexplained->len, ==, 0);
      if (audiences[i] == SF_AUDIENCE_STAFF)
        continue;
      test_assert_has (body, "See “Parents as experts on their child”, (“Local people and places "
                             "as resources”) and “Efficient, effective and able to last”: the");
      test_assert_has (body, "CAF: Common Assessment Framework; "
                             "EYFS: Early Years Foundation Stage.");
    }
  test_centre_clear (&centre);
}

static void
test_acronyms (void)
{
  static const struct
  {
    const char *text;
    const char *found; /* with spaces between */
  } cases[] = {
    { "The EYFS, the SENCOs and the CAF.", "CAF EYFS SENCO" },
    { "Early Years Foundation Stage (EYFS); the EYFS again", "" },
    { "ABC (a better centre) and DEF", "DEF" },
    { "NHS, UK, PDF, XIV, GP; IMPORTANT; A; Ab; aBC; R2D2", "" },
    { "ÄBC and BCé", "" },
    { "QWE", "QWE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SfDocument) document = sf_document_new ("Title", "en-GB", NULL);
      g_autoptr (GPtrArray) found = NULL;
      g_autofree char *joined = NULL;

      sf_document_add_text (document, cases[i].text);
      found = sf_acronym_list (document);
      g_ptr_array_add (found, NULL);
      joined = g_strjoinv (" ", (char **)found->pdata);
      g_assert_cmpstr (joined, ==, cases[i].found);
    }
  g_assert_null (sf_acronym_explain ("QWE"));
  g_assert_cmpstr (sf_acronym_explain ("SEN"), ==, "special educational needs");
}

/* --- parents ---------------------------------------------------------------------------------- */

static void
test_parents (void)
{
  TestCentre centre;
  SfReportOptions options = usual (SF_AUDIENCE_PARENTS);
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 8);
  add_figures (&centre);
  test_change_text (centre.centre, SF_CENTRE_TELEPHONE, "01632 960001");
  list = compose (&centre, &options);
  text = get_text (list);
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
  g_auto (SfReportOptions) job = usual (SF_AUDIENCE_JOB_DESCRIPTION);
  g_auto (SfReportOptions) person = usual (SF_AUDIENCE_PERSON_SPECIFICATION);
  g_autoptr (SfDisplayList) all = NULL, list = NULL, asked = NULL;
  g_autofree char *whole = NULL, *text = NULL, *asked_text = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 8);
  all = compose (&centre, &job);
  whole = get_text (all);
  assert_before (whole, "\nCore purpose\n", "\nThe post\n");
  test_assert_has (whole, "\nReview learning, teaching and care. ");
  test_assert_has (whole, "\nSafe places to grow and learn. ");
  job.statements = sf_statement_choices_new ();
  sf_statement_choices_add (job.statements, "LLD-S1", NULL, NULL);
  sf_statement_choices_add (job.statements, "LLD-K1", NULL, NULL);
  sf_statement_choices_add (job.statements, "gone", NULL, NULL);
  list = compose (&centre, &job);
  text = get_text (list);
  test_assert_has (text, "\nReview learning, teaching and care. ");
  test_assert_lacks (text, "Safe places to grow and learn");
  test_assert_lacks (text, "Early Years Foundation Stage and beyond");
  test_assert_lacks (text, "Stronger Families");
  person.statements = sf_statement_choices_new ();
  sf_statement_choices_add (person.statements, "LLD-K1", "essential", "application interview");
  sf_statement_choices_add (person.statements, "LLD-Q1", "desirable", NULL);
  asked = compose (&centre, &person);
  asked_text = get_text (asked);
  test_assert_has (asked_text, "\nEssential\nApplication, interview\n");
  test_assert_has (asked_text, "\nDesirable\nTo be decided\n");
  assert_before (asked_text, "Early Years Foundation Stage and beyond. ",
                 "Keeps raising achievement across the centre. ");
  test_assert_lacks (asked_text, "Enthusiasm for learning");
  test_centre_clear (&centre);
}

/* --- forms ------------------------------------------------------------------------------------ */

static void
test_forms (void)
{
  TestCentre centre;
  g_auto (SfReportOptions) options = usual (SF_AUDIENCE_FORMS);
  g_autoptr (SfDisplayList) list = NULL, all = NULL;
  GPtrArray *statements;
  g_autofree char *text = NULL, *whole = NULL;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  write_much (&centre, 8);
  options.area_code = g_strdup ("SFC");
  list = compose (&centre, &options);
  text = get_text (list);
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
  all = compose (&centre, &options);
  whole = get_text (all);
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
  g_test_add_func ("/report/audiences/length", test_length);
  g_test_add_func ("/report/audiences/left-out", test_left_out);
  g_test_add_func ("/report/audiences/order", test_order);
  g_test_add_func ("/report/audiences/note", test_note);
  g_test_add_func ("/report/audiences/kept", test_kept);
  g_test_add_func ("/report/audiences/secrets", test_secrets);
  g_test_add_func ("/report/audiences/head", test_head);
  g_test_add_func ("/report/audiences/large-print", test_large_print);
  g_test_add_func ("/report/audiences/plain-words", test_plain_words);
  g_test_add_func ("/report/audiences/acronyms", test_acronyms);
  g_test_add_func ("/report/audiences/parents", test_parents);
  g_test_add_func ("/report/audiences/post", test_post);
  g_test_add_func ("/report/audiences/forms", test_forms);
  return g_test_run ();
}
