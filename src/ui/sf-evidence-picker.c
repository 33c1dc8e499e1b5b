/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-picker.h"

#include "base/sf-text.h"
#include "model/sf-evidence-order.h"
#include "ui/sf-columns.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-snippet.h"
#include "ui/sf-string.h"
#include "ui/sf-thumbnail.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-search.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 40
#define WIDTH_CHARS 46

struct _SfEvidencePicker
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *rows;
  GtkWidget *status;
  GtkWidget *hint;

  SfContext *context;
  char *statement_code;
  char *searched;
  GPtrArray *hits;       /* of SfEvidenceHit: those that have rows */
  GHashTable *linked;    /* SfEvidence that is linked already, or was just now */
  GCancellable *looking; /* into files */
  guint n_linked;        /* since it was opened */
};

G_DEFINE_FINAL_TYPE (SfEvidencePicker, sf_evidence_picker, GTK_TYPE_POPOVER)

/* --- what there is ------------------------------------------------------------------------- */

static void
note_linked (SfEvidencePicker *self)
{
  SfModel *model = sf_context_get_model (self->context);
  g_autoptr (GPtrArray) links
      = sf_model_list_evidence_links (model, sf_context_get_evaluation (self->context),
                                      self->statement_code);

  g_hash_table_remove_all (self->linked);
  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (self->linked, g_object_ref (sf_model_get_evidence (model, links->pdata[i])));
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  return sf_evidence_compare (*(SfEvidence *const *)a, *(SfEvidence *const *)b);
}

/* Without words: what is newest. */
static GPtrArray *
list_newest (SfEvidencePicker *self)
{
  g_autoptr (GPtrArray) all
      = sf_model_list_referring (sf_context_get_model (self->context), SF_TYPE_EVIDENCE,
                                 SF_EVIDENCE_CENTRE, sf_context_get_centre (self->context));
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_evidence_hit_free);

  g_ptr_array_sort (all, compare_evidence);
  for (guint i = 0; i < all->len && hits->len < MOST_ROWS; i++)
    if (sf_evidence_get_retired_at (all->pdata[i]) == SF_NULL_INT
        && !g_hash_table_contains (self->linked, all->pdata[i]))
      {
        SfEvidenceHit *hit = g_new0 (SfEvidenceHit, 1);

        hit->evidence = g_object_ref (all->pdata[i]);
        g_ptr_array_add (hits, hit);
      }
  return hits;
}

/* Of this centre, and not linked yet. */
static gboolean
is_wanted (SfEvidencePicker *self, const SfEvidenceHit *hit)
{
  return !g_hash_table_contains (self->linked, hit->evidence)
         && sf_record_refers_to (SF_RECORD (hit->evidence), SF_EVIDENCE_CENTRE,
                                 sf_context_get_centre (self->context));
}

/* --- rows ---------------------------------------------------------------------------------- */

static SfEvidence *
evidence_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "evidence");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = sf_part_label (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS - 14);
  return label;
}

static GtkWidget *
make_words (const SfEvidenceHit *hit)
{
  GtkWidget *words = sf_pile_new (2);
  g_autofree char *line = sf_evidence_to_text (hit->evidence);
  g_autofree char *where = hit->file != NULL ? g_strdup_printf (_ ("%s · in %s"), line,
                                                                sf_attachment_get_name (hit->file))
                                             : g_strdup (line);

  gtk_box_append (GTK_BOX (words),
                  make_label (sf_evidence_get_title (hit->evidence), "sf-row-title"));
  gtk_box_append (GTK_BOX (words), make_label (where, "sf-row-subtitle"));
  if (hit->snippet != NULL)
    {
      GtkWidget *snippet = make_label (NULL, "caption");
      g_autofree char *markup = sf_snippet_to_markup (hit->snippet, hit->ranges, hit->n_ranges);

      gtk_label_set_markup (GTK_LABEL (snippet), markup);
      gtk_box_append (GTK_BOX (words), snippet);
    }
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void on_more_clicked_cb (GtkWidget *button, SfEvidencePicker *self);

static GtkWidget *
make_row (SfEvidencePicker *self, const SfEvidenceHit *hit)
{
  const char *title = sf_evidence_get_title (hit->evidence);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = sf_line_new (10);
  GtkWidget *picture = sf_thumbnail_new (self->context, 40);
  g_autofree char *text = sf_evidence_to_text (hit->evidence);
  g_autofree char *name
      = g_strdup_printf ("%s, %s%s%s", title, text, hit->snippet != NULL ? ", " : "",
                         hit->snippet != NULL ? hit->snippet : "");
  g_autofree char *more_name = g_strdup_printf (_ ("Link “%s” and go on choosing"), title);
  GtkWidget *more = sf_part_icon_button ("list-add-symbolic", more_name);

  sf_thumbnail_show_evidence (SF_THUMBNAIL (picture), hit->evidence);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  g_signal_connect (more, "clicked", G_CALLBACK (on_more_clicked_cb), self);
  sf_line_append (SF_LINE (line), picture);
  sf_line_append (SF_LINE (line), make_words (hit));
  sf_line_append (SF_LINE (line), more);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_widget_add_css_class (row, "sf-row");
  sf_part_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "evidence", g_object_ref (hit->evidence), g_object_unref);
  g_object_set_data (G_OBJECT (row), "more", more);
  return row;
}

