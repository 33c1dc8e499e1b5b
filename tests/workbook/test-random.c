/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "simple-model.h"
#include "workbook-helpers.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

/* Every operation of the public interface, at random, against a simple model. The list below is
 * held against the header, so that a new operation fails this test until it is in it. */

typedef struct
{
  Centre centre;
  SimpleModel *simple;
  GRand *rand;
  guint made; /* for titles that differ */
} Walk;

/* What is being done, for when it goes wrong. */
static const char *operation_name;

/* FALSE: there was nothing to do it to */
typedef gboolean (*Operation) (Walk *walk);

#define UUID(record) sf_record_get_uuid (SF_RECORD (record))
#define MODEL(walk) sf_workbook_get_model ((walk)->centre.workbook)

static gboolean
chance (Walk *walk, int one_in)
{
  return g_rand_int_range (walk->rand, 0, one_in) == 0;
}

static gpointer
pick (Walk *walk, GType type)
{
  GListModel *list = sf_model_get_list (MODEL (walk), type);
  guint n = g_list_model_get_n_items (list);
  gpointer record;

  if (n == 0)
    return NULL;
  record = g_list_model_get_item (list, (guint)g_rand_int_range (walk->rand, 0, (gint32)n));
  g_object_unref (record); /* the model keeps it */
  return record;
}

static const char *
pick_text (Walk *walk)
{
  static const char *const texts[] = {
    NULL,
    "",
    "   \n",
    "Families say that they feel welcome.",
    "  Space at both ends \t",
    "Two\nlines — with “quotes”, %s and 'apostrophes'; DROP TABLE centre;",
    "Zażółć gęślą jaźń",
    "🌻 मराठी عربي e\xcc\x81",
  };

  return texts[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (texts))];
}

static char *
make_title (Walk *walk)
{
  return g_strdup_printf ("Title %u", walk->made++);
}

static const char *
pick_date (Walk *walk)
{
  static const char *const dates[]
      = { "2026-04-01", "2024-02-29", "2026-12-31", "2027-01-01", "2030-06-15" };

  return dates[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (dates))];
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *clean == '\0';
}

/* The evaluation that must be open for @record to be changed. */
static SfEvaluation *
evaluation_of (Walk *walk, gpointer record)
{
  int column = SF_IS_EVALUATION (record) || SF_IS_TARGET (record)
                   ? -1
                   : sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "evaluation");

  if (SF_IS_EVALUATION (record))
    return record;
  return column >= 0 ? sf_model_find (MODEL (walk), sf_record_get_ref (record, (guint)column))
                     : NULL;
}

static gboolean
is_open (Walk *walk, gpointer record)
{
  SfEvaluation *evaluation = evaluation_of (walk, record);

  return evaluation == NULL || sf_evaluation_get_closed_at (evaluation) == SF_NULL_INT;
}

static void
assert_answer (gboolean done, gboolean expected, GError **answer)
{
  const GError *error = *answer; /* read here, after the operation was called */

  if (done != expected)
    g_error ("%s was %s, but should have been %s: %s", operation_name, done ? "done" : "refused",
             expected ? "done" : "refused", error != NULL ? error->message : "");
  if (done != (error == NULL))
    g_error ("%s was %s, and %s", operation_name, done ? "done" : "refused",
             error != NULL ? "gave a reason" : "gave no reason");
}

/* --- any field -----------------------------------------------------------------------------------
 */

/* A record and a column of @type whose words are free. */
static SfRecord *
pick_field (Walk *walk, SfColumnType type, guint *column)
{
  static const char *const bound[]
      = { "kind",       "sensitivity",    "outcome",        "status",     "area_code", "digest",
          "media_type", "not_applicable", "statement_code", "identifier", "edition",   "level" };
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = 0; i < 30; i++)
    {
      SfRecord *record = pick (walk, types[g_rand_int_range (walk->rand, 0, (gint32)n)]);
      const SfColumn *info;
      gboolean free_words = TRUE;

      if (record == NULL)
        continue;
      *column = (guint)g_rand_int_range (walk->rand, 0,
                                         (gint32)SF_RECORD_GET_CLASS (record)->n_columns);
      info = &SF_RECORD_GET_CLASS (record)->columns[*column];
      for (guint k = 0; k < G_N_ELEMENTS (bound); k++)
        free_words = free_words && !g_str_equal (info->name, bound[k]);
      if (info->type == type && free_words)
        return record;
    }
  return NULL;
}

static gboolean
is_required (SfRecord *record, guint column)
{
  return (SF_RECORD_GET_CLASS (record)->columns[column].flags & SF_COLUMN_NULLABLE) == 0;
}

static gboolean
set_text (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record = pick_field (walk, SF_COLUMN_TEXT, &column);
  const char *text = pick_text (walk);
  gboolean expected, done;

  if (record == NULL)
    return FALSE;
  expected = is_open (walk, record) && !(is_blank (text) && is_required (record, column));
  done = sf_workbook_set_text (walk->centre.workbook, record, column, text, &error);
  assert_answer (done, expected, &error);
  if (done)
    simple_put_text (walk->simple, G_OBJECT_TYPE (record), UUID (record), column, text);
  return TRUE;
}

