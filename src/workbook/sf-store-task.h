/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* A task that the writer's thread does, and waiting for one. */

/**
 * SfStoreTask:
 * @task: what waits for it
 * @words: (nullable): what is asked for
 * @number: what is asked for
 * @state: (nullable): what it keeps from one piece to the next
 * @free_state: how that goes
 * @result: (nullable): what it comes to
 * @free_result: how that goes
 *
 * The job function gets this and sets @result.
 */
typedef struct
{
  GTask *task;
  char *words;
  gint64 number;
  gpointer state;
  GDestroyNotify free_state;
  gpointer result;
  GDestroyNotify free_result;
} SfStoreTask;

/* @task: (transfer full): returns the result, or the error; at once where the workbook is closed */
void sf_store_task_push (
    SfWorkbook *self, GTask *task, const char *words, gint64 number, SfJobKind kind, SfJobFunc run);
/* The same with a result that the job fills. @result: (transfer full) */
void sf_store_task_push_into (SfWorkbook *self,
                              GTask *task,
                              gpointer result,
                              GDestroyNotify free_result,
                              SfJobKind kind,
                              SfJobFunc run);
gboolean sf_store_task_is_cancelled (SfStoreTask *self);

/* The callback of what is waited for; @data is where the result goes. */
void sf_sync_cb (GObject *source, GAsyncResult *result, gpointer data);
/* Waits until it has been called. */
void sf_sync_wait (SfWorkbook *self, GAsyncResult **result);

G_END_DECLS
