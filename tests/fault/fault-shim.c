/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */

/* Preloaded before libc: counts what changes files under one folder, and at the n-th such call
 * kills the program, or answers from then on that the disk is full or broken. */

/* The calls are wanted under both of their names. */
#undef _FILE_OFFSET_BITS

#include "fault-shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long armed_at;
static long counted;
static int armed;

/* 0: counts from now on; the @at-th call is the one. Negative: off. */
void
sf_fault_arm (long at)
{
  counted = 0;
  armed_at = at;
  armed = at >= 0;
}

long
sf_fault_count (void)
{
  return counted;
}

static const char *
setting (const char *name)
{
  const char *value = getenv (name);

  return value != NULL ? value : "";
}

static int
is_watched_path (const char *path)
{
  const char *under = setting ("SIXFOLD_FAULT_UNDER");

  return armed && *under != '\0' && strncmp (path, under, strlen (under)) == 0;
}

static int
is_watched (int file)
{
  char link[64], path[4096];
  ssize_t length;

  if (!armed)
    return 0;
  snprintf (link, sizeof link, "/proc/self/fd/%d", file);
  length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return 0;
  path[length] = '\0';
  return is_watched_path (path);
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  for (;;)
    pause ();
}

/* Whether this call shall fail; does not return where the program shall die before it. */
static int
strike (int *half)
{
  const char *kind = setting ("SIXFOLD_FAULT_KIND");

  *half = 0;
  counted++;
  if (armed_at == 0 || counted < armed_at)
    return 0;
  if (strcmp (kind, "enospc") == 0)
    errno = ENOSPC;
  else if (strcmp (kind, "eio") == 0)
    errno = EIO;
  else if (strcmp (kind, "half") == 0)
    {
      *half = 1;
      return 0;
    }
  else
    die ();
  return 1;
}

#define REAL(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, #name))

ssize_t
write (int file, const void *data, size_t length)
{
  int half;
  ssize_t done;

  if (!is_watched (file))
    return REAL (write) (file, data, length);
  if (strike (&half))
    return -1;
  done = REAL (write) (file, data, half ? length / 2 : length);
  if (half)
    die ();
  return done;
}

static ssize_t
write_at (ssize_t (*real) (int, const void *, size_t, off_t),
          int file,
          const void *data,
          size_t length,
          off_t offset)
{
  int half;
  ssize_t done;

  if (!is_watched (file))
    return real (file, data, length, offset);
  if (strike (&half))
    return -1;
  done = real (file, data, half ? length / 2 : length, offset);
  if (half)
    die ();
  return done;
}

ssize_t
pwrite (int file, const void *data, size_t length, off_t offset)
{
  return write_at (REAL (pwrite), file, data, length, offset);
}

ssize_t
pwrite64 (int file, const void *data, size_t length, off_t offset)
{
  return write_at (REAL (pwrite64), file, data, length, offset);
}

#define WATCHED(name, declaration, watched, ...)                                                   \
  int name declaration                                                                             \
  {                                                                                                \
    int half, done;                                                                                \
                                                                                                   \
    if (!(watched))                                                                                \
      return REAL (name) (__VA_ARGS__);                                                            \
    if (strike (&half))                                                                            \
      return -1;                                                                                   \
    done = REAL (name) (__VA_ARGS__);                                                              \
    if (half)                                                                                      \
      die ();                                                                                      \
    return done;                                                                                   \
  }

WATCHED (fsync, (int file), is_watched (file), file)
WATCHED (fdatasync, (int file), is_watched (file), file)
WATCHED (ftruncate, (int file, off_t length), is_watched (file), file, length)
WATCHED (ftruncate64, (int file, off_t length), is_watched (file), file, length)
WATCHED (unlink, (const char *path), is_watched_path (path), path)
WATCHED (rename, (const char *from, const char *to), is_watched_path (to), from, to)
