/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-search.h"

#include "base/sf-text.h"

/* --- whose files -------------------------------------------------------------------------------
 */

static gboolean
is_shown (SfModel *model, SfAttachment *attachment)
{
  SfEvidence *evidence = sf_model_find (model, sf_attachment_get_evidence (attachment));

  return evidence != NULL && sf_evidence_get_retired_at (evidence) == SF_NULL_INT
         && sf_model_get_newer_version (model, attachment) == NULL;
}

/* The files that have one of @contents: digest → GPtrArray of SfAttachment. */
static GHashTable *
map_files (SfModel *model, GPtrArray *contents)
{
  GHashTable *files
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  GListModel *list = sf_model_get_list (model, SF_TYPE_ATTACHMENT);
  guint n = contents->len > 0 ? g_list_model_get_n_items (list) : 0;

  for (guint i = 0; i < contents->len; i++)
    {
      SfContentHit *content = contents->pdata[i];

      g_hash_table_insert (files, content->digest, g_ptr_array_new ());
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SfAttachment) attachment = g_list_model_get_item (list, i);
      const char *digest = sf_attachment_get_digest (attachment);
      GPtrArray *of = digest != NULL ? g_hash_table_lookup (files, digest) : NULL;

      if (of != NULL && is_shown (model, attachment))
        g_ptr_array_add (of, attachment);
    }
  return files;
}

static SfSearchRange *
dup_ranges (const SfContentHit *content)
{
  return g_memdup2 (content->ranges, content->n_ranges * sizeof *content->ranges);
}

GPtrArray *
sf_workbook_place_content_hits (SfWorkbook *self, GPtrArray *contents)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_search_hit_free);
  SfModel *model = sf_workbook_get_model (self);
  g_autoptr (GPtrArray) all = contents;
  g_autoptr (GHashTable) files = map_files (model, all);

  for (guint i = 0; i < all->len; i++)
    {
      SfContentHit *content = all->pdata[i];
      GPtrArray *of = g_hash_table_lookup (files, content->digest);

      for (guint k = 0; k < of->len; k++)
        g_ptr_array_add (hits,
                         sf_search_hit_new_for_file (model, of->pdata[k],
                                                     g_strdup (content->snippet),
                                                     dup_ranges (content), content->n_ranges));
    }
  return hits;
}

/* --- evidence ----------------------------------------------------------------------------------
 */

void
sf_evidence_hit_free (SfEvidenceHit *hit)
{
  g_clear_object (&hit->evidence);
  g_clear_object (&hit->file);
  g_free (hit->snippet);
  g_free (hit->ranges);
  g_free (hit);
}

/* The first text of an evidence's, besides its title, that has a word of the query. */
static void
add_own_snippet (SfEvidenceHit *hit, const char *query)
{
  static const guint columns[] = { SF_EVIDENCE_SHOWS, SF_EVIDENCE_SOURCE, SF_EVIDENCE_AUTHOR,
                                   SF_EVIDENCE_WEB_LINK, SF_EVIDENCE_PLACE };

  if (sf_search_text_matches (sf_evidence_get_title (hit->evidence), query))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns) && hit->snippet == NULL; i++)
    {
      const char *text = sf_record_get_text (SF_RECORD (hit->evidence), columns[i]);

      if (sf_text_is_blank (text))
        continue;
      hit->snippet = sf_search_make_excerpt (text, query, &hit->ranges, &hit->n_ranges);
      if (hit->n_ranges == 0)
        {
          g_clear_pointer (&hit->snippet, g_free);
          g_clear_pointer (&hit->ranges, g_free);
        }
    }
}

GPtrArray *
sf_workbook_list_evidence_hits (SfWorkbook *self, const char *query, guint limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_evidence_hit_free);
  g_autoptr (GPtrArray) list = sf_search_evidence (sf_workbook_get_model (self), query);

  for (guint i = 0; i < list->len && (limit == 0 || i < limit); i++)
    {
      SfEvidenceHit *hit = g_new0 (SfEvidenceHit, 1);

      hit->evidence = g_object_ref (list->pdata[i]);
      add_own_snippet (hit, query);
      g_ptr_array_add (hits, hit);
    }
  return hits;
}

static void
add_file (GPtrArray *hits, GHashTable *known, SfEvidence *evidence, const SfSearchHit *found)
{
  SfEvidenceHit *hit = g_hash_table_lookup (known, evidence);

  if (hit == NULL)
    {
      hit = g_new0 (SfEvidenceHit, 1);
      hit->evidence = g_object_ref (evidence);
      g_ptr_array_add (hits, hit);
      g_hash_table_insert (known, evidence, hit);
    }
  if (hit->snippet != NULL)
    return;
  hit->file = g_object_ref (SF_ATTACHMENT (found->record));
  hit->snippet = g_strdup (found->snippet);
  hit->ranges = g_memdup2 (found->ranges, found->n_ranges * sizeof *found->ranges);
  hit->n_ranges = found->n_ranges;
}

void
sf_workbook_add_evidence_hits (SfWorkbook *self, GPtrArray *hits, GPtrArray *contents)
{
  g_autoptr (GPtrArray) files = sf_workbook_place_content_hits (self, contents);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_insert (known, ((SfEvidenceHit *)hits->pdata[i])->evidence, hits->pdata[i]);
  for (guint i = 0; i < files->len; i++)
    {
      SfSearchHit *found = files->pdata[i];
      const SfUuid *uuid = sf_attachment_get_evidence (SF_ATTACHMENT (found->record));

      add_file (hits, known, sf_model_find (sf_workbook_get_model (self), uuid), found);
    }
}
