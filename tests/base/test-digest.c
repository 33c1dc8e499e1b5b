/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-digest.h"

#include <string.h>

/* What the standard gives as an example (FIPS 180-2, appendix B.1). */
static void
test_example (void)
{
  g_autoptr (SfDigest) digest = sf_digest_new ();

  sf_digest_update (digest, "abc", 3);
  g_assert_cmpstr (sf_digest_get_string (digest), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  /* asked again, it says the same */
  g_assert_cmpstr (sf_digest_get_string (digest), ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/* Another program's digest, however the bytes come. */
static void
test_pieces (void)
{
  guint8 bytes[5000];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8)(i * i + 7);
  for (guint length = 0; length <= sizeof bytes; length += 1 + length / 3)
    for (guint piece = 1; piece <= length + 1; piece += 1 + piece / 2)
      {
        g_autoptr (SfDigest) digest = sf_digest_new ();
        g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);

        for (guint at = 0; at < length; at += piece)
          sf_digest_update (digest, bytes + at, MIN (piece, length - at));
        g_assert_cmpstr (sf_digest_get_string (digest), ==, expected);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/example", test_example);
  g_test_add_func ("/digest/pieces", test_pieces);
  return g_test_run ();
}
