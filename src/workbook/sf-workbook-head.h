/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance-judged.h"
#include "workbook/sf-workbook-performance.h"

G_BEGIN_DECLS

/* What is judged of the head in an evaluation, behind a lock.
 *
 * Statements whose subject is the head have judgements like all others, in the open. Locked, what
 * they say is in the document of a confidential record of that evaluation
 * (`sf-performance-judged.h`) and nowhere else: unlocking, letting others read, passphrases, the
 * employer's key, the five idle minutes and erasing are those of sf-workbook-performance.h. The
 * head writes; who is let in reads.
 *
 * Locking is a barrier. What stood in the open is then erased as sf-workbook-erase.h erases
 * evidence: from history, drafts, the pages of the file and the backups in the program's care, and
 * a new backup is made that has it locked. Killed before the barrier it is all in the open as it
 * was; killed after it, it is locked, and erasing goes on at the next opening. */

/* Returns: (transfer none): what the head is told before locking, in the user's language */
const char *sf_head_explain_locking (void);

/* Whether a statement is of those that the lock is for, and @evaluation has it. */
gboolean
sf_workbook_is_of_head (SfWorkbook *self, SfEvaluation *evaluation, const char *statement_code);

/* Returns: (transfer none) (nullable): the record behind which it lies; %NULL: in the open */
SfPerformanceRecord *sf_workbook_find_head_record (SfWorkbook *self, SfEvaluation *evaluation);

/**
 * SfHeadWish:
 * @evaluation: of which evaluation; a closed one, too
 * @head: the head's name
 * @passphrase: the head's own
 * @cost: (nullable): what trying it costs; %NULL for what is usual
 *
 * What shall be locked.
 */
typedef struct
{
  SfEvaluation *evaluation;
  const char *head;
  const char *passphrase;
  const SfKeyringCost *cost;
} SfHeadWish;

/* Locks it and erases it from everywhere else. It is unlocked for the head afterwards. */
void sf_workbook_lock_head (SfWorkbook *self,
                            const SfHeadWish *wish,
                            GAsyncReadyCallback callback,
                            gpointer data);
/* Returns: (transfer full): what was erased, and what could not be yet. %NULL with @error: nothing
 * was locked, or, where sf_workbook_find_head_record() has it, not everything is erased yet */
SfErasureReport *
sf_workbook_lock_head_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfErasureReport *
sf_workbook_lock_head_sync (SfWorkbook *self, const SfHeadWish *wish, GError **error);

/**
 * sf_workbook_judge_head:
 * @record: of sf_workbook_find_head_record(), unlocked by the head
 * @statement_code: a statement of which the subject is the head
 * @field: %SF_JUDGED_LEVEL or one after it
 * @text: (nullable): what the head's own judgement shall say; a level by its number
 *
 * Seals it as one step, which undo takes back while it is unlocked.
 */
gboolean sf_workbook_judge_head (SfWorkbook *self,
                                 SfPerformanceRecord *record,
                                 const char *statement_code,
                                 SfJudgedField field,
                                 const char *text,
                                 GError **error);

/* Takes all that the head's own judgement of a statement says away, as one step. */
gboolean sf_workbook_clear_head (SfWorkbook *self,
                                 SfPerformanceRecord *record,
                                 const char *statement_code,
                                 GError **error);

G_END_DECLS
