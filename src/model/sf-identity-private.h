/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-identity-text.h"

G_BEGIN_DECLS

void sf_identity_add_hit (GArray *hits, SfIdentityKind kind, gsize start, gsize length);

/* Adds what has a form: all kinds but names. */
void sf_identity_find_forms (const char *text, GArray *hits);

G_END_DECLS
