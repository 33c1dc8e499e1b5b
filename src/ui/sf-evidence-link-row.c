/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-evidence-link-row.h"

#include "base/sf-text.h"
#include "model/sf-evidence-order.h"
#include "ui/sf-field.h"
#include "ui/sf-line.h"
#include "ui/sf-open-attachment.h"
#include "ui/sf-parts.h"
#include "ui/sf-preview-window.h"
#include "ui/sf-thumbnail.h"
#include "ui/sf-web-buttons.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfEvidenceLinkRow
{
  AdwBin parent_instance;

  GtkWidget *header;
  GtkWidget *picture;
  GtkWidget *look; /* at its first file */
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *arrow;
  GtkWidget *details;
  GtkWidget *note; /* SfField; it and what follows are made when the row is first opened */
  GtkWidget *files;
  GtkWidget *show;
  GtkWidget *remove;

  SfContext *context;
  SfEvidenceLink *link;
  char *shown_files; /* what the buttons in files were made for */
};

G_DEFINE_FINAL_TYPE (SfEvidenceLinkRow, sf_evidence_link_row, ADW_TYPE_BIN)

static SfEvidence *
get_evidence (SfEvidenceLinkRow *self)
{
  return sf_model_get_evidence (sf_context_get_model (self->context), self->link);
}

static void
on_open_cb (GtkButton *button, SfEvidenceLinkRow *self)
{
  SfAttachment *attachment = g_object_get_data (G_OBJECT (button), "attachment");

  sf_open_attachment (GTK_WIDGET (self), self->context, attachment);
}

static void
on_look_cb (SfEvidenceLinkRow *self)
{
  g_autoptr (GPtrArray) files = NULL;
  SfEvidence *evidence = self->link != NULL ? get_evidence (self) : NULL;

  if (evidence == NULL)
    return;
  files = sf_model_list_attachments (sf_context_get_model (self->context), evidence);
  if (files->len > 0)
    sf_preview_window_present (GTK_WIDGET (self), self->context, files->pdata[0]);
}

static void
on_show_cb (GtkButton *button, SfEvidenceLinkRow *self)
{
  SfEvidence *evidence = get_evidence (self);
  g_autofree char *uuid = NULL;

  if (evidence == NULL)
    return;
  uuid = sf_uuid_to_string (sf_record_get_uuid (SF_RECORD (evidence)));
  sf_context_go (self->context, "evidence", uuid);
}

static void
on_remove_cb (GtkButton *button, SfEvidenceLinkRow *self)
{
  g_autoptr (SfContext) context = g_object_ref (self->context);
  g_autofree char *text
      = g_strdup_printf (_ ("“%s” was taken away from this statement. It is still in Evidence."),
                         gtk_label_get_label (GTK_LABEL (self->title)));
  GError *error = NULL;
  gboolean done
      = sf_workbook_unlink_evidence (sf_context_get_workbook (context), self->link, &error);

  if (sf_context_check (context, done, error))
    sf_context_say (context, text, TRUE);
}

