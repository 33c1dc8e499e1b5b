/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pieces of evidence on their way from a list to a statement, within the program. */

/* A boxed GPtrArray of SfEvidence. */
#define SF_TYPE_EVIDENCE_DRAG (sf_evidence_drag_get_type ())
GType sf_evidence_drag_get_type (void);

/* Returns: (transfer full): what a drag of @evidence (element-type SfEvidence) carries */
GdkContentProvider *sf_evidence_drag_new_content (GPtrArray *evidence);

/* The picture under the pointer while so many are dragged; @evidence is the first of them. */
GtkWidget *sf_evidence_drag_create_icon (GPtrArray *evidence);

/**
 * SfEvidenceDropCode:
 * @y: where in the widget
 *
 * Returns: (nullable): the code of the statement there; %NULL where nothing can be dropped
 */
typedef const char *(*SfEvidenceDropCode) (GtkWidget *widget, double y, gpointer data);

/**
 * sf_evidence_drag_accept:
 * @widget: where evidence may be dropped; gets the style class "drop-here" meanwhile
 * @context: the window's
 * @find: says which statement lies there
 * @data: for @find, outlives @widget
 *
 * What is dropped is linked with the statement, in one step.
 */
void sf_evidence_drag_accept (GtkWidget *widget,
                              SfContext *context,
                              SfEvidenceDropCode find,
                              gpointer data);

/* While evidence rests on @widget for a moment, the page @page_id (borrowed from @widget's life) is
 * opened, so that it can be dropped there. */
void sf_evidence_drag_open_page (GtkWidget *widget, SfContext *context, const char *page_id);

G_END_DECLS
