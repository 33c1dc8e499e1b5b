/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-reason-box.h"

#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfReasonBox
{
  GtkBox parent_instance;

  SfBinding *binding; /* both borrowed from the field */
  SfHeldList *held;
  GtkWidget *control;
  GtkWidget *entry;
  GtkWidget *note;
  gboolean filling; /* it is not written by a person */
};

G_DEFINE_FINAL_TYPE (SfReasonBox, sf_reason_box, GTK_TYPE_BOX)

static void
set_text (SfReasonBox *self, const char *text)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->filling = FALSE;
  gtk_widget_set_visible (self->note, FALSE);
}

void
sf_reason_box_show_kept (SfReasonBox *self)
{
  SfRecord *record;

  g_return_if_fail (SF_IS_REASON_BOX (self));

  record = sf_binding_get_record (self->binding);
  set_text (self, record != NULL ? sf_held_list_get_reason (self->held, record,
                                                            sf_binding_get_column (self->binding))
                                 : NULL);
}

static void
on_written_cb (SfReasonBox *self)
{
  SfRecord *record = sf_binding_get_record (self->binding);

  if (!self->filling && record != NULL)
    sf_held_list_set_reason (self->held, record, sf_binding_get_column (self->binding),
                             gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
finish (SfReasonBox *self)
{
  set_text (self, NULL);
  gtk_widget_grab_focus (self->control);
}

static void
on_change_cb (SfReasonBox *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GError) error = NULL;

  if (sf_binding_give_reason (self->binding, reason, &error))
    {
      finish (self);
      return;
    }
  sf_part_set_text (self->note, error->message);
  gtk_widget_set_visible (self->note, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
on_leave_cb (SfReasonBox *self)
{
  finish (self);
  sf_binding_let_go (self->binding);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys,
                   guint key,
                   guint code,
                   GdkModifierType modifiers,
                   SfReasonBox *self)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  on_leave_cb (self);
  return TRUE;
}

static gboolean
sf_reason_box_grab_focus (GtkWidget *widget)
{
  /* as in sf_field_grab_focus() */
  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (SF_REASON_BOX (widget)->entry);
}

static void
sf_reason_box_class_init (SfReasonBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = sf_reason_box_grab_focus;
}

static void
sf_reason_box_init (SfReasonBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reason-box");
}

GtkWidget *
sf_reason_box_new (SfBinding *binding, SfHeldList *held, GtkWidget *control, const char *label)
{
  SfReasonBox *self = g_object_new (SF_TYPE_REASON_BOX, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Why is “%s” changed?"), label);
  GtkWidget *question = sf_part_label (name, "field-label");
  GtkWidget *hint = sf_part_label (
      _ ("The reason is shown with the target, and in print, beside what was said before."),
      "field-hint");
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *change = gtk_button_new_with_label (_ ("Change it"));
  GtkWidget *leave = gtk_button_new_with_label (_ ("Leave it as it was"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->binding = binding;
  self->held = held;
  self->control = control;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  sf_part_set_name (self->entry, name);
  self->note = sf_part_label (NULL, "error");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_add_css_class (change, "suggested-action");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_written_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_change_cb), self);
  g_signal_connect_swapped (change, "clicked", G_CALLBACK (on_change_cb), self);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (on_leave_cb), self);
  gtk_box_append (GTK_BOX (buttons), change);
  gtk_box_append (GTK_BOX (buttons), leave);
  for (GtkWidget **child
       = (GtkWidget *[]){ question, hint, self->entry, self->note, buttons, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (self), *child);
  return GTK_WIDGET (self);
}
