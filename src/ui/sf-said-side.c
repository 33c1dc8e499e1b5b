/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-said-side.h"

#include <glib/gi18n-lib.h>

static gboolean
may_write (SfContext *context, SfPerformanceRecord *record, SfPerformanceSide side)
{
  return sf_context_can_edit (context)
         && sf_performance_may_write (sf_workbook_get_opener (sf_context_get_workbook (context),
                                                              record),
                                      side);
}

gboolean
sf_said_side_may_agree (SfContext *context, SfPerformanceRecord *record)
{
  return may_write (context, record, SF_PERFORMANCE_BOTHS);
}

char *
sf_said_side_explain (SfPerformanceRecord *record, gboolean reviewer, gboolean signs)
{
  const char *who = reviewer ? sf_performance_record_get_reviewer (record)
                             : sf_performance_record_get_person (record);

  return g_strdup_printf (signs ? _ ("Only %s signs here, after unlocking the record with their "
                                     "own passphrase.")
                                : _ ("Only %s writes here, after unlocking the record with their "
                                     "own passphrase."),
                          who);
}

void
sf_said_side_show (SfSaidField *field,
                   SfContext *context,
                   SfPerformanceRecord *record,
                   SfPerformanceSide side,
                   const char *text,
                   gboolean open)
{
  gboolean theirs = may_write (context, record, side);
  gboolean told = open && !theirs && side != SF_PERFORMANCE_BOTHS && sf_context_can_edit (context);
  g_autofree char *whose
      = told ? sf_said_side_explain (record, side == SF_PERFORMANCE_REVIEWERS, FALSE) : NULL;

  sf_said_field_set_whose (field, whose);
  sf_said_field_show (field, text, open && theirs);
}
