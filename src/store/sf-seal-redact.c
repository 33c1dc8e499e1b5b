/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-seals.h"

#include "base/sf-clock.h"

#include <string.h>

/* Erasing reaches sealed reports. By the step that begins the erasure a seal says that it is
 * redacted, and why; the values themselves go with all others (sf-erase.c). */

/* A shorter text is in every report. */
#define SHORTEST 4

/* One seal that covers something of what is erased. */
typedef struct
{
  gint64 id;
  SfUuid uuid;
  gboolean pdf_goes;
} Touched;

/* Letters and figures alone, in one case: a line may be broken anywhere on a page. */
static char *
fold (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (whole != NULL ? whole : "", -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* Its words of a vocabulary, dates and digests are nobody's. */
static gboolean
is_telling (const char *table, const char *field)
{
  GType type = sf_model_find_record_type (table);
  SfRecordClass *klass = type != G_TYPE_INVALID ? g_type_class_peek (type) : NULL;
  int column = klass != NULL ? sf_record_class_find_column (klass, field) : -1;

  return column < 0
         || (klass->columns[column].flags
             & (SF_COLUMN_SEARCHED | SF_COLUMN_PROSE | SF_COLUMN_PERSONAL))
                != 0;
}

static gboolean
read_seal_text (SfStore *store, gint64 seal, char **text, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql, "SELECT text FROM seal_text WHERE seal = ?", error);
  gboolean row;

  *text = NULL;
  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = seal });
  if (!sf_sql_step (sql, select, &row, error))
    return FALSE;
  if (row)
    {
      *text = fold ((const char *)sqlite3_column_text (select, 0));
      sqlite3_reset (select);
    }
  return TRUE;
}

/* Whether the pages say a text of @record. Where nothing is known of their words they may. */
static gboolean
find_in_pages (SfStore *store, Touched *touched, const SfUuid *record, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autofree char *pages = NULL;
  sqlite3_stmt *select;
  gboolean row;

  if (touched->pdf_goes)
    return TRUE;
  if (!read_seal_text (store, touched->id, &pages, error))
    return FALSE;
  touched->pdf_goes = pages == NULL;
  select = sf_sql_prepare (sql,
                           "SELECT record_table, field, value FROM seal_leaf WHERE seal = ?1 AND"
                           " record = ?2 AND typeof (value) = 'text'",
                           error);
  if (select == NULL)
    return FALSE;
  sf_sql_bind_value (select, 1, &(SfValue){ .type = SF_VALUE_INT, .integer = touched->id });
  sf_sql_bind_uuid (select, 2, record);
  for (;;)
    {
      g_autofree char *words = NULL;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (pages == NULL
          || !is_telling ((const char *)sqlite3_column_text (select, 0),
                          (const char *)sqlite3_column_text (select, 1)))
        continue;
      words = fold ((const char *)sqlite3_column_text (select, 2));
      if (g_utf8_strlen (words, -1) >= SHORTEST && strstr (pages, words) != NULL)
        touched->pdf_goes = TRUE;
    }
}

static Touched *
add_touched (GArray *all, gint64 id)
{
  Touched one = { .id = id };

  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, Touched, i).id == id)
      return &g_array_index (all, Touched, i);
  g_array_append_val (all, one);
  return &g_array_index (all, Touched, all->len - 1);
}

static gboolean
list_touched_by (SfStore *store, const SfUuid *record, GArray *all, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql,
                                         "SELECT DISTINCT s.id, s.uuid, s.pdf_gone_at IS NOT NULL "
                                         "FROM seal_leaf AS l JOIN seal AS s ON s.id = l.seal WHERE"
                                         " l.record = ? AND l.salt IS NOT NULL",
                                         error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_uuid (select, 1, record);
  for (;;)
    {
      Touched *touched;

      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      touched = add_touched (all, sqlite3_column_int64 (select, 0));
      sf_sql_column_uuid (select, 1, &touched->uuid);
      touched->pdf_goes = touched->pdf_goes || sqlite3_column_int (select, 2) != 0;
    }
}

static gboolean
look_for (SfStore *store, const SfUuid *record, GArray *all, GError **error)
{
  if (!list_touched_by (store, record, all, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!find_in_pages (store, &g_array_index (all, Touched, i), record, error))
      return FALSE;
  return TRUE;
}

/* What an older version covers and is not there any more: it names what is erased. */
static gboolean
look_for_naming (SfStore *store, GBytes *subject, GArray *all, GError **error)
{
  SfSql *sql = sf_store_get_sql (store);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (SfUuid));
  sqlite3_stmt *select
      = sf_sql_prepare (sql, "SELECT DISTINCT record FROM seal_leaf WHERE value = ?", error);
  gboolean row = TRUE;
  SfUuid record;

  if (select == NULL)
    return FALSE;
  sf_sql_bind_bytes (select, 1, g_bytes_get_data (subject, NULL), g_bytes_get_size (subject));
  while (row)
    {
      if (!sf_sql_step (sql, select, &row, error))
        return FALSE;
      if (row && sf_sql_column_uuid (select, 0, &record))
        g_array_append_val (records, record);
    }
  for (guint i = 0; i < records->len; i++)
    if (!look_for (store, &g_array_index (records, SfUuid, i), all, error))
      return FALSE;
  return TRUE;
}

/* What is erased: the records that the step deletes, and what it names beside them. */
static gboolean
look_for_all (SfStore *store, SfChangeSet *set, GArray *all, GError **error)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const SfChange *change = set->changes->pdata[i];

      if (change->operation == SF_CHANGE_DELETE && !look_for (store, &change->record, all, error))
        return FALSE;
      if (change->operation == SF_CHANGE_INSERT && change->type == SF_TYPE_ERASURE
          && change->row[SF_ERASURE_SUBJECT].type == SF_VALUE_BLOB
          && !look_for_naming (store, change->row[SF_ERASURE_SUBJECT].blob, all, error))
        return FALSE;
    }
  for (guint i = 0; set->erased != NULL && i < set->erased->len; i++)
    if (!look_for (store, &g_array_index (set->erased, SfUuid, i), all, error))
      return FALSE;
  return TRUE;
}

static void
set_instant (SfChangeSet *set, const SfUuid *seal, guint column, gint64 at)
{
  SfValue value = { .type = SF_VALUE_INT, .integer = at };

  sf_change_set_put (set, SF_TYPE_SEAL, seal, column, &value);
}

static const char *
find_reason (SfChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++)
    {
      const SfChange *change = set->changes->pdata[i];

      if (change->operation == SF_CHANGE_INSERT && change->type == SF_TYPE_ERASURE)
        return change->row[SF_ERASURE_REASON].text;
    }
  return NULL;
}

gboolean
sf_seals_redact (SfStore *store, SfChangeSet *set, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Touched));
  const char *reason = find_reason (set);
  gint64 now = sf_clock_now ();

  if (reason == NULL)
    return TRUE;
  if (!look_for_all (store, set, all, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const Touched *touched = &g_array_index (all, Touched, i);
      g_auto (SfValue) text = SF_VALUE_INIT;

      sf_value_set_text (&text, reason);
      set_instant (set, &touched->uuid, SF_SEAL_REDACTED_AT, now);
      sf_change_set_put (set, SF_TYPE_SEAL, &touched->uuid, SF_SEAL_REDACTION, &text);
      if (touched->pdf_goes)
        set_instant (set, &touched->uuid, SF_SEAL_PDF_GONE_AT, now);
    }
  return TRUE;
}
