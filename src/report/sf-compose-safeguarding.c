/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How every standard on safeguarding stands: one by one where something is to be done, the others
 * in a sentence for each grade. Grades are words here, as everywhere in the report. */
#include <glib/gi18n-lib.h>

#include "base/sf-date.h"
#include "model/sf-safeguarding.h"
#include "model/sf-spread.h"
#include "report/sf-compose-private.h"

/* The safeguarding statements about the centre. */
GPtrArray *
sf_compose_list_safeguarding (SfComposer *self)
{
  GPtrArray *statements = sf_framework_get_statements (self->framework);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    if (sf_statement_get_safeguarding (statements->pdata[i])
        && sf_statement_get_subject (statements->pdata[i]) == SF_SUBJECT_CENTRE)
      g_ptr_array_add (found, statements->pdata[i]);
  return found;
}

/* "requires improvement. Action: …, by 18 December 2026." */
static char *
tell_item (const SfSafeguardingItem *item)
{
  SfScale *scale = sf_statement_get_scale (item->statement);
  g_autofree char *word
      = sf_level_value_to_word (scale, item->level != NULL ? sf_level_get_value (item->level)
                                                           : SF_NULL_INT);
  g_autofree char *due = NULL;

  if (item->action == NULL)
    /* Translators: a grade in words */
    return g_strdup_printf (_ ("%s, and no action is set."), word);
  due = sf_date_format (sf_target_get_due_on (item->action));
  if (*due == '\0')
    /* Translators: a grade in words, a target */
    return g_strdup_printf (_ ("%s. Action: %s, without a date."), word,
                            sf_target_get_title (item->action));
  /* Translators: a grade in words, a target, a day */
  return g_strdup_printf (_ ("%s. Action: %s, by %s."), word, sf_target_get_title (item->action),
                          due);
}

/* Nothing is known of it and nothing is planned: several such share a sentence. */
static gboolean
is_untouched (const SfSafeguardingItem *item)
{
  return item->state == SF_STATE_NOT_JUDGED && item->action == NULL;
}

static void
add_items (SfBlock *note, GPtrArray *items)
{
  g_autoptr (GString) untouched = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const SfSafeguardingItem *item = g_ptr_array_index (items, i);
      const char *title = sf_statement_get_title (item->statement);
      g_autofree char *text = NULL;

      if (is_untouched (item))
        {
          g_string_append_printf (untouched, "%s%s", untouched->len > 0 ? "; " : "", title);
          continue;
        }
      text = tell_item (item);
      sf_block_add_item (note, sf_prose_add (sf_prose_add (sf_prose_add (sf_prose_new (NULL),
                                                                         SF_SPAN_STRONG, title),
                                                           SF_SPAN_PLAIN, ": "),
                                             SF_SPAN_PLAIN, text));
    }
  if (untouched->len > 0)
    {
      SfProse *prose = sf_prose_add (sf_prose_new (NULL), SF_SPAN_STRONG,
                                     _ ("Not judged yet, and no action is set: "));

      g_string_append_c (untouched, '.');
      sf_block_add_item (note, sf_prose_add (prose, SF_SPAN_PLAIN, untouched->str));
    }
}

/* What nothing is to be done about, and the word for it; NULL for what has a line of its own. */
static const char *
get_settled_word (SfComposer *self, SfStatement *statement, gint64 *value)
{
  SfScale *scale = sf_statement_get_scale (statement);
  SfJudgement *judgement = sf_compose_find_judgement (self, statement);
  SfLevel *level = sf_judgement_find_level (judgement, scale);

  *value = level != NULL ? sf_level_get_value (level) : SF_MAX_LEVELS + 1;
  if (sf_judgement_get_state (judgement) == SF_STATE_NOT_APPLICABLE)
    return _ ("Does not apply");
  return level != NULL && sf_level_value_is_strong (scale, *value) ? sf_level_get_name (level)
                                                                   : NULL;
}

/* "Outstanding: …. Good: …; …. Does not apply: …." */
static void
add_rest (SfComposer *self, SfBlock *note, GPtrArray *statements)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gint64 wanted = 1; wanted <= SF_MAX_LEVELS + 1; wanted++)
    {
      gsize before = text->len;

      for (guint i = 0; i < statements->len; i++)
        {
          gint64 value;
          const char *word = get_settled_word (self, statements->pdata[i], &value);

          if (word == NULL || value != wanted)
            continue;
          if (text->len == before)
            g_string_append_printf (text, "%s%s: ", before > 0 ? " " : "", word);
          else
            g_string_append (text, "; ");
          g_string_append (text, sf_statement_get_title (statements->pdata[i]));
        }
      if (text->len > before)
        g_string_append_c (text, '.');
    }
  if (text->len > 0)
    sf_block_add_item (note, sf_prose_new (text->str));
}

/* FALSE where the framework has no such standard. */
static gboolean
add_note (SfComposer *self, const char *title)
{
  g_autoptr (GPtrArray) items = sf_safeguarding_list (self->model, self->evaluation, self->today);
  g_autoptr (GPtrArray) statements = sf_compose_list_safeguarding (self);
  SfBlock *note;

  if (statements->len == 0)
    return FALSE;
  note = sf_block_new_note (sf_prose_new (title));
  add_items (note, items);
  add_rest (self, note, statements);
  note->keep_together = TRUE;
  sf_document_add (self->document, note);
  return TRUE;
}

void
sf_compose_safeguarding (SfComposer *self)
{
  add_note (self, _ ("Safeguarding"));
}

void
sf_compose_safeguarding_section (SfComposer *self)
{
  sf_document_add_heading (self->document, 1, _ ("Safeguarding"), "safeguarding");
  if (!add_note (self, _ ("How the standards on safeguarding stand")))
    sf_document_add_text (self->document, _ ("These standards have none on safeguarding."));
}
