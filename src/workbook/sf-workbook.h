/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SfWorkbook:
 *
 * An open workbook: the model in memory, the one writer, the file. All of its functions are
 * called on the thread that opened it, whose main context must run for changes to arrive;
 * sf_workbook_sync() waits without one.
 *
 * Properties, all readable and notified: "can-undo", "can-redo" (boolean), "undo-label",
 * "redo-label" (string: what would be undone; or, where there is nothing, why not), "save-error"
 * (string: a sentence while something could not be written, otherwise NULL), "writer" (the
 * SfContributor who is writing, NULL for the head on behalf of the centre), "read-only"
 * (boolean: may become FALSE when another program that had the file lets it go).
 *
 * Signals: "pending-changed" (SfRecord *record, const char *column): a pending edit or a draft of
 * that field came or went, or is about to be shown otherwise than the record.
 */
#define SF_TYPE_WORKBOOK (sf_workbook_get_type ())
G_DECLARE_FINAL_TYPE (SfWorkbook, sf_workbook, SF, WORKBOOK, GObject)

typedef enum
{
  SF_OPEN_DEFAULT = 0,
  SF_OPEN_READ_ONLY = 1 << 0, /* do not write, whatever the file allows */
  SF_OPEN_FALL_BACK = 1 << 1, /* read only if the file is in use or cannot be written */
  /* readings of measures come with sf_workbook_load_readings(), unless it is only read: for a
   * window that shall be there soon */
  SF_OPEN_READINGS_LATER = 1 << 2,
} SfOpenFlags;

#define SF_WORKBOOK_SUFFIX ".sixfold"

/* --- the file ---------------------------------------------------------------------------- */

SfWorkbook *sf_workbook_create (const char *path, GError **error);
SfWorkbook *sf_workbook_open (const char *path, SfOpenFlags flags, GError **error);
gboolean sf_workbook_close (SfWorkbook *self, GError **error);

const char *sf_workbook_get_path (SfWorkbook *self);
/* of the centre file, whatever it is called and wherever it lies */
const SfUuid *sf_workbook_get_uuid (SfWorkbook *self);
SfModel *sf_workbook_get_model (SfWorkbook *self);
gboolean sf_workbook_get_read_only (SfWorkbook *self);
/* why it is read-only, as a sentence; who has it, if somebody has; NULL if it can be written */
const char *sf_workbook_get_read_only_reason (SfWorkbook *self);
void sf_workbook_set_writer (SfWorkbook *self, SfContributor *contributor);
SfContributor *sf_workbook_get_writer (SfWorkbook *self);

/* --- steps ------------------------------------------------------------------------------- */

/* Takes @step. Returns at once; a failure shows in "save-error" and keeps the edit pending. */
void sf_workbook_submit (SfWorkbook *self, SfStep *step);
/* While @beginning, what is asked for cannot be undone: what a new file is filled with is where its
 * history begins, not something that a person did. */
void sf_workbook_set_beginning (SfWorkbook *self, gboolean beginning);
/* Waits until everything asked for is on disk and in the model, or says what could not be. */
gboolean sf_workbook_sync (SfWorkbook *self, GError **error);
/* Tries once more to write what is pending. */
void sf_workbook_retry (SfWorkbook *self);
/* Lets go what could not be written, so that the workbook can be closed. */
void sf_workbook_give_up (SfWorkbook *self);

gboolean sf_workbook_get_can_undo (SfWorkbook *self);
gboolean sf_workbook_get_can_redo (SfWorkbook *self);
/* The record that undo would change first, so that the window can go there; NULL if gone. */
void sf_workbook_undo (SfWorkbook *self);
void sf_workbook_redo (SfWorkbook *self);
/* Emitted by the signal "replayed" (SfRecord *record or NULL, const char *column or NULL, const
 * char *label) after an undo or redo: where the window should go and what it says. */

/* --- drafts and pending edits ------------------------------------------------------------- */

/* Text being typed: on disk as a draft within 700 ms, a step when committed, after 30 s of rest,
 * or at closing. */
void sf_workbook_draft_text (SfWorkbook *self, SfRecord *record, guint column, const char *text);
/* The field is left: the draft, if any, becomes one step. */
void sf_workbook_commit_draft (SfWorkbook *self, SfRecord *record, guint column);
void sf_workbook_commit_all_drafts (SfWorkbook *self);
gboolean sf_workbook_has_draft (SfWorkbook *self, SfRecord *record, guint column);
/* What a form shows for a field: the draft, a pending edit, otherwise the record's value.
 * Returns: (transfer full) (nullable) */
char *sf_workbook_dup_shown_text (SfWorkbook *self, SfRecord *record, guint column);
/* The same for a whole number (SF_NULL_INT for none) and a number (NaN for none). */
gint64 sf_workbook_get_shown_int (SfWorkbook *self, SfRecord *record, guint column);
double sf_workbook_get_shown_real (SfWorkbook *self, SfRecord *record, guint column);
guint sf_workbook_count_pending (SfWorkbook *self);
const char *sf_workbook_get_save_error (SfWorkbook *self);

/* --- history ------------------------------------------------------------------------------ */

/**
 * SfHistoryEntry:
 *
 * One step as history shows it. Owned by the array it came in.
 */
typedef struct
{
  gint64 id;
  gint64 at; /* UTC ms */
  char *label;
  char *kind;         /* "edit", "undo", "redo", "barrier" */
  char *contributor;  /* name, or NULL for the head */
  GPtrArray *changes; /* of SfHistoryChange */
} SfHistoryEntry;

typedef struct
{
  char *record_table;
  SfUuid record;
  char *operation;   /* "set", "insert", "delete" */
  char *field;       /* column, NULL unless set */
  char *field_label; /* translated */
  char *old_text;    /* for showing, NULL if none */
  char *new_text;
} SfHistoryChange;

/* Newest first, at most @limit, older than step @before (0: all); @record NULL: of everything.
 * The callback gets a GPtrArray of SfHistoryEntry from the finish function. */
void sf_workbook_load_history (SfWorkbook *self,
                               SfRecord *record,
                               gint64 before,
                               guint limit,
                               GAsyncReadyCallback callback,
                               gpointer data);
GPtrArray *sf_workbook_load_history_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
GPtrArray *sf_workbook_load_history_sync (
    SfWorkbook *self, SfRecord *record, gint64 before, guint limit, GError **error);

G_END_DECLS
