/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-change-set.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/* What can be undone and redone, drafts, and steps for showing. */

typedef struct
{
  gint64 id;
  char *label;
} SfStepName;

void sf_step_name_clear (SfStepName *name);

/* @undo, @redo: (element-type SfStepName): stacks, the next one last */
gboolean sf_history_load_stacks (SfStore *store, GArray *undo, GArray *redo, GError **error);

/**
 * SfDraft:
 *
 * Text that was being typed when the program ended.
 */
typedef struct
{
  GType type;
  SfUuid record;
  guint column;
  char *text;
  char *label;
  SfUuid contributor;
} SfDraft;

void sf_draft_free (SfDraft *draft);
gboolean sf_draft_put (SfStore *store, const SfDraft *draft, GError **error);
/* (element-type SfDraft): oldest first */
GPtrArray *sf_draft_list (SfStore *store, GError **error);
/* Turns every draft found into a step, or drops it where its record is gone. */
gboolean sf_draft_recover (SfStore *store, guint *n_recovered, GError **error);

/**
 * SfPastStep: a step and its changes, newest first in lists. contributor is nil for the head.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  char *label;
  char *kind;
  SfUuid contributor;
  SfChangeSet *changes;
} SfPastStep;

void sf_past_step_free (SfPastStep *step);

/* @record NULL: of everything; @before 0: from the newest. (element-type SfPastStep) */
GPtrArray *
sf_history_list (SfStore *store, const SfUuid *record, gint64 before, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfDraft, sf_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPastStep, sf_past_step_free)

/* What a step did to a confidential record, sealed; %NULL where there was nothing, or it is erased.
 */
typedef struct
{
  SfUuid record;
  GBytes *before;
  GBytes *after;
} SfSealedChange;

/* Returns: (transfer full) (element-type SfSealedChange): of the records whose sealed text a step
 * set */
GPtrArray *sf_history_list_sealed (SfStore *store, gint64 step, GError **error);

G_END_DECLS
