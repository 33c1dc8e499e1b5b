/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-model.h"
#include "store/sf-store.h"

G_BEGIN_DECLS

/* What reports showed that have left the centre (model/sf-shown.h). It has no history: no undo
 * calls a report back. */

/**
 * sf_shown_figures_load:
 * @model: takes it up
 *
 * A file of an older schema that may only be read has none.
 */
gboolean sf_shown_figures_load (SfStore *store, SfModel *model, GError **error);

/**
 * sf_shown_figures_write:
 * @shown: (element-type SfShown): what a report showed
 * @way: how it left: "print", "report" or "list"
 *
 * In one transaction of its own.
 */
gboolean sf_shown_figures_write (SfStore *store, GPtrArray *shown, const char *way, GError **error);

G_END_DECLS
