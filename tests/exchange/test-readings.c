/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../workbook/workbook-helpers.h"
#include "exchange/sf-csv.h"
#include "exchange/sf-readings-compare.h"
#include "exchange/sf-readings-import.h"
#include "model/sf-outcome.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gstdio.h>
#include <string.h>

/* Tables of readings: what is read, what is taken, and what is said of the rest. */

/* --- the text -------------------------------------------------------------------------------- */

static char *
show_rows (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sf_csv_parse (bytes, &error);
  GString *shown = g_string_new (NULL);

  if (rows == NULL)
    g_string_printf (shown, "error %d", error->code);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SfCsvRow *row = rows->pdata[i];

      g_string_append_printf (shown, "%u:", row->line);
      for (guint k = 0; k < row->cells->len; k++)
        g_string_append_printf (shown, "<%s>", (char *)row->cells->pdata[k]);
    }
  return g_string_free (shown, FALSE);
}

static void
test_csv (void)
{
  static const struct
  {
    const char *text, *shown;
  } cases[] = {
    { "", "" },
    { "a,b\nc,d", "1:<a><b>2:<c><d>" },
    { "a,b\r\nc,d\r\n", "1:<a><b>2:<c><d>" },
    { "a;b\rc;1,5\r", "1:<a><b>2:<c><1,5>" },
    { "a\tb\nc\t", "1:<a><b>2:<c><>" },
    { "\357\273\277a,b", "1:<a><b>" },
    { "a,\"b \"\"x\"\", y\"\nc,d", "1:<a><b \"x\", y>2:<c><d>" },
    { "a,\"two\r\nlines\"\nc,d", "1:<a><two\nlines>3:<c><d>" },
    { "a,b\n\n , \nc,d", "1:<a><b>4:<c><d>" },
    { "a,\"never closed\nb", "1:<a><never closed\nb>" },
    { "\"x;y;z\",b\nc,d", "1:<x;y;z><b>2:<c><d>" },
    { "caf\351,b", "1:<caf\303\251><b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show_rows (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
assert_refused (GString *text, int code)
{
  g_autofree char *shown = show_rows (text->str, text->len);
  g_autofree char *expected = g_strdup_printf ("error %d", code);

  g_assert_cmpstr (shown, ==, expected);
  g_string_truncate (text, 0);
}

static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_len (text, "a\0b", 3);
  assert_refused (text, SF_ERROR_INVALID);
  for (guint i = 0; i <= SF_CSV_MAX_CELLS; i++)
    g_string_append_c (text, ',');
  assert_refused (text, SF_ERROR_TOO_LARGE);
  for (guint i = 0; i <= SF_CSV_MAX_CELL; i++)
    g_string_append_c (text, 'x');
  assert_refused (text, SF_ERROR_TOO_LARGE);
  for (guint i = 0; i <= SF_CSV_MAX_ROWS; i++)
    g_string_append (text, "x\n");
  assert_refused (text, SF_ERROR_TOO_LARGE);
  for (guint i = 0; i <= SF_CSV_MAX_BYTES / 16; i++)
    g_string_append (text, "               \n");
  assert_refused (text, SF_ERROR_TOO_LARGE);
}

/* --- into a centre file ---------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  char *path;
  SfWorkbook *workbook;
  SfCentre *centre;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfUuid uuid;

  f->folder = g_dir_make_tmp ("sixfold-readings-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "ash.sixfold", NULL);
  f->workbook = sf_workbook_create (f->path, &error);
  g_assert_no_error (error);
  sf_workbook_add_centre (f->workbook, "Ash", &uuid, &error);
  sync_workbook (f->workbook);
  f->centre = first_of (f->workbook, SF_TYPE_CENTRE);
  sf_workbook_take_measure (f->workbook, f->centre, "reach", NULL, &error);
  sf_workbook_add_measure (f->workbook, f->centre, "Visits", "count", "month", NULL, &error);
  sf_workbook_take_measure (f->workbook, f->centre, "ni-92", NULL, &error);
  sf_workbook_add_family_group (f->workbook, f->centre, "fathers", NULL, NULL, &error);
  g_assert_no_error (error);
  sync_workbook (f->workbook);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  sf_workbook_close (f->workbook, NULL);
  g_object_unref (f->workbook);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->path);
  g_free (f->folder);
}

static SfReadingsImport *
read_text (Fixture *f, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SfReadingsImport *import
      = sf_readings_import_read (sf_workbook_get_model (f->workbook), f->centre, bytes, &error);

  g_assert_no_error (error);
  return import;
}

/* A row of every fault there is. */
static const struct
{
  SfImportFaultKind kind;
  const char *row;
} faulty[] = {
  { SF_IMPORT_NO_MEASURE, ",,1/4/2025,1,2,," },
  { SF_IMPORT_UNKNOWN_MEASURE, "Weather,,1/4/2025,1,2,," },
  { SF_IMPORT_UNKNOWN_GROUP, "Visits,Uncles,1/4/2025,1,,," },
  { SF_IMPORT_BAD_PERIOD, "Visits,,sometime,1,,," },
  { SF_IMPORT_NOT_BEGUN, "Visits,,1/4/2199,1,,," },
  { SF_IMPORT_NO_FIGURE, "reach,,1/4/2025,1,,," },
  { SF_IMPORT_NO_FIGURE, "ni-92,,1/9/2025,1,,," },
  { SF_IMPORT_NOT_A_NUMBER, "Visits,,1/4/2025,many,,," },
  { SF_IMPORT_NOT_A_NUMBER, "Visits,,1/4/2025,-3,,," },
  { SF_IMPORT_NOT_A_NUMBER, "ni-92,,1/9/2025,,,lots," },
  { SF_IMPORT_TOO_LARGE, "Visits,,1/4/2025,1000000001,,," },
  { SF_IMPORT_COUNT_OVER, "reach,,1/4/2025,3,2,," },
  { SF_IMPORT_BAD_DATE, "Visits,,1/4/2025,3,,,31/2/2026" },
  { SF_IMPORT_TWICE, "Visits,,1/1/1950,1,,," },
  { SF_IMPORT_TOO_MANY_CELLS, "Visits,,1/4/2025,3,,,,more" },
};

/* Exactly 300 of them among good rows: each is told by its line and its reason. */
static void
test_faults (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Measure,Group,Period,Count,Out of,Value,Date\r\n");
  g_autoptr (SfReadingsImport) import = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  guint lines[300], line = 1, n_good = 0;
  SfModel *model = sf_workbook_get_model (f->workbook);

  for (guint i = 0; i < 300; i++)
    {
      for (guint k = 0; k < 3; k++, n_good++, line++)
        g_string_append_printf (text, "Visits,%s,1/%u/%u,%u,,,\r\n", n_good % 2 ? "FATHERS" : "All",
                                n_good / 2 % 12 + 1, 1950 + n_good / 24, n_good);
      g_string_append_printf (text, "%s\r\n", faulty[i % G_N_ELEMENTS (faulty)].row);
      lines[i] = ++line;
    }
  import = read_text (f, text->str);
  g_assert_cmpuint (import->n_rows, ==, n_good + 300);
  g_assert_cmpuint (import->edits->len, ==, n_good);
  g_assert_cmpuint (import->faults->len, ==, 300);
  for (guint i = 0; i < 300; i++)
    {
      SfImportFault *fault = import->faults->pdata[i];

      g_assert_cmpuint (fault->line, ==, lines[i]);
      g_assert_cmpint (fault->kind, ==, faulty[i % G_N_ELEMENTS (faulty)].kind);
      g_assert_true (g_str_has_suffix (fault->sentence, "."));
    }
  label = sf_readings_import_make_label (import);
  g_assert_true (sf_workbook_set_readings (f->workbook, import->edits, label, &error));
  sync_workbook (f->workbook);
  g_assert_cmpuint (g_list_model_get_n_items (sf_model_get_list (model, SF_TYPE_READING)), ==,
                    n_good);
  sf_workbook_undo (f->workbook);
  sync_workbook (f->workbook);
  g_assert_cmpuint (g_list_model_get_n_items (sf_model_get_list (model, SF_TYPE_READING)), ==, 0);
}

/* What a file would overwrite is told before, and what it would not is not. */
static void
test_compare (Fixture *f, gconstpointer data)
{
  g_autoptr (SfReadingsImport) first
      = read_text (f, "Measure,Group,Period,Count,Out of,Value\n"
                      "reach,All,2025/26,396,640,\nreach,Fathers,2025/26,20,60,\n"
                      "Visits,All,1/4/2025,7,,\nni-92,All,1/9/2025,,,31.5\n");
  g_autoptr (SfReadingsImport) second
      = read_text (f, "Measure,Group,Period,Count,Out of,Value,Source\n"
                      "reach,All,2025/26,412,640,,\nreach,Fathers,2025/26,20,60,,register\n"
                      "reach,All,2024/25,1,640,,\nVisits,All,1/4/2025,8,,,\n"
                      "ni-92,All,1/9/2025,,,31.6,\n");
  static const char *const texts[]
      = { "412 of 640 in place of 396 of 640", "8 in place of 7", "31.6% in place of 31.5%" };
  g_autoptr (SfReadingsCompared) before = NULL, after = NULL;
  SfModel *model = sf_workbook_get_model (f->workbook);
  g_autoptr (GError) error = NULL;

  before = sf_readings_compare (model, first->edits);
  g_assert_cmpuint (before->n_new, ==, 4);
  g_assert_cmpuint (before->replaced->len + before->n_same, ==, 0);
  g_assert_true (sf_workbook_set_readings (f->workbook, first->edits, "first", &error));
  sync_workbook (f->workbook);
  after = sf_readings_compare (model, second->edits);
  g_assert_cmpuint (after->n_new, ==, 1);
  g_assert_cmpuint (after->n_same, ==, 1);
  g_assert_cmpuint (after->replaced->len, ==, G_N_ELEMENTS (texts));
  /* said of what was there, also when the other has taken its place */
  g_assert_true (sf_workbook_set_readings (f->workbook, second->edits, "second", &error));
  sync_workbook (f->workbook);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text
          = sf_replaced_reading_to_text (&g_array_index (after->replaced, SfReplacedReading, i));

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

/* Other names of columns, another order, and what a table says twice over: the file's own. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  g_autoptr (SfReadingsImport) import
      = read_text (f, "out of;notes;INDICATOR;year;number;denominator date\n"
                      "1,204;x;families reached;2025/26;301;30 June 2024\n");
  SfReadingEdit *edit;

  g_assert_cmpuint (import->faults->len, ==, 0);
  g_assert_cmpuint (import->edits->len, ==, 1);
  edit = import->edits->pdata[0];
  g_assert_cmpint (edit->count, ==, 301);
  g_assert_cmpint (edit->denominator, ==, 1204);
  g_assert_cmpstr (edit->starts_on, ==, "2025-04-01");
  g_assert_cmpstr (edit->denominator_on, ==, "2024-06-30");
  g_assert_null (edit->group);
}

static void
test_no_head (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = { "", "Reach,2025\n", "Measure,Count\nreach,3\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (
          sf_readings_import_read (sf_workbook_get_model (f->workbook), f->centre, bytes, &error));
      g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
    }
}

/* What is typed fast: the second half of a reading before the first is on disk. */
static void
test_fast (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SfReadingEdit *edit
      = sf_reading_edit_new (first_of (f->workbook, SF_TYPE_MEASURE), NULL, "2025-04-01");
  SfReading *reading;

  edit->sets = SF_READING_SETS_COUNT;
  edit->count = 30;
  g_assert_true (sf_workbook_set_reading (f->workbook, edit, &error));
  edit->sets = SF_READING_SETS_DENOMINATOR;
  edit->denominator = 29;
  g_assert_false (sf_workbook_set_reading (f->workbook, edit, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  edit->denominator = 40;
  g_assert_true (sf_workbook_set_reading (f->workbook, edit, &error));
  sync_workbook (f->workbook);
  reading = first_of (f->workbook, SF_TYPE_READING);
  g_assert_cmpint (sf_reading_get_count (reading), ==, 30);
  g_assert_cmpint (sf_reading_get_denominator (reading), ==, 40);
  sf_reading_edit_free (edit);
}

/* What is dropped on the page of outcomes is readings only if it is a table. */
static void
test_names (void)
{
  const char *const tables[] = { "readings.csv", "Readings 2026.CSV", "a.b.tsv", "x.tab" };
  const char *const others[]
      = { "readings.csv.pdf", ".csv", "csv", "letter.docx", "table.xlsx", "" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_true (sf_readings_import_is_table (tables[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sf_readings_import_is_table (others[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readings/csv", test_csv);
  g_test_add_func ("/readings/names", test_names);
  g_test_add_func ("/readings/hostile", test_hostile);
  g_test_add ("/readings/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/readings/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/readings/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/readings/no-head", Fixture, NULL, set_up, test_no_head, tear_down);
  g_test_add ("/readings/fast", Fixture, NULL, set_up, test_fast, tear_down);
  return g_test_run ();
}
