/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-limits.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define MAX_MEMORY ((rlim_t)512 << 20)

static gboolean
limit (int what, rlim_t most)
{
  const struct rlimit both = { most, most };

  return setrlimit (what, &both) == 0;
}

/* A sanitizer reserves terabytes of addresses for itself. */
static gboolean
limit_memory (gsize file_size)
{
#ifdef __SANITIZE_ADDRESS__
  return TRUE;
#else
  /* the contents are mapped, which takes addresses and no memory */
  return limit (RLIMIT_AS, MAX_MEMORY + file_size);
#endif
}

gboolean
sf_limits_set (gsize file_size, guint seconds)
{
  /* whoever writes a file anyway fails, and nothing more */
  signal (SIGXFSZ, SIG_IGN);
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && limit (RLIMIT_CORE, 0)
         && limit (RLIMIT_FSIZE, 0) && limit (RLIMIT_NPROC, 0) && limit (RLIMIT_CPU, seconds)
         && limit_memory (file_size);
}
