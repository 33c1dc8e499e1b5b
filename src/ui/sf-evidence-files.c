/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-files.h"

#include "base/sf-date.h"
#include "ui/sf-attacher.h"
#include "ui/sf-button.h"
#include "ui/sf-file-actions.h"
#include "ui/sf-menu-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "ui/sf-thumbnail.h"

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

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfEvidenceFiles *self)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "file.show", NULL);
}

/* --- the rows ---------------------------------------------------------------------------- */

/* "Show", and a menu of the rest. */
static GtkWidget *
create_buttons (SfAttachment *attachment, const char *name)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = sf_file_menu_new (attachment, TRUE);
  g_autofree char *show_name = g_strdup_printf (_ ("Show %s"), name);
  g_autofree char *more_name = g_strdup_printf (_ ("More for %s"), name);
  GtkWidget *show = sf_part_icon_button ("view-reveal-symbolic", show_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "file.show");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (more), FALSE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_set_tooltip_text (more, more_name);
  sf_menu_button_set_name (more, more_name);
  gtk_box_append (GTK_BOX (buttons), show);
  gtk_box_append (GTK_BOX (buttons), more);
  return buttons;
}

/* @subtitle: what is said of it under its name; @name: what its buttons call it */
static GtkWidget *
create_row (SfEvidenceFiles *self, SfAttachment *attachment, const char *subtitle, const char *name)
{
  const char *file = sf_attachment_get_name (attachment);
  GtkWidget *picture = sf_thumbnail_new (self->context, 40);
  GtkWidget *row = sf_part_row_with (picture, file, subtitle, create_buttons (attachment, name));

  sf_thumbnail_show (SF_THUMBNAIL (picture), attachment,
                     sf_file_get_icon_name (sf_attachment_get_media_type (attachment)));
  gtk_widget_set_tooltip_text (row, _ ("Show it (Enter or Space)"));
  sf_file_actions_insert (row, self->context, attachment);
  return row;
}

/* A version before the one that counts: it can be looked at and copied. */
static GtkWidget *
create_old_row (SfEvidenceFiles *self, SfAttachment *attachment)
{
  g_autofree char *size = g_format_size ((guint64)sf_attachment_get_size (attachment));
  g_autofree char *day = sf_date_of_instant (sf_attachment_get_added_at (attachment));
  g_autofree char *on = sf_date_format (day);
  g_autofree char *subtitle = g_strdup_printf (_ ("Older version, added %s · %s"), on, size);
  g_autofree char *name = g_strdup_printf (_ ("the older %s"), sf_attachment_get_name (attachment));
  GtkWidget *row = create_row (self, attachment, subtitle, name);

  gtk_widget_add_css_class (row, "sf-older-version");
  return row;
}

static GtkWidget *
create_new_row (SfEvidenceFiles *self, SfAttachment *attachment)
{
  g_autofree char *size = g_format_size ((guint64)sf_attachment_get_size (attachment));

  return create_row (self, attachment, size, sf_attachment_get_name (attachment));
}

/* Space shows a file, as in a file manager; on a button in the row it presses that. */
static gboolean
on_key_pressed_cb (SfEvidenceFiles *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->rows);

  if (key != GDK_KEY_space || row == NULL || !gtk_widget_is_focus (row))
    return FALSE;
  return gtk_widget_activate_action (row, "file.show", NULL);
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

  gtk_list_box_append (GTK_LIST_BOX (self->rows), create_new_row (self, file));
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
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (advice, "sf-card-text");
  self->rows = sf_part_rows (_ ("Files"));
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->rows, keys);
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
