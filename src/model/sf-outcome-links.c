/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-linked-private.h"
#include "model/sf-period.h"

#include <string.h>

/* Which measures of a centre count the same: their figures tell. */

#define COUNT SF_FIGURE_COUNT
#define OF SF_FIGURE_DENOMINATOR

/* So many ways of putting values of earlier reports together are looked at for one figure. */
#define MAX_WAYS 256
/* Periods that overlap are taken in so often: a year, its quarters, their months. */
#define MAX_WIDER 3
static void
node_free (gpointer data)
{
  SfLinkedPeriod *node = data;

  g_clear_pointer (&node->offer, sf_offer_free);
  g_free (node->starts_on);
  g_free (node->end);
  g_free (node);
}

void
sf_linked_measure_free (gpointer data)
{
  SfLinkedMeasure *table = data;

  g_hash_table_unref (table->by_start);
  g_ptr_array_unref (table->nodes);
  sf_outcome_free (table->outcome);
  g_free (table->prefix);
  g_free (table);
}

void
sf_linked_figure_free (gpointer data)
{
  SfLinkedFigure *link = data;

  for (guint i = 0; i < link->n; i++)
    g_free (link->keys[i]);
  g_free (link);
}

/* --- measures and periods --------------------------------------------------------------------- */

static guint
get_fineness (SfMeasure *measure)
{
  static const char *const periods[] = { "month", "quarter", "term", "year", "school-year" };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_strcmp0 (sf_measure_get_period (measure), periods[i]) == 0)
      return i;
  return G_N_ELEMENTS (periods);
}

static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const SfLinkedMeasure *left = *(SfLinkedMeasure *const *)a;
  const SfLinkedMeasure *right = *(SfLinkedMeasure *const *)b;
  gint64 difference;

  if (left->fineness != right->fineness)
    return left->fineness < right->fineness ? -1 : 1;
  difference = sf_measure_get_position (left->measure) - sf_measure_get_position (right->measure);
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return memcmp (sf_record_get_uuid (SF_RECORD (left->measure)),
                 sf_record_get_uuid (SF_RECORD (right->measure)), sizeof (SfUuid));
}

static void
add_tables (SfLinked *self, SfCentre *centre)
{
  g_autoptr (GPtrArray) measures
      = sf_model_list_referring (self->model, SF_TYPE_MEASURE, SF_MEASURE_CENTRE, centre);

  for (guint i = 0; i < measures->len; i++)
    {
      SfLinkedMeasure *table;

      if (sf_measure_is_mean (measures->pdata[i]))
        continue;
      table = g_new0 (SfLinkedMeasure, 1);
      table->measure = measures->pdata[i];
      table->outcome = sf_outcome_new (self->model, table->measure);
      table->fineness = get_fineness (table->measure);
      table->nodes = g_ptr_array_new_with_free_func (node_free);
      table->by_start = g_hash_table_new (g_str_hash, g_str_equal);
      g_ptr_array_add (self->tables, table);
    }
  g_ptr_array_sort (self->tables, compare_tables);
  for (guint i = 0; i < self->tables->len; i++)
    {
      SfLinkedMeasure *table = self->tables->pdata[i];

      table->place = i;
      table->prefix = g_strdup_printf ("%u:", i);
    }
}

static void
add_node (SfLinked *self, SfLinkedMeasure *table, const char *starts_on, char *end)
{
  SfLinkedPeriod *node = g_new0 (SfLinkedPeriod, 1);

  node->table = table;
  node->starts_on = g_strdup (starts_on);
  node->end = end;
  node->offer = sf_offer_new (self->model, table->outcome, starts_on);
  node->leader = node;
  g_ptr_array_add (table->nodes, node);
  g_hash_table_insert (table->by_start, node->starts_on, node);
}

/* Adds the periods that overlap with the days from @first to @last, which grow by them. */
static gboolean
add_overlapping (SfLinked *self, SfLinkedMeasure *table, char **first, char **last)
{
  GPtrArray *periods = sf_outcome_get_periods (table->outcome);
  gboolean grown = FALSE;
  g_autofree char *from = g_strdup (*first), *to = g_strdup (*last);

  for (guint i = 0; i < periods->len; i++)
    {
      const char *start = periods->pdata[i];
      char *end = sf_period_get_end (sf_measure_get_period (table->measure), start);

      if (end == NULL || strcmp (end, from) < 0 || strcmp (start, to) > 0
          || g_hash_table_contains (table->by_start, start))
        {
          g_free (end);
          continue;
        }
      if (strcmp (start, *first) < 0)
        {
          g_free (*first);
          *first = g_strdup (start);
        }
      if (strcmp (end, *last) > 0)
        {
          g_free (*last);
          *last = g_strdup (end);
        }
      add_node (self, table, start, end);
      grown = TRUE;
    }
  return grown;
}

