/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Outcome data: what changed for children and families. All of it comes out of an SfPublished. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-outcome-published.h"
#include "model/sf-outcome-standing.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"
#include "report/sf-compose-private.h"

/* How many measures have a row in the shortest report. */
#define MAX_ROWS 12

/* How much is said of each measure. */
typedef enum
{
  FORM_FULL,    /* a heading, a table with counts, a list of sentences */
  FORM_COMPACT, /* no heading, no counts */
  FORM_ROW,     /* a row in a table of all measures */
} Form;

static Form
get_form (SfComposer *self)
{
  if (self->detail < SF_DETAIL_FACTS)
    return FORM_FULL;
  return self->detail < SF_DETAIL_SHORTEST ? FORM_COMPACT : FORM_ROW;
}

/* --- a measure with its table ----------------------------------------------------------------- */

/* "61.9%", with its mark if it stands as it was reported before. */
static char *
format_figure (SfPublished *published, SfReading *reading, SfFamilyGroup *group)
{
  SfMeasure *measure = sf_outcome_get_measure (sf_published_get_outcome (published));
  g_autofree char *figure
      = sf_outcome_format_figure (measure, sf_reading_get_figure (measure, reading));

  return sf_published_is_held (published, group, sf_reading_get_starts_on (reading))
             ? g_strconcat (figure, sf_published_get_before_mark (), NULL)
             : g_steal_pointer (&figure);
}

/* "61.9%" and beneath it "396 of 640"; the mark; a dash where there is no reading. */
static void
add_figure (
    SfTableRow *row, SfPublished *published, SfFamilyGroup *group, const char *starts_on, Form form)
{
  SfOutcome *outcome = sf_published_get_outcome (published);
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  SfReading *reading = sf_outcome_get_reading (outcome, group, starts_on);
  g_autofree char *figure = NULL, *made_of = NULL;
  SfTableCell *cell;

  if (reading == NULL)
    {
      gboolean withheld = sf_published_is_withheld (published, group, starts_on);

      sf_table_row_add_cell (row, sf_prose_new (withheld ? sf_disclosure_get_mark () : "–"),
                             SF_SCOPE_NONE);
      return;
    }
  figure = format_figure (published, reading, group);
  cell = sf_table_row_add_cell (row, sf_prose_new (figure), SF_SCOPE_NONE);
  if (form != FORM_FULL || strcmp (sf_measure_get_kind (measure), "proportion") != 0)
    return;
  /* Translators: a count and what it is out of */
  made_of = g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " of %2$" G_GINT64_FORMAT),
                             sf_reading_get_count (reading), sf_reading_get_denominator (reading));
  sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, made_of));
}

static void
add_row (SfBlock *table, SfPublished *published, SfFamilyGroup *group, Form form)
{
  GPtrArray *periods = sf_published_get_periods (published);
  const char *title = group != NULL ? sf_family_group_get_title (group) : _ ("All families");
  SfTableRow *row;

  if (!sf_published_has_group (published, group))
    return;
  row = sf_block_add_row (table);
  sf_table_row_add_cell (row, sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, title),
                         SF_SCOPE_ROW);
  for (guint i = 0; i < periods->len; i++)
    add_figure (row, published, group, periods->pdata[i], form);
}

static void
add_table (SfComposer *self, SfPublished *published, Form form)
{
  SfOutcome *outcome = sf_published_get_outcome (published);
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  GPtrArray *periods = sf_published_get_periods (published);
  GPtrArray *groups = sf_outcome_get_groups (outcome);
  SfBlock *table = sf_block_new_table ();
  SfTableRow *header = sf_block_add_header_row (table);

  sf_block_set_name (table, sf_measure_get_title (measure));
  sf_block_add_column (table, 2.2, SF_ALIGN_START);
  sf_table_row_add_cell (header,
                         sf_prose_new (form == FORM_FULL ? _ ("Group")
                                                         : sf_measure_get_title (measure)),
                         SF_SCOPE_COLUMN);
  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *period
          = sf_period_format (sf_measure_get_period (measure), periods->pdata[i]);

      sf_block_add_column (table, 1.3, SF_ALIGN_END);
      sf_table_row_add_cell (header, sf_prose_new (period), SF_SCOPE_COLUMN);
    }
  add_row (table, published, NULL, form);
  for (guint i = 0; i < groups->len; i++)
    add_row (table, published, groups->pdata[i], form);
  /* percentages without counts are as good as the counts */
  sf_published_note_all (published, sf_document_get_shown (self->document));
  table->keep_together = table->rows->len <= 8;
  table->keep_with_next = form == FORM_FULL;
  sf_document_add (self->document, table);
}

