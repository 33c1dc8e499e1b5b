/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"
#include "ui/sf-record-row.h"

G_BEGIN_DECLS

/* Fills in what a row says; its strings become the row's. */
typedef void (*SfRecordDescribe) (gpointer record, SfRecordText *text, gpointer data);

/**
 * SfRecordList:
 *
 * The records of a page in the order they are given, one of which is selected. Rows stay where
 * they are, with the focus and the selection, as long as their record is in the list.
 *
 * Rows are made for the first records, and for more of them before they come into sight.
 *
 * Signals: "record-selected" (SfRecord or NULL): another one is selected; "record-activated"
 * (SfRecord): it was clicked or Enter was pressed.
 */
#define SF_TYPE_RECORD_LIST (sf_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SfRecordList, sf_record_list, SF, RECORD_LIST, GtkWidget)

/**
 * sf_record_list_new:
 * @label: the list's name for a screen reader
 * @describe: says what a row shows
 * @data: for @describe; has to outlive the list
 *
 * Returns: (transfer floating): an empty list, scrolled
 */
GtkWidget *sf_record_list_new (const char *label, SfRecordDescribe describe, gpointer data);

/**
 * sf_record_list_set_records:
 * @records: (element-type SfRecord): in the order to show
 *
 * Adds, takes away and moves rows, and describes all of them again. If the selected record is not
 * among them, what came after it is selected, or else the last.
 */
void sf_record_list_set_records (SfRecordList *self, GPtrArray *records);

/* What is shown while the list has no rows; @widget nullable. */
void sf_record_list_set_placeholder (SfRecordList *self, GtkWidget *widget);

/* Selects and shows @record (nullable); FALSE if the list does not have it. */
gboolean sf_record_list_select (SfRecordList *self, gpointer record);
/* Selects the first row, if there is one. */
void sf_record_list_select_first (SfRecordList *self);
gpointer sf_record_list_get_selected (SfRecordList *self);
guint sf_record_list_get_n_records (SfRecordList *self);
/* Puts the focus on the selected row, or the first. FALSE if there is none. */
gboolean sf_record_list_focus (SfRecordList *self);

G_END_DECLS