static void
add_nodes (SfLinked *self, const char *first, const char *last)
{
  g_autofree char *from = g_strdup (first), *to = g_strdup (last);
  gboolean grown = TRUE;

  for (guint i = 0; grown && i < MAX_WIDER; i++)
    {
      grown = FALSE;
      for (guint k = 0; k < self->tables->len; k++)
        grown = add_overlapping (self, self->tables->pdata[k], &from, &to) || grown;
    }
}

/* --- what is linked --------------------------------------------------------------------------- */

void
sf_linked_tie (SfLinked *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      GPtrArray *nodes = ((SfLinkedMeasure *)self->tables->pdata[i])->nodes;

      for (guint k = 0; k < nodes->len; k++)
        ((SfLinkedPeriod *)nodes->pdata[k])->leader = nodes->pdata[k];
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      SfLinkedFigure *link = self->links->pdata[i];

      for (guint k = 1; k < link->n; k++)
        sf_linked_find_leader (link->nodes[k])->leader = sf_linked_find_leader (link->nodes[0]);
    }
}

SfLinkedPeriod *
sf_linked_find_leader (SfLinkedPeriod *node)
{
  while (node->leader != node)
    node = node->leader = node->leader->leader;
  return node;
}

int
sf_linked_find_number (const SfLinkedMeasure *table, SfFamilyGroup *group)
{
  guint place;

  if (group == NULL)
    return 0;
  return g_ptr_array_find (sf_outcome_get_groups (table->outcome), group, &place) ? (int)place + 1
                                                                                  : -1;
}

char *
sf_linked_make_key (const SfLinkedPeriod *node, guint number)
{
  g_autofree char *key = sf_offer_make_key (number, node->starts_on);

  return g_strconcat (node->table->prefix, key, NULL);
}

/* Periods that make up another, with one group's number in each; the whole comes first. */
typedef struct
{
  SfLinkedPeriod *nodes[SF_LINKED_PARTS + 1];
  guint numbers[SF_LINKED_PARTS + 1];
  GArray *values[SF_LINKED_PARTS + 1]; /* of SfOfferValue; borrowed */
  guint chosen[SF_LINKED_PARTS + 1];
  guint n;
} Tiles;

/* How a figure of the whole may be made up. */
typedef enum
{
  AS_SUM,
  AS_SAME,
} Make;

/* @part: of a whole that is the same as each of them */
static void
add_link (SfLinked *self, const Tiles *tiles, SfFigure figure, Make make, guint part)
{
  SfLinkedFigure *link = g_new0 (SfLinkedFigure, 1);

  link->figure = figure;
  for (guint i = 0; i < tiles->n; i++)
    {
      if (i > 0 && make == AS_SAME && i != part)
        continue;
      link->nodes[link->n] = tiles->nodes[i];
      link->keys[link->n] = sf_linked_make_key (tiles->nodes[i], tiles->numbers[i]);
      link->values[link->n++]
          = g_array_index (tiles->values[i], SfOfferValue, tiles->chosen[i]).values[figure];
    }
  g_ptr_array_add (self->links, link);
}

static gint64
get_chosen (const Tiles *tiles, guint i, SfFigure figure)
{
  return g_array_index (tiles->values[i], SfOfferValue, tiles->chosen[i]).values[figure];
}

static gboolean
is_sum (const Tiles *tiles, SfFigure figure)
{
  gint64 rest = get_chosen (tiles, 0, figure);

  for (guint i = 0; i < tiles->n; i++)
    if (get_chosen (tiles, i, figure) == SF_DISCLOSURE_NONE)
      return FALSE;
    else if (i > 0)
      rest -= get_chosen (tiles, i, figure);
  return rest == 0;
}

static gboolean
is_same_in_all (const Tiles *tiles, SfFigure figure)
{
  for (guint i = 0; i < tiles->n; i++)
    if (get_chosen (tiles, i, figure) == SF_DISCLOSURE_NONE
        || get_chosen (tiles, i, figure) != get_chosen (tiles, 0, figure))
      return FALSE;
  return TRUE;
}

/* Two measures of the same days: a count that is the same may be chance, if what it is out of is
 * known of both and is not the same. */
static gboolean
may_be_twins (const Tiles *tiles)
{
  gint64 one = get_chosen (tiles, 0, OF);
  gint64 other = get_chosen (tiles, 1, OF);

  return is_sum (tiles, COUNT)
         && (one == other || one == SF_DISCLOSURE_NONE || other == SF_DISCLOSURE_NONE);
}

