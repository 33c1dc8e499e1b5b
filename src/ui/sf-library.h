/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* The folder where centre files lie, and what is made there. */

/* Returns: (transfer full): "Sixfold" in the user's documents; it need not exist */
char *sf_library_dup_folder (void);

/**
 * sf_library_create_centre:
 * @name: the centre's name
 * @framework_id: what it is evaluated against
 * @today: ISO 8601; the first evaluation is the year from April that it lies in
 *
 * Makes a centre file in the folder, with the centre and its first evaluation. A file that is
 * there is never replaced: the new one gets a number.
 *
 * Returns: (transfer full) (nullable): the open workbook
 */
SfWorkbook *sf_library_create_centre (const char *name,
                                      const char *framework_id,
                                      const char *today,
                                      GError **error);

/**
 * sf_library_copy_example:
 *
 * Puts a copy of the example centre into the folder, unless one is there already.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *sf_library_copy_example (GError **error);

/**
 * sf_library_choose_path:
 * @folder: created if it is not there
 * @name: a name that a person wrote; what a file's name cannot hold is taken out
 *
 * Returns: (transfer full) (nullable): the path of a centre file that does not exist
 */
char *sf_library_choose_path (const char *folder, const char *name, GError **error);

/* --- files opened lately, latest first; the settings keep them ---------------------------- */

/* (transfer full) (array zero-terminated=1): paths; those that are gone are left out */
char **sf_library_list_recent (GSettings *settings);
void sf_library_add_recent (GSettings *settings, const char *path);
void sf_library_remove_recent (GSettings *settings, const char *path);
/* "Millbrook" for ".../Millbrook.sixfold" */
char *sf_library_dup_title (const char *path);

G_END_DECLS
