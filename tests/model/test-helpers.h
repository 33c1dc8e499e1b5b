/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-clock.h"
#include "model/sf-model-private.h"
#include "model/sf-record-private.h"

#include <math.h>
#include <string.h>

/* A model in memory for the tests of the rules: what a workbook with two evaluations of one
 * centre holds. */

#define TODAY "2026-05-14"

typedef struct
{
  SfModel *model;
  SfFramework *framework; /* borrowed */
  SfCentre *centre;       /* all records are borrowed from the model */
  SfEvaluation *last;
  SfEvaluation *evaluation;
} Fixture;

static inline void
take_value (SfValue *value, SfColumnType type, va_list *args)
{
  const char *text;

  switch (type)
    {
    case SF_COLUMN_INT:
    case SF_COLUMN_BOOLEAN:
    case SF_COLUMN_INSTANT:
      sf_value_set_int (value, va_arg (*args, int));
      break;
    case SF_COLUMN_REAL:
      sf_value_set_real (value, va_arg (*args, double));
      break;
    case SF_COLUMN_BLOB:
      sf_value_set_blob (value, va_arg (*args, GBytes *));
      break;
    case SF_COLUMN_REF:
      sf_value_set_uuid (value, sf_record_get_uuid (va_arg (*args, gpointer)));
      break;
    case SF_COLUMN_TEXT:
    case SF_COLUMN_DATE:
    default:
      text = va_arg (*args, const char *);
      if (text != NULL)
        sf_value_set_text (value, text);
      break;
    }
}

/* A record of the model; then column, value, …, NULL. INT and INSTANT are int, REAL is double. */
static inline gpointer
make (SfModel *model, GType type, const char *column, ...)
{
  SfUuid uuid;
  SfRecord *record;
  va_list args;

  sf_uuid_init_v7 (&uuid);
  /* what is made later is later, though the day stands still */
  sf_clock_set_for_test (sf_clock_now () + 1);
  record = sf_record_new (type, &uuid);
  va_start (args, column);
  for (; column != NULL; column = va_arg (args, const char *))
    {
      g_auto (SfValue) value = SF_VALUE_INIT;
      int n = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), column);

      g_assert_cmpint (n, >=, 0);
      take_value (&value, SF_RECORD_GET_CLASS (record)->columns[n].type, &args);
      sf_record_load (record, (guint)n, &value);
    }
  va_end (args);
  sf_model_add (model, record);
  g_object_unref (record);
  return record;
}

/* Changes one column of a record: to a value as for make(). */
static inline void
change (SfModel *model, gpointer record, const char *column, ...)
{
  g_auto (SfValue) value = SF_VALUE_INIT;
  int n = sf_record_class_find_column (SF_RECORD_GET_CLASS (record), column);
  va_list args;

  g_assert_cmpint (n, >=, 0);
  va_start (args, column);
  take_value (&value, SF_RECORD_GET_CLASS (record)->columns[n].type, &args);
  va_end (args);
  sf_model_apply (model, record, (guint)n, &value);
}

/* What is made from now on was written on that day. */
static inline void
set_day (const char *on)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *noon = g_strconcat (on, "T12:00:00", NULL);
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (noon, utc);

  sf_clock_set_for_test (g_date_time_to_unix (when) * 1000);
}

