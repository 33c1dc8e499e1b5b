/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The questions for the committee. */
#include "report/sf-compose-meetings.h"

#include <glib/gi18n-lib.h>

#include "base/sf-text.h"
#include "model/sf-question.h"

/* After so many words an answer is cut where the report has to be short. */
#define SHORT_ANSWER 50

/* Leads to where the report tells of it: "See Learning." */
static void
add_place (SfComposer *self, SfProse *prose, SfQuestion *question)
{
  const char *id = NULL, *title = NULL;
  g_autofree char *number = NULL;
  guint page;

  switch (question->place)
    {
    case SF_QUESTION_AT_AREA:
      id = question->area != NULL ? sf_key_area_get_code (question->area) : NULL;
      title = question->area != NULL ? sf_key_area_get_short_title (question->area) : NULL;
      break;
    case SF_QUESTION_AT_OUTCOMES:
      id = self->outcomes->len > 0 ? SF_ID_OUTCOMES : NULL;
      title = _ ("Outcomes");
      break;
    case SF_QUESTION_AT_PROGRESS:
    default:
      id = SF_ID_PROGRESS;
      title = _ ("Progress");
      break;
    }
  if (id == NULL)
    return;
  /* Translators: what follows is the name of a section of the report */
  sf_prose_add (prose, SF_SPAN_SMALL, _ (" See "));
  sf_prose_add_link (prose, title, id);
  page = self->pages != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->pages, id)) : 0;
  number = page > 0 ? g_strdup_printf (_ (", page %u."), page) : g_strdup (".");
  sf_prose_add (prose, SF_SPAN_SMALL, number);
}

static const char *
get_ground (SfComposer *self, SfQuestion *question)
{
  return self->detail >= SF_DETAIL_SHORT ? question->fact : question->ground;
}

static SfProse *
make_question (SfComposer *self, SfQuestion *question)
{
  SfProse *prose = sf_prose_new (NULL);
  guint words = self->detail >= SF_DETAIL_SHORT ? SHORT_ANSWER : 0;
  g_autofree char *answer
      = sf_compose_cut (self, sf_question_get_printed_answer (question), words, question->text);

  sf_prose_add (prose, SF_SPAN_STRONG, question->text);
  sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, "\n"), SF_SPAN_SMALL,
                get_ground (self, question));
  add_place (self, prose, question);
  if (*answer != '\0')
    {
      g_strdelimit (answer, "\n", ' ');
      sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, "\n"), SF_SPAN_EMPHASIS,
                    _ ("The head’s answer:"));
      sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "), SF_SPAN_PLAIN, answer);
    }
  return prose;
}

static void
add_withdrawn (SfComposer *self, guint n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u question was withdrawn by the head.",
                                       "%u questions were withdrawn by the head.", n),
                          n);
  sf_compose_add_small (self, text);
}

/* What nobody asks of is no secret: the committee may ask all the same. */
static void
add_not_agreed (SfComposer *self)
{
  g_autoptr (GPtrArray) areas = sf_question_list_not_agreed (self->model, self->evaluation);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *names = NULL, *text = NULL;

  for (guint i = 0; i < areas->len; i++)
    g_ptr_array_add (titles, (gpointer)sf_key_area_get_short_title (areas->pdata[i]));
  if (titles->len == 0)
    return;
  g_ptr_array_add (titles, NULL);
  names = sf_text_join_and ((const char *const *)titles->pdata);
  /* Translators: key areas */
  text = g_strdup_printf (_ ("None is drawn from the judgements on %s, for their grades are not "
                             "agreed yet."),
                          names);
  sf_compose_add_small (self, text);
}

void
sf_compose_questions (SfComposer *self)
{
  g_autoptr (GPtrArray) questions
      = sf_question_list (self->model, self->evaluation, self->outcomes, self->today);
  guint n_withdrawn = sf_question_count_withdrawn (questions);
  SfBlock *list;

  if (questions->len == 0)
    return;
  sf_document_add_heading (self->document, 1, _ ("Questions for the committee"), SF_ID_QUESTIONS);
  if (self->detail < SF_DETAIL_SHORT)
    sf_compose_add_small (self,
                          _ ("Drawn from what the centre wrote, by rules that are the same for "
                             "every centre. The committee asks whatever else it likes."));
  list = sf_block_new_list (TRUE);
  for (guint i = 0; i < questions->len; i++)
    if (!sf_question_is_withdrawn (questions->pdata[i]))
      sf_block_add_item (list, make_question (self, questions->pdata[i]));
  if (list->items->len > 0)
    sf_document_add (self->document, list);
  else
    sf_block_free (list);
  add_withdrawn (self, n_withdrawn);
  add_not_agreed (self);
}
