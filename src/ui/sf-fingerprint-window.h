/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Check a fingerprint": says plainly whether paper, PDF and centre file agree. */
void sf_fingerprint_window_present (GtkWidget *parent, SfContext *context);

G_END_DECLS
