/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "framework/sf-framework-private.h"

#include <glib/gi18n-lib.h>

/* Turns a document that the grammar accepts into objects. The grammar has seen to it that what is
 * required is there and that the words of a choice are among those listed. */

typedef struct
{
  SfFramework *framework;
  SfProblems *problems;
} Reader;

static const char *const mark_words[] = { "", "star", "disc", "half-disc", "crossed-ring", NULL };
static const char *const tone_words[] = { "", "best", "good", "warn", "poor", NULL };

static guint
read_choice (xmlNode *node, const char *attribute, const char *const *words)
{
  g_autofree char *text = sf_xml_get_attribute (node, attribute);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  return 0;
}

static gboolean
has_attribute (xmlNode *node, const char *name)
{
  return xmlHasNsProp (node, (const xmlChar *)name, NULL) != NULL;
}

static guint
read_number (Reader *reader, xmlNode *node, const char *attribute)
{
  g_autofree char *text = sf_xml_get_attribute (node, attribute);
  guint64 number = 0;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 999, &number, NULL))
    sf_problems_add (reader->problems, sf_xml_get_line (node),
                     _ ("The %s is “%s”; it must be a whole number from 1 to 999."), attribute,
                     text);
  return (guint)number;
}

static SfScale *
read_scale_reference (Reader *reader, xmlNode *node)
{
  g_autofree char *id = sf_xml_get_attribute (node, "scale");
  SfScale *scale = sf_framework_find_scale (reader->framework, id);
  if (scale != NULL)
    return g_object_ref (scale);
  sf_problems_add (reader->problems, sf_xml_get_line (node),
                   _ ("There is no scale “%s” in this file."), id);
  return NULL;
}

static SfSubject
read_subject (xmlNode *node)
{
  g_autofree char *text = sf_xml_get_attribute (node, "subject");
  return g_str_equal (text, "head") ? SF_SUBJECT_HEAD : SF_SUBJECT_CENTRE;
}

static SfLevel *
read_level (Reader *reader, xmlNode *node, SfScale *scale)
{
  SfLevel *level = g_object_new (SF_TYPE_LEVEL, NULL);
  level->line = sf_xml_get_line (node);
  level->value = read_number (reader, node, "value");
  level->rank = scale->levels->len;
  level->mark = (SfMark)read_choice (node, "mark", mark_words);
  level->tone = (SfTone)read_choice (node, "tone", tone_words);
  level->name = sf_xml_get_child_text (node, "name");
  level->descriptor = sf_xml_get_child_text (node, "descriptor");
  if (scale->style == SF_SCALE_NUMERAL)
    level->label = g_strdup_printf ("%" G_GINT64_FORMAT " %s", level->value, level->name);
  else
    level->label = g_strdup (level->name);
  return level;
}

static void
read_scales (Reader *reader, xmlNode *root)
{
  xmlNode *scales = sf_xml_first_child (root, "scales");
  for (xmlNode *node = sf_xml_first_child (scales, "scale"); node != NULL;
       node = sf_xml_next_sibling (node, "scale"))
    {
      SfScale *scale = g_object_new (SF_TYPE_SCALE, NULL);
      g_autofree char *style = sf_xml_get_attribute (node, "style");
      scale->line = sf_xml_get_line (node);
      scale->id = sf_xml_get_attribute (node, "id");
      scale->title = sf_xml_get_child_text (node, "title");
      scale->style = g_str_equal (style, "words") ? SF_SCALE_WORDS : SF_SCALE_NUMERAL;
      for (xmlNode *child = sf_xml_first_child (node, "level"); child != NULL;
           child = sf_xml_next_sibling (child, "level"))
        g_ptr_array_add (scale->levels, read_level (reader, child, scale));
      g_ptr_array_add (reader->framework->scales, scale);
    }
}

