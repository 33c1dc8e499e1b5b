/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-store.h"

G_BEGIN_DECLS

/* Whether a value of a record is still the one that the program put there by itself. */

/* @untouched: (out): whether one step made both records, and none since has changed @field of the
 * first, taken it away or brought it back. So it holds what was guessed when a file was attached,
 * and nobody has looked at it and decided otherwise. */
gboolean sf_untouched_ask (SfStore *store,
                           const SfUuid *record,
                           const SfUuid *made_with,
                           const char *field,
                           gboolean *untouched,
                           GError **error);

G_END_DECLS
