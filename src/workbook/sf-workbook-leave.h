/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-attachment.h"
#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Copies of attached files that leave the centre. */

/* Whether it is a picture or a film, which may tell where and with what it was taken: the user is
 * offered a copy without that, and the original. */
gboolean sf_attachment_may_tell_place (SfAttachment *attachment);

/*
 * Writes a copy of an attached file for somebody outside. Pictures and films lose where, when and
 * with what they were taken, and whatever else they carry that is not needed to show them; the
 * picture itself is not touched, nor which way up it is. Every other file is the bytes themselves.
 * The copy is read back. Where what tells cannot be taken out of this file, or there is no sandbox
 * to do it in, it fails with a sentence and writes nothing; sf_workbook_export_attachment() gives
 * the very bytes.
 */
void sf_workbook_copy_to_leave (SfWorkbook *self,
                                SfAttachment *attachment,
                                GFile *destination,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* @digest: (out) (optional) (transfer full): SHA-256 of what was written */
gboolean sf_workbook_copy_to_leave_finish (SfWorkbook *self,
                                           GAsyncResult *result,
                                           char **digest,
                                           GError **error);
/* The same, waiting; for the command line, packs and tests. */
gboolean sf_workbook_copy_to_leave_sync (
    SfWorkbook *self, SfAttachment *attachment, const char *path, char **digest, GError **error);

G_END_DECLS
