/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-action-end.h"

#include "model/sf-action-state.h"
#include "ui/sf-button.h"
#include "ui/sf-field.h"
#include "ui/sf-parts.h"
#include "ui/sf-prose-view.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfActionEnd
{
  GtkBox parent_instance;

  SfContext *context;
  SfAction *action;
  GtkWidget *buttons;
  GtkWidget *done;
  GtkWidget *open_drop;
  GtkWidget *form; /* why it is dropped */
  GtkWidget *reason;
  GtkWidget *note;
  GtkWidget *ended;
  GtkWidget *done_on;
  GtkWidget *dropped_reason;
  GtkWidget *reopen;
};

G_DEFINE_FINAL_TYPE (SfActionEnd, sf_action_end, GTK_TYPE_BOX)

static SfWorkbook *
get_workbook (SfActionEnd *self)
{
  return sf_context_get_workbook (self->context);
}

static void
say_if (SfActionEnd *self, gboolean ok, GError *error, const char *text)
{
  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, text, TRUE);
}

static void
on_done_cb (SfActionEnd *self)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_finish_action (get_workbook (self), self->action,
                                           sf_context_get_today (self->context), &error);

  say_if (self, ok, error, _ ("The action is done as of today; the day can be changed."));
}

static void
on_reopen_cb (SfActionEnd *self)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_reopen_action (get_workbook (self), self->action, &error);

  say_if (self, ok, error, _ ("The action is open again."));
}

static void
on_retire_cb (SfActionEnd *self)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_retire (get_workbook (self), self->action, &error);

  say_if (self, ok, error, _ ("The action was taken off the plan."));
}

/* --- why it is dropped ----------------------------------------------------------------------- */

static void
show_form (SfActionEnd *self, gboolean visible)
{
  gtk_widget_set_visible (self->form, visible);
  gtk_widget_set_visible (self->note, FALSE);
}

static void
on_open_drop_cb (SfActionEnd *self)
{
  show_form (self, TRUE);
  sf_prose_view_set_text (SF_PROSE_VIEW (self->reason), "");
  gtk_widget_grab_focus (self->reason);
}

static void
on_keep_cb (SfActionEnd *self)
{
  show_form (self, FALSE);
  gtk_widget_grab_focus (self->open_drop);
}

static void
on_drop_cb (SfActionEnd *self)
{
  g_autofree char *reason = sf_prose_view_dup_text (SF_PROSE_VIEW (self->reason));
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_drop_action (get_workbook (self), self->action, reason, &error))
    {
      sf_part_set_text (self->note, error->message);
      gtk_widget_set_visible (self->note, TRUE);
      gtk_widget_grab_focus (self->reason);
      return;
    }
  show_form (self, FALSE);
  sf_context_say (self->context, _ ("The action was dropped."), TRUE);
}

static GtkWidget *
create_form (SfActionEnd *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = sf_part_label (_ ("Why it is dropped"), "sf-form-label");
  GtkWidget *drop = gtk_button_new_with_label (_ ("Drop this action"));
  GtkWidget *keep = gtk_button_new_with_label (_ ("Keep it"));

  self->reason = sf_prose_view_new ();
  sf_prose_view_set_placeholder (SF_PROSE_VIEW (self->reason),
                                 _ ("What changed, and what happens instead"));
  sf_part_set_labelled_by (self->reason, label);
  self->note = sf_part_label (NULL, "error");
  gtk_widget_add_css_class (drop, "suggested-action");
  g_signal_connect_swapped (drop, "clicked", G_CALLBACK (on_drop_cb), self);
  g_signal_connect_swapped (keep, "clicked", G_CALLBACK (on_keep_cb), self);
  gtk_box_append (GTK_BOX (buttons), drop);
  gtk_box_append (GTK_BOX (buttons), keep);
  gtk_widget_set_margin_top (buttons, 6);
  for (GtkWidget **child = (GtkWidget *[]){ label, self->reason, self->note, buttons, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (form), *child);
  return form;
}

/* --- what it shows --------------------------------------------------------------------------- */

void
sf_action_end_show (SfActionEnd *self, SfAction *action)
{
  gboolean open, can_edit;

  g_return_if_fail (SF_IS_ACTION_END (self));

  if (g_set_object (&self->action, action))
    {
      show_form (self, FALSE);
      sf_field_set_record (SF_FIELD (self->done_on), action);
      sf_field_set_record (SF_FIELD (self->dropped_reason), action);
    }
  if (action == NULL)
    return;
  open = sf_action_is_open (action);
  can_edit = !sf_workbook_get_read_only (get_workbook (self));
  gtk_widget_set_visible (self->ended, !open);
  gtk_widget_set_visible (self->done_on, sf_action_get_done_on (action) != NULL);
  gtk_widget_set_visible (self->dropped_reason, sf_action_get_dropped_reason (action) != NULL);
  gtk_widget_set_visible (self->done, open);
  gtk_widget_set_visible (self->open_drop, open);
  if (!open)
    show_form (self, FALSE);
  gtk_widget_set_sensitive (self->buttons, can_edit);
  gtk_widget_set_sensitive (self->form, can_edit);
  gtk_widget_set_sensitive (self->reopen, can_edit);
}

static void
sf_action_end_dispose (GObject *object)
{
  SfActionEnd *self = SF_ACTION_END (object);

  g_clear_object (&self->action);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_action_end_parent_class)->dispose (object);
}

static void
sf_action_end_class_init (SfActionEndClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_action_end_dispose;
}

static void
sf_action_end_init (SfActionEnd *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static GtkWidget *
append_button (SfActionEnd *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = sf_button_new (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build (SfActionEnd *self)
{
  GtkWidget *retire;

  self->ended = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->done_on = sf_field_date_new (self->context, SF_ACTION_DONE_ON, _ ("D_one on"));
  self->dropped_reason
      = sf_field_prose_new (self->context, SF_ACTION_DROPPED_REASON, _ ("Why it was dropped"));
  gtk_box_append (GTK_BOX (self->ended), self->done_on);
  gtk_box_append (GTK_BOX (self->ended), self->dropped_reason);
  self->reopen = append_button (self, self->ended, _ ("O_pen it again"), G_CALLBACK (on_reopen_cb));
  gtk_widget_set_halign (self->reopen, GTK_ALIGN_START);
  self->form = create_form (self);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->done = append_button (self, self->buttons, _ ("Mark as _done"), G_CALLBACK (on_done_cb));
  self->open_drop
      = append_button (self, self->buttons, _ ("D_rop it…"), G_CALLBACK (on_open_drop_cb));
  retire = append_button (self, self->buttons, _ ("Take o_ff the plan"), G_CALLBACK (on_retire_cb));
  gtk_widget_set_tooltip_text (retire, _ ("For an action that was added by mistake"));
  gtk_widget_add_css_class (retire, "flat");
  gtk_box_append (GTK_BOX (self), self->ended);
  gtk_box_append (GTK_BOX (self), self->form);
  gtk_box_append (GTK_BOX (self), self->buttons);
  show_form (self, FALSE);
}

GtkWidget *
sf_action_end_new (SfContext *context)
{
  SfActionEnd *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_ACTION_END, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
