/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The annex: every statement about the centre, the targets in full, the evidence. Codes stand here
 * and nowhere before. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-evidence-order.h"
#include "model/sf-judgement-state.h"
#include "model/sf-support.h"
#include "model/sf-target-published.h"
#include "report/sf-compose-private.h"

static void
add_labelled (SfTableCell *cell, const char *label, const char *text)
{
  SfProse *prose;

  if (sf_text_is_blank (text))
    return;
  prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, label);
  sf_table_cell_add_paragraph (cell, sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "),
                                                   SF_SPAN_PLAIN, text));
}

/* "3 items: documents and users’ views; this judgement rests on …" */
static void
add_support (SfComposer *self, SfTableCell *cell, SfStatement *statement)
{
  SfSupportConcern concern = sf_support_get_concern (self->model, self->evaluation, statement);
  g_autofree char *items = NULL, *said = NULL, *text = NULL;
  SfSupport support;

  sf_support_of_statement (self->model, self->evaluation, sf_statement_get_code (statement),
                           &support);
  if (support.n_items == 0 && concern == SF_SUPPORT_FINE)
    return;
  items = sf_support_to_text (&support);
  said = sf_support_concern_to_text (concern, &support);
  if (concern == SF_SUPPORT_FINE)
    text = g_strdup (items);
  else
    text = g_strdup_printf (_ ("%s (this judgement %s)"), items, said);
  add_labelled (cell, _ ("Evidence:"), text);
}

static void
add_statement (SfComposer *self, SfBlock *table, SfStatement *statement)
{
  SfJudgement *judgement = sf_compose_find_judgement (self, statement);
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell;

  sf_table_row_add_cell (row, sf_prose_new (sf_statement_get_code (statement)), SF_SCOPE_ROW);
  cell = sf_table_row_add_cell (row,
                                sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                              sf_statement_get_title (statement)),
                                SF_SCOPE_NONE);
  if (judgement != NULL)
    {
      if (sf_judgement_get_state (judgement) == SF_STATE_NOT_APPLICABLE)
        add_labelled (cell, _ ("Why not:"), sf_judgement_get_not_applicable (judgement));
      add_labelled (cell, _ ("Strong:"), sf_judgement_get_strengths (judgement));
      add_labelled (cell, _ ("To improve:"), sf_judgement_get_improvements (judgement));
      add_labelled (cell, _ ("Difference made:"), sf_judgement_get_difference (judgement));
      add_support (self, cell, statement);
    }
  sf_table_row_add_cell (row, sf_compose_state_chip (judgement, statement), SF_SCOPE_NONE);
}

static void
add_statements (SfComposer *self)
{
  static const double weights[] = { 0.95, 4.05, 1.3 };
  const char *titles[] = { _ ("Code"), _ ("Statement"), _ ("Grade") };
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      GPtrArray *statements = sf_key_area_get_statements (area);
      gboolean begun = FALSE;

      for (guint j = 0; j < statements->len; j++)
        {
          SfStatement *statement = g_ptr_array_index (statements, j);

          if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
            continue;
          if (!begun)
            sf_table_row_add_spanning_cell (sf_block_add_row (table),
                                            sf_prose_new (sf_key_area_get_title (area)),
                                            SF_SCOPE_ROWS, G_N_ELEMENTS (titles));
          begun = TRUE;
          add_statement (self, table, statement);
        }
    }
  sf_document_add (self->document, table);
}

/* The shortest report has no room for them in its contents list. */
static void
add_part (SfComposer *self, const char *title)
{
  sf_document_add_heading (self->document, 2, title, NULL)->in_contents
      = self->detail < SF_DETAIL_SHORTEST;
}

static void
add_cut_texts (SfComposer *self)
{
  if (self->cut->len == 0)
    return;
  add_part (self, _ ("In full"));
  for (guint i = 0; i < self->cut->len; i++)
    {
      const SfCutText *cut = g_ptr_array_index (self->cut, i);

      sf_document_add_heading (self->document, 3, cut->title, NULL)->in_contents = FALSE;
      sf_document_add_text (self->document, cut->text);
    }
}

