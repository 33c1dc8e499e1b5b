/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The development plan within a report: its priorities, and what is done for each. */
#include <glib/gi18n-lib.h>

#include "base/sf-text.h"
#include "model/sf-plan.h"
#include "report/sf-compose-private.h"

/* Of a report that has to be short: how many priorities it tells of, and late actions of each. */
#define MAX_PRIORITIES 8
#define MAX_LATE 3

/* What the actions of a priority come to; who works at the centre is not told of money. */
static char *
tell_totals (SfComposer *self, GPtrArray *actions)
{
  SfPlanTotals totals;

  sf_plan_count (self->model, actions, self->today, &totals);
  if (self->audience == SF_AUDIENCE_STAFF)
    {
      totals.cost = totals.spent = totals.over = 0;
      totals.n_over = 0;
      totals.n_uncosted = 0;
    }
  return sf_plan_totals_to_text (&totals);
}

/* Who leads, by the office. */
static char *
tell_lead (SfComposer *self, SfAction *action)
{
  char *lead = sf_compose_office (self, sf_action_get_lead (action));

  return lead != NULL ? lead : g_strdup (_ ("Nobody yet"));
}

static void
add_action (SfComposer *self, SfBlock *table, SfAction *action)
{
  SfActionState state = sf_action_get_state (self->model, action, self->today);
  g_autofree char *lead = tell_lead (self, action), *when = sf_action_when_to_text (action);
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell = sf_table_row_add_cell (row,
                                             sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                           sf_action_get_title (action)),
                                             SF_SCOPE_ROW);

  if (state == SF_ACTION_DROPPED && !sf_text_is_blank (sf_action_get_dropped_reason (action)))
    sf_table_cell_add_paragraph (cell, sf_prose_new (sf_action_get_dropped_reason (action)));
  else if (!sf_text_is_blank (sf_action_get_impact (action)))
    sf_table_cell_add_paragraph (cell, sf_prose_new (sf_action_get_impact (action)));
  sf_table_row_add_cell (row, sf_prose_new (lead), SF_SCOPE_NONE);
  cell = sf_table_row_add_cell (row, sf_compose_action_chip (state), SF_SCOPE_NONE);
  if (!sf_text_is_blank (when) && state != SF_ACTION_NO_DATE)
    sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, when));
}

static void
add_table (SfComposer *self, GPtrArray *actions, const char *name)
{
  static const double weights[] = { 3.4, 1.6, 1.7 };
  const char *titles[] = { _ ("Action"), _ ("Who leads"), _ ("When") };
  SfBlock *table;

  if (actions->len == 0)
    return;
  table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));
  sf_block_set_name (table, name);
  for (guint i = 0; i < actions->len; i++)
    add_action (self, table, actions->pdata[i]);
  sf_document_add (self->document, table);
}

/* A priority with its actions one by one. */
static void
add_priority (SfComposer *self, SfPriority *priority)
{
  g_autoptr (GPtrArray) actions = sf_compose_list_actions (self, priority);
  g_autofree char *totals = tell_totals (self, actions);
  const char *title = sf_priority_get_title (priority);

  sf_document_add_heading (self->document, 3, title, NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, sf_priority_get_objective (priority));
  if (actions->len == 0)
    sf_document_add_text (self->document, _ ("No action yet."));
  else
    sf_document_add_text (self->document, totals);
  add_table (self, actions, title);
}

/* "Late: Knock on every door; two others." */
static void
add_late (SfComposer *self, SfProse *item, GPtrArray *actions)
{
  guint n = 0;

  for (guint i = 0; i < actions->len; i++)
    {
      SfAction *action = actions->pdata[i];

      if (sf_action_get_state (self->model, action, self->today) != SF_ACTION_LATE
          || n++ >= MAX_LATE)
        continue;
      sf_prose_add (item, SF_SPAN_PLAIN, n == 1 ? _ (" Late: ") : "; ");
      sf_prose_add (item, SF_SPAN_PLAIN, sf_action_get_title (action));
    }
  if (n > MAX_LATE)
    {
      g_autofree char *others = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "; %u other",
                                                              "; %u others", n - MAX_LATE),
                                                 n - MAX_LATE);

      sf_prose_add (item, SF_SPAN_PLAIN, others);
    }
  if (n > 0)
    sf_prose_add (item, SF_SPAN_PLAIN, ".");
}

static char *
tell_more (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more priority stands in the plan.",
                                       "%u more priorities stand in the plan.", n),
                          n);
}

/* Each priority in a line or two. */
static void
add_in_short (SfComposer *self, GPtrArray *priorities)
{
  SfBlock *list = sf_block_new_list (FALSE);
  guint n
      = self->detail < SF_DETAIL_SHORTEST ? priorities->len : MIN (priorities->len, MAX_PRIORITIES);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) actions = sf_compose_list_actions (self, priorities->pdata[i]);
      g_autofree char *totals = tell_totals (self, actions);
      SfProse *item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                    sf_priority_get_title (priorities->pdata[i]));

      sf_prose_add (item, SF_SPAN_PLAIN, ": ");
      sf_prose_add (item, SF_SPAN_PLAIN, actions->len > 0 ? totals : _ ("no action yet."));
      add_late (self, item, actions);
      sf_block_add_item (list, item);
    }
  sf_document_add (self->document, list);
  if (n < priorities->len)
    {
      g_autofree char *more = tell_more (priorities->len - n);

      sf_document_add_text (self->document, more);
    }
}

/* All of it in a paragraph. */
static void
add_in_a_paragraph (SfComposer *self, GPtrArray *priorities)
{
  g_autoptr (GPtrArray) actions = sf_compose_list_actions (self, NULL);
  g_autofree char *totals = tell_totals (self, actions);
  SfProse *prose = sf_prose_new (NULL);
  guint n = MIN (priorities->len, MAX_PRIORITIES);

  for (guint i = 0; i < n; i++)
    {
      sf_prose_add (prose, SF_SPAN_STRONG, sf_priority_get_title (priorities->pdata[i]));
      sf_prose_add (prose, SF_SPAN_PLAIN, i + 1 < n ? "; " : ". ");
    }
  if (n < priorities->len)
    {
      g_autofree char *more = tell_more (priorities->len - n);

      sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, more), SF_SPAN_PLAIN, " ");
    }
  sf_prose_add (prose, SF_SPAN_PLAIN, actions->len > 0 ? totals : _ ("No action yet."));
  add_late (self, prose, actions);
  sf_compose_add_paragraph (self, prose);
}

void
sf_compose_plan (SfComposer *self)
{
  g_autoptr (GPtrArray) priorities = sf_plan_list_priorities (self->model, self->evaluation);

  sf_document_add_heading (self->document, 1, _ ("What is planned"), SF_ID_PLAN);
  if (priorities->len == 0)
    {
      sf_document_add_text (self->document, _ ("The development plan has no priority yet."));
      return;
    }
  if (self->detail >= SF_DETAIL_LEAST)
    {
      add_in_a_paragraph (self, priorities);
      return;
    }
  if (self->detail >= SF_DETAIL_NAMES)
    {
      add_in_short (self, priorities);
      return;
    }
  for (guint i = 0; i < priorities->len; i++)
    add_priority (self, priorities->pdata[i]);
}
