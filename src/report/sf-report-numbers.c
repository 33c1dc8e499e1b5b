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
#include "model/sf-target-published.h"
#include "report/sf-compose-private.h"

/* So many cells are named that a text may tell of, and so many texts. */
#define MAX_CELLS 3
#define MAX_TEXTS 3

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
  SfTarget *target; /* whose values these are */
} Place;

/* A text with such a number. */
typedef struct
{
  char *name;          /* "“what is strong” of Safe places" */
  SfAgendaItem *leads; /* where it was written; without words */
} Text;

/* A figure that is not shown, and the texts that may tell it. */
typedef struct
{
  SfPublished *published;
  const char *key;
  GArray *texts; /* of guint: their places among all */
} Figure;

typedef struct
{
  SfComposer composer;
  GPtrArray *items;
  GPtrArray *texts;   /* of Text, as they stand in the report */
  GPtrArray *figures; /* of Figure, as they were found */
} Search;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_clear_pointer (&text->leads, sf_agenda_item_free);
  g_free (text->name);
  g_free (text);
}

static void
figure_free (gpointer data)
{
  g_array_unref (((Figure *)data)->texts);
  g_free (data);
}

/* --- one text --------------------------------------------------------------------------------- */

static Figure *
ensure_figure (Search *self, SfPublished *published, const char *key)
{
  Figure *figure;

  for (guint i = 0; i < self->figures->len; i++)
    {
      figure = self->figures->pdata[i];
      if (figure->published == published && strcmp (figure->key, key) == 0)
        return figure;
    }
  figure = g_new0 (Figure, 1);
  figure->published = published;
  figure->key = key;
  figure->texts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->figures, figure);
  return figure;
}

/* Once for each text, however often the number stands in it. */
static void
note_text (Figure *figure, guint text)
{
  if (figure->texts->len == 0
      || g_array_index (figure->texts, guint, figure->texts->len - 1) != text)
    g_array_append_val (figure->texts, text);
}

static SfAgendaItem *
make_item (const Place *place)
{
  SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

  item->kind = SF_AGENDA_SMALL_NUMBER;
  item->page = place->page;
  item->area_code = g_strdup (place->area_code);
  item->statement_code = g_strdup (place->statement_code);
  item->record = place->record != NULL ? g_object_ref (place->record) : NULL;
  return item;
}

static void
add_text (Search *self, const Place *place, const char *label)
{
  Text *text = g_new0 (Text, 1);

  /* Translators: a field, and what it belongs to: a statement, a target */
  text->name = g_strdup_printf (_ ("“%1$s” of %2$s"), label, place->title);
  text->leads = make_item (place);
  g_ptr_array_add (self->texts, text);
}

