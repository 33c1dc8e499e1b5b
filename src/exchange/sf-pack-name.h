/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of files in a pack: made of titles that anybody may have written, read on any system. */

/* Bytes of a name at most, its ending included: paths stay under the 260 letters of Windows. */
#define SF_PACK_NAME_LIMIT 120

/**
 * sf_pack_name_make:
 * @code: (nullable): a statement's code, which the name begins with
 * @title: what it is called
 * @part: (nullable): tells files of one title apart
 * @file_name: its ending is kept: ".pdf"
 *
 * Makes one name without folders, that neither Linux nor Windows nor a ZIP takes for anything else:
 * no characters that are forbidden somewhere, turn the writing round or cannot be seen, no name
 * that Windows keeps for itself, no dot or space at its ends.
 *
 * Returns: (transfer full): "LLD-S1 Parents survey spring 2026.pdf"
 */
char *
sf_pack_name_make (const char *code, const char *title, const char *part, const char *file_name);

/**
 * sf_pack_name_make_unique:
 * @taken: names that are taken, folded; the new one is added
 *
 * Capitals and ways to compose a letter tell no names apart: on some systems they do not.
 *
 * Returns: (transfer full): @name, or "… (2).pdf" where it is taken
 */
char *sf_pack_name_make_unique (const char *name, GHashTable *taken);

/**
 * sf_pack_name_is_safe:
 * @path: of an entry of a pack that anybody may have made, with "/" between its parts
 *
 * Returns: whether it leads to a place inside the folder that it is read against, and can be shown
 */
gboolean sf_pack_name_is_safe (const char *path);

G_END_DECLS
