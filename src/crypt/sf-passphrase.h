/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A passphrase has at least so many characters, */
#define SF_PASSPHRASE_MIN_LENGTH 12
/* of which so many could not be foretold from those before. */
#define SF_PASSPHRASE_MIN_FRESH 10
/* So many fresh characters are "strong": four everyday words. */
#define SF_PASSPHRASE_STRONG 18
/* Longer ones are refused, lest somebody paste a letter. */
#define SF_PASSPHRASE_MAX_LENGTH 512

/**
 * SfPassphraseRating:
 * @SF_PASSPHRASE_SHORT: fewer characters than %SF_PASSPHRASE_MIN_LENGTH
 * @SF_PASSPHRASE_PLAIN: long enough, but easily foretold
 * @SF_PASSPHRASE_FAIR: may be used
 * @SF_PASSPHRASE_GOOD: long
 * @SF_PASSPHRASE_LONG: more characters than %SF_PASSPHRASE_MAX_LENGTH, or no text at all
 */
typedef enum
{
  SF_PASSPHRASE_SHORT,
  SF_PASSPHRASE_PLAIN,
  SF_PASSPHRASE_FAIR,
  SF_PASSPHRASE_GOOD,
  SF_PASSPHRASE_LONG,
} SfPassphraseRating;

/**
 * sf_passphrase_rate:
 * @known: (nullable) (array zero-terminated=1): what others know: names of the person, the centre
 *
 * Length is what counts; there is no rule about capitals, figures or signs, which make passphrases
 * forgotten, not safe (NIST SP 800-63B; the National Cyber Security Centre's "three random words").
 * The *fresh* characters are counted: not those that repeat the one before or go on in the
 * alphabet, in figures or along a row of the keyboard; of a text that repeats itself, only the
 * first time; and a word that everybody tries, or that is in @known, counts as one character. Case
 * does not matter. Fewer fresh ones than %SF_PASSPHRASE_MIN_FRESH is plain.
 */
SfPassphraseRating sf_passphrase_rate (const char *passphrase, const char *const *known);

/**
 * sf_passphrase_check:
 *
 * Returns: whether it may be used; if not, %SF_ERROR_INVALID with a sentence that says why not
 */
gboolean sf_passphrase_check (const char *passphrase, const char *const *known, GError **error);

G_END_DECLS