/* What a committee can do nothing about is told shorter than in the centre. */
static char *
tell_stale (SfOutcome *outcome)
{
  SfReading *now = sf_outcome_get_latest (outcome, NULL, NULL);
  g_autofree char *day = NULL;

  if (now == NULL || !sf_reading_is_stale (sf_outcome_get_measure (outcome), now))
    return NULL;
  day = sf_date_format (sf_reading_get_denominator_on (now));
  return g_strdup_printf (_ ("What it is out of was last counted on %s."), day);
}

/* The trend of all, how far it is to the aim, what is out of date: one line. */
static char *
tell_all (SfOutcome *outcome)
{
  const char *parts[4] = { NULL };
  g_autofree char *trend = sf_outcome_trend_to_text (outcome, NULL);
  g_autofree char *reach = sf_outcome_reach_to_text (outcome);
  g_autofree char *stale = tell_stale (outcome);
  guint n = 0;

  if (trend != NULL)
    parts[n++] = trend;
  if (reach != NULL)
    parts[n++] = reach;
  if (stale != NULL)
    parts[n++] = stale;
  return n > 0 ? g_strjoinv (" ", (char **)parts) : NULL;
}

/* Whether both the gap of a group and how it changed may be chance. */
static gboolean
is_chance (SfOutcome *outcome, SfFamilyGroup *group)
{
  const char *first, *last;
  SfDifference gap, change;

  if (!sf_outcome_find_gaps (outcome, group, &first, &last)
      || !sf_outcome_get_gap (outcome, group, last, &gap) || gap.verdict != SF_VERDICT_TOO_SMALL)
    return FALSE;
  return strcmp (first, last) != 0
         && sf_outcome_get_gap_change (outcome, group, first, last, &change)
         && change.verdict == SF_VERDICT_TOO_SMALL;
}

/* Groups of which the same is to be said, in one sentence. */
static char *
tell_chance (GPtrArray *groups)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (groups->len == 0)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (names, (gpointer)sf_family_group_get_title (groups->pdata[i]));
  g_ptr_array_add (names, NULL);
  joined = sf_text_join_and ((const char *const *)names->pdata);
  /* Translators: groups of families */
  return g_strdup_printf (
      _ ("%s: the gap to other families, and how it changed, is too small to tell "
         "from chance."),
      joined);
}

/* What is said of all families, then the gap of each group that has one. */
static GPtrArray *
list_sentences (SfOutcome *outcome)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *groups = sf_outcome_get_groups (outcome);
  g_autoptr (GPtrArray) chance = g_ptr_array_new ();
  char *all = tell_all (outcome), *rest;

  if (all != NULL)
    g_ptr_array_add (sentences, all);
  for (guint i = 0; i < groups->len; i++)
    {
      char *gap = NULL;

      if (is_chance (outcome, groups->pdata[i]))
        g_ptr_array_add (chance, groups->pdata[i]);
      else
        gap = sf_outcome_gap_to_text (outcome, groups->pdata[i]);
      if (gap != NULL)
        g_ptr_array_add (sentences, gap);
    }
  rest = tell_chance (chance);
  if (rest != NULL)
    g_ptr_array_add (sentences, rest);
  return sentences;
}

static void
add_sentences (SfComposer *self, SfPublished *published)
{
  g_autoptr (GPtrArray) sentences = list_sentences (sf_published_get_outcome (published));
  SfBlock *list;

  if (sentences->len == 0)
    return;
  list = sf_block_new_list (FALSE);
  for (guint i = 0; i < sentences->len; i++)
    sf_block_add_item (list, sf_prose_new (sentences->pdata[i]));
  sf_document_add (self->document, list);
}

/* What the mark of a figure means that stands as it was reported before. */
static void
add_before_note (SfComposer *self, guint n_held)
{
  if (n_held > 0)
    sf_compose_add_small (self, sf_published_get_before_note ());
}

