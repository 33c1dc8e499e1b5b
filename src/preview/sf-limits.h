/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last wall: what the helper may use, set by itself before it looks at a single byte. The
 * sandbox around it is the first. FALSE where one of them cannot be set. */
gboolean sf_limits_set (gsize file_size, guint seconds);

G_END_DECLS
