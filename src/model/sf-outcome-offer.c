/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-offer.h"

#include <string.h>

#define COUNT SF_FIGURE_COUNT
#define OF SF_FIGURE_DENOMINATOR
#define ALL 0

struct _SfOffer
{
  SfOutcome *outcome; /* borrowed */
  char *starts_on;
  GPtrArray *earlier; /* borrowed; of SfShown, in their order; nullable */
  SfOfferCell *cells; /* by number */
  GArray **lists;     /* by number: sf_offer_list_values(), once it was asked for */
  guint n_cells;
};

gboolean
sf_measure_is_mean (SfMeasure *measure)
{
  return strcmp (sf_measure_get_kind (measure), "mean") == 0;
}

/* The key of a cell in a decision: @prefix tells measures apart. */
static char *
prefix_key (SfOffer *self, const char *prefix, guint number)
{
  return g_strdup_printf ("%s%u %s", prefix, number, self->starts_on);
}

char *
sf_offer_make_key (guint number, const char *starts_on)
{
  return g_strdup_printf ("%u %s", number, starts_on);
}

static const SfUuid *
get_uuid (SfOffer *self, guint number)
{
  return number != ALL
             ? sf_record_get_uuid (sf_outcome_get_groups (self->outcome)->pdata[number - 1])
             : NULL;
}

static SfFamilyGroup *
get_group (SfOffer *self, guint number)
{
  return number != ALL ? sf_outcome_get_groups (self->outcome)->pdata[number - 1] : NULL;
}

/* What is not complete is part of the table too: its count is. */
static void
read_cell (SfOffer *self, guint number)
{
  SfReading *reading
      = sf_outcome_get_reading (self->outcome, get_group (self, number), self->starts_on);
  SfOfferCell *cell = &self->cells[number];

  if (reading == NULL || sf_measure_is_mean (sf_outcome_get_measure (self->outcome))
      || sf_reading_get_count (reading) == SF_NULL_INT || sf_reading_get_count (reading) < 0)
    return;
  cell->is_there = TRUE;
  cell->now[COUNT] = sf_reading_get_count (reading);
  cell->now[OF] = sf_reading_get_denominator (reading);
  if (cell->now[OF] == SF_NULL_INT || cell->now[OF] < 0)
    cell->now[OF] = SF_DISCLOSURE_NONE;
  memcpy (cell->values, cell->now, sizeof cell->values);
}

/* --- differences ------------------------------------------------------------------------------ */

static gboolean
is_few (gint64 difference)
{
  return difference != 0 && ABS (difference) < SF_DISCLOSURE_LEAST;
}

static gboolean
has_both (const gint64 *one, const gint64 *other)
{
  return one[OF] != SF_DISCLOSURE_NONE && other[OF] != SF_DISCLOSURE_NONE;
}

/* Whether one of these is a few: of those who are counted, of all, of those who are not. */
static gboolean
tells_few (gint64 count, gint64 of, gboolean has_of)
{
  return is_few (count) || (has_of && (is_few (of) || is_few (of - count)));
}

static gboolean
differ_by_few (const gint64 *now, const gint64 *then)
{
  return tells_few (now[COUNT] - then[COUNT], now[OF] - then[OF], has_both (now, then));
}

/* Whether the one can be a group of the other. */
static gboolean
is_part (const gint64 *whole, const gint64 *part)
{
  if (part[COUNT] > whole[COUNT])
    return FALSE;
  return !has_both (whole, part) || part[OF] - part[COUNT] <= whole[OF] - whole[COUNT];
}

/* What a report showed of a cell that has left. */
static gboolean
get_shown (SfOffer *self, guint edition, guint number, gint64 *values)
{
  const SfShown *table = self->earlier->pdata[edition];
  const SfShownFigure *figure = sf_shown_find (table, get_uuid (self, number));

  if (figure == NULL || !figure->is_shown)
    return FALSE;
  values[COUNT] = figure->count;
  values[OF] = figure->denominator;
  return TRUE;
}

/* Whether together with all families it tells a few of its peers, against a report that showed
 * both. */
static gboolean
peers_differ_by_few (SfOffer *self, guint number)
{
  const gint64 *all = self->cells[ALL].values;
  const gint64 *mine = self->cells[number].values;

  for (guint i = 0; i < self->earlier->len; i++)
    {
      gint64 all_then[2], mine_then[2];

      if (get_shown (self, i, ALL, all_then) && get_shown (self, i, number, mine_then)
          && tells_few (all[COUNT] - all_then[COUNT] - (mine[COUNT] - mine_then[COUNT]),
                        all[OF] - all_then[OF] - (mine[OF] - mine_then[OF]),
                        has_both (all, all_then) && has_both (mine, mine_then)))
        return TRUE;
    }
  return FALSE;
}

