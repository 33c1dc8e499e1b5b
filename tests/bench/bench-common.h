/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-edit.h"
#include "workbook/sf-workbook-files.h"

G_BEGIN_DECLS

/* One figure beside its reference, in the form that build-aux/bench collects:
 * bench: NAME value UNIT reference value UNIT ratio R limit L */
void bench_print (const char *name, double value, double reference, const char *unit, double limit);
double bench_median (double *values, guint n);
double bench_percentile (double *values, guint n, double part);
double bench_resident_mb (void);
void bench_must (gboolean done, GError *error);

/* A folder of its own, and a workbook in it with one centre and one evaluation. */
char *bench_make_folder (void);
void bench_remove_folder (const char *folder);
SfWorkbook *bench_make_workbook (const char *folder);

/* Ten evaluations, 122 statements each judged by five contributors, attachments of @megabytes. */
char *bench_make_big (const char *folder, guint megabytes);

G_END_DECLS
