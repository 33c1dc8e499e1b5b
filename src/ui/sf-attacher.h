/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SfAttacher:
 *
 * Brings files and folders into the centre file: chosen, dropped or pasted. It shows how far it is
 * and can be cancelled, and is not to be seen while there is nothing to do. Files become new pieces
 * of evidence of the context's centre, linked to a statement, or are attached to one that is there.
 */
#define SF_TYPE_ATTACHER (sf_attacher_get_type ())
G_DECLARE_FINAL_TYPE (SfAttacher, sf_attacher, SF, ATTACHER, AdwBin)

GtkWidget *sf_attacher_new (SfContext *context);

/**
 * sf_attacher_set_goal:
 * @evidence: (nullable): attach to this; %NULL makes a new piece of evidence for each file
 * @statement_code: (nullable): the statement that new pieces are linked to
 *
 * Where what comes next belongs. What is under way already goes where it was meant to.
 */
void sf_attacher_set_goal (SfAttacher *self, SfEvidence *evidence, const char *statement_code);

/* Asks for files. */
void sf_attacher_choose (SfAttacher *self);
void sf_attacher_add_files (SfAttacher *self, GFile *const *files);

/**
 * sf_attacher_paste:
 *
 * Takes files, a picture or text from the clipboard.
 *
 * Returns: %FALSE if the clipboard has none of these
 */
gboolean sf_attacher_paste (SfAttacher *self);

/**
 * sf_attacher_take:
 * @value: files, a picture (GdkTexture) or text, dropped or pasted
 *
 * Returns: %FALSE where it is none of these
 */
gboolean sf_attacher_take (SfAttacher *self, const GValue *value);

/* Files may be dropped on @target, which gets the style class "drop-here" meanwhile. */
void sf_attacher_accept_drops (SfAttacher *self, GtkWidget *target);
/* (nullable): whose drops @target accepts */
SfAttacher *sf_attacher_find_for (GtkWidget *target);
/* (transfer full): "Drop to add evidence for LLD-S1" */
char *sf_attacher_describe_goal (SfAttacher *self);

G_END_DECLS
