/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-passphrase.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* Parts of the passphrases that everybody tries first. */
static const char *const everyday[] = {
  "passphrase", "password", "passwort", "passw0rd", "p4ssword", "letmein",   "welcome",
  "childrens",  "children", "centre",   "center",   "sixfold",  "surestart", "qwerty",
  "iloveyou",   "admin",    "secret",   "monkey",   "dragon",   "football",  "sunshine",
};

static const char *const rows[] = { "qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890" };

/* Stands for a word that counts as one. */
#define ONE_WORD 0xFFFDu

/* (transfer full): in lower case, without accents' different spellings; wiped by wipe_characters().
 */
static gunichar *
fold (const char *text, glong *n)
{
  char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  gunichar *characters = plain != NULL ? g_utf8_to_ucs4_fast (plain, -1, n) : NULL;

  for (glong i = 0; characters != NULL && i < *n; i++)
    characters[i] = g_unichar_tolower (characters[i]);
  if (plain != NULL)
    sodium_memzero (plain, strlen (plain));
  g_free (plain);
  return characters;
}

static void
wipe_characters (gunichar *characters, glong n)
{
  sodium_memzero (characters, (gsize)n * sizeof *characters);
  g_free (characters);
}

/* Whether a word stands here. */
static gboolean
is_at (const gunichar *text, glong n, glong at, const gunichar *word, glong length)
{
  if (length == 0 || at + length > n)
    return FALSE;
  for (glong i = 0; i < length; i++)
    if (text[at + i] != word[i])
      return FALSE;
  return TRUE;
}

/* Puts one sign in the place of each time that a word stands there.
 * Returns: how many characters are left */
static glong
replace_word (gunichar *text, glong n, const char *word)
{
  glong length = 0;
  gunichar *wanted = fold (word, &length);
  glong to = 0;

  /* Shorter words are in too much. */
  if (wanted == NULL || length < 4)
    {
      g_free (wanted);
      return n;
    }
  for (glong from = 0; from < n;)
    {
      gboolean found = is_at (text, n, from, wanted, length);

      text[to++] = found ? ONE_WORD : text[from];
      from += found ? length : 1;
    }
  g_free (wanted);
  return to;
}

/* Whole names, and each of their words. */
static glong
replace_known (gunichar *text, glong n, const char *known)
{
  g_auto (GStrv) words = g_strsplit_set (known, " -'.,", -1);

  n = replace_word (text, n, known);
  for (guint i = 0; words[i] != NULL; i++)
    n = replace_word (text, n, words[i]);
  return n;
}

/* The length of what repeats itself to the end: 3 of "abcabcab". */
static glong
find_period (const gunichar *text, glong n)
{
  for (glong period = 1; period < n; period++)
    {
      glong i = period;

      while (i < n && text[i] == text[i - period])
        i++;
      if (i == n)
        return period;
    }
  return n;
}

static gboolean
are_neighbours (gunichar a, gunichar b)
{
  if (a == b || a + 1 == b || b + 1 == a)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *first = a < 128 && a > 0 ? strchr (rows[i], (int)a) : NULL;
      const char *second = b < 128 && b > 0 ? strchr (rows[i], (int)b) : NULL;

      if (first != NULL && second != NULL && ABS (first - second) == 1)
        return TRUE;
    }
  return FALSE;
}

/* A pair of neighbours happens in words; the third in a row is foretold. */
static glong
count_fresh (const gunichar *text, glong n)
{
  glong fresh = 0;
  glong run = 0;

  for (glong i = 0; i < n; i++)
    {
      run = i > 0 && are_neighbours (text[i - 1], text[i]) ? run + 1 : 0;
      if (run < 2 && !(i > 0 && text[i] == text[i - 1] && run > 0 && text[i] == ONE_WORD))
        fresh++;
    }
  return fresh;
}

static SfPassphraseRating
rate_characters (gunichar *text, glong n, const char *const *known)
{
  glong fresh;

  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    n = replace_known (text, n, known[i]);
  for (guint i = 0; i < G_N_ELEMENTS (everyday); i++)
    n = replace_word (text, n, everyday[i]);
  fresh = count_fresh (text, find_period (text, n));
  if (fresh < SF_PASSPHRASE_MIN_FRESH)
    return SF_PASSPHRASE_PLAIN;
  return fresh < SF_PASSPHRASE_STRONG ? SF_PASSPHRASE_FAIR : SF_PASSPHRASE_GOOD;
}

SfPassphraseRating
sf_passphrase_rate (const char *passphrase, const char *const *known)
{
  glong n = 0;
  gunichar *text;
  SfPassphraseRating rating;

  g_return_val_if_fail (passphrase != NULL, SF_PASSPHRASE_SHORT);

  if (!g_utf8_validate (passphrase, -1, NULL)
      || g_utf8_strlen (passphrase, -1) > SF_PASSPHRASE_MAX_LENGTH)
    return SF_PASSPHRASE_LONG;
  if (g_utf8_strlen (passphrase, -1) < SF_PASSPHRASE_MIN_LENGTH)
    return SF_PASSPHRASE_SHORT;
  text = fold (passphrase, &n);
  rating = rate_characters (text, n, known);
  wipe_characters (text, n);
  return rating;
}

gboolean
sf_passphrase_check (const char *passphrase, const char *const *known, GError **error)
{
  switch (sf_passphrase_rate (passphrase, known))
    {
    case SF_PASSPHRASE_FAIR:
    case SF_PASSPHRASE_GOOD:
      return TRUE;
    case SF_PASSPHRASE_SHORT:
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                   _ ("A passphrase needs at least %d characters. Three or four words that have"
                      " nothing to do with each other are easy to remember and hard to guess."),
                   SF_PASSPHRASE_MIN_LENGTH);
      return FALSE;
    case SF_PASSPHRASE_LONG:
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("A passphrase has at most %d characters."),
                   SF_PASSPHRASE_MAX_LENGTH);
      return FALSE;
    case SF_PASSPHRASE_PLAIN:
    default:
      g_set_error_literal (
          error, SF_ERROR, SF_ERROR_INVALID,
          _ ("This passphrase is easy to guess: it repeats itself, follows the keyboard, or is"
             " made of a name or a word that everybody tries. Three or four words that have"
             " nothing to do with each other are better."));
      return FALSE;
    }
}
