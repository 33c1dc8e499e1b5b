/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Preloaded before libc: what is written under the folder SIXFOLD_FULL_UNDER finds the disk full,
 * from the first byte on or, with SIXFOLD_FULL_AFTER, after so many calls. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, #name))

static int
is_full (int file)
{
  static long seen;
  const char *under = getenv ("SIXFOLD_FULL_UNDER"), *after = getenv ("SIXFOLD_FULL_AFTER");
  char link[64], path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", file);
  length = readlink (link, path, sizeof path - 1);
  if (under == NULL || length <= 0)
    return 0;
  path[length] = '\0';
  if (strncmp (path, under, strlen (under)) != 0
      || (after != NULL && ++seen <= strtol (after, NULL, 10)))
    return 0;
  errno = ENOSPC;
  return 1;
}

ssize_t
write (int file, const void *data, size_t length)
{
  return is_full (file) ? -1 : REAL (write) (file, data, length);
}

ssize_t
pwrite (int file, const void *data, size_t length, off_t offset)
{
  return is_full (file) ? -1 : REAL (pwrite) (file, data, length, offset);
}

ssize_t
pwrite64 (int file, const void *data, size_t length, off64_t offset)
{
  return is_full (file) ? -1 : REAL (pwrite64) (file, data, length, offset);
}