/* Rows for the hits from @first on, as far as there is room; the others are dropped. */
static void
append_rows (SfEvidencePicker *self, guint first)
{
  for (guint i = first; i < self->hits->len;)
    if (i < MOST_ROWS && is_wanted (self, self->hits->pdata[i]))
      gtk_list_box_append (GTK_LIST_BOX (self->rows), make_row (self, self->hits->pdata[i++]));
    else
      g_ptr_array_remove_index (self->hits, i);
}

static void
tell (SfEvidencePicker *self)
{
  gboolean any = self->hits->len > 0;
  g_autofree char *linked = NULL;

  if (self->n_linked > 0)
    linked = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence was linked.",
                                           "%u pieces of evidence were linked.", self->n_linked),
                              self->n_linked);
  gtk_widget_set_visible (self->scroller, any);
  gtk_widget_set_visible (self->hint, any);
  if (self->looking != NULL)
    sf_part_set_text (self->status, _ ("Looking inside the files…"));
  else if (linked != NULL)
    sf_part_set_text (self->status, linked);
  else if (!any)
    sf_part_set_text (
        self->status,
        _ ("No other evidence matches, by its title, its notes or the text inside its files. Add "
           "files here, or note paper and links on the Evidence page."));
  else
    sf_part_set_text (self->status, "");
  gtk_widget_set_visible (self->status, *gtk_label_get_text (GTK_LABEL (self->status)) != '\0');
}

/* --- searching ----------------------------------------------------------------------------- */

static void
stop_looking (SfEvidencePicker *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

/* What is only in files comes after the rest, so that nothing moves under the hand. */
static void
on_contents_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfEvidencePicker) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *contents = sf_workbook_search_contents_finish (SF_WORKBOOK (source), result, &error);
  guint first;

  if (g_task_get_cancellable (G_TASK (result)) != self->looking || self->context == NULL)
    {
      g_clear_pointer (&contents, g_ptr_array_unref);
      return;
    }
  g_clear_object (&self->looking);
  first = self->hits->len;
  if (contents != NULL)
    {
      sf_workbook_add_evidence_hits (SF_WORKBOOK (source), self->hits, contents);
      append_rows (self, first);
    }
  tell (self);
}

static void
fill (SfEvidencePicker *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  stop_looking (self);
  sf_string_set (&self->searched, words);
  note_linked (self);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  sf_part_clear (self->rows);
  if (sf_text_is_blank (words))
    self->hits = list_newest (self);
  else
    self->hits = sf_workbook_list_evidence_hits (workbook, words, 2 * MOST_ROWS);
  append_rows (self, 0);
  if (!sf_text_is_blank (words))
    {
      self->looking = g_cancellable_new ();
      sf_workbook_search_contents (workbook, words, MOST_ROWS, self->looking, on_contents_cb,
                                   g_object_ref (self));
    }
  tell (self);
}

