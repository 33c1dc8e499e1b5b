/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfHeldList:
 *
 * What was typed in a window and waits for its reason: nothing of it is written, and nothing of it
 * is lost while the window is there, whichever page is shown. A binding puts it down
 * (sf_binding_get_held()); the window takes it back before any step, and asks before it closes.
 *
 * Signals: "changed": something else waits now; "taken-back" (SfRecord, column as guint): it waits
 * no longer, and what shows it goes back to what is stored.
 */
#define SF_TYPE_HELD_LIST (sf_held_list_get_type ())
G_DECLARE_FINAL_TYPE (SfHeldList, sf_held_list, SF, HELD_LIST, GObject)

SfHeldList *sf_held_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @typed: (nullable): what is in the control, as it was typed; %NULL: nothing waits any longer */
void sf_held_list_set (SfHeldList *self, SfRecord *record, guint column, const char *typed);
/* What was typed for that column and waits. (nullable) (transfer none) */
const char *sf_held_list_get (SfHeldList *self, SfRecord *record, guint column);

/* What was written so far of the reason for it; nothing if it waits no longer. */
void sf_held_list_set_reason (SfHeldList *self, SfRecord *record, guint column, const char *reason);
/* (nullable) (transfer none) */
const char *sf_held_list_get_reason (SfHeldList *self, SfRecord *record, guint column);

/* The newest that waits, or of @record (nullable) the newest. FALSE if there is none.
 * @column: (out) (optional) */
gboolean sf_held_list_find (SfHeldList *self, SfRecord *record, SfRecord **found, guint *column);

/* Forgets it: what shows it goes back to what is stored. */
void sf_held_list_take_back (SfHeldList *self, SfRecord *record, guint column);

/* Forgets what waits for records that are no longer in @model. */
void sf_held_list_follow (SfHeldList *self, SfModel *model);

G_END_DECLS
