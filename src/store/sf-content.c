/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-content.h"

#include "base/sf-error.h"
#include "store/sf-change-set.h"
#include "store/sf-extract.h"

#include <glib/gi18n-lib.h>

#define DISCARDS_PER_TRANSACTION 64u /* small contents, empty ones among them */

/* The pages of a sealed report, unless they were destroyed. */
#define NAMED_BY_SEAL                                                                              \
  "EXISTS (SELECT 1 FROM seal AS s WHERE s.pdf_digest = c.digest AND s.pdf_gone_at IS NULL)"

static void
bind_int (sqlite3_stmt *statement, int index, gint64 number)
{
  sf_sql_bind_value (statement, index, &(SfValue){ .type = SF_VALUE_INT, .integer = number });
}

/* Runs a statement with one whole number in a transaction of its own or the one that is open. */
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

static gboolean
insert_content (SfStore *store, gint64 *content, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_store_mark_open (store, error)
      || !sf_sql_exec (sql, "INSERT INTO content (size, complete) VALUES (0, 0)", error))
    return FALSE;
  *content = sqlite3_last_insert_rowid (sf_sql_get_handle (sql));
  return TRUE;
}

/**
 * sf_content_begin:
 * @store: a store
 * @content: (out): the number under which pieces are added
 * @error: return location for an #SfError
 *
 * Begins a content that is not complete. Killed from here on, it goes after the next opening.
 */
