/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_head_ask_lock:
 * @parent: a widget in the window
 *
 * The window that locks what is judged of the head in the evaluation that is shown: what it means,
 * what happens if the passphrase is forgotten, the passphrase twice. The first time the employer's
 * key is made before anything else.
 */
void sf_head_ask_lock (GtkWidget *parent, SfContext *context);

G_END_DECLS
