/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-many.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-target-groups.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-erase-dialog.h"
#include "ui/sf-evidence-row.h"
#include "ui/sf-parts.h"
#include "ui/sf-statement-matrix.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfEvidenceMany
{
  GtkBox parent_instance;

  SfContext *context;
  GPtrArray *evidence;
  GtkWidget *heading;
  GtkWidget *kind;
  GtkWidget *dated_on;
  GtkWidget *sensitivity;
  GtkWidget *keep_until;
  GtkWidget *set_groups;
  GtkWidget *groups;
  GPtrArray *group_boxes;
  GtkWidget *problem;
  GtkWidget *apply;
  GtkWidget *link;
  GtkWidget *retire;
  GtkWidget *restore;
  GtkWidget *erase;
};

G_DEFINE_FINAL_TYPE (SfEvidenceMany, sf_evidence_many, GTK_TYPE_BOX)

static guint leaving_signal;

/* --- what is filled in --------------------------------------------------------------------------
 */

/* The first entry is "as they are". */
static const char *
get_word (GtkWidget *drop_down, SfVocabulary vocabulary)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return n == 0 || n == GTK_INVALID_LIST_POSITION ? NULL
                                                  : sf_vocabulary_get_nth_id (vocabulary, n - 1);
}

static gboolean
has_text (GtkWidget *entry)
{
  return !sf_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static gboolean
is_touched (SfEvidenceMany *self)
{
  return get_word (self->kind, SF_VOCABULARY_EVIDENCE_KIND) != NULL
         || get_word (self->sensitivity, SF_VOCABULARY_SENSITIVITY) != NULL
         || has_text (self->dated_on) || has_text (self->keep_until)
         || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->set_groups));
}

static void
update_buttons (SfEvidenceMany *self)
{
  gboolean can_edit = sf_context_can_edit (self->context);
  gboolean groups = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->set_groups));

  gtk_widget_set_sensitive (self->apply, can_edit && is_touched (self));
  gtk_widget_set_sensitive (self->link, can_edit);
  gtk_widget_set_sensitive (self->retire, can_edit);
  gtk_widget_set_sensitive (self->restore, can_edit);
  gtk_widget_set_sensitive (self->erase, can_edit);
  gtk_widget_set_visible (self->groups, groups);
}

static void
on_touched_cb (SfEvidenceMany *self)
{
  sf_part_set_text (self->problem, "");
  gtk_widget_set_visible (self->problem, FALSE);
  update_buttons (self);
}

static void
reset (SfEvidenceMany *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sensitivity), 0);
  gtk_editable_set_text (GTK_EDITABLE (self->dated_on), "");
  gtk_editable_set_text (GTK_EDITABLE (self->keep_until), "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->set_groups), FALSE);
  for (guint i = 0; i < self->group_boxes->len; i++)
    gtk_check_button_set_active (self->group_boxes->pdata[i], FALSE);
  on_touched_cb (self);
}

/* --- doing it -----------------------------------------------------------------------------------
 */

static void
add_edits (SfEvidenceMany *self, GPtrArray *edits, guint column, const char *text)
{
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (edits, sf_field_edit_new (self->evidence->pdata[i], column, text));
}

static gboolean
add_date (SfEvidenceMany *self, GPtrArray *edits, guint column, GtkWidget *entry)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *iso = NULL;

  if (!has_text (entry))
    return TRUE;
  iso = sf_date_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &error);
  if (iso == NULL)
    {
      sf_part_set_text (self->problem, error != NULL
                                           ? error->message
                                           : _ ("Please give a date, like 1 April 2026."));
      gtk_widget_set_visible (self->problem, TRUE);
      gtk_widget_grab_focus (entry);
      return FALSE;
    }
  add_edits (self, edits, column, iso);
  return TRUE;
}

static void
add_groups (SfEvidenceMany *self, GPtrArray *edits)
{
  g_autofree char *text = NULL;
  guint groups = 0;

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (self->set_groups)))
    return;
  for (guint i = 0; i < self->group_boxes->len; i++)
    if (gtk_check_button_get_active (self->group_boxes->pdata[i]))
      groups |= 1u << i;
  text = sf_target_groups_to_column (groups);
  add_edits (self, edits, SF_EVIDENCE_TARGET_GROUPS, text);
}

