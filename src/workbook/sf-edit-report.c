/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workbook/sf-workbook-report.h"

#include <string.h>

#include "base/sf-text.h"
#include "model/sf-report-chosen.h"
#include "workbook/sf-edit-private.h"

/* What a step says itself. */
typedef enum
{
  EDITED_FIELD,
  EDITED_SECTIONS,
  EDITED_STATEMENT,
} SfEdited;

/* A step on what is chosen for one report. */
typedef struct
{
  SfWorkbook *workbook;
  SfStep *step;
  SfReportChoice *choice; /* NULL where the step makes it */
  SfUuid uuid;            /* of the choice */
} Edit;

/* --- rows ------------------------------------------------------------------------------------ */

static void
set_choice (Edit *edit, GType type, const SfUuid *uuid, guint column)
{
  g_auto (SfValue) choice = SF_VALUE_INIT;

  sf_value_set_uuid (&choice, &edit->uuid);
  sf_step_set (edit->step, type, uuid, column, &choice);
}

static void
insert_section (Edit *edit, const char *section, SfUuid *uuid)
{
  sf_step_insert (edit->step, SF_TYPE_REPORT_SECTION, uuid);
  set_choice (edit, SF_TYPE_REPORT_SECTION, uuid, SF_REPORT_SECTION_CHOICE);
  sf_step_set_text (edit->step, SF_TYPE_REPORT_SECTION, uuid, SF_REPORT_SECTION_SECTION, section);
}

static void
place_section (Edit *edit, const SfUuid *uuid, gint64 position, gboolean shown)
{
  const GType type = SF_TYPE_REPORT_SECTION;

  sf_step_set_int (edit->step, type, uuid, SF_REPORT_SECTION_POSITION, position);
  sf_step_set_int (edit->step, type, uuid, SF_REPORT_SECTION_IS_SHOWN, shown ? 1 : 0);
}

static void
insert_statement (Edit *edit, const char *code, SfUuid *uuid)
{
  sf_step_insert (edit->step, SF_TYPE_REPORT_STATEMENT, uuid);
  set_choice (edit, SF_TYPE_REPORT_STATEMENT, uuid, SF_REPORT_STATEMENT_CHOICE);
  sf_step_set_text (edit->step, SF_TYPE_REPORT_STATEMENT, uuid, SF_REPORT_STATEMENT_STATEMENT_CODE,
                    code);
}

static void
set_or_clear (SfStep *step, const SfUuid *uuid, guint column, const char *text)
{
  if (sf_text_is_blank (text))
    sf_step_set_null (step, SF_TYPE_REPORT_STATEMENT, uuid, column);
  else
    sf_step_set_text (step, SF_TYPE_REPORT_STATEMENT, uuid, column, text);
}

/* --- the record of the choice ---------------------------------------------------------------- */

/* What was chosen for the evaluation before, as it was shown until now: all but the covering note,
 * which was of that meeting, and what the step says itself. */
static void
carry (Edit *edit, SfReportChoice *last, SfEdited edited, const char *code)
{
  SfModel *model = edit->workbook->model;
  g_autoptr (GPtrArray) sections = sf_report_chosen_list_sections (model, last);
  g_autoptr (GPtrArray) statements = sf_report_chosen_list_statements (model, last);
  SfUuid uuid;

  for (guint i = 0; edited != EDITED_SECTIONS && i < sections->len; i++)
    {
      SfReportSection *from = sections->pdata[i];

      insert_section (edit, sf_report_section_get_section (from), &uuid);
      place_section (edit, &uuid, i, sf_report_section_get_is_shown (from) == 1);
    }
  for (guint i = 0; i < statements->len; i++)
    {
      SfReportStatement *from = statements->pdata[i];

      if (g_strcmp0 (sf_report_statement_get_statement_code (from), code) == 0)
        continue;
      insert_statement (edit, sf_report_statement_get_statement_code (from), &uuid);
      set_or_clear (edit->step, &uuid, SF_REPORT_STATEMENT_REQUIREMENT,
                    sf_report_statement_get_requirement (from));
      set_or_clear (edit->step, &uuid, SF_REPORT_STATEMENT_ASSESSED_BY,
                    sf_report_statement_get_assessed_by (from));
    }
}

