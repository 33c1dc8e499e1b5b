/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-error.h"
#include "crypt/sf-secret.h"

#include <string.h>

/* For the tests of the locks. */

/* The bytes with one bit turned round. */
static inline GBytes *
turn_bit (GBytes *bytes, gsize at, guint bit)
{
  gsize size = g_bytes_get_size (bytes);
  guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  copy[at] ^= (guint8)(1u << bit);
  return g_bytes_new_take (copy, size);
}

static inline GBytes *
from_hex (const char *hex)
{
  gsize size = strlen (hex) / 2;
  guint8 *bytes = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    bytes[i]
        = (guint8)(g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
  return g_bytes_new_take (bytes, size);
}

static inline gboolean
holds (GBytes *bytes, const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text))
         != NULL;
}

/* A sentence in our domain, of one of two codes. */
static inline void
assert_refused (gconstpointer result, GError **error, SfError code, SfError other)
{
  g_assert_null (result);
  g_assert_nonnull (*error);
  g_assert_true ((*error)->domain == SF_ERROR);
  g_assert_true ((*error)->code == (int)code || (*error)->code == (int)other);
  g_assert_true (g_str_has_suffix ((*error)->message, "."));
  g_clear_error (error);
}
