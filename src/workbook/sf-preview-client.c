/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-preview-client.h"

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-preview-wire.h"
#include "base/sf-text.h"
#include "workbook/sf-preview-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_SECONDS 15
#define STRIP_SECONDS 120
/* a reply is some ten fields; only a copy has many */
#define MAX_FIELDS 20

/* What its reply ends with is known at once; a process needs a moment to be gone. */
#define MS_TO_END 2000

static guint seconds_for_test;

/* One question: the process, and until when it may answer. */
typedef struct
{
  GSubprocess *process;
  int pipe; /* the process's */
  gint64 deadline;
  GCancellable *cancellable;
  GPollFD cancel_fd;
  gboolean has_cancel_fd;
} SfAsking;

typedef gboolean (*SfFieldFunc) (guint8 field, GBytes *bytes, gpointer data, GError **error);

void
sf_preview_reply_free (SfPreviewReply *reply)
{
  g_free (reply->title);
  g_free (reply->date);
  g_free (reply->text);
  g_clear_pointer (&reply->pixels, g_bytes_unref);
  g_free (reply);
}

/* --- asking ----------------------------------------------------------------------------------- */

static gboolean
set_no_answer (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_HOSTILE,
                       _ ("The file could not be looked into: it may be damaged."));
  return FALSE;
}

static gboolean
set_busy (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_BUSY,
                       _ ("The file could not be looked into in time: this PC may be busy. Please "
                          "try again later."));
  return FALSE;
}

static gboolean
set_cancelled (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_CANCELLED, _ ("This was cancelled."));
  return FALSE;
}

static gboolean
set_no_sandbox (GError **error)
{
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND, sf_preview_client_get_excuse ());
  return FALSE;
}

static gboolean
start (SfAsking *asking, const char *const *task, int file, guint seconds, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_auto (GStrv) command = sf_sandbox_make_command (task);
  int copy = file >= 0 ? fcntl (file, F_DUPFD_CLOEXEC, 0) : -1;

  if (copy >= 0)
    g_subprocess_launcher_take_fd (launcher, copy, SF_PREVIEW_FD);
  if (command != NULL && (file < 0 || copy >= 0))
    asking->process = g_subprocess_launcher_spawnv (launcher, (const char *const *)command, NULL);
  if (asking->process == NULL)
    return set_no_sandbox (error);
  asking->pipe = g_unix_input_stream_get_fd (
      G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (asking->process)));
  if (seconds_for_test > 0)
    seconds = seconds_for_test;
  asking->deadline = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;
  asking->has_cancel_fd = asking->cancellable != NULL
                          && g_cancellable_make_pollfd (asking->cancellable, &asking->cancel_fd);
  return TRUE;
}

/* Waits until there is something to read. */
static gboolean
wait_for_bytes (SfAsking *asking, GError **error)
{
  GPollFD polls[2] = { { .fd = asking->pipe, .events = G_IO_IN }, asking->cancel_fd };

  for (;;)
    {
      gint64 left = (asking->deadline - g_get_monotonic_time ()) / 1000;
      int ready;

      if (g_cancellable_is_cancelled (asking->cancellable))
        return set_cancelled (error);
      if (left <= 0)
        return set_busy (error);
      ready = g_poll (polls, asking->has_cancel_fd ? 2 : 1, (int)left);
      if (ready < 0 && errno != EINTR)
        return set_no_answer (error);
      if (ready > 0 && polls[0].revents != 0)
        return TRUE;
    }
}

/* Somebody may end a process where memory runs short, or the session ends; so may its limit of
 * time. A sandbox says by its own status how what ran in it ended. */
static gboolean
is_from_outside (int status)
{
  int number = WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status) - 128;

  return number == SIGKILL || number == SIGTERM || number == SIGHUP || number == SIGINT
         || number == SIGXCPU;
}

/* Nothing more will come: says why. */
static gboolean
set_ended (SfAsking *asking, GError **error)
{
  for (guint i = 0; i < MS_TO_END && g_subprocess_get_identifier (asking->process) != NULL; i++)
    g_usleep (1000);
  if (g_subprocess_get_identifier (asking->process) != NULL)
    return set_no_answer (error);
  g_subprocess_wait (asking->process, NULL, NULL);
  return is_from_outside (g_subprocess_get_status (asking->process)) ? set_busy (error)
                                                                     : set_no_answer (error);
}

static gboolean
read_all (SfAsking *asking, guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      ssize_t got;

      if (!wait_for_bytes (asking, error))
        return FALSE;
      got = read (asking->pipe, bytes, length);
      if (got < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (got <= 0)
        return set_ended (asking, error);
      bytes += got;
      length -= (gsize)got;
    }
  return TRUE;
}

