/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/sf-performance.h"
#include "ui/sf-said-write.h"
#include "workbook/sf-workbook-performance.h"

G_BEGIN_DECLS

/**
 * SfObjectiveCard:
 *
 * One objective of a confidential record: its title and judgement, and below them, once it is
 * opened, what was agreed and what both say of it. Its fields are made when it is first opened.
 */
#define SF_TYPE_OBJECTIVE_CARD (sf_objective_card_get_type ())
G_DECLARE_FINAL_TYPE (SfObjectiveCard, sf_objective_card, SF, OBJECTIVE_CARD, GtkBox)

/* @remove takes an objective away. */
typedef void (*SfObjectiveRemove) (gpointer data, const SfUuid *objective);

GtkWidget *sf_objective_card_new (SfContext *context,
                                  const SfUuid *objective,
                                  SfSaidWrite write,
                                  SfObjectiveRemove remove,
                                  gpointer data);
const SfUuid *sf_objective_card_get_objective (SfObjectiveCard *self);

/**
 * sf_objective_card_show:
 * @record: of which record, unlocked
 * @said: what the record says
 * @trial: a copy of it, in which it is tried what may change
 * @nth: its place in the list, from 0
 */
void sf_objective_card_show (SfObjectiveCard *self,
                             SfPerformanceRecord *record,
                             const SfPerformance *said,
                             SfPerformance *trial,
                             guint nth);
void sf_objective_card_open (SfObjectiveCard *self);
/* Hands on what is typed in it. */
void sf_objective_card_commit (SfObjectiveCard *self);

/* The mark of a judgement (nullable) on a chip. */
void sf_objective_show_judgement (GtkWidget *chip, const char *judgement);

G_END_DECLS
