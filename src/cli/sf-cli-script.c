/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cli/sf-cli-script.h"

#include "base/sf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  guint line;
  GString *word;
  gboolean in_word; /* "" is a word too */
  GPtrArray *words;
} Reader;

void
sf_script_line_free (SfScriptLine *line)
{
  g_strfreev (line->words);
  g_free (line);
}

static void
end_word (Reader *self)
{
  if (self->in_word)
    g_ptr_array_add (self->words, g_strndup (self->word->str, self->word->len));
  g_string_truncate (self->word, 0);
  self->in_word = FALSE;
}

/* A line break within quotes, and the white space round it. */
static void
fold_break (Reader *self)
{
  guint n = 0;

  while (self->word->len > 0 && g_ascii_isspace (self->word->str[self->word->len - 1]))
    g_string_truncate (self->word, self->word->len - 1);
  for (; g_ascii_isspace (*self->at); self->at++)
    if (*self->at == '\n')
      {
        self->line++;
        n++;
      }
  if (self->word->len > 0)
    g_string_append (self->word, n > 1 ? "\n" : " ");
}

/* From the quote to its other one. */
static gboolean
read_quoted (Reader *self, GError **error)
{
  char quote = *self->at++;
  guint from = self->line;

  self->in_word = TRUE;
  while (*self->at != '\0' && *self->at != quote)
    if (*self->at == '\n')
      fold_break (self);
    else
      {
        if (quote == '"' && *self->at == '\\' && (self->at[1] == '"' || self->at[1] == '\\'))
          self->at++;
        g_string_append_c (self->word, *self->at++);
      }
  if (*self->at == quote)
    {
      self->at++;
      return TRUE;
    }
  g_set_error (error, SF_ERROR, SF_ERROR_INVALID,
               _ ("The quotation that begins in line %u does not end."), from);
  return FALSE;
}

static void
skip_comment (Reader *self)
{
  while (*self->at != '\0' && *self->at != '\n')
    self->at++;
}

/* One character, or what begins with it. Ends the command by returning TRUE. */
static gboolean
read_one (Reader *self, GError **error)
{
  if (*self->at == '"' || *self->at == '\'')
    return !read_quoted (self, error);
  if (*self->at == '#' && !self->in_word)
    skip_comment (self);
  else if (*self->at == '\\' && self->at[1] == '\n')
    {
      end_word (self);
      self->line++;
      self->at += 2;
    }
  else if (*self->at == '\n')
    {
      end_word (self);
      self->line++;
      self->at++;
      return self->words->len > 0;
    }
  else if (g_ascii_isspace (*self->at))
    {
      end_word (self);
      self->at++;
    }
  else
    {
      self->in_word = TRUE;
      g_string_append_c (self->word, *self->at++);
    }
  return FALSE;
}

SfScriptLine *
sf_script_next (const char **text, guint *number, GError **error)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { *text, *number, word, FALSE, words };
  g_autoptr (GError) local = NULL;
  SfScriptLine *line;
  guint from = 0;

  while (*reader.at != '\0')
    {
      if (from == 0 && (reader.in_word || words->len > 0))
        from = reader.line;
      if (from == 0 && !g_ascii_isspace (*reader.at) && *reader.at != '#')
        from = reader.line;
      if (read_one (&reader, &local))
        break;
    }
  *text = reader.at;
  *number = reader.line;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  end_word (&reader);
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  line = g_new0 (SfScriptLine, 1);
  line->number = from;
  line->words = (char **)g_ptr_array_free (g_steal_pointer (&words), FALSE);
  return line;
}
