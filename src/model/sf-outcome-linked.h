/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-disclosure.h"
#include "model/sf-model.h"

G_BEGIN_DECLS

/**
 * SfLinked:
 *
 * Measures of a centre that count the same, decided on together. Nobody says that they do; their
 * figures tell. Two figures of a group are linked
 *
 * - where the count of one measure in a period is the sum of another's counts in the periods that
 *   make it up, all of them there, and likewise of what they are out of (which may also be the same
 *   in each of them): a quarter and its months, a year and its quarters or terms;
 * - where two measures have the same count, out of the same, in the same days.
 *
 * Where it is chance, taking them for the same gives a wrong answer, and hiding them costs little.
 * Only where that ties many figures together, periods are linked if most of their groups are; and
 * of so many that they cannot be weighed, one measure's alone may be shown.
 * Values that reports showed which have left are linked in the same way.
 *
 * The measure with the shortest periods is decided on first, of equal ones the first in the
 * centre's order; each further one with all that those before it show. So the coarser figure gives
 * way, which is one number instead of several. What is small in any of them is protected in each
 * decision.
 */
typedef struct _SfLinked SfLinked;

/**
 * sf_linked_new:
 * @first: the first day of the periods that are to be published
 * @last: their last day
 *
 * Decides on everything that is linked with those periods, whether it is published with them or
 * not: what is decided of one is the same in every report.
 */
SfLinked *sf_linked_new (SfModel *model, SfCentre *centre, const char *first, const char *last);
void sf_linked_free (SfLinked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfLinked, sf_linked_free)

/* Whether a figure is not shown. @group: (nullable): %NULL for all families */
gboolean
sf_linked_hides (SfLinked *self, SfMeasure *measure, SfFamilyGroup *group, const char *starts_on);

/* Whether earlier reports, of whichever measure, tell a small number there. */
gboolean sf_linked_is_given_away (SfLinked *self,
                                  SfMeasure *measure,
                                  SfFamilyGroup *group,
                                  const char *starts_on);

G_END_DECLS
