/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "report/sf-display-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Printing: the very bytes of our PDF go to the printer as a file, through the platform's dialog
 * or, in a sandbox, through the Print portal. The pages are laid out anew for the paper that comes
 * back from it; A4 is what is proposed. */

/**
 * SfPrintCompose:
 * @width: of the paper, in points
 * @height: likewise
 *
 * Returns: (transfer full) (nullable): the pages, or %NULL with @error
 */
typedef SfDisplayList *(*SfPrintCompose) (double width,
                                          double height,
                                          gpointer data,
                                          GError **error);

/* Called once, with an error if printing failed; not at all if it was cancelled. */
typedef void (*SfPrintFunc) (const GError *error, gpointer data);

/**
 * SfPrintJob:
 * @title: what the printer calls it
 * @across: whether the paper lies across
 * @sealed: (nullable): a PDF that is printed as it is, whatever the paper; @compose is not asked
 * @compose: makes the pages
 * @done: (nullable): is told how it ended
 * @data: (transfer full): for both
 * @destroy: (nullable): frees @data
 */
typedef struct
{
  const char *title;
  gboolean across;
  GBytes *sealed;
  SfPrintCompose compose;
  SfPrintFunc done;
  gpointer data;
  GDestroyNotify destroy;
} SfPrintJob;

/**
 * sf_report_print:
 * @parent: (nullable): the window
 * @job: copied
 *
 * Asks for a printer and prints; returns at once.
 */
void sf_report_print (GtkWindow *parent, const SfPrintJob *job);

G_END_DECLS
