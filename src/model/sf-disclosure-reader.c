/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <math.h>

/* What a reader cannot exclude: other tables that agree with everything shown ("worlds"). */

/* Halving a fraction away is tried so often; sums of parts seldom need it at all. */
#define MAX_BRANCHES 40
/* A world is looked for near by first: with all but so many of the nearest quantities as they are.
 */
static const guint limits[] = { 16, 48, 160, G_MAXUINT };
/* So many worlds are kept for each need. */
#define MAX_WORLDS 4

/* A condition on a quantity. */
typedef struct
{
  guint quantity;
  gint64 low;
  gint64 high;
} Demand;

/* The equations around one quantity. */
typedef struct
{
  SfReader *reader;
  GArray *columns; /* of guint: quantities that the reader is not told */
  GArray *sums;    /* of guint */
  GHashTable *places;
  gint64 *low;
  gint64 *high;
  gint64 *world;
  guint branches;
} Search;

static void
clear_quantity (gpointer data)
{
  SfQuantity *quantity = data;

  g_clear_pointer (&quantity->sums, g_array_unref);
  for (guint i = 0; i < SF_N_NEEDS; i++)
    g_clear_pointer (&quantity->worlds[i], g_ptr_array_unref);
}

SfReader *
sf_reader_new (void)
{
  SfReader *self = g_new0 (SfReader, 1);

  self->quantities = g_array_new (FALSE, TRUE, sizeof (SfQuantity));
  g_array_set_clear_func (self->quantities, clear_quantity);
  self->sums = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  return self;
}

void
sf_reader_free (SfReader *self)
{
  g_array_unref (self->quantities);
  g_ptr_array_unref (self->sums);
  g_free (self);
}

SfQuantity *
sf_reader_get (SfReader *self, guint quantity)
{
  return &g_array_index (self->quantities, SfQuantity, quantity);
}

guint
sf_reader_add_quantity (SfReader *self, gint64 value)
{
  SfQuantity quantity = { .value = value };

  quantity.sums = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->quantities, quantity);
  return self->quantities->len - 1;
}

void
sf_reader_add_sum (SfReader *self, GArray *terms)
{
  guint index = self->sums->len;

  for (guint i = 0; i < terms->len; i++)
    g_array_append_val (sf_reader_get (self, g_array_index (terms, SfTerm, i).quantity)->sums,
                        index);
  g_ptr_array_add (self->sums, terms);
}

gboolean
sf_reader_is_small (gint64 value)
{
  return value > 0 && value < SF_DISCLOSURE_LEAST;
}

gboolean
sf_reader_is_unknown (SfReader *self, guint quantity)
{
  const SfQuantity *it = sf_reader_get (self, quantity);

  return !it->known && (!it->open || it->hidden);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return left < right ? -1 : left > right;
}

/* Adds the unknown quantities of a sum that are not there yet. */
static void
collect_sum (SfReader *self, guint sum, guint limit, GHashTable *seen, GArray *found)
{
  GArray *terms = self->sums->pdata[sum];

  for (guint i = 0; i < terms->len && found->len < limit; i++)
    {
      guint quantity = g_array_index (terms, SfTerm, i).quantity;

      if (sf_reader_is_unknown (self, quantity)
          && g_hash_table_add (seen, GUINT_TO_POINTER (quantity + 1)))
        g_array_append_val (found, quantity);
    }
}

GArray *
sf_reader_collect (SfReader *self, guint quantity, guint limit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (found, quantity);
  g_hash_table_add (seen, GUINT_TO_POINTER (quantity + 1));
  for (guint i = 0; i < found->len && found->len < limit; i++)
    {
      GArray *of = sf_reader_get (self, g_array_index (found, guint, i))->sums;

      for (guint j = 0; j < of->len; j++)
        collect_sum (self, g_array_index (of, guint, j), limit, seen, found);
    }
  /* It stays first; the others are in an order that does not hang on the way here. */
  if (found->len > 2)
    qsort (&g_array_index (found, guint, 1), found->len - 1, sizeof (guint), compare_numbers);
  return found;
}

