/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes libsodium ready; every function that uses it directly or not calls this first. */
void sf_crypt_ensure (void);

G_END_DECLS
