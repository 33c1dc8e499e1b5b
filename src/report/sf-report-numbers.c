/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers that somebody wrote, held against those that the report does not show. */
#include "report/sf-report-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sf-text.h"
#include "model/sf-outcome-published.h"
#include "report/sf-compose-private.h"

/* So many cells are named that a text may tell of. */
#define MAX_CELLS 3

/* Columns that the report shows, ended by NO_COLUMN. */
#define NO_COLUMN G_MAXUINT

static const guint centre_columns[] = { SF_CENTRE_AREA_SERVED, SF_CENTRE_SERVICES, NO_COLUMN };
static const guint evaluation_columns[]
    = { SF_EVALUATION_IMPROVED, SF_EVALUATION_NOT_IMPROVED, SF_EVALUATION_DECISIONS, NO_COLUMN };
static const guint grade_columns[]
    = { SF_AREA_JUDGEMENT_STRENGTHS, SF_AREA_JUDGEMENT_IMPROVEMENTS, NO_COLUMN };
static const guint judgement_columns[]
    = { SF_JUDGEMENT_NOT_APPLICABLE, SF_JUDGEMENT_STRENGTHS, SF_JUDGEMENT_IMPROVEMENTS,
        SF_JUDGEMENT_DIFFERENCE, NO_COLUMN };
static const guint target_columns[]
    = { SF_TARGET_TITLE, SF_TARGET_CRITERIA,       SF_TARGET_MEASURE, SF_TARGET_BASELINE,
        SF_TARGET_GOAL,  SF_TARGET_OUTCOME_REASON, NO_COLUMN };
static const guint review_columns[] = { SF_REVIEW_VALUE, SF_REVIEW_COMMENT, NO_COLUMN };
static const guint milestone_columns[] = { SF_MILESTONE_TITLE, NO_COLUMN };
static const guint change_columns[] = { SF_TARGET_CHANGE_OLD_VALUE, SF_TARGET_CHANGE_NEW_VALUE,
                                        SF_TARGET_CHANGE_REASON, NO_COLUMN };
static const guint evidence_columns[] = { SF_EVIDENCE_TITLE, SF_EVIDENCE_SHOWS, NO_COLUMN };

/* What texts are about, for who looks for them. */
typedef struct
{
  const char *title; /* what the window calls it */
  const char *page;
  const char *area_code;
  const char *statement_code;
  SfRecord *record;
} Place;

typedef struct
{
  SfComposer composer;
  GPtrArray *items;
  GPtrArray *labels; /* the texts of one place in which there is such a number */
  GPtrArray *cells;  /* what they may tell of */
} Search;

/* --- one text --------------------------------------------------------------------------------- */

static void
add_once (GPtrArray *texts, char *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static gboolean
look_at_text (Search *self, const char *text)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->composer.outcomes->len; i++)
    {
      SfPublished *published = self->composer.outcomes->pdata[i];
      g_autoptr (GArray) hits = NULL;

      if (sf_published_count_withheld (published) == 0)
        continue;
      hits = sf_disclosure_find_in_text (sf_published_get_disclosure (published), text);
      for (guint k = 0; k < hits->len; k++)
        add_once (self->cells,
                  sf_published_tell_cell (published, g_array_index (hits, SfDisclosureHit, k).key));
      found = found || hits->len > 0;
    }
  return found;
}

/* The value of a target, as it is printed: read like a text, so that one rule holds for both. */
static char *
get_words (SfRecord *record, guint column, gboolean percent)
{
  const char *text;
  g_autofree char *number = NULL;

  if (SF_RECORD_GET_CLASS (record)->columns[column].type == SF_COLUMN_TEXT)
    {
      text = sf_record_get_text (record, column);
      return sf_text_is_blank (text) ? NULL : g_strdup (text);
    }
  if (sf_record_is_null (record, column))
    return NULL;
  number = sf_text_format_number (sf_record_get_real (record, column));
  return g_strconcat (number, percent ? "%" : "", NULL);
}

static void
look_at_record (Search *self, gpointer record, const guint *columns, gboolean percent)
{
  for (guint i = 0; record != NULL && columns[i] != NO_COLUMN; i++)
    {
      g_autofree char *words = get_words (record, columns[i], percent);
      const char *label = _ (SF_RECORD_GET_CLASS (record)->columns[columns[i]].label);

      if (words != NULL && look_at_text (self, words))
        add_once (self->labels, g_strdup_printf (_ ("“%s”"), label));
    }
}

static void
look_at_all (Search *self, GPtrArray *records, const guint *columns, gboolean percent)
{
  for (guint i = 0; i < records->len; i++)
    look_at_record (self, records->pdata[i], columns, percent);
}

/* --- one place -------------------------------------------------------------------------------- */

/* At most so many, as a list in a sentence. */
static char *
join (GPtrArray *texts, guint most)
{
  if (texts->len > most)
    g_ptr_array_set_size (texts, (int)most);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **)texts->pdata);
}

static void
begin_place (Search *self)
{
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (g_free);
}

/* Says what was found, if anything, and begins anew. The number itself is not said: the list may be
 * read over somebody's shoulder. */
