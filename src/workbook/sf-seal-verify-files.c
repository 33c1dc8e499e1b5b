/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The files of evidence: a seal covers their digests, and the digests have to be theirs. */
#include "workbook/sf-seal-verify-private.h"

#include "base/sf-digest.h"
#include "store/sf-content.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
sf_sealed_file_free (gpointer data)
{
  SfSealedFile *file = data;

  g_free (file->digest);
  g_free (file->title);
  g_free (file);
}

GPtrArray *
sf_seal_list_files (SfStore *store, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (sf_sealed_file_free);
  SfSql *sql = sf_store_get_sql (store);
  sqlite3_stmt *select = sf_sql_prepare (sql,
                                         "SELECT a.digest, min (v.title) FROM attachment AS a JOIN"
                                         " evidence AS v ON v.id = a.evidence GROUP BY a.digest",
                                         error);
  gboolean row = TRUE;

  if (select == NULL)
    return NULL;
  while (sf_sql_step (sql, select, &row, error) && row)
    {
      SfSealedFile *file = g_new0 (SfSealedFile, 1);

      file->digest = g_strdup ((const char *)sqlite3_column_text (select, 0));
      file->title = g_strdup ((const char *)sqlite3_column_text (select, 1));
      g_ptr_array_add (files, file);
    }
  sqlite3_reset (select);
  return row ? NULL : g_steal_pointer (&files);
}

/* Whether what lies there is what its digest says; FALSE with @error where it cannot be read. */
static gboolean
is_sound (SfStore *store, const char *digest, gboolean *sound, GError **error)
{
  g_autoptr (SfDigest) sum = sf_digest_new ();
  gint64 content = 0, size = 0, read = 0;

  *sound = FALSE;
  if (!sf_content_find (store, digest, &content, &size, error))
    return FALSE;
  if (content == 0)
    return TRUE; /* it is gone: no file to hold against it */
  for (guint sequence = 0;; sequence++)
    {
      g_autoptr (GError) cause = NULL;
      g_autoptr (GBytes) piece = sf_content_read (store, content, sequence, &cause);

      if (cause != NULL)
        return TRUE;
      if (piece == NULL)
        break;
      read += (gint64)g_bytes_get_size (piece);
      sf_digest_update (sum, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece));
    }
  *sound = read == size && strcmp (sf_digest_get_string (sum), digest) == 0;
  return TRUE;
}

gboolean
sf_seal_verify_file (SfStore *store, const SfSealedFile *file, GPtrArray *faults, GError **error)
{
  gboolean sound;

  if (!is_sound (store, file->digest, &sound, error))
    return FALSE;
  if (!sound)
    sf_seal_add_fault (faults, SF_SEAL_FAULT_DATA,
                       g_strdup_printf (_ ("A file of the evidence “%s” is not what was attached: "
                                           "its bytes were changed."),
                                        file->title));
  return TRUE;
}
