/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "erase-grep.h"
#include "performance-helpers.h"

#include "workbook/sf-workbook-head.h"

#include <glib/gstdio.h>

/* A centre in which the head, and a colleague of them, have judged statements about the head; words
 * of it lie everywhere that a text can lie. */

#define OWN "LLD-K1"
#define REASON "LLD-K2"
#define SEEN "LLD-K3"
#define TAKEN "LLD-K4"
#define TYPED "LLD-K5"
#define OPEN "LLD-S1" /* of the centre */
#define HEAD_PHRASE "nobody counts the herons"
#define READER_PHRASE "seven blue teapots waltz"
#define CENTRE_WORDS "LeuchtturmStachel"

static const char *const words[] = { "StarkZwetschge",   "OldStarkQuitte", "BesserMirabelle",
                                     "FolgeHolunder",    "GrundSchlehe",   "ViewHagebutte",
                                     "OldViewBrombeere", "TakenKornelle",  "DraftJohannis",
                                     "UndoneSanddorn" };

typedef struct
{
  Centre centre;
  char *home;
  SfContributor *asha;
  SfSecret *paper; /* the employer's */
} Bench;

static inline SfModel *
model_of (Bench *bench)
{
  return sf_workbook_get_model (bench->centre.workbook);
}

static inline SfPerformanceRecord *
record_of (Bench *bench)
{
  return sf_workbook_find_head_record (bench->centre.workbook, bench->centre.evaluation);
}

static inline SfJudgement *
judgement_of (Bench *bench, const char *code, SfContributor *by)
{
  SfJudgement *judgement
      = sf_model_find_judgement (model_of (bench), bench->centre.evaluation, code, by);

  g_assert_nonnull (judgement);
  return judgement;
}

static inline char *
find_anywhere (Bench *bench, const char *word)
{
  char *found = find_bytes (bench->centre.folder, word, strlen (word));

  return found != NULL ? found : find_bytes (bench->home, word, strlen (word));
}

static inline void
assert_planted (Bench *bench)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = find_anywhere (bench, words[i]);

      g_test_message ("%s is in %s", words[i], found != NULL ? found : "nothing");
      g_assert_nonnull (found);
    }
}

static inline void
assert_gone (Bench *bench)
{
  g_autofree char *kept = find_anywhere (bench, CENTRE_WORDS);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *found = find_anywhere (bench, words[i]);

      if (found != NULL)
        g_error ("%s is still in %s", words[i], found);
    }
  g_assert_nonnull (kept);
}

/* --- planting ----------------------------------------------------------------------------------
 */

static inline void
set_text (Bench *bench, gpointer record, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_set_text (bench->centre.workbook, record, column, text, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
}

static inline SfJudgement *
add_view (Bench *bench, const char *code)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_add_judgement (bench->centre.workbook, bench->centre.evaluation, code, bench->asha,
                             NULL, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
  return judgement_of (bench, code, bench->asha);
}

static inline void
plant_own (Bench *bench)
{
  SfWorkbook *workbook = bench->centre.workbook;
  SfJudgement *own = judgement_of (bench, OWN, NULL);
  g_autoptr (GError) error = NULL;

  set_text (bench, own, SF_JUDGEMENT_STRENGTHS, "OldStarkQuitte");
  set_text (bench, own, SF_JUDGEMENT_STRENGTHS, "StarkZwetschge");
  back_up_on (&bench->centre, "asked", "2026-02-01");
  set_text (bench, own, SF_JUDGEMENT_IMPROVEMENTS, "BesserMirabelle");
  set_text (bench, own, SF_JUDGEMENT_DIFFERENCE, "FolgeHolunder");
  sf_workbook_set_level (workbook, own, 2, &error);
  g_assert_no_error (error);
  sf_workbook_set_not_applicable (workbook, judgement_of (bench, REASON, NULL), "GrundSchlehe",
                                  &error);
  g_assert_no_error (error);
  sync_workbook (workbook);
  set_text (bench, judgement_of (bench, OPEN, NULL), SF_JUDGEMENT_IMPROVEMENTS, CENTRE_WORDS);
}

static inline void
plant_views (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  SfJudgement *view;

  sf_workbook_add_contributor (bench->centre.workbook, "Asha Rao", NULL, "staff", NULL, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
  bench->asha = first_of (bench->centre.workbook, SF_TYPE_CONTRIBUTOR);
  view = add_view (bench, SEEN);
  set_text (bench, view, SF_JUDGEMENT_STRENGTHS, "OldViewBrombeere");
  set_text (bench, view, SF_JUDGEMENT_STRENGTHS, "ViewHagebutte");
  view = add_view (bench, TAKEN);
  set_text (bench, view, SF_JUDGEMENT_STRENGTHS, "TakenKornelle");
  sf_workbook_remove_judgement (bench->centre.workbook, view, &error);
  g_assert_no_error (error);
  sync_workbook (bench->centre.workbook);
  back_up_on (&bench->centre, "asked", "2026-02-02");
}

/* A text that is being typed, in the file as a draft. */
static inline gboolean
set_true (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static inline void
plant_typed (Bench *bench)
{
  SfWorkbook *workbook = bench->centre.workbook;
  gboolean later = FALSE;

  set_text (bench, judgement_of (bench, TYPED, NULL), SF_JUDGEMENT_STRENGTHS, "UndoneSanddorn");
  sf_workbook_undo (workbook);
  sync_workbook (workbook);
  sf_workbook_draft_text (workbook, SF_RECORD (judgement_of (bench, TYPED, NULL)),
                          SF_JUDGEMENT_STRENGTHS, "DraftJohannis");
  g_timeout_add (1000, set_true, &later);
  while (!later)
    g_main_context_iteration (NULL, TRUE);
}

static inline void
set_up (Bench *bench, gconstpointer data)
{
  bench->home = g_strdup (g_get_user_data_dir ());
  set_up_centre_with (&bench->centre, "national-standards-2007");
  set_up_recovery (&bench->centre, &bench->paper);
}

static inline void
tear_down (Bench *bench, gconstpointer data)
{
  g_autofree char *own = g_build_filename (bench->home, "sixfold", NULL);

  tear_down_centre (&bench->centre, data);
  remove_folder (own);
  sf_secret_unref (bench->paper);
  g_free (bench->home);
}

static inline void
plant (Bench *bench)
{
  plant_own (bench);
  plant_views (bench);
  plant_typed (bench);
}

static inline SfErasureReport *
try_lock (Bench *bench, const char *passphrase, GError **error)
{
  const SfHeadWish wish = { .evaluation = bench->centre.evaluation,
                            .head = "Margaret Hale",
                            .passphrase = passphrase,
                            .cost = &cheap };

  return sf_workbook_lock_head_sync (bench->centre.workbook, &wish, error);
}

static inline void
lock_head (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfErasureReport) report = try_lock (bench, HEAD_PHRASE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->troubles->len, ==, 0);
  g_assert_nonnull (record_of (bench));
}

static inline gboolean
unlock_head (Bench *bench, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  sf_workbook_lock_performance (bench->centre.workbook, NULL);
  done = sf_workbook_unlock_performance_sync (bench->centre.workbook, record_of (bench), passphrase,
                                              &error);
  if (!done)
    g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  return done;
}