static gboolean
set_int (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfCentre *centre = pick (walk, SF_TYPE_CENTRE);
  guint column = chance (walk, 2) ? SF_CENTRE_FAMILIES_IN_REACH : SF_CENTRE_POSITION;
  gint64 value = chance (walk, 8) ? SF_NULL_INT : g_rand_int_range (walk->rand, -2, 900);
  gboolean done, expected;

  expected
      = column == SF_CENTRE_POSITION ? value != SF_NULL_INT : value == SF_NULL_INT || value >= 0;
  if (centre == NULL)
    return FALSE;
  done = sf_workbook_set_int (walk->centre.workbook, centre, column, value, &error);
  assert_answer (done, expected, &error);
  if (done)
    simple_put_int (walk->simple, SF_TYPE_CENTRE, UUID (centre), column, value);
  return TRUE;
}

static gboolean
set_real (Walk *walk)
{
  static const double values[] = { 0.1, -3, 1e300, 0, (double)NAN, (double)INFINITY };
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record = pick_field (walk, SF_COLUMN_REAL, &column);
  double value = values[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (values))];
  gboolean done;

  if (record == NULL)
    return FALSE;
  done = sf_workbook_set_real (walk->centre.workbook, record, column, value, &error);
  assert_answer (done, !isinf (value), &error);
  if (done)
    simple_put_real (walk->simple, G_OBJECT_TYPE (record), UUID (record), column, value);
  return TRUE;
}

static gboolean
set_date (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record = pick_field (walk, SF_COLUMN_DATE, &column);
  const char *date = chance (walk, 6) ? "2026-02-30" : chance (walk, 5) ? NULL : pick_date (walk);
  gboolean done, expected;

  if (record == NULL)
    return FALSE;
  expected = is_open (walk, record) && g_strcmp0 (date, "2026-02-30") != 0
             && !(date == NULL && is_required (record, column));
  if (expected && SF_IS_EVALUATION (record) && column == SF_EVALUATION_STARTS_ON)
    expected = g_strcmp0 (date, sf_evaluation_get_ends_on (SF_EVALUATION (record))) <= 0;
  else if (expected && SF_IS_EVALUATION (record) && column == SF_EVALUATION_ENDS_ON)
    expected = g_strcmp0 (date, sf_evaluation_get_starts_on (SF_EVALUATION (record))) >= 0;
  done = sf_workbook_set_date (walk->centre.workbook, record, column, date, &error);
  assert_answer (done, expected, &error);
  if (done)
    simple_put_text (walk->simple, G_OBJECT_TYPE (record), UUID (record), column, date);
  return TRUE;
}

static gboolean
set_null (Walk *walk)
{
  static const SfColumnType types[]
      = { SF_COLUMN_TEXT, SF_COLUMN_DATE, SF_COLUMN_REAL, SF_COLUMN_INT };
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record
      = pick_field (walk, types[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (types))], &column);
  gboolean done;

  if (record == NULL)
    return FALSE;
  done = sf_workbook_set_null (walk->centre.workbook, record, column, &error);
  assert_answer (done, is_open (walk, record) && !is_required (record, column), &error);
  if (done)
    simple_put_null (walk->simple, G_OBJECT_TYPE (record), UUID (record), column);
  return TRUE;
}

/* --- centres, contributors
 * ------------------------------------------------------------------------ */

static gboolean
add_centre (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  gboolean blank = chance (walk, 4);
  g_autofree char *name = blank ? g_strdup ("  ") : make_title (walk);
  guint n = count_of (walk->centre.workbook, SF_TYPE_CENTRE);
  gboolean done;
  SfUuid uuid;

  if (n >= 4)
    return FALSE;
  done = sf_workbook_add_centre (walk->centre.workbook, name, &uuid, &error);
  assert_answer (done, !blank, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_CENTRE, &uuid);
  simple_put_text (walk->simple, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, name);
  simple_put_int (walk->simple, SF_TYPE_CENTRE, &uuid, SF_CENTRE_POSITION, n + 1);
  return TRUE;
}

static gboolean
add_contributor (Walk *walk)
{
  static const char *const kinds[] = { "head", "staff", "parents", "nobody", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = make_title (walk);
  const char *kind = kinds[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (kinds))];
  const char *role = pick_text (walk);
  gboolean done;
  SfUuid uuid;

  if (count_of (walk->centre.workbook, SF_TYPE_CONTRIBUTOR) >= 5)
    return FALSE;
  done = sf_workbook_add_contributor (walk->centre.workbook, name, role, kind, &uuid, &error);
  assert_answer (done, kind != NULL && !g_str_equal (kind, "nobody"), &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_CONTRIBUTOR, &uuid);
  simple_put_text (walk->simple, SF_TYPE_CONTRIBUTOR, &uuid, SF_CONTRIBUTOR_NAME, name);
  simple_put_text (walk->simple, SF_TYPE_CONTRIBUTOR, &uuid, SF_CONTRIBUTOR_ROLE, role);
  simple_put_text (walk->simple, SF_TYPE_CONTRIBUTOR, &uuid, SF_CONTRIBUTOR_KIND, kind);
  return TRUE;
}

