/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-pack-dialog.h"

#include "exchange/sf-evidence-pack.h"
#include "exchange/sf-pack-name.h"
#include "ui/sf-button.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-message.h"
#include "ui/sf-pack-form.h"
#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SF_TYPE_PACK_DIALOG (sf_pack_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfPackDialog, sf_pack_dialog, SF, PACK_DIALOG, AdwWindow)

struct _SfPackDialog
{
  AdwWindow parent_instance;

  SfContext *context;
  GCancellable *cancel; /* while a pack is written */
  char *path;

  GtkWidget *stack;
  GtkWidget *form;
  GtkWidget *leave; /* Cancel, then Close */
  GtkWidget *make;
  GtkWidget *progress;
  GtkWidget *doing;
  GtkWidget *result;
  GtkWidget *result_detail;
  GtkWidget *open_index;
};

#define INDEX_FILES 2 /* of a pack: the index as a page and as a document */

G_DEFINE_FINAL_TYPE (SfPackDialog, sf_pack_dialog, ADW_TYPE_WINDOW)

static SfPackPlan *
get_plan (SfPackDialog *self)
{
  return sf_pack_form_get_plan (SF_PACK_FORM (self->form));
}

/* --- writing --------------------------------------------------------------------------------- */

static void
on_progress_cb (gint64 done, gint64 total, gpointer data)
{
  SfPackDialog *self = data;

  if (self->context == NULL)
    return; /* closed meanwhile */
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 total > 0 ? (double)done / (double)total : 0);
  sf_part_set_text (self->doing, done < total ? _ ("The files are being written…")
                                              : _ ("Every file is being read back…"));
}

/* Why files could not go along, by name: only the centre sees this. */
static char *
list_failed (const SfPackPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->files->len; i++)
    {
      const SfPackFile *file = plan->files->pdata[i];

      if (file->reason != NULL)
        g_string_append_printf (text, "\n\n%s", file->reason);
    }
  return g_string_free (text, FALSE);
}

static void
show_result (SfPackDialog *self, const SfPackReport *report)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  g_autofree char *failed = list_failed (get_plan (self));
  g_autofree char *detail = g_strconcat (shown, failed, NULL);
  guint n = report->n_files > INDEX_FILES ? report->n_files - INDEX_FILES : 0;
  g_autofree char *checked
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checked: %u file and the index",
                                      "Checked: %u files and the index", n),
                         n);

  sf_part_set_text (self->result, checked);
  sf_part_set_text (self->result_detail, detail);
  gtk_widget_set_visible (self->open_index, g_file_test (self->path, G_FILE_TEST_IS_DIR));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "result");
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SfPackDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPackReport) report
      = sf_evidence_pack_write_finish (SF_WORKBOOK (source), result, &error);

  g_clear_object (&self->cancel);
  if (self->context == NULL)
    return; /* closed meanwhile */
  if (report != NULL)
    {
      show_result (self, report);
      return;
    }
  sf_pack_form_set_fixed (SF_PACK_FORM (self->form), FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
  sf_message_error (GTK_WIDGET (self), _ ("The evidence pack was not made"), error);
}

/* "Millbrook Children's Centre evidence 27 November 2026.zip", and none that is there. */
static char *
make_path (SfPackDialog *self, const char *folder)
{
  SfCentre *centre = sf_context_get_centre (self->context);
  g_autofree char *title = g_strdup_printf (_ ("%s evidence %s"), sf_centre_get_name (centre),
                                            sf_context_get_today (self->context));
  g_autofree char *path = NULL;

  for (guint n = 1;; n++)
    {
      g_autofree char *which = n > 1 ? g_strdup_printf ("%u", n) : NULL;
      g_autofree char *name
          = sf_pack_name_make (NULL, title, which,
                               sf_pack_form_get_wants_zip (SF_PACK_FORM (self->form)) ? "x.zip"
                                                                                      : "x");

      g_free (path);
      path = g_build_filename (folder, name, NULL);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static void
on_folder_cb (GFile *const *files, gpointer data)
{
  g_autoptr (SfPackDialog) self = data;
  g_autofree char *folder = files != NULL ? g_file_get_path (files[0]) : NULL;

  if (files == NULL || self->context == NULL || get_plan (self) == NULL)
    return;
  if (folder == NULL)
    {
      sf_message_tell (GTK_WIDGET (self), _ ("The evidence pack was not made"),
                       _ ("A pack can be written to this PC and to what is mounted on it."));
      return;
    }
  g_free (self->path);
  self->path = make_path (self, folder);
  self->cancel = g_cancellable_new ();
  sf_pack_form_set_fixed (SF_PACK_FORM (self->form), TRUE);
  on_progress_cb (0, 1, self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "progress");
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  sf_evidence_pack_write (sf_context_get_workbook (self->context), get_plan (self), self->path,
                          self->cancel, on_progress_cb, self, on_written_cb, g_object_ref (self));
}

static void
on_make_cb (SfPackDialog *self)
{
  sf_choose_folder (GTK_WIDGET (self), _ ("Where shall the pack be?"), on_folder_cb,
                    g_object_ref (self));
}

static void
on_cancel_cb (SfPackDialog *self)
{
  if (self->cancel != NULL)
    g_cancellable_cancel (self->cancel);
  sf_part_set_text (self->doing, _ ("It is being cancelled…"));
}

/* --- opening what was made ---------------------------------------------------------------------
 */

static void
open_path (SfPackDialog *self, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
on_open_index_cb (SfPackDialog *self)
{
  g_autofree char *index = g_build_filename (self->path, SF_PACK_INDEX_HTML, NULL);

  open_path (self, index);
}

static void
on_open_folder_cb (SfPackDialog *self)
{
  g_autofree char *folder = g_file_test (self->path, G_FILE_TEST_IS_DIR)
                                ? g_strdup (self->path)
                                : g_path_get_dirname (self->path);

  open_path (self, folder);
}

/* --- building ----------------------------------------------------------------------------------
 */

static GtkWidget *
create_middle (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  return box;
}

static GtkWidget *
create_progress (SfPackDialog *self)
{
  GtkWidget *box = create_middle (), *cancel = sf_button_new (_ ("_Cancel"));

  self->doing = sf_part_label (NULL, NULL);
  self->progress = gtk_progress_bar_new ();
  sf_part_set_name (self->progress, _ ("How much is written"));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel_cb), self);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->doing);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), cancel);
  return box;
}

