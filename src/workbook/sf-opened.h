/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-secret.h"
#include "workbook/sf-workbook-performance.h"
#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* The confidential records that are unlocked: their keys and documents, in memory alone. */

void sf_opened_init (SfWorkbook *self);
void sf_opened_clear (SfWorkbook *self);
void sf_opened_add (SfWorkbook *self, const SfUuid *record, SfSecret *key);
/* Returns: (transfer none) (nullable): its key; %NULL and a sentence while it is locked */
SfSecret *sf_opened_get_key (SfWorkbook *self, const SfUuid *record, GError **error);
/* (transfer full) (element-type SfUuid) */
GArray *sf_opened_list (SfWorkbook *self);

G_END_DECLS
