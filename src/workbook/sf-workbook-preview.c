/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-preview.h"

#include "base/sf-error.h"
#include "base/sf-preview-wire.h"
#include "workbook/sf-preview-client.h"
#include "workbook/sf-preview-contents.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

typedef struct
{
  guint page;
  guint size;
  int file;
} SfShowing;

void
sf_preview_free (SfPreview *preview)
{
  g_clear_pointer (&preview->picture, sf_picture_free);
  g_free (preview->text);
  g_free (preview->reason);
  g_free (preview);
}

static void
showing_free (SfShowing *showing)
{
  if (showing->file >= 0)
    close (showing->file);
  g_free (showing);
}

static SfPreview *
make_nothing (SfShowing *showing, const char *reason)
{
  SfPreview *preview = g_new0 (SfPreview, 1);

  preview->page = showing->page;
  preview->n_pages = 1;
  preview->reason = g_strdup (reason);
  return preview;
}

/* Words are read more easily than a small picture of them; a page is what it looks like. */
static SfPreview *
make_preview (SfShowing *showing, SfPreviewReply *reply)
{
  SfPreview *preview;

  if (reply->pixels == NULL && reply->text == NULL)
    return make_nothing (showing, _ ("This file seems to be damaged, or is of a kind that cannot "
                                     "be shown here. It can be opened in its own program."));
  preview = make_nothing (showing, NULL);
  preview->kind = reply->pixels != NULL && (reply->drawn || reply->text == NULL)
                      ? SF_PREVIEW_PICTURE
                      : SF_PREVIEW_TEXT;
  preview->n_pages = MAX (reply->n_pages, 1);
  preview->text = g_steal_pointer (&reply->text);
  if (reply->pixels != NULL)
    {
      preview->picture = g_new0 (SfPicture, 1);
      preview->picture->width = reply->width;
      preview->picture->height = reply->height;
      preview->picture->pixels = g_steal_pointer (&reply->pixels);
    }
  return preview;
}

static void
return_reason (GTask *task, const char *reason)
{
  g_task_return_pointer (task, make_nothing (g_task_get_task_data (task), reason),
                         (GDestroyNotify)sf_preview_free);
}

static void
show_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SfShowing *showing = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPreviewReply) reply
      = sf_preview_client_show (showing->file, showing->page, showing->size, cancellable, &error);

  if (reply != NULL)
    g_task_return_pointer (task, make_preview (showing, reply), (GDestroyNotify)sf_preview_free);
  else if (g_error_matches (error, SF_ERROR, SF_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (g_error_matches (error, SF_ERROR, SF_ERROR_NOT_FOUND)
           || g_error_matches (error, SF_ERROR, SF_ERROR_BUSY))
    return_reason (task, error->message);
  else
    return_reason (task,
                   _ ("This file could not be shown: it is damaged, or of an unusual kind. It "
                      "can be opened in its own program."));
}

static void
on_contents (int file, const GError *error, gpointer data)
{
  g_autoptr (GTask) task = data;
  SfShowing *showing = g_task_get_task_data (task);

  if (g_error_matches (error, SF_ERROR, SF_ERROR_TOO_LARGE))
    return_reason (task, _ ("The file is too large to be shown here. It can be opened in its own "
                            "program."));
  else if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    {
      showing->file = file;
      g_task_run_in_thread (task, show_in_thread);
    }
}

/**
 * sf_workbook_load_preview:
 * @self: a workbook
 * @attachment: an attachment of it
 * @page: which page, from 0
 * @size: the longest side in pixels that the picture shall have, at most 2400
 * @cancellable: (nullable): to give up, for instance because another page was turned to
 * @callback: called when it is there
 * @data: for @callback
 *
 * Makes a picture of one page of an attached file, or reads its words, in a sandbox and beside all
 * other work.
 */
void
sf_workbook_load_preview (SfWorkbook *self,
                          SfAttachment *attachment,
                          guint page,
                          guint size,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task;
  SfShowing *showing;

  g_return_if_fail (SF_IS_WORKBOOK (self));
  g_return_if_fail (SF_IS_ATTACHMENT (attachment));

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, sf_workbook_load_preview);
  /* who cancelled hears of it by the error that the work itself ended with */
  g_task_set_check_cancellable (task, FALSE);
  showing = g_new0 (SfShowing, 1);
  showing->page = MIN (page, SF_PREVIEW_MAX_PAGES);
  showing->size = CLAMP (size, 1, SF_PREVIEW_MAX_SIDE);
  showing->file = -1;
  g_task_set_task_data (task, showing, (GDestroyNotify)showing_free);
  if (sf_attachment_get_size (attachment) == 0)
    {
      return_reason (task, _ ("This file is empty."));
      g_object_unref (task);
      return;
    }
  sf_contents_fetch (self, sf_attachment_get_digest (attachment), SF_PREVIEW_LIMIT, cancellable,
                     on_contents, task);
}

SfPreview *
sf_workbook_load_preview_finish (SfWorkbook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
