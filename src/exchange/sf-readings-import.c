/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-readings-import.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "exchange/sf-csv.h"
#include "exchange/sf-figure.h"
#include "model/sf-outcome.h"
#include "model/sf-period.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef enum
{
  MEASURE,
  GROUP,
  PERIOD,
  COUNT,
  DENOMINATOR,
  VALUE,
  SOURCE,
  DATED_ON,
  DENOMINATOR_ON,
} Column;

#define N_COLUMNS 9

/* Words of a head, folded, a bar between two. */
static const char *const heads[N_COLUMNS] = {
  "measure|indicator",
  "group|family group|group of families",
  "period|year|quarter|term|month|starts on",
  "count|number|numerator",
  "out of|denominator|total|of",
  "value|average|mean|score",
  "source",
  "date|dated on|date of the figure",
  "date of out of|denominator date|date of what it is out of",
};

static const char *const fault_ids[SF_N_IMPORT_FAULTS] = {
  "no-measure",   "unknown-measure", "unknown-group", "bad-period", "not-begun", "no-figure",
  "not-a-number", "too-large",       "count-over",    "bad-date",   "twice",     "too-many-cells",
};

typedef struct
{
  SfReadingsImport *import;
  int columns[N_COLUMNS]; /* -1 where it is not there */
  guint n_heads;
  GHashTable *measures; /* folded words → SfMeasure */
  GHashTable *groups;
  GHashTable *seen; /* keys of the readings that are taken */
  SfCsvRow *row;
  char *today;
} Import;

const char *
sf_import_fault_get_id (SfImportFaultKind kind)
{
  g_return_val_if_fail ((guint)kind < SF_N_IMPORT_FAULTS, "");

  return fault_ids[kind];
}

static void
fault_free (gpointer data)
{
  SfImportFault *fault = data;

  g_free (fault->sentence);
  g_free (fault);
}

/* (transfer none) for @sentence: taken. Returns: %FALSE */
static gboolean
add_fault (Import *self, SfImportFaultKind kind, char *sentence)
{
  SfImportFault *fault = g_new0 (SfImportFault, 1);

  fault->line = self->row->line;
  fault->kind = kind;
  fault->sentence = sentence;
  g_ptr_array_add (self->import->faults, fault);
  return FALSE;
}

/* --- what columns and names are called ------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *clean = sf_text_clean (text);

  return g_utf8_casefold (clean != NULL ? clean : "", -1);
}

static void
find_columns (Import *self, SfCsvRow *head)
{
  self->n_heads = head->cells->len;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_auto (GStrv) words = g_strsplit (heads[i], "|", -1);

      self->columns[i] = -1;
      for (guint k = 0; k < head->cells->len && self->columns[i] < 0; k++)
        {
          g_autofree char *cell = fold (head->cells->pdata[k]);

          if (g_strv_contains ((const char *const *)words, cell))
            self->columns[i] = (int)k;
        }
    }
}

static gboolean
check_head (Import *self, GError **error)
{
  if (self->columns[MEASURE] >= 0 && self->columns[PERIOD] >= 0
      && (self->columns[COUNT] >= 0 || self->columns[VALUE] >= 0))
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("The first line must say what the columns are: Measure, Group, Period, "
                          "Count, Out of. Measure, Period and Count were not all found."));
  return FALSE;
}

/* By title and by the name in the shipped list; a title wins. */
static GHashTable *
name_records (GPtrArray *records, guint title, guint shipped)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < records->len; i++)
      {
        char *name = fold (sf_record_get_text (records->pdata[i], pass == 0 ? title : shipped));

        if (*name != '\0' && !g_hash_table_contains (names, name))
          g_hash_table_insert (names, name, records->pdata[i]);
        else
          g_free (name);
      }
  return names;
}

static const char *
get_cell (Import *self, Column column)
{
  int n = self->columns[column];

  return n >= 0 && (guint)n < self->row->cells->len ? self->row->cells->pdata[n] : "";
}

/* --- a row ----------------------------------------------------------------------------------- */

