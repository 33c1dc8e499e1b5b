/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfMeasureForm:
 *
 * The form of a measure: what is counted, how, how often, and where it shall be. How it is counted
 * and how long a period is stay as they are while there are figures, for those would no longer fit.
 */
#define SF_TYPE_MEASURE_FORM (sf_measure_form_get_type ())
G_DECLARE_FINAL_TYPE (SfMeasureForm, sf_measure_form, SF, MEASURE_FORM, GtkBox)

GtkWidget *sf_measure_form_new (SfContext *context);

/* @measure: (nullable): shown from now on; @has_figures: whether it has readings */
void sf_measure_form_show (SfMeasureForm *self, SfMeasure *measure, gboolean has_figures);

G_END_DECLS
