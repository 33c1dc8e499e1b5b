/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/**
 * SfPackAudience:
 * @SF_PACK_OPEN: only what anybody may see
 * @SF_PACK_BOARD: also what is for the governing body and the authority
 * @SF_PACK_CENTRE: also what is for the centre's own staff
 *
 * For whom an evidence pack is. What is restricted is for none of them: it goes along only where it
 * was chosen by itself.
 */
typedef enum
{
  SF_PACK_OPEN,
  SF_PACK_BOARD,
  SF_PACK_CENTRE,
} SfPackAudience;

#define SF_N_PACK_AUDIENCES (SF_PACK_CENTRE + 1)

/**
 * sf_pack_audience_find:
 * @id: "open", "board" or "centre"
 * @audience: (out): set only on success
 */
gboolean sf_pack_audience_find (const char *id, SfPackAudience *audience);

/**
 * SfPackReason:
 * @SF_PACK_FOR_CENTRE: it is for the centre's own staff
 * @SF_PACK_FOR_BOARD: it is for the governing body
 * @SF_PACK_RESTRICTED: it is restricted and was not chosen
 * @SF_PACK_ABOUT_HEAD: it speaks only for statements about the head
 * @SF_PACK_UNLINKED: it speaks for no statement of the evaluation, whatever was asked for
 *
 * Why a piece of evidence is left out of a pack.
 */
typedef enum
{
  SF_PACK_FOR_CENTRE,
  SF_PACK_FOR_BOARD,
  SF_PACK_RESTRICTED,
  SF_PACK_ABOUT_HEAD,
  SF_PACK_UNLINKED,
} SfPackReason;

#define SF_N_PACK_REASONS (SF_PACK_UNLINKED + 1)

/**
 * SfPackOptions:
 * @evaluation: of which evaluation
 * @audience: for whom
 * @areas: (nullable) (array zero-terminated=1): codes of key areas
 * @statements: (nullable) (array zero-terminated=1): codes of statements; where neither is given,
 *   all are meant
 * @restricted: (nullable) (element-type SfEvidence): the restricted pieces that were chosen, one by
 *   one
 * @originals: (nullable) (element-type SfAttachment): pictures and films that go as they are, with
 *   what they tell of their place
 * @head: whether the head wants the statements about the head too
 */
typedef struct
{
  SfEvaluation *evaluation;
  SfPackAudience audience;
  const char *const *areas;
  const char *const *statements;
  GPtrArray *restricted;
  GPtrArray *originals;
  gboolean head;
} SfPackOptions;

/**
 * SfPackFile:
 * @attachment: what is packed
 * @path: in the pack: "files/LLD-S1 Parents survey.pdf"
 * @original: goes as it is, though it may tell its place
 * @digest: (nullable): SHA-256 of what was written; set when it is written
 * @size: of what was written
 * @reason: (nullable): a sentence: why it could not be packed
 */
typedef struct
{
  SfAttachment *attachment;
  char *path;
  gboolean original;
  char *digest;
  gint64 size;
  char *reason;
} SfPackFile;

/**
 * SfPackItem:
 * @evidence: a piece of evidence
 * @files: (element-type SfPackFile): its files, owned by the plan; another piece may have the same
 */
typedef struct
{
  SfEvidence *evidence;
  GPtrArray *files;
} SfPackItem;

/**
 * SfPackEntry:
 * @item: owned by the plan
 * @note: (nullable): what it shows there
 */
typedef struct
{
  SfPackItem *item;
  char *note;
} SfPackEntry;

/**
 * SfPackStatement:
 * @statement: borrowed from the framework
 * @entries: (element-type SfPackEntry): in the order of lists; never empty
 */
typedef struct
{
  SfStatement *statement;
  GPtrArray *entries;
} SfPackStatement;

/**
 * SfPackPlan:
 * @statements: (element-type SfPackStatement): in the framework's order
 * @items: (element-type SfPackItem): each piece once
 * @files: (element-type SfPackFile): each content once
 * @restricted: (element-type SfEvidence): the restricted pieces of what was asked for, chosen or
 *   not: for the user to choose from, and never for the pack
 * @n_paper: how many of the items are also on paper
 * @left_out: (element-type SfEvidence): by reason, the pieces that stay behind, in the order of
 *   lists, each once: for whoever makes the pack, and never named in it
 * @bytes: of all files
 *
 * What a pack will hold, decided before a byte is written. Retired evidence is no part of it.
 */
typedef struct
{
  SfModel *model;
  SfEvaluation *evaluation;
  SfFramework *framework;
  SfPackAudience audience;
  gboolean head;
  GPtrArray *statements;
  GPtrArray *items;
  GPtrArray *files;
  GPtrArray *restricted;
  guint n_paper;
  GPtrArray *left_out[SF_N_PACK_REASONS];
  gint64 bytes;
} SfPackPlan;

/**
 * sf_pack_plan_new:
 * @error: %SF_ERROR_NOT_FOUND for a code that the framework lacks, %SF_ERROR_INVALID where
 *   something chosen as restricted is not, or is not part of what was asked for
 *
 * Returns: (transfer full) (nullable): the plan; it may be empty
 */
SfPackPlan *sf_pack_plan_new (SfModel *model, const SfPackOptions *options, GError **error);
void sf_pack_plan_free (SfPackPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPackPlan, sf_pack_plan_free)

/**
 * sf_pack_plan_may_show:
 * @column: of #SfEvidence
 *
 * Whether the index of a pack for @audience shows a column: never what stays in the centre, and to
 * all the world not who is behind it (its source, its author, who sighted it).
 */
gboolean sf_pack_plan_may_show (SfPackAudience audience, guint column);

/**
 * sf_pack_plan_list_left_out:
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each reason why pieces were left
 *   out: "2 pieces of evidence stay in the centre."; they are counted, never named
 */
GPtrArray *sf_pack_plan_list_left_out (const SfPackPlan *self);

/**
 * sf_pack_plan_describe_reason:
 *
 * Returns: (transfer full) (nullable): the one sentence of these; %NULL where nothing was left out
 *   for @reason
 */
char *sf_pack_plan_describe_reason (const SfPackPlan *self, SfPackReason reason);

/**
 * sf_pack_plan_describe:
 *
 * Returns: (transfer full): "12 pieces of evidence, 37 files, 3 on paper"
 */
char *sf_pack_plan_describe (const SfPackPlan *self);

G_END_DECLS