static GtkWidget *
make_action (SfEvidenceLinkRow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = sf_line_new (8);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  sf_line_append (SF_LINE (box), gtk_image_new_from_icon_name (icon));
  sf_line_append (SF_LINE (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-action");
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* --- what it shows ------------------------------------------------------------------------------
 */

static char *
describe_files (GPtrArray *attachments, const char *web_link)
{
  GString *text = g_string_new (web_link);

  for (guint i = 0; i < attachments->len; i++)
    g_string_append_printf (text, "\n%p %s", attachments->pdata[i],
                            sf_attachment_get_name (attachments->pdata[i]));
  return g_string_free (text, FALSE);
}

/* The buttons are only made again if the files are others: one of them may have the focus. */
static void
show_files (SfEvidenceLinkRow *self, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) attachments
      = sf_model_list_attachments (sf_context_get_model (self->context), evidence);
  const char *web_link = sf_evidence_get_web_link (evidence);
  g_autofree char *files = describe_files (attachments, web_link);
  GtkWidget *web;

  if (g_strcmp0 (files, self->shown_files) == 0)
    return;
  g_free (self->shown_files);
  self->shown_files = g_steal_pointer (&files);
  sf_part_clear (self->files);
  for (guint i = 0; i < attachments->len; i++)
    {
      const char *name = sf_attachment_get_name (attachments->pdata[i]);
      g_autofree char *label = g_strdup_printf (_ ("Open “%s”"), name);
      GtkWidget *button
          = make_action (self, "document-open-symbolic", label, G_CALLBACK (on_open_cb));

      g_object_set_data_full (G_OBJECT (button), "attachment", g_object_ref (attachments->pdata[i]),
                              g_object_unref);
      sf_part_set_name (button, label);
      gtk_box_append (GTK_BOX (self->files), button);
    }
  web = sf_web_buttons_new ();
  sf_web_buttons_show (web, web_link);
  gtk_box_append (GTK_BOX (self->files), web);
}

static void
name_part (GtkWidget *button, const char *label, const char *title)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", label, title);

  sf_part_set_name (button, name);
}

static void
show_details (SfEvidenceLinkRow *self, SfEvidence *evidence, const char *title)
{
  sf_field_set_about (SF_FIELD (self->note), title);
  name_part (self->show, _ ("Show in evidence"), title);
  name_part (self->remove, _ ("Take away from this statement"), title);
  gtk_widget_set_sensitive (self->remove, sf_context_can_edit (self->context));
  show_files (self, evidence);
}

static void
show_picture (SfEvidenceLinkRow *self, SfEvidence *evidence, const char *title)
{
  g_autoptr (GPtrArray) files
      = sf_model_list_attachments (sf_context_get_model (self->context), evidence);
  g_autofree char *name = g_strdup_printf (_ ("Show the file of “%s”"), title);

  sf_thumbnail_show_evidence (SF_THUMBNAIL (self->picture), evidence);
  gtk_widget_set_visible (self->look, files->len > 0);
  sf_part_set_name (self->look, name);
}

void
sf_evidence_link_row_refresh (SfEvidenceLinkRow *self)
{
  SfEvidence *evidence;
  const char *title, *note;
  g_autofree char *line = NULL, *shown_note = NULL, *subtitle = NULL, *name = NULL;

  g_return_if_fail (SF_IS_EVIDENCE_LINK_ROW (self));

  evidence = self->link != NULL ? get_evidence (self) : NULL;
  if (evidence == NULL)
    return;
  title = sf_evidence_get_title (evidence);
  note = sf_evidence_link_get_note (self->link);
  line = sf_evidence_to_text (evidence);
  shown_note = sf_text_first_line (note, 60);
  subtitle = *shown_note != '\0' ? g_strdup_printf ("%s\n%s", line, shown_note) : g_strdup (line);
  sf_part_set_text (self->title, title);
  sf_part_set_text (self->subtitle, subtitle);
  name = g_strdup_printf ("%s, %s", title, subtitle);
  sf_part_set_name (self->header, name);
  show_picture (self, evidence, title);
  if (self->note != NULL)
    show_details (self, evidence, title);
}

/* Made when they are first asked for: a statement is walked past more often than its evidence is
 * opened. */
static void
build_details (SfEvidenceLinkRow *self)
{
  self->note = sf_field_prose_new (self->context, SF_EVIDENCE_LINK_NOTE, _ ("What it shows here"));
  sf_field_set_placeholder (SF_FIELD (self->note), _ ("Which page, which figure, what it proves"));
  sf_field_set_record (SF_FIELD (self->note), self->link);
  self->files = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->show
      = make_action (self, "go-next-symbolic", _ ("Show in evidence"), G_CALLBACK (on_show_cb));
  self->remove = make_action (self, "list-remove-symbolic", _ ("Take away from this statement"),
                              G_CALLBACK (on_remove_cb));
  gtk_box_append (GTK_BOX (self->details), self->note);
  gtk_box_append (GTK_BOX (self->details), self->files);
  gtk_box_append (GTK_BOX (self->details), self->show);
  gtk_box_append (GTK_BOX (self->details), self->remove);
  sf_evidence_link_row_refresh (self);
}

static void
set_open (SfEvidenceLinkRow *self, gboolean open)
{
  if (gtk_widget_get_visible (self->details) == open)
    return;
  if (open && self->note == NULL)
    build_details (self);
  gtk_widget_set_visible (self->details, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
on_header_clicked_cb (GtkButton *button, SfEvidenceLinkRow *self)
{
  set_open (self, !gtk_widget_get_visible (self->details));
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_evidence_link_row_dispose (GObject *object)
{
  SfEvidenceLinkRow *self = SF_EVIDENCE_LINK_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->link);
  g_clear_pointer (&self->shown_files, g_free);
  G_OBJECT_CLASS (sf_evidence_link_row_parent_class)->dispose (object);
}

static void
sf_evidence_link_row_class_init (SfEvidenceLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_evidence_link_row_dispose;
}

static void
sf_evidence_link_row_init (SfEvidenceLinkRow *self)
{
  self->title = sf_part_label ("", "sf-row-title");
  self->subtitle = sf_part_label ("", "sf-row-subtitle");
  gtk_label_set_width_chars (GTK_LABEL (self->title), 14);
  gtk_label_set_width_chars (GTK_LABEL (self->subtitle), 14);
  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->details, "panel-details");
  gtk_widget_hide (self->details);
}

static void
build_header (SfEvidenceLinkRow *self)
{
  GtkWidget *line = sf_line_new (8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->picture = sf_thumbnail_new (self->context, 32);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->subtitle);
  sf_line_append (SF_LINE (line), self->picture);
  sf_line_append (SF_LINE (line), words);
  sf_line_append (SF_LINE (line), self->arrow);
  self->header = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->header), line);
  gtk_widget_add_css_class (self->header, "flat");
  gtk_widget_add_css_class (self->header, "panel-row");
  gtk_widget_set_hexpand (self->header, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  g_signal_connect (self->header, "clicked", G_CALLBACK (on_header_clicked_cb), self);
  self->look = sf_part_icon_button ("view-reveal-symbolic", _ ("Show the file"));
  gtk_widget_set_valign (self->look, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (on_look_cb), self);
}

GtkWidget *
sf_evidence_link_row_new (SfContext *context)
{
  SfEvidenceLinkRow *self = g_object_new (SF_TYPE_EVIDENCE_LINK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = sf_line_new (0);

  self->context = g_object_ref (context);
  build_header (self);
  sf_line_append (SF_LINE (line), self->header);
  sf_line_append (SF_LINE (line), self->look);
  gtk_widget_add_css_class (line, "panel-line");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->details);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_hide (GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
sf_evidence_link_row_set_link (SfEvidenceLinkRow *self, SfEvidenceLink *link)
{
  g_return_if_fail (SF_IS_EVIDENCE_LINK_ROW (self));

  if (self->link == link)
    return;
  if (self->note != NULL)
    sf_field_set_record (SF_FIELD (self->note), link);
  set_open (self, FALSE);
  g_set_object (&self->link, link);
  gtk_widget_set_visible (GTK_WIDGET (self), link != NULL);
  if (link != NULL)
    sf_evidence_link_row_refresh (self);
}

SfEvidenceLink *
sf_evidence_link_row_get_link (SfEvidenceLinkRow *self)
{
  g_return_val_if_fail (SF_IS_EVIDENCE_LINK_ROW (self), NULL);

  return self->link;
}
