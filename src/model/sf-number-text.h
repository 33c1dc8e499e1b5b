/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfNumberSense:
 * @SF_NUMBER_OPEN: nothing says what it counts
 * @SF_NUMBER_PEOPLE: it counts people
 */
typedef enum
{
  SF_NUMBER_OPEN,
  SF_NUMBER_PEOPLE,
} SfNumberSense;

/**
 * SfNumber:
 * @start: where it begins in the text, in bytes
 * @length: its length in bytes
 * @value: what it says
 * @decimals: how many decimals it has
 * @percent: whether it is a percentage
 * @of: of a ratio ("one in nine") the other number; 0 of all others
 * @sense: what it counts
 *
 * A number in a text.
 */
typedef struct
{
  gsize start;
  gsize length;
  double value;
  guint decimals;
  gboolean percent;
  double of;
  SfNumberSense sense;
} SfNumber;

/**
 * sf_number_find_in_text:
 * @text: what a person wrote, UTF-8
 *
 * Finds numbers that could count people: in figures, and in words up to ninety-nine; one rule for
 * both. It errs on the side of finding too many, for a person looks at them. The rules:
 *
 * 1. A number is a word of its own. Parts of longer numbers, of dates, times of the day, codes and
 *    compounds ("three-year-olds", "1/3", "one-to-one", LLD-S3) are none, nor ordinals.
 * 2. The first word after it that is known decides, up to four words on and not past the end of the
 *    clause: a word for people (families, children, fathers, "of them", "came") says
 *    %SF_NUMBER_PEOPLE, a word for things (rooms, sessions, weeks, pages, posts, staff) that it is
 *    no matter. "More", "of the" and other numbers are passed over; a word that begins something
 *    new ("for", "in", "which") ends the search. "Three members of staff" are staff.
 * 3. Without such a word it is %SF_NUMBER_OPEN, but for what is plainly no count: money, ages
 *    ("aged 3", "under five"), days ("3 May", "from 3 to 7 May"), years, names of things ("page 3",
 *    "NI 3"), the number of a line in a list, and fractions ("two thirds").
 * 4. "One" is a number only where rule 2 says so: it is otherwise a pronoun.
 * 5. In "one in nine", "two families in ten", "3/40" both are one ratio: the first number with @of.
 *    What is said of things ("3 fathers in 4 weeks", "3/40 sessions") is none, nor is "3/4".
 *
 * Returns: (transfer full) (element-type SfNumber): in the order of the text
 */
GArray *sf_number_find_in_text (const char *text);

G_END_DECLS
