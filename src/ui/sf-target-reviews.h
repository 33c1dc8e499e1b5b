/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfTargetReviews:
 *
 * How a target goes: its status, its chart or the table of it, its reviews, the oldest first, and a
 * form that adds one.
 */
#define SF_TYPE_TARGET_REVIEWS (sf_target_reviews_get_type ())
G_DECLARE_FINAL_TYPE (SfTargetReviews, sf_target_reviews, SF, TARGET_REVIEWS, GtkBox)

GtkWidget *sf_target_reviews_new (SfContext *context);

/* Shows @target (nullable), or shows it again after a change. */
void sf_target_reviews_show (SfTargetReviews *self, SfTarget *target);

G_END_DECLS
