/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-target-view.h"

#include "base/sf-date.h"
#include "model/sf-target-status.h"
#include "ui/sf-cell-grid.h"
#include "ui/sf-parts.h"
#include "ui/sf-target-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The card is narrow. */
#define TABLE_CHARS 7
#define MARGIN 14 /* as the text of a card */

struct _SfTargetView
{
  GtkBox parent_instance;

  SfModel *model; /* borrowed, of the last sf_target_view_show() */
  SfTarget *target;
  GtkWidget *as_table;
  GtkWidget *stack;
  GtkWidget *chart;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (SfTargetView, sf_target_view, GTK_TYPE_BOX)

/* --- the table -------------------------------------------------------------------------------- */

enum
{
  COLUMN_VALUE,
  COLUMN_EXPECTED,
  N_COLUMNS
};

static void
set_value (SfTargetView *self, guint row, guint column, double value)
{
  g_autofree char *text = isfinite (value) ? sf_target_format_value (self->target, value) : NULL;

  sf_cell_grid_set_text (SF_CELL_GRID (self->table), row, column, text);
}

/* What was expected is rounded as in the sentence that tells of it. */
static void
fill_review (SfTargetView *self, guint row, SfReview *review)
{
  double expected
      = sf_target_get_expected (self->model, self->target, sf_review_get_reviewed_on (review));

  set_value (self, row, COLUMN_VALUE, sf_review_get_value (review));
  set_value (self, row, COLUMN_EXPECTED, round (expected * 10) / 10);
}

/* Where it began, each review, where it shall be. */
static void
show_table (SfTargetView *self)
{
  const SfCellHead heads[N_COLUMNS]
      = { [COLUMN_VALUE] = { _ ("Value"), NULL }, [COLUMN_EXPECTED] = { _ ("Plan"), NULL } };
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (self->model, self->target);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (rows, g_strdup (_ ("Beginning")));
  for (guint i = 0; i < reviews->len; i++)
    g_ptr_array_add (rows, sf_date_format_brief (sf_review_get_reviewed_on (reviews->pdata[i])));
  g_ptr_array_add (rows, g_strdup (_ ("Goal")));
  sf_cell_grid_set_shape (SF_CELL_GRID (self->table), _ ("Day"), heads, N_COLUMNS, rows);
  set_value (self, 0, COLUMN_VALUE, sf_target_get_baseline (self->target));
  for (guint i = 0; i < reviews->len; i++)
    fill_review (self, i + 1, reviews->pdata[i]);
  set_value (self, rows->len - 1, COLUMN_EXPECTED, sf_target_get_goal (self->target));
}

/* --- what is shown ---------------------------------------------------------------------------- */

static void
update (SfTargetView *self)
{
  gboolean as_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_table));

  if (self->target == NULL)
    return;
  if (as_table)
    show_table (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), as_table ? self->table : self->chart);
}

void
sf_target_view_show (SfTargetView *self, SfModel *model, SfTarget *target, const char *today)
{
  g_return_if_fail (SF_IS_TARGET_VIEW (self));

  self->model = model;
  g_set_object (&self->target, target);
  sf_target_chart_set_target (SF_TARGET_CHART (self->chart), model, target, today);
  /* the chart knows whether there is something to draw */
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->chart));
  if (gtk_widget_get_visible (self->chart))
    update (self);
}

/* --- building --------------------------------------------------------------------------------- */

static void
sf_target_view_dispose (GObject *object)
{
  g_clear_object (&SF_TARGET_VIEW (object)->target);
  G_OBJECT_CLASS (sf_target_view_parent_class)->dispose (object);
}

static void
sf_target_view_class_init (SfTargetViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_target_view_dispose;
}

static void
sf_target_view_init (SfTargetView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_margin_start (GTK_WIDGET (self), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self), MARGIN);
  self->as_table = gtk_toggle_button_new_with_label (_ ("As a table"));
  gtk_widget_set_halign (self->as_table, GTK_ALIGN_END);
  g_signal_connect_swapped (self->as_table, "toggled", G_CALLBACK (update), self);
  self->chart = sf_target_chart_new ();
  self->table = sf_cell_grid_new (_ ("The figures of the chart"), TABLE_CHARS, NULL, NULL);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->chart);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  gtk_box_append (GTK_BOX (self), self->as_table);
  gtk_box_append (GTK_BOX (self), self->stack);
}

GtkWidget *
sf_target_view_new (void)
{
  return g_object_new (SF_TYPE_TARGET_VIEW, NULL);
}
