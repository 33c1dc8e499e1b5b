/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-seals.h"
#include "workbook/sf-seal-private.h"
#include "workbook/sf-seal-verify.h"

G_BEGIN_DECLS

/* One seal, while it is verified on the writer's thread. */
typedef struct
{
  SfStore *store;
  SfSeal *seal;
  SfUuid centre;
  SfSealVerdict *verdict;
  GHashTable *left_out; /* SfUuid of an evaluation → codes that no seal covers */
  gboolean stands;      /* the evaluation must be as it was sealed */
  char *erased_why;     /* an erasure later than the seal; NULL if there is none */
} SfVerifying;

/* @sentence: (transfer full) */
void sf_seal_add_fault (GPtrArray *faults, SfSealFaultKind kind, char *sentence);

/* A content that evidence names, and one of the titles that it has there. */
typedef struct
{
  char *digest;
  char *title;
} SfSealedFile;

void sf_sealed_file_free (gpointer file);
/* (transfer full) (nullable) (element-type SfSealedFile): all that attachments name */
GPtrArray *sf_seal_list_files (SfStore *store, GError **error);
/* Reads one of them; its bytes have to be those of its digest. */
gboolean
sf_seal_verify_file (SfStore *store, const SfSealedFile *file, GPtrArray *faults, GError **error);

/* The fields: against their digests, the root, and while the seal stands against the records. */
gboolean sf_seal_verify_data (SfVerifying *self, GError **error);

G_END_DECLS
