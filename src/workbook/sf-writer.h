/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* The one thread that writes. Jobs run one after the other, steps before slow work; each reports
 * back on the owner's thread. The store belongs to the thread from sf_writer_new() on. */

typedef struct _SfWriter SfWriter;

typedef enum
{
  SF_JOB_DONE,
  SF_JOB_AGAIN, /* not finished; goes behind what waits of its kind */
  SF_JOB_FAILED,
} SfJobResult;

typedef enum
{
  SF_JOB_STEP, /* what a person waits for */
  SF_JOB_SLOW, /* pieces of files, backup, check */
} SfJobKind;

/* On the writer's thread. */
typedef SfJobResult (*SfJobFunc) (SfStore *store, gpointer data, GError **error);
/* On the owner's thread; @error NULL where it was done. Frees @data. */
typedef void (*SfJobDone) (gpointer data, const GError *error);

SfWriter *sf_writer_new (SfStore *store);
/* Finishes what waits, joins the thread, gives the store back. */
SfStore *sf_writer_stop (SfWriter *writer);

void
sf_writer_push (SfWriter *writer, SfJobKind kind, SfJobFunc run, SfJobDone done, gpointer data);
/* Waits until nothing is under way, reporting back meanwhile. With @slow FALSE, slow work may go
 * on. */
void sf_writer_wait (SfWriter *writer, gboolean slow);
/* Waits for the next report and delivers it. */
void sf_writer_wait_one (SfWriter *writer);

G_END_DECLS
