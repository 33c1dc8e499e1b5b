/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-report-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sf-text.h"
#include "report/sf-compose-private.h"
#include "report/sf-printed.h"
#include "report/sf-report-gaps.h"

/* So many are named of a section; more are counted. */
#define MAX_NAMED 6

/* The characters of one section of the report. */
typedef struct
{
  const SfBlock *section; /* its heading of level 1; NULL for the title page */
  const SfBlock *heading; /* the heading that is nearest to the first */
  guint page;
  GPtrArray *characters; /* of text, each once */
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_ptr_array_unref (self->characters);
  g_free (self);
}

/* --- finding them ----------------------------------------------------------------------------- */

typedef struct
{
  const SfBlock *section;
  const SfBlock *heading;
  GHashTable *sections; /* block → its section's heading */
  GHashTable *headings; /* block → the heading above it */
} Walk;

static void
walk (Walk *self, GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      SfBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SF_BLOCK_HEADING)
        {
          self->heading = block;
          if (block->level == 1)
            self->section = block;
        }
      g_hash_table_insert (self->sections, block, (gpointer)self->section);
      g_hash_table_insert (self->headings, block, (gpointer)self->heading);
      walk (self, block->first);
      walk (self, block->second);
    }
}

static Place *
find_place (GPtrArray *places, const SfBlock *section)
{
  for (guint i = 0; i < places->len; i++)
    if (((Place *)g_ptr_array_index (places, i))->section == section)
      return g_ptr_array_index (places, i);
  return NULL;
}

/* Nobody can replace a letter that cannot be seen: its number stands in for it. */
static char *
name_character (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (g_unichar_isgraph (c) && g_unichar_type (c) != G_UNICODE_PRIVATE_USE)
    return g_strdup (text);
  return g_strdup_printf ("U+%04X", c);
}

static void
note (Walk *self, GPtrArray *places, const SfItem *item, guint page)
{
  const SfBlock *section = g_hash_table_lookup (self->sections, item->origin.block);
  Place *place = find_place (places, section);
  char *name = name_character (item->text);

  if (place == NULL)
    {
      place = g_new0 (Place, 1);
      place->section = section;
      place->heading = g_hash_table_lookup (self->headings, item->origin.block);
      place->page = page;
      place->characters = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (places, place);
    }
  if (g_ptr_array_find_with_equal_func (place->characters, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (place->characters, name);
}

static GPtrArray *
find_places (SfDisplayList *list)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) headings = g_hash_table_new (NULL, NULL);
  Walk self = { .sections = sections, .headings = headings };
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);

  walk (&self, sf_document_get_blocks (sf_display_list_get_document (list)));
  for (guint page = 0; page < sf_display_list_get_n_pages (list); page++)
    {
      GPtrArray *items = sf_display_list_get_page (list, page);

      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);

          /* The contents list repeats headings, and each page the running head. */
          if (item->kind == SF_ITEM_MISSING && item->text != NULL && !item->origin.furniture
              && item->origin.block != NULL && item->origin.block->kind != SF_BLOCK_CONTENTS)
            note (&self, places, item, page);
        }
    }
  return places;
}

/* --- telling them ----------------------------------------------------------------------------- */

/* "“🌼” and “龍” cannot be printed" */
static char *
tell_characters (const Place *place)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;
  guint n = place->characters->len, named = n > MAX_NAMED ? MAX_NAMED - 1 : n;

  for (guint i = 0; i < named; i++)
    g_ptr_array_add (quoted, g_strdup_printf (_ ("“%s”"), (char *)place->characters->pdata[i]));
  if (named < n)
    g_ptr_array_add (quoted, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others",
                                                           n - named),
                                              n - named));
  g_ptr_array_add (quoted, NULL);
  names = sf_text_join_and ((const char *const *)quoted->pdata);
  /* Translators: characters */
  return g_strdup_printf (_ ("%s cannot be printed"), names);
}

static char *
tell_place (const Place *place)
{
  const char *section = place->section != NULL ? sf_prose_get_text (place->section->prose) : NULL;

  if (section == NULL)
    return g_strdup (_ ("An empty box stands for it on the title page. Please write a word "
                        "instead."));
  if (place->heading == place->section)
    /* Translators: a section of the report, a page's number */
    return g_strdup_printf (_ ("An empty box stands for it in “%s”, page %u. Please write a word "
                               "instead."),
                            section, place->page + 1);
  /* Translators: a section of the report, a heading in it, a page's number */
  return g_strdup_printf (
      _ ("An empty box stands for it in “%s”, under “%s”, page %u. Please write "
         "a word instead."),
      section, sf_prose_get_text (place->heading->prose), place->page + 1);
}

