/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-editor.h"

#include "model/sf-target-status.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-field-set.h"
#include "ui/sf-held-note.h"
#include "ui/sf-parts.h"
#include "ui/sf-prose-view.h"
#include "ui/sf-target-tie.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_TARGET_TITLE, N_ ("_Target"), FALSE,
    N_ ("What will be different, in a few words") },
  { SF_FIELD_PROSE, SF_TARGET_CRITERIA, N_ ("_How we shall know"), FALSE,
    N_ ("What will families, staff or the committee be able to see?") },
  { SF_FIELD_LINE, SF_TARGET_MEASURE, N_ ("_What is measured"), FALSE,
    N_ ("Fathers who write in the journals") },
  { SF_FIELD_LINE, SF_TARGET_UNIT, N_ ("_Unit"), FALSE, N_ ("%, families, sessions") },
  { SF_FIELD_WORD, SF_TARGET_DIRECTION, N_ ("Which wa_y is better"), TRUE,
    .vocabulary = SF_VOCABULARY_TARGET_DIRECTION, .nothing = N_ ("Towards the goal") },
  { SF_FIELD_NUMBER, SF_TARGET_BASELINE, N_ ("Where we _began") },
  { SF_FIELD_NUMBER, SF_TARGET_GOAL, N_ ("_Goal"), TRUE },
  { SF_FIELD_WORD, SF_TARGET_PACE, N_ ("How it is a_pproached"),
    .vocabulary = SF_VOCABULARY_TARGET_PACE, .nothing = N_ ("Steadily, as usual") },
  { SF_FIELD_DATE, SF_TARGET_STARTS_ON, N_ ("_Start") },
  { SF_FIELD_DATE, SF_TARGET_DUE_ON, N_ ("_Due"), TRUE },
  { SF_FIELD_PROSE, SF_TARGET_EVIDENCE_EXPECTED, N_ ("E_vidence expected"), FALSE,
    N_ ("What will show it: a count, a register, what families say") },
  { SF_FIELD_LINE, SF_TARGET_OWNER, N_ ("Who _leads"), FALSE },
  { SF_FIELD_PROSE, SF_TARGET_SUPPORT, N_ ("Support and t_raining needed"), FALSE,
    N_ ("Time, money, training, help from a partner") },
};

static const SfFieldItem ended_items[] = {
  { SF_FIELD_PROSE, SF_TARGET_OUTCOME_REASON, N_ ("Why it ended so") },
};

struct _SfTargetEditor
{
  GtkBox parent_instance;

  SfContext *context;
  SfTarget *target;
  GtkWidget *held;
  GtkWidget *fields;
  GtkWidget *tie;
  GtkWidget *order; /* said where the dates are the wrong way round */
  GtkWidget *retire;
  /* how it ended */
  GtkWidget *open_end;
  GtkWidget *end_form;
  GtkWidget *outcome;
  GtkWidget *reason;
  GtkWidget *end_note;
  GtkWidget *ended;
  GtkWidget *ended_text;
  GtkWidget *ended_fields;
  GtkWidget *reopen;
};

G_DEFINE_FINAL_TYPE (SfTargetEditor, sf_target_editor, GTK_TYPE_BOX)

/* --- how it ended ------------------------------------------------------------------------ */

static void
show_end_form (SfTargetEditor *self, gboolean visible)
{
  gtk_widget_set_visible (self->end_form, visible);
  gtk_widget_set_visible (self->open_end, !visible);
  gtk_widget_set_visible (self->end_note, FALSE);
}

static void
on_open_end_cb (SfTargetEditor *self)
{
  show_end_form (self, TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->outcome), 0);
  sf_prose_view_set_text (SF_PROSE_VIEW (self->reason), "");
  gtk_widget_grab_focus (self->outcome);
}

static void
on_cancel_end_cb (SfTargetEditor *self)
{
  show_end_form (self, FALSE);
  gtk_widget_grab_focus (self->open_end);
}