/* A proportion is complete with what it is out of. */
static gboolean
is_complete (SfOffer *self, const gint64 *values)
{
  SfMeasure *measure = sf_outcome_get_measure (self->outcome);

  return strcmp (sf_measure_get_kind (measure), "proportion") != 0 || values[OF] > 0;
}

/* As the last report showed it; with @only_few, the last of those that it differs from by a few. */
static gboolean
hold (SfOffer *self, guint number, gboolean only_few)
{
  SfOfferCell *cell = &self->cells[number];

  for (guint i = self->earlier->len; i > 0; i--)
    {
      gint64 then[2];

      if (!get_shown (self, i - 1, number, then) || (only_few && !differ_by_few (cell->now, then)))
        continue;
      cell->way = is_complete (self, then) ? SF_OFFER_BEFORE : SF_OFFER_KEPT_BACK;
      if (cell->way == SF_OFFER_BEFORE)
        memcpy (cell->values, then, sizeof then);
      return TRUE;
    }
  return FALSE;
}

/* Rule 3 */
static gboolean
contradicts (SfOffer *self, guint number)
{
  const SfOfferCell *all = &self->cells[ALL];
  const SfOfferCell *mine = &self->cells[number];

  return (all->way == SF_OFFER_BEFORE || mine->way == SF_OFFER_BEFORE)
         && !is_part (all->values, mine->values) && is_part (all->now, mine->now);
}

static void
keep_back (SfOfferCell *cell)
{
  cell->way = SF_OFFER_KEPT_BACK;
  memcpy (cell->values, cell->now, sizeof cell->values);
}

/* Once for what is not as it was reported, once more for what is. */
static void
settle_group (SfOffer *self, guint number)
{
  const SfOfferCell *all = &self->cells[ALL];
  SfOfferCell *mine = &self->cells[number];

  for (guint i = 0; i < 2; i++)
    {
      SfOfferWay before = mine->way;

      if (!mine->is_there || !all->is_there || mine->way == SF_OFFER_KEPT_BACK
          || all->way == SF_OFFER_KEPT_BACK
          || (!contradicts (self, number) && !peers_differ_by_few (self, number)))
        return;
      if (before != SF_OFFER_NOW || !hold (self, number, FALSE)
          || memcmp (mine->values, mine->now, sizeof mine->now) == 0)
        keep_back (mine);
    }
}

static void
settle (SfOffer *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].is_there)
      hold (self, i, TRUE);
  for (guint i = 1; i < self->n_cells; i++)
    settle_group (self, i);
}

/* --- the offer -------------------------------------------------------------------------------- */

SfOffer *
sf_offer_new (SfModel *model, SfOutcome *outcome, const char *starts_on)
{
  SfOffer *self = g_new0 (SfOffer, 1);

  self->outcome = outcome;
  self->starts_on = g_strdup (starts_on);
  self->n_cells = sf_outcome_get_groups (outcome)->len + 1;
  self->cells = g_new0 (SfOfferCell, self->n_cells);
  self->lists = g_new0 (GArray *, self->n_cells);
  if (!sf_measure_is_mean (sf_outcome_get_measure (outcome)))
    self->earlier
        = sf_model_list_shown (model,
                               sf_record_get_uuid (SF_RECORD (sf_outcome_get_measure (outcome))),
                               starts_on);
  for (guint i = 0; i < self->n_cells; i++)
    read_cell (self, i);
  if (self->earlier != NULL)
    settle (self);
  return self;
}

void
sf_offer_free (SfOffer *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
  g_free (self->lists);
  g_free (self->starts_on);
  g_free (self->cells);
  g_free (self);
}

const SfOfferCell *
sf_offer_get_cell (SfOffer *self, guint number)
{
  g_return_val_if_fail (number < self->n_cells, NULL);

  return self->cells[number].is_there ? &self->cells[number] : NULL;
}