static gboolean
change_retired (Walk *walk, gint64 at, gboolean (*act) (SfWorkbook *, gpointer, GError **))
{
  g_autoptr (GError) error = NULL;
  const GType types[]
      = { SF_TYPE_CENTRE, SF_TYPE_CONTRIBUTOR, SF_TYPE_EVIDENCE, SF_TYPE_TARGET, SF_TYPE_REVIEW };
  SfRecord *record = pick (walk, types[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (types))]);
  int column;
  gboolean done;

  if (record == NULL)
    return FALSE;
  column = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "retired_at");
  done = act (walk->centre.workbook, record, &error);
  assert_answer (done, column >= 0, &error);
  if (done)
    simple_put_int (walk->simple, G_OBJECT_TYPE (record), UUID (record), (guint)column, at);
  return TRUE;
}

static gboolean
retire (Walk *walk)
{
  return change_retired (walk, sf_clock_now (), sf_workbook_retire);
}

static gboolean
restore (Walk *walk)
{
  return change_retired (walk, SF_NULL_INT, sf_workbook_restore);
}

/* --- evaluations
 * ------------------------------------------------------------------------------------ */

static void
expect_areas (Walk *walk, SfEvaluation *evaluation)
{
  GPtrArray *areas = sf_framework_get_areas (walk->centre.framework);

  for (guint i = 0; i <= areas->len; i++)
    {
      const char *code = i < areas->len ? sf_key_area_get_code (areas->pdata[i]) : SF_WHOLE_CENTRE;
      SfAreaJudgement *area = sf_model_find_area_judgement (MODEL (walk), evaluation, code);

      g_assert_nonnull (area);
      simple_add (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area));
      simple_put_ref (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area),
                      SF_AREA_JUDGEMENT_EVALUATION, UUID (evaluation));
      simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area),
                       SF_AREA_JUDGEMENT_AREA_CODE, code);
    }
}

static void
expect_judgements (Walk *walk, SfEvaluation *evaluation, SfEvaluation *before)
{
  GPtrArray *statements = sf_framework_get_statements (walk->centre.framework);

  for (guint i = 0; i < statements->len; i++)
    {
      const char *code = sf_statement_get_code (statements->pdata[i]);
      SfJudgement *judgement = sf_model_find_judgement (MODEL (walk), evaluation, code, NULL);
      SfJudgement *last
          = before != NULL ? sf_model_find_judgement (MODEL (walk), before, code, NULL) : NULL;

      g_assert_nonnull (judgement);
      simple_add (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement));
      simple_put_ref (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_EVALUATION,
                      UUID (evaluation));
      simple_put_text (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement),
                       SF_JUDGEMENT_STATEMENT_CODE, code);
      simple_put_int (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_LEVEL,
                      last != NULL ? sf_judgement_get_level (last) : SF_NULL_INT);
    }
}

static void
expect_links (Walk *walk, SfEvaluation *evaluation, SfEvaluation *before)
{
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (MODEL (walk), evaluation, NULL);
  g_autoptr (GPtrArray) old = sf_model_list_evidence_links (MODEL (walk), before, NULL);

  g_assert_cmpuint (links->len, ==, old->len);
  for (guint i = 0; i < links->len; i++)
    {
      SfEvidenceLink *link = links->pdata[i], *last = old->pdata[i];

      simple_add (walk->simple, SF_TYPE_EVIDENCE_LINK, UUID (link));
      simple_put_ref (walk->simple, SF_TYPE_EVIDENCE_LINK, UUID (link), SF_EVIDENCE_LINK_EVALUATION,
                      UUID (evaluation));
      simple_put_ref (walk->simple, SF_TYPE_EVIDENCE_LINK, UUID (link), SF_EVIDENCE_LINK_EVIDENCE,
                      sf_evidence_link_get_evidence (last));
      simple_put_text (walk->simple, SF_TYPE_EVIDENCE_LINK, UUID (link),
                       SF_EVIDENCE_LINK_STATEMENT_CODE, sf_evidence_link_get_statement_code (last));
      simple_put_text (walk->simple, SF_TYPE_EVIDENCE_LINK, UUID (link), SF_EVIDENCE_LINK_NOTE,
                       sf_evidence_link_get_note (last));
    }
}

/* The framework's edition is kept with the first evaluation that uses it. */
static const SfUuid *
expect_framework (Walk *walk)
{
  SfFrameworkEdition *kept = first_of (walk->centre.workbook, SF_TYPE_FRAMEWORK_EDITION);
  g_auto (SfValue) xml = SF_VALUE_INIT;
  SfFramework *framework = walk->centre.framework;

  g_assert_cmpuint (count_of (walk->centre.workbook, SF_TYPE_FRAMEWORK_EDITION), ==, 1);
  sf_value_set_blob (&xml, sf_framework_get_bytes (framework));
  simple_put_text (walk->simple, SF_TYPE_FRAMEWORK_EDITION, UUID (kept),
                   SF_FRAMEWORK_EDITION_IDENTIFIER, sf_framework_get_id (framework));
  simple_put_text (walk->simple, SF_TYPE_FRAMEWORK_EDITION, UUID (kept),
                   SF_FRAMEWORK_EDITION_EDITION, sf_framework_get_edition (framework));
  simple_put_text (walk->simple, SF_TYPE_FRAMEWORK_EDITION, UUID (kept), SF_FRAMEWORK_EDITION_TITLE,
                   sf_framework_edition_get_title (kept));
  simple_put (walk->simple, SF_TYPE_FRAMEWORK_EDITION, UUID (kept), SF_FRAMEWORK_EDITION_XML, &xml);
  return UUID (kept);
}

