/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-said-field.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"
#include "ui/sf-prose-view.h"
#include "ui/sf-spell.h"

#include <glib/gi18n-lib.h>

/* What is typed is on disk so many seconds after the first key. */
#define HAND_ON_SECONDS 3

struct _SfSaidField
{
  GtkBox parent_instance;

  SfPerformanceKind kind;
  GtkWidget *label;
  GtkWidget *hint;
  GtkWidget *whose;
  GtkWidget *control;
  GtkWidget *fixed; /* what is said, where it cannot be written */
  GtkWidget *note;
  GStrv ids;   /* of a choice; the first entry of the control is none of them */
  char *shown; /* as it would be written */
  char *about; /* what a screen reader says after the label */
  gboolean showing;
  gboolean dirty;
  guint hand_on_id;

  SfSaidFunc func;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (SfSaidField, sf_said_field, GTK_TYPE_BOX)

static void
wipe (char **text)
{
  if (*text != NULL)
    explicit_bzero (*text, strlen (*text));
  g_clear_pointer (text, g_free);
}

static void
tell (SfSaidField *self, const char *note)
{
  sf_part_set_text (self->note, note);
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                               note != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* --- the control ------------------------------------------------------------------------------ */

static char *
dup_typed (SfSaidField *self)
{
  guint n;

  if (self->kind == SF_PERFORMANCE_PROSE)
    return sf_prose_view_dup_text (SF_PROSE_VIEW (self->control));
  if (self->kind != SF_PERFORMANCE_CHOICE)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control)));
  n = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));
  return n > 0 && n != GTK_INVALID_LIST_POSITION ? g_strdup (self->ids[n - 1]) : NULL;
}

static void
set_control (SfSaidField *self, const char *text)
{
  g_autofree char *date
      = self->kind == SF_PERFORMANCE_DATE && text != NULL ? sf_date_format (text) : NULL;
  const char *words = date != NULL ? date : text != NULL ? text : "";
  guint n = 0;

  self->showing = TRUE;
  if (self->kind == SF_PERFORMANCE_PROSE)
    sf_prose_view_set_text (SF_PROSE_VIEW (self->control), words);
  else if (self->kind != SF_PERFORMANCE_CHOICE)
    gtk_editable_set_text (GTK_EDITABLE (self->control), words);
  else
    {
      for (guint i = 0; text != NULL && self->ids[i] != NULL; i++)
        if (g_str_equal (self->ids[i], text))
          n = i + 1;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), n);
    }
  self->showing = FALSE;
}

/* As it is written: @text is what is typed. NULL with @error if it is no date. */
static gboolean
parse (SfSaidField *self, const char *typed, char **text, GError **error)
{
  *text = NULL;
  if (sf_text_is_blank (typed))
    return TRUE;
  if (self->kind == SF_PERFORMANCE_DATE)
    *text = sf_date_parse (typed, error);
  else
    *text = g_strdup (typed);
  return *text != NULL;
}

/* --- handing on ------------------------------------------------------------------------------- */

void
sf_said_field_commit (SfSaidField *self)
{
  g_autofree char *typed = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SF_IS_SAID_FIELD (self));

  g_clear_handle_id (&self->hand_on_id, g_source_remove);
  if (!self->dirty || self->func == NULL)
    return;
  typed = dup_typed (self);
  if (parse (self, typed, &text, &error)
      && (g_strcmp0 (text, self->shown) == 0 || self->func (self, text, self->data, &error)))
    {
      self->dirty = FALSE;
      wipe (&self->shown);
      self->shown = g_strdup (text);
    }
  tell (self, error != NULL ? error->message : NULL);
}

static gboolean
on_hand_on_cb (gpointer data)
{
  SfSaidField *self = data;

  self->hand_on_id = 0;
  sf_said_field_commit (self);
  return G_SOURCE_REMOVE;
}

static void
on_edited_cb (SfSaidField *self)
{
  if (self->showing)
    return;
  self->dirty = TRUE;
  if (self->kind == SF_PERFORMANCE_CHOICE)
    sf_said_field_commit (self);
  /* a date that is half typed is none */
  else if (self->kind != SF_PERFORMANCE_DATE && self->hand_on_id == 0)
    self->hand_on_id = g_timeout_add_seconds (HAND_ON_SECONDS, on_hand_on_cb, self);
}

static void
on_left_cb (SfSaidField *self)
{
  sf_said_field_commit (self);
  if (!self->dirty && self->kind == SF_PERFORMANCE_DATE)
    set_control (self, self->shown);
}

char *
sf_said_field_dup_text (SfSaidField *self)
{
  g_autofree char *typed = NULL;
  char *text;

  g_return_val_if_fail (SF_IS_SAID_FIELD (self), NULL);

  typed = dup_typed (self);
  return parse (self, typed, &text, NULL) ? text : NULL;
}

