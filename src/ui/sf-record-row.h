/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-mark.h"

G_BEGIN_DECLS

/**
 * SfRecordText:
 * @title: the first line
 * @subtitle: (nullable): the second; of several lines, if it has line ends
 * @chip: (nullable): a word at the end
 * @shape: the mark before that word
 * @tone: its colour
 * @is_heading: the rows after it belong to it, and stand in a little
 *
 * What a row says of its record.
 */
typedef struct
{
  char *title;
  char *subtitle;
  char *chip;
  SfShape shape;
  SfTone tone;
  gboolean is_heading;
} SfRecordText;

void sf_record_text_clear (SfRecordText *text);

/**
 * SfRecordRow:
 *
 * What stands in a row of an SfRecordList, drawn by itself: a title of at most three lines, a line
 * beneath it, and a mark with its word at the end, or beneath where there is no room beside. Labels
 * would lay their words out many times over before they are shown; here each text is laid out once
 * for a width. It has no name for a screen reader: its row has.
 */
#define SF_TYPE_RECORD_ROW (sf_record_row_get_type ())
G_DECLARE_FINAL_TYPE (SfRecordRow, sf_record_row, SF, RECORD_ROW, GtkWidget)

/* Returns: (transfer floating): a row that says nothing yet */
GtkWidget *sf_record_row_new (void);

/**
 * sf_record_row_set_text:
 * @text: (transfer full): what it says; empty afterwards
 */
void sf_record_row_set_text (SfRecordRow *self, SfRecordText *text);

G_END_DECLS
