/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-plan-bar.h"

#include "model/sf-plan.h"
#include "ui/sf-button.h"
#include "ui/sf-parts.h"
#include "ui/sf-plan-print.h"
#include "ui/sf-view-switch.h"

#include <glib/gi18n-lib.h>

struct _SfPlanBar
{
  GtkBox parent_instance;

  SfContext *context;
  GtkWidget *totals;
  GtkWidget *views;
  GtkWidget *draft;
};

G_DEFINE_FINAL_TYPE (SfPlanBar, sf_plan_bar, GTK_TYPE_BOX)

enum
{
  DRAFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

GtkWidget *
sf_plan_bar_get_views (SfPlanBar *self)
{
  g_return_val_if_fail (SF_IS_PLAN_BAR (self), NULL);

  return self->views;
}

void
sf_plan_bar_refresh (SfPlanBar *self)
{
  SfModel *model;
  SfEvaluation *evaluation;
  g_autoptr (GPtrArray) priorities = NULL, actions = NULL;
  g_autofree char *text = NULL;
  SfPlanTotals totals;

  g_return_if_fail (SF_IS_PLAN_BAR (self));

  model = sf_context_get_model (self->context);
  evaluation = sf_context_get_evaluation (self->context);
  if (evaluation == NULL)
    return;
  priorities = sf_plan_list_priorities (model, evaluation);
  actions = sf_plan_list_all_actions (model, evaluation);
  sf_plan_count (model, actions, sf_context_get_today (self->context), &totals);
  text = sf_plan_totals_to_text (&totals);
  sf_part_set_text (self->totals, text);
  gtk_widget_set_visible (GTK_WIDGET (self), priorities->len > 0);
  gtk_widget_set_sensitive (self->draft,
                            !sf_workbook_get_read_only (sf_context_get_workbook (self->context)));
}

static void
on_print_cb (SfPlanBar *self)
{
  sf_plan_print (GTK_WIDGET (self), self->context);
}

static void
on_export_cb (SfPlanBar *self)
{
  sf_plan_export (GTK_WIDGET (self), self->context);
}

static void
on_draft_cb (SfPlanBar *self)
{
  g_signal_emit (self, signals[DRAFT], 0);
}

static void
sf_plan_bar_dispose (GObject *object)
{
  g_clear_object (&SF_PLAN_BAR (object)->context);
  G_OBJECT_CLASS (sf_plan_bar_parent_class)->dispose (object);
}

static void
sf_plan_bar_class_init (SfPlanBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_plan_bar_dispose;
  signals[DRAFT] = g_signal_new ("draft", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_plan_bar_init (SfPlanBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

static GtkWidget *
append_button (SfPlanBar *self, GtkWidget *box, const char *label, GCallback callback)
{
  GtkWidget *button = sf_button_new (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
build (SfPlanBar *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spring = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->views = sf_view_switch_new (_ ("Timel_ine"));
  gtk_widget_set_hexpand (spring, TRUE);
  gtk_box_append (GTK_BOX (buttons), self->views);
  gtk_box_append (GTK_BOX (buttons), spring);
  self->draft
      = append_button (self, buttons, _ ("Draft from improvements…"), G_CALLBACK (on_draft_cb));
  append_button (self, buttons, _ ("E_xport as PDF…"), G_CALLBACK (on_export_cb));
  append_button (self, buttons, _ ("Prin_t…"), G_CALLBACK (on_print_cb));
  self->totals = sf_part_row_label (NULL, NULL);
  gtk_box_append (GTK_BOX (self), buttons);
  gtk_box_append (GTK_BOX (self), self->totals);
}

GtkWidget *
sf_plan_bar_new (SfContext *context)
{
  SfPlanBar *self;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_PLAN_BAR, NULL);
  self->context = g_object_ref (context);
  build (self);
  return GTK_WIDGET (self);
}