static SfMeasure *
read_measure (Import *self)
{
  const char *text = get_cell (self, MEASURE);
  g_autofree char *name = fold (text);
  SfMeasure *measure = g_hash_table_lookup (self->measures, name);

  if (*name == '\0')
    add_fault (self, SF_IMPORT_NO_MEASURE, g_strdup (_ ("No measure is named.")));
  else if (measure == NULL)
    add_fault (self, SF_IMPORT_UNKNOWN_MEASURE,
               g_strdup_printf (_ ("The centre has no measure “%s”."), text));
  return measure;
}

static gboolean
read_group (Import *self, SfFamilyGroup **group)
{
  const char *text = get_cell (self, GROUP);
  g_autofree char *name = fold (text), *all = fold (_ ("All families"));

  *group = NULL;
  if (*name == '\0' || strcmp (name, "all") == 0 || strcmp (name, all) == 0)
    return TRUE;
  *group = g_hash_table_lookup (self->groups, name);
  return *group != NULL
         || add_fault (self, SF_IMPORT_UNKNOWN_GROUP,
                       g_strdup_printf (_ ("The centre has no group “%s”."), text));
}

/* A whole number, SF_NULL_INT for an empty cell. */
static gboolean
read_count (Import *self, Column column, gint64 *number)
{
  SfImportFaultKind kind;
  char *sentence = sf_figure_parse_count (get_cell (self, column), number, &kind);

  return sentence == NULL || add_fault (self, kind, sentence);
}

static gboolean
read_value (Import *self, SfMeasure *measure, double *value)
{
  SfImportFaultKind kind;
  char *sentence
      = sf_figure_parse_value (get_cell (self, VALUE), sf_measure_get_unit (measure), value, &kind);

  return sentence == NULL || add_fault (self, kind, sentence);
}

static gboolean
read_date (Import *self, Column column, char **iso)
{
  const char *text = get_cell (self, column);
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return TRUE;
  *iso = sf_date_parse (text, &error);
  return *iso != NULL || add_fault (self, SF_IMPORT_BAD_DATE, g_strdup (error->message));
}

/* What its measure wants: a proportion count and denominator, a count its count, a mean a value. */
static gboolean
check_figures (Import *self, SfReadingEdit *edit)
{
  const char *kind = sf_measure_get_kind (edit->measure);
  gboolean proportion = strcmp (kind, "proportion") == 0;

  if (strcmp (kind, "mean") == 0 ? isnan (edit->value) : edit->count == SF_NULL_INT)
    return add_fault (self, SF_IMPORT_NO_FIGURE, g_strdup (_ ("There is no figure.")));
  if (proportion && edit->denominator == SF_NULL_INT)
    return add_fault (self, SF_IMPORT_NO_FIGURE,
                      g_strdup (_ ("It does not say what the count is out of.")));
  if (edit->denominator != SF_NULL_INT && edit->count != SF_NULL_INT
      && edit->count > edit->denominator)
    return add_fault (self, SF_IMPORT_COUNT_OVER,
                      g_strdup (_ ("The count is more than what it is out of.")));
  return TRUE;
}

static gboolean
read_figures (Import *self, SfReadingEdit *edit)
{
  const char *source = get_cell (self, SOURCE);

  if (!read_count (self, COUNT, &edit->count) || !read_count (self, DENOMINATOR, &edit->denominator)
      || !read_value (self, edit->measure, &edit->value) || !check_figures (self, edit)
      || !read_date (self, DATED_ON, &edit->dated_on)
      || !read_date (self, DENOMINATOR_ON, &edit->denominator_on))
    return FALSE;
  if (*source != '\0')
    edit->source = g_strdup (source);
  edit->sets = (edit->count != SF_NULL_INT ? SF_READING_SETS_COUNT : 0)
               | (edit->denominator != SF_NULL_INT ? SF_READING_SETS_DENOMINATOR : 0)
               | (!isnan (edit->value) ? SF_READING_SETS_VALUE : 0);
  return TRUE;
}

static gboolean
is_first (Import *self, SfReadingEdit *edit)
{
  char *key
      = g_strdup_printf ("%p %p %s", (void *)edit->measure, (void *)edit->group, edit->starts_on);
  gpointer line = g_hash_table_lookup (self->seen, key);

  if (line == NULL)
    return g_hash_table_insert (self->seen, key, GUINT_TO_POINTER (self->row->line));
  g_free (key);
  return add_fault (self, SF_IMPORT_TWICE,
                    g_strdup_printf (_ ("Line %u has this reading already."),
                                     GPOINTER_TO_UINT (line)));
}