/* (transfer full): the sums that any of these are in */
static GArray *
list_sums (SfReader *self, GArray *quantities)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < quantities->len; i++)
    {
      GArray *of = sf_reader_get (self, g_array_index (quantities, guint, i))->sums;

      for (guint j = 0; j < of->len; j++)
        {
          guint sum = g_array_index (of, guint, j);

          if (g_hash_table_add (seen, GUINT_TO_POINTER (sum + 1)))
            g_array_append_val (sums, sum);
        }
    }
  g_array_sort (sums, compare_numbers);
  return sums;
}

static int
find_column (Search *search, guint quantity)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (search->places, GUINT_TO_POINTER (quantity + 1)))
         - 1;
}

/* One sum as an equation of how far each unknown quantity is above its lower bound. */
static void
fill_row (Search *search, guint sum, double *row, guint width)
{
  GArray *terms = search->reader->sums->pdata[sum];

  for (guint i = 0; i < terms->len; i++)
    {
      const SfTerm *term = &g_array_index (terms, SfTerm, i);
      int column = find_column (search, term->quantity);
      gint64 fixed = column < 0 ? sf_reader_get (search->reader, term->quantity)->value
                                : search->low[column];

      if (column >= 0)
        row[column] += term->sign;
      row[width - 1] -= (double)(term->sign * fixed);
    }
}

/* Adds the sums up again, in whole numbers. */
static gboolean
check_world (Search *search)
{
  for (guint i = 0; i < search->columns->len; i++)
    if (search->world[i] < search->low[i] || search->world[i] > search->high[i])
      return FALSE;
  for (guint i = 0; i < search->sums->len; i++)
    {
      GArray *terms = search->reader->sums->pdata[g_array_index (search->sums, guint, i)];
      gint64 total = 0;

      for (guint j = 0; j < terms->len; j++)
        {
          const SfTerm *term = &g_array_index (terms, SfTerm, j);
          int column = find_column (search, term->quantity);

          total += term->sign
                   * (column < 0 ? sf_reader_get (search->reader, term->quantity)->value
                                 : search->world[column]);
        }
      if (total != 0)
        return FALSE;
    }
  return TRUE;
}

/* Solves the equations in real numbers; bounds from above are rows of their own. */
static gboolean
solve (Search *search, double *solution)
{
  guint n = search->columns->len;
  guint n_bounds = 0;
  guint width;
  g_autofree double *table = NULL;

  for (guint i = 0; i < n; i++)
    n_bounds += search->high[i] < G_MAXINT64;
  width = n + n_bounds + 1;
  table = g_new0 (double, (gsize)(search->sums->len + n_bounds + 1) * width);
  for (guint i = 0; i < search->sums->len; i++)
    fill_row (search, g_array_index (search->sums, guint, i), table + (gsize)i * width, width);
  for (guint i = 0, bound = 0; i < n; i++)
    {
      double *row = table + (gsize)(search->sums->len + bound) * width;

      if (search->high[i] == G_MAXINT64)
        continue;
      if (search->high[i] < search->low[i])
        return FALSE;
      row[i] = 1.0;
      row[n + bound] = 1.0;
      row[width - 1] = (double)(search->high[i] - search->low[i]);
      bound++;
    }
  return sf_simplex_find (table, search->sums->len + n_bounds, width - 1, solution,
                          &search->reader->work, &search->reader->gave_up);
}

static gboolean search_world (Search *search);

/* The same with one bound tighter. */
static gboolean
search_branch (Search *search, gint64 *bound, gint64 value)
{
  gint64 kept = *bound;
  gboolean found;

  *bound = value;
  found = search_world (search);
  *bound = kept;
  return found;
}

static gboolean
search_world (Search *search)
{
  guint n = search->columns->len;
  g_autofree double *solution = g_new0 (double, 2 * (gsize)n + 1);

  if (search->branches++ > MAX_BRANCHES)
    {
      search->reader->gave_up = TRUE;
      return FALSE;
    }
  if (!solve (search, solution))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double whole = round (solution[i]);

      if (fabs (solution[i] - whole) > 1e-5)
        {
          gint64 below = search->low[i] + (gint64)floor (solution[i]);

          return search_branch (search, &search->high[i], below)
                 || search_branch (search, &search->low[i], below + 1);
        }
      search->world[i] = search->low[i] + (gint64)whole;
    }
  if (check_world (search))
    return TRUE;
  search->reader->gave_up = TRUE;
  return FALSE;
}

