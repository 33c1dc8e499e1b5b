/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-target-published.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-disclosure-private.h"
#include "model/sf-outcome-published.h"
#include "model/sf-target-settled.h"
#include "model/sf-target-status.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- what a target is about ------------------------------------------------------------------- */

static gboolean
names (const char *words, const char *title)
{
  g_autofree char *looked_for = sf_text_to_words (title, TRUE);

  return strlen (looked_for) > 1 && strstr (words, looked_for) != NULL;
}

static gboolean
names_any_group (const char *words, SfPublished *published)
{
  GPtrArray *groups = sf_outcome_get_groups (sf_published_get_outcome (published));

  for (guint i = 0; i < groups->len; i++)
    if (names (words, sf_family_group_get_title (groups->pdata[i])))
      return TRUE;
  return FALSE;
}

gboolean
sf_published_is_about (SfPublished *published, const char *key, const char *text)
{
  SfMeasure *measure = sf_outcome_get_measure (sf_published_get_outcome (published));
  SfFamilyGroup *group = sf_published_get_cell_group (published, key);
  g_autofree char *words = sf_text_to_words (text, TRUE);

  if (group != NULL && names (words, sf_family_group_get_title (group)))
    return TRUE;
  return names (words, sf_measure_get_title (measure)) && !names_any_group (words, published);
}

/* A bare number may also be meant as a percentage. */
static char *
read_as_percentage (const char *text)
{
  g_autoptr (GArray) numbers = sf_number_find_in_text (text);
  const SfNumber *number = numbers->len == 1 ? &g_array_index (numbers, SfNumber, 0) : NULL;

  return number != NULL && !number->percent && number->length == strlen (text)
             ? g_strconcat (text, "%", NULL)
             : NULL;
}

/* Whether a number in @text is a figure of what @words are about. */
/* A target that is tied is about that measure and that group, or all families. */
static gboolean
is_tied_to (SfTarget *target, SfMeasure *measure, SfFamilyGroup *group)
{
  return sf_record_refers_to (SF_RECORD (target), SF_TARGET_OUTCOME_MEASURE, measure)
         && (group != NULL ? sf_record_refers_to (SF_RECORD (target), SF_TARGET_FAMILY_GROUP, group)
                           : sf_target_get_family_group (target) == NULL);
}

/* @text: the target's words; @key: a cell of the decision */
static gboolean
is_own (SfTarget *target, SfPublished *published, const char *key, const char *text)
{
  SfMeasure *measure = sf_outcome_get_measure (sf_published_get_outcome (published));
  SfFamilyGroup *group = sf_published_get_cell_group (published, key);
  g_autofree char *words = NULL;

  if (sf_target_get_family_group (target) != NULL || is_tied_to (target, measure, group))
    return is_tied_to (target, measure, group);
  if (sf_target_get_outcome_measure (target) == NULL)
    return sf_published_is_about (published, key, text);
  words = sf_text_to_words (text, TRUE);
  return group != NULL && names (words, sf_family_group_get_title (group));
}

static gboolean
says_own_figure (SfTarget *target, SfPublished *published, const char *words, const char *text)
{
  g_autoptr (GArray) hits
      = sf_disclosure_find_in_text (sf_published_get_disclosure (published), text);

  for (guint i = 0; i < hits->len; i++)
    if (is_own (target, published, g_array_index (hits, SfDisclosureHit, i).key, words))
      return TRUE;
  return FALSE;
}

gboolean
sf_target_is_hidden (SfTarget *target, GPtrArray *outcomes, const char *text)
{
  g_autofree char *words = NULL, *percentage = NULL;

  g_return_val_if_fail (SF_IS_TARGET (target), TRUE);

  words = g_strjoin ("\n", sf_target_get_title (target), sf_target_get_measure (target), NULL);
  percentage = read_as_percentage (text);
  for (guint i = 0; i < outcomes->len; i++)
    if (says_own_figure (target, outcomes->pdata[i], words, text)
        || (percentage != NULL && says_own_figure (target, outcomes->pdata[i], words, percentage)))
      return TRUE;
  return FALSE;
}