gboolean
sf_content_begin (SfStore *store, gint64 *content, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (insert_content (store, content, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

static gboolean
insert_chunk (SfStore *store,
              gint64 content,
              guint sequence,
              const guint8 *data,
              gsize length,
              GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *insert
      = sf_sql_prepare (sql, "INSERT INTO chunk (content, sequence, data) VALUES (?, ?, ?)", error);

  if (insert == NULL)
    return FALSE;
  bind_int (insert, 1, content);
  bind_int (insert, 2, sequence);
  sf_sql_bind_bytes (insert, 3, data, length);
  return sf_sql_run (sql, insert, error);
}

static gboolean
insert_chunks (SfStore *store,
               gint64 content,
               guint sequence,
               const guint8 *bytes,
               gsize length,
               GError **error)
{
  for (gsize at = 0; at < length; at += SF_CHUNK_SIZE)
    if (!insert_chunk (store, content, sequence++, bytes + at, MIN (SF_CHUNK_SIZE, length - at),
                       error))
      return FALSE;
  return TRUE;
}

/**
 * sf_content_append:
 * @store: a store
 * @content: a content that is not complete
 * @sequence: the number of the first piece, from 0
 * @data: at most %SF_CONTENT_TRANSACTION bytes
 * @length: how many; full pieces, unless it is the file's end
 * @error: return location for an #SfError
 */
gboolean
sf_content_append (SfStore *store,
                   gint64 content,
                   guint sequence,
                   gconstpointer data,
                   gsize length,
                   GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  g_return_val_if_fail (length <= SF_CONTENT_TRANSACTION, FALSE);

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (insert_chunks (store, content, sequence, data, length, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

static gboolean
mark_complete (SfStore *store, gint64 content, const char *digest, gint64 size, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *update
      = sf_sql_prepare (sql, "UPDATE content SET digest = ?, size = ?, complete = 1 WHERE id = ?",
                        error);

  if (update == NULL)
    return FALSE;
  sf_sql_bind_text (update, 1, digest);
  bind_int (update, 2, size);
  bind_int (update, 3, content);
  return sf_sql_run (sql, update, error);
}

/**
 * sf_content_finish:
 * @store: a store
 * @content: a content all of whose pieces are there
 * @digest: SHA-256 of it, 64 hexadecimal digits
 * @size: its size in bytes
 * @kept: (out): whether it is kept; %FALSE where the same contents were there already, and the
 *   new ones are to be discarded
 * @error: return location for an #SfError
 */
gboolean
sf_content_finish (
    SfStore *store, gint64 content, const char *digest, gint64 size, gboolean *kept, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  gint64 same, same_size;
  gboolean done;

  if (!sf_content_find (store, digest, &same, &same_size, error))
    return FALSE;
  *kept = same == 0;
  if (!*kept)
    return TRUE;
  if (!sf_sql_begin (sql, error))
    return FALSE;
  done = mark_complete (store, content, digest, size, error);
  if (done)
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/* --- many at once ---------------------------------------------------------------------------- */

/* What it would be the second of is known before anything of it is written, if it is all there. */
static gboolean
write_part (SfStore *store, SfContentPart *part, GError **error)
{
  gint64 same = 0, same_size;

  part->kept = TRUE;
  if (part->digest != NULL && !sf_content_find (store, part->digest, &same, &same_size, error))
    return FALSE;
  if (same != 0)
    {
      part->kept = FALSE;
      return TRUE;
    }
  if (part->content == 0 && part->digest != NULL && part->length == 0 && part->size > 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_FAILED,
                           _ ("A file that was here already was erased meanwhile. Nothing was "
                              "attached; please add it again."));
      return FALSE;
    }
  if (part->content == 0 && !insert_content (store, &part->content, error))
    return FALSE;
  return insert_chunks (store, part->content, part->sequence, part->data, part->length, error)
         && (part->digest == NULL
             || mark_complete (store, part->content, part->digest, part->size, error));
}

/**
 * sf_content_write:
 * @store: a store
 * @parts: (array length=n_parts): what is written; says afterwards what became of each
 * @n_parts: how many
 * @error: return location for an #SfError
 *
 * Writes small contents, and parts of large ones, in one transaction. Where it fails, none of
 * them is written and @parts is as it was.
 */
gboolean
sf_content_write (SfStore *store, SfContentPart *parts, guint n_parts, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree SfContentPart *before = g_memdup2 (parts, n_parts * sizeof *parts);
  gboolean done;

  if (!sf_sql_begin (sql, error))
    return FALSE;
  done = TRUE;
  for (guint i = 0; done && i < n_parts; i++)
    done = write_part (store, &parts[i], error);
  if (!done)
    sf_sql_rollback (sql);
  if (done && sf_sql_commit (sql, error))
    return TRUE;
  for (guint i = 0; i < n_parts; i++)
    parts[i] = before[i];
  return FALSE;
}

gboolean
sf_content_list (SfStore *store, GHashTable *digests, GHashTable *sizes, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT digest, size FROM content WHERE complete = 1", error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      gint64 size;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      size = sqlite3_column_int64 (select, 1);
      g_hash_table_add (digests, g_strdup ((const char *)sqlite3_column_text (select, 0)));
      g_hash_table_add (sizes, g_memdup2 (&size, sizeof size));
    }
}

/* --- away with it ----------------------------------------------------------------------------- */

/* In a transaction: the last few pieces of a content and, with the last of all, itself. */
static gboolean
delete_some (SfStore *store, gint64 content, int *n_chunks, gboolean *finished, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);

  /* what was made of it goes first; from then on it counts as half added, so that being killed
   * midway leaves nothing behind */
  if (!sf_extract_remove (store, content, error)
      || !run_with (store, "UPDATE content SET complete = 0, digest = NULL WHERE id = ?", content,
                    error)
      || !run_with (store,
                    "DELETE FROM chunk WHERE id IN (SELECT id FROM chunk WHERE content = ?"
                    " ORDER BY sequence DESC LIMIT " G_STRINGIFY (SF_CHUNKS_PER_TRANSACTION) ")",
                    content, error))
    return FALSE;
  *n_chunks = sqlite3_changes (sf_sql_get_handle (sql));
  *finished = *n_chunks < SF_CHUNKS_PER_TRANSACTION;
  return !*finished || run_with (store, "DELETE FROM content WHERE id = ?", content, error);
}

/**
 * sf_content_discard_some:
 * @store: a store
 * @content: a content that is not to be kept
 * @finished: (out): whether it is gone
 * @error: return location for an #SfError
 *
 * Takes back up to 1 MB in one transaction, so that steps slip between.
 */
gboolean
sf_content_discard_some (SfStore *store, gint64 content, gboolean *finished, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  int n_chunks;

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (delete_some (store, content, &n_chunks, finished, error))
    return sf_sql_commit (sql, error);
  sf_sql_rollback (sql);
  return FALSE;
}

/**
 * sf_content_discard_many:
 * @store: a store
 * @contents: (element-type gint64): contents that are not to be kept
 * @error: return location for an #SfError
 *
 * Takes back up to 1 MB of small contents, or a part of a large one, in one transaction. It is to
 * be called until @contents is empty.
 */
gboolean
sf_content_discard_many (SfStore *store, GArray *contents, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  guint left = contents->len;
  int sum = 0;

  if (!sf_sql_begin (sql, error))
    return FALSE;
  while (left > 0 && contents->len - left < DISCARDS_PER_TRANSACTION
         && sum < SF_CHUNKS_PER_TRANSACTION)
    {
      gboolean finished;
      int n_chunks;

      if (!delete_some (store, g_array_index (contents, gint64, left - 1), &n_chunks, &finished,
                        error))
        {
          sf_sql_rollback (sql);
          return FALSE;
        }
      sum += n_chunks;
      if (finished)
        left--;
    }
  if (!sf_sql_commit (sql, error))
    return FALSE;
  g_array_set_size (contents, left);
  return TRUE;
}

/* What history names may come back by undo, and stays. */
static gboolean
keep_named_by_history (SfStore *store, GHashTable *digests, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (
      sql, "SELECT packed FROM change WHERE record_table = 'attachment' AND packed IS NOT NULL",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GBytes) packed = NULL;
      g_autofree char *digest = NULL;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      packed
          = g_bytes_new (sqlite3_column_blob (select, 0), (gsize)sqlite3_column_bytes (select, 0));
      digest = sf_change_unpack_text (SF_TYPE_ATTACHMENT, packed, SF_ATTACHMENT_DIGEST);
      if (digest != NULL)
        g_hash_table_remove (digests, digest);
    }
}

/* Complete contents among these, by digest, that an attachment does not name; those half added go.
 */
static gboolean
sort_unwanted (SfStore *store, gint64 content, GHashTable *digests, GArray *going, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (
      sql,
      "SELECT c.digest, c.complete, EXISTS (SELECT 1 FROM attachment AS a WHERE a.digest ="
      " c.digest) OR " NAMED_BY_SEAL " FROM content AS c WHERE c.id = ?",
      error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  bind_int (select, 1, content);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row && sqlite3_column_int (select, 1) == 0)
    g_array_append_val (going, content);
  else if (row && sqlite3_column_int (select, 2) == 0)
    g_hash_table_insert (digests, g_strdup ((const char *)sqlite3_column_text (select, 0)),
                         g_memdup2 (&content, sizeof content));
  sqlite3_reset (select);
  return TRUE;
}

/* From here on nobody finds them, and being killed leaves them to the next opening. */
static gboolean
mark_incomplete (SfStore *store, GHashTable *digests, GArray *going, GError **error)
{
  GHashTableIter iter;
  gpointer content;

  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, NULL, &content))
    {
      if (!run_with (store, "UPDATE content SET complete = 0, digest = NULL WHERE id = ?",
                     *(gint64 *)content, error))
        return FALSE;
      g_array_append_vals (going, content, 1);
    }
  return TRUE;
}

static gboolean
disown_all (SfStore *store, GArray *contents, GArray *going, GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < contents->len; i++)
    if (!sort_unwanted (store, g_array_index (contents, gint64, i), digests, going, error))
      return FALSE;
  return (g_hash_table_size (digests) == 0 || keep_named_by_history (store, digests, error))
         && mark_incomplete (store, digests, going, error);
}

