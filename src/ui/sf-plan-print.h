/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The development plan on paper that lies across: what fails is told through @context. Without an
 * evaluation nothing happens. What should be looked at before (sf_plan_list_checks()) is listed
 * first, in a window from which it is printed all the same. */

void sf_plan_print (GtkWidget *parent, SfContext *context);
/* as a PDF, to a place that is asked for */
void sf_plan_export (GtkWidget *parent, SfContext *context);

G_END_DECLS
