/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "base/sf-error.h"
#include "workbook/sf-workbook-files.h"
#include "workbook/sf-workbook-private.h"

G_BEGIN_DECLS

/* One request to attach, as it goes. A thread of its own looks at the files and reads them into
 * pieces of at most 4 MB, each of many small files or a part of a large one; the writer writes a
 * piece in one transaction, steps slipping between. Where that takes long, pieces become smaller.
 * The pieces wait in a short queue, so that reading and writing go on at once and memory stays
 * flat. */

typedef struct
{
  GFile *file;   /* or */
  GBytes *bytes; /* what has no file */
  char *name;    /* safe */
  char *media_type;
  char *dated_on;
  gint64 size;
  char *digest;    /* when it is read to its end */
  guint sequence;  /* the next chunk, as written */
  gint64 content;  /* in the file since this request; 0 where it was there before */
  gboolean whole;  /* all of it is in the file, where another request may have found it */
  gboolean failed; /* left out; what came of it goes again */
} SfAttachItem;

/* A part of a piece: some of an item, or all of it. */
typedef struct
{
  SfAttachItem *item; /* borrowed */
  gsize start;
  gsize length; /* 0 of what is in the file already */
  gint64 read;  /* of the file, for this */
  gboolean last;
} SfAttachPart;

typedef struct
{
  guint8 *data;
  gsize room; /* full chunks */
  gsize length;
  GArray *parts; /* of SfAttachPart */
} SfAttachPiece;

typedef struct
{
  SfWorkbook *workbook;
  SfEvidence *evidence;
  SfCentre *centre;
  SfEvaluation *evaluation;
  char *statement_code;
  SfAttachment *replaces;
  GCancellable *cancellable;
  SfAttachProgressFunc progress;
  gpointer progress_data;

  /* the reader's until it has ended */
  GPtrArray *given;    /* of SfAttachItem: what was asked for, files and folders */
  GPtrArray *items;    /* of SfAttachItem: what is in it */
  GHashTable *digests; /* of contents that are in the file, and of what has been read */
  GHashTable *sizes;   /* theirs */
  SfAttachPiece *filling;
  gsize room;    /* for the next piece; atomic */
  gint64 total;  /* bytes of @items */
  gboolean many; /* one that cannot be read is left out; else the request fails */
  GThread *reader;

  GMutex lock; /* for what follows */
  GCond moved;
  GQueue pieces;
  SfAttachProgress so_far;
  gboolean ended; /* the reader has; @items and @left_out do not change any more */
  gboolean stop;  /* it shall */
  GSource *call;  /* under way to the workbook's thread */
  void (*on_call) (gpointer attach);
  GError *read_error;

  GArray *unwanted;    /* numbers of contents that this request needs no more (the writer's) */
  GArray *going;       /* of those, what nobody else names meanwhile */
  gboolean taken_back; /* something went: its room is given back (the writer's) */
  GArray *uuids;       /* the attachments made */
  GArray *made;        /* the pieces of evidence made */
  GPtrArray *known;    /* of SfAttachKnown */
  guint linked;
  GPtrArray *left_out;   /* sentences */
  SfUuid first;          /* the first record that the step makes */
  GError *error;         /* why it is given up */
  gboolean busy;         /* a job is with the writer */
  gboolean ending;       /* everything is read, or given up */
  GTask *task;           /* NULL where somebody waits */
  GMainContext *context; /* the workbook's thread's; NULL where somebody waits */
  gulong changed_id;
  gulong refused_id;
} SfAttach;

typedef struct
{
  char *name;
  SfUuid evidence;
} SfAttachKnown;

/* sf-attach.c */
SfAttach *sf_attach_new (SfWorkbook *workbook, const SfAttachRequest *request);
void sf_attach_free (SfAttach *attach);
void sf_attach_add_file (SfAttach *attach, GFile *file);
void sf_attach_add_bytes (SfAttach *attach, GBytes *bytes, const char *name);
SfAttachItem *sf_attach_item_new (GFile *file, GBytes *bytes);
SfAttachPiece *sf_attach_piece_new (gsize room);
void sf_attach_piece_free (SfAttachPiece *piece);

/* On the reader's thread: what each file is, and those in the folders. */
gboolean sf_attach_look (SfAttach *attach, GError **error);
/* Either leaves the item out and tells it, or fails. @sentence without a full stop. */
gboolean sf_attach_leave_out (SfAttach *attach, SfError code, const char *sentence, GError **error);
/* The same of what could not be read, in words of ours: a system's have paths in them. */
gboolean sf_attach_leave_unreadable (SfAttach *attach,
                                     const char *safe_name,
                                     const GError *reason,
                                     GError **error);
/* The thread itself. */
gpointer sf_attach_run_reader (gpointer attach);

/* The queue between the reader and the writer. */
/* FALSE: it was stopped. Waits while there are enough pieces. */
gboolean sf_attach_push (SfAttach *attach, SfAttachPiece *piece);
SfAttachPiece *sf_attach_pop (SfAttach *attach);
void sf_attach_stop (SfAttach *attach);
/* How much the next piece shall hold; and what the writer took for one, in microseconds. */
gsize sf_attach_get_room (SfAttach *attach);
void sf_attach_follow_pace (SfAttach *attach, gint64 took);
/* With the lock held: @on_call runs on the workbook's thread soon, or whoever waits goes on. */
void sf_attach_call (SfAttach *attach);
void sf_attach_set_cancelled (GError **error);

/* sf-attach-write.c, on the writer's thread: what the file has already. */
SfJobResult sf_attach_prepare (SfStore *store, gpointer attach, GError **error);
/* The pieces that wait go into the file. */
SfJobResult sf_attach_write (SfStore *store, gpointer attach, GError **error);
/* What is unwanted goes again, unless somebody else has named it. */
SfJobResult sf_attach_take_back (SfStore *store, gpointer attach, GError **error);

/* sf-attach-step.c: the step that names what is in the file now. (transfer full) (nullable): NULL
 * where there is nothing to say that the file does not */
SfStep *sf_attach_build_step (SfAttach *attach);
/* (transfer full): when the step is in the model */
SfAttachOutcome *sf_attach_make_outcome (SfAttach *attach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfAttach, sf_attach_free)

G_END_DECLS
