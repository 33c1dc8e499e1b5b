/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-action-editor.h"

#include "model/sf-plan.h"
#include "ui/sf-action-due.h"
#include "ui/sf-action-end.h"
#include "ui/sf-field-set.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem first_items[] = {
  { SF_FIELD_LINE, SF_ACTION_TITLE, N_ ("_Action"), FALSE, N_ ("What will be done") },
  { SF_FIELD_LINE, SF_ACTION_LEAD, N_ ("Who _leads") },
  { SF_FIELD_DATE, SF_ACTION_STARTS_ON, N_ ("_Start"), TRUE },
};

static const SfFieldItem items[] = {
  { SF_FIELD_MONEY, SF_ACTION_COST, N_ ("Planned _cost") },
  { SF_FIELD_MONEY, SF_ACTION_SPENT, N_ ("Sp_ent so far"), TRUE },
  { SF_FIELD_LINE, SF_ACTION_MONEY_SOURCE, N_ ("Where the _money comes from"), FALSE,
    N_ ("A budget line, a grant, a partner") },
  { SF_FIELD_PROSE, SF_ACTION_CRITERIA, N_ ("_How we shall know"), FALSE,
    N_ ("What will families, staff or the committee be able to see?") },
  { SF_FIELD_PROSE, SF_ACTION_PROGRESS, N_ ("Pro_gress"), FALSE,
    N_ ("What has been done, and what comes next") },
  { SF_FIELD_PROSE, SF_ACTION_IMPACT, N_ ("What d_ifference it made"), FALSE,
    N_ ("For children and families, particularly those who have most to gain") },
};

struct _SfActionEditor
{
  GtkBox parent_instance;

  SfContext *context;
  SfAction *action;
  GtkWidget *place;
  GtkWidget *move;
  GtkWidget *first;
  GtkWidget *due;
  GtkWidget *fields;
  GtkWidget *end;
};

G_DEFINE_FINAL_TYPE (SfActionEditor, sf_action_editor, GTK_TYPE_BOX)

/* --- where it stands in the plan ------------------------------------------------------------- */

static GMenuModel *
create_menu (SfModel *model, SfEvaluation *evaluation, SfPriority *own)
{
  g_autoptr (GPtrArray) priorities = sf_plan_list_priorities (model, evaluation);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new (), others = g_menu_new ();

  g_menu_append (steps, _ ("Move _up"), "plan.up");
  g_menu_append (steps, _ ("Move _down"), "plan.down");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  for (guint i = 0; i < priorities->len; i++)
    {
      SfPriority *priority = priorities->pdata[i];
      g_autofree char *uuid = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (priority)));
      g_autoptr (GMenuItem) item = g_menu_item_new (sf_priority_get_title (priority), NULL);

      g_menu_item_set_action_and_target (item, "plan.to", "s", uuid);
      if (priority != own)
        g_menu_append_item (others, item);
    }
  g_menu_append_section (menu, _ ("Under another priority"), G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static void
update_place (SfActionEditor *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfPriority *own = sf_plan_get_priority (model, self->action);
  SfEvaluation *evaluation = sf_plan_get_evaluation (model, self->action);
  g_autofree char *text = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (own == NULL || evaluation == NULL)
    return;
  text = g_strdup_printf (_ ("Priority: %s"), sf_priority_get_title (own));
  sf_part_set_text (self->place, text);
  menu = create_menu (model, evaluation, own);
  sf_menu_button_set_menu (self->move, menu);
  gtk_widget_set_sensitive (self->move,
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
}

static GtkWidget *
create_place (SfActionEditor *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->place = sf_part_row_label (NULL, "sf-row-subtitle");
  gtk_widget_set_hexpand (self->place, TRUE);
  self->move = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->move), _ ("Mo_ve"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->move), TRUE);
  gtk_widget_set_tooltip_text (self->move, _ ("Alt+Shift+Up and Alt+Shift+Down move it, too"));
  sf_menu_button_set_name (self->move, _ ("Move this action"));
  gtk_widget_set_valign (self->move, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->place);
  gtk_box_append (GTK_BOX (line), self->move);
  return line;
}

/* --- the form -------------------------------------------------------------------------------- */

void
sf_action_editor_show (SfActionEditor *self, SfAction *action)
{
  g_return_if_fail (SF_IS_ACTION_EDITOR (self));

  g_set_object (&self->action, action);
  sf_field_set_show (SF_FIELD_SET (self->first), action);
  sf_field_set_show (SF_FIELD_SET (self->fields), action);
  sf_action_due_show (SF_ACTION_DUE (self->due), action);
  sf_action_end_show (SF_ACTION_END (self->end), action);
  if (action != NULL)
    update_place (self);
}

static void
build (SfActionEditor *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->first = sf_field_set_new (self->context, first_items, G_N_ELEMENTS (first_items));
  self->due = sf_action_due_new (self->context);
  self->fields = sf_field_set_new (self->context, items, G_N_ELEMENTS (items));
  self->end = sf_action_end_new (self->context);
  gtk_box_append (GTK_BOX (body), self->first);
  gtk_box_append (GTK_BOX (body), self->due);
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body), create_place (self));
  gtk_box_append (GTK_BOX (body), self->end);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_action_editor_dispose (GObject *object)
{
  SfActionEditor *self = SF_ACTION_EDITOR (object);

  g_clear_object (&self->action);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_action_editor_parent_class)->dispose (object);
}

static void
sf_action_editor_class_init (SfActionEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_action_editor_dispose;
}

static void
sf_action_editor_init (SfActionEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_action_editor_new (SfContext *context)
{
  SfActionEditor *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_ACTION_EDITOR, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
