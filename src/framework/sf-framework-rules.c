/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

#include "base/sf-text.h"

#include <glib/gi18n-lib.h>

/* What must hold of a framework beyond its grammar. Each rule looks at finished objects and says in
 * a plain sentence what is wrong, with the line where the part begins. data/frameworks/README.md
 * lists them all. */

#define MAX_AREAS 12
#define MAX_GROUPS 12
#define MAX_STATEMENTS 60
#define MAX_SCALES 8
#define MIN_LEVELS 2
#define MAX_LEVELS 7
#define MIN_PROMPTS 2
#define MAX_PROMPTS 4
#define MAX_EVIDENCE 4
#define MAX_CROSSWALKS 20
#define MAX_LIST 20
#define MAX_TITLE_WORDS 8

#define MAX_CODE 8
#define MAX_NAME 40
#define MAX_TITLE 120
#define MAX_LINE 300
#define MAX_PARAGRAPH 1000
#define MAX_INTRODUCTION 2000

typedef struct
{
  SfFramework *framework;
  SfProblems *problems;
  GHashTable *titles;
} Rules;

/* --- small checks ------------------------------------------------------------------------ */

static void
check_text (Rules *rules, guint line, const char *what, const char *text, guint max)
{
  if (*text == 0)
    sf_problems_add (rules->problems, line, _ ("The %s is empty."), what);
  else if (g_utf8_strlen (text, -1) > (glong)max)
    sf_problems_add (rules->problems, line,
                     _ ("The %s has %ld characters; at most %u are allowed."), what,
                     g_utf8_strlen (text, -1), max);
}

static void
check_count (Rules *rules, guint line, const char *what, guint n, guint min, guint max)
{
  if (n < min || n > max)
    sf_problems_add (rules->problems, line,
                     _ ("There are %u of the kind <%s>; there must be %u to %u."), n, what, min,
                     max);
}

static void
check_texts (Rules *rules, guint line, const char *what, char **texts, guint max)
{
  for (guint i = 0; texts[i] != NULL; i++)
    check_text (rules, line, what, texts[i], max);
}

