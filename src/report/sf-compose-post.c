/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* For who applies to be head: a job description of what the centre is judged on, a person
 * specification of what a head knows and is. Nothing that was judged is in either, and nobody's
 * name. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-text.h"
#include "model/sf-vocabulary.h"
#include "report/sf-compose-private.h"

/* --- what was chosen -------------------------------------------------------------------------- */

/* Whether anything of that subject was chosen; a document of nothing is a document of all. */
static gboolean
has_chosen (SfComposer *self)
{
  return self->options->statements != NULL && self->options->statements->len > 0;
}

/* NULL where it is not chosen, or nothing is. */
static const SfStatementChoice *
find_chosen (SfComposer *self, SfStatement *statement)
{
  GPtrArray *chosen = self->options->statements;

  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    {
      const SfStatementChoice *choice = chosen->pdata[i];

      if (strcmp (choice->code, sf_statement_get_code (statement)) == 0)
        return choice;
    }
  return NULL;
}

/* The subject is that of its group: among the standards some are on the head's own practice, and
 * they are of the job all the same. */
static gboolean
is_in (SfComposer *self, SfStatement *statement, SfSubject subject)
{
  return sf_group_get_subject (sf_statement_get_group (statement)) == subject
         && (!has_chosen (self) || find_chosen (self, statement) != NULL);
}

/* "Title. What it says." */
static SfProse *
make_statement (SfStatement *statement)
{
  SfProse *prose
      = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, sf_statement_get_title (statement));

  sf_prose_add (prose, SF_SPAN_STRONG, ". ");
  return sf_prose_add (prose, SF_SPAN_PLAIN, sf_statement_get_text (statement));
}

/* --- both ------------------------------------------------------------------------------------- */

void
sf_compose_post (SfComposer *self)
{
  g_autofree char *committee = sf_compose_committee (self), *first = NULL;
  SfCentre *centre = self->centre;

  first = sf_text_upper_first (committee);
  sf_document_add_heading (self->document, 2, _ ("The post"), "post");
  sf_compose_add_labelled (self, _ ("Post:"), _ ("Head of centre"));
  sf_compose_add_labelled (self, _ ("Where:"), sf_centre_get_name (centre));
  sf_compose_add_labelled (self, _ ("Answers to:"), first);
  sf_compose_add_labelled (self, _ ("Local authority:"), sf_centre_get_local_authority (centre));
  if (self->audience != SF_AUDIENCE_JOB_DESCRIPTION)
    return;
  sf_compose_add_labelled (self, _ ("The families:"), sf_centre_get_area_served (centre));
  sf_compose_add_labelled (self, _ ("The services:"), sf_centre_get_services (centre));
}

void
sf_compose_source (SfComposer *self)
{
  g_autofree char *source = sf_compose_tell_source (self);

  sf_compose_add_small (self, source);
}

/* --- the job description ---------------------------------------------------------------------- */

void
sf_compose_purpose (SfComposer *self)
{
  const char *purpose = sf_framework_get_core_purpose (self->framework);
  const char *const *ways = sf_framework_get_ways (self->framework);
  SfBlock *list;

  sf_document_add_heading (self->document, 2, _ ("Core purpose"), "purpose");
  sf_document_add_text (self->document, purpose != NULL
                                            ? purpose
                                            : _ ("These standards do not state a core purpose."));
  if (ways[0] == NULL)
    return;
  list = sf_block_new_list (FALSE);
  for (guint i = 0; ways[i] != NULL; i++)
    sf_block_add_item (list, sf_prose_new (ways[i]));
  sf_document_add (self->document, list);
}

static void
add_duties (SfComposer *self, SfKeyArea *area)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  SfBlock *list = sf_block_new_list (FALSE), *heading;

  for (guint i = 0; i < statements->len; i++)
    if (is_in (self, statements->pdata[i], SF_SUBJECT_CENTRE))
      sf_block_add_item (list, make_statement (statements->pdata[i]));
  if (list->items->len == 0)
    {
      sf_block_free (list);
      return;
    }
  heading = sf_document_add_heading (self->document, 3, sf_key_area_get_title (area), NULL);
  sf_block_set_accent (heading, sf_compose_area_color (area));
  sf_document_add_text (self->document, sf_key_area_get_introduction (area));
  sf_document_add (self->document, list);
}

