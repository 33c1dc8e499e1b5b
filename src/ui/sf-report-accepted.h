/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-report-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfReportAccepted:
 *
 * The card for what comes of a report at its meeting: that it was presented, its sign-off, and once
 * it is sealed its fingerprint and its pages as they were sealed.
 */
#define SF_TYPE_REPORT_ACCEPTED (sf_report_accepted_get_type ())
G_DECLARE_FINAL_TYPE (SfReportAccepted, sf_report_accepted, SF, REPORT_ACCEPTED, AdwBin)

/* Whether what may identify somebody is settled, so that the pages can be sealed. */
typedef gboolean (*SfAcceptedMay) (gpointer data);

GtkWidget *sf_report_accepted_new (SfContext *context, SfAcceptedMay may, gpointer data);
void sf_report_accepted_show (SfReportAccepted *self, SfReportWork *work);

/* Saves them, as they were sealed; %FALSE as below. */
gboolean sf_report_accepted_save (SfReportAccepted *self);

/* (transfer full) (nullable): the bytes of the pages, where the evaluation is sealed now */
GBytes *sf_report_accepted_dup_pages (SfReportAccepted *self);

/* Prints the pages of the newest seal to the letter; %FALSE where the evaluation has none that
 * holds now. */
gboolean sf_report_accepted_print (SfReportAccepted *self);

G_END_DECLS