/* An id is a file name and part of a web address: lower-case letters, digits and hyphens. */
static gboolean
is_id (const char *text)
{
  gsize n = strlen (text);
  return n > 0 && n <= 64 && g_ascii_islower (text[0])
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

static void
check_id (Rules *rules, guint line, const char *what, const char *id)
{
  if (!is_id (id))
    sf_problems_add (rules->problems, line,
                     _ ("The %s is “%s”; it must be lower-case letters, digits and hyphens, must "
                        "begin with a letter and may be 64 characters long."),
                     what, id);
}

/* The code of an area or group: capital letters, and so no hyphen and no digit that could be
 * taken for a part of what follows. */
static gboolean
is_code (const char *text)
{
  gsize n = strlen (text);
  return n > 0 && n <= MAX_CODE && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == n;
}

static void
check_code (Rules *rules, guint line, const char *code)
{
  if (!is_code (code))
    sf_problems_add (rules->problems, line,
                     _ ("The code is “%s”; it must be one to %d capital letters."), code, MAX_CODE);
}

static void
check_colour (Rules *rules, guint line, const char *what, const char *colour)
{
  if (strlen (colour) != 7 || colour[0] != '#'
      || strspn (colour + 1, "0123456789abcdefABCDEF") != 6)
    sf_problems_add (rules->problems, line,
                     _ ("The %s is “%s”; it must be # and six hexadecimal digits."), what, colour);
}

/* --- scales ------------------------------------------------------------------------------ */

static void
check_level (Rules *rules, SfScale *scale, guint index)
{
  SfLevel *level = g_ptr_array_index (scale->levels, index);

  check_text (rules, level->line, "name", level->name, MAX_NAME);
  check_text (rules, level->line, "descriptor", level->descriptor, MAX_PARAGRAPH);
  if (level->value != index + 1)
    sf_problems_add (rules->problems, level->line,
                     _ ("The level's value is %" G_GINT64_FORMAT
                        "; levels are numbered 1, 2, 3 and "
                        "so on with the best first, so it must be %u."),
                     level->value, index + 1);
  for (guint i = 0; i < index; i++)
    {
      SfLevel *other = g_ptr_array_index (scale->levels, i);
      if (level->mark != SF_MARK_NONE && level->mark == other->mark)
        sf_problems_add (rules->problems, level->line,
                         _ ("The level “%s” has the same mark as “%s” in this scale."), level->name,
                         other->name);
      if (g_str_equal (level->name, other->name))
        sf_problems_add (rules->problems, level->line,
                         _ ("There is already a level “%s” in this scale."), level->name);
    }
}

static void
check_scales (Rules *rules)
{
  GPtrArray *scales = rules->framework->scales;
  check_count (rules, rules->framework->line, "scale", scales->len, 1, MAX_SCALES);
  for (guint i = 0; i < scales->len; i++)
    {
      SfScale *scale = g_ptr_array_index (scales, i);
      check_id (rules, scale->line, "id", scale->id);
      if (sf_framework_find_scale (rules->framework, scale->id) != scale)
        sf_problems_add (rules->problems, scale->line, _ ("There is already a scale “%s”."),
                         scale->id);
      check_text (rules, scale->line, "title", scale->title, MAX_TITLE);
      check_count (rules, scale->line, "level", scale->levels->len, MIN_LEVELS, MAX_LEVELS);
      for (guint level = 0; level < MIN (scale->levels->len, MAX_LEVELS); level++)
        check_level (rules, scale, level);
    }
}

/* --- statements -------------------------------------------------------------------------- */

static void
check_statement_code (Rules *rules, SfStatement *statement, guint place)
{
  g_autofree char *expected = g_strdup_printf ("%s-%s%u", statement->area->code,
                                               statement->group->code, statement->position);
  if (statement->position != place)
    sf_problems_add (rules->problems, statement->line,
                     _ ("The position of %s is %u, but it is number %u of its group."),
                     statement->code, statement->position, place);
  if (!g_str_equal (statement->code, expected))
    sf_problems_add (rules->problems, statement->line,
                     _ ("The code is “%s”; by its area, group and position it must be “%s”."),
                     statement->code, expected);
  if (sf_framework_find_statement (rules->framework, statement->code) != statement)
    sf_problems_add (rules->problems, statement->line, _ ("There is already a statement %s."),
                     statement->code);
}

static void
check_statement_title (Rules *rules, SfStatement *statement)
{
  guint n_words = sf_text_count_words (statement->title);
  char *folded = g_utf8_casefold (statement->title, -1);
  SfStatement *other = g_hash_table_lookup (rules->titles, folded);

  check_text (rules, statement->line, "title", statement->title, MAX_TITLE);
  if (n_words > MAX_TITLE_WORDS)
    sf_problems_add (rules->problems, statement->line,
                     _ ("The title of %s has %u words; at most %d are allowed."), statement->code,
                     n_words, MAX_TITLE_WORDS);
  if (other != NULL)
    {
      sf_problems_add (rules->problems, statement->line, _ ("%s has the same title as %s."),
                       statement->code, other->code);
      g_free (folded);
    }
  else
    g_hash_table_insert (rules->titles, folded, statement);
}

static void
check_statement_scale (Rules *rules, SfStatement *statement)
{
  if (statement->scale == NULL || statement->area->scale == NULL)
    return; /* the reader has said why */
  if (statement->subject == SF_SUBJECT_HEAD && statement->scale->style != SF_SCALE_WORDS)
    sf_problems_add (
        rules->problems, statement->line,
        _ ("%s is about the head, but its scale “%s” has numerals; what is judged of a "
           "person is judged in words."),
        statement->code, statement->scale->id);
  if (statement->subject == SF_SUBJECT_CENTRE && statement->scale != statement->area->scale)
    sf_problems_add (rules->problems, statement->line,
                     _ ("%s has the scale “%s”, but others of its area that are about the centre "
                        "have “%s”; an area is graded on one scale."),
                     statement->code, statement->scale->id, statement->area->scale->id);
}

static void
check_crosswalks (Rules *rules, SfStatement *statement)
{
  check_count (rules, statement->line, "crosswalk", statement->crosswalks->len, 0, MAX_CROSSWALKS);
  for (guint i = 0; i < statement->crosswalks->len; i++)
    {
      const SfCrosswalk *crosswalk = &g_array_index (statement->crosswalks, SfCrosswalk, i);
      check_id (rules, statement->line, "framework", crosswalk->framework);
      check_text (rules, statement->line, "ref", crosswalk->code, MAX_NAME);
      if (g_str_equal (crosswalk->framework, rules->framework->id))
        sf_problems_add (rules->problems, statement->line,
                         _ ("A crosswalk of %s leads to this framework itself."), statement->code);
    }
}

static void
check_statement (Rules *rules, SfStatement *statement, guint place)
{
  check_statement_code (rules, statement, place);
  check_statement_title (rules, statement);
  check_statement_scale (rules, statement);
  check_text (rules, statement->line, "section", statement->section, MAX_NAME);
  check_text (rules, statement->line, "text", statement->text, MAX_PARAGRAPH);
  check_count (rules, statement->line, "prompt", g_strv_length (statement->prompts), MIN_PROMPTS,
               MAX_PROMPTS);
  check_texts (rules, statement->line, "prompt", statement->prompts, MAX_LINE);
  check_count (rules, statement->line, "evidence", statement->evidence->len, 1, MAX_EVIDENCE);
  for (guint i = 0; i < statement->evidence->len; i++)
    check_text (rules, statement->line, "evidence",
                g_array_index (statement->evidence, SfSuggestedEvidence, i).text, MAX_LINE);
  check_crosswalks (rules, statement);
}

/* --- areas and groups -------------------------------------------------------------------- */

static void
check_group (Rules *rules, SfGroup *group)
{
  check_code (rules, group->line, group->code);
  check_text (rules, group->line, "title", group->title, MAX_TITLE);
  check_count (rules, group->line, "statement", group->statements->len, 1, MAX_STATEMENTS);
  for (guint i = 0; i < group->index; i++)
    {
      SfGroup *other = g_ptr_array_index (group->area->groups, i);
      if (g_str_equal (other->code, group->code))
        sf_problems_add (rules->problems, group->line,
                         _ ("There is already a group %s in this area."), group->code);
    }
  for (guint i = 0; i < group->statements->len; i++)
    check_statement (rules, g_ptr_array_index (group->statements, i), i + 1);
}

static void
check_area_is_new (Rules *rules, SfKeyArea *area)
{
  for (guint i = 0; i < area->index; i++)
    {
      SfKeyArea *other = g_ptr_array_index (rules->framework->areas, i);
      if (g_str_equal (other->code, area->code))
        sf_problems_add (rules->problems, area->line, _ ("There is already an area %s."),
                         area->code);
      if (g_str_equal (other->title, area->title)
          || g_str_equal (other->short_title, area->short_title))
        sf_problems_add (rules->problems, area->line,
                         _ ("Area %s has the same title or short title as %s."), area->code,
                         other->code);
    }
}

static void
check_areas (Rules *rules)
{
  GPtrArray *areas = rules->framework->areas;
  check_count (rules, rules->framework->line, "area", areas->len, 1, MAX_AREAS);
  for (guint i = 0; i < areas->len; i++)
    {
      SfKeyArea *area = g_ptr_array_index (areas, i);
      check_code (rules, area->line, area->code);
      if (i < MAX_AREAS)
        check_area_is_new (rules, area);
      check_text (rules, area->line, "section", area->section, MAX_NAME);
      check_text (rules, area->line, "title", area->title, MAX_TITLE);
      check_text (rules, area->line, "short", area->short_title, MAX_NAME);
      check_text (rules, area->line, "introduction", area->introduction, MAX_INTRODUCTION);
      check_colour (rules, area->line, "colour", area->colour);
      check_colour (rules, area->line, "dark-colour", area->dark_colour);
      check_count (rules, area->line, "group", area->groups->len, 1, MAX_GROUPS);
      for (guint group = 0; group < MIN (area->groups->len, MAX_GROUPS); group++)
        check_group (rules, g_ptr_array_index (area->groups, group));
    }
}

/* --- the framework itself ---------------------------------------------------------------- */

static void
check_source (Rules *rules)
{
  SfFramework *self = rules->framework;
  check_text (rules, self->source_line, "source title", self->source_title, MAX_LINE);
  check_text (rules, self->source_line, "publisher", self->source_publisher, MAX_LINE);
  check_text (rules, self->source_line, "note", self->source_note, MAX_INTRODUCTION);
  if (strlen (self->source_year) != 4 || strspn (self->source_year, "0123456789") != 4)
    sf_problems_add (rules->problems, self->source_line,
                     _ ("The year is “%s”; it must have four digits."), self->source_year);
  /* Not every publication has a reference number. */
  if (*self->source_reference != 0)
    check_text (rules, self->source_line, "reference", self->source_reference, MAX_LINE);
}

static void
check_identity (Rules *rules)
{
  SfFramework *self = rules->framework;
  check_id (rules, self->line, "id", self->id);
  check_text (rules, self->line, "edition", self->edition, MAX_NAME);
  check_text (rules, self->line, "xml:lang", self->lang, MAX_NAME);
  check_text (rules, self->line, "title", self->title, MAX_LINE);
  check_text (rules, self->line, "short-title", self->short_title, MAX_TITLE);
  if (self->core_purpose != NULL)
    check_text (rules, self->core_purpose_line, "statement", self->core_purpose, MAX_PARAGRAPH);
  check_count (rules, self->core_purpose_line, "way", g_strv_length (self->ways), 0, MAX_LIST);
  check_texts (rules, self->core_purpose_line, "way", self->ways, MAX_PARAGRAPH);
  check_count (rules, self->line, "use", g_strv_length (self->uses), 0, MAX_LIST);
  check_texts (rules, self->line, "use", self->uses, MAX_PARAGRAPH);
}

void
sf_framework_apply_rules (SfFramework *self, SfProblems *problems)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Rules rules = { self, problems, titles };
  check_identity (&rules);
  check_source (&rules);
  check_scales (&rules);
  check_areas (&rules);
}
