/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "exchange/sf-html-table.h"

#include "base/sf-error.h"
#include "exchange/sf-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
  GPtrArray *rows;
  guint depth;     /* of tables: 0 before the first */
  gboolean in_row; /* the last of @rows is open */
  gboolean in_cell;
  GString *text;
  guint columns;                   /* that the cell spans */
  guint covered[SF_CSV_MAX_CELLS]; /* rows from here that a cell above covers, by column */
} Reader;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE, sentence);
  return FALSE;
}

/* --- tags and letters ------------------------------------------------------------------------ */

typedef struct
{
  const char *name; /* where it begins */
  gsize length;
  gboolean closes;
  const char *rest; /* attributes, up to @end */
  const char *end;
} Tag;

/* Whether something stands at @at, whatever the case of its letters. */
static gboolean
stands (const Reader *reader, const char *at, const char *what)
{
  gsize length = strlen (what);

  return (gsize)(reader->end - at) >= length && g_ascii_strncasecmp (at, what, length) == 0;
}

/* To behind @what, or the end. */
static void
skip_behind (Reader *reader, const char *what)
{
  while (reader->at < reader->end && !stands (reader, reader->at, what))
    reader->at++;
  reader->at = reader->at < reader->end ? reader->at + strlen (what) : reader->end;
}

/* Behind its "<". A ">" in quotation marks does not end it. */
static void
read_tag (Reader *reader, Tag *tag)
{
  char quote = 0;

  tag->closes = reader->at < reader->end && *reader->at == '/';
  reader->at += tag->closes;
  tag->name = reader->at;
  while (reader->at < reader->end && g_ascii_isalnum (*reader->at))
    reader->at++;
  tag->length = (gsize)(reader->at - tag->name);
  tag->rest = reader->at;
  while (reader->at < reader->end && (quote != 0 || *reader->at != '>'))
    {
      if (quote == 0 && (*reader->at == '"' || *reader->at == '\''))
        quote = *reader->at;
      else if (*reader->at == quote)
        quote = 0;
      reader->at++;
    }
  tag->end = reader->at;
  reader->at += reader->at < reader->end;
}

static gboolean
is_tag (const Tag *tag, const char *name)
{
  return tag->length == strlen (name) && g_ascii_strncasecmp (tag->name, name, tag->length) == 0;
}

/* The number of an attribute, from 1 to @most; 1 where it is not there. */
static guint
get_number (const Tag *tag, const char *name, guint most)
{
  gsize length = strlen (name);

  for (const char *at = tag->rest; (gsize)(tag->end - at) > length; at++)
    {
      guint number = 0;

      if (g_ascii_strncasecmp (at, name, length) != 0 || at[length] != '='
          || g_ascii_isalnum (at[-1]) || at[-1] == '-')
        continue;
      at += length + 1;
      at += at < tag->end && (*at == '"' || *at == '\'');
      for (; at < tag->end && g_ascii_isdigit (*at) && number <= most; at++)
        number = number * 10 + (guint)(*at - '0');
      return CLAMP (number, 1, most);
    }
  return 1;
}

static const struct
{
  const char *name;
  gunichar letter;
} letters[] = { { "amp", '&' },      { "lt", '<' },       { "gt", '>' },       { "quot", '"' },
                { "apos", '\'' },    { "nbsp", ' ' },     { "pound", 0xa3 },   { "euro", 0x20ac },
                { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "lsquo", 0x2018 }, { "rsquo", 0x2019 },
                { "ldquo", 0x201c }, { "rdquo", 0x201d }, { "minus", 0x2212 }, { "thinsp", ' ' } };

/* What the "&" at the reader stands for, which is behind it afterwards; 0 if for itself. */
static gunichar
read_letter (Reader *reader)
{
  const char *begin = reader->at + 1;
  const char *stop = memchr (begin, ';', (gsize)MIN (reader->end - begin, 12));
  g_autofree char *name = NULL;
  gunichar letter = 0;

  if (stop == NULL)
    return 0;
  name = g_strndup (begin, (gsize)(stop - begin));
  if (name[0] == '#')
    letter = (gunichar)g_ascii_strtoull (name + 1 + (name[1] == 'x' || name[1] == 'X'), NULL,
                                         name[1] == 'x' || name[1] == 'X' ? 16 : 10);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strcmp (letters[i].name, name) == 0)
      letter = letters[i].letter;
  if (letter == 0xa0)
    letter = ' ';
  if (letter == 0 || !g_unichar_validate (letter))
    return 0;
  reader->at = stop + 1;
  return letter;
}

/* --- cells ----------------------------------------------------------------------------------- */

static gboolean
add_cell (Reader *reader, const char *text, GError **error)
{
  SfCsvRow *row = reader->rows->pdata[reader->rows->len - 1];

  if (row->cells->len >= SF_CSV_MAX_CELLS)
    return refuse (error, _ ("This table has too many columns."));
  g_ptr_array_add (row->cells, g_strdup (text));
  return TRUE;
}

