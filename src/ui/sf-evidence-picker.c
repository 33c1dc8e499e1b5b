/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-picker.h"

#include "base/sf-text.h"
#include "model/sf-evidence-order.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "ui/sf-string.h"
#include "ui/sf-thumbnail.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 40
#define WIDTH_CHARS 46

struct _SfEvidencePicker
{
  SfFinder parent_instance;

  GtkWidget *hint;
  char *statement_code;
  GHashTable *linked; /* SfEvidence that is linked already, or was just now */
  guint n_linked;     /* since it was opened */
};

G_DEFINE_FINAL_TYPE (SfEvidencePicker, sf_evidence_picker, SF_TYPE_FINDER)

/* --- what there is ------------------------------------------------------------------------- */

static void
note_linked (SfEvidencePicker *self)
{
  SfContext *context = sf_finder_get_context (SF_FINDER (self));
  SfModel *model = sf_context_get_model (context);
  g_autoptr (GPtrArray) links
      = sf_model_list_evidence_links (model, sf_context_get_evaluation (context),
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
  SfContext *context = sf_finder_get_context (SF_FINDER (self));
  SfModel *model = sf_context_get_model (context);
  g_autoptr (GPtrArray) all = sf_model_list_referring (model, SF_TYPE_EVIDENCE, SF_EVIDENCE_CENTRE,
                                                       sf_context_get_centre (context));
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_search_hit_free);

  g_ptr_array_sort (all, compare_evidence);
  for (guint i = 0; i < all->len && hits->len < MOST_ROWS; i++)
    if (sf_evidence_get_retired_at (all->pdata[i]) == SF_NULL_INT
        && !g_hash_table_contains (self->linked, all->pdata[i]))
      g_ptr_array_add (hits, sf_search_hit_new_for_evidence (model, all->pdata[i]));
  return hits;
}

/* Of this centre, and not linked yet. */
static gboolean
wants (SfFinder *finder, const SfSearchHit *hit)
{
  return !g_hash_table_contains (SF_EVIDENCE_PICKER (finder)->linked, hit->evidence)
         && sf_record_refers_to (SF_RECORD (hit->evidence), SF_EVIDENCE_CENTRE,
                                 sf_context_get_centre (sf_finder_get_context (finder)));
}

static GPtrArray *
find (SfFinder *finder, const char *words)
{
  SfContext *context = sf_finder_get_context (finder);
  GPtrArray *hits;

  note_linked (SF_EVIDENCE_PICKER (finder));
  if (sf_text_is_blank (words))
    return list_newest (SF_EVIDENCE_PICKER (finder));
  hits = sf_search_evidence (sf_context_get_model (context), sf_context_get_evaluation (context),
                             words, 2 * MOST_ROWS, NULL);
  for (guint i = hits->len; i > 0; i--)
    if (!wants (finder, hits->pdata[i - 1]))
      g_ptr_array_remove_index (hits, i - 1);
  g_ptr_array_set_size (hits, (int)MIN (hits->len, MOST_ROWS));
  return hits;
}

/* --- rows ---------------------------------------------------------------------------------- */

static GtkWidget *
make_words (SfFinder *finder, SfSearchHit *hit)
{
  GtkWidget *words = sf_pile_new (2);
  g_autofree char *line = sf_evidence_to_text (hit->evidence);
  g_autofree char *where = hit->kind == SF_SEARCH_CONTENT
                               ? g_strdup_printf (_ ("%s · in %s"), line, hit->detail)
                               : g_strdup (line);

  gtk_box_append (GTK_BOX (words), sf_finder_make_label (finder, hit->title, "sf-row-title"));
  gtk_box_append (GTK_BOX (words), sf_finder_make_label (finder, where, "sf-row-subtitle"));
  if (!sf_search_hit_is_in_title (hit))
    gtk_box_append (GTK_BOX (words), sf_finder_make_snippet (finder, hit));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void on_more_clicked_cb (GtkWidget *button, SfFinder *finder);

static GtkWidget *
create_row (SfFinder *finder, SfSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = sf_line_new (10);
  GtkWidget *picture = sf_thumbnail_new (sf_finder_get_context (finder), 40);
  const char *snippet = sf_search_hit_is_in_title (hit) ? "" : hit->snippet;
  g_autofree char *text = sf_evidence_to_text (hit->evidence);
  g_autofree char *name
      = g_strdup_printf ("%s, %s%s%s", hit->title, text, *snippet ? ", " : "", snippet);
  g_autofree char *more_name = g_strdup_printf (_ ("Link “%s” and go on choosing"), hit->title);
  GtkWidget *more = sf_part_icon_button ("list-add-symbolic", more_name);

  sf_thumbnail_show_evidence (SF_THUMBNAIL (picture), hit->evidence);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  g_signal_connect (more, "clicked", G_CALLBACK (on_more_clicked_cb), finder);
  sf_line_append (SF_LINE (line), picture);
  sf_line_append (SF_LINE (line), make_words (finder, hit));
  sf_line_append (SF_LINE (line), more);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  sf_part_set_name (row, name);
  g_object_set_data (G_OBJECT (row), "more", more);
  return row;
}

static void
tell (SfFinder *finder)
{
  SfEvidencePicker *self = SF_EVIDENCE_PICKER (finder);
  gboolean any = sf_finder_count_rows (finder) > 0;
  g_autofree char *linked
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence was linked.",
                                      "%u pieces of evidence were linked.", self->n_linked),
                         self->n_linked);

  gtk_widget_set_visible (self->hint, any);
  if (sf_finder_is_looking (finder))
    sf_finder_say (finder, _ ("Looking inside the files…"));
  else if (self->n_linked > 0)
    sf_finder_say (finder, linked);
  else if (any)
    sf_finder_say (finder, "");
  else
    sf_finder_say (
        finder,
        _ ("No other evidence matches, by its title, its notes or the text inside its files. Add "
           "files here, or note paper and links on the Evidence page."));
}

