/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome.h"

G_BEGIN_DECLS

/**
 * SfReadingColumn:
 * @SF_READING_COUNTED: how many
 * @SF_READING_OUT_OF: out of how many
 * @SF_READING_MEAN: a mean
 *
 * What a column of a grid of readings holds.
 */
typedef enum
{
  SF_READING_COUNTED,
  SF_READING_OUT_OF,
  SF_READING_MEAN,
} SfReadingColumn;

/**
 * SfReadingsSheet:
 * @outcome: the readings that there are
 * @periods: (element-type utf8): the first days of the periods, one a row
 *
 * A measure as a spreadsheet: a row for each period; for all families and then for each of
 * sf_outcome_get_groups() one column, or, of a proportion, two. Both are borrowed.
 */
typedef struct
{
  SfOutcome *outcome;
  GPtrArray *periods;
} SfReadingsSheet;

guint sf_readings_sheet_get_n_columns (const SfReadingsSheet *self);
/* @group: (out) (transfer none) (nullable): whose figures they are; %NULL is all families */
SfReadingColumn
sf_readings_sheet_get_column (const SfReadingsSheet *self, guint column, SfFamilyGroup **group);
/* (transfer full): what is in a cell, as it would be typed; "" for nothing */
char *sf_readings_sheet_dup_text (const SfReadingsSheet *self, guint row, guint column);

/* Whether the cell is empty beside a count that should say what it is out of: the count is kept,
 * but is no proportion yet. */
gboolean sf_readings_sheet_lacks (const SfReadingsSheet *self, guint row, guint column);

/**
 * SfReadingsPaste:
 * @edits: (element-type SfReadingEdit): what is taken, for sf_workbook_set_readings()
 * @faults: (element-type utf8): a sentence for each cell, or row or column of them, that is not
 * @n_taken: how many cells are taken
 * @n_left: how many are not
 * @n_lacking: how many of the counts that are taken would not say what they are out of, though the
 *   measure is a proportion
 *
 * Cells as they would be taken into a sheet; nothing is changed by making it.
 */
typedef struct
{
  GPtrArray *edits;
  GPtrArray *faults;
  guint n_taken;
  guint n_left;
  guint n_lacking;
} SfReadingsPaste;

/**
 * sf_readings_sheet_paste:
 * @row: where the first cell goes
 * @column: likewise
 * @rows: (element-type SfCsvRow): the cells
 *
 * Every cell with something in it is either taken or told, with its place among those that came
 * and the reason. An empty one leaves what is there. Where a count would be more than what it is
 * out of, both are left, with what is there already counted in.
 *
 * Returns: (transfer full): what would be taken
 */
SfReadingsPaste *
sf_readings_sheet_paste (const SfReadingsSheet *self, guint row, guint column, GPtrArray *rows);

/**
 * sf_readings_sheet_type:
 *
 * The same for one cell that was typed in: blank takes away what is there.
 */
SfReadingsPaste *
sf_readings_sheet_type (const SfReadingsSheet *self, guint row, guint column, const char *text);

/* Takes away what is in a rectangle of cells, both ends among them. */
SfReadingsPaste *sf_readings_sheet_clear (const SfReadingsSheet *self,
                                          guint first_row,
                                          guint first_column,
                                          guint last_row,
                                          guint last_column);

void sf_readings_paste_free (SfReadingsPaste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfReadingsPaste, sf_readings_paste_free)

G_END_DECLS