gboolean
sf_offer_was_shown (SfOffer *self, guint number)
{
  for (guint i = 0; self->earlier != NULL && i < self->earlier->len; i++)
    {
      gint64 then[2];

      if (get_shown (self, i, number, then)
          && memcmp (then, self->cells[number].values, sizeof then) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
sf_offer_is_held (SfOffer *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (self->cells[i].is_there && self->cells[i].way == SF_OFFER_BEFORE)
      return TRUE;
  return FALSE;
}

SfShown *
sf_offer_make_table (SfOffer *self, gboolean as_now)
{
  SfShown *table
      = sf_shown_new (sf_record_get_uuid (SF_RECORD (sf_outcome_get_measure (self->outcome))),
                      self->starts_on);

  for (guint i = 0; i < self->n_cells; i++)
    {
      const SfOfferCell *cell = &self->cells[i];
      const gint64 *values = as_now ? cell->now : cell->values;

      if (cell->is_there)
        sf_shown_add (table, get_uuid (self, i), values[COUNT], values[OF], FALSE);
    }
  return table;
}

static void
add_value (GArray *values, const SfOfferValue *value)
{
  for (guint i = 0; i < values->len; i++)
    if (memcmp (&g_array_index (values, SfOfferValue, i), value, sizeof *value) == 0)
      return;
  g_array_append_val (values, *value);
}

static GArray *
make_values (SfOffer *self, guint number)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (SfOfferValue));
  const SfOfferCell *cell = &self->cells[number];
  SfOfferValue now = { { cell->now[COUNT], cell->now[OF] } };
  SfOfferValue offered = { { cell->values[COUNT], cell->values[OF] } };

  if (cell->is_there)
    {
      add_value (values, &offered);
      add_value (values, &now);
    }
  for (guint i = 0; self->earlier != NULL && i < self->earlier->len; i++)
    {
      const SfShownFigure *figure
          = sf_shown_find (self->earlier->pdata[i], get_uuid (self, number));

      if (figure != NULL)
        add_value (values, &(SfOfferValue){ { figure->count, figure->denominator } });
    }
  return values;
}

GArray *
sf_offer_list_values (SfOffer *self, guint number)
{
  g_return_val_if_fail (number < self->n_cells, NULL);

  if (self->lists[number] == NULL)
    self->lists[number] = make_values (self, number);
  return self->lists[number];
}

/* --- the decision ----------------------------------------------------------------------------- */

/* As it stands in the file it is part of a table too, of which the reader sees the rest. */
static void
add_held (SfOffer *self, const char *prefix, guint number, SfDisclosure *decision)
{
  const SfOfferCell *cell = &self->cells[number];
  g_autofree char *key = prefix_key (self, prefix, number);
  g_autofree char *now = g_strdup_printf ("%s%u/now %s", prefix, number, self->starts_on);

  sf_disclosure_add_unsaid (decision, now, cell->now[COUNT], cell->now[OF]);
  sf_disclosure_add_earlier (decision, self->earlier->len, key, COUNT, cell->now[COUNT], FALSE);
  if (cell->now[OF] != SF_DISCLOSURE_NONE)
    sf_disclosure_add_earlier (decision, self->earlier->len, key, OF, cell->now[OF], FALSE);
}

static void
add_cell (SfOffer *self, const char *prefix, guint number, SfDisclosure *decision)
{
  const SfOfferCell *cell = &self->cells[number];
  g_autofree char *key = prefix_key (self, prefix, number);
  g_autofree char *all = prefix_key (self, prefix, ALL);

  if (!cell->is_there)
    return;
  sf_disclosure_add (decision, key, cell->values[COUNT], cell->values[OF]);
  if (cell->way == SF_OFFER_KEPT_BACK)
    sf_disclosure_withhold (decision, key);
  if (number != ALL)
    sf_disclosure_add_group (decision, all, key);
  if (cell->way == SF_OFFER_BEFORE)
    add_held (self, prefix, number, decision);
}

/* (transfer full): the key of a cell; of a group that is gone one of its own */
static char *
find_key (SfOffer *self, const char *prefix, const SfUuid *group)
{
  g_autofree char *uuid = NULL;

  if (sf_uuid_is_nil (group))
    return prefix_key (self, prefix, ALL);
  for (guint i = 1; i < self->n_cells; i++)
    if (sf_uuid_equal (get_uuid (self, i), group))
      return prefix_key (self, prefix, i);
  uuid = sf_uuid_to_string (group);
  return g_strdup_printf ("%sgone %s %s", prefix, uuid, self->starts_on);
}

/* A figure as a report held it that has left. */
static void
add_earlier (SfOffer *self,
             const char *prefix,
             guint edition,
             const SfShownFigure *figure,
             SfDisclosure *decision)
{
  g_autofree char *key = find_key (self, prefix, &figure->group);
  g_autofree char *all = prefix_key (self, prefix, ALL);

  sf_disclosure_add_earlier (decision, edition, key, COUNT, figure->count, figure->is_shown);
  if (figure->denominator != SF_DISCLOSURE_NONE)
    sf_disclosure_add_earlier (decision, edition, key, OF, figure->denominator, figure->is_shown);
  if (!sf_uuid_is_nil (&figure->group))
    sf_disclosure_add_group (decision, all, key);
}

/* The nth report of one period has nothing to do with the nth of another, but may have its number.
 */
void
sf_offer_add_to (SfOffer *self, const char *prefix, SfDisclosure *decision)
{
  for (guint i = 0; i < self->n_cells; i++)
    add_cell (self, prefix, i, decision);
  for (guint i = 0; self->earlier != NULL && i < self->earlier->len; i++)
    {
      GArray *figures = ((SfShown *)self->earlier->pdata[i])->figures;

      for (guint k = 0; k < figures->len; k++)
        add_earlier (self, prefix, i, &g_array_index (figures, SfShownFigure, k), decision);
    }
}
