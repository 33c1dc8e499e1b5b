/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called when a file was made that can be opened in place of the one that could not. */
typedef void (*SfOpenInsteadFunc) (const char *path, gpointer data);

/**
 * sf_opening_failed:
 * @path: the file
 * @error: why it could not be opened
 * @func: called at most once
 * @data: (transfer full): a GObject, released after @func or when nothing is to be opened
 *
 * Says why; for a damaged file offers its newest good backup, or to save what can be read in a new
 * file. The damaged file is left as it is.
 */
void sf_opening_failed (GtkWidget *parent,
                        const char *path,
                        const GError *error,
                        SfOpenInsteadFunc func,
                        gpointer data);

G_END_DECLS
