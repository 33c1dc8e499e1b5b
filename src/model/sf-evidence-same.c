/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-evidence-same.h"

/* The digests are those of the attachments, which live longer. */
static GHashTable *
collect_digests (SfModel *model, GPtrArray *evidence)
{
  GHashTable *digests = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < evidence->len; i++)
    {
      g_autoptr (GPtrArray) files
          = sf_model_list_referring (model, SF_TYPE_ATTACHMENT, SF_ATTACHMENT_EVIDENCE,
                                     evidence->pdata[i]);

      for (guint k = 0; k < files->len; k++)
        if (sf_attachment_get_digest (files->pdata[k]) != NULL)
          g_hash_table_add (digests, (gpointer)sf_attachment_get_digest (files->pdata[k]));
    }
  return digests;
}

GPtrArray *
sf_evidence_list_same_contents (SfModel *model, GPtrArray *evidence)
{
  GPtrArray *same = g_ptr_array_new ();
  g_autoptr (GHashTable) digests = NULL, passed_over = g_hash_table_new (NULL, NULL);
  GListModel *files;

  g_return_val_if_fail (SF_IS_MODEL (model), same);
  g_return_val_if_fail (evidence != NULL, same);

  digests = collect_digests (model, evidence);
  files = sf_model_get_list (model, SF_TYPE_ATTACHMENT);
  for (guint i = 0; i < evidence->len; i++)
    g_hash_table_add (passed_over, evidence->pdata[i]);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SfAttachment) file = g_list_model_get_item (files, i);
      const char *digest = sf_attachment_get_digest (file);
      SfEvidence *owner = digest != NULL && g_hash_table_contains (digests, digest)
                              ? sf_model_find (model, sf_attachment_get_evidence (file))
                              : NULL;

      if (owner != NULL && g_hash_table_add (passed_over, owner))
        g_ptr_array_add (same, owner);
    }
  return same;
}
