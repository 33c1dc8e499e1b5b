/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-finder.h"

G_BEGIN_DECLS

/**
 * SfSearchPopover:
 *
 * Searches the whole workbook and goes to what is chosen.
 */
#define SF_TYPE_SEARCH_POPOVER (sf_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (SfSearchPopover, sf_search_popover, SF, SEARCH_POPOVER, SfFinder)

/* Returns: (transfer floating): for a menu button of the window */
GtkWidget *sf_search_popover_new (SfContext *context);

G_END_DECLS
