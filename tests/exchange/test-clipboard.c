/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../workbook/workbook-helpers.h"
#include "exchange/sf-csv.h"
#include "exchange/sf-figure.h"
#include "exchange/sf-html-table.h"
#include "exchange/sf-readings-paste.h"
#include "model/sf-outcome.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* What comes from the clipboard: the cells in it, and what of them goes into a sheet of readings.
 */

/* --- cells ----------------------------------------------------------------------------------- */

static char *
show_rows (GPtrArray *rows, const GError *error)
{
  GString *shown = g_string_new (NULL);

  if (rows == NULL)
    g_string_printf (shown, "error %d", error->code);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SfCsvRow *row = rows->pdata[i];

      g_string_append (shown, i > 0 ? "/" : "");
      for (guint k = 0; k < row->cells->len; k++)
        g_string_append_printf (shown, "<%s>", (char *)row->cells->pdata[k]);
    }
  return g_string_free (shown, FALSE);
}

static void
assert_html (const char *text, gssize length, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize)length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sf_html_table_parse (bytes, &error);
  g_autofree char *shown = show_rows (rows, error);

  g_assert_cmpstr (shown, ==, expected);
}

/* As LibreOffice 7.4 writes it. */
#define LIBREOFFICE_HEAD                                                                           \
  "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\">\n<html>\n<head>\n"             \
  "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"/>\n<title></title>\n"    \
  "<style type=\"text/css\">\nbody,div,table { font-size:x-small }\n</style>\n</head>\n<body>\n"   \
  "<table cellspacing=\"0\" border=\"0\">\n<colgroup span=\"2\" width=\"85\"></colgroup>\n"

