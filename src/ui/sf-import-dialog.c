/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-import-dialog.h"

#include "base/sf-text.h"
#include "exchange/sf-readings-compare.h"
#include "exchange/sf-readings-import.h"
#include "ui/sf-fault-list.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"
#include "workbook/sf-workbook-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 680
#define AROUND 20     /* on both sides of what is in it */
#define N_SHOWN 5     /* readings of the file, as they will be taken */
#define N_REPLACED 50 /* those that overwrite a figure */

#define SF_TYPE_IMPORT_DIALOG (sf_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfImportDialog, sf_import_dialog, SF, IMPORT_DIALOG, AdwWindow)

struct _SfImportDialog
{
  AdwWindow parent_instance;

  SfContext *context;
  SfReadingsImport *import;
  SfReadingsCompared *compared; /* with what is there; of the import's own */
  char *file_name;
  GtkWidget *complaint;
  GtkWidget *body; /* what scrolls */
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (SfImportDialog, sf_import_dialog, ADW_TYPE_WINDOW)

/* --- what is in the file ------------------------------------------------------------------------
 */

static GtkWidget *
create_row (const SfReadingEdit *edit, const char *figure)
{
  g_autofree char *where = sf_reading_edit_tell_place (edit);
  g_autofree char *whole = g_strdup_printf ("%s: %s", where, figure);
  GtkWidget *row = sf_part_row (sf_measure_get_title (edit->measure), whole, NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
create_nth_taken (SfImportDialog *self, guint nth)
{
  const SfReadingEdit *edit = self->import->edits->pdata[nth];
  g_autofree char *figure = sf_reading_edit_format_figure (edit);

  return create_row (edit, figure);
}

static GtkWidget *
create_nth_replaced (SfImportDialog *self, guint nth)
{
  const SfReplacedReading *one = &g_array_index (self->compared->replaced, SfReplacedReading, nth);
  g_autofree char *figure = sf_replaced_reading_to_text (one);

  return create_row (one->edit, figure);
}

static void
add_sentence (GString *text, const char *one, const char *many, guint n)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, one, many, n), n);
}

static char *
make_summary (SfImportDialog *self)
{
  GString *text = g_string_new (NULL);

  add_sentence (text, N_ ("%u reading will be taken."), N_ ("%u readings will be taken."),
                self->import->edits->len);
  add_sentence (text, N_ ("%u overwrites a figure that is there."),
                N_ ("%u overwrite figures that are there."), self->compared->replaced->len);
  add_sentence (text, N_ ("%u says what is there already."), N_ ("%u say what is there already."),
                self->compared->n_same);
  add_sentence (text, N_ ("%u row will not be taken."), N_ ("%u rows will not be taken."),
                self->import->faults->len);
  if (text->len == 0)
    g_string_append (text, _ ("There is no row in this table."));
  return g_string_free (text, FALSE);
}

static GPtrArray *
list_faults (SfImportDialog *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->import->faults->len; i++)
    {
      SfImportFault *fault = self->import->faults->pdata[i];

      g_ptr_array_add (lines,
                       g_strdup_printf (_ ("Line %1$u: %2$s"), fault->line, fault->sentence));
    }
  return lines;
}

/* --- taking it -----------------------------------------------------------------------------------
 */

static void
on_import_cb (SfImportDialog *self)
{
  g_autofree char *label = sf_readings_import_make_label (self->import);
  g_autoptr (GError) error = NULL;

  if (!sf_workbook_set_readings (sf_context_get_workbook (self->context), self->import->edits,
                                 label, &error))
    {
      sf_part_set_text (self->complaint, error->message);
      gtk_widget_show (self->complaint);
      return;
    }
  sf_context_say (self->context, label, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- building ------------------------------------------------------------------------------------
 */

static GtkWidget *
create_card (SfImportDialog *self,
             const char *title,
             guint n,
             guint n_shown,
             GtkWidget *(*create_nth) (SfImportDialog *self, guint nth))
{
  GtkWidget *card = sf_part_card (title, NULL);
  GtkWidget *rows = sf_part_rows (title);

  for (guint i = 0; i < MIN (n, n_shown); i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), create_nth (self, i));
  gtk_box_append (GTK_BOX (card), rows);
  if (n > n_shown)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more",
                                                            "and %u more", n - n_shown),
                                               n - n_shown);

      gtk_box_append (GTK_BOX (card), sf_part_label (more, "sf-nothing"));
    }
  gtk_widget_set_visible (card, n > 0);
  return card;
}

static GtkWidget *
create_left (SfImportDialog *self)
{
  GtkWidget *card = sf_part_card (_ ("Not taken, and why"), NULL);
  GtkWidget *body = sf_pile_new (8);
  GtkWidget *faults = sf_fault_list_new (_ ("Rows that are not taken"));
  g_autoptr (GPtrArray) lines = list_faults (self);

  gtk_widget_add_css_class (body, "sf-card-form");
  sf_fault_list_set (SF_FAULT_LIST (faults), lines);
  gtk_box_append (GTK_BOX (body), faults);
  gtk_box_append (GTK_BOX (card), body);
  gtk_widget_set_visible (card, lines->len > 0);
  return card;
}

