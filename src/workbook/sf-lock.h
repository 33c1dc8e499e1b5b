/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who may write a centre file. A lock file lies beside it; that it exists means nothing. An
 * open-file-description lock held on it means "open here", and the kernel drops that when the
 * program dies. What it contains is for the sentence shown. */

typedef struct _SfLock SfLock;

/* NULL with %SF_ERROR_IN_USE and a sentence that says who has it. */
SfLock *sf_lock_take (const char *path, GError **error);
void sf_lock_release (SfLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfLock, sf_lock_release)

G_END_DECLS
