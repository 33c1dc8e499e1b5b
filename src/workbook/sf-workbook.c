/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-private.h"

#include "base/sf-error.h"
#include "store/sf-mapper.h"
#include "workbook/sf-opened.h"
#include "workbook/sf-place.h"
#include "workbook/sf-private-copies.h"
#include "workbook/sf-workbook-helpers.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SAVE_ERROR,
  PROP_WRITER,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  PENDING_CHANGED,
  REPLAYED,
  REFUSED,
  EXTRACTED,
  ERASED,
  LOCK_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SfWorkbook, sf_workbook, G_TYPE_OBJECT)

static const char *
top_label (GArray *stack, const char *otherwise)
{
  return stack->len > 0 ? g_array_index (stack, SfStepName, stack->len - 1).label : otherwise;
}

static void
sf_workbook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SfWorkbook *self = SF_WORKBOOK (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, sf_workbook_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, sf_workbook_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, top_label (self->undo, _ ("There is nothing to undo")));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, top_label (self->redo, _ ("There is nothing to redo")));
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, self->save_error);
      break;
    case PROP_WRITER:
      g_value_set_object (value, self->contributor);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sf_workbook_dispose (GObject *object)
{
  SfWorkbook *self = SF_WORKBOOK (object);

  if (self->writer != NULL || self->store != NULL)
    {
      g_autoptr (GError) error = NULL;
      if (!sf_workbook_close (self, &error))
        g_warning ("a centre file was let go unclosed: %s", error->message);
    }
  G_OBJECT_CLASS (sf_workbook_parent_class)->dispose (object);
}

static void
sf_workbook_finalize (GObject *object)
{
  SfWorkbook *self = SF_WORKBOOK (object);

  sf_opened_clear (self);
  sf_workbook_clear_drafts (self);
  sf_workbook_clear_writing (self);
  sf_private_copies_remove (self);
  g_clear_object (&self->contributor);
  g_clear_object (&self->model);
  g_clear_pointer (&self->lock, sf_lock_release);
  g_clear_pointer (&self->leftovers, g_array_unref);
  g_ptr_array_unref (self->shown_owed);
  g_free (self->read_only_reason);
  g_free (self->path);
  G_OBJECT_CLASS (sf_workbook_parent_class)->finalize (object);
}

