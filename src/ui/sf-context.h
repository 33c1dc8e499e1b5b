/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "framework/sf-wording-pack.h"
#include "ui/sf-held-list.h"
#include "workbook/sf-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SfContext:
 *
 * What every page and form part of one window shares: the open workbook, the evaluation that is
 * looked at, and the few things that only the window can do (go to another page, say something).
 * It holds no widgets; the window answers its signals.
 *
 * Properties: "workbook" (construct only), "evaluation" (SfEvaluation, NULL only while a centre
 * file has none). A page is built for one evaluation: when it changes, the window
 * throws its pages away and builds the one that is shown anew.
 *
 * Signals: "go" (page id, item or NULL), "go-field" (record, column of it), "say" (text, with
 * undo), "offer" (text, button, GClosure *, with undo), "report" (heading or NULL, GError *).
 */
#define SF_TYPE_CONTEXT (sf_context_get_type ())
G_DECLARE_FINAL_TYPE (SfContext, sf_context, SF, CONTEXT, GObject)

SfContext *sf_context_new (SfWorkbook *workbook) G_GNUC_WARN_UNUSED_RESULT;

/* All borrowed. */
SfWorkbook *sf_context_get_workbook (SfContext *self);
SfModel *sf_context_get_model (SfContext *self);
SfEvaluation *sf_context_get_evaluation (SfContext *self);
void sf_context_set_evaluation (SfContext *self, SfEvaluation *evaluation);
/* of the evaluation; NULL only without one */
SfFramework *sf_context_get_framework (SfContext *self);
SfCentre *sf_context_get_centre (SfContext *self);
/* the wording chosen in the preferences for that framework, NULL if none */
SfWordingPack *sf_context_get_wording_pack (SfContext *self);
/* ISO 8601; asks the clock each time; valid for good */
const char *sf_context_get_today (SfContext *self);
/* what waits for its reason in this window */
SfHeldList *sf_context_get_held (SfContext *self);
/* the program's settings; a process without the schema has none: NULL */
GSettings *sf_context_get_settings (SfContext *self);

/**
 * sf_context_can_edit:
 *
 * Returns: FALSE if the workbook is read-only or the evaluation is closed or sealed
 */
/* Whether there is a performance record: it has a section of the sidebar then, and before that an
 * item of the main menu. */
gboolean sf_context_uses_performance (SfContext *self);
gboolean sf_context_can_edit (SfContext *self);

/* Whether the evaluation that @record belongs to is closed or sealed; FALSE if it belongs to none.
 */
gboolean sf_context_is_closed (SfContext *self, SfRecord *record);

/**
 * sf_context_go:
 * @page_id: "overview", "area:LLD", "evidence", "targets", "plan", "outcomes", "meetings",
 *   "centre", "contributors", "evaluations", "history", "report", "help"
 * @item: (nullable): what to show there: for an area a statement's code or "grade"; for lists
 *   the UUID of a record as a string, for evidence several with blanks between them; for help the
 * topic
 *
 * Shows another page and puts the focus there.
 */
void sf_context_go (SfContext *self, const char *page_id, const char *item);

/**
 * sf_context_go_record:
 *
 * Goes to where @record is edited: a judgement's statement, a target, what is in the
 * plan, a piece of evidence, the centre. @record NULL or gone: does nothing.
 *
 * Returns: whether there is such a place
 */
gboolean sf_context_go_record (SfContext *self, SfRecord *record);

/**
 * sf_context_go_records:
 * @records: (element-type SfRecord): what was changed together
 *
 * Goes to where they are edited: several pieces of evidence are all selected in the library, of
 * others the first is shown.
 */
void sf_context_go_records (SfContext *self, GPtrArray *records);

/**
 * sf_context_go_column:
 * @record: (nullable): a record
 * @column: (nullable): one of its columns
 *
 * The same for one field of it, which gets the focus where it has one on that page: an evaluation's
 * words for the committee are on another page than its dates.
 */
void sf_context_go_column (SfContext *self, SfRecord *record, const char *column);

/**
 * sf_context_say:
 * @text: one short sentence
 * @with_undo: offer to undo the last step
 *
 * Tells what was done: a toast, and a status line that a screen reader can reach.
 */
void sf_context_say (SfContext *self, const char *text, gboolean with_undo);

typedef void (*SfOfferFunc) (gpointer data);

/**
 * sf_context_offer:
 * @text: one or two short sentences
 * @button: what the button says
 * @with_undo: offer to undo the last step, too
 * @func: what it does
 * @data: (transfer full): for @func
 * @destroy: frees @data when the button is gone
 *
 * Tells what was done, as sf_context_say(), with a button of its own; it stays a little longer,
 * until something else is said or it is closed.
 */
void sf_context_offer (SfContext *self,
                       const char *text,
                       const char *button,
                       gboolean with_undo,
                       SfOfferFunc func,
                       gpointer data,
                       GDestroyNotify destroy);

/**
 * sf_context_report:
 * @error: of our domain; a cancellation is passed over
 *
 * Shows the error's sentence with "Copy details".
 */
void sf_context_report (SfContext *self, const GError *error);
/* The same under a @heading that says what did not work. */
void sf_context_report_as (SfContext *self, const char *heading, const GError *error);

/**
 * sf_context_check:
 * @done: what an operation returned
 * @error: (transfer full) (nullable): what it set, reported and freed here
 *
 * For operations asked from callbacks:
 * `sf_context_check (ctx, sf_workbook_set_level (wb, judgement, 2, &error), error)` does not
 * work, for C does not say which argument comes first; write
 * `ok = sf_workbook_set_level (wb, judgement, 2, &error); sf_context_check (ctx, ok, error);`
 *
 * Returns: @done
 */
gboolean sf_context_check (SfContext *self, gboolean done, GError *error);

G_END_DECLS
