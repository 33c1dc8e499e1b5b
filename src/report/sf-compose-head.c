/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The head's own review: what is judged of the head, as it stands in the open or in the opened
 * document of a locked record. */
#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-performance-judged.h"
#include "report/sf-compose-private.h"

static const guint judgement_columns[SF_N_JUDGED_FIELDS] = {
  [SF_JUDGED_NOT_APPLICABLE] = SF_JUDGEMENT_NOT_APPLICABLE,
  [SF_JUDGED_STRENGTHS] = SF_JUDGEMENT_STRENGTHS,
  [SF_JUDGED_IMPROVEMENTS] = SF_JUDGEMENT_IMPROVEMENTS,
  [SF_JUDGED_DIFFERENCE] = SF_JUDGEMENT_DIFFERENCE,
};

/* --- one judgement, wherever it is ------------------------------------------------------------ */

typedef struct
{
  SfStatement *statement;
  SfJudgement *judgement; /* in the open */
  const SfPerformance *judged;
  int nth; /* in the document */
} Judged;

static const char *
get_text (const Judged *self, SfJudgedField field)
{
  if (self->judged != NULL)
    return self->nth >= 0 ? sf_performance_get_judged (self->judged, (guint)self->nth, field)
                          : NULL;
  return self->judgement != NULL
             ? sf_record_get_text (SF_RECORD (self->judgement), judgement_columns[field])
             : NULL;
}

static SfLevel *
get_level (const Judged *self)
{
  SfScale *scale = sf_statement_get_scale (self->statement);
  const char *text;

  if (self->judged == NULL)
    return sf_judgement_find_level (self->judgement, scale);
  text = get_text (self, SF_JUDGED_LEVEL);
  return text != NULL ? sf_scale_find_level (scale, g_ascii_strtoll (text, NULL, 10)) : NULL;
}

static SfProse *
make_chip (const Judged *self)
{
  SfLevel *level = get_level (self);

  if (level != NULL)
    return sf_compose_level_chip (level);
  return sf_prose_add_chip (sf_prose_new (NULL), SF_SHAPE_DOTTED_RING, SF_CHIP_TONE_NEUTRAL,
                            sf_text_is_blank (get_text (self, SF_JUDGED_NOT_APPLICABLE))
                                ? _ ("Not judged yet")
                                : _ ("Not applicable"));
}

static void
add_text (SfTableCell *cell, const char *label, const char *text)
{
  SfProse *prose;

  if (sf_text_is_blank (text))
    return;
  prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, label);
  sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "),
                                                   SF_SPAN_PLAIN, text));
}

static void
add_words (SfTableCell *cell, const Judged *judged)
{
  add_text (cell, _ ("Why not:"), get_text (judged, SF_JUDGED_NOT_APPLICABLE));
  add_text (cell, _ ("Strong:"), get_text (judged, SF_JUDGED_STRENGTHS));
  add_text (cell, _ ("To improve:"), get_text (judged, SF_JUDGED_IMPROVEMENTS));
  add_text (cell, _ ("Difference made:"), get_text (judged, SF_JUDGED_DIFFERENCE));
}

/* --- what others said of it ------------------------------------------------------------------- */

static void
add_other (SfBlock *table, const Judged *judged, const char *name)
{
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell
      = sf_table_row_add_cell (row,
                               sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS,
                                             sf_text_is_blank (name) ? _ ("Somebody else") : name),
                               SF_SCOPE_ROW);

  add_words (cell, judged);
  sf_table_row_add_cell (row, make_chip (judged), SF_SCOPE_NONE);
}

static void
add_sealed_others (SfComposer *self, SfBlock *table, SfStatement *statement)
{
  const SfPerformance *judged = self->options->judged;
  const char *code = sf_statement_get_code (statement);

  for (guint i = 0; i < sf_performance_get_n_judged (judged); i++)
    {
      const Judged one = { .statement = statement, .judged = judged, .nth = (int)i };

      if (g_strcmp0 (get_text (&one, SF_JUDGED_STATEMENT_CODE), code) == 0
          && get_text (&one, SF_JUDGED_CONTRIBUTOR) != NULL)
        add_other (table, &one, get_text (&one, SF_JUDGED_NAME));
    }
}

