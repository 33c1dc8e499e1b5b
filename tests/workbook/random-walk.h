/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: 2026 The Sixfold contributors */
#pragma once

#include "simple-model.h"
#include "workbook-helpers.h"

/* A walk of random operations: what they share, and each of them. An operation asks the workbook,
 * looks whether the answer is the one that it should be, and does the same to the simple model. */

typedef struct
{
  Centre centre;
  SimpleModel *simple;
  GRand *rand;
  guint made; /* for titles that differ */
} Walk;

#define UUID(record) sf_record_get_uuid (SF_RECORD (record))
#define MODEL(walk) sf_workbook_get_model ((walk)->centre.workbook)

/* What is being done, for when it goes wrong. */
extern const char *walk_operation;

gboolean walk_chance (Walk *walk, int one_in);
gpointer walk_pick (Walk *walk, GType type);
const char *walk_pick_text (Walk *walk);
char *walk_make_title (Walk *walk);
const char *walk_pick_date (Walk *walk);
const char *walk_pick_code (Walk *walk);
SfRecord *walk_pick_field (Walk *walk, SfColumnType type, guint *column);
gboolean walk_is_blank (const char *text);
gboolean walk_is_required (SfRecord *record, guint column);
gboolean walk_is_open (Walk *walk, gpointer record);
/* Of an action's date and the reason for none, and of done and dropped, one at most says something.
 */
gboolean walk_has_rival (gpointer record, guint column, guint *rival);
void walk_put_text (Walk *walk, gpointer record, guint column, const char *text);
/* Whether a field may be set to @text (a number for a REAL column; NULL for nothing) without a
 * reason: the rule itself is tested in tests/model. */
gboolean walk_is_free (Walk *walk, gpointer record, guint column, const char *text);
/* Whether a day, or a figure, goes with what a target, an action or a review says besides. */
gboolean walk_day_fits (Walk *walk, gpointer record, guint column, const char *day);
gboolean walk_figures_fit (SfTarget *target, double baseline, double goal);
void walk_assert_answer (gboolean done, gboolean expected, GError **answer);

/* FALSE: there was nothing to do it to */
gboolean random_set_text (Walk *walk);
gboolean random_set_int (Walk *walk);
gboolean random_set_real (Walk *walk);
gboolean random_set_date (Walk *walk);
gboolean random_edit_many (Walk *walk);
gboolean random_set_null (Walk *walk);
gboolean random_add_centre (Walk *walk);
gboolean random_add_contributor (Walk *walk);
gboolean random_retire (Walk *walk);
gboolean random_restore (Walk *walk);
gboolean random_add_evaluation (Walk *walk);
gboolean random_close_evaluation (Walk *walk);
gboolean random_reopen_evaluation (Walk *walk);
gboolean random_set_level (Walk *walk);
gboolean random_set_not_applicable (Walk *walk);
gboolean random_clear_judgement (Walk *walk);
gboolean random_add_judgement (Walk *walk);
gboolean random_remove_judgement (Walk *walk);
gboolean random_propose_grade (Walk *walk);
gboolean random_agree_grade (Walk *walk);
gboolean random_withdraw_agreement (Walk *walk);
gboolean random_add_evidence (Walk *walk);
gboolean random_add_web_link (Walk *walk);
gboolean random_link_evidence (Walk *walk);
gboolean random_unlink_evidence (Walk *walk);
gboolean random_link_many (Walk *walk);
gboolean random_retire_many (Walk *walk);
gboolean random_restore_many (Walk *walk);
gboolean random_set_paper (Walk *walk);
gboolean random_remove_attachment (Walk *walk);
gboolean random_add_target (Walk *walk);
gboolean random_set_target_measure (Walk *walk);
gboolean random_end_target (Walk *walk);
gboolean random_reopen_target (Walk *walk);
gboolean random_add_review (Walk *walk);
gboolean random_remove_review (Walk *walk);
gboolean random_add_priority (Walk *walk);
gboolean random_add_action (Walk *walk);
gboolean random_move_priority (Walk *walk);
gboolean random_move_action (Walk *walk);
gboolean random_draft_actions (Walk *walk);
gboolean random_set_money (Walk *walk);
gboolean random_set_action_statements (Walk *walk);
gboolean random_link_action_target (Walk *walk);
gboolean random_unlink_action_target (Walk *walk);
gboolean random_review_action (Walk *walk);
gboolean random_remove_action_review (Walk *walk);
gboolean random_finish_action (Walk *walk);
gboolean random_drop_action (Walk *walk);
gboolean random_reopen_action (Walk *walk);
gboolean random_tie_target (Walk *walk);
gboolean random_change_target (Walk *walk);
gboolean random_add_milestone (Walk *walk);
gboolean random_reach_milestone (Walk *walk);
gboolean random_remove_milestone (Walk *walk);
gboolean random_set_further_statements (Walk *walk);
gboolean random_set_target_statements (Walk *walk);
gboolean random_add_measure (Walk *walk);
gboolean random_take_measure (Walk *walk);
gboolean random_add_family_group (Walk *walk);
gboolean random_set_reading (Walk *walk);
gboolean random_set_readings (Walk *walk);
gboolean random_attach (Walk *walk);
gboolean random_type_text (Walk *walk);
