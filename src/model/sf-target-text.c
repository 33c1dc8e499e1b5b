/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-search.h"
#include "model/sf-target-status.h"

#include <math.h>
#include <string.h>

#define DAYS_BEHIND 90
#define DAYS_AHEAD 270

/* How targets are told, filtered and ordered. What they are worth is in sf-target-status.c. */

static gboolean
is_money (const char *unit)
{
  return strcmp (unit, "£") == 0 || strcmp (unit, "€") == 0 || strcmp (unit, "$") == 0;
}

char *
sf_target_format_value (SfTarget *target, double value)
{
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  g_return_val_if_fail (SF_IS_TARGET (target), NULL);

  number = sf_text_format_number (value);
  unit = sf_text_clean (sf_target_get_unit (target));
  if (unit == NULL)
    return g_steal_pointer (&number);
  if (is_money (unit))
    return g_strconcat (unit, number, NULL);
  if (strcmp (unit, "%") == 0)
    return g_strconcat (number, unit, NULL);
  /* A no-break space. */
  return g_strconcat (number, "\302\240", unit, NULL);
}

/* "16% → 30%", "30%" or ""; @from, @to: the values as they are told */
static char *
join_distance (SfTarget *target, const char *from, const char *to)
{
  if (!isfinite (sf_target_get_goal (target)))
    return g_strdup ("");
  return isfinite (sf_target_get_baseline (target)) ? g_strdup_printf ("%s → %s", from, to)
                                                    : g_strdup (to);
}

static char *
tell_distance (SfTarget *target)
{
  g_autofree char *from = sf_target_format_value (target, sf_target_get_baseline (target));
  g_autofree char *to = sf_target_format_value (target, sf_target_get_goal (target));

  return join_distance (target, from, to);
}

char *
sf_target_to_text (SfTarget *target)
{
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (SF_IS_TARGET (target), NULL);

  from = sf_target_format_value (target, sf_target_get_baseline (target));
  to = sf_target_format_value (target, sf_target_get_goal (target));
  return sf_target_tell_way (target, from, to);
}

char *
sf_target_tell_way (SfTarget *target, const char *from, const char *to)
{
  g_autofree char *distance = join_distance (target, from, to);
  g_autofree char *due = sf_date_format (sf_target_get_due_on (target));

  if (*due == '\0')
    return g_steal_pointer (&distance);
  if (*distance == '\0')
    /* Translators: a day: "by 31 July 2026" */
    return g_strdup_printf (_ ("by %s"), due);
  /* Translators: from what to what by which day: "16% → 30% by 31 July 2026" */
  return g_strdup_printf (_ ("%s by %s"), distance, due);
}

char *
sf_target_reading_to_text (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *reading = sf_target_get_latest_reading (model, target, today);
  g_autofree char *value = NULL;

  if (reading == NULL)
    return NULL;
  value = sf_target_format_value (target, sf_review_get_value (reading));
  return sf_target_tell_reading (reading, value);
}

char *
sf_target_tell_reading (SfReview *reading, const char *value)
{
  g_autofree char *on = sf_date_format (sf_review_get_reviewed_on (reading));

  /* Translators: a value on a day: "19% on 12 May 2026" */
  return g_strdup_printf (_ ("%s on %s"), value, on);
}

/* "Rose from 16% to 19%" */
static char *
tell_move (SfTarget *target, double value)
{
  double baseline = sf_target_get_baseline (target);
  g_autofree char *from = NULL, *to = sf_target_format_value (target, value);

  if (!isfinite (baseline))
    return g_strdup_printf (_ ("It is %s"), to);
  from = sf_target_format_value (target, baseline);
  if (value > baseline)
    return g_strdup_printf (_ ("Rose from %s to %s"), from, to);
  if (value < baseline)
    return g_strdup_printf (_ ("Fell from %s to %s"), from, to);
  return g_strdup_printf (_ ("Still at %s"), to);
}