static gboolean
add_all (SfEvidenceMany *self, GPtrArray *edits)
{
  const char *kind = get_word (self->kind, SF_VOCABULARY_EVIDENCE_KIND);
  const char *sensitivity = get_word (self->sensitivity, SF_VOCABULARY_SENSITIVITY);

  if (kind != NULL)
    add_edits (self, edits, SF_EVIDENCE_KIND, kind);
  if (sensitivity != NULL)
    add_edits (self, edits, SF_EVIDENCE_SENSITIVITY, sensitivity);
  if (!add_date (self, edits, SF_EVIDENCE_DATED_ON, self->dated_on)
      || !add_date (self, edits, SF_EVIDENCE_KEEP_UNTIL, self->keep_until))
    return FALSE;
  add_groups (self, edits);
  return TRUE;
}

static void
on_apply_cb (SfEvidenceMany *self)
{
  guint n = self->evidence->len;
  g_autofree char *label
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Changed %u piece of evidence",
                                      "Changed %u pieces of evidence", n),
                         n);
  g_autofree char *said
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence was changed.",
                                      "%u pieces of evidence were changed.", n),
                         n);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_field_edit_free);
  GError *error = NULL;
  gboolean ok;

  if (!is_touched (self) || !add_all (self, edits))
    return;
  ok = sf_workbook_edit_many (sf_context_get_workbook (self->context), edits, label, &error);
  if (!sf_context_check (self->context, ok, error))
    return;
  gtk_widget_grab_focus (self->kind);
  reset (self);
  sf_context_say (self->context, said, TRUE);
}

static void
on_link_cb (SfEvidenceMany *self)
{
  sf_statement_matrix_present (GTK_WIDGET (self), self->context, self->evidence);
}

/* What is selected is another by the end of it, and this form may show something else. */
static void
take_off_or_bring_back (SfEvidenceMany *self, gboolean back)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  g_autoptr (GPtrArray) evidence = g_ptr_array_ref (self->evidence);
  g_autofree char *said = sf_evidence_text_tell_retired (evidence, back);
  GError *error = NULL;
  gboolean ok;

  g_signal_emit (self, leaving_signal, 0);
  ok = back ? sf_workbook_restore_many (workbook, evidence, &error)
            : sf_workbook_retire_many (workbook, evidence, &error);
  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, said, TRUE);
}

static void
on_retire_cb (SfEvidenceMany *self)
{
  take_off_or_bring_back (self, FALSE);
}

static void
on_restore_cb (SfEvidenceMany *self)
{
  take_off_or_bring_back (self, TRUE);
}

static void
on_erase_cb (SfEvidenceMany *self)
{
  g_signal_emit (self, leaving_signal, 0);
  sf_erase_dialog_present (GTK_WIDGET (self), self->context, self->evidence);
}

/* --- showing ------------------------------------------------------------------------------------
 */

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_ptr_array_find (a, b->pdata[i], NULL))
      return FALSE;
  return TRUE;
}

static guint
count_retired (GPtrArray *evidence)
{
  guint n = 0;

  for (guint i = 0; i < evidence->len; i++)
    n += sf_evidence_get_retired_at (evidence->pdata[i]) != SF_NULL_INT ? 1 : 0;
  return n;
}

void
sf_evidence_many_show (SfEvidenceMany *self, GPtrArray *evidence)
{
  g_autofree char *heading = NULL;
  guint retired;
  gboolean other;

  g_return_if_fail (SF_IS_EVIDENCE_MANY (self));

  /* a long list is compared by its length alone */
  other = evidence->len > 200 ? self->evidence == NULL || self->evidence->len != evidence->len
                              : !is_same (self->evidence, evidence);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->evidence = g_ptr_array_ref (evidence);
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence selected",
                                          "%u pieces of evidence selected", evidence->len),
                             evidence->len);
  sf_part_set_text (self->heading, heading);
  retired = count_retired (evidence);
  gtk_widget_set_visible (self->retire, retired < evidence->len);
  gtk_widget_set_visible (self->restore, retired > 0);
  if (other)
    reset (self);
  else
    update_buttons (self);
}