static gboolean
add_evaluation (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = make_title (walk);
  SfCentre *centre = pick (walk, SF_TYPE_CENTRE);
  SfEvaluation *before = chance (walk, 2) ? pick (walk, SF_TYPE_EVALUATION) : NULL, *evaluation;
  SfCarryFlags carry = (SfCarryFlags)g_rand_int_range (walk->rand, 0, 4);
  const char *first = pick_date (walk), *last = pick_date (walk);
  gboolean done;
  SfUuid uuid;

  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_EVALUATION) >= 3)
    return FALSE;
  done = sf_workbook_add_evaluation (walk->centre.workbook, centre, walk->centre.framework, title,
                                     first, last, before, carry, &uuid, &error);
  assert_answer (done, g_strcmp0 (first, last) <= 0, &error);
  if (!done)
    return TRUE;
  sync_workbook (walk->centre.workbook);
  evaluation = sf_model_find (MODEL (walk), &uuid);
  g_assert_nonnull (evaluation);
  simple_add (walk->simple, SF_TYPE_EVALUATION, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_EVALUATION, &uuid, SF_EVALUATION_CENTRE, UUID (centre));
  simple_put_ref (walk->simple, SF_TYPE_EVALUATION, &uuid, SF_EVALUATION_FRAMEWORK,
                  expect_framework (walk));
  simple_put_ref (walk->simple, SF_TYPE_EVALUATION, &uuid, SF_EVALUATION_PREDECESSOR,
                  before != NULL ? UUID (before) : NULL);
  simple_put_text (walk->simple, SF_TYPE_EVALUATION, &uuid, SF_EVALUATION_TITLE, title);
  simple_put_text (walk->simple, SF_TYPE_EVALUATION, &uuid, SF_EVALUATION_STARTS_ON, first);
  simple_put_text (walk->simple, SF_TYPE_EVALUATION, &uuid, SF_EVALUATION_ENDS_ON, last);
  expect_areas (walk, evaluation);
  expect_judgements (walk, evaluation, (carry & SF_CARRY_LEVELS) != 0 ? before : NULL);
  if (before != NULL && (carry & SF_CARRY_EVIDENCE) != 0)
    expect_links (walk, evaluation, before);
  return TRUE;
}

static gboolean
close_evaluation (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = chance (walk, 4) ? pick (walk, SF_TYPE_EVALUATION) : NULL;
  gboolean done;

  if (evaluation == NULL)
    return FALSE;
  done = sf_workbook_close_evaluation (walk->centre.workbook, evaluation, &error);
  assert_answer (done, is_open (walk, evaluation), &error);
  if (done)
    simple_put_int (walk->simple, SF_TYPE_EVALUATION, UUID (evaluation), SF_EVALUATION_CLOSED_AT,
                    sf_clock_now ());
  return TRUE;
}

static gboolean
reopen_evaluation (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = pick (walk, SF_TYPE_EVALUATION);

  if (evaluation == NULL)
    return FALSE;
  assert_answer (sf_workbook_reopen_evaluation (walk->centre.workbook, evaluation, &error), TRUE,
                 &error);
  simple_put_null (walk->simple, SF_TYPE_EVALUATION, UUID (evaluation), SF_EVALUATION_CLOSED_AT);
  return TRUE;
}

/* --- judgements
 * --------------------------------------------------------------------------------------- */

static gboolean
set_level (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = pick (walk, SF_TYPE_JUDGEMENT);
  gint64 level = chance (walk, 6) ? SF_NULL_INT : g_rand_int_range (walk->rand, 0, 6);
  SfStatement *statement;
  gboolean done, known;

  if (judgement == NULL)
    return FALSE;
  statement = sf_framework_find_statement (walk->centre.framework,
                                           sf_judgement_get_statement_code (judgement));
  known = level == SF_NULL_INT
          || (level >= 1 && level <= sf_scale_get_n_levels (sf_statement_get_scale (statement)));
  done = sf_workbook_set_level (walk->centre.workbook, judgement, level, &error);
  assert_answer (done, known && is_open (walk, judgement), &error);
  if (!done)
    return TRUE;
  simple_put_int (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_LEVEL, level);
  simple_put_null (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_NOT_APPLICABLE);
  return TRUE;
}

static gboolean
set_not_applicable (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = pick (walk, SF_TYPE_JUDGEMENT);
  const char *reason = pick_text (walk);
  gboolean done;

  if (judgement == NULL)
    return FALSE;
  done = sf_workbook_set_not_applicable (walk->centre.workbook, judgement, reason, &error);
  assert_answer (done, !is_blank (reason) && is_open (walk, judgement), &error);
  if (!done)
    return TRUE;
  simple_put_null (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_LEVEL);
  simple_put_text (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), SF_JUDGEMENT_NOT_APPLICABLE,
                   reason);
  return TRUE;
}

static gboolean
clear_judgement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = pick (walk, SF_TYPE_JUDGEMENT);
  gboolean done;

  if (judgement == NULL)
    return FALSE;
  done = sf_workbook_clear_judgement (walk->centre.workbook, judgement, &error);
  assert_answer (done, is_open (walk, judgement), &error);
  for (guint i = SF_JUDGEMENT_LEVEL; done && i < SF_JUDGEMENT_N_COLUMNS; i++)
    simple_put_null (walk->simple, SF_TYPE_JUDGEMENT, UUID (judgement), i);
  return TRUE;
}

