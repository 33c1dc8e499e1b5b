/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-sealed.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Whether sealed reports are what was signed. */

/**
 * SfSealFaultKind:
 * @SF_SEAL_FAULT_DATA: a field, of a record or of what the seal keeps
 * @SF_SEAL_FAULT_PAGES: the stored PDF
 * @SF_SEAL_FAULT_SIGNATURE: what the seal says of itself, or who signed it
 * @SF_SEAL_FAULT_HISTORY: the chain of steps
 */
typedef enum
{
  SF_SEAL_FAULT_DATA,
  SF_SEAL_FAULT_PAGES,
  SF_SEAL_FAULT_SIGNATURE,
  SF_SEAL_FAULT_HISTORY,
} SfSealFaultKind;

/* "data", "pages", "signature", "history": for scripts. */
const char *sf_seal_fault_kind_to_word (SfSealFaultKind kind);

typedef struct
{
  SfSealFaultKind kind;
  char *sentence;
} SfSealFault;

/**
 * SfSealVerdict:
 * @seal: of which seal
 * @evaluation: its evaluation's title
 * @version: the version of the report
 * @fingerprint: as it is printed
 * @key: (nullable): the public key as a line (sf_signature_key_to_line())
 * @told: in a sentence or two: when it was accepted and sealed, and what came of it
 * @note: (nullable): what is no fault and is to be known: that something was erased; another key
 * @faults: (element-type SfSealFault): empty where all is as signed
 * @fields: how many fields were sealed
 * @erased: of how many of them nothing but the digest is left
 * @has_pages: the PDF is there
 */
typedef struct
{
  SfUuid seal;
  char *evaluation;
  gint64 version;
  char *fingerprint;
  char *key;
  char *told;
  GString *note;
  GPtrArray *faults;
  guint fields;
  guint erased;
  gboolean has_pages;
} SfSealVerdict;

/**
 * SfSealsReport:
 * @steps: how many steps of the history were looked at
 * @faults: (element-type SfSealFault): of the file as a whole
 * @verdicts: (element-type SfSealVerdict): of each sealed report, the oldest first
 */
typedef struct
{
  guint steps;
  GPtrArray *faults;
  GPtrArray *verdicts;
} SfSealsReport;

void sf_seals_report_free (SfSealsReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfSealsReport, sf_seals_report_free)

/* Whether there is no fault at all. */
gboolean sf_seals_report_is_sound (const SfSealsReport *report);

/**
 * sf_workbook_verify_seals:
 *
 * Holds every sealed report against its signature, the sealed fields against their digests and
 * against the records, the stored pages against their digest, the whole history against its chain,
 * and every record of the file against the history. What is not as it was signed is named.
 */
void sf_workbook_verify_seals (SfWorkbook *self, GAsyncReadyCallback callback, gpointer data);
/* Returns: (transfer full): %NULL where the file could not be read at all */
SfSealsReport *
sf_workbook_verify_seals_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
SfSealsReport *sf_workbook_verify_seals_sync (SfWorkbook *self, GError **error);

/* --- paper, PDF and file ------------------------------------------------------------------------
 */

/**
 * SfFingerprintMatch:
 * @SF_FINGERPRINT_FOUND: this file holds a report with it
 * @SF_FINGERPRINT_NEARLY: none, but one that differs in one group: probably a slip
 * @SF_FINGERPRINT_NOT_HERE: none
 */
typedef enum
{
  SF_FINGERPRINT_FOUND,
  SF_FINGERPRINT_NEARLY,
  SF_FINGERPRINT_NOT_HERE,
} SfFingerprintMatch;

/**
 * SfFingerprintAnswer:
 * @match: what was found
 * @seal: (nullable): which report; borrowed from the model
 * @is_good: paper and file agree, and it is the version that the centre stands by
 * @sentence: what to tell
 */
typedef struct
{
  SfFingerprintMatch match;
  SfSeal *seal;
  gboolean is_good;
  char *sentence;
} SfFingerprintAnswer;

void sf_fingerprint_answer_free (SfFingerprintAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfFingerprintAnswer, sf_fingerprint_answer_free)

/* Returns: (transfer full): %NULL and %SF_ERROR_INVALID where @text is no fingerprint */
SfFingerprintAnswer *sf_model_check_fingerprint (SfModel *model, const char *text, GError **error);

/**
 * sf_model_check_pdf:
 * @digest: the SHA-256 of a PDF from anywhere, 64 lower-case digits; the PDF is not looked into
 *
 * Returns: (transfer full): whether it is, byte for byte, a report that was sealed here
 */
SfFingerprintAnswer *sf_model_check_pdf (SfModel *model, const char *digest);

/* Returns: (transfer full): the digest of a file, read in pieces; %NULL with an #SfError */
char *sf_digest_of_path (const char *path, GError **error);

G_END_DECLS
