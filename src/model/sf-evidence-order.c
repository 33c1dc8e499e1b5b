/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evidence-order.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-search.h"
#include "model/sf-vocabulary.h"

#include <string.h>

const char *
sf_evidence_get_kind_label (SfEvidence *self)
{
  g_return_val_if_fail (SF_IS_EVIDENCE (self), "");

  return sf_vocabulary_get_label (SF_VOCABULARY_EVIDENCE_KIND, sf_evidence_get_kind (self));
}

char *
sf_evidence_to_text (SfEvidence *self)
{
  g_autofree char *on = NULL;

  g_return_val_if_fail (SF_IS_EVIDENCE (self), NULL);

  on = sf_date_format (sf_evidence_get_dated_on (self));
  if (*on == '\0')
    return g_strdup (sf_evidence_get_kind_label (self));
  return g_strdup_printf ("%s · %s", sf_evidence_get_kind_label (self), on);
}

static void
append_text (GString *all, const char *text)
{
  if (text != NULL)
    {
      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
}

gboolean
sf_evidence_matches (SfModel *model, SfEvidence *self, guint kinds, const char *words)
{
  g_autoptr (GString) all = NULL;
  g_autoptr (GPtrArray) files = NULL;
  SfEvidenceKind kind;

  g_return_val_if_fail (SF_IS_EVIDENCE (self), FALSE);

  if (sf_evidence_get_retired_at (self) != SF_NULL_INT)
    return FALSE;
  if (kinds != 0
      && !(sf_evidence_kind_from_string (sf_evidence_get_kind (self), &kind)
           && (kinds & 1u << kind) != 0))
    return FALSE;
  if (sf_text_is_blank (words))
    return TRUE;
  all = g_string_new (NULL);
  append_text (all, sf_evidence_get_title (self));
  append_text (all, sf_evidence_get_shows (self));
  append_text (all, sf_evidence_get_source (self));
  append_text (all, sf_evidence_get_author (self));
  append_text (all, sf_evidence_get_place (self));
  files = sf_model_list_attachments (model, self);
  for (guint i = 0; i < files->len; i++)
    append_text (all, sf_attachment_get_name (files->pdata[i]));
  return sf_search_text_matches (all->str, words);
}

static int
compare_titles (SfEvidence *a, SfEvidence *b)
{
  g_autofree char *one = g_utf8_casefold (sf_evidence_get_title (a), -1);
  g_autofree char *two = g_utf8_casefold (sf_evidence_get_title (b), -1);
  int order = g_utf8_collate (one, two);

  return order != 0 ? order
                    : memcmp (sf_record_get_uuid (SF_RECORD (a)),
                              sf_record_get_uuid (SF_RECORD (b)), sizeof (SfUuid));
}

int
sf_evidence_compare (SfEvidence *a, SfEvidence *b)
{
  int order = g_strcmp0 (sf_evidence_get_dated_on (b), sf_evidence_get_dated_on (a));

  return order != 0 ? order : compare_titles (a, b);
}
