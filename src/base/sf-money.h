/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Money is whole pence, in the file and in memory; what is typed and read is pounds. */

/* A centre's budget has six digits: what is above this was mistyped. */
#define SF_MONEY_MAX G_GINT64_CONSTANT (99999999999)

/**
 * sf_money_parse:
 * @text: what somebody typed: "£1,250.50", "1250.5", "£ 800"
 * @pence: (out): the amount in pence
 * @error: return location for an #SfError
 *
 * A pound sign and spaces are let be. A comma stands between thousands only ("12,50" could be
 * either, so it is refused), and there are at most two digits after the point.
 *
 * Returns: whether it is an amount, not less than nothing
 */
gboolean sf_money_parse (const char *text, gint64 *pence, GError **error);

/**
 * sf_money_format:
 *
 * Returns: (transfer full): "£1,250.50"; whole pounds without pence: "£800"
 */
char *sf_money_format (gint64 pence);

/**
 * sf_money_add:
 *
 * Returns: the sum; the largest number where it would be larger than any
 */
gint64 sf_money_add (gint64 a, gint64 b);

G_END_DECLS
