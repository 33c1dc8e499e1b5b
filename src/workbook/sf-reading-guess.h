/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"
#include "workbook/sf-preview-client.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* What files say of themselves, for evidence whose title and date were only guessed. */

/* (transfer full) (nullable): the title, tidied, if it says more than the file's name does */
char *sf_guess_take_title (const char *said, const char *file_name);

/* (transfer full) (element-type SfGuess): empty */
GPtrArray *sf_guess_new_list (void);
/* (transfer full) (element-type SfGuess): for all evidence that a file with this content may say
 * something about */
GPtrArray *sf_guess_collect (SfWorkbook *self, const char *digest, const SfPreviewReply *reply);
/* On the writer's thread: drops what a person has decided. */
gboolean sf_guess_check (SfStore *store, GPtrArray *guesses, GError **error);
/* Asks for the step, unless something can be redone. Returns: whether @guesses are done with */
gboolean sf_guess_apply (SfWorkbook *self, GPtrArray *guesses);

G_END_DECLS
