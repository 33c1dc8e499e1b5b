/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Crockford's base 32: figures and capitals without I, L, O and U, for what is read aloud, written
 * down and typed again. Five bits a symbol. */

extern const char sf_crockford_alphabet[33];

/* Returns: from 0 to 31, case and the usual slips (O for 0, I and L for 1) forgiven; -1 for what is
 * none of the symbols */
int sf_crockford_find (gunichar c);

/* Whether it may stand between two symbols and says nothing: blanks, dashes, full stops. */
gboolean sf_crockford_is_between (gunichar c);

G_END_DECLS
