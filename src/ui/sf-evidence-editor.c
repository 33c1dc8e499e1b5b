/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-editor.h"

#include "base/sf-date.h"
#include "model/sf-retention.h"
#include "ui/sf-button.h"
#include "ui/sf-erase-dialog.h"
#include "ui/sf-evidence-row.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"
#include "ui/sf-web-buttons.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

static const SfFieldItem items[] = {
  { SF_FIELD_LINE, SF_EVIDENCE_TITLE, N_ ("_Title") },
  { SF_FIELD_WORD, SF_EVIDENCE_KIND, N_ ("_Kind"), FALSE, NULL, NULL, SF_VOCABULARY_EVIDENCE_KIND },
  { SF_FIELD_DATE, SF_EVIDENCE_DATED_ON, N_ ("_Date of the evidence"), TRUE },
  { SF_FIELD_PROSE, SF_EVIDENCE_SHOWS, N_ ("What it _shows"), FALSE,
    N_ ("What would a reader learn from it?") },
  { SF_FIELD_LINE, SF_EVIDENCE_SOURCE, N_ ("Sou_rce"), FALSE, N_ ("Where it comes from") },
  { SF_FIELD_LINE, SF_EVIDENCE_AUTHOR, N_ ("_Author"), TRUE, N_ ("Who made it") },
  { SF_FIELD_GROUPS, SF_EVIDENCE_TARGET_GROUPS, N_ ("Whom it is a_bout") },
  { SF_FIELD_PROSE, SF_EVIDENCE_WEB_LINK, N_ ("Web _links"), FALSE,
    N_ ("https://… One to a line") },
};

static const SfFieldItem paper_items[] = {
  { SF_FIELD_LINE, SF_EVIDENCE_PLACE, N_ ("Where the _paper lies"), FALSE,
    N_ ("Folder, shelf, office") },
  { SF_FIELD_LINE, SF_EVIDENCE_SIGHTED_BY, N_ ("Si_ghted by") },
  { SF_FIELD_DATE, SF_EVIDENCE_SIGHTED_ON, N_ ("Sighted o_n"), TRUE },
};

static const SfFieldItem keeping_items[] = {
  { SF_FIELD_WORD, SF_EVIDENCE_SENSITIVITY, N_ ("Who _may see it"), FALSE, NULL, NULL,
    SF_VOCABULARY_SENSITIVITY },
  { SF_FIELD_DATE, SF_EVIDENCE_KEEP_UNTIL, N_ ("Keep _until"), TRUE },
};

struct _SfEvidenceEditor
{
  GtkBox parent_instance;

  SfContext *context;
  SfEvidence *evidence;
  GtkWidget *fields;
  GtkWidget *paper;
  GtkWidget *keeping;
  GtkWidget *links;
  GtkWidget *sensitivity_note;
  GtkWidget *added;
  GtkWidget *retire;
  GtkWidget *erase;
};

G_DEFINE_FINAL_TYPE (SfEvidenceEditor, sf_evidence_editor, GTK_TYPE_BOX)

static guint leaving_signal;

static gboolean
is_retired (SfEvidenceEditor *self)
{
  return sf_evidence_get_retired_at (self->evidence) != SF_NULL_INT;
}

static void
on_retire_cb (SfEvidenceEditor *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean back = is_retired (self), ok;
  g_autofree char *said = NULL;
  GError *error = NULL;

  g_ptr_array_add (evidence, g_object_ref (self->evidence));
  said = sf_evidence_text_tell_retired (evidence, back);
  g_signal_emit (self, leaving_signal, 0);
  ok = back ? sf_workbook_restore (workbook, evidence->pdata[0], &error)
            : sf_workbook_retire (workbook, evidence->pdata[0], &error);
  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, said, TRUE);
}

