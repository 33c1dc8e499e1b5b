/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SfRecoveryFunc) (gpointer data);

/**
 * sf_recovery_ask:
 * @replace: for a file that has a key: it is asked for, and gives way to the new one
 * @func: (nullable): told when the file knows the key, and only if @data (an object) still is
 *
 * The window that makes the employer's recovery key: it is shown, printed, and somebody reads a
 * part of it from the paper before the file takes it. Closed before that, nothing was done.
 */
void sf_recovery_ask (
    GtkWidget *parent, SfContext *context, gboolean replace, SfRecoveryFunc func, gpointer data);

G_END_DECLS
