/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-secret.h"
#include "workbook/sf-workbook-performance.h"
#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* The confidential records that are unlocked: their keys and documents, in memory alone, and whose
 * passphrase opened them. */

/* What opened one, where no reader's passphrase did: holders as sf_key_work_make_holder() makes
 * them. */
#define SF_OPENED_BY_BOTH "\x01both"
#define SF_OPENED_BY_RECOVERY "\x01recovery"

/* One that is unlocked, for the writer's thread. */
typedef struct
{
  SfUuid record;
  SfSecret *key;
  SfPerformanceOpener opener;
} SfOpenedKey;

void sf_opened_init (SfWorkbook *self);
void sf_opened_clear (SfWorkbook *self);
/* @holder: whose passphrase opened it. */
void sf_opened_add (SfWorkbook *self, const SfUuid *record, SfSecret *key, const SfUuid *holder);
/* The same, but whose passphrase opened it before stays, where it is open already: who signs, or
 * changes a passphrase, does not take it over. */
void sf_opened_keep (SfWorkbook *self, const SfUuid *record, SfSecret *key, const SfUuid *holder);
/* Returns: (transfer none) (nullable): its key; %NULL and a sentence while it is locked */
SfSecret *sf_opened_get_key (SfWorkbook *self, const SfUuid *record, GError **error);
/* (transfer full) (element-type SfOpenedKey) */
GArray *sf_opened_list (SfWorkbook *self);

/**
 * sf_opened_check_replay:
 * @opened: of sf_opened_list()
 * @sealed: (element-type SfSealedChange): what a step did to confidential records
 *
 * Whether who has the records open may undo the step, or do it again: of a locked record nobody
 * sees what it does, and what the other wrote is not theirs to take back. On any thread.
 */
gboolean sf_opened_check_replay (GArray *opened, GPtrArray *sealed, GError **error);

G_END_DECLS