static void
on_search_changed_cb (SfEvidencePicker *self)
{
  if (g_strcmp0 (self->searched, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    fill (self);
}

/* --- linking ------------------------------------------------------------------------------- */

static gboolean
link_evidence (SfEvidencePicker *self, SfEvidence *evidence)
{
  GError *error = NULL;
  gboolean done = sf_workbook_link_evidence (sf_context_get_workbook (self->context), evidence,
                                             sf_context_get_evaluation (self->context),
                                             self->statement_code, NULL, NULL, &error);

  return sf_context_check (self->context, done, error);
}

/* Links it and goes on: the row gets a tick, and the next one the focus. */
static void
tick (SfEvidencePicker *self, GtkWidget *row)
{
  GtkWidget *more = g_object_get_data (G_OBJECT (row), "more");
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (g_hash_table_contains (self->linked, evidence_of (row))
      || !link_evidence (self, evidence_of (row)))
    return;
  g_hash_table_add (self->linked, g_object_ref (evidence_of (row)));
  self->n_linked++;
  gtk_widget_grab_focus (next != NULL ? next : self->entry);
  gtk_button_set_icon_name (GTK_BUTTON (more), "object-select-symbolic");
  gtk_widget_set_sensitive (row, FALSE);
  tell (self);
}

static void
on_more_clicked_cb (GtkWidget *button, SfEvidencePicker *self)
{
  tick (self, gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
}

static void
on_row_activated_cb (SfEvidencePicker *self, GtkListBoxRow *row)
{
  g_autoptr (SfEvidence) evidence = g_object_ref (evidence_of (row));

  gtk_popover_popdown (GTK_POPOVER (self));
  link_evidence (self, evidence);
}

/* --- keys ---------------------------------------------------------------------------------- */

static GtkWidget *
get_first_row (SfEvidencePicker *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);

  while (row != NULL && !gtk_widget_get_sensitive (row))
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* Enter takes the first that is shown. */
static void
on_activate_cb (SfEvidencePicker *self)
{
  GtkWidget *row;

  on_search_changed_cb (self);
  row = get_first_row (self);
  if (row != NULL)
    on_row_activated_cb (self, GTK_LIST_BOX_ROW (row));
}

static gboolean
is_return (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

static gboolean
on_entry_key_cb (SfEvidencePicker *self, guint key, guint code, GdkModifierType state)
{
  gboolean go_on = is_return (key) && (state & GDK_CONTROL_MASK) != 0;
  GtkWidget *row;

  if (key != GDK_KEY_Down && !go_on)
    return FALSE;
  on_search_changed_cb (self);
  row = get_first_row (self);
  if (row == NULL)
    return FALSE;
  if (go_on)
    tick (self, row);
  else
    gtk_widget_grab_focus (row);
  return TRUE;
}

static gboolean
on_rows_key_cb (SfEvidencePicker *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);

  if (is_return (key) && (state & GDK_CONTROL_MASK) != 0 && row != NULL)
    tick (self, row);
  else if (key == GDK_KEY_Escape || (key == GDK_KEY_Up && row == get_first_row (self)))
    gtk_widget_grab_focus (self->entry);
  else
    return FALSE;
  return TRUE;
}

static void
on_show_cb (SfEvidencePicker *self)
{
  gtk_widget_set_size_request (gtk_popover_get_child (GTK_POPOVER (self)),
                               sf_chars_to_pixels (GTK_WIDGET (self), WIDTH_CHARS), -1);
  self->n_linked = 0;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
sf_evidence_picker_dispose (GObject *object)
{
  SfEvidencePicker *self = SF_EVIDENCE_PICKER (object);

  stop_looking (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->linked, g_hash_table_unref);
  g_clear_pointer (&self->statement_code, g_free);
  g_clear_pointer (&self->searched, g_free);
  G_OBJECT_CLASS (sf_evidence_picker_parent_class)->dispose (object);
}

static void
sf_evidence_picker_class_init (SfEvidencePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_picker_dispose;
}

static void
add_key_controller (SfEvidencePicker *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, keys);
}

static void
make_scroller (SfEvidencePicker *self)
{
  self->rows = sf_part_rows (_ ("Evidence found"));
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->rows);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 360);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  add_key_controller (self, self->rows, G_CALLBACK (on_rows_key_cb));
}

static void
sf_evidence_picker_init (SfEvidencePicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->linked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 60);
  sf_part_set_name (self->entry, _ ("Find evidence"));
  self->status = sf_part_label ("", "dim-label");
  g_object_set (self->status, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->hint
      = sf_part_label (_ ("Enter links it. Ctrl+Enter links it and lets you go on."), "dim-label");
  gtk_widget_add_css_class (self->hint, "caption");
  make_scroller (self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  add_key_controller (self, self->entry, G_CALLBACK (on_entry_key_cb));
  g_signal_connect_swapped (self, "show", G_CALLBACK (on_show_cb), self);
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
