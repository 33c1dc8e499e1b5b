/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt-helpers.h"

#include "crypt/sf-keyring.h"
#include "crypt/sf-sealed.h"

/* Who can open a record. */

/* Made by another program that writes the format by itself. */
#define KEYRING_HEX                                                                                \
  "cb0101890a5dac96774bbcceb302099a8057659be681012fcd967eb03dd002618659020101890a5d"               \
  "ac96774bbcceb302099a805800000002000000406465666768696a6b6c6d6e6f7071727332333435"               \
  "363738393a3b3c3d3e3f40414243444546474849d2f05d2784e49cd4d84170267b7d9bb147bc0aa4"               \
  "32eb07c29fb3c5aa50fb38af16b65b38176ec4a63b8fee4e32c35e7f020000000000000000000000"               \
  "0000000000fa80a92139f0e149e309c754495e4547fd514671bc1d3538c82f99cbedaa533bd08b3a"               \
  "26a2c7790a6690f83b8edfe575e69e69f23abacc444326d944bd72c60752c40610e3ece7d931bf2f"               \
  "948ddf95bd3b0f83551f0550ea0875724da8440687c0a3fee33c6e7f14ad64b4e1084e59bdd963a1"               \
  "dcc81fa83ac4ed81cacff82144"
#define RECOVERY_TEXT "04104-61057-0R3GR-G28AR-1C60P-T3GFE-208HW-44RM0"
#define HEAD_SIZE 35
#define PASSPHRASE_WRAP_SIZE 113
#define RECOVERY_WRAP_SIZE 145

/* As cheap as Argon2id goes, for there are thousands of tries. */
static const SfKeyringCost cheap = { 1, SF_KEYRING_MIN_MEMORY_KIB };

typedef struct
{
  SfUuid record;
  SfUuid head;
  SfUuid chair;
  SfSecret *key;
  SfSecret *recovery;
  GBytes *public_half;
  SfKeyring *keyring;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sf_uuid_init_v7 (&f->record);
  sf_uuid_init_v7 (&f->head);
  sf_uuid_init_v7 (&f->chair);
  f->key = sf_secret_new_key ();
  f->recovery = sf_recovery_new ();
  f->public_half = sf_recovery_get_public (f->recovery);
  f->keyring = sf_keyring_new (&f->record, f->key);
  sf_keyring_put_passphrase (f->keyring, f->key, &f->head, "pebble lantern otter", &cheap, &error);
  g_assert_no_error (error);
  sf_keyring_put_passphrase (f->keyring, f->key, &f->chair, "Zoë’s tall ship 9", &cheap, &error);
  g_assert_no_error (error);
  sf_keyring_put_recovery (f->keyring, f->key, f->public_half, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  sf_secret_unref (f->key);
  sf_secret_unref (f->recovery);
  g_bytes_unref (f->public_half);
  sf_keyring_free (f->keyring);
}

static void
assert_opens (Fixture *f, SfKeyring *keyring, const SfUuid *holder, const char *passphrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSecret) key = sf_keyring_open (keyring, holder, passphrase, &error);

  g_assert_no_error (error);
  g_assert_true (sf_secret_equal (key, f->key));
}

static void
assert_closed (SfKeyring *keyring, const SfUuid *holder, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  assert_refused (sf_keyring_open (keyring, holder, passphrase, &error), &error, SF_ERROR_INVALID,
                  SF_ERROR_INVALID);
}

static SfKeyring *
read_again (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_keyring_to_bytes (f->keyring);
  SfKeyring *again = sf_keyring_new_from_bytes (&f->record, bytes, &error);

  g_assert_no_error (error);
  return again;
}

