/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The development plan, for pages that lie across. */
#include "report/sf-compose-plan.h"

#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "base/sf-text.h"
#include "model/sf-plan.h"
#include "model/sf-vocabulary.h"
#include "report/sf-compose-private.h"

/* --- what belongs to the head ----------------------------------------------------------------- */

static gboolean
is_of_centre (SfStatement *statement)
{
  return sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE;
}

static gboolean
is_printed (SfComposer *self, SfAction *action)
{
  g_autoptr (GPtrArray) statements = NULL;

  if (sf_action_get_statement_codes (action) == NULL)
    return TRUE;
  statements = sf_plan_list_statements (self->model, action);
  for (guint i = 0; i < statements->len; i++)
    if (is_of_centre (statements->pdata[i]))
      return TRUE;
  return FALSE;
}

GPtrArray *
sf_compose_list_actions (SfComposer *self, SfPriority *priority)
{
  GPtrArray *actions = priority != NULL ? sf_plan_list_actions (self->model, priority)
                                        : sf_plan_list_all_actions (self->model, self->evaluation);

  for (guint i = actions->len; i > 0; i--)
    if (!is_printed (self, actions->pdata[i - 1]))
      g_ptr_array_remove_index (actions, i - 1);
  return actions;
}

/* --- the cells -------------------------------------------------------------------------------- */

SfProse *
sf_compose_action_chip (SfActionState state)
{
  static const SfShape shapes[SF_N_ACTION_STATES] = {
    [SF_ACTION_NOT_BEGUN] = SF_SHAPE_DOTTED_RING,
    [SF_ACTION_UNDER_WAY] = SF_SHAPE_DISC,
    [SF_ACTION_LATE] = SF_SHAPE_CROSS,
    [SF_ACTION_NO_DATE] = SF_SHAPE_HALF_DISC,
    [SF_ACTION_DONE] = SF_SHAPE_TICK,
    [SF_ACTION_DROPPED] = SF_SHAPE_DASH,
  };
  static const SfChipTone tones[SF_N_ACTION_STATES] = {
    [SF_ACTION_NOT_BEGUN] = SF_CHIP_TONE_NEUTRAL, [SF_ACTION_UNDER_WAY] = SF_CHIP_TONE_GOOD,
    [SF_ACTION_LATE] = SF_CHIP_TONE_POOR,         [SF_ACTION_NO_DATE] = SF_CHIP_TONE_WARN,
    [SF_ACTION_DONE] = SF_CHIP_TONE_BEST,         [SF_ACTION_DROPPED] = SF_CHIP_TONE_NEUTRAL,
  };

  return sf_prose_add_chip (sf_prose_new (NULL), shapes[state], tones[state],
                            sf_action_state_get_label (state));
}

static void
add_text (SfTableCell *cell, SfSpanKind kind, const char *text)
{
  if (!sf_text_is_blank (text))
    sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), kind, text));
}

/* "For “Fathers are welcome” and “Families are reached”", the targets after them. */
static void
add_served (SfComposer *self, SfTableCell *cell, SfAction *action)
{
  g_autoptr (GPtrArray) statements = sf_plan_list_statements (self->model, action);
  g_autoptr (GPtrArray) targets = sf_plan_list_targets (self->model, action);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *joined = NULL, *text = NULL;

  for (guint i = 0; i < statements->len; i++)
    if (is_of_centre (statements->pdata[i]))
      g_ptr_array_add (titles, (gpointer)sf_statement_get_title (statements->pdata[i]));
  for (guint i = 0; i < targets->len; i++)
    if (sf_compose_is_centre_target (self, targets->pdata[i]))
      g_ptr_array_add (titles, (gpointer)sf_target_get_title (targets->pdata[i]));
  if (titles->len == 0)
    return;
  g_ptr_array_add (titles, NULL);
  joined = g_strjoinv ("; ", (char **)titles->pdata);
  /* Translators: statements and targets that an action serves */
  text = g_strdup_printf (_ ("Serves: %s"), joined);
  add_text (cell, SF_SPAN_SMALL, text);
}

/* The chip before it says already that there is no date, and that it was dropped. */
static void
add_when (SfComposer *self, SfTableCell *cell, SfAction *action)
{
  SfActionState state = sf_action_get_state (self->model, action, self->today);
  g_autofree char *when = sf_action_when_to_text (action);
  g_autofree char *told = sf_action_state_to_text (self->model, action, self->today);

  if (state == SF_ACTION_NO_DATE)
    {
      add_text (cell, SF_SPAN_PLAIN, sf_action_get_no_date_reason (action));
      return;
    }
  add_text (cell, SF_SPAN_PLAIN, when);
  if (state == SF_ACTION_DROPPED)
    add_text (cell, SF_SPAN_PLAIN, sf_action_get_dropped_reason (action));
  else if (state == SF_ACTION_LATE || state == SF_ACTION_DONE)
    add_text (cell, SF_SPAN_PLAIN, told);
}

static void
add_reviews (SfComposer *self, SfTableCell *cell, SfAction *action)
{
  g_autoptr (GPtrArray) reviews = sf_plan_list_reviews (self->model, action);

  for (guint i = 0; i < reviews->len; i++)
    {
      SfActionReview *review = reviews->pdata[i];
      g_autofree char *on = sf_date_format_brief (sf_action_review_get_reviewed_on (review));
      const char *status = sf_action_review_get_status (review);
      const char *comment = sf_action_review_get_comment (review);
      SfProse *prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, on);

      if (status != NULL)
        sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "), SF_SPAN_PLAIN,
                      sf_vocabulary_get_label (SF_VOCABULARY_ACTION_STATUS, status));
      if (comment != NULL)
        sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, status != NULL ? ". " : " "),
                      SF_SPAN_PLAIN, comment);
      sf_table_cell_add_paragraph (cell, prose);
    }
}

