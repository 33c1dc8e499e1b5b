/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-compose-governors.h"

#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "base/sf-error.h"
#include "model/sf-outcome-published.h"
#include "report/sf-compose-private.h"
#include "report/sf-layout-private.h"

/* After how many words the summary's texts are cut, step by step; 0 cuts nothing. */
static const guint summary_steps[] = { 0, 120, 90, 70, 55, 45, 35, 20 };

static SfDocument *
make_document (SfComposer *self)
{
  g_autofree char *committee = sf_compose_committee (self);
  g_autofree char *title = g_strdup_printf (_ ("Report to %s"), committee);
  const char *meeting = sf_evaluation_get_meeting_on (self->evaluation);
  g_autofree char *date = sf_date_format (meeting != NULL ? meeting : self->today);
  g_autofree char *head
      = g_strdup_printf ("%s · %s · %s", sf_centre_get_name (self->centre), title, date);
  g_autofree char *full = g_strdup_printf ("%s: %s", sf_centre_get_name (self->centre), title);

  self->document = sf_document_new (full, "en-GB", self->today);
  sf_document_set_author (self->document, sf_centre_get_name (self->centre));
  sf_document_set_running_head (self->document, head);
  sf_compose_title (self);
  sf_compose_front (self);
  sf_compose_summary (self);
  sf_compose_progress (self);
  sf_compose_outcomes (self);
  sf_compose_areas (self);
  sf_compose_not_judged (self);
  if (self->annex)
    sf_compose_annex (self);
  return g_steal_pointer (&self->document);
}

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
sf_governors_count_body_pages (SfDisplayList *list)
{
  const SfAnchor *annex;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list), 0);

  annex = find_anchor (list, SF_ID_ANNEX);
  return annex != NULL ? annex->page : sf_display_list_get_n_pages (list);
}

static gboolean
summary_is_one_page (SfDisplayList *list)
{
  return find_anchor (list, SF_ID_PROGRESS)->page == find_anchor (list, SF_ID_SUMMARY)->page + 1;
}

static SfDocument *
compose (const SfComposer *template, guint step, SfDetail detail)
{
  SfComposer composer = *template;
  SfDocument *document;

  composer.summary_words = summary_steps[step];
  composer.detail = detail;
  composer.cut = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_cut_text_free);
  document = make_document (&composer);
  g_ptr_array_unref (composer.cut);
  return document;
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
  gboolean can_cut;     /* the summary's texts */
  gboolean can_shorten; /* the rest */
  gboolean cut;         /* must be cut */
} Fit;

/* Stops as soon as it shows that the summary or the report is too long and could be shorter. */
static gboolean
check_fit (SfDisplayList *list, gpointer data)
{
  Fit *fit = data;

  if (find_anchor (list, SF_ID_PROGRESS) == NULL)
    return TRUE;
  fit->cut = fit->can_cut && !summary_is_one_page (list);
  if (fit->cut)
    return FALSE;
  return !fit->can_shorten || sf_governors_count_body_pages (list) <= SF_GOVERNORS_MAX_PAGES;
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
      Fit asked = { .can_cut = *step + 1 < G_N_ELEMENTS (summary_steps),
                    .can_shorten = detail < SF_DETAIL_SHORTEST };
      SfDisplayList *list = sf_layout_run_checked (document, room->sheet, room->fonts, room->cache,
                                                   check_fit, &asked);

      if (list != NULL || !asked.cut)
        return list;
    }
}

/* Composes with as much detail as the pages hold: with all of it, or else with the first that
 * holds, looked for by halves, since each attempt lays the report out. */
static SfDisplayList *
fit (const SfComposer *template, const SfStyleSheet *sheet, SfFonts *fonts)
{
  g_autoptr (SfLayoutCache) cache = sf_layout_cache_new ();
  const Room room = { sheet, fonts, cache };
  guint step = 0;
  SfDisplayList *best = try_detail (template, &room, &step, SF_DETAIL_ALL);
  guint least = SF_DETAIL_ALL + 1, most = SF_DETAIL_SHORTEST;

  if (best != NULL)
    return best;
  while (best == NULL || least < most)
    {
      guint middle = (least + most) / 2;
      SfDisplayList *list = try_detail (template, &room, &step, middle);

      if (list == NULL)
        {
          least = middle + 1;
          continue;
        }
      g_clear_object (&best);
      best = list;
      most = middle;
    }
  return best;
}

SfDisplayList *
sf_compose_governors (SfModel *model,
                      SfEvaluation *evaluation,
                      const SfGovernorsOptions *options,
                      const SfStyleSheet *sheet,
                      SfFonts *fonts,
                      GError **error)
{
  const SfStyleSheet *standard = sf_style_sheet_get_standard ();
  SfComposer composer = { .model = model, .evaluation = evaluation };
  g_autoptr (GHashTable) agreed = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (SfDisplayList) list = NULL;
  SfStyleSheet ordinary = *standard;

  g_return_val_if_fail (SF_IS_MODEL (model) && SF_IS_EVALUATION (evaluation), NULL);
  g_return_val_if_fail (options != NULL && options->today != NULL, NULL);
  g_return_val_if_fail (sheet != NULL && SF_IS_FONTS (fonts), NULL);

  composer.framework = sf_model_get_framework (model, evaluation);
  composer.centre = sf_model_get_centre (model, evaluation);
  if (composer.framework == NULL || composer.centre == NULL)
    {
      g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                           _ ("The standards that this evaluation uses could not be read from the "
                              "centre file, so no report was made. Nothing was changed."));
      return NULL;
    }
  composer.agreed = agreed = sf_model_index_judgements (model, evaluation);
  outcomes = options->outcomes != NULL ? g_ptr_array_ref (options->outcomes)
                                       : sf_published_list (model, evaluation);
  composer.outcomes = outcomes;
  composer.today = options->today;
  composer.annex = options->annex;
  composer.fingerprint = options->fingerprint;
  /* Large print says what the ordinary report on the same paper says. */
  if (sheet->size > standard->size)
    sf_style_sheet_set_paper (&ordinary, sheet->page_width, sheet->page_height);
  else
    ordinary = *sheet;
  list = fit (&composer, &ordinary, fonts);
  if (sheet->size > standard->size)
    {
      g_autoptr (SfDocument) document = g_object_ref (sf_display_list_get_document (list));

      g_clear_object (&list);
      list = sf_layout_run (document, sheet, fonts);
    }
  return g_steal_pointer (&list);
}
