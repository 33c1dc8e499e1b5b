/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-performance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPerformanceForm:
 *
 * What is said in a confidential record that is unlocked: three meetings, objectives, the review
 * with the person's words and the reviewer's side by side, signatures; of a head the panel and its
 * statement. Once the record is locked nothing of it is in any widget.
 */
#define SF_TYPE_PERFORMANCE_FORM (sf_performance_form_get_type ())
G_DECLARE_FINAL_TYPE (SfPerformanceForm, sf_performance_form, SF, PERFORMANCE_FORM, GtkBox)

GtkWidget *sf_performance_form_new (SfContext *context);
/* Shows @record (nullable) if it is unlocked, and forgets what was shown otherwise. */
void sf_performance_form_show (SfPerformanceForm *self, SfPerformanceRecord *record);
/* Hands on what is typed. */
void sf_performance_form_commit (SfPerformanceForm *self);

G_END_DECLS
