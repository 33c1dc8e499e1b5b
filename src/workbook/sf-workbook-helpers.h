/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "workbook/sf-workbook-private.h"
#include "workbook/sf-workbook-safety.h"

G_BEGIN_DECLS

/* What opening and closing a workbook start and stop beside its writing. */

/* sf-leftovers.c: before the writer has the store: what is half added in it. */
gboolean sf_leftovers_list (SfWorkbook *self, SfStore *store, GError **error);
/* It goes, in slow work, until it is stopped. Nobody waits for it to be gone. */
void sf_leftovers_start (SfWorkbook *self);
void sf_leftovers_stop (SfWorkbook *self);
/* On the writer's thread: up to 1 MB of it; @over: there is no more. */
gboolean
sf_leftovers_discard_some (SfWorkbook *self, SfStore *store, gboolean *over, GError **error);
/* On the writer's thread: whether waiting for it will end. */
gboolean sf_leftovers_are_going (SfWorkbook *self);

/* sf-workbook-files.c: what is being attached is given up. */
void sf_workbook_stop_attaching (SfWorkbook *self);

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
