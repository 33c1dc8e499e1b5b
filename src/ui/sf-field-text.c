/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-text.h"
#include "ui/sf-field-private.h"

static void
on_changed_cb (GtkEditable *editable, SfField *self)
{
  sf_binding_edited (sf_field_get_binding (self));
}

static void
on_activate_cb (GtkEntry *entry, SfField *self)
{
  sf_field_commit (self);
}

GtkWidget *
sf_field_entry_new (void)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  return entry;
}

void
sf_field_connect_entry (SfField *self, GtkWidget *entry)
{
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed_cb), self, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_activate_cb), self, 0);
}

char *
sf_field_entry_dup_text (gpointer control)
{
  /* pasted lines are one line here */
  return sf_text_to_line (gtk_editable_get_text (GTK_EDITABLE (control)));
}

/* What is shown anew cannot be undone in the entry: that would bring another record's text back. */
void
sf_field_entry_set_text (gpointer control, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (control);

  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text != NULL ? text : "");
  gtk_editable_set_enable_undo (editable, TRUE);
}

/**
 * sf_field_text_new:
 * @column: a TEXT column
 *
 * Returns: (transfer floating): a field of one line
 */
GtkWidget *
sf_field_text_new (SfContext *context, guint column, const char *label)
{
  static const SfBindingControl type = {
    .dup_text = sf_field_entry_dup_text,
    .set_text = sf_field_entry_set_text,
    .draft = TRUE,
  };
  GtkWidget *entry = sf_field_entry_new ();
  GtkWidget *field = sf_field_new (context, column, label, entry, entry, &type);

  sf_field_connect_entry (SF_FIELD (field), entry);
  return field;
}
