/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The title page, and the page that says what the report is. */
#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "base/sf-text.h"
#include "model/sf-sealed.h"
#include "report/sf-compose-private.h"
#include "report/sf-report-gaps.h"

/* Whether the grades of the areas are agreed, all or some. */
static const char *
get_state_text (SfComposer *self)
{
  GPtrArray *areas = sf_framework_get_areas (self->framework);
  gboolean agreed = FALSE, proposed = FALSE, none = FALSE;

  for (guint i = 0; i < areas->len; i++)
    switch (sf_area_judgement_get_grade_state (
        sf_area_grade_find (self->model, self->evaluation, g_ptr_array_index (areas, i))))
      {
      case SF_GRADE_AGREED:
        agreed = TRUE;
        break;
      case SF_GRADE_PROPOSED:
        proposed = TRUE;
        break;
      case SF_GRADE_NONE:
      default:
        none = TRUE;
        break;
      }
  if (agreed && !proposed)
    return none ? _ ("Grades agreed; some areas are not graded yet") : _ ("Grades agreed");
  if (agreed)
    return _ ("Some grades agreed, others proposed by the head");
  if (proposed)
    return none ? _ ("Grades proposed by the head, not yet agreed; some areas are not graded yet")
                : _ ("Grades proposed by the head, not yet agreed");
  return _ ("Not graded yet");
}

char *
sf_compose_tell_source (SfComposer *self)
{
  const char *reference = sf_framework_get_source_reference (self->framework);

  return g_strdup_printf (_ ("Source of the standards: %s (%s, %s%s%s). %s"),
                          sf_framework_get_source_title (self->framework),
                          sf_framework_get_source_publisher (self->framework),
                          sf_framework_get_source_year (self->framework),
                          *reference != '\0' ? ", " : "", reference,
                          sf_framework_get_source_note (self->framework));
}

/* What the list before printing still had: it never stands in the way, and is not passed over. */
static char *
tell_gaps (SfComposer *self)
{
  SfReportGaps gaps;
  g_autofree char *text = NULL;

  sf_report_count_gaps (self->model, self->evaluation, self->today, self->outcomes, &gaps);
  text = sf_report_gaps_to_text (&gaps);
  return text != NULL ? sf_text_upper_first (text) : NULL;
}

/* A short note has room on the first page, where few pages are left. */
#define NOTE_ON_TITLE 110
#define LINES_ON_TITLE 12

static gboolean
has_note_on_title (SfComposer *self)
{
  const char *note = self->options->covering_note;

  g_auto (GStrv) lines = note != NULL ? g_strsplit (note, "\n", -1) : NULL;

  return sf_compose_is_brief (self) && !sf_text_is_blank (note)
         && g_strv_length (lines) <= LINES_ON_TITLE && sf_text_count_words (note) <= NOTE_ON_TITLE;
}

static void
add_lines (SfBlock *title, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = sf_text_clean (lines[i]);

      if (line != NULL)
        sf_block_add_item (title, sf_prose_new (line));
    }
}

/* Before it is sealed, a corrected version is nobody's yet. */
static void
add_version (SfComposer *self, SfBlock *title, const char *version)
{
  SfProse *prose = sf_prose_new (version);

  if (self->fingerprint == NULL)
    sf_prose_add (prose, SF_SPAN_STRONG, _ (" (not accepted yet)"));
  sf_block_add_item (title, prose);
}

void
sf_compose_title (SfComposer *self)
{
  g_autofree char *source = sf_compose_tell_source (self);
  g_autofree char *period = sf_date_format_period (sf_evaluation_get_starts_on (self->evaluation),
                                                   sf_evaluation_get_ends_on (self->evaluation));
  const char *meeting = sf_compose_get_meeting (self);
  const char *authority = sf_centre_get_local_authority (self->centre);
  const char *head = sf_centre_get_head_name (self->centre);
  g_autofree char *date = sf_date_format (meeting != NULL ? meeting : self->today);
  g_autofree char *open = tell_gaps (self);
  g_autofree char *left_out = sf_compose_is_brief (self) ? sf_compose_tell_left_out (self) : NULL;
  g_autofree char *version = sf_model_tell_version (self->model, self->evaluation);
  g_autofree char *accepted_by
      = self->options->accepted_by != NULL ? sf_text_clean (self->options->accepted_by) : NULL;
  SfBlock *title = sf_block_new_title (sf_prose_new (sf_centre_get_name (self->centre)),
                                       sf_prose_new (source));

  sf_block_add_item (title, sf_prose_new (self->title));
  if (version != NULL)
    add_version (self, title, version);
  if (left_out != NULL)
    sf_block_add_item (title, sf_prose_new (left_out));
  if (has_note_on_title (self))
    add_lines (title, self->options->covering_note);
  sf_block_add_fact (title, _ ("Evaluation"), sf_prose_new (period));
  sf_block_add_fact (title, meeting != NULL ? _ ("Meeting") : _ ("Date"), sf_prose_new (date));
  if (accepted_by != NULL)
    sf_block_add_fact (title, _ ("Accepted by"), sf_prose_new (accepted_by));
  sf_block_add_fact (title, _ ("State"), sf_prose_new (get_state_text (self)));
  if (open != NULL)
    sf_block_add_fact (title, _ ("Left open"), sf_prose_new (open));
  sf_block_add_fact (title, _ ("Judged against"),
                     sf_prose_new (sf_framework_get_title (self->framework)));
  if (!sf_text_is_blank (head))
    sf_block_add_fact (title, _ ("Head of centre"), sf_prose_new (head));
  if (!sf_text_is_blank (authority))
    sf_block_add_fact (title, _ ("Local authority"), sf_prose_new (authority));
  sf_document_add (self->document, title);
}

