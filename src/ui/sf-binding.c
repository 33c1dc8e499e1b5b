/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/sf-binding.h"

#include "base/sf-text.h"
#include "ui/sf-binding-value.h"
#include "ui/sf-string.h"

#include <glib/gi18n-lib.h>

struct _SfBinding
{
  GObject parent_instance;

  SfContext *context; /* the pages that own bindings do not outlive it, but a reference is cheap */
  guint column;
  const SfBindingControl *type;
  gpointer control; /* borrowed: it owns this */
  SfRecord *record;
  SfRecordMaker maker;
  gpointer maker_data;

  gboolean editing; /* the control has the focus */
  gboolean showing; /* set_text is being called */
  gboolean held;    /* what is typed waits for a reason */
  char *base;       /* as stored: what the control was last known to agree with */
  GHashTable *sent; /* hashes of the texts that this control itself handed over */
  char *own_note;   /* what is wrong with what is typed */
  char *other;      /* as stored: a change from elsewhere, offered */
  char *other_note;
};

enum
{
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfBinding, sf_binding, G_TYPE_OBJECT)

static SfWorkbook *
get_workbook (SfBinding *self)
{
  return sf_context_get_workbook (self->context);
}

static const SfColumn *
get_column (SfBinding *self)
{
  return &SF_RECORD_GET_CLASS (self->record)->columns[self->column];
}

