/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @context nullable: then only what belongs to no centre file is shown. */
void sf_preferences_present (GtkWindow *parent, SfContext *context);

G_END_DECLS
