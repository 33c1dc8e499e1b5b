/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include <math.h>

gboolean
random_set_text (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record = walk_pick_field (walk, SF_COLUMN_TEXT, &column);
  const char *text = walk_pick_text (walk);
  gboolean expected, done;

  if (record == NULL)
    return FALSE;
  expected = walk_is_open (walk, record) && walk_is_free (walk, record, column, text)
             && !(walk_is_blank (text) && walk_is_required (record, column));
  done = sf_workbook_set_text (walk->centre.workbook, record, column, text, &error);
  walk_assert_answer (done, expected, &error);
  if (done)
    walk_put_text (walk, record, column, text);
  return TRUE;
}

gboolean
random_set_int (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfCentre *centre = walk_pick (walk, SF_TYPE_CENTRE);
  guint column = walk_chance (walk, 2) ? SF_CENTRE_FAMILIES_IN_REACH : SF_CENTRE_POSITION;
  gint64 value = walk_chance (walk, 8) ? SF_NULL_INT : g_rand_int_range (walk->rand, -2, 900);
  gboolean done, expected;

  expected
      = column == SF_CENTRE_POSITION ? value != SF_NULL_INT : value == SF_NULL_INT || value >= 0;
  if (centre == NULL)
    return FALSE;
  done = sf_workbook_set_int (walk->centre.workbook, centre, column, value, &error);
  walk_assert_answer (done, expected, &error);
  if (done)
    simple_put_int (walk->simple, SF_TYPE_CENTRE, UUID (centre), column, value);
  return TRUE;
}

gboolean
random_set_real (Walk *walk)
{
  static const double values[] = { 0.1, -3, 1e300, 0, (double)NAN, (double)INFINITY };
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record = walk_pick_field (walk, SF_COLUMN_REAL, &column);
  double value = values[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (values))];
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean done, fits;

  if (record == NULL)
    return FALSE;
  g_ascii_dtostr (number, sizeof number, value);
  if (SF_IS_TARGET (record))
    sync_workbook (walk->centre.workbook);
  fits = !SF_IS_TARGET (record)
         || walk_figures_fit (
             SF_TARGET (record),
             column == SF_TARGET_BASELINE ? value : sf_target_get_baseline (SF_TARGET (record)),
             column == SF_TARGET_GOAL ? value : sf_target_get_goal (SF_TARGET (record)));
  done = sf_workbook_set_real (walk->centre.workbook, record, column, value, &error);
  walk_assert_answer (done,
                      !isinf (value) && fits
                          && walk_is_free (walk, record, column, isnan (value) ? NULL : number),
                      &error);
  if (done)
    simple_put_real (walk->simple, G_OBJECT_TYPE (record), UUID (record), column, value);
  return TRUE;
}

gboolean
random_set_date (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record = walk_pick_field (walk, SF_COLUMN_DATE, &column);
  const char *date = walk_chance (walk, 6)   ? "2026-02-30"
                     : walk_chance (walk, 5) ? NULL
                                             : walk_pick_date (walk);
  gboolean done, expected;

  if (record == NULL)
    return FALSE;
  expected = walk_is_open (walk, record) && walk_is_free (walk, record, column, date)
             && g_strcmp0 (date, "2026-02-30") != 0 && walk_day_fits (walk, record, column, date)
             && !(date == NULL && walk_is_required (record, column));
  if (expected && SF_IS_EVALUATION (record) && column == SF_EVALUATION_STARTS_ON)
    expected = g_strcmp0 (date, sf_evaluation_get_ends_on (SF_EVALUATION (record))) <= 0;
  else if (expected && SF_IS_EVALUATION (record) && column == SF_EVALUATION_ENDS_ON)
    expected = g_strcmp0 (date, sf_evaluation_get_starts_on (SF_EVALUATION (record))) >= 0;
  done = sf_workbook_set_date (walk->centre.workbook, record, column, date, &error);
  walk_assert_answer (done, expected, &error);
  if (done)
    walk_put_text (walk, record, column, date);
  return TRUE;
}

/* Some fields at once, perhaps one of them twice: all or none. */
gboolean
random_edit_many (Walk *walk)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  guint n = (guint)g_rand_int_range (walk->rand, 1, 5);
  g_autoptr (GError) error = NULL;
  gboolean done, expected = TRUE;

  for (guint i = 0; i < n; i++)
    {
      guint column;
      SfRecord *record = walk_pick_field (walk, SF_COLUMN_TEXT, &column);
      const char *text = walk_pick_text (walk);
      guint rival;

      if (record == NULL)
        return FALSE;
      expected = expected && !walk_has_rival (record, column, &rival) && walk_is_open (walk, record)
                 && walk_is_free (walk, record, column, text)
                 && !(walk_is_blank (text) && walk_is_required (record, column));
      g_ptr_array_add (edits, sf_field_edit_new (record, column, text));
    }
  done = sf_workbook_edit_many (walk->centre.workbook, edits, "Changed several", &error);
  walk_assert_answer (done, expected, &error);
  for (guint i = 0; done && i < edits->len; i++)
    {
      SfFieldEdit *edit = edits->pdata[i];

      simple_put_text (walk->simple, G_OBJECT_TYPE (edit->record), UUID (edit->record),
                       edit->column, edit->text);
    }
  return TRUE;
}

