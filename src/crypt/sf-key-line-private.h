/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A public key of 32 bytes as one line of plain letters, "sixfold-return-1:…:8c1f02ab": a prefix
 * with a version, the key in base 64 for addresses, and what checks it. */

#define SF_KEY_LINE_SIZE 32

/* @prefix: up to the version; @what: goes into the check, so that one kind is not taken for
 * another */
typedef struct
{
  const char *prefix;
  const char *what;
} SfKeyLine;

typedef enum
{
  SF_KEY_LINE_READ,
  SF_KEY_LINE_OTHER,   /* no such line at all */
  SF_KEY_LINE_TOO_NEW, /* of another version */
  SF_KEY_LINE_SLIP,    /* the check is not right */
} SfKeyLineRead;

/* What tells one key from another. @hash: @size bytes, at most 32 */
void sf_key_line_hash (const guint8 *key, const char *what, guint8 *hash, gsize size);
char *sf_key_line_make (const SfKeyLine *line, GBytes *key);
/* @text: (nullable): blanks around it do not matter; @key: (transfer full): set where it was read
 */
SfKeyLineRead sf_key_line_parse (const SfKeyLine *line, const char *text, GBytes **key);

G_END_DECLS
