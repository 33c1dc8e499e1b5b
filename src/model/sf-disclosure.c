/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <glib/gi18n-lib.h>

/* Cells and what is said of them become quantities and sums of a reader (sf-disclosure-reader.c),
 * one of each for every value that a figure ever had in a report of the year. */

/* Beside the figures: how many of the denominator are not counted. */
#define COMPLEMENT SF_N_FIGURES

/* A whole and its parts. */
typedef struct
{
  guint whole;
  GArray *parts; /* of guint */
  gboolean is_sum;
} Relation;

typedef struct
{
  gint64 id; /* of edition, cell and figure */
  guint edition;
  guint cell;
  SfFigure figure;
  gint64 value;
  gboolean shown;
} Earlier;

struct _SfDisclosure
{
  GPtrArray *cells; /* of SfDisclosureCell */
  GHashTable *by_key;
  GArray *relations;
  GArray *earlier;
  gboolean decided;

  /* While deciding. */
  SfReader *reader;
  GHashTable *by_edition; /* of Earlier, by its id */
  GHashTable *quantities; /* name to quantity + 1 */
  GHashTable *sums;       /* those that were added, by name */
  GArray *owners;         /* of guint: the cell that a quantity belongs to */
};

/* The current figures are a version like those of earlier reports. */
#define CURRENT G_MAXUINT

static void
free_cell (gpointer data)
{
  SfDisclosureCell *cell = data;

  g_free (cell->key);
  g_free (cell);
}

static void
clear_relation (gpointer data)
{
  g_array_unref (((Relation *)data)->parts);
}

SfDisclosure *
sf_disclosure_new (void)
{
  SfDisclosure *self = g_new0 (SfDisclosure, 1);

  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations = g_array_new (FALSE, TRUE, sizeof (Relation));
  g_array_set_clear_func (self->relations, clear_relation);
  self->earlier = g_array_new (FALSE, TRUE, sizeof (Earlier));
  return self;
}

void
sf_disclosure_free (SfDisclosure *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->relations);
  g_array_unref (self->earlier);
  g_free (self);
}

guint
sf_disclosure_get_n_cells (SfDisclosure *self)
{
  return self->cells->len;
}

const SfDisclosureCell *
sf_disclosure_get_cell (SfDisclosure *self, guint cell)
{
  return self->cells->pdata[cell];
}

static SfDisclosureCell *
find_cell (SfDisclosure *self, const char *key)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));

  return place > 0 ? self->cells->pdata[place - 1] : NULL;
}

/* The place of a cell; it is made, without figures, if it is not there yet. */
static guint
ensure_cell (SfDisclosure *self, const char *key)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_key, key));
  SfDisclosureCell *cell;

  if (place > 0)
    return place - 1;
  cell = g_new0 (SfDisclosureCell, 1);
  cell->key = g_strdup (key);
  for (guint i = 0; i < SF_N_FIGURES; i++)
    {
      cell->values[i] = SF_DISCLOSURE_NONE;
      cell->answers[i] = SF_DISCLOSURE_SMALL;
    }
  g_ptr_array_add (self->cells, cell);
  g_hash_table_insert (self->by_key, cell->key, GUINT_TO_POINTER (self->cells->len));
  return self->cells->len - 1;
}

void
sf_disclosure_add (SfDisclosure *self, const char *key, gint64 count, gint64 denominator)
{
  SfDisclosureCell *cell;
  guint place;

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (key != NULL);
  g_return_if_fail (count >= 0);
  g_return_if_fail (denominator >= 0 || denominator == SF_DISCLOSURE_NONE);

  place = ensure_cell (self, key);
  cell = self->cells->pdata[place];
  g_return_if_fail (cell->values[SF_FIGURE_COUNT] == SF_DISCLOSURE_NONE);
  cell->values[SF_FIGURE_COUNT] = count;
  cell->values[SF_FIGURE_DENOMINATOR] = denominator;
}

static void
add_relation (SfDisclosure *self, const char *whole, const char *const *parts, gboolean is_sum)
{
  Relation relation
      = { ensure_cell (self, whole), g_array_new (FALSE, FALSE, sizeof (guint)), is_sum };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint part = ensure_cell (self, parts[i]);

      g_array_append_val (relation.parts, part);
    }
  g_array_append_val (self->relations, relation);
}

void
sf_disclosure_add_sum (SfDisclosure *self, const char *total, const char *const *parts)
{
  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (total != NULL && parts != NULL);

  add_relation (self, total, parts, TRUE);
}

void
sf_disclosure_add_group (SfDisclosure *self, const char *whole, const char *group)
{
  const char *parts[] = { group, NULL };

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (whole != NULL && group != NULL);

  add_relation (self, whole, parts, FALSE);
}

