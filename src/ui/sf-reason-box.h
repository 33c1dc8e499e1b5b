/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-binding.h"
#include "ui/sf-held-list.h"

G_BEGIN_DECLS

/**
 * SfReasonBox:
 *
 * The question that stands under a field whose change is not written before a reason is given:
 * "Why is it changed?"
 */
#define SF_TYPE_REASON_BOX (sf_reason_box_get_type ())
G_DECLARE_FINAL_TYPE (SfReasonBox, sf_reason_box, SF, REASON_BOX, GtkBox)

/* @held: keeps what is written of the reason; it outlives the box
 * @control: of the field, which has the focus when the question is answered; likewise */
GtkWidget *
sf_reason_box_new (SfBinding *binding, SfHeldList *held, GtkWidget *control, const char *label);

/* Shows what was written so far of the reason for what the binding holds now; another record may
 * be shown. */
void sf_reason_box_show_kept (SfReasonBox *self);

G_END_DECLS
