/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-action-due.h"

#include "model/sf-action.h"
#include "ui/sf-field.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SAYS_NOTHING,
  SAYS_DATE,
  SAYS_REASON,
} Says;

struct _SfActionDue
{
  GtkBox parent_instance;

  SfContext *context;
  SfAction *action;
  Says said; /* when it was shown last */
  GtkWidget *by_date;
  GtkWidget *because;
  GtkWidget *date;
  GtkWidget *reason;
  GtkWidget *hint;
  GtkWidget *order; /* said where the dates are the wrong way round */
};

G_DEFINE_FINAL_TYPE (SfActionDue, sf_action_due, GTK_TYPE_BOX)

static Says
get_said (SfAction *action)
{
  if (action == NULL)
    return SAYS_NOTHING;
  if (sf_action_get_no_date_reason (action) != NULL)
    return SAYS_REASON;
  return sf_action_get_due_on (action) != NULL ? SAYS_DATE : SAYS_NOTHING;
}

static void
update (SfActionDue *self)
{
  gboolean dated = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->by_date));

  gtk_widget_set_visible (self->date, dated);
  gtk_widget_set_visible (self->reason, !dated);
  gtk_widget_set_visible (self->hint, !dated && self->said == SAYS_DATE);
}

void
sf_action_due_show (SfActionDue *self, SfAction *action)
{
  Says says = get_said (action);
  gboolean other;

  g_return_if_fail (SF_IS_ACTION_DUE (self));

  other = g_set_object (&self->action, action);
  if (other)
    {
      sf_field_set_record (SF_FIELD (self->date), action);
      sf_field_set_record (SF_FIELD (self->reason), action);
    }
  /* an answer that is being given is not taken back by what changes elsewhere */
  if (other || (says != self->said && says != SAYS_NOTHING))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (says == SAYS_REASON ? self->because
                                                                       : self->by_date),
                                 TRUE);
  self->said = says;
  gtk_widget_set_sensitive (gtk_widget_get_parent (self->by_date),
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
  update (self);
  if (!other && action != NULL && !sf_part_has_focus (self->date))
    sf_field_commit (SF_FIELD (self->date));
  sf_part_dates_note_show (self->order, action != NULL ? sf_action_get_starts_on (action) : NULL,
                           action != NULL ? sf_action_get_due_on (action) : NULL);
}

static void
sf_action_due_dispose (GObject *object)
{
  SfActionDue *self = SF_ACTION_DUE (object);

  g_clear_object (&self->action);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_action_due_parent_class)->dispose (object);
}

static void
sf_action_due_class_init (SfActionDueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_action_due_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sf_action_due_init (SfActionDue *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 5);
}

static GtkWidget *
create_answer (SfActionDue *self, GtkWidget *answers, const char *label)
{
  GtkWidget *answer = gtk_check_button_new_with_label (label);

  sf_part_set_name (answer, label);
  g_signal_connect_swapped (answer, "toggled", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (answers), answer);
  return answer;
}

static void
build (SfActionDue *self)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *question = sf_part_label (_ ("Due"), "field-label");

  self->date = sf_field_date_new (self->context, SF_ACTION_DUE_ON, _ ("Due on"));
  self->reason
      = sf_field_prose_new (self->context, SF_ACTION_NO_DATE_REASON, _ ("Why there is no date"));
  sf_field_set_label_visible (SF_FIELD (self->date), FALSE);
  sf_field_set_label_visible (SF_FIELD (self->reason), FALSE);
  sf_field_set_placeholder (SF_FIELD (self->reason),
                            _ ("What it waits for, and who will know when that comes"));
  self->hint = sf_part_label (_ ("The date stays until a reason is written here."), "field-hint");
  self->by_date = create_answer (self, answers, _ ("By a date"));
  self->because = create_answer (self, answers, _ ("No date, because…"));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->because), GTK_CHECK_BUTTON (self->by_date));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->by_date), TRUE);
  sf_part_set_name (GTK_WIDGET (self), _ ("Due"));
  gtk_box_append (GTK_BOX (self), question);
  gtk_box_append (GTK_BOX (self), answers);
  gtk_box_append (GTK_BOX (self), self->date);
  self->order = sf_part_dates_note_new ();
  gtk_box_append (GTK_BOX (self), self->order);
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), self->reason);
  update (self);
}

GtkWidget *
sf_action_due_new (SfContext *context)
{
  SfActionDue *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_ACTION_DUE, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