/* --- targets ---------------------------------------------------------------------------------- */

static void
add_target (SfComposer *self, SfBlock *table, SfTarget *target)
{
  g_autofree char *aim = sf_target_publish_text (target, self->outcomes);
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (self->model, target);
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell = sf_table_row_add_cell (row,
                                             sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                           sf_target_get_title (target)),
                                             SF_SCOPE_ROW);

  if (*aim != '\0')
    sf_table_cell_add_paragraph (cell, sf_prose_new (aim));
  add_labelled (cell, _ ("How we shall know:"), sf_target_get_criteria (target));
  add_labelled (cell, _ ("Measured:"), sf_target_get_measure (target));
  add_labelled (cell, _ ("Why it ended so:"), sf_target_get_outcome_reason (target));
  cell = sf_table_row_add_cell (row, NULL, SF_SCOPE_NONE);
  for (guint i = 0; i < reviews->len; i++)
    {
      SfReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *date = sf_date_format (sf_review_get_reviewed_on (review));
      SfProse *prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, date);

      if (!sf_record_is_null (SF_RECORD (review), SF_REVIEW_VALUE))
        {
          g_autofree char *value
              = sf_target_publish_value (target, self->outcomes, sf_review_get_value (review));

          sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "), SF_SPAN_PLAIN, value);
        }
      if (!sf_text_is_blank (sf_review_get_comment (review)))
        sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "), SF_SPAN_PLAIN,
                      sf_review_get_comment (review));
      sf_table_cell_add_paragraph (cell, prose);
    }
  sf_table_row_add_cell (row,
                         sf_compose_status_chip (
                             sf_target_get_status (self->model, target, self->today)),
                         SF_SCOPE_NONE);
}

static void
add_targets (SfComposer *self)
{
  static const double weights[] = { 2.5, 2.5, 1.2 };
  const char *titles[] = { _ ("Target"), _ ("Reviews"), _ ("Status") };
  g_autoptr (GPtrArray) targets = sf_compose_list_targets (self, NULL);
  SfBlock *table;

  if (targets->len == 0)
    return;
  table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));
  for (guint i = 0; i < targets->len; i++)
    add_target (self, table, g_ptr_array_index (targets, i));
  add_part (self, _ ("The targets and their reviews"));
  sf_document_add (self->document, table);
}

/* --- evidence --------------------------------------------------------------------------------- */

static gboolean
may_be_named (SfComposer *self, SfEvidence *evidence)
{
  return sf_evidence_get_retired_at (evidence) == SF_NULL_INT
         && sf_audience_may_name (self->audience, sf_evidence_get_sensitivity (evidence));
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  return sf_evidence_compare (*(SfEvidence *const *)a, *(SfEvidence *const *)b);
}

/* Notes under each piece of evidence the codes of the statements that it is linked to: the
 * centre's, in the head's own review the head's. */
GPtrArray *
sf_compose_list_evidence (SfComposer *self, GHashTable *codes)
{
  SfSubject subject = self->audience == SF_AUDIENCE_HEAD ? SF_SUBJECT_HEAD : SF_SUBJECT_CENTRE;
  GPtrArray *statements = sf_framework_get_statements (self->framework);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      g_autoptr (GPtrArray) links = NULL;

      if (sf_statement_get_subject (statement) != subject)
        continue;
      links = sf_model_list_evidence_links (self->model, self->evaluation,
                                            sf_statement_get_code (statement));
      for (guint j = 0; j < links->len; j++)
        {
          SfEvidence *evidence = sf_model_get_evidence (self->model, g_ptr_array_index (links, j));
          GString *text;

          if (evidence == NULL || !may_be_named (self, evidence))
            continue;
          text = g_hash_table_lookup (codes, evidence);
          if (text == NULL)
            {
              text = g_string_new (NULL);
              g_hash_table_insert (codes, evidence, text);
              g_ptr_array_add (found, evidence);
            }
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                  sf_statement_get_code (statement));
        }
    }
  g_ptr_array_sort (found, compare_evidence);
  return found;
}