static void
add_action (SfComposer *self, SfBlock *table, SfAction *action)
{
  SfTableRow *row = sf_block_add_row (table);
  g_autofree char *money = sf_action_money_to_text (action);
  g_autofree char *lead = sf_compose_office (self, sf_action_get_lead (action));
  SfTableCell *cell = sf_table_row_add_cell (row,
                                             sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                           sf_action_get_title (action)),
                                             SF_SCOPE_ROW);

  add_served (self, cell, action);
  sf_table_row_add_cell (row, sf_prose_new (lead != NULL ? lead : _ ("Nobody yet")), SF_SCOPE_NONE);
  cell = sf_table_row_add_cell (row,
                                sf_compose_action_chip (
                                    sf_action_get_state (self->model, action, self->today)),
                                SF_SCOPE_NONE);
  add_when (self, cell, action);
  cell = sf_table_row_add_cell (row, money != NULL ? sf_prose_new (money) : NULL, SF_SCOPE_NONE);
  add_text (cell, SF_SPAN_SMALL, sf_action_get_money_source (action));
  cell = sf_table_row_add_cell (row, NULL, SF_SCOPE_NONE);
  add_text (cell, SF_SPAN_PLAIN, sf_action_get_criteria (action));
  cell = sf_table_row_add_cell (row, NULL, SF_SCOPE_NONE);
  add_text (cell, SF_SPAN_PLAIN, sf_action_get_progress (action));
  add_reviews (self, cell, action);
  cell = sf_table_row_add_cell (row, NULL, SF_SCOPE_NONE);
  add_text (cell, SF_SPAN_PLAIN, sf_action_get_impact (action));
}

/* --- the document ----------------------------------------------------------------------------- */

static void
add_totals (SfComposer *self, GPtrArray *actions)
{
  g_autofree char *text = NULL;
  SfPlanTotals totals;

  sf_plan_count (self->model, actions, self->today, &totals);
  text = sf_plan_totals_to_text (&totals);
  sf_compose_add_paragraph (self, sf_prose_new (text));
}

static void
add_priority (SfComposer *self, SfPriority *priority, guint number)
{
  static const double weights[] = { 3.2, 1.7, 2.1, 1.9, 2.3, 3.2, 2.2 };
  const char *const titles[] = { _ ("Action"),
                                 _ ("Who leads"),
                                 _ ("When"),
                                 _ ("Money"),
                                 _ ("How we shall know"),
                                 _ ("Progress and reviews"),
                                 _ ("What difference it made") };
  g_autoptr (GPtrArray) actions = sf_compose_list_actions (self, priority);
  g_autofree char *heading
      = g_strdup_printf (_ ("Priority %u: %s"), number, sf_priority_get_title (priority));
  g_autofree char *id = g_strdup_printf ("priority-%u", number);
  SfBlock *table;

  sf_document_add_heading (self->document, 2, heading, id);
  sf_document_add_text (self->document, sf_priority_get_objective (priority));
  if (actions->len == 0)
    {
      sf_compose_add_paragraph (self, sf_prose_new (_ ("No action yet.")));
      return;
    }
  table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));
  sf_block_set_name (table, heading);
  for (guint i = 0; i < actions->len; i++)
    add_action (self, table, actions->pdata[i]);
  /* above the table: a line of its own after it could begin a page */
  add_totals (self, actions);
  sf_document_add (self->document, table);
}

static void
add_whole (SfComposer *self)
{
  g_autoptr (GPtrArray) priorities = sf_plan_list_priorities (self->model, self->evaluation);
  g_autoptr (GPtrArray) all = sf_compose_list_actions (self, NULL);

  sf_document_add_heading (self->document, 1, sf_document_get_title (self->document), "plan");
  if (priorities->len == 0)
    sf_compose_add_paragraph (self, sf_prose_new (_ ("The plan has no priority yet.")));
  else
    add_totals (self, all);
  for (guint i = 0; i < priorities->len; i++)
    add_priority (self, priorities->pdata[i], i + 1);
}

SfDocument *
sf_plan_make_document (SfModel *model, SfEvaluation *evaluation, const char *today, GError **error)
{
  SfComposer self = { .model = model, .evaluation = evaluation, .today = today };
  g_autofree char *title = NULL, *head = NULL, *day = NULL;
  const char *name;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  self.framework = sf_model_get_framework (model, evaluation);
  self.centre = sf_model_get_centre (model, evaluation);
  if (self.framework == NULL || self.centre == NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("The standards that this evaluation uses could not be read from the "
                              "centre file, so the plan was not printed. Nothing was changed."));
      return NULL;
    }
  name = sf_centre_get_name (self.centre);
  day = sf_date_format (today);
  /* Translators: the period of the plan */
  title = g_strdup_printf (_ ("Development plan, %s"), sf_evaluation_get_title (evaluation));
  /* Translators: a centre, and the day on which its plan was printed */
  head = g_strdup_printf (_ ("%s · development plan as it stood on %s"), name, day);
  self.document = sf_document_new (title, "en-GB", today);
  sf_document_set_author (self.document, name);
  sf_document_set_running_head (self.document, head);
  add_whole (&self);
  return self.document;
}

void
sf_plan_init_sheet (SfStyleSheet *sheet, gboolean large_print)
{
  *sheet = large_print ? *sf_style_sheet_get_large_print () : *sf_style_sheet_get_standard ();
  sf_style_sheet_set_paper (sheet, SF_MM (297), SF_MM (210));
  sheet->margin_side = SF_MM (15);
  if (large_print)
    return;
  sheet->size = 10;
  sheet->table_size = 8.5;
  sheet->small_size = 7.5;
}
