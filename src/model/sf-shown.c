/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-shown.h"

#include <string.h>

SfShown *
sf_shown_new (const SfUuid *measure, const char *starts_on)
{
  SfShown *self = g_new0 (SfShown, 1);

  self->measure = *measure;
  self->starts_on = g_strdup (starts_on);
  self->figures = g_array_new (FALSE, FALSE, sizeof (SfShownFigure));
  return self;
}

SfShown *
sf_shown_copy (const SfShown *self)
{
  SfShown *copy = sf_shown_new (&self->measure, self->starts_on);

  if (self->figures->len > 0)
    g_array_append_vals (copy->figures, self->figures->data, self->figures->len);
  return copy;
}

void
sf_shown_free (SfShown *self)
{
  g_free (self->starts_on);
  g_array_unref (self->figures);
  g_free (self);
}

static SfShownFigure *
find_figure (const SfShown *self, const SfUuid *group)
{
  const SfUuid nil = { { 0 } };

  for (guint i = 0; i < self->figures->len; i++)
    {
      SfShownFigure *figure = &g_array_index (self->figures, SfShownFigure, i);

      if (sf_uuid_equal (&figure->group, group != NULL ? group : &nil))
        return figure;
    }
  return NULL;
}

const SfShownFigure *
sf_shown_find (const SfShown *self, const SfUuid *group)
{
  return find_figure (self, group);
}

void
sf_shown_add (
    SfShown *self, const SfUuid *group, gint64 count, gint64 denominator, gboolean is_shown)
{
  SfShownFigure figure = { { { 0 } }, count, denominator, is_shown };

  if (group != NULL)
    figure.group = *group;
  g_array_append_val (self->figures, figure);
}

void
sf_shown_mark (SfShown *self, const SfUuid *group)
{
  SfShownFigure *figure = find_figure (self, group);

  g_return_if_fail (figure != NULL);

  figure->is_shown = TRUE;
}

gboolean
sf_shown_covers (const SfShown *self, const SfShown *other)
{
  if (!sf_uuid_equal (&self->measure, &other->measure)
      || strcmp (self->starts_on, other->starts_on) != 0
      || self->figures->len != other->figures->len)
    return FALSE;
  for (guint i = 0; i < other->figures->len; i++)
    {
      const SfShownFigure *theirs = &g_array_index (other->figures, SfShownFigure, i);
      const SfShownFigure *ours = find_figure (self, &theirs->group);

      if (ours == NULL || ours->count != theirs->count || ours->denominator != theirs->denominator
          || (theirs->is_shown && !ours->is_shown))
        return FALSE;
    }
  return TRUE;
}
