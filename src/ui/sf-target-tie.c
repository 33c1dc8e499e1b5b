/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-tie.h"

#include "model/sf-outcome.h"
#include "ui/sf-drop-down.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-parts.h"
#include "ui/sf-string.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>

/* One of the two: what may be chosen, and what is. */
typedef struct
{
  guint column;
  GtkWidget *drop_down;
  GPtrArray *records; /* in the order of the rows after the first */
  char *shown;
} Choice;

struct _SfTargetTie
{
  GtkBox parent_instance;

  SfContext *context;
  SfTarget *target;
  Choice measure;
  Choice group;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (SfTargetTie, sf_target_tie, GTK_TYPE_BOX)

/* --- choosing -------------------------------------------------------------------------------- */

static gpointer
get_chosen (Choice *choice)
{
  guint n = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice->drop_down));

  return n > 0 && n <= choice->records->len ? choice->records->pdata[n - 1] : NULL;
}

static void
on_selected_cb (SfTargetTie *self)
{
  SfMeasure *measure;
  GError *error = NULL;
  gboolean done;

  if (self->showing || self->target == NULL)
    return;
  measure = get_chosen (&self->measure);
  done = sf_workbook_tie_target (sf_context_get_workbook (self->context), self->target, measure,
                                 measure != NULL ? get_chosen (&self->group) : NULL, &error);
  if (!sf_context_check (self->context, done, error))
    sf_target_tie_show (self, self->target);
}

/* --- showing --------------------------------------------------------------------------------- */

static const char *
get_title (gpointer record)
{
  return SF_IS_MEASURE (record) ? sf_measure_get_title (record)
                                : sf_family_group_get_title (record);
}

/* What is chosen is among them, also after it was taken off its list. */
static void
fill (SfTargetTie *self, Choice *choice, GPtrArray *records)
{
  SfModel *model = sf_context_get_model (self->context);
  SfRecord *chosen
      = sf_model_find (model, sf_record_get_ref (SF_RECORD (self->target), choice->column));
  g_autoptr (GString) state = g_string_new (NULL);
  GtkStringList *words;
  guint place = 0;

  if (chosen != NULL && !g_ptr_array_find (records, chosen, NULL))
    g_ptr_array_add (records, chosen);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (state, "%p %s\n", records->pdata[i], get_title (records->pdata[i]));
  g_ptr_array_unref (choice->records);
  choice->records = g_ptr_array_ref (records);
  if (sf_string_set (&choice->shown, state->str))
    {
      words = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (choice->drop_down)));
      while (g_list_model_get_n_items (G_LIST_MODEL (words)) > 1)
        gtk_string_list_remove (words, 1);
      for (guint i = 0; i < records->len; i++)
        gtk_string_list_append (words, get_title (records->pdata[i]));
    }
  if (chosen != NULL && g_ptr_array_find (records, chosen, &place))
    place++;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice->drop_down), place);
}

void
sf_target_tie_show (SfTargetTie *self, SfTarget *target)
{
  SfModel *model = sf_context_get_model (self->context);
  SfCentre *centre = target != NULL ? sf_model_find (model, sf_target_get_centre (target)) : NULL;
  g_autoptr (GPtrArray) measures = NULL, groups = NULL;
  gboolean tied;

  g_return_if_fail (SF_IS_TARGET_TIE (self));

  g_set_object (&self->target, target);
  if (centre == NULL)
    return;
  measures = sf_model_list_measures (model, centre);
  groups = sf_model_list_family_groups (model, centre);
  self->showing = TRUE;
  fill (self, &self->measure, measures);
  fill (self, &self->group, groups);
  self->showing = FALSE;
  tied = sf_target_get_outcome_measure (target) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), measures->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
  gtk_widget_set_sensitive (self->group.drop_down, tied);
}

/* --- building -------------------------------------------------------------------------------- */

static GtkWidget *
create_choice (
    SfTargetTie *self, guint column, const char *label, Choice *choice, const char *nothing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  choice->column = column;
  choice->records = g_ptr_array_new ();
  choice->drop_down
      = sf_drop_down_new (gtk_string_list_new ((const char *const[]){ nothing, NULL }));
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_add_css_class (text, "field-label");
  sf_part_set_labelled_by (choice->drop_down, text);
  g_signal_connect_swapped (choice->drop_down, "notify::selected", G_CALLBACK (on_selected_cb),
                            self);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), choice->drop_down);
  return box;
}

static void
sf_target_tie_dispose (GObject *object)
{
  SfTargetTie *self = SF_TARGET_TIE (object);

  self->showing = TRUE;
  g_clear_object (&self->target);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_target_tie_parent_class)->dispose (object);
}

static void
sf_target_tie_finalize (GObject *object)
{
  SfTargetTie *self = SF_TARGET_TIE (object);

  for (Choice **choice = (Choice *[]){ &self->measure, &self->group, NULL }; *choice != NULL;
       choice++)
    {
      g_ptr_array_unref ((*choice)->records);
      g_free ((*choice)->shown);
    }
  G_OBJECT_CLASS (sf_target_tie_parent_class)->finalize (object);
}

static void
sf_target_tie_class_init (SfTargetTieClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_tie_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_target_tie_finalize;
}

static void
sf_target_tie_init (SfTargetTie *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_target_tie_new (SfContext *context)
{
  SfTargetTie *self;
  GtkWidget *measure, *group;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_TARGET_TIE, NULL);
  self->context = g_object_ref (context);
  measure = create_choice (self, SF_TARGET_OUTCOME_MEASURE, _ ("Measure of the outcome data"),
                           &self->measure, _ ("None"));
  group = create_choice (self, SF_TARGET_FAMILY_GROUP, _ ("Group of families"), &self->group,
                         _ ("All families"));
  gtk_box_append (GTK_BOX (self), sf_fold_box_new (measure, group, 19, 19, 12));
  return GTK_WIDGET (self);
}
