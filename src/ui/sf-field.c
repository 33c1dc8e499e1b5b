/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-field-private.h"

#include "model/sf-text-rules.h"
#include "ui/sf-parts.h"
#include "ui/sf-prose-view.h"
#include "ui/sf-reason-box.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

struct _SfField
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *hint;
  GtkWidget *row;
  GtkWidget *control; /* in row, or row itself */
  GtkWidget *reason;  /* weak; NULL until it is asked for */
  GtkBox *place;      /* borrowed: where that stands; NULL: under the control */
  GtkWidget *note_box;
  GtkWidget *note;
  GtkWidget *take_other;

  SfBinding *binding;
  SfHeldList *held;
  char *about;
};

G_DEFINE_FINAL_TYPE (SfField, sf_field, GTK_TYPE_WIDGET)

static void
update_name (SfField *self)
{
  const char *label = gtk_label_get_text (GTK_LABEL (self->label));
  g_autofree char *name
      = self->about != NULL ? g_strdup_printf ("%s, %s", label, self->about) : g_strdup (label);

  sf_part_set_name (self->control, name);
}

static void
set_editable (SfField *self, gboolean editable)
{
  if (GTK_IS_TEXT_VIEW (self->control))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->control), editable);
  else if (GTK_IS_EDITABLE (self->control))
    gtk_editable_set_editable (GTK_EDITABLE (self->control), editable);
  else
    gtk_widget_set_sensitive (self->control, editable);
  if (self->row != self->control)
    for (GtkWidget *child = gtk_widget_get_first_child (self->row); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (child != self->control)
        gtk_widget_set_sensitive (child, editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !editable, -1);
}

static void
create_reason (SfField *self)
{
  GtkWidget *reason = sf_reason_box_new (self->binding, self->held, self->control,
                                         gtk_label_get_text (GTK_LABEL (self->label)));

  if (self->place != NULL)
    gtk_box_append (self->place, reason);
  else
    gtk_widget_insert_before (reason, GTK_WIDGET (self), self->note_box);
  g_set_weak_pointer (&self->reason, reason);
}

static gboolean
is_giving_reason (SfField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->reason);
}

/* What is typed waits for a reason, or no longer. */
static void
show_reason (SfField *self, gboolean asked)
{
  if (asked && self->reason == NULL)
    create_reason (self);
  if (self->reason == NULL || gtk_widget_get_visible (self->reason) == asked)
    return;
  if (asked)
    sf_reason_box_show_kept (SF_REASON_BOX (self->reason));
  if (!asked && is_giving_reason (self))
    gtk_widget_grab_focus (self->control);
  gtk_widget_set_visible (self->reason, asked);
}

static void
on_state_changed_cb (SfBinding *binding, SfField *self)
{
  gboolean offers = FALSE;
  const char *note = sf_binding_get_note (binding, &offers);

  set_editable (self, sf_binding_get_editable (binding));
  show_reason (self, sf_binding_get_held (binding));
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->note)), note != NULL ? note : "") != 0)
    {
      gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                                   note != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
    }
  gtk_widget_set_visible (self->take_other, offers);
  gtk_widget_set_visible (self->note_box, note != NULL);
}

static void
on_take_other_cb (GtkButton *button, SfField *self)
{
  gtk_widget_grab_focus (self->control);
  sf_binding_take_other (self->binding);
}

static void
on_focus_enter_cb (GtkEventControllerFocus *controller, SfField *self)
{
  sf_binding_enter (self->binding);
}

static void
on_focus_leave_cb (GtkEventControllerFocus *controller, SfField *self)
{
  sf_binding_leave (self->binding);
}

/* Another page is shown, or the window closes: what was typed is committed. */
static void
sf_field_unmap (GtkWidget *widget)
{
  SfField *self = SF_FIELD (widget);

  sf_binding_leave (self->binding);
  GTK_WIDGET_CLASS (sf_field_parent_class)->unmap (widget);
}

static gboolean
sf_field_grab_focus (GtkWidget *widget)
{
  /* going back with Shift+Tab, GTK asks every container that is left whether it takes the focus */
  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (SF_FIELD (widget)->control);
}

