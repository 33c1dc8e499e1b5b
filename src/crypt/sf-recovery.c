/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-recovery.h"

#include "base/sf-crockford.h"
#include "base/sf-error.h"
#include "crypt/sf-crypt-private.h"
#include "crypt/sf-recovery-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP_DATA 4
#define GROUP_SIZE (GROUP_DATA + 1)
#define N_SYMBOLS (SF_RECOVERY_GROUPS * GROUP_SIZE)

/* Multiplied by x in the field of 32 elements, x⁵ + x² + 1. */
static guint
multiply_by_x (guint a)
{
  a <<= 1;
  return (a & 0x20) != 0 ? (a ^ 0x25) & 0x1f : a;
}

/* The sum of each symbol times its own power of x: a change of one symbol changes it, and so does
 * the exchange of two, since the powers differ; the group's place is in it too. */
static guint
check_group (const guint8 *symbols, guint group)
{
  guint sum = group + 1;

  for (guint i = 0; i < GROUP_DATA; i++)
    sum = multiply_by_x (sum) ^ symbols[i];
  return multiply_by_x (sum);
}

SfSecret *
sf_recovery_new (void)
{
  SfSecret *self = sf_secret_new (NULL, SF_RECOVERY_SIZE);

  randombytes_buf (sf_secret_get_data (self), SF_RECOVERY_SIZE);
  return self;
}

SfSecret *
sf_recovery_to_text (SfSecret *recovery)
{
  const guint8 *data;
  SfSecret *text;
  char *to;

  g_return_val_if_fail (recovery != NULL && sf_secret_get_size (recovery) == SF_RECOVERY_SIZE,
                        NULL);

  data = sf_secret_get_data (recovery);
  text = sf_secret_new (NULL, N_SYMBOLS + SF_RECOVERY_GROUPS - 1);
  to = (char *)sf_secret_get_data (text);
  for (guint group = 0; group < SF_RECOVERY_GROUPS; group++)
    {
      guint8 symbols[GROUP_DATA];

      for (guint i = 0; i < GROUP_DATA; i++)
        {
          guint bit = (group * GROUP_DATA + i) * 5;
          guint two = (guint)data[bit / 8] << 8;

          if (bit / 8 + 1 < SF_RECOVERY_SIZE)
            two |= data[bit / 8 + 1];
          symbols[i] = (two >> (11 - bit % 8)) & 0x1f;
          *to++ = sf_crockford_alphabet[symbols[i]];
        }
      *to++ = sf_crockford_alphabet[check_group (symbols, group)];
      if (group + 1 < SF_RECOVERY_GROUPS)
        *to++ = '-';
      sodium_memzero (symbols, sizeof symbols);
    }
  return text;
}

/* The symbols of a text, without what stands between them. */
static gboolean
read_symbols (const char *text, guint8 *symbols, GError **error)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int symbol = sf_crockford_find (c);

      if (sf_crockford_is_between (c))
        continue;
      if (symbol < 0)
        {
          g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("A recovery key has only letters and figures, and no U; look at group"
                          " %u of %u."),
                       MIN (n / GROUP_SIZE + 1, SF_RECOVERY_GROUPS), SF_RECOVERY_GROUPS);
          return FALSE;
        }
      if (n < N_SYMBOLS)
        symbols[n] = (guint8)symbol;
      n++;
    }
  if (n == N_SYMBOLS)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("A recovery key has %u groups of %u letters and figures; these are %u in all"
                  " instead of %u."),
               SF_RECOVERY_GROUPS, GROUP_SIZE, n, N_SYMBOLS);
  return FALSE;
}

static SfSecret *
join_symbols (const guint8 *symbols, GError **error)
{
  g_autoptr (SfSecret) recovery = sf_secret_new (NULL, SF_RECOVERY_SIZE);
  guint8 *data = sf_secret_get_data (recovery);

  for (guint group = 0; group < SF_RECOVERY_GROUPS; group++)
    {
      const guint8 *of = symbols + group * GROUP_SIZE;

      if (check_group (of, group) != of[GROUP_DATA])
        {
          g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("There is a slip in group %u of the recovery key, or its groups are not"
                          " in their order."),
                       group + 1);
          return NULL;
        }
      for (guint i = 0; i < GROUP_DATA; i++)
        {
          guint bit = (group * GROUP_DATA + i) * 5;
          guint two = (guint)of[i] << (11 - bit % 8);

          data[bit / 8] |= (guint8)(two >> 8);
          if (bit / 8 + 1 < SF_RECOVERY_SIZE)
            data[bit / 8 + 1] |= (guint8)(two & 0xff);
        }
    }
  return g_steal_pointer (&recovery);
}

SfSecret *
sf_recovery_parse (const char *text, GError **error)
{
  guint8 symbols[N_SYMBOLS] = { 0 };
  SfSecret *recovery = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  if (read_symbols (text, symbols, error))
    recovery = join_symbols (symbols, error);
  sodium_memzero (symbols, sizeof symbols);
  return recovery;
}

SfSecret *
sf_recovery_make_pair (SfSecret *recovery, guint8 public_half[SF_RECOVERY_PUBLIC_SIZE])
{
  static const char what[] = "sixfold recovery key 1";
  g_autoptr (SfSecret) seed = sf_secret_new (NULL, crypto_box_SEEDBYTES);
  SfSecret *half = sf_secret_new (NULL, crypto_box_SECRETKEYBYTES);

  crypto_generichash (sf_secret_get_data (seed), crypto_box_SEEDBYTES, (const guint8 *)what,
                      sizeof what, sf_secret_get_data (recovery), SF_RECOVERY_SIZE);
  crypto_box_seed_keypair (public_half, sf_secret_get_data (half), sf_secret_get_data (seed));
  return half;
}

GBytes *
sf_recovery_get_public (SfSecret *recovery)
{
  guint8 public_half[SF_RECOVERY_PUBLIC_SIZE];
  g_autoptr (SfSecret) half = NULL;

  g_return_val_if_fail (recovery != NULL && sf_secret_get_size (recovery) == SF_RECOVERY_SIZE,
                        NULL);

  half = sf_recovery_make_pair (recovery, public_half);
  return g_bytes_new (public_half, sizeof public_half);
}

gboolean
sf_recovery_matches (SfSecret *recovery, GBytes *public_half)
{
  g_autoptr (GBytes) own = sf_recovery_get_public (recovery);

  return own != NULL && public_half != NULL && g_bytes_equal (own, public_half);
}
