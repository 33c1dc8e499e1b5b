/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-added-row.h"

#include "model/sf-vocabulary.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

#define KIND_WIDTH 150

struct _SfAddedRow
{
  GtkBox parent_instance;

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
on_wrong_cb (SfAddedItem *item, GParamSpec *pspec, SfAddedRow *self)
{
  gboolean wrong;

  g_object_get (item, "wrong", &wrong, NULL);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
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

static void
sf_added_row_init (SfAddedRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->title = gtk_entry_new ();
  gtk_widget_set_hexpand (self->title, TRUE);
  self->date = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->date), 14);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->date), 16);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->date), _ ("Day month year"));
  self->kind = sf_added_row_new_kinds (NULL);
  /* one under the other, however long the word is */
  gtk_widget_set_size_request (self->kind, KIND_WIDTH, -1);
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->date);
  gtk_box_append (GTK_BOX (self), self->kind);
  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "title", self->title, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "dated-on", self->date, "text",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_bind (self->bindings, "kind", self->kind, "selected",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  self->signals = g_signal_group_new (SF_TYPE_ADDED_ITEM);
  g_signal_group_connect (self->signals, "notify::wrong", G_CALLBACK (on_wrong_cb), self);
}

GtkWidget *
sf_added_row_new (void)
{
  return g_object_new (SF_TYPE_ADDED_ROW, NULL);
}
