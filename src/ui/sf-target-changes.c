/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-changes.h"

#include "model/sf-target-settled.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

struct _SfTargetChanges
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *rows;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfTargetChanges, sf_target_changes, GTK_TYPE_BOX)

void
sf_target_changes_show (SfTargetChanges *self, SfTarget *target)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GString) state = g_string_new (NULL);

  g_return_if_fail (SF_IS_TARGET_CHANGES (self));

  if (target == NULL)
    return;
  changes = sf_model_list_target_changes (sf_context_get_model (self->context), target);
  gtk_widget_set_visible (GTK_WIDGET (self), changes->len > 0);
  for (guint i = changes->len; i > 0; i--)
    {
      g_autofree char *text = sf_target_change_to_text (changes->pdata[i - 1]);

      g_string_append_printf (state, "%s\t%s\n", text,
                              sf_target_change_get_reason (changes->pdata[i - 1]));
    }
  /* made anew only if they say something else */
  if (!sf_string_set (&self->shown, state->str))
    return;
  sf_part_clear (self->rows);
  for (guint i = changes->len; i > 0; i--)
    {
      g_autofree char *text = sf_target_change_to_text (changes->pdata[i - 1]);
      g_autofree char *why = g_strdup_printf (_ ("Because: %s"),
                                              sf_target_change_get_reason (changes->pdata[i - 1]));
      GtkWidget *row = sf_part_row (text, why, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
    }
}

static void
sf_target_changes_dispose (GObject *object)
{
  SfTargetChanges *self = SF_TARGET_CHANGES (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_target_changes_parent_class)->dispose (object);
}

static void
sf_target_changes_class_init (SfTargetChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_changes_dispose;
}

static void
sf_target_changes_init (SfTargetChanges *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_target_changes_new (SfContext *context)
{
  SfTargetChanges *self = g_object_new (SF_TYPE_TARGET_CHANGES, NULL);
  GtkWidget *card = sf_part_card (_ ("Changed"), NULL);

  self->context = g_object_ref (context);
  self->rows = sf_part_rows (_ ("What was changed of this target"));
  gtk_box_append (GTK_BOX (card), self->rows);
  gtk_box_append (GTK_BOX (self), card);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}
