/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-printed.h"

#include <string.h>

#include "report/sf-document-walk.h"

/* A line that is in the document begins with so many bytes of a word of it. */
#define KEY 20

struct _SfPrinted
{
  GString *text;    /* folded; a line for each text */
  GHashTable *keys; /* of KEY bytes from each word on */
  const char *but;
};

char *
sf_printed_fold (const char *text, gssize length)
{
  g_autofree char *lower = g_utf8_strdown (text, length);
  GString *folded = g_string_sized_new (strlen (lower));
  gboolean space = FALSE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static void
note_cb (const char *text, const SfBlock *block, gpointer data)
{
  SfPrinted *self = data;
  g_autofree char *folded = NULL;
  gsize length;

  if (block->kind == SF_BLOCK_TITLE && g_strcmp0 (text, self->but) == 0)
    return;
  folded = sf_printed_fold (text, -1);
  length = strlen (folded);
  for (gsize i = 0; i + KEY <= length; i++)
    if (i == 0 || !g_ascii_isalnum (folded[i - 1]))
      g_hash_table_add (self->keys, g_strndup (folded + i, KEY));
  g_string_append_printf (self->text, "%s\n", folded);
}

SfPrinted *
sf_printed_new (SfDocument *document, const char *but)
{
  SfPrinted *self = g_new0 (SfPrinted, 1);

  self->text = g_string_new (NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->but = but;
  sf_document_foreach_text (document, note_cb, self);
  self->but = NULL;
  return self;
}

void
sf_printed_free (SfPrinted *self)
{
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->keys);
  g_free (self);
}

gboolean
sf_printed_may_have_line (const SfPrinted *self, const char *line)
{
  g_autofree char *folded = sf_printed_fold (line, -1);
  char key[KEY + 1] = "";

  if (*folded == '\0')
    return FALSE;
  if (strlen (folded) < KEY)
    return strstr (self->text->str, folded) != NULL;
  memcpy (key, folded, KEY);
  return g_hash_table_contains (self->keys, key);
}

gboolean
sf_printed_may_have_text (const SfPrinted *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (sf_printed_may_have_line (self, lines[i]))
      return TRUE;
  return FALSE;
}

guint
sf_printed_count (const SfPrinted *self, const char *words, gssize length)
{
  g_autofree char *folded = sf_printed_fold (words, length);
  gsize size = strlen (folded);
  guint n = 0;

  for (const char *at = self->text->str; size > 0 && (at = strstr (at, folded)) != NULL; at += size)
    n++;
  return n;
}
