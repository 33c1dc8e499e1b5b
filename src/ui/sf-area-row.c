/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-area-row.h"

#include "model/sf-area-grade.h"
#include "model/sf-progress.h"
#include "ui/sf-area-bar.h"
#include "ui/sf-chip.h"
#include "ui/sf-fold-box.h"
#include "ui/sf-line.h"
#include "ui/sf-parts.h"
#include "ui/sf-pile.h"

struct _SfAreaRow
{
  GtkListBoxRow parent_instance;

  SfFramework *framework;
  SfKeyArea *area;
  GtkWidget *summary;
  GtkWidget *bar;
  GtkWidget *progress;
  GtkWidget *chip;
};

G_DEFINE_FINAL_TYPE (SfAreaRow, sf_area_row, GTK_TYPE_LIST_BOX_ROW)

SfKeyArea *
sf_area_row_get_area (SfAreaRow *self)
{
  g_return_val_if_fail (SF_IS_AREA_ROW (self), NULL);

  return self->area;
}

void
sf_area_row_update (SfAreaRow *self, SfModel *model, SfEvaluation *evaluation)
{
  g_autofree char *summary = NULL, *done = NULL, *name = NULL;
  SfProgress progress;

  g_return_if_fail (SF_IS_AREA_ROW (self));

  sf_progress_of (model, evaluation, self->area, &progress);
  summary = sf_area_grade_get_summary (model, evaluation, self->area);
  done = sf_progress_to_text (&progress);
  sf_part_set_text (self->summary, summary);
  sf_part_set_text (self->progress, done);
  sf_area_bar_set_fraction (SF_AREA_BAR (self->bar), sf_progress_fraction (&progress));
  sf_chip_set_level (SF_CHIP (self->chip), sf_area_grade_get_level (model, evaluation, self->area));
  name = g_strdup_printf ("%s, %s, %s, %s", sf_key_area_get_title (self->area), summary, done,
                          sf_chip_get_text (SF_CHIP (self->chip)));
  sf_part_set_name (GTK_WIDGET (self), name);
}

static GtkWidget *
create_figures (SfAreaRow *self)
{
  GtkWidget *figures = sf_line_new (12);
  GtkWidget *progress = sf_pile_new (5);

  self->bar = sf_area_bar_new (self->framework, self->area);
  self->progress = sf_part_label (NULL, "sf-row-subtitle");
  gtk_label_set_wrap (GTK_LABEL (self->progress), FALSE);
  gtk_widget_set_size_request (progress, 110, -1);
  gtk_widget_set_valign (progress, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (progress), self->bar);
  gtk_box_append (GTK_BOX (progress), self->progress);
  self->chip = sf_chip_new ();
  gtk_widget_set_hexpand (self->chip, TRUE);
  gtk_widget_set_halign (self->chip, GTK_ALIGN_END);
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  sf_line_append (SF_LINE (figures), progress);
  sf_line_append (SF_LINE (figures), self->chip);
  return figures;
}

static void
build (SfAreaRow *self)
{
  GtkWidget *line = sf_line_new (12);
  GtkWidget *words = sf_pile_new (2);
  GtkWidget *colour = sf_area_bar_new (self->framework, self->area);
  GtkWidget *parts;

  gtk_widget_add_css_class (GTK_WIDGET (self), "sf-row");
  gtk_widget_set_size_request (colour, 9, 30);
  gtk_widget_set_valign (colour, GTK_ALIGN_CENTER);
  sf_line_append (SF_LINE (line), colour);
  gtk_box_append (GTK_BOX (words),
                  sf_part_row_label (sf_key_area_get_title (self->area), "sf-row-title"));
  self->summary = sf_part_row_label (NULL, "sf-row-subtitle");
  gtk_box_append (GTK_BOX (words), self->summary);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  parts = sf_fold_box_new (words, create_figures (self), 24, 36, 12);
  gtk_widget_set_hexpand (parts, TRUE);
  sf_line_append (SF_LINE (line), parts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

static void
sf_area_row_dispose (GObject *object)
{
  g_clear_object (&SF_AREA_ROW (object)->framework);
  G_OBJECT_CLASS (sf_area_row_parent_class)->dispose (object);
}

static void
sf_area_row_class_init (SfAreaRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_area_row_dispose;
}

static void
sf_area_row_init (SfAreaRow *self)
{
}

GtkWidget *
sf_area_row_new (SfFramework *framework, SfKeyArea *area)
{
  SfAreaRow *self;

  g_return_val_if_fail (SF_IS_FRAMEWORK (framework), NULL);
  g_return_val_if_fail (SF_IS_KEY_AREA (area), NULL);

  self = g_object_new (SF_TYPE_AREA_ROW, NULL);
  self->framework = g_object_ref (framework);
  self->area = area;
  build (self);
  return GTK_WIDGET (self);
}
