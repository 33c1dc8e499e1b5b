/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The document of an audience: its name, what stands before its sections, and the sections. */
#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "report/sf-compose-private.h"

/* --- what it is called ------------------------------------------------------------------------ */

/* (transfer full): as the document is called beneath or beside the centre's name */
static char *
make_title (SfComposer *self)
{
  g_autofree char *committee = NULL;
  const char *authority = sf_centre_get_local_authority (self->centre);

  switch (self->audience)
    {
    case SF_AUDIENCE_PARENTS:
      return g_strdup (_ ("How we are doing, and what comes next"));
    case SF_AUDIENCE_AUTHORITY:
      return sf_text_is_blank (authority)
                 ? g_strdup (_ ("Report for the annual conversation"))
                 /* Translators: a local authority */
                 : g_strdup_printf (_ ("Report to %s for the annual conversation"), authority);
    case SF_AUDIENCE_STAFF:
      return g_strdup (_ ("Our evaluation: what it says, and what comes next"));
    case SF_AUDIENCE_HEAD:
      return g_strdup (_ ("The head’s own review"));
    case SF_AUDIENCE_JOB_DESCRIPTION:
      return g_strdup (_ ("Head of centre: job description"));
    case SF_AUDIENCE_PERSON_SPECIFICATION:
      return g_strdup (_ ("Head of centre: person specification"));
    case SF_AUDIENCE_FORMS:
      return g_strdup (_ ("Forms for judging on paper"));
    case SF_AUDIENCE_GOVERNORS:
    default:
      committee = sf_compose_committee (self);
      return g_strdup_printf (_ ("Report to %s"), committee);
    }
}

/* The meeting that it is for; of one that was accepted, the meeting that did. */
const char *
sf_compose_get_meeting (SfComposer *self)
{
  return self->options->accepted_on != NULL ? self->options->accepted_on
                                            : sf_evaluation_get_meeting_on (self->evaluation);
}

/* (transfer full): the day that stands on it */
static char *
make_date (SfComposer *self)
{
  const char *meeting = sf_compose_get_meeting (self);

  return sf_date_format (self->audience == SF_AUDIENCE_GOVERNORS && meeting != NULL ? meeting
                                                                                    : self->today);
}

static char *
make_running_head (SfComposer *self, const char *title)
{
  const char *name = sf_centre_get_name (self->centre);
  g_autofree char *date = make_date (self);

  if (sf_audience_is_confidential (self->audience))
    return g_strdup_printf (_ ("Confidential · %s · %s · %s"), title, name, date);
  if (self->audience == SF_AUDIENCE_FORMS)
    return g_strdup_printf ("%s · %s", name, title);
  return g_strdup_printf ("%s · %s · %s", name, title, date);
}

/* --- what stands before the sections ---------------------------------------------------------- */

/* The head's words beforehand, whole. */
void
sf_compose_covering_note (SfComposer *self, gboolean heading)
{
  const char *note = self->options->covering_note;

  if (sf_text_is_blank (note))
    return;
  if (heading)
    sf_document_add_heading (self->document, 2, _ ("A word beforehand"), NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, note);
}

/* The name of a short document, at the head of its first page. */
static void
add_masthead (SfComposer *self, const char *title)
{
  g_autofree char *period = sf_date_format_period (sf_evaluation_get_starts_on (self->evaluation),
                                                   sf_evaluation_get_ends_on (self->evaluation));
  g_autofree char *date = make_date (self);
  g_autofree char *line = NULL, *left_out = sf_compose_tell_left_out (self);
  SfBlock *heading = sf_document_add_heading (self->document, 1, title, "title"), *paragraph;
  SfColor accent = SF_COLOR (0x1a5fb4);

  heading->in_contents = FALSE;
  sf_block_set_accent (heading, accent);
  switch (self->audience)
    {
    case SF_AUDIENCE_PARENTS:
    case SF_AUDIENCE_STAFF:
    case SF_AUDIENCE_HEAD:
      line = g_strdup_printf ("%s · %s", period, date);
      break;
    default:
      line = g_strdup (date);
      break;
    }
  paragraph = sf_block_new_paragraph (
      sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, sf_centre_get_name (self->centre)));
  sf_prose_add (sf_prose_add (paragraph->prose, SF_SPAN_SMALL, " · "), SF_SPAN_SMALL, line);
  sf_document_add (self->document, paragraph);
  if (left_out != NULL)
    sf_compose_add_small (self, left_out);
  sf_compose_covering_note (self, FALSE);
}

static void
add_beginning (SfComposer *self, const char *title)
{
  switch (self->audience)
    {
    case SF_AUDIENCE_GOVERNORS:
    case SF_AUDIENCE_AUTHORITY:
      sf_compose_title (self);
      sf_compose_front (self);
      break;
    case SF_AUDIENCE_FORMS:
      /* each form has its own: they are given out one by one */
      break;
    default:
      add_masthead (self, title);
      break;
    }
}

/* ---------------------------------------------------------------------------------------------- */

void
sf_compose_document (SfComposer *self)
{
  const char *name = sf_centre_get_name (self->centre);
  g_autofree char *title = make_title (self);
  g_autofree char *full = g_strdup_printf ("%s: %s", name, title);
  g_autofree char *head = make_running_head (self, title);

  self->title = title;
  self->document = sf_document_new (full, "en-GB", self->today);
  sf_document_set_author (self->document, name);
  sf_document_set_running_head (self->document, head);
  if (sf_audience_is_confidential (self->audience))
    sf_document_set_confidential (self->document);
  add_beginning (self, title);
  sf_compose_sections (self);
  if (!sf_audience_has_codes (self->audience))
    sf_compose_name_codes (self->document, self->framework);
  if (self->annex)
    sf_compose_annex (self);
}
