/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"

G_BEGIN_DECLS

/* What is printed of a target's values. A target has its own numbers, which somebody typed; but one
 * about a group or a measure of which a figure is not shown may say that very figure.
 *
 * A figure that is not shown is a target's own if the target's title, or what is measured, names
 * the figure's group, or names its measure and no group. In its place stands
 * sf_disclosure_get_mark(). A number that is merely the same is printed, and is on the check list.
 *
 * @outcomes is (element-type SfPublished): what the report shows of outcome data. */

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
