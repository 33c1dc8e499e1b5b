/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-framework-parts.h"
#include "model/sf-action-state.h"
#include "report/sf-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfMarkImage:
 *
 * A shape as big as the text beside it, in the colour of the text: the star, disc, half disc and
 * crossed ring of levels and the marks of statuses, drawn from the same paths as in the report.
 * It never has a name of its own for a screen reader: the word stands beside it.
 */
#define SF_TYPE_MARK_IMAGE (sf_mark_image_get_type ())
G_DECLARE_FINAL_TYPE (SfMarkImage, sf_mark_image, SF, MARK_IMAGE, GtkWidget)

GtkWidget *sf_mark_image_new (SfShape shape);
void sf_mark_image_set_shape (SfMarkImage *self, SfShape shape);
SfShape sf_mark_image_get_shape (SfMarkImage *self);

/**
 * sf_mark_snapshot:
 * @bounds: a square
 * @colour: its colour
 *
 * Draws a shape, for a widget that draws itself.
 */
void sf_mark_snapshot (GtkSnapshot *snapshot,
                       SfShape shape,
                       const graphene_rect_t *bounds,
                       const GdkRGBA *colour);

/**
 * sf_mark_shape_of_level:
 * @level: (nullable): a level, or %NULL for "not judged yet"
 *
 * Returns: the shape that stands for it; %SF_SHAPE_NONE for a level of a scale in words
 */
SfShape sf_mark_shape_of_level (SfLevel *level);

/* The same for an action of the plan. */
SfShape sf_mark_shape_of_action (SfActionState state);
SfTone sf_mark_tone_of_action (SfActionState state);

/* The shape and the colour of a target's status. */
SfShape sf_mark_shape_of_status (SfTargetStatus status);
SfTone sf_mark_tone_of_status (SfTargetStatus status);

/**
 * sf_mark_class_of_tone:
 *
 * Returns: (nullable): the style class that colours a mark and its word: "tone-best", "tone-good",
 *   "tone-warn", "tone-poor", or %NULL for none
 */
const char *sf_mark_class_of_tone (SfTone tone);

/* Mixes @colour, that of the text, with @tone, as the style sheet's classes do: for a widget that
 * draws itself. */
void sf_mark_mix_tone (GdkRGBA *colour, SfTone tone);

/**
 * sf_mark_set_tone:
 * @widget: any widget
 *
 * Gives @widget the style class of @tone and takes those of the other tones away.
 */
void sf_mark_set_tone (GtkWidget *widget, SfTone tone);

G_END_DECLS
