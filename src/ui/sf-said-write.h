/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-uuid.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfSaidWrite:
 * @objective: (nullable): of which objective; %NULL for the record itself
 * @field: an #SfObjectiveField or an #SfPerformanceField
 * @text: (nullable): what shall be said there
 *
 * How the parts of a confidential record's form write: through the form that they are in.
 */
typedef gboolean (*SfSaidWrite) (
    gpointer data, const SfUuid *objective, guint field, const char *text, GError **error);

G_END_DECLS