static const char *
pick_code (Walk *walk)
{
  GPtrArray *statements = sf_framework_get_statements (walk->centre.framework);

  return sf_statement_get_code (
      statements->pdata[g_rand_int_range (walk->rand, 0, (gint32)statements->len)]);
}

static gboolean
add_judgement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = pick (walk, SF_TYPE_EVALUATION);
  SfContributor *contributor = pick (walk, SF_TYPE_CONTRIBUTOR);
  const char *code = chance (walk, 8) ? "no-such-code" : pick_code (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (evaluation == NULL || contributor == NULL)
    return FALSE;
  expected = is_open (walk, evaluation) && !g_str_equal (code, "no-such-code")
             && sf_model_find_judgement (MODEL (walk), evaluation, code, contributor) == NULL;
  done = sf_workbook_add_judgement (walk->centre.workbook, evaluation, code, contributor, &uuid,
                                    &error);
  assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_JUDGEMENT, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_EVALUATION,
                  UUID (evaluation));
  simple_put_ref (walk->simple, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_CONTRIBUTOR,
                  UUID (contributor));
  simple_put_text (walk->simple, SF_TYPE_JUDGEMENT, &uuid, SF_JUDGEMENT_STATEMENT_CODE, code);
  return TRUE;
}

static gboolean
remove_judgement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *judgement = pick (walk, SF_TYPE_JUDGEMENT);
  gboolean done, expected;

  if (judgement == NULL)
    return FALSE;
  expected = is_open (walk, judgement) && sf_judgement_get_contributor (judgement) != NULL;
  done = sf_workbook_remove_judgement (walk->centre.workbook, judgement, &error);
  assert_answer (done, expected, &error);
  if (done)
    simple_remove (walk->simple, SF_RECORD (judgement));
  return TRUE;
}

/* --- grades
 * ---------------------------------------------------------------------------------------------- */

static SfScale *
scale_of (Walk *walk, SfAreaJudgement *area)
{
  const char *code = sf_area_judgement_get_area_code (area);
  SfFramework *framework = walk->centre.framework;

  return g_str_equal (code, SF_WHOLE_CENTRE)
             ? sf_framework_get_overall_scale (framework)
             : sf_key_area_get_scale (sf_framework_find_area (framework, code));
}

static gboolean
propose_grade (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = sf_clock_today ();
  SfAreaJudgement *area = pick (walk, SF_TYPE_AREA_JUDGEMENT);
  gint64 level = chance (walk, 6) ? SF_NULL_INT : g_rand_int_range (walk->rand, 0, 6);
  gboolean done, known;

  if (area == NULL)
    return FALSE;
  known = level == SF_NULL_INT
          || (level >= 1 && level <= sf_scale_get_n_levels (scale_of (walk, area)));
  done = sf_workbook_propose_grade (walk->centre.workbook, area, level, &error);
  assert_answer (done, known && is_open (walk, area), &error);
  if (!done)
    return TRUE;
  simple_put_int (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_LEVEL,
                  level);
  simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_PROPOSED_ON,
                   level != SF_NULL_INT ? today : NULL);
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_BY);
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_ON);
  return TRUE;
}

static gboolean
agree_grade (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAreaJudgement *area = pick (walk, SF_TYPE_AREA_JUDGEMENT);
  const char *by = pick_text (walk);
  const char *on = chance (walk, 6) ? "yesterday" : pick_date (walk);
  gboolean done, expected;

  if (area == NULL)
    return FALSE;
  expected = is_open (walk, area) && !is_blank (by) && !g_str_equal (on, "yesterday")
             && sf_area_judgement_get_level (area) != SF_NULL_INT;
  done = sf_workbook_agree_grade (walk->centre.workbook, area, by, on, &error);
  assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_BY,
                   by);
  simple_put_text (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_ON,
                   on);
  return TRUE;
}

static gboolean
withdraw_agreement (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAreaJudgement *area = pick (walk, SF_TYPE_AREA_JUDGEMENT);
  gboolean done;

  if (area == NULL)
    return FALSE;
  done = sf_workbook_withdraw_agreement (walk->centre.workbook, area, &error);
  assert_answer (done, is_open (walk, area), &error);
  if (!done)
    return TRUE;
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_BY);
  simple_put_null (walk->simple, SF_TYPE_AREA_JUDGEMENT, UUID (area), SF_AREA_JUDGEMENT_AGREED_ON);
  return TRUE;
}

/* --- evidence
 * ---------------------------------------------------------------------------------------------- */

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

static gboolean
add_evidence (Walk *walk)
{
  static const char *const kinds[] = { "data", "document", "external", "hearsay" };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = make_title (walk);
  SfCentre *centre = pick (walk, SF_TYPE_CENTRE);
  const char *kind = kinds[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (kinds))];
  const char *dated_on = chance (walk, 2) ? NULL : pick_date (walk);
  gboolean done;
  SfUuid uuid;

  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_EVIDENCE) >= 12)
    return FALSE;
  done = sf_workbook_add_evidence (walk->centre.workbook, centre, title, kind, dated_on, &uuid,
                                   &error);
  assert_answer (done, !g_str_equal (kind, "hearsay"), &error);
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

