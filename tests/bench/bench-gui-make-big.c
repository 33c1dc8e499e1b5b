/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-common.h"

#include <stdlib.h>

/* Makes the big workbook of the benchmarks in a folder, and prints its path. */

int
main (int argc, char **argv)
{
  const char *size = g_getenv ("SIXFOLD_BENCH_MB");
  g_autofree char *path = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: %s FOLDER\n", argv[0]);
      return 2;
    }
  path = bench_make_big (argv[1], size != NULL ? (guint)atoi (size) : 2000);
  g_print ("%s\n", path);
  return 0;
}
