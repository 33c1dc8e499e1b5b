/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record-columns.h"

G_BEGIN_DECLS

/* clang-format off */
#define SF_ATTACHMENT_COLUMNS(X, T, p, P) \
  X (T, p, P, EVIDENCE, evidence, REF, N_ ("evidence"), "evidence", \
     SF_COLUMN_LEAVES) \
  X (T, p, P, NAME, name, TEXT, N_ ("file name"), NULL, \
     SF_COLUMN_SEARCHED | SF_COLUMN_PERSONAL | SF_COLUMN_LEAVES) \
  X (T, p, P, MEDIA_TYPE, media_type, TEXT, N_ ("media type"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, SIZE, size, INT, N_ ("size in bytes"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, DIGEST, digest, TEXT, N_ ("SHA-256 of the contents"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, ADDED_AT, added_at, INSTANT, N_ ("added"), NULL, \
     SF_COLUMN_LEAVES) \
  X (T, p, P, REPLACES, replaces, REF, N_ ("the version before"), "attachment", \
     SF_COLUMN_NULLABLE | SF_COLUMN_LEAVES)
/* clang-format on */

/**
 * SfAttachment:
 *
 * A file that belongs to a piece of evidence; its contents lie apart, kept once by digest.
 */
#define SF_TYPE_ATTACHMENT (sf_attachment_get_type ())
G_DECLARE_FINAL_TYPE (SfAttachment, sf_attachment, SF, ATTACHMENT, SfRecord)

SF_RECORD_COLUMNS (SfAttachment, sf_attachment, SF_ATTACHMENT, SF_ATTACHMENT_COLUMNS)

G_END_DECLS
