/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-test-model.h"

#include <math.h>
#include <stdarg.h>

#include "model/sf-model-private.h"
#include "model/sf-record-private.h"
#include "report-test-util.h"
#include "report/sf-compose-governors.h"

gpointer
test_add (SfModel *model, GType type, ...)
{
  g_autoptr (SfRecord) record = NULL;
  SfUuid uuid;
  va_list arguments;
  int column;

  sf_uuid_init_v7 (&uuid);
  record = sf_record_new (type, &uuid);
  va_start (arguments, type);
  while ((column = va_arg (arguments, int)) >= 0)
    {
      g_auto (SfValue) value = SF_VALUE_INIT;

      switch (va_arg (arguments, int))
        {
        case 't':
          sf_value_set_text (&value, va_arg (arguments, const char *));
          break;
        case 'i':
          sf_value_set_int (&value, va_arg (arguments, gint64));
          break;
        case 'r':
          sf_value_set_real (&value, va_arg (arguments, double));
          break;
        case 'b':
          sf_value_set_blob (&value, va_arg (arguments, GBytes *));
          break;
        case 'u':
        default:
          sf_value_set_uuid (&value, sf_record_get_uuid (va_arg (arguments, gpointer)));
          break;
        }
      sf_record_load (record, column, &value);
    }
  va_end (arguments);
  sf_model_add (model, record);
  return sf_model_find (model, &uuid);
}

void
test_change_text (gpointer record, guint column, const char *text)
{
  g_auto (SfValue) value = SF_VALUE_INIT;

  sf_value_set_text (&value, text);
  sf_record_load (record, column, &value);
}

static SfEvaluation *
add_evaluation (
    TestCentre *self, gpointer edition, const char *title, const char *from, const char *to)
{
  return test_add (self->model, SF_TYPE_EVALUATION, SF_EVALUATION_CENTRE, 'u', self->centre,
                   SF_EVALUATION_FRAMEWORK, 'u', edition, SF_EVALUATION_TITLE, 't', title,
                   SF_EVALUATION_STARTS_ON, 't', from, SF_EVALUATION_ENDS_ON, 't', to, -1);
}

void
test_centre_init (TestCentre *self, const char *framework_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFramework) framework = sf_framework_find_shipped (framework_id, &error);
  gpointer edition;

  g_assert_no_error (error);
  self->model = sf_model_new ();
  edition = test_add (self->model, SF_TYPE_FRAMEWORK_EDITION, SF_FRAMEWORK_EDITION_IDENTIFIER, 't',
                      framework_id, SF_FRAMEWORK_EDITION_EDITION, 't',
                      sf_framework_get_edition (framework), SF_FRAMEWORK_EDITION_TITLE, 't',
                      sf_framework_get_title (framework), SF_FRAMEWORK_EDITION_XML, 'b',
                      sf_framework_get_bytes (framework), -1);
  self->centre = test_add (self->model, SF_TYPE_CENTRE, SF_CENTRE_NAME, 't',
                           "Millbrook Children’s Centre", SF_CENTRE_POSITION, 'i', (gint64)1,
                           SF_CENTRE_LOCAL_AUTHORITY, 't', "Eastshire County Council",
                           SF_CENTRE_COMMITTEE_NAME, 't', "the management committee", -1);
  self->before = add_evaluation (self, edition, "2025–26", "2025-04-01", "2026-03-31");
  self->now = test_add (self->model, SF_TYPE_EVALUATION, SF_EVALUATION_CENTRE, 'u', self->centre,
                        SF_EVALUATION_FRAMEWORK, 'u', edition, SF_EVALUATION_PREDECESSOR, 'u',
                        self->before, SF_EVALUATION_TITLE, 't', "2026–27", SF_EVALUATION_STARTS_ON,
                        't', "2026-04-01", SF_EVALUATION_ENDS_ON, 't', "2027-03-31",
                        SF_EVALUATION_MEETING_ON, 't', "2027-05-14", -1);
  self->framework = sf_model_get_framework (self->model, self->now);
  g_assert_nonnull (self->framework);
}

void
test_centre_clear (TestCentre *self)
{
  g_clear_object (&self->model);
}