static void
sf_field_dispose (GObject *object)
{
  SfField *self = SF_FIELD (object);

  if (self->binding != NULL)
    g_signal_handlers_disconnect_by_data (self->binding, self);
  g_clear_object (&self->binding);
  g_clear_object (&self->held);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  if (self->reason != NULL && gtk_widget_get_parent (self->reason) == GTK_WIDGET (self))
    gtk_widget_unparent (self->reason);
  g_clear_weak_pointer (&self->reason);
  g_clear_pointer (&self->note_box, gtk_widget_unparent);
  G_OBJECT_CLASS (sf_field_parent_class)->dispose (object);
}

static void
sf_field_finalize (GObject *object)
{
  g_free (SF_FIELD (object)->about);
  G_OBJECT_CLASS (sf_field_parent_class)->finalize (object);
}

static void
sf_field_class_init (SfFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_field_finalize;
  widget_class->grab_focus = sf_field_grab_focus;
  widget_class->unmap = sf_field_unmap;
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A click on the label or just beside the control means the control. */
static void
on_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, SfField *self)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (hit == GTK_WIDGET (self) || hit == self->label || hit == self->hint)
    gtk_widget_grab_focus (self->control);
}

static void
sf_field_init (SfField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 5);
  self->label = make_line ("field-label");
  gtk_label_set_use_underline (GTK_LABEL (self->label), TRUE);
  self->hint = make_line ("field-hint");
  gtk_widget_hide (self->hint);
  self->note_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  gtk_widget_add_css_class (self->note_box, "field-note");
  self->note = make_line ("field-note-text");
  gtk_label_set_selectable (GTK_LABEL (self->note), TRUE);
  self->take_other = gtk_button_new_with_label (_ ("Use that text"));
  gtk_widget_set_halign (self->take_other, GTK_ALIGN_START);
  g_signal_connect (self->take_other, "clicked", G_CALLBACK (on_take_other_cb), self);
  gtk_box_append (GTK_BOX (self->note_box), self->note);
  gtk_box_append (GTK_BOX (self->note_box), self->take_other);
  gtk_widget_hide (self->note_box);
}

