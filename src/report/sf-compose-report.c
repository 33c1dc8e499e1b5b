/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A report is composed several times until it fits; here is how often, and with how much. */
#include "report/sf-compose-report.h"

#include <glib/gi18n-lib.h>

#include "base/sf-error.h"
#include "model/sf-outcome-published.h"
#include "model/sf-performance-told.h"
#include "report/sf-compose-private.h"
#include "report/sf-layout-private.h"

/* After how many words the summary's texts are cut, step by step; 0 cuts nothing. */
static const guint summary_steps[] = { 0, 120, 90, 70, 55, 45, 35, 20 };

static const SfAnchor *
find_anchor (SfDisplayList *list, const char *id)
{
  const SfAnchor *anchors;
  guint n;

  anchors = sf_display_list_get_anchors (list, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (anchors[i].heading->id, id) == 0)
      return &anchors[i];
  return NULL;
}

guint
sf_report_count_body_pages (SfDisplayList *list)
{
  const SfAnchor *annex;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list), 0);

  annex = find_anchor (list, SF_ID_ANNEX);
  return annex != NULL ? annex->page : sf_display_list_get_n_pages (list);
}

char *
sf_report_length_to_text (SfDisplayList *list, const SfReportOptions *options)
{
  guint body, annex, most;
  g_autofree char *length = NULL;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list) && options != NULL, NULL);

  body = sf_report_count_body_pages (list);
  annex = sf_display_list_get_n_pages (list) - body;
  most = options->large_print ? 0 : sf_audience_get_max_pages (options->audience);
  if (annex > 0)
    length = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page, and an annex of %u",
                                           "%u pages, and an annex of %u", body),
                              body, annex);
  else
    length = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", body), body);
  if (most == 0 || body <= most)
    return g_steal_pointer (&length);
  /* Translators: how long the report is, how long it should be at most */
  return g_strdup_printf (_ ("%1$s. It should have %2$u at most: shorten the covering note or the "
                             "other texts, or leave a section out."),
                          length, most);
}

/* The summary has a page of its own: what comes next begins the page after it. */
static gboolean
summary_is_too_long (SfDisplayList *list)
{
  const SfAnchor *summary = find_anchor (list, SF_ID_SUMMARY), *anchors;
  guint n;

  if (summary == NULL)
    return FALSE;
  anchors = sf_display_list_get_anchors (list, &n);
  for (guint i = 0; i < n; i++)
    if (&anchors[i] > summary && anchors[i].heading->level == 1)
      return anchors[i].page > summary->page + 1;
  return FALSE;
}

static SfDocument *
compose (const SfComposer *template, guint step, SfDetail detail)
{
  SfComposer composer = *template;

  composer.summary_words = summary_steps[step];
  composer.detail = detail;
  composer.cut = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_cut_text_free);
  sf_compose_document (&composer);
  g_ptr_array_unref (composer.cut);
  return composer.document;
}

/* What it is laid out with. */
typedef struct
{
  const SfStyleSheet *sheet;
  SfFonts *fonts;
  SfLayoutCache *cache;
} Room;

typedef struct
{
  guint max_pages;
  gboolean can_cut;     /* the summary's texts */
  gboolean can_shorten; /* the rest */
  gboolean cut;         /* must be cut */
} Fit;

/* Stops as soon as it shows that the summary or the report is too long and could be shorter. */
static gboolean
check_fit (SfDisplayList *list, gpointer data)
{
  Fit *fit = data;

  fit->cut = fit->can_cut && summary_is_too_long (list);
  if (fit->cut)
    return FALSE;
  return !fit->can_shorten || sf_report_count_body_pages (list) <= fit->max_pages;
}

/* Composes with that detail, with as many words of the summary as its page holds. *step goes on
 * where a summary was too long, for it is as long in every detail. Returns NULL where the report is
 * too long and could be shorter. */
