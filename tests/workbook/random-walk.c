/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "random-walk.h"

#include "base/sf-text.h"
#include "model/sf-target-settled.h"

const char *walk_operation;

gboolean
walk_chance (Walk *walk, int one_in)
{
  return g_rand_int_range (walk->rand, 0, one_in) == 0;
}

gpointer
walk_pick (Walk *walk, GType type)
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

const char *
walk_pick_text (Walk *walk)
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

char *
walk_make_title (Walk *walk)
{
  return g_strdup_printf ("Title %u", walk->made++);
}

const char *
walk_pick_date (Walk *walk)
{
  static const char *const dates[]
      = { "2026-04-01", "2024-02-29", "2026-12-31", "2027-01-01", "2030-06-15" };

  return dates[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (dates))];
}

gboolean
walk_is_blank (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *clean == '\0';
}

/* The evaluation that must be open for @record to be changed. */
static SfEvaluation *
evaluation_of (Walk *walk, gpointer record)
{
  int column = SF_IS_EVALUATION (record) || SF_IS_TARGET (record) || SF_IS_PRIORITY (record)
                   ? -1
                   : sf_record_class_find_column (SF_RECORD_GET_CLASS (record), "evaluation");

  if (SF_IS_EVALUATION (record))
    return record;
  return column >= 0 ? sf_model_find (MODEL (walk), sf_record_get_ref (record, (guint)column))
                     : NULL;
}

gboolean
walk_is_open (Walk *walk, gpointer record)
{
  SfEvaluation *evaluation = evaluation_of (walk, record);

  return evaluation == NULL || sf_evaluation_get_closed_at (evaluation) == SF_NULL_INT;
}

void
walk_assert_answer (gboolean done, gboolean expected, GError **answer)
{
  const GError *error = *answer; /* read here, after the operation was called */

  if (done != expected)
    g_error ("%s was %s, but should have been %s: %s", walk_operation, done ? "done" : "refused",
             expected ? "done" : "refused", error != NULL ? error->message : "");
  if (done != (error == NULL))
    g_error ("%s was %s, and %s", walk_operation, done ? "done" : "refused",
             error != NULL ? "gave a reason" : "gave no reason");
}

/* A record and a column of @type whose words are free. */
SfRecord *
walk_pick_field (Walk *walk, SfColumnType type, guint *column)
{
  static const char *const bound[] = { "kind",           "sensitivity",
                                       "outcome",        "status",
                                       "area_code",      "digest",
                                       "media_type",     "not_applicable",
                                       "statement_code", "identifier",
                                       "edition",        "level",
                                       "target_groups",  "further_statements",
                                       "pace",           "direction",
                                       "period",         "statement_codes",
                                       "shipped",        "field" };
  guint n;
  const GType *types = sf_model_get_record_types (&n);

  for (guint i = 0; i < 30; i++)
    {
      SfRecord *record = walk_pick (walk, types[g_rand_int_range (walk->rand, 0, (gint32)n)]);
      const SfColumn *info;
      gboolean free_words = TRUE;

      /* The numbers of a reading hang together: it is set as one. */
      if (record == NULL || SF_IS_READING (record))
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

gboolean
walk_is_free (Walk *walk, gpointer record, guint column, const char *text)
{
  g_autofree char *today = sf_clock_today (), *clean = sf_text_clean (text);
  SfColumnType type = SF_RECORD_GET_CLASS (record)->columns[column].type;
  g_auto (SfValue) value = SF_VALUE_INIT;

  /* the name of a centre is one line */
  if (SF_IS_CENTRE (record) && column == SF_CENTRE_NAME && clean != NULL)
    return sf_text_check_name (clean, NULL);
  if (!SF_IS_TARGET (record))
    return TRUE;
  if (clean != NULL && type == SF_COLUMN_REAL)
    sf_value_set_real (&value, g_ascii_strtod (clean, NULL));
  else if (clean != NULL)
    sf_value_set_text (&value, clean);
  return !sf_target_asks_reason (MODEL (walk), record, column, &value, today);
}

/* What waits is written first, so that the record says what the workbook compares with. */
static gboolean
fits_between (Walk *walk, gpointer record, guint column, guint start, guint due, const char *day)
{
  const char *first, *last;

  if (column != start && column != due)
    return TRUE;
  sync_workbook (walk->centre.workbook);
  first = column == start ? day : sf_record_get_text (record, start);
  last = column == due ? day : sf_record_get_text (record, due);
  return first == NULL || last == NULL || strcmp (first, last) <= 0;
}

gboolean
walk_day_fits (Walk *walk, gpointer record, guint column, const char *day)
{
  g_autofree char *today = sf_clock_today ();
  gboolean past = day == NULL || strcmp (day, today) <= 0;
  SfTarget *target;

  if (SF_IS_TARGET (record))
    return fits_between (walk, record, column, SF_TARGET_STARTS_ON, SF_TARGET_DUE_ON, day);
  if (SF_IS_ACTION (record))
    return fits_between (walk, record, column, SF_ACTION_STARTS_ON, SF_ACTION_DUE_ON, day);
  if (SF_IS_ACTION_REVIEW (record))
    return past;
  if (!SF_IS_REVIEW (record))
    return TRUE;
  sync_workbook (walk->centre.workbook);
  target = sf_model_find (MODEL (walk), sf_review_get_target (record));
  return past && !(day != NULL && g_strcmp0 (sf_target_get_starts_on (target), day) > 0);
}

gboolean
walk_figures_fit (SfTarget *target, double baseline, double goal)
{
  return baseline != goal || sf_target_get_direction (target) != NULL;
}

/* --- any field ------------------------------------------------------------------------------- */

gboolean
walk_is_required (SfRecord *record, guint column)
{
  return (SF_RECORD_GET_CLASS (record)->columns[column].flags & SF_COLUMN_NULLABLE) == 0;
}

gboolean
walk_has_rival (gpointer record, guint column, guint *rival)
{
  if (!SF_IS_ACTION (record))
    return FALSE;
  switch (column)
    {
    case SF_ACTION_DUE_ON:
      *rival = SF_ACTION_NO_DATE_REASON;
      return TRUE;
    case SF_ACTION_NO_DATE_REASON:
      *rival = SF_ACTION_DUE_ON;
      return TRUE;
    case SF_ACTION_DONE_ON:
      *rival = SF_ACTION_DROPPED_REASON;
      return TRUE;
    case SF_ACTION_DROPPED_REASON:
      *rival = SF_ACTION_DONE_ON;
      return TRUE;
    default:
      return FALSE;
    }
}

void
walk_put_text (Walk *walk, gpointer record, guint column, const char *text)
{
  guint rival;

  simple_put_text (walk->simple, G_OBJECT_TYPE (record), UUID (record), column, text);
  if (!walk_is_blank (text) && walk_has_rival (record, column, &rival))
    simple_put_null (walk->simple, G_OBJECT_TYPE (record), UUID (record), rival);
}

const char *
walk_pick_code (Walk *walk)
{
  GPtrArray *statements = sf_framework_get_statements (walk->centre.framework);

  return sf_statement_get_code (
      statements->pdata[g_rand_int_range (walk->rand, 0, (gint32)statements->len)]);
}
