/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../workbook/workbook-helpers.h"
#include "exchange/sf-evidence-pack.h"

#include <stdarg.h>
#include <string.h>

/* A workbook whose framework has statements about the head too. */

static inline void
set_up_pack (Centre *centre, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_up_empty (centre, data);
  g_object_unref (centre->framework);
  centre->framework = sf_framework_find_shipped (SF_FRAMEWORK_NATIONAL_STANDARDS_2007, &error);
  g_assert_no_error (error);
  sf_workbook_add_centre (centre->workbook, "Beech Road", NULL, &error);
  sync_workbook (centre->workbook);
  find_records (centre);
  sf_workbook_add_evaluation (centre->workbook, centre->centre, centre->framework, "2026",
                              "2026-04-01", "2027-03-31", NULL, SF_CARRY_NOTHING, NULL, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  find_records (centre);
}

/* The nth statement of that subject. */
static inline const char *
get_code (Centre *centre, SfSubject subject, guint n)
{
  GPtrArray *statements = sf_framework_get_statements (centre->framework);

  for (guint i = 0; i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) == subject && n-- == 0)
      return sf_statement_get_code (statements->pdata[i]);
  g_assert_not_reached ();
}

/* A piece of evidence with that sensitivity and note, linked to codes that end with NULL. */
static inline SfEvidence *
add_evidence (Centre *centre, const char *title, const char *sensitivity, const char *note, ...)
{
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence;
  const char *code;
  SfUuid uuid;
  va_list codes;

  sf_workbook_add_evidence (centre->workbook, centre->centre, title, "document", "2026-06-01",
                            &uuid, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  evidence = sf_model_find (sf_workbook_get_model (centre->workbook), &uuid);
  sf_workbook_set_text (centre->workbook, SF_RECORD (evidence), SF_EVIDENCE_SENSITIVITY,
                        sensitivity, &error);
  g_assert_no_error (error);
  va_start (codes, note);
  while ((code = va_arg (codes, const char *)) != NULL)
    {
      sf_workbook_link_evidence (centre->workbook, evidence, centre->evaluation, code, note, NULL,
                                 &error);
      g_assert_no_error (error);
      sync_workbook (centre->workbook);
    }
  va_end (codes);
  sync_workbook (centre->workbook);
  return evidence;
}

static inline void
set_text (Centre *centre, SfEvidence *evidence, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_set_text (centre->workbook, SF_RECORD (evidence), column, text, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
}

static inline void
attach_bytes (Centre *centre, SfEvidence *evidence, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (centre->folder, "to-attach", NULL);
  g_autofree char *named = g_build_filename (path, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (named);
  GFile *const files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .evidence = evidence };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = NULL;

  g_mkdir (path, 0700);
  g_file_set_contents (named, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  made = sf_workbook_attach_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 1);
  remove_folder (path);
}

static inline void
attach_text (Centre *centre, SfEvidence *evidence, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  attach_bytes (centre, evidence, name, bytes);
}

static inline SfPackPlan *
make_plan (Centre *centre, SfPackOptions options)
{
  g_autoptr (GError) error = NULL;
  SfPackPlan *plan;

  options.evaluation = centre->evaluation;
  plan = sf_pack_plan_new (sf_workbook_get_model (centre->workbook), &options, &error);
  g_assert_no_error (error);
  return plan;
}