void
sf_said_field_append (SfSaidField *self, const char *word)
{
  g_autofree char *text = NULL;
  g_autofree char *typed = NULL;

  g_return_if_fail (SF_IS_SAID_FIELD (self));

  typed = dup_typed (self);
  text = sf_text_is_blank (typed) ? g_strdup (word) : g_strdup_printf ("%s %s", typed, word);
  set_control (self, text);
  self->dirty = TRUE;
  sf_said_field_commit (self);
}

/* --- showing -----------------------------------------------------------------------------------
 */

/* (transfer full) (nullable): as a person reads it */
static char *
dup_readable (SfSaidField *self, const char *text)
{
  GListModel *words;

  if (text == NULL)
    return NULL;
  if (self->kind == SF_PERFORMANCE_DATE)
    return sf_date_format (text);
  if (self->kind != SF_PERFORMANCE_CHOICE)
    return g_strdup (text);
  words = gtk_drop_down_get_model (GTK_DROP_DOWN (self->control));
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (g_str_equal (self->ids[i], text))
      return g_strdup (gtk_string_list_get_string (GTK_STRING_LIST (words), i + 1));
  return NULL;
}

/* (transfer full): what the field is called */
static char *
dup_name (SfSaidField *self)
{
  const char *label = gtk_label_get_text (GTK_LABEL (self->label));

  return self->about != NULL ? g_strdup_printf ("%s, %s", label, self->about) : g_strdup (label);
}

/* Read out as "Self-review: …", for a label that has the focus is all that is heard. */
static void
name_fixed (SfSaidField *self)
{
  g_autofree char *label = dup_name (self);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", label, gtk_label_get_text (GTK_LABEL (self->fixed)));

  sf_part_set_name (self->fixed, name);
  wipe (&name);
}

static void
set_fixed (SfSaidField *self, const char *text)
{
  g_autofree char *readable = dup_readable (self, text);

  sf_part_set_text (self->fixed, readable != NULL ? readable : _ ("Not said yet"));
  name_fixed (self);
  if (readable != NULL)
    gtk_widget_remove_css_class (self->fixed, "dim-label");
  else
    gtk_widget_add_css_class (self->fixed, "dim-label");
  wipe (&readable);
}

/* What is typed and not written yet stays in its control. */
static void
set_editable (SfSaidField *self, gboolean editable)
{
  gboolean fixed = !editable && !self->dirty;

  gtk_widget_set_visible (self->control, !fixed);
  gtk_widget_set_visible (self->fixed, fixed);
  gtk_widget_set_visible (self->hint,
                          !fixed && *gtk_label_get_text (GTK_LABEL (self->hint)) != '\0');
}

void
sf_said_field_show (SfSaidField *self, const char *text, gboolean editable)
{
  g_return_if_fail (SF_IS_SAID_FIELD (self));

  set_editable (self, editable);
  set_fixed (self, editable ? NULL : text);
  if (self->dirty || g_strcmp0 (self->shown, text) == 0)
    return;
  wipe (&self->shown);
  self->shown = g_strdup (text);
  set_control (self, text);
}

void
sf_said_field_forget (SfSaidField *self)
{
  g_return_if_fail (SF_IS_SAID_FIELD (self));

  g_clear_handle_id (&self->hand_on_id, g_source_remove);
  self->dirty = FALSE;
  wipe (&self->shown);
  set_control (self, NULL);
  set_fixed (self, NULL);
  tell (self, NULL);
}

void
sf_said_field_set_func (SfSaidField *self, SfSaidFunc func, gpointer data)
{
  g_return_if_fail (SF_IS_SAID_FIELD (self));

  self->func = func;
  self->data = data;
}

void
sf_said_field_set_hint (SfSaidField *self, const char *hint)
{
  g_return_if_fail (SF_IS_SAID_FIELD (self));

  sf_part_set_text (self->hint, hint);
  gtk_widget_set_visible (self->hint, hint != NULL);
}

void
sf_said_field_set_whose (SfSaidField *self, const char *whose)
{
  g_return_if_fail (SF_IS_SAID_FIELD (self));

  sf_part_set_text (self->whose, whose);
  gtk_widget_set_visible (self->whose, whose != NULL);
}

void
sf_said_field_set_about (SfSaidField *self, const char *about)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SF_IS_SAID_FIELD (self));

  wipe (&self->about);
  self->about = g_strdup (about);
  name = dup_name (self);
  sf_part_set_name (self->control, name);
  name_fixed (self);
}

/* --- building ----------------------------------------------------------------------------------
 */

