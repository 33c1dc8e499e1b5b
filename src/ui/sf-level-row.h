/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework-parts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfLevelRow:
 *
 * The levels of a scale side by side, of which one is chosen or none. It is one stop for Tab; the
 * arrow keys, Home and End move inside it without choosing, Space or Enter chooses, and so does
 * the digit of a level. The descriptor of the level that has the focus, or else of the chosen
 * one, stands beneath.
 *
 * It writes nothing: the signal "level-chosen" (gint64 level) asks whoever owns it to, and
 * sf_level_row_set_level() shows the result.
 */
#define SF_TYPE_LEVEL_ROW (sf_level_row_get_type ())
G_DECLARE_FINAL_TYPE (SfLevelRow, sf_level_row, SF, LEVEL_ROW, GtkWidget)

GtkWidget *sf_level_row_new (void);

/**
 * sf_level_row_set_scale:
 * @scale: (nullable): the scale; its framework must outlive the row or the next call
 *
 * Builds the buttons again, unless @scale is the one that is shown.
 */
void sf_level_row_set_scale (SfLevelRow *self, SfScale *scale);

/**
 * sf_level_row_set_level:
 * @level: the chosen level, or %SF_NULL_INT for none; one that the scale lacks counts as none
 */
void sf_level_row_set_level (SfLevelRow *self, gint64 level);
gint64 sf_level_row_get_level (SfLevelRow *self);

/**
 * sf_level_row_set_label:
 * @label: what is judged ("Grade of this statement"): the row's name for a screen reader
 */
void sf_level_row_set_label (SfLevelRow *self, const char *label);

/**
 * sf_level_row_choose:
 * @nth: which level, from 0 for the best
 *
 * As if that level had been clicked.
 *
 * Returns: %FALSE if the row has no such level or cannot be changed now
 */
gboolean sf_level_row_choose (SfLevelRow *self, guint nth);

/**
 * sf_level_row_enter:
 *
 * Puts the focus on the chosen level, or else on the best one.
 *
 * Returns: %FALSE if there is none, or nothing can be changed now
 */
gboolean sf_level_row_enter (SfLevelRow *self);

G_END_DECLS
