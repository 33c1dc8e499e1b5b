/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfUuid:
 *
 * A UUID of version 7 (RFC 9562): the only identity of a record that history, digests and
 * copies know. Ordered by the time it was made.
 */
typedef struct
{
  guint8 bytes[16];
} SfUuid;

#define SF_UUID_STRING_LENGTH 36

void sf_uuid_init_v7 (SfUuid *uuid);
void sf_uuid_init_v7_at (SfUuid *uuid, gint64 unix_ms);
gint64 sf_uuid_get_instant (const SfUuid *uuid);
gboolean sf_uuid_parse (const char *text, SfUuid *uuid);
char *sf_uuid_to_string (const SfUuid *uuid);
gboolean sf_uuid_is_nil (const SfUuid *uuid);

/* For a GHashTable whose keys point at an SfUuid that outlives the entry. */
guint sf_uuid_hash (gconstpointer uuid);
gboolean sf_uuid_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
