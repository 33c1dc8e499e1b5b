/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The key areas, and what was not judged. */
#include <glib/gi18n-lib.h>

#include "base/sf-text.h"
#include "model/sf-progress.h"
#include "model/sf-spread.h"
#include "model/sf-support.h"
#include "report/sf-compose-private.h"
#include "report/sf-fingerprint.h"

#define MAX_MARKS_NAMED 3

/* "“Safe places” and 2 others"; only how many where room is short: the annex names them */
static char *
name_marks (SfComposer *self, GPtrArray *marks, SfSupportConcern concern, guint *n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  *n = 0;
  for (guint i = 0; i < marks->len; i++)
    {
      SfSupportMark *mark = marks->pdata[i];

      if (mark->concern == concern && (*n)++ < MAX_MARKS_NAMED)
        g_ptr_array_add (names,
                         g_strdup_printf (_ ("“%s”"), sf_statement_get_title (mark->statement)));
    }
  if (self->detail >= SF_DETAIL_SHORT)
    return g_strdup_printf ("%u", *n);
  if (*n > MAX_MARKS_NAMED)
    g_ptr_array_add (names, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others",
                                                          *n - MAX_MARKS_NAMED),
                                             *n - MAX_MARKS_NAMED));
  g_ptr_array_add (names, NULL);
  return sf_text_join_and ((const char *const *)names->pdata);
}

/* Good judgements that rest on little are said openly; nothing is scored. */
static void
append_support (SfComposer *self, SfKeyArea *area /* NULL: all */, GString *text)
{
  static const char *const sentences[SF_N_SUPPORT_CONCERNS]
      = { [SF_SUPPORT_NO_EVIDENCE] = N_ (" Judged well without evidence: %s."),
          [SF_SUPPORT_ONE_KIND] = N_ (" Judged well on one kind of evidence: %s."),
          [SF_SUPPORT_OLD] = N_ (" Judged well on evidence from before this evaluation: %s.") };
  g_autoptr (GPtrArray) marks = sf_support_list_marks (self->model, self->evaluation, area);

  for (guint concern = SF_SUPPORT_NO_EVIDENCE; concern < SF_N_SUPPORT_CONCERNS; concern++)
    {
      guint n;
      g_autofree char *names = name_marks (self, marks, (SfSupportConcern)concern, &n);

      if (n > 0)
        g_string_append_printf (text, _ (sentences[concern]), names);
    }
}

/* How the area came by its grade, how it moved, and what lies beneath it. */
void
sf_compose_add_standing (SfComposer *self, SfKeyArea *area)
{
  SfAreaJudgement *grade = sf_area_grade_find (self->model, self->evaluation, area);
  g_autofree char *state = sf_area_judgement_state_to_text (grade), *moved = NULL, *why = NULL;
  g_autofree char *state_sentence = sf_compose_sentence (state), *spread_text = NULL;
  g_autoptr (GString) text = g_string_new (state_sentence);
  SfProgress progress;
  SfSpread spread;

  sf_progress_of (self->model, self->evaluation, area, &progress);
  sf_spread_of_area (self->model, self->evaluation, area, &spread);
  sf_area_grade_compare_with_last (self->model, self->evaluation, area, &moved);
  if (moved != NULL)
    {
      g_autofree char *sentence = sf_compose_sentence (moved);

      g_string_append_printf (text, " %s", sentence);
    }
  if (sf_progress_get_done (&progress) > 0)
    {
      spread_text = sf_spread_to_full_text (&spread, sf_key_area_get_scale (area));
      g_string_append_printf (text,
                              progress.all_standards ? _ (" Its standards: %s.")
                                                     : _ (" Its statements: %s."),
                              spread_text);
    }
  if (sf_area_grade_is_odd (self->model, self->evaluation, area, &why))
    g_string_append_printf (text, _ (" The grade does not sit easily with them: %s."), why);
  /* the shortest report says it once for all areas, sf_compose_not_judged() */
  if (self->detail < SF_DETAIL_SHORTEST)
    append_support (self, area, text);
  sf_document_add_text (self->document, text->str);
}

guint
sf_compose_get_word_limit (SfComposer *self)
{
  static const guint for_parents[] = { 0, 120, 80, 50, 35, 25, 20 };

  if (self->audience == SF_AUDIENCE_PARENTS)
    return for_parents[self->detail];
  if (self->detail < SF_DETAIL_SHORT)
    return 0;
  return self->detail == SF_DETAIL_SHORT ? 90 : self->detail == SF_DETAIL_SHORTEST ? 40 : 30;
}