static void
read_evidence (SfStatement *statement, xmlNode *node)
{
  for (xmlNode *child = sf_xml_first_child (node, "evidence"); child != NULL;
       child = sf_xml_next_sibling (child, "evidence"))
    {
      g_autofree char *kind = sf_xml_get_attribute (child, "kind");
      SfSuggestedEvidence evidence = { SF_EVIDENCE_KIND_DATA, sf_xml_get_text (child) };
      gboolean known = sf_evidence_kind_from_string (kind, &evidence.kind);
      g_assert (known);
      g_array_append_val (statement->evidence, evidence);
    }
}

static void
read_crosswalks (SfStatement *statement, xmlNode *node)
{
  for (xmlNode *child = sf_xml_first_child (node, "crosswalk"); child != NULL;
       child = sf_xml_next_sibling (child, "crosswalk"))
    {
      SfCrosswalk crosswalk
          = { sf_xml_get_attribute (child, "framework"), sf_xml_get_attribute (child, "ref") };
      g_array_append_val (statement->crosswalks, crosswalk);
    }
}

static SfStatement *
read_statement (Reader *reader, xmlNode *node, SfKeyArea *area, SfGroup *group)
{
  SfStatement *statement = g_object_new (SF_TYPE_STATEMENT, NULL);
  g_autofree char *safeguarding = sf_xml_get_attribute (node, "safeguarding");

  statement->line = sf_xml_get_line (node);
  statement->area = area;
  statement->group = group;
  statement->code = sf_xml_get_attribute (node, "code");
  const char *dash = strchr (statement->code, '-');
  statement->short_code = g_strdup (dash != NULL ? dash + 1 : statement->code);
  statement->position = read_number (reader, node, "position");
  statement->section = has_attribute (node, "section") ? sf_xml_get_attribute (node, "section")
                                                       : g_strdup (area->section);
  statement->safeguarding = g_str_equal (safeguarding, "yes");
  statement->subject = has_attribute (node, "subject") ? read_subject (node) : group->subject;
  if (has_attribute (node, "scale"))
    statement->scale = read_scale_reference (reader, node);
  else if (group->scale != NULL)
    statement->scale = g_object_ref (group->scale);
  statement->title = sf_xml_get_child_text (node, "title");
  statement->text = sf_xml_get_child_text (node, "text");
  statement->prompts = sf_xml_get_children_text (node, "prompt");
  read_evidence (statement, node);
  read_crosswalks (statement, node);
  return statement;
}

static SfGroup *
read_group (Reader *reader, xmlNode *node, SfKeyArea *area)
{
  SfFramework *framework = reader->framework;
  SfGroup *group = g_object_new (SF_TYPE_GROUP, NULL);
  group->line = sf_xml_get_line (node);
  group->area = area;
  group->index = area->groups->len;
  group->code = sf_xml_get_attribute (node, "code");
  group->title = sf_xml_get_child_text (node, "title");
  group->subject = read_subject (node);
  group->scale = read_scale_reference (reader, node);

  for (xmlNode *child = sf_xml_first_child (node, "statement"); child != NULL;
       child = sf_xml_next_sibling (child, "statement"))
    {
      SfStatement *statement = read_statement (reader, child, area, group);
      statement->index = framework->statements->len;
      g_ptr_array_add (framework->statements, g_object_ref (statement));
      g_ptr_array_add (area->statements, g_object_ref (statement));
      g_ptr_array_add (group->statements, statement);
      /* Of two that share a code the first is kept; the rules will say so. */
      if (!g_hash_table_contains (framework->statements_by_code, statement->code))
        g_hash_table_insert (framework->statements_by_code, statement->code, statement);
    }
  return group;
}

/* An area is graded on the scale of its centre standards, or of its first statement without any. */
static void
choose_area_scale (SfKeyArea *area)
{
  SfStatement *chosen = NULL;
  for (guint i = 0; i < area->statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (area->statements, i);
      if (chosen == NULL
          || (chosen->subject == SF_SUBJECT_HEAD && statement->subject == SF_SUBJECT_CENTRE))
        chosen = statement;
    }
  if (chosen != NULL)
    g_set_object (&area->scale, chosen->scale);
}

