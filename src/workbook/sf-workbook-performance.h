/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-keyring.h"
#include "model/sf-performance-side.h"
#include "workbook/sf-workbook-erase.h"

G_BEGIN_DECLS

/* Performance management: records that are locked.
 *
 * What is said in one is an #SfPerformance, which is in the file only sealed, under a key that a
 * passphrase of one who may read it unlocks. While it is unlocked, the key and the document are in
 * memory; they go when somebody locks it, after five minutes in which nothing was done with any of
 * them, and when the file is closed. Two who read have two passphrases; one is tried against all of
 * them, so nobody is asked who they are, and whose it was decides what may be written: the person's
 * words by the person, the reviewer's by the reviewer (`sf-performance-side.h`).
 *
 * An edit is one step with a label that tells nothing, never a draft. History has it as it is in
 * the file, sealed: undoing or redoing it while the record is locked is refused, and undo stops
 * there until it is unlocked. Beginning a record and letting another read are barriers, for who can
 * open it has no history: undo never brings an old passphrase back. An older *copy* of the file, a
 * backup say, still opens by the passphrases of its day.
 *
 * Functions that take a passphrase work in a thread and answer in the main context; those ending in
 * _sync wait, running the default main context meanwhile. */

/**
 * SF_PERFORMANCE_IDLE_MS:
 *
 * After so long without use every record locks itself. Time that the PC slept counts.
 */
#define SF_PERFORMANCE_IDLE_MS (5 * 60 * G_GINT64_CONSTANT (1000))

/* Returns: (transfer none): what everybody is told before they choose a passphrase: what happens if
 * it is forgotten, in the user's language */
const char *sf_performance_explain_forgetting (void);

/* --- the employer's recovery key ---------------------------------------------------------------
 */

/* Whether there is one; without, no record can begin. FALSE with @error where it cannot be read. */
void sf_workbook_has_recovery (SfWorkbook *self, GAsyncReadyCallback callback, gpointer data);
gboolean sf_workbook_has_recovery_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
gboolean sf_workbook_has_recovery_sync (SfWorkbook *self, GError **error);

/**
 * sf_workbook_set_up_recovery:
 * @recovery: (nullable): of sf_recovery_new(): where it is shown, printed and put away before the
 *   file knows it; %NULL makes one
 *
 * Sets up the recovery key. It is shown once, to be printed and sealed in an envelope for the
 * employer; the file keeps the half that only locks.
 */
