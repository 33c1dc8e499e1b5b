/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-mark.h"

G_BEGIN_DECLS

/**
 * SfChip:
 *
 * A grade or a status in a small rounded field: a mark and a word. Its words are its name for a
 * screen reader. It cannot be clicked.
 */
#define SF_TYPE_CHIP (sf_chip_get_type ())
G_DECLARE_FINAL_TYPE (SfChip, sf_chip, SF, CHIP, GtkWidget)

GtkWidget *sf_chip_new (void);

/**
 * sf_chip_set:
 * @shape: the mark; %SF_SHAPE_NONE for none
 * @tone: the colour; %SF_TONE_NONE for a quiet grey
 * @text: the word beside the mark, always needed
 */
void sf_chip_set (SfChip *self, SfShape shape, SfTone tone, const char *text);

/**
 * sf_chip_set_level:
 * @level: (nullable): a level, or %NULL, which shows "Not judged yet"
 *
 * Shows a level: "2 Good" with its mark, or its word alone where the scale is one of words.
 */
void sf_chip_set_level (SfChip *self, SfLevel *level);

/* Shows where a target stands. */
void sf_chip_set_status (SfChip *self, SfTargetStatus status);

/**
 * sf_chip_set_flat:
 * @flat: whether the chip has no field around it, as in the rows of a list
 */
void sf_chip_set_flat (SfChip *self, gboolean flat);
const char *sf_chip_get_text (SfChip *self);

G_END_DECLS