static void
add_open_others (SfComposer *self, SfBlock *table, SfStatement *statement)
{
  g_autoptr (GPtrArray) all = sf_model_list_referring (self->model, SF_TYPE_JUDGEMENT,
                                                       SF_JUDGEMENT_EVALUATION, self->evaluation);

  for (guint i = 0; i < all->len; i++)
    {
      const SfUuid *uuid = sf_judgement_get_contributor (all->pdata[i]);
      const Judged one = { .statement = statement, .judgement = all->pdata[i] };
      SfContributor *contributor = uuid != NULL ? sf_model_find (self->model, uuid) : NULL;

      if (contributor != NULL
          && g_strcmp0 (sf_judgement_get_statement_code (all->pdata[i]),
                        sf_statement_get_code (statement))
                 == 0
          && sf_judgement_get_state (all->pdata[i]) != SF_STATE_NOT_JUDGED)
        add_other (table, &one, sf_contributor_get_name (contributor));
    }
}

/* --- the sections ----------------------------------------------------------------------------- */

/* FALSE where nobody has judged it. */
static gboolean
add_statement (SfComposer *self, SfBlock *table, SfStatement *statement)
{
  const SfPerformance *document = self->options->judged;
  const char *code = sf_statement_get_code (statement);
  const Judged own
      = { .statement = statement,
          .judgement = sf_compose_find_judgement (self, statement),
          .judged = document,
          .nth = document != NULL ? sf_performance_find_judged (document, code, NULL) : -1 };
  g_autofree char *title = g_strdup_printf ("%s  %s", code, sf_statement_get_title (statement));
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell
      = sf_table_row_add_cell (row, sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, title),
                               SF_SCOPE_ROW);
  guint n = table->rows->len;

  add_words (cell, &own);
  sf_table_row_add_cell (row, make_chip (&own), SF_SCOPE_NONE);
  if (document != NULL)
    add_sealed_others (self, table, statement);
  else
    add_open_others (self, table, statement);
  if (table->rows->len > n || cell->paragraphs->len > 1 || get_level (&own) != NULL)
    return TRUE;
  g_ptr_array_remove_index (table->rows, n - 1);
  return FALSE;
}

static void
add_area (SfComposer *self, SfKeyArea *area)
{
  static const double weights[] = { 4, 1.25 };
  const char *titles[] = { _ ("Statement"), _ ("Judged") };
  GPtrArray *statements = sf_key_area_get_statements (area);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles)), *heading;
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    if (sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_HEAD
        && !add_statement (self, table, statements->pdata[i]))
      g_string_append_printf (left, "%s%s", left->len > 0 ? "; " : "",
                              sf_statement_get_title (statements->pdata[i]));
  if (table->rows->len > 0 || left->len > 0)
    {
      heading = sf_document_add_heading (self->document, 2, sf_key_area_get_title (area),
                                         sf_key_area_get_code (area));
      sf_block_set_accent (heading, sf_compose_area_color (area));
    }
  sf_block_set_name (table, sf_key_area_get_title (area));
  if (table->rows->len > 0)
    sf_document_add (self->document, table);
  else
    sf_block_free (table);
  if (left->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Not judged yet: %s."), left->str);

      sf_compose_add_small (self, text);
    }
}

void
sf_compose_practice (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);

  sf_document_add_text (self->document,
                        _ ("This is about the head’s own practice. It belongs to the head, and to "
                           "those whom the head lets read it; it is part of no other report."));
  for (guint i = 0; i < areas->len; i++)
    add_area (self, areas->pdata[i]);
}

void
sf_compose_own_targets (SfComposer *self)
{
  g_autoptr (GPtrArray) targets = sf_model_list_targets (self->model, self->evaluation, NULL);
  SfBlock *list = sf_block_new_list (FALSE);

  for (guint i = 0; i < targets->len; i++)
    {
      SfTarget *target = targets->pdata[i];
      SfProse *item;

      if (sf_compose_is_centre_target (self, target)
          || sf_framework_find_statement (self->framework, sf_target_get_statement_code (target))
                 == NULL)
        continue;
      item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, sf_target_get_title (target));
      sf_prose_add (item, SF_SPAN_PLAIN, " – ");
      sf_compose_add_status_chip (item, sf_target_get_status (self->model, target, self->today));
      sf_prose_add (item, SF_SPAN_PLAIN, "\n");
      sf_compose_add_target_words (self, item, target);
      sf_block_add_item (list, item);
    }
  sf_document_add_heading (self->document, 2, _ ("Targets for the head’s own practice"),
                           "own-targets");
  if (list->items->len > 0)
    {
      sf_document_add (self->document, list);
      return;
    }
  sf_block_free (list);
  sf_document_add_text (self->document, _ ("None is set."));
}
