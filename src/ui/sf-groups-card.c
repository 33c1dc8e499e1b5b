/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-groups-card.h"

#include "model/sf-outcome.h"
#include "model/sf-vocabulary.h"
#include "ui/sf-add-button.h"
#include "ui/sf-field.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

struct _SfGroupsCard
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *add;
  GtkWidget *rows;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (SfGroupsCard, sf_groups_card, GTK_TYPE_BOX)

static gboolean
add_group (SfGroupsCard *self, const char *shipped, const char *title)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_add_family_group (sf_context_get_workbook (self->context),
                                              sf_context_get_centre (self->context), shipped, title,
                                              NULL, &error);

  return sf_context_check (self->context, ok, error);
}

static gboolean
add_own (const char *title, gpointer data)
{
  return add_group (data, NULL, title);
}

static gboolean
add_shipped (const char *id, gpointer data)
{
  return add_group (data, id, NULL);
}

static void
on_remove_cb (GtkWidget *button, SfGroupsCard *self)
{
  SfField *field = g_object_get_data (G_OBJECT (button), "sf-field");
  GError *error = NULL;
  gboolean ok = sf_workbook_retire (sf_context_get_workbook (self->context),
                                    sf_field_get_record (field), &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The group was taken off the list. Its figures are kept."),
                    TRUE);
}

static GtkWidget *
create_row (SfGroupsCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *field = sf_field_text_new (self->context, SF_FAMILY_GROUP_TITLE, _ ("Group"));
  GtkWidget *remove = sf_part_icon_button ("list-remove-symbolic", _ ("Take off the list"));

  sf_field_set_label_visible (SF_FIELD (field), FALSE);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (remove), "sf-field", field);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_cb), self, 0);
  gtk_box_append (GTK_BOX (row), field);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static void
show_row (SfGroupsCard *self, GtkWidget *row, SfFamilyGroup *group)
{
  GtkWidget *field = gtk_widget_get_first_child (row);
  GtkWidget *remove = gtk_widget_get_last_child (row);
  g_autofree char *name = NULL;

  sf_field_set_record (SF_FIELD (field), group);
  gtk_widget_set_visible (row, group != NULL);
  if (group == NULL)
    return;
  name = g_strdup_printf (_ ("Take %s off the list"), sf_family_group_get_title (group));
  sf_field_set_about (SF_FIELD (field), sf_family_group_get_title (group));
  sf_part_set_name (remove, name);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_widget_set_sensitive (remove, sf_context_can_edit (self->context));
}

/* Those of the list that comes with the program and are not there yet. */
static void
offer_shipped (SfGroupsCard *self, GPtrArray *groups)
{
  guint n = sf_vocabulary_get_n_terms (SF_VOCABULARY_TARGET_GROUP), n_choices = 0;
  g_autofree SfAddChoice *choices = g_new0 (SfAddChoice, n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = sf_vocabulary_get_nth_id (SF_VOCABULARY_TARGET_GROUP, i);
      gboolean there = FALSE;

      for (guint k = 0; k < groups->len && !there; k++)
        there = g_strcmp0 (sf_family_group_get_shipped (groups->pdata[k]), id) == 0;
      if (!there)
        choices[n_choices++]
            = (SfAddChoice){ id, sf_vocabulary_get_nth_label (SF_VOCABULARY_TARGET_GROUP, i),
                             NULL };
    }
  sf_add_button_set_choices (self->add, _ ("From the list"), choices, n_choices, add_shipped);
}

void
sf_groups_card_refresh (SfGroupsCard *self)
{
  SfCentre *centre;
  g_autoptr (GPtrArray) groups = NULL;
  GtkWidget *row;

  g_return_if_fail (SF_IS_GROUPS_CARD (self));

  centre = sf_context_get_centre (self->context);
  if (centre == NULL)
    return;
  groups = sf_model_list_family_groups (sf_context_get_model (self->context), centre);
  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < groups->len; i++)
    {
      if (row == NULL)
        {
          row = create_row (self);
          gtk_box_append (GTK_BOX (self->rows), row);
        }
      show_row (self, row, groups->pdata[i]);
      row = gtk_widget_get_next_sibling (row);
    }
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    show_row (self, row, NULL);
  gtk_widget_set_visible (self->none, groups->len == 0);
  gtk_widget_set_sensitive (self->add, sf_context_can_edit (self->context));
  offer_shipped (self, groups);
}

static void
build (SfGroupsCard *self)
{
  GtkWidget *header, *card = sf_part_card (_ ("Groups of families"), &header);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->add = sf_add_button_new (_ ("Add a _group"), NULL, _ ("Or one of your own"), add_own, self);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->none = sf_part_label (_ ("No groups yet. Where figures are known for fathers, lone parents "
                                 "or a neighbourhood as well, the gap to other families is shown."),
                              "sf-row-subtitle");
  gtk_box_append (GTK_BOX (header), self->add);
  gtk_box_append (GTK_BOX (body),
                  sf_part_label (_ ("The same for all measures."), "sf-row-subtitle"));
  gtk_box_append (GTK_BOX (body), self->none);
  gtk_box_append (GTK_BOX (body), self->rows);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_groups_card_dispose (GObject *object)
{
  g_clear_object (&SF_GROUPS_CARD (object)->context);
  G_OBJECT_CLASS (sf_groups_card_parent_class)->dispose (object);
}

static void
sf_groups_card_class_init (SfGroupsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_groups_card_dispose;
}

static void
sf_groups_card_init (SfGroupsCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_groups_card_new (SfContext *context)
{
  SfGroupsCard *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_GROUPS_CARD, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
