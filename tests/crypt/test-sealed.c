/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt-helpers.h"

#include "crypt/sf-sealed.h"

/* Made by another program that writes the format by itself. */
#define SEALED_HEX                                                                                 \
  "c501000102030405060708090a0b0c0d0e0f1011121314151617174edf393f42bb6df43d0cf48c4b"               \
  "9d694b37b63ca191007b9d0cffbb23a3f63740e714cd3300532d1595fdd1e9cf775040d35edc3c3d"               \
  "95158cffd1c9ca876a45abd1e22aedc02153ae2485a1cc7d70b6cd7a620ca81e152d15fe7616d31e"               \
  "667c5b0863974f36442b551ef2f4128f8ce9665526eab62caa6fdd28cd28ed4a134c39aa9cbea795"               \
  "e7c498839d479e1ac441"

/* Values under a record's key. */

static GBytes *
seal (SfSecret *key, const SfUuid *record, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;
  GBytes *sealed = sf_sealed_new (key, record, column, text, strlen (text), &error);

  g_assert_no_error (error);
  return sealed;
}

static void
test_round (void)
{
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  const gsize sizes[] = { 0, 1, 126, 127, 128, 129, 255, 256, 5000, 70000 };
  SfUuid record;

  sf_uuid_init_v7 (&record);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree guint8 *value = g_malloc0 (sizes[i] + 1);
      g_autoptr (GBytes) sealed = NULL;
      g_autoptr (SfSecret) opened = NULL;

      for (gsize j = 0; j < sizes[i]; j++)
        value[j] = (guint8)(j * 7 + i);
      sealed = sf_sealed_new (key, &record, "criteria", value, sizes[i], &error);
      g_assert_no_error (error);
      opened = sf_sealed_open (key, &record, "criteria", sealed, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (sf_secret_get_data (opened), sf_secret_get_size (opened), value, sizes[i]);
      g_assert_cmpint (sf_secret_get_data (opened)[sizes[i]], ==, 0);
    }
}

/* Neither the text nor its length, nor that it is the same as another. */
static void
test_tells_nothing (void)
{
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  g_autoptr (GBytes) met = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) not_met = NULL;
  SfUuid record;

  sf_uuid_init_v7 (&record);
  met = seal (key, &record, "outcome", "met");
  again = seal (key, &record, "outcome", "met");
  not_met = seal (key, &record, "outcome", "not met, although much was done");
  g_assert_false (holds (met, "met"));
  g_assert_false (holds (not_met, "met"));
  g_assert_cmpuint (g_bytes_get_size (met), ==, g_bytes_get_size (not_met));
  g_assert_false (g_bytes_equal (met, again));
  g_assert_cmpint (((const guint8 *)g_bytes_get_data (met, NULL))[0], ==, SF_SEALED_MAGIC);
}

/* A value opens in its place and with its key only. */
static void
test_place (void)
{
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  g_autoptr (SfSecret) other_key = sf_secret_new_key ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = NULL;
  SfUuid record;
  SfUuid other;

  sf_uuid_init_v7 (&record);
  sf_uuid_init_v7 (&other);
  sealed = seal (key, &record, "title", "Lead the team");
  assert_refused (sf_sealed_open (key, &other, "title", sealed, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
  assert_refused (sf_sealed_open (key, &record, "titl", sealed, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
  assert_refused (sf_sealed_open (key, &record, "title2", sealed, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
  assert_refused (sf_sealed_open (other_key, &record, "title", sealed, &error), &error,
                  SF_ERROR_DAMAGED, SF_ERROR_DAMAGED);
}

/* Every bit, every length. */
static void
test_tampering (void)
{
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) longer = NULL;
  g_autofree guint8 *more = NULL;
  SfUuid record;
  gsize size;

  sf_uuid_init_v7 (&record);
  sealed = seal (key, &record, "title", "Lead the team");
  size = g_bytes_get_size (sealed);
  for (gsize i = 0; i < size * 8; i++)
    {
      g_autoptr (GBytes) changed = turn_bit (sealed, i / 8, i % 8);

      assert_refused (sf_sealed_open (key, &record, "title", changed, &error), &error,
                      SF_ERROR_DAMAGED, i / 8 == 1 ? SF_ERROR_TOO_NEW : SF_ERROR_DAMAGED);
    }
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) shorter = g_bytes_new_from_bytes (sealed, 0, i);

      assert_refused (sf_sealed_open (key, &record, "title", shorter, &error), &error,
                      SF_ERROR_DAMAGED, SF_ERROR_DAMAGED);
    }
  more = g_malloc0 (size + SF_SEALED_BLOCK);
  memcpy (more, g_bytes_get_data (sealed, NULL), size);
  longer = g_bytes_new (more, size + SF_SEALED_BLOCK);
  assert_refused (sf_sealed_open (key, &record, "title", longer, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
}

static void
test_too_long (void)
{
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *much = g_malloc0 (SF_SEALED_MAX_SIZE + 1);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (SfSecret) opened = NULL;
  SfUuid record;

  sf_uuid_init_v7 (&record);
  assert_refused (sf_sealed_new (key, &record, "title", much, SF_SEALED_MAX_SIZE + 1, &error),
                  &error, SF_ERROR_TOO_LARGE, SF_ERROR_TOO_LARGE);
  sealed = sf_sealed_new (key, &record, "title", much, SF_SEALED_MAX_SIZE, &error);
  g_assert_no_error (error);
  opened = sf_sealed_open (key, &record, "title", sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sf_secret_get_size (opened), ==, SF_SEALED_MAX_SIZE);
}

/* What version 1 once wrote is read for ever. */
static void
test_format (void)
{
  g_autoptr (SfSecret) key = sf_secret_new ("0123456789abcdef0123456789abcdef", 32);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sealed = from_hex (SEALED_HEX);
  g_autoptr (SfSecret) opened = NULL;
  SfUuid record;

  g_assert_true (sf_uuid_parse ("01890a5d-ac96-774b-bcce-b302099a8057", &record));
  opened = sf_sealed_open (key, &record, "title", sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr ((const char *)sf_secret_get_data (opened), ==, "Lead the team");
}

static void
test_secret (void)
{
  g_autoptr (SfSecret) a = sf_secret_new ("abc", 3);
  g_autoptr (SfSecret) b = sf_secret_new ("abc", 3);
  g_autoptr (SfSecret) c = sf_secret_new ("abcd", 4);
  g_autoptr (SfSecret) d = sf_secret_new ("abd", 3);
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  g_autoptr (SfSecret) other = sf_secret_new_key ();
  g_autoptr (SfSecret) again = sf_secret_ref (a);

  g_assert_true (sf_secret_equal (a, b));
  g_assert_false (sf_secret_equal (a, c));
  g_assert_false (sf_secret_equal (a, d));
  g_assert_false (sf_secret_equal (key, other));
  g_assert_cmpuint (sf_secret_get_size (key), ==, SF_SECRET_KEY_SIZE);
  g_assert_true (again == a);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crypt/secret", test_secret);
  g_test_add_func ("/crypt/sealed/round", test_round);
  g_test_add_func ("/crypt/sealed/tells-nothing", test_tells_nothing);
  g_test_add_func ("/crypt/sealed/place", test_place);
  g_test_add_func ("/crypt/sealed/tampering", test_tampering);
  g_test_add_func ("/crypt/sealed/too-long", test_too_long);
  g_test_add_func ("/crypt/sealed/format", test_format);

  return g_test_run ();
}
