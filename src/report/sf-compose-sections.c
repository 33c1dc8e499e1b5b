/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The sections of reports: what they are called, who has them, what makes them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/sf-acronym.h"
#include "report/sf-compose-meetings.h"
#include "report/sf-compose-private.h"

#define FOR(audience) (1u << SF_AUDIENCE_##audience)

/* In the usual order. To add a section: a line here, and a function that takes the composer. */
static const SfSection sections[] = {
  { "centre", N_ ("Facts about the centre"), FOR (AUTHORITY), 0, sf_compose_centre_facts },
  { "for", N_ ("What the centre is for"), FOR (PARENTS), 0, sf_compose_what_for },
  { "summary", N_ ("The year on one page"), FOR (GOVERNORS),
    SF_SECTION_REQUIRED | SF_SECTION_FIRST | SF_SECTION_PAGE, sf_compose_summary },
  { "grades", N_ ("Grades"), FOR (AUTHORITY) | FOR (STAFF), SF_SECTION_REQUIRED,
    sf_compose_grades },
  { "went-well", N_ ("What went well"), FOR (PARENTS), 0, sf_compose_went_well },
  { "working-on", N_ ("What we are working on"), FOR (PARENTS), SF_SECTION_REQUIRED,
    sf_compose_working_on },
  { "heard", N_ ("What you told us, and what we did"), FOR (PARENTS), 0, sf_compose_heard },
  { "reach", N_ ("The centre in figures"), FOR (PARENTS), 0, sf_compose_reach },
  { "how-we-do", N_ ("How we judge ourselves"), FOR (PARENTS), SF_SECTION_REQUIRED,
    sf_compose_how_we_do },
  { "safe", N_ ("Keeping children safe"), FOR (PARENTS), SF_SECTION_REQUIRED, sf_compose_safe },
  { "progress", N_ ("Progress on what we agreed"), FOR (GOVERNORS) | FOR (AUTHORITY) | FOR (STAFF),
    SF_SECTION_REQUIRED, sf_compose_progress },
  { "asked", N_ ("What the committee asked, and what changed"), FOR (GOVERNORS), 0,
    sf_compose_asked },
  { "questions", N_ ("Questions for the committee"), FOR (GOVERNORS), 0, sf_compose_questions },
  { "outcomes", N_ ("Outcomes for children and families"), FOR (GOVERNORS) | FOR (AUTHORITY), 0,
    sf_compose_outcomes },
  { "areas", N_ ("The key areas"), FOR (GOVERNORS), 0, sf_compose_areas },
  { "area-words", N_ ("The key areas"), FOR (STAFF) | FOR (AUTHORITY), 0, sf_compose_area_words },
  { "statements", N_ ("The statements one by one"), FOR (AUTHORITY), 0, sf_compose_all_statements },
  { "plan", N_ ("What is planned"), FOR (GOVERNORS) | FOR (AUTHORITY) | FOR (STAFF), 0,
    sf_compose_plan },
  { "safeguarding", N_ ("Safeguarding"), FOR (AUTHORITY) | FOR (STAFF), SF_SECTION_REQUIRED,
    sf_compose_safeguarding_section },
  { "resources", N_ ("Finance and staffing"), FOR (GOVERNORS) | FOR (AUTHORITY), 0,
    sf_compose_resources },
  { "evidence", N_ ("The evidence"), FOR (AUTHORITY), 0, sf_compose_evidence },
  { "practice", N_ ("What is judged of the head"), FOR (HEAD), SF_SECTION_REQUIRED,
    sf_compose_practice },
  { "own-targets", N_ ("Targets for the head’s own practice"), FOR (HEAD), 0,
    sf_compose_own_targets },
  { "own-evidence", N_ ("Evidence of the head’s practice"), FOR (HEAD), 0,
    sf_compose_own_evidence },
  { "purpose", N_ ("Core purpose"), FOR (JOB_DESCRIPTION), SF_SECTION_REQUIRED,
    sf_compose_purpose },
  { "post", N_ ("The post"), FOR (JOB_DESCRIPTION) | FOR (PERSON_SPECIFICATION), 0,
    sf_compose_post },
  { "duties", N_ ("What the head answers for"), FOR (JOB_DESCRIPTION), SF_SECTION_REQUIRED,
    sf_compose_duties },
  { "knowledge", N_ ("Knowledge"), FOR (PERSON_SPECIFICATION), SF_SECTION_REQUIRED,
    sf_compose_knowledge },
  { "qualities", N_ ("Qualities and skills"), FOR (PERSON_SPECIFICATION), SF_SECTION_REQUIRED,
    sf_compose_qualities },
  { "source", N_ ("Where this comes from"), FOR (JOB_DESCRIPTION) | FOR (PERSON_SPECIFICATION), 0,
    sf_compose_source },
  { "form", N_ ("The form"), FOR (FORMS), SF_SECTION_REQUIRED, sf_compose_forms },
  { "not-judged", N_ ("What was not judged"), FOR (GOVERNORS) | FOR (AUTHORITY) | FOR (STAFF),
    SF_SECTION_REQUIRED, sf_compose_not_judged },
  { "thanks", N_ ("Thank you"), FOR (STAFF), 0, sf_compose_thanks },
  { "say", N_ ("Have your say"), FOR (PARENTS), SF_SECTION_REQUIRED, sf_compose_have_your_say },
  { "reading", N_ ("How to read this report"), FOR (GOVERNORS),
    SF_SECTION_REQUIRED | SF_SECTION_PINNED, sf_compose_reading },
  { "short-forms", N_ ("Short forms"),
    FOR (GOVERNORS) | FOR (PARENTS) | FOR (AUTHORITY) | FOR (STAFF),
    SF_SECTION_REQUIRED | SF_SECTION_PINNED, sf_compose_short_forms },
  { "sign-off", N_ ("Signatures"), FOR (GOVERNORS), SF_SECTION_REQUIRED | SF_SECTION_PINNED,
    sf_compose_sign_off },
};

