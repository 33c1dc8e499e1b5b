/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

/* Cells and what is said of them become quantities and sums of a reader (sf-disclosure-reader.c),
 * one of each for every value that a figure ever had in a report of the year. */

/* Beside the figures: how many of the denominator are not counted. */
#define COMPLEMENT SF_N_FIGURES

static void
index_earlier (SfDisclosure *self)
{
  self->by_edition = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->earlier->len; i++)
    g_hash_table_add (self->by_edition, &g_array_index (self->earlier, SfEarlier, i));
}

/* A figure in one version; where an earlier report does not have it, as it is now. */
static gint64
get_value (SfDisclosure *self, guint version, guint cell, SfFigure figure)
{
  gint64 id = sf_disclosure_make_id (version, cell, figure);
  const SfEarlier *earlier
      = version != SF_DISCLOSURE_CURRENT ? g_hash_table_lookup (self->by_edition, &id) : NULL;

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
add_relation_of (SfDisclosure *self, guint version, const SfRelation *relation)
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
    if (!sf_disclosure_get_cell (self, i)->unsaid)
      add_cell (self, version, i);
  for (guint i = 0; i < self->relations->len; i++)
    add_relation_of (self, version, &g_array_index (self->relations, SfRelation, i));
}

/* Rule 1. */
static gboolean
is_forced (const SfDisclosureCell *cell, SfFigure figure)
{
  gint64 count = cell->values[SF_FIGURE_COUNT];
  gint64 denominator = cell->values[SF_FIGURE_DENOMINATOR];

  return cell->withheld || sf_reader_is_small (cell->values[figure])
         || sf_reader_is_small (denominator)
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

        if (cell->values[j] == SF_DISCLOSURE_NONE || cell->unsaid)
          continue;
        it = sf_reader_get (self->reader, ensure_figure (self, i, j, cell->values[j]));
        it->open = !cell->left;
        it->forced = is_forced (cell, j);
        it->guarded = cell->left_guarded;
        it->known = cell->is_public[j] || cell->left_shown;
      }
  add_version (self, SF_DISCLOSURE_CURRENT);
}

static void
add_editions (SfDisclosure *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->earlier->len; i++)
    {
      const SfEarlier *earlier = &g_array_index (self->earlier, SfEarlier, i);
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
add_links (SfDisclosure *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const SfLink *link = &g_array_index (self->links, SfLink, i);
      g_autofree guint *quantities = g_new0 (guint, link->cells->len);

      for (guint k = 0; k < link->cells->len; k++)
        quantities[k] = ensure_figure (self, g_array_index (link->cells, guint, k), link->figure,
                                       g_array_index (link->values, gint64, k));
      add_sum_once (self, quantities[0], quantities + 1, link->cells->len - 1);
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

        if (cell->values[j] == SF_DISCLOSURE_NONE || cell->unsaid)
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
  add_links (self);
  for (guint i = 0; i < self->owners->len; i++)
    sf_reader_get (self->reader, i)->elsewhere
        = sf_disclosure_get_cell (self, g_array_index (self->owners, guint, i))->left;
  sf_reader_choose (self->reader);
  take_answers (self);
  self->decided = TRUE;

  g_clear_pointer (&self->reader, sf_reader_free);
  g_clear_pointer (&self->by_edition, g_hash_table_unref);
  g_clear_pointer (&self->quantities, g_hash_table_unref);
  g_clear_pointer (&self->sums, g_hash_table_unref);
  g_clear_pointer (&self->owners, g_array_unref);
}