/* Reads one field; @bytes is NULL where the reply is at its end. */
static gboolean
read_field (SfAsking *asking, guint8 *field, GBytes **bytes, GError **error)
{
  guint8 head[SF_PREVIEW_FIELD_HEAD];
  g_autofree guint8 *data = NULL;
  gsize length;

  *bytes = NULL;
  if (!read_all (asking, head, sizeof head, error))
    return FALSE;
  *field = head[0];
  length = sf_preview_get_number (head + 1);
  if (!sf_preview_field_is_known (*field) || length > sf_preview_field_limit (*field))
    return set_no_answer (error);
  if (*field == SF_PREVIEW_END)
    return TRUE;
  data = g_malloc (length + 1);
  if (!read_all (asking, data, length, error))
    return FALSE;
  *bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return TRUE;
}

/* What the taker takes, for instance to write to a slow disk, is not the helper's time. */
static gboolean
hand_over (
    SfAsking *asking, SfFieldFunc take, guint8 field, GBytes *bytes, gpointer data, GError **error)
{
  gint64 before = g_get_monotonic_time ();
  gboolean taken = take (field, bytes, data, error);

  asking->deadline += g_get_monotonic_time () - before;
  return taken;
}

static gboolean
read_reply (SfAsking *asking, SfFieldFunc take, gpointer data, GError **error)
{
  guint8 mark[SF_PREVIEW_MARK_LENGTH];
  guint n_fields = 0;

  if (!read_all (asking, mark, sizeof mark, error))
    return FALSE;
  if (memcmp (mark, SF_PREVIEW_MARK, sizeof mark) != 0)
    return set_no_answer (error);
  for (;;)
    {
      g_autoptr (GBytes) bytes = NULL;
      guint8 field;

      if (!read_field (asking, &field, &bytes, error))
        return FALSE;
      if (bytes == NULL)
        return TRUE;
      if (field != SF_PREVIEW_PIECE_FIELD && ++n_fields > MAX_FIELDS)
        return set_no_answer (error);
      if (!hand_over (asking, take, field, bytes, data, error))
        return FALSE;
    }
}

static void
end (SfAsking *asking)
{
  if (asking->process != NULL)
    {
      g_subprocess_force_exit (asking->process);
      g_subprocess_wait (asking->process, NULL, NULL);
      g_clear_object (&asking->process);
    }
  if (asking->has_cancel_fd)
    g_cancellable_release_fd (asking->cancellable);
}

static gboolean
ask (const char *const *task,
     int file,
     guint seconds,
     SfFieldFunc take,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  SfAsking asking = { .cancellable = cancellable };
  gboolean done
      = start (&asking, task, file, seconds, error) && read_reply (&asking, take, data, error);

  end (&asking);
  return done;
}

/* --- whether it works ------------------------------------------------------------------------- */

static gboolean
take_nothing (guint8 field, GBytes *bytes, gpointer data, GError **error)
{
  return set_no_answer (error);
}

gboolean
sf_preview_client_works (void)
{
  static gsize known = 0; /* 1: no, 2: yes */

  if (g_once_init_enter (&known))
    {
      g_autoptr (GError) error = NULL;
      gboolean works = ask ((const char *[]){ "hello", NULL }, -1, LOOK_SECONDS, take_nothing, NULL,
                            NULL, &error);

      if (!works)
        g_debug ("files are not looked into: %s", error->message);
      g_once_init_leave (&known, works ? 2 : 1);
    }
  return known == 2;
}

const char *
sf_preview_client_get_excuse (void)
{
  return _ (
      "This PC has no sandbox in which an unknown file could be looked into safely, so nothing "
      "of it is shown here. It can be opened in its own program.");
}

/* --- looking ---------------------------------------------------------------------------------- */

/* What is asked about, and what came. */
typedef struct
{
  SfPreviewReply *reply;
  guint side;
} SfLooking;

static gboolean
take_text (char **where, GBytes *bytes, gboolean one_line, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (*where != NULL || length == 0 || !g_utf8_validate (data, (gssize)length, NULL))
    return set_no_answer (error);
  *where = g_strndup (data, length);
  for (char *p = *where; *p != '\0'; p++)
    if (*p == 0x7f || (*p > 0 && *p < ' ' && (one_line || (*p != '\n' && *p != '\t'))))
      *p = ' ';
  if (one_line)
    g_strstrip (*where);
  return TRUE;
}

static gboolean
take_date (SfPreviewReply *reply, GBytes *bytes, GError **error)
{
  return take_text (&reply->date, bytes, TRUE, error)
         && (sf_date_is_valid (reply->date) || set_no_answer (error));
}

