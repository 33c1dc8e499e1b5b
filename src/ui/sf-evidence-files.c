/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-files.h"

#include "base/sf-date.h"
#include "ui/sf-attacher.h"
#include "ui/sf-button.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-open-attachment.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-files.h"

#include <glib/gi18n-lib.h>

struct _SfEvidenceFiles
{
  GtkBox parent_instance;

  SfContext *context;
  SfEvidence *evidence;
  GtkWidget *rows;
  GtkWidget *attacher;
  GtkWidget *zone;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfEvidenceFiles, sf_evidence_files, GTK_TYPE_BOX)

static SfAttachment *
get_attachment (gpointer widget)
{
  return g_object_get_data (widget, "sf-attachment");
}

static void
set_attachment (GtkWidget *widget, SfAttachment *attachment)
{
  g_object_set_data_full (G_OBJECT (widget), "sf-attachment", g_object_ref (attachment),
                          g_object_unref);
}

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfEvidenceFiles *self)
{
  sf_open_attachment (GTK_WIDGET (self), self->context, get_attachment (row));
}

static void
on_remove_clicked_cb (GtkWidget *button, SfEvidenceFiles *self)
{
  SfWorkbook *workbook = sf_context_get_workbook (self->context);
  GError *error = NULL;
  gboolean ok = sf_workbook_remove_attachment (workbook, get_attachment (button), &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The file was removed."), TRUE);
}

/* --- a copy ------------------------------------------------------------------------------ */

typedef struct
{
  SfContext *context;
  SfAttachment *attachment;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->attachment);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;

  if (sf_workbook_export_attachment_finish (SF_WORKBOOK (source), result, &error))
    sf_context_say (saving->context, _ ("The copy was saved and checked."), FALSE);
  else
    sf_context_report (saving->context, error);
}

static void
on_destination_cb (GFile *const *files, gpointer data)
{
  Saving *saving = data;

  if (files == NULL || *files == NULL)
    {
      saving_free (saving);
      return;
    }
  sf_workbook_export_attachment (sf_context_get_workbook (saving->context), saving->attachment,
                                 files[0], NULL, on_saved_cb, saving);
}

static void
on_save_clicked_cb (GtkWidget *button, SfEvidenceFiles *self)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->context = g_object_ref (self->context);
  saving->attachment = g_object_ref (get_attachment (button));
  sf_choose_destination (GTK_WIDGET (self), _ ("Save a copy"), SF_FILES_ANY, NULL,
                         sf_attachment_get_name (saving->attachment), on_destination_cb, saving);
}

/* --- a new version ----------------------------------------------------------------------- */

static void
on_replaced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfContext) context = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = sf_workbook_attach_finish (SF_WORKBOOK (source), result, &error);

  if (made != NULL)
    sf_context_say (context, _ ("The new version is in. The old one is kept behind it."), TRUE);
  else
    sf_context_report (context, error);
}

static void
on_version_chosen_cb (GFile *const *files, gpointer data)
{
  g_autoptr (Saving) chosen = data;

  if (files != NULL && *files != NULL)
    sf_workbook_replace_attachment (sf_context_get_workbook (chosen->context), chosen->attachment,
                                    files[0], NULL, NULL, NULL, on_replaced_cb,
                                    g_object_ref (chosen->context));
}

static void
on_replace_clicked_cb (GtkWidget *button, SfEvidenceFiles *self)
{
  Saving *chosen = g_new0 (Saving, 1);

  chosen->context = g_object_ref (self->context);
  chosen->attachment = g_object_ref (get_attachment (button));
  sf_choose_files (GTK_WIDGET (self), _ ("Replace by a new version"), SF_FILES_ANY, FALSE,
                   on_version_chosen_cb, chosen);
}

/* --- the rows ---------------------------------------------------------------------------- */

/* @changes: what it does needs a file that can be edited */
static void
add_button (SfEvidenceFiles *self,
            GtkWidget *box,
            const char *icon,
            const char *name,
            SfAttachment *attachment,
            gboolean changes,
            GCallback clicked)
{
  GtkWidget *button = sf_part_icon_button (icon, name);

  set_attachment (button, attachment);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_widget_set_sensitive (button, !changes || sf_context_can_edit (self->context));
  gtk_box_append (GTK_BOX (box), button);
}

/* A version before the one that counts: it can be opened and copied. */
static GtkWidget *
create_old_row (SfEvidenceFiles *self, SfAttachment *attachment)
{
  const char *file = sf_attachment_get_name (attachment);
  g_autofree char *size = g_format_size ((guint64)sf_attachment_get_size (attachment));
  g_autofree char *day = sf_date_of_instant (sf_attachment_get_added_at (attachment));
  g_autofree char *on = sf_date_format (day);
  g_autofree char *subtitle = g_strdup_printf (_ ("Older version, added %s · %s"), on, size);
  g_autofree char *save_name = g_strdup_printf (_ ("Save a copy of the older %s"), file);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row;

  add_button (self, buttons, "document-save-symbolic", save_name, attachment, FALSE,
              G_CALLBACK (on_save_clicked_cb));
  row = sf_part_row (file, subtitle, buttons);
  gtk_widget_add_css_class (row, "sf-older-version");
  gtk_widget_set_tooltip_text (row, _ ("Open it in its own program, to read"));
  set_attachment (row, attachment);
  return row;
}

