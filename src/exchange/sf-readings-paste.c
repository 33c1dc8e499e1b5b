/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-readings-paste.h"

#include "base/sf-text.h"
#include "exchange/sf-csv.h"
#include "exchange/sf-figure.h"
#include "model/sf-period.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- the sheet ------------------------------------------------------------------------------- */

static gboolean
is_proportion (const SfReadingsSheet *self)
{
  return strcmp (sf_measure_get_kind (sf_outcome_get_measure (self->outcome)), "proportion") == 0;
}

guint
sf_readings_sheet_get_n_columns (const SfReadingsSheet *self)
{
  return (sf_outcome_get_groups (self->outcome)->len + 1) * (is_proportion (self) ? 2 : 1);
}

SfReadingColumn
sf_readings_sheet_get_column (const SfReadingsSheet *self, guint column, SfFamilyGroup **group)
{
  GPtrArray *groups = sf_outcome_get_groups (self->outcome);
  gboolean proportion = is_proportion (self);
  guint n = proportion ? column / 2 : column;

  *group = n > 0 && n <= groups->len ? groups->pdata[n - 1] : NULL;
  if (proportion)
    return column % 2 == 0 ? SF_READING_COUNTED : SF_READING_OUT_OF;
  return strcmp (sf_measure_get_kind (sf_outcome_get_measure (self->outcome)), "mean") == 0
             ? SF_READING_MEAN
             : SF_READING_COUNTED;
}

static gint64
get_number (SfReading *reading, SfReadingColumn kind)
{
  if (reading == NULL)
    return SF_NULL_INT;
  return kind == SF_READING_COUNTED ? sf_reading_get_count (reading)
                                    : sf_reading_get_denominator (reading);
}

char *
sf_readings_sheet_dup_text (const SfReadingsSheet *self, guint row, guint column)
{
  SfFamilyGroup *group;
  SfReadingColumn kind = sf_readings_sheet_get_column (self, column, &group);
  SfReading *reading = sf_outcome_get_reading (self->outcome, group, self->periods->pdata[row]);
  gint64 number;

  if (reading != NULL && kind == SF_READING_MEAN)
    return isfinite (sf_reading_get_value (reading))
               ? sf_text_format_number (sf_reading_get_value (reading))
               : g_strdup ("");
  number = get_number (reading, kind);
  return number != SF_NULL_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

gboolean
sf_readings_sheet_lacks (const SfReadingsSheet *self, guint row, guint column)
{
  SfFamilyGroup *group;
  SfReading *reading;

  if (sf_readings_sheet_get_column (self, column, &group) != SF_READING_OUT_OF)
    return FALSE;
  reading = sf_outcome_get_reading (self->outcome, group, self->periods->pdata[row]);
  return get_number (reading, SF_READING_OUT_OF) == SF_NULL_INT
         && get_number (reading, SF_READING_COUNTED) != SF_NULL_INT;
}

/* --- taking cells ----------------------------------------------------------------------------- */

typedef struct
{
  const SfReadingsSheet *sheet;
  SfReadingsPaste *paste;
  GHashTable *edits; /* "row column-of-its-group" → SfReadingEdit, borrowed from the paste */
  gboolean typed;    /* one cell, whose place need not be told */
  guint row;         /* the place of the cell among those that came, from 0 */
  guint column;
} Taking;

static SfReadingsPaste *
paste_new (void)
{
  SfReadingsPaste *paste = g_new0 (SfReadingsPaste, 1);

  paste->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_reading_edit_free);
  paste->faults = g_ptr_array_new_with_free_func (g_free);
  return paste;
}