static void
on_end_cb (SfTargetEditor *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->outcome));
  g_autofree char *reason = sf_prose_view_dup_text (SF_PROSE_VIEW (self->reason));
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_end_target (workbook, self->target,
                               sf_vocabulary_get_nth_id (SF_VOCABULARY_TARGET_OUTCOME, n), reason,
                               &error))
    {
      sf_part_set_text (self->end_note, error->message);
      gtk_widget_set_visible (self->end_note, TRUE);
      gtk_widget_grab_focus (self->reason);
      return;
    }
  gtk_widget_set_visible (self->end_form, FALSE);
  sf_context_say (self->context, _ ("The target was ended."), TRUE);
}

static void
on_reopen_cb (SfTargetEditor *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  GError *error = NULL;
  gboolean ok = sf_workbook_reopen_target (workbook, self->target, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The target is open again."), TRUE);
}

static void
on_retire_cb (SfTargetEditor *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  GError *error = NULL;
  gboolean ok = sf_workbook_retire (workbook, self->target, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The target was taken off the list."), TRUE);
}

static void
update_end (SfTargetEditor *self)
{
  const char *outcome = sf_target_get_outcome (self->target);
  gboolean can_edit = sf_context_can_edit (self->context);

  gtk_widget_set_visible (self->ended, outcome != NULL);
  if (outcome != NULL)
    {
      sf_part_set_text (self->ended_text,
                        sf_vocabulary_get_label (SF_VOCABULARY_TARGET_OUTCOME, outcome));
      gtk_widget_set_visible (self->end_form, FALSE);
    }
  gtk_widget_set_visible (self->open_end,
                          outcome == NULL && !gtk_widget_get_visible (self->end_form));
  gtk_widget_set_sensitive (self->open_end, can_edit);
  gtk_widget_set_sensitive (self->end_form, can_edit);
  gtk_widget_set_sensitive (self->reopen, can_edit);
  gtk_widget_set_sensitive (self->retire, can_edit);
}

static GtkWidget *
create_end_form (SfTargetEditor *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *outcome_label = gtk_label_new_with_mnemonic (_ ("How it _ended"));
  GtkWidget *reason_label = gtk_label_new (_ ("Because"));
  GtkWidget *end = gtk_button_new_with_label (_ ("End this target"));
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Keep it open"));
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_TARGET_OUTCOME); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (SF_VOCABULARY_TARGET_OUTCOME, i));
  self->outcome = sf_drop_down_new (words);
  self->reason = sf_prose_view_new ();
  sf_prose_view_set_placeholder (SF_PROSE_VIEW (self->reason),
                                 _ ("What helped, what got in the way, what was learnt"));
  gtk_label_set_xalign (GTK_LABEL (outcome_label), 0);
  gtk_label_set_xalign (GTK_LABEL (reason_label), 0);
  sf_part_set_labelled_by (self->outcome, outcome_label);
  sf_part_set_labelled_by (self->reason, reason_label);
  self->end_note = sf_part_label (NULL, "error");
  gtk_widget_add_css_class (end, "suggested-action");
  g_signal_connect_swapped (end, "clicked", G_CALLBACK (on_end_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel_end_cb), self);
  gtk_box_append (GTK_BOX (buttons), end);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_widget_set_margin_top (buttons, 6);
  for (GtkWidget **child = (GtkWidget *[]){ outcome_label, self->outcome, reason_label,
                                            self->reason, self->end_note, buttons, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (form), *child);
  gtk_widget_set_visible (form, FALSE);
  return form;
}

static GtkWidget *
create_ended (SfTargetEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("How it ended"), "sf-form-label"));
  self->ended_text = sf_part_label (NULL, NULL);
  self->ended_fields = sf_field_set_new (self->context, ended_items, G_N_ELEMENTS (ended_items));
  self->reopen = sf_button_new (_ ("O_pen it again"));
  gtk_widget_set_halign (self->reopen, GTK_ALIGN_START);
  g_signal_connect_swapped (self->reopen, "clicked", G_CALLBACK (on_reopen_cb), self);
  gtk_box_append (GTK_BOX (box), self->ended_text);
  gtk_box_append (GTK_BOX (box), self->ended_fields);
  gtk_box_append (GTK_BOX (box), self->reopen);
  return box;
}

