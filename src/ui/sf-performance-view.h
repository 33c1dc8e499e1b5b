/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "ui/sf-mark.h"
#include "workbook/sf-workbook-performance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPerformanceView:
 *
 * One record of performance management: whose it is, whether it is locked; locked, a passphrase to
 * unlock it; unlocked, what is said in it, who may read it, and a button that locks it again.
 */
#define SF_TYPE_PERFORMANCE_VIEW (sf_performance_view_get_type ())
G_DECLARE_FINAL_TYPE (SfPerformanceView, sf_performance_view, SF, PERFORMANCE_VIEW, GtkBox)

GtkWidget *sf_performance_view_new (SfContext *context);
void sf_performance_view_show (SfPerformanceView *self, SfPerformanceRecord *record);
/* Prints the statement, if the record is unlocked. */
void sf_performance_view_print (SfPerformanceView *self);

/* Where a record stands, on a chip: locked, or its stage. */
void sf_performance_describe_stage (SfContext *context,
                                    SfPerformanceRecord *record,
                                    SfShape *shape,
                                    SfTone *tone,
                                    const char **text);

G_END_DECLS
