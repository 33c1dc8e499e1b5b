/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-report-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfIdentityCard:
 *
 * A card that lists what may identify somebody in a report, one by one: each is mended where it was
 * written, or confirmed. It says that the program cannot find everything.
 */
#define SF_TYPE_IDENTITY_CARD (sf_identity_card_get_type ())
G_DECLARE_FINAL_TYPE (SfIdentityCard, sf_identity_card, SF, IDENTITY_CARD, AdwBin)

GtkWidget *sf_identity_card_new (void);

/* Shows what is in the pages of @work; the focus stays on the row that had it, or the next. */
void sf_identity_card_show (SfIdentityCard *self, SfReportWork *work);

/* Puts the focus on the first that nobody has confirmed. */
void sf_identity_card_focus_open (SfIdentityCard *self);

G_END_DECLS