static GtkWidget *
create_result (SfPackDialog *self)
{
  GtkWidget *box = create_middle (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *folder = sf_button_new (_ ("Open the _folder"));

  self->open_index = sf_button_new (_ ("Open the _index"));
  self->result = sf_part_label (NULL, "title-2");
  self->result_detail = sf_part_label (NULL, NULL);
  g_signal_connect_swapped (folder, "clicked", G_CALLBACK (on_open_folder_cb), self);
  g_signal_connect_swapped (self->open_index, "clicked", G_CALLBACK (on_open_index_cb), self);
  gtk_box_append (GTK_BOX (buttons), folder);
  gtk_box_append (GTK_BOX (buttons), self->open_index);
  gtk_box_append (GTK_BOX (box), self->result);
  gtk_box_append (GTK_BOX (box), self->result_detail);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* The form has the button that goes on; progress has its own to cancel, the result is closed. */
static void
on_page_changed_cb (SfPackDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  gtk_widget_set_visible (self->make, g_strcmp0 (page, "form") == 0);
  gtk_widget_set_visible (self->leave, g_strcmp0 (page, "progress") != 0);
  sf_button_set_label (self->leave, g_strcmp0 (page, "form") == 0 ? _ ("_Cancel") : _ ("_Close"));
}

static void
on_planned_cb (SfPackDialog *self)
{
  SfPackPlan *plan = get_plan (self);

  gtk_widget_set_sensitive (self->make, plan != NULL && plan->items->len > 0);
}

static void
build (SfPackDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->make = sf_button_new (_ ("_Make the pack…"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (on_make_cb), self);
  self->leave = sf_button_new (_ ("_Cancel"));
  g_signal_connect_swapped (self->leave, "clicked", G_CALLBACK (gtk_window_close), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->leave);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->make);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->form = g_object_ref_sink (sf_pack_form_new (self->context));
  g_signal_connect_object (self->form, "planned", G_CALLBACK (on_planned_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->stack), self->form, "form");
  gtk_stack_add_named (GTK_STACK (self->stack), create_progress (self), "progress");
  gtk_stack_add_named (GTK_STACK (self->stack), create_result (self), "result");
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (on_page_changed_cb),
                            self);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->make);
  on_planned_cb (self);
}

static void
sf_pack_dialog_dispose (GObject *object)
{
  SfPackDialog *self = SF_PACK_DIALOG (object);

  if (self->cancel != NULL)
    g_cancellable_cancel (self->cancel);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_pack_dialog_parent_class)->dispose (object);
}

static void
sf_pack_dialog_finalize (GObject *object)
{
  SfPackDialog *self = SF_PACK_DIALOG (object);

  g_clear_object (&self->form); /* its plan was needed until nothing was written any more */
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (sf_pack_dialog_parent_class)->finalize (object);
}

static void
sf_pack_dialog_class_init (SfPackDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_pack_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_pack_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
sf_pack_dialog_init (SfPackDialog *self)
{
}

void
sf_pack_dialog_present (GtkWidget *parent, SfContext *context)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  SfPackDialog *self;

  g_return_if_fail (SF_IS_CONTEXT (context));

  if (sf_context_get_evaluation (context) == NULL)
    return;
  sf_workbook_commit_all_drafts (sf_context_get_workbook (context));
  self = g_object_new (SF_TYPE_PACK_DIALOG, "title", _ ("Evidence pack"), "modal", TRUE,
                       "default-width", 560, "default-height", 680, NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->context = g_object_ref (context);
  build (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (self->form, GTK_DIR_TAB_FORWARD);
}
