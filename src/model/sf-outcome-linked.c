/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-outcome-linked-private.h"

/* One measure after the other is decided on, the finest first, each with what those before it show.
 * If then a small number is told all the same (a quarter that is out already, with its months), one
 * more figure of the group is withheld, the smallest that is shown, and all is decided anew. */

/* Up to so many cells, every link counts; beyond, only where most groups of the periods are linked,
 * so that what is alike by chance ties no whole centre together. So many are the most to be weighed
 * one by one: a year, its quarters and months, with nine groups, are 170. */
#define FEW_CELLS 60
#define MOST_CELLS 200

/* Periods that are tied together, and what ties them. */
typedef struct
{
  SfLinked *linked;
  GPtrArray *nodes;     /* of SfLinkedPeriod, in the order of deciding */
  GPtrArray *links;     /* of SfLinkedFigure */
  GHashTable *withheld; /* keys of what is withheld beside what each decision hides */
} Knot;

static guint
get_n_cells (const SfLinkedPeriod *node)
{
  return sf_outcome_get_groups (node->table->outcome)->len + 1;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* @now: whose cells are decided on; NULL for none: nothing is shown */
static void
add_cell_to (const Knot *knot,
             SfLinkedPeriod *node,
             guint number,
             const SfLinkedMeasure *now,
             SfDisclosure *decision)
{
  g_autofree char *key = sf_linked_make_key (node, number);

  if (sf_offer_get_cell (node->offer, number) == NULL)
    return;
  if (now == NULL)
    sf_disclosure_leave (decision, key, FALSE, FALSE);
  else if (node->table != now)
    sf_disclosure_leave (decision, key, !g_hash_table_contains (knot->linked->hidden, key), TRUE);
  else if (g_hash_table_contains (knot->withheld, key))
    sf_disclosure_withhold (decision, key);
}

static gboolean
is_decided_after (const SfLinkedPeriod *node, const SfLinkedMeasure *now)
{
  return now != NULL && node->table->place > now->place;
}

static void
add_link_to (const SfLinkedFigure *link, const SfLinkedMeasure *now, SfDisclosure *decision)
{
  for (guint i = 0; i < link->n; i++)
    if (is_decided_after (link->nodes[i], now))
      return;
  sf_disclosure_add_link (decision, link->figure, (const char *const *)link->keys, link->values);
}

/* (transfer full): with all that is decided on before @now */
static SfDisclosure *
decide_table (const Knot *knot, const SfLinkedMeasure *now)
{
  SfDisclosure *decision = sf_disclosure_new ();

  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];

      if (is_decided_after (node, now))
        continue;
      sf_offer_add_to (node->offer, node->table->prefix, decision);
      for (guint k = 0; k < get_n_cells (node); k++)
        add_cell_to (knot, node, k, now, decision);
    }
  for (guint i = 0; i < knot->links->len; i++)
    add_link_to (knot->links->pdata[i], now, decision);
  sf_disclosure_decide (decision);
  return decision;
}

/* What is hidden of the measure, and what is told in any of them. */
static void
take_decision (const Knot *knot,
               const SfLinkedMeasure *now,
               SfDisclosure *decision,
               GHashTable *told)
{
  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];

      for (guint k = 0; k < get_n_cells (node); k++)
        {
          g_autofree char *key = sf_linked_make_key (node, k);

          if (sf_offer_get_cell (node->offer, k) == NULL)
            continue;
          if (sf_disclosure_is_given_away (decision, key))
            g_hash_table_add (told, g_strdup (key));
          if (node->table == now && !sf_disclosure_may_compare (decision, key, key))
            g_hash_table_add (knot->linked->hidden, g_steal_pointer (&key));
        }
    }
}

/* (transfer full): keys of the cells of which a small number is told all the same */
static GHashTable *
decide_once (const Knot *knot)
{
  GHashTable *told = new_set ();
  const SfLinkedMeasure *now = NULL;

  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];

      for (guint k = 0; k < get_n_cells (node); k++)
        {
          g_autofree char *key = sf_linked_make_key (node, k);

          g_hash_table_remove (knot->linked->hidden, key);
        }
    }
  for (guint i = 0; i < knot->nodes->len; i++)
    {
      g_autoptr (SfDisclosure) decision = NULL;

      if (((SfLinkedPeriod *)knot->nodes->pdata[i])->table == now)
        continue;
      now = ((SfLinkedPeriod *)knot->nodes->pdata[i])->table;
      decision = decide_table (knot, now);
      take_decision (knot, now, decision, told);
    }
  return told;
}