/**
 * sf_content_disown:
 * @store: a store
 * @contents: (element-type gint64): contents that whoever added them does not want any more
 * @going: (element-type gint64): gains those that are to be discarded
 * @error: return location for an #SfError
 *
 * In one transaction: what an attachment or history names meanwhile stays, for somebody else found
 * it there; the others count as half added from here on.
 */
gboolean
sf_content_disown (SfStore *store, GArray *contents, GArray *going, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  guint before = going->len;

  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (!disown_all (store, contents, going, error))
    sf_sql_rollback (sql);
  else if (sf_sql_commit (sql, error))
    return TRUE;
  g_array_set_size (going, before);
  return FALSE;
}

/* Takes back a content that is not to be kept, all of it. */
gboolean
sf_content_discard (SfStore *store, gint64 content, GError **error)
{
  gboolean finished = FALSE;

  while (!finished)
    if (!sf_content_discard_some (store, content, &finished, error))
      return FALSE;
  return TRUE;
}

/* Contents that an attachment does not name: half added, or perhaps named by history. */
static GArray *
list_unnamed (SfStore *store, GHashTable *digests, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (
      sql,
      "SELECT c.id, c.digest, c.complete FROM content AS c WHERE c.complete = 0 OR NOT EXISTS"
      " (SELECT 1 FROM attachment AS a WHERE a.digest = c.digest) AND NOT " NAMED_BY_SEAL,
      error);
  g_autoptr (GArray) contents = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (select == NULL)
    return NULL;
  for (;;)
    {
      gint64 content;

      if (!sf_sql_step (sql, select, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&contents);
      content = sqlite3_column_int64 (select, 0);
      if (sqlite3_column_int (select, 2) == 0)
        g_array_append_val (contents, content);
      else
        g_hash_table_insert (digests, g_strdup ((const char *)sqlite3_column_text (select, 1)),
                             g_memdup2 (&content, sizeof content));
    }
}

/* In one transaction, if there is any. */
static gboolean
let_go (SfStore *store, GHashTable *digests, GArray *going, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  guint before = going->len;

  if (g_hash_table_size (digests) == 0)
    return TRUE;
  if (!sf_sql_begin (sql, error))
    return FALSE;
  if (!mark_incomplete (store, digests, going, error))
    sf_sql_rollback (sql);
  else if (sf_sql_commit (sql, error))
    return TRUE;
  g_array_set_size (going, before);
  return FALSE;
}

/**
 * sf_content_list_leftovers:
 * @store: a store that can be written, before anything is added to it
 * @error: return location for an #SfError
 *
 * What was half added when the program last ended; and complete contents that neither an attachment
 * nor history names, for the step that would have named them never came: they count as half added
 * from here on, so that who adds the same again does not find them.
 *
 * Returns: (transfer full) (element-type gint64): contents to be discarded, which stay until they
 *   are
 */
GArray *
sf_content_list_leftovers (SfStore *store, GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) contents = list_unnamed (store, digests, error);

  if (contents == NULL
      || (g_hash_table_size (digests) > 0 && !keep_named_by_history (store, digests, error))
      || !let_go (store, digests, contents, error))
    return NULL;
  return g_steal_pointer (&contents);
}

