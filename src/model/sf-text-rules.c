/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-text-rules.h"

#include "base/sf-error.h"
#include "base/sf-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_one_of (const char *const *names, const char *name)
{
  return g_strv_contains (names, name);
}

/* What is one line wherever it is written; prose is none, whatever it is called. */
guint
sf_text_rules_get_most (SfRecordClass *klass, guint column)
{
  static const char *const lines[] = { "title",        "name",      "role",
                                       "owner",        "lead",      "measure",
                                       "unit",         "source",    "author",
                                       "place",        "agreed_by", "reviewed_by",
                                       "sighted_by",   "head_name", "committee_name",
                                       "money_source", "reference", "telephone",
                                       "email",        "website",   "local_authority",
                                       "office",       "begins_at", "minutes",
                                       "minute",       NULL };
  const SfColumn *info = &klass->columns[column];

  return info->type == SF_COLUMN_TEXT && (info->flags & SF_COLUMN_PROSE) == 0
                 && is_one_of (lines, info->name)
             ? SF_TEXT_MAX_LINE
             : 0;
}

static gboolean
is_reason (const SfColumn *info)
{
  static const char *const reasons[] = { "no_date_reason",
                                         "dropped_reason",
                                         "not_applicable",
                                         "outcome_reason",
                                         "reason",
                                         "withdrawn",
                                         NULL };

  return is_one_of (reasons, info->name);
}

gboolean
sf_text_rules_check (SfRecordClass *klass, guint column, const char *text, GError **error)
{
  g_return_val_if_fail (column < klass->n_columns, FALSE);

  if (sf_text_is_blank (text))
    return TRUE;
  if (is_reason (&klass->columns[column]) && !sf_text_check_says (text, error))
    return FALSE;
  return sf_text_rules_get_most (klass, column) == 0 || sf_text_check_line (text, error);
}