static void
emit_state (SfBinding *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static char *
dup_stored (SfBinding *self)
{
  return self->record != NULL ? sf_binding_value_dup_stored (self->record, self->column) : NULL;
}

static char *
dup_shown (SfBinding *self)
{
  return self->record != NULL
             ? sf_binding_value_dup_shown (get_workbook (self), self->record, self->column)
             : NULL;
}

/* What the control holds, as it would be stored; FALSE if it cannot be stored. */
static gboolean
parse_control (SfBinding *self, char **stored, GError **error)
{
  g_autofree char *text = self->type->dup_text (self->control);
  g_autoptr (GError) failed = NULL;
  char *(*parse) (const char *, GError **) = self->type->parse;

  *stored = NULL;
  if (sf_text_is_blank (text))
    return TRUE;
  if (self->record != NULL && get_column (self)->type == SF_COLUMN_INT
      && self->type->parse_whole != NULL)
    parse = self->type->parse_whole;
  if (parse == NULL)
    {
      *stored = g_steal_pointer (&text);
      return TRUE;
    }
  *stored = parse (text, &failed);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* (transfer full) (nullable): as people read it */
static char *
make_readable (SfBinding *self, const char *stored)
{
  return stored != NULL && self->type->format != NULL ? self->type->format (stored)
                                                      : g_strdup (stored);
}

static void
show_text (SfBinding *self, const char *stored)
{
  g_autofree char *text = make_readable (self, stored);

  self->showing = TRUE;
  self->type->set_text (self->control, text);
  self->showing = FALSE;
}

static void
set_own_note (SfBinding *self, const char *note)
{
  if (sf_string_set (&self->own_note, note))
    emit_state (self);
}

static void
set_other (SfBinding *self, const char *stored, gboolean offered)
{
  gboolean had = self->other_note != NULL;

  if (!had && !offered)
    return;
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->other_note, g_free);
  if (offered)
    {
      g_autofree char *readable = make_readable (self, stored);

      self->other = g_strdup (stored);
      self->other_note
          = readable == NULL
                ? g_strdup (_ ("This was emptied elsewhere while you were writing."))
                : g_strdup_printf (_ ("This was changed elsewhere while you were writing: “%s”"),
                                   readable);
    }
  emit_state (self);
}

static gboolean
was_sent (SfBinding *self, const char *stored)
{
  g_autofree char *clean = sf_text_clean (stored);

  return g_hash_table_contains (self->sent, GUINT_TO_POINTER (clean ? g_str_hash (clean) : 0));
}

static void
note_sent (SfBinding *self, const char *stored)
{
  g_autofree char *clean = sf_text_clean (stored);

  g_hash_table_add (self->sent, GUINT_TO_POINTER (clean ? g_str_hash (clean) : 0));
}

/* Shows the draft or pending edit where there is one, otherwise what is stored. */
static void
show_shown (SfBinding *self)
{
  g_autofree char *shown = dup_shown (self), *stored = dup_stored (self);

  show_text (self, shown);
  sf_string_set (&self->base, stored);
  if (!sf_binding_value_same (shown, stored))
    note_sent (self, shown);
}

/* What waits is kept by the window, whatever this control shows next. */
static void
put_down (SfBinding *self, gboolean held)
{
  g_autofree char *text = held ? self->type->dup_text (self->control) : NULL;

  sf_held_list_set (sf_context_get_held (self->context), self->record, self->column,
                    held && text == NULL ? "" : text);
}

/* Whether what is typed may not be written without a reason. */
static gboolean
hold (SfBinding *self)
{
  g_autofree char *typed = NULL;
  gboolean held = self->record != NULL && parse_control (self, &typed, NULL)
                  && sf_binding_value_asks (self->context, self->record, self->column, typed);

  if (self->record != NULL)
    put_down (self, held);
  /* what was wrong with what was typed before is not wrong with this */
  if ((held && sf_string_set (&self->own_note, NULL)) || held != self->held)
    {
      self->held = held;
      emit_state (self);
    }
  return held;
}

/* The record, a draft or a pending edit changed: by this control, or from elsewhere. */
static void
follow (SfBinding *self)
{
  g_autofree char *stored = dup_stored (self);
  g_autofree char *typed = NULL;
  gboolean readable = parse_control (self, &typed, NULL);

  hold (self);
  if (readable && sf_binding_value_same (typed, stored))
    {
      if (!self->editing)
        {
          g_hash_table_remove_all (self->sent);
          sf_string_set (&self->own_note, NULL);
        }
      sf_string_set (&self->base, stored);
      set_other (self, NULL, FALSE);
    }
  else if (readable && sf_binding_value_same (typed, self->base))
    {
      show_shown (self);
      set_other (self, NULL, FALSE);
    }
  else if (was_sent (self, stored))
    sf_string_set (&self->base, stored);
  else if (!sf_binding_value_same (stored, self->base))
    set_other (self, stored, TRUE);
  emit_state (self);
}

static void
on_record_notify_cb (SfRecord *record, GParamSpec *pspec, SfBinding *self)
{
  follow (self);
}

static void
on_pending_changed_cb (SfWorkbook *workbook, SfRecord *record, const char *column, SfBinding *self)
{
  if (record != NULL && record == self->record && g_strcmp0 (column, get_column (self)->name) == 0)
    follow (self);
}

static void
on_state_cb (GObject *object, GParamSpec *pspec, SfBinding *self)
{
  emit_state (self);
}

/* --- writing --------------------------------------------------------------------------------- */

static void watch_record (SfBinding *self, SfRecord *record);

/* A form about something that is not there yet makes it with the first thing entered. */
static gboolean
ensure_record (SfBinding *self)
{
  g_autoptr (GError) error = NULL;
  SfRecord *record;

  if (self->record != NULL)
    return TRUE;
  if (self->maker == NULL)
    return FALSE;
  record = self->maker (self->maker_data, &error);
  if (record == NULL)
    {
      set_own_note (self, error != NULL ? error->message : NULL);
      return FALSE;
    }
  if (self->record == NULL)
    watch_record (self, record);
  return TRUE;
}

/* Whether the column can say what is typed; otherwise it keeps what it was, and says so. Nobody
 * would be there to say it to when a draft becomes a step. */
static gboolean
is_taken (SfBinding *self, GError **error)
{
  g_autofree char *text = self->type->dup_text (self->control);

  return self->record == NULL || sf_binding_value_check (self->record, self->column, text, error);
}

static void
draft (SfBinding *self)
{
  g_autofree char *text = self->type->dup_text (self->control);

  if (!is_taken (self, NULL))
    return;
  note_sent (self, text);
  sf_workbook_draft_text (get_workbook (self), self->record, self->column,
                          text != NULL ? text : "");
}

void
sf_binding_edited (SfBinding *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SF_IS_BINDING (self));

  if (self->showing || !sf_binding_get_editable (self) || hold (self) || !self->type->draft)
    return;
  text = self->type->dup_text (self->control);
  if (self->record == NULL && sf_text_is_blank (text))
    return;
  if (ensure_record (self))
    draft (self);
}

void
sf_binding_chosen (SfBinding *self)
{
  g_return_if_fail (SF_IS_BINDING (self));

  if (!self->showing)
    sf_binding_commit (self);
}

void
sf_binding_enter (SfBinding *self)
{
  g_return_if_fail (SF_IS_BINDING (self));

  self->editing = TRUE;
}

/* What was understood is written out: "3/12/26" becomes "3 December 2026". */
static void
write_out (SfBinding *self)
{
  g_autofree char *stored = NULL;

  if (self->type->format != NULL && parse_control (self, &stored, NULL) && stored != NULL)
    show_text (self, stored);
}

void
sf_binding_leave (SfBinding *self)
{
  g_return_if_fail (SF_IS_BINDING (self));

  if (sf_binding_commit (self))
    write_out (self);
  self->editing = FALSE;
}

