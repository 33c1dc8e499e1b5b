/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "crypt/sf-secret.h"

#include <glib.h>

/* Where the driver is run, and what it said. */

#define SOURCE_SIZE (5 * 1024 * 1024 + 300000)
#define N_SOURCES 5 /* files in each of the two folders */
#define PIECE 64
#define OLD_PHRASE "wet Monday paddle boats"
#define NEW_PHRASE "nobody counts the herons"
#define TITLE "Zwetschgendatschi" /* of the evidence that is erased */

typedef struct
{
  char *home;          /* all that the driver may touch */
  char *base;          /* the centre file as it is before */
  char *path;          /* as the driver gets it */
  char *source;        /* folders to attach */
  char piece[PIECE];   /* from the middle of what is erased */
  SfSecret *papers[2]; /* the employer's key until now, and the one that replaces it */
  GRand *rand;
} Bench;

typedef struct
{
  long acknowledged;
  long count;
  gboolean starved;
  gboolean ended;
  int status;
  char *complaint;
} Run;

static inline void
run_clear (Run *run)
{
  g_free (run->complaint);
}