void
sf_compose_free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
add_evidence (SfComposer *self)
{
  static const double weights[] = { 3.4, 1.3, 1.2, 1.6 };
  const char *titles[] = { _ ("Evidence"), _ ("Kind"), _ ("Date"), _ ("For") };
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, sf_compose_free_string);
  g_autoptr (GPtrArray) all = sf_compose_list_evidence (self, codes);
  SfBlock *table;

  sf_document_add_text (self->document,
                        self->audience == SF_AUDIENCE_HEAD
                            ? _ ("Restricted evidence is not listed.")
                            : _ ("Evidence that only the centre’s own staff may see is not "
                                 "listed."));
  if (all->len == 0)
    return;
  table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));
  for (guint i = 0; i < all->len; i++)
    {
      SfEvidence *evidence = g_ptr_array_index (all, i);
      const char *iso = sf_evidence_get_dated_on (evidence);
      g_autofree char *date = iso != NULL ? sf_date_format (iso) : g_strdup ("–");
      SfTableRow *row = sf_block_add_row (table);
      SfTableCell *cell = sf_table_row_add_cell (row,
                                                 sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                               sf_evidence_get_title (evidence)),
                                                 SF_SCOPE_ROW);

      if (!sf_text_is_blank (sf_evidence_get_shows (evidence)))
        sf_table_cell_add_paragraph (cell, sf_prose_new (sf_evidence_get_shows (evidence)));
      sf_table_row_add_cell (row, sf_prose_new (sf_evidence_get_kind_label (evidence)),
                             SF_SCOPE_NONE);
      sf_table_row_add_cell (row, sf_prose_new (date), SF_SCOPE_NONE);
      sf_table_row_add_cell (row,
                             sf_prose_new (((GString *)g_hash_table_lookup (codes, evidence))->str),
                             SF_SCOPE_NONE);
    }
  sf_document_add (self->document, table);
}

void
sf_compose_annex (SfComposer *self)
{
  g_autofree char *citation = g_strdup_printf (
      _ ("Each statement of the %s has a code, so that this annex can be laid beside the "
         "publication. What is judged of the head belongs to the head and is not in this report."),
      sf_framework_get_title (self->framework));

  sf_document_add (self->document, sf_block_new_page_break ());
  sf_document_add_heading (self->document, 1, _ ("Annex"), SF_ID_ANNEX);
  sf_document_add_text (self->document, citation);
  add_part (self, _ ("The statements one by one"));
  add_statements (self);
  add_targets (self);
  sf_compose_outcomes_in_full (self);
  add_part (self, _ ("The evidence"));
  add_evidence (self);
  add_cut_texts (self);
}

/* --- the same as sections of their own -------------------------------------------------------- */

void
sf_compose_all_statements (SfComposer *self)
{
  g_autofree char *citation = g_strdup_printf (
      _ ("Each statement of the %s has a code, so that this can be laid beside the publication. "
         "What is judged of the head belongs to the head and is not in this report."),
      sf_framework_get_title (self->framework));

  sf_document_add_heading (self->document, 1, _ ("The statements one by one"), "statements");
  sf_document_add_text (self->document, citation);
  add_statements (self);
}

void
sf_compose_evidence (SfComposer *self)
{
  sf_document_add_heading (self->document, 1, _ ("The evidence"), "evidence");
  add_evidence (self);
}

void
sf_compose_own_evidence (SfComposer *self)
{
  sf_document_add_heading (self->document, 2, _ ("Evidence of the head’s practice"),
                           "own-evidence");
  add_evidence (self);
}
