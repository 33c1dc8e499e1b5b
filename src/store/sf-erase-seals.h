/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-erase.h"

G_BEGIN_DECLS

/* Erasing in what seals keep, in a file or in a copy of a backup: values and salts of what was
 * sealed, and the pages that print them. Digests stay, so the seal still verifies. The temporary
 * tables are those of sf-erase.c. */

/* Digests of pages that were destroyed, in this file. */
gboolean sf_erase_read_reports (SfSql *sql, GPtrArray *digests, GError **error);

/* Lists in temp.erased_report the pages that go, and in temp.kept_report those that stay. */
gboolean sf_erase_list_reports (SfSql *sql, GPtrArray *erasures, GError **error);

/* After temp.erased is filled: takes values, salts and words away, and lists the contents. */
gboolean sf_erase_seals (SfSql *sql, GError **error);

/* Whether there is anything of it. */
gboolean sf_erase_seals_needed (SfSql *sql, gboolean *needed, GError **error);

G_END_DECLS
