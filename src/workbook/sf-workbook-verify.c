/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-verify.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "store/sf-content.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *digest;
  gint64 size;
  gint64 content; /* 0 before it is looked for */
  guint sequence;
  gint64 read;
  SfDigest *checksum;
  SfVerified verified;
  GError *error;
  gboolean busy;
} SfVerifying;

/* Damage is what was looked for: it is found, not an error. */
static SfJobResult
end_missing (SfVerifying *self, GError **local, GError **error)
{
  if (*local != NULL && !g_error_matches (*local, SF_ERROR, SF_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (local));
      return SF_JOB_FAILED;
    }
  self->verified = SF_VERIFIED_MISSING;
  return SF_JOB_DONE;
}

/* What does not agree may have been erased between two pieces: then it is missing. */
static SfJobResult
judge (SfStore *store, SfVerifying *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 content, size;
  gboolean same = self->read == self->size
                  && g_str_equal (sf_digest_get_string (self->checksum), self->digest);

  if (!same
      && (!sf_content_find (store, self->digest, &content, &size, &local)
          || content != self->content))
    return end_missing (self, &local, error);
  self->verified = same ? SF_VERIFIED_SOUND : SF_VERIFIED_CHANGED;
  return SF_JOB_DONE;
}

static SfJobResult
read_some (SfStore *store, gpointer data, GError **error)
{
  SfVerifying *self = data;
  g_autoptr (GError) local = NULL;
  gint64 size;

  if (self->content == 0
      && (!sf_content_find (store, self->digest, &self->content, &size, &local)
          || self->content == 0))
    return end_missing (self, &local, error);
  for (guint i = 0; i < SF_CHUNKS_PER_TRANSACTION; i++)
    {
      g_autoptr (GBytes) bytes = sf_content_read (store, self->content, self->sequence++, &local);
      gsize length;
      gconstpointer piece;

      if (local != NULL)
        return end_missing (self, &local, error);
      if (bytes == NULL)
        return judge (store, self, error);
      piece = g_bytes_get_data (bytes, &length);
      sf_digest_update (self->checksum, piece, length);
      self->read += (gint64)length;
    }
  return SF_JOB_AGAIN;
}

static void
on_read (gpointer data, const GError *error)
{
  SfVerifying *self = data;

  self->busy = FALSE;
  if (error != NULL)
    self->error = g_error_copy (error);
}

gboolean
sf_workbook_verify_attachment_sync (SfWorkbook *self,
                                    SfAttachment *attachment,
                                    SfVerified *verified,
                                    GError **error)
{
  SfVerifying verifying = { .busy = TRUE };
  gboolean done;

  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);
  g_return_val_if_fail (self->writer != NULL, FALSE);

  verifying.digest = g_strdup (sf_attachment_get_digest (attachment));
  verifying.size = sf_attachment_get_size (attachment);
  verifying.checksum = sf_digest_new ();
  sf_writer_push (self->writer, SF_JOB_SLOW, read_some, on_read, &verifying);
  while (verifying.busy)
    sf_writer_wait_one (self->writer);
  *verified = verifying.verified;
  done = verifying.error == NULL;
  if (!done)
    g_propagate_error (error, verifying.error);
  sf_digest_free (verifying.checksum);
  g_free (verifying.digest);
  return done;
}
