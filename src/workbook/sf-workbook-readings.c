/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-readings.h"

#include "base/sf-error.h"
#include "model/sf-model-private.h"
#include "store/sf-mapper.h"
#include "workbook/sf-workbook-private.h"

#include <glib/gi18n-lib.h>

/* The writer's thread reads a piece and makes records of it, which join the model here. Steps slip
 * between. What a step changes of a reading that is not there yet is in the file when its piece is
 * read, and what a step adds may come with a piece first: so a piece leaves alone what is there
 * already, and what is applied to the model leaves alone what is not. */

#define ROWS_AT_ONCE 1000 /* some milliseconds, on either thread */

typedef struct
{
  SfWorkbook *workbook; /* borrowed: closing waits for jobs */
  gint64 after;
  GPtrArray *records; /* the last piece */
} SfReadingsJob;

static void push_job (SfReadingsJob *job);

static void
job_free (SfReadingsJob *job)
{
  g_clear_pointer (&job->records, g_ptr_array_unref);
  g_free (job);
}

static SfJobResult
read_piece (SfStore *store, gpointer data, GError **error)
{
  SfReadingsJob *job = data;

  job->records = sf_mapper_read_some (store, SF_TYPE_READING, &job->after, ROWS_AT_ONCE, error);
  return job->records != NULL ? SF_JOB_DONE : SF_JOB_FAILED;
}

static void
add_piece (SfModel *model, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (sf_model_find (model, sf_record_get_uuid (records->pdata[i])) == NULL)
      sf_model_add (model, records->pdata[i]);
}

static void
on_piece_read (gpointer data, const GError *error)
{
  SfReadingsJob *job = data;
  SfWorkbook *self = job->workbook;
  gboolean more = job->records != NULL && job->records->len == ROWS_AT_ONCE;

  if (job->records != NULL)
    add_piece (self->model, job->records);
  g_clear_pointer (&job->records, g_ptr_array_unref);
  /* on closing there is no writer any more */
  if (more && self->writer != NULL)
    {
      push_job (job);
      return;
    }
  self->readings_coming = FALSE;
  self->readings_owed = more || error != NULL;
  if (error != NULL)
    g_message ("The readings of measures were not read: %s", error->message);
  else
    sf_model_emit_changed (self->model);
  job_free (job);
}

static void
push_job (SfReadingsJob *job)
{
  sf_writer_push (job->workbook->writer, SF_JOB_SLOW, read_piece, on_piece_read, job);
}

void
sf_workbook_load_readings (SfWorkbook *self)
{
  SfReadingsJob *job;

  g_return_if_fail (SF_IS_WORKBOOK (self));

  if (!self->readings_owed || self->readings_coming || self->writer == NULL)
    return;
  job = g_new0 (SfReadingsJob, 1);
  job->workbook = self;
  self->readings_coming = TRUE;
  push_job (job);
}

gboolean
sf_workbook_has_readings (SfWorkbook *self)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  return !self->readings_owed;
}

gboolean
sf_workbook_wait_for_readings (SfWorkbook *self, GError **error)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), FALSE);

  sf_workbook_load_readings (self);
  while (self->readings_coming)
    sf_writer_wait_one (self->writer);
  if (!self->readings_owed)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_IO,
                       _ ("The figures that the centre file holds could not all be read, so none "
                          "was changed. Close the file and open it again; if that does not help, "
                          "open a backup."));
  return FALSE;
}