/* "1 of 3 milestones is reached; the next is due by 31 January 2027." */
static char *
tell_milestones (SfModel *model, SfTarget *target, const char *today)
{
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (model, target);
  g_autofree char *reached = NULL, *day = NULL;
  const char *next = NULL;
  guint n = 0;

  if (milestones->len == 0)
    return NULL;
  for (guint i = 0; i < milestones->len; i++)
    {
      const char *due = sf_milestone_get_due_on (milestones->pdata[i]);
      const char *on = sf_milestone_get_reached_on (milestones->pdata[i]);

      if (on != NULL && strcmp (on, today) <= 0)
        n++;
      else if (due != NULL && (next == NULL || strcmp (due, next) < 0))
        next = due;
    }
  if (n == milestones->len)
    return g_strdup (_ ("All milestones are reached."));
  /* Translators: how many of how many */
  reached = g_strdup_printf (ngettext ("%u of %u milestones is reached",
                                       "%u of %u milestones are reached", n),
                             n, milestones->len);
  if (next == NULL)
    return g_strdup_printf ("%s.", reached);
  day = sf_date_format (next);
  /* Translators: how many are reached, and a day */
  return g_strdup_printf (_ ("%s; the next is due by %s."), reached, day);
}

char *
sf_target_doubt_to_text (SfModel *model, SfTarget *target, const char *today)
{
  if (!sf_target_ended_otherwise (model, target, today))
    return NULL;
  return g_strdup (g_strcmp0 (sf_target_get_outcome (target), "met") == 0
                       ? _ ("It was ended as met; the last reading does not reach the goal.")
                       : _ ("It was ended as not met; the last reading reaches the goal."));
}

char *
sf_target_story_to_text (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *reading = sf_target_get_latest_reading (model, target, today);
  g_autofree char *move = NULL, *on = NULL, *wanted = NULL;
  const char *iso;
  double expected;

  if (reading == NULL)
    return sf_target_is_measured (target) ? NULL : tell_milestones (model, target, today);
  iso = sf_review_get_reviewed_on (reading);
  on = sf_date_format (iso);
  move = tell_move (target, sf_review_get_value (reading));
  expected = sf_target_get_expected (model, target, iso);
  if (!isfinite (expected))
    /* Translators: what became of a value, and the day it was read */
    return g_strdup_printf (_ ("%s on %s."), move, on);
  /* no more figures than the values themselves have */
  wanted = sf_target_format_value (target, round (expected * 10) / 10);
  /* Translators: what became of a value, the value that was expected, the day it was read */
  return g_strdup_printf (_ ("%s; %s was expected by %s."), move, wanted, on);
}

/* Without the year while nobody would think of another one. */
static char *
tell_due (const char *due, const char *today)
{
  int days = sf_date_days_between (today, due);

  return days >= -DAYS_BEHIND && days <= DAYS_AHEAD ? sf_date_format_short (due)
                                                    : sf_date_format (due);
}

char *
sf_target_when_to_text (SfModel *model, SfTarget *target, const char *today)
{
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (model, target);
  const char *due = sf_target_get_due_on (target), *owner = sf_target_get_owner (target);
  g_autofree char *date = due != NULL ? tell_due (due, today) : NULL;
  g_autofree char *when
      = date != NULL ? g_strdup_printf (_ ("Due %s"), date) : g_strdup (_ ("No date yet"));

  return g_strjoin (" · ", when, changes->len > 0 ? _ ("Changed") : owner,
                    changes->len > 0 ? owner : NULL, NULL);
}

char *
sf_target_way_to_text (SfModel *model, SfTarget *target, const char *today)
{
  SfReview *reading = sf_target_get_latest_reading (model, target, today);
  g_autofree char *distance = tell_distance (target), *now = NULL;

  if (!sf_target_is_measured (target))
    return tell_milestones (model, target, today);
  if (reading == NULL)
    return g_steal_pointer (&distance);
  now = sf_target_format_value (target, sf_review_get_value (reading));
  /* Translators: from what to what, and where it is: "11% → 30% · now 16%" */
  return g_strdup_printf (_ ("%s · now %s"), distance, now);
}