static void
install_signals (SfWorkbookClass *klass)
{
  /**
   * SfWorkbook::pending-changed:
   * @record: a record
   * @column: the name of a column
   *
   * What a form shows of that field may be something else now than the record's value.
   */
  signals[PENDING_CHANGED]
      = g_signal_new ("pending-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 2, SF_TYPE_RECORD, G_TYPE_STRING);
  /**
   * SfWorkbook::replayed:
   * @record: (nullable): the record that was changed first, unless it is gone
   * @column: (nullable): which field of it
   * @label: what was undone or redone
   * @records: (element-type SfRecord): @record and all others of its class that were changed
   *
   * An undo or redo is done: the window goes there and says so.
   */
  signals[REPLAYED] = g_signal_new ("replayed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 4, SF_TYPE_RECORD, G_TYPE_STRING,
                                    G_TYPE_STRING, G_TYPE_PTR_ARRAY);
  /**
   * SfWorkbook::refused:
   * @sentence: why
   *
   * A change cannot be made, also not later: what it was of is gone, say. It is dropped.
   *
   * Returns: %TRUE where whoever asked for it tells the user; nobody else is told then
   */
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                   G_TYPE_STRING);
  /**
   * SfWorkbook::extracted:
   * @digest: SHA-256 of a content
   *
   * The small picture and the words of a content came into the centre file, or it is known that it
   * has none.
   */
  signals[EXTRACTED] = g_signal_new ("extracted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * SfWorkbook::erased:
   * @report: (type SfErasureReport): valid as long as the signal is emitted
   *
   * An erasure that was interrupted, or that had left something, was gone on with after opening:
   * whoever shows the workbook tells what it came to.
   */
  signals[ERASED] = g_signal_new ("erased", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * SfWorkbook::lock-changed:
   *
   * A confidential record was locked or unlocked, by somebody or by the clock.
   */
  signals[LOCK_CHANGED] = g_signal_new ("lock-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sf_workbook_class_init (SfWorkbookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sf_workbook_get_property;
  object_class->dispose = sf_workbook_dispose;
  object_class->finalize = sf_workbook_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL, flags);
  properties[PROP_WRITER] = g_param_spec_object ("writer", NULL, NULL, SF_TYPE_CONTRIBUTOR, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (klass);
}

static void
sf_workbook_init (SfWorkbook *self)
{
  self->model = sf_model_new ();
  self->copies_lock = -1;
  self->shown_owed = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_shown_free);
  sf_workbook_init_writing (self);
  sf_workbook_init_drafts (self);
  sf_opened_init (self);
}

void
sf_workbook_notify (SfWorkbook *self, const char *property)
{
  g_object_notify (G_OBJECT (self), property);
}

void
sf_workbook_emit_pending_changed (SfWorkbook *self, SfRecord *record, guint column)
{
  g_signal_emit (self, signals[PENDING_CHANGED], 0, record,
                 SF_RECORD_GET_CLASS (record)->columns[column].name);
}

void
sf_workbook_emit_replayed (
    SfWorkbook *self, SfRecord *record, const char *column, const char *label, GPtrArray *records)
{
  g_signal_emit (self, signals[REPLAYED], 0, record, column, label, records);
}

void
sf_workbook_emit_refused (SfWorkbook *self, const char *sentence)
{
  gboolean told = FALSE;

  g_signal_emit (self, signals[REFUSED], 0, sentence, &told);
}

void
sf_workbook_emit_extracted (SfWorkbook *self, const char *digest)
{
  g_signal_emit (self, signals[EXTRACTED], 0, digest);
}

void
sf_workbook_emit_lock_changed (SfWorkbook *self)
{
  g_signal_emit (self, signals[LOCK_CHANGED], 0);
}

void
sf_workbook_emit_erased (SfWorkbook *self, gpointer report)
{
  g_signal_emit (self, signals[ERASED], 0, report);
}

/* --- opening and closing ------------------------------------------------------------------ */

/* The store is ours from here: it is read, then given to the writer. */
static gboolean
take_store (SfWorkbook *self, SfStore *store, SfOpenFlags flags, GError **error)
{
  guint n_recovered;

  self->readings_owed = (flags & SF_OPEN_READINGS_LATER) != 0 && !self->read_only;

  self->store = store;
  self->uuid = *sf_store_get_uuid (store);
  self->check_owed = !sf_store_was_clean (store);
  if ((!self->read_only && !sf_draft_recover (store, &n_recovered, error))
      || !sf_mapper_load (store, self->model,
                          self->readings_owed ? SF_TYPE_READING : G_TYPE_INVALID, error)
      || !sf_history_load_stacks (store, self->undo, self->redo, error)
      || (!self->read_only && !sf_leftovers_list (self, store, error)))
    return FALSE;
  self->writer = sf_writer_new (g_steal_pointer (&self->store));
  sf_leftovers_start (self);
  sf_workbook_start_safety (self);
  sf_private_copies_sweep ();
  return TRUE;
}

/**
 * sf_workbook_create:
 * @path: where no file lies yet; its folder is there
 * @error: return location for an #SfError
 *
 * Makes an empty centre file and opens it.
 *
 * Returns: (transfer full): the workbook
 */
SfWorkbook *
sf_workbook_create (const char *path, GError **error)
{
  g_autoptr (SfWorkbook) self = g_object_new (SF_TYPE_WORKBOOK, NULL);
  SfStore *store;

  self->path = g_canonicalize_filename (path, NULL);
  if (!sf_place_check (self->path, error))
    return NULL;
  self->lock = sf_lock_take (self->path, error);
  if (self->lock == NULL)
    return NULL;
  store = sf_store_create (self->path, error);
  if (store == NULL || !take_store (self, store, SF_OPEN_DEFAULT, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The right to write, or the reason why there is none. FALSE: not to be opened at all. */
static gboolean
decide_writing (SfWorkbook *self, SfOpenFlags flags, GError **error)
{
  g_autoptr (GError) local = NULL;
  guint version;

  if (!sf_store_probe (self->path, &version, error))
    return FALSE;
  self->read_only = (flags & SF_OPEN_READ_ONLY) != 0;
  if (self->read_only)
    self->read_only_reason = g_strdup (_ ("The centre file was opened to be read only."));
  if (!self->read_only && version > SF_STORE_VERSION)
    g_set_error_literal (&local, SF_ERROR, SF_ERROR_TOO_NEW,
                         _ ("This centre file was written by a newer version of Sixfold. It can be "
                            "read here; to change it, install the newer version."));
  else if (!self->read_only && g_access (self->path, W_OK) != 0)
    g_set_error_literal (&local, SF_ERROR, SF_ERROR_READ_ONLY,
                         _ ("The centre file cannot be written: it, or the disk, is set to read "
                            "only."));
  else if (!self->read_only)
    self->lock = sf_lock_take (self->path, &local);
  if (local == NULL)
    return TRUE;
  if ((flags & SF_OPEN_FALL_BACK) == 0)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->read_only = TRUE;
  self->in_use = g_error_matches (local, SF_ERROR, SF_ERROR_IN_USE);
  self->read_only_reason = g_strdup (local->message);
  return TRUE;
}

/**
 * sf_workbook_open:
 * @path: a centre file
 * @flags: whether it may be opened to read only
 * @error: return location for an #SfError
 *
 * Opens a centre file and loads it. What was being typed when the program last ended becomes a
 * step. A file that is damaged, too new or not ours is refused in a sentence and left as it is.
 *
 * Returns: (transfer full): the workbook
 */
SfWorkbook *
sf_workbook_open (const char *path, SfOpenFlags flags, GError **error)
{
  g_autoptr (SfWorkbook) self = g_object_new (SF_TYPE_WORKBOOK, NULL);
  SfStore *store;

  self->path = g_canonicalize_filename (path, NULL);
  if (!decide_writing (self, flags, error) || !sf_place_check (self->path, error))
    return NULL;
  store = sf_store_open (self->path, self->read_only, error);
  if (store == NULL || !take_store (self, store, flags, error))
    return NULL;
  sf_workbook_start_following (self);
  if (!self->read_only)
    sf_workbook_resume_erasing (self);
  return g_steal_pointer (&self);
}

/**
 * sf_workbook_close:
 * @self: a workbook
 * @error: return location for an #SfError
 *
 * Makes steps of what is being typed, waits until all is on disk, and lets the file go. If
 * something could not be written the workbook stays open, so that a copy can be saved.
 *
 * Returns: whether it is closed
 */
gboolean
sf_workbook_close (SfWorkbook *self, GError **error)
{
  gboolean good = TRUE;

  if (self->writer != NULL)
    {
      sf_workbook_stop_attaching (self);
      if (!self->read_only && !sf_workbook_sync (self, error))
        return FALSE;
      sf_workbook_lock_performance (self, NULL);
      sf_workbook_stop_following (self);
      sf_workbook_stop_reading (self);
      sf_workbook_stop_checking (self);
      sf_leftovers_stop (self);
      sf_workbook_stop_safety (self);
      self->store = sf_writer_stop (g_steal_pointer (&self->writer));
      /* as unclean as it was found until it has been checked */
      if (!self->read_only && !self->check_owed)
        good = sf_store_mark_clean (self->store, error);
    }
  if (self->store != NULL)
    good = sf_store_close (g_steal_pointer (&self->store), good ? error : NULL) && good;
  sf_private_copies_remove (self);
  g_clear_pointer (&self->lock, sf_lock_release);
  return good;
}

/* --- what it is ---------------------------------------------------------------------------- */

const char *
sf_workbook_get_path (SfWorkbook *self)
{
  return self->path;
}

const SfUuid *
sf_workbook_get_uuid (SfWorkbook *self)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), NULL);

  return &self->uuid;
}

SfModel *
sf_workbook_get_model (SfWorkbook *self)
{
  g_return_val_if_fail (SF_IS_WORKBOOK (self), NULL);

  return self->model;
}

gboolean
sf_workbook_get_read_only (SfWorkbook *self)
{
  return self->read_only;
}

const char *
sf_workbook_get_read_only_reason (SfWorkbook *self)
{
  return self->read_only_reason;
}

/**
 * sf_workbook_set_writer:
 * @self: a workbook
 * @contributor: (nullable): who writes from now on; %NULL for the head
 *
 * Steps carry who wrote them.
 */
void
sf_workbook_set_writer (SfWorkbook *self, SfContributor *contributor)
{
  sf_workbook_commit_all_drafts (self);
  if (g_set_object (&self->contributor, contributor))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITER]);
}

SfContributor *
sf_workbook_get_writer (SfWorkbook *self)
{
  return self->contributor;
}