/* --- linking ------------------------------------------------------------------------------- */

static gboolean
link_evidence (SfFinder *finder, SfEvidence *evidence)
{
  SfContext *context = sf_finder_get_context (finder);
  GError *error = NULL;
  gboolean done
      = sf_workbook_link_evidence (sf_context_get_workbook (context), evidence,
                                   sf_context_get_evaluation (context),
                                   SF_EVIDENCE_PICKER (finder)->statement_code, NULL, NULL, &error);

  return sf_context_check (context, done, error);
}

static void
choose (SfFinder *finder, GtkListBoxRow *row)
{
  link_evidence (finder, sf_finder_get_hit (row)->evidence);
}

/* Links it and goes on: the row gets a tick, and the next one the focus. */
static gboolean
choose_more (SfFinder *finder, GtkListBoxRow *row)
{
  SfEvidencePicker *self = SF_EVIDENCE_PICKER (finder);
  SfEvidence *evidence = sf_finder_get_hit (row)->evidence;
  GtkWidget *more = g_object_get_data (G_OBJECT (row), "more");
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (g_hash_table_contains (self->linked, evidence) || !link_evidence (finder, evidence))
    return TRUE;
  g_hash_table_add (self->linked, g_object_ref (evidence));
  self->n_linked++;
  gtk_widget_grab_focus (next != NULL ? next : sf_finder_get_entry (finder));
  gtk_button_set_icon_name (GTK_BUTTON (more), "object-select-symbolic");
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  tell (finder);
  return TRUE;
}

static void
on_more_clicked_cb (GtkWidget *button, SfFinder *finder)
{
  choose_more (finder, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW)));
}

static void
sf_evidence_picker_show (GtkWidget *widget)
{
  SF_EVIDENCE_PICKER (widget)->n_linked = 0;
  gtk_editable_set_text (GTK_EDITABLE (sf_finder_get_entry (SF_FINDER (widget))), "");
  GTK_WIDGET_CLASS (sf_evidence_picker_parent_class)->show (widget);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
sf_evidence_picker_dispose (GObject *object)
{
  SfEvidencePicker *self = SF_EVIDENCE_PICKER (object);

  g_clear_pointer (&self->linked, g_hash_table_unref);
  g_clear_pointer (&self->statement_code, g_free);
  G_OBJECT_CLASS (sf_evidence_picker_parent_class)->dispose (object);
}

static void
sf_evidence_picker_class_init (SfEvidencePickerClass *klass)
{
  SfFinderClass *finder_class = SF_FINDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sf_evidence_picker_dispose;
  GTK_WIDGET_CLASS (klass)->show = sf_evidence_picker_show;
  finder_class->find = find;
  finder_class->wants = wants;
  finder_class->create_row = create_row;
  finder_class->choose = choose;
  finder_class->choose_more = choose_more;
  finder_class->tell = tell;
}

static void
sf_evidence_picker_init (SfEvidencePicker *self)
{
  self->linked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->hint
      = sf_part_label (_ ("Enter links it. Ctrl+Enter links it and lets you go on."), "dim-label");
  gtk_widget_add_css_class (self->hint, "caption");
  sf_finder_append (SF_FINDER (self), self->hint);
}

GtkWidget *
sf_evidence_picker_new (SfContext *context)
{
  SfEvidencePicker *self = g_object_new (SF_TYPE_EVIDENCE_PICKER, NULL);

  sf_finder_set_up (SF_FINDER (self), context, _ ("Find evidence"), _ ("Evidence found"),
                    WIDTH_CHARS);
  return GTK_WIDGET (self);
}

void
sf_evidence_picker_set_statement (SfEvidencePicker *self, const char *statement_code)
{
  g_return_if_fail (SF_IS_EVIDENCE_PICKER (self));

  sf_string_set (&self->statement_code, statement_code);
}
