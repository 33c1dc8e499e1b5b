/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-extract.h"

#include "base/sf-error.h"
#include "store/sf-content.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The best are looked for among so many of the newest contents that hold all words: to weigh ten
 * thousand takes 40 ms, and nobody reads that far. */
#define WEIGHED 2000
#define MAX_WORDS 16

void
sf_extract_free (SfExtract *extract)
{
  g_free (extract->title);
  g_free (extract->dated_on);
  g_free (extract->text);
  g_clear_pointer (&extract->picture, g_bytes_unref);
  g_free (extract);
}

void
sf_extract_lack_clear (SfExtractLack *lack)
{
  lack->content = 0;
  g_clear_pointer (&lack->digest, g_free);
  g_clear_pointer (&lack->name, g_free);
}

static void
match_free (gpointer data)
{
  SfExtractMatch *match = data;

  g_free (match->digest);
  g_free (match);
}

static void
bind_int (sqlite3_stmt *statement, int index, gint64 number)
{
  sf_sql_bind_value (statement, index, &(SfValue){ .type = SF_VALUE_INT, .integer = number });
}

/* A file of schema 1 that may only be read has no such table. */
static gboolean
has_table (SfStore *store)
{
  return sf_sql_has_table (sf_store_get_sql (store), "extract");
}

/* --- pictures ----------------------------------------------------------------------------------
 */

/* At most one byte more than there is room for, which tells that there was more. */
static GBytes *
convert (GConverter *converter, GBytes *bytes, gsize room, GError **error)
{
  gsize length, written = 0;
  const guint8 *from = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *to = g_malloc (room + 1);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED && written <= room)
    {
      gsize read_now = 0, written_now = 0;

      result = g_converter_convert (converter, from, length, to + written, room + 1 - written,
                                    G_CONVERTER_INPUT_AT_END, &read_now, &written_now, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      from += read_now;
      length -= read_now;
      written += written_now;
    }
  return g_bytes_new_take (g_steal_pointer (&to), written);
}

static GBytes *
deflate_picture (GBytes *picture, GError **error)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  gsize length = g_bytes_get_size (picture);

  /* what zlib cannot make smaller grows by a few bytes for every 16 kB */
  return convert (G_CONVERTER (compressor), picture, length + length / 512 + 1024, error);
}

/* Never more than the picture's own size, whatever the bytes promise. */
static GBytes *
inflate_picture (GBytes *deflated, guint width, guint height)
{
  g_autoptr (GZlibDecompressor) decompressor
      = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  gsize size = (gsize)width * height * 3;
  g_autoptr (GBytes) picture = convert (G_CONVERTER (decompressor), deflated, size, NULL);

  if (picture == NULL || g_bytes_get_size (picture) != size)
    return NULL;
  return g_steal_pointer (&picture);
}

static gboolean
check_picture (const SfExtract *extract)
{
  return extract->picture == NULL
         || (extract->width > 0 && extract->width <= SF_EXTRACT_PICTURE_LIMIT && extract->height > 0
             && extract->height <= SF_EXTRACT_PICTURE_LIMIT
             && g_bytes_get_size (extract->picture) == (gsize)extract->width * extract->height * 3);
}

/* --- writing -----------------------------------------------------------------------------------
 */

static gboolean
run_with (SfStore *store, const char *text, gint64 number, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *statement = sf_sql_prepare (sql, text, error);

  if (statement == NULL)
    return FALSE;
  bind_int (statement, 1, number);
  return sf_sql_run (sql, statement, error);
}

/**
 * sf_extract_remove:
 * @store: a store with a transaction open
 * @content: the number of a content
 * @error: return location for an #SfError
 *
 * Takes away what was made of a content, its words in the index first: the index cannot find them
 * any more once the text has gone.
 */
gboolean
sf_extract_remove (SfStore *store, gint64 content, GError **error)
{
  return !has_table (store)
         || (run_with (store,
                       "INSERT INTO extract_index (extract_index, rowid, text)"
                       " SELECT 'delete', id, text FROM extract WHERE content = ?",
                       content, error)
             && run_with (store, "DELETE FROM extract WHERE content = ?", content, error));
}

/* The text as far as it is kept, whole characters. */
static char *
cut_text (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  const char *end = text + SF_EXTRACT_TEXT_LIMIT;

  if (length <= SF_EXTRACT_TEXT_LIMIT)
    return g_strdup (text);
  while (end > text && ((guchar)*end & 0xc0) == 0x80)
    end--;
  return g_strndup (text, (gsize)(end - text));
}

