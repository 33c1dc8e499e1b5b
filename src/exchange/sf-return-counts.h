/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "crypt/sf-return-seal.h"
#include "model/sf-model.h"

G_BEGIN_DECLS

/* The exact counts of a year for the authority: all that reports hide is in them, so they leave the
 * centre sealed only. */

/**
 * SfReturnColumn:
 *
 * What is said of each reading. Dates are ISO 8601; the group of all families is "".
 */
typedef enum
{
  SF_RETURN_MEASURE,
  SF_RETURN_KIND, /* "proportion", "count", "mean" */
  SF_RETURN_GROUP,
  SF_RETURN_PERIOD, /* as it is called: "2026–27" */
  SF_RETURN_FROM,   /* its first day */
  SF_RETURN_COUNT,
  SF_RETURN_OUT_OF,
  SF_RETURN_VALUE,
  SF_RETURN_SOURCE,
  SF_RETURN_DATE,
  SF_RETURN_DATE_OF_OUT_OF,
  SF_RETURN_N_COLUMNS
} SfReturnColumn;

/**
 * SfReturnCounts:
 * @centre_id: the centre's UUID: whatever it is called, it is the same centre
 * @rows: (element-type SfCsvRow): %SF_RETURN_N_COLUMNS cells each
 *
 * A return, as it is sealed or was opened.
 */
typedef struct
{
  char *centre_id;
  char *centre;
  char *evaluation;
  char *from;
  char *until;
  char *made_on;
  GPtrArray *rows;
} SfReturnCounts;

void sf_return_counts_free (SfReturnCounts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfReturnCounts, sf_return_counts_free)

/**
 * sf_return_counts_new:
 * @today: an ISO 8601 date
 *
 * Takes every reading of the centre's measures whose period reaches into the evaluation's year.
 *
 * Returns: (transfer full): the return; %NULL and %SF_ERROR_NOT_FOUND if there is no reading
 */
SfReturnCounts *
sf_return_counts_new (SfModel *model, SfEvaluation *evaluation, const char *today, GError **error);

/**
 * sf_return_counts_seal:
 * @line: (nullable): the authority's key; %NULL or "" is %SF_ERROR_NOT_FOUND with a sentence that
 *   says where to get one
 *
 * Returns: (transfer full): the file
 */
GBytes *sf_return_counts_seal (SfReturnCounts *self, const char *line, GError **error);

/**
 * sf_return_counts_write:
 * @file: where the file shall be; it is there whole or not at all
 *
 * The exact counts of the evaluation, sealed to the key that is in the centre's profile.
 */
gboolean sf_return_counts_write (
    SfModel *model, SfEvaluation *evaluation, const char *today, GFile *file, GError **error);

/**
 * sf_return_counts_open:
 * @key: the authority's private key
 * @sealed: a file that somebody sent: anybody can seal anything to the authority, so nothing in it
 * is believed before it was looked at
 *
 * Returns: (transfer full): the return; %NULL with an error as of sf_return_open(), or
 *   %SF_ERROR_DAMAGED if what was sealed is no return
 */
SfReturnCounts *sf_return_counts_open (SfSecret *key, GBytes *sealed, GError **error);

/* (transfer full): what is in the file, unless it is too large to be a return: that is not read */
GBytes *sf_return_counts_load (GFile *file, GError **error);

/* "Measure", "Group" and so on, untranslated: authorities lay tables of many centres together. */
const char *sf_return_column_get_title (SfReturnColumn column);

/**
 * sf_return_counts_to_csv:
 *
 * Returns: (transfer full): a table for spreadsheets, in UTF-8 with a byte order mark; the centre
 * is on every row. A cell that a spreadsheet would take for a formula has an apostrophe before it
 */
char *sf_return_counts_to_csv (SfReturnCounts *self);

G_END_DECLS
