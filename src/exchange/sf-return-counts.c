/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-return-counts.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "exchange/sf-csv.h"
#include "model/sf-outcome.h"
#include "model/sf-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is sealed is a table as spreadsheets write it: a line that names the format, a line of the
 * centre and its year, then a line for each reading. */

#define FORMAT "Sixfold return"
#define FORMAT_VERSION 1
#define N_HEAD 6
/* A source may be as long as somebody likes; a cell may not. */
#define MOST_LETTERS 1000

static const char *const titles[SF_RETURN_N_COLUMNS]
    = { "Measure", "Kind",  "Group",  "Period", "From",          "Count",
        "Out of",  "Value", "Source", "Date",   "Date of out of" };

const char *
sf_return_column_get_title (SfReturnColumn column)
{
  g_return_val_if_fail (column < SF_RETURN_N_COLUMNS, NULL);

  return titles[column];
}

void
sf_return_counts_free (SfReturnCounts *self)
{
  g_free (self->centre_id);
  g_free (self->centre);
  g_free (self->evaluation);
  g_free (self->from);
  g_free (self->until);
  g_free (self->made_on);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* --- what is sent ----------------------------------------------------------------------------- */

static char *
tell_int (gint64 number)
{
  return number != SF_NULL_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static SfCsvRow *
make_row (SfMeasure *measure, SfFamilyGroup *group, SfReading *reading)
{
  SfCsvRow *row = sf_csv_row_new (0);
  const char *starts_on = sf_reading_get_starts_on (reading);
  double value = sf_reading_get_value (reading);
  const char *group_title = group != NULL ? sf_family_group_get_title (group) : "";
  char *const cells[SF_RETURN_N_COLUMNS]
      = { g_strdup (sf_measure_get_title (measure)),
          g_strdup (sf_measure_get_kind (measure)),
          g_strdup (group_title),
          sf_period_format (sf_measure_get_period (measure), starts_on),
          g_strdup (starts_on),
          tell_int (sf_reading_get_count (reading)),
          tell_int (sf_reading_get_denominator (reading)),
          isfinite (value) ? sf_text_format_number (value) : g_strdup (""),
          g_strdup (sf_reading_get_source (reading)),
          g_strdup (sf_reading_get_dated_on (reading)),
          g_strdup (sf_reading_get_denominator_on (reading)) };

  for (guint i = 0; i < SF_RETURN_N_COLUMNS; i++)
    {
      g_ptr_array_add (row->cells,
                       cells[i] != NULL
                           ? g_utf8_substring (cells[i], 0,
                                               MIN (g_utf8_strlen (cells[i], -1), MOST_LETTERS))
                           : g_strdup (""));
      g_free (cells[i]);
    }
  return row;
}

static gboolean
is_of_year (SfMeasure *measure, const char *starts_on, SfEvaluation *evaluation)
{
  const char *begin = sf_evaluation_get_starts_on (evaluation);
  const char *end = sf_evaluation_get_ends_on (evaluation);
  g_autofree char *last = sf_period_get_end (sf_measure_get_period (measure), starts_on);

  return (end == NULL || strcmp (starts_on, end) <= 0)
         && (begin == NULL || last == NULL || strcmp (last, begin) >= 0);
}

static void
add_group (SfReturnCounts *self, SfOutcome *outcome, SfFamilyGroup *group, SfEvaluation *evaluation)
{
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  GPtrArray *periods = sf_outcome_get_periods (outcome);

  for (guint i = 0; i < periods->len; i++)
    {
      SfReading *reading = sf_outcome_get_reading (outcome, group, periods->pdata[i]);

      if (reading != NULL && is_of_year (measure, periods->pdata[i], evaluation))
        g_ptr_array_add (self->rows, make_row (measure, group, reading));
    }
}

static void
add_measure (SfReturnCounts *self, SfModel *model, SfMeasure *measure, SfEvaluation *evaluation)
{
  g_autoptr (SfOutcome) outcome = sf_outcome_new (model, measure);
  GPtrArray *groups = sf_outcome_get_groups (outcome);

  add_group (self, outcome, NULL, evaluation);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, outcome, groups->pdata[i], evaluation);
}

SfReturnCounts *
sf_return_counts_new (SfModel *model, SfEvaluation *evaluation, const char *today, GError **error)
{
  g_autoptr (SfReturnCounts) self = g_new0 (SfReturnCounts, 1);
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GPtrArray) measures
      = centre != NULL ? sf_model_list_measures (model, centre) : g_ptr_array_new ();

  self->rows = g_ptr_array_new_with_free_func (sf_csv_row_free);
  for (guint i = 0; i < measures->len; i++)
    add_measure (self, model, measures->pdata[i], evaluation);
  if (self->rows->len == 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("There is no figure of this year yet, so nothing was sealed."));
      return NULL;
    }
  self->centre_id = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (centre)));
  self->centre = g_strdup (sf_centre_get_name (centre));
  self->evaluation = g_strdup (sf_evaluation_get_title (evaluation));
  self->from = g_strdup (sf_evaluation_get_starts_on (evaluation));
  self->until = g_strdup (sf_evaluation_get_ends_on (evaluation));
  self->made_on = g_strdup (today);
  return g_steal_pointer (&self);
}