GtkWidget *
sf_field_new (SfContext *context,
              guint column,
              const char *label,
              GtkWidget *row,
              GtkWidget *control,
              const SfBindingControl *type)
{
  SfField *self = g_object_new (SF_TYPE_FIELD, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->row = row;
  self->control = control;
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  gtk_widget_set_parent (self->note_box, GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), control);
  /* the name is set below; GTK would say the label twice */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sf_field_set_label (self, label);
  self->held = g_object_ref (sf_context_get_held (context));
  self->binding = sf_binding_new (context, column, type, control);
  g_signal_connect (self->binding, "state-changed", G_CALLBACK (on_state_changed_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave_cb), self);
  gtk_widget_add_controller (control, focus);
  g_signal_connect (click, "released", G_CALLBACK (on_clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  on_state_changed_cb (self->binding, self);
  return GTK_WIDGET (self);
}

SfBinding *
sf_field_get_binding (SfField *self)
{
  g_return_val_if_fail (SF_IS_FIELD (self), NULL);

  return self->binding;
}

/* What an old file has of more is not cut off by being shown. */
static void
limit_length (SfField *self, gpointer record)
{
  guint column = sf_binding_get_column (self->binding);
  guint most = sf_text_rules_get_most (SF_RECORD_GET_CLASS (record), column);
  g_autofree char *text = sf_field_dup_text (self);

  if (g_utf8_strlen (text, -1) <= (glong)most)
    gtk_entry_set_max_length (GTK_ENTRY (self->control), (int)most);
}

void
sf_field_set_record (SfField *self, gpointer record)
{
  g_return_if_fail (SF_IS_FIELD (self));
  g_return_if_fail (record == NULL || SF_IS_RECORD (record));

  if (GTK_IS_ENTRY (self->control))
    gtk_entry_set_max_length (GTK_ENTRY (self->control), 0);
  sf_binding_set_record (self->binding, record);
  if (GTK_IS_ENTRY (self->control) && record != NULL)
    limit_length (self, record);
  if (self->reason != NULL)
    sf_reason_box_show_kept (SF_REASON_BOX (self->reason));
}

void
sf_field_set_reason_place (SfField *self, GtkBox *place)
{
  g_return_if_fail (SF_IS_FIELD (self));

  self->place = place;
}

void
sf_field_ask_reason (SfField *self)
{
  g_return_if_fail (SF_IS_FIELD (self));

  if (sf_binding_get_held (self->binding))
    gtk_widget_grab_focus (self->reason);
}

SfField *
sf_field_find (GtkWidget *widget, gpointer record, guint column)
{
  SfField *found = NULL;

  if (SF_IS_FIELD (widget))
    {
      SfBinding *binding = SF_FIELD (widget)->binding;

      return sf_binding_get_record (binding) == record && sf_binding_get_column (binding) == column
                 ? SF_FIELD (widget)
                 : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = sf_field_find (child, record, column);
  return found;
}

gpointer
sf_field_get_record (SfField *self)
{
  g_return_val_if_fail (SF_IS_FIELD (self), NULL);

  return sf_binding_get_record (self->binding);
}

void
sf_field_set_maker (SfField *self, SfRecordMaker maker, gpointer data)
{
  g_return_if_fail (SF_IS_FIELD (self));

  sf_binding_set_maker (self->binding, maker, data);
}

void
sf_field_set_placeholder (SfField *self, const char *text)
{
  g_return_if_fail (SF_IS_FIELD (self));

  if (SF_IS_PROSE_VIEW (self->control))
    sf_prose_view_set_placeholder (SF_PROSE_VIEW (self->control), text);
  else if (GTK_IS_ENTRY (self->control))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->control), text);
}

void
sf_field_set_hint (SfField *self, const char *text)
{
  g_return_if_fail (SF_IS_FIELD (self));

  gtk_label_set_label (GTK_LABEL (self->hint), text != NULL ? text : "");
  gtk_widget_set_visible (self->hint, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

void
sf_field_set_about (SfField *self, const char *about)
{
  g_return_if_fail (SF_IS_FIELD (self));

  if (sf_string_set (&self->about, about))
    update_name (self);
}

void
sf_field_set_label (SfField *self, const char *label)
{
  g_return_if_fail (SF_IS_FIELD (self));

  gtk_label_set_label (GTK_LABEL (self->label), label);
  update_name (self);
}

void
sf_field_set_label_visible (SfField *self, gboolean visible)
{
  g_return_if_fail (SF_IS_FIELD (self));

  gtk_widget_set_visible (self->label, visible);
}

gboolean
sf_field_commit (SfField *self)
{
  g_return_val_if_fail (SF_IS_FIELD (self), FALSE);

  return sf_binding_commit (self->binding);
}

static void
insert_into_view (GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter at;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &at);
  gtk_text_buffer_place_cursor (buffer, &at);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    gtk_text_buffer_insert_at_cursor (buffer, "\n", -1);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * sf_field_insert:
 * @text: what to add
 *
 * Adds a paragraph at the end of prose, or text at the cursor of a line, as if it were typed.
 */
void
sf_field_insert (SfField *self, const char *text)
{
  g_return_if_fail (SF_IS_FIELD (self));

  if (!sf_binding_get_editable (self->binding))
    return;
  gtk_widget_grab_focus (self->control);
  if (GTK_IS_TEXT_VIEW (self->control))
    insert_into_view (GTK_TEXT_VIEW (self->control), text);
  else if (GTK_IS_EDITABLE (self->control))
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (self->control));

      gtk_editable_insert_text (GTK_EDITABLE (self->control), text, -1, &position);
    }
}

char *
sf_field_dup_text (SfField *self)
{
  g_return_val_if_fail (SF_IS_FIELD (self), NULL);

  return sf_binding_dup_typed (self->binding);
}

GtkWidget *
sf_field_get_control (SfField *self)
{
  g_return_val_if_fail (SF_IS_FIELD (self), NULL);

  return self->control;
}