static gboolean
is_of (const SfSection *section, SfAudience audience)
{
  return (section->audiences & (1u << audience)) != 0;
}

/* Where a section may stand. */
typedef enum
{
  PLACE_FIRST,
  PLACE_FREE,
  PLACE_LAST,
} Place;

static Place
get_place (const SfSection *section)
{
  if ((section->flags & SF_SECTION_FIRST) != 0)
    return PLACE_FIRST;
  return (section->flags & SF_SECTION_PINNED) != 0 ? PLACE_LAST : PLACE_FREE;
}

GPtrArray *
sf_audience_list_sections (SfAudience self)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail ((guint)self < SF_N_AUDIENCES, infos);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      SfSectionInfo *info;

      if (!is_of (&sections[i], self))
        continue;
      info = g_new0 (SfSectionInfo, 1);
      info->id = sections[i].id;
      info->title = _ (sections[i].title);
      info->required = (sections[i].flags & SF_SECTION_REQUIRED) != 0;
      info->pinned = get_place (&sections[i]) != PLACE_FREE;
      g_ptr_array_add (infos, info);
    }
  return infos;
}

static const SfSection *
find_section (SfAudience audience, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (is_of (&sections[i], audience) && strcmp (sections[i].id, id) == 0)
      return &sections[i];
  return NULL;
}

/* Those that may stand anywhere and were put into an order, whether shown or not, each once. */
static void
add_ordered (GPtrArray *chosen, const SfReportOptions *options)
{
  for (guint i = 0; options->sections != NULL && i < options->sections->len; i++)
    {
      const SfSectionChoice *choice = options->sections->pdata[i];
      const SfSection *section = find_section (options->audience, choice->id);

      if (section != NULL && get_place (section) == PLACE_FREE
          && !g_ptr_array_find (chosen, section, NULL))
        g_ptr_array_add (chosen, (gpointer)section);
    }
}

static void
add_usual (GPtrArray *chosen, const SfReportOptions *options, Place place)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (is_of (&sections[i], options->audience) && get_place (&sections[i]) == place
        && !g_ptr_array_find (chosen, &sections[i], NULL))
      g_ptr_array_add (chosen, (gpointer)&sections[i]);
}

gboolean
sf_section_is_shown (const SfReportOptions *options, const SfSection *section)
{
  if ((section->flags & SF_SECTION_REQUIRED) != 0)
    return TRUE;
  for (guint i = 0; options->sections != NULL && i < options->sections->len; i++)
    {
      const SfSectionChoice *choice = options->sections->pdata[i];

      if (strcmp (choice->id, section->id) == 0)
        return choice->shown;
    }
  return TRUE;
}

/* All sections of the audience in the order of the report: those that stand at the beginning, those
 * that were ordered, the others, those that stand at the end. */
GPtrArray *
sf_sections_choose (const SfReportOptions *options)
{
  GPtrArray *chosen = g_ptr_array_new ();

  add_usual (chosen, options, PLACE_FIRST);
  add_ordered (chosen, options);
  add_usual (chosen, options, PLACE_FREE);
  add_usual (chosen, options, PLACE_LAST);
  return chosen;
}

/* "Left out at the head’s choice: Finance and staffing." NULL where nothing was. */
char *
sf_compose_tell_left_out (SfComposer *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SfSection *section = self->sections->pdata[i];

      if (!sf_section_is_shown (self->options, section))
        g_ptr_array_add (titles, (gpointer)_ (section->title));
    }
  if (titles->len == 0)
    return NULL;
  g_ptr_array_add (titles, NULL);
  joined = g_strjoinv ("; ", (char **)titles->pdata);
  /* Translators: sections of a report */
  return g_strdup_printf (_ ("Left out at the head’s choice: %s."), joined);
}

static gboolean
ends_with_break (SfDocument *document)
{
  GPtrArray *blocks = sf_document_get_blocks (document);
  const SfBlock *last = blocks->len > 0 ? blocks->pdata[blocks->len - 1] : NULL;

  return last != NULL && (last->kind == SF_BLOCK_PAGE_BREAK || last->kind == SF_BLOCK_TITLE);
}

static void
break_page (SfComposer *self)
{
  if (!ends_with_break (self->document))
    sf_document_add (self->document, sf_block_new_page_break ());
}

void
sf_compose_sections (SfComposer *self)
{
  gboolean after_page = FALSE;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SfSection *section = self->sections->pdata[i];
      gboolean page = (section->flags & SF_SECTION_PAGE) != 0;

      if (!sf_section_is_shown (self->options, section))
        continue;
      if (page || after_page)
        break_page (self);
      section->add (self);
      after_page = page;
    }
}
