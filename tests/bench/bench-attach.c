/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A folder of many files, and one large file, attached beside a copy with one fsync a file: the
 * time is at most twice as long (half of its throughput); the main loop stands still for at most
 * 100 ms, also while the step that names them all is undone and done again; an edit that is made
 * while the large file goes in is on disk within 100 ms; memory stays within 150 MB. */

#define BUFFER_SIZE (256 * 1024)
#define EDIT_EVERY_MS 100

typedef struct
{
  GMainLoop *loop;
  SfWorkbook *workbook;
  gint64 last;
  double longest_ms;
  double most_mb;
  guint n_ticks;
  guint n_reports;
  guint n_attached;
  SfCentre *edited; /* NULL: no edits are made */
  guint n_edits;
  gint64 next_edit;
  gint64 edited_at; /* 0: it is on disk */
  GArray *waits;    /* of double, in ms */
} Watch;

static guint
read_size (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint)atoi (text) : otherwise;
}

/* --- the files -------------------------------------------------------------------------------- */

static void
write_noise (const char *path, gsize size, guint32 seed)
{
  guint64 state = seed * G_GUINT64_CONSTANT (2654435761) + 88172645463325252;
  g_autofree guint64 *buffer = g_malloc (BUFFER_SIZE);
  int file = g_open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  bench_must (file >= 0, NULL);
  for (gsize at = 0; at < size; at += BUFFER_SIZE)
    {
      for (guint i = 0; i < BUFFER_SIZE / sizeof *buffer; i++)
        {
          state ^= state << 13;
          state ^= state >> 7;
          state ^= state << 17;
          buffer[i] = state;
        }
      bench_must (write (file, buffer, MIN (BUFFER_SIZE, size - at)) >= 0, NULL);
    }
  bench_must (fsync (file) == 0, NULL);
  close (file);
}

static char *
make_files (const char *folder, const char *name, guint n, gsize size, guint32 seed)
{
  char *path = g_build_filename (folder, name, NULL);

  g_mkdir (path, 0700);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *base = g_strdup_printf ("Minutes of meeting %05u.pdf", i);
      g_autofree char *file = g_build_filename (path, base, NULL);

      write_noise (file, size, seed + i);
    }
  return path;
}

/* --- the reference ---------------------------------------------------------------------------- */

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  int in = g_open (from, O_RDONLY, 0), out = g_open (to, O_WRONLY | O_CREAT | O_EXCL, 0600);
  ssize_t length;

  bench_must (in >= 0 && out >= 0, NULL);
  while ((length = read (in, buffer, BUFFER_SIZE)) > 0)
    bench_must (write (out, buffer, (size_t)length) == length, NULL);
  bench_must (length == 0 && fsync (out) == 0, NULL);
  close (in);
  close (out);
}

static double
time_copy (const char *from, const char *folder)
{
  g_autofree char *to = g_build_filename (folder, "copy", NULL);
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  gint64 start = g_get_monotonic_time ();
  const char *name;
  double seconds;

  g_mkdir (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      copy_file (source, target);
    }
  seconds = (double)(g_get_monotonic_time () - start) / 1e6;
  bench_remove_folder (to);
  return seconds;
}

/* --- attaching -------------------------------------------------------------------------------- */

/* As somebody would who goes on with the work. */
static void
edit (Watch *watch, gint64 now)
{
  g_autofree char *text = g_strdup_printf ("edit %u", watch->n_edits);
  g_autoptr (GError) error = NULL;

  watch->n_edits++;
  watch->edited_at = now;
  watch->next_edit = now + EDIT_EVERY_MS * 1000;
  bench_must (sf_workbook_set_text (watch->workbook, SF_RECORD (watch->edited), SF_CENTRE_SERVICES,
                                    text, &error),
              error);
}

static void
on_changed_cb (SfModel *model, Watch *watch)
{
  double wait = (double)(g_get_monotonic_time () - watch->edited_at) / 1e3;

  if (watch->edited_at == 0 || sf_workbook_count_pending (watch->workbook) > 0)
    return;
  g_array_append_val (watch->waits, wait);
  watch->edited_at = 0;
}

static gboolean
on_tick_cb (gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();

  if (watch->edited != NULL && watch->edited_at == 0 && now >= watch->next_edit)
    edit (watch, now);

  watch->longest_ms = MAX (watch->longest_ms, (double)(now - watch->last) / 1e3);
  if (watch->n_ticks++ % 10 == 0)
    watch->most_mb = MAX (watch->most_mb, bench_resident_mb ());
  watch->last = now;
  return G_SOURCE_CONTINUE;
}