static void
add_measures (SfComposer *self, Form form)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      SfPublished *published = self->outcomes->pdata[i];
      SfMeasure *measure = sf_outcome_get_measure (sf_published_get_outcome (published));

      if (form == FORM_FULL)
        sf_document_add_heading (self->document, 3, sf_measure_get_title (measure), NULL)
            ->in_contents
            = FALSE;
      add_table (self, published, form);
      add_before_note (self, sf_published_count_held (published));
      add_sentences (self, published);
    }
}

/* --- all measures in one table ---------------------------------------------------------------- */

static char *
tell_latest (SfComposer *self, SfPublished *published, guint *n_held)
{
  SfOutcome *outcome = sf_published_get_outcome (published);
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  SfReading *now = sf_outcome_get_latest (outcome, NULL, NULL);
  g_autofree char *figure = NULL, *period = NULL;

  if (now == NULL)
    return g_strdup ("–");
  figure = format_figure (published, now, NULL);
  period = sf_period_format (sf_measure_get_period (measure), sf_reading_get_starts_on (now));
  *n_held += sf_published_is_held (published, NULL, sf_reading_get_starts_on (now));
  sf_published_note (published, NULL, sf_reading_get_starts_on (now),
                     sf_document_get_shown (self->document));
  /* Translators: a figure, a period */
  return g_strdup_printf (_ ("%1$s (%2$s)"), figure, period);
}

static void
add_rows (SfComposer *self)
{
  static const double weights[] = { 2.4, 1.6, 1.4 };
  const char *titles[] = { _ ("Measure"), _ ("All families"), _ ("What it shows") };
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));
  guint n = MIN (self->outcomes->len, MAX_ROWS);
  guint n_held = 0;

  for (guint i = 0; i < n; i++)
    {
      SfOutcome *outcome = sf_published_get_outcome (self->outcomes->pdata[i]);
      g_autofree char *latest = tell_latest (self, self->outcomes->pdata[i], &n_held);
      SfTableRow *row = sf_block_add_row (table);

      sf_table_row_add_cell (row,
                             sf_prose_new (sf_measure_get_title (sf_outcome_get_measure (outcome))),
                             SF_SCOPE_ROW);
      sf_table_row_add_cell (row, sf_prose_new (latest), SF_SCOPE_NONE);
      sf_table_row_add_cell (row,
                             sf_prose_new (
                                 sf_standing_get_label (sf_outcome_get_standing (outcome))),
                             SF_SCOPE_NONE);
    }
  sf_document_add (self->document, table);
  add_before_note (self, n_held);
  sf_document_add_text (self->document,
                        self->annex ? _ ("Groups, earlier figures and further measures stand in "
                                         "the annex.")
                                    : _ ("Groups, earlier figures and further measures stand in "
                                         "the annex, which was not printed."));
}

/* --- the section ------------------------------------------------------------------------------ */

/* What the mark means, once, where it stands anywhere. */
static void
add_explanation (SfComposer *self)
{
  guint withheld = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->outcomes->len; i++)
    withheld += sf_published_count_withheld (self->outcomes->pdata[i]);
  if (withheld == 0)
    return;
  text = g_strdup_printf (_ ("“%s” stands where a number is so small that it could point to a "
                             "family, and where it would give such a number away."),
                          sf_disclosure_get_mark ());
  sf_compose_add_small (self, text);
}

void
sf_compose_outcomes (SfComposer *self)
{
  if (self->outcomes->len == 0)
    return;
  sf_document_add_heading (self->document, 1, _ ("Outcomes for children and families"),
                           SF_ID_OUTCOMES);
  if (get_form (self) == FORM_ROW)
    {
      add_rows (self);
      return;
    }
  add_measures (self, get_form (self));
  add_explanation (self);
}

/* In the annex: what the section before had no room for. */
void
sf_compose_outcomes_in_full (SfComposer *self)
{
  if (self->outcomes->len == 0 || get_form (self) == FORM_FULL)
    return;
  sf_document_add_heading (self->document, 2, _ ("The outcomes in full"), NULL)->in_contents
      = self->detail < SF_DETAIL_SHORTEST;
  add_measures (self, FORM_FULL);
  add_explanation (self);
}
