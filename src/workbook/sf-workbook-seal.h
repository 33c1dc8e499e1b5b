/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-signature.h"
#include "model/sf-sealed.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Sign-off: the report that a meeting accepted is sealed. First sf_workbook_begin_seal() reads what
 * the seal will cover and gives the fingerprint; then the report is made with the fingerprint on
 * its pages; then sf_workbook_seal() keeps the pages and signs. If anything was changed in between,
 * nothing is sealed and it begins again.
 *
 * From then on the evaluation, its judgements, grades and evidence links cannot be changed.
 * Targets, plan, evidence, outcome data and the centre's particulars go on: the seal keeps what
 * they said that day. A correction makes the evaluation editable again and leads to a new version;
 * the old seal stays, superseded. */

/**
 * SfSealTerms:
 * @audience: for whom the report is: "governors"
 * @sealed_by: who seals
 * @office: (nullable): in which office: "Head of centre"
 * @accepted_by: (nullable): who accepted it: "Advisory board"
 * @meeting_on: the day of the meeting, ISO 8601; not to come
 */
typedef struct
{
  const char *audience;
  const char *sealed_by;
  const char *office;
  const char *accepted_by;
  const char *meeting_on;
} SfSealTerms;

/**
 * SfSealBegun:
 *
 * What a seal will cover, as it was read.
 */
typedef struct _SfSealBegun SfSealBegun;

void sf_seal_begun_free (SfSealBegun *begun);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSealBegun, sf_seal_begun_free)

/* Printed on the pages, "K7QM-4R2T-0C9F-XW3E-18HB-6NPD". */
const char *sf_seal_begun_get_fingerprint (const SfSealBegun *begun);
guint sf_seal_begun_get_version (const SfSealBegun *begun);
/* How many fields it covers. */
guint sf_seal_begun_count_fields (const SfSealBegun *begun);

/* Whether the evaluation can be sealed so; refused with a sentence. */
gboolean sf_workbook_check_seal (SfWorkbook *self,
                                 SfEvaluation *evaluation,
                                 const SfSealTerms *terms,
                                 GError **error);

/**
 * sf_workbook_begin_seal:
 *
 * Waits until all that was typed is on disk, then reads what is sealed.
 */
void sf_workbook_begin_seal (SfWorkbook *self,
                             SfEvaluation *evaluation,
                             const SfSealTerms *terms,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* Returns: (transfer full) */
SfSealBegun *sf_workbook_begin_seal_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfSealBegun *sf_workbook_begin_seal_sync (SfWorkbook *self,
                                          SfEvaluation *evaluation,
                                          const SfSealTerms *terms,
                                          GError **error);

/**
 * sf_workbook_seal:
 * @begun: what was begun
 * @pdf: the pages, with the fingerprint of @begun on them; at most %SF_SEAL_MAX_PDF bytes
 * @text: (nullable): the words of the pages, to find out later whether something that is erased is
 *   printed in them; without, the pages are destroyed with anything that is erased
 * @key: who seals signs with it
 *
 * Keeps and signs, in one step that cannot be undone. %SF_ERROR_BUSY: something was changed since
 * @begun; nothing was sealed.
 */
void sf_workbook_seal (SfWorkbook *self,
                       const SfSealBegun *begun,
                       GBytes *pdf,
                       const char *text,
                       SfSecret *key,
                       GAsyncReadyCallback callback,
                       gpointer data);
/* @uuid: (out) (optional): of the seal */
gboolean
sf_workbook_seal_finish (SfWorkbook *self, GAsyncResult *result, SfUuid *uuid, GError **error);
gboolean sf_workbook_seal_sync (SfWorkbook *self,
                                const SfSealBegun *begun,
                                GBytes *pdf,
                                const char *text,
                                SfSecret *key,
                                SfUuid *uuid,
                                GError **error);

#define SF_SEAL_MAX_PDF (64 * 1024 * 1024)

/**
 * sf_workbook_begin_correction:
 * @evaluation: one whose report is sealed
 * @reason: why; printed in the next version
 * @by: (nullable): who begins it
 *
 * The evaluation can be changed again; its next report is the next version. Cannot be undone.
 */
gboolean sf_workbook_begin_correction (
    SfWorkbook *self, SfEvaluation *evaluation, const char *reason, const char *by, GError **error);

/* "This evaluation was accepted and sealed on … To correct it, begin a correction."; %NULL where
 * nothing is sealed. (transfer full) */
char *sf_workbook_tell_shut (SfWorkbook *self, SfEvaluation *evaluation);

/**
 * sf_workbook_read_seal_pdf_sync:
 *
 * Returns: (transfer full): the pages as they were sealed, to the letter; %NULL and
 *   %SF_ERROR_NOT_FOUND where they were destroyed, %SF_ERROR_DAMAGED where they are others
 */
GBytes *sf_workbook_read_seal_pdf_sync (SfWorkbook *self, SfSeal *seal, GError **error);

/* To be called by whoever wrote, printed or sent the pages: who erases is told where they went. */
void sf_workbook_note_seal_left (SfWorkbook *self, SfSeal *seal, const char *place);

/* --- keys in the file ---------------------------------------------------------------------------
 */

/* Returns: (transfer full) (element-type GBytes): locked keys (sf_signature_unlock()), the newest
 * first */
GPtrArray *sf_workbook_list_signing_keys_sync (SfWorkbook *self, GError **error);
/* Keeps a key behind a passphrase (sf_signature_lock()). */
gboolean sf_workbook_put_signing_key_sync (SfWorkbook *self, GBytes *locked, GError **error);

G_END_DECLS
