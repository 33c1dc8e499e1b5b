/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-held-list.h"

#include "ui/sf-string.h"

struct _SfHeldList
{
  GObject parent_instance;

  GPtrArray *all; /* of Held, the newest last */
};

G_DEFINE_FINAL_TYPE (SfHeldList, sf_held_list, G_TYPE_OBJECT)

typedef struct
{
  SfRecord *record;
  guint column;
  char *typed;
  char *reason; /* NULL until something of it was written */
} Held;

enum
{
  CHANGED,
  TAKEN_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
held_free (gpointer data)
{
  Held *held = data;

  g_object_unref (held->record);
  g_free (held->typed);
  g_free (held->reason);
  g_free (held);
}

static gboolean
find (SfHeldList *self, SfRecord *record, guint column, guint *at)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      Held *held = self->all->pdata[i];

      if (held->record == record && held->column == column)
        {
          *at = i;
          return TRUE;
        }
    }
  return FALSE;
}

void
sf_held_list_set (SfHeldList *self, SfRecord *record, guint column, const char *typed)
{
  guint at = 0;
  gboolean there;

  g_return_if_fail (SF_IS_HELD_LIST (self));
  g_return_if_fail (SF_IS_RECORD (record));

  there = find (self, record, column, &at);
  if (there && typed != NULL)
    {
      Held *held = self->all->pdata[at];

      g_free (held->typed);
      held->typed = g_strdup (typed);
      return;
    }
  if (!there && typed == NULL)
    return;
  if (there)
    g_ptr_array_remove_index (self->all, at);
  else
    {
      Held *held = g_new (Held, 1);

      *held = (Held){ g_object_ref (record), column, g_strdup (typed), NULL };
      g_ptr_array_add (self->all, held);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
sf_held_list_get (SfHeldList *self, SfRecord *record, guint column)
{
  guint at;

  g_return_val_if_fail (SF_IS_HELD_LIST (self), NULL);

  return find (self, record, column, &at) ? ((Held *)self->all->pdata[at])->typed : NULL;
}

void
sf_held_list_set_reason (SfHeldList *self, SfRecord *record, guint column, const char *reason)
{
  guint at;

  g_return_if_fail (SF_IS_HELD_LIST (self));

  if (find (self, record, column, &at))
    sf_string_set (&((Held *)self->all->pdata[at])->reason, reason);
}

const char *
sf_held_list_get_reason (SfHeldList *self, SfRecord *record, guint column)
{
  guint at;

  g_return_val_if_fail (SF_IS_HELD_LIST (self), NULL);

  return find (self, record, column, &at) ? ((Held *)self->all->pdata[at])->reason : NULL;
}

gboolean
sf_held_list_find (SfHeldList *self, SfRecord *record, SfRecord **found, guint *column)
{
  g_return_val_if_fail (SF_IS_HELD_LIST (self), FALSE);

  for (guint i = self->all->len; i > 0; i--)
    {
      Held *held = self->all->pdata[i - 1];

      if (record != NULL && held->record != record)
        continue;
      if (found != NULL)
        *found = held->record;
      if (column != NULL)
        *column = held->column;
      return TRUE;
    }
  return FALSE;
}

void
sf_held_list_take_back (SfHeldList *self, SfRecord *record, guint column)
{
  g_autoptr (SfRecord) kept = NULL;

  g_return_if_fail (SF_IS_HELD_LIST (self));

  kept = g_object_ref (record);
  sf_held_list_set (self, kept, column, NULL);
  g_signal_emit (self, signals[TAKEN_BACK], 0, kept, column);
}

void
sf_held_list_follow (SfHeldList *self, SfModel *model)
{
  guint before;

  g_return_if_fail (SF_IS_HELD_LIST (self));

  before = self->all->len;
  for (guint i = before; i > 0; i--)
    {
      Held *held = self->all->pdata[i - 1];

      if (sf_model_find (model, sf_record_get_uuid (held->record)) != held->record)
        g_ptr_array_remove_index (self->all, i - 1);
    }
  if (self->all->len != before)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
sf_held_list_finalize (GObject *object)
{
  g_ptr_array_unref (SF_HELD_LIST (object)->all);
  G_OBJECT_CLASS (sf_held_list_parent_class)->finalize (object);
}

static void
sf_held_list_class_init (SfHeldListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sf_held_list_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TAKEN_BACK] = g_signal_new ("taken-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, SF_TYPE_RECORD, G_TYPE_UINT);
}

static void
sf_held_list_init (SfHeldList *self)
{
  self->all = g_ptr_array_new_with_free_func (held_free);
}

SfHeldList *
sf_held_list_new (void)
{
  return g_object_new (SF_TYPE_HELD_LIST, NULL);
}
