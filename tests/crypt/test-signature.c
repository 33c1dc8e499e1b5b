/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt-helpers.h"

#include "crypt/sf-signature.h"

/* Signatures: only the right key, exactly these words; and a key behind a passphrase. */

static const SfKeyringCost light = { 1, 8 };

/* Where a locked key says what trying it costs: after its head, the keyring's head, kind and holder
 */
#define COST_AT (40 + 35 + 17)

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* RFC 8032, section 7.1, tests 1 and 3. */
static void
test_published (void)
{
  static const struct
  {
    const char *seed, *public_key, *message, *signature;
  } cases[]
      = { { "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39"
            "701cf9b46bd25bf5f0595bbe24655141438e7a100b" },
          { "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f7"
            "60984dc6594a7c15e9716ed28dc027beceea1ec40a" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) seed = from_hex (cases[i].seed);
      g_autoptr (GBytes) wanted = from_hex (cases[i].public_key);
      g_autoptr (GBytes) message = from_hex (cases[i].message);
      g_autoptr (GBytes) expected = from_hex (cases[i].signature);
      g_autoptr (SfSecret) key = sf_secret_new (g_bytes_get_data (seed, NULL), 32);
      g_autoptr (GBytes) public_key = sf_signature_get_public (key);
      g_autoptr (GBytes) signature = sf_signature_sign (key, message);

      g_assert_true (g_bytes_equal (public_key, wanted));
      g_assert_true (g_bytes_equal (signature, expected));
      g_assert_true (sf_signature_verify (public_key, message, signature));
    }
}

/* Whichever bit of message, signature or key is turned: it does not verify. */
static void
test_every_bit (void)
{
  g_autoptr (SfSecret) key = sf_signature_new_key ();
  g_autoptr (GBytes) public_key = sf_signature_get_public (key);
  g_autoptr (GBytes) message = bytes_of ("The report that the committee accepted.");
  g_autoptr (GBytes) signature = sf_signature_sign (key, message);
  GBytes *parts[] = { message, signature, public_key };

  g_assert_true (sf_signature_verify (public_key, message, signature));
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    for (gsize at = 0; at < g_bytes_get_size (parts[part]); at++)
      for (guint bit = 0; bit < 8; bit++)
        {
          g_autoptr (GBytes) turned = turn_bit (parts[part], at, bit);

          g_assert_false (sf_signature_verify (part == 2 ? turned : public_key,
                                               part == 0 ? turned : message,
                                               part == 1 ? turned : signature));
        }
}

static void
test_sizes (void)
{
  g_autoptr (SfSecret) key = sf_signature_new_key ();
  g_autoptr (GBytes) public_key = sf_signature_get_public (key);
  g_autoptr (GBytes) message = bytes_of ("accepted");
  g_autoptr (GBytes) signature = sf_signature_sign (key, message);

  g_assert_false (sf_signature_verify (NULL, message, signature));
  g_assert_false (sf_signature_verify (public_key, message, NULL));
  for (gsize n = 0; n < SF_SIGNATURE_SIZE; n++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (signature, 0, n);
      g_autoptr (GBytes) cut_key = g_bytes_new_from_bytes (public_key, 0, n / 2);

      g_assert_false (sf_signature_verify (public_key, message, cut));
      g_assert_false (sf_signature_verify (cut_key, message, signature));
    }
}

static void
test_line (void)
{
  g_autoptr (SfSecret) key = sf_signature_new_key ();
  g_autoptr (GBytes) public_key = sf_signature_get_public (key);
  g_autofree char *line = sf_signature_key_to_line (public_key);
  g_autofree char *padded = g_strdup_printf ("  %s\n", line);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) back = sf_signature_key_parse (padded, &error);
  gsize length = strlen (line);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (back, public_key));
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *wrong = g_strdup (line);
      g_autofree char *cut = g_strndup (line, i);

      wrong[i] = wrong[i] == 'x' ? 'y' : 'x';
      assert_refused (sf_signature_key_parse (wrong, &error), &error, SF_ERROR_INVALID,
                      SF_ERROR_TOO_NEW);
      assert_refused (sf_signature_key_parse (cut, &error), &error, SF_ERROR_INVALID,
                      SF_ERROR_TOO_NEW);
    }
  assert_refused (sf_signature_key_parse (NULL, &error), &error, SF_ERROR_INVALID,
                  SF_ERROR_INVALID);
}

