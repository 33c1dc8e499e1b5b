/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-agenda.h"
#include "model/sf-identity-text.h"
#include "report/sf-document.h"

G_BEGIN_DECLS

/**
 * SfIdentityItem:
 * @kind: what it may be
 * @words: the words
 * @piece: these with some of their sentence
 * @digest: tells them from others: the SHA-256 of kind, words and what stands before them
 * @confirmed: whether somebody looked at them for this audience and found that they identify nobody
 * @leads: what is said of them, and where they can be mended
 *
 * Words of a report that may identify somebody.
 */
typedef struct
{
  SfIdentityKind kind;
  char *words;
  char *piece;
  char *digest;
  gboolean confirmed;
  SfAgendaItem *leads;
} SfIdentityItem;

void sf_identity_item_free (SfIdentityItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfIdentityItem, sf_identity_item_free)

/**
 * sf_identity_list:
 * @audience: the word for whom it is: "governors"
 * @document: the report that is going to them
 *
 * What may identify somebody (sf_identity_find_in_text()) in texts of the centre file that stand in
 * @document: each is to be mended or confirmed, one by one, for each audience. Nobody is
 * exempt for being a contributor. The one name that is not asked about is the head's, in the field
 * that a report's title page names the head from. What was confirmed is asked again where the words
 * or those before them change.
 *
 * Returns: (transfer full) (element-type SfIdentityItem): those not confirmed first, then as
 *   records come; the array frees its elements
 */
GPtrArray *sf_identity_list (SfModel *model,
                             SfEvaluation *evaluation,
                             const char *audience,
                             SfDocument *document);

/**
 * sf_identity_check:
 *
 * For who is about to give @document to that audience.
 *
 * Returns: %FALSE with %SF_ERROR_INVALID and a sentence that names the first of them while
 *   something may identify somebody that nobody has confirmed
 */
gboolean sf_identity_check (SfModel *model,
                            SfEvaluation *evaluation,
                            const char *audience,
                            SfDocument *document,
                            GError **error);

/* How many of them nobody has confirmed. */
guint sf_identity_count_open (GPtrArray *items);

G_END_DECLS
