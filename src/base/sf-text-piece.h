/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sf_text_cut_piece:
 * @text: what a person wrote, UTF-8
 * @start, @length: what is shown of it, in bytes
 *
 * Returns: (transfer full): that with some words of its sentence around it: "…only 3 fathers came
 * to the…"
 */
char *sf_text_cut_piece (const char *text, gsize start, gsize length);

G_END_DECLS
