/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfWelcome:
 *
 * What a window shows before it has a centre file: three ways in, and the files opened lately.
 *
 * Signals: "create" (name, framework id), "open" (), "example" (), "open-recent" (path).
 */
#define SF_TYPE_WELCOME (sf_welcome_get_type ())
G_DECLARE_FINAL_TYPE (SfWelcome, sf_welcome, SF, WELCOME, AdwBin)

/* @settings: nullable; for the files opened lately */
GtkWidget *sf_welcome_new (GSettings *settings);
void sf_welcome_focus (SfWelcome *self);

G_END_DECLS
