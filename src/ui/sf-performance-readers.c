/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-performance-readers.h"

#include "ui/sf-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-performance-ask.h"
#include "ui/sf-pile.h"

#include <glib/gi18n-lib.h>

struct _SfPerformanceReaders
{
  GtkBox parent_instance;

  SfContext *context;
  SfPerformanceRecord *record;
  GtkWidget *rows;
  GtkWidget *change;
  GtkWidget *let_read;
  GtkWidget *whose; /* who lets others read */
  char *shown;      /* the names that the rows have */
};

G_DEFINE_FINAL_TYPE (SfPerformanceReaders, sf_performance_readers, GTK_TYPE_BOX)

static void
on_withdraw_cb (GtkWidget *button, SfPerformanceReaders *self)
{
  sf_performance_ask_withdraw (button, self->context, self->record,
                               g_object_get_data (G_OBJECT (button), "sf-name"));
}

static void
on_change_cb (SfPerformanceReaders *self)
{
  sf_performance_ask_passphrase (self->change, self->context, self->record);
}

static void
on_let_read_cb (SfPerformanceReaders *self)
{
  sf_performance_ask_let_read (self->let_read, self->context, self->record);
}

static void
append_row (SfPerformanceReaders *self, const char *name, const char *what, gboolean further)
{
  g_autofree char *label = g_strdup_printf (_ ("Withdraw %s"), name);
  GtkWidget *withdraw = further ? gtk_button_new_with_label (_ ("Withdraw")) : NULL;
  GtkWidget *row;

  if (withdraw != NULL)
    {
      gtk_widget_add_css_class (withdraw, "flat");
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (withdraw),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      sf_part_set_name (withdraw, label);
      gtk_widget_set_sensitive (withdraw, sf_context_can_edit (self->context));
      g_object_set_data_full (G_OBJECT (withdraw), "sf-name", g_strdup (name), g_free);
      g_signal_connect (withdraw, "clicked", G_CALLBACK (on_withdraw_cb), self);
    }
  row = sf_part_row (name, what, withdraw);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
fill_rows (SfPerformanceReaders *self, SfPerformanceRecord *record)
{
  const char *further = sf_performance_record_get_further_readers (record);
  g_auto (GStrv) names = g_strsplit (further != NULL ? further : "", "\n", -1);

  sf_part_clear (self->rows);
  append_row (self, sf_performance_record_get_person (record), _ ("Whose record it is"), FALSE);
  if (sf_performance_record_get_reviewer (record) != NULL)
    append_row (self, sf_performance_record_get_reviewer (record), _ ("Who reviews"), FALSE);
  for (char **name = names; *name != NULL; name++)
    if (**name != '\0')
      append_row (self, *name, _ ("Was let read"), TRUE);
}

void
sf_performance_readers_show (SfPerformanceReaders *self, SfPerformanceRecord *record)
{
  g_autofree char *state = NULL;
  const char *further;
  gboolean may_let;

  g_return_if_fail (SF_IS_PERFORMANCE_READERS (self));

  g_set_object (&self->record, record);
  further = sf_performance_record_get_further_readers (record);
  state = g_strdup_printf ("%p\n%d\n%s", (gpointer)record, sf_context_can_edit (self->context),
                           further != NULL ? further : "");
  gtk_widget_set_sensitive (self->change, sf_context_can_edit (self->context));
  may_let = sf_workbook_may_let_read (sf_context_get_workbook (self->context), record);
  gtk_widget_set_sensitive (self->let_read, may_let && sf_context_can_edit (self->context));
  sf_part_set_text (self->whose,
                    sf_performance_record_get_evaluation (record) != NULL
                        ? _ ("Only the head lets another person read.")
                        : _ ("The reviewer lets another person read, for they write what the "
                             "reviewer writes."));
  gtk_widget_set_visible (self->whose, !may_let && sf_context_can_edit (self->context));
  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  fill_rows (self, record);
}

static void
sf_performance_readers_dispose (GObject *object)
{
  SfPerformanceReaders *self = SF_PERFORMANCE_READERS (object);

  g_clear_object (&self->record);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_performance_readers_parent_class)->dispose (object);
}

static void
sf_performance_readers_class_init (SfPerformanceReadersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_performance_readers_dispose;
}

static void
sf_performance_readers_init (SfPerformanceReaders *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_performance_readers_new (SfContext *context)
{
  SfPerformanceReaders *self = g_object_new (SF_TYPE_PERFORMANCE_READERS, NULL);
  GtkWidget *card = sf_part_card (_ ("Who may read it"), NULL);
  GtkWidget *body = sf_pile_new (10);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->context = g_object_ref (context);
  self->rows = sf_part_rows (_ ("Who may read it"));
  self->change = sf_button_new (_ ("_Change a passphrase…"));
  self->let_read = sf_button_new (_ ("Let a_nother person read…"));
  g_signal_connect_swapped (self->change, "clicked", G_CALLBACK (on_change_cb), self);
  g_signal_connect_swapped (self->let_read, "clicked", G_CALLBACK (on_let_read_cb), self);
  self->whose = sf_part_label (NULL, "sf-row-subtitle");
  gtk_widget_add_css_class (body, "sf-card-form");
  gtk_box_append (GTK_BOX (buttons), self->change);
  gtk_box_append (GTK_BOX (buttons), self->let_read);
  gtk_box_append (GTK_BOX (body), self->rows);
  gtk_box_append (GTK_BOX (body), buttons);
  gtk_box_append (GTK_BOX (body), self->whose);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
  return GTK_WIDGET (self);
}
