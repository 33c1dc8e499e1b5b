/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-field-private.h"
#include "ui/sf-prose-view.h"
#include "ui/sf-spell.h"

static void
on_changed_cb (GtkTextBuffer *buffer, SfField *self)
{
  sf_binding_edited (sf_field_get_binding (self));
}

static char *
dup_text (gpointer control)
{
  return sf_prose_view_dup_text (control);
}

static void
set_text (gpointer control, const char *text)
{
  sf_prose_view_set_text (control, text);
}

/**
 * sf_field_prose_new:
 * @column: a TEXT column with %SF_COLUMN_PROSE
 *
 * Returns: (transfer floating): a field as high as what is written in it
 */
GtkWidget *
sf_field_prose_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = {
    .dup_text = dup_text,
    .set_text = set_text,
    .draft = TRUE,
  };
  GtkWidget *view = sf_prose_view_new ();
  GtkWidget *field = sf_field_new (context, column, label, view, view, &type);

  sf_spell_attach (GTK_TEXT_VIEW (view), sf_context_get_settings (context));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (on_changed_cb), field, 0);
  return field;
}