static void
add_words (SfComposer *self, SfKeyArea *area, const char *title, const char *text)
{
  g_autofree char *full_title = g_strdup_printf ("%s: %s", sf_key_area_get_title (area), title);
  g_autofree char *kept = sf_compose_cut (self, text, sf_compose_get_word_limit (self), full_title);

  if (*kept == '\0')
    return;
  if (self->detail >= SF_DETAIL_NAMES)
    {
      g_autofree char *label = g_strdup_printf (_ ("%s:"), title);

      sf_compose_add_labelled (self, label, kept);
      return;
    }
  sf_document_add_heading (self->document, 3, title, NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, kept);
}

/* --- standards -------------------------------------------------------------------------------- */

static void
add_labelled (SfTableCell *cell, const char *label, const char *text)
{
  SfProse *prose;

  if (sf_text_is_blank (text))
    return;
  prose = sf_prose_new (NULL);
  if (label != NULL)
    sf_prose_add (sf_prose_add (prose, SF_SPAN_EMPHASIS, label), SF_SPAN_PLAIN, " ");
  sf_table_cell_add_paragraph (cell, sf_prose_add (prose, SF_SPAN_PLAIN, text));
}

static gboolean
shows_words (SfComposer *self, SfJudgement *judgement, SfStatement *statement)
{
  return self->detail == SF_DETAIL_ALL
         || !sf_level_value_is_strong (sf_statement_get_scale (statement),
                                       sf_judgement_get_level (judgement));
}

static void
add_standard_row (SfComposer *self, SfBlock *table, SfStatement *statement, SfJudgement *judgement)
{
  SfTableRow *row = sf_block_add_row (table);
  SfTableCell *cell = sf_table_row_add_cell (row,
                                             sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                           sf_statement_get_title (statement)),
                                             SF_SCOPE_ROW);

  if (shows_words (self, judgement, statement))
    {
      add_labelled (cell, NULL, sf_judgement_get_strengths (judgement));
      add_labelled (cell, _ ("To improve:"), sf_judgement_get_improvements (judgement));
      add_labelled (cell, _ ("Difference made:"), sf_judgement_get_difference (judgement));
    }
  sf_table_row_add_cell (row, sf_compose_state_chip (judgement, statement), SF_SCOPE_NONE);
}

static gboolean
is_judged_of_centre (SfComposer *self, SfStatement *statement, SfJudgement **judgement)
{
  if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
    return FALSE;
  *judgement = sf_compose_find_judgement (self, statement);
  return sf_judgement_get_state (*judgement) == SF_STATE_JUDGED;
}

static void
add_standards_table (SfComposer *self, SfKeyArea *area)
{
  static const double weights[] = { 4, 1.25 };
  const char *titles[] = { _ ("Standard"), _ ("Judged") };
  GPtrArray *statements = sf_key_area_get_statements (area);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      SfJudgement *judgement;

      if (is_judged_of_centre (self, statement, &judgement))
        add_standard_row (self, table, statement, judgement);
    }
  if (table->rows->len > 0)
    sf_document_add (self->document, table);
  else
    sf_block_free (table);
}

/* The standards by grade, in one sentence for each grade. */
/* Where little room is left the targets follow in the same list: TRUE where they did. */
static gboolean
add_standards_by_level (SfComposer *self, SfKeyArea *area)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  GPtrArray *levels = sf_scale_get_levels (sf_key_area_get_scale (area));
  SfBlock *list = sf_block_new_list (FALSE);
  gboolean both;

  for (guint i = 0; i < levels->len; i++)
    {
      SfLevel *level = g_ptr_array_index (levels, i);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint j = 0; j < statements->len; j++)
        {
          SfStatement *statement = g_ptr_array_index (statements, j);
          SfJudgement *judgement;

          if (is_judged_of_centre (self, statement, &judgement)
              && sf_judgement_get_level (judgement) == sf_level_get_value (level))
            g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : ": ",
                                    sf_statement_get_title (statement));
        }
      if (names->len > 0)
        {
          SfProse *item = sf_compose_level_chip (level);

          sf_prose_add (sf_prose_add (item, SF_SPAN_PLAIN, names->str), SF_SPAN_PLAIN, ".");
          sf_block_add_item (list, item);
        }
    }
  if (list->items->len == 0)
    {
      sf_block_free (list);
      return FALSE;
    }
  list->keep_together = self->detail < SF_DETAIL_SHORTEST;
  both = self->detail >= SF_DETAIL_SHORTEST && sf_compose_list_area_targets (self, area, list);
  sf_document_add_heading (self->document, 3,
                           both ? _ ("Standards and targets") : _ ("The standards"), NULL)
      ->in_contents
      = FALSE;
  sf_document_add (self->document, list);
  return self->detail >= SF_DETAIL_SHORTEST;
}

