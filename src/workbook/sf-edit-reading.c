/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-edit-private.h"

#include "base/sf-clock.h"
#include "base/sf-date.h"
#include "model/sf-interval.h"
#include "model/sf-period.h"
#include "workbook/sf-step-private.h"
#include "workbook/sf-workbook-readings.h"

#include <math.h>

/* Outcome data: the readings. There is one for each measure, group and period, so what is asked for
 * is held against what is there and against what waits in the outbox. */

SfReadingEdit *
sf_reading_edit_new (SfMeasure *measure, SfFamilyGroup *group, const char *starts_on)
{
  SfReadingEdit *edit = g_new0 (SfReadingEdit, 1);

  edit->measure = g_object_ref (measure);
  edit->group = group != NULL ? g_object_ref (group) : NULL;
  edit->starts_on = g_strdup (starts_on);
  edit->count = edit->denominator = SF_NULL_INT;
  edit->value = NAN;
  return edit;
}

void
sf_reading_edit_free (SfReadingEdit *edit)
{
  g_object_unref (edit->measure);
  g_clear_object (&edit->group);
  g_free (edit->starts_on);
  g_free (edit->source);
  g_free (edit->dated_on);
  g_free (edit->denominator_on);
  g_free (edit);
}

/* --- what is there --------------------------------------------------------------------------- */

/* A reading as it will be once all that was asked for is written. */
typedef struct
{
  SfUuid measure;
  SfUuid group;
  char starts_on[16];
  SfUuid uuid;
  gboolean there;   /* before the step that is being made */
  gboolean touched; /* by that step */
  SfValue row[SF_READING_N_COLUMNS];
  SfValue wanted[SF_READING_N_COLUMNS]; /* what that step makes of it; all empty: nothing is left */
} Cell;

static void
clear_row (SfValue *row)
{
  for (guint i = 0; i < SF_READING_N_COLUMNS; i++)
    sf_value_clear (&row[i]);
}

static void
copy_row (SfValue *row, const SfValue *from)
{
  for (guint i = 0; i < SF_READING_N_COLUMNS; i++)
    sf_value_copy (&row[i], &from[i]);
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  clear_row (cell->row);
  clear_row (cell->wanted);
  g_free (cell);
}

static guint
hash_cell (gconstpointer data)
{
  const Cell *cell = data;

  return sf_uuid_hash (&cell->measure) ^ (sf_uuid_hash (&cell->group) * 31)
         ^ g_str_hash (cell->starts_on);
}

static gboolean
same_cell (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *two = b;

  return sf_uuid_equal (&one->measure, &two->measure) && sf_uuid_equal (&one->group, &two->group)
         && g_str_equal (one->starts_on, two->starts_on);
}

typedef struct
{
  GHashTable *cells;   /* a set of Cell, owned */
  GHashTable *by_uuid; /* SfUuid → Cell */
  char *today;
} Readings;

static Cell *
add_cell (Readings *readings, const SfUuid *uuid, const SfValue *row)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->uuid = *uuid;
  cell->there = TRUE;
  for (guint i = 0; i < SF_READING_N_COLUMNS; i++)
    sf_value_copy (&cell->row[i], &row[i]);
  cell->measure = row[SF_READING_MEASURE].uuid;
  if (row[SF_READING_FAMILY_GROUP].type == SF_VALUE_UUID)
    cell->group = row[SF_READING_FAMILY_GROUP].uuid;
  g_strlcpy (cell->starts_on, row[SF_READING_STARTS_ON].text, sizeof cell->starts_on);
  g_hash_table_replace (readings->cells, cell, cell);
  g_hash_table_replace (readings->by_uuid, &cell->uuid, cell);
  return cell;
}

static void
add_recorded (Readings *readings, SfWorkbook *self, SfMeasure *measure)
{
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (self->model, SF_TYPE_READING, SF_READING_MEASURE, measure);

  for (guint i = 0; i < all->len; i++)
    {
      SfValue row[SF_READING_N_COLUMNS];

      for (guint k = 0; k < SF_READING_N_COLUMNS; k++)
        row[k] = *sf_record_get_nth (all->pdata[i], k);
      add_cell (readings, sf_record_get_uuid (all->pdata[i]), row);
    }
}

static void
follow_change (Readings *readings, const SfChange *change)
{
  Cell *cell = g_hash_table_lookup (readings->by_uuid, &change->record);

  if (change->type != SF_TYPE_READING)
    return;
  if (change->operation == SF_CHANGE_INSERT && change->row != NULL)
    add_cell (readings, &change->record, change->row);
  else if (cell != NULL && change->operation == SF_CHANGE_DELETE)
    cell->there = FALSE;
  else if (cell != NULL && change->operation == SF_CHANGE_SET)
    sf_value_copy (&cell->row[change->column], &change->new_value);
}

