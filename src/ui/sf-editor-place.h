/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SfEditorPlace:
 *
 * Where in an editor somebody is at work, so that it is the same place in the next one.
 */
typedef enum
{
  SF_PLACE_NONE,
  SF_PLACE_LEVEL,
  SF_PLACE_STRENGTHS,
  SF_PLACE_IMPROVEMENTS,
  SF_PLACE_DIFFERENCE,
} SfEditorPlace;

G_END_DECLS