void
sf_compose_duties (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);

  sf_document_add_heading (self->document, 2, _ ("What the head answers for"), "duties");
  sf_document_add_text (self->document,
                        _ ("The head of centre leads the centre and its people so that this is "
                           "so, and gives account of it."));
  for (guint i = 0; i < areas->len; i++)
    add_duties (self, areas->pdata[i]);
}

/* --- the person specification ----------------------------------------------------------------- */

static SfProse *
make_requirement (const SfStatementChoice *choice)
{
  if (choice == NULL || choice->requirement == NULL)
    return sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, _ ("To be decided"));
  return sf_prose_new (sf_vocabulary_get_label (SF_VOCABULARY_REQUIREMENT, choice->requirement));
}

/* "Application, interview" */
static SfProse *
make_assessment (const SfStatementChoice *choice)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (choice == NULL || sf_text_is_blank (choice->assessed_by))
    return sf_prose_add (sf_prose_new (NULL), SF_SPAN_EMPHASIS, _ ("To be decided"));
  words = g_strsplit (choice->assessed_by, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *label = sf_vocabulary_get_label (SF_VOCABULARY_ASSESSMENT, words[i]);
      g_autofree char *lower = g_utf8_strdown (label, -1);

      if (*words[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                text->len > 0 ? lower : label);
    }
  return sf_prose_new (text->str);
}

static void
add_requirement (SfComposer *self, SfBlock *table, SfStatement *statement)
{
  const SfStatementChoice *choice = find_chosen (self, statement);
  SfTableRow *row = sf_block_add_row (table);

  sf_table_row_add_cell (row, make_statement (statement), SF_SCOPE_ROW);
  sf_table_row_add_cell (row, make_requirement (choice), SF_SCOPE_NONE);
  sf_table_row_add_cell (row, make_assessment (choice), SF_SCOPE_NONE);
}

/* Statements of the head in groups of that code; with NULL, in all others. */
static gboolean
is_of_group (SfStatement *statement, gboolean qualities)
{
  SfGroup *group = sf_statement_get_group (statement);

  return (strcmp (sf_group_get_code (group), "Q") == 0) == qualities;
}

static void
add_requirements (SfComposer *self, const char *title, const char *id, gboolean qualities)
{
  static const double weights[] = { 3.6, 1.1, 1.4 };
  const char *titles[] = { title, _ ("Required"), _ ("Assessed by") };
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < areas->len; i++)
    {
      GPtrArray *statements = sf_key_area_get_statements (areas->pdata[i]);
      gboolean begun = FALSE;

      for (guint k = 0; k < statements->len; k++)
        {
          if (!is_in (self, statements->pdata[k], SF_SUBJECT_HEAD)
              || !is_of_group (statements->pdata[k], qualities))
            continue;
          if (!begun)
            sf_table_row_add_spanning_cell (sf_block_add_row (table),
                                            sf_prose_new (sf_key_area_get_title (areas->pdata[i])),
                                            SF_SCOPE_ROWS, G_N_ELEMENTS (titles));
          begun = TRUE;
          add_requirement (self, table, statements->pdata[k]);
        }
    }
  sf_document_add_heading (self->document, 2, title, id);
  if (table->rows->len > 0)
    {
      sf_block_set_name (table, title);
      sf_document_add (self->document, table);
      return;
    }
  sf_block_free (table);
  sf_document_add_text (self->document, _ ("Nothing is asked here."));
}

void
sf_compose_knowledge (SfComposer *self)
{
  add_requirements (self, _ ("Knowledge"), "knowledge", FALSE);
}

void
sf_compose_qualities (SfComposer *self)
{
  add_requirements (self, _ ("Qualities and skills"), "qualities", TRUE);
}
