/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-priority-editor.h"

#include "model/sf-plan.h"
#include "ui/sf-button.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_PRIORITY_TITLE, N_ ("_Priority"), FALSE,
    N_ ("What comes first this year, in a few words") },
  { SF_FIELD_PROSE, SF_PRIORITY_OBJECTIVE, N_ ("_What it is for"), FALSE,
    N_ ("What will be different for children and families when it is done?") },
};

struct _SfPriorityEditor
{
  GtkBox parent_instance;

  SfContext *context;
  SfPriority *priority;
  GtkWidget *fields;
  GtkWidget *totals;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (SfPriorityEditor, sf_priority_editor, GTK_TYPE_BOX)

static void
on_retire_cb (SfPriorityEditor *self)
{
  GError *error = NULL;
  gboolean ok
      = sf_workbook_retire (sf_context_get_workbook (self->context), self->priority, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context,
                    _ ("The priority was taken off the plan, and its actions with it."), TRUE);
}

void
sf_priority_editor_show (SfPriorityEditor *self, SfPriority *priority)
{
  SfModel *model = sf_context_get_model (self->context);
  g_autoptr (GPtrArray) actions = NULL;
  g_autofree char *text = NULL;
  SfPlanTotals totals;

  g_return_if_fail (SF_IS_PRIORITY_EDITOR (self));

  g_set_object (&self->priority, priority);
  sf_field_set_show (SF_FIELD_SET (self->fields), priority);
  if (priority == NULL)
    return;
  actions = sf_plan_list_actions (model, priority);
  sf_plan_count (model, actions, sf_context_get_today (self->context), &totals);
  text = sf_plan_totals_to_text (&totals);
  sf_part_set_text (self->totals, text);
  gtk_widget_set_sensitive (self->buttons,
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
}

static void
sf_priority_editor_dispose (GObject *object)
{
  SfPriorityEditor *self = SF_PRIORITY_EDITOR (object);

  g_clear_object (&self->priority);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_priority_editor_parent_class)->dispose (object);
}

static void
sf_priority_editor_class_init (SfPriorityEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_priority_editor_dispose;
}

static void
sf_priority_editor_init (SfPriorityEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
append_button (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = sf_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build (SfPriorityEditor *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL), *retire;
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->fields = sf_field_set_new (self->context, items, G_N_ELEMENTS (items));
  self->totals = sf_part_label (NULL, NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  append_button (self->buttons, _ ("Move _up"), "plan.up");
  append_button (self->buttons, _ ("Move _down"), "plan.down");
  retire = append_button (self->buttons, _ ("Take o_ff the plan"), NULL);
  gtk_widget_add_css_class (retire, "flat");
  g_signal_connect_swapped (retire, "clicked", G_CALLBACK (on_retire_cb), self);
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body), self->totals);
  gtk_box_append (GTK_BOX (body), self->buttons);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

GtkWidget *
sf_priority_editor_new (SfContext *context)
{
  SfPriorityEditor *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_PRIORITY_EDITOR, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
