/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-agenda-private.h"

#include "base/sf-text.h"
#include "model/sf-area-grade.h"
#include "model/sf-progress.h"
#include "model/sf-safeguarding.h"
#include "model/sf-support.h"

static void
set_place (SfAgendaItem *item, SfKeyArea *area, const char *statement_code)
{
  item->page = SF_PAGE_AREA;
  item->area_code = g_strdup (sf_key_area_get_code (area));
  item->statement_code = g_strdup (statement_code);
}

/* A weak one has a line of its own; those that are not judged share one. */
static void
add_safeguarding (SfModel *model, SfEvaluation *evaluation, const char *today, GPtrArray *items)
{
  g_autoptr (GPtrArray) list = sf_safeguarding_list (model, evaluation, today);
  g_autoptr (GPtrArray) unjudged = g_ptr_array_new ();
  SfStatement *first = NULL;
  guint n;

  for (guint i = 0; i < list->len; i++)
    {
      SfSafeguardingItem *one = list->pdata[i];
      const char *title = sf_statement_get_title (one->statement);
      const char *told = one->action != NULL ? _ ("Safeguarding · %s · action set")
                                             : _ ("Safeguarding · %s · no action set");

      if (one->state == SF_STATE_JUDGED)
        set_place (sf_agenda_add (items, SF_AGENDA_SAFEGUARDING, g_strdup (title),
                                  g_strdup_printf (told, one->level != NULL
                                                             ? sf_level_get_label (one->level)
                                                             : "")),
                   sf_statement_get_area (one->statement), sf_statement_get_code (one->statement));
      else
        {
          g_ptr_array_add (unjudged, (gpointer)title);
          first = first != NULL ? first : one->statement;
        }
    }
  if (first == NULL)
    return;
  n = unjudged->len;
  g_ptr_array_add (unjudged, NULL);
  set_place (
      sf_agenda_add (items, SF_AGENDA_SAFEGUARDING,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "%u safeguarding standard is not judged",
                                                   "%u safeguarding standards are not judged", n),
                                      n),
                     sf_text_join_and ((const char *const *)unjudged->pdata)),
      sf_statement_get_area (first), sf_statement_get_code (first));
}

static void
add_odd_grades (SfModel *model, SfEvaluation *evaluation, GPtrArray *areas, GPtrArray *items)
{
  g_autofree char *whole = NULL;

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = areas->pdata[i];
      g_autofree char *grade = NULL;
      g_autofree char *why = NULL;

      if (!sf_area_grade_is_odd (model, evaluation, area, &why))
        continue;
      grade = sf_area_grade_to_text (model, evaluation, area);
      /* Translators: an area, its grade, why it sits oddly */
      set_place (sf_agenda_add (items, SF_AGENDA_ODD_GRADE,
                                g_strdup (_ ("Grade sits oddly with its standards")),
                                g_strdup_printf (_ ("%s: %s, but %s"),
                                                 sf_key_area_get_short_title (area), grade, why)),
                 area, NULL);
    }
  if (sf_area_grade_is_odd (model, evaluation, NULL, &whole))
    {
      g_autofree char *grade = sf_area_grade_to_text (model, evaluation, NULL);
      SfAgendaItem *item
          = sf_agenda_add (items, SF_AGENDA_ODD_GRADE,
                           g_strdup (_ ("The centre’s grade sits oddly with its areas")),
                           g_strdup_printf (_ ("%s, but %s"), grade, whole));
      item->area_code = g_strdup (SF_WHOLE_CENTRE);
    }
}

/* An area of which nothing is judged is not asked for its statements: it may be graded as a
 * whole, or it is told under the areas without a grade. */
static void
add_unjudged (SfModel *model, SfEvaluation *evaluation, GPtrArray *areas, GPtrArray *items)
{
  for (guint i = 0; i < areas->len; i++)
    {
      SfProgress progress;

      sf_progress_of (model, evaluation, areas->pdata[i], &progress);
      if (sf_progress_get_done (&progress) > 0 && sf_progress_get_left (&progress) > 0)
        set_place (sf_agenda_add (items, SF_AGENDA_UNJUDGED, sf_progress_left_to_text (&progress),
                                  g_strdup (sf_key_area_get_title (areas->pdata[i]))),
                   areas->pdata[i], NULL);
    }
}

/* One line for all of @areas, leading to the first of them. */
static SfAgendaItem *
add_areas (GPtrArray *items, SfAgendaKind kind, GPtrArray *areas, const char *one, const char *many)
{
  g_autoptr (GPtrArray) names = NULL;
  SfAgendaItem *item;

  if (areas->len == 0)
    return NULL;
  if (areas->len == 1)
    item = sf_agenda_add (items, kind, g_strdup (one),
                          g_strdup (sf_key_area_get_title (areas->pdata[0])));
  else
    {
      names = g_ptr_array_new ();
      for (guint i = 0; i < areas->len; i++)
        g_ptr_array_add (names, (gpointer)sf_key_area_get_short_title (areas->pdata[i]));
      g_ptr_array_add (names, NULL);
      item = sf_agenda_add (items, kind, g_strdup_printf (many, areas->len),
                            sf_text_join_and ((const char *const *)names->pdata));
    }
  set_place (item, areas->pdata[0], NULL);
  return item;
}

