/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-held-note.h"

#include "model/sf-target-settled.h"
#include "ui/sf-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfHeldNote
{
  GtkBox parent_instance;

  SfContext *context;
  SfFieldSet *fields; /* borrowed */
  SfTarget *target;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (SfHeldNote, sf_held_note, GTK_TYPE_BOX)

static gboolean
find (SfHeldNote *self, guint *column)
{
  return self->target != NULL
         && sf_held_list_find (sf_context_get_held (self->context), SF_RECORD (self->target), NULL,
                               column);
}

static void
on_changed_cb (SfHeldNote *self)
{
  if (!find (self, NULL))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_answer_cb (SfHeldNote *self)
{
  guint column;

  if (find (self, &column))
    sf_field_ask_reason (sf_field_set_get_field (self->fields, column));
}

/* --- leaving and coming back ------------------------------------------------------------------ */

typedef struct
{
  SfContext *context;
  SfTarget *target;
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_object_unref (way->context);
  g_object_unref (way->target);
  g_free (way);
}

static void
on_way_back_cb (gpointer data)
{
  Way *way = data;

  sf_context_go_record (way->context, SF_RECORD (way->target));
}

void
sf_held_note_leave (SfHeldNote *self)
{
  guint column;
  g_autofree char *text = NULL;
  Way *way;

  g_return_if_fail (SF_IS_HELD_NOTE (self));

  if (!find (self, &column))
    return;
  text = g_strdup_printf (_ ("“%s” is not changed yet: the change waits for its reason."),
                          sf_target_promise_get_label (column));
  way = g_new (Way, 1);
  *way = (Way){ g_object_ref (self->context), g_object_ref (self->target) };
  sf_context_offer (self->context, text, _ ("Go to it"), FALSE, on_way_back_cb, way, way_free);
}

void
sf_held_note_arrive (SfHeldNote *self, SfTarget *target)
{
  guint column;
  gboolean waits;

  g_return_if_fail (SF_IS_HELD_NOTE (self));

  g_set_object (&self->target, target);
  waits = find (self, &column);
  if (waits)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("“%s” is not changed yet: the change waits for its reason."),
                             sf_target_promise_get_label (column));

      sf_part_set_text (self->text, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), waits);
}

/* --- the object ------------------------------------------------------------------------------- */

static void
sf_held_note_dispose (GObject *object)
{
  SfHeldNote *self = SF_HELD_NOTE (object);

  g_clear_object (&self->target);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_held_note_parent_class)->dispose (object);
}

static void
sf_held_note_class_init (SfHeldNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_held_note_dispose;
}

static void
sf_held_note_init (SfHeldNote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reason-box");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sf_held_note_new (SfContext *context, SfFieldSet *fields)
{
  SfHeldNote *self;
  GtkWidget *answer;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_HELD_NOTE, NULL);
  self->context = g_object_ref (context);
  self->fields = fields;
  self->text = sf_part_label (NULL, NULL);
  answer = sf_button_new (_ ("_Give the reason"));
  gtk_widget_set_halign (answer, GTK_ALIGN_START);
  g_signal_connect_swapped (answer, "clicked", G_CALLBACK (on_answer_cb), self);
  gtk_box_append (GTK_BOX (self), self->text);
  gtk_box_append (GTK_BOX (self), answer);
  g_signal_connect_object (sf_context_get_held (context), "changed", G_CALLBACK (on_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
