/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-preview-contents.h"

#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "store/sf-content.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define IN_MEMORY (G_GINT64_CONSTANT (16) << 20)

typedef struct
{
  char *digest;
  gint64 limit;
  GCancellable *cancellable;
  SfContentsDone done;
  gpointer data;

  gint64 content; /* 0: not begun */
  guint sequence;
  int file; /* -1: not begun */
  SfDigest *checksum;
} SfFetch;

static void
fetch_free (SfFetch *fetch)
{
  if (fetch->file >= 0)
    close (fetch->file);
  g_clear_object (&fetch->cancellable);
  sf_digest_free (fetch->checksum);
  g_free (fetch->digest);
  g_free (fetch);
}

static gboolean
set_failed (int number, GError **error)
{
  g_set_error (error, SF_ERROR,
               number == ENOSPC || number == EDQUOT ? SF_ERROR_NO_SPACE : SF_ERROR_IO,
               _ ("The contents could not be taken out of the centre file: %s."),
               g_strerror (number));
  return FALSE;
}

/* --- on the writer's thread --------------------------------------------------------------------
 */

static int
open_unnamed (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "sixfold", NULL);
  g_autofree char *name = g_build_filename (folder, "contents-XXXXXX", NULL);
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  file = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    {
      file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);
      if (file >= 0)
        g_unlink (name);
    }
  return file;
}

static gboolean
begin (SfFetch *fetch, SfStore *store, GError **error)
{
  gint64 size;

  if (!sf_content_find (store, fetch->digest, &fetch->content, &size, error))
    return FALSE;
  if (fetch->content == 0)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                           _ ("The contents are not in the centre file. A backup may still have "
                              "them."));
      return FALSE;
    }
  if (size > fetch->limit)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_TOO_LARGE,
                           _ ("The file is too large for this."));
      return FALSE;
    }
  fetch->file = size <= IN_MEMORY ? memfd_create ("sixfold", MFD_CLOEXEC) : open_unnamed ();
  return fetch->file >= 0 || set_failed (errno, error);
}

static gboolean
write_piece (SfFetch *fetch, GBytes *piece, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (piece, &length);

  sf_digest_update (fetch->checksum, data, length);
  while (length > 0)
    {
      ssize_t written = write (fetch->file, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return set_failed (errno, error);
      data += written;
      length -= (gsize)written;
    }
  return TRUE;
}

static gboolean
check_whole (SfFetch *fetch, GError **error)
{
  if (g_str_equal (sf_digest_get_string (fetch->checksum), fetch->digest))
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_DAMAGED,
                       _ ("The contents are damaged in the centre file. A backup may still have "
                          "them."));
  return FALSE;
}

/* Some pieces; @complete receives whether those were the last. */
static gboolean
copy_some (SfFetch *fetch, SfStore *store, gboolean *complete, GError **error)
{
  *complete = FALSE;
  for (guint i = 0; i < SF_CHUNKS_PER_TRANSACTION && !*complete; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) piece = sf_content_read (store, fetch->content, fetch->sequence++, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      *complete = piece == NULL;
      if (piece != NULL && !write_piece (fetch, piece, error))
        return FALSE;
    }
  return TRUE;
}

static SfJobResult
run_fetch (SfStore *store, gpointer data, GError **error)
{
  SfFetch *fetch = data;
  gboolean complete;

  if (g_cancellable_is_cancelled (fetch->cancellable))
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED, _ ("This was cancelled."));
      return SF_JOB_FAILED;
    }
  if ((fetch->content == 0 && !begin (fetch, store, error))
      || !copy_some (fetch, store, &complete, error))
    return SF_JOB_FAILED;
  if (!complete)
    return SF_JOB_AGAIN;
  return check_whole (fetch, error) ? SF_JOB_DONE : SF_JOB_FAILED;
}

/* --- on the owner's ----------------------------------------------------------------------------
 */

/* Whoever gets the file can read it and nothing more. */
static int
reopen_to_read (int file)
{
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", file);

  return open (name, O_RDONLY | O_CLOEXEC);
}

static void
on_fetched (gpointer data, const GError *error)
{
  SfFetch *fetch = data;
  g_autoptr (GError) local = NULL;
  int file = -1;

  if (error == NULL)
    {
      file = reopen_to_read (fetch->file);
      if (file < 0)
        set_failed (errno, &local);
    }
  fetch->done (file, error != NULL ? error : local, fetch->data);
  fetch_free (fetch);
}

void
sf_contents_fetch (SfWorkbook *self,
                   const char *digest,
                   gint64 limit,
                   GCancellable *cancellable,
                   SfContentsDone done,
                   gpointer data)
{
  g_autoptr (GError) error = NULL;
  SfFetch *fetch;

  if (self->writer == NULL)
    {
      g_set_error_literal (&error, SF_ERROR, SF_ERROR_CANCELLED, _ ("The centre file is closed."));
      done (-1, error, data);
      return;
    }
  fetch = g_new0 (SfFetch, 1);
  fetch->digest = g_strdup (digest);
  fetch->limit = limit;
  g_set_object (&fetch->cancellable, cancellable);
  fetch->done = done;
  fetch->data = data;
  fetch->file = -1;
  fetch->checksum = sf_digest_new ();
  sf_writer_push (self->writer, SF_JOB_SLOW, run_fetch, on_fetched, fetch);
}