static void
add_grades (
    SfModel *model, SfEvaluation *evaluation, GPtrArray *areas, SfAgendaKind kind, GPtrArray *items)
{
  SfGradeState wanted = kind == SF_AGENDA_UNGRADED ? SF_GRADE_NONE : SF_GRADE_PROPOSED;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < areas->len; i++)
    if (sf_area_judgement_get_grade_state (sf_area_grade_find (model, evaluation, areas->pdata[i]))
        == wanted)
      g_ptr_array_add (list, areas->pdata[i]);
  if (kind == SF_AGENDA_UNGRADED)
    add_areas (items, kind, list, _ ("1 area has no grade"), _ ("%u areas have no grade"));
  else
    add_areas (items, kind, list, _ ("1 grade is not agreed yet"),
               _ ("%u grades are not agreed yet"));
}

static char *
tell_concern (SfSupportConcern concern, guint n)
{
  switch (concern)
    {
    case SF_SUPPORT_NO_EVIDENCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u judgement rests on no evidence",
                                           "%u judgements rest on no evidence", n),
                              n);
    case SF_SUPPORT_ONE_KIND:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u judgement rests on one kind of evidence",
                                           "%u judgements rest on one kind of evidence", n),
                              n);
    case SF_SUPPORT_OLD:
    case SF_SUPPORT_FINE:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u judgement rests on old evidence",
                                           "%u judgements rest on old evidence", n),
                              n);
    }
}

/* The area that has most of the marks of one concern, and its first statement among them. */
static SfStatement *
find_most (GPtrArray *marks, SfSupportConcern concern, guint *total, guint *most)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  SfStatement *first = NULL;

  *total = *most = 0;
  for (guint i = 0; i < marks->len; i++)
    {
      SfSupportMark *mark = marks->pdata[i];
      SfKeyArea *area = sf_statement_get_area (mark->statement);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, area)) + 1;

      if (mark->concern != concern)
        continue;
      (*total)++;
      g_hash_table_insert (counts, area, GUINT_TO_POINTER (n));
      *most = MAX (*most, n);
    }
  for (guint i = 0; i < marks->len && first == NULL; i++)
    {
      SfSupportMark *mark = marks->pdata[i];
      gpointer n = g_hash_table_lookup (counts, sf_statement_get_area (mark->statement));

      if (mark->concern == concern && GPOINTER_TO_UINT (n) == *most)
        first = mark->statement;
    }
  return first;
}

/* (transfer full) (element-type SfStatement): those of one concern */
static GPtrArray *
list_marked (GPtrArray *marks, SfSupportConcern concern)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < marks->len; i++)
    {
      SfSupportMark *mark = marks->pdata[i];

      if (mark->concern == concern)
        g_ptr_array_add (statements, g_object_ref (mark->statement));
    }
  return statements;
}

/* One line for each concern, leading to the area that has most of it. */
static void
add_support (SfModel *model, SfEvaluation *evaluation, GPtrArray *items)
{
  g_autoptr (GPtrArray) marks = sf_support_list_marks (model, evaluation, NULL);

  for (guint concern = SF_SUPPORT_NO_EVIDENCE; concern < SF_N_SUPPORT_CONCERNS; concern++)
    {
      guint total, most;
      SfStatement *first = find_most (marks, (SfSupportConcern)concern, &total, &most);
      SfKeyArea *area = first != NULL ? sf_statement_get_area (first) : NULL;
      const char *format = most == total ? _ ("In %s") : _ ("Most in %s");
      SfAgendaItem *item;

      if (first == NULL)
        continue;
      item = sf_agenda_add (items, SF_AGENDA_SUPPORT,
                            tell_concern ((SfSupportConcern)concern, total),
                            total == 1 ? g_strdup (sf_statement_get_title (first))
                                       : g_strdup_printf (format, sf_key_area_get_title (area)));
      set_place (item, area, sf_statement_get_code (first));
      item->statements = list_marked (marks, (SfSupportConcern)concern);
    }
}

GPtrArray *
sf_agenda_list_missing (SfModel *model, SfEvaluation *evaluation, const char *today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
  SfFramework *framework;
  GPtrArray *areas;

  g_return_val_if_fail (SF_IS_MODEL (model), items);
  g_return_val_if_fail (SF_IS_EVALUATION (evaluation), items);
  g_return_val_if_fail (today != NULL, items);

  framework = sf_model_get_framework (model, evaluation);
  if (framework == NULL)
    return items;
  areas = sf_framework_get_areas (framework);
  add_safeguarding (model, evaluation, today, items);
  add_odd_grades (model, evaluation, areas, items);
  add_unjudged (model, evaluation, areas, items);
  add_grades (model, evaluation, areas, SF_AGENDA_UNGRADED, items);
  add_support (model, evaluation, items);
  add_grades (model, evaluation, areas, SF_AGENDA_PROPOSED, items);
  return items;
}
