/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "crypt/sf-secret.h"

#include "crypt/sf-crypt-private.h"

#include <sodium.h>
#include <string.h>

struct _SfSecret
{
  gatomicrefcount references;
  gsize size;
  guint8 *data;
};

void
sf_crypt_ensure (void)
{
  static gsize ready = 0;

  if (!g_once_init_enter (&ready))
    return;
  /* Fails only where the system gives no random numbers: nothing can be kept secret there. */
  if (sodium_init () < 0)
    g_error ("There are no random numbers on this system.");
  g_once_init_leave (&ready, 1);
}

SfSecret *
sf_secret_new (const void *data, gsize size)
{
  SfSecret *self;

  sf_crypt_ensure ();
  self = g_new0 (SfSecret, 1);
  g_atomic_ref_count_init (&self->references);
  self->size = size;
  self->data = sodium_malloc (size + 1);
  if (self->data == NULL)
    g_error ("There is no memory for a key.");
  memset (self->data, 0, size + 1);
  if (data != NULL && size > 0)
    memcpy (self->data, data, size);
  return self;
}

SfSecret *
sf_secret_new_key (void)
{
  SfSecret *self = sf_secret_new (NULL, SF_SECRET_KEY_SIZE);

  randombytes_buf (self->data, self->size);
  return self;
}

SfSecret *
sf_secret_ref (SfSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
sf_secret_unref (SfSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  sodium_free (self->data);
  g_free (self);
}

guint8 *
sf_secret_get_data (SfSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data;
}

gsize
sf_secret_get_size (SfSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

gboolean
sf_secret_equal (SfSecret *a, SfSecret *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->size == b->size && sodium_memcmp (a->data, b->data, a->size) == 0;
}
