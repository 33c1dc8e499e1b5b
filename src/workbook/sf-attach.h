/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* One request to attach, as it goes: looked at, then read (on a thread) and written (by the
 * writer) a piece at a time, never both at once, so that it needs no lock. */

typedef struct
{
  GFile *file;   /* or */
  GBytes *bytes; /* what has no file */
  char *name;    /* safe */
  char *media_type;
  char *dated_on;
  gint64 size;
  char *digest;
  gint64 content; /* in the file since this request; 0 where it was there before */
} SfAttachItem;

typedef struct
{
  SfWorkbook *workbook;
  SfEvidence *evidence;
  SfCentre *centre;
  SfEvaluation *evaluation;
  char *statement_code;
  SfAttachment *replaces;
  GCancellable *cancellable;
  SfProgressFunc progress;
  gpointer progress_data;

  GPtrArray *items; /* of SfAttachItem */
  guint at;         /* the item that is being read */
  gint64 done;
  gint64 total;

  GInputStream *stream;
  guint8 *buffer; /* the piece between reading and writing */
  gsize length;
  gboolean last; /* it is the item's last piece */
  gint64 content;
  guint sequence;
  gint64 read;
  GChecksum *checksum;

  GArray *uuids; /* the attachments made */
  GError *error; /* why it is given up */
  gboolean busy; /* a job is with the writer */
  GTask *task;   /* NULL where somebody waits */
  gulong changed_id;
  gulong save_error_id;
} SfAttach;

SfAttach *sf_attach_new (SfWorkbook *workbook, const SfAttachRequest *request);
void sf_attach_free (SfAttach *attach);
void sf_attach_add_file (SfAttach *attach, GFile *file);
void sf_attach_add_bytes (SfAttach *attach, GBytes *bytes, const char *name);

/* On any thread: what each file is; whether it can be taken at all. */
gboolean sf_attach_look (SfAttach *attach, GError **error);
/* On any thread: the next piece into the buffer. */
gboolean sf_attach_read (SfAttach *attach, GError **error);
/* On the writer's thread: the piece into the file. */
SfJobResult sf_attach_write (SfStore *store, gpointer attach, GError **error);
/* On the writer's thread: all that came into the file goes again. */
SfJobResult sf_attach_take_back (SfStore *store, gpointer attach, GError **error);
/* The step that names what is in the file now. (transfer full) */
SfStep *sf_attach_build_step (SfAttach *attach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfAttach, sf_attach_free)

G_END_DECLS
