/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report-test-model.h"
#include "report/sf-audience.h"

/* A word of its own planted in every text of a model, so that whatever comes out of it can be asked
 * which field it is from. */

typedef struct _Secrets Secrets;

/* Marks every text column of every record, in their order. */
Secrets *secrets_plant (SfModel *model);
void secrets_free (Secrets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secrets, secrets_free)

/* The mark of that field; NULL if it has none. */
const char *secrets_find (Secrets *self, gpointer record, guint column);

/* Fails if @text has the mark of a field that the audience may not have. Returns how many marks it
 * has. */
guint secrets_check (
    Secrets *self, SfEvaluation *now, SfAudience audience, const char *where, const char *text);
