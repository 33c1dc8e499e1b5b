/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sf-readings-import.h"

G_BEGIN_DECLS

/* Figures as spreadsheets write them. */

/**
 * sf_figure_parse_count:
 * @text: a whole number: "1204", "1,204", "1 204", "1204.00"
 * @number: (out): the number; %SF_NULL_INT where the text is blank
 * @kind: (out): why it is none
 *
 * Returns: (transfer full) (nullable): what is wrong with it, in a sentence; %NULL if it is a
 *   number or blank
 */
char *sf_figure_parse_count (const char *text, gint64 *number, SfImportFaultKind *kind);

/**
 * sf_figure_parse_value:
 * @unit: (nullable): that of the measure; where it is "%", the sign may stand behind the figure
 * @value: (out): the number; NaN where the text is blank
 * @kind: (out): why it is none
 *
 * Returns: (transfer full) (nullable): likewise
 */
char *
sf_figure_parse_value (const char *text, const char *unit, double *value, SfImportFaultKind *kind);

G_END_DECLS