static void
insert_choice (Edit *edit, SfEvaluation *evaluation, const char *audience, SfReportChoice *last)
{
  const GType type = SF_TYPE_REPORT_CHOICE;
  gboolean annex = last != NULL && sf_report_choice_get_annex (last) == 1;
  gboolean large = last != NULL && sf_report_choice_get_large_print (last) == 1;

  sf_step_insert (edit->step, type, &edit->uuid);
  sf_step_set_ref (edit->step, type, &edit->uuid, SF_REPORT_CHOICE_EVALUATION, evaluation);
  sf_step_set_text (edit->step, type, &edit->uuid, SF_REPORT_CHOICE_AUDIENCE, audience);
  sf_step_set_int (edit->step, type, &edit->uuid, SF_REPORT_CHOICE_ANNEX, annex);
  sf_step_set_int (edit->step, type, &edit->uuid, SF_REPORT_CHOICE_LARGE_PRINT, large);
  if (last != NULL && sf_report_choice_get_area_code (last) != NULL)
    sf_step_set_text (edit->step, type, &edit->uuid, SF_REPORT_CHOICE_AREA_CODE,
                      sf_report_choice_get_area_code (last));
}

/* What a step on that column is called. */
static const char *
name_column (guint column)
{
  return sf_record_class_get_heading (g_type_class_peek (SF_TYPE_REPORT_CHOICE), column);
}

/* A statement by its code and title; (transfer full) */
static char *
name_statement (SfWorkbook *self, SfEvaluation *evaluation, const char *code)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);
  SfStatement *statement = framework != NULL ? sf_framework_find_statement (framework, code) : NULL;

  return statement != NULL ? g_strdup_printf ("%s %s", code, sf_statement_get_title (statement))
                           : g_strdup (code);
}

/* There is one choice for each report, so what waits to be written is written first: it may have
 * made it. */
static gboolean
begin (Edit *edit,
       SfWorkbook *self,
       SfEvaluation *evaluation,
       const char *audience,
       const char *what,
       SfEdited edited,
       const char *code,
       GError **error)
{
  SfReportChoice *last;
  g_autofree char *label = NULL;

  if (!sf_workbook_check_writable (self, error))
    return FALSE;
  if (sf_vocabulary_find (SF_VOCABULARY_AUDIENCE, audience) < 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("There is no audience “%s”."), audience);
      return FALSE;
    }
  if (sf_workbook_count_pending (self) > 0 && !sf_workbook_sync (self, error))
    return FALSE;
  /* Translators: an audience; what was chosen */
  label = g_strdup_printf (_ ("Report, %1$s: %2$s"),
                           sf_vocabulary_get_label (SF_VOCABULARY_AUDIENCE, audience), what);
  edit->workbook = self;
  edit->step = sf_step_new (label);
  edit->choice = sf_report_chosen_find (self->model, evaluation, audience);
  if (edit->choice != NULL)
    {
      edit->uuid = *sf_record_get_uuid (SF_RECORD (edit->choice));
      return TRUE;
    }
  last = sf_report_chosen_find_last (self->model, evaluation, audience);
  insert_choice (edit, evaluation, audience, last);
  if (last != NULL)
    carry (edit, last, edited, code);
  return TRUE;
}

static gboolean
end (Edit *edit)
{
  sf_workbook_submit (edit->workbook, g_steal_pointer (&edit->step));
  return TRUE;
}

static gboolean
check_area (SfWorkbook *self, SfEvaluation *evaluation, const char *code, GError **error)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);

  if (code == NULL || (framework != NULL && sf_framework_find_area (framework, code) != NULL))
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("There is no key area “%s”."), code);
  return FALSE;
}