void
sf_readings_paste_free (SfReadingsPaste *self)
{
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/* @sentence: (transfer full) */
static void
add_fault (Taking *taking, char *sentence)
{
  taking->paste->n_left++;
  if (taking->typed)
    {
      g_ptr_array_add (taking->paste->faults, sentence);
      return;
    }
  g_ptr_array_add (taking->paste->faults,
                   g_strdup_printf (_ ("Row %1$u, column %2$u: %3$s"), taking->row + 1,
                                    taking->column + 1, sentence));
  g_free (sentence);
}

static SfReadingEdit *
find_edit (Taking *taking, guint row, SfFamilyGroup *group)
{
  char *key = g_strdup_printf ("%u %p", row, (void *)group);
  SfReadingEdit *edit = g_hash_table_lookup (taking->edits, key);

  if (edit != NULL)
    {
      g_free (key);
      return edit;
    }
  edit = sf_reading_edit_new (sf_outcome_get_measure (taking->sheet->outcome), group,
                              taking->sheet->periods->pdata[row]);
  g_ptr_array_add (taking->paste->edits, edit);
  g_hash_table_insert (taking->edits, key, edit);
  return edit;
}

static void
take_cell (Taking *taking, guint row, guint column, const char *text)
{
  SfMeasure *measure = sf_outcome_get_measure (taking->sheet->outcome);
  SfFamilyGroup *group;
  SfReadingColumn column_kind = sf_readings_sheet_get_column (taking->sheet, column, &group);
  SfImportFaultKind kind;
  SfReadingEdit *edit;
  gint64 number = SF_NULL_INT;
  double value = NAN;
  char *wrong = column_kind == SF_READING_MEAN
                    ? sf_figure_parse_value (text, sf_measure_get_unit (measure), &value, &kind)
                    : sf_figure_parse_count (text, &number, &kind);

  if (wrong != NULL)
    {
      add_fault (taking, wrong);
      return;
    }
  edit = find_edit (taking, row, group);
  if (column_kind == SF_READING_COUNTED)
    edit->count = number;
  else if (column_kind == SF_READING_OUT_OF)
    edit->denominator = number;
  else
    edit->value = value;
  edit->sets |= column_kind == SF_READING_COUNTED  ? SF_READING_SETS_COUNT
                : column_kind == SF_READING_OUT_OF ? SF_READING_SETS_DENOMINATOR
                                                   : SF_READING_SETS_VALUE;
  taking->paste->n_taken++;
}

static guint
count_set (const SfReadingEdit *edit)
{
  guint n = 0;

  for (guint sets = edit->sets; sets != 0; sets >>= 1)
    n += sets & 1;
  return n;
}

/* Both figures of a reading, as they would be. */
static void
get_both (const SfReadingsSheet *sheet, const SfReadingEdit *edit, gint64 *count, gint64 *of)
{
  SfReading *reading = sf_outcome_get_reading (sheet->outcome, edit->group, edit->starts_on);

  *count
      = edit->sets & SF_READING_SETS_COUNT ? edit->count : get_number (reading, SF_READING_COUNTED);
  *of = edit->sets & SF_READING_SETS_DENOMINATOR ? edit->denominator
                                                 : get_number (reading, SF_READING_OUT_OF);
}

/* The count is not more than what it is out of. */
static gboolean
fits (const SfReadingsSheet *sheet, const SfReadingEdit *edit)
{
  gint64 count, of;

  get_both (sheet, edit, &count, &of);
  return count == SF_NULL_INT || of == SF_NULL_INT || count <= of;
}

static void
count_what_lacks (Taking *taking)
{
  GPtrArray *edits = taking->paste->edits;
  gint64 count, of;

  for (guint i = 0; i < edits->len && is_proportion (taking->sheet); i++)
    {
      get_both (taking->sheet, edits->pdata[i], &count, &of);
      taking->paste->n_lacking += count != SF_NULL_INT && of == SF_NULL_INT;
    }
}

static void
drop_what_does_not_fit (Taking *taking)
{
  SfReadingsPaste *paste = taking->paste;
  const char *period = sf_measure_get_period (sf_outcome_get_measure (taking->sheet->outcome));

  for (guint i = paste->edits->len; i > 0; i--)
    {
      SfReadingEdit *edit = paste->edits->pdata[i - 1];
      g_autofree char *name = NULL;

      if (fits (taking->sheet, edit))
        continue;
      name = sf_period_format (period, edit->starts_on);
      if (taking->typed)
        g_ptr_array_add (paste->faults,
                         g_strdup (_ ("The count cannot be more than what it is out of.")));
      else
        g_ptr_array_add (
            paste->faults,
            g_strdup_printf (_ ("%1$s, %2$s: the count would be more than what it is out of."),
                             edit->group != NULL ? sf_family_group_get_title (edit->group)
                                                 : _ ("All families"),
                             name));
      paste->n_taken -= count_set (edit);
      paste->n_left += count_set (edit);
      g_ptr_array_remove_index (paste->edits, i - 1);
    }
}

static void
begin (Taking *taking, const SfReadingsSheet *sheet)
{
  memset (taking, 0, sizeof *taking);
  taking->sheet = sheet;
  taking->paste = paste_new ();
  taking->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static SfReadingsPaste *
finish (Taking *taking)
{
  g_hash_table_unref (taking->edits);
  taking->edits = NULL;
  drop_what_does_not_fit (taking);
  count_what_lacks (taking);
  return taking->paste;
}

/* --- what came -------------------------------------------------------------------------------- */

static guint
count_cells (SfCsvRow *row, guint from)
{
  guint n = 0;

  for (guint i = from; i < row->cells->len; i++)
    n += *(char *)row->cells->pdata[i] != '\0';
  return n;
}

/* A row below the last period, or what lies right of the last group: told once for each row. */
static void
leave_rest (Taking *taking, SfCsvRow *row, guint from, gboolean below)
{
  guint n = count_cells (row, from);

  if (n == 0)
    return;
  taking->paste->n_left += n;
  g_ptr_array_add (
      taking->paste->faults,
      below ? g_strdup_printf (_ ("Row %u: it lies below the last period."), taking->row + 1)
            : g_strdup_printf (_ ("Row %1$u, from column %2$u: it lies beyond the last group."),
                               taking->row + 1, from + 1));
}

SfReadingsPaste *
sf_readings_sheet_paste (const SfReadingsSheet *self, guint row, guint column, GPtrArray *rows)
{
  guint n_columns = sf_readings_sheet_get_n_columns (self);
  Taking taking;

  begin (&taking, self);
  for (guint i = 0; i < rows->len; i++)
    {
      SfCsvRow *from = rows->pdata[i];

      taking.row = i;
      if (row + i >= self->periods->len)
        {
          leave_rest (&taking, from, 0, TRUE);
          continue;
        }
      for (guint k = 0; k < from->cells->len && column + k < n_columns; k++)
        {
          taking.column = k;
          if (*(char *)from->cells->pdata[k] != '\0')
            take_cell (&taking, row + i, column + k, from->cells->pdata[k]);
        }
      if (column < n_columns)
        leave_rest (&taking, from, n_columns - column, FALSE);
    }
  return finish (&taking);
}

SfReadingsPaste *
sf_readings_sheet_type (const SfReadingsSheet *self, guint row, guint column, const char *text)
{
  Taking taking;

  begin (&taking, self);
  taking.typed = TRUE;
  take_cell (&taking, row, column, text);
  return finish (&taking);
}

SfReadingsPaste *
sf_readings_sheet_clear (const SfReadingsSheet *self,
                         guint first_row,
                         guint first_column,
                         guint last_row,
                         guint last_column)
{
  Taking taking;

  begin (&taking, self);
  for (guint row = first_row; row <= last_row && row < self->periods->len; row++)
    for (guint column = first_column; column <= last_column; column++)
      {
        g_autofree char *text = sf_readings_sheet_dup_text (self, row, column);

        if (*text != '\0')
          take_cell (&taking, row, column, "");
      }
  return finish (&taking);
}
