/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/**
 * SfVerified:
 * @SF_VERIFIED_SOUND: the contents are those that were attached
 * @SF_VERIFIED_MISSING: they are not in the file, or cannot be read
 * @SF_VERIFIED_CHANGED: they are others
 */
typedef enum
{
  SF_VERIFIED_SOUND,
  SF_VERIFIED_MISSING,
  SF_VERIFIED_CHANGED,
} SfVerified;

/**
 * sf_workbook_verify_attachment_sync:
 * @self: a workbook
 * @attachment: one of its files
 * @verified: (out): what was found
 * @error: return location for an #SfError
 *
 * Reads the contents of an attached file in pieces and compares their SHA-256 with the one taken
 * when it was attached.
 *
 * Returns: %FALSE if the workbook could not be reached at all
 */
gboolean sf_workbook_verify_attachment_sync (SfWorkbook *self,
                                             SfAttachment *attachment,
                                             SfVerified *verified,
                                             GError **error);

G_END_DECLS
