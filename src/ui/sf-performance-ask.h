/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-performance.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The windows of performance management that ask for passphrases, each for one thing. What happens
 * when a passphrase is forgotten is said wherever one is chosen. */

typedef void (*SfBegunFunc) (SfPerformanceRecord *record, gpointer data);

/* Begins a record; @func is told when it is there, and only if @data (an object) still is. */
void
sf_performance_ask_begin (GtkWidget *parent, SfContext *context, SfBegunFunc func, gpointer data);
void
sf_performance_ask_passphrase (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record);
void
sf_performance_ask_let_read (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record);
/* @name: one of its further readers */
void sf_performance_ask_withdraw (GtkWidget *parent,
                                  SfContext *context,
                                  SfPerformanceRecord *record,
                                  const char *name);
void
sf_performance_ask_recover (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record);
void sf_performance_ask_erase (GtkWidget *parent, SfContext *context, SfPerformanceRecord *record);
/* Says why not if it cannot be signed yet. */
void sf_performance_ask_sign (GtkWidget *parent,
                              SfContext *context,
                              SfPerformanceRecord *record,
                              gboolean final,
                              gboolean reviewer);
/* Takes such a signature back, by the passphrase of whose it is. */
void sf_performance_ask_take_back (GtkWidget *parent,
                                   SfContext *context,
                                   SfPerformanceRecord *record,
                                   gboolean final,
                                   gboolean reviewer);

G_END_DECLS