static void
read_areas (Reader *reader, xmlNode *root)
{
  SfFramework *framework = reader->framework;
  for (xmlNode *node = sf_xml_first_child (root, "area"); node != NULL;
       node = sf_xml_next_sibling (node, "area"))
    {
      SfKeyArea *area = g_object_new (SF_TYPE_KEY_AREA, NULL);
      area->line = sf_xml_get_line (node);
      area->index = framework->areas->len;
      area->code = sf_xml_get_attribute (node, "code");
      area->section = sf_xml_get_attribute (node, "section");
      area->colour = sf_xml_get_attribute (node, "colour");
      area->dark_colour = sf_xml_get_attribute (node, "dark-colour");
      area->short_title = sf_xml_get_attribute (node, "short");
      area->title = sf_xml_get_child_text (node, "title");
      area->introduction = sf_xml_get_child_text (node, "introduction");
      for (xmlNode *child = sf_xml_first_child (node, "group"); child != NULL;
           child = sf_xml_next_sibling (child, "group"))
        g_ptr_array_add (area->groups, read_group (reader, child, area));
      choose_area_scale (area);
      g_ptr_array_add (framework->areas, area);
      if (!g_hash_table_contains (framework->areas_by_code, area->code))
        g_hash_table_insert (framework->areas_by_code, area->code, area);
    }
}

static guint
count_centre_statements (SfFramework *framework, SfScale *scale)
{
  guint n = 0;
  for (guint i = 0; i < framework->statements->len; i++)
    {
      SfStatement *statement = g_ptr_array_index (framework->statements, i);
      n += statement->subject == SF_SUBJECT_CENTRE && statement->scale == scale;
    }
  return n;
}

/* The scale of most centre statements; of equals the first; without any, the first area's. */
static void
choose_overall_scale (SfFramework *framework)
{
  guint most = 0;
  SfScale *chosen = ((SfKeyArea *)g_ptr_array_index (framework->areas, 0))->scale;
  for (guint i = 0; i < framework->scales->len; i++)
    {
      SfScale *scale = g_ptr_array_index (framework->scales, i);
      guint n = count_centre_statements (framework, scale);
      if (n > most)
        {
          most = n;
          chosen = scale;
        }
    }
  g_set_object (&framework->overall_scale, chosen);
}

static void
read_identity (SfFramework *self, xmlNode *root)
{
  xmlNode *source = sf_xml_first_child (root, "source");
  xmlNode *purpose = sf_xml_first_child (root, "core-purpose");

  self->line = sf_xml_get_line (root);
  self->id = sf_xml_get_attribute (root, "id");
  self->edition = sf_xml_get_attribute (root, "edition");
  self->lang = sf_xml_get_lang (root);
  self->title = sf_xml_get_child_text (root, "title");
  self->short_title = sf_xml_get_child_text (root, "short-title");
  self->source_line = sf_xml_get_line (source);
  self->source_title = sf_xml_get_child_text (source, "title");
  self->source_publisher = sf_xml_get_child_text (source, "publisher");
  self->source_year = sf_xml_get_child_text (source, "year");
  self->source_reference = sf_xml_get_child_text (source, "reference");
  self->source_note = sf_xml_get_child_text (source, "note");
  if (purpose != NULL)
    {
      self->core_purpose_line = sf_xml_get_line (purpose);
      self->core_purpose = sf_xml_get_child_text (purpose, "statement");
    }
  self->ways = sf_xml_get_children_text (purpose, "way");
  self->uses = sf_xml_get_children_text (sf_xml_first_child (root, "uses"), "use");
}

void
sf_framework_read_document (SfFramework *self, xmlDoc *document, SfProblems *problems)
{
  Reader reader = { self, problems };
  xmlNode *root = xmlDocGetRootElement (document);
  read_identity (self, root);
  read_scales (&reader, root);
  read_areas (&reader, root);
  choose_overall_scale (self);
}
