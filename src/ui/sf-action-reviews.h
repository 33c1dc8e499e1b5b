/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-action.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfActionReviews:
 *
 * Where an action of the plan stands, by itself and in the words of those who looked at it.
 */
#define SF_TYPE_ACTION_REVIEWS (sf_action_reviews_get_type ())
G_DECLARE_FINAL_TYPE (SfActionReviews, sf_action_reviews, SF, ACTION_REVIEWS, GtkBox)

GtkWidget *sf_action_reviews_new (SfContext *context);
/* @action: (nullable); called with the same one after each change of the model */
void sf_action_reviews_show (SfActionReviews *self, SfAction *action);

G_END_DECLS
