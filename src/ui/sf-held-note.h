/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/sf-context.h"
#include "ui/sf-field-set.h"

G_BEGIN_DECLS

/**
 * SfHeldNote:
 *
 * What is said of a change that waits for its reason: when its form is left, with a way back; and
 * above the form when one comes back, with a button that leads to the question. While one is there
 * the question itself is seen, and the note is not.
 */
#define SF_TYPE_HELD_NOTE (sf_held_note_get_type ())
G_DECLARE_FINAL_TYPE (SfHeldNote, sf_held_note, SF, HELD_NOTE, GtkBox)

/* @fields: the form of targets that it stands above; outlives it */
GtkWidget *sf_held_note_new (SfContext *context, SfFieldSet *fields);

/* The form shows @target now (nullable), or is seen again. */
void sf_held_note_arrive (SfHeldNote *self, SfTarget *target);
/* Another is shown, or another page: tells what waits. */
void sf_held_note_leave (SfHeldNote *self);

G_END_DECLS
