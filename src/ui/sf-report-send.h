/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Told when the e-mail program has it: it is out of our hands then. */
typedef void (*SfSentFunc) (gpointer data);

/**
 * sf_report_send:
 * @parent: in whose window it is asked
 * @kind: what the name of the file says after the centre's: "report"
 * @list: the pages
 * @sealed: (nullable): a PDF that goes as it is, in place of them
 * @sent: (nullable): called at most once
 * @data: for @sent; freed by @destroy in any case
 *
 * Gives a PDF to the user's e-mail program, through the portal, as a letter that is still to be
 * addressed and sent. Where there is no such program it says so, and what to do.
 */
void sf_report_send (GtkWidget *parent,
                     SfContext *context,
                     const char *kind,
                     SfDisplayList *list,
                     GBytes *sealed,
                     SfSentFunc sent,
                     gpointer data,
                     GDestroyNotify destroy);

G_END_DECLS