/* What would be told if nothing were shown any more. */
static void
find_given_away (const Knot *knot)
{
  g_autoptr (SfDisclosure) decision = decide_table (knot, NULL);

  take_decision (knot, NULL, decision, knot->linked->given_away);
}

/* (transfer full) (nullable): the smallest figure of a group that is shown and was not before */
static char *
find_smallest (const Knot *knot, SfFamilyGroup *group)
{
  char *found = NULL;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];
      int number = sf_linked_find_number (node->table, group);
      const SfOfferCell *cell = number >= 0 ? sf_offer_get_cell (node->offer, (guint)number) : NULL;
      g_autofree char *key = number >= 0 ? sf_linked_make_key (node, (guint)number) : NULL;

      if (cell == NULL || cell->values[SF_FIGURE_COUNT] >= least
          || g_hash_table_contains (knot->linked->hidden, key)
          || sf_offer_was_shown (node->offer, (guint)number))
        continue;
      least = cell->values[SF_FIGURE_COUNT];
      g_free (found);
      found = g_steal_pointer (&key);
    }
  return found;
}

/* Withholds one more figure for the sake of a cell that is told. */
static gboolean
withhold_for (const Knot *knot, SfLinkedPeriod *node, guint number)
{
  SfFamilyGroup *group
      = number > 0 ? sf_outcome_get_groups (node->table->outcome)->pdata[number - 1] : NULL;
  char *key = find_smallest (knot, group);

  if (key == NULL && group != NULL)
    key = find_smallest (knot, NULL);
  return key != NULL && g_hash_table_add (knot->withheld, key);
}

/* Whether there is something to decide anew. */
static gboolean
withhold_one (const Knot *knot, GHashTable *told)
{
  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];

      for (guint k = 0; k < get_n_cells (node); k++)
        {
          g_autofree char *key = sf_linked_make_key (node, k);

          if (g_hash_table_contains (told, key)
              && !g_hash_table_contains (knot->linked->given_away, key)
              && withhold_for (knot, node, k))
            return TRUE;
        }
    }
  return FALSE;
}

static guint
count_cells (const Knot *knot)
{
  guint n = 0;

  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];

      for (guint k = 0; k < get_n_cells (node); k++)
        n += sf_offer_get_cell (node->offer, k) != NULL;
    }
  return n;
}

/* Of too many to weigh, those of one measure can be shown: its own decision is enough for them. */
static void
hide_all_but_first (const Knot *knot)
{
  const SfLinkedMeasure *first = ((SfLinkedPeriod *)knot->nodes->pdata[0])->table;

  for (guint i = 0; i < knot->nodes->len; i++)
    {
      SfLinkedPeriod *node = knot->nodes->pdata[i];

      for (guint k = 0; k < get_n_cells (node) && node->table != first; k++)
        g_hash_table_add (knot->linked->hidden, sf_linked_make_key (node, k));
    }
}

static void
decide_knot (const Knot *knot)
{
  gboolean is_first = TRUE;

  if (count_cells (knot) > MOST_CELLS)
    hide_all_but_first (knot);
  while (count_cells (knot) <= MOST_CELLS)
    {
      g_autoptr (GHashTable) told = decide_once (knot);

      if (g_hash_table_size (told) > 0 && is_first)
        find_given_away (knot);
      is_first = FALSE;
      if (!withhold_one (knot, told))
        return;
    }
}

static void
knot_free (gpointer data)
{
  Knot *knot = data;

  g_ptr_array_unref (knot->nodes);
  g_ptr_array_unref (knot->links);
  g_hash_table_unref (knot->withheld);
  g_free (knot);
}

