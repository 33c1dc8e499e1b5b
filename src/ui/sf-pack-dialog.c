/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-pack-dialog.h"

#include "exchange/sf-evidence-pack.h"
#include "exchange/sf-pack-name.h"
#include "ui/sf-button.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-file-chooser.h"
#include "ui/sf-message.h"
#include "ui/sf-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SF_TYPE_PACK_DIALOG (sf_pack_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SfPackDialog, sf_pack_dialog, SF, PACK_DIALOG, AdwWindow)

struct _SfPackDialog
{
  AdwWindow parent_instance;

  SfContext *context;
  SfPackPlan *plan;     /* of what is ticked now */
  GHashTable *chosen;   /* SfEvidence: the restricted pieces that were ticked */
  GPtrArray *areas;     /* of GtkCheckButton, in the framework's order */
  GCancellable *cancel; /* while a pack is written */
  char *path;
  gulong changed_handler;

  GtkWidget *stack;
  GtkWidget *audience;
  GtkWidget *head;
  GtkWidget *originals;
  GtkWidget *restricted_part;
  GtkWidget *restricted;
  GtkWidget *summary;
  GtkWidget *left_out;
  GtkWidget *form_of;
  GtkWidget *make;
  GtkWidget *progress;
  GtkWidget *doing;
  GtkWidget *result;
  GtkWidget *result_detail;
  GtkWidget *open_index;
};

G_DEFINE_FINAL_TYPE (SfPackDialog, sf_pack_dialog, ADW_TYPE_WINDOW)

static void replan (SfPackDialog *self);

/* --- planning ------------------------------------------------------------------------------ */

static gboolean
is_ticked (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static char **
list_areas (SfPackDialog *self)
{
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->areas->len && i < areas->len; i++)
    if (is_ticked (self->areas->pdata[i]))
      g_ptr_array_add (codes, g_strdup (sf_key_area_get_code (areas->pdata[i])));
  g_ptr_array_add (codes, NULL);
  return (char **)g_ptr_array_free (codes, FALSE);
}

/* What was ticked counts only while it is part of what is asked for. */
static GPtrArray *
list_chosen (SfPackDialog *self, const SfPackPlan *plan)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < plan->restricted->len; i++)
    if (g_hash_table_contains (self->chosen, plan->restricted->pdata[i]))
      g_ptr_array_add (chosen, plan->restricted->pdata[i]);
  return chosen;
}

/* All files: for those that are neither picture nor film it makes no difference. */
static GPtrArray *
list_originals (const SfPackPlan *plan)
{
  GPtrArray *originals = g_ptr_array_new ();

  for (guint i = 0; i < plan->items->len; i++)
    {
      SfPackItem *item = plan->items->pdata[i];
      g_autoptr (GPtrArray) files = sf_model_list_attachments (plan->model, item->evidence);

      for (guint j = 0; j < files->len; j++)
        g_ptr_array_add (originals, files->pdata[j]);
    }
  return originals;
}

/* No area ticked asks for nothing, not for all. */
static SfPackPlan *
make_plan (SfPackDialog *self, GError **error)
{
  SfModel *model = sf_context_get_model (self->context);
  g_auto (GStrv) areas = list_areas (self);
  guint audience = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->audience));
  SfPackOptions options = { .evaluation = sf_context_get_evaluation (self->context),
                            .audience = MIN (audience, SF_PACK_CENTRE),
                            .areas = (const char *const *)areas,
                            .head = is_ticked (self->head) };
  g_autoptr (SfPackPlan) bare = NULL, whole = NULL;
  g_autoptr (GPtrArray) chosen = NULL, originals = NULL;

  if (areas[0] == NULL)
    return NULL;
  bare = sf_pack_plan_new (model, &options, error);
  if (bare == NULL)
    return NULL;
  chosen = list_chosen (self, bare);
  options.restricted = chosen;
  whole = sf_pack_plan_new (model, &options, error);
  if (whole == NULL || !is_ticked (self->originals))
    return g_steal_pointer (&whole);
  originals = list_originals (whole);
  options.originals = originals;
  return sf_pack_plan_new (model, &options, error);
}

