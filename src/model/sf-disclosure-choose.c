/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

/* Which figures protect the small ones. Figures that have nothing to do with each other are chosen
 * for one by one. In each such part everything is hidden first, then shown again as far as the
 * reader still learns nothing, the largest figure first; that is a solution that no figure can be
 * taken from. Then sets of fewer figures, and as many of a smaller sum, are tried, from the
 * smallest, as long as they are not too many. */

/* So many sets of one size are made, so many tried in all, and so much computed for it (the same
 * on every PC, so that all decide alike): a few tenths of a second. */
#define MAX_SETS 4000
#define MAX_TRIES 1500
#define MAX_WORK G_GUINT64_CONSTANT (200000000)

/* One part of the table. */
typedef struct
{
  SfReader *reader;
  GArray *guarded;    /* of guint: what has needs, the last that failed first */
  GArray *candidates; /* of guint: what may be hidden beside what must be, in their order */
  guint tries;
  guint64 until; /* how much may be computed */
} Part;

/* Some candidates, by their places among them in rising order. */
typedef struct
{
  guint *places;
  guint n;
  gint64 sum;
} Choice;

static const SfNeed all_needs[] = { SF_NEED_LOW, SF_NEED_HIGH, SF_NEED_STRICT, SF_NEED_OTHER };

static void
find_needs (SfReader *reader, guint at)
{
  const guint range = SF_NEED_LOW | SF_NEED_HIGH;
  SfQuantity *it = sf_reader_get (reader, at);
  gboolean small = sf_reader_is_small (it->value);
  guint found = 0;

  it->needs = 0;
  it->hopeless = small && it->known;
  if (!sf_reader_is_unknown (reader, at))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (all_needs); i++)
    {
      gboolean wanted = all_needs[i] == SF_NEED_OTHER    ? it->open || it->guarded
                        : all_needs[i] == SF_NEED_STRICT ? small && !it->elsewhere
                                                         : small;

      reader->gave_up = FALSE;
      if (wanted && sf_reader_has_need (reader, at, all_needs[i]))
        found |= all_needs[i];
      /* What is not known to be out of reach stays wanted. */
      else if (wanted && reader->gave_up)
        it->needs |= all_needs[i];
    }
  it->needs |= found;
  it->hopeless = small && (found & range) != range;
}

static gboolean
is_safe (Part *part, guint quantity)
{
  const SfQuantity *it = sf_reader_get (part->reader, quantity);

  if (!sf_reader_is_unknown (part->reader, quantity))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (all_needs); i++)
    if ((it->needs & all_needs[i]) != 0
        && !sf_reader_has_need (part->reader, quantity, all_needs[i]))
      return FALSE;
  return TRUE;
}

/* Whether everything that has needs has them met. */
static gboolean
audit (Part *part)
{
  part->tries++;
  for (guint i = 0; i < part->guarded->len; i++)
    {
      guint quantity = g_array_index (part->guarded, guint, i);

      if (is_safe (part, quantity))
        continue;
      /* What failed once is likely to fail again. */
      g_array_remove_index (part->guarded, i);
      g_array_prepend_val (part->guarded, quantity);
      return FALSE;
    }
  return TRUE;
}

static SfQuantity *
get_candidate (Part *part, guint place)
{
  return sf_reader_get (part->reader, g_array_index (part->candidates, guint, place));
}

static void
hide_only (Part *part, const Choice *choice)
{
  for (guint i = 0; i < part->candidates->len; i++)
    get_candidate (part, i)->hidden = FALSE;
  for (guint i = 0; i < choice->n; i++)
    get_candidate (part, choice->places[i])->hidden = TRUE;
}

static int
compare_largest_first (gconstpointer a, gconstpointer b, gpointer data)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;
  gint64 left_value = get_candidate (data, left)->value;
  gint64 right_value = get_candidate (data, right)->value;

  if (left_value != right_value)
    return left_value > right_value ? -1 : 1;
  return left < right ? -1 : left > right;
}

/* A protected figure that the reader works out all the same protects nothing. */
static void
show_useless (Part *part)
{
  for (guint i = 0; i < part->candidates->len; i++)
    if (get_candidate (part, i)->hidden
        && !sf_reader_has_need (part->reader, g_array_index (part->candidates, guint, i),
                                SF_NEED_OTHER))
      get_candidate (part, i)->hidden = FALSE;
}

/* Shows again what can be, the largest first. While that goes on, only the small are guarded: a
 * hidden figure that can be worked out is shown at the end. */
static void
show_again (Part *part)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *kept = g_new0 (guint, part->candidates->len);

  for (guint i = 0; i < part->candidates->len; i++)
    {
      g_array_append_val (order, i);
      kept[i] = get_candidate (part, i)->needs;
      get_candidate (part, i)->needs = 0;
      get_candidate (part, i)->hidden = TRUE;
    }
  g_array_sort_with_data (order, compare_largest_first, part);
  for (guint i = 0; i < order->len; i++)
    {
      SfQuantity *it = get_candidate (part, g_array_index (order, guint, i));

      it->hidden = FALSE;
      if (!audit (part))
        it->hidden = TRUE;
    }
  for (guint i = 0; i < part->candidates->len; i++)
    get_candidate (part, i)->needs = kept[i];
  show_useless (part);
}

/* The smallest sum first; of equal sums the one whose figures were added last. */
static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const Choice *left = a;
  const Choice *right = b;

  if (left->sum != right->sum)
    return left->sum < right->sum ? -1 : 1;
  for (guint i = left->n; i > 0; i--)
    if (left->places[i - 1] != right->places[i - 1])
      return left->places[i - 1] > right->places[i - 1] ? -1 : 1;
  return 0;
}

