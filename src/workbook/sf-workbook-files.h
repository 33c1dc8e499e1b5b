/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "workbook/sf-workbook.h"

G_BEGIN_DECLS

/* Attachments. Contents go in and out in pieces beside the steps; memory stays flat. */

/* At most 2 GB a file, and no more than the disk has room for. */
#define SF_ATTACHMENT_LIMIT (G_GINT64_CONSTANT (2) << 30)

/* Called on the workbook's thread: bytes done and in all. */
typedef void (*SfProgressFunc) (gint64 done, gint64 total, gpointer data);

/**
 * SfAttachRequest:
 *
 * What shall be attached where. Each of @files is a file or a folder; of a folder come all files in
 * it and in the folders in it, but for what is hidden, links, and what is no file.
 *
 * Files are attached to @evidence; without one, a new piece of evidence is made for each file in
 * @centre with a title guessed from its name, and, where @evaluation and @statement_code are
 * given, linked to the statement. All in one step at the end; cancelled, nothing is kept.
 *
 * Contents that a piece of evidence of the centre has already make no second one: that piece is
 * linked to the statement, if one is given, and named as known.
 *
 * With @replaces, a file of @evidence, the one file given is its new version; the old one stays
 * behind it.
 */
typedef struct
{
  GFile *const *files; /* NULL-terminated */
  SfEvidence *evidence;
  SfCentre *centre;
  SfEvaluation *evaluation;
  const char *statement_code;
  SfAttachment *replaces;
} SfAttachRequest;

/* A file whose contents were there already, and where. */
typedef struct
{
  char *name;
  SfEvidence *evidence;
} SfKnownFile;

/**
 * SfAttachOutcome:
 * @attachments: (element-type SfUuid): the attachments made
 * @evidence: (element-type SfUuid): the pieces of evidence made
 * @known: (element-type SfKnownFile): what was there already, and was not added again
 * @linked: how many of @known were linked to the statement now
 * @left_out: (element-type utf8): a sentence for each file that did not come in
 *
 * What became of a request to attach.
 */
typedef struct
{
  GArray *attachments;
  GArray *evidence;
  GPtrArray *known;
  guint linked;
  GPtrArray *left_out;
} SfAttachOutcome;

void sf_attach_outcome_free (SfAttachOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfAttachOutcome, sf_attach_outcome_free)

/* How far attaching is. While the folders are looked through, @files and @bytes are not known yet
 * and 0. @name is of the file that was worked on last, safe to show; NULL before there was one. It
 * lasts as long as the call that told it. */
typedef struct
{
  const char *name;
  guint files_done;
  guint files;
  gint64 bytes_done;
  gint64 bytes;
} SfAttachProgress;

/* Called on the workbook's thread. */
typedef void (*SfAttachProgressFunc) (const SfAttachProgress *progress, gpointer data);

void sf_workbook_attach (SfWorkbook *self,
                         const SfAttachRequest *request,
                         GCancellable *cancellable,
                         SfAttachProgressFunc progress,
                         gpointer progress_data,
                         GAsyncReadyCallback callback,
                         gpointer data);
/* Returns: (transfer full) (element-type SfUuid): the attachments made */
GArray *sf_workbook_attach_finish (SfWorkbook *self, GAsyncResult *result, GError **error);
/* (transfer full): all that there is to tell, instead of the above */
SfAttachOutcome *
sf_workbook_attach_finish_outcome (SfWorkbook *self, GAsyncResult *result, GError **error);

/* Whether anything is being added. Closing the workbook gives it up, and nothing of it stays. */
gboolean sf_workbook_is_attaching (SfWorkbook *self);

/* Bytes that have no file: a pasted picture or text. */
void sf_workbook_attach_bytes (SfWorkbook *self,
                               GBytes *bytes,
                               const char *name,
                               const SfAttachRequest *request,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/* The contents of @file become the new version of @attachment. Ends like sf_workbook_attach(). */
void sf_workbook_replace_attachment (SfWorkbook *self,
                                     SfAttachment *attachment,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     SfAttachProgressFunc progress,
                                     gpointer progress_data,
                                     GAsyncReadyCallback callback,
                                     gpointer data);

/* Writes the contents of an attachment to @destination (replaced whole, then read back and
 * compared by digest). */
void sf_workbook_export_attachment (SfWorkbook *self,
                                    SfAttachment *attachment,
                                    GFile *destination,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean
sf_workbook_export_attachment_finish (SfWorkbook *self, GAsyncResult *result, GError **error);

/* The same, waiting; for the command line and tests. */
GArray *sf_workbook_attach_sync (SfWorkbook *self, const SfAttachRequest *request, GError **error);
SfAttachOutcome *
sf_workbook_attach_outcome_sync (SfWorkbook *self, const SfAttachRequest *request, GError **error);
gboolean sf_workbook_export_attachment_sync (SfWorkbook *self,
                                             SfAttachment *attachment,
                                             const char *path,
                                             GError **error);

G_END_DECLS
