/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-judgement.h"
#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfNotApplicable:
 *
 * "Not applicable" with its reason, and "Clear", for one judgement. The reason is required: until
 * it is written, nothing has changed.
 *
 * Signals: "reason-given" (const char *reason): the statement does not apply, because of it; or the
 * reason is another one; "cleared": the judgement shall be as if nobody had made it.
 */
#define SF_TYPE_NOT_APPLICABLE (sf_not_applicable_get_type ())
G_DECLARE_FINAL_TYPE (SfNotApplicable, sf_not_applicable, SF, NOT_APPLICABLE, AdwBin)

/**
 * sf_not_applicable_show:
 * @judgement: (nullable): the judgement
 * @subject: its statement's code: when it is another one, what is half typed is dropped
 * @editable: whether it may be changed now
 */
void sf_not_applicable_show (SfNotApplicable *self,
                             SfJudgement *judgement,
                             const char *subject,
                             gboolean editable);

/* Hands over a reason that is typed, as leaving the entry does. */
void sf_not_applicable_commit (SfNotApplicable *self);

G_END_DECLS