static void
look_at_text (Search *self, const Place *place, const char *label, const char *words)
{
  guint at = self->texts->len;
  gboolean found = FALSE;

  for (guint i = 0; i < self->composer.outcomes->len; i++)
    {
      SfPublished *published = self->composer.outcomes->pdata[i];
      g_autoptr (GArray) hits = NULL;

      if (sf_published_is_whole (published))
        continue;
      hits = sf_disclosure_find_in_text (sf_published_get_disclosure (published), words);
      for (guint k = 0; k < hits->len; k++)
        note_text (ensure_figure (self, published, g_array_index (hits, SfDisclosureHit, k).key),
                   at);
      found = found || hits->len > 0;
    }
  if (found)
    add_text (self, place, label);
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

/* Whether a value of a target is replaced where it would be printed. */
static gboolean
is_replaced (Search *self, const Place *place, SfRecord *record, guint column, const char *words)
{
  gboolean is_value = SF_RECORD_GET_CLASS (record)->columns[column].type == SF_COLUMN_REAL
                      || (SF_IS_TARGET_CHANGE (record) && column != SF_TARGET_CHANGE_REASON);

  return is_value && place->target != NULL
         && sf_target_is_hidden (place->target, self->composer.outcomes, words);
}

static void
look_at_record (Search *self, const Place *place, gpointer record, const guint *columns)
{
  gboolean percent
      = place->target != NULL && g_strcmp0 (sf_target_get_unit (place->target), "%") == 0;

  for (guint i = 0; record != NULL && columns[i] != NO_COLUMN; i++)
    {
      g_autofree char *words = get_words (record, columns[i], percent);

      if (words != NULL && !is_replaced (self, place, record, columns[i], words))
        look_at_text (self, place, _ (SF_RECORD_GET_CLASS (record)->columns[columns[i]].label),
                      words);
    }
}

static void
look_at_all (Search *self, const Place *place, GPtrArray *records, const guint *columns)
{
  for (guint i = 0; i < records->len; i++)
    look_at_record (self, place, records->pdata[i], columns);
}

/* --- telling them ----------------------------------------------------------------------------- */

/* At most so many, as a list in a sentence. */
static char *
join_some (GPtrArray *texts, guint most)
{
  guint n = texts->len;
  g_autofree char *joined = NULL;

  g_ptr_array_set_size (texts, (int)MIN (n, most));
  g_ptr_array_add (texts, NULL);
  joined = g_strjoinv ("; ", (char **)texts->pdata);
  if (n <= most)
    return g_steal_pointer (&joined);
  /* Translators: some things, and how many more there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more",
                                       n - most),
                          joined, n - most);
}

static gboolean
has_same_texts (const Figure *one, const Figure *two)
{
  return one->texts->len == two->texts->len
         && memcmp (one->texts->data, two->texts->data, one->texts->len * sizeof (guint)) == 0;
}

/* (transfer full): where the figures stand that the same texts may tell; those behind @first are
 * taken from the list */
static char *
tell_cells (Search *self, guint first)
{
  const Figure *figure = self->figures->pdata[first];
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, sf_published_tell_cell (figure->published, figure->key));
  for (guint i = first + 1; i < self->figures->len;)
    {
      const Figure *other = self->figures->pdata[i];

      if (!has_same_texts (figure, other))
        {
          i++;
          continue;
        }
      g_ptr_array_add (cells, sf_published_tell_cell (other->published, other->key));
      g_ptr_array_remove_index (self->figures, i);
    }
  return join_some (cells, MAX_CELLS);
}

/* The number itself is not said: the list may be read over somebody's shoulder. */
static void
add_item (Search *self, guint at)
{
  const Figure *figure = self->figures->pdata[at];
  g_autofree char *cells = tell_cells (self, at), *in = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n = figure->texts->len;
  SfAgendaItem *item = NULL;

  for (guint i = 0; i < n; i++)
    {
      Text *text = self->texts->pdata[g_array_index (figure->texts, guint, i)];

      g_ptr_array_add (names, text->name);
      if (item == NULL)
        {
          item = sf_agenda_item_copy_place (text->leads);
          item->further = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
        }
      else
        g_ptr_array_add (item->further, sf_agenda_item_copy_place (text->leads));
    }
  in = join_some (names, MAX_TEXTS);
  item->title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "%u text has a number that the report does not show",
                                              "%u texts have a number that the report does not "
                                              "show",
                                              n),
                                 n);
  /* Translators: measures with group and period; which texts */
  item->detail = g_strdup_printf (_ ("%1$s: %2$s. If it tells of these families, please leave it "
                                     "out."),
                                  cells, in);
  g_ptr_array_add (self->items, item);
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

  look_at_record (self, &centre, self->composer.centre, centre_columns);
  look_at_record (self, &summary, self->composer.evaluation, evaluation_columns);
  look_at_record (self, &summary,
                  sf_area_grade_find (self->composer.model, self->composer.evaluation, NULL),
                  grade_columns);
}

static void
look_at_area (Search *self, SfKeyArea *area)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  Place place = { .title = sf_key_area_get_title (area),
                  .page = SF_PAGE_AREA,
                  .area_code = sf_key_area_get_code (area) };

  look_at_record (self, &place,
                  sf_area_grade_find (self->composer.model, self->composer.evaluation, area),
                  grade_columns);
  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = statements->pdata[i];

      if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
        continue;
      place.title = sf_statement_get_title (statement);
      place.statement_code = sf_statement_get_code (statement);
      look_at_record (self, &place, sf_compose_find_judgement (&self->composer, statement),
                      judgement_columns);
    }
}

