/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"

G_BEGIN_DECLS

/**
 * SfShownFigure:
 * @group: which group of families; nil for all families
 * @count: how many of it
 * @denominator: out of how many; %SF_DISCLOSURE_NONE where there is none
 * @is_shown: whether the report showed it
 */
typedef struct
{
  SfUuid group;
  gint64 count;
  gint64 denominator;
  gboolean is_shown;
} SfShownFigure;

/**
 * SfShown:
 * @measure: of which measure
 * @starts_on: the first day of the period
 * @figures: (element-type SfShownFigure): every group that had a figure then
 *
 * What a report that left the centre held of one measure in one period: what it showed and, so that
 * what it hid stays hidden, the figures beside it. It cannot be taken back: it is no part of
 * history and outlives the measure. sf-outcome-published.c gives it to later decisions.
 */
typedef struct
{
  SfUuid measure;
  char *starts_on;
  GArray *figures;
} SfShown;

SfShown *sf_shown_new (const SfUuid *measure, const char *starts_on);
SfShown *sf_shown_copy (const SfShown *self);
void sf_shown_free (SfShown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfShown, sf_shown_free)

/* @group: (nullable): %NULL for all families */
void sf_shown_add (
    SfShown *self, const SfUuid *group, gint64 count, gint64 denominator, gboolean is_shown);

/* (transfer none) (nullable): the figure of @group, or with %NULL of all families */
const SfShownFigure *sf_shown_find (const SfShown *self, const SfUuid *group);

/* Says that the figure of @group, which is there, was shown. */
void sf_shown_mark (SfShown *self, const SfUuid *group);

/**
 * sf_shown_covers:
 *
 * Returns: whether @other tells nothing that @self does not tell: the same figures, and none shown
 *   that were not
 */
gboolean sf_shown_covers (const SfShown *self, const SfShown *other);

G_END_DECLS
