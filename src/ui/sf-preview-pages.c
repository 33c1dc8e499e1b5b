/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-preview-pages.h"

#define MOST_KEPT                                                                                  \
  4 /* of up to 17 MB each: the page, those beside it, and one that was looked at                  \
     */
#define NO_PAGE G_MAXUINT

typedef struct
{
  SfPreview *preview;
  guint size; /* that was asked for */
} Kept;

struct _SfPreviewPages
{
  GObject parent_instance;

  SfWorkbook *workbook;
  SfAttachment *attachment;
  GPtrArray *kept; /* of Kept, the one looked at last at the end */
  guint wanted;
  guint size;
  guint loading; /* NO_PAGE while nothing is */
  guint loading_size;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SfPreviewPages, sf_preview_pages, G_TYPE_OBJECT)

enum
{
  READY,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void load_next (SfPreviewPages *self);

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  sf_preview_free (kept->preview);
  g_free (kept);
}

static Kept *
find (SfPreviewPages *self, guint page)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      Kept *kept = self->kept->pdata[i];

      if (kept->preview->page == page)
        return kept;
    }
  return NULL;
}

static gboolean
has (SfPreviewPages *self, guint page, guint size)
{
  Kept *kept = find (self, page);

  return kept != NULL && kept->size >= size;
}

/* @preview: (transfer full) */
static void
keep (SfPreviewPages *self, SfPreview *preview, guint size)
{
  Kept *old = find (self, preview->page);
  Kept *kept = g_new0 (Kept, 1);

  if (old != NULL)
    g_ptr_array_remove (self->kept, old);
  kept->preview = preview;
  kept->size = size;
  g_ptr_array_add (self->kept, kept);
  for (guint i = 0; self->kept->len > MOST_KEPT && i < self->kept->len;)
    if (((Kept *)self->kept->pdata[i])->preview->page == self->wanted)
      i++;
    else
      g_ptr_array_remove_index (self->kept, i);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfPreviewPages) self = data;
  g_autoptr (GError) error = NULL;
  SfPreview *preview = sf_workbook_load_preview_finish (SF_WORKBOOK (source), result, &error);
  guint page = self->loading;

  self->loading = NO_PAGE;
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&preview, sf_preview_free);
      g_clear_object (&self->cancellable);
      /* something else is wanted now; nothing is when the file has been closed */
      load_next (self);
      return;
    }
  g_clear_object (&self->cancellable);
  if (preview != NULL)
    {
      preview->page = page;
      keep (self, preview, self->loading_size);
    }
  if (page == self->wanted && preview != NULL)
    g_signal_emit (self, signals[READY], 0, page);
  else if (page == self->wanted)
    {
      self->wanted = NO_PAGE;
      g_signal_emit (self, signals[FAILED], 0, page, error);
    }
  load_next (self);
}

static void
load (SfPreviewPages *self, guint page)
{
  self->loading = page;
  self->loading_size = self->size;
  self->cancellable = g_cancellable_new ();
  sf_workbook_load_preview (self->workbook, self->attachment, page, self->size, self->cancellable,
                            on_loaded_cb, g_object_ref (self));
}

/* What is wanted, then the page after it. */
static void
load_next (SfPreviewPages *self)
{
  Kept *kept;

  if (self->loading != NO_PAGE || self->wanted == NO_PAGE)
    return;
  if (!has (self, self->wanted, self->size))
    {
      load (self, self->wanted);
      return;
    }
  kept = find (self, self->wanted);
  if (self->wanted + 1 < kept->preview->n_pages && find (self, self->wanted + 1) == NULL)
    load (self, self->wanted + 1);
}

void
sf_preview_pages_want (SfPreviewPages *self, guint page, guint size)
{
  g_return_if_fail (SF_IS_PREVIEW_PAGES (self));

  self->wanted = page;
  self->size = size;
  if (self->loading != NO_PAGE && (self->loading != page || self->loading_size < size))
    g_cancellable_cancel (self->cancellable);
  if (has (self, page, size))
    g_signal_emit (self, signals[READY], 0, page);
  load_next (self);
}

SfPreview *
sf_preview_pages_get (SfPreviewPages *self, guint page)
{
  Kept *kept;

  g_return_val_if_fail (SF_IS_PREVIEW_PAGES (self), NULL);

  kept = find (self, page);
  return kept != NULL ? kept->preview : NULL;
}

static void
sf_preview_pages_dispose (GObject *object)
{
  SfPreviewPages *self = SF_PREVIEW_PAGES (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->attachment);
  g_clear_object (&self->workbook);
  G_OBJECT_CLASS (sf_preview_pages_parent_class)->dispose (object);
}

static void
sf_preview_pages_class_init (SfPreviewPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_preview_pages_dispose;
  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ERROR);
}

static void
sf_preview_pages_init (SfPreviewPages *self)
{
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  self->wanted = self->loading = NO_PAGE;
}

SfPreviewPages *
sf_preview_pages_new (SfWorkbook *workbook, SfAttachment *attachment)
{
  SfPreviewPages *self;

  g_return_val_if_fail (SF_IS_WORKBOOK (workbook), NULL);
  g_return_val_if_fail (SF_IS_ATTACHMENT (attachment), NULL);

  self = g_object_new (SF_TYPE_PREVIEW_PAGES, NULL);
  self->workbook = g_object_ref (workbook);
  self->attachment = g_object_ref (attachment);
  return self;
}

void
sf_preview_pages_close (SfPreviewPages *self)
{
  g_return_if_fail (SF_IS_PREVIEW_PAGES (self));

  self->wanted = NO_PAGE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
