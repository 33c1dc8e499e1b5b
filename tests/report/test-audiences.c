/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Every audience: how long its report is, what may be left out, and above all what it may not have.
 */
#include <string.h>

#include "audience-helpers.h"
#include "report-test-util.h"
#include "report/sf-acronym.h"

/* --- length ----------------------------------------------------------------------------------- */

static void
assert_length (TestCentre *centre, SfAudience audience)
{
  guint most = sf_audience_get_max_pages (audience), body;
  SfReportOptions options = test_usual (audience);
  g_autoptr (SfDisplayList) list = test_compose (centre, &options), annexed = NULL;

  test_assert_nothing_lost (list);
  test_assert_inside (list);
  body = sf_report_count_body_pages (list);
  g_assert_cmpuint (body, ==, sf_display_list_get_n_pages (list));
  if (most > 0)
    g_assert_cmpuint (body, <=, most);
  if (!sf_audience_has_annex (audience))
    return;
  options.annex = TRUE;
  annexed = test_compose (centre, &options);
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
        test_write_much (&centre, words[i]);
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
  test_write_much (&centre, 8);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      g_autoptr (GPtrArray) infos = sf_audience_list_sections (audience);
      g_auto (SfReportOptions) options = test_usual (audience);
      g_autoptr (SfDisplayList) list = NULL;
      g_autofree char *text = NULL;
      guint n = 0;

      g_assert_cmpuint (infos->len, >, 0);
      for (guint i = 0; i < infos->len; i++)
        sf_report_options_show (&options, ((SfSectionInfo *)infos->pdata[i])->id, FALSE);
      list = test_compose (&centre, &options);
      text = test_get_text (list);
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
          test_assert_has (text,
                           "Left out at the head’s choice: What the committee asked, and what "
                           "changed; Questions for the committee; Outcomes for children and "
                           "families; The key areas; What is planned; Finance and staffing.");
        }
    }
  test_centre_clear (&centre);
}

/* --- order and note --------------------------------------------------------------------------- */

static void
test_order (void)
{
  g_auto (SfReportOptions) options = test_usual (SF_AUDIENCE_GOVERNORS);
  g_autoptr (SfDisplayList) list = NULL;
  g_autofree char *text = NULL;
  TestCentre centre;

  test_centre_init (&centre, SF_FRAMEWORK_NATIONAL_STANDARDS_2007);
  test_write_much (&centre, 20);
  options.sections = sf_section_choices_new ();
  sf_section_choices_add (options.sections, "sign-off", TRUE);
  sf_section_choices_add (options.sections, "resources", TRUE);
  sf_section_choices_add (options.sections, "resources", TRUE);
  sf_section_choices_add (options.sections, "from-a-newer-program", TRUE);
  sf_section_choices_add (options.sections, "plan", TRUE);
  options.covering_note = g_strdup ("Dear committee,\nthis \u202ewas\u202c a good year.");
  list = test_compose (&centre, &options);
  g_assert_cmpuint (sf_report_count_body_pages (list), <=, 8);
  text = test_get_text (list);
  test_assert_before (text, "Dear committee,", "\nThe year on one page\n");
  test_assert_has (text, "\nthis was a good year.\n");
  test_assert_before (text, "\nThe year on one page\n", "\nFinance and staffing\n");
  test_assert_before (text, "\nFinance and staffing\n", "\nWhat is planned\n");
  test_assert_before (text, "\nWhat is planned\n", "\nProgress on what we agreed\n");
  test_assert_before (text, "\nWhat was not judged\n", "received and discussed by the committee");
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
      g_auto (SfReportOptions) options = test_usual (audience);
      g_autoptr (SfDisplayList) list = NULL;
      g_autofree char *text = NULL;

      options.covering_note = g_strdup ("These are the words beforehand.");
      list = test_compose (&centre, &options);
      text = test_get_text (list);
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
  test_write_much (&centre, 40);
  for (guint audience = 0; audience < SF_N_AUDIENCES; audience++)
    {
      SfReportOptions options = test_usual (audience);
      g_autoptr (SfDisplayList) list = NULL, large = NULL;
      g_autofree char *text = NULL, *large_text = NULL;

      options.annex = TRUE;
      list = test_compose (&centre, &options);
      large = test_compose_on (&centre, &options, sf_style_sheet_get_large_print ());
      text = test_get_text (list);
      large_text = test_get_text (large);
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
  test_write_much (&centre, 8);
  for (guint column = 0; column < SF_EVALUATION_N_COLUMNS; column++)
    if (sf_record_get_text (SF_RECORD (centre.now), column) != NULL
        && (SF_RECORD_GET_CLASS (centre.now)->columns[column].flags & SF_COLUMN_PROSE) != 0)
      test_change_text (centre.now, column, written);
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      SfReportOptions options = test_usual (audiences[i]);
      g_autoptr (SfDisplayList) list = NULL;
      g_autoptr (GPtrArray) unexplained = NULL;
      g_autofree char *body = NULL;

      options.annex = TRUE;
      list = test_compose (&centre, &options);
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
    { "Reference 00125-2007DOM-EN", "" },
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/audiences/length", test_length);
  g_test_add_func ("/report/audiences/left-out", test_left_out);
  g_test_add_func ("/report/audiences/order", test_order);
  g_test_add_func ("/report/audiences/note", test_note);
  g_test_add_func ("/report/audiences/kept", test_kept);
  g_test_add_func ("/report/audiences/large-print", test_large_print);
  g_test_add_func ("/report/audiences/plain-words", test_plain_words);
  g_test_add_func ("/report/audiences/acronyms", test_acronyms);
  return g_test_run ();
}
