/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-attachment.h"
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
 * kinds), "wrong" (an #SfAddedWrong: which of them cannot be taken).
 */
#define SF_TYPE_ADDED_ITEM (sf_added_item_get_type ())
G_DECLARE_FINAL_TYPE (SfAddedItem, sf_added_item, SF, ADDED_ITEM, GObject)

typedef enum
{
  SF_ADDED_RIGHT,
  SF_ADDED_WRONG_TITLE,
  SF_ADDED_WRONG_DATE
} SfAddedWrong;

/* @file: (nullable): its first file */
SfAddedItem *sf_added_item_new (SfEvidence *evidence, SfAttachment *file);
/* (nullable) */
SfAttachment *sf_added_item_get_file (SfAddedItem *self);
/* (transfer full): "Scan 001.pdf · date from the file" */
char *sf_added_item_describe_file (SfAddedItem *self);
SfEvidence *sf_added_item_get_evidence (SfAddedItem *self);

/* What was neither typed nor chosen follows the record, which may have been read from the file
 * meanwhile. */
void sf_added_item_refresh (SfAddedItem *self);
/* Whether anything was typed or chosen. */
gboolean sf_added_item_is_changed (SfAddedItem *self);
/* Adds what was typed or chosen to @edits. What was left as it was shown stays as the record has it
 * now: the title and the date may have been read from the file meanwhile. */
gboolean sf_added_item_add_edits (SfAddedItem *self, GPtrArray *edits, GError **error);

G_END_DECLS