static void
on_restricted_toggled_cb (GtkWidget *check, SfPackDialog *self)
{
  SfEvidence *evidence = g_object_get_data (G_OBJECT (check), "evidence");

  if (is_ticked (check))
    g_hash_table_add (self->chosen, g_object_ref (evidence));
  else
    g_hash_table_remove (self->chosen, evidence);
  replan (self);
}

/* --- showing what is planned ----------------------------------------------------------------- */

static GtkWidget *
create_check (const char *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = sf_part_label (label, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), text);
  sf_part_set_name (check, label);
  return check;
}

/* Whether the boxes that are there stand for the same pieces; if so they keep their focus. */
static gboolean
shows_restricted (SfPackDialog *self, GPtrArray *restricted)
{
  GtkWidget *child = gtk_widget_get_first_child (self->restricted);

  for (guint i = 0; i < restricted->len; i++)
    {
      if (child == NULL || g_object_get_data (G_OBJECT (child), "evidence") != restricted->pdata[i])
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }
  return child == NULL;
}

static void
show_restricted (SfPackDialog *self, GPtrArray *restricted)
{
  gtk_widget_set_visible (self->restricted_part, restricted->len > 0);
  if (shows_restricted (self, restricted))
    return;
  sf_part_clear (self->restricted);
  for (guint i = 0; i < restricted->len; i++)
    {
      SfEvidence *evidence = restricted->pdata[i];
      GtkWidget *check = create_check (sf_evidence_get_title (evidence));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   g_hash_table_contains (self->chosen, evidence));
      g_object_set_data_full (G_OBJECT (check), "evidence", g_object_ref (evidence),
                              g_object_unref);
      g_signal_connect (check, "toggled", G_CALLBACK (on_restricted_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->restricted), check);
    }
}

static void
show_plan (SfPackDialog *self)
{
  g_autoptr (GPtrArray) sentences = NULL, none = g_ptr_array_new ();
  g_autofree char *summary = NULL, *left_out = NULL;

  show_restricted (self, self->plan != NULL ? self->plan->restricted : none);
  gtk_widget_set_sensitive (self->make, self->plan != NULL && self->plan->items->len > 0);
  if (self->plan == NULL)
    {
      sf_part_set_text (self->summary, _ ("Nothing is ticked, so there is nothing to pack."));
      sf_part_set_text (self->left_out, "");
      return;
    }
  summary = sf_pack_plan_describe (self->plan);
  sentences = sf_pack_plan_list_left_out (self->plan);
  g_ptr_array_add (sentences, NULL);
  left_out = g_strjoinv ("\n", (char **)sentences->pdata);
  sf_part_set_text (self->summary, summary);
  sf_part_set_text (self->left_out, left_out);
}

static void
replan (SfPackDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->cancel != NULL || sf_context_get_evaluation (self->context) == NULL)
    return;
  g_clear_pointer (&self->plan, sf_pack_plan_free);
  self->plan = make_plan (self, &error);
  if (error != NULL)
    sf_context_report (self->context, error);
  show_plan (self);
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
  g_autofree char *failed = list_failed (self->plan);
  g_autofree char *detail = g_strconcat (shown, failed, NULL);
  g_autofree char *checked = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checked: %u file",
                                                           "Checked: %u files", report->n_files),
                                              report->n_files);

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
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "form");
  replan (self);
  sf_message_error (GTK_WIDGET (self), _ ("The evidence pack was not made"), error);
}

static gboolean
wants_zip (SfPackDialog *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->form_of)) == 0;
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
          = sf_pack_name_make (NULL, title, which, wants_zip (self) ? "x.zip" : "x");

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

  if (files == NULL || self->context == NULL || self->plan == NULL)
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
  on_progress_cb (0, 1, self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "progress");
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  sf_evidence_pack_write (sf_context_get_workbook (self->context), self->plan, self->path,
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

static void
append_labelled (GtkWidget *box, const char *label, GtkWidget *control)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "sf-form-label");
  sf_part_set_labelled_by (control, text);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), control);
}

static void
append_areas (SfPackDialog *self, GtkWidget *box)
{
  GPtrArray *areas = sf_framework_get_areas (sf_context_get_framework (self->context));

  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("What it speaks for"), "sf-form-label"));
  for (guint i = 0; i < areas->len; i++)
    {
      GtkWidget *check = create_check (sf_key_area_get_title (areas->pdata[i]));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (replan), self);
      g_ptr_array_add (self->areas, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  self->head = create_check (_ ("Also what speaks for the head’s own practice"));
  g_signal_connect_swapped (self->head, "toggled", G_CALLBACK (replan), self);
  gtk_box_append (GTK_BOX (box), self->head);
}