void
sf_disclosure_set_public (SfDisclosure *self, const char *key, SfFigure figure)
{
  SfDisclosureCell *cell;
  guint place;

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (key != NULL && figure < SF_N_FIGURES);

  place = ensure_cell (self, key);
  cell = self->cells->pdata[place];
  cell->is_public[figure] = TRUE;
}

static gint64
make_id (guint edition, guint cell, SfFigure figure)
{
  return (gint64)((guint64)edition << 32 | cell << 1 | figure);
}

void
sf_disclosure_add_earlier (SfDisclosure *self,
                           guint edition,
                           const char *key,
                           SfFigure figure,
                           gint64 value,
                           gboolean shown)
{
  Earlier earlier = { 0, edition, 0, figure, value, shown };

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (edition != CURRENT);
  g_return_if_fail (key != NULL && figure < SF_N_FIGURES);
  g_return_if_fail (value >= 0);

  earlier.cell = ensure_cell (self, key);
  earlier.id = make_id (edition, earlier.cell, figure);
  g_array_append_val (self->earlier, earlier);
}

static void
index_earlier (SfDisclosure *self)
{
  self->by_edition = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->earlier->len; i++)
    g_hash_table_add (self->by_edition, &g_array_index (self->earlier, Earlier, i));
}

/* A figure in one version; where an earlier report does not have it, as it is now. */
static gint64
get_value (SfDisclosure *self, guint version, guint cell, SfFigure figure)
{
  gint64 id = make_id (version, cell, figure);
  const Earlier *earlier = version != CURRENT ? g_hash_table_lookup (self->by_edition, &id) : NULL;

  return earlier != NULL ? earlier->value : sf_disclosure_get_cell (self, cell)->values[figure];
}

/* Takes @name. The quantity of that name and value; the same value is the same quantity. */
static guint
ensure_quantity (SfDisclosure *self, char *name, gint64 value, guint owner)
{
  guint quantity = GPOINTER_TO_UINT (g_hash_table_lookup (self->quantities, name));

  if (quantity > 0)
    {
      g_free (name);
      return quantity - 1;
    }
  quantity = sf_reader_add_quantity (self->reader, value);
  g_array_append_val (self->owners, owner);
  g_hash_table_insert (self->quantities, name, GUINT_TO_POINTER (quantity + 1));
  return quantity;
}

static guint
ensure_figure (SfDisclosure *self, guint cell, guint figure, gint64 value)
{
  return ensure_quantity (self,
                          g_strdup_printf ("cell %u %u %" G_GINT64_FORMAT, cell, figure, value),
                          value, cell);
}

/* whole − parts = 0, once */
static void
add_sum_once (SfDisclosure *self, guint whole, const guint *parts, guint n_parts)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (SfTerm));
  SfTerm term = { whole, 1 };
  g_autoptr (GString) name = g_string_new (NULL);

  g_array_append_val (terms, term);
  g_string_append_printf (name, "%u", whole);
  for (guint i = 0; i < n_parts; i++)
    {
      term = (SfTerm){ parts[i], -1 };
      g_array_append_val (terms, term);
      g_string_append_printf (name, " %u", parts[i]);
    }
  if (g_hash_table_add (self->sums, g_string_free (g_steal_pointer (&name), FALSE)))
    sf_reader_add_sum (self->reader, terms);
  else
    g_array_unref (terms);
}

/* A count and its complement are the denominator. */
static void
tie_complement (SfDisclosure *self, guint count, guint denominator, const char *of, guint owner)
{
  gint64 value = sf_reader_get (self->reader, denominator)->value
                 - sf_reader_get (self->reader, count)->value;
  guint parts[] = { count, 0 };

  if (value < 0)
    return;
  parts[1]
      = ensure_quantity (self, g_strdup_printf ("%s %d %" G_GINT64_FORMAT, of, COMPLEMENT, value),
                         value, owner);
  add_sum_once (self, denominator, parts, 2);
}

static void
add_cell (SfDisclosure *self, guint version, guint cell)
{
  guint figures[SF_N_FIGURES];
  g_autofree char *name = g_strdup_printf ("cell %u", cell);

  for (guint i = 0; i < SF_N_FIGURES; i++)
    {
      gint64 value = get_value (self, version, cell, i);

      if (value == SF_DISCLOSURE_NONE)
        return;
      figures[i] = ensure_figure (self, cell, i, value);
    }
  tie_complement (self, figures[SF_FIGURE_COUNT], figures[SF_FIGURE_DENOMINATOR], name, cell);
}

/* What is left of a whole beside its parts, or SF_DISCLOSURE_NONE if that cannot be said; below
 * SF_DISCLOSURE_NONE if the parts are more than the whole. */