static gboolean
take_picture (SfLooking *looking, GBytes *bytes, GError **error)
{
  SfPreviewReply *reply = looking->reply;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (reply->pixels != NULL || length < 8)
    return set_no_answer (error);
  reply->width = sf_preview_get_number (data);
  reply->height = sf_preview_get_number (data + 4);
  if (reply->width == 0 || reply->width > looking->side || reply->height == 0
      || reply->height > looking->side || length != 8 + (gsize)reply->width * reply->height * 3)
    return set_no_answer (error);
  reply->pixels = g_bytes_new_from_bytes (bytes, 8, length - 8);
  return TRUE;
}

static gboolean
take_pages (SfPreviewReply *reply, GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) != 4)
    return set_no_answer (error);
  reply->n_pages = sf_preview_get_number (g_bytes_get_data (bytes, NULL));
  return reply->n_pages <= SF_PREVIEW_MAX_PAGES || set_no_answer (error);
}

static gboolean
take_field (guint8 field, GBytes *bytes, gpointer data, GError **error)
{
  SfLooking *looking = data;
  SfPreviewReply *reply = looking->reply;

  switch (field)
    {
    case SF_PREVIEW_TITLE:
      return take_text (&reply->title, bytes, TRUE, error);
    case SF_PREVIEW_DATE:
      return take_date (reply, bytes, error);
    case SF_PREVIEW_TEXT_FIELD:
      return take_text (&reply->text, bytes, FALSE, error);
    case SF_PREVIEW_PICTURE_FIELD:
      return take_picture (looking, bytes, error);
    case SF_PREVIEW_PAGES:
      return take_pages (reply, bytes, error);
    case SF_PREVIEW_DRAWN:
      reply->drawn = TRUE;
      return TRUE;
    default:
      return set_no_answer (error);
    }
}

static SfPreviewReply *
ask_to_look (
    const char *const *task, int file, guint side, GCancellable *cancellable, GError **error)
{
  g_autoptr (SfPreviewReply) reply = g_new0 (SfPreviewReply, 1);
  SfLooking looking = { reply, side };

  if (!sf_preview_client_works ())
    {
      set_no_sandbox (error);
      return NULL;
    }
  if (!ask (task, file, LOOK_SECONDS, take_field, &looking, cancellable, error))
    return NULL;
  return g_steal_pointer (&reply);
}

SfPreviewReply *
sf_preview_client_look (int file, GCancellable *cancellable, GError **error)
{
  return ask_to_look ((const char *[]){ "look", NULL }, file, SF_PREVIEW_SMALL_SIDE, cancellable,
                      error);
}

SfPreviewReply *
sf_preview_client_show (int file, guint page, guint side, GCancellable *cancellable, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *pixels = g_strdup_printf ("%u", side);

  g_return_val_if_fail (page <= SF_PREVIEW_MAX_PAGES, NULL);
  g_return_val_if_fail (side > 0 && side <= SF_PREVIEW_MAX_SIDE, NULL);

  return ask_to_look ((const char *[]){ "page", number, pixels, NULL }, file, side, cancellable,
                      error);
}

/* --- taking out what tells ---------------------------------------------------------------------
 */

typedef struct
{
  SfPreviewTake take;
  gpointer data;
  gboolean cannot;
} SfStripping;

static gboolean
take_piece (guint8 field, GBytes *bytes, gpointer data, GError **error)
{
  SfStripping *stripping = data;
  gsize length;
  gconstpointer piece = g_bytes_get_data (bytes, &length);

  if (field == SF_PREVIEW_CANNOT)
    {
      stripping->cannot = TRUE;
      return TRUE;
    }
  return field == SF_PREVIEW_PIECE_FIELD ? stripping->take (piece, length, stripping->data, error)
                                         : set_no_answer (error);
}

gboolean
sf_preview_client_strip (
    int file, SfPreviewTake take, gpointer data, GCancellable *cancellable, GError **error)
{
  SfStripping stripping = { take, data, FALSE };

  if (!sf_preview_client_works ())
    return set_no_sandbox (error);
  if (!ask ((const char *[]){ "strip", NULL }, file, STRIP_SECONDS, take_piece, &stripping,
            cancellable, error))
    return FALSE;
  if (stripping.cannot)
    g_set_error_literal (
        error, SF_ERROR, SF_ERROR_INVALID,
        _ ("Where and with what it was taken cannot be removed from a file of this "
           "kind."));
  return !stripping.cannot;
}

void
sf_preview_client_set_seconds_for_test (guint seconds)
{
  seconds_for_test = seconds;
}
