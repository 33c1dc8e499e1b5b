/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the committee asked since the last report, and what changed because of it. */
#include "report/sf-compose-meetings.h"

#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-meeting-year.h"

/* After so many words a reply is cut where the report has to be short. */
#define SHORT_REPLY 25

static gboolean
is_about_centre (SfComposer *self, SfChallenge *challenge)
{
  const char *code = sf_challenge_get_statement_code (challenge);
  SfStatement *statement
      = code != NULL ? sf_framework_find_statement (self->framework, code) : NULL;
  SfTarget *target = sf_model_find (self->model, sf_challenge_get_target (challenge));

  if (statement != NULL && sf_statement_get_subject (statement) != SF_SUBJECT_CENTRE)
    return FALSE;
  return target == NULL || sf_compose_is_centre_target (self, target);
}

GPtrArray *
sf_compose_list_asked (SfComposer *self)
{
  GPtrArray *list = sf_meeting_year_list_asked (self->model, self->evaluation, self->today);

  for (guint i = list->len; i > 0; i--)
    if (!is_about_centre (self, list->pdata[i - 1]))
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/* "A parent governor, 28 September 2026 · minute 7.2" */
static char *
tell_who (SfComposer *self, SfChallenge *challenge)
{
  SfMeeting *meeting = sf_model_find (self->model, sf_challenge_get_meeting (challenge));
  g_autofree char *day
      = sf_date_format (meeting != NULL ? sf_meeting_get_meets_on (meeting) : NULL);
  g_autofree char *office = sf_compose_office (self, sf_challenge_get_office (challenge));
  g_autofree char *who = office != NULL ? sf_text_upper_first (office) : NULL;
  g_autofree char *when = who != NULL ? g_strdup_printf ("%s, %s", who, day) : g_strdup (day);

  if (sf_text_is_blank (sf_challenge_get_minute (challenge)))
    return g_steal_pointer (&when);
  /* Translators: the number of a paragraph in the minutes of a meeting */
  return g_strdup_printf (_ ("%s · minute %s"), when, sf_challenge_get_minute (challenge));
}

/* What it is about: a target by its title, a statement by its own; NULL where nobody said. */
static const char *
find_subject (SfComposer *self, SfChallenge *challenge)
{
  SfTarget *target = sf_model_find (self->model, sf_challenge_get_target (challenge));
  const char *code = sf_challenge_get_statement_code (challenge);
  SfStatement *statement
      = code != NULL ? sf_framework_find_statement (self->framework, code) : NULL;

  if (target != NULL)
    return sf_target_get_title (target);
  return statement != NULL ? sf_statement_get_title (statement) : NULL;
}

/* "Replied: …" */
static void
add_labelled (
    SfComposer *self, SfProse *prose, const char *label, const char *text, const char *title)
{
  guint words = self->detail >= SF_DETAIL_LEAST   ? SHORT_REPLY / 2
                : self->detail >= SF_DETAIL_SHORT ? SHORT_REPLY
                                                  : 0;
  g_autofree char *kept = sf_compose_cut (self, text, words, title);
  g_autofree char *sentence = NULL;

  if (*kept == '\0')
    return;
  g_strdelimit (kept, "\n", ' ');
  sentence = g_str_has_suffix (kept, ")") ? g_strdup (kept) : sf_compose_sentence (kept);
  if (!g_str_has_suffix (sf_prose_get_text (prose), "\n"))
    sf_prose_add (prose, SF_SPAN_PLAIN, " ");
  sf_prose_add (prose, SF_SPAN_EMPHASIS, label);
  sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, " "), SF_SPAN_PLAIN, sentence);
}

static SfProse *
make_challenge (SfComposer *self, SfChallenge *challenge)
{
  SfProse *prose = sf_prose_new (NULL);
  const char *question = sf_challenge_get_question (challenge);
  const char *subject = find_subject (self, challenge);
  g_autofree char *asked = g_strdelimit (g_strdup (question), "\n", ' ');
  g_autofree char *who = tell_who (self, challenge);
  g_autofree char *about = subject != NULL ? g_strdup_printf (_ (" · on “%s”"), subject) : NULL;

  sf_prose_add (prose, SF_SPAN_STRONG, asked);
  sf_prose_add (sf_prose_add (prose, SF_SPAN_PLAIN, "\n"), SF_SPAN_SMALL, who);
  if (about != NULL)
    sf_prose_add (prose, SF_SPAN_SMALL, about);
  sf_prose_add (prose, SF_SPAN_PLAIN, "\n");
  if (sf_challenge_is_open (challenge))
    sf_prose_add (prose, SF_SPAN_EMPHASIS, _ ("No reply yet."));
  else
    add_labelled (self, prose, _ ("Replied:"), sf_challenge_get_reply (challenge), question);
  add_labelled (self, prose, _ ("Changed:"), sf_challenge_get_changed (challenge), question);
  return prose;
}

void
sf_compose_asked (SfComposer *self)
{
  g_autoptr (GPtrArray) asked = sf_compose_list_asked (self);
  SfBlock *list;

  if (asked->len == 0)
    return;
  sf_document_add_heading (self->document, 1, _ ("What the committee asked, and what changed"),
                           SF_ID_ASKED);
  list = sf_block_new_list (FALSE);
  for (guint i = 0; i < asked->len; i++)
    sf_block_add_item (list, make_challenge (self, asked->pdata[i]));
  sf_document_add (self->document, list);
}
