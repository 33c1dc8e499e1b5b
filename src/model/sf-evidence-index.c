/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evidence-index.h"

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-model-private.h"
#include "model/sf-search-private.h"

#include <string.h>

#define MONTHS_UNTIL_LOOK_AGAIN 12

/* Of one piece; what is not known yet is NULL, or has no bit in @known. */
typedef struct
{
  guint known;
  guint n_statements;
  guint64 areas; /* a bit for each key area, by its index */
  SfEvidenceLack lack;
  char *title_key;
  char *folded;
} Facts;

enum
{
  KNOWN_LINKS = 1 << 0,
  KNOWN_LACK = 1 << 1,
};

struct _SfEvidenceIndex
{
  SfModel *model;
  SfEvaluation *evaluation;
  SfFramework *framework;
  char *today;
  char *year_ago;
  GHashTable *facts; /* SfEvidence* → Facts */
};

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_free (facts->title_key);
  g_free (facts->folded);
  g_free (facts);
}

/* --- whether it is there ------------------------------------------------------------------------
 */

static SfEvidenceLack
find_lack (SfModel *model, SfEvidence *evidence, const char *year_ago)
{
  GPtrArray *files
      = sf_model_peek_referring (model, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE, evidence);
  const char *sighted = sf_evidence_get_sighted_on (evidence);

  /* of the versions of a file the newest is always among them */
  if ((files != NULL && files->len > 0) || !sf_text_is_blank (sf_evidence_get_web_link (evidence)))
    return SF_EVIDENCE_HAS;
  if (sf_text_is_blank (sf_evidence_get_place (evidence)))
    return SF_EVIDENCE_MISSING;
  return sighted != NULL && g_strcmp0 (sighted, year_ago) >= 0 ? SF_EVIDENCE_HAS
                                                               : SF_EVIDENCE_LOOK_AGAIN;
}

SfEvidenceLack
sf_evidence_find_lack (SfModel *model, SfEvidence *evidence, const char *today)
{
  g_autofree char *year_ago = NULL;

  g_return_val_if_fail (SF_IS_EVIDENCE (evidence), SF_EVIDENCE_HAS);

  year_ago = sf_date_add_months (today, -MONTHS_UNTIL_LOOK_AGAIN);
  return find_lack (model, evidence, year_ago);
}

/* --- the index ----------------------------------------------------------------------------------
 */

SfEvidenceIndex *
sf_evidence_index_new (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  SfEvidenceIndex *self;

  g_return_val_if_fail (SF_IS_MODEL (model), NULL);

  self = g_new0 (SfEvidenceIndex, 1);
  self->model = g_object_ref (model);
  if (evaluation != NULL)
    {
      self->evaluation = g_object_ref (evaluation);
      self->framework = sf_model_get_framework (model, evaluation);
    }
  self->today = g_strdup (today);
  self->year_ago = sf_date_add_months (today, -MONTHS_UNTIL_LOOK_AGAIN);
  self->facts = g_hash_table_new_full (NULL, NULL, NULL, facts_free);
  return self;
}

void
sf_evidence_index_free (SfEvidenceIndex *self)
{
  g_hash_table_unref (self->facts);
  g_clear_object (&self->evaluation);
  g_object_unref (self->model);
  g_free (self->today);
  g_free (self->year_ago);
  g_free (self);
}

SfModel *
sf_evidence_index_get_model (SfEvidenceIndex *self)
{
  return self->model;
}

const char *
sf_evidence_index_get_today (SfEvidenceIndex *self)
{
  return self->today;
}

static Facts *
get_facts (SfEvidenceIndex *self, SfEvidence *evidence)
{
  Facts *facts = g_hash_table_lookup (self->facts, evidence);

  if (facts == NULL)
    {
      facts = g_new0 (Facts, 1);
      g_hash_table_insert (self->facts, evidence, facts);
    }
  return facts;
}

void
sf_evidence_index_forget (SfEvidenceIndex *self, SfEvidence *evidence)
{
  g_hash_table_remove (self->facts, evidence);
}

/* --- where it is used ---------------------------------------------------------------------------
 */

static GPtrArray *
peek_links (SfEvidenceIndex *self, SfEvidence *evidence)
{
  if (self->evaluation == NULL)
    return NULL;
  return sf_model_peek_referring (self->model, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE,
                                  evidence);
}

static SfStatement *
find_statement (SfEvidenceIndex *self, SfEvidenceLink *link)
{
  if (self->framework == NULL
      || !sf_record_refers_to (SF_RECORD (link), SF_EVIDENCE_LINK_EVALUATION, self->evaluation))
    return NULL;
  return sf_framework_find_statement (self->framework, sf_evidence_link_get_statement_code (link));
}

