/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-disclosure.h"
#include "model/sf-outcome.h"

G_BEGIN_DECLS

/* How many periods of a measure a report shows. */
#define SF_PUBLISHED_PERIODS 4

/**
 * SfPublished:
 *
 * One measure as it may be seen outside the centre: the one way in which outcome data gets into
 * anything that is published. Every reading is held against one #SfDisclosure; those that may be
 * shown make an #SfOutcome of their own, which holds nothing else. What is told of it (a
 * percentage, a gap, a change, "23 more families") is so told of figures that are all shown.
 *
 * A reading is shown with all its figures or not at all. One that was revised by so little since a
 * report showed it that the difference would tell of a few families stands as it was shown then
 * (sf-outcome-offer.h), in all that is told of it. The average of a group never is: nobody
 * can say here of how few it is; that of all families is not where it is said to be of fewer than
 * %SF_DISCLOSURE_LEAST.
 */
typedef struct _SfPublished SfPublished;

/**
 * sf_published_new:
 * @until: (nullable): an ISO 8601 date; periods that begin later are left out
 * @n_periods: how many periods at most, the last ones that have a reading
 *
 * Periods do not add up to each other, so that what is decided of one is the same whichever others
 * are there. What reports showed that have left, sf_model_list_shown(), is known to the reader.
 */
SfPublished *
sf_published_new (SfModel *model, SfMeasure *measure, const char *until, guint n_periods);
void sf_published_free (SfPublished *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPublished, sf_published_free)

/**
 * sf_published_list:
 *
 * What a report on @evaluation shows: the centre's measures that have a reading of its year, each
 * with its last %SF_PUBLISHED_PERIODS periods.
 *
 * Returns: (transfer full) (element-type SfPublished): the array frees its elements
 */
GPtrArray *sf_published_list (SfModel *model, SfEvaluation *evaluation);

/* (transfer none): the readings that may be shown, and no other */
SfOutcome *sf_published_get_outcome (SfPublished *self);

/* (transfer none) (element-type utf8): the first days of its periods, shown or not */
GPtrArray *sf_published_get_periods (SfPublished *self);

/**
 * sf_published_is_withheld:
 * @group: (nullable): a group; %NULL for all families
 *
 * Returns: whether there is a figure that may not be shown; sf_disclosure_get_mark() stands there
 */
gboolean sf_published_is_withheld (SfPublished *self, SfFamilyGroup *group, const char *starts_on);

/**
 * sf_published_is_held:
 * @group: (nullable): a group; %NULL for all families
 *
 * Returns: whether its figure stands as it was reported before, though it was revised since;
 *   sf_published_get_before_mark() is printed with it, and sf_published_get_before_note() below
 */
gboolean sf_published_is_held (SfPublished *self, SfFamilyGroup *group, const char *starts_on);

/* How many figures stand as they were reported before. */
guint sf_published_count_held (SfPublished *self);

/* Whether every figure is shown as it stands in the file. */
gboolean sf_published_is_whole (SfPublished *self);

/* (transfer full) (element-type utf8): for the centre's eyes: what is printed of figures that were
 * revised since, and what stands in the file */
GPtrArray *sf_published_list_held (SfPublished *self);

/* What stands beside such a figure, and a sentence that says what it means. It does not say what
 * was revised: the figure, or one beside it. */
const char *sf_published_get_before_mark (void);
const char *sf_published_get_before_note (void);

/* Whether the group has a figure in one of the periods, shown or not. */
gboolean sf_published_has_group (SfPublished *self, SfFamilyGroup *group);

/* How many figures are withheld. */
guint sf_published_count_withheld (SfPublished *self);

/**
 * sf_published_list_lines:
 *
 * Returns: (transfer full) (element-type utf8): a line for each figure, shown or not: "2026–27 ·
 *   Lone parents · 57.3%: 55 of 96", "2026–27 · Fathers · not shown"
 */
GPtrArray *sf_published_list_lines (SfPublished *self);

/* (transfer none): the decision, for what is not tied to a reading: numbers in texts */
SfDisclosure *sf_published_get_disclosure (SfPublished *self);

/**
 * sf_published_tell_cell:
 * @key: a cell of sf_published_get_disclosure()
 *
 * Returns: (transfer full): where it stands: "Families reached, Lone parents, 2026–27"
 */
char *sf_published_tell_cell (SfPublished *self, const char *key);

/* (transfer none) (nullable): the group of such a cell; %NULL for all families */
SfFamilyGroup *sf_published_get_cell_group (SfPublished *self, const char *key);

/**
 * sf_published_list_given_away:
 *
 * Returns: (transfer full) (element-type utf8): where the figures stand, as by
 *   sf_published_tell_cell(), of which reports that have left tell a small number when they are
 * laid side by side: nothing can hide it again
 */
GPtrArray *sf_published_list_given_away (SfPublished *self);

/**
 * sf_published_note:
 * @group: (nullable): a group; %NULL for all families
 * @shown: (element-type SfShown): of one report
 *
 * Notes in @shown that a report shows this figure, whatever it makes of it. What is withheld is not
 * noted as shown. sf_workbook_note_shown() keeps it once the report leaves.
 */
void sf_published_note (SfPublished *self,
                        SfFamilyGroup *group,
                        const char *starts_on,
                        GPtrArray *shown);

/* The same for all that it may show: sf_published_list_lines(). A period of which nothing may be
 * shown is noted too: what was hidden then is to stay so. */
void sf_published_note_all (SfPublished *self, GPtrArray *shown);

G_END_DECLS
