/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-number-text.h"

G_BEGIN_DECLS

/* Counts from 1 to one less than this are small: they point at families. As in the practice of
 * the Office for National Statistics and of NHS Digital, nought is not small. */
#define SF_DISCLOSURE_LEAST 5
/* A cell without a denominator. */
#define SF_DISCLOSURE_NONE G_GINT64_CONSTANT (-1)

/**
 * SfDisclosure:
 *
 * Decides what may be shown outside the centre. One decision is made for a whole year of a measure
 * and holds for every audience: whoever lays two reports beside each other must not learn more
 * than from one. Everything that is published asks it: tables, charts, descriptions, percentages,
 * gaps, targets. It is a pure computation: the same cells give the same answer.
 *
 * The rule:
 *
 * 1. *Small*: a count from 1 to 4 is not shown, nor a count that leaves 1 to 4 of its denominator
 *    (28 of 30 says that two were not), nor count and denominator of a group of 1 to 4. Nought, and
 *    all of a group, are shown unless they would give another away.
 * 2. *Protecting*: further figures are not shown, as few as possible and among those the smallest,
 *    until no reader can work a small one out. A reader knows every figure shown, what earlier
 *    reports showed, what is public anyway, that sums add up, that what is left of a whole beside
 *    a group of it is a count too, and that no count is below nought. For every small quantity,
 *    shown or only to be had by subtraction, there must then be a table that the reader cannot tell
 *    from the true one in which it is at most 1, and one in which it is at least 5: nobody can say
 *    that it is small, nor that it is one number. Where it can be had, that second table has
 *    another small count in it, so that who knows this rule learns no more. And no figure that is
 *    not shown can be worked out exactly.
 * 3. What earlier reports showed cannot be taken back. A small quantity that they give away is
 *    still not shown, and sf_disclosure_is_given_away() says so.
 * 4. *Derived* values follow: a value made of several figures may be shown if all of them are. A
 *    reader gets nothing from it that the figures do not say already, however it is rounded; a
 *    percentage whose denominator is known would give its count back.
 *
 * A chart draws no point, bar, axis or interval from what is not shown, and its description names
 * none.
 */
typedef struct _SfDisclosure SfDisclosure;

/**
 * SfFigure:
 * @SF_FIGURE_COUNT: how many of the cell's group
 * @SF_FIGURE_DENOMINATOR: out of how many
 */
typedef enum
{
  SF_FIGURE_COUNT,
  SF_FIGURE_DENOMINATOR,
} SfFigure;

/**
 * SfDisclosureAnswer:
 * @SF_DISCLOSURE_SHOWN: the figure may be shown
 * @SF_DISCLOSURE_SMALL: not shown: small, by rule 1
 * @SF_DISCLOSURE_PROTECTS: not shown: it would give another back, by rule 2
 *
 * Which of the last two it is must not be told outside: both are sf_disclosure_get_mark().
 */
typedef enum
{
  SF_DISCLOSURE_SHOWN,
  SF_DISCLOSURE_SMALL,
  SF_DISCLOSURE_PROTECTS,
} SfDisclosureAnswer;

/**
 * SfDerived:
 * @SF_DERIVED_COUNT: the count itself, or the height of a bar that stands for it
 * @SF_DERIVED_DENOMINATOR: the denominator itself
 * @SF_DERIVED_RATE: a percentage, its confidence interval or its point in a chart, to any precision
 * @SF_DERIVED_COMPLEMENT: how many of the denominator are not counted
 * @SF_DERIVED_REMAINING: "23 more families to 65%"
 *
 * What may be made of one cell.
 */
typedef enum
{
  SF_DERIVED_COUNT,
  SF_DERIVED_DENOMINATOR,
  SF_DERIVED_RATE,
  SF_DERIVED_COMPLEMENT,
  SF_DERIVED_REMAINING,
} SfDerived;

/**
 * SfDisclosureHit:
 * @start: where the number begins in the text, in bytes
 * @length: its length in bytes
 * @key: (transfer none): the cell whose figure it equals; belongs to the decision
 * @number: what it says, and whether it counts people
 */
typedef struct
{
  gsize start;
  gsize length;
  const char *key;
  SfNumber number;
} SfDisclosureHit;

SfDisclosure *sf_disclosure_new (void);
void sf_disclosure_free (SfDisclosure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfDisclosure, sf_disclosure_free)

/**
 * sf_disclosure_add:
 * @key: names the cell: group and period, as the caller likes ("fathers 2025-26"), once only
 * @count: not negative
 * @denominator: or %SF_DISCLOSURE_NONE
 *
 * Adds a cell. Of figures that protect equally well, what was added first is shown.
 */
void sf_disclosure_add (SfDisclosure *self, const char *key, gint64 count, gint64 denominator);

/**
 * sf_disclosure_withhold:
 *
 * Says that this cell is not shown, for a reason of the caller's; it is protected like what is
 * small.
 */
void sf_disclosure_withhold (SfDisclosure *self, const char *key);

/**
 * sf_disclosure_add_unsaid:
 *
 * Adds a figure that is in nothing that is published, and in no sum: sf_disclosure_repeats() and
 * sf_disclosure_find_in_text() look for it all the same.
 */
