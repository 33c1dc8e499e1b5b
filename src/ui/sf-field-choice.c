/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-drop-down.h"
#include "ui/sf-field-private.h"

#define VALUES_KEY "sf-values"
#define UNKNOWN_KEY "sf-unknown" /* the word that is none of the choices, as it was given */

static char *
dup_text (gpointer control)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (control), VALUES_KEY);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (control));

  return g_strdup (selected < values->len ? values->pdata[selected]
                                          : g_object_get_data (G_OBJECT (control), UNKNOWN_KEY));
}

static void
set_text (gpointer control, const char *text)
{
  GPtrArray *values = g_object_get_data (G_OBJECT (control), VALUES_KEY);
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < values->len && found == GTK_INVALID_LIST_POSITION; i++)
    if (g_strcmp0 (values->pdata[i], text) == 0)
      found = i;
  g_object_set_data_full (G_OBJECT (control), UNKNOWN_KEY,
                          found == GTK_INVALID_LIST_POSITION ? g_strdup (text) : NULL, g_free);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), found);
}

static void
on_selected_cb (GtkDropDown *control, GParamSpec *pspec, SfField *self)
{
  sf_binding_chosen (sf_field_get_binding (self));
}

/**
 * sf_field_choice_new:
 * @column: a TEXT column with a closed list of words
 * @choices: (array length=n_choices): what may be chosen, in order
 *
 * A word that is not among @choices (a newer program wrote it) is shown as none chosen and kept.
 *
 * Returns: (transfer floating): a field with a drop-down; choosing writes at once
 */
GtkWidget *
sf_field_choice_new (SfContext *context,
                     guint column,
                     const char *label,
                     const SfFieldChoice *choices,
                     guint n_choices)
{
  static const SfBindingControl type = { .dup_text = dup_text, .set_text = set_text };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *control, *field;

  for (guint i = 0; i < n_choices; i++)
    {
      gtk_string_list_append (labels, choices[i].label);
      g_ptr_array_add (values, g_strdup (choices[i].value));
    }
  control = sf_drop_down_new (g_steal_pointer (&labels));
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (control), VALUES_KEY, values,
                          (GDestroyNotify)g_ptr_array_unref);
  field = sf_field_new (context, column, label, control, control, &type);
  g_signal_connect_object (control, "notify::selected", G_CALLBACK (on_selected_cb), field, 0);
  return field;
}