static GtkWidget *
create_row (SfEvidenceFiles *self, SfAttachment *attachment)
{
  const char *file = sf_attachment_get_name (attachment);
  g_autofree char *size = g_format_size ((guint64)sf_attachment_get_size (attachment));
  g_autofree char *save_name = g_strdup_printf (_ ("Save a copy of %s"), file);
  g_autofree char *replace_name = g_strdup_printf (_ ("Replace %s by a new version…"), file);
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove %s"), file);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row;

  add_button (self, buttons, "document-save-symbolic", save_name, attachment, FALSE,
              G_CALLBACK (on_save_clicked_cb));
  add_button (self, buttons, "view-refresh-symbolic", replace_name, attachment, TRUE,
              G_CALLBACK (on_replace_clicked_cb));
  add_button (self, buttons, "user-trash-symbolic", remove_name, attachment, TRUE,
              G_CALLBACK (on_remove_clicked_cb));
  row = sf_part_row (file, size, buttons);
  gtk_widget_set_tooltip_text (row, _ ("Open it in its own program, to read"));
  set_attachment (row, attachment);
  return row;
}

static char *
dup_state (SfEvidenceFiles *self, GPtrArray *files)
{
  GString *state = g_string_new (sf_context_can_edit (self->context) ? "1" : "0");

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GPtrArray) versions
          = sf_model_list_versions (sf_context_get_model (self->context), files->pdata[i]);

      for (guint k = 0; k < versions->len; k++)
        g_string_append_printf (state, "\n%p %s", versions->pdata[k],
                                sf_attachment_get_name (versions->pdata[k]));
    }
  return g_string_free (state, FALSE);
}

static void
append_file (SfEvidenceFiles *self, SfAttachment *file)
{
  g_autoptr (GPtrArray) versions
      = sf_model_list_versions (sf_context_get_model (self->context), file);

  gtk_list_box_append (GTK_LIST_BOX (self->rows), create_row (self, file));
  for (guint i = 1; i < versions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), create_old_row (self, versions->pdata[i]));
}

void
sf_evidence_files_show (SfEvidenceFiles *self, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *state = NULL;
  gboolean had_focus;

  g_return_if_fail (SF_IS_EVIDENCE_FILES (self));

  g_set_object (&self->evidence, evidence);
  sf_attacher_set_goal (SF_ATTACHER (self->attacher), evidence, NULL);
  if (evidence == NULL)
    return;
  gtk_widget_set_sensitive (self->zone, sf_context_can_edit (self->context));
  files = sf_model_list_attachments (sf_context_get_model (self->context), evidence);
  state = dup_state (self, files);
  if (!sf_string_set (&self->shown, state))
    return;
  had_focus = gtk_widget_get_focus_child (self->rows) != NULL;
  sf_part_clear (self->rows);
  for (guint i = 0; i < files->len; i++)
    append_file (self, files->pdata[i]);
  gtk_widget_set_visible (self->rows, files->len > 0);
  if (had_focus)
    gtk_widget_child_focus (self->zone, GTK_DIR_TAB_FORWARD);
}

void
sf_evidence_files_paste (SfEvidenceFiles *self)
{
  g_return_if_fail (SF_IS_EVIDENCE_FILES (self));

  if (!sf_attacher_paste (SF_ATTACHER (self->attacher)))
    sf_context_say (self->context, _ ("There is nothing on the clipboard to add."), FALSE);
}

static GtkWidget *
create_zone (SfEvidenceFiles *self)
{
  GtkWidget *zone = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *choose = sf_button_new (_ ("Choose fil_es…"));
  GtkWidget *paste = gtk_button_new_with_label (_ ("Paste"));
  GtkWidget *text = sf_part_label (_ ("Drop files here, or"), "dim-label");

  gtk_label_set_xalign (GTK_LABEL (text), 0.5f);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  sf_part_set_name (paste, _ ("Paste from the clipboard"));
  gtk_widget_set_tooltip_text (paste, _ ("Files, a picture or text from the clipboard"));
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (sf_attacher_choose), self->attacher);
  g_signal_connect_swapped (paste, "clicked", G_CALLBACK (sf_evidence_files_paste), self);
  gtk_box_append (GTK_BOX (buttons), choose);
  gtk_box_append (GTK_BOX (buttons), paste);
  gtk_box_append (GTK_BOX (zone), text);
  gtk_box_append (GTK_BOX (zone), buttons);
  gtk_widget_add_css_class (zone, "sf-drop-zone");
  return zone;
}

static void
build (SfEvidenceFiles *self)
{
  GtkWidget *card = sf_part_card (_ ("Files"), NULL);
  GtkWidget *advice = sf_part_label (
      _ ("Not for case files or a child’s record. Take names out before you add a file."),
      "sf-row-subtitle");

  gtk_widget_add_css_class (advice, "sf-card-text");
  self->rows = sf_part_rows (_ ("Files"));
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  self->attacher = sf_attacher_new (self->context);
  self->zone = create_zone (self);
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_box_append (GTK_BOX (card), self->rows);
  gtk_box_append (GTK_BOX (card), self->attacher);
  gtk_box_append (GTK_BOX (card), self->zone);
  gtk_box_append (GTK_BOX (card), advice);
  gtk_box_append (GTK_BOX (self), card);
  sf_attacher_accept_drops (SF_ATTACHER (self->attacher), card);
}

static void
sf_evidence_files_dispose (GObject *object)
{
  SfEvidenceFiles *self = SF_EVIDENCE_FILES (object);

  g_clear_object (&self->evidence);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_evidence_files_parent_class)->dispose (object);
}

static void
sf_evidence_files_class_init (SfEvidenceFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_files_dispose;
}

static void
sf_evidence_files_init (SfEvidenceFiles *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_evidence_files_new (SfContext *context)
{
  SfEvidenceFiles *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_EVIDENCE_FILES, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