void
test_add_grade (TestCentre *self,
                SfEvaluation *evaluation,
                const char *area,
                gint64 level,
                const char *words,
                gboolean agreed)
{
  g_autofree char *strengths = g_strdup_printf ("Strong: %s", words);
  g_autofree char *improvements = g_strdup_printf ("To be better: %s", words);

  if (agreed)
    test_add (self->model, SF_TYPE_AREA_JUDGEMENT, SF_AREA_JUDGEMENT_EVALUATION, 'u', evaluation,
              SF_AREA_JUDGEMENT_AREA_CODE, 't', area, SF_AREA_JUDGEMENT_LEVEL, 'i', level,
              SF_AREA_JUDGEMENT_STRENGTHS, 't', strengths, SF_AREA_JUDGEMENT_IMPROVEMENTS, 't',
              improvements, SF_AREA_JUDGEMENT_PROPOSED_ON, 't', "2027-04-20",
              SF_AREA_JUDGEMENT_AGREED_BY, 't', "the leadership team", SF_AREA_JUDGEMENT_AGREED_ON,
              't', "2027-05-02", -1);
  else
    test_add (self->model, SF_TYPE_AREA_JUDGEMENT, SF_AREA_JUDGEMENT_EVALUATION, 'u', evaluation,
              SF_AREA_JUDGEMENT_AREA_CODE, 't', area, SF_AREA_JUDGEMENT_LEVEL, 'i', level,
              SF_AREA_JUDGEMENT_STRENGTHS, 't', strengths, SF_AREA_JUDGEMENT_IMPROVEMENTS, 't',
              improvements, SF_AREA_JUDGEMENT_PROPOSED_ON, 't', "2027-04-20", -1);
}

void
test_add_judgement (TestCentre *self, const char *code, gint64 level, const char *words)
{
  g_autofree char *improvements = g_strdup_printf ("Next, %s", words);

  test_add (self->model, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, 'u', self->now,
            SF_JUDGEMENT_STATEMENT_CODE, 't', code, SF_JUDGEMENT_LEVEL, 'i', level,
            SF_JUDGEMENT_STRENGTHS, 't', words, SF_JUDGEMENT_IMPROVEMENTS, 't', improvements, -1);
}

/* What is the head's own, and what others said: no report may show it. */
static void
add_secrets (TestCentre *self, SfStatement *statement)
{
  SfEvidence *evidence;
  SfTarget *target;

  test_add_judgement (self, sf_statement_get_code (statement), 3, TEST_SECRET);
  target = test_add (self->model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', self->centre,
                     SF_TARGET_EVALUATION, 'u', self->now, SF_TARGET_STATEMENT_CODE, 't',
                     sf_statement_get_code (statement), SF_TARGET_TITLE, 't', TEST_SECRET,
                     SF_TARGET_CRITERIA, 't', TEST_SECRET, SF_TARGET_DUE_ON, 't', "2027-03-01", -1);
  test_add (self->model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON, 't',
            "2026-11-01", SF_REVIEW_COMMENT, 't', TEST_SECRET, -1);
  evidence = test_add (self->model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, 'u', self->centre,
                       SF_EVIDENCE_TITLE, 't', TEST_SECRET, SF_EVIDENCE_KIND, 't', "document",
                       SF_EVIDENCE_SENSITIVITY, 't', "open", SF_EVIDENCE_ADDED_ON, 't',
                       "2026-10-01", -1);
  test_add (self->model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE, 'u', evidence,
            SF_EVIDENCE_LINK_EVALUATION, 'u', self->now, SF_EVIDENCE_LINK_STATEMENT_CODE, 't',
            sf_statement_get_code (statement), -1);
}

static void
add_evidence (TestCentre *self, SfStatement *statement, guint i)
{
  static const char *const kinds[] = { "data", "observation", "users-views", "document" };
  static const char *const sensitivities[] = { "open", "board", "centre", "restricted" };
  const char *code = sf_statement_get_code (statement);
  g_autofree char *title
      = g_strdup_printf ("%s %s %u", i % 4 > 1 ? TEST_SECRET : "Proof", sensitivities[i % 4], i);
  SfEvidence *evidence
      = test_add (self->model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, 'u', self->centre,
                  SF_EVIDENCE_TITLE, 't', title, SF_EVIDENCE_KIND, 't', kinds[i % 4],
                  SF_EVIDENCE_SENSITIVITY, 't', sensitivities[i % 4], SF_EVIDENCE_SHOWS, 't',
                  i % 4 > 1 ? TEST_SECRET : "What it shows.", SF_EVIDENCE_DATED_ON, 't',
                  "2026-11-12", SF_EVIDENCE_ADDED_ON, 't', "2026-12-01", -1);

  test_add (self->model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE, 'u', evidence,
            SF_EVIDENCE_LINK_EVALUATION, 'u', self->now, SF_EVIDENCE_LINK_STATEMENT_CODE, 't', code,
            -1);
}

static void
add_target (TestCentre *self, SfStatement *statement, guint i)
{
  static const double readings[] = { 20, 34, 41, 61 };
  g_autofree char *title = g_strdup_printf ("Families reached in quarter number %u", i);
  SfTarget *target
      = test_add (self->model, SF_TYPE_TARGET, SF_TARGET_CENTRE, 'u', self->centre,
                  SF_TARGET_EVALUATION, 'u', self->now, SF_TARGET_STATEMENT_CODE, 't',
                  sf_statement_get_code (statement), SF_TARGET_TITLE, 't', title, SF_TARGET_MEASURE,
                  't', "Families seen at least three times in the year", SF_TARGET_UNIT, 't', "%",
                  SF_TARGET_BASELINE, 'r', 20.0, SF_TARGET_GOAL, 'r', 60.0, SF_TARGET_STARTS_ON,
                  't', "2026-04-01", SF_TARGET_DUE_ON, 't', "2027-07-31", -1);

  if (i % 5 < 4)
    test_add (self->model, SF_TYPE_REVIEW, SF_REVIEW_TARGET, 'u', target, SF_REVIEW_REVIEWED_ON,
              't', "2027-02-01", SF_REVIEW_VALUE, 'r', readings[i % 5], SF_REVIEW_COMMENT, 't',
              "Saturdays help; evenings do not.", -1);
}

