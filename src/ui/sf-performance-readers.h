/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-performance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPerformanceReaders:
 *
 * Who may read a record: the person, the reviewer, and who was let read later and can be withdrawn.
 */
#define SF_TYPE_PERFORMANCE_READERS (sf_performance_readers_get_type ())
G_DECLARE_FINAL_TYPE (SfPerformanceReaders, sf_performance_readers, SF, PERFORMANCE_READERS, GtkBox)

GtkWidget *sf_performance_readers_new (SfContext *context);
void sf_performance_readers_show (SfPerformanceReaders *self, SfPerformanceRecord *record);

G_END_DECLS
