/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Copies of attached files for the PC's own programs to open. They lie where only this user can
 * read them, in a folder for each opening of a workbook, and go when it is closed, when something
 * is erased, or, where the program ended otherwise, when a workbook is next opened. */

/**
 * sf_private_copies_place:
 * @self: a workbook
 * @attachment: one of its files
 * @error: return location for an #SfError
 *
 * Says where a copy of the file is to lie, under a name that is safe anywhere; its folder is there
 * then. Whoever writes it there calls sf_private_copies_seal().
 *
 * Returns: (transfer full): a path
 */
char *sf_private_copies_place (SfWorkbook *self, SfAttachment *attachment, GError **error);

/* The same for a file that is made to be handed on: a report for an e-mail. */
char *sf_private_copies_place_new (SfWorkbook *self, const char *name, GError **error);

/**
 * sf_private_copies_seal:
 * @path: a copy that was written to where sf_private_copies_place() said
 *
 * From now on the copy can be read only, so that nobody writes into it what would be lost.
 */
void sf_private_copies_seal (const char *path);

/* Takes away those of this opening of the workbook. */
void sf_private_copies_remove (SfWorkbook *self);

/**
 * sf_private_copies_remove_all_of:
 * @workbook: a workbook's UUID
 * @error: return location for an #SfError
 *
 * Takes away all private copies of a workbook, whoever has it open: for erasing. A program that
 * shows one keeps what it has read. May be called on any thread.
 *
 * Returns: whether none is left
 */
gboolean sf_private_copies_remove_all_of (const SfUuid *workbook, GError **error);

/* Takes away those whose makers are gone. */
void sf_private_copies_sweep (void);

G_END_DECLS
