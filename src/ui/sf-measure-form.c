/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-measure-form.h"

#include "ui/sf-button.h"
#include "ui/sf-field-set.h"
#include "ui/sf-parts.h"
#include "workbook/sf-workbook-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const SfFieldItem what_items[] = {
  { SF_FIELD_LINE, SF_MEASURE_TITLE, N_ ("_Measure"), FALSE, N_ ("What is counted") },
  { SF_FIELD_PROSE, SF_MEASURE_EXPLANATION, N_ ("What it sa_ys"), FALSE,
    N_ ("Who is counted, and out of whom") },
  { SF_FIELD_LINE, SF_MEASURE_SOURCE, N_ ("_Source"), FALSE,
    N_ ("Where the figures come from, and what they are out of") },
};

static const SfFieldItem how_items[] = {
  { SF_FIELD_WORD, SF_MEASURE_KIND, N_ ("_How it is counted"),
    .vocabulary = SF_VOCABULARY_MEASURE_KIND },
  { SF_FIELD_WORD, SF_MEASURE_PERIOD, N_ ("How _often"), TRUE,
    .vocabulary = SF_VOCABULARY_MEASURE_PERIOD },
  { SF_FIELD_LINE, SF_MEASURE_UNIT, N_ ("_Unit"), FALSE, N_ ("families, children, points") },
  { SF_FIELD_WORD, SF_MEASURE_DIRECTION, N_ ("_Which way is better"), TRUE,
    .vocabulary = SF_VOCABULARY_MEASURE_DIRECTION, .nothing = N_ ("Not said") },
};

struct _SfMeasureForm
{
  GtkBox parent_instance;

  SfContext *context;
  SfMeasure *measure;
  GtkWidget *what;
  GtkWidget *how;
  GtkWidget *fixed;
  GtkWidget *share; /* the aim of a proportion */
  GtkWidget *aim;   /* that of others */
  GtkWidget *full_count;
  GtkWidget *retire;
};

G_DEFINE_FINAL_TYPE (SfMeasureForm, sf_measure_form, GTK_TYPE_BOX)

static void
on_retire_cb (SfMeasureForm *self)
{
  GError *error = NULL;
  gboolean ok = sf_workbook_retire (sf_context_get_workbook (self->context), self->measure, &error);

  if (sf_context_check (self->context, ok, error))
    sf_context_say (self->context, _ ("The measure was taken off the list. Its figures are kept."),
                    TRUE);
}

void
sf_measure_form_show (SfMeasureForm *self, SfMeasure *measure, gboolean has_figures)
{
  gboolean proportion
      = measure != NULL && strcmp (sf_measure_get_kind (measure), "proportion") == 0;

  g_return_if_fail (SF_IS_MEASURE_FORM (self));

  g_set_object (&self->measure, measure);
  sf_field_set_show (SF_FIELD_SET (self->what), measure);
  sf_field_set_show (SF_FIELD_SET (self->how), measure);
  sf_field_set_record (SF_FIELD (self->share), proportion ? measure : NULL);
  sf_field_set_record (SF_FIELD (self->aim), proportion ? NULL : measure);
  sf_field_set_record (SF_FIELD (self->full_count), measure);
  gtk_widget_set_visible (self->share, proportion);
  gtk_widget_set_visible (self->aim, !proportion);
  gtk_widget_set_visible (self->full_count, proportion);
  for (guint i = 0; i < 2; i++)
    {
      guint column = i == 0 ? SF_MEASURE_KIND : SF_MEASURE_PERIOD;
      SfField *field = sf_field_set_get_field (SF_FIELD_SET (self->how), column);

      gtk_widget_set_sensitive (GTK_WIDGET (field), !has_figures);
    }
  gtk_widget_set_visible (self->fixed, has_figures);
  gtk_widget_set_sensitive (self->retire, sf_context_can_edit (self->context));
}

static void
build (SfMeasureForm *self)
{
  const SfFieldChoice counts[]
      = { { "0", _ ("A part of them, or too few to be sure: chance is allowed for") },
          { "1", _ ("Everybody is counted: no interval") } };
  GtkWidget *card = sf_part_card (_ ("About this measure"), NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "sf-card-form");
  self->what = sf_field_set_new (self->context, what_items, G_N_ELEMENTS (what_items));
  self->how = sf_field_set_new (self->context, how_items, G_N_ELEMENTS (how_items));
  self->fixed = sf_part_label (
      _ ("How it is counted and how often stay as they are while there are figures."),
      "sf-row-subtitle");
  self->share = sf_field_percent_new (self->context, SF_MEASURE_AIM, _ ("_Aim"));
  self->aim = sf_field_number_new (self->context, SF_MEASURE_AIM, _ ("_Aim"));
  self->full_count = sf_field_choice_new (self->context, SF_MEASURE_FULL_COUNT,
                                          _ ("Who is _counted"), counts, G_N_ELEMENTS (counts));
  self->retire = sf_button_new (_ ("Take o_ff the list"));
  gtk_widget_add_css_class (self->retire, "flat");
  gtk_widget_set_halign (self->retire, GTK_ALIGN_START);
  g_signal_connect_swapped (self->retire, "clicked", G_CALLBACK (on_retire_cb), self);
  sf_field_set_put_under (SF_FIELD_SET (self->how), SF_MEASURE_PERIOD, self->fixed);
  for (GtkWidget **child = (GtkWidget *[]){ self->what, self->how, self->share, self->aim,
                                            self->full_count, self->retire, NULL };
       *child != NULL; child++)
    gtk_box_append (GTK_BOX (body), *child);
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self), card);
}

static void
sf_measure_form_dispose (GObject *object)
{
  SfMeasureForm *self = SF_MEASURE_FORM (object);

  g_clear_object (&self->measure);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_measure_form_parent_class)->dispose (object);
}

static void
sf_measure_form_class_init (SfMeasureFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_measure_form_dispose;
}

static void
sf_measure_form_init (SfMeasureForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
sf_measure_form_new (SfContext *context)
{
  SfMeasureForm *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_MEASURE_FORM, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