/* Discards all of them, at once: for a file that nobody works in yet. */
gboolean
sf_content_remove_leftovers (SfStore *store, GError **error)
{
  g_autoptr (GArray) contents = sf_content_list_leftovers (store, error);

  if (contents == NULL)
    return FALSE;
  while (contents->len > 0)
    if (!sf_content_discard_many (store, contents, error))
      return FALSE;
  return TRUE;
}

/**
 * sf_content_find:
 * @store: a store
 * @digest: SHA-256, 64 hexadecimal digits
 * @content: (out): its number; 0 where it is not there
 * @size: (out): its size in bytes
 * @error: return location for an #SfError
 *
 * Returns: whether the file could be read
 */
gboolean
sf_content_find (SfStore *store, const char *digest, gint64 *content, gint64 *size, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT id, size FROM content WHERE digest = ? AND complete = 1",
                        error);
  gboolean row;

  *content = *size = 0;
  if (select == NULL)
    return FALSE;
  sf_sql_bind_text (select, 1, digest);
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row)
    {
      *content = sqlite3_column_int64 (select, 0);
      *size = sqlite3_column_int64 (select, 1);
    }
  sqlite3_reset (select);
  return TRUE;
}

GBytes *
sf_content_read (SfStore *store, gint64 content, guint sequence, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT data FROM chunk WHERE content = ? AND sequence = ?", error);
  GBytes *bytes = NULL;
  gboolean row;

  if (select == NULL)
    return NULL;
  bind_int (select, 1, content);
  bind_int (select, 2, sequence);
  if (!sf_sql_step (sql, select, &row, error))
    return NULL;
  if (row)
    bytes = g_bytes_new (sqlite3_column_blob (select, 0), (gsize)sqlite3_column_bytes (select, 0));
  sqlite3_reset (select);
  return bytes;
}