/* Whether Enter may take it at once. Who has pressed it once too often in the file chooser shall
 * see what is not taken, and what is overwritten. */
static gboolean
is_harmless (SfImportDialog *self)
{
  return self->import->edits->len > 0 && self->import->faults->len == 0
         && self->compared->replaced->len == 0;
}

static GtkWidget *
create_foot (SfImportDialog *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *import = gtk_button_new_with_label (_ ("Import"));

  self->complaint = sf_part_label (NULL, "error");
  gtk_widget_set_hexpand (self->complaint, TRUE);
  gtk_widget_add_css_class (import, "suggested-action");
  gtk_widget_set_sensitive (import, self->import->edits->len > 0);
  gtk_widget_set_halign (foot, GTK_ALIGN_FILL);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (import, "clicked", G_CALLBACK (on_import_cb), self);
  gtk_widget_add_css_class (foot, "sf-window-foot");
  gtk_widget_add_css_class (foot, "wide");
  gtk_box_append (GTK_BOX (foot), self->complaint);
  gtk_box_append (GTK_BOX (foot), cancel);
  gtk_box_append (GTK_BOX (foot), import);
  if (is_harmless (self))
    gtk_window_set_default_widget (GTK_WINDOW (self), import);
  self->import_button = import;
  return foot;
}

static void
build (SfImportDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header, *scrolled;
  g_autofree char *summary = make_summary (self);
  g_autofree char *title = g_strdup_printf (_ ("Readings from %s"), self->file_name);

  self->body = sf_pile_new (12);
  gtk_window_set_title (GTK_WINDOW (self), title);
  header = adw_header_bar_new ();
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (self->body), sf_part_heading (summary));
  gtk_box_append (GTK_BOX (self->body),
                  create_card (self, _ ("In place of what is there"), self->compared->replaced->len,
                               N_REPLACED, create_nth_replaced));
  gtk_box_append (GTK_BOX (self->body), create_left (self));
  gtk_box_append (GTK_BOX (self->body),
                  create_card (self, _ ("As they will be taken"), self->import->edits->len, N_SHOWN,
                               create_nth_taken));
  scrolled
      = sf_part_scrolled (self->body, sf_part_window_width (GTK_WIDGET (self), WIDTH) - 2 * AROUND);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), scrolled);
  gtk_box_append (GTK_BOX (content), create_foot (self));
  adw_window_set_content (ADW_WINDOW (self), content);
  sf_part_close_by_escape (GTK_WIDGET (self));
  sf_part_name_buttons (header, _ ("Close"));
}

static void
sf_import_dialog_finalize (GObject *object)
{
  SfImportDialog *self = SF_IMPORT_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->compared, sf_readings_compared_free);
  g_clear_pointer (&self->import, sf_readings_import_free);
  g_free (self->file_name);
  G_OBJECT_CLASS (sf_import_dialog_parent_class)->finalize (object);
}

static void
sf_import_dialog_class_init (SfImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_import_dialog_finalize;
}

static void
sf_import_dialog_init (SfImportDialog *self)
{
}

/* --- the file ------------------------------------------------------------------------------------
 */

typedef struct
{
  GtkWidget *parent;
  SfContext *context;
} Asked;

static void
show_import (Asked *asked, GFile *file, SfReadingsImport *import)
{
  SfImportDialog *self;
  GtkRoot *root = gtk_widget_get_root (asked->parent);

  self = g_object_new (SF_TYPE_IMPORT_DIALOG, "modal", TRUE, "transient-for",
                       GTK_IS_WINDOW (root) ? root : NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), sf_part_window_width (GTK_WIDGET (self), WIDTH),
                               560);
  self->context = g_object_ref (asked->context);
  self->import = import;
  self->compared = sf_readings_compare (sf_context_get_model (asked->context), import->edits);
  self->file_name = g_file_get_basename (file);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  if (is_harmless (self) || !gtk_widget_child_focus (self->body, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->import_button);
}

void
sf_import_dialog_open (GtkWidget *parent, SfContext *context, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_readings_import_load (file, &error);
  SfReadingsImport *import = NULL;

  if (bytes != NULL)
    import = sf_readings_import_read (sf_context_get_model (context),
                                      sf_context_get_centre (context), bytes, &error);
  if (import != NULL)
    show_import (&(Asked){ parent, context }, file, import);
  else
    sf_context_report_as (context, _ ("This table was not read"), error);
}

GFile *
sf_import_dialog_find_table (GSList *files)
{
  g_autofree char *name
      = files != NULL && files->next == NULL ? g_file_get_basename (files->data) : NULL;

  return name != NULL && sf_readings_import_is_table (name) ? files->data : NULL;
}

static void
on_chosen (GFile *const *files, gpointer data)
{
  Asked *asked = data;

  if (files != NULL)
    sf_import_dialog_open (asked->parent, asked->context, files[0]);
  g_object_unref (asked->parent);
  g_object_unref (asked->context);
  g_free (asked);
}

void
sf_import_dialog_choose (GtkWidget *parent, SfContext *context)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->context = g_object_ref (context);
  sf_choose_files (parent, _ ("A table of readings"), SF_FILES_TABLE, FALSE, on_chosen, asked);
}