/* What could not be left as it stands goes back to what is stored. */
static void
put_back (SfBinding *self, const char *note)
{
  SfWorkbook *workbook = get_workbook (self);
  g_autofree char *stored = dup_stored (self);

  if (sf_workbook_has_draft (workbook, self->record, self->column))
    {
      sf_workbook_draft_text (workbook, self->record, self->column, stored != NULL ? stored : "");
      sf_workbook_commit_draft (workbook, self->record, self->column);
    }
  show_text (self, stored);
  sf_string_set (&self->base, stored);
  set_own_note (self, note);
}

static gboolean
commit_value (SfBinding *self)
{
  g_autofree char *typed = NULL, *shown = dup_shown (self);
  g_autoptr (GError) error = NULL;

  if (self->record == NULL && self->maker == NULL)
    return TRUE;
  if (!parse_control (self, &typed, &error))
    {
      set_own_note (self, error->message);
      return FALSE;
    }
  if (!sf_binding_value_same (typed, shown))
    {
      if (!ensure_record (self))
        return FALSE;
      note_sent (self, typed);
      if (!sf_binding_value_write (get_workbook (self), self->record, self->column, typed, &error))
        {
          set_own_note (self, error->message);
          return FALSE;
        }
    }
  set_own_note (self, NULL);
  return TRUE;
}

static gboolean
commit_draft (SfBinding *self)
{
  if (self->record == NULL)
    return self->own_note == NULL;
  if (sf_workbook_has_draft (get_workbook (self), self->record, self->column))
    sf_workbook_commit_draft (get_workbook (self), self->record, self->column);
  set_own_note (self, NULL);
  return TRUE;
}

gboolean
sf_binding_commit (SfBinding *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SF_IS_BINDING (self), FALSE);

  if (!sf_binding_get_editable (self))
    return TRUE;
  if (!is_taken (self, &error))
    {
      put_back (self, error->message);
      return FALSE;
    }
  if (hold (self))
    return FALSE;
  return self->type->draft ? commit_draft (self) : commit_value (self);
}

gboolean
sf_binding_get_held (SfBinding *self)
{
  g_return_val_if_fail (SF_IS_BINDING (self), FALSE);

  return self->held;
}

gboolean
sf_binding_give_reason (SfBinding *self, const char *reason, GError **error)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (SF_IS_BINDING (self), FALSE);

  if (!parse_control (self, &typed, error))
    return FALSE;
  note_sent (self, typed);
  return sf_binding_value_change (get_workbook (self), self->record, self->column, typed, reason,
                                  error);
}

void
sf_binding_let_go (SfBinding *self)
{
  g_return_if_fail (SF_IS_BINDING (self));

  show_shown (self);
  hold (self);
}

/* What waits in this control was taken back. */
static void
on_taken_back_cb (SfBinding *self, SfRecord *record, guint column)
{
  if (record == self->record && column == self->column && self->held)
    sf_binding_let_go (self);
}

/* --- the record ------------------------------------------------------------------------------ */

static void
unwatch_record (SfBinding *self)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  if (evaluation != NULL)
    g_signal_handlers_disconnect_by_data (evaluation, self);
  g_clear_object (&self->record);
}

static void
watch_record (SfBinding *self, SfRecord *record)
{
  SfEvaluation *evaluation = sf_context_get_evaluation (self->context);

  unwatch_record (self);
  if (record == NULL)
    return;
  self->record = g_object_ref (record);
  g_return_if_fail (self->column < SF_RECORD_GET_CLASS (record)->n_columns);
  g_autofree char *property = g_strdelimit (g_strdup (get_column (self)->name), "_", '-');
  g_autofree char *detailed = g_strconcat ("notify::", property, NULL);

  g_signal_connect_object (record, detailed, G_CALLBACK (on_record_notify_cb), self, 0);
  if (evaluation != NULL)
    g_signal_connect_object (evaluation, "notify::closed-at", G_CALLBACK (on_state_cb), self, 0);
}

/* What was typed the last time, and still waits for a reason. */
static void
show_kept (SfBinding *self)
{
  g_autofree char *kept = self->record != NULL
                              ? g_strdup (sf_held_list_get (sf_context_get_held (self->context),
                                                            self->record, self->column))
                              : NULL;

  if (kept != NULL)
    {
      self->showing = TRUE;
      self->type->set_text (self->control, kept);
      self->showing = FALSE;
    }
  hold (self);
}

