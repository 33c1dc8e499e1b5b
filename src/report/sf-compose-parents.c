/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* For parents and the community: short sections in plain words. Nothing is printed here that its
 * column does not let out to everybody, and nobody's name. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-outcome-published.h"
#include "model/sf-outcome-text.h"
#include "model/sf-period.h"
#include "model/sf-plan.h"
#include "model/sf-spread.h"
#include "report/sf-compose-private.h"

#define MAX_MEASURES 4
#define MAX_PRIORITIES 6

/* Beside each heading the colour of a key area, one after the other. */
static void
add_heading (SfComposer *self, const char *title, const char *id)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  GPtrArray *blocks = sf_document_get_blocks (self->document);
  SfBlock *heading = sf_document_add_heading (self->document, 2, title, id);
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += ((SfBlock *)blocks->pdata[i])->kind == SF_BLOCK_HEADING;
  sf_block_set_accent (heading, sf_compose_area_color (areas->pdata[n % areas->len]));
}

/* What somebody wrote; FALSE where it is blank. */
static gboolean
add_words (SfComposer *self, const char *title, const char *text)
{
  g_autofree char *kept = sf_compose_cut (self, text, sf_compose_get_word_limit (self), title);

  if (*kept == '\0')
    return FALSE;
  sf_document_add_text (self->document, kept);
  return TRUE;
}

void
sf_compose_what_for (SfComposer *self)
{
  g_autofree char *about = g_strdup_printf (
      _ ("Every year we look at how well %s works for children and families. This is what we "
         "found, and what comes next. At the end it says how you can have your say."),
      sf_centre_get_name (self->centre));
  const char *services = sf_centre_get_services (self->centre);
  const char *area = sf_centre_get_area_served (self->centre);

  sf_document_add_text (self->document, about);
  if (sf_text_is_blank (services) && sf_text_is_blank (area))
    return;
  add_heading (self, _ ("What the centre is for"), "for");
  add_words (self, _ ("What the centre is for"), services);
  add_words (self, _ ("Whom the centre is for"), area);
}

/* --- how we judge ourselves ------------------------------------------------------------------- */

/* What is proposed and not agreed is nobody's judgement yet. */
static SfLevel *
get_agreed_level (SfComposer *self, SfKeyArea *area)
{
  SfAreaJudgement *grade = sf_area_grade_find (self->model, self->evaluation, area);

  return sf_area_judgement_get_grade_state (grade) == SF_GRADE_AGREED
             ? sf_area_grade_get_level (self->model, self->evaluation, area)
             : NULL;
}

static SfProse *
make_chip (SfLevel *level)
{
  return level != NULL ? sf_compose_level_chip (level)
                       : sf_prose_add_chip (sf_prose_new (NULL), SF_SHAPE_DOTTED_RING,
                                            SF_CHIP_TONE_NEUTRAL, _ ("Not agreed yet"));
}

void
sf_compose_how_we_do (SfComposer *self)
{
  static const double weights[] = { 2.6, 1 };
  const char *titles[] = { _ ("What we look at"), _ ("How we judge it") };
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  add_heading (self, _ ("How we judge ourselves"), "how-we-do");
  sf_document_add_text (self->document,
                        _ ("We look at our work from several sides. People here agree on a grade "
                           "for each, and say what it rests on."));
  for (guint i = 0; i < areas->len; i++)
    {
      SfTableRow *row = sf_block_add_row (table);

      sf_table_row_add_cell (row, sf_prose_new (sf_key_area_get_title (areas->pdata[i])),
                             SF_SCOPE_ROW);
      sf_table_row_add_cell (row, make_chip (get_agreed_level (self, areas->pdata[i])),
                             SF_SCOPE_NONE);
    }
  table->keep_together = TRUE;
  sf_document_add (self->document, table);
}

/* --- what was written for parents ------------------------------------------------------------- */

/* The areas of which a good grade is agreed, where nothing else is said. */
static void
add_strong_areas (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  SfBlock *list = sf_block_new_list (FALSE);

  for (guint i = 0; i < areas->len; i++)
    {
      SfLevel *level = get_agreed_level (self, areas->pdata[i]);

      if (level != NULL
          && sf_level_value_is_strong (sf_key_area_get_scale (areas->pdata[i]),
                                       sf_level_get_value (level)))
        sf_block_add_item (list, sf_prose_new (sf_key_area_get_title (areas->pdata[i])));
    }
  if (list->items->len == 0)
    {
      sf_block_free (list);
      sf_document_add_text (self->document, _ ("Nothing was written down yet."));
      return;
    }
  sf_document_add_text (self->document, _ ("We judged these as good or better:"));
  sf_document_add (self->document, list);
}

