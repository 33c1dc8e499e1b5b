/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../workbook/erase-grep.h"
#include "../workbook/workbook-helpers.h"

#include "workbook/sf-workbook-head.h"

/* What is judged of the head, after its locking was killed and the file was opened again. */

/* A statement about the head. */
#define HEAD_CODE "PC-O4"

/* Either it is in the open as it was, or it is locked: then no file below @folder holds the word,
 * and the passphrase gives it back. */
static inline void
check_head_locked (const char *path,
                   const char *folder,
                   const char *word,
                   const char *passphrase,
                   long acknowledged)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  g_autofree char *found = find_bytes (folder, word, strlen (word));
  SfPerformanceRecord *record;
  SfEvaluation *evaluation;
  const SfPerformance *said;
  const char *text;

  g_assert_no_error (error);
  assert_sound (workbook);
  evaluation = first_of (workbook, SF_TYPE_EVALUATION);
  record = sf_workbook_find_head_record (workbook, evaluation);
  text = sf_judgement_get_strengths (
      sf_model_find_judgement (sf_workbook_get_model (workbook), evaluation, HEAD_CODE, NULL));
  g_test_message ("locked: %d, still in %s", record != NULL, found);
  g_assert_true (record != NULL || acknowledged == 0);
  g_assert_true ((found == NULL) == (record != NULL));
  g_assert_cmpstr (text, ==, record == NULL ? word : NULL);
  g_assert_cmpuint (count_of (workbook, SF_TYPE_ERASURE), ==, record != NULL);
  if (record != NULL)
    {
      sf_workbook_unlock_performance_sync (workbook, record, passphrase, &error);
      g_assert_no_error (error);
      said = sf_workbook_get_performance (workbook, record, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sf_performance_get_own (said, HEAD_CODE, SF_JUDGED_STRENGTHS), ==, word);
      g_assert_cmpint (sf_erasure_get_finished_at (first_of (workbook, SF_TYPE_ERASURE)), !=,
                       SF_NULL_INT);
    }
  sf_workbook_close (workbook, &error);
  g_assert_no_error (error);
}
