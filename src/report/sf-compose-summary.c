/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The year on one page. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sf-text.h"
#include "report/sf-compose-private.h"
#include "report/sf-petals.h"

static double
get_value (SfScale *scale, SfLevel *level)
{
  guint n = sf_scale_get_n_levels (scale);

  /* The level of an earlier framework may be of a longer scale. */
  if (level == NULL || sf_level_get_rank (level) >= n)
    return NAN;
  return sf_petals_value_of_rank (sf_level_get_rank (level), n);
}

static SfBlock *
make_chart (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfScale *overall = sf_framework_get_overall_scale (self->framework);
  SfChart *chart = sf_chart_new_petals (sf_scale_get_n_levels (overall));
  g_autoptr (GString) alternative = g_string_new (_ ("A chart with one petal for each key area."));
  gboolean any_before = FALSE;

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      SfScale *scale = sf_key_area_get_scale (area);
      SfLevel *level = sf_area_grade_get_level (self->model, self->evaluation, area);
      SfLevel *before = sf_area_grade_get_last_level (self->model, self->evaluation, area);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *word = level != NULL ? sf_level_get_name (level) : _ ("Not graded yet");

      sf_chart_add_item (chart, number, NULL, get_value (scale, level), get_value (scale, before),
                         sf_compose_area_color (area));
      any_before = any_before || before != NULL;
      g_string_append_printf (alternative, " %s: %s", sf_key_area_get_title (area), word);
      if (before != NULL)
        g_string_append_printf (alternative, _ (" (before: %s)"), sf_level_get_name (before));
      g_string_append_c (alternative, '.');
    }
  return sf_block_new_figure (
      chart, alternative->str,
      sf_prose_new (any_before ? _ ("Petals reach further out for a better grade. The dashed "
                                    "outline is the evaluation before.")
                               : _ ("Petals reach further out for a better grade.")));
}

/* "all key areas" where every one of them is named; the whole centre, if it is there, is last. */
static void
say_all (GPtrArray *names, guint n_areas)
{
  gboolean whole = g_str_equal (names->pdata[names->len - 1], _ ("the whole centre"));

  if (n_areas < 2 || names->len - (whole ? 1 : 0) != n_areas)
    return;
  g_ptr_array_remove_range (names, 0, n_areas);
  g_ptr_array_insert (names, 0, g_strdup (_ ("all key areas")));
}

/* The areas of each state, said once for each: "Agreed by … on …: 1, 2 and 4." The whole centre is
 * among them. */
static char *
list_states (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) members
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i <= areas->len; i++)
    {
      SfKeyArea *area = i < areas->len ? g_ptr_array_index (areas, i) : NULL;
      SfAreaJudgement *grade = sf_area_grade_find (self->model, self->evaluation, area);
      g_autofree char *text = NULL;
      guint k = 0;

      if (sf_area_judgement_get_grade_state (grade) == SF_GRADE_NONE)
        continue;
      text = sf_area_judgement_state_to_text (grade);
      while (k < states->len && strcmp (states->pdata[k], text) != 0)
        k++;
      if (k == states->len)
        {
          g_ptr_array_add (states, g_steal_pointer (&text));
          g_ptr_array_add (members, g_ptr_array_new_with_free_func (g_free));
        }
      g_ptr_array_add (members->pdata[k], area != NULL ? g_strdup_printf ("%u", i + 1)
                                                       : g_strdup (_ ("the whole centre")));
    }
  for (guint k = 0; k < states->len; k++)
    {
      g_autofree char *sentence = sf_compose_sentence (states->pdata[k]);
      g_autofree char *names = NULL;

      say_all (members->pdata[k], areas->len);
      g_ptr_array_add (members->pdata[k], NULL);
      names = sf_text_join_and ((const char *const *)((GPtrArray *)members->pdata[k])->pdata);
      if (g_str_has_suffix (sentence, "."))
        sentence[strlen (sentence) - 1] = '\0';
      g_string_append_printf (all, "%s%s: %s.", k > 0 ? " " : "", sentence, names);
    }
  return g_string_free (all, FALSE);
}

