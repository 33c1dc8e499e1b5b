/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt-helpers.h"

#include "crypt/sf-passphrase.h"

/* Which passphrases may be used. */

static void
test_rating (void)
{
  static const char *const known[] = { "Anna Müller", "Hillside Children’s Centre", NULL };
  static const struct
  {
    const char *passphrase;
    SfPassphraseRating rating;
  } cases[] = {
    { "", SF_PASSPHRASE_SHORT },
    { "X7$kq!Zp2#v", SF_PASSPHRASE_SHORT }, /* signs do not make up for length */
    { "X7$kq!Zp2#vw", SF_PASSPHRASE_FAIR }, /* twelve without a pattern */
    { "gravel teapot", SF_PASSPHRASE_FAIR },
    { "pebble lantern otter", SF_PASSPHRASE_GOOD },
    { "PEBBLE LANTERN OTTER", SF_PASSPHRASE_GOOD },
    { "Straße läuft über Brücken", SF_PASSPHRASE_GOOD },
    /* Repeated. */
    { "aaaaaaaaaaaaaaaaaaaa", SF_PASSPHRASE_PLAIN },
    { "abcabcabcabcabcabcabc", SF_PASSPHRASE_PLAIN },
    { "ottersottersotters", SF_PASSPHRASE_PLAIN },
    /* Going on. */
    { "123456789012345", SF_PASSPHRASE_PLAIN },
    { "abcdefghijklmnop", SF_PASSPHRASE_PLAIN },
    { "qwertyuiopasdfghjkl", SF_PASSPHRASE_PLAIN },
    { "qwertzuiop 1234567890", SF_PASSPHRASE_PLAIN },
    { "poiuytrewq0987654321", SF_PASSPHRASE_PLAIN },
    /* What everybody tries. */
    { "Password12345", SF_PASSPHRASE_PLAIN },
    { "passwordpassword", SF_PASSPHRASE_PLAIN },
    { "letmeinletmeinwelcome", SF_PASSPHRASE_PLAIN },
    { "Welcome2026!", SF_PASSPHRASE_PLAIN },
    { "Children's Centre", SF_PASSPHRASE_PLAIN },
    /* What others know. */
    { "hillside 2026", SF_PASSPHRASE_PLAIN },
    { "anna müller 1985", SF_PASSPHRASE_PLAIN },
    { "Anna Mu\xcc\x88ller 1985", SF_PASSPHRASE_PLAIN },
    { "hillside pebble lantern otter", SF_PASSPHRASE_GOOD },
    { "\xff\xfe\xfd not a text at all", SF_PASSPHRASE_LONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SfPassphraseRating rating = sf_passphrase_rate (cases[i].passphrase, known);
      gboolean allowed = sf_passphrase_check (cases[i].passphrase, known, &error);

      if (rating != cases[i].rating)
        g_error ("“%s” is rated %d, not %d", cases[i].passphrase, rating, cases[i].rating);
      g_assert_cmpint (allowed, ==, rating == SF_PASSPHRASE_FAIR || rating == SF_PASSPHRASE_GOOD);
      if (!allowed)
        assert_refused (NULL, &error, SF_ERROR_INVALID, SF_ERROR_INVALID);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SF_PASSPHRASE_MAX_LENGTH; i++)
    g_string_append_c (text, (char)('a' + (i * i + i / 3) % 26));
  g_assert_cmpint (sf_passphrase_rate (text->str, NULL), ==, SF_PASSPHRASE_GOOD);
  g_string_append_c (text, 'x');
  g_assert_cmpint (sf_passphrase_rate (text->str, NULL), ==, SF_PASSPHRASE_LONG);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crypt/passphrase/rating", test_rating);
  g_test_add_func ("/crypt/passphrase/long", test_long);

  return g_test_run ();
}