static gboolean
link_evidence (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence = pick (walk, SF_TYPE_EVIDENCE);
  SfEvaluation *evaluation = pick (walk, SF_TYPE_EVALUATION);
  const char *code = pick_code (walk), *note = pick_text (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (evidence == NULL || evaluation == NULL)
    return FALSE;
  expected = is_open (walk, evaluation) && !is_linked (walk, evidence, evaluation, code);
  done = sf_workbook_link_evidence (walk->centre.workbook, evidence, evaluation, code, note, &uuid,
                                    &error);
  assert_answer (done, expected, &error);
  if (done)
    expect_link (walk, &uuid, UUID (evidence), evaluation, code, note);
  return TRUE;
}

static gboolean
unlink_evidence (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidenceLink *link = pick (walk, SF_TYPE_EVIDENCE_LINK);
  gboolean done;

  if (link == NULL)
    return FALSE;
  done = sf_workbook_unlink_evidence (walk->centre.workbook, link, &error);
  assert_answer (done, is_open (walk, link), &error);
  if (done)
    simple_remove (walk->simple, SF_RECORD (link));
  return TRUE;
}

static gboolean
set_paper (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence = pick (walk, SF_TYPE_EVIDENCE);
  const char *place = pick_text (walk), *by = pick_text (walk);
  const char *on = chance (walk, 5) ? "31/12" : chance (walk, 3) ? NULL : pick_date (walk);
  gboolean done;

  if (evidence == NULL)
    return FALSE;
  done = sf_workbook_set_paper (walk->centre.workbook, evidence, place, by, on, &error);
  assert_answer (done, g_strcmp0 (on, "31/12") != 0, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence), SF_EVIDENCE_PLACE, place);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence), SF_EVIDENCE_SIGHTED_BY, by);
  simple_put_text (walk->simple, SF_TYPE_EVIDENCE, UUID (evidence), SF_EVIDENCE_SIGHTED_ON, on);
  return TRUE;
}

static gboolean
remove_attachment (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfAttachment *attachment = pick (walk, SF_TYPE_ATTACHMENT);

  if (attachment == NULL)
    return FALSE;
  assert_answer (sf_workbook_remove_attachment (walk->centre.workbook, attachment, &error), TRUE,
                 &error);
  simple_remove (walk->simple, SF_RECORD (attachment));
  return TRUE;
}

/* Not in that header, but a person does it all the same. */
static gboolean
attach (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence = pick (walk, SF_TYPE_EVIDENCE);
  g_autofree char *path = g_build_filename (walk->centre.folder, "minutes.txt", NULL);
  g_autofree char *text
      = g_strdup_printf ("Minutes of meeting %d", g_rand_int_range (walk->rand, 0, 6));
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .evidence = evidence };
  g_autoptr (GArray) made = NULL;
  const SfUuid *uuid;

  if (evidence == NULL || count_of (walk->centre.workbook, SF_TYPE_ATTACHMENT) >= 10)
    return FALSE;
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  made = sf_workbook_attach_sync (walk->centre.workbook, &request, &error);
  g_assert_no_error (error);
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
  return TRUE;
}

/* --- targets
 * --------------------------------------------------------------------------------------------------
 */

static gboolean
add_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = make_title (walk);
  g_autofree char *today = sf_clock_today ();
  SfEvaluation *evaluation = pick (walk, SF_TYPE_EVALUATION);
  const char *code = chance (walk, 3) ? NULL : chance (walk, 8) ? "none" : pick_code (walk);
  gboolean done;
  SfUuid uuid;

  if (evaluation == NULL || count_of (walk->centre.workbook, SF_TYPE_TARGET) >= 12)
    return FALSE;
  done = sf_workbook_add_target (walk->centre.workbook, evaluation, code, title, &uuid, &error);
  assert_answer (done, is_open (walk, evaluation) && g_strcmp0 (code, "none") != 0, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_TARGET, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_CENTRE,
                  sf_evaluation_get_centre (evaluation));
  simple_put_ref (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_EVALUATION, UUID (evaluation));
  simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_STATEMENT_CODE, code);
  simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_TITLE, title);
  simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_STARTS_ON, today);
  if (g_strcmp0 (sf_evaluation_get_ends_on (evaluation), today) > 0)
    simple_put_text (walk->simple, SF_TYPE_TARGET, &uuid, SF_TARGET_DUE_ON,
                     sf_evaluation_get_ends_on (evaluation));
  return TRUE;
}

static gboolean
set_target_measure (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = pick (walk, SF_TYPE_TARGET);
  const char *measure = pick_text (walk), *unit = pick_text (walk);
  double baseline = chance (walk, 3) ? (double)NAN : g_rand_double (walk->rand);
  double goal = chance (walk, 6) ? (double)INFINITY : 12.5;

  if (target == NULL)
    return FALSE;
  assert_answer (sf_workbook_set_target_measure (walk->centre.workbook, target, measure, unit,
                                                 baseline, goal, &error),
                 !isinf (goal), &error);
  if (isinf (goal))
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_MEASURE, measure);
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_UNIT, unit);
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_BASELINE, baseline);
  simple_put_real (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_GOAL, goal);
  return TRUE;
}

