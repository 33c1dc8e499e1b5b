/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-thumbnail.h"

#include "base/sf-text.h"
#include "ui/sf-file-actions.h"
#include "ui/sf-string.h"

struct _SfThumbnail
{
  GtkWidget parent_instance;

  SfContext *context;
  GtkWidget *icon; /* behind the picture */
  int side;
  char *digest; /* of the file whose picture is shown */
};

G_DEFINE_FINAL_TYPE (SfThumbnail, sf_thumbnail, GTK_TYPE_WIDGET)

void
sf_thumbnail_show (SfThumbnail *self, SfAttachment *attachment, const char *icon)
{
  g_return_if_fail (SF_IS_THUMBNAIL (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  if (sf_string_set (&self->digest,
                     attachment != NULL ? sf_attachment_get_digest (attachment) : NULL))
    gtk_widget_queue_draw (GTK_WIDGET (self));
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

static void
sf_thumbnail_dispose (GObject *object)
{
  SfThumbnail *self = SF_THUMBNAIL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
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
  return GTK_WIDGET (self);
}
