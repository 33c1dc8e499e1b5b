/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "store/sf-file-check.h"

G_BEGIN_DECLS

/* What can still be read of a damaged centre file, or a file that somebody sent, goes row by row
 * into a new file of our own schema, whose rules turn away what cannot be. The file read is never
 * written, and nothing in it is run. */

/* @lost: (element-type utf8): a sentence for each thing that could not be kept is added */
gboolean sf_salvage_file (const char *from, const char *to, GPtrArray *lost, GError **error);

G_END_DECLS
