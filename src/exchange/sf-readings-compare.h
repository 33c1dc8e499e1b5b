/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "workbook/sf-workbook-edit.h"

G_BEGIN_DECLS

/**
 * SfReplacedReading:
 * @edit: what will be said; belongs to whoever gave it
 * @count: what is there now of the same measure, group and period; %SF_NULL_INT: none
 * @denominator: what that is out of; likewise
 * @value: what is there of a mean; NaN: none
 *
 * A figure that another takes the place of.
 */
typedef struct
{
  SfReadingEdit *edit;
  gint64 count;
  gint64 denominator;
  double value;
} SfReplacedReading;

/**
 * SfReadingsCompared:
 * @replaced: (element-type SfReplacedReading): figures that would be overwritten with another one
 * @n_new: how many figures there were none of
 * @n_same: how many say what is there already
 */
typedef struct
{
  GArray *replaced;
  guint n_new;
  guint n_same;
} SfReadingsCompared;

/**
 * sf_readings_compare:
 * @edits: (element-type SfReadingEdit): which must live as long as the answer
 *
 * Holds what is to be taken against what is there, so that nobody overwrites a year's figures with
 * last year's file without having seen it. A source or a date is no figure. It goes through the
 * readings of the measures that are named once, however many edits there are.
 *
 * Returns: (transfer full)
 */
SfReadingsCompared *sf_readings_compare (SfModel *model, GPtrArray *edits);
void sf_readings_compared_free (SfReadingsCompared *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfReadingsCompared, sf_readings_compared_free)

/* (transfer full): "74 of 118", "412 families" */
char *sf_reading_edit_format_figure (const SfReadingEdit *edit);
/* (transfer full): where it belongs: "Fathers, 2025–26" */
char *sf_reading_edit_tell_place (const SfReadingEdit *edit);
/* (transfer full): "74 of 118 in place of 70 of 118" */
char *sf_replaced_reading_to_text (const SfReplacedReading *self);

G_END_DECLS
