/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-compared-field.h"

#include "base/sf-text.h"
#include "ui/sf-field-private.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfComparedField
{
  AdwBin parent_instance;

  GtkWidget *field;
  GtkWidget *last;
  GtkWidget *last_when;
  GtkWidget *last_text;
  GtkWidget *use;

  char *text;
  gboolean comparing;
};

G_DEFINE_FINAL_TYPE (SfComparedField, sf_compared_field, ADW_TYPE_BIN)

static void
update_visible (SfComparedField *self)
{
  gtk_widget_set_visible (self->last, self->comparing && !sf_text_is_blank (self->text));
}

static void
on_use_cb (GtkButton *button, SfComparedField *self)
{
  sf_field_insert (SF_FIELD (self->field), self->text);
}

static void
sf_compared_field_finalize (GObject *object)
{
  g_free (SF_COMPARED_FIELD (object)->text);
  G_OBJECT_CLASS (sf_compared_field_parent_class)->finalize (object);
}

static gboolean
sf_compared_field_grab_focus (GtkWidget *widget)
{
  /* going back with Shift+Tab, GTK asks every container that is left whether it takes the focus */
  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (SF_COMPARED_FIELD (widget)->field);
}

static void
sf_compared_field_class_init (SfComparedFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_compared_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sf_compared_field_grab_focus;
}

static void
sf_compared_field_init (SfComparedField *self)
{
  GtkWidget *line = sf_line_new (8);

  self->last = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->last_when = sf_part_label ("", "caption-heading");
  self->last_text = sf_part_label ("", NULL);
  self->use = gtk_button_new_with_label (_ ("Use this text"));
  gtk_label_set_selectable (GTK_LABEL (self->last_text), TRUE);
  gtk_widget_set_hexpand (self->last_when, TRUE);
  gtk_widget_set_valign (self->use, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->use, "flat");
  gtk_widget_add_css_class (self->last, "last-text");
  g_signal_connect (self->use, "clicked", G_CALLBACK (on_use_cb), self);
  sf_line_append (SF_LINE (line), self->last_when);
  sf_line_append (SF_LINE (line), self->use);
  gtk_box_append (GTK_BOX (self->last), line);
  gtk_box_append (GTK_BOX (self->last), self->last_text);
  gtk_widget_hide (self->last);
}

GtkWidget *
sf_compared_field_new (SfContext *context, guint column, const char *label)
{
  SfComparedField *self = g_object_new (SF_TYPE_COMPARED_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->field = sf_field_prose_new (context, column, label);
  gtk_box_append (GTK_BOX (box), self->field);
  gtk_box_append (GTK_BOX (box), self->last);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

SfField *
sf_compared_field_get_field (SfComparedField *self)
{
  g_return_val_if_fail (SF_IS_COMPARED_FIELD (self), NULL);

  return SF_FIELD (self->field);
}

/* The field's own label tells one such text and button from another. */
static void
name_last (SfComparedField *self, const char *when)
{
  GtkWidget *label = gtk_widget_get_first_child (self->field);
  const char *what = gtk_label_get_text (GTK_LABEL (label));
  g_autofree char *heading = g_strdup_printf (_ ("Written in “%s”"), when);
  g_autofree char *use = g_strdup_printf ("%s: %s", _ ("Use this text"), what);
  g_autofree char *text = g_strdup_printf ("%s: %s", heading, what);

  sf_part_set_text (self->last_when, heading);
  sf_part_set_name (self->use, use);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->last_text),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
sf_compared_field_set_last (SfComparedField *self, const char *when, const char *text)
{
  g_return_if_fail (SF_IS_COMPARED_FIELD (self));

  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      sf_part_set_text (self->last_text, text != NULL ? text : "");
    }
  if (when != NULL)
    name_last (self, when);
  gtk_widget_set_sensitive (self->use, sf_binding_get_editable (
                                           sf_field_get_binding (SF_FIELD (self->field))));
  update_visible (self);
}

void
sf_compared_field_set_comparing (SfComparedField *self, gboolean comparing)
{
  g_return_if_fail (SF_IS_COMPARED_FIELD (self));

  self->comparing = comparing;
  update_visible (self);
}
