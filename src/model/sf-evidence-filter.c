/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evidence-filter.h"

#include "model/sf-retention.h"
#include "model/sf-vocabulary.h"

#include <stdlib.h>
#include <string.h>

static const char *const sort_words[SF_N_EVIDENCE_SORTS] = {
  [SF_EVIDENCE_SORT_NEWEST] = "newest", [SF_EVIDENCE_SORT_ADDED] = "added",
  [SF_EVIDENCE_SORT_TITLE] = "title",   [SF_EVIDENCE_SORT_KIND] = "kind",
  [SF_EVIDENCE_SORT_USED] = "used",
};

const char *
sf_evidence_sort_to_string (SfEvidenceSort sort)
{
  return (guint)sort < G_N_ELEMENTS (sort_words) ? sort_words[sort] : NULL;
}

gboolean
sf_evidence_sort_from_string (const char *text, SfEvidenceSort *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_words); i++)
    if (g_strcmp0 (text, sort_words[i]) == 0)
      {
        *sort = (SfEvidenceSort)i;
        return TRUE;
      }
  return FALSE;
}

/* --- the filter ---------------------------------------------------------------------------------
 */

void
sf_evidence_filter_clear (SfEvidenceFilter *self)
{
  g_free (self->area_code);
  g_free (self->from);
  g_free (self->to);
  memset (self, 0, sizeof *self);
}

void
sf_evidence_filter_copy (SfEvidenceFilter *self, const SfEvidenceFilter *other)
{
  SfEvidenceFilter copy = *other;

  copy.area_code = g_strdup (other->area_code);
  copy.from = g_strdup (other->from);
  copy.to = g_strdup (other->to);
  sf_evidence_filter_clear (self);
  *self = copy;
}

guint
sf_evidence_filter_count (const SfEvidenceFilter *self)
{
  return (self->kinds != 0) + (self->sensitivities != 0) + (self->area_code != NULL)
         + (self->undated || self->from != NULL || self->to != NULL) + (self->unused ? 1 : 0)
         + (self->missing ? 1 : 0) + (self->due ? 1 : 0) + (self->retired ? 1 : 0);
}

static gboolean
has_word (guint wanted, SfVocabulary vocabulary, const char *word)
{
  int n = sf_vocabulary_find (vocabulary, word);

  return wanted == 0 || (n >= 0 && (wanted >> n & 1) != 0);
}

static gboolean
is_in_time (const SfEvidenceFilter *self, SfEvidence *evidence)
{
  const char *on;

  if (!self->undated && self->from == NULL && self->to == NULL)
    return TRUE;
  on = sf_evidence_get_dated_on (evidence);
  if (self->undated)
    return on == NULL;
  return on != NULL && (self->from == NULL || strcmp (on, self->from) >= 0)
         && (self->to == NULL || strcmp (on, self->to) <= 0);
}

gboolean
sf_evidence_filter_matches (const SfEvidenceFilter *self,
                            SfEvidenceIndex *index,
                            SfEvidence *evidence)
{
  gboolean retired = sf_evidence_get_retired_at (evidence) != SF_NULL_INT;

  /* what is due for deletion is due on the list and off it */
  return (self->due || retired == !!self->retired) && (retired || !self->retired)
         && (self->kinds == 0
             || has_word (self->kinds, SF_VOCABULARY_EVIDENCE_KIND,
                          sf_evidence_get_kind (evidence)))
         && (self->sensitivities == 0
             || has_word (self->sensitivities, SF_VOCABULARY_SENSITIVITY,
                          sf_evidence_get_sensitivity (evidence)))
         && is_in_time (self, evidence)
         && (!self->due
             || sf_evidence_is_due_for_deletion (evidence, sf_evidence_index_get_today (index)))
         && (!self->unused || sf_evidence_index_count_statements (index, evidence) == 0)
         && (!self->missing || sf_evidence_index_get_lack (index, evidence) != SF_EVIDENCE_HAS)
         && (self->area_code == NULL
             || sf_evidence_index_is_in_area (index, evidence, self->area_code));
}

/* --- order --------------------------------------------------------------------------------------
 */

/* What is compared of one piece. UUIDs grow with time. */
typedef struct
{
  SfEvidence *evidence;
  guint rank;       /* less comes first */
  const char *rise; /* then what is less; NULL where it is not looked at */
  const char *date; /* then what is greater, NULL last */
  const SfUuid *uuid;
} SortKey;

static SortKey
make_key (SfEvidenceIndex *index, SfEvidenceSort sort, SfEvidence *evidence)
{
  SortKey key = { .evidence = evidence, .uuid = sf_record_get_uuid (SF_RECORD (evidence)) };

  key.date = sort == SF_EVIDENCE_SORT_ADDED ? sf_evidence_get_added_on (evidence)
                                            : sf_evidence_get_dated_on (evidence);
  if (sort == SF_EVIDENCE_SORT_TITLE)
    key.rise = sf_evidence_index_get_title_key (index, evidence);
  else if (sort == SF_EVIDENCE_SORT_KIND)
    key.rank
        = (guint)sf_vocabulary_find (SF_VOCABULARY_EVIDENCE_KIND, sf_evidence_get_kind (evidence));
  else if (sort == SF_EVIDENCE_SORT_USED)
    key.rank = G_MAXUINT - sf_evidence_index_count_statements (index, evidence);
  return key;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const SortKey *one = a, *two = b;
  int order = one->rank < two->rank ? -1 : one->rank > two->rank;

  if (order == 0 && one->rise != NULL)
    order = strcmp (one->rise, two->rise);
  if (order == 0)
    order = g_strcmp0 (two->date, one->date);
  return order != 0 ? order : memcmp (two->uuid, one->uuid, sizeof (SfUuid));
}

int
sf_evidence_filter_compare (SfEvidenceIndex *index,
                            SfEvidenceSort sort,
                            SfEvidence *a,
                            SfEvidence *b)
{
  SortKey one = make_key (index, sort, a), two = make_key (index, sort, b);

  return compare_keys (&one, &two);
}

void
sf_evidence_filter_sort (SfEvidenceIndex *index, SfEvidenceSort sort, GPtrArray *list)
{
  g_autofree SortKey *keys = g_new (SortKey, MAX (list->len, 1));

  for (guint i = 0; i < list->len; i++)
    keys[i] = make_key (index, sort, list->pdata[i]);
  if (list->len > 1)
    qsort (keys, list->len, sizeof *keys, compare_keys);
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = keys[i].evidence;
}
