/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* The contents of an attachment as an open file that nobody else can find: in memory, or, where
 * they are large, in a file without a name in the user's own cache. */

/* @file: (transfer full): open for reading, at its beginning; -1 where @error is set */
typedef void (*SfContentsDone) (int file, const GError *error, gpointer data);

/* Takes the contents out through the writer, in pieces beside the steps, and compares them with
 * their digest. More than @limit bytes are refused unread: SF_ERROR_TOO_LARGE. @done is called
 * once, perhaps at once. */
void sf_contents_fetch (SfWorkbook *self,
                        const char *digest,
                        gint64 limit,
                        GCancellable *cancellable,
                        SfContentsDone done,
                        gpointer data);

G_END_DECLS
