/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Blank forms of the key areas, for those who judge on paper. What is judged of the head is in no
 * form: it belongs to the head. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "report/sf-compose-private.h"

/* A box to tick. */
#define BOX "\342\230\220"

/* What each level means, once for a form. */
static void
add_scale (SfComposer *self, SfScale *scale)
{
  static const double weights[] = { 1, 3.4 };
  const char *titles[] = { _ ("Tick"), _ ("When it is the right one") };
  GPtrArray *levels = sf_scale_get_levels (scale);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < levels->len; i++)
    {
      SfTableRow *row = sf_block_add_row (table);

      sf_table_row_add_cell (row, sf_compose_level_chip (levels->pdata[i]), SF_SCOPE_ROW);
      sf_table_row_add_cell (row, sf_prose_new (sf_level_get_descriptor (levels->pdata[i])),
                             SF_SCOPE_NONE);
    }
  table->keep_together = TRUE;
  sf_document_add (self->document, table);
}

/* A box for each level, with its word above it, and one for who cannot say. */
static void
add_boxes (SfComposer *self, SfScale *scale)
{
  GPtrArray *levels = sf_scale_get_levels (scale);
  SfBlock *table = sf_block_new_table ();
  SfTableRow *header = sf_block_add_header_row (table), *row = sf_block_add_row (table);

  for (guint i = 0; i <= levels->len; i++)
    {
      SfProse *name = i < levels->len ? sf_compose_level_chip (levels->pdata[i])
                                      : sf_prose_new (_ ("Cannot say"));

      sf_block_add_column (table, 1, SF_ALIGN_CENTER);
      sf_table_row_add_cell (header, name, SF_SCOPE_COLUMN);
      sf_table_row_add_cell (row, sf_prose_new (BOX), SF_SCOPE_NONE);
    }
  table->keep_together = TRUE;
  table->keep_with_next = TRUE;
  sf_document_add (self->document, table);
}

static void
add_prompts (SfComposer *self, SfStatement *statement)
{
  const char *const *prompts = sf_statement_get_prompts (statement);
  SfBlock *list, *lead;

  if (prompts[0] == NULL)
    return;
  lead = sf_block_new_paragraph (
      sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, _ ("What would we see?")));
  lead->keep_with_next = TRUE;
  sf_document_add (self->document, lead);
  list = sf_block_new_list (FALSE);
  for (guint i = 0; prompts[i] != NULL; i++)
    sf_block_add_item (list, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL, prompts[i]));
  list->keep_together = TRUE;
  list->keep_with_next = TRUE;
  sf_document_add (self->document, list);
}

static void
add_statement (SfComposer *self, SfStatement *statement, guint number)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, sf_statement_get_title (statement));
  SfBlock *heading = sf_document_add_heading (self->document, 2, title, NULL);
  SfBlock *text, *lines = sf_block_new_sign_off (
                     sf_prose_new (_ ("Please write what you saw, read, heard or counted.")));

  sf_block_set_trailing (heading, sf_prose_add (sf_prose_new (NULL), SF_SPAN_SMALL,
                                                sf_statement_get_code (statement)));
  text = sf_block_new_paragraph (sf_prose_new (sf_statement_get_text (statement)));
  text->keep_with_next = TRUE;
  sf_document_add (self->document, text);
  add_prompts (self, statement);
  add_boxes (self, sf_statement_get_scale (statement));
  sf_block_add_item (lines, sf_prose_new (_ ("What is strong")));
  sf_block_add_item (lines, sf_prose_new (_ ("What to improve")));
  sf_block_add_item (lines, sf_prose_new (_ ("How I know")));
  sf_document_add (self->document, lines);
}

/* Who filled it in, and where it goes. */
static void
add_end (SfComposer *self)
{
  g_autofree char *address = sf_text_clean (sf_centre_get_address (self->centre));
  g_autofree char *where
      = address != NULL ? g_strdup_printf (_ ("Please hand this form in at the office of %s, %s."),
                                           sf_centre_get_name (self->centre), address)
                        : g_strdup_printf (_ ("Please hand this form in at the office of %s."),
                                           sf_centre_get_name (self->centre));
  SfBlock *block = sf_block_new_sign_off (sf_prose_new (g_strdelimit (where, "\n", ' ')));

  sf_document_add_heading (self->document, 2, _ ("Who filled this in"), NULL);
  sf_block_add_item (block, sf_prose_new (_ ("Name")));
  sf_block_add_item (block, sf_prose_new (_ ("What I do here")));
  sf_block_add_item (block, sf_prose_new (_ ("Date")));
  sf_document_add (self->document, block);
}

static void
add_beginning (SfComposer *self, SfKeyArea *area)
{
  g_autofree char *title
      = g_strdup_printf ("%u  %s", sf_key_area_get_index (area) + 1, sf_key_area_get_title (area));
  g_autofree char *period = sf_date_format_period (sf_evaluation_get_starts_on (self->evaluation),
                                                   sf_evaluation_get_ends_on (self->evaluation));
  SfBlock *heading
      = sf_document_add_heading (self->document, 1, title, sf_key_area_get_code (area));
  SfProse *line
      = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, sf_centre_get_name (self->centre));

  sf_block_set_accent (heading, sf_compose_area_color (area));
  sf_prose_add (sf_prose_add (line, SF_SPAN_SMALL, " · "), SF_SPAN_SMALL, period);
  sf_compose_add_paragraph (self, line);
  sf_compose_covering_note (self, FALSE);
  sf_document_add_text (self->document, sf_key_area_get_introduction (area));
  sf_document_add_text (self->document,
                        _ ("Please tick one box for each statement, and write what makes you think "
                           "so. Where you have not seen enough, tick “Cannot say”. Please write "
                           "nobody’s name."));
  add_scale (self, sf_key_area_get_scale (area));
}

static gboolean
add_form (SfComposer *self, SfKeyArea *area, gboolean further)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      if (sf_statement_get_subject (statements->pdata[i]) != SF_SUBJECT_CENTRE)
        continue;
      if (n == 0 && further)
        sf_document_add (self->document, sf_block_new_page_break ());
      if (n++ == 0)
        add_beginning (self, area);
      add_statement (self, statements->pdata[i], n);
    }
  if (n > 0)
    add_end (self);
  return n > 0;
}

void
sf_compose_forms (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  const char *code = self->options->area_code;
  SfKeyArea *only = code != NULL ? sf_framework_find_area (self->framework, code) : NULL;
  gboolean further = FALSE;

  for (guint i = 0; i < areas->len; i++)
    if (only == NULL || areas->pdata[i] == only)
      further = add_form (self, areas->pdata[i], further) || further;
}