static gboolean
has_other_small (Search *search)
{
  for (guint i = 1; i < search->columns->len; i++)
    if (sf_reader_is_small (search->world[i]))
      return TRUE;
  return FALSE;
}

/* Makes one after the other of the other quantities small. */
static gboolean
search_small (Search *search)
{
  for (guint i = 1; i < search->columns->len; i++)
    {
      gint64 low = search->low[i];
      gint64 high = search->high[i];
      gboolean found;

      search->low[i] = MAX (low, 1);
      search->high[i] = MIN (high, SF_DISCLOSURE_LEAST - 1);
      search->branches = 0;
      found = search_world (search);
      search->low[i] = low;
      search->high[i] = high;
      if (found)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): what is otherwise than in truth */
static GArray *
list_changes (Search *search)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < search->columns->len; i++)
    {
      guint quantity = g_array_index (search->columns, guint, i);

      if (search->world[i] != sf_reader_get (search->reader, quantity)->value)
        g_array_append_val (changes, quantity);
    }
  return changes;
}

/* (transfer full) (nullable): what changes in a world that is found among the nearest quantities */
static GArray *
find_near_world (
    SfReader *self, const Demand *demand, gboolean want_small, guint limit, gboolean *is_all)
{
  g_autoptr (GArray) columns = sf_reader_collect (self, demand->quantity, limit);
  g_autoptr (GArray) sums = list_sums (self, columns);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autofree gint64 *low = g_new0 (gint64, columns->len);
  g_autofree gint64 *high = g_new0 (gint64, columns->len);
  g_autofree gint64 *world = g_new0 (gint64, columns->len);
  Search search = { self, columns, sums, places, low, high, world, 0 };

  *is_all = columns->len < limit;
  for (guint i = 0; i < columns->len; i++)
    {
      high[i] = G_MAXINT64;
      g_hash_table_insert (places, GUINT_TO_POINTER (g_array_index (columns, guint, i) + 1),
                           GINT_TO_POINTER ((int)i + 1));
    }
  low[0] = demand->low;
  high[0] = demand->high;
  if (!search_world (&search)
      || (want_small && !has_other_small (&search) && !search_small (&search)))
    return NULL;
  return list_changes (&search);
}

static GArray *
find_world (SfReader *self, const Demand *demand, gboolean want_small)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      gboolean is_all;
      GArray *changes = find_near_world (self, demand, want_small, limits[i], &is_all);

      if (changes != NULL || is_all)
        return changes;
    }
  return NULL;
}

/* (transfer full) (nullable): what changes in a world as a need asks for it */
static GArray *
find_needed (SfReader *self, guint quantity, SfNeed need)
{
  gint64 value = sf_reader_get (self, quantity)->value;
  Demand low = { quantity, 0, 1 };
  Demand high = { quantity, SF_DISCLOSURE_LEAST, G_MAXINT64 };
  Demand below = { quantity, 0, value - 1 };
  Demand above = { quantity, value + 1, G_MAXINT64 };
  GArray *changes = NULL;

  switch (need)
    {
    case SF_NEED_LOW:
      return find_world (self, &low, FALSE);
    case SF_NEED_HIGH:
      return find_world (self, &high, FALSE);
    case SF_NEED_STRICT:
      return find_world (self, &high, TRUE);
    case SF_NEED_OTHER:
      if (value > 0)
        changes = find_world (self, &below, FALSE);
      return changes != NULL ? changes : find_world (self, &above, FALSE);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Whether a world that was found before is still one: only what the reader is not told differs. */
static gboolean
is_still_world (SfReader *self, GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (!sf_reader_is_unknown (self, g_array_index (changes, guint, i)))
      return FALSE;
  return TRUE;
}

gboolean
sf_reader_has_need (SfReader *self, guint quantity, SfNeed need)
{
  GPtrArray **worlds = &sf_reader_get (self, quantity)->worlds[g_bit_nth_lsf ((gulong)need, -1)];
  GArray *changes;

  if (*worlds == NULL)
    *worlds = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < (*worlds)->len; i++)
    if (is_still_world (self, (*worlds)->pdata[i]))
      return TRUE;
  changes = find_needed (self, quantity, need);
  if (changes == NULL)
    return FALSE;
  if ((*worlds)->len >= MAX_WORLDS)
    g_ptr_array_remove_index (*worlds, 0);
  g_ptr_array_add (*worlds, changes);
  return TRUE;
}
