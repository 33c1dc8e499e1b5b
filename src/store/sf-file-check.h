/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "base/sf-digest.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/**
 * SfFileCheck:
 * @judgements: rows of judgement found
 * @files: attachments whose contents were read and compared with their digest
 * @steps: steps whose hashes were followed
 * @problems: (element-type utf8): a sentence for each thing that is not as it should be
 * @done: bytes of contents read so far
 * @total: bytes of contents in all
 *
 * A check of a whole centre file, in pieces short enough for steps to slip between: the tables
 * and their indexes, references, contents against their digests, the chain of steps. Damage is
 * a problem that is listed, and the check goes on behind it.
 */
typedef struct
{
  guint judgements;
  guint files;
  guint steps;
  GPtrArray *problems;
  gint64 done;
  gint64 total;

  /*< private >*/
  guint stage;
  guint table;
  GPtrArray *tables;
  gint64 content;
  guint sequence;
  gint64 read;
  char *digest;
  gint64 size;
  SfDigest *checksum;
} SfFileCheck;

SfFileCheck *sf_file_check_new (void);
void sf_file_check_free (SfFileCheck *check);
gboolean sf_file_check_run (SfFileCheck *check, SfStore *store, gboolean *finished, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfFileCheck, sf_file_check_free)

G_END_DECLS
