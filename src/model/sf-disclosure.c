/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-disclosure-private.h"

#include <glib/gi18n-lib.h>

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
  g_array_unref (((SfRelation *)data)->parts);
}

static void
clear_link (gpointer data)
{
  SfLink *link = data;

  g_array_unref (link->cells);
  g_array_unref (link->values);
}

SfDisclosure *
sf_disclosure_new (void)
{
  SfDisclosure *self = g_new0 (SfDisclosure, 1);

  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations = g_array_new (FALSE, TRUE, sizeof (SfRelation));
  g_array_set_clear_func (self->relations, clear_relation);
  self->earlier = g_array_new (FALSE, TRUE, sizeof (SfEarlier));
  self->links = g_array_new (FALSE, TRUE, sizeof (SfLink));
  g_array_set_clear_func (self->links, clear_link);
  return self;
}

void
sf_disclosure_free (SfDisclosure *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->relations);
  g_array_unref (self->earlier);
  g_array_unref (self->links);
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

static SfDisclosureCell *
get_cell (SfDisclosure *self, const char *key)
{
  /* before the array is looked at: it moves when it grows */
  guint place = ensure_cell (self, key);

  return self->cells->pdata[place];
}

void
sf_disclosure_add (SfDisclosure *self, const char *key, gint64 count, gint64 denominator)
{
  SfDisclosureCell *cell;

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (key != NULL);
  g_return_if_fail (count >= 0);
  g_return_if_fail (denominator >= 0 || denominator == SF_DISCLOSURE_NONE);

  cell = get_cell (self, key);
  g_return_if_fail (cell->values[SF_FIGURE_COUNT] == SF_DISCLOSURE_NONE);
  cell->values[SF_FIGURE_COUNT] = count;
  cell->values[SF_FIGURE_DENOMINATOR] = denominator;
}

void
sf_disclosure_withhold (SfDisclosure *self, const char *key)
{
  SfDisclosureCell *cell;

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (key != NULL);

  cell = get_cell (self, key);
  cell->withheld = TRUE;
}

void
sf_disclosure_add_unsaid (SfDisclosure *self, const char *key, gint64 count, gint64 denominator)
{
  SfDisclosureCell *cell;

  sf_disclosure_add (self, key, count, denominator);
  cell = find_cell (self, key);
  g_return_if_fail (cell != NULL);
  cell->unsaid = TRUE;
}

static void
add_relation (SfDisclosure *self, const char *whole, const char *const *parts, gboolean is_sum)
{
  SfRelation relation
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
sf_disclosure_leave (SfDisclosure *self, const char *key, gboolean shown, gboolean guarded)
{
  SfDisclosureCell *cell;

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (key != NULL);

  cell = get_cell (self, key);
  cell->left = TRUE;
  cell->left_shown = shown;
  cell->left_guarded = guarded && !shown;
}

void
sf_disclosure_add_link (SfDisclosure *self,
                        SfFigure figure,
                        const char *const *keys,
                        const gint64 *values)
{
  SfLink link = { figure, g_array_new (FALSE, FALSE, sizeof (guint)),
                  g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gint64 rest = values[0];

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint cell = ensure_cell (self, keys[i]);

      g_array_append_val (link.cells, cell);
      g_array_append_val (link.values, values[i]);
      rest -= i > 0 ? values[i] : 0;
    }
  if (rest == 0 && link.cells->len > 1)
    g_array_append_val (self->links, link);
  else
    clear_link (&link);
  g_return_if_fail (rest == 0);
}

void
sf_disclosure_set_public (SfDisclosure *self, const char *key, SfFigure figure)
{
  SfDisclosureCell *cell;

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (key != NULL && figure < SF_N_FIGURES);

  cell = get_cell (self, key);
  cell->is_public[figure] = TRUE;
}

gint64
sf_disclosure_make_id (guint edition, guint cell, SfFigure figure)
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
  SfEarlier earlier = { 0, edition, 0, figure, value, shown };

  g_return_if_fail (self != NULL && !self->decided);
  g_return_if_fail (edition != SF_DISCLOSURE_CURRENT);
  g_return_if_fail (key != NULL && figure < SF_N_FIGURES);
  g_return_if_fail (value >= 0);

  earlier.cell = ensure_cell (self, key);
  earlier.id = sf_disclosure_make_id (edition, earlier.cell, figure);
  g_array_append_val (self->earlier, earlier);
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
