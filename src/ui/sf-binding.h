/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-record.h"
#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SfBinding:
 *
 * Ties one control to one column of a record: the only place in the forms that knows how text gets
 * into the workbook. While text is typed it goes to a draft; leaving the control commits it. A
 * control that is being edited, or that shows the value already, is never written into. A
 * pending edit is shown in preference to the record; a change that came from elsewhere while the
 * control has text of its own is offered, not imposed.
 *
 * Signal "state-changed": sf_binding_get_editable(), sf_binding_get_held() or sf_binding_get_note()
 * say something else.
 */
#define SF_TYPE_BINDING (sf_binding_get_type ())
G_DECLARE_FINAL_TYPE (SfBinding, sf_binding, SF, BINDING, GObject)

/**
 * SfBindingControl:
 * @dup_text: what the control holds now; blank is the same as nothing
 * @set_text: shows @text, which may be %NULL
 * @parse: (nullable): what the text means as the column stores it, for dates and numbers; returns
 *   (transfer full) the text to store, %NULL with @error unset for nothing, or %NULL with @error
 * @format: (nullable): (transfer full): the stored text as people read it; the reverse of @parse
 * @parse_whole: (nullable): in place of @parse where the column is INT
 * @draft: whether typing is drafted; otherwise it is written when the control is left
 */
typedef struct
{
  char *(*dup_text) (gpointer control);
  void (*set_text) (gpointer control, const char *text);
  char *(*parse) (const char *text, GError **error);
  char *(*format) (const char *stored);
  char *(*parse_whole) (const char *text, GError **error);
  gboolean draft;
} SfBindingControl;

/**
 * SfRecordMaker:
 *
 * Makes the record that a form is about, when the first thing is entered in it.
 *
 * Returns: (transfer none): the record, in the model, or %NULL with @error
 */
typedef SfRecord *(*SfRecordMaker) (gpointer data, GError **error);

/**
 * sf_binding_new:
 * @context: the window's
 * @column: which column of the records that will be shown
 * @control_type: how to speak to @control; must outlive the binding
 * @control: the control, which must outlive the binding
 *
 * Returns: (transfer full): a binding without a record
 */
SfBinding *sf_binding_new (SfContext *context,
                           guint column,
                           const SfBindingControl *control_type,
                           gpointer control);
/* @record: (nullable): whose column is shown from now on. What was typed for the record before is
 * committed first. */
void sf_binding_set_record (SfBinding *self, SfRecord *record);
SfRecord *sf_binding_get_record (SfBinding *self);
guint sf_binding_get_column (SfBinding *self);
void sf_binding_set_maker (SfBinding *self, SfRecordMaker maker, gpointer data);

/* What the control tells: it was typed in, something was chosen in it once and for all, it gained
 * or lost the focus. */
void sf_binding_edited (SfBinding *self);
void sf_binding_chosen (SfBinding *self);
void sf_binding_enter (SfBinding *self);
void sf_binding_leave (SfBinding *self);

/* Commits what is typed, as leaving the control does. FALSE if it cannot be stored as it stands. */
gboolean sf_binding_commit (SfBinding *self);

/* Whether what is typed is not written before a reason is given: the promise of a settled target
 * (sf_target_asks_reason()). It stays in the control, and with
 * the window (sf_context_get_held()) while another record is shown.
 */
gboolean sf_binding_get_held (SfBinding *self);
/* Writes what is held, with the reason. */
gboolean sf_binding_give_reason (SfBinding *self, const char *reason, GError **error);
/* Shows again what was there before. */
void sf_binding_let_go (SfBinding *self);

/* What the control holds. (transfer full) (nullable) */
char *sf_binding_dup_typed (SfBinding *self);

/* Whether the control may be edited now: there is a record, or a maker of it; the workbook can be
 * written; the evaluation that the record belongs to is not closed. */
gboolean sf_binding_get_editable (SfBinding *self);

/**
 * sf_binding_get_note:
 * @offers_other: (out) (optional): whether sf_binding_take_other() would bring in a change from
 *   elsewhere
 *
 * Returns: (nullable): a sentence to show beneath the control: why it could not be saved, what is
 *   wrong with it, or that it was changed elsewhere
 */
const char *sf_binding_get_note (SfBinding *self, gboolean *offers_other);
/* Shows what came from elsewhere in place of what was typed here. */
void sf_binding_take_other (SfBinding *self);

G_END_DECLS