static gint64
get_rest (SfDisclosure *self, guint version, guint whole, const GArray *parts, SfFigure figure)
{
  gint64 rest = get_value (self, version, whole, figure);

  if (rest == SF_DISCLOSURE_NONE)
    return SF_DISCLOSURE_NONE;
  for (guint i = 0; i < parts->len; i++)
    {
      gint64 value = get_value (self, version, g_array_index (parts, guint, i), figure);

      if (value == SF_DISCLOSURE_NONE)
        return SF_DISCLOSURE_NONE;
      rest -= value;
    }
  return rest >= 0 ? rest : SF_DISCLOSURE_NONE - 1;
}

/* One figure of a whole is those of its parts and what is left.
 * Returns: the quantity of what is left */
static guint
tie_figure (SfDisclosure *self,
            guint version,
            guint whole,
            const GArray *parts,
            SfFigure figure,
            const char *name,
            gint64 rest)
{
  g_autofree guint *terms = g_new0 (guint, parts->len + 1);
  guint owner = parts->len == 1 ? g_array_index (parts, guint, 0) : whole;

  for (guint i = 0; i < parts->len; i++)
    {
      guint part = g_array_index (parts, guint, i);

      terms[i] = ensure_figure (self, part, figure, get_value (self, version, part, figure));
    }
  if (name != NULL)
    terms[parts->len]
        = ensure_quantity (self, g_strdup_printf ("%s %d %" G_GINT64_FORMAT, name, figure, rest),
                           rest, owner);
  add_sum_once (self, ensure_figure (self, whole, figure, get_value (self, version, whole, figure)),
                terms, parts->len + (name != NULL));
  return terms[parts->len];
}

static void
tie_parts (SfDisclosure *self, guint version, guint whole, const GArray *parts, gboolean is_sum)
{
  gint64 counts = get_rest (self, version, whole, parts, SF_FIGURE_COUNT);
  gint64 denominators = get_rest (self, version, whole, parts, SF_FIGURE_DENOMINATOR);
  gboolean has_rest = !is_sum || counts > 0 || denominators > 0;
  g_autoptr (GString) name = g_string_new ("rest");
  guint count = 0;
  guint denominator = 0;

  g_string_append_printf (name, " %u", whole);
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (name, "-%u", g_array_index (parts, guint, i));
  if (counts >= 0)
    count = tie_figure (self, version, whole, parts, SF_FIGURE_COUNT, has_rest ? name->str : NULL,
                        counts);
  if (denominators >= 0)
    denominator = tie_figure (self, version, whole, parts, SF_FIGURE_DENOMINATOR,
                              has_rest ? name->str : NULL, denominators);
  if (has_rest && counts >= 0 && denominators >= 0)
    tie_complement (self, count, denominator, name->str,
                    parts->len == 1 ? g_array_index (parts, guint, 0) : whole);
}

static void
add_relation_of (SfDisclosure *self, guint version, const Relation *relation)
{
  gint64 over = SF_DISCLOSURE_NONE - 1;

  if (get_rest (self, version, relation->whole, relation->parts, SF_FIGURE_COUNT) > over
      && get_rest (self, version, relation->whole, relation->parts, SF_FIGURE_DENOMINATOR) > over)
    {
      tie_parts (self, version, relation->whole, relation->parts, relation->is_sum);
      return;
    }
  for (guint i = 0; i < relation->parts->len; i++)
    {
      g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (part, g_array_index (relation->parts, guint, i));
      tie_parts (self, version, relation->whole, part, FALSE);
    }
}

static void
add_version (SfDisclosure *self, guint version)
{
  for (guint i = 0; i < self->cells->len; i++)
    add_cell (self, version, i);
  for (guint i = 0; i < self->relations->len; i++)
    add_relation_of (self, version, &g_array_index (self->relations, Relation, i));
}

/* Rule 1. */
static gboolean
is_forced (const SfDisclosureCell *cell, SfFigure figure)
{
  gint64 count = cell->values[SF_FIGURE_COUNT];
  gint64 denominator = cell->values[SF_FIGURE_DENOMINATOR];

  return sf_reader_is_small (cell->values[figure]) || sf_reader_is_small (denominator)
         || (figure == SF_FIGURE_COUNT && denominator != SF_DISCLOSURE_NONE
             && sf_reader_is_small (denominator - count));
}

/* The figures as they are now come first, in their order, since of equal ones the first is shown.
 */
static void
add_current (SfDisclosure *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    for (guint j = 0; j < SF_N_FIGURES; j++)
      {
        const SfDisclosureCell *cell = self->cells->pdata[i];
        SfQuantity *it;

        if (cell->values[j] == SF_DISCLOSURE_NONE)
          continue;
        it = sf_reader_get (self->reader, ensure_figure (self, i, j, cell->values[j]));
        it->open = TRUE;
        it->forced = is_forced (cell, j);
        it->known = cell->is_public[j];
      }
  add_version (self, CURRENT);
}