void
sf_compose_went_well (SfComposer *self)
{
  add_heading (self, _ ("What went well"), "went-well");
  if (!add_words (self, _ ("What went well"), sf_evaluation_get_went_well (self->evaluation)))
    add_strong_areas (self);
}

void
sf_compose_working_on (SfComposer *self)
{
  g_autoptr (GPtrArray) priorities = sf_plan_list_priorities (self->model, self->evaluation);
  gboolean words;

  add_heading (self, _ ("What we are working on"), "working-on");
  words = add_words (self, _ ("What we are working on"),
                     sf_evaluation_get_working_on (self->evaluation));
  if (priorities->len > 0)
    {
      SfBlock *list = sf_block_new_list (FALSE);

      sf_document_add_text (self->document, _ ("What we put first this year:"));
      for (guint i = 0; i < MIN (priorities->len, MAX_PRIORITIES); i++)
        sf_block_add_item (list, sf_prose_new (sf_priority_get_title (priorities->pdata[i])));
      sf_document_add (self->document, list);
    }
  else if (!words)
    sf_document_add_text (self->document, _ ("Nothing was written down yet."));
}

void
sf_compose_heard (SfComposer *self)
{
  add_heading (self, _ ("What you told us, and what we did"), "heard");
  if (!add_words (self, _ ("What you told us, and what we did"),
                  sf_evaluation_get_heard (self->evaluation)))
    sf_document_add_text (self->document,
                          _ ("Nothing was written down yet. If you told us something, please ask "
                             "us what came of it."));
}

/* --- how many families ------------------------------------------------------------------------ */

/* A measure's name without what stands in brackets at its end: the number of an indicator. */
static char *
get_plain_title (SfMeasure *measure)
{
  const char *title = sf_measure_get_title (measure), *bracket = strrchr (title, '(');

  if (bracket == NULL || bracket == title || !g_str_has_suffix (title, ")"))
    return g_strdup (title);
  return g_strchomp (g_strndup (title, (gsize)(bracket - title)));
}

/* The trend of all families tells of their first and last figures. */
static void
note_figures (SfComposer *self, SfPublished *published)
{
  GPtrArray *periods = sf_published_get_periods (published);

  for (guint i = 0; i < periods->len; i++)
    sf_published_note (published, NULL, periods->pdata[i], sf_document_get_shown (self->document));
}

/* "61.9% (2026–27)" */
static char *
tell_figure (SfOutcome *outcome, SfReading *reading)
{
  SfMeasure *measure = sf_outcome_get_measure (outcome);
  g_autofree char *figure
      = sf_outcome_format_figure (measure, sf_reading_get_figure (measure, reading));
  g_autofree char *period
      = sf_period_format (sf_measure_get_period (measure), sf_reading_get_starts_on (reading));

  /* Translators: a figure, a period */
  return g_strdup_printf (_ ("%1$s (%2$s)"), figure, period);
}

static const char *
get_change_words (SfVerdict verdict)
{
  switch (verdict)
    {
    case SF_VERDICT_HIGHER:
      return _ ("It has risen.");
    case SF_VERDICT_LOWER:
      return _ ("It has fallen.");
    case SF_VERDICT_SAME:
    case SF_VERDICT_TOO_SMALL:
      return _ ("That is much the same.");
    case SF_VERDICT_NONE:
    default:
      return "";
    }
}

/* "61.9% (2026–27). The time before it was 58.1% (2025–26). That is much the same." NULL where
 * nothing may be shown. */
static char *
tell_change (SfOutcome *outcome)
{
  SfReading *now = sf_outcome_get_latest (outcome, NULL, NULL), *then;
  g_autofree char *figure = NULL, *before = NULL;
  SfDifference change;

  if (now == NULL)
    return NULL;
  figure = tell_figure (outcome, now);
  then = sf_outcome_get_latest (outcome, NULL, sf_reading_get_starts_on (now));
  if (then == NULL
      || !sf_outcome_get_change (outcome, NULL, sf_reading_get_starts_on (then),
                                 sf_reading_get_starts_on (now), &change))
    return g_strdup_printf (_ ("%s."), figure);
  before = tell_figure (outcome, then);
  /* Translators: a figure with its period, an earlier one, how it changed */
  return g_strdup_printf (_ ("%1$s. The time before it was %2$s. %3$s"), figure, before,
                          get_change_words (change.verdict));
}

/* "Families reached: 61.9% (2026–27). …" */
static gboolean
add_measure (SfComposer *self, SfBlock *list, SfPublished *published)
{
  SfOutcome *outcome = sf_published_get_outcome (published);
  g_autofree char *title = get_plain_title (sf_outcome_get_measure (outcome));
  g_autofree char *change = tell_change (outcome);
  g_autofree char *stale = sf_outcome_stale_to_text (outcome);
  SfProse *item;

  /* an old figure is no news on a notice board */
  if (change == NULL || stale != NULL)
    return FALSE;
  item = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, title);
  sf_prose_add (sf_prose_add (item, SF_SPAN_PLAIN, ": "), SF_SPAN_PLAIN, change);
  if (sf_published_count_held (published) > 0)
    sf_prose_add (sf_prose_add (item, SF_SPAN_PLAIN, " "), SF_SPAN_SMALL,
                  sf_published_get_before_note ());
  sf_block_add_item (list, item);
  note_figures (self, published);
  return TRUE;
}