gboolean
random_set_null (Walk *walk)
{
  static const SfColumnType types[]
      = { SF_COLUMN_TEXT, SF_COLUMN_DATE, SF_COLUMN_REAL, SF_COLUMN_INT };
  g_autoptr (GError) error = NULL;
  guint column;
  SfRecord *record
      = walk_pick_field (walk, types[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (types))],
                         &column);
  gboolean done;

  if (record == NULL)
    return FALSE;
  done = sf_workbook_set_null (walk->centre.workbook, record, column, &error);
  walk_assert_answer (done,
                      walk_is_open (walk, record) && !walk_is_required (record, column)
                          && walk_is_free (walk, record, column, NULL),
                      &error);
  if (done)
    simple_put_null (walk->simple, G_OBJECT_TYPE (record), UUID (record), column);
  return TRUE;
}

/* --- centres, contributors ------------------------------------------------------------------- */

gboolean
random_add_centre (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  gboolean blank = walk_chance (walk, 4);
  g_autofree char *name = blank ? g_strdup ("  ") : walk_make_title (walk);
  guint n = count_of (walk->centre.workbook, SF_TYPE_CENTRE);
  gboolean done;
  SfUuid uuid;

  if (n >= 4)
    return FALSE;
  done = sf_workbook_add_centre (walk->centre.workbook, name, &uuid, &error);
  walk_assert_answer (done, !blank, &error);
  if (!done)
    return TRUE;
  simple_add (walk->simple, SF_TYPE_CENTRE, &uuid);
  simple_put_text (walk->simple, SF_TYPE_CENTRE, &uuid, SF_CENTRE_NAME, name);
  simple_put_int (walk->simple, SF_TYPE_CENTRE, &uuid, SF_CENTRE_POSITION, n + 1);
  return TRUE;
}

gboolean
random_add_contributor (Walk *walk)
{
  static const char *const kinds[] = { "head", "staff", "parents", "nobody", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = walk_make_title (walk);
  const char *kind = kinds[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (kinds))];
  const char *role = walk_pick_text (walk);
  gboolean done;
  SfUuid uuid;

  if (count_of (walk->centre.workbook, SF_TYPE_CONTRIBUTOR) >= 5)
    return FALSE;
  done = sf_workbook_add_contributor (walk->centre.workbook, name, role, kind, &uuid, &error);
  walk_assert_answer (done, kind != NULL && !g_str_equal (kind, "nobody"), &error);
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
  const GType types[] = { SF_TYPE_CENTRE, SF_TYPE_CONTRIBUTOR, SF_TYPE_EVIDENCE, SF_TYPE_TARGET,
                          SF_TYPE_REVIEW, SF_TYPE_PRIORITY,    SF_TYPE_ACTION };
  SfRecord *record
      = walk_pick (walk, types[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (types))]);
  int column;
  gboolean done;

  if (record == NULL)
    return FALSE;
  column = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "retired_at");
  done = act (walk->centre.workbook, record, &error);
  walk_assert_answer (done, column >= 0, &error);
  if (done)
    simple_put_int (walk->simple, G_OBJECT_TYPE (record), UUID (record), (guint)column, at);
  return TRUE;
}

gboolean
random_retire (Walk *walk)
{
  return change_retired (walk, sf_clock_now (), sf_workbook_retire);
}

gboolean
random_restore (Walk *walk)
{
  return change_retired (walk, SF_NULL_INT, sf_workbook_restore);
}

/* --- evaluations ----------------------------------------------------------------------------- */

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

gboolean
random_add_evaluation (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = walk_make_title (walk);
  SfCentre *centre = walk_pick (walk, SF_TYPE_CENTRE);
  SfEvaluation *before = walk_chance (walk, 2) ? walk_pick (walk, SF_TYPE_EVALUATION) : NULL,
               *evaluation;
  SfCarryFlags carry = (SfCarryFlags)g_rand_int_range (walk->rand, 0, 4);
  const char *first = walk_pick_date (walk), *last = walk_pick_date (walk);
  gboolean done;
  SfUuid uuid;

  if (centre == NULL || count_of (walk->centre.workbook, SF_TYPE_EVALUATION) >= 3)
    return FALSE;
  done = sf_workbook_add_evaluation (walk->centre.workbook, centre, walk->centre.framework, title,
                                     first, last, before, carry, &uuid, &error);
  walk_assert_answer (done, g_strcmp0 (first, last) <= 0, &error);
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

gboolean
random_close_evaluation (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = walk_chance (walk, 4) ? walk_pick (walk, SF_TYPE_EVALUATION) : NULL;
  gboolean done;

  if (evaluation == NULL)
    return FALSE;
  done = sf_workbook_close_evaluation (walk->centre.workbook, evaluation, &error);
  walk_assert_answer (done, walk_is_open (walk, evaluation), &error);
  if (done)
    simple_put_int (walk->simple, SF_TYPE_EVALUATION, UUID (evaluation), SF_EVALUATION_CLOSED_AT,
                    sf_clock_now ());
  return TRUE;
}

gboolean
random_reopen_evaluation (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  SfEvaluation *evaluation = walk_pick (walk, SF_TYPE_EVALUATION);

  if (evaluation == NULL)
    return FALSE;
  walk_assert_answer (sf_workbook_reopen_evaluation (walk->centre.workbook, evaluation, &error),
                      TRUE, &error);
  simple_put_null (walk->simple, SF_TYPE_EVALUATION, UUID (evaluation), SF_EVALUATION_CLOSED_AT);
  return TRUE;
}
