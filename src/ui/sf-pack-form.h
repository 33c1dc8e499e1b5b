/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sf-pack-plan.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfPackForm:
 *
 * Asks for whom an evidence pack shall be and what goes along, and says what that comes to.
 *
 * Signal: "planned": something was ticked, or the evidence changed.
 */
#define SF_TYPE_PACK_FORM (sf_pack_form_get_type ())
G_DECLARE_FINAL_TYPE (SfPackForm, sf_pack_form, SF, PACK_FORM, GtkBox)

GtkWidget *sf_pack_form_new (SfContext *context);

/* (transfer none) (nullable): what is ticked, as a plan; it lives until "planned" */
SfPackPlan *sf_pack_form_get_plan (SfPackForm *self);
gboolean sf_pack_form_get_wants_zip (SfPackForm *self);

/* While @fixed the plan stays as it is, for it is being carried out. */
void sf_pack_form_set_fixed (SfPackForm *self, gboolean fixed);

G_END_DECLS