void
sf_compose_reach (SfComposer *self)
{
  gint64 families = sf_centre_get_families_in_reach (self->centre);
  SfBlock *list = sf_block_new_list (FALSE);
  guint n = 0;

  add_heading (self, _ ("The centre in figures"), "reach");
  if (families != SF_NULL_INT && families >= SF_DISCLOSURE_LEAST)
    {
      g_autofree char *text = g_strdup_printf (_ ("The centre is there for %" G_GINT64_FORMAT
                                                  " families with young children."),
                                               families);

      sf_document_add_text (self->document, text);
    }
  for (guint i = 0; i < self->outcomes->len && n < MAX_MEASURES; i++)
    n += add_measure (self, list, self->outcomes->pdata[i]);
  if (n > 0)
    sf_document_add (self->document, list);
  else
    {
      sf_block_free (list);
      sf_document_add_text (self->document, _ ("There are no figures to show yet."));
    }
}

/* --- keeping children safe -------------------------------------------------------------------- */

/* How many of the standards on safeguarding are judged well. */
static char *
tell_safeguarding (SfComposer *self)
{
  g_autoptr (GPtrArray) statements = sf_compose_list_safeguarding (self);
  guint judged = 0, strong = 0;

  for (guint i = 0; i < statements->len; i++)
    {
      SfJudgement *judgement = sf_compose_find_judgement (self, statements->pdata[i]);

      if (sf_judgement_get_state (judgement) != SF_STATE_JUDGED)
        continue;
      judged++;
      strong += sf_level_value_is_strong (sf_statement_get_scale (statements->pdata[i]),
                                          sf_judgement_get_level (judgement));
    }
  if (judged == 0)
    return g_strdup (_ ("We have not judged this yet this year."));
  if (strong == statements->len)
    return g_strdup (_ ("We looked at everything that keeps children safe here, and judged all of "
                        "it good or better."));
  if (judged == statements->len)
    /* Translators: how many sides, how many of them are judged well, how many are not */
    return g_strdup_printf (_ ("We looked at what keeps children safe here from %u sides. We "
                               "judged %u of them good or better, and %u not yet."),
                            judged, strong, judged - strong);
  return g_strdup_printf (_ ("We looked at what keeps children safe here from %u sides of %u so "
                             "far. We judged %u of them good or better."),
                          judged, statements->len, strong);
}

void
sf_compose_safe (SfComposer *self)
{
  g_autofree char *text = tell_safeguarding (self);

  add_heading (self, _ ("Keeping children safe"), "safe");
  sf_document_add_text (self->document, text);
  sf_document_add_text (self->document,
                        _ ("If you are worried about a child, please tell anybody who works here. "
                           "If a child is in danger now, ring 999."));
}

/* --- have your say ---------------------------------------------------------------------------- */

static void
add_line (SfBlock *note, const char *label, const char *text)
{
  g_autofree char *clean = sf_text_clean (text);
  SfProse *prose;

  if (clean == NULL)
    return;
  prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG, label);
  sf_prose_add (prose, SF_SPAN_PLAIN, " ");
  sf_block_add_item (note, sf_prose_add_web_link (prose, clean, clean));
}

void
sf_compose_have_your_say (SfComposer *self)
{
  const char *meeting = sf_evaluation_get_meeting_on (self->evaluation);
  SfBlock *note = sf_block_new_note (sf_prose_new (_ ("Have your say")));

  sf_block_add_item (note,
                     sf_prose_new (_ ("What do you think of this? What did we leave out? Please "
                                      "tell anybody who works here.")));
  add_line (note, _ ("Come to:"), sf_centre_get_address (self->centre));
  add_line (note, _ ("Ring:"), sf_centre_get_telephone (self->centre));
  add_line (note, _ ("Write to:"), sf_centre_get_email (self->centre));
  add_line (note, _ ("Look at:"), sf_centre_get_website (self->centre));
  if (meeting != NULL && strcmp (meeting, self->today) >= 0)
    {
      g_autofree char *committee = sf_compose_committee (self), *date = sf_date_format (meeting);
      /* Translators: the governing body, a day */
      g_autofree char *text
          = g_strdup_printf (_ ("We shall talk about it with %s on %s."), committee, date);

      sf_block_add_item (note, sf_prose_new (text));
    }
  note->keep_together = TRUE;
  sf_document_add (self->document, note);
}