static void
look_at_target (Search *self, SfTarget *target)
{
  SfModel *model = self->composer.model;
  const Place place = { .title = sf_target_get_title (target),
                        .page = SF_PAGE_TARGETS,
                        .record = SF_RECORD (target),
                        .target = target };
  g_autoptr (GPtrArray) reviews = sf_model_list_reviews (model, target);
  g_autoptr (GPtrArray) milestones = sf_model_list_milestones (model, target);
  g_autoptr (GPtrArray) changes = sf_model_list_target_changes (model, target);

  look_at_record (self, &place, target, target_columns);
  look_at_all (self, &place, reviews, review_columns);
  look_at_all (self, &place, milestones, milestone_columns);
  look_at_all (self, &place, changes, change_columns);
}

static void
look_at_evidence (Search *self, SfEvidence *evidence)
{
  const Place place = { .title = sf_evidence_get_title (evidence),
                        .page = SF_PAGE_EVIDENCE,
                        .record = SF_RECORD (evidence) };

  look_at_record (self, &place, evidence, evidence_columns);
}

static void
look_at_everything (Search *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->composer.framework);
  g_autoptr (GPtrArray) targets = sf_compose_list_targets (&self->composer, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, sf_compose_free_string);
  g_autoptr (GPtrArray) evidence = sf_compose_list_evidence (&self->composer, codes);

  look_at_summary (self);
  for (guint i = 0; i < areas->len; i++)
    look_at_area (self, areas->pdata[i]);
  for (guint i = 0; i < targets->len; i++)
    look_at_target (self, targets->pdata[i]);
  for (guint i = 0; i < evidence->len; i++)
    look_at_evidence (self, evidence->pdata[i]);
  for (guint i = 0; i < self->figures->len; i++)
    add_item (self, i);
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

/* What is printed is not what stands in the file; the head will be asked about it. */
static void
list_held (GPtrArray *outcomes, GPtrArray *items)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      g_autoptr (GPtrArray) held = sf_published_list_held (outcomes->pdata[i]);

      for (guint k = 0; k < held->len; k++)
        {
          SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

          item->kind = SF_AGENDA_SMALL_NUMBER;
          item->title = g_strdup (_ ("A figure is printed as it was reported before"));
          /* Translators: where it stands, what is printed, what stands in the file */
          item->detail = g_strdup_printf (_ ("%s. The difference would tell of very few families. "
                                             "Please tell nobody of it."),
                                          (const char *)held->pdata[k]);
          item->page = SF_PAGE_OUTCOMES;
          g_ptr_array_add (items, item);
        }
    }
}

static gboolean
is_anything_withheld (GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (!sf_published_is_whole (outcomes->pdata[i]))
      return TRUE;
  return FALSE;
}

GPtrArray *
sf_report_list_numbers (SfModel *model,
                        SfEvaluation *evaluation,
                        const char *today,
                        GPtrArray *outcomes)
{
  Search self
      = { .composer
          = { .model = model, .evaluation = evaluation, .today = today, .outcomes = outcomes },
          .items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free) };
  g_autoptr (GHashTable) agreed = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), self.items);

  self.composer.framework = sf_model_get_framework (model, evaluation);
  self.composer.centre = sf_model_get_centre (model, evaluation);
  list_given_away (outcomes, self.items);
  list_held (outcomes, self.items);
  if (self.composer.framework == NULL || self.composer.centre == NULL
      || !is_anything_withheld (outcomes))
    return self.items;
  self.composer.agreed = agreed = sf_model_index_judgements (model, evaluation);
  self.texts = g_ptr_array_new_with_free_func (text_free);
  self.figures = g_ptr_array_new_with_free_func (figure_free);
  look_at_everything (&self);
  g_ptr_array_unref (self.texts);
  g_ptr_array_unref (self.figures);
  return self.items;
}