static void
test_open (Fixture *f, gconstpointer data)
{
  g_autoptr (SfKeyring) again = read_again (f);
  g_autoptr (GArray) holders = sf_keyring_list_holders (again);
  g_autoptr (GBytes) bytes = sf_keyring_to_bytes (again);
  SfUuid stranger;

  sf_uuid_init_v7 (&stranger);
  assert_opens (f, again, &f->head, "pebble lantern otter");
  assert_opens (f, again, &f->chair, "Zoë’s tall ship 9");
  /* The same letters from another keyboard: e and a combining diaeresis. */
  assert_opens (f, again, &f->chair, "Zoe\xcc\x88’s tall ship 9");
  assert_closed (again, &f->head, "Pebble lantern otter");
  assert_closed (again, &f->head, "pebble lantern otter ");
  assert_closed (again, &f->head, "");
  assert_closed (again, &f->head, "\xff\xfe");
  assert_closed (again, &f->head, "Zoë’s tall ship 9");
  assert_closed (again, &stranger, "pebble lantern otter");

  g_assert_cmpuint (holders->len, ==, 2);
  g_assert_true (sf_uuid_equal (&g_array_index (holders, SfUuid, 0), &f->head));
  g_assert_true (sf_uuid_equal (&g_array_index (holders, SfUuid, 1), &f->chair));
  g_assert_true (sf_keyring_has_recovery (again));
  g_assert_false (sf_keyring_has_holder (again, &stranger));
  g_assert_cmpuint (g_bytes_get_size (bytes), ==,
                    HEAD_SIZE + 2 * PASSPHRASE_WRAP_SIZE + RECOVERY_WRAP_SIZE);
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                         sf_secret_get_data (f->key), SF_SECRET_KEY_SIZE));
}

static void
test_change (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = sf_keyring_to_bytes (f->keyring);
  g_autoptr (SfKeyring) old = read_again (f);
  g_autoptr (GBytes) sealed
      = sf_sealed_new (f->key, &f->record, "title", "Lead", strlen ("Lead"), &error);
  g_autoptr (GBytes) untouched = NULL;
  g_autoptr (SfSecret) key = NULL;
  g_autoptr (SfSecret) opened = NULL;

  /* A wrong old one changes nothing. */
  g_assert_false (sf_keyring_change_passphrase (f->keyring, &f->head, "wrong", "kettle moon reed",
                                                &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  untouched = sf_keyring_to_bytes (f->keyring);
  g_assert_true (g_bytes_equal (before, untouched));

  g_assert_true (sf_keyring_change_passphrase (f->keyring, &f->head, "pebble lantern otter",
                                               "kettle moon reed", &cheap, &error));
  g_assert_no_error (error);
  assert_closed (f->keyring, &f->head, "pebble lantern otter");
  assert_opens (f, f->keyring, &f->head, "kettle moon reed");
  assert_opens (f, f->keyring, &f->chair, "Zoë’s tall ship 9");
  /* Until it is written, the file's still opens as before. */
  assert_opens (f, old, &f->head, "pebble lantern otter");
  /* No data had to be sealed anew. */
  key = sf_keyring_open (f->keyring, &f->head, "kettle moon reed", &error);
  opened = sf_sealed_open (key, &f->record, "title", sealed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr ((const char *)sf_secret_get_data (opened), ==, "Lead");

  g_assert_true (sf_keyring_remove (f->keyring, &f->head));
  g_assert_false (sf_keyring_remove (f->keyring, &f->head));
  assert_closed (f->keyring, &f->head, "kettle moon reed");
  assert_opens (f, f->keyring, &f->chair, "Zoë’s tall ship 9");
}

static void
test_recovery (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfKeyring) again = read_again (f);
  g_autoptr (SfKeyring) without = sf_keyring_new (&f->record, f->key);
  g_autoptr (SfSecret) text = sf_recovery_to_text (f->recovery);
  g_autoptr (SfSecret) typed = sf_recovery_parse ((const char *)sf_secret_get_data (text), &error);
  g_autoptr (SfSecret) other = sf_recovery_new ();
  g_autoptr (SfSecret) key = sf_keyring_recover (again, typed, &error);

  g_assert_no_error (error);
  g_assert_true (sf_secret_equal (key, f->key));
  assert_refused (sf_keyring_recover (again, other, &error), &error, SF_ERROR_INVALID,
                  SF_ERROR_INVALID);
  assert_refused (sf_keyring_recover (without, typed, &error), &error, SF_ERROR_NOT_FOUND,
                  SF_ERROR_NOT_FOUND);
  /* Who forgot their passphrase gets another. */
  g_assert_true (
      sf_keyring_put_passphrase (again, key, &f->head, "kettle moon reed", &cheap, &error));
  g_assert_no_error (error);
  assert_opens (f, again, &f->head, "kettle moon reed");
  assert_closed (again, &f->head, "pebble lantern otter");
}

/* In a full run every bit of the keyring, otherwise every fifth, which is one of each byte at
 * least: never a wrong key, and no bit of one's own wrap may change. */
static void
test_tampering (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = sf_keyring_to_bytes (f->keyring);
  gsize size = g_bytes_get_size (bytes);
  gsize step = g_strcmp0 (g_getenv ("SIXFOLD_FULL"), "1") == 0 ? 1 : 5;

  for (gsize i = 0; i < size * 8; i += step)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) changed = turn_bit (bytes, i / 8, i % 8);
      g_autoptr (SfKeyring) keyring = sf_keyring_new_from_bytes (&f->record, changed, &error);
      g_autoptr (SfSecret) by_passphrase = NULL;
      g_autoptr (SfSecret) by_recovery = NULL;
      gsize at = i / 8;
      gboolean in_others = at >= HEAD_SIZE + PASSPHRASE_WRAP_SIZE;
      gboolean in_passphrases = at >= HEAD_SIZE && at < HEAD_SIZE + 2 * PASSPHRASE_WRAP_SIZE;

      if (keyring == NULL)
        {
          g_assert_true (error->domain == SF_ERROR);
          continue;
        }
      /* Costs that are dear but allowed would take their time here. */
      if (at >= HEAD_SIZE + 17 && at < HEAD_SIZE + 25)
        {
          g_assert_cmpuint (at, >=, HEAD_SIZE + 18);
          if (i % 8 > 1)
            continue;
        }
      by_passphrase = sf_keyring_open (keyring, &f->head, "pebble lantern otter", NULL);
      by_recovery = sf_keyring_recover (keyring, f->recovery, NULL);
      g_assert_cmpint (by_passphrase != NULL, ==, in_others);
      g_assert_cmpint (by_recovery != NULL, ==, in_passphrases);
      g_assert_true (by_passphrase == NULL || sf_secret_equal (by_passphrase, f->key));
      g_assert_true (by_recovery == NULL || sf_secret_equal (by_recovery, f->key));
    }
}

