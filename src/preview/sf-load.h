/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "preview/sf-look.h"

G_BEGIN_DECLS

/* Readers for the commonest pictures that do their work right here. GdkPixbuf of today hands every
 * picture to another program, which it writes a file for and starts: the helper may do neither. So
 * it is asked only for what is not read here, and has an answer only where it is of the older kind.
 */

/* The largest picture of that shape in a square of @side; never larger than it is. */
void sf_load_fit (guint width, guint height, guint side, int *fit_width, int *fit_height);

/* (transfer full) (nullable) each: red, green and blue, on white, no side longer than @side; NULL
 * where the bytes are no such picture. What it measures was asked before. */
GdkPixbuf *sf_load_jpeg (SfBytes bytes, guint side);
GdkPixbuf *sf_load_png (SfBytes bytes, guint side);

G_END_DECLS