static void
link_way (SfLinked *self, const Tiles *tiles)
{
  gboolean counts = tiles->n == 2 ? may_be_twins (tiles) : is_sum (tiles, COUNT);

  if (counts)
    add_link (self, tiles, COUNT, AS_SUM, 0);
  if (tiles->n == 2 && !counts)
    return;
  if (is_sum (tiles, OF))
    add_link (self, tiles, OF, AS_SUM, 0);
  else if (counts && is_same_in_all (tiles, OF))
    for (guint i = 1; i < tiles->n; i++)
      add_link (self, tiles, OF, AS_SAME, i);
}

/* The next choice of a value for each; FALSE after the last. */
static gboolean
choose_next (Tiles *tiles)
{
  for (guint i = 0; i < tiles->n; i++)
    {
      if (++tiles->chosen[i] < tiles->values[i]->len)
        return TRUE;
      tiles->chosen[i] = 0;
    }
  return FALSE;
}

/* Adds one more, with its number and its values of the group, if it has any. */
static gboolean
add_tile (Tiles *tiles, SfLinkedPeriod *node, SfFamilyGroup *group)
{
  int number = sf_linked_find_number (node->table, group);
  GArray *values = number >= 0 ? sf_offer_list_values (node->offer, (guint)number) : NULL;

  if (values == NULL || values->len == 0)
    return FALSE;
  tiles->nodes[tiles->n] = node;
  tiles->numbers[tiles->n] = (guint)number;
  tiles->values[tiles->n++] = values;
  return TRUE;
}

/* One group in a whole and those of its parts in which it has a figure: a year that is not over is
 * what its quarters have been so far.
 * Returns: whether it speaks for or against that they count the same */
static gboolean
link_group (SfLinked *self, const Tiles *all, SfFamilyGroup *group)
{
  Tiles tiles = { .n = 0 };
  guint ways = 0;

  if (!add_tile (&tiles, all->nodes[0], group))
    return FALSE;
  for (guint i = 1; i < all->n; i++)
    add_tile (&tiles, all->nodes[i], group);
  if (tiles.n < 2)
    return FALSE;
  do
    link_way (self, &tiles);
  while (++ways < MAX_WAYS && choose_next (&tiles));
  return g_array_index (tiles.values[0], SfOfferValue, 0).values[COUNT] > 0;
}

/* All groups in a whole and its parts. Where most are not linked, what is may be so by chance. */
static void
link_groups (SfLinked *self, const Tiles *tiles, GPtrArray *groups)
{
  guint before = self->links->len, asked = 0, agreed = 0;

  for (guint i = 0; i <= groups->len; i++)
    {
      guint there = self->links->len;

      if (!link_group (self, tiles, i > 0 ? groups->pdata[i - 1] : NULL))
        continue;
      asked++;
      agreed += self->links->len > there;
    }
  for (guint i = before; i < self->links->len; i++)
    ((SfLinkedFigure *)self->links->pdata[i])->is_weak = agreed * 2 < asked;
}

/* Lays the periods of @fine that there are in the whole, after it.
 * Returns: whether such periods make it up, and there is one */
static gboolean
lay_tiles (const SfLinkedMeasure *fine, Tiles *tiles)
{
  const char *period = sf_measure_get_period (fine->measure);
  const SfLinkedPeriod *whole = tiles->nodes[0];
  g_autofree char *start = g_strdup (whole->starts_on);

  tiles->n = 1;
  for (guint i = 0; i < SF_LINKED_PARTS && start != NULL; i++)
    {
      SfLinkedPeriod *node = g_hash_table_lookup (fine->by_start, start);
      g_autofree char *end = sf_period_get_end (period, start);
      char *next;

      if (node != NULL)
        tiles->nodes[tiles->n++] = node;
      if (end == NULL || strcmp (end, whole->end) >= 0)
        return end != NULL && strcmp (end, whole->end) == 0 && tiles->n > 1;
      next = sf_period_move (period, start, 1);
      g_free (start);
      start = next;
    }
  return FALSE;
}

static void
link_tables (SfLinked *self, SfLinkedMeasure *fine, SfLinkedMeasure *coarse)
{
  GPtrArray *groups = sf_outcome_get_groups (coarse->outcome);

  for (guint i = 0; i < coarse->nodes->len; i++)
    {
      Tiles tiles = { .nodes = { coarse->nodes->pdata[i] } };

      if (lay_tiles (fine, &tiles))
        link_groups (self, &tiles, groups);
    }
}

void
sf_linked_find (SfLinked *self, SfCentre *centre, const char *first, const char *last)
{
  add_tables (self, centre);
  if (self->tables->len < 2)
    return;
  add_nodes (self, first, last);
  for (guint i = 0; i < self->tables->len; i++)
    for (guint k = i + 1; k < self->tables->len; k++)
      link_tables (self, self->tables->pdata[i], self->tables->pdata[k]);
}