static void
test_truncated (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_keyring_to_bytes (f->keyring);
  g_autofree guint8 *more = g_malloc0 (g_bytes_get_size (bytes) + 1);
  g_autoptr (GBytes) longer = NULL;
  SfUuid other;

  for (gsize i = 0; i < g_bytes_get_size (bytes); i++)
    {
      g_autoptr (GBytes) shorter = g_bytes_new_from_bytes (bytes, 0, i);

      assert_refused (sf_keyring_new_from_bytes (&f->record, shorter, &error), &error,
                      SF_ERROR_DAMAGED, SF_ERROR_DAMAGED);
    }
  memcpy (more, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  longer = g_bytes_new (more, g_bytes_get_size (bytes) + 1);
  assert_refused (sf_keyring_new_from_bytes (&f->record, longer, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
  sf_uuid_init_v7 (&other);
  assert_refused (sf_keyring_new_from_bytes (&other, bytes, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
}

/* Wraps of two records exchanged: the bytes are whole, but open nothing. */
static void
test_swapped (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfSecret) key = sf_secret_new_key ();
  g_autoptr (SfKeyring) mine = NULL;
  g_autoptr (SfKeyring) forged = NULL;
  g_autoptr (GBytes) theirs = sf_keyring_to_bytes (f->keyring);
  g_autoptr (GBytes) own = NULL;
  g_autoptr (GBytes) mixed = NULL;
  g_autofree guint8 *copy = NULL;
  SfUuid record;

  sf_uuid_init_v7 (&record);
  mine = sf_keyring_new (&record, key);
  sf_keyring_put_passphrase (mine, key, &f->head, "pebble lantern otter", &cheap, &error);
  sf_keyring_put_passphrase (mine, key, &f->chair, "another one of mine", &cheap, &error);
  sf_keyring_put_recovery (mine, key, f->public_half, &error);
  g_assert_no_error (error);
  own = sf_keyring_to_bytes (mine);
  copy = g_memdup2 (g_bytes_get_data (own, NULL), g_bytes_get_size (own));
  memcpy (copy + HEAD_SIZE, (const guint8 *)g_bytes_get_data (theirs, NULL) + HEAD_SIZE,
          g_bytes_get_size (own) - HEAD_SIZE);
  mixed = g_bytes_new (copy, g_bytes_get_size (own));
  forged = sf_keyring_new_from_bytes (&record, mixed, &error);
  g_assert_no_error (error);
  assert_closed (forged, &f->head, "pebble lantern otter");
  assert_refused (sf_keyring_recover (forged, f->recovery, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);

  /* And a key of another record is not wrapped here. */
  g_assert_false (sf_keyring_put_recovery (f->keyring, key, f->public_half, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      sf_keyring_put_passphrase (f->keyring, key, &f->head, "anything", &cheap, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_INVALID);
}

static void
test_hostile_costs (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint32 passes, memory;
    gboolean allowed;
  } cases[] = {
    { 1, SF_KEYRING_MIN_MEMORY_KIB, TRUE },      { SF_KEYRING_PASSES, SF_KEYRING_MEMORY_KIB, TRUE },
    { 4, SF_KEYRING_MAX_MEMORY_KIB, TRUE },      { SF_KEYRING_MAX_PASSES, 256 * 1024, TRUE },
    { 5, SF_KEYRING_MAX_MEMORY_KIB, FALSE },     { 0, 1024, FALSE },
    { SF_KEYRING_MAX_PASSES + 1, 1024, FALSE },  { G_MAXUINT32, 1024, FALSE },
    { 1, SF_KEYRING_MIN_MEMORY_KIB - 1, FALSE }, { 1, 0, FALSE },
    { 1, SF_KEYRING_MAX_MEMORY_KIB + 1, FALSE }, { 1, G_MAXUINT32, FALSE },
    { G_MAXUINT32, G_MAXUINT32, FALSE },         { 2, 0x80000008, FALSE },
  };
  g_autoptr (GBytes) bytes = sf_keyring_to_bytes (f->keyring);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GBytes) changed = g_bytes_new_take (copy, g_bytes_get_size (bytes));
      g_autoptr (SfKeyring) keyring = NULL;
      guint32 passes = GUINT32_TO_BE (cases[i].passes);
      guint32 memory = GUINT32_TO_BE (cases[i].memory);

      memcpy (copy + HEAD_SIZE + 17, &passes, 4);
      memcpy (copy + HEAD_SIZE + 21, &memory, 4);
      keyring = sf_keyring_new_from_bytes (&f->record, changed, &error);
      g_test_message ("%u passes over %u KiB", cases[i].passes, cases[i].memory);
      if (cases[i].allowed)
        g_assert_no_error (error);
      else
        assert_refused (keyring, &error, SF_ERROR_HOSTILE, SF_ERROR_HOSTILE);
    }
}

static void
test_hostile_lists (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sf_keyring_to_bytes (f->keyring);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (GBytes) unknown = NULL;
  g_autoptr (GBytes) newer = NULL;

  /* The same person twice. */
  memcpy (copy + HEAD_SIZE + PASSPHRASE_WRAP_SIZE, copy + HEAD_SIZE, PASSPHRASE_WRAP_SIZE);
  twice = g_bytes_new (copy, g_bytes_get_size (bytes));
  assert_refused (sf_keyring_new_from_bytes (&f->record, twice, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
  copy[HEAD_SIZE] = 9;
  unknown = g_bytes_new (copy, g_bytes_get_size (bytes));
  assert_refused (sf_keyring_new_from_bytes (&f->record, unknown, &error), &error, SF_ERROR_DAMAGED,
                  SF_ERROR_DAMAGED);
  copy[1] = 2;
  newer = g_bytes_new (copy, g_bytes_get_size (bytes));
  assert_refused (sf_keyring_new_from_bytes (&f->record, newer, &error), &error, SF_ERROR_TOO_NEW,
                  SF_ERROR_TOO_NEW);

  /* As many as there may be, and one more. */
  for (guint i = 3; i < SF_KEYRING_MAX_WRAPS; i++)
    {
      SfUuid holder;

      sf_uuid_init_v7 (&holder);
      g_assert_true (
          sf_keyring_put_passphrase (f->keyring, f->key, &holder, "any", &cheap, &error));
    }
  {
    g_autoptr (SfKeyring) full = read_again (f);
    SfUuid holder;

    sf_uuid_init_v7 (&holder);
    g_assert_false (sf_keyring_put_passphrase (full, f->key, &holder, "any", &cheap, &error));
    g_assert_error (error, SF_ERROR, SF_ERROR_TOO_LARGE);
    g_clear_error (&error);
    g_assert_true (sf_keyring_put_passphrase (full, f->key, &f->head, "another", &cheap, &error));
  }
}

/* The usual cost, once; and that somebody without a wrap is not told sooner. */
static void
test_usual_cost (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = NULL;
  double wrong;
  double nobody;
  SfUuid stranger;

  sf_uuid_init_v7 (&stranger);
  g_assert_true (
      sf_keyring_put_passphrase (f->keyring, f->key, &f->head, "kettle moon reed", NULL, &error));
  timer = g_timer_new ();
  assert_closed (f->keyring, &f->head, "wrong");
  wrong = g_timer_elapsed (timer, NULL);
  g_timer_start (timer);
  assert_closed (f->keyring, &stranger, "wrong");
  nobody = g_timer_elapsed (timer, NULL);
  g_test_message ("wrong %.3f s, nobody %.3f s", wrong, nobody);
  g_assert_cmpfloat (nobody, >, wrong / 20.0);
  g_assert_cmpfloat (nobody, >, 0.02);
  assert_opens (f, f->keyring, &f->head, "kettle moon reed");
}

/* What version 1 once wrote is read for ever. */
static void
test_format (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = from_hex (KEYRING_HEX);
  g_autoptr (SfKeyring) keyring = NULL;
  g_autoptr (SfSecret) by_passphrase = NULL;
  g_autoptr (SfSecret) by_recovery = NULL;
  g_autoptr (SfSecret) recovery = NULL;
  SfUuid record;
  SfUuid holder;

  g_assert_true (sf_uuid_parse ("01890a5d-ac96-774b-bcce-b302099a8057", &record));
  g_assert_true (sf_uuid_parse ("01890a5d-ac96-774b-bcce-b302099a8058", &holder));
  keyring = sf_keyring_new_from_bytes (&record, bytes, &error);
  g_assert_no_error (error);
  by_passphrase = sf_keyring_open (keyring, &holder, "Zoë’s tall ship 9", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (sf_secret_get_data (by_passphrase), SF_SECRET_KEY_SIZE,
                   "0123456789abcdef0123456789abcdef", SF_SECRET_KEY_SIZE);
  recovery = sf_recovery_parse (RECOVERY_TEXT, &error);
  g_assert_no_error (error);
  by_recovery = sf_keyring_recover (keyring, recovery, &error);
  g_assert_no_error (error);
  g_assert_true (sf_secret_equal (by_passphrase, by_recovery));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/crypt/keyring/open", test_open);
  ADD ("/crypt/keyring/change", test_change);
  ADD ("/crypt/keyring/recovery", test_recovery);
  ADD ("/crypt/keyring/tampering", test_tampering);
  ADD ("/crypt/keyring/truncated", test_truncated);
  ADD ("/crypt/keyring/swapped", test_swapped);
  ADD ("/crypt/keyring/hostile-costs", test_hostile_costs);
  ADD ("/crypt/keyring/hostile-lists", test_hostile_lists);
  ADD ("/crypt/keyring/usual-cost", test_usual_cost);
  g_test_add_func ("/crypt/keyring/format", test_format);

  return g_test_run ();
}