static void
on_progress (const SfAttachProgress *progress, gpointer data)
{
  ((Watch *)data)->n_reports++;
}

static void
on_attached_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Watch *watch = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SfAttachOutcome) outcome
      = sf_workbook_attach_finish_outcome (SF_WORKBOOK (source), result, &error);

  bench_must (outcome != NULL, error);
  watch->n_attached = outcome->attachments->len;
  g_main_loop_quit (watch->loop);
}

/* Runs the loop until it is left, and says for how long it stood still. */
static void
run (Watch *watch, const char *name)
{
  guint tick;

  watch->longest_ms = 0;
  watch->last = g_get_monotonic_time ();
  tick = g_timeout_add (5, on_tick_cb, watch);
  g_main_loop_run (watch->loop);
  g_source_remove (tick);
  bench_print (name, watch->longest_ms, 100, "ms", 1);
}

static double
time_attach (Watch *watch, const char *path, const char *stall_name)
{
  SfModel *model = sf_workbook_get_model (watch->workbook);
  SfEvaluation *evaluation = sf_model_get_latest_evaluation (model, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GFile *files[] = { folder, NULL };
  SfAttachRequest request = { .files = files,
                              .centre = sf_model_get_centre (model, evaluation),
                              .evaluation = evaluation,
                              .statement_code = "LLD-S1" };
  gint64 start = g_get_monotonic_time ();

  watch->n_reports = 0;
  sf_workbook_attach (watch->workbook, &request, NULL, on_progress, watch, on_attached_cb, watch);
  run (watch, stall_name);
  bench_must (watch->n_reports > 1, NULL);
  return (double)(g_get_monotonic_time () - start) / 1e6;
}

static gboolean
on_settled_cb (gpointer data)
{
  Watch *watch = data;

  if (sf_workbook_count_pending (watch->workbook) > 0)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (watch->loop);
  return G_SOURCE_REMOVE;
}

static void
run_undo (Watch *watch)
{
  sf_workbook_undo (watch->workbook);
  g_timeout_add (5, on_settled_cb, watch);
  run (watch, "attach-undo-stall");
  sf_workbook_redo (watch->workbook);
  g_timeout_add (5, on_settled_cb, watch);
  run (watch, "attach-redo-stall");
}

/* The file goes in while edits are made. */
static void
run_large (Watch *watch, const char *path, double copy)
{
  SfModel *model = sf_workbook_get_model (watch->workbook);
  gulong changed = g_signal_connect (model, "changed", G_CALLBACK (on_changed_cb), watch);
  guint n;
  double *waits;

  watch->waits = g_array_new (FALSE, FALSE, sizeof (double));
  watch->edited = sf_model_get_centre (model, sf_model_get_latest_evaluation (model, NULL));
  bench_print ("attach-large", time_attach (watch, path, "attach-large-stall"), copy, "s", 2);
  watch->edited = NULL;
  g_signal_handler_disconnect (model, changed);
  n = watch->waits->len;
  waits = (double *)(void *)watch->waits->data;
  bench_must (n > 1, NULL);
  bench_print ("attach-step-wait", bench_percentile (waits, n, 0.95), 100, "ms", 1);
  bench_print ("attach-step-wait-longest", bench_percentile (waits, n, 1), 100, "ms", 1);
  g_array_unref (watch->waits);
}

int
main (void)
{
  guint n_files = read_size ("SIXFOLD_BENCH_FILES", 5000);
  guint megabytes = read_size ("SIXFOLD_BENCH_ATTACH_MB", 1000);
  g_autofree char *folder = bench_make_folder ();
  g_autofree char *many = make_files (folder, "many", n_files, 200 * 1000, 1);
  g_autofree char *one = make_files (folder, "one", 1, (gsize)megabytes << 20, 900000);
  g_autoptr (SfWorkbook) workbook = bench_make_workbook (folder);
  Watch watch = { .loop = g_main_loop_new (NULL, FALSE), .workbook = workbook };
  double copy, before;
  GError *error = NULL;

  copy = time_copy (many, folder);
  before = bench_resident_mb ();
  bench_print ("attach-many", time_attach (&watch, many, "attach-many-stall"), copy, "s", 2);
  bench_must (watch.n_attached == n_files, NULL);
  run_undo (&watch);
  copy = time_copy (one, folder);
  run_large (&watch, one, copy);
  bench_print ("attach-memory", watch.most_mb - before, 150, "MB", 1);
  bench_must (sf_workbook_close (workbook, &error), error);
  g_main_loop_unref (watch.loop);
  bench_remove_folder (folder);
  return 0;
}