/* What each grade means: the framework's own descriptors. */
static void
add_scale (SfComposer *self)
{
  static const double weights[] = { 1, 3.4 };
  const char *titles[] = { _ ("Grade"), _ ("When it is the right one") };
  SfScale *scale = sf_framework_get_overall_scale (self->framework);
  GPtrArray *levels = sf_scale_get_levels (scale);
  SfBlock *table = sf_compose_new_table (titles, weights, NULL, G_N_ELEMENTS (titles));

  for (guint i = 0; i < levels->len; i++)
    {
      SfLevel *level = g_ptr_array_index (levels, i);
      SfTableRow *row = sf_block_add_row (table);

      sf_table_row_add_cell (row, sf_compose_level_chip (level), SF_SCOPE_ROW);
      sf_table_row_add_cell (row, sf_prose_new (sf_level_get_descriptor (level)), SF_SCOPE_NONE);
    }
  table->keep_together = TRUE;
  sf_document_add (self->document, table);
}

/* Who the centre is for, so that names of places in what follows are known. */
static void
add_centre (SfComposer *self)
{
  const char *title = _ ("The centre");
  g_autofree char *area
      = sf_compose_cut (self, sf_centre_get_area_served (self->centre), 50, title);

  if (*area == '\0')
    return;
  sf_document_add_heading (self->document, 2, title, NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, area);
}

/* Where little room is left there is no list of contents for so few pages, and what the grades mean
 * stands at the end. */
gboolean
sf_compose_is_brief (SfComposer *self)
{
  return self->audience == SF_AUDIENCE_GOVERNORS && self->detail >= SF_DETAIL_SHORT;
}

static void
add_about (SfComposer *self)
{
  g_autofree char *about = g_strdup_printf (
      _ ("Here %s judges its own work against the %s: what is strong, what is to improve, and what "
         "became of the targets that were agreed. A grade is a judgement that people made and can "
         "be asked about; it is never an average."),
      sf_centre_get_name (self->centre), sf_framework_get_title (self->framework));

  sf_document_add_text (self->document, about);
  if (self->detail >= SF_DETAIL_WEAK_ONLY)
    sf_document_add_text (
        self->document, self->annex
                            ? _ ("To keep it short, words on single standards stand in the annex.")
                            : _ ("To keep it short, words on single standards were left out; they "
                                 "stand in the annex, which was not printed."));
}

void
sf_compose_front (SfComposer *self)
{
  g_autofree char *left_out = NULL;

  if (!has_note_on_title (self))
    sf_compose_covering_note (self, TRUE);
  if (sf_compose_is_brief (self))
    {
      if (!sf_text_is_blank (self->options->covering_note) && !has_note_on_title (self))
        sf_document_add (self->document, sf_block_new_page_break ());
      return;
    }
  left_out = sf_compose_tell_left_out (self);
  sf_document_add_heading (self->document, 1, _ ("Contents"), NULL)->in_contents = FALSE;
  sf_document_add (self->document,
                   sf_block_new_contents (self->audience == SF_AUDIENCE_GOVERNORS ? 2 : 1));
  sf_document_add_heading (self->document, 2, _ ("About this report"), NULL)->in_contents = FALSE;
  sf_document_add_text (self->document, left_out);
  add_about (self);
  /* the authority has a section of facts */
  if (self->audience == SF_AUDIENCE_GOVERNORS)
    add_centre (self);
  sf_document_add_heading (self->document, 2, _ ("What the grades mean"), NULL)->in_contents
      = FALSE;
  add_scale (self);
  sf_document_add (self->document, sf_block_new_page_break ());
}

void
sf_compose_reading (SfComposer *self)
{
  if (!sf_compose_is_brief (self))
    return;
  sf_document_add_heading (self->document, 1, _ ("How to read this report"), "reading");
  add_about (self);
  add_scale (self);
}
