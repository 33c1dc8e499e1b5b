/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The only file that knows which class chooses files. */

typedef enum
{
  SF_FILES_CENTRE, /* *.sixfold */
  SF_FILES_XML,    /* *.xml */
  SF_FILES_PDF,    /* *.pdf */
  SF_FILES_TABLE,  /* *.csv, *.tsv, *.txt */
  SF_FILES_ANY,
} SfFilesKind;

/* Called once: the files chosen (NULL-terminated, valid during the call), or NULL. */
typedef void (*SfFilesFunc) (GFile *const *files, gpointer data);

void sf_choose_files (GtkWidget *parent,
                      const char *title,
                      SfFilesKind kind,
                      gboolean several,
                      SfFilesFunc func,
                      gpointer data);
/* One folder, beginning in that for documents; it may be a new one. */
void sf_choose_folder (GtkWidget *parent, const char *title, SfFilesFunc func, gpointer data);
/* @folder (nullable) and @name are proposed. The platform asks before a file is replaced. */
void sf_choose_destination (GtkWidget *parent,
                            const char *title,
                            SfFilesKind kind,
                            GFile *folder,
                            const char *name,
                            SfFilesFunc func,
                            gpointer data);

G_END_DECLS
