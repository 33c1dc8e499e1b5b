/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-binding.h"

G_BEGIN_DECLS

/**
 * SfReasonBox:
 *
 * The question that stands under a field whose change is not written before a reason is given:
 * "Why is it changed?"
 */
#define SF_TYPE_REASON_BOX (sf_reason_box_get_type ())
G_DECLARE_FINAL_TYPE (SfReasonBox, sf_reason_box, SF, REASON_BOX, GtkBox)

/* @control: of the field, which has the focus when the question is answered; it outlives the box */
GtkWidget *sf_reason_box_new (SfBinding *binding, GtkWidget *control, const char *label);

/* Another record is shown: what was written of a reason was of the one before. */
void sf_reason_box_empty (SfReasonBox *self);

G_END_DECLS
