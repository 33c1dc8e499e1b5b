/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-step-private.h"
#include "workbook/sf-store-task.h"
#include "workbook/sf-workbook-performance.h"

G_BEGIN_DECLS

/* What the operations on keyrings share. */

/* In a keyring a holder is made of a word: one of these, or a further reader's name. */
#define SF_KEY_WORK_PERSON "\x01person"
#define SF_KEY_WORK_REVIEWER "\x01reviewer"

void sf_key_work_make_holder (const char *who, SfUuid *holder);

/* (transfer full): a passphrase, kept for a thread; and as the text that it was */
SfSecret *sf_key_work_keep (const char *text);
const char *sf_key_work_tell (SfSecret *text);

/* Whether it may be used: not what anybody would try who knows the two. */
gboolean sf_key_work_check_passphrase (SfWorkbook *self,
                                       const char *passphrase,
                                       const char *person,
                                       const char *reviewer,
                                       GError **error);

/* Whether no other passphrase is being set: keyrings change one at a time. */
gboolean sf_key_work_check_free (SfWorkbook *self, GError **error);

/* Returns: (transfer full): a document sealed under its key */
GBytes *sf_key_work_seal (SfSecret *key,
                          const SfUuid *record,
                          const SfPerformance *document,
                          GError **error);
/* What a step sets for a document that was sealed. */
void sf_key_work_set_sealed (SfStep *step,
                             const SfUuid *record,
                             GBytes *sealed,
                             const SfPerformance *document);

/**
 * sf_key_work_write:
 * @changed: what it shall say
 * @signing: a signature is given or taken back: the step is a barrier. Otherwise they stay as they
 *   are, or it is refused
 *
 * Seals @changed as a step, while the record is unlocked; where it says the same there is none.
 */
gboolean sf_key_work_write (SfWorkbook *self,
                            SfPerformanceRecord *record,
                            const SfPerformance *changed,
                            gboolean signing,
                            GError **error);

/* A job for the writer; where the file is closed, @done is told so at once. */
gboolean sf_key_work_push (SfWorkbook *self, SfJobFunc run, SfJobDone done, gpointer data);

/* Runs the default main context until the result is there. */
void sf_key_work_wait (GAsyncResult **result);

G_END_DECLS
