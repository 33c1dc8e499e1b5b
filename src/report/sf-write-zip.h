/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sf_write_zip:
 * @names: (array length=n): of the files in it
 * @parts: (array length=n): what they hold; borrowed
 * @first_stored: whether the first is not compressed, as OpenDocument has it
 *
 * Packs files in the order given; the same files give the same bytes.
 *
 * Returns: (transfer full) (nullable): the ZIP's bytes, or %NULL
 */
GBytes *
sf_write_zip (const char *const *names, GBytes *const *parts, guint n, gboolean first_stored);

G_END_DECLS
