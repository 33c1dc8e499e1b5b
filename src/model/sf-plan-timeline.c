/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-plan-timeline.h"

#include "base/sf-date.h"
#include "base/sf-text.h"

#include <string.h>

/* --- which months ---------------------------------------------------------------------------- */

static char *
find_month_start (const char *iso)
{
  return g_strdup_printf ("%.7s-01", iso);
}

static char *
find_month_end (const char *iso)
{
  g_autofree char *start = find_month_start (iso), *next = sf_date_add_months (start, 1);

  return sf_date_add_days (next, -1);
}

/* The earlier of two days (@sign -1) or the later (1); %NULL counts for nothing. */
static const char *
choose (const char *a, const char *b, int sign)
{
  return b != NULL && strcmp (b, a) * sign > 0 ? b : a;
}

SfTimeline *
sf_timeline_new (SfEvaluation *evaluation, GPtrArray *actions)
{
  SfTimeline *self = g_new0 (SfTimeline, 1);
  const char *first = sf_evaluation_get_starts_on (evaluation);
  const char *last = sf_evaluation_get_ends_on (evaluation);
  g_autofree char *before = sf_date_add_months (first, -SF_TIMELINE_BEYOND);
  g_autofree char *after = sf_date_add_months (last, SF_TIMELINE_BEYOND);

  for (guint i = 0; i < actions->len; i++)
    {
      SfAction *action = actions->pdata[i];
      const char *due = sf_action_get_due_on (action);

      if (due == NULL)
        continue;
      first = choose (choose (first, sf_action_get_starts_on (action), -1), due, -1);
      last = choose (last, due, 1);
    }
  self->first = find_month_start (choose (first, before, 1));
  self->last = find_month_end (choose (last, after, -1));
  self->days = sf_date_days_between (self->first, self->last) + 1;
  return self;
}

void
sf_timeline_free (SfTimeline *self)
{
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

static double
get_share_of (const SfTimeline *self, int days)
{
  return CLAMP ((double)days / self->days, 0, 1);
}

double
sf_timeline_get_share (const SfTimeline *self, const char *iso)
{
  return get_share_of (self, sf_date_days_between (self->first, iso));
}

gboolean
sf_timeline_place (const SfTimeline *self, SfAction *action, double *start, double *end)
{
  const char *starts = sf_action_get_starts_on (action), *due = sf_action_get_due_on (action);

  if (due == NULL)
    return FALSE;
  *end = get_share_of (self, sf_date_days_between (self->first, due) + 1);
  *start
      = starts != NULL && strcmp (starts, due) <= 0 ? sf_timeline_get_share (self, starts) : *end;
  return TRUE;
}

/* --- in words ----------------------------------------------------------------------------------
 */

char *
sf_timeline_action_to_text (SfModel *model, SfAction *action, const char *today)
{
  g_autofree char *state = sf_action_state_to_text (model, action, today);
  g_autofree char *lower = sf_text_lower_first (state);
  g_autofree char *when = sf_action_when_to_text (action);

  if (sf_action_get_due_on (action) == NULL)
    return g_strdup_printf ("%s, %s", sf_action_get_title (action), lower);
  return g_strdup_printf ("%s, %s, %s", sf_action_get_title (action), when, lower);
}

typedef struct
{
  guint dated;
  guint undated;
  guint n_late;
  SfAction *late; /* for longest */
  SfAction *next;
} Seen;

static Seen
look (SfModel *model, GPtrArray *actions, const char *today)
{
  Seen seen = { 0 };

  for (guint i = 0; i < actions->len; i++)
    {
      SfAction *action = actions->pdata[i];
      const char *due = sf_action_get_due_on (action);

      seen.dated += due != NULL;
      seen.undated += due == NULL;
      if (due == NULL || !sf_action_is_open (action))
        continue;
      if (sf_action_get_state (model, action, today) == SF_ACTION_LATE)
        {
          seen.n_late++;
          if (seen.late == NULL || strcmp (due, sf_action_get_due_on (seen.late)) < 0)
            seen.late = action;
        }
      else if (seen.next == NULL || strcmp (due, sf_action_get_due_on (seen.next)) < 0)
        seen.next = action;
    }
  return seen;
}

static void
append_late (GString *text, const Seen *seen, const char *today)
{
  int days = sf_action_get_days_late (seen->late, today);

  /* Translators: how many are late, the title of one, and by how many days that one is */
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, " %u is late: “%s”, by %d days.",
                                       " %u are late; “%s” for longest, by %d days.", seen->n_late),
                          seen->n_late, sf_action_get_title (seen->late), days);
}

char *
sf_timeline_to_text (const SfTimeline *self, SfModel *model, GPtrArray *actions, const char *today)
{
  Seen seen = look (model, actions, today);
  g_autofree char *months = sf_date_format_period (self->first, self->last);
  GString *text = g_string_new (NULL);

  /* Translators: "April 2026 to March 2027: 11 actions with a date, 1 without." */
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s: %u action with a date, %u without.",
                                       "%s: %u actions with a date, %u without.", seen.dated),
                          months, seen.dated, seen.undated);
  if (seen.late != NULL)
    append_late (text, &seen, today);
  if (seen.next != NULL)
    {
      g_autofree char *day = sf_date_format (sf_action_get_due_on (seen.next));

      g_string_append_printf (text, _ (" Next is “%s”, on %s."), sf_action_get_title (seen.next),
                              day);
    }
  return g_string_free (text, FALSE);
}