/* --- what is printed of it -------------------------------------------------------------------- */

/* Takes @text. */
static char *
hide (SfTarget *target, GPtrArray *outcomes, char *text)
{
  if (text == NULL || !sf_target_is_hidden (target, outcomes, text))
    return text;
  g_free (text);
  return g_strdup (sf_disclosure_get_mark ());
}

/* Whether a percentage of so many is a few of them, or leaves a few. */
static gboolean
is_few_of (double percentage, gint64 denominator)
{
  double count = round (percentage / 100.0 * (double)denominator);
  double rest = (double)denominator - count;

  return (count >= 1.0 && count < SF_DISCLOSURE_LEAST)
         || (rest >= 1.0 && rest < SF_DISCLOSURE_LEAST);
}

/* Of what the target is tied to. */
static gboolean
is_few_of_any (SfTarget *target, SfPublished *published, double percentage)
{
  SfMeasure *measure = sf_outcome_get_measure (sf_published_get_outcome (published));
  SfDisclosure *decision = sf_published_get_disclosure (published);

  for (guint i = 0; i < sf_disclosure_get_n_cells (decision); i++)
    {
      const SfDisclosureCell *cell = sf_disclosure_get_cell (decision, i);

      if (cell->values[SF_FIGURE_DENOMINATOR] > 0
          && is_tied_to (target, measure, sf_published_get_cell_group (published, cell->key))
          && is_few_of (percentage, cell->values[SF_FIGURE_DENOMINATOR]))
        return TRUE;
    }
  return FALSE;
}

/* Where it stood, of a target that is tied to a group: a few of them are not told, whichever period
 * they were counted in. What is aimed at tells of nobody. */
static gboolean
tells_few (SfTarget *target, GPtrArray *outcomes, double value)
{
  if (sf_target_get_family_group (target) == NULL || value == sf_target_get_goal (target))
    return FALSE;
  if (g_strcmp0 (sf_target_get_unit (target), "%") != 0)
    return value >= 1.0 && value < SF_DISCLOSURE_LEAST;
  for (guint i = 0; i < outcomes->len; i++)
    if (is_few_of_any (target, outcomes->pdata[i], value))
      return TRUE;
  return FALSE;
}

char *
sf_target_publish_value (SfTarget *target, GPtrArray *outcomes, double value)
{
  if (isfinite (value) && tells_few (target, outcomes, value))
    return g_strdup (sf_disclosure_get_mark ());
  return hide (target, outcomes, sf_target_format_value (target, value));
}

char *
sf_target_publish_text (SfTarget *target, GPtrArray *outcomes)
{
  g_autofree char *baseline
      = sf_target_publish_value (target, outcomes, sf_target_get_baseline (target));
  g_autofree char *goal = sf_target_publish_value (target, outcomes, sf_target_get_goal (target));

  return sf_target_tell_way (target, baseline, goal);
}

char *
sf_target_publish_reading (SfModel *model, SfTarget *target, GPtrArray *outcomes, const char *today)
{
  SfReview *reading = sf_target_get_latest_reading (model, target, today);
  g_autofree char *value = NULL;

  if (reading == NULL)
    return NULL;
  value = sf_target_publish_value (target, outcomes, sf_review_get_value (reading));
  return sf_target_tell_reading (reading, value);
}

char *
sf_target_publish_change (SfTarget *target, GPtrArray *outcomes, SfTargetChange *change)
{
  g_autofree char *before
      = hide (target, outcomes, g_strdup (sf_target_change_get_old_value (change)));
  g_autofree char *after
      = hide (target, outcomes, g_strdup (sf_target_change_get_new_value (change)));

  return sf_target_change_tell (change, before, after);
}
