/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-mail.h"
#include "preview/sf-markup.h"

#include <string.h>

/* E-mail: its subject, its day, and what it says. */

typedef struct
{
  char *plain;
  char *markup;
  guint n_parts;
} SfMailWords;

static void read_part (SfMailWords *words, SfBytes bytes, guint depth);

/* Header lines that a message has and other texts do not. */
static gboolean
is_mail (const SfMailPart *part)
{
  static const char *const usual[]
      = { "From", "Date", "Subject", "Received", "Message-ID", "MIME-Version", "Return-Path" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_autofree char *value = sf_mail_get (part, usual[i]);

      n += value != NULL ? 1 : 0;
    }
  return n >= 3;
}

/* Between the lines "--boundary" lie the parts. */
static void
read_parts (SfMailWords *words, SfBytes body, const char *boundary, guint depth)
{
  g_autofree char *line = g_strconcat ("--", boundary, NULL);
  gsize length = strlen (line), start = 0;
  gboolean within = FALSE;

  for (gsize at = 0; at < body.length && words->n_parts < SF_MAIL_MAX_PARTS;)
    {
      const guint8 *newline = memchr (body.data + at, '\n', body.length - at);
      gsize next = newline != NULL ? (gsize)(newline - body.data) + 1 : body.length;

      if (sf_bytes_start_with (body, at, line, length))
        {
          if (within)
            read_part (words, sf_bytes_part (body, start, at - start), depth + 1);
          within = TRUE;
          start = next;
        }
      at = next;
    }
}

static void
read_part (SfMailWords *words, SfBytes bytes, guint depth)
{
  SfMailPart part;
  g_autofree char *type = NULL, *boundary = NULL;

  if (depth > SF_MAIL_MAX_DEPTH || words->n_parts++ >= SF_MAIL_MAX_PARTS)
    return;
  sf_mail_split (bytes, &part);
  type = sf_mail_get (&part, "Content-Type");
  if (type != NULL && g_ascii_strncasecmp (type, "multipart/", 10) == 0)
    {
      boundary = sf_mail_get_parameter (type, "boundary");
      if (boundary != NULL && *boundary != '\0')
        read_parts (words, part.body, boundary, depth);
    }
  else if (type == NULL || g_ascii_strncasecmp (type, "text/plain", 10) == 0)
    {
      if (words->plain == NULL)
        words->plain = sf_mail_read_body (&part);
    }
  else if (g_ascii_strncasecmp (type, "text/html", 9) == 0 && words->markup == NULL)
    words->markup = sf_mail_read_body (&part);
}

/* The words of a page of the web, without its marks. */
static char *
strip_markup (const char *page)
{
  g_autofree char *lower = g_ascii_strdown (page, -1);
  const char *body = strstr (lower, "<body");
  const char *start = body != NULL ? page + (body - lower) : page;
  SfMarkup markup = { { (const guint8 *)start, strlen (start) }, 0 };
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean hidden = FALSE;
  SfMark mark;

  while (sf_markup_next (&markup, &mark, hidden ? NULL : words))
    {
      if (sf_mark_is (&mark, "style") || sf_mark_is (&mark, "script"))
        hidden = mark.opens && !mark.closes;
      else if (sf_mark_is (&mark, "br") || (mark.closes && sf_mark_is (&mark, "p"))
               || (mark.closes && (sf_mark_is (&mark, "div") || sf_mark_is (&mark, "tr"))))
        g_string_append_c (words, '\n');
    }
  return sf_text_tidy (words->str, words->len, SF_PREVIEW_MAX_TEXT);
}

gboolean
sf_look_at_mail (SfLook *look, SfBytes bytes)
{
  SfMailWords words = { 0 };
  SfMailPart message;
  g_autofree char *subject = NULL, *date = NULL;

  sf_mail_split (bytes, &message);
  if (!is_mail (&message))
    return FALSE;
  subject = sf_mail_get (&message, "Subject");
  date = sf_mail_get (&message, "Date");
  look->title = subject != NULL ? sf_mail_decode_words (subject) : NULL;
  look->date = date != NULL ? sf_mail_read_date (date) : NULL;
  read_part (&words, bytes, 0);
  if (words.plain != NULL)
    look->text = g_steal_pointer (&words.plain);
  else if (words.markup != NULL)
    look->text = strip_markup (words.markup);
  g_free (words.plain);
  g_free (words.markup);
  return TRUE;
}
