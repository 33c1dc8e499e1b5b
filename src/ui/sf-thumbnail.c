/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-thumbnail.h"

#include "base/sf-text.h"
#include "ui/sf-file-actions.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-extract.h"

struct _SfThumbnail
{
  GtkWidget parent_instance;

  SfContext *context;
  GtkWidget *icon; /* behind the picture */
  int side;
  char *digest; /* of the file whose picture is shown … */
  GdkTexture *texture;
  GCancellable *reading; /* … or is being read */
};

G_DEFINE_FINAL_TYPE (SfThumbnail, sf_thumbnail, GTK_TYPE_WIDGET)

/* --- the picture -------------------------------------------------------------------------- */

static void
free_bytes (guchar *pixels, gpointer bytes)
{
  g_bytes_unref (bytes);
}

/* Twice as fine as it is shown, for screens of fine resolution. */
static GdkTexture *
make_texture (SfPicture *picture, int side)
{
  int width = (int)picture->width, height = (int)picture->height;
  double factor = MIN (1.0, 2.0 * side / MAX (MAX (width, height), 1));
  g_autoptr (GdkPixbuf) large = NULL, small = NULL;

  if (width <= 0 || height <= 0
      || g_bytes_get_size (picture->pixels) < (gsize)width * (gsize)height * 3)
    return NULL;
  large = gdk_pixbuf_new_from_data (g_bytes_get_data (picture->pixels, NULL), GDK_COLORSPACE_RGB,
                                    FALSE, 8, width, height, width * 3, free_bytes,
                                    g_bytes_ref (picture->pixels));
  small = gdk_pixbuf_scale_simple (large, MAX (1, (int)(width * factor)),
                                   MAX (1, (int)(height * factor)), GDK_INTERP_BILINEAR);
  return small != NULL ? gdk_texture_new_for_pixbuf (small) : NULL;
}

/* A picture that cannot be read is none; the icon stands for it. */
static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfThumbnail) self = data;
  g_autoptr (SfPicture) picture
      = sf_workbook_load_picture_finish (SF_WORKBOOK (source), result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  self->texture = picture != NULL ? make_texture (picture, self->side) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_reading (SfThumbnail *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_picture (SfThumbnail *self)
{
  stop_reading (self);
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->digest == NULL)
    return;
  self->reading = g_cancellable_new ();
  sf_workbook_load_picture (sf_context_get_workbook (self->context), self->digest, self->reading,
                            on_read_cb, g_object_ref (self));
}

/* What was made of the content came into the file, or is another now. */
static void
on_extracted_cb (SfThumbnail *self, const char *digest)
{
  if (g_strcmp0 (digest, self->digest) == 0)
    read_picture (self);
}

/* --- what it is of ------------------------------------------------------------------------ */

void
sf_thumbnail_show (SfThumbnail *self, SfAttachment *attachment, const char *icon)
{
  g_return_if_fail (SF_IS_THUMBNAIL (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  if (sf_string_set (&self->digest,
                     attachment != NULL ? sf_attachment_get_digest (attachment) : NULL))
    read_picture (self);
}

void
sf_thumbnail_show_evidence (SfThumbnail *self, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_if_fail (SF_IS_THUMBNAIL (self));

  files = sf_model_list_attachments (sf_context_get_model (self->context), evidence);
  if (files->len > 0)
    sf_thumbnail_show (self, files->pdata[0],
                       sf_file_get_icon_name (sf_attachment_get_media_type (files->pdata[0])));
  else if (!sf_text_is_blank (sf_evidence_get_web_link (evidence)))
    sf_thumbnail_show (self, NULL, "web-browser-symbolic");
  else
    sf_thumbnail_show (self, NULL, "x-office-document-symbolic");
}

static void
sf_thumbnail_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = SF_THUMBNAIL (widget)->side;
  *minimum_baseline = *natural_baseline = -1;
}

static void
sf_thumbnail_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SfThumbnail *self = SF_THUMBNAIL (widget);
  int least;

  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->icon, MAX (width, least), MAX (height, least), -1, NULL);
}

/* White paper on a white page would have no edge. */
static void
draw_frame (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *picture)
{
  const float widths[4] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.18f;
  gsk_rounded_rect_init_from_rect (&outline, picture, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
sf_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SfThumbnail *self = SF_THUMBNAIL (widget);
  GdkTexture *texture = self->texture;
  float width = (float)gtk_widget_get_width (widget);
  float height = (float)gtk_widget_get_height (widget);
  float w, h, factor;
  graphene_rect_t picture;

  if (texture == NULL)
    {
      gtk_widget_snapshot_child (widget, self->icon, snapshot);
      return;
    }
  w = (float)gdk_texture_get_width (texture);
  h = (float)gdk_texture_get_height (texture);
  factor = MIN (1.f, MIN (width / w, height / h));
  w *= factor;
  h *= factor;
  picture = GRAPHENE_RECT_INIT ((width - w) / 2.f, (height - h) / 2.f, w, h);
  gtk_snapshot_append_texture (snapshot, texture, &picture);
  draw_frame (widget, snapshot, &picture);
}

static void
sf_thumbnail_dispose (GObject *object)
{
  SfThumbnail *self = SF_THUMBNAIL (object);

  stop_reading (self);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_object (&self->texture);
  g_clear_object (&self->context);
  g_clear_pointer (&self->digest, g_free);
  G_OBJECT_CLASS (sf_thumbnail_parent_class)->dispose (object);
}

static void
sf_thumbnail_class_init (SfThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_thumbnail_dispose;
  widget_class->measure = sf_thumbnail_measure;
  widget_class->size_allocate = sf_thumbnail_size_allocate;
  widget_class->snapshot = sf_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "thumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sf_thumbnail_init (SfThumbnail *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "pixel-size", 24, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
sf_thumbnail_new (SfContext *context, int side)
{
  SfThumbnail *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_THUMBNAIL, NULL);
  self->context = g_object_ref (context);
  self->side = side;
  g_signal_connect_object (sf_context_get_workbook (context), "extracted",
                           G_CALLBACK (on_extracted_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
