/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../workbook/workbook-helpers.h"
#include "samples.h"

/* Samples in a workbook. */

/* Attaches the bytes as a piece of evidence of their own, and returns it; where the same bytes are
 * there already, what they are. */
static inline SfEvidence *
attach_sample (Centre *centre, GBytes *bytes, const char *name)
{
  SfModel *model = sf_workbook_get_model (centre->workbook);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (centre->folder, name, NULL);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file, NULL };
  SfAttachRequest request = { .files = files, .centre = centre->centre };
  g_autoptr (GArray) made = NULL;
  GListModel *attachments = sf_model_get_list (model, SF_TYPE_ATTACHMENT);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  made = sf_workbook_attach_sync (centre->workbook, &request, &error);
  g_assert_no_error (error);
  sync_workbook (centre->workbook);
  for (guint i = 0; i < g_list_model_get_n_items (attachments); i++)
    {
      g_autoptr (SfAttachment) attachment = g_list_model_get_item (attachments, i);

      if (g_str_equal (sf_attachment_get_digest (attachment), digest))
        return SF_EVIDENCE (sf_model_find (model, sf_attachment_get_evidence (attachment)));
    }
  g_assert_not_reached ();
}

/* The file of a piece of evidence that has one. */
static inline SfAttachment *
file_of (Centre *centre, SfEvidence *evidence)
{
  g_autoptr (GPtrArray) files
      = sf_model_list_attachments (sf_workbook_get_model (centre->workbook), evidence);

  g_assert_cmpuint (files->len, ==, 1);
  return files->pdata[0];
}
