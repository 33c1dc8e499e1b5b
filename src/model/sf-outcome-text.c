/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-text.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-outcome-standing.h"
#include "model/sf-period.h"

#include <math.h>
#include <string.h>

static gboolean
is_proportion (SfMeasure *measure)
{
  return strcmp (sf_measure_get_kind (measure), "proportion") == 0;
}

/* One decimal, in a proportion of percentage points. */
static double
round_figure (SfMeasure *measure, double figure)
{
  return round (figure * (is_proportion (measure) ? 1000 : 10)) / 10;
}

char *
sf_outcome_format_figure (SfMeasure *measure, double figure)
{
  g_autofree char *number = NULL;
  const char *unit = sf_measure_get_unit (measure);

  if (!isfinite (figure))
    return g_strdup ("");
  number = sf_text_format_number (round_figure (measure, figure));
  if (is_proportion (measure) || g_strcmp0 (unit, "%") == 0)
    return g_strconcat (number, "%", NULL);
  return unit != NULL ? g_strconcat (number, "\302\240", unit, NULL) : g_steal_pointer (&number);
}

char *
sf_outcome_format_distance (SfMeasure *measure, double value)
{
  double rounded = round_figure (measure, fabs (value));
  g_autofree char *number = sf_text_format_number (rounded);

  if (!is_proportion (measure))
    return sf_outcome_format_figure (measure, fabs (value));
  if (rounded < 0.05)
    return g_strdup (_ ("less than 0.1 points"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s point", "%s points",
                                       rounded == 1 ? 1 : 2),
                          number);
}

char *
sf_reading_to_text (SfMeasure *measure, SfReading *reading)
{
  g_autofree char *figure
      = sf_outcome_format_figure (measure, sf_reading_get_figure (measure, reading));
  g_autofree char *low = NULL, *high = NULL, *made_of = NULL;
  SfInterval interval;

  if (!is_proportion (measure) || *figure == '\0')
    return g_steal_pointer (&figure);
  made_of = g_strdup_printf (_ ("%1$s: %2$" G_GINT64_FORMAT " of %3$" G_GINT64_FORMAT), figure,
                             sf_reading_get_count (reading), sf_reading_get_denominator (reading));
  if (!sf_reading_get_interval (measure, reading, &interval))
    return g_steal_pointer (&made_of);
  low = sf_outcome_format_figure (measure, interval.low);
  high = sf_outcome_format_figure (measure, interval.high);
  /* Translators: a percentage with its count; the ends of its confidence interval */
  return g_strdup_printf (_ ("%1$s (95%% interval %2$s to %3$s)"), made_of, low, high);
}

static char *
format_period (SfOutcome *self, const char *starts_on)
{
  return sf_period_format (sf_measure_get_period (sf_outcome_get_measure (self)), starts_on);
}

/* --- the gap --------------------------------------------------------------------------------- */

static char *
tell_gap (SfOutcome *self, SfFamilyGroup *group, const SfDifference *gap, const char *period)
{
  g_autofree char *distance
      = sf_outcome_format_distance (sf_outcome_get_measure (self), gap->value);
  const char *title = sf_family_group_get_title (group);
  const char *peers = gap->peers_are_all ? _ ("all families") : _ ("other families");

  switch (gap->verdict)
    {
    case SF_VERDICT_SAME:
      return g_strdup_printf (_ ("%1$s: level with %2$s in %3$s."), title, peers, period);
    case SF_VERDICT_HIGHER:
      return g_strdup_printf (_ ("%1$s: %2$s above %3$s in %4$s."), title, distance, peers, period);
    case SF_VERDICT_LOWER:
      return g_strdup_printf (_ ("%1$s: %2$s below %3$s in %4$s."), title, distance, peers, period);
    case SF_VERDICT_TOO_SMALL:
    case SF_VERDICT_NONE:
    default:
      return g_strdup_printf (
          _ ("%1$s: the difference from %2$s in %3$s is too small to tell from chance."), title,
          peers, period);
    }
}

static char *
tell_gap_change (SfOutcome *self, const SfDifference *change, const char *since)
{
  g_autofree char *distance
      = sf_outcome_format_distance (sf_outcome_get_measure (self), change->value);

  switch (change->verdict)
    {
    case SF_VERDICT_SAME:
      return g_strdup_printf (_ ("The gap is as it was in %s."), since);
    case SF_VERDICT_HIGHER:
      return g_strdup_printf (_ ("The gap widened by %1$s since %2$s."), distance, since);
    case SF_VERDICT_LOWER:
      return g_strdup_printf (_ ("The gap closed by %1$s since %2$s."), distance, since);
    case SF_VERDICT_TOO_SMALL:
    case SF_VERDICT_NONE:
    default:
      return g_strdup_printf (_ ("How the gap changed since %s is too small to tell from chance."),
                              since);
    }
}

char *
sf_outcome_gap_to_text (SfOutcome *self, SfFamilyGroup *group)
{
  const char *first, *last;
  g_autofree char *now = NULL, *then = NULL, *period = NULL, *since = NULL;
  SfDifference gap, change;

  if (!sf_outcome_find_gaps (self, group, &first, &last)
      || !sf_outcome_get_gap (self, group, last, &gap))
    return NULL;
  period = format_period (self, last);
  now = tell_gap (self, group, &gap, period);
  if (strcmp (first, last) == 0 || !sf_outcome_get_gap_change (self, group, first, last, &change))
    return g_steal_pointer (&now);
  since = format_period (self, first);
  then = tell_gap_change (self, &change, since);
  return g_strconcat (now, " ", then, NULL);
}

