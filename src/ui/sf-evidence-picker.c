/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-picker.h"

#include "model/sf-evidence-order.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 40

struct _SfEvidencePicker
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *rows;
  GtkWidget *nothing;

  SfContext *context;
  char *statement_code;
};

G_DEFINE_FINAL_TYPE (SfEvidencePicker, sf_evidence_picker, GTK_TYPE_POPOVER)

static gboolean
is_linked (SfEvidencePicker *self, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) links
      = sf_model_list_evidence_links (sf_context_get_model (self->context),
                                      sf_context_get_evaluation (self->context),
                                      self->statement_code);

  for (guint i = 0; i < links->len; i++)
    if (sf_record_refers_to (links->pdata[i], SF_EVIDENCE_LINK_EVIDENCE, evidence))
      return TRUE;
  return FALSE;
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  return sf_evidence_compare (*(SfEvidence *const *)a, *(SfEvidence *const *)b);
}

static GPtrArray *
find_evidence (SfEvidencePicker *self)
{
  SfModel *model = sf_context_get_model (self->context);
  SfCentre *centre = sf_context_get_centre (self->context);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GPtrArray *all = sf_model_list_referring (model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE, centre);

  for (guint i = all->len; i > 0; i--)
    if (!sf_evidence_matches (model, all->pdata[i - 1], 0, words)
        || is_linked (self, all->pdata[i - 1]))
      g_ptr_array_remove_index (all, i - 1);
  g_ptr_array_sort (all, compare_evidence);
  return all;
}

static void
fill (SfEvidencePicker *self)
{
  g_autoptr (GPtrArray) found = find_evidence (self);

  sf_part_clear (self->rows);
  for (guint i = 0; i < MIN (found->len, MOST_ROWS); i++)
    {
      g_autofree char *line = sf_evidence_to_text (found->pdata[i]);
      GtkWidget *row = sf_part_row (sf_evidence_get_title (found->pdata[i]), line, NULL);

      g_object_set_data_full (G_OBJECT (row), "evidence", g_object_ref (found->pdata[i]),
                              g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
    }
  gtk_widget_set_visible (self->nothing, found->len == 0);
}

static void
pick (SfEvidencePicker *self, SfEvidence *evidence)
{
  GError *error = NULL;
  gboolean done = sf_workbook_link_evidence (sf_context_get_workbook (self->context), evidence,
                                             sf_context_get_evaluation (self->context),
                                             self->statement_code, NULL, NULL, &error);

  gtk_popover_popdown (GTK_POPOVER (self));
  sf_context_check (self->context, done, error);
}

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfEvidencePicker *self)
{
  g_autoptr (SfEvidence) evidence = g_object_ref (g_object_get_data (G_OBJECT (row), "evidence"));

  pick (self, evidence);
}

static void
on_search_changed_cb (GtkSearchEntry *entry, SfEvidencePicker *self)
{
  fill (self);
}

/* Enter takes the first that is shown. */
static void
on_activate_cb (GtkSearchEntry *entry, SfEvidencePicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0);

  if (row != NULL)
    on_row_activated_cb (GTK_LIST_BOX (self->rows), row, self);
}

static void
on_stop_search_cb (GtkSearchEntry *entry, SfEvidencePicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_show_cb (GtkWidget *widget, SfEvidencePicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

static void
sf_evidence_picker_dispose (GObject *object)
{
  SfEvidencePicker *self = SF_EVIDENCE_PICKER (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->statement_code, g_free);
  G_OBJECT_CLASS (sf_evidence_picker_parent_class)->dispose (object);
}

static void
sf_evidence_picker_class_init (SfEvidencePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_picker_dispose;
}

static void
sf_evidence_picker_init (SfEvidencePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scroller, FALSE);
  self->entry = gtk_search_entry_new ();
  sf_part_set_name (self->entry, _ ("Find evidence"));
  self->rows = sf_part_rows (_ ("Evidence found"));
  self->nothing = sf_part_label (
      _ ("No other evidence matches. Add files here, or note paper and links on the Evidence "
         "page."),
      "dim-label");
  gtk_label_set_max_width_chars (GTK_LABEL (self->nothing), 34);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 300, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (on_stop_search_cb), self);
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (on_show_cb), self);
}

GtkWidget *
sf_evidence_picker_new (SfContext *context)
{
  SfEvidencePicker *self = g_object_new (SF_TYPE_EVIDENCE_PICKER, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

void
sf_evidence_picker_set_statement (SfEvidencePicker *self, const char *statement_code)
{
  g_return_if_fail (SF_IS_EVIDENCE_PICKER (self));

  sf_string_set (&self->statement_code, statement_code);
}
