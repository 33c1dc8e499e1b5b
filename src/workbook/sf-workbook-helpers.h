/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "workbook/sf-workbook-private.h"
#include "workbook/sf-workbook-safety.h"

G_BEGIN_DECLS

/* What opening and closing a workbook start and stop beside its writing. */

/* sf-workbook-files.c: what is being attached is given up. */
void sf_workbook_stop_attaching (SfWorkbook *self);
gboolean sf_workbook_is_attaching (SfWorkbook *self);

/* sf-workbook-reading.c: looking into files in the background is given up. */
void sf_workbook_stop_reading (SfWorkbook *self);

/* sf-workbook-safety.c: a check in the background is given up. */
void sf_workbook_stop_checking (SfWorkbook *self);

/* sf-workbook-backup.c: from now on the first change of a day makes a backup. */
void sf_workbook_start_safety (SfWorkbook *self);
void sf_workbook_stop_safety (SfWorkbook *self);

/* sf-workbook-erase.c: what was to be erased when the program ended goes on. */
void sf_workbook_resume_erasing (SfWorkbook *self);

/* sf-workbook-follow.c: a workbook that is read only shows what another program writes, and
 * becomes writable when that one lets the file go. */
void sf_workbook_start_following (SfWorkbook *self);
void sf_workbook_stop_following (SfWorkbook *self);

G_END_DECLS
