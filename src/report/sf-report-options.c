/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-report-options.h"

#include <string.h>

#include "model/sf-report-chosen.h"

static void
free_section (gpointer data)
{
  SfSectionChoice *self = data;

  g_free (self->id);
  g_free (self);
}

GPtrArray *
sf_section_choices_new (void)
{
  return g_ptr_array_new_with_free_func (free_section);
}

void
sf_section_choices_add (GPtrArray *self, const char *id, gboolean shown)
{
  SfSectionChoice *choice = g_new0 (SfSectionChoice, 1);

  choice->id = g_strdup (id);
  choice->shown = shown;
  g_ptr_array_add (self, choice);
}

static void
free_statement (gpointer data)
{
  SfStatementChoice *self = data;

  g_free (self->code);
  g_free (self->requirement);
  g_free (self->assessed_by);
  g_free (self);
}

GPtrArray *
sf_statement_choices_new (void)
{
  return g_ptr_array_new_with_free_func (free_statement);
}

void
sf_statement_choices_add (GPtrArray *self,
                          const char *code,
                          const char *requirement,
                          const char *assessed_by)
{
  SfStatementChoice *choice = g_new0 (SfStatementChoice, 1);

  choice->code = g_strdup (code);
  choice->requirement = g_strdup (requirement);
  choice->assessed_by = g_strdup (assessed_by);
  g_ptr_array_add (self, choice);
}

/* All sections in the usual order, so that one of them can be left out where it stands. */
static void
spell_out (SfReportOptions *self)
{
  g_autoptr (GPtrArray) usual = sf_audience_list_sections (self->audience);

  if (self->sections == NULL)
    self->sections = sf_section_choices_new ();
  for (guint i = 0; i < usual->len; i++)
    {
      const SfSectionInfo *info = usual->pdata[i];
      gboolean there = FALSE;

      for (guint k = 0; k < self->sections->len; k++)
        there = there || strcmp (((SfSectionChoice *)self->sections->pdata[k])->id, info->id) == 0;
      if (!there)
        sf_section_choices_add (self->sections, info->id, TRUE);
    }
}

void
sf_report_options_show (SfReportOptions *self, const char *id, gboolean shown)
{
  spell_out (self);
  for (guint i = 0; i < self->sections->len; i++)
    {
      SfSectionChoice *choice = self->sections->pdata[i];

      if (strcmp (choice->id, id) == 0)
        choice->shown = shown;
    }
}

static void
take_choice (SfReportOptions *self, SfModel *model, SfReportChoice *choice)
{
  g_autoptr (GPtrArray) sections = sf_report_chosen_list_sections (model, choice);
  g_autoptr (GPtrArray) statements = sf_report_chosen_list_statements (model, choice);

  self->annex = sf_report_choice_get_annex (choice) == 1;
  self->large_print = sf_report_choice_get_large_print (choice) == 1;
  self->area_code = g_strdup (sf_report_choice_get_area_code (choice));
  if (sections->len > 0)
    self->sections = sf_section_choices_new ();
  for (guint i = 0; i < sections->len; i++)
    sf_section_choices_add (self->sections, sf_report_section_get_section (sections->pdata[i]),
                            sf_report_section_get_is_shown (sections->pdata[i]) == 1);
  if (statements->len > 0)
    self->statements = sf_statement_choices_new ();
  for (guint i = 0; i < statements->len; i++)
    sf_statement_choices_add (self->statements,
                              sf_report_statement_get_statement_code (statements->pdata[i]),
                              sf_report_statement_get_requirement (statements->pdata[i]),
                              sf_report_statement_get_assessed_by (statements->pdata[i]));
}

void
sf_report_options_init (SfReportOptions *self,
                        SfModel *model,
                        SfEvaluation *evaluation,
                        SfAudience audience,
                        const char *today)
{
  const char *id = sf_audience_get_id (audience);
  SfReportChoice *choice;

  *self = (SfReportOptions){ .audience = audience, .today = today };
  choice = sf_report_chosen_find_last (model, evaluation, id);
  if (choice == NULL)
    return;
  take_choice (self, model, choice);
  if (choice == sf_report_chosen_find (model, evaluation, id))
    self->covering_note = g_strdup (sf_report_choice_get_covering_note (choice));
}

void
sf_report_options_clear (SfReportOptions *self)
{
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->covering_note, g_free);
  g_clear_pointer (&self->area_code, g_free);
}
