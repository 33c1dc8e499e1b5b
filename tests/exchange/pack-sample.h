/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pack-helpers.h"

/* A workbook with evidence of every kind of secrecy, and packs made of it. */

#define SECRET "xyzzy"

typedef struct
{
  Centre centre;
  char *folder; /* where packs go */
  char *path;
} Test;

static inline void
set_up (Test *test, gconstpointer data)
{
  const char *one, *two, *head;
  g_autoptr (GError) error = NULL;
  SfEvidence *evidence;

  set_up_pack (&test->centre, NULL);
  test->folder = g_build_filename (test->centre.folder, "packs", NULL);
  test->path = g_build_filename (test->folder, data != NULL ? data : "pack", NULL);
  g_mkdir (test->folder, 0700);
  one = get_code (&test->centre, SF_SUBJECT_CENTRE, 0);
  two = get_code (&test->centre, SF_SUBJECT_CENTRE, 1);
  head = get_code (&test->centre, SF_SUBJECT_HEAD, 0);
  evidence = add_evidence (&test->centre, "Survey <b>&", "open", "note \"here\"", one, two, NULL);
  attach_text (&test->centre, evidence, "survey.txt", "what parents say");
  attach_text (&test->centre, evidence, "empty.csv", "");
  set_text (&test->centre, evidence, SF_EVIDENCE_AUTHOR, "A. N. Author");
  set_text (&test->centre, evidence, SF_EVIDENCE_WEB_LINK, "https://example.org/x\njavascript:y");
  evidence = add_evidence (&test->centre, "Paper", "board", NULL, two, NULL);
  sf_workbook_set_paper (test->centre.workbook, evidence, "Green folder", "B. Sighted",
                         "2026-07-01", &error);
  g_assert_no_error (error);
  evidence = add_evidence (&test->centre, SECRET " restricted", "restricted", SECRET, one, NULL);
  attach_text (&test->centre, evidence, SECRET ".txt", SECRET);
  evidence = add_evidence (&test->centre, SECRET " centre", "centre", SECRET, one, NULL);
  set_text (&test->centre, evidence, SF_EVIDENCE_SHOWS, SECRET);
  evidence = add_evidence (&test->centre, SECRET " head", "open", SECRET, head, NULL);
  attach_text (&test->centre, evidence, SECRET ".txt", SECRET " too");
  evidence = add_evidence (&test->centre, SECRET " retired", "open", SECRET, one, NULL);
  sf_workbook_retire (test->centre.workbook, evidence, &error);
  g_assert_no_error (error);
  sync_workbook (test->centre.workbook);
}

static inline void
tear_down (Test *test, gconstpointer data)
{
  g_free (test->folder);
  g_free (test->path);
  tear_down_centre (&test->centre, NULL);
}

static inline SfPackPlan *
write_pack (Test *test, guint n_files)
{
  SfPackPlan *plan = make_plan (&test->centre, (SfPackOptions){ .audience = SF_PACK_BOARD });
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPackReport) report
      = sf_evidence_pack_write_sync (test->centre.workbook, plan, test->path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_files, ==, n_files);
  g_assert_cmpuint (report->problems->len, ==, 0);
  return plan;
}

static inline guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline GBytes *
read_in_pack (Test *test, const char *name)
{
  g_autofree char *path = g_build_filename (test->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}
