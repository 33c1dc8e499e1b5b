/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-evidence.h"
#include "workbook/sf-workbook-edit.h"

G_BEGIN_DECLS

/**
 * SfAddedItem:
 *
 * A piece of evidence that was just added, as it stands in the list where it is checked: what is
 * typed there is kept here until it becomes a step.
 *
 * Properties: "title", "dated-on" (what is typed, not ISO), "kind" (its place in the list of
 * kinds), "wrong" (the title or the date cannot be taken).
 */
#define SF_TYPE_ADDED_ITEM (sf_added_item_get_type ())
G_DECLARE_FINAL_TYPE (SfAddedItem, sf_added_item, SF, ADDED_ITEM, GObject)

SfAddedItem *sf_added_item_new (SfEvidence *evidence);
SfEvidence *sf_added_item_get_evidence (SfAddedItem *self);
const char *sf_added_item_get_title (SfAddedItem *self);

/* Adds what is otherwise than in the record to @edits. */
gboolean sf_added_item_add_edits (SfAddedItem *self, GPtrArray *edits, GError **error);

G_END_DECLS