static void
test_html (void)
{
  static const struct
  {
    const char *text, *shown;
  } cases[] = {
    { LIBREOFFICE_HEAD
      "<tr>\n<td height=\"17\" align=\"right\" sdval=\"1204\" sdnum=\"2057;0;#,##0\">1,204</td>\n"
      "<td align=\"right\" sdval=\"0.5\">50%</td>\n</tr>\n<tr>\n<td height=\"17\"><br></td>\n"
      "<td align=\"left\">a &amp; b</td>\n</tr>\n</table>\n</body></html>\n",
      "<1,204><50%>/<><a & b>" },
    { "<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", "<a><><b>/<c><d><e>" },
    { "<table><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
      "<a><b>/<><c>" },
    { "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>", "<a><b>/<c><>" },
    { "<TABLE><TR><TH>x\n  y</TH></TR></TABLE>", "<x y>" },
    { "<table><tr><td>1&nbsp;204</td><td>&#163;5</td><td>&#x20AC;</td><td>&no;</td></tr></table>",
      "<1 204><\302\2435><\342\202\254><&no;>" },
    { "<table><tr><td>a<!-- </td><td>x --></td><td title='>'>b</td></tr></table>", "<a><b>" },
    { "<table><tr><td>a<script>if (a<b) '</td>'</script></td></tr></table>", "<a>" },
    { "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>",
      "<a b><c>" },
    { "<p>no</p><table><tr><td>a</td></tr></table><table><tr><td>z</td></tr></table>", "<a>" },
    { "<table><td>a<td>b", "<a><b>" },
    { "<table></table>", "error" },
    { "just text", "error" },
    { "", "error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *no_table = g_strdup_printf ("error %d", SF_ERROR_INVALID);

      assert_html (cases[i].text, -1,
                   g_str_has_prefix (cases[i].shown, "error") ? no_table : cases[i].shown);
    }
  /* UTF-16 with its mark, as browsers give it; Windows-1252 */
  assert_html ("\377\376<\0t\0a\0b\0l\0e\0>\0<\0t\0d\0>\0\351\0", 26, "<\303\251>");
  assert_html ("<table><td>caf\351", -1, "<caf\303\251>");
}

/* Whatever comes, it is read once and does not grow. */
static void
test_hostile_html (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *too_large = g_strdup_printf ("error %d", SF_ERROR_TOO_LARGE);
  g_autofree char *no_table = g_strdup_printf ("error %d", SF_ERROR_INVALID);
  static const char *const broken[] = { "<",
                                        "<table",
                                        "<table><",
                                        "<table><tr><td",
                                        "<table><td>&",
                                        "<table><td>&#",
                                        "<table><td>&#x;",
                                        "<table><td>&#0;",
                                        "<table><td>&#99999999999999;",
                                        "<table><td colspan",
                                        "<table><td colspan=>x",
                                        "<table><td colspan=\"-1\">x",
                                        "<table><td rowspan=\"",
                                        "<!--",
                                        "<table><!--",
                                        "<table><script>",
                                        "</table></td></tr>",
                                        "<table></tr></td><td>",
                                        "<table><td>\303",
                                        "<table><td a=\"\302>" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (broken[i], strlen (broken[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = sf_html_table_parse (bytes, &error);

      g_assert_true ((rows != NULL) == (error == NULL));
    }
  assert_html ("<table><td colspan=999999999>x</td></table>", -1,
               "<x><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><><>"
               "<><><><><><><><><><><><><><><><><><><><><><><><>");
  assert_html ("<table><td colspan=64>x</td><td>y</td></table>", -1, too_large);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<tr>");
  g_string_prepend (text, "<table><tr><td rowspan=99999999 colspan=64>x");
  assert_html (text->str, -1, too_large);
  g_string_assign (text, "<table><td>");
  for (guint i = 0; i < SF_CSV_MAX_CELL + 1; i++)
    g_string_append_c (text, 'x');
  assert_html (text->str, -1, too_large);
  g_string_assign (text, "");
  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "<table>");
  g_string_append (text, "<td>x");
  assert_html (text->str, -1, no_table);
}

static void
test_tabs (void)
{
  static const struct
  {
    const char *text, *shown;
  } cases[]
      = { { "1\t2\n3\t4\n", "<1><2>/<3><4>" },
          { "1\t2\r\n\r\n3\t4", "<1><2>/<>/<3><4>" },
          { "\t\n\t5", "<><>/<><5>" },
          { "\"two\nlines\"\t\"a\tb\"\t\"say \"\"x\"\"\"\n1", "<two\nlines><a\tb><say \"x\">/<1>" },
          { "1,204\t1;5", "<1,204><1;5>" },
          { "5", "<5>" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = sf_csv_parse_tabs (bytes, &error);
      g_autofree char *shown = show_rows (rows, error);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* --- figures --------------------------------------------------------------------------------- */

static void
test_figures (void)
{
  static const struct
  {
    const char *text;
    gint64 number;
  } counts[]
      = { { "0", 0 },        { "1204", 1204 },         { "1,204", 1204 }, { "1,204,000", 1204000 },
          { "1 204", 1204 }, { "1\302\240204", 1204 }, { "12.00", 12 },   { "1,204.0", 1204 },
          { " 7 ", 7 },      { "", SF_NULL_INT } };
  static const char *const wrong[]
      = { "12%",      "1,20", "12,0", "1,2,3", "12.5", "-3",         "x",
          "*",        "1e3",  "12.",  ".5",    "1 20", "9999999999", "99999999999999999999",
          "1234,567", "£5" };
  static const char *const no_values[] = { "31.5%", "x", "inf", "3,5", "1e3", "%", "." };
  SfImportFaultKind kind;
  gint64 number;
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_null (sf_figure_parse_count (counts[i].text, &number, &kind));
      g_assert_cmpint (number, ==, counts[i].number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *sentence = sf_figure_parse_count (wrong[i], &number, &kind);

      g_assert_nonnull (sentence);
      g_assert_cmpint (number, ==, SF_NULL_INT);
    }
  g_assert_null (sf_figure_parse_value ("3.5", NULL, &value, &kind));
  g_assert_cmpfloat (value, ==, 3.5);
  g_assert_null (sf_figure_parse_value ("1,204.5", "points", &value, &kind));
  g_assert_cmpfloat (value, ==, 1204.5);
  g_assert_null (sf_figure_parse_value ("31.5 %", "%", &value, &kind));
  g_assert_cmpfloat (value, ==, 31.5);
  g_assert_null (sf_figure_parse_value ("", "%", &value, &kind));
  g_assert_true (isnan (value));
  for (guint i = 0; i < G_N_ELEMENTS (no_values); i++)
    {
      g_autofree char *sentence = sf_figure_parse_value (no_values[i], "points", &value, &kind);

      g_assert_nonnull (sentence);
      g_assert_true (isnan (value));
    }
}

/* --- a sheet --------------------------------------------------------------------------------- */

typedef struct
{
  char *folder;
  SfWorkbook *workbook;
  SfMeasure *measure;
  SfReadingsSheet sheet;
} Fixture;

static void
settle (Fixture *f)
{
  sync_workbook (f->workbook);
  g_clear_pointer (&f->sheet.outcome, sf_outcome_free);
  if (f->measure != NULL)
    f->sheet.outcome = sf_outcome_new (sf_workbook_get_model (f->workbook), f->measure);
}

/* A proportion by year, of all families and of fathers: four columns; three years. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  SfCentre *centre;

  f->folder = g_dir_make_tmp ("sixfold-clipboard-XXXXXX", NULL);
  path = g_build_filename (f->folder, "ash.sixfold", NULL);
  f->workbook = sf_workbook_create (path, &error);
  g_assert_no_error (error);
  sf_workbook_add_centre (f->workbook, "Ash", NULL, &error);
  settle (f);
  centre = first_of (f->workbook, SF_TYPE_CENTRE);
  sf_workbook_take_measure (f->workbook, centre, "reach", NULL, &error);
  sf_workbook_add_family_group (f->workbook, centre, "fathers", NULL, NULL, &error);
  g_assert_no_error (error);
  settle (f);
  f->measure = first_of (f->workbook, SF_TYPE_MEASURE);
  f->sheet.periods = g_ptr_array_new ();
  g_ptr_array_add (f->sheet.periods, (gpointer) "2024-04-01");
  g_ptr_array_add (f->sheet.periods, (gpointer) "2025-04-01");
  g_ptr_array_add (f->sheet.periods, (gpointer) "2026-04-01");
  settle (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  sf_outcome_free (f->sheet.outcome);
  g_ptr_array_unref (f->sheet.periods);
  sf_workbook_close (f->workbook, NULL);
  g_object_unref (f->workbook);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->folder);
}

static char *
show_sheet (Fixture *f)
{
  GString *shown = g_string_new (NULL);

  for (guint row = 0; row < f->sheet.periods->len; row++)
    for (guint column = 0; column < 4; column++)
      {
        g_autofree char *text = sf_readings_sheet_dup_text (&f->sheet, row, column);

        g_string_append_printf (shown, "%s%s", *text != '\0' ? text : ".", column < 3 ? " " : "/");
      }
  return g_string_free (shown, FALSE);
}

/* Takes what a paste says, and frees it. */
static void
take (Fixture *f, SfReadingsPaste *paste)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_set_readings (f->workbook, paste->edits, "Pasted", &error);
  g_assert_no_error (error);
  settle (f);
  sf_readings_paste_free (paste);
}

static SfReadingsPaste *
paste_text (Fixture *f, guint row, guint column, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) rows = sf_csv_parse_tabs (bytes, NULL);

  return sf_readings_sheet_paste (&f->sheet, row, column, rows);
}

static void
assert_sheet (Fixture *f, const char *expected)
{
  g_autofree char *shown = show_sheet (f);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_paste (Fixture *f, gconstpointer data)
{
  SfReadingsPaste *paste;

  g_assert_cmpuint (sf_readings_sheet_get_n_columns (&f->sheet), ==, 4);
  paste = paste_text (f, 0, 0, "10\t20\t1\t2\n\t30\t\t\n1,204\t2,000\t3\t4\n");
  g_assert_cmpuint (paste->n_taken, ==, 9);
  g_assert_cmpuint (paste->n_left, ==, 0);
  take (f, paste);
  assert_sheet (f, "10 20 1 2/. 30 . ./1204 2000 3 4/");
  sf_workbook_undo (f->workbook);
  settle (f);
  assert_sheet (f, ". . . ./. . . ./. . . ./");
}

/* Each cell is taken or told. */
static void
test_left (Fixture *f, gconstpointer data)
{
  SfReadingsPaste *paste = paste_text (f, 1, 2, "5\t9\t7\n58%\tx\t\n1\t2\n\n3");

  g_assert_cmpuint (paste->n_taken, ==, 2);
  g_assert_cmpuint (paste->n_left, ==, 6);
  g_assert_cmpuint (paste->faults->len, ==, 5);
  g_assert_cmpstr (paste->faults->pdata[0], ==,
                   "Row 1, from column 3: it lies beyond the last group.");
  g_assert_cmpstr (paste->faults->pdata[1], ==,
                   "Row 2, column 1: “58%” is a percentage; what is wanted is how many.");
  g_assert_cmpstr (paste->faults->pdata[2], ==, "Row 2, column 2: “x” is not a whole number.");
  g_assert_cmpstr (paste->faults->pdata[3], ==, "Row 3: it lies below the last period.");
  g_assert_cmpstr (paste->faults->pdata[4], ==, "Row 5: it lies below the last period.");
  take (f, paste);
  assert_sheet (f, ". . . ./. . 5 9/. . . ./");
}

/* Both are left where the count would be more, also with what is there already. */
static void
test_more_than_all (Fixture *f, gconstpointer data)
{
  SfReadingsPaste *paste = paste_text (f, 0, 0, "10\t20\n30\t20\n");

  g_assert_cmpuint (paste->n_taken, ==, 2);
  g_assert_cmpuint (paste->n_left, ==, 2);
  g_assert_cmpstr (paste->faults->pdata[0], ==,
                   "All families, 2025–26: the count would be more than what it is out of.");
  take (f, paste);
  assert_sheet (f, "10 20 . ./. . . ./. . . ./");
  paste = paste_text (f, 0, 0, "21");
  g_assert_cmpuint (paste->n_taken, ==, 0);
  g_assert_cmpuint (paste->edits->len, ==, 0);
  sf_readings_paste_free (paste);
}

/* A count alone is taken, and it is told that it is no proportion yet. */
static void
test_lacking (Fixture *f, gconstpointer data)
{
  SfReadingsPaste *paste = paste_text (f, 0, 0, "10\t20\n30\n\t7\n");

  g_assert_cmpuint (paste->n_taken, ==, 4);
  g_assert_cmpuint (paste->n_lacking, ==, 1);
  take (f, paste);
  g_assert_false (sf_readings_sheet_lacks (&f->sheet, 0, 1));
  g_assert_true (sf_readings_sheet_lacks (&f->sheet, 1, 1));
  g_assert_false (sf_readings_sheet_lacks (&f->sheet, 1, 0));
  g_assert_false (sf_readings_sheet_lacks (&f->sheet, 1, 3));
  g_assert_false (sf_readings_sheet_lacks (&f->sheet, 2, 1));
  paste = paste_text (f, 1, 1, "40");
  g_assert_cmpuint (paste->n_lacking, ==, 0);
  take (f, paste);
  g_assert_false (sf_readings_sheet_lacks (&f->sheet, 1, 1));
}

static void
test_typing (Fixture *f, gconstpointer data)
{
  SfReadingsPaste *paste;

  take (f, sf_readings_sheet_type (&f->sheet, 2, 1, "1,000"));
  take (f, sf_readings_sheet_type (&f->sheet, 2, 0, "7"));
  assert_sheet (f, ". . . ./. . . ./7 1000 . ./");
  paste = sf_readings_sheet_type (&f->sheet, 2, 0, "7.5");
  g_assert_cmpstr (paste->faults->pdata[0], ==, "“7.5” is not a whole number.");
  sf_readings_paste_free (paste);
  paste = sf_readings_sheet_type (&f->sheet, 2, 0, "1001");
  g_assert_cmpstr (paste->faults->pdata[0], ==, "The count cannot be more than what it is out of.");
  sf_readings_paste_free (paste);
  take (f, sf_readings_sheet_type (&f->sheet, 2, 0, ""));
  assert_sheet (f, ". . . ./. . . ./. 1000 . ./");
  take (f, sf_readings_sheet_clear (&f->sheet, 0, 0, 2, 3));
  assert_sheet (f, ". . . ./. . . ./. . . ./");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clipboard/html", test_html);
  g_test_add_func ("/clipboard/hostile-html", test_hostile_html);
  g_test_add_func ("/clipboard/tabs", test_tabs);
  g_test_add_func ("/clipboard/figures", test_figures);
  g_test_add ("/clipboard/paste", Fixture, NULL, set_up, test_paste, tear_down);
  g_test_add ("/clipboard/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/clipboard/more-than-all", Fixture, NULL, set_up, test_more_than_all, tear_down);
  g_test_add ("/clipboard/lacking", Fixture, NULL, set_up, test_lacking, tear_down);
  g_test_add ("/clipboard/typing", Fixture, NULL, set_up, test_typing, tear_down);
  return g_test_run ();
}