static void
add_editions (SfDisclosure *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->earlier->len; i++)
    {
      const Earlier *earlier = &g_array_index (self->earlier, Earlier, i);
      guint quantity = ensure_figure (self, earlier->cell, earlier->figure, earlier->value);

      /* What is public now was public then. */
      if (earlier->shown
          || sf_disclosure_get_cell (self, earlier->cell)->is_public[earlier->figure])
        sf_reader_get (self->reader, quantity)->known = TRUE;
      if (g_hash_table_add (seen, GUINT_TO_POINTER (earlier->edition + 1)))
        add_version (self, earlier->edition);
    }
}

static void
take_answers (SfDisclosure *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    for (guint j = 0; j < SF_N_FIGURES; j++)
      {
        SfDisclosureCell *cell = self->cells->pdata[i];
        const SfQuantity *it;

        if (cell->values[j] == SF_DISCLOSURE_NONE)
          continue;
        it = sf_reader_get (self->reader, ensure_figure (self, i, j, cell->values[j]));
        cell->answers[j] = it->forced   ? SF_DISCLOSURE_SMALL
                           : it->hidden ? SF_DISCLOSURE_PROTECTS
                                        : SF_DISCLOSURE_SHOWN;
      }
  for (guint i = 0; i < self->owners->len; i++)
    if (sf_reader_get (self->reader, i)->hopeless)
      {
        SfDisclosureCell *cell = self->cells->pdata[g_array_index (self->owners, guint, i)];

        cell->given_away = TRUE;
      }
}

void
sf_disclosure_decide (SfDisclosure *self)
{
  g_return_if_fail (self != NULL && !self->decided);

  self->reader = sf_reader_new ();
  self->quantities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint));

  index_earlier (self);
  add_current (self);
  add_editions (self);
  sf_reader_choose (self->reader);
  take_answers (self);
  self->decided = TRUE;

  g_clear_pointer (&self->reader, sf_reader_free);
  g_clear_pointer (&self->by_edition, g_hash_table_unref);
  g_clear_pointer (&self->quantities, g_hash_table_unref);
  g_clear_pointer (&self->sums, g_hash_table_unref);
  g_clear_pointer (&self->owners, g_array_unref);
}

SfDisclosureAnswer
sf_disclosure_get (SfDisclosure *self, const char *key, SfFigure figure)
{
  const SfDisclosureCell *cell;

  g_return_val_if_fail (self != NULL && self->decided, SF_DISCLOSURE_SMALL);
  g_return_val_if_fail (key != NULL && figure < SF_N_FIGURES, SF_DISCLOSURE_SMALL);

  cell = find_cell (self, key);
  return cell != NULL ? cell->answers[figure] : SF_DISCLOSURE_SMALL;
}

gboolean
sf_disclosure_is_given_away (SfDisclosure *self, const char *key)
{
  const SfDisclosureCell *cell;

  g_return_val_if_fail (self != NULL && self->decided, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  cell = find_cell (self, key);
  return cell != NULL && cell->given_away;
}

gboolean
sf_disclosure_may_show (SfDisclosure *self, const char *key, SfDerived derived)
{
  gboolean count = sf_disclosure_get (self, key, SF_FIGURE_COUNT) == SF_DISCLOSURE_SHOWN;
  gboolean denominator
      = sf_disclosure_get (self, key, SF_FIGURE_DENOMINATOR) == SF_DISCLOSURE_SHOWN;

  switch (derived)
    {
    case SF_DERIVED_COUNT:
      return count;
    case SF_DERIVED_DENOMINATOR:
      return denominator;
    case SF_DERIVED_RATE:
    case SF_DERIVED_COMPLEMENT:
    case SF_DERIVED_REMAINING:
      return count && denominator;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_all_shown (SfDisclosure *self, const char *key)
{
  const SfDisclosureCell *cell = find_cell (self, key);

  if (cell == NULL)
    return FALSE;
  for (guint i = 0; i < SF_N_FIGURES; i++)
    if (cell->values[i] != SF_DISCLOSURE_NONE && cell->answers[i] != SF_DISCLOSURE_SHOWN)
      return FALSE;
  return cell->values[SF_FIGURE_COUNT] != SF_DISCLOSURE_NONE;
}

gboolean
sf_disclosure_may_compare (SfDisclosure *self, const char *key, const char *other)
{
  g_return_val_if_fail (self != NULL && self->decided, FALSE);
  g_return_val_if_fail (key != NULL && other != NULL, FALSE);

  return is_all_shown (self, key) && is_all_shown (self, other);
}

const char *
sf_disclosure_get_mark (void)
{
  return _ ("not shown");
}
