/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-digest.h"

#include <gcrypt.h>

#define DIGEST_BYTES 32

struct _SfDigest
{
  gcry_md_hd_t hash;
  char text[2 * DIGEST_BYTES + 1]; /* empty until it is ended */
};

/* Nothing secret is hashed, so the library need not lock memory for it. */
static void
ensure_library (void)
{
  static gsize ready = 0;

  if (!g_once_init_enter (&ready))
    return;
  if (!gcry_control (GCRYCTL_INITIALIZATION_FINISHED_P))
    {
      if (gcry_check_version (NULL) == NULL)
        g_error ("libgcrypt does not start");
      gcry_control (GCRYCTL_DISABLE_SECMEM, 0);
      gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
    }
  g_once_init_leave (&ready, 1);
}

SfDigest *
sf_digest_new (void)
{
  SfDigest *self = g_new0 (SfDigest, 1);
  gcry_error_t error;

  ensure_library ();
  error = gcry_md_open (&self->hash, GCRY_MD_SHA256, 0);
  /* it fails for want of memory alone, as g_new() does */
  if (error != 0)
    g_error ("SHA-256 cannot be made: %s", gcry_strerror (error));
  return self;
}

void
sf_digest_free (SfDigest *self)
{
  if (self != NULL)
    gcry_md_close (self->hash);
  g_free (self);
}

void
sf_digest_update (SfDigest *self, gconstpointer bytes, gsize length)
{
  g_return_if_fail (self->text[0] == '\0');

  gcry_md_write (self->hash, bytes, length);
}

const char *
sf_digest_get_string (SfDigest *self)
{
  const guchar *digest;

  if (self->text[0] != '\0')
    return self->text;
  digest = gcry_md_read (self->hash, GCRY_MD_SHA256);
  for (guint i = 0; i < DIGEST_BYTES; i++)
    g_snprintf (self->text + 2 * i, 3, "%02x", digest[i]);
  return self->text;
}