static gboolean
end_target (Walk *walk)
{
  static const char *const outcomes[] = { "met", "not-met", "dropped", "forgotten", NULL };
  g_autoptr (GError) error = NULL;
  SfTarget *target = pick (walk, SF_TYPE_TARGET);
  const char *outcome = outcomes[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (outcomes))];
  const char *reason = pick_text (walk);
  gboolean done, expected;

  if (target == NULL)
    return FALSE;
  expected = outcome != NULL && !g_str_equal (outcome, "forgotten")
             && !(g_str_equal (outcome, "dropped") && is_blank (reason));
  done = sf_workbook_end_target (walk->centre.workbook, target, outcome, reason, &error);
  assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME, outcome);
  simple_put_text (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME_REASON, reason);
  return TRUE;
}

static gboolean
reopen_target (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfTarget *target = pick (walk, SF_TYPE_TARGET);

  if (target == NULL)
    return FALSE;
  assert_answer (sf_workbook_reopen_target (walk->centre.workbook, target, &error), TRUE, &error);
  simple_put_null (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME);
  simple_put_null (walk->simple, SF_TYPE_TARGET, UUID (target), SF_TARGET_OUTCOME_REASON);
  return TRUE;
}

static gboolean
add_review (Walk *walk)
{
  static const char *const statuses[] = { "on-track", "not-met", "fine", NULL };
  g_autoptr (GError) error = NULL;
  SfTarget *target = pick (walk, SF_TYPE_TARGET);
  const char *on = chance (walk, 6) ? "2026-13-01" : pick_date (walk);
  double value = chance (walk, 2) ? (double)NAN : 3.5;
  const char *status = statuses[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (statuses))];
  const char *comment = pick_text (walk), *by = pick_text (walk);
  gboolean done, expected;
  SfUuid uuid;

  if (target == NULL || count_of (walk->centre.workbook, SF_TYPE_REVIEW) >= 12)
    return FALSE;
  expected = !g_str_equal (on, "2026-13-01") && g_strcmp0 (status, "fine") != 0
             && !(isnan (value) && status == NULL && is_blank (comment));
  done = sf_workbook_add_review (walk->centre.workbook, target, on, value, status, comment, by,
                                 &uuid, &error);
  assert_answer (done, expected, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_REVIEW, &uuid);
  simple_put_ref (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_TARGET, UUID (target));
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_REVIEWED_ON, on);
  simple_put_real (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_VALUE, value);
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_STATUS, status);
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_COMMENT, comment);
  simple_put_text (walk->simple, SF_TYPE_REVIEW, &uuid, SF_REVIEW_REVIEWED_BY, by);
  return TRUE;
}

static gboolean
remove_review (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfReview *review = pick (walk, SF_TYPE_REVIEW);

  if (review == NULL)
    return FALSE;
  assert_answer (sf_workbook_remove_review (walk->centre.workbook, review, &error), TRUE, &error);
  simple_remove (walk->simple, SF_RECORD (review));
  return TRUE;
}

/* --- typing
 * ----------------------------------------------------------------------------------------------------
 */

static gboolean
type_text (Walk *walk)
{
  guint column;
  SfRecord *record = pick_field (walk, SF_COLUMN_TEXT, &column);
  const char *text = pick_text (walk);

  if (record == NULL || !is_open (walk, record))
    return FALSE;
  text = text != NULL ? text : "";
  sf_workbook_draft_text (walk->centre.workbook, record, column, "Half a wo");
  sf_workbook_draft_text (walk->centre.workbook, record, column, text);
  if (chance (walk, 2))
    sf_workbook_commit_draft (walk->centre.workbook, record, column);
  /* a name left empty stays what it was */
  if (!is_blank (text) || !is_required (record, column))
    simple_put_text (walk->simple, G_OBJECT_TYPE (record), UUID (record), column, text);
  return TRUE;
}

/* --- the walk
 * ---------------------------------------------------------------------------------------------------
 */

static const struct
{
  const char *name;
  Operation run;
} operations[] = {
  { "sf_workbook_set_text", set_text },
  { "sf_workbook_set_int", set_int },
  { "sf_workbook_set_real", set_real },
  { "sf_workbook_set_date", set_date },
  { "sf_workbook_set_null", set_null },
  { "sf_workbook_add_centre", add_centre },
  { "sf_workbook_add_contributor", add_contributor },
  { "sf_workbook_retire", retire },
  { "sf_workbook_restore", restore },
  { "sf_workbook_add_evaluation", add_evaluation },
  { "sf_workbook_close_evaluation", close_evaluation },
  { "sf_workbook_reopen_evaluation", reopen_evaluation },
  { "sf_workbook_set_level", set_level },
  { "sf_workbook_set_not_applicable", set_not_applicable },
  { "sf_workbook_clear_judgement", clear_judgement },
  { "sf_workbook_add_judgement", add_judgement },
  { "sf_workbook_remove_judgement", remove_judgement },
  { "sf_workbook_propose_grade", propose_grade },
  { "sf_workbook_agree_grade", agree_grade },
  { "sf_workbook_withdraw_agreement", withdraw_agreement },
  { "sf_workbook_add_evidence", add_evidence },
  { "sf_workbook_link_evidence", link_evidence },
  { "sf_workbook_unlink_evidence", unlink_evidence },
  { "sf_workbook_set_paper", set_paper },
  { "sf_workbook_remove_attachment", remove_attachment },
  { "sf_workbook_add_target", add_target },
  { "sf_workbook_set_target_measure", set_target_measure },
  { "sf_workbook_end_target", end_target },
  { "sf_workbook_reopen_target", reopen_target },
  { "sf_workbook_add_review", add_review },
  { "sf_workbook_remove_review", remove_review },
  { "attach", attach },
  { "type", type_text },
};

