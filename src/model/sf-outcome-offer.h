/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-disclosure.h"
#include "model/sf-outcome.h"

G_BEGIN_DECLS

/**
 * SfOfferWay:
 * @SF_OFFER_NOW: as it stands in the file
 * @SF_OFFER_BEFORE: as a report showed it that has left
 * @SF_OFFER_KEPT_BACK: not at all
 *
 * How a figure may be shown at best, before it is decided whether it may be.
 */
typedef enum
{
  SF_OFFER_NOW,
  SF_OFFER_BEFORE,
  SF_OFFER_KEPT_BACK,
} SfOfferWay;

/**
 * SfOfferCell:
 * @way: how it is offered
 * @values: by #SfFigure: what is offered; %SF_DISCLOSURE_NONE where there is none
 * @now: by #SfFigure: what stands in the file
 */
typedef struct
{
  gboolean is_there;
  SfOfferWay way;
  gint64 values[2];
  gint64 now[2];
} SfOfferCell;

/* Count and denominator that a cell has or had. */
typedef struct
{
  gint64 values[2];
} SfOfferValue;

/**
 * SfOffer:
 *
 * One period of a measure as it is put before a #SfDisclosure, and what reports showed of it that
 * have left. A decision hides small numbers; this keeps small *differences* between the reports of
 * a period out of it. The rule:
 *
 * 1. A figure of which a report showed another value is not shown revised while it differs from any
 *    value that was shown by 1 to 4 in its count, in what it is out of, or in what is left of that.
 *    The last of those values stands in its place, as reported before: nothing new is told.
 * 2. The same holds for its peers, all families without the group, against every report that showed
 *    both: six more families of whom five are fathers tell of one who is not. The group then stands
 *    as it was last reported, and all families as they are now.
 * 3. Where a value that was reported before would contradict what stands beside it (a group larger
 *    than all families), or would tell a small difference of the peers all the same, it is not
 *    shown at all.
 *
 * What is shown so drifts no further than four from the truth, and follows it from five on.
 */
typedef struct _SfOffer SfOffer;

SfOffer *sf_offer_new (SfModel *model, SfOutcome *outcome, const char *starts_on);
void sf_offer_free (SfOffer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfOffer, sf_offer_free)

/**
 * sf_offer_get_cell:
 * @number: 0 is all families, then come the groups of the outcome in their order
 *
 * Returns: (transfer none) (nullable): the cell, if it has a count
 */
const SfOfferCell *sf_offer_get_cell (SfOffer *self, guint number);

/* (transfer full): the key of a cell, or %NULL for none: "3 2026-04-01" */
char *sf_offer_make_key (guint number, const char *starts_on);

/**
 * sf_offer_list_values:
 *
 * Returns: (transfer none) (element-type SfOfferValue): what a cell is offered as, what stands in
 *   the file, and what it was in reports that have left: each once
 */
GArray *sf_offer_list_values (SfOffer *self, guint number);

/**
 * sf_offer_add_to:
 * @prefix: stands before its keys, where there are several measures in a decision
 *
 * Adds its cells to a decision, and what earlier reports held of them. Where a cell is offered as
 * it was reported before, the table as it stands in the file is protected too.
 */
void sf_offer_add_to (SfOffer *self, const char *prefix, SfDisclosure *decision);

/* Whether a report has shown what a cell is offered as: it can be hidden from nobody. */
gboolean sf_offer_was_shown (SfOffer *self, guint number);

/* Whether a cell is offered as it was reported before. */
gboolean sf_offer_is_held (SfOffer *self);

/**
 * sf_offer_make_table:
 * @as_now: as it stands in the file; otherwise as it is offered
 *
 * Returns: (transfer full): the table, none of it marked as shown
 */
SfShown *sf_offer_make_table (SfOffer *self, gboolean as_now);

/* Whether a measure has averages, of which nobody can say of how few they are. */
gboolean sf_measure_is_mean (SfMeasure *measure);

G_END_DECLS