/* --- building -----------------------------------------------------------------------------------
 */

static void
append_field (GtkWidget *body, const char *label, GtkWidget *control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "sf-form-label");
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  sf_part_set_labelled_by (control, name);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), control);
  gtk_box_append (GTK_BOX (body), box);
}

static GtkWidget *
create_words (SfEvidenceMany *self, SfVocabulary vocabulary)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (words, _ ("As they are"));
  for (guint i = 0; i < sf_vocabulary_get_n_terms (vocabulary); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (vocabulary, i));
  drop_down = sf_drop_down_new (words);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_touched_cb), self);
  return drop_down;
}

static GtkWidget *
create_date (SfEvidenceMany *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("As they are"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Day month year; empty leaves each as it is"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_touched_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_apply_cb), self);
  return entry;
}

static void
append_groups (SfEvidenceMany *self, GtkWidget *body)
{
  self->set_groups = gtk_check_button_new_with_label (_ ("Change whom they are about"));
  sf_part_set_name (self->set_groups, _ ("Change whom they are about"));
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_margin_start (self->groups, 24);
  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_TARGET_GROUP); i++)
    {
      const char *label = sf_vocabulary_get_nth_label (SF_VOCABULARY_TARGET_GROUP, i);
      GtkWidget *box = gtk_check_button_new_with_label (label);

      sf_part_set_name (box, label);
      g_ptr_array_add (self->group_boxes, box);
      gtk_box_append (GTK_BOX (self->groups), box);
    }
  g_signal_connect_swapped (self->set_groups, "toggled", G_CALLBACK (on_touched_cb), self);
  gtk_box_append (GTK_BOX (body), self->set_groups);
  gtk_box_append (GTK_BOX (body), self->groups);
}

static GtkWidget *
append_button (SfEvidenceMany *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = sf_button_new (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build (SfEvidenceMany *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->heading = sf_part_heading ("");
  self->kind = create_words (self, SF_VOCABULARY_EVIDENCE_KIND);
  self->dated_on = create_date (self);
  self->sensitivity = create_words (self, SF_VOCABULARY_SENSITIVITY);
  self->keep_until = create_date (self);
  gtk_box_append (GTK_BOX (body), self->heading);
  gtk_box_append (GTK_BOX (body),
                  sf_part_label (_ ("What you fill in here is changed in all of them. What you "
                                    "leave stays as it is in each."),
                                 "dim-label"));
  append_field (body, _ ("_Kind"), self->kind);
  append_field (body, _ ("_Date of the evidence"), self->dated_on);
  append_field (body, _ ("Who _may see it"), self->sensitivity);
  append_field (body, _ ("Keep _until"), self->keep_until);
  append_groups (self, body);
  self->problem = sf_part_label (NULL, "error");
  gtk_box_append (GTK_BOX (body), self->problem);
  self->apply = append_button (self, body, _ ("_Change all of them"), G_CALLBACK (on_apply_cb));
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->link = append_button (self, actions, _ ("_Link to statements…"), G_CALLBACK (on_link_cb));
  self->retire = append_button (self, actions, _ ("Take o_ff the list"), G_CALLBACK (on_retire_cb));
  self->restore = append_button (self, actions, _ ("_Bring back"), G_CALLBACK (on_restore_cb));
  self->erase = append_button (self, actions, _ ("_Erase…"), G_CALLBACK (on_erase_cb));
  gtk_box_append (GTK_BOX (body), actions);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_evidence_many_dispose (GObject *object)
{
  SfEvidenceMany *self = SF_EVIDENCE_MANY (object);

  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->group_boxes, g_ptr_array_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_evidence_many_parent_class)->dispose (object);
}

static void
sf_evidence_many_class_init (SfEvidenceManyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_many_dispose;
  leaving_signal = g_signal_new ("leaving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_evidence_many_init (SfEvidenceMany *self)
{
  self->group_boxes = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_evidence_many_new (SfContext *context)
{
  SfEvidenceMany *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_EVIDENCE_MANY, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
