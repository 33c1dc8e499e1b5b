/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-report-work.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sf_report_statements_present:
 * @parent: in whose window it is asked
 * @work: a job description or a person specification
 *
 * A window in which the statements of a job description are chosen, or those of a person
 * specification with what is required and how it is assessed. Each choice is kept at once.
 */
void sf_report_statements_present (GtkWidget *parent, SfReportWork *work);

G_END_DECLS
