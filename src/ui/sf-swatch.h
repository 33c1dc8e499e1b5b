/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSwatch:
 *
 * A small square in one of two colours: on light backgrounds and on dark ones. It is as big as
 * the text beside it, and only an ornament: a word stands beside it.
 */
#define SF_TYPE_SWATCH (sf_swatch_get_type ())
G_DECLARE_FINAL_TYPE (SfSwatch, sf_swatch, SF, SWATCH, GtkWidget)

/* "#rrggbb" each */
GtkWidget *sf_swatch_new (const char *colour, const char *dark_colour);

G_END_DECLS
