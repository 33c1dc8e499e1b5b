/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#include "model/sf-model-private.h"
#include "model/sf-record-private.h"
#include "workbook/sf-workbook-private.h"

/* The model follows what is on disk. A step of thousands of changes (a folder of files attached, or
 * that undone) is applied a slice at a time, so that the window answers meanwhile; nothing is told
 * until it is all there, and the next step waits. */

#define AT_ONCE 400      /* changes that take no time to speak of */
#define SLICE_US 6000    /* within one frame of the screen */
#define BETWEEN_LOOKS 16 /* changes, between two looks at the clock */

typedef struct
{
  SfWorkbook *workbook; /* borrowed: it has this */
  SfChangeSet *set;     /* borrowed from the request, which waits */
  guint at;
  SfAppliedFunc done;
  gpointer data;
  guint idle_id;
} SfApplying;

static void
apply_change (SfModel *model, const SfChange *change)
{
  SfRecord *record = sf_model_find (model, &change->record);

  /* one that is read later may have come by that way: see sf-workbook-readings.c */
  if (change->operation == SF_CHANGE_INSERT && record == NULL)
    {
      g_autoptr (SfRecord) made = sf_record_new (change->type, &change->record);
      for (guint i = 0; i < sf_change_count_columns (change); i++)
        sf_record_load (made, i, &change->row[i]);
      sf_model_add (model, made);
    }
  else if (change->operation == SF_CHANGE_DELETE && record != NULL)
    sf_model_remove (model, record);
  else if (change->operation == SF_CHANGE_SET && record != NULL)
    sf_model_apply (model, record, change->column, &change->new_value);
}

/* Until @deadline, or all. Returns: whether it is all */
static gboolean
apply_until (SfApplying *applying, gint64 deadline)
{
  GPtrArray *changes = applying->set->changes;

  while (applying->at < changes->len)
    {
      apply_change (applying->workbook->model, changes->pdata[applying->at++]);
      if (deadline != 0 && applying->at % BETWEEN_LOOKS == 0 && g_get_monotonic_time () >= deadline)
        return FALSE;
    }
  return TRUE;
}

static void
finish (SfApplying *applying)
{
  SfWorkbook *self = applying->workbook;
  SfAppliedFunc done = applying->done;
  gpointer data = applying->data;

  self->applying = NULL;
  g_clear_handle_id (&applying->idle_id, g_source_remove);
  g_free (applying);
  done (self, data);
}

static gboolean
on_slice_cb (gpointer data)
{
  SfApplying *applying = data;

  if (!apply_until (applying, g_get_monotonic_time () + SLICE_US))
    return G_SOURCE_CONTINUE;
  applying->idle_id = 0;
  finish (applying);
  return G_SOURCE_REMOVE;
}

/**
 * sf_workbook_apply:
 * @self: a workbook that applies nothing
 * @set: what is on disk; lives until @done
 * @done: called when the model is so: at once, where that is quick
 * @data: for @done
 */
void
sf_workbook_apply (SfWorkbook *self, SfChangeSet *set, SfAppliedFunc done, gpointer data)
{
  SfApplying *applying = g_new0 (SfApplying, 1);

  applying->workbook = self;
  applying->set = set;
  applying->done = done;
  applying->data = data;
  self->applying = applying;
  if (set->changes->len > AT_ONCE)
    applying->idle_id = g_idle_add (on_slice_cb, applying);
  else
    sf_workbook_apply_rest (self);
}

/* For whoever waits: all that is left of it, now. */
void
sf_workbook_apply_rest (SfWorkbook *self)
{
  apply_until (self->applying, 0);
  finish (self->applying);
}

/* The workbook goes. */
void
sf_workbook_clear_applying (SfWorkbook *self)
{
  SfApplying *applying = g_steal_pointer (&self->applying);

  if (applying == NULL)
    return;
  g_clear_handle_id (&applying->idle_id, g_source_remove);
  g_free (applying);
}
