/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-report-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfReportChoiceCard:
 *
 * The card that says for whom a report is, and how it is made. What is chosen is kept in the centre
 * file at once.
 *
 * Signal: "audience-changed": another audience was chosen.
 */
#define SF_TYPE_REPORT_CHOICE_CARD (sf_report_choice_card_get_type ())
G_DECLARE_FINAL_TYPE (SfReportChoiceCard, sf_report_choice_card, SF, REPORT_CHOICE_CARD, AdwBin)

GtkWidget *sf_report_choice_card_new (SfContext *context);
SfAudience sf_report_choice_card_get_audience (SfReportChoiceCard *self);
void sf_report_choice_card_set_audience (SfReportChoiceCard *self, SfAudience audience);

/* @problem: (nullable): why there are no pages */
void sf_report_choice_card_show (SfReportChoiceCard *self, SfReportWork *work, const char *problem);

G_END_DECLS