/* ------------------------------------------------------------------------------------------------
 */

static void
add_area (SfComposer *self, SfKeyArea *area)
{
  SfAreaJudgement *grade = sf_area_grade_find (self->model, self->evaluation, area);
  g_autofree char *title
      = g_strdup_printf ("%u  %s", sf_key_area_get_index (area) + 1, sf_key_area_get_title (area));
  SfBlock *heading
      = sf_document_add_heading (self->document, 1, title, sf_key_area_get_code (area));

  sf_block_set_accent (heading, sf_compose_area_color (area));
  sf_block_set_trailing (heading,
                         sf_compose_level_chip (
                             sf_area_grade_get_level (self->model, self->evaluation, area)));
  sf_compose_add_standing (self, area);
  if (grade != NULL && self->detail < SF_DETAIL_SHORTEST
      && !sf_text_is_blank (sf_area_judgement_get_strengths (grade)))
    {
      GPtrArray *blocks = sf_document_get_blocks (self->document);

      /* The area's name does not stand at the foot of a page with nothing but this. */
      ((SfBlock *)g_ptr_array_index (blocks, blocks->len - 1))->keep_with_next = TRUE;
    }
  if (grade != NULL)
    {
      add_words (self, area, _ ("What is strong"), sf_area_judgement_get_strengths (grade));
      add_words (self, area, _ ("What is to improve"), sf_area_judgement_get_improvements (grade));
    }
  if (self->detail < SF_DETAIL_NAMES)
    add_standards_table (self, area);
  else if (add_standards_by_level (self, area))
    return;
  sf_compose_area_targets (self, area);
}

void
sf_compose_areas (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);

  for (guint i = 0; i < areas->len; i++)
    add_area (self, g_ptr_array_index (areas, i));
}

/* --- what was not judged ---------------------------------------------------------------------- */

/* Up to so many titles of an area are named; more are counted. */
#define MAX_NAMED 5

static void
add_names (SfComposer *self, SfKeyArea *area, GString *text)
{
  GPtrArray *statements = sf_key_area_get_statements (area);
  const char *before = ": ";

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);

      if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE
          || sf_judgement_get_state (sf_compose_find_judgement (self, statement))
                 != SF_STATE_NOT_JUDGED)
        continue;
      g_string_append_printf (text, "%s%s", before, sf_statement_get_title (statement));
      before = "; ";
    }
}

/* "2 of its 9 standards were not judged: …; …." */
static char *
tell_left (SfComposer *self, SfKeyArea *area, const SfProgress *progress)
{
  guint left = sf_progress_get_left (progress);
  GString *text = g_string_new (NULL);

  if (progress->all_standards)
    g_string_printf (text,
                     g_dngettext (GETTEXT_PACKAGE, "%u of its %u standards was not judged",
                                  "%u of its %u standards were not judged", left),
                     left, progress->total);
  else
    g_string_printf (text,
                     g_dngettext (GETTEXT_PACKAGE, "%u of its %u statements was not judged",
                                  "%u of its %u statements were not judged", left),
                     left, progress->total);
  if (left <= MAX_NAMED && self->detail < SF_DETAIL_SHORT)
    add_names (self, area, text);
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* One line for an area that was begun and has something that is not judged. Of what was graded as a
 * whole, and of what nobody has begun, a sentence tells for all: they go into @whole and @none. */
static void
add_left (SfComposer *self, SfBlock *list, SfKeyArea *area, GPtrArray *whole, GPtrArray *none)
{
  gboolean graded = sf_area_grade_get_level (self->model, self->evaluation, area) != NULL;
  SfProse *item;
  SfProgress progress;

  sf_progress_of (self->model, self->evaluation, area, &progress);
  if (graded && sf_progress_get_left (&progress) == 0)
    return;
  if (sf_progress_get_done (&progress) == 0)
    {
      g_ptr_array_add (graded ? whole : none, (gpointer)sf_key_area_get_title (area));
      return;
    }
  item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, sf_key_area_get_title (area));
  sf_prose_add (item, SF_SPAN_PLAIN, ": ");
  if (!graded)
    sf_prose_add (item, SF_SPAN_PLAIN, _ ("not graded yet. "));
  if (sf_progress_get_left (&progress) > 0)
    {
      g_autofree char *text = tell_left (self, area, &progress);

      sf_prose_add (item, SF_SPAN_PLAIN, text);
    }
  sf_block_add_item (list, item);
}

