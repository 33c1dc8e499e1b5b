/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* Taking out of pictures and films where, when and with what they were taken. The picture itself is
 * not unpacked: its bytes go over as they are. */

/* Says the bytes of the copy, or that it cannot be done. */
void sf_strip (SfBytes bytes);

/* Each appends to @copy what stays; FALSE where the bytes are not what they seem. */
gboolean sf_strip_jpeg (SfBytes bytes, GByteArray *copy);
gboolean sf_strip_png (SfBytes bytes, GByteArray *copy);
gboolean sf_strip_gif (SfBytes bytes, GByteArray *copy);
gboolean sf_strip_webp (SfBytes bytes, GByteArray *copy);

G_END_DECLS