gboolean
sf_workbook_set_report_text (SfWorkbook *self,
                             SfEvaluation *evaluation,
                             const char *audience,
                             guint column,
                             const char *text,
                             GError **error)
{
  g_autofree char *clean = sf_text_clean (text);
  Edit edit;

  g_return_val_if_fail (column == SF_REPORT_CHOICE_COVERING_NOTE
                            || column == SF_REPORT_CHOICE_AREA_CODE,
                        FALSE);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return sf_edit_refuse (error, _ ("The text has signs that are not text. Nothing was changed."));
  /* what is judged of the head may be behind a lock, and the file keeps this in the open */
  if (column == SF_REPORT_CHOICE_COVERING_NOTE && clean != NULL
      && g_strcmp0 (audience, "head") == 0)
    return sf_edit_refuse (error, _ ("A covering note of the head’s own review is not kept, for it "
                                     "would stand in the file for whoever opens it."));
  if ((column == SF_REPORT_CHOICE_AREA_CODE && !check_area (self, evaluation, clean, error))
      || !begin (&edit, self, evaluation, audience, name_column (column), EDITED_FIELD, NULL,
                 error))
    return FALSE;
  if (clean != NULL)
    sf_step_set_text (edit.step, SF_TYPE_REPORT_CHOICE, &edit.uuid, column, clean);
  else
    sf_step_set_null (edit.step, SF_TYPE_REPORT_CHOICE, &edit.uuid, column);
  return end (&edit);
}

gboolean
sf_workbook_set_report_switch (SfWorkbook *self,
                               SfEvaluation *evaluation,
                               const char *audience,
                               guint column,
                               gboolean on,
                               GError **error)
{
  Edit edit;

  g_return_val_if_fail (column == SF_REPORT_CHOICE_ANNEX || column == SF_REPORT_CHOICE_LARGE_PRINT,
                        FALSE);

  if (!begin (&edit, self, evaluation, audience, name_column (column), EDITED_FIELD, NULL, error))
    return FALSE;
  sf_step_set_int (edit.step, SF_TYPE_REPORT_CHOICE, &edit.uuid, column, on ? 1 : 0);
  return end (&edit);
}

/* --- sections -------------------------------------------------------------------------------- */

/* Takes the record of that section out of @there. */
static SfReportSection *
take_section (GPtrArray *there, const char *section)
{
  for (guint i = 0; i < there->len; i++)
    if (g_strcmp0 (sf_report_section_get_section (there->pdata[i]), section) == 0)
      return g_ptr_array_remove_index (there, i);
  return NULL;
}

static gboolean
check_places (const SfReportPlace *places, guint n_places, GError **error)
{
  for (guint i = 0; i < n_places; i++)
    {
      if (!sf_edit_check_line (places[i].section, _ ("the section a name"), error))
        return FALSE;
      for (guint k = 0; k < i; k++)
        if (strcmp (places[i].section, places[k].section) == 0)
          return sf_edit_refuse (error, _ ("A section has one place in a report."));
    }
  return TRUE;
}

gboolean
sf_workbook_set_report_sections (SfWorkbook *self,
                                 SfEvaluation *evaluation,
                                 const char *audience,
                                 const SfReportPlace *places,
                                 guint n_places,
                                 GError **error)
{
  g_autoptr (GPtrArray) there = NULL;
  Edit edit;

  if (!check_places (places, n_places, error)
      || !begin (&edit, self, evaluation, audience, _ ("Sections"), EDITED_SECTIONS, NULL, error))
    return FALSE;
  there = edit.choice != NULL ? sf_report_chosen_list_sections (self->model, edit.choice)
                              : g_ptr_array_new ();
  for (guint i = 0; i < n_places; i++)
    {
      SfReportSection *old = take_section (there, places[i].section);
      SfUuid uuid;

      if (old != NULL)
        uuid = *sf_record_get_uuid (SF_RECORD (old));
      else
        insert_section (&edit, places[i].section, &uuid);
      place_section (&edit, &uuid, i, places[i].shown);
    }
  for (guint i = 0; i < there->len; i++)
    sf_step_delete (edit.step, there->pdata[i]);
  return end (&edit);
}