static void
fill_statement (TestCentre *self, SfStatement *statement, guint i, guint words, gpointer other)
{
  const char *code = sf_statement_get_code (statement);
  g_autofree char *text = test_words (words, 100 + i);

  if (sf_statement_get_subject (statement) == SF_SUBJECT_HEAD)
    {
      add_secrets (self, statement);
      return;
    }
  if (i % 11 == 5)
    return;
  if (i % 17 == 8)
    test_add (self->model, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, 'u', self->now,
              SF_JUDGEMENT_STATEMENT_CODE, 't', code, SF_JUDGEMENT_NOT_APPLICABLE, 't', text, -1);
  else
    test_add_judgement (self, code, i % 7 == 0 ? 1 : i % 7 == 3 ? 3 : 2, text);
  test_add (self->model, SF_TYPE_JUDGEMENT, SF_JUDGEMENT_EVALUATION, 'u', self->now,
            SF_JUDGEMENT_STATEMENT_CODE, 't', code, SF_JUDGEMENT_CONTRIBUTOR, 'u', other,
            SF_JUDGEMENT_LEVEL, 'i', (gint64)4, SF_JUDGEMENT_STRENGTHS, 't', TEST_SECRET, -1);
  add_evidence (self, statement, i);
  if (i % 6 == 0)
    add_target (self, statement, i);
}

void
test_centre_fill (TestCentre *self, guint words)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  GPtrArray *statements = sf_framework_get_statements (self->framework);
  SfContributor *other = test_add (self->model, SF_TYPE_CONTRIBUTOR, SF_CONTRIBUTOR_NAME, 't',
                                   TEST_SECRET, SF_CONTRIBUTOR_KIND, 't', "parent", -1);

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      guint n = sf_scale_get_n_levels (sf_key_area_get_scale (area));
      g_autofree char *text = test_words (words * 2, i);

      test_add_grade (self, self->before, sf_key_area_get_code (area), 1 + (i + 1) % n, text, TRUE);
      if (i != 5)
        test_add_grade (self, self->now, sf_key_area_get_code (area), 1 + i % MIN (n, 3), text,
                        i < 3);
    }
  for (guint i = 0; i < statements->len; i++)
    fill_statement (self, g_ptr_array_index (statements, i), i, words, other);
}

/* --- text ---------------------------------------------------------------------------------------
 */

static void
add_prose (GString *text, const SfProse *prose)
{
  if (prose != NULL)
    g_string_append_printf (text, "%s\n", sf_prose_get_text (prose));
}

static void
add_proses (GString *text, GPtrArray *proses)
{
  for (guint i = 0; proses != NULL && i < proses->len; i++)
    add_prose (text, g_ptr_array_index (proses, i));
}

static void
add_rows (GString *text, GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SfTableRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        add_proses (text, ((SfTableCell *)g_ptr_array_index (row->cells, j))->paragraphs);
    }
}

static gboolean
add_blocks (GString *text, GPtrArray *blocks, const char *until_id)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const SfBlock *block = g_ptr_array_index (blocks, i);

      if (until_id != NULL && g_strcmp0 (block->id, until_id) == 0)
        return FALSE;
      if (block->alternative != NULL)
        g_string_append_printf (text, "%s\n", block->alternative);
      add_prose (text, block->prose);
      add_prose (text, block->trailing);
      add_proses (text, block->items);
      add_rows (text, block->header);
      add_rows (text, block->rows);
      for (guint j = 0; block->facts != NULL && j < block->facts->len; j++)
        {
          add_prose (text, g_array_index (block->facts, SfTitleFact, j).label);
          add_prose (text, g_array_index (block->facts, SfTitleFact, j).value);
        }
      add_prose (text, block->foot);
      add_blocks (text, block->first, NULL);
      add_blocks (text, block->second, NULL);
    }
  return TRUE;
}

char *
test_document_text (SfDocument *document, const char *until_id)
{
  GString *text = g_string_new (NULL);

  add_blocks (text, sf_document_get_blocks (document), until_id);
  return g_string_free (text, FALSE);
}

SfDisplayList *
test_compose_governors (TestCentre *self,
                        gboolean annex,
                        const char *today,
                        const SfStyleSheet *sheet)
{
  SfGovernorsOptions options = { annex, today };
  g_autoptr (SfFonts) fonts = test_fonts_new ();
  g_autoptr (GError) error = NULL;
  SfDisplayList *list
      = sf_compose_governors (self->model, self->now, &options, sheet, fonts, &error);

  g_assert_no_error (error);
  return list;
}