/* The sections of the areas have their codes as ids, which are in capitals; no other id is. */
static void
set_target (SfAgendaItem *item, const Place *place)
{
  const char *id = place->section != NULL ? place->section->id : NULL;

  item->page = SF_PAGE_REPORT;
  if (id == NULL || strcmp (id, SF_ID_ANNEX) == 0)
    return;
  if (strcmp (id, SF_ID_PROGRESS) == 0)
    item->page = SF_PAGE_TARGETS;
  else if (strcmp (id, SF_ID_OUTCOMES) == 0)
    item->page = SF_PAGE_OUTCOMES;
  else if (strcmp (id, SF_ID_SUMMARY) == 0)
    item->page = SF_PAGE_EVALUATIONS;
  else if (strcmp (id, SF_ID_PLAN) == 0)
    item->page = SF_PAGE_PLAN;
  else if (strcmp (id, SF_ID_RESOURCES) == 0)
    {
      item->page = SF_PAGE_OVERVIEW;
      item->area_code = g_strdup (SF_WHOLE_CENTRE);
    }
  else if (g_ascii_isupper (*id))
    {
      item->page = SF_PAGE_AREA;
      item->area_code = g_strdup (id);
    }
}

GPtrArray *
sf_report_list_characters (SfDisplayList *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)sf_agenda_item_free);
  g_autoptr (GPtrArray) places = NULL;

  g_return_val_if_fail (SF_IS_DISPLAY_LIST (list), items);

  places = find_places (list);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = g_ptr_array_index (places, i);
      SfAgendaItem *item = g_new0 (SfAgendaItem, 1);

      item->kind = SF_AGENDA_CHARACTERS;
      item->title = tell_characters (place);
      item->detail = tell_place (place);
      set_target (item, place);
      g_ptr_array_add (items, item);
    }
  return items;
}

/* What is empty on the summary page, which is what the committee reads first. */
static void
add_summary (GPtrArray *items, SfModel *model, SfEvaluation *evaluation)
{
  const struct
  {
    const char *text, *name;
  } parts[] = { { sf_evaluation_get_improved (evaluation), _ ("what improved") },
                { sf_evaluation_get_not_improved (evaluation), _ ("what did not improve") },
                { sf_evaluation_get_decisions (evaluation), _ ("the decisions asked for") } };
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  g_autofree char *names = NULL;
  SfAgendaItem *item;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (sf_text_is_blank (parts[i].text))
      g_ptr_array_add (empty, (gpointer)parts[i].name);
  if (sf_area_grade_get_level (model, evaluation, NULL) == NULL)
    g_ptr_array_add (empty, (gpointer)_ ("a grade of the whole centre"));
  if (empty->len == 0)
    return;
  g_ptr_array_add (empty, NULL);
  item = g_new0 (SfAgendaItem, 1);
  item->kind = SF_AGENDA_SUMMARY;
  item->title = g_strdup (_ ("The summary for the committee is not complete"));
  names = sf_text_join_and ((const char *const *)empty->pdata);
  item->detail = g_strdup_printf (_ ("Empty so far: %s"), names);
  item->page = SF_PAGE_OVERVIEW;
  item->area_code = g_strdup (SF_WHOLE_CENTRE);
  g_ptr_array_add (items, item);
}

void
sf_report_keep_printed (GPtrArray *items, SfDisplayList *list)
{
  g_autoptr (SfPrinted) printed = sf_printed_new (sf_display_list_get_document (list), NULL);

  for (guint i = items->len; i > 0; i--)
    {
      const SfAgendaItem *item = items->pdata[i - 1];
      SfRecordClass *klass = item->record != NULL ? SF_RECORD_GET_CLASS (item->record) : NULL;
      int column = klass != NULL && item->column != NULL
                       ? sf_record_class_find_column (klass, item->column)
                       : -1;

      if (column >= 0 && klass->columns[column].type == SF_COLUMN_TEXT
          && !sf_printed_may_have_text (printed, sf_record_get_text (item->record, (guint)column)))
        g_ptr_array_remove_index (items, i - 1);
    }
}

GPtrArray *
sf_report_list_checks (SfModel *model,
                       SfEvaluation *evaluation,
                       const char *today,
                       GPtrArray *outcomes,
                       SfDisplayList *list)
{
  GPtrArray *items = sf_report_list_numbers (model, evaluation, today, outcomes);

  sf_report_keep_printed (items, list);
  g_ptr_array_extend_and_steal (items, sf_report_list_characters (list));
  add_summary (items, model, evaluation);
  g_ptr_array_extend_and_steal (items, sf_agenda_list_missing (model, evaluation, today));
  g_ptr_array_extend_and_steal (items,
                                sf_report_list_dated_gaps (model, evaluation, today, outcomes));
  return items;
}
