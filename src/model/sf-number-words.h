/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words by which sf_number_find_in_text() knows what a number counts, in the user's language.
 */

typedef enum
{
  SF_NUMBER_WORDS_PEOPLE,    /* who or what people do: families, fathers, them, came */
  SF_NUMBER_WORDS_THINGS,    /* what is plainly no family: rooms, sessions, weeks, staff */
  SF_NUMBER_WORDS_STOP,      /* begins something new: for, in, which */
  SF_NUMBER_WORDS_NAMES,     /* after these a number is a name: page, year, level */
  SF_NUMBER_WORDS_AGES,      /* after these it is an age: aged, under */
  SF_NUMBER_WORDS_FRACTIONS, /* thirds, quarters */
  SF_NUMBER_WORDS_IN,        /* one in nine */
  SF_NUMBER_WORDS_STAFF,     /* members of these are staff */
  SF_NUMBER_WORDS_JOINT,     /* joins two days: 3 to 7 May */
  SF_NUMBER_N_WORDS,
} SfNumberWords;

gboolean sf_number_words_have (SfNumberWords words, const char *word);

/* The number that a word says, nought to ninety-nine; -1 if it says none. */
int sf_number_words_parse (const char *word);

/* Whether it is the name of a month, in full or short. */
gboolean sf_number_words_is_month (const char *word);

G_END_DECLS
