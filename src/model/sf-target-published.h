/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-outcome-published.h"

G_BEGIN_DECLS

/* What is printed of a target's values. A target has its own numbers, which somebody typed; but one
 * about a group or a measure of which a figure is not shown may say that very figure.
 *
 * A figure that is not shown is a target's own if the target is tied to its measure and group
 * (sf_workbook_tie_target()), and to no others then. Where it is tied to no group, or to nothing,
 * it goes by words: the target's title, or what is measured, names the figure's group, or, tied to
 * nothing, is about it (sf_published_is_about()). In place of a value that says it, or what it
 * leaves of the whole (37 of 40), or the rounded percentage of either, stands
 * sf_disclosure_get_mark(); a bare number is held against percentages too. A number that is merely
 * the same is printed, and is on the check list.
 *
 * Of a target that is tied to a group, values of 1 to 4 and percentages of so few are not printed
 * either, whichever period they were counted in: its beginning and its readings, not its goal.
 *
 * @outcomes is (element-type SfPublished): what the report shows of outcome data. */

/**
 * sf_published_is_about:
 * @key: a cell of sf_published_get_disclosure()
 *
 * Returns: whether @text names the figure's group of families, or its measure and no group
 */
gboolean sf_published_is_about (SfPublished *published, const char *key, const char *text);

/**
 * sf_target_is_hidden:
 * @text: a value of the target, as it would be printed
 *
 * Returns: whether it repeats a figure of its own that is not shown
 */
gboolean sf_target_is_hidden (SfTarget *target, GPtrArray *outcomes, const char *text);

/* (transfer full): sf_target_format_value(), or the mark */
char *sf_target_publish_value (SfTarget *target, GPtrArray *outcomes, double value);

/* (transfer full): sf_target_to_text() with marks */
char *sf_target_publish_text (SfTarget *target, GPtrArray *outcomes);

/* (transfer full) (nullable): sf_target_reading_to_text(), or the mark on that day */
char *sf_target_publish_reading (SfModel *model,
                                 SfTarget *target,
                                 GPtrArray *outcomes,
                                 const char *today);

/* (transfer full): sf_target_change_to_text() with marks */
char *sf_target_publish_change (SfTarget *target, GPtrArray *outcomes, SfTargetChange *change);

G_END_DECLS