static char *
to_text (SfReturnCounts *self)
{
  GString *text = g_string_new (NULL);
  const char *const first[] = { FORMAT, G_STRINGIFY (FORMAT_VERSION) };
  const char *const head[N_HEAD]
      = { self->centre_id, self->centre, self->evaluation, self->from, self->until, self->made_on };

  sf_csv_append_row (text, first, G_N_ELEMENTS (first));
  sf_csv_append_row (text, head, N_HEAD);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SfCsvRow *row = self->rows->pdata[i];

      sf_csv_append_row (text, (const char *const *)row->cells->pdata, row->cells->len);
    }
  return g_string_free (text, FALSE);
}

GBytes *
sf_return_counts_seal (SfReturnCounts *self, const char *line, GError **error)
{
  g_autoptr (GBytes) key = NULL, contents = NULL;
  char *text;

  if (sf_text_is_blank (line))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("The authority’s key for returns is not known yet, so nothing was "
                              "sealed. Please ask the authority for the line that begins with "
                              "“sixfold-return-”, and put it into the centre’s profile."));
      return NULL;
    }
  key = sf_return_key_parse (line, error);
  if (key == NULL)
    return NULL;
  text = to_text (self);
  contents = g_bytes_new_take (text, strlen (text));
  return sf_return_seal (key, contents, error);
}

gboolean
sf_return_counts_write (
    SfModel *model, SfEvaluation *evaluation, const char *today, GFile *file, GError **error)
{
  g_autoptr (SfReturnCounts) self = sf_return_counts_new (model, evaluation, today, error);
  SfCentre *centre = sf_model_get_centre (model, evaluation);
  g_autoptr (GBytes) sealed
      = self != NULL ? sf_return_counts_seal (self, sf_centre_get_return_key (centre), error)
                     : NULL;
  g_autoptr (GError) local = NULL;

  if (sealed == NULL)
    return FALSE;
  if (g_file_replace_contents (file, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed),
                               NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &local))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_IO, _ ("The sealed counts could not be written: %s."),
               local->message);
  return FALSE;
}

/* --- what was sent ---------------------------------------------------------------------------- */

static gboolean
is_date (const char *text)
{
  return *text == '\0' || sf_date_is_valid (text);
}

static gboolean
is_count (const char *text)
{
  gsize n = strlen (text);

  return n <= 15 && strspn (text, "0123456789") == n;
}

static gboolean
is_number (const char *text)
{
  double number;

  return *text == '\0' || sf_text_parse_number (text, &number);
}

static gboolean
is_row (SfCsvRow *row)
{
  char **cells = (char **)row->cells->pdata;

  return row->cells->len == SF_RETURN_N_COLUMNS && *cells[SF_RETURN_MEASURE] != '\0'
         && sf_date_is_valid (cells[SF_RETURN_FROM]) && is_count (cells[SF_RETURN_COUNT])
         && is_count (cells[SF_RETURN_OUT_OF]) && is_number (cells[SF_RETURN_VALUE])
         && is_date (cells[SF_RETURN_DATE]) && is_date (cells[SF_RETURN_DATE_OF_OUT_OF]);
}

