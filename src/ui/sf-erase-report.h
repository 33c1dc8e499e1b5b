/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-erase.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was erased, what could not be cleaned, with a button that deletes such a backup, and the
 * copies that have left. (transfer floating) */
GtkWidget *sf_erase_report_new (SfContext *context, const SfErasureReport *report);

/* The copies alone. @departures: (element-type SfDeparture): at least one. (transfer floating) */
GtkWidget *sf_erase_report_new_departures (GPtrArray *departures);

/* Says in @window that an erasure was gone on with, with a button that shows what it came to. */
void sf_erase_report_offer (SfContext *context, GtkWidget *window, const SfErasureReport *report);

G_END_DECLS
