/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store/sf-change-set.h"
#include "store/sf-history.h"
#include "workbook/sf-lock.h"
#include "workbook/sf-workbook.h"
#include "workbook/sf-writer.h"

G_BEGIN_DECLS

/* What the files of this room share. */

/* On the workbook's thread; @error NULL where it is on disk and in the model. */
typedef void (*SfRequestDone) (SfWorkbook *self, const GError *error, gpointer data);

/* An edit, an undo or a redo that was asked for and is not on disk yet. One at a time is with the
 * writer; the others wait behind it, so that what failed is written before what came after. */
typedef struct
{
  SfWorkbook *workbook; /* borrowed: the outbox is emptied before it goes */
  SfChangeSet *set;     /* NULL for undo and redo until they are done */
  const char *kind;     /* "edit", "undo", "redo" */
  gint64 about;
  SfUuid contributor;
  GArray *unlocked;   /* of SfOpenedKey: confidential records that an undo or redo may touch */
  SfRequestDone done; /* NULL: nobody waits for it, and it is tried again where that may help */
  gpointer done_data;
} SfRequest;

struct _SfWorkbook
{
  GObject parent_instance;

  char *path;
  SfUuid uuid;
  SfModel *model;
  SfLock *lock;
  SfStore *store;   /* only while there is no writer: read-only, or closing */
  SfWriter *writer; /* NULL when closed */
  gboolean read_only;
  gboolean beginning;  /* steps are barriers, see sf_workbook_set_beginning() */
  gboolean in_use;     /* read only because another program has it */
  gboolean check_owed; /* its last end was not a clean one, and no check has finished since */
  char *read_only_reason;
  SfContributor *contributor;

  GQueue outbox; /* of SfRequest */
  gboolean sending;
  gpointer applying; /* what was written last, on its way into the model; NULL mostly */
  guint retry_id;
  char *save_error;
  GError *last_error;

  GArray *undo; /* of SfStepName, the next one last */
  GArray *redo;

  GHashTable *drafts; /* SfDraftKey → SfTyping */
  char *copies;       /* the folder of private copies, once there is one */
  int copies_lock;    /* held while that folder is ours; -1 for none */

  GHashTable *opened; /* of confidential records that are unlocked, see sf-opened.h */
  guint opened_tick_id;
  gint64 opened_used_at;
  gboolean changing_keyring; /* one at a time */
  gboolean changing_key;     /* a record is getting another: it is not edited meanwhile */
  SfUuid locking_head;       /* the evaluation whose head is being locked; nil mostly */

  GPtrArray *shown_owed; /* of SfShown: what reports showed that is not in the file yet */

  gboolean readings_owed; /* not all are in the model yet, see sf-workbook-readings.c */
  gboolean readings_coming;

  gint tidying_stopped; /* leftovers need not go now; atomic */

  /* on the writer's thread alone, once there is one: contents that were half added at opening, and
   * whether they are being discarded */
  GArray *leftovers;
  gboolean tidying;
  /* there, too: a backup does not begin while something is erased, and what is
   * erased waits for backups that have begun */
  guint backups_begun;
  gboolean erasing;
};

/* sf-workbook-writing.c */
void sf_workbook_init_writing (SfWorkbook *self);
void sf_workbook_clear_writing (SfWorkbook *self);
void sf_workbook_enqueue (SfWorkbook *self, SfChangeSet *set, const char *kind);
/* A step that somebody waits for: written at once after what waits already, or not at all. */
void
sf_workbook_enqueue_once (SfWorkbook *self, SfChangeSet *set, SfRequestDone done, gpointer data);
void sf_workbook_set_save_error (SfWorkbook *self, const GError *error);
/* the value a waiting edit will give the field; NULL if none will */
const SfValue *sf_workbook_find_pending (SfWorkbook *self, const SfUuid *record, guint column);
/* whether a waiting change deletes it */
gboolean sf_workbook_is_leaving (SfWorkbook *self, const SfUuid *record);
gboolean sf_workbook_check_writable (SfWorkbook *self, GError **error);

/* sf-workbook-apply.c */
typedef void (*SfAppliedFunc) (SfWorkbook *self, gpointer data);
void sf_workbook_apply (SfWorkbook *self, SfChangeSet *set, SfAppliedFunc done, gpointer data);
void sf_workbook_apply_rest (SfWorkbook *self);
void sf_workbook_clear_applying (SfWorkbook *self);

/* sf-workbook-drafts.c */
void sf_workbook_init_drafts (SfWorkbook *self);
void sf_workbook_clear_drafts (SfWorkbook *self);
/* What is typed into that record is no edit any more. */
void sf_workbook_drop_drafts (SfWorkbook *self, const SfUuid *record);

/* sf-workbook-head.c */
/* Whether a statement is about the head, and judged behind a lock: not in the open. */
gboolean sf_head_is_shut (SfWorkbook *self, SfEvaluation *evaluation, const char *statement_code);

/* sf-workbook.c */
void sf_workbook_notify (SfWorkbook *self, const char *property);
void sf_workbook_emit_pending_changed (SfWorkbook *self, SfRecord *record, guint column);
void sf_workbook_emit_replayed (
    SfWorkbook *self, SfRecord *record, const char *column, const char *label, GPtrArray *records);
void sf_workbook_emit_refused (SfWorkbook *self, const char *sentence);
/* @report: (type SfErasureReport) */
void sf_workbook_emit_erased (SfWorkbook *self, gpointer report);
void sf_workbook_emit_lock_changed (SfWorkbook *self);
void sf_workbook_emit_extracted (SfWorkbook *self, const char *digest);

G_END_DECLS