/* The areas of which @all or @some says the same, in one sentence. */
static void
add_shared (SfComposer *self, GPtrArray *titles, const char *all, const char *some)
{
  g_autofree char *names = NULL, *text = NULL;

  if (titles->len == 0)
    return;
  if (titles->len == sf_framework_get_areas (self->framework)->len)
    {
      sf_document_add_text (self->document, all);
      return;
    }
  g_ptr_array_add (titles, NULL);
  names = sf_text_join_and ((const char *const *)titles->pdata);
  text = g_strdup_printf ("%s: %s.", some, names);
  sf_document_add_text (self->document, text);
}

/* The titles alone; the reasons stand in the annex. */
static void
add_not_applicable_in_short (SfComposer *self, SfBlock *list)
{
  GPtrArray *statements = sf_framework_get_statements (self->framework);
  SfProse *item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, _ ("Does not apply: "));
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);

      if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE
          || sf_judgement_get_state (sf_compose_find_judgement (self, statement))
                 != SF_STATE_NOT_APPLICABLE)
        continue;
      if (n++ > 0)
        sf_prose_add (item, SF_SPAN_PLAIN, "; ");
      sf_prose_add (item, SF_SPAN_PLAIN, sf_statement_get_title (statement));
    }
  if (n == 0)
    {
      sf_prose_free (item);
      return;
    }
  sf_prose_add (item, SF_SPAN_PLAIN,
                self->annex ? _ (". The reasons stand in the annex.")
                            : _ (". The reasons stand in the annex, which was not printed."));
  sf_block_add_item (list, item);
}

static void
add_not_applicable (SfComposer *self, SfBlock *list)
{
  GPtrArray *statements = sf_framework_get_statements (self->framework);

  for (guint i = 0; i < statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (statements, i);
      SfJudgement *judgement = sf_compose_find_judgement (self, statement);
      g_autofree char *reason = NULL, *name = NULL;

      if (sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE
          || sf_judgement_get_state (judgement) != SF_STATE_NOT_APPLICABLE)
        continue;
      name = g_strdup_printf (_ ("%s: why it does not apply"), sf_statement_get_title (statement));
      reason = sf_compose_cut (self, sf_judgement_get_not_applicable (judgement),
                               self->detail >= SF_DETAIL_LEAST   ? 6
                               : self->detail >= SF_DETAIL_SHORT ? 15
                                                                 : 0,
                               name);
      sf_block_add_item (
          list, sf_prose_add (sf_prose_add (sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                                          sf_statement_get_title (statement)),
                                            SF_SPAN_PLAIN, _ (" does not apply: ")),
                              SF_SPAN_PLAIN, reason));
    }
}

static void
add_support_of_all (SfComposer *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->detail < SF_DETAIL_SHORTEST)
    return;
  append_support (self, NULL, text);
  if (text->len > 0)
    sf_document_add_text (self->document, g_strchug (text->str));
}

void
sf_compose_sign_off (SfComposer *self)
{
  SfBlock *block = sf_block_new_sign_off (
      sf_prose_new (_ ("This report was received and discussed by the committee.")));

  sf_block_add_item (block, sf_prose_new (_ ("Name")));
  sf_block_add_item (block, sf_prose_new (_ ("Signature")));
  sf_block_add_item (block, sf_prose_new (_ ("Date")));
  sf_document_add (self->document, block);
  if (self->fingerprint != NULL)
    sf_fingerprint_add_to (self->document, self->fingerprint);
}

void
sf_compose_not_judged (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  g_autoptr (GPtrArray) whole = g_ptr_array_new (), none = g_ptr_array_new ();
  SfBlock *list = sf_block_new_list (FALSE);
  gboolean nothing;

  sf_document_add_heading (self->document, 1, _ ("What was not judged"), NULL);
  for (guint i = 0; i < areas->len; i++)
    add_left (self, list, g_ptr_array_index (areas, i), whole, none);
  if (self->detail < SF_DETAIL_LEAST)
    add_not_applicable (self, list);
  else
    add_not_applicable_in_short (self, list);
  nothing = list->items->len == 0 && whole->len == 0 && none->len == 0;
  add_shared (self, none, _ ("No key area is graded yet, and nothing was judged one by one."),
              _ ("Not begun yet, neither graded nor judged one by one"));
  add_shared (self, whole,
              _ ("Every key area was graded as a whole, not standard by standard. That is enough "
                 "for a first evaluation; the standards can follow in any order."),
              _ ("Graded as a whole, not standard by standard"));
  if (list->items->len > 0)
    sf_document_add (self->document, list);
  else
    sf_block_free (list);
  if (nothing)
    sf_document_add_text (self->document, _ ("Nothing: every area is graded and every standard "
                                             "that applies is judged."));
  add_support_of_all (self);
}