static gboolean
read_row (Import *self)
{
  g_autofree char *start = NULL;
  g_autoptr (GError) error = NULL;
  SfMeasure *measure;
  SfFamilyGroup *group;
  SfReadingEdit *edit;

  if (self->row->cells->len > self->n_heads)
    return add_fault (self, SF_IMPORT_TOO_MANY_CELLS,
                      g_strdup (_ ("It has more cells than there are columns.")));
  measure = read_measure (self);
  if (measure == NULL || !read_group (self, &group))
    return FALSE;
  start = sf_period_parse (sf_measure_get_period (measure), get_cell (self, PERIOD), &error);
  if (start == NULL)
    return add_fault (self, SF_IMPORT_BAD_PERIOD, g_strdup (error->message));
  if (!sf_period_has_begun (start, self->today, &error))
    return add_fault (self, SF_IMPORT_NOT_BEGUN, g_strdup (error->message));
  edit = sf_reading_edit_new (measure, group, start);
  if (!read_figures (self, edit) || !is_first (self, edit))
    {
      sf_reading_edit_free (edit);
      return FALSE;
    }
  g_ptr_array_add (self->import->edits, edit);
  return TRUE;
}

/* --- the file --------------------------------------------------------------------------------- */

static GBytes *
read_all (GInputStream *stream, GError **error)
{
  gsize room = 64 * 1024, length = 0, got = 1;
  char *data = g_malloc (room);

  while (got > 0 && length <= SF_CSV_MAX_BYTES)
    {
      if (room - length < 32 * 1024)
        data = g_realloc (data, room *= 2);
      if (!g_input_stream_read_all (stream, data + length, room - length, &got, NULL, error))
        {
          g_free (data);
          return NULL;
        }
      length += got;
    }
  return g_bytes_new_take (data, length);
}

/* --- the whole ------------------------------------------------------------------------------- */

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->import, sf_readings_import_free);
  g_clear_pointer (&self->measures, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->today, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

SfReadingsImport *
sf_readings_import_read (SfModel *model, SfCentre *centre, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = sf_csv_parse (bytes, error);
  g_autoptr (GPtrArray) measures = sf_model_list_measures (model, centre);
  g_autoptr (GPtrArray) groups = sf_model_list_family_groups (model, centre);
  g_auto (Import) self = { 0 };

  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    find_columns (&self, rows->pdata[0]);
  else
    memset (self.columns, -1, sizeof self.columns);
  if (!check_head (&self, error))
    return NULL;
  self.import = g_new0 (SfReadingsImport, 1);
  self.import->n_rows = rows->len - 1;
  self.import->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_reading_edit_free);
  self.import->faults = g_ptr_array_new_with_free_func (fault_free);
  self.measures = name_records (measures, SF_MEASURE_TITLE, SF_MEASURE_SHIPPED);
  self.groups = name_records (groups, SF_FAMILY_GROUP_TITLE, SF_FAMILY_GROUP_SHIPPED);
  self.today = sf_clock_today ();
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 1; i < rows->len; i++)
    {
      self.row = rows->pdata[i];
      read_row (&self);
    }
  return g_steal_pointer (&self.import);
}

void
sf_readings_import_free (SfReadingsImport *self)
{
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

char *
sf_readings_import_make_label (SfReadingsImport *self)
{
  guint n = self->edits->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Took %u reading from a file",
                                       "Took %u readings from a file", n),
                          n);
}

gboolean
sf_readings_import_is_table (const char *name)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab" };
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  folded = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]) && strlen (folded) > strlen (endings[i]))
      return TRUE;
  return FALSE;
}

GBytes *
sf_readings_import_load (GFile *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &local);
  GBytes *bytes = NULL;

  /* One byte more than may be, so that more is seen. */
  if (stream != NULL)
    bytes = read_all (G_INPUT_STREAM (stream), &local);
  if (bytes == NULL)
    g_set_error (error, SF_ERROR,
                 g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? SF_ERROR_NOT_FOUND
                                                                           : SF_ERROR_IO,
                 _ ("The file could not be read: %s"), local->message);
  return bytes;
}
