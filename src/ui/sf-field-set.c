/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-field-set.h"

#include "ui/sf-fold-box.h"
#include "ui/sf-parts.h"

#include <glib/gi18n-lib.h>

struct _SfFieldSet
{
  GtkBox parent_instance;

  GPtrArray *fields; /* borrowed from the widget tree */
  GArray *columns;   /* of guint, one for each field */
};

G_DEFINE_FINAL_TYPE (SfFieldSet, sf_field_set, GTK_TYPE_BOX)

static GtkWidget *
create_choice (SfContext *context, const SfFieldItem *item)
{
  guint n = sf_vocabulary_get_n_terms (item->vocabulary);
  g_autofree SfFieldChoice *choices = g_new (SfFieldChoice, n + 1);
  guint first = item->nothing != NULL ? 1 : 0;

  if (item->nothing != NULL)
    choices[0] = (SfFieldChoice){ NULL, _ (item->nothing) };
  for (guint i = 0; i < n; i++)
    choices[first + i] = (SfFieldChoice){ sf_vocabulary_get_nth_id (item->vocabulary, i),
                                          sf_vocabulary_get_nth_label (item->vocabulary, i) };
  return sf_field_choice_new (context, item->column, _ (item->label), choices, first + n);
}

static GtkWidget *
create_field (SfContext *context, const SfFieldItem *item)
{
  GtkWidget *field = NULL;

  switch (item->kind)
    {
    case SF_FIELD_LINE:
      field = sf_field_text_new (context, item->column, _ (item->label));
      break;
    case SF_FIELD_PROSE:
      field = sf_field_prose_new (context, item->column, _ (item->label));
      break;
    case SF_FIELD_DATE:
      field = sf_field_date_new (context, item->column, _ (item->label));
      break;
    case SF_FIELD_NUMBER:
      field = sf_field_number_new (context, item->column, _ (item->label));
      break;
    case SF_FIELD_MONEY:
      field = sf_field_money_new (context, item->column, _ (item->label));
      break;
    case SF_FIELD_WORD:
      field = create_choice (context, item);
      break;
    case SF_FIELD_GROUPS:
      field = sf_field_groups_new (context, item->column, _ (item->label));
      break;
    default:
      g_assert_not_reached ();
    }
  if (item->placeholder != NULL)
    sf_field_set_placeholder (SF_FIELD (field), _ (item->placeholder));
  if (item->hint != NULL)
    sf_field_set_hint (SF_FIELD (field), _ (item->hint));
  return field;
}

/* Two beside each other; the question why one of them is changed stands below both, where there is
 * room to answer it, and neither moves for it. */
static GtkWidget *
create_pair (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  sf_field_set_reason_place (SF_FIELD (first), GTK_BOX (below));
  sf_field_set_reason_place (SF_FIELD (second), GTK_BOX (below));
  gtk_box_append (GTK_BOX (pair), sf_fold_box_new (first, second, 19, 19, 12));
  gtk_box_append (GTK_BOX (pair), below);
  return pair;
}

void
sf_field_set_show (SfFieldSet *self, gpointer record)
{
  g_return_if_fail (SF_IS_FIELD_SET (self));

  for (guint i = 0; i < self->fields->len; i++)
    if (sf_field_get_record (self->fields->pdata[i]) != record)
      sf_field_set_record (self->fields->pdata[i], record);
}

SfField *
sf_field_set_get_field (SfFieldSet *self, guint column)
{
  g_return_val_if_fail (SF_IS_FIELD_SET (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->columns, guint, i) == column)
      return self->fields->pdata[i];
  return NULL;
}

void
sf_field_set_try_again (SfFieldSet *self, const guint *columns, guint n_columns)
{
  g_return_if_fail (SF_IS_FIELD_SET (self));

  for (guint i = 0; i < n_columns; i++)
    {
      SfField *field = sf_field_set_get_field (self, columns[i]);

      if (field != NULL && sf_field_get_record (field) != NULL
          && !sf_part_has_focus (GTK_WIDGET (field)))
        sf_field_commit (field);
    }
}

void
sf_field_set_put_under (SfFieldSet *self, guint column, GtkWidget *widget)
{
  GtkWidget *line;

  g_return_if_fail (SF_IS_FIELD_SET (self));

  line = GTK_WIDGET (sf_field_set_get_field (self, column));
  while (line != NULL && gtk_widget_get_parent (line) != GTK_WIDGET (self))
    line = gtk_widget_get_parent (line);
  g_return_if_fail (line != NULL);
  gtk_box_insert_child_after (GTK_BOX (self), widget, line);
}

static void
sf_field_set_finalize (GObject *object)
{
  SfFieldSet *self = SF_FIELD_SET (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  G_OBJECT_CLASS (sf_field_set_parent_class)->finalize (object);
}

static void
sf_field_set_class_init (SfFieldSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_field_set_finalize;
}

static void
sf_field_set_init (SfFieldSet *self)
{
  self->fields = g_ptr_array_new ();
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

GtkWidget *
sf_field_set_new (SfContext *context, const SfFieldItem *items, guint n_items)
{
  SfFieldSet *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_FIELD_SET, NULL);
  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *field = create_field (context, &items[i]);

      g_ptr_array_add (self->fields, field);
      g_array_append_val (self->columns, items[i].column);
      if (i + 1 < n_items && items[i + 1].beside)
        {
          GtkWidget *next = create_field (context, &items[i + 1]);

          g_ptr_array_add (self->fields, next);
          g_array_append_val (self->columns, items[i + 1].column);
          gtk_box_append (GTK_BOX (self), create_pair (field, next));
          i++;
        }
      else
        gtk_box_append (GTK_BOX (self), field);
    }
  return GTK_WIDGET (self);
}
