/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "workbook/sf-workbook-performance.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfUnlockBox:
 *
 * Where a passphrase is typed that opens a confidential record, and what belongs to it: what went
 * wrong, and the way for one that is forgotten. Focusing it focuses the passphrase. The signal
 * "unlocked" comes when the record is open.
 */
#define SF_TYPE_UNLOCK_BOX (sf_unlock_box_get_type ())
G_DECLARE_FINAL_TYPE (SfUnlockBox, sf_unlock_box, SF, UNLOCK_BOX, AdwBin)

GtkWidget *sf_unlock_box_new (SfContext *context);
/* @record: (nullable): what is typed for another one is taken away */
void sf_unlock_box_show (SfUnlockBox *self, SfPerformanceRecord *record);

/* Who has it open, and when it locks. (transfer full) */
char *sf_unlock_box_tell_open (SfContext *context, SfPerformanceRecord *record);

/* Keys and the mouse on @widget keep open what is unlocked. */
void sf_unlock_box_watch (GtkWidget *widget, SfContext *context);

/* Returns: "locked" or "open", of a record that is there, in the user's language */
const char *sf_unlock_box_tell_state (SfContext *context, SfPerformanceRecord *record);

G_END_DECLS
