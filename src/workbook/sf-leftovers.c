/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store/sf-content.h"
#include "store/sf-shrink.h"
#include "workbook/sf-workbook-helpers.h"

/* What was half added when the program last ended. It is known from the opening on and goes beside
 * the work; what closing does not wait for goes after the next opening. */

gboolean
sf_leftovers_list (SfWorkbook *self, SfStore *store, GError **error)
{
  g_clear_pointer (&self->leftovers, g_array_unref);
  self->leftovers = sf_content_list_leftovers (store, error);
  return self->leftovers != NULL;
}

gboolean
sf_leftovers_discard_some (SfWorkbook *self, SfStore *store, gboolean *over, GError **error)
{
  *over = self->leftovers == NULL || self->leftovers->len == 0;
  if (*over)
    return TRUE;
  return sf_content_discard_many (store, self->leftovers, error);
}

gboolean
sf_leftovers_are_going (SfWorkbook *self)
{
  return self->tidying && self->leftovers->len > 0;
}

/* With each of them its room: see sf_shrink_some(). */
static gboolean
tidy_some (SfWorkbook *self, SfStore *store, gboolean *over, GError **error)
{
  gboolean gone, shrunk;

  if (!sf_leftovers_discard_some (self, store, &gone, error)
      || !sf_shrink_some (store, &shrunk, error))
    return FALSE;
  *over = gone && shrunk;
  return TRUE;
}

static SfJobResult
discard_some (SfStore *store, gpointer data, GError **error)
{
  SfWorkbook *self = data;
  gboolean over = FALSE;
  gboolean done
      = g_atomic_int_get (&self->tidying_stopped) || tidy_some (self, store, &over, error);

  if (done && !over && !g_atomic_int_get (&self->tidying_stopped))
    return SF_JOB_AGAIN;
  self->tidying = FALSE;
  return done ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
on_discarded (gpointer data, const GError *error)
{
  if (error != NULL)
    g_message ("What was half added stays until the next opening: %s", error->message);
}

void
sf_leftovers_start (SfWorkbook *self)
{
  if (self->leftovers == NULL || self->leftovers->len == 0)
    return;
  self->tidying = TRUE;
  sf_writer_push (self->writer, SF_JOB_SLOW, discard_some, on_discarded, self);
}

void
sf_leftovers_stop (SfWorkbook *self)
{
  g_atomic_int_set (&self->tidying_stopped, TRUE);
}
