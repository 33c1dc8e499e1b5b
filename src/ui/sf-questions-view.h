/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfQuestionsView:
 *
 * The questions for the committee, one under the other, to answer beforehand or to withdraw. It
 * brings no scrolled window, so that it can stand on any page; it has to be refreshed after a
 * change of the model.
 */
#define SF_TYPE_QUESTIONS_VIEW (sf_questions_view_get_type ())
G_DECLARE_FINAL_TYPE (SfQuestionsView, sf_questions_view, SF, QUESTIONS_VIEW, GtkBox)

GtkWidget *sf_questions_view_new (SfContext *context);
void sf_questions_view_refresh (SfQuestionsView *self);

G_END_DECLS