static SfDisplayList *
try_detail (const SfComposer *template, const Room *room, guint *step, SfDetail detail)
{
  for (;; (*step)++)
    {
      g_autoptr (SfDocument) document = compose (template, *step, detail);
      Fit asked = { .max_pages = sf_audience_get_max_pages (template->audience),
                    .can_cut = *step + 1 < G_N_ELEMENTS (summary_steps) };
      SfDisplayList *list;

      asked.can_shorten = asked.max_pages > 0 && detail < SF_DETAIL_LEAST;
      list = sf_layout_run_checked (document, room->sheet, room->fonts, room->cache, check_fit,
                                    &asked);
      if (list != NULL || !asked.cut)
        return list;
    }
}

/* Composes with as much detail as the pages hold: with all of it, or else with the first that
 * holds, looked for by halves, since each attempt lays the report out. */
static SfDisplayList *
find_fit (const SfComposer *template, const Room *room, guint *step, SfDetail *detail)
{
  SfDisplayList *best = try_detail (template, room, step, SF_DETAIL_ALL);
  guint least = SF_DETAIL_ALL + 1, most = SF_DETAIL_LEAST;

  *detail = SF_DETAIL_ALL;
  if (best != NULL)
    return best;
  while (best == NULL || least < most)
    {
      guint middle = (least + most) / 2;
      SfDisplayList *list = try_detail (template, room, step, middle);

      if (list == NULL)
        {
          least = middle + 1;
          continue;
        }
      g_clear_object (&best);
      best = list;
      most = middle;
    }
  *detail = most;
  return best;
}

/* (transfer full): the pages on which headings that have an id stand, from 1 */
static GHashTable *
list_places (SfDisplayList *list)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const SfAnchor *anchors;
  guint n;

  anchors = sf_display_list_get_anchors (list, &n);
  for (guint i = 0; i < n; i++)
    if (anchors[i].heading->id != NULL)
      g_hash_table_insert (places, g_strdup (anchors[i].heading->id),
                           GUINT_TO_POINTER (anchors[i].page + 1));
  return places;
}

static gboolean
are_places_same (GHashTable *one, GHashTable *other)
{
  GHashTableIter iter;
  gpointer id, page;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &id, &page))
    if (g_hash_table_lookup (other, id) != page)
      return FALSE;
  return TRUE;
}

/* Takes the pages and gives them with the numbers of the pages that their questions lead to, or
 * back where no numbers are right: what is printed may move what it is about. */
static SfDisplayList *
number_places (
    const SfComposer *template, const Room *room, guint step, SfDetail detail, SfDisplayList *list)
{
  g_autoptr (GHashTable) places = list_places (list);

  for (guint attempt = 0; attempt < 3; attempt++)
    {
      SfComposer composer = *template;
      g_autoptr (SfDocument) document = NULL;
      g_autoptr (SfDisplayList) numbered = NULL;
      g_autoptr (GHashTable) now = NULL;

      composer.pages = places;
      document = compose (&composer, step, detail);
      numbered
          = sf_layout_run_checked (document, room->sheet, room->fonts, room->cache, NULL, NULL);
      now = list_places (numbered);
      if (are_places_same (places, now)
          && sf_report_count_body_pages (numbered) <= sf_report_count_body_pages (list))
        {
          g_object_unref (list);
          return g_steal_pointer (&numbered);
        }
      g_hash_table_unref (places);
      places = g_steal_pointer (&now);
    }
  return list;
}

static SfDisplayList *
fit (const SfComposer *template, const SfStyleSheet *sheet, SfFonts *fonts)
{
  g_autoptr (SfLayoutCache) cache = sf_layout_cache_new ();
  const Room room = { sheet, fonts, cache };
  guint step = 0;
  SfDetail detail;
  SfDisplayList *list = find_fit (template, &room, &step, &detail);

  if (template->audience != SF_AUDIENCE_GOVERNORS)
    return list;
  return number_places (template, &room, step, detail, list);
}

/* What everybody is to read is set as large as its pages hold: takes @list and gives it back, or
 * the same document in larger print on as many pages. */