/* --- the form ---------------------------------------------------------------------------- */

void
sf_target_editor_show (SfTargetEditor *self, SfTarget *target)
{
  gboolean another;

  g_return_if_fail (SF_IS_TARGET_EDITOR (self));

  another = target != self->target;
  if (another)
    sf_held_note_leave (SF_HELD_NOTE (self->held));
  if (g_set_object (&self->target, target))
    show_end_form (self, FALSE);
  sf_field_set_show (SF_FIELD_SET (self->fields), target);
  if (another)
    sf_held_note_arrive (SF_HELD_NOTE (self->held), target);
  sf_field_set_show (SF_FIELD_SET (self->ended_fields), target);
  sf_target_tie_show (SF_TARGET_TIE (self->tie), target);
  if (target == NULL)
    return;
  if (!another)
    sf_field_set_try_again (SF_FIELD_SET (self->fields),
                            (const guint[]){ SF_TARGET_STARTS_ON, SF_TARGET_DUE_ON }, 2);
  sf_part_dates_note_show (self->order, sf_target_get_starts_on (target),
                           sf_target_get_due_on (target));
  update_end (self);
}

static void
build (SfTargetEditor *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->fields = sf_field_set_new (self->context, items, G_N_ELEMENTS (items));
  self->held = sf_held_note_new (self->context, SF_FIELD_SET (self->fields));
  self->open_end = sf_button_new (_ ("_End this target…"));
  g_signal_connect_swapped (self->open_end, "clicked", G_CALLBACK (on_open_end_cb), self);
  self->retire = sf_button_new (_ ("Take o_ff the list"));
  gtk_widget_set_tooltip_text (self->retire, _ ("For a target that was set by mistake"));
  gtk_widget_add_css_class (self->retire, "flat");
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->open_end);
  gtk_box_append (GTK_BOX (buttons), self->retire);
  self->end_form = create_end_form (self);
  self->ended = create_ended (self);
  self->tie = sf_target_tie_new (self->context);
  sf_field_set_put_under (SF_FIELD_SET (self->fields), SF_TARGET_MEASURE, self->tie);
  self->order = sf_part_dates_note_new ();
  sf_field_set_put_under (SF_FIELD_SET (self->fields), SF_TARGET_DUE_ON, self->order);
  gtk_box_append (GTK_BOX (body), self->held);
  gtk_box_append (GTK_BOX (body), self->fields);
  gtk_box_append (GTK_BOX (body), self->ended);
  gtk_box_append (GTK_BOX (body), self->end_form);
  gtk_box_append (GTK_BOX (body), buttons);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

/* Another page is shown, and later this one again; a window that closes has asked before. */
static void
sf_target_editor_unmap (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (sf_target_editor_parent_class)->unmap (widget);
  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (root)))
    sf_held_note_leave (SF_HELD_NOTE (SF_TARGET_EDITOR (widget)->held));
}

static void
sf_target_editor_map (GtkWidget *widget)
{
  SfTargetEditor *self = SF_TARGET_EDITOR (widget);

  GTK_WIDGET_CLASS (sf_target_editor_parent_class)->map (widget);
  sf_held_note_arrive (SF_HELD_NOTE (self->held), self->target);
}

static void
sf_target_editor_dispose (GObject *object)
{
  SfTargetEditor *self = SF_TARGET_EDITOR (object);

  g_clear_object (&self->target);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_target_editor_parent_class)->dispose (object);
}

static void
sf_target_editor_class_init (SfTargetEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_editor_dispose;
  GTK_WIDGET_CLASS (klass)->map = sf_target_editor_map;
  GTK_WIDGET_CLASS (klass)->unmap = sf_target_editor_unmap;
}

static void
sf_target_editor_init (SfTargetEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_target_editor_new (SfContext *context)
{
  SfTargetEditor *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_TARGET_EDITOR, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
