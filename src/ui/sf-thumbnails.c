/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-thumbnails.h"

#include "workbook/sf-workbook-extract.h"

#define MAX_KEPT 320   /* of 37 kB each */
#define MAX_WAITING 40 /* more than a screen has; what is drawn again asks again */

/* What is known of one content; without a texture it has no picture. */
typedef struct
{
  char *digest;
  GdkTexture *texture;
  GList link; /* in the queue by use */
} Kept;

struct _SfThumbnails
{
  GObject parent_instance;

  SfWorkbook *workbook;
  GCancellable *cancellable;
  GHashTable *kept; /* digest → Kept */
  GQueue by_use;    /* of Kept, the one looked at last first */
  GQueue waiting;   /* of digests, the one asked for last first */
  char *reading;    /* the one that is being read */
};

G_DEFINE_FINAL_TYPE (SfThumbnails, sf_thumbnails, G_TYPE_OBJECT)

static guint loaded_signal;

static void read_next (SfThumbnails *self);

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_object (&kept->texture);
  g_free (kept->digest);
  g_free (kept);
}

static void
forget (SfThumbnails *self, Kept *kept)
{
  g_queue_unlink (&self->by_use, &kept->link);
  g_hash_table_remove (self->kept, kept->digest);
}

/* @texture: (transfer full) (nullable) */
static void
keep (SfThumbnails *self, const char *digest, GdkTexture *texture)
{
  Kept *old = g_hash_table_lookup (self->kept, digest), *kept;

  if (old != NULL)
    forget (self, old);
  kept = g_new0 (Kept, 1);
  kept->digest = g_strdup (digest);
  kept->texture = texture;
  kept->link.data = kept;
  g_hash_table_insert (self->kept, kept->digest, kept);
  g_queue_push_head_link (&self->by_use, &kept->link);
  if (self->by_use.length > MAX_KEPT)
    forget (self, g_queue_peek_tail (&self->by_use));
}

/* --- making it small ----------------------------------------------------------------------------
 */

static void
free_bytes (guchar *pixels, gpointer bytes)
{
  g_bytes_unref (bytes);
}

static void
shrink (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SfPicture *picture = data;
  int width = (int)picture->width, height = (int)picture->height;
  double factor = MIN (1.0, (double)SF_THUMBNAIL_SIZE / MAX (MAX (width, height), 1));
  g_autoptr (GdkPixbuf) large
      = gdk_pixbuf_new_from_data (g_bytes_get_data (picture->pixels, NULL), GDK_COLORSPACE_RGB,
                                  FALSE, 8, width, height, width * 3, free_bytes,
                                  g_bytes_ref (picture->pixels));
  g_autoptr (GdkPixbuf) small
      = gdk_pixbuf_scale_simple (large, MAX (1, (int)(width * factor)),
                                 MAX (1, (int)(height * factor)), GDK_INTERP_BILINEAR);

  g_task_return_pointer (task, small != NULL ? gdk_texture_new_for_pixbuf (small) : NULL,
                         g_object_unref);
}

static void
on_shrunk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SfThumbnails *self = SF_THUMBNAILS (source);
  g_autofree char *digest = data;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&texture);
      return;
    }
  keep (self, digest, texture);
  g_clear_pointer (&self->reading, g_free);
  g_signal_emit (self, loaded_signal, 0, digest);
  read_next (self);
}

static gboolean
is_whole (SfPicture *picture)
{
  return picture->width > 0 && picture->height > 0
         && g_bytes_get_size (picture->pixels) >= (gsize)picture->width * picture->height * 3;
}

/* --- reading ------------------------------------------------------------------------------------
 */

/* A picture that cannot be read is none; the icon stands for it. */
static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfThumbnails) self = data;
  g_autoptr (SfPicture) picture
      = sf_workbook_load_picture_finish (SF_WORKBOOK (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (picture == NULL || !is_whole (picture))
    {
      keep (self, self->reading, NULL);
      g_clear_pointer (&self->reading, g_free);
      read_next (self);
      return;
    }
  task = g_task_new (self, NULL, on_shrunk_cb, g_strdup (self->reading));
  g_task_set_task_data (task, g_steal_pointer (&picture), (GDestroyNotify)sf_picture_free);
  g_task_run_in_thread (task, shrink);
}

static void
read_next (SfThumbnails *self)
{
  if (self->reading != NULL || g_queue_is_empty (&self->waiting))
    return;
  self->reading = g_queue_pop_head (&self->waiting);
  sf_workbook_load_picture (self->workbook, self->reading, self->cancellable, on_read_cb,
                            g_object_ref (self));
}

GdkTexture *
sf_thumbnails_get (SfThumbnails *self, const char *digest)
{
  Kept *kept;

  g_return_val_if_fail (SF_IS_THUMBNAILS (self), NULL);
  g_return_val_if_fail (digest != NULL, NULL);

  kept = g_hash_table_lookup (self->kept, digest);
  if (kept != NULL)
    {
      g_queue_unlink (&self->by_use, &kept->link);
      g_queue_push_head_link (&self->by_use, &kept->link);
      return kept->texture;
    }
  if (g_strcmp0 (self->reading, digest) == 0
      || g_queue_find_custom (&self->waiting, digest, (GCompareFunc)strcmp) != NULL)
    return NULL;
  g_queue_push_head (&self->waiting, g_strdup (digest));
  if (self->waiting.length > MAX_WAITING)
    g_free (g_queue_pop_tail (&self->waiting));
  read_next (self);
  return NULL;
}

/* What was made of the content is in the file now. */
static void
on_extracted_cb (SfWorkbook *workbook, const char *digest, SfThumbnails *self)
{
  Kept *kept = g_hash_table_lookup (self->kept, digest);

  if (kept == NULL)
    return;
  forget (self, kept);
  g_signal_emit (self, loaded_signal, 0, digest);
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_thumbnails_dispose (GObject *object)
{
  SfThumbnails *self = SF_THUMBNAILS (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (sf_thumbnails_parent_class)->dispose (object);
}

static void
sf_thumbnails_finalize (GObject *object)
{
  SfThumbnails *self = SF_THUMBNAILS (object);

  g_hash_table_unref (self->kept);
  g_queue_clear_full (&self->waiting, g_free);
  g_free (self->reading);
  g_object_unref (self->cancellable);
  g_object_unref (self->workbook);
  G_OBJECT_CLASS (sf_thumbnails_parent_class)->finalize (object);
}

static void
sf_thumbnails_class_init (SfThumbnailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_thumbnails_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_thumbnails_finalize;
  loaded_signal = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sf_thumbnails_init (SfThumbnails *self)
{
  self->cancellable = g_cancellable_new ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, kept_free);
}

SfThumbnails *
sf_thumbnails_new (SfWorkbook *workbook)
{
  SfThumbnails *self;

  g_return_val_if_fail (SF_IS_WORKBOOK (workbook), NULL);

  self = g_object_new (SF_TYPE_THUMBNAILS, NULL);
  self->workbook = g_object_ref (workbook);
  if (g_signal_lookup ("extracted", SF_TYPE_WORKBOOK) != 0)
    g_signal_connect_object (workbook, "extracted", G_CALLBACK (on_extracted_cb), self, 0);
  return self;
}
