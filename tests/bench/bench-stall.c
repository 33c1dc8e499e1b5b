/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include "workbook/sf-workbook-safety.h"

#include <stdlib.h>

/* The longest that the main loop stands still while a workbook of 2 GB is backed up, checked and
 * imported into, and while edits go on. A tick of 5 ms is the measure; the reference is 100 ms. */

typedef struct
{
  GMainLoop *loop;
  gint64 last;
  double longest_ms;
  SfWorkbook *workbook;
  SfJudgement *judgement;
  guint n_edits;
} Watch;

static gboolean
on_tick_cb (gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();

  watch->longest_ms = MAX (watch->longest_ms, (double)(now - watch->last) / 1e3);
  watch->last = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
on_edit_cb (gpointer data)
{
  Watch *watch = data;
  g_autoptr (GError) error = NULL;

  bench_must (sf_workbook_set_level (watch->workbook, watch->judgement, 1 + watch->n_edits++ % 4,
                                     &error),
              error);
  return G_SOURCE_CONTINUE;
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfBackup) backup = sf_workbook_back_up_finish (SF_WORKBOOK (source), result, &error);

  bench_must (backup != NULL && backup->checked, error);
  g_main_loop_quit (((Watch *)data)->loop);
}

static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfCheckReport) report
      = sf_workbook_check_finish (SF_WORKBOOK (source), result, &error);

  bench_must (report != NULL && report->problems->len == 0, error);
  g_main_loop_quit (((Watch *)data)->loop);
}

static void
on_attached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) made = sf_workbook_attach_finish (SF_WORKBOOK (source), result, &error);

  bench_must (made != NULL, error);
  g_main_loop_quit (((Watch *)data)->loop);
}

static void
run (Watch *watch, const char *name)
{
  guint tick, edit;

  watch->longest_ms = 0;
  watch->last = g_get_monotonic_time ();
  tick = g_timeout_add (5, on_tick_cb, watch);
  edit = g_timeout_add (50, on_edit_cb, watch);
  g_main_loop_run (watch->loop);
  g_source_remove (edit);
  g_source_remove (tick);
  bench_print (name, watch->longest_ms, 100, "ms", 1);
}

static void
run_import (Watch *watch, const char *folder)
{
  SfModel *model = sf_workbook_get_model (watch->workbook);
  SfEvaluation *evaluation = sf_model_get_latest_evaluation (model, NULL);
  g_autofree char *path = g_build_filename (folder, "import.bin", NULL);
  g_autofree char *bytes = g_malloc (64 << 20);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GFile *files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = sf_model_get_centre (model, evaluation) };

  for (guint i = 0; i < 64u << 20; i++)
    bytes[i] = (char)(i * 2654435761u >> 24);
  bench_must (g_file_set_contents (path, bytes, 64 << 20, &error), error);
  sf_workbook_attach (watch->workbook, &request, NULL, NULL, NULL, on_attached_cb, watch);
  run (watch, "stall-import");
}

int
main (void)
{
  const char *size = g_getenv ("SIXFOLD_BENCH_MB");
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *path = bench_make_big (folder, size != NULL ? (guint)atoi (size) : 2000);
  g_autofree char *copy = g_build_filename (folder, "backup.sixfold", NULL);
  g_autoptr (GError) error = NULL;
  double before = bench_resident_mb ();
  g_autoptr (SfWorkbook) workbook = sf_workbook_open (path, SF_OPEN_DEFAULT, &error);
  Watch watch = { .loop = g_main_loop_new (NULL, FALSE), .workbook = workbook };
  SfModel *model;

  bench_must (workbook != NULL, error);
  bench_print ("memory-open-big", bench_resident_mb () - before, 150, "MB", 1);
  model = sf_workbook_get_model (workbook);
  watch.judgement = sf_model_find_judgement (model, sf_model_get_latest_evaluation (model, NULL),
                                             "LLD-S1", NULL);
  sf_workbook_back_up (workbook, copy, "asked", NULL, NULL, NULL, on_backed_up_cb, &watch);
  run (&watch, "stall-backup");
  sf_workbook_check (workbook, NULL, NULL, NULL, on_checked_cb, &watch);
  run (&watch, "stall-check");
  run_import (&watch, folder);
  bench_must (sf_workbook_close (workbook, &error), error);
  g_main_loop_unref (watch.loop);
  bench_remove_folder (folder);
  return 0;
}