static void
build (SfSaidField *self, const char *label, GtkWidget *control)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->control = control;
  gtk_label_set_text (GTK_LABEL (self->label), label);
  sf_part_set_mnemonic (self->label, control);
  gtk_box_insert_child_after (GTK_BOX (self), control, self->whose);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
sf_said_field_new (SfContext *context, const char *label, SfPerformanceKind kind)
{
  SfSaidField *self = g_object_new (SF_TYPE_SAID_FIELD, NULL);

  self->kind = kind;
  if (kind == SF_PERFORMANCE_PROSE)
    {
      build (self, label, sf_prose_view_new ());
      sf_spell_attach (GTK_TEXT_VIEW (self->control), sf_context_get_settings (context));
      sf_spell_keep_dictionary (GTK_TEXT_VIEW (self->control));
      g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->control)), "changed",
                                G_CALLBACK (on_edited_cb), self);
      return GTK_WIDGET (self);
    }
  build (self, label, gtk_entry_new ());
  if (kind == SF_PERFORMANCE_DATE)
    {
      g_object_set (self->control, "placeholder-text", _ ("Day month year"), NULL);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->control), 12);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->control), 18);
      gtk_widget_set_halign (self->control, GTK_ALIGN_START);
    }
  g_signal_connect_swapped (self->control, "changed", G_CALLBACK (on_edited_cb), self);
  g_signal_connect_swapped (self->control, "activate", G_CALLBACK (on_left_cb), self);
  return GTK_WIDGET (self);
}

GtkWidget *
sf_said_field_new_choice (const char *label, const char *const *ids, const char *const *labels)
{
  SfSaidField *self = g_object_new (SF_TYPE_SAID_FIELD, NULL);
  GtkStringList *words = gtk_string_list_new (NULL);

  self->kind = SF_PERFORMANCE_CHOICE;
  self->ids = g_strdupv ((char **)ids);
  gtk_string_list_append (words, _ ("Not said yet"));
  for (guint i = 0; labels[i] != NULL; i++)
    gtk_string_list_append (words, labels[i]);
  build (self, label, sf_drop_down_new (words));
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (on_edited_cb), self);
  return GTK_WIDGET (self);
}

GtkWidget *
sf_said_field_new_words (const char *label, SfVocabulary words)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new (), labels = g_ptr_array_new ();

  for (guint i = 0; i < sf_vocabulary_get_n_terms (words); i++)
    {
      g_ptr_array_add (ids, (gpointer)sf_vocabulary_get_nth_id (words, i));
      g_ptr_array_add (labels, (gpointer)sf_vocabulary_get_nth_label (words, i));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  return sf_said_field_new_choice (label, (const char *const *)ids->pdata,
                                   (const char *const *)labels->pdata);
}

/* Another page is shown, or the window closes. */
static void
sf_said_field_unmap (GtkWidget *widget)
{
  sf_said_field_commit (SF_SAID_FIELD (widget));
  GTK_WIDGET_CLASS (sf_said_field_parent_class)->unmap (widget);
}

static gboolean
sf_said_field_grab_focus (GtkWidget *widget)
{
  SfSaidField *self = SF_SAID_FIELD (widget);

  return gtk_widget_get_focus_child (widget) == NULL
         && gtk_widget_grab_focus (gtk_widget_get_visible (self->fixed) ? self->fixed
                                                                        : self->control);
}

static void
sf_said_field_dispose (GObject *object)
{
  SfSaidField *self = SF_SAID_FIELD (object);

  g_clear_handle_id (&self->hand_on_id, g_source_remove);
  self->func = NULL;
  wipe (&self->shown);
  wipe (&self->about);
  g_clear_pointer (&self->ids, g_strfreev);
  G_OBJECT_CLASS (sf_said_field_parent_class)->dispose (object);
}

static void
sf_said_field_class_init (SfSaidFieldClass *klass)
{
  GTK_WIDGET_CLASS (klass)->unmap = sf_said_field_unmap;
  GTK_WIDGET_CLASS (klass)->grab_focus = sf_said_field_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = sf_said_field_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "field");
}

static void
sf_said_field_init (SfSaidField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->label = sf_part_label (NULL, "sf-form-label");
  self->hint = sf_part_label (NULL, "sf-row-subtitle");
  self->whose = sf_part_label (NULL, "sf-row-subtitle");
  self->fixed = sf_part_label (NULL, "sf-said");
  self->note = sf_part_label (NULL, "error");
  /* to be reached and read out by keyboard */
  gtk_widget_set_focusable (self->fixed, TRUE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_visible (self->whose, FALSE);
  gtk_widget_set_visible (self->fixed, FALSE);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->hint);
  gtk_box_append (GTK_BOX (self), self->whose);
  gtk_box_append (GTK_BOX (self), self->fixed);
  gtk_box_append (GTK_BOX (self), self->note);
}