/* The line that names the format. */
static gboolean
check_format (GPtrArray *rows, GError **error)
{
  SfCsvRow *first = rows->len > 2 ? rows->pdata[0] : NULL;
  guint64 version;

  if (first == NULL || first->cells->len != 2 || strcmp (first->cells->pdata[0], FORMAT) != 0
      || !g_ascii_string_to_unsigned (first->cells->pdata[1], 10, 1, G_MAXUINT, &version, NULL))
    g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                         _ ("What was sealed is no return of a centre. Please ask the centre to "
                            "seal it again."));
  else if (version > FORMAT_VERSION)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_NEW,
                         _ ("This return was sealed by a newer version of Sixfold. Please install "
                            "the newer version to open it."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
take_head (SfReturnCounts *self, SfCsvRow *row)
{
  char **cells = (char **)row->cells->pdata;
  SfUuid uuid;

  if (row->cells->len != N_HEAD || !sf_uuid_parse (cells[0], &uuid) || !is_date (cells[3])
      || !is_date (cells[4]) || !is_date (cells[5]))
    return FALSE;
  self->centre_id = g_strdup (cells[0]);
  self->centre = g_strdup (cells[1]);
  self->evaluation = g_strdup (cells[2]);
  self->from = g_strdup (cells[3]);
  self->until = g_strdup (cells[4]);
  self->made_on = g_strdup (cells[5]);
  return TRUE;
}

static SfReturnCounts *
read_rows (GPtrArray *rows, GError **error)
{
  g_autoptr (SfReturnCounts) self = g_new0 (SfReturnCounts, 1);
  gboolean good;

  self->rows = g_ptr_array_new_with_free_func (sf_csv_row_free);
  if (!check_format (rows, error))
    return NULL;
  good = take_head (self, rows->pdata[1]);
  for (guint i = 2; good && i < rows->len; i++)
    good = is_row (rows->pdata[i]);
  if (!good)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                           _ ("What was sealed has lines that no centre file makes, so none of it "
                              "was taken. Please ask the centre to seal it again."));
      return NULL;
    }
  for (guint i = 2; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_steal_pointer (&rows->pdata[i]));
  return g_steal_pointer (&self);
}

SfReturnCounts *
sf_return_counts_open (SfSecret *key, GBytes *sealed, GError **error)
{
  g_autoptr (GBytes) contents = sf_return_open (key, sealed, error);
  g_autoptr (GPtrArray) rows = contents != NULL ? sf_csv_parse (contents, error) : NULL;
  SfReturnCounts *self;

  if (rows == NULL)
    return NULL;
  /* rows that were taken are NULL in it */
  g_ptr_array_set_free_func (rows, NULL);
  self = read_rows (rows, error);
  for (guint i = 0; i < rows->len; i++)
    if (rows->pdata[i] != NULL)
      sf_csv_row_free (rows->pdata[i]);
  return self;
}

GBytes *
sf_return_counts_load (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GError) local = NULL;
  GBytes *bytes;

  if (info != NULL && g_file_info_get_size (info) > 2 * SF_RETURN_MAX_SIZE)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                           _ ("This is more than a return can hold. It was not opened."));
      return NULL;
    }
  bytes = info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
              ? g_file_load_bytes (file, NULL, NULL, &local)
              : NULL;
  if (bytes == NULL)
    g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                 _ ("The sealed return could not be read: %s."),
                 local != NULL ? local->message : _ ("there is no such file"));
  return bytes;
}

/* --- for spreadsheets ------------------------------------------------------------------------- */

/* (transfer full) */
static char *
disarm (const char *cell)
{
  return cell != NULL && *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL
             ? g_strconcat ("'", cell, NULL)
             : g_strdup (cell != NULL ? cell : "");
}

char *
sf_return_counts_to_csv (SfReturnCounts *self)
{
  GString *text = g_string_new ("\xef\xbb\xbf");
  const char *head[SF_RETURN_N_COLUMNS + 3] = { "Centre id", "Centre", "Evaluation" };
  g_autofree char *centre = disarm (self->centre), *evaluation = disarm (self->evaluation);

  memcpy (head + 3, titles, sizeof titles);
  sf_csv_append_row (text, head, G_N_ELEMENTS (head));
  for (guint i = 0; i < self->rows->len; i++)
    {
      SfCsvRow *row = self->rows->pdata[i];
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (self->centre_id));
      g_ptr_array_add (cells, g_strdup (centre));
      g_ptr_array_add (cells, g_strdup (evaluation));
      for (guint k = 0; k < row->cells->len; k++)
        g_ptr_array_add (cells, disarm (row->cells->pdata[k]));
      sf_csv_append_row (text, (const char *const *)cells->pdata, cells->len);
    }
  return g_string_free (text, FALSE);
}