void sf_workbook_set_up_recovery (SfWorkbook *self,
                                  SfSecret *recovery,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
/* Returns: (transfer full): the key as it is printed */
SfSecret *
sf_workbook_set_up_recovery_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfSecret *sf_workbook_set_up_recovery_sync (SfWorkbook *self, SfSecret *recovery, GError **error);

/**
 * sf_workbook_replace_recovery:
 * @old_key: as it is typed from the employer's paper
 * @recovery: (nullable): as for sf_workbook_set_up_recovery()
 *
 * For a paper that was seen by somebody, or a new employer. Every record's key is wrapped for the
 * new one in one transaction, so that the old paper or the new one opens all, never some. Copies of
 * the file that were made before still open with the old paper. Who has lost the paper cannot
 * replace it: nothing but the paper opens every record. Ends like
 * sf_workbook_set_up_recovery_finish().
 */
void sf_workbook_replace_recovery (SfWorkbook *self,
                                   const char *old_key,
                                   SfSecret *recovery,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
SfSecret *sf_workbook_replace_recovery_sync (SfWorkbook *self,
                                             const char *old_key,
                                             SfSecret *recovery,
                                             GError **error);

/* --- beginning ---------------------------------------------------------------------------------
 */

/**
 * SfPerformanceWish:
 * @centre: of which centre
 * @person: whose it is
 * @role: (nullable): what they are
 * @kind: "staff" or "head"
 * @reviewer: who reviews; of a head, the panel or who speaks for it
 * @starts_on: the cycle's first day, ISO 8601
 * @ends_on: its last day
 * @person_passphrase: the person's own
 * @reviewer_passphrase: the reviewer's own, another
 * @carried_from: (nullable): an unlocked record of the cycle before: what was not finished in it is
 *   carried forward
 * @cost: (nullable): what trying a passphrase costs; %NULL for what is usual
 *
 * A record that shall begin.
 */
typedef struct
{
  SfCentre *centre;
  const char *person;
  const char *role;
  const char *kind;
  const char *reviewer;
  const char *starts_on;
  const char *ends_on;
  const char *person_passphrase;
  const char *reviewer_passphrase;
  SfPerformanceRecord *carried_from;
  const SfKeyringCost *cost;
} SfPerformanceWish;

/* It is unlocked afterwards, by both: they were there to choose their passphrases. */
/* Whether two names are the same person's as far as one can see: in capitals or not, however many
 * spaces. */
gboolean sf_performance_is_same_name (const char *name, const char *other);

void sf_workbook_begin_performance (SfWorkbook *self,
                                    const SfPerformanceWish *wish,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Returns: (transfer none): the record */
SfPerformanceRecord *
sf_workbook_begin_performance_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfPerformanceRecord *sf_workbook_begin_performance_sync (SfWorkbook *self,
                                                         const SfPerformanceWish *wish,
                                                         GError **error);

/* --- locked and unlocked -----------------------------------------------------------------------
 */

/**
 * sf_workbook_unlock_performance:
 * @passphrase: of anybody who may read it
 *
 * A wrong one is %SF_ERROR_INVALID and a sentence that says so.
 */
void sf_workbook_unlock_performance (SfWorkbook *self,
                                     SfPerformanceRecord *record,
                                     const char *passphrase,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* For all of the functions below that take a callback. */
gboolean sf_workbook_performance_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
gboolean sf_workbook_unlock_performance_sync (SfWorkbook *self,
                                              SfPerformanceRecord *record,
                                              const char *passphrase,
                                              GError **error);
gboolean sf_workbook_is_unlocked (SfWorkbook *self, SfPerformanceRecord *record);
/* What opened it: who may write what. Of a locked one %SF_PERFORMANCE_BY_RECOVERY: nobody. */
SfPerformanceOpener sf_workbook_get_opener (SfWorkbook *self, SfPerformanceRecord *record);
/* Returns: (transfer full) (nullable): whose passphrase opened it, by name; %NULL: nobody's alone
 */
char *sf_workbook_dup_opener_name (SfWorkbook *self, SfPerformanceRecord *record);
/* Locks it at once; all of them where @record is %NULL. */
void sf_workbook_lock_performance (SfWorkbook *self, SfPerformanceRecord *record);
/* Somebody is at work: the five minutes begin anew. */
void sf_workbook_keep_unlocked (SfWorkbook *self);

/**
 * sf_workbook_get_performance:
 *
 * Returns: (transfer none) (nullable): what is said in it, with edits that wait to be written;
 *   valid until it is locked or changed. %NULL and %SF_ERROR_INVALID while it is locked
 */
const SfPerformance *
sf_workbook_get_performance (SfWorkbook *self, SfPerformanceRecord *record, GError **error);

/* --- changing ----------------------------------------------------------------------------------
 */

/**
 * sf_workbook_edit_performance:
 * @changed: a copy of what sf_workbook_get_performance() gave, changed
 *
 * Seals it as one step; where it says the same there is none. Signatures are refused: see
 * sf_workbook_sign_performance(). So is what is not for whoever has it open to write: see
 * sf_performance_check_written(). The same goes for undoing and redoing it.
 */
gboolean sf_workbook_edit_performance (SfWorkbook *self,
                                       SfPerformanceRecord *record,
                                       const SfPerformance *changed,
                                       GError **error);

/**
 * SfPerformanceSignature:
 * @final: the review, or else the objectives
 * @reviewer: by the reviewer, or else by the person
 * @back: it is taken back instead; name and day are not looked at
 * @name: (nullable): who signs, as it is printed; %NULL for the name that the record has
 * @on: the day, ISO 8601
 * @passphrase: of whose signature it is
 */
typedef struct
{
  gboolean final;
  gboolean reviewer;
  gboolean back;
  const char *name;
  const char *on;
  const char *passphrase;
} SfPerformanceSignature;

/**
 * sf_workbook_sign_performance:
 *
 * Signs by the passphrase of who signs: the other's, or a further reader's, is refused, so nobody
 * signs for another in the program. What is not ready to be signed is refused as by
 * sf_performance_sign(). A signature is taken back by the same passphrase: else one of two could
 * open what both agreed, and change it. It is unlocked afterwards, by who signs if it was locked;
 * otherwise it stays with whoever has it open. Either is a barrier, for undo asks for no
 * passphrase.
 */
void sf_workbook_sign_performance (SfWorkbook *self,
                                   SfPerformanceRecord *record,
                                   const SfPerformanceSignature *signature,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean sf_workbook_sign_performance_sync (SfWorkbook *self,
                                            SfPerformanceRecord *record,
                                            const SfPerformanceSignature *signature,
                                            GError **error);

/* Takes it off the list, for which it is unlocked, or puts it back; for good is
 * sf_workbook_erase_performance(). */
gboolean sf_workbook_retire_performance (SfWorkbook *self,
                                         SfPerformanceRecord *record,
                                         gboolean retired,
                                         GError **error);

/* --- who may read ------------------------------------------------------------------------------
 */

void sf_workbook_change_passphrase (SfWorkbook *self,
                                    SfPerformanceRecord *record,
                                    const char *old_passphrase,
                                    const char *new_passphrase,
                                    const SfKeyringCost *cost,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean sf_workbook_change_passphrase_sync (SfWorkbook *self,
                                             SfPerformanceRecord *record,
                                             const char *old_passphrase,
                                             const char *new_passphrase,
                                             const SfKeyringCost *cost,
                                             GError **error);

/* Whether whoever has it open may let another read: not the person, nor the recovery key. */
gboolean sf_workbook_may_let_read (SfWorkbook *self, SfPerformanceRecord *record);

/**
 * sf_workbook_let_read:
 * @name: who may read it, too: a governor of the panel, say; who has been let already gets another
 *   passphrase
 * @passphrase: theirs
 *
 * Only while it is unlocked, and by who may: who is let in writes what the reviewer writes.
 */
void sf_workbook_let_read (SfWorkbook *self,
                           SfPerformanceRecord *record,
                           const char *name,
                           const char *passphrase,
                           const SfKeyringCost *cost,
                           GAsyncReadyCallback callback,
                           gpointer data);
gboolean sf_workbook_let_read_sync (SfWorkbook *self,
                                    SfPerformanceRecord *record,
                                    const char *name,
                                    const char *passphrase,
                                    const SfKeyringCost *cost,
                                    GError **error);

/**
 * sf_workbook_withdraw_reader:
 * @name: who was let read, and shall not any more
 * @passphrases: (array zero-terminated=1): of everybody who goes on reading
 *
 * The record gets a new key: what is said is sealed anew and the key wrapped for those who remain,
 * which needs their passphrases, and for the employer; text and keyring are one transaction, and a
 * barrier. Only while it is unlocked; edits are refused until it is done. What was written before
 * is not taken back: an old copy of the file still opens for who is withdrawn, and so would the
 * older values in its history for who kept the old keyring.
 */
void sf_workbook_withdraw_reader (SfWorkbook *self,
                                  SfPerformanceRecord *record,
                                  const char *name,
                                  const char *const *passphrases,
                                  const SfKeyringCost *cost,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean sf_workbook_withdraw_reader_sync (SfWorkbook *self,
                                           SfPerformanceRecord *record,
                                           const char *name,
                                           const char *const *passphrases,
                                           const SfKeyringCost *cost,
                                           GError **error);

/**
 * sf_workbook_recover_performance:
 * @recovery_key: as it is typed from the employer's paper
 * @reader: (nullable): whose passphrase is set anew: the person's, the reviewer's or another
 *   reader's name, as the record has it
 * @passphrase: their new one
 *
 * For a passphrase that is forgotten, or a head who has left. It is unlocked afterwards, to be read
 * only, if it was locked: who writes unlocks it with a passphrase.
 */
void sf_workbook_recover_performance (SfWorkbook *self,
                                      SfPerformanceRecord *record,
                                      const char *recovery_key,
                                      const char *reader,
                                      const char *passphrase,
                                      const SfKeyringCost *cost,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
gboolean sf_workbook_recover_performance_sync (SfWorkbook *self,
                                               SfPerformanceRecord *record,
                                               const char *recovery_key,
                                               const char *reader,
                                               const char *passphrase,
                                               const SfKeyringCost *cost,
                                               GError **error);

/* --- erasing -----------------------------------------------------------------------------------
 */

/**
 * sf_workbook_erase_performance:
 * @reason: why; stays on record, and may not name the person
 * @by: (nullable): who erases; stays on record
 * @person: (nullable): the name of the person whose record it is, where it is locked
 *
 * Erases it for data protection, as sf_workbook_erase() does evidence: the record, who could open
 * it, every value that history has of it, and all that in each backup in the program's care.
 *
 * Who has it open may do so. While it is locked nobody knows what would be destroyed, and yet an
 * employer must be able to let go of a record whose passphrases are all lost: then @person must be
 * its person's name, and history keeps that it was destroyed without being opened, when and why.
 */
void sf_workbook_erase_performance (SfWorkbook *self,
                                    SfPerformanceRecord *record,
                                    const char *reason,
                                    const char *by,
                                    const char *person,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Returns: (transfer full): what was done */
SfErasureReport *
sf_workbook_erase_performance_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfErasureReport *sf_workbook_erase_performance_sync (SfWorkbook *self,
                                                     SfPerformanceRecord *record,
                                                     const char *reason,
                                                     const char *by,
                                                     const char *person,
                                                     GError **error);

G_END_DECLS