static gboolean
is_soon (SfModel *model, SfTarget *target, const char *today)
{
  const char *due = sf_target_get_due_on (target);
  int days = due != NULL ? sf_date_days_between (today, due) : -1;

  return days >= 0 && days <= SF_TARGET_SOON_DAYS && sf_target_is_open (model, target, today);
}

static gboolean
is_behind (SfModel *model, SfTarget *target, const char *today)
{
  SfTargetStatus status = sf_target_get_status (model, target, today);

  return status == SF_TARGET_AT_RISK || status == SF_TARGET_OFF_TRACK;
}

static gboolean
passes (SfModel *model, SfTarget *target, SfTargetFilter filter, const char *today)
{
  switch (filter)
    {
    case SF_TARGETS_OPEN:
      return sf_target_is_open (model, target, today);
    case SF_TARGETS_SOON:
      return is_soon (model, target, today);
    case SF_TARGETS_LATE:
      return sf_target_is_late (model, target, today);
    case SF_TARGETS_BEHIND:
      return is_behind (model, target, today);
    case SF_TARGETS_ENDED:
      return !sf_target_is_open (model, target, today);
    case SF_TARGETS_ALL:
    default:
      return TRUE;
    }
}

gboolean
sf_target_matches (
    SfModel *model, SfTarget *target, SfTargetFilter filter, const char *words, const char *today)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SF_IS_TARGET (target), FALSE);

  if (sf_target_get_retired_at (target) != SF_NULL_INT || !passes (model, target, filter, today))
    return FALSE;
  if (sf_text_is_blank (words))
    return TRUE;
  text = g_strjoin ("\n", sf_target_get_title (target),
                    sf_target_get_measure (target) != NULL ? sf_target_get_measure (target) : "",
                    sf_target_get_owner (target) != NULL ? sf_target_get_owner (target) : "",
                    sf_target_get_criteria (target), NULL);
  return sf_search_text_matches (text, words);
}

/* What a target is sorted by, found once for each. */
typedef struct
{
  SfTarget *target;
  gboolean open;
  char *title; /* as it is collated */
} Key;

static int
compare_titles (const Key *a, const Key *b)
{
  int order = strcmp (a->title, b->title);

  return order != 0 ? order
                    : memcmp (sf_record_get_uuid (SF_RECORD (a->target)),
                              sf_record_get_uuid (SF_RECORD (b->target)), sizeof (SfUuid));
}

static int
compare_keys (gconstpointer first, gconstpointer second)
{
  const Key *a = first, *b = second;
  const char *one = sf_target_get_due_on (a->target), *two = sf_target_get_due_on (b->target);
  int order;

  if (a->open != b->open)
    return a->open ? -1 : 1;
  if (one == NULL || two == NULL)
    return one == two ? compare_titles (a, b) : one == NULL ? 1 : -1;
  order = a->open ? strcmp (one, two) : strcmp (two, one);
  return order != 0 ? order : compare_titles (a, b);
}

void
sf_target_sort (SfModel *model, GPtrArray *targets, const char *today)
{
  g_autofree Key *keys = NULL;

  g_return_if_fail (SF_IS_MODEL (model));

  keys = g_new (Key, MAX (targets->len, 1));
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (sf_target_get_title (targets->pdata[i]), -1);

      keys[i].target = targets->pdata[i];
      keys[i].open = sf_target_is_open (model, targets->pdata[i], today);
      keys[i].title = g_utf8_collate_key (folded, -1);
    }
  qsort (keys, targets->len, sizeof *keys, compare_keys);
  for (guint i = 0; i < targets->len; i++)
    {
      targets->pdata[i] = keys[i].target;
      g_free (keys[i].title);
    }
}