static void
find_readings (Readings *readings, SfWorkbook *self, GPtrArray *edits)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  /* A cell that another takes the place of stays known by its UUID. */
  readings->cells = g_hash_table_new (hash_cell, same_cell);
  readings->by_uuid = g_hash_table_new_full (sf_uuid_hash, sf_uuid_equal, NULL, cell_free);
  for (guint i = 0; i < edits->len; i++)
    {
      SfReadingEdit *edit = edits->pdata[i];

      if (g_hash_table_add (seen, edit->measure))
        add_recorded (readings, self, edit->measure);
    }
  for (GList *l = self->outbox.head; l != NULL; l = l->next)
    {
      SfRequest *request = l->data;

      for (guint i = 0; request->set != NULL && i < request->set->changes->len; i++)
        follow_change (readings, request->set->changes->pdata[i]);
    }
}

static void
readings_clear (Readings *readings)
{
  g_clear_pointer (&readings->today, g_free);
  g_clear_pointer (&readings->cells, g_hash_table_unref);
  g_clear_pointer (&readings->by_uuid, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Readings, readings_clear)

/* --- what is asked for ----------------------------------------------------------------------- */

static gboolean
check_number (gint64 number, GError **error)
{
  if (number == SF_NULL_INT || (number >= 0 && number <= SF_INTERVAL_MOST))
    return TRUE;
  return sf_edit_refuse (error, number < 0 ? _ ("A count cannot be less than nought.")
                                           : _ ("That number is too large."));
}

/* Taking one away is always possible. */
static gboolean
is_said (const SfReadingEdit *edit)
{
  return ((edit->sets & SF_READING_SETS_COUNT) != 0 && edit->count != SF_NULL_INT)
         || ((edit->sets & SF_READING_SETS_DENOMINATOR) != 0 && edit->denominator != SF_NULL_INT)
         || ((edit->sets & SF_READING_SETS_VALUE) != 0 && !isnan (edit->value));
}

static gboolean
check_edit (SfReadingEdit *edit, const char *today, GError **error)
{
  const char *period = sf_measure_get_period (edit->measure);
  g_autofree char *start = sf_period_get_start (period, edit->starts_on);

  if (start == NULL)
    return sf_edit_check_date (edit->starts_on, TRUE, error);
  if (g_strcmp0 (start, edit->starts_on) != 0)
    return sf_edit_refuse (error, _ ("A reading is of a whole period, from its first day."));
  if (is_said (edit) && !sf_period_has_begun (start, today, error))
    return FALSE;
  if (edit->group != NULL
      && !sf_uuid_equal (sf_family_group_get_centre (edit->group),
                         sf_measure_get_centre (edit->measure)))
    return sf_edit_refuse (error, _ ("This group belongs to another centre."));
  if (isinf (edit->value))
    return sf_edit_refuse (error, _ ("That number is too large."));
  return check_number (edit->count, error) && check_number (edit->denominator, error)
         && sf_edit_check_date (edit->dated_on, FALSE, error)
         && sf_edit_check_date (edit->denominator_on, FALSE, error);
}

static void
put_int (SfValue *value, gint64 number)
{
  if (number == SF_NULL_INT)
    sf_value_set_null (value);
  else
    sf_value_set_int (value, number);
}

/* Texts and dates: %NULL leaves what is there, blank takes it away. */
static void
put_text (SfValue *value, const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (clean != NULL && *clean == '\0')
    sf_value_set_null (value);
  else if (clean != NULL)
    sf_value_set_text (value, clean);
}

static void
fill_row (SfValue *row, SfReadingEdit *edit)
{
  if (edit->sets & SF_READING_SETS_COUNT)
    put_int (&row[SF_READING_COUNT], edit->count);
  if (edit->sets & SF_READING_SETS_DENOMINATOR)
    put_int (&row[SF_READING_DENOMINATOR], edit->denominator);
  if (edit->sets & SF_READING_SETS_VALUE)
    {
      sf_value_set_null (&row[SF_READING_VALUE]);
      if (!isnan (edit->value))
        sf_value_set_real (&row[SF_READING_VALUE], edit->value);
    }
  put_text (&row[SF_READING_SOURCE], edit->source);
  put_text (&row[SF_READING_DATED_ON], edit->dated_on);
  put_text (&row[SF_READING_DENOMINATOR_ON], edit->denominator_on);
}

static gboolean
check_row (const SfValue *row, GError **error)
{
  const SfValue *count = &row[SF_READING_COUNT], *of = &row[SF_READING_DENOMINATOR];

  if (count->type != SF_VALUE_INT || of->type != SF_VALUE_INT || count->integer <= of->integer)
    return TRUE;
  return sf_edit_refuse (error, _ ("The count cannot be more than what it is out of."));
}

static gboolean
is_empty (const SfValue *row)
{
  return row[SF_READING_COUNT].type == SF_VALUE_NULL
         && row[SF_READING_DENOMINATOR].type == SF_VALUE_NULL
         && row[SF_READING_VALUE].type == SF_VALUE_NULL;
}

static void
make_key (Cell *key, SfReadingEdit *edit)
{
  key->measure = *sf_record_get_uuid (SF_RECORD (edit->measure));
  if (edit->group != NULL)
    key->group = *sf_record_get_uuid (SF_RECORD (edit->group));
  g_strlcpy (key->starts_on, edit->starts_on, sizeof key->starts_on);
}

/* The cell of a reading, made where there is none. */
static Cell *
find_cell (Readings *readings, SfReadingEdit *edit)
{
  SfValue row[SF_READING_N_COLUMNS] = { { .type = SF_VALUE_NULL } };
  Cell key = { 0 }, *cell;
  SfUuid uuid;

  make_key (&key, edit);
  cell = g_hash_table_lookup (readings->cells, &key);
  if (cell != NULL && cell->there)
    return cell;
  /* One that is gone, or will be, is another than this: a new identity. */
  if (cell != NULL && cell->touched)
    return cell;
  sf_uuid_init_v7 (&uuid);
  sf_value_set_uuid (&row[SF_READING_MEASURE], &key.measure);
  if (edit->group != NULL)
    sf_value_set_uuid (&row[SF_READING_FAMILY_GROUP], &key.group);
  sf_value_set_text (&row[SF_READING_STARTS_ON], edit->starts_on);
  cell = add_cell (readings, &uuid, row);
  cell->there = FALSE;
  clear_row (row);
  return cell;
}

static gboolean
add_edit (SfReadingEdit *edit, Readings *readings, GPtrArray *touched, GError **error)
{
  Cell *cell;

  if (!check_edit (edit, readings->today, error))
    return FALSE;
  cell = find_cell (readings, edit);
  if (!cell->touched)
    {
      copy_row (cell->wanted, cell->row);
      g_ptr_array_add (touched, cell);
      cell->touched = TRUE;
    }
  fill_row (cell->wanted, edit);
  return check_row (cell->wanted, error);
}

/* What came of a cell: a new reading, what differs of one that is there, or its end. */
static void
add_changes (SfChangeSet *set, Cell *cell)
{
  gboolean empty = is_empty (cell->wanted);

  if (!cell->there && !empty)
    copy_row (sf_change_set_add (set, SF_CHANGE_INSERT, SF_TYPE_READING, &cell->uuid)->row,
              cell->wanted);
  else if (cell->there && empty)
    sf_change_set_add (set, SF_CHANGE_DELETE, SF_TYPE_READING, &cell->uuid);
  for (guint i = 0; cell->there && !empty && i < SF_READING_N_COLUMNS; i++)
    if (!sf_value_equal (&cell->row[i], &cell->wanted[i]))
      {
        SfChange *change = sf_change_set_add (set, SF_CHANGE_SET, SF_TYPE_READING, &cell->uuid);

        change->column = i;
        sf_value_copy (&change->new_value, &cell->wanted[i]);
      }
}

/**
 * sf_workbook_set_readings:
 * @self: a workbook
 * @edits: (element-type SfReadingEdit): what shall be set
 * @label: what the step is called
 * @error: return location for an #SfError
 *
 * Sets many readings at once: one undo takes all of it back. Where one of them is refused, none is
 * set. A reading of which nothing is left is taken away.
 */
gboolean
sf_workbook_set_readings (SfWorkbook *self, GPtrArray *edits, const char *label, GError **error)
{
  g_autoptr (SfChangeSet) set = sf_change_set_new (label, "edit");
  g_autoptr (GPtrArray) touched = g_ptr_array_new (); /* of Cell, in order */
  g_auto (Readings) readings = { .today = sf_clock_today () };

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  if (!sf_edit_allowed (self, NULL, error) || !sf_workbook_wait_for_readings (self, error))
    return FALSE;
  find_readings (&readings, self, edits);
  for (guint i = 0; i < edits->len; i++)
    if (!add_edit (edits->pdata[i], &readings, touched, error))
      return FALSE;
  for (guint i = 0; i < touched->len; i++)
    add_changes (set, touched->pdata[i]);
  if (set->changes->len > 0)
    sf_workbook_enqueue (self, g_steal_pointer (&set), "edit");
  return TRUE;
}

/**
 * sf_workbook_set_reading:
 * @self: a workbook
 * @edit: what shall be set
 * @error: return location for an #SfError
 */
gboolean
sf_workbook_set_reading (SfWorkbook *self, SfReadingEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  g_autofree char *period
      = sf_period_format (sf_measure_get_period (edit->measure), edit->starts_on);
  /* Translators: a measure, a period */
  g_autofree char *label
      = g_strdup_printf (_ ("%1$s: reading of %2$s"), sf_measure_get_title (edit->measure), period);

  g_ptr_array_add (edits, edit);
  return sf_workbook_set_readings (self, edits, label, error);
}
