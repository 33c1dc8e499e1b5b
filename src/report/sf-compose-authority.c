/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the local authority and staff are told: facts, grades with what lies beneath them, what was
 * written on each area, thanks. */
#include <glib/gi18n-lib.h>

#include "base/sf-text.h"
#include "model/sf-disclosure.h"
#include "model/sf-progress.h"
#include "model/sf-spread.h"
#include "report/sf-compose-private.h"

/* --- facts about the centre ------------------------------------------------------------------- */

static void
add_fact (SfBlock *table, const char *label, const char *text)
{
  g_auto (GStrv) lines = NULL;
  SfTableCell *cell;
  SfTableRow *row;

  if (sf_text_is_blank (text))
    return;
  lines = g_strsplit (text, "\n", -1);
  row = sf_block_add_row (table);
  sf_table_row_add_cell (row, sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, label),
                         SF_SCOPE_ROW);
  cell = sf_table_row_add_cell (row, NULL, SF_SCOPE_NONE);
  for (char **line = lines; *line != NULL; line++)
    if (!sf_text_is_blank (*line))
      sf_table_cell_add_paragraph (cell, sf_prose_new (*line));
}

void
sf_compose_centre_facts (SfComposer *self)
{
  static const double weights[] = { 1, 2.6 };
  const char *titles[] = { _ ("What"), _ ("At this centre") };
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));
  gint64 families = sf_centre_get_families_in_reach (self->centre);
  SfCentre *centre = self->centre;

  add_fact (table, _ ("Name"), sf_centre_get_name (centre));
  add_fact (table, _ ("Reference"), sf_centre_get_reference (centre));
  add_fact (table, _ ("Address"), sf_centre_get_address (centre));
  add_fact (table, _ ("Telephone"), sf_centre_get_telephone (centre));
  add_fact (table, _ ("E-mail"), sf_centre_get_email (centre));
  add_fact (table, _ ("Website"), sf_centre_get_website (centre));
  add_fact (table, _ ("Governed by"), sf_centre_get_committee_name (centre));
  add_fact (table, _ ("Area served"), sf_centre_get_area_served (centre));
  if (families != SF_NULL_INT)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, families);

      add_fact (table, _ ("Families in reach"),
                families >= SF_DISCLOSURE_LEAST ? text : sf_disclosure_get_mark ());
    }
  add_fact (table, _ ("Services"), sf_centre_get_services (centre));
  sf_document_add_heading (self->document, 1, _ ("Facts about the centre"), "centre");
  sf_document_add (self->document, table);
}

/* --- grades ----------------------------------------------------------------------------------- */

/* "2 outstanding, 5 good, 1 not judged yet"; a dash where nothing is judged one by one. */
static char *
tell_spread (SfComposer *self, SfKeyArea *area)
{
  SfProgress progress;
  SfSpread spread;

  sf_progress_of (self->model, self->evaluation, area, &progress);
  if (sf_progress_get_done (&progress) == 0)
    return g_strdup (_ ("Not judged one by one"));
  sf_spread_of_area (self->model, self->evaluation, area, &spread);
  return sf_spread_to_full_text (&spread, sf_key_area_get_scale (area));
}

static SfProse *
make_before (SfComposer *self, SfKeyArea *area)
{
  SfLevel *before = sf_area_grade_get_last_level (self->model, self->evaluation, area);

  return before != NULL ? sf_compose_level_chip (before) : sf_prose_new ("–");
}

static void
add_spreads (SfComposer *self)
{
  static const double weights[] = { 2.2, 1.2, 1.2, 2.2 };
  const char *titles[]
      = { _ ("Key area"), _ ("Grade"), _ ("Before"), _ ("Its statements, one by one") };
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = areas->pdata[i];
      g_autofree char *spread = tell_spread (self, area);
      SfTableRow *row = sf_block_add_row (table);

      sf_table_row_add_cell (row, sf_prose_new (sf_key_area_get_title (area)), SF_SCOPE_ROW);
      sf_table_row_add_cell (row,
                             sf_compose_level_chip (
                                 sf_area_grade_get_level (self->model, self->evaluation, area)),
                             SF_SCOPE_NONE);
      sf_table_row_add_cell (row, make_before (self, area), SF_SCOPE_NONE);
      sf_table_row_add_cell (row, sf_prose_new (spread), SF_SCOPE_NONE);
    }
  sf_document_add (self->document, table);
}

void
sf_compose_grades (SfComposer *self)
{
  sf_document_add_heading (self->document, 1, _ ("Grades"), "grades");
  sf_compose_add_grades (self);
  if (self->audience == SF_AUDIENCE_AUTHORITY)
    add_spreads (self);
}

/* --- what was written on each area ------------------------------------------------------------ */

static void
add_area (SfComposer *self, SfKeyArea *area)
{
  SfAreaJudgement *grade = sf_area_grade_find (self->model, self->evaluation, area);
  g_autofree char *title
      = g_strdup_printf ("%u  %s", sf_key_area_get_index (area) + 1, sf_key_area_get_title (area));
  SfBlock *heading
      = sf_document_add_heading (self->document, 2, title, sf_key_area_get_code (area));

  sf_block_set_accent (heading, sf_compose_area_color (area));
  sf_block_set_trailing (heading,
                         sf_compose_level_chip (
                             sf_area_grade_get_level (self->model, self->evaluation, area)));
  sf_compose_add_standing (self, area);
  if (grade == NULL)
    return;
  sf_compose_add_titled (self, _ ("What is strong"), sf_area_judgement_get_strengths (grade));
  sf_compose_add_titled (self, _ ("What is to improve"),
                         sf_area_judgement_get_improvements (grade));
}

void
sf_compose_area_words (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);

  sf_document_add_heading (self->document, 1, _ ("The key areas"), "areas");
  for (guint i = 0; i < areas->len; i++)
    add_area (self, areas->pdata[i]);
}

/* --- thanks ----------------------------------------------------------------------------------- */

/* Pieces of evidence behind statements about the centre; what is restricted is not even counted. */
static guint
count_evidence (SfComposer *self)
{
  g_autoptr (GPtrArray) links = sf_model_list_evidence_links (self->model, self->evaluation, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      SfEvidence *evidence = sf_model_get_evidence (self->model, links->pdata[i]);
      SfStatement *statement
          = sf_framework_find_statement (self->framework,
                                         sf_evidence_link_get_statement_code (links->pdata[i]));

      if (evidence != NULL && statement != NULL
          && sf_statement_get_subject (statement) == SF_SUBJECT_CENTRE
          && sf_evidence_get_retired_at (evidence) == SF_NULL_INT
          && g_strcmp0 (sf_evidence_get_sensitivity (evidence), "restricted") != 0)
        g_hash_table_add (seen, evidence);
    }
  return g_hash_table_size (seen);
}

void
sf_compose_thanks (SfComposer *self)
{
  guint n = count_evidence (self);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u piece of evidence stands behind what is written here.",
                   "%u pieces of evidence stand behind what is written here.", n),
      n);

  sf_document_add_heading (self->document, 1, _ ("Thank you"), "thanks");
  sf_document_add_text (self->document,
                        _ ("This evaluation is made of what you did, noticed and wrote down. Thank "
                           "you for it."));
  if (n > 0)
    sf_document_add_text (self->document, text);
  sf_document_add_text (self->document,
                        _ ("If something here is not as you know it, please say so: a judgement is "
                           "there to be asked about."));
}