static void
add_grade_row (SfComposer *self, SfBlock *table, SfKeyArea *area)
{
  SfLevel *level = sf_area_grade_get_level (self->model, self->evaluation, area);
  SfAreaJudgement *grade = sf_area_grade_find (self->model, self->evaluation, area);
  SfTableRow *row = sf_block_add_row (table);
  SfProse *chip;
  g_autofree char *title = area != NULL
                               ? g_strdup_printf ("%u  %s", sf_key_area_get_index (area) + 1,
                                                  sf_key_area_get_title (area))
                               : g_strdup (_ ("The whole centre"));

  sf_table_row_add_cell (row, sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, title),
                         SF_SCOPE_ROW);
  chip = sf_compose_level_chip (level);
  if (sf_area_judgement_get_grade_state (grade) == SF_GRADE_PROPOSED)
    sf_prose_add (chip, SF_SPAN_SMALL, _ (" proposed"));
  sf_table_row_add_cell (row, chip, SF_SCOPE_NONE);
}

static SfBlock *
make_grades (SfComposer *self)
{
  static const double weights[] = { 1.75, 1 };
  const char *titles[] = { _ ("Key area"), _ ("Grade") };
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < areas->len; i++)
    add_grade_row (self, table, g_ptr_array_index (areas, i));
  add_grade_row (self, table, NULL);
  return table;
}

/* The areas whose grade moved that way, as a sentence; NULL if none did. */
static char *
list_moved (SfComposer *self, SfGradeChange change, const char *format)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);

      if (sf_area_grade_compare_with_last (self->model, self->evaluation, area, NULL) == change)
        g_ptr_array_add (moved, (gpointer)sf_key_area_get_title (area));
    }
  if (moved->len == 0)
    return NULL;
  g_ptr_array_add (moved, NULL);
  names = sf_text_join_and ((const char *const *)moved->pdata);
  return g_strdup_printf (format, names);
}

static void
add_change (SfComposer *self, const char *title, const char *text, char *moved, const char *nothing)
{
  g_autofree char *kept = sf_compose_cut (self, text, self->summary_words, title);

  sf_document_add_heading (self->document, 3, title, NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, kept);
  if (moved != NULL)
    sf_document_add_text (self->document, moved);
  else if (*kept == '\0')
    sf_document_add_text (self->document, nothing);
  g_free (moved);
}

static void
add_decisions (SfComposer *self)
{
  const char *title = _ ("Decisions asked of the committee");
  const char *text = sf_evaluation_get_decisions (self->evaluation);
  /* Of all that stands on this page they are cut last. */
  guint words = self->summary_words > 0 && self->summary_words <= 20 ? 60 : 0;
  g_autofree char *kept = sf_compose_cut (self, text, words, title);
  g_auto (GStrv) lines = g_strsplit (kept, "\n", -1);
  SfBlock *list = sf_block_new_list (TRUE);

  sf_document_add_heading (self->document, 3, title, NULL)->in_contents = FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* A number that somebody typed makes room for ours. */
      const char *line = g_strstrip (lines[i]), *rest = line;

      while (g_ascii_isdigit (*rest))
        rest++;
      if (rest > line && (*rest == '.' || *rest == ')'))
        line = g_strchug ((char *)rest + 1);
      if (*line != '\0')
        sf_block_add_item (list, sf_prose_new (line));
    }
  if (list->items->len > 1)
    sf_document_add (self->document, list);
  else
    {
      sf_block_free (list);
      sf_document_add_text (self->document, *kept != '\0' ? kept : _ ("No decision is asked for."));
    }
}

/* The chart and the table beside each other, and how the grades came about. */
void
sf_compose_add_grades (SfComposer *self)
{
  g_autofree char *states = list_states (self);
  SfBlock *pair = sf_block_new_pair (0.36);

  sf_block_add_first (pair, make_chart (self));
  sf_block_add_second (pair, make_grades (self));
  sf_document_add (self->document, pair);
  if (*states != '\0')
    sf_compose_add_small (self, states);
}

void
sf_compose_summary (SfComposer *self)
{
  gboolean first = sf_model_get_predecessor (self->model, self->evaluation) == NULL;

  sf_document_add_heading (self->document, 1, _ ("The year on one page"), SF_ID_SUMMARY);
  sf_compose_add_grades (self);
  sf_compose_safeguarding (self);
  add_change (self, _ ("What improved"), sf_evaluation_get_improved (self->evaluation),
              list_moved (self, SF_GRADE_CHANGE_BETTER, _ ("Graded better than before: %s.")),
              first ? _ ("Nothing was written down.")
                    : _ ("Nothing was written down, and no grade is better than before."));
  add_change (self, _ ("What did not"), sf_evaluation_get_not_improved (self->evaluation),
              list_moved (self, SF_GRADE_CHANGE_WORSE, _ ("Graded lower than before: %s.")),
              first ? _ ("Nothing was written down.")
                    : _ ("Nothing was written down, and no grade is lower than before."));
  add_decisions (self);
}