static void
test_all_operations_known (void)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(sf_workbook_[a-z_]+) \\(", 0, 0, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *header = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    g_hash_table_add (known, (gpointer)operations[i].name);
  g_file_get_contents (g_getenv ("SIXFOLD_EDIT_HEADER"), &header, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, header, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      /* what a comment refers to is no operation */
      if (g_str_equal (name, "sf_workbook_sync") || g_str_equal (name, "sf_workbook_submit"))
        continue;
      if (!g_hash_table_contains (known, name))
        g_error ("%s is not in this test", name);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (operations) - 2);
}

static void
step_back_or_forth (Walk *walk)
{
  if (chance (walk, 3))
    {
      simple_redo (walk->simple);
      sf_workbook_redo (walk->centre.workbook);
    }
  else
    {
      simple_undo (walk->simple);
      sf_workbook_undo (walk->centre.workbook);
    }
}

static void
undo_all_redo_all (Walk *walk)
{
  guint n = 0;

  while (simple_undo (walk->simple))
    {
      g_assert_true (sf_workbook_get_can_undo (walk->centre.workbook));
      sf_workbook_undo (walk->centre.workbook);
      sync_workbook (walk->centre.workbook);
      if (n++ % 20 == 0)
        simple_assert_equal (walk->simple, MODEL (walk));
    }
  g_assert_false (sf_workbook_get_can_undo (walk->centre.workbook));
  g_assert_cmpuint (g_hash_table_size (walk->simple->values), ==, 0);
  simple_assert_equal (walk->simple, MODEL (walk));
  while (simple_redo (walk->simple))
    {
      g_assert_true (sf_workbook_get_can_redo (walk->centre.workbook));
      sf_workbook_redo (walk->centre.workbook);
      sync_workbook (walk->centre.workbook);
      if (n++ % 20 == 0)
        simple_assert_equal (walk->simple, MODEL (walk));
    }
  g_assert_false (sf_workbook_get_can_redo (walk->centre.workbook));
}

static void
sync_named (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_sync (walk->centre.workbook, &error))
    g_error ("%s was not written: %s", operation_name, error->message);
}

static void
do_one (Walk *walk)
{
  gboolean done = FALSE;

  while (!done)
    {
      guint i = (guint)g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (operations));

      operation_name = operations[i].name;
      simple_begin (walk->simple);
      done = operations[i].run (walk);
      sync_named (walk);
      simple_end (walk->simple);
    }
}

static void
check_equal (Walk *walk)
{
  SfWorkbook *workbook = walk->centre.workbook;

  simple_assert_equal (walk->simple, MODEL (walk));
  g_assert_cmpint (sf_workbook_get_can_undo (workbook), ==, walk->simple->undo->len > 0);
  g_assert_cmpint (sf_workbook_get_can_redo (workbook), ==, walk->simple->redo->len > 0);
  g_assert_cmpuint (sf_workbook_count_pending (workbook), ==, 0);
  g_assert_null (sf_workbook_get_save_error (workbook));
}

static void
walk_at_random (guint32 seed, guint n_operations)
{
  Walk walk = { .simple = simple_model_new (), .rand = g_rand_new_with_seed (seed) };

  g_test_message ("seed %u, %u operations", seed, n_operations);
  sf_clock_set_for_test (G_GINT64_CONSTANT (1776000000000));
  set_up_empty (&walk.centre, NULL);
  for (guint i = 1; i <= n_operations; i++)
    {
      sf_clock_set_for_test (G_GINT64_CONSTANT (1776000000000) + i * 1000);
      if (chance (&walk, 8))
        step_back_or_forth (&walk);
      else
        do_one (&walk);
      sync_workbook (walk.centre.workbook);
      check_equal (&walk);
      if (i % 500 == 0)
        undo_all_redo_all (&walk);
      if (i % 50 == 0)
        {
          reopen_workbook (&walk.centre);
          check_equal (&walk);
        }
    }
  assert_sound (walk.centre.workbook);
  tear_down_centre (&walk.centre, NULL);
  simple_model_free (walk.simple);
  g_rand_free (walk.rand);
  sf_clock_set_for_test (0);
}

static void
test_random (void)
{
  const char *given = g_getenv ("SIXFOLD_SEED");
  gboolean full = g_strcmp0 (g_getenv ("SIXFOLD_FULL"), "1") == 0;

  if (given != NULL)
    walk_at_random ((guint32)g_ascii_strtoull (given, NULL, 10), full ? 10000 : 1500);
  else if (full)
    for (guint32 seed = 1; seed <= 4; seed++)
      walk_at_random (seed, 2500);
  else
    for (guint32 seed = 1; seed <= 2; seed++)
      walk_at_random (seed, 750);
}

int
main (int argc, char **argv)
{
  /* what is synced to memory is synced quickly; the tests of faults use a disk */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workbook/random/known", test_all_operations_known);
  g_test_add_func ("/workbook/random/edits", test_random);
  return run_tests_in_own_home ();
}