/* Empty cells where a cell of a row above still reaches. */
static gboolean
add_covered (Reader *reader, GError **error)
{
  SfCsvRow *row = reader->rows->pdata[reader->rows->len - 1];

  while (row->cells->len < SF_CSV_MAX_CELLS && reader->covered[row->cells->len] > 0)
    {
      reader->covered[row->cells->len]--;
      if (!add_cell (reader, "", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_cell (Reader *reader, GError **error)
{
  if (!reader->in_cell)
    return TRUE;
  reader->in_cell = FALSE;
  g_strstrip (reader->text->str);
  if (!add_cell (reader, reader->text->str, error))
    return FALSE;
  for (guint i = 1; i < reader->columns; i++)
    if (!add_cell (reader, "", error))
      return FALSE;
  return TRUE;
}

static gboolean
end_row (Reader *reader, GError **error)
{
  if (!end_cell (reader, error))
    return FALSE;
  if (reader->in_row && !add_covered (reader, error))
    return FALSE;
  reader->in_row = FALSE;
  return TRUE;
}

static gboolean
begin_row (Reader *reader, GError **error)
{
  if (!end_row (reader, error))
    return FALSE;
  if (reader->rows->len >= SF_HTML_TABLE_MAX_ROWS)
    return refuse (error, _ ("This table has too many rows to be read at once."));
  g_ptr_array_add (reader->rows, sf_csv_row_new (reader->rows->len + 1));
  reader->in_row = TRUE;
  return TRUE;
}

static gboolean
begin_cell (Reader *reader, const Tag *tag, GError **error)
{
  SfCsvRow *row;
  guint rows;

  if (!end_cell (reader, error) || (!reader->in_row && !begin_row (reader, error))
      || !add_covered (reader, error))
    return FALSE;
  row = reader->rows->pdata[reader->rows->len - 1];
  reader->columns = get_number (tag, "colspan", SF_CSV_MAX_CELLS);
  rows = get_number (tag, "rowspan", SF_HTML_TABLE_MAX_ROWS);
  for (guint i = 0; i < reader->columns && row->cells->len + i < SF_CSV_MAX_CELLS; i++)
    reader->covered[row->cells->len + i] = rows - 1;
  reader->in_cell = TRUE;
  g_string_truncate (reader->text, 0);
  return TRUE;
}

/* --- the whole -------------------------------------------------------------------------------- */

/* What is in these is never seen. */
static gboolean
skip_unseen (Reader *reader, const Tag *tag)
{
  static const char *const names[] = { "script", "style", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!tag->closes && is_tag (tag, names[i]))
      {
        g_autofree char *end = g_strconcat ("</", names[i], NULL);

        skip_behind (reader, end);
        skip_behind (reader, ">");
        return TRUE;
      }
  return FALSE;
}

/* FALSE with @error unset at the end of the table. */
static gboolean
follow_tag (Reader *reader, const Tag *tag, GError **error)
{
  if (is_tag (tag, "table"))
    {
      if (!tag->closes)
        reader->depth++;
      else if (reader->depth == 1)
        return FALSE;
      else if (reader->depth > 1)
        reader->depth--;
    }
  if (reader->in_cell && (is_tag (tag, "br") || is_tag (tag, "p") || is_tag (tag, "td")))
    g_string_append_c (reader->text, ' ');
  if (reader->depth != 1)
    return TRUE;
  if (is_tag (tag, "tr"))
    return tag->closes ? end_row (reader, error) : begin_row (reader, error);
  if (is_tag (tag, "td") || is_tag (tag, "th"))
    return tag->closes ? end_cell (reader, error) : begin_cell (reader, tag, error);
  return TRUE;
}

/* White space of any kind is one blank, as it is where the text is shown. */
static gboolean
add_letter (Reader *reader, GError **error)
{
  gunichar letter = *reader->at == '&' ? read_letter (reader) : 0;

  if (letter == 0)
    {
      letter = g_utf8_get_char (reader->at);
      reader->at = g_utf8_next_char (reader->at);
    }
  if (!reader->in_cell)
    return TRUE;
  if (letter < 0x80 && g_ascii_isspace ((char)letter))
    letter = ' ';
  if (letter != ' ' || (reader->text->len > 0 && reader->text->str[reader->text->len - 1] != ' '))
    g_string_append_unichar (reader->text, letter);
  return reader->text->len <= SF_CSV_MAX_CELL
         || refuse (error, _ ("A cell is too long to be part of a table of figures."));
}

static gboolean
read_table (Reader *reader, GError **error)
{
  GError *local = NULL;
  Tag tag;

  while (reader->at < reader->end)
    {
      if (*reader->at != '<')
        {
          if (!add_letter (reader, error))
            return FALSE;
          continue;
        }
      if (stands (reader, reader->at, "<!--"))
        {
          skip_behind (reader, "-->");
          continue;
        }
      reader->at++;
      read_tag (reader, &tag);
      if (!skip_unseen (reader, &tag) && !follow_tag (reader, &tag, &local))
        break;
    }
  if (local == NULL && end_row (reader, &local))
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

GPtrArray *
sf_html_table_parse (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (sf_csv_row_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize length = 0;
  g_autofree char *text = sf_csv_decode (bytes, &length, error);
  Reader reader = { .at = text, .end = text + length, .rows = rows, .text = cell };

  if (text == NULL || !read_table (&reader, error))
    return NULL;
  if (rows->len > 0)
    return g_steal_pointer (&rows);
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID, _ ("There is no table in this text."));
  return NULL;
}
