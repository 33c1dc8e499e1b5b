/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-search.h"

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
sf_workbook_place_content_hits (SfWorkbook *self, GPtrArray *contents, GPtrArray *known)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_search_hit_free);
  SfModel *model = sf_workbook_get_model (self);
  g_autoptr (GPtrArray) all = contents;
  g_autoptr (GHashTable) files = map_files (model, all);
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < known->len; i++)
    g_hash_table_add (found, ((SfSearchHit *)known->pdata[i])->evidence);
  for (guint i = 0; i < all->len; i++)
    {
      SfContentHit *content = all->pdata[i];
      GPtrArray *of = g_hash_table_lookup (files, content->digest);

      for (guint k = 0; k < of->len; k++)
        {
          SfAttachment *file = of->pdata[k];

          if (g_hash_table_add (found, sf_model_find (model, sf_attachment_get_evidence (file))))
            g_ptr_array_add (hits,
                             sf_search_hit_new_for_file (model, file, g_strdup (content->snippet),
                                                         dup_ranges (content), content->n_ranges));
        }
    }
  return hits;
}