static gboolean
insert_extract (SfStore *store, gint64 content, const SfExtract *extract, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *text = cut_text (extract->text);
  g_autoptr (GBytes) deflated = NULL;
  sqlite3_stmt *insert
      = sf_sql_prepare (sql,
                        "INSERT INTO extract (content, made, title, dated_on, text, width, height,"
                        " picture) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        error);

  if (insert == NULL)
    return FALSE;
  bind_int (insert, 1, content);
  bind_int (insert, 2, extract->made ? 1 : 0);
  sf_sql_bind_text (insert, 3, extract->title);
  sf_sql_bind_text (insert, 4, extract->dated_on);
  sf_sql_bind_text (insert, 5, text);
  if (extract->picture != NULL)
    {
      deflated = deflate_picture (extract->picture, error);
      if (deflated == NULL)
        return FALSE;
      bind_int (insert, 6, extract->width);
      bind_int (insert, 7, extract->height);
      sf_sql_bind_bytes (insert, 8, g_bytes_get_data (deflated, NULL), g_bytes_get_size (deflated));
    }
  return sf_sql_run (sql, insert, error)
         && run_with (store,
                      "INSERT INTO extract_index (rowid, text)"
                      " SELECT id, text FROM extract WHERE content = ?",
                      content, error);
}

/**
 * sf_extract_put:
 * @store: a store that can be written
 * @digest: SHA-256 of the content
 * @extract: what was made of it; a text over %SF_EXTRACT_TEXT_LIMIT bytes is cut there
 * @error: return location for an #SfError
 */
gboolean
sf_extract_put (SfStore *store, const char *digest, const SfExtract *extract, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  gint64 content, size;

  g_return_val_if_fail (check_picture (extract), FALSE);
  g_return_val_if_fail (extract->text == NULL || g_utf8_validate (extract->text, -1, NULL), FALSE);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (sf_content_find (store, digest, &content, &size, error)
      && (content == 0
          || (sf_store_mark_open (store, error) && sf_extract_remove (store, content, error)
              && insert_extract (store, content, extract, error))))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* --- the index as a whole ----------------------------------------------------------------------
 */

/**
 * sf_extract_optimize_some:
 * @store: a store that can be written
 * @finished: (out): whether the index holds nothing any more of what was removed
 * @error: return location for an #SfError
 *
 * A word that was removed stays in the index, marked as gone, until the parts of the index are made
 * into one. This does the next piece of that, in a transaction of its own. Nothing may be put in
 * between two pieces.
 */
gboolean
sf_extract_optimize_some (SfStore *store, gboolean *finished, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3 *db = sf_sql_get_handle (sql);
  gint64 before;

  *finished = TRUE;
  if (!has_table (store))
    return TRUE;
  if (!sf_sql_begin (sql, error))
    return FALSE;
  before = sqlite3_total_changes64 (db);
  /* below zero: all parts into one. A merge that had nothing to do changes no more than the row
   * that was asked for. */
  if (!sf_sql_exec (sql, "INSERT INTO extract_index (extract_index, rank) VALUES ('merge', -100)",
                    error))
    {
      sf_sql_rollback (sql);
      return FALSE;
    }
  *finished = sqlite3_total_changes64 (db) - before < 2;
  return sf_sql_commit (sql, error);
}

gboolean
sf_extract_check_index (SfStore *store, GError **error)
{
  /* with rank 1 it is held against the texts, too */
  return !has_table (store)
         || sf_sql_exec (sf_store_get_sql (store),
                         "INSERT INTO extract_index (extract_index, rank)"
                         " VALUES ('integrity-check', 1)",
                         error);
}

gboolean
sf_extract_rebuild_index (SfStore *store, GError **error)
{
  return !has_table (store)
         || sf_sql_exec (sf_store_get_sql (store),
                         "INSERT INTO extract_index (extract_index) VALUES ('rebuild')", error);
}

/* --- reading -----------------------------------------------------------------------------------
 */

static char *
dup_text (sqlite3_stmt *statement, int index)
{
  const char *text = (const char *)sqlite3_column_text (statement, index);

  /* a damaged or foreign file may hold text that is not UTF-8 */
  return text != NULL ? g_utf8_make_valid (text, sqlite3_column_bytes (statement, index)) : NULL;
}

static void
read_picture (sqlite3_stmt *row, SfExtract *extract)
{
  gint64 width = sqlite3_column_int64 (row, 3), height = sqlite3_column_int64 (row, 4);
  g_autoptr (GBytes) deflated = NULL;

  if (width <= 0 || width > SF_EXTRACT_PICTURE_LIMIT || height <= 0
      || height > SF_EXTRACT_PICTURE_LIMIT)
    return;
  deflated = g_bytes_new (sqlite3_column_blob (row, 5), (gsize)sqlite3_column_bytes (row, 5));
  extract->picture = inflate_picture (deflated, (guint)width, (guint)height);
  if (extract->picture != NULL)
    {
      extract->width = (guint)width;
      extract->height = (guint)height;
    }
}

/**
 * sf_extract_get:
 * @store: a store
 * @digest: SHA-256 of a content
 * @error: return location for an #SfError
 *
 * A picture that is not what its row says is left out.
 */
SfExtract *
sf_extract_get (SfStore *store, const char *digest, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  SfExtract *extract;
  sqlite3_stmt *select;
  gboolean row;

  if (!has_table (store))
    return NULL;
  select = sf_sql_prepare (sql,
                           "SELECT e.made, e.title, e.dated_on, e.width, e.height, e.picture"
                           " FROM extract AS e JOIN content AS c ON c.id = e.content"
                           " WHERE c.digest = ? AND c.complete = 1",
                           error);
  if (select == NULL)
    return NULL;
  sf_sql_bind_text (select, 1, digest);
  if (!sf_sql_step (sql, select, &row, error) || !row)
    return NULL;
  extract = g_new0 (SfExtract, 1);
  extract->made = sqlite3_column_int (select, 0) != 0;
  extract->title = dup_text (select, 1);
  extract->dated_on = dup_text (select, 2);
  read_picture (select, extract);
  sqlite3_reset (select);
  return extract;
}

char *
sf_extract_get_text (SfStore *store, gint64 extract, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select;
  gboolean row;
  char *text;

  select = sf_sql_prepare (sql, "SELECT text FROM extract WHERE id = ?", error);
  if (select == NULL)
    return NULL;
  bind_int (select, 1, extract);
  if (!sf_sql_step (sql, select, &row, error) || !row)
    return NULL;
  text = dup_text (select, 0);
  sqlite3_reset (select);
  return text;
}

/**
 * sf_extract_find_lack:
 * @store: a store
 * @after: the last content looked at; 0 at the beginning
 * @lack: (out caller-allocates): what was found
 * @error: return location for an #SfError
 */
gboolean
sf_extract_find_lack (SfStore *store, gint64 after, SfExtractLack *lack, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select;
  gboolean row;

  memset (lack, 0, sizeof *lack);
  if (!has_table (store))
    return TRUE;
  select = sf_sql_prepare (
      sql,
      "SELECT c.id, c.size, c.digest, a.name FROM content AS c JOIN attachment AS a"
      " ON a.digest = c.digest WHERE c.id > ? AND c.complete = 1 AND NOT EXISTS"
      " (SELECT 1 FROM extract AS e WHERE e.content = c.id) ORDER BY c.id LIMIT 1",
      error);
  if (select == NULL)
    return FALSE;
  bind_int (select, 1, after);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row)
    {
      lack->content = sqlite3_column_int64 (select, 0);
      lack->size = sqlite3_column_int64 (select, 1);
      lack->digest = dup_text (select, 2);
      lack->name = dup_text (select, 3);
      sqlite3_reset (select);
    }
  return TRUE;
}

/* --- searching ---------------------------------------------------------------------------------
 */

/* A word as FTS5 reads it: quoted, so that nothing in it is a command; as the beginning of a word,
 * unless it is a single letter, with which too much begins. */
static gboolean
append_word (GString *match, const char *word)
{
  glong letters = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;
  if (letters == 0)
    return FALSE;
  g_string_append (match, match->len > 0 ? " AND \"" : "\"");
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append_c (match, '"');
  if (letters > 1)
    g_string_append (match, " *");
  return TRUE;
}

/* (transfer full) (nullable): NULL where there is nothing to look for */
static char *
make_match (const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query != NULL ? query : "", -1);
  g_auto (GStrv) words = g_strsplit_set (valid, " \t\r\n", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && n < MAX_WORDS; i++)
    n += append_word (match, words[i]) ? 1 : 0;
  return n > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/**
 * sf_extract_search:
 * @store: a store
 * @query: what was typed
 * @limit: at most so many
 * @error: return location for an #SfError
 *
 * Finds the contents that attachments name and in which all words occur, each as the beginning of a
 * word. Capitals and accents make no difference.
 */
GPtrArray *
sf_extract_search (SfStore *store, const char *query, guint limit, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func (match_free);
  g_autofree char *match = make_match (query);
  sqlite3_stmt *select;
  gboolean row;

  if (match == NULL || !has_table (store))
    return g_steal_pointer (&matches);
  select = sf_sql_prepare (sql,
                           "SELECT e.id, c.digest FROM (SELECT rowid AS id, rank AS weight FROM"
                           " extract_index WHERE extract_index MATCH ? ORDER BY rowid DESC"
                           " LIMIT " G_STRINGIFY (
                               WEIGHED) ") AS e JOIN extract AS x ON x.id = e.id JOIN content"
                                        " AS c ON c.id = x.content WHERE c.complete = 1 AND EXISTS"
                                        " (SELECT 1 FROM attachment AS a WHERE a.digest ="
                                        " c.digest) ORDER BY e.weight, e.id DESC LIMIT ?",
                           error);
  if (select == NULL)
    return NULL;
  sf_sql_bind_text (select, 1, match);
  bind_int (select, 2, limit > 0 ? limit : WEIGHED);
  for (;;)
    {
      SfExtractMatch *one;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&matches);
      one = g_new0 (SfExtractMatch, 1);
      one->extract = sqlite3_column_int64 (select, 0);
      one->digest = dup_text (select, 1);
      g_ptr_array_add (matches, one);
    }
}