static inline void
set_up (Fixture *f, gconstpointer framework_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfFramework) framework
      = sf_framework_find_shipped (framework_id != NULL ? framework_id
                                                        : SF_FRAMEWORK_NATIONAL_STANDARDS_2007,
                                   &error);
  SfFrameworkEdition *edition;

  g_assert_no_error (error);
  set_day ("2025-04-01");
  f->model = sf_model_new ();
  f->centre = make (f->model, SF_TYPE_CENTRE, "name", "Millbrook", "position", 0, NULL);
  edition = make (f->model, SF_TYPE_FRAMEWORK_EDITION, "identifier",
                  sf_framework_get_id (framework), "edition", "1", "title", "Standards", "xml",
                  sf_framework_get_bytes (framework), NULL);
  f->last = make (f->model, SF_TYPE_EVALUATION, "centre", f->centre, "framework", edition, "title",
                  "2025 to 2026", "starts_on", "2025-04-01", "ends_on", "2026-03-31", NULL);
  f->evaluation = make (f->model, SF_TYPE_EVALUATION, "centre", f->centre, "framework", edition,
                        "predecessor", f->last, "title", "2026 to 2027", "starts_on", "2026-04-01",
                        "ends_on", "2027-03-31", NULL);
  f->framework = sf_model_get_framework (f->model, f->evaluation);
  g_assert_nonnull (f->framework);
}

static inline void
tear_down (Fixture *f, gconstpointer framework_id)
{
  g_assert_finalize_object (f->model);
}

/* An agreed judgement; @level 0 for none. */
static inline SfJudgement *
judge (Fixture *f, const char *code, int level)
{
  SfJudgement *judgement = make (f->model, SF_TYPE_JUDGEMENT, "evaluation", f->evaluation,
                                 "statement_code", code, NULL);

  if (level != 0)
    change (f->model, judgement, "level", level);
  return judgement;
}

/* Agreed judgements of the first centre statements of an area, a digit for each: 0 is not judged
 * and "n" not applicable. */
static inline void
judge_area (Fixture *f, const char *area_code, const char *levels)
{
  GPtrArray *statements
      = sf_key_area_get_statements (sf_framework_find_area (f->framework, area_code));
  guint n = 0;

  for (guint i = 0; i < statements->len && levels[n] != '\0'; i++)
    {
      const char *code = sf_statement_get_code (statements->pdata[i]);

      if (sf_statement_get_subject (statements->pdata[i]) != SF_SUBJECT_CENTRE)
        continue;
      if (levels[n] == 'n')
        change (f->model, judge (f, code, 0), "not_applicable", "There is no such room.");
      else
        judge (f, code, levels[n] - '0');
      n++;
    }
  g_assert_cmpuint (n, ==, strlen (levels));
}

static inline SfAreaJudgement *
grade_in (Fixture *f, SfEvaluation *evaluation, const char *area_code, int level)
{
  return make (f->model, SF_TYPE_AREA_JUDGEMENT, "evaluation", evaluation, "area_code", area_code,
               "level", level, NULL);
}

static inline SfAreaJudgement *
grade (Fixture *f, const char *area_code, int level)
{
  return grade_in (f, f->evaluation, area_code, level);
}

static inline void
agree (Fixture *f, SfAreaJudgement *judgement)
{
  change (f->model, judgement, "agreed_by", "the leadership team");
  change (f->model, judgement, "agreed_on", "2026-05-02");
}

static inline SfKeyArea *
area (Fixture *f, const char *code)
{
  SfKeyArea *found = sf_framework_find_area (f->framework, code);

  g_assert_nonnull (found);
  return found;
}

/* Evidence for a statement; @dated_on may be NULL. */
static inline SfEvidence *
prove (Fixture *f, const char *code, const char *kind, const char *dated_on)
{
  SfEvidence *evidence
      = make (f->model, SF_TYPE_EVIDENCE, "centre", f->centre, "title", "Parents’ survey", "kind",
              kind, "dated_on", dated_on, "added_on", "2026-04-20", "sensitivity", "centre", NULL);

  make (f->model, SF_TYPE_EVIDENCE_LINK, "evidence", evidence, "evaluation", f->evaluation,
        "statement_code", code, NULL);
  return evidence;
}

/* A target with neither numbers nor dates. */
static inline SfTarget *
aim (Fixture *f, const char *code, const char *title)
{
  return make (f->model, SF_TYPE_TARGET, "centre", f->centre, "evaluation", f->evaluation,
               "statement_code", code, "title", title, NULL);
}

#define assert_text(text, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (text);                                                               \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END
