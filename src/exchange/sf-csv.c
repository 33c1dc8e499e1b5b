/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-csv.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  char separator;
  gboolean keeps_blank; /* lines with nothing in them are rows */
  guint line;
  GString *cell;
} Reader;

SfCsvRow *
sf_csv_row_new (guint line)
{
  SfCsvRow *row = g_new0 (SfCsvRow, 1);

  row->line = line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  return row;
}

void
sf_csv_row_free (gpointer data)
{
  SfCsvRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE, sentence);
  return FALSE;
}

/* What the first line has most of, outside quotation marks; a comma where it has none. */
static char
find_separator (const char *text, const char *end)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 }, best = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      quoted ^= *p == '"';
      for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
        counts[i] += !quoted && *p == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* One line end, of one byte or two. */
static void
skip_line_end (Reader *reader)
{
  if (*reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n')
    reader->at++;
  reader->at++;
  reader->line++;
}

/* Behind the opening quotation mark, to behind the closing one or the end of the file. */
static void
read_quoted (Reader *reader)
{
  while (reader->at < reader->end)
    {
      if (*reader->at == '"')
        {
          reader->at++;
          if (reader->at >= reader->end || *reader->at != '"')
            return;
        }
      else if (is_line_end (*reader->at))
        {
          g_string_append_c (reader->cell, '\n');
          skip_line_end (reader);
          continue;
        }
      g_string_append_c (reader->cell, *reader->at++);
    }
}

static gboolean
read_cell (Reader *reader, GPtrArray *cells, GError **error)
{
  g_string_truncate (reader->cell, 0);
  if (reader->at < reader->end && *reader->at == '"')
    {
      reader->at++;
      read_quoted (reader);
    }
  while (reader->at < reader->end && *reader->at != reader->separator && !is_line_end (*reader->at))
    g_string_append_c (reader->cell, *reader->at++);
  if (reader->cell->len > SF_CSV_MAX_CELL)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                   _ ("A cell that ends in line %u is too long to be part of a table of figures."),
                   reader->line);
      return FALSE;
    }
  if (cells->len >= SF_CSV_MAX_CELLS)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_TOO_LARGE, _ ("Line %u has too many cells."),
                   reader->line);
      return FALSE;
    }
  g_ptr_array_add (cells, g_strstrip (g_strdup (reader->cell->str)));
  return TRUE;
}

static gboolean
read_row (Reader *reader, GPtrArray *rows, GError **error)
{
  SfCsvRow *row = sf_csv_row_new (reader->line);
  gboolean blank = TRUE;

  while (TRUE)
    {
      if (!read_cell (reader, row->cells, error))
        {
          sf_csv_row_free (row);
          return FALSE;
        }
      if (reader->at >= reader->end || *reader->at != reader->separator)
        break;
      reader->at++;
    }
  if (reader->at < reader->end)
    skip_line_end (reader);
  for (guint i = 0; i < row->cells->len; i++)
    blank = blank && *(char *)row->cells->pdata[i] == '\0';
  if (blank && !reader->keeps_blank)
    {
      sf_csv_row_free (row);
      return TRUE;
    }
  g_ptr_array_add (rows, row);
  return rows->len <= SF_CSV_MAX_ROWS
         || refuse (error, _ ("This table has too many rows to be read at once."));
}

/* UTF-16 says by its first two bytes which of both it is; other text has no such beginning. */
static char *
decode_utf16 (const char *data, gsize size, gsize *length)
{
  gboolean little = size >= 2 && memcmp (data, "\377\376", 2) == 0;

  if (!little && (size < 2 || memcmp (data, "\376\377", 2) != 0))
    return NULL;
  return g_convert_with_fallback (data + 2, (gssize)size - 2, "UTF-8",
                                  little ? "UTF-16LE" : "UTF-16BE", "?", NULL, length, NULL);
}

/* As UTF-8, without its byte order mark. Windows-1252 has a letter for nearly every byte. */
char *
sf_csv_decode (GBytes *bytes, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size > SF_CSV_MAX_BYTES)
    {
      refuse (error, _ ("This file is too large to be a table of figures."));
      return NULL;
    }
  text = decode_utf16 (data, size, length);
  if (text != NULL && memchr (text, '\0', *length) == NULL)
    return text;
  g_clear_pointer (&text, g_free);
  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                           _ ("This is not a table as text. In the spreadsheet choose “Save as” "
                              "and CSV in UTF-8."));
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  *length = size;
  if (size == 0 || g_utf8_validate (data, (gssize)size, NULL))
    return g_strndup (size != 0 ? data : "", size);
  text = g_convert_with_fallback (data, (gssize)size, "UTF-8", "WINDOWS-1252", "?", NULL, length,
                                  NULL);
  if (text == NULL)
    g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                         _ ("The letters of this file cannot be read. In the spreadsheet choose "
                            "“Save as” and CSV in UTF-8."));
  return text;
}

/* @separator: 0 finds it */
static GPtrArray *
parse (GBytes *bytes, char separator, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (sf_csv_row_free);
  gsize length = 0;
  g_autofree char *text = sf_csv_decode (bytes, &length, error);
  g_autoptr (GString) cell = g_string_new (NULL);
  Reader reader = { text, text + length, separator, separator != 0, 1, cell };

  if (text == NULL)
    return NULL;
  if (separator == 0)
    reader.separator = find_separator (reader.at, reader.end);
  while (reader.at < reader.end)
    if (!read_row (&reader, rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}

GPtrArray *
sf_csv_parse (GBytes *bytes, GError **error)
{
  return parse (bytes, 0, error);
}

GPtrArray *
sf_csv_parse_tabs (GBytes *bytes, GError **error)
{
  return parse (bytes, '\t', error);
}

/* --- writing ---------------------------------------------------------------------------------- */

static void
append_cell (GString *text, const char *cell)
{
  g_string_append_c (text, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

void
sf_csv_append_row (GString *text, const char *const *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";

      if (i > 0)
        g_string_append_c (text, ',');
      /* one of blanks at its ends would lose them */
      if (*cell == '\0' || strpbrk (cell, "\",;\t\r\n ") == NULL)
        g_string_append (text, cell);
      else
        append_cell (text, cell);
    }
  g_string_append (text, "\r\n");
}
