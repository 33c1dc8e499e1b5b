/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "workbook/sf-attach.h"

#include "store/sf-content.h"
#include "store/sf-shrink.h"

/* What the writer does for a request to attach: a piece a transaction, so that steps slip between.
 */

SfJobResult
sf_attach_prepare (SfStore *store, gpointer data, GError **error)
{
  SfAttach *attach = data;

  return sf_content_list (store, attach->digests, attach->sizes, error) ? SF_JOB_DONE
                                                                        : SF_JOB_FAILED;
}

static SfContentPart
describe_part (const SfAttachPiece *piece, const SfAttachPart *part)
{
  SfAttachItem *item = part->item;

  return (SfContentPart){
    .content = item->content,
    .sequence = item->sequence,
    .data = piece->data + part->start,
    .length = part->length,
    .digest = part->last ? item->digest : NULL,
    .size = part->last ? item->size : 0,
  };
}

/* What was written of it before it was seen to be a second copy goes at the end. */
static void
follow_part (SfAttach *attach, const SfAttachPart *part, const SfContentPart *written)
{
  SfAttachItem *item = part->item;

  item->content = written->content;
  item->sequence += (guint)((part->length + SF_CHUNK_SIZE - 1) / SF_CHUNK_SIZE);
  item->whole = part->last && written->kept;
  if (part->last && !written->kept && item->content != 0)
    g_array_append_val (attach->unwanted, item->content);
  if (part->last && !written->kept)
    item->content = 0;
}

static void
count_piece (SfAttach *attach, const SfAttachPiece *piece)
{
  g_mutex_lock (&attach->lock);
  for (guint i = 0; i < piece->parts->len; i++)
    {
      const SfAttachPart *part = &g_array_index (piece->parts, SfAttachPart, i);

      attach->so_far.name = part->item->name;
      attach->so_far.bytes_done += part->read;
      attach->so_far.files_done += part->last ? 1 : 0;
    }
  /* a file may have grown since it was looked at */
  attach->so_far.bytes = MAX (attach->so_far.bytes, attach->so_far.bytes_done);
  sf_attach_call (attach);
  g_mutex_unlock (&attach->lock);
}

static gboolean
write_piece (SfStore *store, SfAttach *attach, const SfAttachPiece *piece, GError **error)
{
  guint n = piece->parts->len;
  g_autofree SfContentPart *parts = g_new (SfContentPart, n);

  for (guint i = 0; i < n; i++)
    parts[i] = describe_part (piece, &g_array_index (piece->parts, SfAttachPart, i));
  if (!sf_content_write (store, parts, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    follow_part (attach, &g_array_index (piece->parts, SfAttachPart, i), &parts[i]);
  count_piece (attach, piece);
  return TRUE;
}

SfJobResult
sf_attach_write (SfStore *store, gpointer data, GError **error)
{
  SfAttach *attach = data;
  SfAttachPiece *piece;
  gint64 start;
  gboolean done;

  if (attach->cancellable != NULL && g_cancellable_is_cancelled (attach->cancellable))
    return SF_JOB_DONE;
  piece = sf_attach_pop (attach);
  if (piece == NULL)
    return SF_JOB_DONE;
  start = g_get_monotonic_time ();
  done = write_piece (store, attach, piece, error);
  sf_attach_follow_pace (attach, g_get_monotonic_time () - start);
  sf_attach_piece_free (piece);
  return done ? SF_JOB_AGAIN : SF_JOB_FAILED;
}

SfJobResult
sf_attach_take_back (SfStore *store, gpointer data, GError **error)
{
  SfAttach *attach = data;
  gboolean finished = TRUE;

  if (attach->unwanted->len > 0)
    {
      if (!sf_content_disown (store, attach->unwanted, attach->going, error))
        return SF_JOB_FAILED;
      g_array_set_size (attach->unwanted, 0);
    }
  if (attach->going->len > 0)
    {
      attach->taken_back = TRUE;
      if (!sf_content_discard_many (store, attach->going, error))
        return SF_JOB_FAILED;
    }
  /* its room goes with it, piece by piece: see sf_shrink_some() */
  if (attach->taken_back && !sf_shrink_some (store, &finished, error))
    return SF_JOB_FAILED;
  return attach->going->len == 0 && finished ? SF_JOB_DONE : SF_JOB_AGAIN;
}
