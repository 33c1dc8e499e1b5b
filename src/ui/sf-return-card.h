/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_return_card_new:
 *
 * The exact counts of the year for the authority: a sentence, and a button that seals them to its
 * key and asks where to. Without a key it says where to get one.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *sf_return_card_new (SfContext *context);

G_END_DECLS
