/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* What is said goes out field by field. Whoever listens may be gone: then there is nobody to tell,
 * and the helper ends. */

void sf_reply_begin (void);
void sf_reply_field (SfPreviewField field, gconstpointer data, gsize length);
/* Bytes of any number, in as many pieces as they need. */
void sf_reply_pieces (SfBytes bytes);
void sf_reply_look (const SfLook *look);
void sf_reply_end (void);

G_END_DECLS
