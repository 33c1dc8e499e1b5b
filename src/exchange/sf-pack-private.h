/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "exchange/sf-evidence-pack.h"
#include "report/sf-document.h"

G_BEGIN_DECLS

/* --- sf-pack-index.c ----------------------------------------------------------------------- */

/* (transfer full): the index, once the files are written; @by: who made the pack */
SfDocument *sf_pack_index_new (const SfPackPlan *plan, const char *by, gint64 now);

/* --- sf-pack-source.c: the entries of a folder or ZIP ---------------------------------------- */

typedef struct _SfPackSource SfPackSource;

SfPackSource *sf_pack_source_open (const char *path, GError **error);
void sf_pack_source_free (SfPackSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SfPackSource, sf_pack_source_free)

/* (transfer none) (element-type utf8): safe paths of files, each once */
GPtrArray *sf_pack_source_get_names (SfPackSource *self);

/* Called with each piece that is read. */
typedef void (*SfPieceFunc) (gconstpointer piece, gsize length, gpointer data);

/* Reads a file of it from beginning to end. FALSE with SF_ERROR_NOT_FOUND, SF_ERROR_CANCELLED,
 * SF_ERROR_TOO_LARGE if it is larger than @limit, or SF_ERROR_IO. */
gboolean sf_pack_source_read (SfPackSource *self,
                              const char *name,
                              gint64 limit,
                              SfPieceFunc func,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

/* --- sf-pack-verify.c ------------------------------------------------------------------------ */

/* @expected: (nullable) (element-type utf8 utf8): path to SHA-256: what the list has to say, no
 *   more and no less */
SfPackReport *sf_pack_verify_against (const char *path,
                                      GHashTable *expected,
                                      GCancellable *cancellable,
                                      GError **error);

/* --- sf-pack-folder.c: the files before they have their name ---------------------------------- */

/* All functions set a sentence for the user; @path is in the file system's encoding. */
gboolean sf_pack_write_file (const char *path, GBytes *bytes, GError **error);
/* Makes everything under @folder durable. */
void sf_pack_sync_folder (const char *folder);
/* Puts all files of @folder into a ZIP, in the order of @names. */
gboolean sf_pack_zip_folder (const char *folder,
                             GPtrArray *names,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);
/* Gives it its name, where nothing is there. */
gboolean sf_pack_publish (const char *from, const char *to, GError **error);
void sf_pack_remove (const char *path);
gboolean sf_pack_fail (int number, const char *path, GError **error);
gboolean sf_pack_set_cancelled (GCancellable *cancellable, GError **error);

/* --- sf-pack-staging.c: where a pack lies until it has its name --------------------------------
 */

/* (transfer full) (nullable): a new folder in @parent, locked; NULL with errno. @lock: for
 * sf_pack_unlock(), which also takes -1 */
char *sf_pack_make_staging (const char *parent, int *lock);
void sf_pack_unlock (int lock);
/* Takes away those in @parent whose process is gone. */
void sf_pack_sweep (const char *parent);

G_END_DECLS