static void
on_erase_cb (SfEvidenceEditor *self)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (evidence, g_object_ref (self->evidence));
  g_signal_emit (self, leaving_signal, 0);
  sf_erase_dialog_present (GTK_WIDGET (self), self->context, evidence);
}

static void
update_notes (SfEvidenceEditor *self)
{
  SfEvidence *evidence = self->evidence;
  int n = sf_vocabulary_find (SF_VOCABULARY_SENSITIVITY, sf_evidence_get_sensitivity (evidence));
  g_autofree char *date = sf_date_format (sf_evidence_get_added_on (evidence));
  g_autofree char *added = NULL;

  if (sf_evidence_is_due_for_deletion (evidence, sf_context_get_today (self->context)))
    added = g_strdup_printf (_ ("Added on %s. It was to be kept until a date that is past."), date);
  else
    added = g_strdup_printf (_ ("Added on %s."), date);
  sf_part_set_text (self->added, added);
  sf_part_set_text (self->sensitivity_note,
                    n >= 0 ? sf_vocabulary_get_nth_explanation (SF_VOCABULARY_SENSITIVITY, (guint)n)
                           : "");
}

void
sf_evidence_editor_show (SfEvidenceEditor *self, SfEvidence *evidence)
{
  g_return_if_fail (SF_IS_EVIDENCE_EDITOR (self));

  g_set_object (&self->evidence, evidence);
  sf_field_set_show (SF_FIELD_SET (self->fields), evidence);
  sf_field_set_show (SF_FIELD_SET (self->paper), evidence);
  sf_field_set_show (SF_FIELD_SET (self->keeping), evidence);
  if (evidence == NULL)
    return;
  sf_web_buttons_show (self->links, sf_evidence_get_web_link (evidence));
  sf_button_set_label (self->retire,
                       is_retired (self) ? _ ("_Bring back") : _ ("Take o_ff the list"));
  gtk_widget_set_sensitive (self->retire, sf_context_can_edit (self->context));
  /* also where the evaluation is closed: data protection does not wait */
  gtk_widget_set_sensitive (self->erase,
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
  update_notes (self);
}

static void
build (SfEvidenceEditor *self)
{
  GtkWidget *card = sf_part_card (NULL, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->fields = sf_field_set_new (self->context, items, G_N_ELEMENTS (items));
  self->links = sf_web_buttons_new ();
  self->paper = sf_field_set_new (self->context, paper_items, G_N_ELEMENTS (paper_items));
  self->keeping = sf_field_set_new (self->context, keeping_items, G_N_ELEMENTS (keeping_items));
  self->sensitivity_note = sf_part_label (NULL, "sf-row-subtitle");
  self->added = sf_part_label (NULL, "sf-row-subtitle");
  self->retire = sf_button_new (_ ("Take o_ff the list"));
  gtk_widget_add_css_class (self->retire, "flat");
  gtk_widget_set_halign (self->retire, GTK_ALIGN_START);
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  self->erase = sf_button_new (_ ("_Erase for good…"));
  gtk_widget_add_css_class (self->erase, "flat");
  gtk_widget_set_halign (self->erase, GTK_ALIGN_START);
  g_signal_connect_swapped (self->erase, "clicked", G_CALLBACK (on_erase_cb), self);
  for (GtkWidget **child
       = (GtkWidget *[]){ self->fields, self->links, self->paper, self->keeping,
                          self->sensitivity_note, self->added, self->retire, self->erase, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (body), *child);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_evidence_editor_dispose (GObject *object)
{
  SfEvidenceEditor *self = SF_EVIDENCE_EDITOR (object);

  g_clear_object (&self->evidence);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_evidence_editor_parent_class)->dispose (object);
}

static void
sf_evidence_editor_class_init (SfEvidenceEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_editor_dispose;
  leaving_signal = g_signal_new ("leaving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_evidence_editor_init (SfEvidenceEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_evidence_editor_new (SfContext *context)
{
  SfEvidenceEditor *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_EVIDENCE_EDITOR, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