void
sf_binding_set_record (SfBinding *self, SfRecord *record)
{
  g_return_if_fail (SF_IS_BINDING (self));

  if (record == self->record && record != NULL)
    return;
  if (self->record != NULL)
    sf_binding_commit (self);
  watch_record (self, record);
  g_hash_table_remove_all (self->sent);
  g_clear_pointer (&self->own_note, g_free);
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->other_note, g_free);
  show_shown (self);
  show_kept (self);
  emit_state (self);
}

SfRecord *
sf_binding_get_record (SfBinding *self)
{
  g_return_val_if_fail (SF_IS_BINDING (self), NULL);

  return self->record;
}

guint
sf_binding_get_column (SfBinding *self)
{
  g_return_val_if_fail (SF_IS_BINDING (self), 0);

  return self->column;
}

void
sf_binding_set_maker (SfBinding *self, SfRecordMaker maker, gpointer data)
{
  g_return_if_fail (SF_IS_BINDING (self));

  self->maker = maker;
  self->maker_data = data;
  emit_state (self);
}

char *
sf_binding_dup_typed (SfBinding *self)
{
  g_return_val_if_fail (SF_IS_BINDING (self), NULL);

  return self->type->dup_text (self->control);
}

gboolean
sf_binding_get_editable (SfBinding *self)
{
  g_return_val_if_fail (SF_IS_BINDING (self), FALSE);

  if (sf_workbook_get_read_only (get_workbook (self)))
    return FALSE;
  if (self->record == NULL)
    return self->maker != NULL && sf_context_can_edit (self->context);
  return !sf_context_is_closed (self->context, self->record);
}

const char *
sf_binding_get_note (SfBinding *self, gboolean *offers_other)
{
  SfWorkbook *workbook;

  g_return_val_if_fail (SF_IS_BINDING (self), NULL);

  if (offers_other != NULL)
    *offers_other = self->own_note == NULL && self->other_note != NULL;
  if (self->own_note != NULL)
    return self->own_note;
  if (self->other_note != NULL)
    return self->other_note;
  workbook = get_workbook (self);
  if (self->record != NULL && sf_workbook_get_save_error (workbook) != NULL)
    {
      g_autofree char *shown = dup_shown (self), *stored = dup_stored (self);

      if (!sf_binding_value_same (shown, stored))
        return sf_workbook_get_save_error (workbook);
    }
  return NULL;
}

void
sf_binding_take_other (SfBinding *self)
{
  g_autofree char *other = NULL;

  g_return_if_fail (SF_IS_BINDING (self));

  if (self->other_note == NULL)
    return;
  other = g_strdup (self->other);
  set_other (self, NULL, FALSE);
  show_text (self, other);
  sf_string_set (&self->base, other);
  if (self->type->draft)
    draft (self);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
sf_binding_dispose (GObject *object)
{
  SfBinding *self = SF_BINDING (object);

  if (self->context != NULL)
    {
      unwatch_record (self);
      g_signal_handlers_disconnect_by_data (get_workbook (self), self);
      g_signal_handlers_disconnect_by_data (sf_context_get_held (self->context), self);
    }
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sf_binding_parent_class)->dispose (object);
}

static void
sf_binding_finalize (GObject *object)
{
  SfBinding *self = SF_BINDING (object);

  g_free (self->base);
  g_free (self->own_note);
  g_free (self->other);
  g_free (self->other_note);
  g_hash_table_unref (self->sent);
  G_OBJECT_CLASS (sf_binding_parent_class)->finalize (object);
}

static void
sf_binding_class_init (SfBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sf_binding_dispose;
  G_OBJECT_CLASS (klass)->finalize = sf_binding_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_binding_init (SfBinding *self)
{
  self->sent = g_hash_table_new (NULL, NULL);
}

SfBinding *
sf_binding_new (SfContext *context,
                guint column,
                const SfBindingControl *control_type,
                gpointer control)
{
  SfBinding *self;
  SfWorkbook *workbook;

  g_return_val_if_fail (SF_IS_CONTEXT (context), NULL);

  self = g_object_new (SF_TYPE_BINDING, NULL);
  self->context = g_object_ref (context);
  self->column = column;
  self->type = control_type;
  self->control = control;
  workbook = get_workbook (self);
  g_signal_connect_object (workbook, "pending-changed", G_CALLBACK (on_pending_changed_cb), self,
                           0);
  g_signal_connect_object (sf_context_get_held (context), "taken-back",
                           G_CALLBACK (on_taken_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workbook, "notify::read-only", G_CALLBACK (on_state_cb), self, 0);
  g_signal_connect_object (workbook, "notify::save-error", G_CALLBACK (on_state_cb), self, 0);
  return self;
}
