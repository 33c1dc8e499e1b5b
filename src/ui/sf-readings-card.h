/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfReadingsCard:
 *
 * The figures of a measure as a small spreadsheet, a window of periods on it at a time: typed,
 * pasted from a real spreadsheet, or taken from a file; and where the one under the cursor is from.
 *
 * Signal "window-changed": other periods are asked for; sf_readings_card_show() shall be called
 * with them.
 */
#define SF_TYPE_READINGS_CARD (sf_readings_card_get_type ())
G_DECLARE_FINAL_TYPE (SfReadingsCard, sf_readings_card, SF, READINGS_CARD, GtkBox)

GtkWidget *sf_readings_card_new (SfContext *context);

/**
 * sf_readings_card_find_window:
 * @today: ISO 8601
 * @back: (out): how many periods before the latest one the window ends
 * @n: (out): how many it shows; both as in sf_outcome_list_window()
 *
 * Which periods of @outcome shall be shown next. At first those since the first figure.
 */
void sf_readings_card_find_window (
    SfReadingsCard *self, SfOutcome *outcome, const char *today, guint *back, guint *n);

/**
 * sf_readings_card_show:
 * @outcome: (transfer none): outlives the next call
 * @window: (element-type utf8): its periods; likewise
 */
void sf_readings_card_show (SfReadingsCard *self, SfOutcome *outcome, GPtrArray *window);

/* Lets go of what is shown. */
void sf_readings_card_clear (SfReadingsCard *self);

G_END_DECLS