static void
test_locked (void)
{
  g_autoptr (SfSecret) key = sf_signature_new_key ();
  g_autoptr (GBytes) public_key = sf_signature_get_public (key);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) locked = sf_signature_lock (key, "four plain words here", &light, &error);
  g_autoptr (GBytes) said = NULL;
  g_autoptr (SfSecret) opened = NULL;

  g_assert_no_error (error);
  g_assert_null (memmem (g_bytes_get_data (locked, NULL), g_bytes_get_size (locked),
                         sf_secret_get_data (key), 16));
  said = sf_signature_get_locked_public (locked);
  g_assert_true (g_bytes_equal (said, public_key));
  opened = sf_signature_unlock (locked, "four plain words here", &error);
  g_assert_no_error (error);
  g_assert_true (sf_secret_equal (opened, key));
  assert_refused (sf_signature_unlock (locked, "four plain words hers", &error), &error,
                  SF_ERROR_INVALID, SF_ERROR_INVALID);
}

/* Whatever is changed or cut off, no key comes of it; a higher cost is only slower to fail. */
static void
test_locked_damage (void)
{
  g_autoptr (SfSecret) key = sf_signature_new_key ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) locked = sf_signature_lock (key, "four plain words here", &light, &error);
  gsize size = g_bytes_get_size (locked);

  for (gsize at = 0; at < size; at++)
    for (guint bit = 0; bit < 8; bit += 1 + (guint)(at % 3))
      {
        g_autoptr (GBytes) turned = NULL;
        g_autoptr (SfSecret) opened = NULL;

        /* whose it is: another costs what is usual, each time */
        if (at >= COST_AT - 16 && at < COST_AT + 8 && (at != COST_AT - 16 || bit != 0))
          continue;
        turned = turn_bit (locked, at, bit);
        opened = sf_signature_unlock (turned, "four plain words here", &error);
        g_assert_null (opened);
        g_assert_nonnull (error);
        g_clear_error (&error);
      }
  for (gsize n = 0; n < size; n++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (locked, 0, n);

      assert_refused (sf_signature_unlock (cut, "four plain words here", &error), &error,
                      SF_ERROR_DAMAGED, SF_ERROR_DAMAGED);
    }
}

/* A file that asks for a day of work is refused before any is done. */
static void
test_hostile_costs (void)
{
  g_autoptr (SfSecret) key = sf_signature_new_key ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) locked = sf_signature_lock (key, "four plain words here", &light, &error);
  gsize size = g_bytes_get_size (locked);

  for (guint i = 0; i < 2; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (locked, NULL), size);
      g_autoptr (GBytes) hostile = NULL;

      memset (copy + COST_AT + 4 * i, 0x7f, 4);
      hostile = g_bytes_new_take (copy, size);
      assert_refused (sf_signature_unlock (hostile, "four plain words here", &error), &error,
                      SF_ERROR_HOSTILE, SF_ERROR_HOSTILE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crypt/signature/published", test_published);
  g_test_add_func ("/crypt/signature/every-bit", test_every_bit);
  g_test_add_func ("/crypt/signature/sizes", test_sizes);
  g_test_add_func ("/crypt/signature/line", test_line);
  g_test_add_func ("/crypt/signature/locked", test_locked);
  g_test_add_func ("/crypt/signature/locked-damage", test_locked_damage);
  g_test_add_func ("/crypt/signature/hostile-costs", test_hostile_costs);
  return g_test_run ();
}
