/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-chip.h"

#include "ui/sf-line.h"

#include <glib/gi18n-lib.h>

struct _SfChip
{
  GtkWidget parent_instance;

  GtkWidget *line;
  GtkWidget *mark;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (SfChip, sf_chip, GTK_TYPE_WIDGET)

static void
sf_chip_dispose (GObject *object)
{
  SfChip *self = SF_CHIP (object);

  g_clear_pointer (&self->line, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_chip_parent_class)->dispose (object);
}

static void
sf_chip_class_init (SfChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_chip_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chip");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sf_chip_init (SfChip *self)
{
  self->line = sf_line_new (5);
  self->mark = sf_mark_image_new (SF_SHAPE_NONE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  sf_line_append (SF_LINE (self->line), self->mark);
  sf_line_append (SF_LINE (self->line), self->label);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * sf_chip_new:
 *
 * Returns: (transfer floating): a chip that says nothing yet
 */
GtkWidget *
sf_chip_new (void)
{
  return g_object_new (SF_TYPE_CHIP, NULL);
}

void
sf_chip_set (SfChip *self, SfShape shape, SfTone tone, const char *text)
{
  g_return_if_fail (SF_IS_CHIP (self));
  g_return_if_fail (text != NULL);

  sf_mark_image_set_shape (SF_MARK_IMAGE (self->mark), shape);
  sf_mark_set_tone (GTK_WIDGET (self), tone);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
sf_chip_set_level (SfChip *self, SfLevel *level)
{
  if (level == NULL)
    sf_chip_set (self, SF_SHAPE_DOTTED_RING, SF_TONE_NONE, _ ("Not judged yet"));
  else
    sf_chip_set (self, sf_mark_shape_of_level (level), sf_level_get_tone (level),
                 sf_level_get_label (level));
}

void
sf_chip_set_status (SfChip *self, SfTargetStatus status)
{
  sf_chip_set (self, sf_mark_shape_of_status (status), sf_mark_tone_of_status (status),
               sf_target_status_get_label (status));
}

void
sf_chip_set_flat (SfChip *self, gboolean flat)
{
  g_return_if_fail (SF_IS_CHIP (self));

  if (flat)
    gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "flat");
  /* what stands beside it in the row wraps instead */
  gtk_label_set_wrap (GTK_LABEL (self->label), !flat);
}

const char *
sf_chip_get_text (SfChip *self)
{
  g_return_val_if_fail (SF_IS_CHIP (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