static GtkWidget *
create_restricted (SfPackDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->restricted = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("Restricted evidence"), "sf-form-label"));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("It stays in the centre unless you tick it here, each piece by "
                                    "itself: it may tell of a child or a family."),
                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (box), self->restricted);
  return box;
}

static void
append_originals (SfPackDialog *self, GtkWidget *box)
{
  self->originals = create_check (_ ("As they are, with where and with what they were taken"));
  g_signal_connect_swapped (self->originals, "toggled", G_CALLBACK (replan), self);
  gtk_box_append (GTK_BOX (box), sf_part_label (_ ("Photographs and films"), "sf-form-label"));
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("They lose where and with what they were taken. One of which "
                                    "that cannot be made sure stays in the centre."),
                                 "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (box), self->originals);
}

static GtkWidget *
create_form (SfPackDialog *self)
{
  const char *const audiences[] = { _ ("Anybody"), _ ("The governing body and the local authority"),
                                    _ ("The centre’s own staff"), NULL };
  const char *const forms[] = { _ ("A ZIP file, to send"), _ ("A folder, for a stick"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->audience = sf_drop_down_new_from_strings (audiences);
  self->form_of = sf_drop_down_new_from_strings (forms);
  self->restricted_part = create_restricted (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->audience), SF_PACK_BOARD);
  g_signal_connect_swapped (self->audience, "notify::selected", G_CALLBACK (replan), self);
  gtk_box_append (GTK_BOX (box),
                  sf_part_label (_ ("An index, the files and their checksums, for an inspector or "
                                    "adviser."),
                                 NULL));
  append_labelled (box, _ ("_For"), self->audience);
  append_areas (self, box);
  gtk_box_append (GTK_BOX (box), self->restricted_part);
  append_originals (self, box);
  append_labelled (box, _ ("_As"), self->form_of);
  return sf_part_scrolled (box, 560);
}

/* What is ticked comes to this: always in sight. */
static GtkWidget *
create_sum (SfPackDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->summary = sf_part_label (NULL, "heading");
  self->left_out = sf_part_label (NULL, "sf-row-subtitle");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->left_out);
  return box;
}

static GtkWidget *
create_first (SfPackDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *form = create_form (self);

  gtk_widget_set_vexpand (form, TRUE);
  gtk_box_append (GTK_BOX (box), form);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), create_sum (self));
  return box;
}

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

/* The form ends with the button that goes on; progress and result have their own. */
static void
on_page_changed_cb (SfPackDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  gtk_widget_set_visible (self->make, g_strcmp0 (page, "form") == 0);
}

static void
build (SfPackDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->make = sf_button_new (_ ("_Make the pack…"));
  gtk_widget_add_css_class (self->make, "suggested-action");
  g_signal_connect_swapped (self->make, "clicked", G_CALLBACK (on_make_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->make);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), create_first (self), "form");
  gtk_stack_add_named (GTK_STACK (self->stack), create_progress (self), "progress");
  gtk_stack_add_named (GTK_STACK (self->stack), create_result (self), "result");
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (on_page_changed_cb),
                            self);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), self->audience);
}

static void
sf_pack_dialog_dispose (GObject *object)
{
  SfPackDialog *self = SF_PACK_DIALOG (object);

  if (self->cancel != NULL)
    g_cancellable_cancel (self->cancel);
  if (self->context != NULL && self->changed_handler != 0)
    g_clear_signal_handler (&self->changed_handler, sf_context_get_model (self->context));
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_pack_dialog_parent_class)->dispose (object);
}

static void
sf_pack_dialog_finalize (GObject *object)
{
  SfPackDialog *self = SF_PACK_DIALOG (object);

  g_clear_pointer (&self->plan, sf_pack_plan_free);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
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
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->areas = g_ptr_array_new ();
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
  self->changed_handler = g_signal_connect_swapped (sf_context_get_model (context), "changed",
                                                    G_CALLBACK (replan), self);
  replan (self);
  gtk_window_present (GTK_WINDOW (self));
}
