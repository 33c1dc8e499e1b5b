/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-check.h"

#include "base/sf-date.h"
#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* @format: with the two days */
static gboolean
check_days (const char *starts_on, const char *due_on, const char *format, GError **error)
{
  g_autofree char *start = NULL, *due = NULL;

  if (starts_on == NULL || due_on == NULL || strcmp (starts_on, due_on) <= 0)
    return TRUE;
  start = sf_date_format (starts_on);
  due = sf_date_format (due_on);
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, format, start, due);
  return FALSE;
}

gboolean
sf_target_check_days (const char *starts_on, const char *due_on, GError **error)
{
  return check_days (starts_on, due_on,
                     _ ("A target cannot start on %1$s and be due before that, on %2$s."), error);
}

gboolean
sf_action_check_days (const char *starts_on, const char *due_on, GError **error)
{
  return check_days (starts_on, due_on,
                     _ ("An action cannot start on %1$s and be due before that, on %2$s."), error);
}

/* "%", "per cent", "Percent" */
static gboolean
is_percent (const char *unit)
{
  g_autofree char *plain = unit != NULL ? g_strstrip (g_utf8_casefold (unit, -1)) : NULL;

  return plain != NULL
         && (strcmp (plain, "%") == 0 || strcmp (plain, "per cent") == 0
             || strcmp (plain, "percent") == 0);
}

gboolean
sf_target_check_percent (const char *unit, double figure, GError **error)
{
  if (!isfinite (figure) || (figure >= 0 && figure <= 100) || !is_percent (unit))
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("A figure in per cent lies between 0 and 100."));
  return FALSE;
}

gboolean
sf_target_check_goal (double baseline, double goal, const char *direction, GError **error)
{
  if (!isfinite (baseline) || !isfinite (goal) || baseline != goal || direction != NULL)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("The goal is where it began. Give another goal or, if it is to be kept, "
                          "say first which way is better."));
  return FALSE;
}

gboolean
sf_review_check_day (const char *reviewed_on, const char *today, GError **error)
{
  g_autofree char *day = NULL;

  if (reviewed_on == NULL || strcmp (reviewed_on, today) <= 0)
    return TRUE;
  day = sf_date_format (reviewed_on);
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("A review is of a day that has come: %s is still to come."), day);
  return FALSE;
}

gboolean
sf_target_check_review (const char *starts_on, const char *reviewed_on, GError **error)
{
  g_autofree char *start = NULL;

  if (starts_on == NULL || reviewed_on == NULL || strcmp (starts_on, reviewed_on) <= 0)
    return TRUE;
  start = sf_date_format (starts_on);
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("This target starts on %s: there can be no review of it before that."), start);
  return FALSE;
}