/* --- statements ------------------------------------------------------------------------------ */

static gboolean
check_statement (SfWorkbook *self,
                 SfEvaluation *evaluation,
                 const char *code,
                 const char *requirement,
                 GError **error)
{
  SfFramework *framework = sf_model_get_framework (self->model, evaluation);

  if (framework == NULL || sf_framework_find_statement (framework, code) == NULL)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("There is no statement “%s”."), code);
      return FALSE;
    }
  if (requirement == NULL || sf_vocabulary_find (SF_VOCABULARY_REQUIREMENT, requirement) >= 0)
    return TRUE;
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID, _ ("“%s” is not one of the words for this."),
               requirement);
  return FALSE;
}

/* The words in the order of the vocabulary, each once; NULL with @error where one is unknown. */
static char *
join_words (const char *const *words, GError **error)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (sf_vocabulary_find (SF_VOCABULARY_ASSESSMENT, words[i]) < 0)
      {
        g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
                     _ ("“%s” is not one of the words for this."), words[i]);
        g_string_free (joined, TRUE);
        return NULL;
      }
  for (guint i = 0; i < sf_vocabulary_get_n_terms (SF_VOCABULARY_ASSESSMENT); i++)
    {
      const char *id = sf_vocabulary_get_nth_id (SF_VOCABULARY_ASSESSMENT, i);

      if (words != NULL && g_strv_contains (words, id))
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", id);
    }
  return g_string_free (joined, FALSE);
}

gboolean
sf_workbook_choose_report_statement (SfWorkbook *self,
                                     SfEvaluation *evaluation,
                                     const char *audience,
                                     const char *code,
                                     const char *requirement,
                                     const char *const *assessed_by,
                                     GError **error)
{
  SfReportStatement *there = NULL;
  g_autofree char *joined = NULL, *what = name_statement (self, evaluation, code);
  SfUuid uuid;
  Edit edit;

  if (!check_statement (self, evaluation, code, requirement, error))
    return FALSE;
  joined = join_words (assessed_by, error);
  if (joined == NULL
      || !begin (&edit, self, evaluation, audience, what, EDITED_STATEMENT, code, error))
    return FALSE;
  if (edit.choice != NULL)
    there = sf_report_chosen_find_statement (self->model, edit.choice, code);
  if (there != NULL)
    uuid = *sf_record_get_uuid (SF_RECORD (there));
  else
    insert_statement (&edit, code, &uuid);
  set_or_clear (edit.step, &uuid, SF_REPORT_STATEMENT_REQUIREMENT, requirement);
  set_or_clear (edit.step, &uuid, SF_REPORT_STATEMENT_ASSESSED_BY, joined);
  return end (&edit);
}

gboolean
sf_workbook_drop_report_statement (SfWorkbook *self,
                                   SfEvaluation *evaluation,
                                   const char *audience,
                                   const char *code,
                                   GError **error)
{
  SfReportChoice *last = sf_report_chosen_find_last (self->model, evaluation, audience);
  g_autofree char *name = name_statement (self, evaluation, code);
  /* Translators: a statement */
  g_autofree char *what = g_strdup_printf (_ ("without %s"), name);
  SfReportStatement *there;
  Edit edit;

  if (last == NULL || sf_report_chosen_find_statement (self->model, last, code) == NULL)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND, _ ("The statement “%s” was not chosen."),
                   code);
      return FALSE;
    }
  if (!begin (&edit, self, evaluation, audience, what, EDITED_STATEMENT, code, error))
    return FALSE;
  /* of the evaluation before, it is not carried over */
  there = edit.choice != NULL ? sf_report_chosen_find_statement (self->model, edit.choice, code)
                              : NULL;
  if (there != NULL)
    sf_step_delete (edit.step, SF_RECORD (there));
  return end (&edit);
}
