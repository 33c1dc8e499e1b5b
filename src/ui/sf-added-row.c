/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-added-row.h"

#include "base/sf-text.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-columns.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-file-actions.h"
#include "ui/sf-parts.h"
#include "ui/sf-thumbnail.h"

#include <glib/gi18n-lib.h>

#define KIND_WIDTH 150
#define KIND_CHARS 17
#define PICTURE_SIDE 40

struct _SfAddedRow
{
  GtkBox parent_instance;

  GtkWidget *picture;
  GtkWidget *file;
  GtkWidget *title;
  GtkWidget *date;
  GtkWidget *kind;
  GBindingGroup *bindings;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (SfAddedRow, sf_added_row, GTK_TYPE_BOX)

GtkWidget *
sf_added_row_new_kinds (const char *first)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  if (first != NULL)
    gtk_string_list_append (words, first);
  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_EVIDENCE_KIND); i++)
    gtk_string_list_append (words, sf_vocabulary_get_nth_label (SF_VOCABULARY_EVIDENCE_KIND, i));
  return sf_drop_down_new (words);
}

static void
mark (GtkWidget *entry, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
on_wrong_cb (SfAddedItem *item, GParamSpec *pspec, SfAddedRow *self)
{
  guint wrong;

  g_object_get (item, "wrong", &wrong, NULL);
  mark (self->title, wrong == SF_ADDED_WRONG_TITLE);
  mark (self->date, wrong == SF_ADDED_WRONG_DATE);
}

/* Whether the date is the file's is said beneath. */
static void
on_dated_cb (SfAddedItem *item, GParamSpec *pspec, SfAddedRow *self)
{
  g_autofree char *text = sf_added_item_describe_file (item);

  gtk_label_set_text (GTK_LABEL (self->file), text);
  gtk_widget_set_tooltip_text (self->file, text);
}

static void
show_file (SfAddedRow *self, SfAddedItem *item)
{
  SfAttachment *file = sf_added_item_get_file (item);

  on_dated_cb (item, NULL, self);
  sf_thumbnail_show (SF_THUMBNAIL (self->picture), file,
                     sf_file_get_icon_name (file != NULL ? sf_attachment_get_media_type (file)
                                                         : ""));
}

void
sf_added_row_show (SfAddedRow *self, SfAddedItem *item)
{
  g_return_if_fail (SF_IS_ADDED_ROW (self));

  g_signal_group_set_target (self->signals, item);
  g_binding_group_set_source (self->bindings, item);
  if (item == NULL)
    return;
  on_wrong_cb (item, NULL, self);
  show_file (self, item);
  {
    const char *called = sf_evidence_get_title (sf_added_item_get_evidence (item));
    g_autofree char *title = g_strdup_printf (_ ("Title of %s"), called);
    g_autofree char *date = g_strdup_printf (_ ("Date of %s"), called);
    g_autofree char *kind = g_strdup_printf (_ ("Kind of %s"), called);

    sf_part_set_name (self->title, title);
    sf_part_set_name (self->date, date);
    sf_part_set_name (self->kind, kind);
  }
}

static void
sf_added_row_finalize (GObject *object)
{
  SfAddedRow *self = SF_ADDED_ROW (object);

  g_object_unref (self->bindings);
  g_object_unref (self->signals);
  G_OBJECT_CLASS (sf_added_row_parent_class)->finalize (object);
}

static void
sf_added_row_class_init (SfAddedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_added_row_finalize;
}

static GtkWidget *
create_date (void)
{
  GtkWidget *date = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (date), 14);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (date), 16);
  gtk_entry_set_placeholder_text (GTK_ENTRY (date), _ ("Day month year"));
  return date;
}

/* Above what of the file is said, for a long name must not take the room of the fields. */
static GtkWidget *
create_fields (SfAddedRow *self)
{
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->title), SF_TEXT_MAX_LINE);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->date = create_date ();
  self->kind = sf_added_row_new_kinds (NULL);
  /* one under the other, however long the word is */
  gtk_widget_set_size_request (self->kind,
                               MAX (KIND_WIDTH, sf_chars_to_pixels (self->kind, KIND_CHARS)), -1);
  gtk_box_append (GTK_BOX (fields), self->title);
  gtk_box_append (GTK_BOX (fields), self->date);
  gtk_box_append (GTK_BOX (fields), self->kind);
  return fields;
}

static void
bind_fields (SfAddedRow *self)
{
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "title", self->title, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "dated-on", self->date, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "kind", self->kind, "selected",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (SF_TYPE_ADDED_ITEM);
  g_signal_group_connect (self->signals, "notify::wrong", G_CALLBACK (on_wrong_cb), self);
  g_signal_group_connect (self->signals, "notify::dated-on", G_CALLBACK (on_dated_cb), self);
}

static void
sf_added_row_init (SfAddedRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 9);
}

GtkWidget *
sf_added_row_new (SfContext *context)
{
  SfAddedRow *self = g_object_new (SF_TYPE_ADDED_ROW, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->picture = sf_thumbnail_new (context, PICTURE_SIDE);
  gtk_widget_set_valign (self->picture, GTK_ALIGN_CENTER);
  self->file = sf_part_label ("", "sf-row-subtitle");
  gtk_label_set_wrap (GTK_LABEL (self->file), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->file), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), create_fields (self));
  gtk_box_append (GTK_BOX (lines), self->file);
  gtk_box_append (GTK_BOX (self), self->picture);
  gtk_box_append (GTK_BOX (self), lines);
  bind_fields (self);
  return GTK_WIDGET (self);
}

SfAddedItem *
sf_added_row_get_item (SfAddedRow *self)
{
  g_autoptr (GObject) item = g_signal_group_dup_target (self->signals);

  return item != NULL ? SF_ADDED_ITEM (item) : NULL; /* the list holds it */
}

int
sf_added_row_get_field (SfAddedRow *self)
{
  GtkWidget *const fields[] = { self->title, self->date, self->kind };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (fields); i++)
    if (focus == fields[i] || gtk_widget_is_ancestor (focus, fields[i]))
      return (int)i;
  return -1;
}

void
sf_added_row_focus_field (SfAddedRow *self, guint field)
{
  GtkWidget *const fields[] = { self->title, self->date, self->kind };

  gtk_widget_grab_focus (fields[MIN (field, G_N_ELEMENTS (fields) - 1)]);
}
