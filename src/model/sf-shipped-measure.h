/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfShippedMeasure:
 * @id: its name in the list, kept in measure.shipped
 * @aim: NaN where there is none
 *
 * A measure of the list that comes with the program (data/measures/measures.ini): what centres are
 * asked for, in our own words. The centre takes what it needs; what it took is its own.
 */
typedef struct
{
  char *id;
  char *title;
  char *explanation;
  char *kind;
  char *unit;
  char *direction;
  char *period;
  gboolean full_count;
  char *source;
  double aim;
} SfShippedMeasure;

/**
 * sf_shipped_measures_list:
 *
 * Returns: (transfer none) (element-type SfShippedMeasure): the list, in its order
 */
GPtrArray *sf_shipped_measures_list (void);

/**
 * sf_shipped_measures_find:
 *
 * Returns: (transfer none) (nullable): the one of that id
 */
const SfShippedMeasure *sf_shipped_measures_find (const char *id);

G_END_DECLS
