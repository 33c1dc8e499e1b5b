/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Progress on what was agreed: the targets. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-target-published.h"
#include "report/sf-compose-private.h"

/* The space before a unit may break here: in large print the columns are narrow. */
static SfProse *
make_value (SfComposer *self, SfTarget *target, double value)
{
  g_autofree char *text
      = isnan (value) ? g_strdup ("–") : sf_target_publish_value (target, self->outcomes, value);
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);
  g_autofree char *spaced = g_strjoinv (" ", parts);

  return sf_prose_new (spaced);
}

static void
add_due (SfTableCell *cell, SfTarget *target)
{
  g_autofree char *due = sf_date_format (sf_target_get_due_on (target));
  g_autofree char *text = *due != '\0' ? g_strdup_printf (_ ("by %s"), due) : NULL;

  if (text != NULL)
    sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, text));
}

/* Somebody said that it was met, and the readings do not. */
static void
add_doubt (SfComposer *self, SfTableCell *cell, SfTarget *target)
{
  g_autofree char *text = sf_target_doubt_to_text (self->model, target, self->today);

  if (text != NULL)
    sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, text));
}

/* That less was promised is seen where it is seen how much of it is done; of a target that serves
 * no area, the reason too, which stands nowhere else. */
static void
add_changed (SfComposer *self, SfTableCell *cell, SfTarget *target)
{
  gboolean whole = sf_compose_find_target_area (self, target) == NULL;
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (self->model, target);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *what = sf_target_publish_change (target, self->outcomes, changes->pdata[i]);
      g_autofree char *sentence = whole ? sf_compose_sentence (what) : g_strdup (what);
      g_autofree char *said
          = whole ? g_strdup_printf ("%s %s", sentence,
                                     sf_target_change_get_reason (changes->pdata[i]))
                  : g_strdup (sentence);
      g_autofree char *text = g_strdup_printf (_ ("Changed: %s"), said);

      sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, text));
    }
}

/* What is said of a target at its area is said here of one that serves no area. */
static void
add_explanation (SfComposer *self, SfTableCell *cell, SfTarget *target)
{
  SfProse *prose;

  if (self->detail >= SF_DETAIL_FACTS || sf_compose_find_target_area (self, target) != NULL)
    {
      add_changed (self, cell, target);
      return;
    }
  prose = sf_prose_new (NULL);
  sf_compose_add_target_words (self, prose, target);
  if (sf_prose_get_n_spans (prose) > 0)
    sf_table_cell_add_paragraph (cell, prose);
  else
    sf_prose_free (prose);
}

static void
add_target (SfComposer *self, SfBlock *table, SfTarget *target, SfTargetStatus status)
{
  SfReview *reading = sf_target_get_latest_reading (self->model, target, self->today);
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell;

  cell = sf_table_row_add_cell (row,
                                sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                              sf_target_get_title (target)),
                                SF_SCOPE_ROW);
  add_due (cell, target);
  add_doubt (self, cell, target);
  add_explanation (self, cell, target);
  sf_table_row_add_cell (row, make_value (self, target, sf_target_get_baseline (target)),
                         SF_SCOPE_NONE);
  sf_table_row_add_cell (row, make_value (self, target, sf_target_get_goal (target)),
                         SF_SCOPE_NONE);
  sf_table_row_add_cell (row,
                         make_value (self, target,
                                     reading != NULL ? sf_review_get_value (reading) : NAN),
                         SF_SCOPE_NONE);
  sf_table_row_add_cell (row, sf_compose_status_chip (status), SF_SCOPE_NONE);
}

/* Whether a report that has to be short leaves it to the annex: one that was changed and serves no
 * area would be told of nowhere; one that was ended against its readings is always told. */
static gboolean
is_left_out (SfComposer *self, SfTarget *target, SfTargetStatus status)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (self->detail < SF_DETAIL_SHORTEST || !sf_compose_is_quiet (status)
      || sf_target_ended_otherwise (self->model, target, self->today))
    return FALSE;
  changes = sf_model_list_target_changes (self->model, target);
  return changes->len == 0 || sf_compose_find_target_area (self, target) != NULL;
}

void
sf_compose_progress (SfComposer *self)
{
  static const double weights[] = { 3.6, 1.2, 1.1, 1.1, 1.3 };
  static const SfAlign aligns[]
      = { SF_ALIGN_START, SF_ALIGN_END, SF_ALIGN_END, SF_ALIGN_END, SF_ALIGN_START };
  const char *titles[]
      = { _ ("Target"), _ ("Where we began"), _ ("Goal"), _ ("Now"), _ ("Status") };
  g_autoptr (GPtrArray) targets = sf_compose_list_targets (self, NULL);
  gboolean left_out = FALSE;
  SfBlock *table;

  sf_document_add_heading (self->document, 1, _ ("Progress on what we agreed"), SF_ID_PROGRESS);
  if (targets->len == 0)
    {
      sf_document_add_text (self->document, _ ("No targets have been set for the centre."));
      return;
    }
  table = sf_compose_new_table (titles, weights, aligns, G_N_ELEMENTS (titles));
  for (guint i = 0; i < targets->len; i++)
    {
      SfTarget *target = g_ptr_array_index (targets, i);
      SfTargetStatus status = sf_target_get_status (self->model, target, self->today);

      if (is_left_out (self, target, status))
        left_out = TRUE;
      else
        add_target (self, table, target, status);
    }
  sf_document_add (self->document, table);
  if (left_out)
    sf_document_add_text (self->document,
                          self->annex
                              ? _ ("Targets that are on track, met or dropped stand in the annex.")
                              : _ ("There are more targets, all of them on track, met or dropped. "
                                   "They stand in the annex, which was not printed."));
}