static void
clear_choice (gpointer data)
{
  g_free (((Choice *)data)->places);
}

/* The next set of as many places out of @n, counting up; FALSE after the last. */
static gboolean
advance (guint *places, guint size, guint n)
{
  for (guint i = size; i > 0; i--)
    {
      if (places[i - 1] >= n - size + i - 1)
        continue;
      places[i - 1]++;
      for (guint j = i; j < size; j++)
        places[j] = places[j - 1] + 1;
      return TRUE;
    }
  return FALSE;
}

/* (nullable): every set of a size, in the order of trying; NULL if they are too many */
static GArray *
list_choices (Part *part, guint size)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, TRUE, sizeof (Choice));
  g_autofree guint *places = g_new0 (guint, size + 1);

  g_array_set_clear_func (choices, clear_choice);
  for (guint i = 0; i < size; i++)
    places[i] = i;
  do
    {
      Choice choice = { NULL, size, 0 };

      if (choices->len >= MAX_SETS)
        return NULL;
      choice.places = g_memdup2 (places, (size + 1) * sizeof (guint));
      for (guint i = 0; i < size; i++)
        choice.sum += get_candidate (part, places[i])->value;
      g_array_append_val (choices, choice);
    }
  while (advance (places, size, part->candidates->len));
  g_array_sort (choices, compare_choices);
  return g_steal_pointer (&choices);
}

/* What is hidden now. */
static void
read_choice (Part *part, Choice *choice)
{
  choice->places = g_new0 (guint, part->candidates->len + 1);
  choice->n = 0;
  choice->sum = 0;
  for (guint i = 0; i < part->candidates->len; i++)
    if (get_candidate (part, i)->hidden)
      {
        choice->places[choice->n++] = i;
        choice->sum += get_candidate (part, i)->value;
      }
}

static gboolean
may_go_on (Part *part)
{
  return part->tries < MAX_TRIES && part->reader->work < part->until;
}

/* Looks for something better than what is hidden now, which stays if there is nothing. */
static void
look_for_less (Part *part)
{
  Choice best;

  read_choice (part, &best);
  for (guint size = 0; size <= best.n; size++)
    {
      g_autoptr (GArray) choices = list_choices (part, size);

      for (guint i = 0; choices != NULL && i < choices->len && may_go_on (part); i++)
        {
          const Choice *choice = &g_array_index (choices, Choice, i);

          if (size == best.n && compare_choices (choice, &best) >= 0)
            break;
          hide_only (part, choice);
          if (audit (part))
            {
              clear_choice (&best);
              return;
            }
        }
      if (choices == NULL || !may_go_on (part))
        break;
    }
  hide_only (part, &best);
  clear_choice (&best);
}

static void
choose_part (SfReader *reader, GArray *members)
{
  Part part = { reader, g_array_new (FALSE, FALSE, sizeof (guint)),
                g_array_new (FALSE, FALSE, sizeof (guint)), 0, 0 };

  for (guint i = 0; i < members->len; i++)
    {
      guint at = g_array_index (members, guint, i);
      SfQuantity *it = sf_reader_get (reader, at);

      if (it->needs != 0)
        g_array_append_val (part.guarded, at);
      if (it->open && !it->forced)
        g_array_append_val (part.candidates, at);
    }
  for (guint i = 0; i < part.candidates->len; i++)
    get_candidate (&part, i)->hidden = FALSE;
  if (!audit (&part))
    {
      show_again (&part);
      part.tries = 0;
      part.until = reader->work + MAX_WORK;
      look_for_less (&part);
    }
  g_array_unref (part.guarded);
  g_array_unref (part.candidates);
}

/* While everything that can be is hidden: the parts that sums tie together. */
static GPtrArray *
list_parts (SfReader *reader)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree gboolean *seen = g_new0 (gboolean, reader->quantities->len + 1);

  for (guint i = 0; i < reader->quantities->len; i++)
    {
      GArray *members;

      if (seen[i] || !sf_reader_is_unknown (reader, i))
        continue;
      members = sf_reader_collect (reader, i, G_MAXUINT);
      for (guint j = 0; j < members->len; j++)
        seen[g_array_index (members, guint, j)] = TRUE;
      g_ptr_array_add (parts, members);
    }
  return parts;
}

/* Whether there is anything that must be hidden, or must stay so. */
static gboolean
is_anything_small (SfReader *self)
{
  for (guint i = 0; i < self->quantities->len; i++)
    {
      const SfQuantity *it = sf_reader_get (self, i);

      if (sf_reader_is_small (it->value) || it->forced || it->guarded)
        return TRUE;
    }
  return FALSE;
}

void
sf_reader_choose (SfReader *self)
{
  g_autoptr (GPtrArray) parts = NULL;

  for (guint i = 0; i < self->quantities->len; i++)
    {
      SfQuantity *it = sf_reader_get (self, i);

      it->open = it->open && !it->known;
      it->hidden = it->open;
    }
  if (!is_anything_small (self))
    {
      for (guint i = 0; i < self->quantities->len; i++)
        sf_reader_get (self, i)->hidden = FALSE;
      return;
    }
  parts = list_parts (self);
  for (guint i = 0; i < self->quantities->len; i++)
    find_needs (self, i);
  for (guint i = 0; i < parts->len; i++)
    choose_part (self, parts->pdata[i]);
}