static void
finish_place (Search *self, const Place *place)
{
  g_autofree char *in = NULL, *of = NULL;
  SfAgendaItem *item;

  if (self->labels->len == 0)
    return;
  in = join (self->labels, self->labels->len);
  of = join (self->cells, MAX_CELLS);
  item = g_new0 (SfAgendaItem, 1);
  item->kind = SF_AGENDA_SMALL_NUMBER;
  /* Translators: a statement, a target, a piece of evidence */
  item->title = g_strdup_printf (_ ("A number to look at: %s"), place->title);
  /* Translators: which texts; measures with group and period */
  item->detail
      = g_strdup_printf (_ ("A number in %1$s is the same as a figure that the report does "
                            "not show: %2$s. If it tells of these families, please leave "
                            "it out."),
                         in, of);
  item->page = place->page;
  item->area_code = g_strdup (place->area_code);
  item->statement_code = g_strdup (place->statement_code);
  item->record = place->record != NULL ? g_object_ref (place->record) : NULL;
  g_ptr_array_add (self->items, item);
  begin_place (self);
}

/* --- what the report is made of --------------------------------------------------------------- */

static void
look_at_summary (Search *self)
{
  const Place centre = { .title = sf_centre_get_name (self->composer.centre),
                         .page = SF_PAGE_CENTRE,
                         .record = SF_RECORD (self->composer.centre) };
  const Place summary = { .title = _ ("The year on one page"),
                          .page = SF_PAGE_OVERVIEW,
                          .area_code = SF_WHOLE_CENTRE };

  look_at_record (self, self->composer.centre, centre_columns, FALSE);
  finish_place (self, &centre);
  look_at_record (self, self->composer.evaluation, evaluation_columns, FALSE);
  look_at_record (self, sf_area_grade_find (self->composer.model, self->composer.evaluation, NULL),
                  grade_columns, FALSE);
  finish_place (self, &summary);
}

static void
look_at_area (Search *self, SfKeyArea *area)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  Place place = { .title = sf_key_area_get_title (area),
                  .page = SF_PAGE_AREA,
                  .area_code = sf_key_area_get_code (area) };

  look_at_record (self, sf_area_grade_find (self->composer.model, self->composer.evaluation, area),
                  grade_columns, FALSE);
  finish_place (self, &place);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];

      if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
        continue;
      place.title = sf_statement_get_title (statement);
      place.statement_code = sf_statement_get_code (statement);
      look_at_record (self, sf_compose_find_judgement (&self->composer, statement),
                      judgement_columns, FALSE);
      finish_place (self, &place);
    }
}

static void
look_at_target (Search *self, SfTarget *target)
{
  SfModel *model = self->composer.model;
  gboolean percent = g_strcmp0 (sf_target_get_unit (target), "%") == 0;
  const Place place = { .title = sf_target_get_title (target),
                        .page = SF_PAGE_TARGETS,
                        .record = SF_RECORD (target) };
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, target);
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (model, target);
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (model, target);

  look_at_record (self, target, target_columns, percent);
  look_at_all (self, reviews, review_columns, percent);
  look_at_all (self, milestones, milestone_columns, FALSE);
  look_at_all (self, changes, change_columns, FALSE);
  finish_place (self, &place);
}

static void
look_at_evidence (Search *self, SfEvidence *evidence)
{
  const Place place = { .title = sf_evidence_get_title (evidence),
                        .page = SF_PAGE_EVIDENCE,
                        .record = SF_RECORD (evidence) };

  look_at_record (self, evidence, evidence_columns, FALSE);
  finish_place (self, &place);
}

static void
look_at_everything (Search *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->composer.framework);
  g_autoptr (GPtrArray) targets = sf_compose_list_targets (&self->composer, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, sf_compose_free_string);
  g_autoptr (GPtrArray) evidence = sf_compose_list_evidence (&self->composer, codes);

  begin_place (self);
  look_at_summary (self);
  for (guint i = 0; i < areas->len; i++)
    look_at_area (self, areas->pdata[i]);
  for (guint i = 0; i < targets->len; i++)
    look_at_target (self, targets->pdata[i]);
  for (guint i = 0; i < evidence->len; i++)
    look_at_evidence (self, evidence->pdata[i]);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

/* --- what is out ------------------------------------------------------------------------------ */

/* Reports that have left tell it when they are laid side by side: nothing here can hide it again,
 * but the head should know. */
static void
list_given_away (GPtrArray *outcomes, GPtrArray *items)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_autoptr (GPtrArray) cells = sf_published_list_given_away (outcomes->pdata[i]);

      for (guint k = 0; k < cells->len; k++)
        {
          SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

          item->kind = SF_AGENDA_SMALL_NUMBER;
          item->title = g_strdup (_ ("Earlier reports tell a small number"));
          /* Translators: a measure, a group of families, a period */
          item->detail = g_strdup_printf (
              _ ("%s: reports that are out already tell of very few families when they are laid "
                 "side by side. That cannot be called back; please tell nobody more about it."),
              (const char *)cells->pdata[k]);
          item->page = SF_PAGE_OUTCOMES;
          g_ptr_array_add (items, item);
        }
    }
}

static gboolean
is_anything_withheld (GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (sf_published_count_withheld (outcomes->pdata[i]) > 0)
      return TRUE;
  return FALSE;
}

GPtrArray *
sf_report_list_numbers (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  Search self = { .composer = { .model = model, .evaluation = evaluation, .today = today },
                  .items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free) };
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (GHashTable) agreed = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), self.items);

  self.composer.framework = sf_model_get_framework (model, evaluation);
  self.composer.centre = sf_model_get_centre (model, evaluation);
  self.composer.outcomes = outcomes = sf_published_list (model, evaluation);
  list_given_away (outcomes, self.items);
  if (self.composer.framework == NULL || self.composer.centre == NULL
      || !is_anything_withheld (outcomes))
    return self.items;
  self.composer.agreed = agreed = sf_model_index_judgements (model, evaluation);
  look_at_everything (&self);
  return self.items;
}