void
sf_disclosure_add_unsaid (SfDisclosure *self, const char *key, gint64 count, gint64 denominator);

/**
 * sf_disclosure_add_sum:
 * @parts: %NULL-terminated keys
 *
 * Says that every member of @total is in exactly one of @parts, or in none (what is left is then a
 * count of its own: those of whom the group is not known). It holds for counts and for
 * denominators, in this version and in those of earlier reports. Parts that are more than the total
 * overlap; each is then held as a group of it by itself. The cells may be added later.
 */
void sf_disclosure_add_sum (SfDisclosure *self, const char *total, const char *const *parts);

/**
 * sf_disclosure_add_group:
 *
 * Says that @group is a part of @whole, and may overlap with other groups of it. What is left of
 * the whole, its peers, is held as a count of its own.
 */
void sf_disclosure_add_group (SfDisclosure *self, const char *whole, const char *group);

/**
 * sf_disclosure_leave:
 * @shown: whether it is shown
 * @guarded: whether it was decided that it is not: then it must not be worked out exactly
 *
 * Says that this cell is decided on elsewhere, among those of another measure. What is small in it
 * is protected here too.
 */
void sf_disclosure_leave (SfDisclosure *self, const char *key, gboolean shown, gboolean guarded);

/**
 * sf_disclosure_add_link:
 * @keys: %NULL-terminated: the cell of a whole, then those of its parts
 * @values: for each, the value of its figure that is meant: as it is now, or as it once was
 *
 * Says that a reader may take a figure for the sum of others, which it is.
 */
void sf_disclosure_add_link (SfDisclosure *self,
                             SfFigure figure,
                             const char *const *keys,
                             const gint64 *values);

/**
 * sf_disclosure_set_public:
 *
 * Says that the reader knows this figure from elsewhere (the number of children in the area, in an
 * official statistic), whatever is decided here.
 */
void sf_disclosure_set_public (SfDisclosure *self, const char *key, SfFigure figure);

/**
 * sf_disclosure_add_earlier:
 * @edition: which earlier report, any number
 * @value: the figure as it was then
 * @shown: whether that report showed it
 *
 * Adds what an earlier report held, for each of its cells, shown or not. A value that is still the
 * same is taken as known to be the same; one that was revised since stands for itself.
 */
void sf_disclosure_add_earlier (SfDisclosure *self,
                                guint edition,
                                const char *key,
                                SfFigure figure,
                                gint64 value,
                                gboolean shown);

/**
 * sf_disclosure_decide:
 *
 * Makes the decision. Nothing can be added afterwards; nothing may be asked before. Nine groups of
 * a year are decided in a millisecond, of four quarters in a tenth of a second, of twelve months
 * that add up in some seconds: a thread's work.
 */
void sf_disclosure_decide (SfDisclosure *self);

/**
 * sf_disclosure_get:
 *
 * Returns: what was decided of one figure; %SF_DISCLOSURE_SMALL for what was never added
 */
SfDisclosureAnswer sf_disclosure_get (SfDisclosure *self, const char *key, SfFigure figure);

/**
 * sf_disclosure_is_given_away:
 *
 * Returns: whether earlier reports, or what is public, tell a small quantity of this cell that is
 *   not shown here, or more of it than rule 2 allows: a matter for the check list
 */
gboolean sf_disclosure_is_given_away (SfDisclosure *self, const char *key);

/**
 * sf_disclosure_may_show:
 *
 * Returns: whether a value made of this cell may be shown
 */
gboolean sf_disclosure_may_show (SfDisclosure *self, const char *key, SfDerived derived);

/**
 * sf_disclosure_may_compare:
 *
 * Returns: whether a value made of two cells may be shown: the gap between a group and the whole,
 *   its peers or another group, a change since another period, the "too small to tell" of either
 */
gboolean sf_disclosure_may_compare (SfDisclosure *self, const char *key, const char *other);

/**
 * sf_disclosure_repeats:
 * @value: a number that somebody typed, such as the reading of a target
 * @decimals: to how many decimals it is shown
 * @percent: whether it is a percentage
 *
 * For values that are not tied to a cell.
 *
 * Returns: whether it equals a figure, or the percentage of a cell, that is not shown, or what
 *   either leaves of the whole
 */
gboolean sf_disclosure_repeats (SfDisclosure *self, double value, guint decimals, gboolean percent);

/**
 * sf_disclosure_find_in_text:
 * @text: what a person wrote
 *
 * Finds numbers equal to a figure that is not shown, as sf_disclosure_repeats() would say, for the
 * check list: those of sf_number_find_in_text(). A ratio ("one in nine") is one if it is count and
 * denominator. A person must look: "three" may be three of something else.
 *
 * Returns: (transfer full) (element-type SfDisclosureHit): in the order of the text, one for each
 *   place and each cell whose figure it may be
 */
GArray *sf_disclosure_find_in_text (SfDisclosure *self, const char *text);

/**
 * sf_disclosure_get_mark:
 *
 * Returns: what stands in place of a value that is not shown. It is the same for small and for
 * protecting ones; "fewer than 5" would be untrue of the latter, and their difference would tell.
 */
const char *sf_disclosure_get_mark (void);

G_END_DECLS