static SfDisplayList *
enlarge (SfDisplayList *list, const SfStyleSheet *sheet, SfFonts *fonts)
{
  static const double scales[] = { 1.16, 1.12, 1.08, 1.04 };
  g_autoptr (SfDocument) document = g_object_ref (sf_display_list_get_document (list));
  guint n = sf_display_list_get_n_pages (list);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      SfStyleSheet larger = *sheet;
      SfDisplayList *other;

      larger.size *= scales[i];
      larger.table_size *= scales[i];
      larger.small_size *= scales[i];
      for (guint k = 0; k < G_N_ELEMENTS (larger.heading_size); k++)
        larger.heading_size[k] *= scales[i];
      other = sf_layout_run (document, &larger, fonts);
      if (sf_display_list_get_n_pages (other) == n)
        {
          g_object_unref (list);
          return other;
        }
      g_object_unref (other);
    }
  return list;
}

/* Large print says what the ordinary report on the same paper says. */
static SfDisplayList *
lay_out (const SfComposer *composer, const SfStyleSheet *sheet, SfFonts *fonts)
{
  const SfStyleSheet *standard = sf_style_sheet_get_standard ();
  gboolean large = sheet->size > standard->size;
  g_autoptr (SfDisplayList) list = NULL;
  g_autoptr (SfDocument) document = NULL;
  SfStyleSheet ordinary = *standard;

  if (large)
    sf_style_sheet_set_paper (&ordinary, sheet->page_width, sheet->page_height);
  else
    ordinary = *sheet;
  list = fit (composer, &ordinary, fonts);
  if (!large && composer->audience == SF_AUDIENCE_PARENTS)
    return enlarge (g_steal_pointer (&list), &ordinary, fonts);
  if (!large)
    return g_steal_pointer (&list);
  document = g_object_ref (sf_display_list_get_document (list));
  return sf_layout_run (document, sheet, fonts);
}

/* What is judged of the head is behind a lock that nobody has opened. */
static gboolean
check_lock (SfModel *model,
            SfEvaluation *evaluation,
            const SfReportOptions *options,
            GError **error)
{
  if (options->audience != SF_AUDIENCE_HEAD || options->judged != NULL
      || sf_performance_find_judged_record (model, evaluation) == NULL)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_INVALID,
                       _ ("What is judged of the head is locked in this evaluation, so no report "
                          "was made of it. Please unlock it with a passphrase first."));
  return FALSE;
}

static gboolean
begin (SfComposer *composer, const SfReportOptions *options, GError **error)
{
  composer->framework = sf_model_get_framework (composer->model, composer->evaluation);
  composer->centre = sf_model_get_centre (composer->model, composer->evaluation);
  composer->options = options;
  composer->audience = options->audience;
  composer->today = options->today;
  composer->annex = options->annex && sf_audience_has_annex (options->audience);
  composer->fingerprint = options->fingerprint;
  if (composer->framework != NULL && composer->centre != NULL)
    return TRUE;
  g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                       _ ("The standards that this evaluation uses could not be read from the "
                          "centre file, so no report was made. Nothing was changed."));
  return FALSE;
}

SfDisplayList *
sf_compose_report (SfModel *model,
                   SfEvaluation *evaluation,
                   const SfReportOptions *options,
                   const SfStyleSheet *sheet,
                   SfFonts *fonts,
                   GError **error)
{
  SfComposer composer = { .model = model, .evaluation = evaluation };
  g_autoptr (GHashTable) agreed = NULL;
  g_autoptr (GPtrArray) outcomes = NULL, sections = NULL;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (options != NULL && options->today != NULL, NULL);
  g_return_val_if_fail ((guint)options->audience < SF_N_AUDIENCES, NULL);
  g_return_val_if_fail (sheet != NULL && SF_IS_FONTS (fonts), NULL);

  if (!begin (&composer, options, error) || !check_lock (model, evaluation, options, error))
    return NULL;
  composer.agreed = agreed = sf_model_index_judgements (model, evaluation);
  if (options->outcomes != NULL)
    outcomes = g_ptr_array_ref (options->outcomes);
  else if (sf_audience_has_outcomes (options->audience))
    outcomes = sf_published_list (model, evaluation);
  else
    outcomes = g_ptr_array_new ();
  composer.outcomes = outcomes;
  composer.sections = sections = sf_sections_choose (options);
  return lay_out (&composer, sheet, fonts);
}
