/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Preloaded into a GTK program, writes down when each frame was begun and ended, without a word
 * about it in the program: a line "BEGIN END" in microseconds of the monotonic clock for each
 * frame that was painted, into the file that SIXFOLD_FRAME_LOG names. */

#include <dlfcn.h>
#include <fcntl.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <unistd.h>

/* of the frame under way, by clock; there is one clock for each window */
static GHashTable *begun;
static GHashTable *painted;
static int log_file = -1;

static gboolean
on_before_paint (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  gint64 *at = g_new (gint64, 1);

  *at = g_get_monotonic_time ();
  g_hash_table_insert (begun, g_value_get_object (&values[0]), at);
  return TRUE;
}

static gboolean
on_paint (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  g_hash_table_add (painted, g_value_get_object (&values[0]));
  return TRUE;
}

static gboolean
on_after_paint (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  gpointer clock = g_value_get_object (&values[0]);
  gint64 *at = g_hash_table_lookup (begun, clock);
  char line[64];
  int length;

  if (at != NULL && g_hash_table_remove (painted, clock))
    {
      length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", *at,
                           g_get_monotonic_time ());
      if (write (log_file, line, (size_t)length) != length)
        perror ("frame-log");
    }
  return TRUE;
}

static void
watch (const char *signal, GSignalEmissionHook hook)
{
  g_signal_add_emission_hook (g_signal_lookup (signal, GDK_TYPE_FRAME_CLOCK), 0, hook, NULL, NULL);
}

static void
start (const char *path)
{
  log_file = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (log_file < 0)
    {
      perror (path);
      return;
    }
  begun = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  painted = g_hash_table_new (NULL, NULL);
  /* kept for good: the hooks go with the class */
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  watch ("before-paint", on_before_paint);
  watch ("paint", on_paint);
  watch ("after-paint", on_after_paint);
}

/* In place of GLib's; the program's call comes here first. */
G_MODULE_EXPORT int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) = NULL;
  const char *path = g_getenv ("SIXFOLD_FRAME_LOG");

  *(void **)&run = dlsym (RTLD_NEXT, "g_application_run");
  /* what the program starts is not watched */
  g_unsetenv ("LD_PRELOAD");
  if (path != NULL)
    start (path);
  return run (application, argc, argv);
}
