/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-finder.h"

G_BEGIN_DECLS

/**
 * SfEvidencePicker:
 *
 * A popover in which evidence that is there already is found by a few letters and picked for a
 * statement.
 */
#define SF_TYPE_EVIDENCE_PICKER (sf_evidence_picker_get_type ())
G_DECLARE_FINAL_TYPE (SfEvidencePicker, sf_evidence_picker, SF, EVIDENCE_PICKER, SfFinder)

GtkWidget *sf_evidence_picker_new (SfContext *context);
/* Evidence that is linked to @statement_code already is not offered. */
void sf_evidence_picker_set_statement (SfEvidencePicker *self, const char *statement_code);

G_END_DECLS
