/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-open-rows.h"

#include "ui/sf-add-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

struct _SfOpenRows
{
  GtkBox parent_instance;

  SfContext *context;
  const SfOpenRowsKind *kind;
  gpointer data;
  SfRecord *owner;
  SfRecord *open; /* whose fields are seen; NULL mostly */
  SfUuid awaited; /* was just added: opens as soon as it is there */
  gboolean waiting;
  GtkWidget *rows;
  GtkWidget *none;
  GtkWidget *add;
  GtkWidget *form;
  GtkWidget *fields;
  char *shown;
};

G_DEFINE_FINAL_TYPE (SfOpenRows, sf_open_rows, GTK_TYPE_BOX)

enum
{
  OPENED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
can_edit (SfOpenRows *self)
{
  return !sf_workbook_get_read_only (sf_context_get_workbook (self->context));
}

/* --- what happens ------------------------------------------------------------------------------
 */

static void
choose (SfOpenRows *self, gpointer record)
{
  g_set_object (&self->open, record);
  sf_field_set_show (SF_FIELD_SET (self->fields), record);
  gtk_widget_set_visible (self->form, record != NULL);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
on_row_activated_cb (GtkListBox *rows, GtkListBoxRow *row, SfOpenRows *self)
{
  gpointer record = g_object_get_data (G_OBJECT (row), "sf-record");

  choose (self, record != self->open ? record : NULL);
  if (self->open != NULL)
    gtk_widget_child_focus (self->fields, GTK_DIR_TAB_FORWARD);
}

static void
on_remove_cb (GtkWidget *button, SfOpenRows *self)
{
  GError *error = NULL;
  gboolean ok
      = self->kind->remove (g_object_get_data (G_OBJECT (button), "sf-record"), self->data, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ (self->kind->removed), TRUE);
}

gboolean
sf_open_rows_add (SfOpenRows *self, const char *text)
{
  GError *error = NULL;
  gboolean ok = self->kind->add (text, &self->awaited, self->data, &error);

  self->waiting = sf_context_check (self->context, ok, error);
  return self->waiting;
}

static gboolean
add_one (const char *text, gpointer data)
{
  return sf_open_rows_add (data, text);
}

/* --- what it shows -----------------------------------------------------------------------------
 */

static void
keep_record (GtkWidget *widget, gpointer record)
{
  g_object_set_data_full (G_OBJECT (widget), "sf-record", g_object_ref (record), g_object_unref);
}

static GtkWidget *
create_row (SfOpenRows *self, gpointer record)
{
  g_autofree char *title = NULL, *subtitle = NULL, *name = NULL;
  GtkWidget *remove, *row;

  self->kind->describe (record, &title, &subtitle, self->data);
  name = g_strdup_printf (_ (self->kind->remove_name), title);
  remove = sf_part_icon_button ("user-trash-symbolic", name);
  keep_record (remove, record);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_cb), self);
  gtk_widget_set_sensitive (remove, can_edit (self));
  row = sf_part_row (title, subtitle, remove);
  keep_record (row, record);
  return row;
}

/* All that the rows say, so that they are made anew only if they say something else. */
static char *
dup_state (SfOpenRows *self, GPtrArray *records)
{
  GString *state = g_string_new (can_edit (self) ? "1" : "0");

  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *title = NULL, *subtitle = NULL;

      self->kind->describe (records->pdata[i], &title, &subtitle, self->data);
      g_string_append_printf (state, "\n%p %s\t%s", records->pdata[i], title,
                              subtitle != NULL ? subtitle : "");
    }
  return g_string_free (state, FALSE);
}

static void
update_rows (SfOpenRows *self, GPtrArray *records)
{
  g_autofree char *state = dup_state (self, records);
  GtkWidget *focus = gtk_widget_get_focus_child (self->rows);
  int index = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
  GtkListBoxRow *row;

  if (!sf_string_set (&self->shown, state))
    return;
  sf_part_clear (self->rows);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), create_row (self, records->pdata[i]));
  gtk_widget_set_visible (self->rows, records->len > 0);
  gtk_widget_set_visible (self->none, records->len == 0);
  row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), index) : NULL;
  if (index >= 0)
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add);
}

static void
open_awaited (SfOpenRows *self, GPtrArray *records)
{
  SfField *first;

  for (guint i = 0; self->waiting && i < records->len; i++)
    if (sf_uuid_equal (sf_record_get_uuid (records->pdata[i]), &self->awaited))
      {
        self->waiting = FALSE;
        choose (self, records->pdata[i]);
        first = sf_field_set_get_field (SF_FIELD_SET (self->fields), self->kind->first_column);
        gtk_widget_grab_focus (GTK_WIDGET (first));
      }
}

void
sf_open_rows_show (SfOpenRows *self, gpointer owner, GPtrArray *records)
{
  g_return_if_fail (SF_IS_OPEN_ROWS (self));

  if (g_set_object (&self->owner, owner))
    {
      self->waiting = FALSE;
      choose (self, NULL);
    }
  if (owner == NULL)
    return;
  if (self->open != NULL && !g_ptr_array_find (records, self->open, NULL))
    choose (self, NULL);
  update_rows (self, records);
  open_awaited (self, records);
  gtk_widget_set_sensitive (self->add, can_edit (self));
}

gpointer
sf_open_rows_get_open (SfOpenRows *self)
{
  g_return_val_if_fail (SF_IS_OPEN_ROWS (self), NULL);

  return self->open;
}

void
sf_open_rows_put_under (SfOpenRows *self, GtkWidget *widget)
{
  g_return_if_fail (SF_IS_OPEN_ROWS (self));

  gtk_box_append (GTK_BOX (self->form), widget);
}

GtkWidget *
sf_open_rows_get_add (SfOpenRows *self)
{
  g_return_val_if_fail (SF_IS_OPEN_ROWS (self), NULL);

  return self->add;
}

/* --- the object ---------------------------------------------------------------------------------
 */

static void
sf_open_rows_dispose (GObject *object)
{
  SfOpenRows *self = SF_OPEN_ROWS (object);

  g_clear_object (&self->open);
  g_clear_object (&self->owner);
  g_clear_object (&self->context);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (sf_open_rows_parent_class)->dispose (object);
}

static void
sf_open_rows_class_init (SfOpenRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_open_rows_dispose;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_open_rows_init (SfOpenRows *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_open_rows_new (SfContext *context, const SfOpenRowsKind *kind, gpointer data)
{
  SfOpenRows *self;
  GtkWidget *card = sf_part_card (_ (kind->heading), NULL);

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_OPEN_ROWS, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;
  self->data = data;
  self->rows = sf_part_rows (_ (kind->heading));
  g_signal_connect (self->rows, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  self->none = sf_part_label (_ (kind->nothing), "sf-nothing");
  gtk_widget_add_css_class (self->none, "dim-label");
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->form, "sf-card-form");
  gtk_widget_set_visible (self->form, FALSE);
  self->fields = sf_field_set_new (context, kind->items, kind->n_items);
  gtk_box_append (GTK_BOX (self->form), self->fields);
  self->add = sf_add_button_new (_ (kind->add_label), "list-add-symbolic", _ (kind->add_question),
                                 add_one, self);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "sf-card-action");
  for (GtkWidget **child = (GtkWidget *[]){ self->rows, self->none, self->form, self->add, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (card), *child);
  gtk_box_append (GTK_BOX (self), card);
  return GTK_WIDGET (self);
}