char *
sf_outcome_gap_to_short_text (SfOutcome *self, SfFamilyGroup *group, const char *starts_on)
{
  g_autofree char *distance = NULL;
  SfDifference gap;

  if (!sf_outcome_get_gap (self, group, starts_on, &gap))
    return NULL;
  distance = sf_outcome_format_distance (sf_outcome_get_measure (self), gap.value);
  switch (gap.verdict)
    {
    case SF_VERDICT_SAME:
      return g_strdup (_ ("level"));
    case SF_VERDICT_HIGHER:
      return g_strdup_printf (_ ("%s above"), distance);
    case SF_VERDICT_LOWER:
      return g_strdup_printf (_ ("%s below"), distance);
    case SF_VERDICT_TOO_SMALL:
    case SF_VERDICT_NONE:
    default:
      return g_strdup (_ ("too small to tell"));
    }
}

/* --- the trend ------------------------------------------------------------------------------- */

static char *
tell_change (SfOutcome *self, const SfDifference *change, const char *since)
{
  g_autofree char *distance
      = sf_outcome_format_distance (sf_outcome_get_measure (self), change->value);

  switch (change->verdict)
    {
    case SF_VERDICT_SAME:
      return g_strdup_printf (_ ("the same as in %s"), since);
    case SF_VERDICT_HIGHER:
      return g_strdup_printf (_ ("%1$s more than in %2$s"), distance, since);
    case SF_VERDICT_LOWER:
      return g_strdup_printf (_ ("%1$s less than in %2$s"), distance, since);
    case SF_VERDICT_TOO_SMALL:
    case SF_VERDICT_NONE:
    default:
      return g_strdup_printf (_ ("the change since %s is too small to tell from chance"), since);
    }
}

char *
sf_outcome_trend_to_text (SfOutcome *self, SfFamilyGroup *group)
{
  SfReading *now = sf_outcome_get_latest (self, group, NULL);
  SfMeasure *measure = sf_outcome_get_measure (self);
  g_autofree char *figure = NULL, *period = NULL, *since = NULL, *change_text = NULL;
  const char *who = group != NULL ? sf_family_group_get_title (group) : _ ("All families");
  SfReading *then;
  SfDifference change;

  if (now == NULL)
    return NULL;
  then = sf_outcome_get_latest (self, group, sf_reading_get_starts_on (now));
  figure = sf_outcome_format_figure (measure, sf_reading_get_figure (measure, now));
  period = format_period (self, sf_reading_get_starts_on (now));
  if (then == NULL
      || !sf_outcome_get_change (self, group, sf_reading_get_starts_on (then),
                                 sf_reading_get_starts_on (now), &change))
    return g_strdup_printf (_ ("%1$s: %2$s in %3$s."), who, figure, period);
  since = format_period (self, sf_reading_get_starts_on (then));
  change_text = tell_change (self, &change, since);
  /* Translators: who; a figure; a period; how it compares with the period before */
  return g_strdup_printf (_ ("%1$s: %2$s in %3$s, %4$s."), who, figure, period, change_text);
}

/* --- reach, and what is out of date ---------------------------------------------------------- */

char *
sf_outcome_reach_to_text (SfOutcome *self)
{
  SfMeasure *measure = sf_outcome_get_measure (self);
  SfReading *now = sf_outcome_get_latest (self, NULL, NULL);
  gint64 missing = now != NULL ? sf_reading_get_missing (measure, now) : -1;
  const char *unit = sf_measure_get_unit (measure);
  g_autofree char *aim = NULL;

  if (missing < 0)
    return NULL;
  aim = sf_outcome_format_figure (measure, sf_measure_get_aim (measure));
  if (missing == 0)
    return g_strdup_printf (_ ("The aim of %s is reached."), aim);
  if (unit == NULL || strcmp (unit, "%") == 0)
    unit = _ ("families");
  if (g_strcmp0 (sf_measure_get_direction (measure), "down") == 0)
    return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " fewer %2$s to %3$s."), missing, unit, aim);
  return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " more %2$s to %3$s."), missing, unit, aim);
}

char *
sf_outcome_stale_to_text (SfOutcome *self)
{
  SfReading *now = sf_outcome_get_latest (self, NULL, NULL);
  g_autofree char *day = NULL;

  if (now == NULL || !sf_reading_is_stale (sf_outcome_get_measure (self), now))
    return NULL;
  day = sf_date_format (sf_reading_get_denominator_on (now));
  return g_strdup_printf (
      _ ("What it is out of is of %s and may be out of date: ask for the newer figure."), day);
}

GPtrArray *
sf_outcome_list_sentences (SfOutcome *self, SfFamilyGroup *group)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  char *texts[] = { group != NULL ? sf_outcome_gap_to_text (self, group) : NULL,
                    sf_outcome_trend_to_text (self, NULL),
                    group != NULL ? sf_outcome_trend_to_text (self, group) : NULL,
                    sf_outcome_reach_to_text (self), sf_outcome_stale_to_text (self) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_ptr_array_add (sentences, texts[i]);
  if (sentences->len == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("No readings yet.")));
  return sentences;
}

char *
sf_outcome_describe (SfOutcome *self, SfFamilyGroup *group)
{
  g_autoptr (GPtrArray) sentences = sf_outcome_list_sentences (self, group);

  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **)sentences->pdata);
}