/* (transfer full) (element-type Knot): in the order of what ties them */
static GPtrArray *
list_knots (SfLinked *self)
{
  GPtrArray *knots = g_ptr_array_new_with_free_func (knot_free);
  g_autoptr (GHashTable) by_leader = g_hash_table_new (NULL, NULL);

  sf_linked_tie (self);
  for (guint i = 0; i < self->links->len; i++)
    {
      SfLinkedFigure *link = self->links->pdata[i];
      Knot *knot = g_hash_table_lookup (by_leader, sf_linked_find_leader (link->nodes[0]));

      if (knot == NULL)
        {
          knot = g_new0 (Knot, 1);
          *knot = (Knot){ self, g_ptr_array_new (), g_ptr_array_new (), new_set () };
          g_hash_table_insert (by_leader, sf_linked_find_leader (link->nodes[0]), knot);
          g_ptr_array_add (knots, knot);
        }
      g_ptr_array_add (knot->links, link);
    }
  for (guint i = 0; i < self->tables->len; i++)
    {
      GPtrArray *nodes = ((SfLinkedMeasure *)self->tables->pdata[i])->nodes;

      for (guint k = 0; k < nodes->len; k++)
        {
          Knot *knot = g_hash_table_lookup (by_leader, sf_linked_find_leader (nodes->pdata[k]));

          if (knot != NULL)
            g_ptr_array_add (knot->nodes, nodes->pdata[k]);
        }
    }
  return knots;
}

/* In knots that are not small, what may be tied by chance is untied. */
static void
untie_weak (SfLinked *self)
{
  g_autoptr (GPtrArray) knots = list_knots (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (sf_linked_figure_free);

  for (guint i = 0; i < knots->len; i++)
    {
      const Knot *knot = knots->pdata[i];
      gboolean is_small = count_cells (knot) <= FEW_CELLS;

      for (guint k = 0; k < knot->links->len; k++)
        if (is_small || !((SfLinkedFigure *)knot->links->pdata[k])->is_weak)
          g_ptr_array_add (kept, knot->links->pdata[k]);
        else
          sf_linked_figure_free (knot->links->pdata[k]);
    }
  /* every link is in one knot */
  g_ptr_array_set_free_func (self->links, NULL);
  g_ptr_array_unref (self->links);
  self->links = g_steal_pointer (&kept);
}

static void
decide_all (SfLinked *self)
{
  g_autoptr (GPtrArray) knots = NULL;

  untie_weak (self);
  knots = list_knots (self);
  for (guint i = 0; i < knots->len; i++)
    decide_knot (knots->pdata[i]);
}

SfLinked *
sf_linked_new (SfModel *model, SfCentre *centre, const char *first, const char *last)
{
  SfLinked *self = g_new0 (SfLinked, 1);

  self->model = model;
  self->tables = g_ptr_array_new_with_free_func (sf_linked_measure_free);
  self->links = g_ptr_array_new_with_free_func (sf_linked_figure_free);
  self->hidden = new_set ();
  self->given_away = new_set ();
  sf_linked_find (self, centre, first, last);
  decide_all (self);
  return self;
}

void
sf_linked_free (SfLinked *self)
{
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->tables);
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->given_away);
  g_free (self);
}

static gboolean
contains (SfLinked *self,
          GHashTable *keys,
          SfMeasure *measure,
          SfFamilyGroup *group,
          const char *starts_on)
{
  for (guint i = 0; g_hash_table_size (keys) > 0 && i < self->tables->len; i++)
    {
      SfLinkedMeasure *table = self->tables->pdata[i];
      SfLinkedPeriod *node = g_hash_table_lookup (table->by_start, starts_on);
      int number = sf_linked_find_number (table, group);
      g_autofree char *key = NULL;

      if (table->measure != measure || node == NULL || number < 0)
        continue;
      key = sf_linked_make_key (node, (guint)number);
      return g_hash_table_contains (keys, key);
    }
  return FALSE;
}

gboolean
sf_linked_hides (SfLinked *self, SfMeasure *measure, SfFamilyGroup *group, const char *starts_on)
{
  return contains (self, self->hidden, measure, group, starts_on);
}

gboolean
sf_linked_is_given_away (SfLinked *self,
                         SfMeasure *measure,
                         SfFamilyGroup *group,
                         const char *starts_on)
{
  return contains (self, self->given_away, measure, group, starts_on);
}