static Facts *
get_links (SfEvidenceIndex *self, SfEvidence *evidence)
{
  Facts *facts = get_facts (self, evidence);
  GPtrArray *links;

  if ((facts->known & KNOWN_LINKS) != 0)
    return facts;
  facts->known |= KNOWN_LINKS;
  links = peek_links (self, evidence);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      SfStatement *statement = find_statement (self, links->pdata[i]);

      if (statement == NULL)
        continue;
      facts->n_statements++;
      facts->areas |= G_GUINT64_CONSTANT (1)
                      << (sf_key_area_get_index (sf_statement_get_area (statement)) % 64);
    }
  return facts;
}

guint
sf_evidence_index_count_statements (SfEvidenceIndex *self, SfEvidence *evidence)
{
  return get_links (self, evidence)->n_statements;
}

gboolean
sf_evidence_index_is_in_area (SfEvidenceIndex *self, SfEvidence *evidence, const char *area_code)
{
  SfKeyArea *area
      = self->framework != NULL ? sf_framework_find_area (self->framework, area_code) : NULL;

  return area != NULL
         && (get_links (self, evidence)->areas >> (sf_key_area_get_index (area) % 64) & 1) != 0;
}

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  guint x = sf_statement_get_index (*(SfStatement *const *)a);
  guint y = sf_statement_get_index (*(SfStatement *const *)b);

  return x < y ? -1 : x > y;
}

GPtrArray *
sf_evidence_index_list_codes (SfEvidenceIndex *self, SfEvidence *evidence)
{
  GPtrArray *links = peek_links (self, evidence);
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      SfStatement *statement = find_statement (self, links->pdata[i]);

      if (statement != NULL)
        g_ptr_array_add (statements, statement);
    }
  g_ptr_array_sort (statements, compare_statements);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (codes, g_strdup (sf_statement_get_code (statements->pdata[i])));
  return codes;
}

SfEvidenceLack
sf_evidence_index_get_lack (SfEvidenceIndex *self, SfEvidence *evidence)
{
  Facts *facts = get_facts (self, evidence);

  if ((facts->known & KNOWN_LACK) == 0)
    {
      facts->known |= KNOWN_LACK;
      facts->lack = find_lack (self->model, evidence, self->year_ago);
    }
  return facts->lack;
}

/* --- title and words ----------------------------------------------------------------------------
 */

const char *
sf_evidence_index_get_title_key (SfEvidenceIndex *self, SfEvidence *evidence)
{
  Facts *facts = get_facts (self, evidence);

  if (facts->title_key == NULL)
    {
      g_autofree char *folded = g_utf8_casefold (sf_evidence_get_title (evidence), -1);

      facts->title_key = g_utf8_collate_key (folded, -1);
    }
  return facts->title_key;
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

static void
append_referring (
    SfEvidenceIndex *self, GString *all, SfEvidence *evidence, GType type, guint by, guint column)
{
  GPtrArray *records = sf_model_peek_referring (self->model, type, by, evidence);

  for (guint i = 0; records != NULL && i < records->len; i++)
    append_text (all, sf_record_get_text (records->pdata[i], column));
}

static const char *
get_folded (SfEvidenceIndex *self, SfEvidence *evidence)
{
  static const guint columns[] = { SF_EVIDENCE_TITLE,  SF_EVIDENCE_SHOWS, SF_EVIDENCE_SOURCE,
                                   SF_EVIDENCE_AUTHOR, SF_EVIDENCE_PLACE, SF_EVIDENCE_WEB_LINK };
  Facts *facts = get_facts (self, evidence);
  g_autoptr (GString) all = NULL;

  if (facts->folded != NULL)
    return facts->folded;
  all = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_text (all, sf_record_get_text (SF_RECORD (evidence), columns[i]));
  append_referring (self, all, evidence, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE,
                    SF_ATTACHMENT_NAME);
  append_referring (self, all, evidence, SF_TYPE_EVIDENCE_LINK, SF_EVIDENCE_LINK_EVIDENCE,
                    SF_EVIDENCE_LINK_NOTE);
  facts->folded = sf_search_fold (all->str);
  return facts->folded;
}

gboolean
sf_evidence_index_has_words (SfEvidenceIndex *self, SfEvidence *evidence, GPtrArray *words)
{
  const char *folded = get_folded (self, evidence);

  for (guint i = 0; i < words->len; i++)
    if (!sf_search_has_word (folded, words->pdata[i]))
      return FALSE;
  return TRUE;
}

GPtrArray *
sf_evidence_index_split (const char *text)
{
  return sf_search_split (text != NULL ? text : "");
}

void
sf_evidence_index_prepare (SfEvidenceIndex *self, SfEvidence *evidence)
{
  get_folded (self, evidence);
}
