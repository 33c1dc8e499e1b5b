/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook-helpers.h"

#include "workbook/sf-workbook-performance.h"

/* A centre with one confidential record, Amina Okoro's, reviewed by Ruth Penhaligon. */

#define SECRET "Quittenmarmelade" /* in every text of the record */
#define PERSON_PHRASE "wet Monday paddle boats"
#define REVIEWER_PHRASE "seven blue teapots waltz"
#define NEW_PHRASE "nobody counts the herons"

static const SfKeyringCost cheap = { 1, SF_KEYRING_MIN_MEMORY_KIB };

static inline SfPerformanceRecord *
begin (Centre *centre, SfPerformanceRecord *from)
{
  g_autoptr (GError) error = NULL;
  const SfPerformanceWish wish = { .centre = centre->centre,
                                   .person = "Amina Okoro",
                                   .role = "Deputy",
                                   .kind = "staff",
                                   .reviewer = "Ruth Penhaligon",
                                   .starts_on = "2026-09-01",
                                   .ends_on = "2027-08-31",
                                   .person_passphrase = PERSON_PHRASE,
                                   .reviewer_passphrase = REVIEWER_PHRASE,
                                   .carried_from = from,
                                   .cost = &cheap };
  SfPerformanceRecord *record
      = sf_workbook_begin_performance_sync (centre->workbook, &wish, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static inline void
set_up_recovery (Centre *centre, SfSecret **paper)
{
  g_autoptr (GError) error = NULL;

  *paper = sf_workbook_set_up_recovery_sync (centre->workbook, NULL, &error);
  g_assert_no_error (error);
}

static inline void
set_up_record (Centre *centre, gconstpointer data)
{
  g_autoptr (SfSecret) paper = NULL;

  set_up_centre (centre, data);
  set_up_recovery (centre, &paper);
  begin (centre, NULL);
}

static inline SfPerformanceRecord *
the_record (Centre *centre)
{
  return first_of (centre->workbook, SF_TYPE_PERFORMANCE_RECORD);
}

static inline SfPerformance *
copy_of (Centre *centre)
{
  g_autoptr (GError) error = NULL;
  const SfPerformance *now
      = sf_workbook_get_performance (centre->workbook, the_record (centre), &error);

  g_assert_no_error (error);
  return sf_performance_copy (now);
}

static inline void
save (Centre *centre, SfPerformance *changed)
{
  g_autoptr (GError) error = NULL;

  sf_workbook_edit_performance (centre->workbook, the_record (centre), changed, &error);
  g_assert_no_error (error);
}

static inline void
say (Centre *centre, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPerformance) copy = copy_of (centre);

  sf_performance_set (copy, SF_PERFORMANCE_SET_NOTES, text, &error);
  g_assert_no_error (error);
  save (centre, copy);
}

static inline void
assert_says (Centre *centre, const char *text)
{
  g_autoptr (SfPerformance) copy = copy_of (centre);

  g_assert_cmpstr (sf_performance_get (copy, SF_PERFORMANCE_SET_NOTES), ==, text);
}

static inline gboolean
unlocks (Centre *centre, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  sf_workbook_lock_performance (centre->workbook, NULL);
  done = sf_workbook_unlock_performance_sync (centre->workbook, the_record (centre), passphrase,
                                              &error);
  if (!done)
    g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_assert_cmpint (done, ==, sf_workbook_is_unlocked (centre->workbook, the_record (centre)));
  return done;
}
